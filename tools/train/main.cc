// Trains the reader's model from our own labelled messages and writes lang/en/reader/model.txt.
//
//   reader_train ROOT READER.bin OUT
//
// The blob is needed for its lexicon alone: the model sees words as the reader sees them. Nothing
// here is left to chance: the same messages and rules give the same file.

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <thread>

#include "reader/findings.h"
#include "reader/model.h"
#include "text/tokenize.h"
#include "train/corpus.h"
#include "train/logistic.h"
#include "train/thresholds.h"

namespace amends::train {
namespace {

using reader::Feature;
using reader::kAnyFault;
using reader::kColumns;
using reader::kFaults;
using reader::LabelSet;

constexpr double kPenaltyC = 30;
constexpr std::size_t kFolds = 6;
// Smaller steps are left out. Strengths are said in few words, so few weights find them; faults are
// said in many ways, and what finds them is many small weights together.
constexpr int kLeastFaultStep = 1;
constexpr int kLeastStrengthStep = 2;
constexpr std::size_t kLeastMessages = 5;  // A feature of fewer says more of its author than of us.

struct ByRules {
  LabelSet sure = 0;
  LabelSet waiting = 0;  // For the model.
};

struct Corpus {
  std::vector<Message> messages;
  std::vector<std::size_t> folds;  // An author is whole in one fold.
  std::vector<ByRules> by_rules;
  std::vector<std::uint32_t> keys;  // Ascending.
  std::vector<double> rarity;  // log((1 + messages) / (1 + messages with it)), Spaerck Jones 1972.
  std::vector<double> length_weights;
  std::vector<Row> rows;
};

std::vector<std::uint32_t> keys_of(const text::Tokens& tokens) {
  std::vector<Feature> features;
  features_of(tokens, features);
  std::vector<std::uint32_t> keys;
  for (const Feature& feature : features) keys.push_back(feature.key);
  std::ranges::sort(keys);
  const auto repeated = std::ranges::unique(keys);
  keys.erase(repeated.begin(), repeated.end());
  return keys;
}

ByRules found_by_rules(const reader::Rules& rules, const std::string& text) {
  ByRules out;
  for (const auto& finding : arbitrated(rules, find_all(rules, text))) {
    const reader::Rule& rule = rules.rules()[finding.rule];
    (rule.confirmed ? out.waiting : out.sure) |= set_of(rule.label);
  }
  return out;
}

Corpus corpus_of(const reader::Rules& rules, std::vector<Message> messages) {
  Corpus out;
  out.messages = std::move(messages);
  std::vector<std::vector<std::uint32_t>> keys;
  std::map<std::uint32_t, std::size_t> met;
  std::map<std::string, std::size_t> authors;
  for (const Message& message : out.messages) {
    const text::Tokens tokens = text::tokenize(rules.lexicon(), message.text);
    keys.push_back(keys_of(tokens));
    for (const std::uint32_t key : keys.back()) ++met[key];
    out.length_weights.push_back(reader::length_weight(tokens.size()));
    out.folds.push_back(authors.emplace(message.author, authors.size()).first->second % kFolds);
    out.by_rules.push_back(found_by_rules(rules, message.text));
  }
  std::map<std::uint32_t, std::uint32_t> numbers;
  for (const auto& [key, count] : met) {
    if (count < kLeastMessages) continue;
    numbers.emplace(key, static_cast<std::uint32_t>(out.keys.size()));
    out.keys.push_back(key);
    const auto all = static_cast<double>(out.messages.size());
    out.rarity.push_back(std::log((1 + all) / (1 + static_cast<double>(count))) / 7);
  }
  for (std::size_t i = 0; i < keys.size(); ++i) {
    Row& row = out.rows.emplace_back();
    for (const std::uint32_t key : keys[i]) {
      const auto found = numbers.find(key);
      if (found == numbers.end()) continue;
      row.push_back(
          {found->second, static_cast<float>(out.rarity[found->second] * out.length_weights[i])});
    }
  }
  return out;
}

bool is_wanted(const Message& message, std::size_t column) {
  constexpr LabelSet kAllFaults = (LabelSet{1} << kFaults) - 1;
  return column == kAnyFault ? (message.labels & kAllFaults) != 0
                             : (message.labels >> column & 1) != 0;
}

// The weights of a column, from all messages but those of one fold (or of none: kFolds).
std::vector<double> column_weights(const Corpus& corpus, std::size_t column, std::size_t left_out) {
  std::vector<const Row*> rows;
  std::vector<int> wanted;
  for (std::size_t i = 0; i < corpus.rows.size(); ++i) {
    if (corpus.folds[i] == left_out) continue;
    rows.push_back(&corpus.rows[i]);
    wanted.push_back(is_wanted(corpus.messages[i], column) ? 1 : -1);
  }
  return fitted(rows, wanted, corpus.keys.size(), kPenaltyC);
}

template <typename Work>
void for_each_column(Work work) {
  std::thread other([&] {
    for (std::size_t column = 1; column < kColumns; column += 2) work(column);
  });
  for (std::size_t column = 0; column < kColumns; column += 2) work(column);
  other.join();
}

Thresholds thresholds_of(const Corpus& corpus) {
  std::vector<Judged> all(corpus.rows.size());
  for_each_column([&](std::size_t column) {
    for (std::size_t fold = 0; fold < kFolds; ++fold) {
      const auto weights = column_weights(corpus, column, fold);
      for (std::size_t i = 0; i < all.size(); ++i) {
        if (corpus.folds[i] == fold) all[i].scores[column] = score(weights, corpus.rows[i]);
      }
    }
  });
  std::vector<Judged> judged;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const Message& message = corpus.messages[i];
    Judged one = all[i];
    one.labels = message.labels;
    // Of authors whom rules were written from, the rules look better than they are.
    one.by_rules = message.rules_know_it ? 0 : corpus.by_rules[i].sure;
    one.waiting = message.rules_know_it ? 0 : corpus.by_rules[i].waiting;
    one.is_practical = message.kind == "logistics";
    one.is_blameless = message.kind == "hard-negative" || message.kind == "blameless";
    judged.push_back(one);
  }
  return chosen(judged);
}

struct Column {
  double bias = 0;
  double scale = 0;
  std::vector<int> steps;
};

// What a message scores less on average by weights in steps, so that thresholds hold for them.
double mean_loss(const Corpus& corpus, const std::vector<double>& weights, const Column& column) {
  double loss = 0;
  for (std::size_t i = 0; i < corpus.rows.size(); ++i) {
    for (const Entry& entry : corpus.rows[i]) {
      const std::int8_t weight = reader::weight_of_step(column.steps[entry.feature]);
      loss +=
          weights[entry.feature] * entry.value - column.scale * weight * corpus.length_weights[i];
    }
  }
  return loss / static_cast<double>(corpus.rows.size());
}

// Rare large weights are cut, so that the steps are fine where most weights lie.
Column in_steps(const Corpus& corpus, const std::vector<double>& weights, int least_step) {
  Column out;
  out.bias = weights.back();
  std::vector<double> sizes;
  for (std::size_t i = 0; i < corpus.keys.size(); ++i) {
    sizes.push_back(std::abs(weights[i] * corpus.rarity[i]));
  }
  std::vector<double> sorted = sizes;
  std::ranges::sort(sorted);
  const double most = sorted[static_cast<std::size_t>(static_cast<double>(sorted.size()) * 0.999)];
  out.scale = most / (reader::kMostSteps * reader::kMostSteps);
  for (std::size_t i = 0; i < sizes.size(); ++i) {
    const int step = static_cast<int>(
        std::lround(std::sqrt(std::min(sizes[i] / most, 1.0)) * reader::kMostSteps));
    out.steps.push_back(step < least_step ? 0 : weights[i] < 0 ? -step : step);
  }
  out.bias += mean_loss(corpus, weights, out);
  return out;
}

std::string_view column_name(std::size_t column) {
  return column == kAnyFault ? "any_fault" : name_of(static_cast<reader::Label>(column));
}

bool write(const char* file, const Corpus& corpus, const std::array<Column, kColumns>& columns,
           const Thresholds& thresholds) {
  std::FILE* out = std::fopen(file, "w");
  if (out == nullptr) return false;
  std::fputs(
      "# The reader's model. Made by \"make model\" from tests/corpora/reader; do not edit.\n"
      "# column NAME BIAS SCALE ALONE AGREES; row KEY, then a step a column: 5 is -3, 8 is 0, b is "
      "3.\n",
      out);
  for (std::size_t i = 0; i < kColumns; ++i) {
    std::fprintf(out, "column %s %.4f %.4f %.4f %.4f\n", std::string(column_name(i)).c_str(),
                 columns[i].bias, columns[i].scale, thresholds.alone[i], thresholds.agrees[i]);
  }
  for (std::size_t row = 0; row < corpus.keys.size(); ++row) {
    std::string steps;
    for (const Column& column : columns) steps += "0123456789abcdef"[column.steps[row] + 8];
    if (steps.find_first_not_of('8') == std::string::npos) continue;
    std::fprintf(out, "row %06x %s\n", corpus.keys[row], steps.c_str());
  }
  return std::fclose(out) == 0;
}

int train(const char* root, const char* blob_file, const char* out) {
  std::ifstream in(blob_file, std::ios::binary);
  const std::string blob{std::istreambuf_iterator<char>(in), {}};
  const auto rules = reader::Rules::open(blob);
  if (!rules) {
    std::fprintf(stderr, "train: %s is no blob of the reader; build it first\n", blob_file);
    return 1;
  }
  auto messages = messages_in(std::filesystem::path(root) / "tests/corpora/reader");
  if (!messages) return 1;
  const Corpus corpus = corpus_of(*rules, std::move(*messages));
  std::fprintf(stderr, "train: %zu messages, %zu features\n", corpus.rows.size(),
               corpus.keys.size());
  const Thresholds thresholds = thresholds_of(corpus);
  std::array<Column, kColumns> columns;
  for_each_column([&](std::size_t column) {
    const bool is_strength = column >= kFaults && column != kAnyFault;
    columns[column] = in_steps(corpus, column_weights(corpus, column, kFolds),
                               is_strength ? kLeastStrengthStep : kLeastFaultStep);
  });
  if (write(out, corpus, columns, thresholds)) return 0;
  std::fprintf(stderr, "train: %s cannot be written\n", out);
  return 1;
}

}  // namespace
}  // namespace amends::train

int main(int count, char** arguments) {
  if (count != 4) {
    std::fputs("usage: reader_train ROOT READER.bin OUT\n", stderr);
    return 2;
  }
  return amends::train::train(arguments[1], arguments[2], arguments[3]);
}
