// A matcher to its blob and back: sets and patterns as they are written, and the indexes that are
// made of them when it is loaded.

#include <algorithm>
#include <array>
#include <bit>

#include "text/hint.h"
#include "text/matcher.h"

namespace amends::text {
namespace {

// Symbols that the positions of all patterns take, together. Ours take 50 thousand; a damaged blob
// could name one long set a hundred thousand times.
constexpr std::size_t kMostTakings = std::size_t{1} << 20;

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

}  // namespace

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

// Holds what only loading needs.
class Matcher::Loader {
 public:
  Loader(base::ByteReader& blob, std::size_t symbols)
      : symbols_(symbols), last_entry_(symbols, kNoEntry) {
    read_sets(blob);
    read_patterns(blob);
  }

  std::optional<Matcher> loaded() && {
    if (!is_sound()) return std::nullopt;
    for (const Source& pattern : sources_) add(pattern);
    sort_anchors();
    return std::move(out_);
  }

 private:
  struct Source {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint64_t anchors = 0;
    std::size_t first_position = 0;
    std::size_t size = 0;
  };
  struct Entry {
    Anchor anchor;
    Neighbours neighbours;
    Symbol symbol = 0;
  };
  static constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;
  // What stands in front of a position.
  struct Way {
    std::uint64_t leaders = 0;
    std::uint8_t least = 0xFF;  // Tokens. More than `most`: nothing leads there.
    std::uint8_t most = 0;
  };
  using Hints = std::array<Hint, kMostPositions>;
  using Ways = std::array<Way, kMostPositions>;

  void read_sets(base::ByteReader& blob);
  void read_patterns(base::ByteReader& blob);
  bool is_sound() const;
  std::span<const Written::Position> positions_of(const Source& pattern) const {
    return {positions_.data() + pattern.first_position, pattern.size};
  }
  bool is_sound(const Source& pattern) const;
  bool takes_an_anchor(const Source& pattern) const;
  std::size_t size_of(std::uint16_t set) const;
  template <typename Take>
  void for_each_symbol(std::uint16_t set, Take take) const;
  void add(const Source& pattern);
  Hints add_alphabet(const Source& pattern);
  void add_anchors(const Source& pattern, const Hints& hints);
  void add_anchor(const Entry& entry);
  void sort_anchors();
  Ways ways_of(const Source& pattern) const;
  std::uint64_t followers(const Source& pattern, std::uint64_t positions) const;
  static Hint any_of(const Hints& hints, std::uint64_t positions);

