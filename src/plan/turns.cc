#include "plan/turns.h"

#include <algorithm>

namespace amends::plan {

using guide::Guide;

namespace {

/// Medians of a growing list, exact.
class Median {
 public:
  void add(std::int64_t value) { values_.insert(std::ranges::upper_bound(values_, value), value); }
  std::int64_t now() const { return values_.empty() ? 0 : values_[(values_.size() - 1) / 2]; }

 private:
  std::vector<std::int64_t> values_;
};

}  // namespace

std::vector<Contact> social_until(const Log& log, std::int64_t now_ms) {
  std::vector<Contact> social;
  for (const Contact& contact : log.contacts) {
    if (contact.when_ms > now_ms) break;
    if (contact.about == About::business) continue;
    if (contact.from == Side::them && contact.kind == ContactKind::other) continue;
    social.push_back(contact);
  }
  return social;
}

std::vector<Turn> turns_of(const Guide& guide, const std::vector<Contact>& social) {
  const std::int64_t turn_gap_ms = guide.log.turn_gap_h * kHourMs;
  const std::int64_t opening_gap_ms = guide.log.opening_gap_h * kHourMs;
  std::vector<Turn> turns;
  Median replies;
  for (const Contact& contact : social) {
    const std::int64_t when_ms = contact.when_ms;
    if (turns.empty()) {
      turns.push_back({contact.from, when_ms, when_ms, true, 0});
      continue;
    }
    Turn& last = turns.back();
    const std::int64_t gap_ms = when_ms - last.last_ms;
    if (last.side == contact.from && gap_ms < turn_gap_ms) {
      last.last_ms = when_ms;
      continue;
    }
    const std::int64_t usual_ms = replies.now();
    const bool opening = gap_ms > std::max(opening_gap_ms, guide.log.opening_replies * usual_ms);
    if (last.side == Side::me && contact.from == Side::them) replies.add(gap_ms);
    turns.push_back({contact.from, when_ms, when_ms, opening, usual_ms});
  }
  return turns;
}

int local_hour(std::int64_t when_ms, std::int64_t offset_min) {
  const std::int64_t local_ms = when_ms + offset_min * (kHourMs / 60);
  const std::int64_t in_day_ms = (local_ms % kDayMs + kDayMs) % kDayMs;
  return static_cast<int>(in_day_ms / kHourMs);
}

bool at_night(const Guide& guide, std::int64_t when_ms, std::int64_t offset_min) {
  const int hour = local_hour(when_ms, offset_min);
  const int from = guide.log.night_from_h;
  const int until = guide.log.night_until_h;
  return from <= until ? hour >= from && hour < until : hour >= from || hour < until;
}

}  // namespace amends::plan
