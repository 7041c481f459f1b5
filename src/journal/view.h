// The view: what follows from the journal at a moment, made anew each time (docs/formats/book.md).

#pragma once

#include <span>
#include <string>

#include "guide/guide.h"
#include "journal/event.h"
#include "journal/standing.h"

namespace amends::journal {

/// The view as JSON. `order` is the events in the order of their stamps, and `state` what they fold
/// to.
std::string view(const guide::Guide& guide, std::span<const Event> order, const State& state,
                 Moment moment);

}  // namespace amends::journal
