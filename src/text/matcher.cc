#include "text/matcher.h"

#include <algorithm>
#include <array>
#include <bit>

namespace amends::text {
namespace {

// Ends are told from the last position, follows from the next one: both are mostly one bit then.
std::uint64_t mirrored(std::uint64_t bits, std::size_t positions) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < positions; ++i) out |= (bits >> i & 1) << (positions - 1 - i);
  return out;
}

std::uint64_t hint_of(Symbol symbol) { return std::uint64_t{1} << (symbol & 63); }

}  // namespace

std::optional<Matcher> Matcher::read(base::ByteReader& blob, std::size_t symbols) {
  Matcher out;
  out.symbols_ = symbols;
  out.read_sets(blob);
  out.read_patterns(blob);
  if (!blob.ok() || !out.is_sound()) return std::nullopt;
  out.index_anchors();
  out.index_gates();
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
    pattern.anchors = blob.varint();
    for (std::size_t i = 0; i < pattern.positions; ++i) {
      const auto set = blob.small<std::uint16_t>();
      const std::uint64_t follow = blob.varint();
      positions_.push_back({set, i + 1 < kMostPositions ? follow << (i + 1) : 0});
    }
  }
}

// How many tokens can stand in front of each position of a pattern.
std::array<Matcher::Reach, kMostPositions> Matcher::reaches(const Pattern& pattern) const {
  std::array<Reach, kMostPositions> out;
  for (std::size_t i = 0; i < pattern.positions; ++i) {
    if ((pattern.first >> i & 1) != 0) out[i] = {0, 0};
  }
  for (std::size_t i = 0; i < pattern.positions; ++i) {
    if (out[i].least > out[i].most) continue;  // Nothing leads there.
    const std::uint64_t follow = positions_[pattern.first_position + i].follow;
    for (std::uint64_t left = follow; left != 0; left &= left - 1) {
      Reach& next = out[static_cast<std::size_t>(std::countr_zero(left))];
      next.least = std::min<std::uint8_t>(next.least, out[i].least + 1);
      next.most = std::max<std::uint8_t>(next.most, out[i].most + 1);
    }
  }
  return out;
}

// Gives each symbol the patterns that are to be tried where it stands.
void Matcher::index_anchors() {
  std::vector<std::vector<Anchor>> by_symbol(symbols_);
  for (std::size_t number = 0; number < patterns_.size(); ++number) {
    const Pattern& pattern = patterns_[number];
    const auto reach = reaches(pattern);
    for (std::uint64_t left = pattern.anchors; left != 0; left &= left - 1) {
      const auto i = static_cast<std::size_t>(std::countr_zero(left));
      for_each_symbol(positions_[pattern.first_position + i].set, [&](Symbol symbol) {
        std::vector<Anchor>& anchors = by_symbol[symbol];
        if (anchors.empty() || anchors.back().pattern != number) {
          anchors.push_back({static_cast<std::uint16_t>(number), reach[i].least, reach[i].most});
        } else {
          anchors.back().least = std::min(anchors.back().least, reach[i].least);
          anchors.back().most = std::max(anchors.back().most, reach[i].most);
        }
      });
    }
  }
  anchor_bounds_ = {0};
  for (const std::vector<Anchor>& anchors : by_symbol) {
    anchors_.insert(anchors_.end(), anchors.begin(), anchors.end());
    anchor_bounds_.push_back(static_cast<std::uint32_t>(anchors_.size()));
  }
}

void Matcher::index_gates() {
  for (const Position& position : positions_) {
    std::uint64_t hint = position.set == kAnyWord ? ~std::uint64_t{0} : 0;
    for_each_symbol(position.set, [&](Symbol symbol) { hint |= hint_of(symbol); });
    hints_.push_back(hint);
  }
  std::vector<Gate> by_pattern;
  for (const Pattern& pattern : patterns_) {
    Gate gate{0, 0};
    std::uint64_t second = 0;
    for (std::uint64_t left = pattern.first; left != 0; left &= left - 1) {
      const auto i = pattern.first_position + static_cast<std::uint32_t>(std::countr_zero(left));
      gate.first |= hints_[i];
      second |= positions_[i].follow;
    }
    for (std::uint64_t left = second; left != 0; left &= left - 1) {
      gate.second |=
          hints_[pattern.first_position + static_cast<std::uint32_t>(std::countr_zero(left))];
    }
    // A match of one token asks nothing of the next.
    if ((pattern.first & pattern.last) != 0) gate.second = ~std::uint64_t{0};
    by_pattern.push_back(gate);
  }
  for (const Anchor& anchor : anchors_) gates_.push_back(by_pattern[anchor.pattern]);
}

