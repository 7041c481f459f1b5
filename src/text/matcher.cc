#include "text/matcher.h"

#include <algorithm>
#include <bit>

namespace amends::text {
namespace {

bool are_bounds(const std::vector<std::uint32_t>& bounds, std::size_t lists, std::size_t size) {
  return bounds.size() == lists + 1 && bounds.front() == 0 && bounds.back() == size &&
         std::ranges::is_sorted(bounds);
}

// Ends are told from the last position, follows from the next one: both are mostly one bit then.
std::uint64_t mirrored(std::uint64_t bits, std::size_t positions) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < positions; ++i) out |= (bits >> i & 1) << (positions - 1 - i);
  return out;
}

}  // namespace

std::optional<Matcher> Matcher::read(base::ByteReader& blob, std::size_t symbols) {
  Matcher out;
  out.symbols_ = symbols;
  out.read_sets(blob);
  out.read_patterns(blob);
  out.read_anchors(blob);
  if (!blob.ok() || !out.is_sound()) return std::nullopt;
  return out;
}

void Matcher::read_sets(base::ByteReader& blob) {
  const std::size_t sets = blob.count(1);
  set_bounds_ = {0};
  for (std::size_t i = 0; i < sets; ++i) {
    const std::size_t size = blob.count(1);
    std::uint32_t member = 0;
    for (std::size_t j = 0; j < size; ++j) {
      member += blob.small<Symbol>();
      set_members_.push_back(static_cast<Symbol>(member));
    }
    set_bounds_.push_back(static_cast<std::uint32_t>(set_members_.size()));
  }
}

void Matcher::read_patterns(base::ByteReader& blob) {
  patterns_.resize(blob.count(4));
  for (Pattern& pattern : patterns_) {
    pattern.first_position = static_cast<std::uint32_t>(positions_.size());
    pattern.positions = blob.small<std::uint8_t>();
    if (pattern.positions > kMostPositions) pattern.positions = 0;
    pattern.first = blob.varint();
    pattern.last = mirrored(blob.varint(), pattern.positions);
    for (std::size_t i = 0; i < pattern.positions; ++i) {
      const auto set = blob.small<std::uint16_t>();
      const std::uint64_t follow = blob.varint();
      positions_.push_back({set, i + 1 < kMostPositions ? follow << (i + 1) : 0});
    }
  }
}

void Matcher::read_anchors(base::ByteReader& blob) {
  anchor_bounds_ = {0};
  for (std::size_t symbol = 0; symbol < symbols_; ++symbol) {
    const std::size_t size = blob.count(3);
    std::uint32_t pattern = 0;
    for (std::size_t i = 0; i < size; ++i) {
      pattern += blob.small<std::uint16_t>();
      const auto least = blob.small<std::uint8_t>();
      const auto more = blob.small<std::uint8_t>();
      anchors_.push_back(
          {static_cast<std::uint16_t>(pattern), least, static_cast<std::uint8_t>(least + more)});
    }
    anchor_bounds_.push_back(static_cast<std::uint32_t>(anchors_.size()));
  }
}

void Matcher::Written::write(base::ByteWriter& out) const {
  out.varint(sets.size());
  for (const auto& set : sets) {
    out.varint(set.size());
    Symbol before = 0;
    for (const Symbol member : set) {
      out.varint(static_cast<std::uint64_t>(member - before));
      before = member;
    }
  }
  out.varint(patterns.size());
  for (const auto& pattern : patterns) {
    out.varint(pattern.positions.size()).varint(pattern.first);
    out.varint(mirrored(pattern.last, pattern.positions.size()));
    for (std::size_t i = 0; i < pattern.positions.size(); ++i) {
      const Position& at = pattern.positions[i];
      out.varint(at.set).varint(i + 1 < kMostPositions ? at.follow >> (i + 1) : 0);
    }
  }
  for (const auto& of_symbol : anchors) {
    out.varint(of_symbol.size());
    std::uint16_t before = 0;
    for (const Anchor& anchor : of_symbol) {
      out.varint(static_cast<std::uint64_t>(anchor.pattern - before));
      out.varint(anchor.least).varint(static_cast<std::uint64_t>(anchor.most - anchor.least));
      before = anchor.pattern;
    }
  }
}

