#include "reader/model.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace amends::reader {

using text::Token;

namespace {

// The last steps of MurmurHash3 (Appleby): every bit of the input moves every bit of the key.
std::uint32_t mixed(std::uint32_t hash) {
  hash = (hash ^ (hash >> 16)) * 0x85EBCA6Bu;
  hash = (hash ^ (hash >> 13)) * 0xC2B2AE35u;
  return (hash ^ (hash >> 16)) & (kFeatureKeys - 1);
}

std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) {
  return first * 0x9E3779B1u + std::rotl(second, 15) * 0x27D4EB2Fu + 1;
}

double fine(base::ByteReader& blob) {
  return static_cast<double>(static_cast<std::int32_t>(blob.number<std::uint32_t>())) / kFine;
}

std::size_t column_of(Label label) { return static_cast<std::size_t>(label); }

}  // namespace

void features_of(std::span<const Token> tokens, std::vector<Feature>& out) {
  out.clear();
  out.reserve(2 * tokens.size());
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    out.push_back({mixed(tokens[i].word), tokens[i].sentence});
    if (i == 0) continue;
    out.push_back({mixed(pair_hash(tokens[i - 1].word, tokens[i].word)), tokens[i].sentence});
  }
}

double length_weight(std::size_t tokens) {
  return 1 / std::sqrt(static_cast<double>(std::max<std::size_t>(tokens, 1)));
}

std::optional<Model> Model::read(base::ByteReader& blob) {
  Model out;
  for (Column& column : out.columns_) {
    column = {fine(blob), fine(blob), fine(blob), fine(blob)};
  }
  std::vector<std::uint32_t> keys(blob.count(1));
  std::uint32_t key = 0;
  for (std::uint32_t& each : keys) each = key += blob.small<std::uint32_t>();
  if (keys.size() >= kNoRow) return std::nullopt;
  out.rows_.resize(keys.size());
  // Column by column, two steps a byte: rows of one column are alike, which packs well.
  for (std::size_t column = 0; column < kColumns; ++column) {
    for (std::size_t i = 0; i < keys.size(); i += 2) {
      const auto both = blob.number<std::uint8_t>();
      out.rows_[i][column] = weight_of_step((both & 15) - 8);
      if (i + 1 < keys.size()) out.rows_[i + 1][column] = weight_of_step((both >> 4) - 8);
    }
  }
  if (!blob.ok()) return std::nullopt;
  out.index(keys);
  return out;
}

void Model::index(const std::vector<std::uint32_t>& keys) {
  const std::size_t size = std::bit_ceil(2 * keys.size() + 1);
  slot_keys_.assign(size, 0);
  slot_rows_.assign(size, kNoRow);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    std::size_t slot = keys[i] & (size - 1);
    while (slot_rows_[slot] != kNoRow) slot = (slot + 1) & (size - 1);
    slot_keys_[slot] = keys[i];
    slot_rows_[slot] = static_cast<std::uint16_t>(i);
  }
}

std::uint16_t Model::row_of(std::uint32_t key) const {
  const std::size_t mask = slot_rows_.size() - 1;
  std::size_t slot = key & mask;
  while (slot_rows_[slot] != kNoRow && slot_keys_[slot] != key) slot = (slot + 1) & mask;
  return slot_rows_[slot];
}

// A word said twice counts once: repeating it makes no message worse.
Model::Opinion Model::opinion(std::span<const Token> tokens) const {
  Opinion out;
  out.model_ = this;
  out.sentences_.resize(tokens.back().sentence + 1);
  std::vector<Feature> features;
  features_of(tokens, features);
  std::vector<bool> met(rows_.size());
  for (const Feature& feature : features) {
    const std::uint16_t row = row_of(feature.key);
    if (row == kNoRow || met[row]) continue;
    met[row] = true;
    Sums& sums = out.sentences_[feature.sentence];
    for (std::size_t column = 0; column < kColumns; ++column) sums[column] += rows_[row][column];
  }
  const double weight = length_weight(tokens.size());
  for (std::size_t column = 0; column < kColumns; ++column) {
    std::int64_t sum = 0;
    for (const Sums& sums : out.sentences_) sum += sums[column];
    out.scores_[column] =
        columns_[column].bias + columns_[column].scale * static_cast<double>(sum) * weight;
  }
  return out;
}

double Model::Opinion::score(Label label) const {
  return scores_[column_of(label)] + fault_share(label) * scores_[kAnyFault];
}

bool Model::Opinion::agrees(Label label) const {
  return score(label) >= model_->columns_[column_of(label)].agrees;
}

bool Model::Opinion::asks_about(Label label) const {
  return !is_danger(label) && is_sure_of(label);
}

bool Model::Opinion::is_sure_of(Label label) const {
  return !model_->rows_.empty() && score(label) >= model_->columns_[column_of(label)].alone;
}

std::int32_t Model::Opinion::weight_in(Label label, std::uint32_t sentence) const {
  return sentences_[sentence][column_of(label)];
}

std::uint32_t Model::Opinion::sentence_of(Label label) const {
  const auto most = std::ranges::max_element(
      sentences_, {}, [&](const Sums& sums) { return sums[column_of(label)]; });
  return static_cast<std::uint32_t>(most - sentences_.begin());
}

}  // namespace amends::reader
