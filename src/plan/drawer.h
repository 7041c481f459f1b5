// The drawer: a draft rests before it can be copied, and is read once more after its rest.
// (Guide: tl-urgency, sg-heat-faded; chapter 7: what is written in the heat reads otherwise later.)
//
// It never sends. What is missing is named: `wants` (what the message is to get), `rest`, `reread`,
// and `standing` where the level does not open a message at all.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "guide/guide.h"
#include "plan/log.h"

namespace amends::plan {

struct Resting {
  const Draft* draft;
  std::int64_t rests_until_ms;
  bool at_night;  // Last written at night, so it rests longer.
  bool rested;
  bool reread;  // After its rest, and not changed since.
  std::vector<std::string_view> needs;
};

/// Every draft that is not let go of and has words. Points into `log`.
std::vector<Resting> drawer(const guide::Guide& guide, const Log& log, guide::Level permitted,
                            std::int64_t now_ms, std::int64_t offset_min);

void write_drawer(base::json::Writer& out, const std::vector<Resting>& drawer);

}  // namespace amends::plan
