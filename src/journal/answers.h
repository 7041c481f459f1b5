// The answers, in the order in which they were given: which count, which latch, and which wait.
//
// Laws (journal/answers_test.cc): a worse answer acts at once; a better one by its rule only
// (journal/raise.h); a no opens by nothing but words of theirs that came unasked, harm and fear by
// nothing at all. It depends on the set of events alone, never on how they came.

#pragma once

#include <span>

#include "guide/guide.h"
#include "journal/fold.h"

namespace amends::journal {

/// Fills what the State has of answers: sheet, latches, what was said and what waits. `state` holds
/// the things already, and `order` is every event in its order.
void fold_answers(const guide::Guide& guide, std::span<const Event* const> order, State& state);

}  // namespace amends::journal
