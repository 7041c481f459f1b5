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

Clock seen(Clock own, Clock other, std::int64_t now_ms) {
  constexpr std::int64_t kDayMs = 86'400'000;
  if (other.at_ms > now_ms && other.at_ms - now_ms > kDayMs) return own;
  return std::max(own, other);
}

}  // namespace amends::journal
