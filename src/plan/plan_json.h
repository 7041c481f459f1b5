// The plan's part of the view: steps, commitments, window, phrases, obstacles
// (docs/formats/book.md). The same log and moment give the same bytes.

#pragma once

#include <cstdint>

#include "base/json.h"
#include "check/sheet.h"
#include "guide/guide.h"
#include "plan/log.h"

namespace amends::plan {

/// Writes the members into an object that is open.
void write_plan(base::json::Writer& out, const guide::Guide& guide, const check::Sheet& sheet,
                const Log& log, guide::Level permitted, std::int64_t now_ms,
                std::int64_t offset_min);

}  // namespace amends::plan
