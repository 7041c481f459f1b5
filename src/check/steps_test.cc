#include "check/steps.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/judge.h"
#include "tests/support/oracle.h"

namespace amends::check {
namespace {

using guide::AnswerIndex;
using guide::Level;
using tests::the_guide;

std::vector<std::string> ids(const std::vector<const guide::Step*>& steps) {
  std::vector<std::string> out;
  for (const guide::Step* step : steps) out.push_back(step->id);
  return out;
}

Sheet best_sheet() {
  Sheet sheet = empty_sheet(the_guide());
  for (auto& answer : sheet.answers) answer = AnswerIndex{0};
  return sheet;
}

Sheet with_all_evidence(Sheet sheet) {
  for (const guide::Evidence& evidence : the_guide().evidence) {
    if (evidence.id != "they-wrote-first") sheet.evidence.insert(evidence.id);
  }
  return sheet;
}

bool contains(const std::vector<std::string>& ids, const char* id) {
  return std::ranges::find(ids, id) != ids.end();
}

// One's own ground is open at every level, letting go included (st-self-respect, cl-better-self).
TEST(Steps, TheGroundIsOpenAtEveryLevel) {
  for (int level = 0; level < guide::kLevels; ++level) {
    EXPECT_EQ(ids(open_steps(the_guide(), empty_sheet(the_guide()), static_cast<Level>(level))),
              (std::vector<std::string>{"st-stabilize", "st-accept-no"}));
  }
}

TEST(Steps, DoneStepAfterStepAllThirtyThreeOpen) {
  Sheet sheet = with_all_evidence(best_sheet());
  while (true) {
    const auto open = open_steps(the_guide(), sheet, Level::together_slowly);
    if (open.empty()) break;
    for (const guide::Step* step : open) sheet.done.insert(step->id);
  }
  EXPECT_EQ(sheet.done.size(), 33u);
}

TEST(Steps, NoStepIsOpenBelowItsLevelOrBeforeItsPredecessors) {
  Sheet sheet = with_all_evidence(best_sheet());
  for (int level = 0; level < guide::kLevels; ++level) {
    for (const guide::Step& done : the_guide().steps) {
      for (const guide::Step* step : open_steps(the_guide(), sheet, static_cast<Level>(level))) {
        EXPECT_LE(static_cast<int>(step->level), level);
        for (const std::string& id : step->after) EXPECT_TRUE(sheet.done.contains(id)) << step->id;
        EXPECT_FALSE(sheet.done.contains(step->id));
      }
      sheet.done.insert(done.id);
    }
    sheet.done.clear();
  }
}

TEST(Steps, WithoutItsEvidenceAStepWaits) {
  Sheet sheet = best_sheet();
  for (const char* id : {"st-stabilize", "st-accept-no", "st-reflect"}) sheet.done.insert(id);
  auto open = ids(open_steps(the_guide(), sheet, Level::together_slowly));
  EXPECT_FALSE(contains(open, "st-empathy"));
  EXPECT_TRUE(contains(open, "st-change-plan"));  // q-what-different is concrete and mine.
  sheet.evidence.insert("act-named");
  open = ids(open_steps(the_guide(), sheet, Level::together_slowly));
  EXPECT_TRUE(contains(open, "st-empathy"));
}

TEST(Steps, WhenTheLevelFallsItsStepsAreWithdrawn) {
  Sheet sheet = with_all_evidence(best_sheet());
  sheet.done.insert("st-stabilize");
  EXPECT_TRUE(contains(ids(open_steps(the_guide(), sheet, Level::prepare)), "st-reflect"));
  EXPECT_FALSE(contains(ids(open_steps(the_guide(), sheet, Level::pause)), "st-reflect"));
}

// dr-no-villain: where nobody did wrong there is nothing to own up to before the first message.
TEST(Steps, DriftTakesThePathWithoutAmends) {
  Sheet sheet = best_sheet();
  const auto drift = *the_guide().item_answer_named("why-cause-kind=drift");
  sheet.answers[drift.item] = drift.answer;
  sheet.evidence.insert("calm-on-two-rechecks");
  for (const char* id :
       {"st-stabilize", "st-accept-no", "st-reflect", "st-heart-head", "st-patience"}) {
    sheet.done.insert(id);
  }
  const auto open = ids(open_steps(the_guide(), sheet, Level::open_channel));
  EXPECT_TRUE(contains(open, "st-open-channel"));
  EXPECT_FALSE(contains(open, "st-own-mistakes"));

  const auto changed = *the_guide().item_answer_named("dr-anything-changed=unsure");
  sheet.answers[changed.item] = changed.answer;
  EXPECT_FALSE(
      contains(ids(open_steps(the_guide(), sheet, Level::open_channel)), "st-open-channel"));
}

TEST(Steps, WhenTheyWroteFirstTheFirstMessageIsDone) {
  Sheet sheet = best_sheet();
  sheet.evidence = {"they-wrote-first", "waiting-or-talked"};
  const auto open = ids(open_steps(the_guide(), sheet, Level::open_channel));
  EXPECT_FALSE(contains(open, "st-open-channel"));
  EXPECT_TRUE(contains(open, "st-give-space"));
}

}  // namespace
}  // namespace amends::check
