// Which of the 33 steps are open now. (Guide: chapter 8, 4 and 11.)
//
// A step is open when the level allows it, every step before it is done and its evidence is there
// (st-lead, tl-no-universal: no step waits for a date). It is withdrawn when the level falls.

#pragma once

#include <vector>

#include "check/sheet.h"
#include "guide/guide.h"

namespace amends::check {

/// The open steps in the order of the path. The pointers live as long as the guide.
std::vector<const guide::Step*> open_steps(const guide::Guide& guide, const Sheet& sheet,
                                           guide::Level permitted);

}  // namespace amends::check