  Matcher out_;
  std::size_t symbols_;
  std::vector<std::uint32_t> set_bounds_ = {0};
  std::vector<Symbol> set_members_;  // Sorted within a set.
  std::vector<Source> sources_;
  std::vector<Written::Position> positions_;
  std::vector<Entry> entries_;             // By pattern.
  std::vector<std::uint32_t> last_entry_;  // By symbol.
  std::vector<Alphabets::Taking> takings_;
};

std::optional<Matcher> Matcher::read(base::ByteReader& blob, std::size_t symbols) {
  Loader loader(blob, symbols);
  if (!blob.ok()) return std::nullopt;
  return std::move(loader).loaded();
}

void Matcher::Loader::read_sets(base::ByteReader& blob) {
  const std::size_t sets = blob.count(1);
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

void Matcher::Loader::read_patterns(base::ByteReader& blob) {
  sources_.resize(blob.count(4));
  for (Source& pattern : sources_) {
    auto positions = blob.small<std::uint8_t>();
    if (positions > kMostPositions) positions = 0;
    pattern.first = blob.varint();
    pattern.last = mirrored(blob.varint(), positions);
    pattern.anchors = blob.varint();
    pattern.first_position = positions_.size();
    pattern.size = positions;
    for (std::size_t i = 0; i < positions; ++i) {
      const auto set = blob.small<std::uint16_t>();
      const std::uint64_t follow = blob.varint();
      positions_.push_back({set, i + 1 < kMostPositions ? follow << (i + 1) : 0});
    }
  }
}

bool Matcher::Loader::is_sound() const {
  if (symbols_ <= kTrail) return false;
  const auto is_member = [&](Symbol symbol) { return symbol < symbols_; };
  if (!std::ranges::all_of(set_members_, is_member)) return false;
  std::size_t takings = 0;
  for (const Source& pattern : sources_) {
    if (!is_sound(pattern)) return false;
    for (const auto& position : positions_of(pattern)) takings += size_of(position.set);
    if (takings > kMostTakings) return false;
  }
  return true;
}

bool Matcher::Loader::is_sound(const Source& pattern) const {
  if (pattern.size == 0) return false;
  const std::uint64_t all = kAnything >> (kMostPositions - pattern.size);
  if (((pattern.first | pattern.last | pattern.anchors) & ~all) != 0) return false;
  const std::size_t sets = set_bounds_.size() - 1;
  for (std::size_t i = 0; i < pattern.size; ++i) {
    const auto& [set, follow] = positions_of(pattern)[i];
    if (set >= symbols_ + sets && set < kAnyBorder) return false;
    // Only forward, so that no pattern runs longer than it has positions.
    const std::uint64_t later = all & ~((std::uint64_t{2} << i) - 1);
    if ((follow & ~later) != 0) return false;
  }
  return pattern.anchors == 0 || takes_an_anchor(pattern);
}

// Whether every match does: else some would not be found. Any word is no anchor.
bool Matcher::Loader::takes_an_anchor(const Source& pattern) const {
  std::uint64_t around = pattern.first & ~pattern.anchors;
  for (std::size_t i = 0; i < pattern.size; ++i) {
    const auto& [set, follow] = positions_of(pattern)[i];
    if ((pattern.anchors & bit(i)) != 0 && set == kAnyWord) return false;
    if ((around & bit(i)) != 0) around |= follow & ~pattern.anchors;
  }
  return (around & pattern.last) == 0;
}

std::size_t Matcher::Loader::size_of(std::uint16_t set) const {
  if (set < symbols_ || set >= kAnyBorder) return 1;
  return set_bounds_[set - symbols_ + 1] - set_bounds_[set - symbols_];
}

template <typename Take>
void Matcher::Loader::for_each_symbol(std::uint16_t set, Take take) const {
  if (set == kAnyWord) return;  // Those are too many to name.
  if (set == kAnyBorder) {
    for (Symbol symbol = kStop; symbol <= kTrail; ++symbol) take(symbol);
  } else if (set < symbols_) {
    take(set);
  } else {
    const std::size_t of = set - symbols_;
    for (std::uint32_t i = set_bounds_[of]; i < set_bounds_[of + 1]; ++i) take(set_members_[i]);
  }
}

void Matcher::Loader::add(const Source& source) {
  Pattern& pattern = out_.patterns_.emplace_back();
  pattern.first_position = static_cast<std::uint32_t>(out_.follows_.size());
  for (const auto& position : positions_of(source)) out_.follows_.push_back(position.follow);
  pattern.first = source.first;
  pattern.last = source.last;
  const Hints hints = add_alphabet(source);
  pattern.first_hint = any_of(hints, source.first);
  pattern.second_hint = any_of(hints, followers(source, source.first));
  // A match of one token asks nothing of the next.
  if ((source.first & source.last) != 0) pattern.second_hint = kAnything;
  pattern.longest = 0;
  for (std::uint64_t open = source.first; open != 0; open = followers(source, open)) {
    ++pattern.longest;
  }
  if (source.anchors != 0) add_anchors(source, hints);
}

Matcher::Loader::Hints Matcher::Loader::add_alphabet(const Source& pattern) {
  Hints hints{};
  takings_.clear();
  std::uint64_t any_word = 0;
  for (std::size_t i = 0; i < pattern.size; ++i) {
    const std::uint16_t set = positions_of(pattern)[i].set;
    if (set == kAnyWord) any_word |= bit(i);
    if (set == kAnyWord) hints[i] = kAnything;
    for_each_symbol(set, [&](Symbol symbol) {
      takings_.push_back({symbol, static_cast<std::uint16_t>(i)});
      hints[i] |= hint_of(symbol);
    });
  }
  out_.patterns_.back().alphabet = out_.alphabets_.add(takings_, any_word);
  return hints;
}

// Gives each symbol the patterns that are to be tried where it stands.
void Matcher::Loader::add_anchors(const Source& pattern, const Hints& hints) {
  const auto number = static_cast<std::uint16_t>(out_.patterns_.size() - 1);
  const Ways ways = ways_of(pattern);
  for_each_bit(pattern.anchors, [&](std::size_t i) {
    const bool leads = (pattern.first & bit(i)) != 0;
    const bool ends = (pattern.last & bit(i)) != 0;
    const auto& [set, follow] = positions_of(pattern)[i];
    Entry entry{{number, ways[i].least, ways[i].most},
                {leads ? kAnything : any_of(hints, ways[i].leaders),
                 ends ? kAnything : any_of(hints, follow)}};
    for_each_symbol(set, [&](Symbol symbol) {
      entry.symbol = symbol;
      add_anchor(entry);
    });
  });
}

// A word that is an anchor twice is one entry, which allows what either does.
void Matcher::Loader::add_anchor(const Entry& entry) {
  std::uint32_t& last = last_entry_[entry.symbol];
  if (last == kNoEntry || entries_[last].anchor.pattern != entry.anchor.pattern) {
    last = static_cast<std::uint32_t>(entries_.size());
    entries_.push_back(entry);
    return;
  }
  Entry& same = entries_[last];
  same.anchor.least = std::min(same.anchor.least, entry.anchor.least);
  same.anchor.most = std::max(same.anchor.most, entry.anchor.most);
  same.neighbours.before |= entry.neighbours.before;
  same.neighbours.behind |= entry.neighbours.behind;
}

// By symbol, and of one symbol by pattern: counted, and then put in their places.
void Matcher::Loader::sort_anchors() {
  std::vector<std::uint32_t>& bounds = out_.anchor_bounds_;
  bounds.assign(symbols_ + 1, 0);
  for (const Entry& entry : entries_) ++bounds[entry.symbol + std::size_t{1}];
  for (std::size_t i = 0; i < symbols_; ++i) bounds[i + 1] += bounds[i];
  out_.anchors_.resize(entries_.size());
  out_.neighbours_.resize(entries_.size());
  std::vector<std::uint32_t> next = bounds;
  for (const Entry& entry : entries_) {
    const std::uint32_t at = next[entry.symbol]++;
    out_.anchors_[at] = entry.anchor;
    out_.neighbours_[at] = entry.neighbours;
  }
}

Matcher::Loader::Ways Matcher::Loader::ways_of(const Source& pattern) const {
  Ways ways;
  for_each_bit(pattern.first, [&](std::size_t i) { ways[i].least = 0; });
  for (std::size_t i = 0; i < pattern.size; ++i) {
    for_each_bit(positions_of(pattern)[i].follow, [&](std::size_t next) {
      ways[next].leaders |= bit(i);
      if (ways[i].least > ways[i].most) return;
      ways[next].least = std::min<std::uint8_t>(ways[next].least, ways[i].least + 1);
      ways[next].most = std::max<std::uint8_t>(ways[next].most, ways[i].most + 1);
    });
  }
  return ways;
}

std::uint64_t Matcher::Loader::followers(const Source& pattern, std::uint64_t positions) const {
  std::uint64_t out = 0;
  for_each_bit(positions, [&](std::size_t i) { out |= positions_of(pattern)[i].follow; });
  return out;
}

Hint Matcher::Loader::any_of(const Hints& hints, std::uint64_t positions) {
  Hint out = 0;
  for_each_bit(positions, [&](std::size_t i) { out |= hints[i]; });
  return out;
}

}  // namespace amends::text
