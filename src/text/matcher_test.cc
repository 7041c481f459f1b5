#include "text/matcher.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

namespace amends::text {
namespace {

using Written = Matcher::Written;

constexpr std::size_t kSymbols = 200;  // More than a hint has bits, so that some share one.

class Chance {
 public:
  explicit Chance(std::uint32_t seed) : engine_(seed) {}
  std::size_t below(std::size_t count) { return engine_() % count; }
  bool once_in(std::size_t count) { return below(count) == 0; }

 private:
  std::mt19937 engine_;
};

// Borders are rare, and words few enough to meet again.
Symbol random_symbol(Chance& chance) {
  if (chance.once_in(8)) return static_cast<Symbol>(kStop + chance.below(kTrail));
  const std::size_t word = chance.below(12);
  return static_cast<Symbol>(kFirstWord + word + (chance.once_in(3) ? 64 : 0));
}

std::uint16_t random_set(Written& written, Chance& chance) {
  if (chance.once_in(12)) return kAnyBorder;
  if (chance.once_in(2)) return random_symbol(chance);
  std::set<Symbol> members;
  while (members.size() < 2 + chance.below(4)) members.insert(random_symbol(chance));
  written.sets.emplace_back(members.begin(), members.end());
  return static_cast<std::uint16_t>(kSymbols + written.sets.size() - 1);
}

std::uint64_t bit_of(std::size_t i) { return std::uint64_t{1} << i; }

// One way through a pattern: places in a row, some of them optional, some for any word. One that
// is neither is the anchor.
void add_way(Written& written, Written::Pattern& pattern, Chance& chance) {
  const std::size_t size = 1 + chance.below(5);
  const std::size_t anchor = chance.below(size);
  std::uint64_t ends = 0;
  bool leads = true;
  for (std::size_t i = 0; i < size; ++i) {
    const bool is_any = i != anchor && chance.once_in(4);
    const bool is_optional = i != anchor && chance.once_in(3);
    const std::size_t at = pattern.positions.size();
    pattern.positions.push_back({is_any ? kAnyWord : random_set(written, chance), 0});
    for (std::size_t j = 0; j < at; ++j) {
      if ((ends & bit_of(j)) != 0) pattern.positions[j].follow |= bit_of(at);
    }
    if (leads) pattern.first |= bit_of(at);
    if (i == anchor) pattern.anchors |= bit_of(at);
    ends = is_optional ? ends | bit_of(at) : bit_of(at);
    leads = leads && is_optional;
  }
  pattern.last |= ends;
}

Written random_patterns(Chance& chance) {
  Written written;
  for (std::size_t i = 0; i < 40; ++i) {
    Written::Pattern pattern{{}, 0, 0, 0};
    for (std::size_t ways = 1 + chance.below(3); ways > 0; --ways) {
      add_way(written, pattern, chance);
    }
    // Some are only asked about.
    if (chance.once_in(4)) pattern.anchors = 0;
    written.patterns.push_back(std::move(pattern));
  }
  return written;
}

Tokens random_text(Chance& chance) {
  Tokens tokens(chance.below(40));
  for (Token& token : tokens) {
    token.symbol = chance.once_in(6) ? kOtherWord : random_symbol(chance);
  }
  return tokens;
}

std::optional<Matcher> read_back(const Written& written) {
  base::ByteWriter out;
  written.write(out);
  const std::string blob = out.take();
  base::ByteReader reader(blob);
  return Matcher::read(reader, kSymbols);
}

// The plain way: each pattern from each token, each position asked for its set.
bool takes(const Written& written, std::uint16_t set, Symbol symbol) {
  if (set == kAnyWord) return !is_border(symbol);
  if (set == kAnyBorder) return is_border(symbol);
  if (set < kSymbols) return set == symbol;
  return std::ranges::count(written.sets[set - kSymbols], symbol) != 0;
}

std::uint32_t plain_end(const Written& written, const Written::Pattern& pattern,
                        const Tokens& tokens, std::size_t begin) {
  std::size_t end = begin;
  std::uint64_t open = pattern.first;
  for (std::size_t at = begin; at < tokens.size(); ++at) {
    std::uint64_t next = 0;
    for (std::size_t i = 0; i < pattern.positions.size(); ++i) {
      if ((open & bit_of(i)) == 0) continue;
      if (!takes(written, pattern.positions[i].set, tokens[at].symbol)) continue;
      next |= pattern.positions[i].follow;
      if ((pattern.last & bit_of(i)) != 0) end = at + 1;
    }
    open = next;
  }
  return static_cast<std::uint32_t>(end);
}

std::vector<Match> plain_matches(const Written& written, std::uint32_t number,
                                 const Tokens& tokens) {
  std::vector<Match> out;
  for (std::uint32_t begin = 0; begin < tokens.size(); ++begin) {
    const std::uint32_t end = plain_end(written, written.patterns[number], tokens, begin);
    if (end > begin) out.push_back({number, begin, end});
  }
  return out;
}

std::vector<Match> sorted(std::vector<Match> matches) {
  std::ranges::sort(matches);
  const auto repeated = std::ranges::unique(matches);
  matches.erase(repeated.begin(), repeated.end());
  return matches;
}

TEST(Matcher, FindsWhatThePlainWayFinds) {
  std::size_t found = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    Chance chance(seed);
    const Written written = random_patterns(chance);
    const auto matcher = read_back(written);
    ASSERT_TRUE(matcher);
    for (int texts = 0; texts < 10; ++texts) {
      const Tokens tokens = random_text(chance);
      std::vector<Match> want;
      for (std::uint32_t i = 0; i < written.patterns.size(); ++i) {
        if (written.patterns[i].anchors == 0) continue;
        for (const Match& match : plain_matches(written, i, tokens)) want.push_back(match);
      }
      std::vector<Match> matches;
      matcher->match(Sighted(tokens), matches);
      ASSERT_EQ(sorted(matches), want);
      found += want.size();
    }
  }
  EXPECT_GT(found, 10'000U);
}

TEST(Matcher, AskedAboutAPlaceItSaysWhatThePlainWaySays) {
  std::size_t near = 0;
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    Chance chance(seed);
    const Written written = random_patterns(chance);
    const auto matcher = read_back(written);
    ASSERT_TRUE(matcher);
    const Tokens tokens = random_text(chance);
    if (tokens.empty()) continue;
    const auto begin = static_cast<std::uint32_t>(chance.below(tokens.size()));
    const Match place{0, begin, begin + 1};
    const auto within = static_cast<std::uint32_t>(chance.below(6));
    for (std::uint32_t i = 0; i < written.patterns.size(); ++i) {
      const auto all = plain_matches(written, i, tokens);
      const bool want = std::ranges::any_of(all, [&](const Match& match) {
        return match.begin < place.end + within && match.end + within > place.begin;
      });
      ASSERT_EQ(matcher->stands_near(i, Sighted(tokens), place, within), want) << i;
      near += want ? 1 : 0;
    }
  }
  EXPECT_GT(near, 1'000U);
}

TEST(Matcher, RefusesAPatternThatMatchesWithoutItsAnchor) {
  struct Case {
    const char* name;
    Written::Pattern pattern;
    bool want;
  };
  const Case cases[] = {
      {"two words, either one the anchor", {{{8, 2}, {9, 0}}, 1, 2, 1}, true},
      {"the anchor is optional", {{{8, 2}, {9, 0}}, 3, 2, 1}, false},
      {"the second of two ways has none", {{{8, 0}, {9, 0}}, 3, 3, 1}, false},
      {"any word is an anchor", {{{kAnyWord, 0}}, 1, 1, 1}, false},
      {"only asked about", {{{kAnyWord, 0}}, 1, 1, 0}, true},
      {"a set that is not there", {{{kSymbols, 0}}, 1, 1, 1}, false},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(read_back({{}, {c.pattern}}).has_value(), c.want);
  }
}

TEST(Matcher, RefusesALongSetThatIsNamedWithoutEnd) {
  Written written;
  std::vector<Symbol>& set = written.sets.emplace_back();
  for (Symbol symbol = kFirstWord; symbol < kSymbols; ++symbol) set.push_back(symbol);
  for (int i = 0; i < 5'000; ++i) written.patterns.push_back({{{kSymbols, 0}}, 1, 1, 1});
  EXPECT_TRUE(read_back(written));
  for (int i = 0; i < 5'000; ++i) written.patterns.push_back({{{kSymbols, 0}}, 1, 1, 1});
  EXPECT_FALSE(read_back(written));
}

}  // namespace
}  // namespace amends::text
