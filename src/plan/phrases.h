// Which of the seven phrases have something to stand on. (Guide: chapter 9; ph-lead: words open a
// door that only conduct keeps open.)

#pragma once

#include <string_view>
#include <vector>

#include "check/steps.h"
#include "plan/measure.h"

namespace amends::plan {

struct PhraseNow {
  const guide::PhraseNeeds* phrase;
  /// What is missing: `level`, a step, evidence, or `window`. Open where nothing is.
  std::vector<std::string_view> needs;
};

/// `with` is the sheet with what the log adds (plan/steps.h), `steps` where its steps stand.
std::vector<PhraseNow> phrases_now(const Looking& at, const check::Sheet& with,
                                   const std::vector<check::StepNow>& steps,
                                   guide::Level permitted);

}  // namespace amends::plan