template <typename Take>
void Matcher::for_each_symbol(std::uint16_t set, Take take) const {
  if (set == kAnyWord) return;  // No anchor.
  if (set == kAnyBorder) {
    for (Symbol symbol = kStop; symbol <= kTrail; ++symbol) take(symbol);
  } else if (set < symbols_) {
    take(set);
  } else {
    const std::size_t of = set - symbols_;
    for (std::uint32_t i = set_bounds_[of]; i < set_bounds_[of + 1]; ++i) take(set_members_[i]);
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
    out.varint(mirrored(pattern.last, pattern.positions.size())).varint(pattern.anchors);
    for (std::size_t i = 0; i < pattern.positions.size(); ++i) {
      const Position& at = pattern.positions[i];
      out.varint(at.set).varint(i + 1 < kMostPositions ? at.follow >> (i + 1) : 0);
    }
  }
}

bool Matcher::is_sound() const {
  const std::size_t sets = set_bounds_.size() - 1;
  if (symbols_ <= kTrail) return false;
  const auto is_member = [&](Symbol symbol) { return symbol < symbols_; };
  if (!std::ranges::all_of(set_members_, is_member)) return false;
  const auto is_set = [&](std::uint16_t set) { return set < symbols_ + sets || set >= kAnyBorder; };
  if (!std::ranges::all_of(positions_, is_set, &Position::set)) return false;
  for (const Pattern& pattern : patterns_) {
    if (pattern.positions == 0 || pattern.positions > kMostPositions) return false;
    if (pattern.first_position + std::size_t{pattern.positions} > positions_.size()) return false;
    const std::uint64_t all = ~std::uint64_t{0} >> (kMostPositions - pattern.positions);
    if (((pattern.first | pattern.last | pattern.anchors) & ~all) != 0) return false;
    // Only forward, so that no pattern runs longer than it has positions.
    for (std::size_t i = 0; i < pattern.positions; ++i) {
      const std::uint64_t later = all & ~((std::uint64_t{2} << i) - 1);
      if ((positions_[pattern.first_position + i].follow & ~later) != 0) return false;
    }
  }
  return true;
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
  const std::uint64_t* const hints = hints_.data() + pattern.first_position;
  std::size_t longest = begin;
  std::uint64_t open = pattern.first;
  for (std::size_t at = begin; at < tokens.size() && open != 0; ++at) {
    const std::uint64_t hint = hint_of(tokens[at].symbol);
    std::uint64_t next = 0;
    std::uint64_t taken = 0;
    for (std::uint64_t left = open; left != 0; left &= left - 1) {
      const int i = std::countr_zero(left);
      if ((hints[i] & hint) == 0 || !accepts(positions[i].set, tokens[at].symbol)) continue;
      taken |= std::uint64_t{1} << i;
      next |= positions[i].follow;
    }
    if ((taken & pattern.last) != 0) longest = at + 1;
    open = next;
  }
  return longest;
}

void Matcher::match(std::span<const Token> tokens, std::vector<Match>& out) const {
  std::vector<std::uint64_t> hints(tokens.size() + 1);
  for (std::size_t at = 0; at < tokens.size(); ++at) hints[at] = hint_of(tokens[at].symbol);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Symbol symbol = tokens[at].symbol;
    for (std::uint32_t i = anchor_bounds_[symbol]; i < anchor_bounds_[symbol + 1]; ++i) {
      const Anchor& anchor = anchors_[i];
      const Gate gate = gates_[i];
      if (anchor.least > at) continue;
      const std::size_t last = at - anchor.least;
      for (std::size_t begin = at - std::min<std::size_t>(at, anchor.most); begin <= last;
           ++begin) {
        if ((gate.first & hints[begin]) == 0 || (gate.second & hints[begin + 1]) == 0) continue;
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
