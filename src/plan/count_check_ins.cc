// Check-ins: days with all the basics, quiet nights among them, and urges that passed.

#include <algorithm>
#include <map>
#include <set>

#include "plan/counts.h"
#include "plan/days.h"
#include "plan/turns.h"

namespace amends::plan {

using guide::Count;
using guide::Measure;

namespace {

// st-stabilize: a day is whole when its check-ins together have every basic.
std::set<std::int64_t> whole_days(const Looking& at, const Measure& measure) {
  std::map<std::int64_t, std::set<std::string_view>> by_day;
  for (const CheckIn& check_in : at.log.check_ins) {
    if (check_in.kind != CheckInKind::day || check_in.when_ms > at.now_ms) continue;
    auto& basics = by_day[local_day(check_in.when_ms, at.offset_min)];
    basics.insert(check_in.basics.begin(), check_in.basics.end());
  }
  std::set<std::int64_t> whole;
  for (const auto& [day, basics] : by_day) {
    if (std::ranges::all_of(measure.basics,
                            [&](const std::string& name) { return basics.contains(name); })) {
      whole.insert(day);
    }
  }
  return whole;
}

int whole_until(const std::set<std::int64_t>& whole, std::int64_t day, int within_days) {
  return static_cast<int>(
      std::distance(whole.upper_bound(day - within_days), whole.upper_bound(day)));
}

// The best stretch anywhere in the log: once the ground held, days that are not logged later do not
// take it away.
Counted basics_days(const Looking& at, const Measure& measure) {
  const auto whole = whole_days(at, measure);
  int best = 0;
  for (const std::int64_t day : whole) {
    best = std::max(best, whole_until(whole, day, measure.within_days));
  }
  return {.n = best, .of = measure.days};
}

std::set<std::int64_t> days_with_night_messages(const Looking& at, const Measure& measure) {
  std::set<std::int64_t> days;
  for (const Contact& contact : social_until(at.log, at.now_ms)) {
    const int hour = local_hour(contact.when_ms, at.offset_min);
    if (contact.from != Side::me || hour < measure.from_hour || hour >= measure.to_hour) continue;
    if (is_one_of(measure.contacts, name_of(contact.kind))) {
      days.insert(local_day(contact.when_ms, at.offset_min));
    }
  }
  return days;
}

Counted quiet_nights(const Looking& at, const Measure& measure) {
  const auto whole = whole_days(at, measure);
  const auto loud = days_with_night_messages(at, measure);
  return yes_or_no(std::ranges::any_of(whole, [&](std::int64_t day) {
    return whole_until(whole, day, measure.within_days) >= measure.days &&
           whole_until(loud, day, measure.within_days) == 0;
  }));
}

// st-patience: counted once its hours are over, so that an urge of now is not yet one that passed.
Counted urges_passed(const Looking& at, const Measure& measure) {
  const std::int64_t hours_ms = measure.hours * kHourMs;
  const auto social = social_until(at.log, at.now_ms);
  const auto passed = [&](const CheckIn& urge) {
    if (urge.kind != CheckInKind::urge || urge.when_ms + hours_ms > at.now_ms) return false;
    if (is_one_of(measure.not_went, urge.went)) return false;
    return std::ranges::none_of(social, [&](const Contact& contact) {
      return contact.from == Side::me && contact.when_ms >= urge.when_ms &&
             contact.when_ms <= urge.when_ms + hours_ms;
    });
  };
  return {.n = static_cast<int>(std::ranges::count_if(at.log.check_ins, passed)),
          .of = measure.at_least};
}

}  // namespace

Counted count_check_ins(const Looking& at, const Measure& measure) {
  if (measure.count == Count::basics_days) return basics_days(at, measure);
  if (measure.count == Count::quiet_nights) return quiet_nights(at, measure);
  return urges_passed(at, measure);
}

}  // namespace amends::plan
