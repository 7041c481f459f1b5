// A measure over the log: how much is there of what is enough. (Guide: chapter 8; EVIDENCE 5.2.)
//
// Which measures there are: guide/measure.h. Every number is data. Pure; linear in the log but for
// sorting. What is dated after now is not there yet.

#pragma once

#include <cstdint>

#include "check/sheet.h"
#include "guide/guide.h"
#include "plan/log.h"

namespace amends::plan {

/// What is looked at, and from when.
struct Looking {
  const guide::Guide& guide;
  const check::Sheet& sheet;
  const Log& log;
  std::int64_t now_ms;
  std::int64_t offset_min;
};

struct Counted {
  int n = 0;
  int of = 1;
  bool there() const { return n >= of; }
};

Counted counted(const Looking& at, const guide::Measure& measure);

}  // namespace amends::plan
