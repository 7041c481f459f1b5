#include "plan/plan_json.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "check/steps.h"
#include "plan/counts.h"
#include "plan/phrases.h"
#include "plan/steps.h"
#include "plan/window.h"

namespace amends::plan {

using base::json::Writer;
using check::StepNow;
using check::StepState;
using guide::Guide;

namespace {

std::string_view name_of(StepState state) {
  switch (state) {
    case StepState::done:
      return "done";
    case StepState::open:
      return "open";
    case StepState::waiting:
      return "waiting";
    case StepState::closed:
      return "closed";
    case StepState::dropped:
      return "dropped";
  }
  return {};
}

void write_names(Writer& out, std::string_view name, const std::vector<std::string_view>& names) {
  out.name(name).open_list();
  for (const std::string_view each : names) out.text(each);
  out.close_list();
}

void write_step(Writer& out, const Looking& at, const StepNow& now) {
  out.open_object().name("step").text(now.step->id).name("state").text(name_of(now.state));
  out.name("level").text(at.guide.level_id(now.step->level));
  write_names(out, "steps", now.steps);
  write_names(out, "evidence", now.evidence);
  write_names(out, "items", now.items);
  out.name("signs").open_list();
  for (const SignNow& sign : signs_now(at, *now.step)) {
    out.open_object().name("sign").text(sign.sign->id);
    out.name("there").truth(sign.counted.there());
    out.name("by").text(sign.sign->measure ? "log" : "word");
    out.name("n").integer(sign.counted.n).name("of").integer(sign.counted.of);
    out.close_object();
  }
  out.close_list().close_object();
}

void write_commitments(Writer& out, const Looking& at, guide::Span span) {
  out.name("commitments").open_list();
  for (const Commitment& commitment : at.log.commitments) {
    if (commitment.gone) continue;
    const Kept kept = kept_until(dues_of(commitment, at.now_ms), span, at.now_ms);
    out.open_object().name("commitment").text(commitment.id);
    out.name("kept").integer(kept.kept).name("missed").integer(kept.due - kept.kept);
    out.name("weeks").integer(kept.weeks).name("due").integer(kept.due);
    out.name("holds").truth(window_holds(span, kept));
    out.close_object();
  }
  out.close_list();
}

void write_window(Writer& out, const Guide& guide, const WindowNow& window) {
  out.name("window").open_object().name("weeks").integer(window.span.weeks).name("because");
  if (window.because) {
    out.open_list().text(guide.items[window.because->item].id);
    out.text(guide.at(*window.because).id).close_list();
  } else {
    out.null();
  }
  out.close_object();
}

// The newest plan for it that has words.
const Commitment* plan_for(const Looking& at, std::string_view item) {
  const Commitment* newest = nullptr;
  for (const Commitment& commitment : at.log.commitments) {
    if (commitment.gone || commitment.obstacle != item || !is_written(commitment.then)) continue;
    if (newest == nullptr || commitment.made_ms > newest->made_ms) newest = &commitment;
  }
  return newest;
}

void write_obstacles(Writer& out, const Looking& at) {
  out.name("obstacles").open_list();
  for (const guide::ItemIndex obstacle : at.guide.obstacles) {
    const std::string& item = at.guide.items[obstacle].id;
    out.open_object().name("item").text(item).name("commitment");
    const Commitment* plan = plan_for(at, item);
    if (plan == nullptr) {
      out.null();
    } else {
      out.text(plan->id);
    }
    out.close_object();
  }
  out.close_list();
}

}  // namespace

void write_plan(Writer& out, const Guide& guide, const check::Sheet& sheet, const Log& log,
                guide::Level permitted, std::int64_t now_ms, std::int64_t offset_min) {
  const Looking at{guide, sheet, log, now_ms, offset_min};
  const check::Sheet with = with_log(at);
  const auto steps = check::steps_now(guide, with, permitted);
  out.name("steps").open_list();
  for (const StepNow& now : steps) write_step(out, at, now);
  out.close_list();
  const WindowNow window = window_now(guide, sheet);
  write_commitments(out, at, window.span);
  write_window(out, guide, window);
  out.name("phrases").open_list();
  for (const PhraseNow& phrase : phrases_now(at, with, steps, permitted)) {
    out.open_object().name("phrase").text(phrase.phrase->id);
    out.name("open").truth(phrase.needs.empty());
    write_names(out, "needs", phrase.needs);
    out.close_object();
  }
  out.close_list();
  write_obstacles(out, at);
}

}  // namespace amends::plan
