#include "journal/event.h"

#include <algorithm>
#include <limits>

namespace amends::journal {

Clock next(Clock last, std::int64_t now_ms) {
  const std::int64_t now = std::clamp<std::int64_t>(now_ms, 0, kLastMs);
  if (now > last.at_ms) return {now, 0};
  if (last.tick == std::numeric_limits<std::int32_t>::max()) return {last.at_ms + 1, 0};
  return {last.at_ms, last.tick + 1};
}

}  // namespace amends::journal
