#include "text/matcher.h"

#include <algorithm>
#include <bit>

namespace amends::text {

// Follows all ways through the pattern at once; a bit is a position that may come next.
std::size_t Matcher::longest_end(std::size_t number, std::span<const Token> tokens,
                                 std::size_t begin) const {
  const Pattern& pattern = patterns_[number];
  const std::uint64_t* const follows = follows_.data() + pattern.first_position;
  std::size_t longest = begin;
  std::uint64_t open = pattern.first;
  for (std::size_t at = begin; at < tokens.size() && open != 0; ++at) {
    std::uint64_t taken = open & alphabets_.takers(number, tokens[at].symbol);
    if ((taken & pattern.last) != 0) longest = at + 1;
    for (open = 0; taken != 0; taken &= taken - 1) open |= follows[std::countr_zero(taken)];
  }
  return longest;
}

bool Matcher::may_begin(const Pattern& pattern, std::span<const Token> tokens, std::size_t at) {
  return (pattern.first_hint & bit(tokens[at].symbol)) != 0 &&
         (pattern.second_hint & hint_at(tokens, at + 1)) != 0;
}

void Matcher::try_anchor(const Anchor& anchor, std::span<const Token> tokens, std::size_t at,
                         std::vector<Match>& out) const {
  if (anchor.least > at) return;
  const Pattern& pattern = patterns_[anchor.pattern];
  const std::size_t last = at - anchor.least;
  for (std::size_t begin = at - std::min<std::size_t>(at, anchor.most); begin <= last; ++begin) {
    if (!may_begin(pattern, tokens, begin)) continue;
    const std::size_t end = longest_end(anchor.pattern, tokens, begin);
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
    const std::size_t end = longest_end(number, tokens, begin);
    if (end > begin && end + within > place.begin) return true;
  }
  return false;
}

}  // namespace amends::text
