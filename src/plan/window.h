// How long commitments have to be kept before they are evidence. (Guide: chapter 8,
// st-show-change; rule evidence-8w of EVIDENCE 5.1.)

#pragma once

#include <cstdint>

#include "guide/guide.h"
#include "plan/log.h"

namespace amends::plan {

/// Whether commitments have been kept for long enough at that time, misses counted in, and the log
/// shows nothing to the contrary.
bool evidence_window_holds(const guide::Guide& guide, const Log& log, std::int64_t at_ms);

}  // namespace amends::plan
