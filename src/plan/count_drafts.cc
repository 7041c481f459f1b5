// Drafts: one that rested unchanged, and none that left before its rest was over.

#include <algorithm>

#include "plan/counts.h"
#include "plan/turns.h"

namespace amends::plan {

using guide::Count;
using guide::Measure;

namespace {

bool is_copied_by(const Draft& draft, std::int64_t at_ms) {
  return draft.outcome == Outcome::copied && draft.outcome_ms <= at_ms;
}

// st-own-mistakes. A draft that was copied rested until then.
Counted draft_rested(const Looking& at, const Measure& measure) {
  const auto rested = [&](const Draft& draft) {
    if (!is_one_of(measure.drafts, draft.purpose) && !is_one_of(measure.drafts, draft.wants)) {
      return false;
    }
    const std::int64_t until_ms = is_copied_by(draft, at.now_ms) ? draft.outcome_ms : at.now_ms;
    return is_written(draft.text) && until_ms - draft.changed_ms >= measure.hours * kHourMs;
  };
  return {.n = static_cast<int>(std::ranges::count_if(at.log.drafts, rested)),
          .of = measure.at_least};
}

std::int64_t last_recheck_ms(const Looking& at) {
  std::int64_t last_ms = 0;
  for (const CheckIn& check_in : at.log.check_ins) {
    if (check_in.kind != CheckInKind::recheck || check_in.when_ms > at.now_ms) continue;
    last_ms = std::max(last_ms, check_in.when_ms);
  }
  return last_ms;
}

// st-patience: the rest that the drawer asks for (guide/log.toml).
Counted no_early_copy(const Looking& at) {
  const std::int64_t since_ms = last_recheck_ms(at);
  const auto early = [&](const Draft& draft) {
    if (!is_copied_by(draft, at.now_ms) || draft.outcome_ms < since_ms) return false;
    const bool longer = at_night(at.guide, draft.changed_ms, at.offset_min);
    const int rest_h = longer ? at.guide.log.night_rest_h : at.guide.log.rest_h;
    return draft.outcome_ms < draft.changed_ms + rest_h * kHourMs;
  };
  return yes_or_no(std::ranges::none_of(at.log.drafts, early));
}

}  // namespace

Counted count_drafts(const Looking& at, const Measure& measure) {
  return measure.count == Count::draft_rested ? draft_rested(at, measure) : no_early_copy(at);
}

}  // namespace amends::plan
