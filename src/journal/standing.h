// Where the journal stands at a moment: the State, what the contact log adds to it, and the check's
// judgement of both.

#pragma once

#include <optional>
#include <span>

#include "base/json.h"
#include "check/judge.h"
#include "check/sheet.h"
#include "guide/guide.h"
#include "journal/event.h"
#include "journal/fold.h"
#include "plan/contact_rules.h"
#include "plan/log.h"

namespace amends::journal {

struct Moment {
  std::int64_t now_ms = 0;
  std::int64_t offset_min = 0;  // What local time is ahead of UTC.
};

/// Points into `guide` and `state`; it does not move, for `contact` points into `log`.
struct Stands {
  Stands(const guide::Guide& guide, const State& state, Moment moment);
  Stands(const Stands&) = delete;
  Stands& operator=(const Stands&) = delete;

  const State& state;
  Moment moment;
  plan::Log log;
  plan::ContactView contact;
  check::Sheet sheet;  // The State's, with what the log shows.
  check::Standing standing;
};

/// Better answers that do not count yet.
void write_raises(base::json::Writer& out, const guide::Guide& guide, const Stands& stands);

/// Answers that hold the level down, and when they may be asked anew.
void write_rechecks(base::json::Writer& out, const guide::Guide& guide, const Stands& stands);

/// What moved since the last check-in of kind recheck; null before the first. `order` is in the
/// order of stamps.
void write_moved(base::json::Writer& out, const guide::Guide& guide, std::span<const Event> order,
                 const Stands& stands);

void write_hold(base::json::Writer& out, const Hold& hold);

}  // namespace amends::journal
