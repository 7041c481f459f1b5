#include "text/matcher.h"

#include <algorithm>
#include <bit>

namespace amends::text {
namespace {

// Ends are told from the last position, follows from the next one: both are mostly one bit then.
std::uint64_t mirrored(std::uint64_t bits, std::size_t positions) {
  std::uint64_t out = 0;
  for (std::size_t i = 0; i < positions; ++i) out |= (bits >> i & 1) << (positions - 1 - i);
  return out;
}

template <typename Take>
void for_each_bit(std::uint64_t bits, Take take) {
  for (; bits != 0; bits &= bits - 1) take(static_cast<std::size_t>(std::countr_zero(bits)));
}

constexpr std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << (i & 63); }

// In front of the text and behind it nothing stands; what asks nothing of its neighbour takes that
// too.
constexpr std::uint64_t kAnything = ~std::uint64_t{0};
constexpr std::uint64_t kNothing = bit(63);

std::uint64_t hint_at(std::span<const Token> tokens, std::size_t at) {
  return at < tokens.size() ? bit(tokens[at].symbol) : kNothing;
}

}  // namespace

// Gives each symbol the patterns that are to be tried where it stands.
class Matcher::AnchorIndex {
 public:
  explicit AnchorIndex(Matcher& matcher) : matcher_(matcher), by_symbol_(matcher.symbols_) {}

  void build() {
    for (std::size_t number = 0; number < matcher_.patterns_.size(); ++number) add(number);
    matcher_.anchor_bounds_ = {0};
    for (const auto& entries : by_symbol_) {
      for (const Entry& entry : entries) {
        matcher_.anchors_.push_back(entry.anchor);
        matcher_.neighbours_.push_back(entry.neighbours);
      }
      matcher_.anchor_bounds_.push_back(static_cast<std::uint32_t>(matcher_.anchors_.size()));
    }
  }

 private:
  struct Entry {
    Anchor anchor;
    Neighbours neighbours;
  };

  void add(std::size_t number) {
    const Pattern& pattern = matcher_.patterns_[number];
    if (pattern.anchors == 0) return;
    const auto reach = matcher_.reaches(pattern);
    const auto before = leaders(pattern);
    for_each_bit(pattern.anchors, [&](std::size_t i) {
      const Position& position = matcher_.positions_[pattern.first_position + i];
      const bool leads = (pattern.first & bit(i)) != 0;
      const bool ends = (pattern.last & bit(i)) != 0;
      const Entry entry{
          {static_cast<std::uint16_t>(number), reach[i].least, reach[i].most},
          {leads ? kAnything : matcher_.hint_of_all(pattern, before[i]),
           ends ? kAnything : matcher_.hint_of_all(pattern, position.follow)}};
      matcher_.for_each_symbol(position.set, [&](Symbol symbol) { add(symbol, entry); });
    });
  }

  // A word that is an anchor twice is one entry, which allows what either does.
  void add(Symbol symbol, const Entry& entry) {
    std::vector<Entry>& entries = by_symbol_[symbol];
    if (entries.empty() || entries.back().anchor.pattern != entry.anchor.pattern) {
      entries.push_back(entry);
      return;
    }
    Entry& same = entries.back();
    same.anchor.least = std::min(same.anchor.least, entry.anchor.least);
    same.anchor.most = std::max(same.anchor.most, entry.anchor.most);
    same.neighbours.before |= entry.neighbours.before;
    same.neighbours.behind |= entry.neighbours.behind;
  }

  // The positions that can come in front of each.
  std::array<std::uint64_t, kMostPositions> leaders(const Pattern& pattern) const {
    std::array<std::uint64_t, kMostPositions> out{};
    for (std::size_t i = 0; i < pattern.positions; ++i) {
      for_each_bit(matcher_.positions_[pattern.first_position + i].follow,
                   [&](std::size_t next) { out[next] |= bit(i); });
    }
    return out;
  }

  Matcher& matcher_;
  std::vector<std::vector<Entry>> by_symbol_;
};

