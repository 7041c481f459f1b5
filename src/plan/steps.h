// The steps as the log shows them: evidence that can be counted, and signs that a step is done.
// (Guide: chapter 8; EVIDENCE 5.2. A step has no date, no row of days to keep, and no percentage.)
//
// A step is done when all of its signs are there, or when the person marked it done (`step` of the
// journal, "done" of a sheet). What was missed is in the log and costs nothing.

#pragma once

#include <vector>

#include "check/sheet.h"
#include "guide/guide.h"
#include "plan/measure.h"

namespace amends::plan {

struct SignNow {
  const guide::Sign* sign;
  Counted counted;  // By word: 1 of 1, or 0.
};

std::vector<SignNow> signs_now(const Looking& at, const guide::Step& step);

/// The sheet with what the log adds to it: evidence, and steps whose signs are all there.
check::Sheet with_log(const Looking& at);

}  // namespace amends::plan
