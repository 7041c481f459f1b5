#include "plan/steps.h"

#include <algorithm>

#include "plan/counts.h"

namespace amends::plan {

namespace {

bool is_said(const Looking& at, const guide::Step& step, const guide::Sign& sign) {
  return std::ranges::any_of(at.log.signs, [&](const Sign& said) {
    return said.step == step.id && said.sign == sign.id && said.there && said.when_ms <= at.now_ms;
  });
}

}  // namespace

std::vector<SignNow> signs_now(const Looking& at, const guide::Step& step) {
  std::vector<SignNow> signs;
  for (const guide::Sign& sign : step.signs) {
    signs.push_back({.sign = &sign,
                     .counted = sign.measure ? counted(at, *sign.measure)
                                             : yes_or_no(is_said(at, step, sign))});
  }
  return signs;
}

check::Sheet with_log(const Looking& at) {
  check::Sheet sheet = at.sheet;
  for (const guide::Evidence& evidence : at.guide.evidence) {
    const bool there = std::ranges::any_of(evidence.measures, [&](const guide::Measure& measure) {
      return counted(at, measure).there();
    });
    if (there) sheet.evidence.insert(evidence.id);
  }
  for (const guide::Step& step : at.guide.steps) {
    const auto signs = signs_now(at, step);
    const bool all =
        std::ranges::all_of(signs, [](const SignNow& sign) { return sign.counted.there(); });
    if (all && !signs.empty()) sheet.done.insert(step.id);
  }
  return sheet;
}

}  // namespace amends::plan
