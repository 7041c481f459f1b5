// Turns and openings: who wrote, who began, and how long answers take. (Guide: chapter 10.)
//
// A turn is contacts of one side with short gaps; an opening is a turn after a long one (the
// numbers: guide/log.toml). Business contact is nobody's turn, and a reaction of theirs is none
// either: nd-over-reading, a like is not a reply.

#pragma once

#include <cstdint>
#include <vector>

#include "guide/guide.h"
#include "plan/log.h"

namespace amends::plan {

inline constexpr std::int64_t kHourMs = 3'600'000;
inline constexpr std::int64_t kDayMs = 24 * kHourMs;

struct Turn {
  Side side;
  std::int64_t first_ms;
  std::int64_t last_ms;
  bool opening;
  /// The median time they took to reply, of all replies before this turn; 0 without any.
  std::int64_t usual_reply_ms;
};

/// Contacts that count, up to now, in the order of their time.
std::vector<Contact> social_until(const Log& log, std::int64_t now_ms);

std::vector<Turn> turns_of(const guide::Guide& guide, const std::vector<Contact>& social);

/// The hour of the day, 0 to 23, where local time is `offset_min` ahead of UTC.
int local_hour(std::int64_t when_ms, std::int64_t offset_min);

/// In the hours in which decisions wait longer.
bool at_night(const guide::Guide& guide, std::int64_t when_ms, std::int64_t offset_min);

}  // namespace amends::plan
