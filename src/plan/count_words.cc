// Words: answers in force, answers given again on another day, and days since a sign.

#include <algorithm>
#include <optional>

#include "plan/counts.h"
#include "plan/days.h"

namespace amends::plan {

using guide::Count;
using guide::ItemAnswer;
using guide::Measure;

namespace {

Counted answers(const Looking& at, const Measure& measure) {
  return yes_or_no(std::ranges::any_of(
      measure.answers, [&](ItemAnswer answer) { return check::in_force(at.sheet, answer); }));
}

// st-patience: from the newest back, as long as it stayed so, each at least so many days before the
// one that was counted last.
Counted given_again(const Looking& at, const Measure& measure) {
  int n = 0;
  std::optional<std::int64_t> counted_day;
  for (auto given = at.log.given.rbegin(); given != at.log.given.rend(); ++given) {
    if (given->when_ms > at.now_ms || measure.answers.empty()) continue;
    if (given->answer.item != measure.answers.front().item) continue;
    if (std::ranges::find(measure.answers, given->answer) == measure.answers.end()) break;
    const std::int64_t day = local_day(given->when_ms, at.offset_min);
    if (counted_day && *counted_day - day < measure.days) continue;
    counted_day = day;
    ++n;
  }
  return {.n = n, .of = measure.at_least};
}

Counted since_sign(const Looking& at, const Measure& measure) {
  return yes_or_no(std::ranges::any_of(at.log.signs, [&](const Sign& sign) {
    return sign.step == measure.step && sign.sign == measure.sign && sign.there &&
           sign.when_ms + measure.days * kMsPerDay <= at.now_ms;
  }));
}

}  // namespace

Counted count_words(const Looking& at, const Measure& measure) {
  if (measure.count == Count::answers) return answers(at, measure);
  if (measure.count == Count::given_again) return given_again(at, measure);
  return since_sign(at, measure);
}

}  // namespace amends::plan