std::optional<Matcher> Matcher::read(base::ByteReader& blob, std::size_t symbols) {
  Matcher out;
  out.symbols_ = symbols;
  out.read_sets(blob);
  out.read_patterns(blob);
  if (!blob.ok() || !out.is_sound()) return std::nullopt;
  out.set_hints();
  AnchorIndex(out).build();
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
      positions_.push_back({i + 1 < kMostPositions ? follow << (i + 1) : 0, 0, set});
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

void Matcher::set_hints() {
  for (Position& position : positions_) {
    position.hint = position.set == kAnyWord ? kAnything : 0;
    for_each_symbol(position.set, [&](Symbol symbol) { position.hint |= bit(symbol); });
  }
  for (Pattern& pattern : patterns_) {
    pattern.first_hint = hint_of_all(pattern, pattern.first);
    pattern.second_hint = hint_of_all(pattern, followers(pattern, pattern.first));
    // A match of one token asks nothing of the next.
    if ((pattern.first & pattern.last) != 0) pattern.second_hint = kAnything;
    pattern.longest = 0;
    for (std::uint64_t open = pattern.first; open != 0; open = followers(pattern, open)) {
      ++pattern.longest;
    }
  }
}

Matcher::Hint Matcher::hint_of_all(const Pattern& pattern, std::uint64_t positions) const {
  Hint hint = 0;
  for_each_bit(positions,
               [&](std::size_t i) { hint |= positions_[pattern.first_position + i].hint; });
  return hint;
}

std::uint64_t Matcher::followers(const Pattern& pattern, std::uint64_t positions) const {
  std::uint64_t out = 0;
  for_each_bit(positions,
               [&](std::size_t i) { out |= positions_[pattern.first_position + i].follow; });
  return out;
}

// How many tokens can stand in front of each position of a pattern.
std::array<Matcher::Reach, kMostPositions> Matcher::reaches(const Pattern& pattern) const {
  std::array<Reach, kMostPositions> out;
  for (std::size_t i = 0; i < pattern.positions; ++i) {
    if ((pattern.first & bit(i)) != 0) out[i] = {0, 0};
  }
  for (std::size_t i = 0; i < pattern.positions; ++i) {
    if (out[i].least > out[i].most) continue;  // Nothing leads there.
    for_each_bit(positions_[pattern.first_position + i].follow, [&](std::size_t next) {
      out[next].least = std::min<std::uint8_t>(out[next].least, out[i].least + 1);
      out[next].most = std::max<std::uint8_t>(out[next].most, out[i].most + 1);
    });
  }
  return out;
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
  for (const Pattern& pattern : patterns) {
    out.varint(pattern.positions.size()).varint(pattern.first);
    out.varint(mirrored(pattern.last, pattern.positions.size())).varint(pattern.anchors);
    for (std::size_t i = 0; i < pattern.positions.size(); ++i) {
      const Position& at = pattern.positions[i];
      out.varint(at.set).varint(i + 1 < kMostPositions ? at.follow >> (i + 1) : 0);
    }
  }
}

bool Matcher::accepts(std::uint16_t set, Symbol symbol) const {
  if (set == symbol) return true;  // No symbol has the number of a set.
  if (set < symbols_) return false;
  if (set == kAnyWord) return !is_border(symbol);
  if (set == kAnyBorder) return is_border(symbol);
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
    const Symbol symbol = tokens[at].symbol;
    std::uint64_t next = 0;
    std::uint64_t taken = 0;
    for (std::uint64_t left = open; left != 0; left &= left - 1) {
      const Position& position = positions[std::countr_zero(left)];
      if ((position.hint & bit(symbol)) == 0 || !accepts(position.set, symbol)) continue;
      taken |= left & -left;
      next |= position.follow;
    }
    if ((taken & pattern.last) != 0) longest = at + 1;
    open = next;
  }
  return longest;
}

bool Matcher::may_begin(const Pattern& pattern, std::span<const Token> tokens,
                        std::size_t at) const {
  return (pattern.first_hint & bit(tokens[at].symbol)) != 0 &&
         (pattern.second_hint & hint_at(tokens, at + 1)) != 0;
}

void Matcher::try_anchor(const Anchor& anchor, std::span<const Token> tokens, std::size_t at,
                         std::vector<Match>& out) const {
  if (anchor.least > at) return;
  const Pattern& pattern = patterns_[anchor.pattern];
  for (std::size_t begin = at - std::min<std::size_t>(at, anchor.most); begin <= at - anchor.least;
       ++begin) {
    if (!may_begin(pattern, tokens, begin)) continue;
    const std::size_t end = longest_end(pattern, tokens, begin);
    if (end == begin) continue;
    out.push_back(
        {anchor.pattern, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
}

void Matcher::match(std::span<const Token> tokens, std::vector<Match>& out) const {
  Hint before = kNothing;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const Symbol symbol = tokens[at].symbol;
    const Hint behind = hint_at(tokens, at + 1);
    for (std::uint32_t i = anchor_bounds_[symbol]; i < anchor_bounds_[symbol + 1]; ++i) {
      const Neighbours& may = neighbours_[i];
      if ((may.before & before) == 0 || (may.behind & behind) == 0) continue;
      try_anchor(anchors_[i], tokens, at, out);
    }
    before = bit(symbol);
  }
}

bool Matcher::stands_near(std::size_t number, std::span<const Token> tokens, const Match& place,
                          std::uint32_t within) const {
  const Pattern& pattern = patterns_[number];
  const std::size_t reach = std::size_t{within} + pattern.longest;
  const std::size_t last = std::min<std::size_t>(tokens.size(), std::size_t{place.end} + within);
  for (std::size_t begin = place.begin - std::min<std::size_t>(place.begin, reach); begin < last;
       ++begin) {
    if (!may_begin(pattern, tokens, begin)) continue;
    const std::size_t end = longest_end(pattern, tokens, begin);
    if (end > begin && end + within > place.begin) return true;
  }
  return false;
}

}  // namespace amends::text
