// The view: what follows from the journal at a moment, made anew each time (docs/formats/book.md).

#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "guide/guide.h"
#include "journal/event.h"
#include "journal/fold.h"

namespace amends::journal {

struct Moment {
  std::int64_t now_ms = 0;
  std::int64_t offset_min = 0;  // What local time is ahead of UTC.
};

/// The view as JSON. `state` is what `events` fold to.
std::string view(const guide::Guide& guide, std::span<const Event> events, const State& state,
                 Moment moment);

}  // namespace amends::journal
