#include "text/matcher.h"

#include <algorithm>
#include <bit>

#include "text/hint.h"

namespace amends::text {

Sighted::Sighted(std::span<const Token> tokens) : tokens_(tokens), hints_(tokens.size() + 2) {
  hints_.front() = kNothing;
  for (std::size_t at = 0; at < tokens.size(); ++at) hints_[at + 1] = hint_of(tokens[at].symbol);
  hints_.back() = kNothing;
}

// Follows all ways through the pattern at once; a bit is a position that may come next.
std::size_t Matcher::longest_end(const Pattern& pattern, const Sighted& text,
                                 std::size_t begin) const {
  const std::uint64_t* const follows = follows_.data() + pattern.first_position;
  std::size_t longest = begin;
  std::uint64_t open = pattern.first;
  for (std::size_t at = begin; at < text.size() && open != 0; ++at) {
    std::uint64_t taken = open & alphabets_.takers(pattern.alphabet, text.symbol(at));
    if ((taken & pattern.last) != 0) longest = at + 1;
    for (open = 0; taken != 0; taken &= taken - 1) open |= follows[std::countr_zero(taken)];
  }
  return longest;
}

void Matcher::try_anchor(const Anchor& anchor, const Sighted& text, std::size_t at,
                         std::vector<Match>& out) const {
  if (anchor.least > at) return;
  const Pattern& pattern = patterns_[anchor.pattern];
  const Hint* const hints = text.hints();
  const std::size_t last = at - anchor.least;
  for (std::size_t begin = at - std::min<std::size_t>(at, anchor.most); begin <= last; ++begin) {
    if ((pattern.first_hint & hints[begin]) == 0) continue;
    if ((pattern.second_hint & hints[begin + 1]) == 0) continue;
    const std::size_t end = longest_end(pattern, text, begin);
    if (end == begin) continue;
    out.push_back(
        {anchor.pattern, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
  }
}

// Tells which words stand between neighbours that they can have, without a branch for each, for a
// processor guesses wrong at every fifth; and then tries them, with the next patterns on their way
// from memory meanwhile.
void Matcher::match(const Sighted& text, std::vector<Match>& out) const {
  const Hint* const hints = text.hints();
  std::array<Place, kPlaces> places;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const Hint before = hints[static_cast<std::ptrdiff_t>(at) - 1];
    const Hint behind = hints[at + 1];
    const std::uint32_t end = anchor_bounds_[text.symbol(at) + std::size_t{1}];
    for (std::uint32_t i = anchor_bounds_[text.symbol(at)]; i < end; ++i) {
      const Neighbours& may = neighbours_[i];
      places[count] = {i, static_cast<std::uint32_t>(at)};
      count += static_cast<std::size_t>((may.before & before) != 0) &
               static_cast<std::size_t>((may.behind & behind) != 0);
      if (count < kPlaces) continue;
      try_all(places, text, out);
      count = 0;
    }
  }
  try_all(std::span(places).first(count), text, out);
}

void Matcher::try_all(std::span<const Place> places, const Sighted& text,
                      std::vector<Match>& out) const {
  constexpr std::size_t kAhead = 6;
  for (std::size_t i = 0; i < places.size(); ++i) {
    const std::size_t ahead = std::min(i + kAhead, places.size() - 1);
    __builtin_prefetch(&patterns_[anchors_[places[ahead].anchor].pattern]);
    try_anchor(anchors_[places[i].anchor], text, places[i].at, out);
  }
}

bool Matcher::stands_near(std::size_t number, const Sighted& text, const Match& place,
                          std::uint32_t within) const {
  const Pattern& pattern = patterns_[number];
  const std::size_t reach = std::size_t{within} + pattern.longest;
  const std::size_t last = std::min<std::size_t>(text.size(), std::size_t{place.end} + within);
  const Hint* const hints = text.hints();
  for (std::size_t begin = place.begin - std::min<std::size_t>(place.begin, reach); begin < last;
       ++begin) {
    if ((pattern.first_hint & hints[begin]) == 0) continue;
    if ((pattern.second_hint & hints[begin + 1]) == 0) continue;
    const std::size_t end = longest_end(pattern, text, begin);
    if (end > begin && end + within > place.begin) return true;
  }
  return false;
}

}  // namespace amends::text