bool Matcher::is_sound() const {
  const std::size_t sets = set_bounds_.size() - 1;
  if (!are_bounds(anchor_bounds_, symbols_, anchors_.size())) return false;
  const auto is_set = [&](std::uint16_t set) { return set < symbols_ + sets || set >= kAnyBorder; };
  if (!std::ranges::all_of(positions_, is_set, &Position::set)) return false;
  for (const Pattern& pattern : patterns_) {
    if (pattern.positions == 0 || pattern.positions > kMostPositions) return false;
    if (pattern.first_position + std::size_t{pattern.positions} > positions_.size()) return false;
    const std::uint64_t all = ~std::uint64_t{0} >> (kMostPositions - pattern.positions);
    if (((pattern.first | pattern.last) & ~all) != 0) return false;
    // Only forward, so that no pattern runs longer than it has positions.
    for (std::size_t i = 0; i < pattern.positions; ++i) {
      const std::uint64_t later = all & ~((std::uint64_t{2} << i) - 1);
      if ((positions_[pattern.first_position + i].follow & ~later) != 0) return false;
    }
  }
  return std::ranges::all_of(anchors_, [&](const Anchor& anchor) {
    return anchor.pattern < patterns_.size() && anchor.least <= anchor.most;
  });
}

bool Matcher::accepts(std::uint16_t set, Symbol symbol) const {
  if (set == kAnyWord) return !is_border(symbol);
  if (set == kAnyBorder) return is_border(symbol);
  if (set < symbols_) return set == symbol;
  const Symbol* const begin = set_members_.data() + set_bounds_[set - symbols_];
  const Symbol* const end = set_members_.data() + set_bounds_[set - symbols_ + 1];
  return std::binary_search(begin, end, symbol);
}

// Follows all ways through the pattern at once; a bit is a position that may come next.
std::size_t Matcher::longest_end(const Pattern& pattern, std::span<const Token> tokens,
                                 std::size_t begin) const {
  const Position* const positions = positions_.data() + pattern.first_position;
  std::size_t longest = begin;
  std::uint64_t open = pattern.first;
  for (std::size_t at = begin; at < tokens.size() && open != 0; ++at) {
    std::uint64_t next = 0;
    std::uint64_t taken = 0;
    for (std::uint64_t left = open; left != 0; left &= left - 1) {
      const int i = std::countr_zero(left);
      if (!accepts(positions[i].set, tokens[at].symbol)) continue;
      taken |= std::uint64_t{1} << i;
      next |= positions[i].follow;
    }
    if ((taken & pattern.last) != 0) longest = at + 1;
    open = next;
  }
  return longest;
}

void Matcher::match(std::span<const Token> tokens, std::vector<Match>& out) const {
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Symbol symbol = tokens[at].symbol;
    for (std::uint32_t i = anchor_bounds_[symbol]; i < anchor_bounds_[symbol + 1]; ++i) {
      const Anchor& anchor = anchors_[i];
      if (anchor.least > at) continue;
      const std::size_t last = at - anchor.least;
      for (std::size_t begin = at - std::min<std::size_t>(at, anchor.most); begin <= last;
           ++begin) {
        const std::size_t end = longest_end(patterns_[anchor.pattern], tokens, begin);
        if (end == begin) continue;
        out.push_back(
            {anchor.pattern, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
      }
    }
  }
  std::ranges::sort(out);
  const auto repeated = std::ranges::unique(out);
  out.erase(repeated.begin(), repeated.end());
}

}  // namespace amends::text
