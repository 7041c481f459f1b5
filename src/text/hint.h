// Hints of symbols, and of no symbol, for the matcher and the loader of its indexes.

#pragma once

#include <cstddef>

#include "text/matcher.h"

namespace amends::text {

constexpr std::uint64_t bit(std::size_t i) { return std::uint64_t{1} << (i & 63); }

constexpr Hint hint_of(Symbol symbol) { return bit(symbol); }

// What asks nothing of its neighbour takes that too that none is there.
inline constexpr Hint kAnything = ~Hint{0};
inline constexpr Hint kNothing = Hint{1} << 63;

}  // namespace amends::text
