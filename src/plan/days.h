// Local days and weeks. Times are Unix time in milliseconds; local time is `offset_min` ahead of
// UTC. No zone and no calendar: the offset of now is that of the whole log, which is an hour off
// for half a year, and nothing here turns on an hour of long ago but "at night".

#pragma once

#include <cstdint>

namespace amends::plan {

inline constexpr std::int64_t kMsPerMinute = 60'000;
inline constexpr std::int64_t kMsPerDay = 86'400'000;
inline constexpr std::int64_t kMsPerWeek = 7 * kMsPerDay;

/// Days since 1970-01-01, local.
constexpr std::int64_t local_day(std::int64_t when_ms, std::int64_t offset_min) {
  const std::int64_t local_ms = when_ms + offset_min * kMsPerMinute;
  return (local_ms >= 0 ? local_ms : local_ms - kMsPerDay + 1) / kMsPerDay;
}

/// Weeks since the Monday before 1970-01-01, which was a Thursday.
constexpr std::int64_t week_of(std::int64_t local_day) { return (local_day + 3) / 7; }

}  // namespace amends::plan
