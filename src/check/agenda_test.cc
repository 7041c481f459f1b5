#include "check/agenda.h"

#include <gtest/gtest.h>

#include <random>

#include "check/judge.h"
#include "tests/support/oracle.h"

namespace amends::check {
namespace {

using guide::AnswerIndex;
using guide::Guide;
using guide::ItemIndex;
using guide::Level;
using tests::the_guide;

void give(Sheet& sheet, const char* pair) {
  const auto found = *the_guide().item_answer_named(pair);
  sheet.answers[found.item] = found.answer;
}

Sheet first_stage_best() {
  Sheet sheet = empty_sheet(the_guide());
  for (const guide::Part& part : the_guide().parts) {
    if (part.id == "depth") continue;
    for (const ItemIndex item : part.items) sheet.answers[item] = AnswerIndex{0};
  }
  return sheet;
}

TEST(Agenda, SafetyIsAskedFirstAndInBothDirections) {
  const Agenda start = agenda(the_guide(), empty_sheet(the_guide()));
  EXPECT_EQ(the_guide().items[*start.next].id, "x-danger-now");
  EXPECT_EQ(the_guide().items[start.questions[1].item].id, "hs-abuse-to-me");
  EXPECT_EQ(the_guide().items[start.questions[2].item].id, "hs-abuse-by-me");
  EXPECT_EQ(start.left, 29);
  EXPECT_EQ(start.questions.size(), 57u);
  EXPECT_FALSE(start.stop);
}

// hs-lead: whatever limits most before O is asked before anything that limits less.
TEST(Agenda, HardStopsComeBeforeGatesAndGatesBeforeDepth) {
  const Guide& guide = the_guide();
  int before = 0;
  for (const Question& question : agenda(guide, empty_sheet(guide)).questions) {
    const guide::ItemClass item_class = guide.items[question.item].item_class;
    const int rank = item_class == guide::ItemClass::hard    ? 0
                     : item_class == guide::ItemClass::gate  ? 1
                     : item_class == guide::ItemClass::depth ? 2
                                                             : before;
    EXPECT_GE(rank, before) << guide.items[question.item].id;
    before = rank;
  }
}

TEST(Agenda, AtLetGoOrLowerItStopsAtOnce) {
  for (const char* pair : {"hs-clear-refusal=said-no", "x-danger-now=yes", "ap-happiness=rarely"}) {
    Sheet sheet = empty_sheet(the_guide());
    give(sheet, pair);
    EXPECT_TRUE(agenda(the_guide(), sheet).stop) << pair;
  }
  Sheet sheet = empty_sheet(the_guide());
  give(sheet, "tl-urgency=must-act-now");
  EXPECT_FALSE(agenda(the_guide(), sheet).stop);
}

TEST(Agenda, AfterTheFirstStageDepthIsOffered) {
  const Agenda after = agenda(the_guide(), first_stage_best());
  EXPECT_EQ(after.stage, Stage::depth);
  EXPECT_EQ(after.left, 28);
  EXPECT_EQ(after.asked, 0);
}

TEST(Agenda, SkippedQuestionsAreNotAskedAgain) {
  Sheet sheet = empty_sheet(the_guide());
  sheet.passed.insert(*the_guide().item_named("x-danger-now"));
  const Agenda after = agenda(the_guide(), sheet);
  EXPECT_EQ(the_guide().items[*after.next].id, "hs-abuse-to-me");
  EXPECT_EQ(after.left, 28);
  EXPECT_EQ(after.asked, 1);
}

// The promise behind "depth is asked only where it could matter", tried out answer by answer.
TEST(Agenda, NoAnswerToASettledQuestionChangesTheStanding) {
  std::mt19937 chance(5);
  int settled = 0;
  for (int round = 0; round < 400; ++round) {
    Sheet sheet = first_stage_best();
    for (int i = 0; i < 3; ++i) {
      const auto item = static_cast<ItemIndex>(chance() % sheet.answers.size());
      const auto& answers = the_guide().items[item].answers;
      sheet.answers[item] = static_cast<AnswerIndex>(chance() % answers.size());
    }
    const Level before = judge(the_guide(), sheet).permitted;
    for (const Question& question : agenda(the_guide(), sheet).questions) {
      if (question.state != QuestionState::settled) continue;
      ++settled;
      for (std::size_t a = 0; a < the_guide().items[question.item].answers.size(); ++a) {
        Sheet other = sheet;
        other.answers[question.item] = static_cast<AnswerIndex>(a);
        ASSERT_EQ(judge(the_guide(), other).permitted, before);
      }
    }
  }
  EXPECT_GT(settled, 100);
}

TEST(Agenda, WithEverythingAnsweredNothingIsLeft) {
  Sheet sheet = empty_sheet(the_guide());
  for (auto& answer : sheet.answers) answer = AnswerIndex{0};
  const Agenda end = agenda(the_guide(), sheet);
  EXPECT_EQ(end.stage, Stage::done);
  EXPECT_FALSE(end.next);
  EXPECT_EQ(end.left, 0);
}

}  // namespace
}  // namespace amends::check
