// How long commitments have to be kept before they are evidence. (Guide: chapters 4 and 8;
// st-show-change, tl-betrayal-slow, tl-cordial-faster; rule evidence-8w of EVIDENCE 5.1.)
//
// At least so many due, over at least so many weeks, and so many of ten kept: guide/plan.toml.
// Looked at are the last weeks only, so that an old miss is not held against anyone for ever. A
// commitment that was given up counts with its misses: letting one go must not raise.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "check/sheet.h"
#include "guide/guide.h"
#include "plan/log.h"

namespace amends::plan {

/// How long it is for this story, and the answer that makes it longer or shorter than usual.
struct WindowNow {
  guide::Span span;
  std::optional<guide::ItemAnswer> because;
};
WindowNow window_now(const guide::Guide& guide, const check::Sheet& sheet);

/// One time a commitment came due.
struct Due {
  std::int64_t when_ms;
  Held held;
};

enum class Which : std::uint8_t {
  all,
  of_acts,  // Tied to something the person did: in the very place where it hurt.
};

/// In the order of their time, up to now.
std::vector<Due> dues_of(const Commitment& commitment, std::int64_t now_ms);
std::vector<Due> dues_of(const Log& log, Which which, std::int64_t now_ms);

/// What came due in the window before a moment.
struct Kept {
  int due = 0;
  int kept = 0;
  int weeks = 0;  // Since the first of all, at most those of the window.
};
Kept kept_until(const std::vector<Due>& dues, guide::Span span, std::int64_t at_ms);

bool window_holds(guide::Span span, const Kept& kept);

/// Whether commitments have been kept for long enough to raise that answer, and the log shows
/// nothing to the contrary. `dues` are all of the log, for who asks often has them.
bool evidence_window_holds(const guide::Guide& guide, const Log& log, const std::vector<Due>& dues,
                           guide::ItemAnswer raised, std::int64_t at_ms);

}  // namespace amends::plan
