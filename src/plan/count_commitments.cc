// Commitments: one for each thing that was done, and whether they were kept for long enough.

#include <algorithm>

#include "plan/counts.h"
#include "plan/window.h"

namespace amends::plan {

using guide::Count;
using guide::Measure;

namespace {

// st-change-plan: every act has a plan of its own, and one that another person could see.
Counted each_planned(const Looking& at, const Measure& measure) {
  const auto has_plan = [&](const Note* note) {
    return std::ranges::any_of(at.log.commitments, [&](const Commitment& commitment) {
      return !commitment.gone && commitment.act == note->id && commitment.made_ms <= at.now_ms &&
             is_written(commitment.when) && is_written(commitment.then) &&
             (measure.count == Count::each_planned || is_written(commitment.notice));
    });
  };
  const auto notes = written(at, measure.notes);
  return {.n = static_cast<int>(std::ranges::count_if(notes, has_plan)),
          .of = std::max(measure.at_least, static_cast<int>(notes.size()))};
}

// st-show-change. Where the window held at any time it is shown: what comes later may be missed
// without taking that away. Where it never did, it is counted as of now.
Kept best_kept(const std::vector<Due>& dues, guide::Span span, std::int64_t now_ms) {
  for (const Due& due : dues) {
    const Kept then = kept_until(dues, span, due.when_ms);
    if (window_holds(span, then)) return then;
  }
  return kept_until(dues, span, now_ms);
}

int rounded_up_tenths(int of_ten, int count) { return (of_ten * count + 9) / 10; }

Counted in_window(const Looking& at, const Measure& measure) {
  const guide::Span span = window_now(at.guide, at.sheet).span;
  const Kept kept = best_kept(dues_of(at.log, Which::of_acts, at.now_ms), span, at.now_ms);
  if (measure.count == Count::window_due) return {.n = kept.due, .of = span.due};
  if (measure.count == Count::window_weeks) return {.n = kept.weeks, .of = span.weeks};
  return {.n = kept.kept, .of = std::max(1, rounded_up_tenths(span.kept_of_ten, kept.due))};
}

}  // namespace

Counted count_commitments(const Looking& at, const Measure& measure) {
  if (measure.count == Count::each_planned || measure.count == Count::each_noticeable) {
    return each_planned(at, measure);
  }
  if (measure.count == Count::due) {
    const auto dues = dues_of(at.log, Which::all, at.now_ms);
    return {.n = static_cast<int>(dues.size()), .of = measure.at_least};
  }
  return in_window(at, measure);
}

}  // namespace amends::plan
