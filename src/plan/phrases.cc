#include "plan/phrases.h"

#include <algorithm>

#include "plan/window.h"

namespace amends::plan {

using check::StepNow;
using check::StepState;

namespace {

// ph-changed: what is said to be different shows in the log.
bool a_habit_shows(const Looking& at) {
  const guide::Span span = window_now(at.guide, at.sheet).span;
  const auto dues = dues_of(at.log, Which::of_acts, at.now_ms);
  return window_holds(span, kept_until(dues, span, at.now_ms));
}

bool is_done(const std::vector<StepNow>& steps, std::string_view id) {
  return std::ranges::any_of(steps, [id](const StepNow& now) {
    return now.step->id == id && (now.state == StepState::done || now.state == StepState::dropped);
  });
}

}  // namespace

std::vector<PhraseNow> phrases_now(const Looking& at, const check::Sheet& with,
                                   const std::vector<StepNow>& steps, guide::Level permitted) {
  std::vector<PhraseNow> phrases;
  for (const guide::PhraseNeeds& phrase : at.guide.phrases) {
    PhraseNow now{.phrase = &phrase, .needs = {}};
    if (permitted < phrase.level) now.needs.emplace_back("level");
    for (const std::string& step : phrase.steps) {
      if (!is_done(steps, step)) now.needs.emplace_back(step);
    }
    for (const std::string& id : phrase.evidence) {
      if (!check::has_evidence(at.guide, with, id)) now.needs.emplace_back(id);
    }
    if (phrase.window && !a_habit_shows(at)) now.needs.emplace_back("window");
    phrases.push_back(std::move(now));
  }
  return phrases;
}

}  // namespace amends::plan
