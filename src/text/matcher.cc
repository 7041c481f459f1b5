#include "text/matcher.h"

#include <algorithm>
#include <bit>

namespace amends::text {
namespace {

bool are_bounds(const std::vector<std::uint32_t>& bounds, std::size_t lists, std::size_t size) {
  return bounds.size() == lists + 1 && bounds.front() == 0 && bounds.back() == size &&
         std::ranges::is_sorted(bounds);
}

}  // namespace

std::optional<Matcher> Matcher::read(base::ByteReader& blob, std::size_t symbols) {
  Matcher out;
  out.set_bounds_ = blob.list<std::uint32_t>();
  out.set_members_ = blob.list<Symbol>();
  out.positions_.resize(blob.count(10));
  for (Position& position : out.positions_) {
    position.set = blob.number<std::uint16_t>();
    position.follow = blob.number<std::uint64_t>();
  }
  out.patterns_.resize(blob.count(21));
  for (Pattern& pattern : out.patterns_) {
    pattern.first_position = blob.number<std::uint32_t>();
    pattern.positions = blob.number<std::uint8_t>();
    pattern.first = blob.number<std::uint64_t>();
    pattern.last = blob.number<std::uint64_t>();
  }
  out.anchor_bounds_ = blob.list<std::uint32_t>();
  out.anchors_.resize(blob.count(4));
  for (Anchor& anchor : out.anchors_) {
    anchor.pattern = blob.number<std::uint16_t>();
    anchor.least = blob.number<std::uint8_t>();
    anchor.most = blob.number<std::uint8_t>();
  }
  if (!blob.ok() || !out.is_sound(symbols)) return std::nullopt;
  return out;
}

bool Matcher::is_sound(std::size_t symbols) const {
  const std::size_t sets = set_bounds_.empty() ? 0 : set_bounds_.size() - 1;
  if (!are_bounds(set_bounds_, sets, set_members_.size())) return false;
  if (!are_bounds(anchor_bounds_, symbols, anchors_.size())) return false;
  const auto is_set = [&](std::uint16_t set) { return set < sets || set >= kAnyBorder; };
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
  const Symbol* const begin = set_members_.data() + set_bounds_[set];
  const Symbol* const end = set_members_.data() + set_bounds_[set + 1];
  if (end - begin == 1) return *begin == symbol;
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
