// Where a pattern is looked for: at words that each of its matches holds, chosen so that looking
// costs least. (src/text/matcher.h)

#pragma once

#include <cstdint>

#include "packc/reader_pattern.h"

namespace amends::packc {

/// Places of which every match takes one at least; none where there are no such words. `tree` is
/// the pattern that `automaton` was built from.
std::uint64_t anchors_of(const Node& tree, const Automaton& automaton, const ReaderWords& words);

}  // namespace amends::packc
