#include "plan/window.h"

#include <gtest/gtest.h>

#include "plan/measure.h"
#include "tests/support/log.h"

namespace amends::plan {
namespace {

using guide::Span;
using tests::at;
using tests::Life;
using tests::the_guide;

constexpr Span kUsual = {.weeks = 8, .due = 16, .kept_of_ten = 8};

std::vector<Due> dues(int count, int missed, int first_day, int last_day) {
  std::vector<Due> out;
  for (int i = 0; i < count; ++i) {
    const int day = first_day + (last_day - first_day) * i / (count - 1);
    out.push_back({at(day), i >= count - missed ? Held::missed : Held::kept});
  }
  return out;
}

// st-show-change: sixteen, eight weeks, four of five; each at its border.
TEST(Window, HoldsAtItsBordersAndNotBelow) {
  const auto holds = [](const std::vector<Due>& all, int day) {
    return window_holds(kUsual, kept_until(all, kUsual, at(day)));
  };
  // The first at day 0 begins the eight weeks; those inside are counted.
  EXPECT_TRUE(holds(dues(17, 3, 0, 56), 56));
  EXPECT_FALSE(holds(dues(17, 3, 1, 56), 56));  // A day short of eight weeks.
  EXPECT_FALSE(holds(dues(16, 3, 0, 56), 56));  // Fifteen in the window.
  EXPECT_FALSE(holds(dues(17, 4, 0, 56), 56));  // Twelve of sixteen.
  EXPECT_TRUE(holds(dues(21, 4, 0, 56), 56));   // Sixteen of twenty.
  EXPECT_FALSE(holds(dues(21, 5, 0, 56), 56));
}

TEST(Window, AnOldMissIsNotHeldAgainstAnyoneForEver) {
  auto all = dues(20, 20, 0, 30);
  for (const Due& due : dues(20, 0, 31, 100)) all.push_back(due);
  EXPECT_TRUE(window_holds(kUsual, kept_until(all, kUsual, at(100))));
}

TEST(Window, IsLongerAfterLyingAndShorterAfterACordialDriftWithoutAHardStop) {
  Life life;
  EXPECT_EQ(window_now(the_guide(), life.sheet).span.weeks, 8);
  EXPECT_FALSE(window_now(the_guide(), life.sheet).because);
  life.answer("why-cause-kind=mistake-with-lying-by-me", at(0));
  const WindowNow longer = window_now(the_guide(), life.sheet);
  EXPECT_EQ(longer.span.weeks, 12);
  EXPECT_EQ(the_guide().at(*longer.because).id, "mistake-with-lying-by-me");

  life.answer("why-cause-kind=drift", at(1));
  EXPECT_EQ(window_now(the_guide(), life.sheet).span.weeks, 8);  // Hard items are not answered.
  for (guide::ItemIndex item = 0; item < the_guide().item_count(); ++item) {
    if (the_guide().items[item].item_class == guide::ItemClass::hard) life.sheet.answers[item] = 0;
  }
  EXPECT_EQ(window_now(the_guide(), life.sheet).span.weeks, 4);
  const auto unsure = *the_guide().item_answer_named("sp-block=unsure");
  life.sheet.answers[unsure.item] = unsure.answer;
  EXPECT_EQ(window_now(the_guide(), life.sheet).span.weeks, 8);
}

TEST(Window, WhatRaisesAnAnswerAboutLyingTakesLonger) {
  Life life;
  life.keep(0, 9, life.note(at(0), "act"));
  const auto pattern = *the_guide().item_answer_named("why-cause-kind=pattern-unresolved");
  const auto lying = *the_guide().item_answer_named("why-cause-kind=mistake-with-lying-by-me");
  EXPECT_TRUE(evidence_window_holds(the_guide(), life.log, dues_of(life.log, Which::all, at(63)),
                                    pattern, at(63)));
  EXPECT_FALSE(evidence_window_holds(the_guide(), life.log, dues_of(life.log, Which::all, at(63)),
                                     lying, at(63)));
}

// What has been shown stays shown; only what was tied to an act counts for it.
TEST(Window, AChangeThatWasSeenStaysSeen) {
  const auto sign = [](const Life& life, std::size_t which, int day) {
    const guide::Sign& each = the_guide().step_named("st-show-change")->signs[which];
    return counted({the_guide(), life.sheet, life.log, at(day), 0}, *each.measure);
  };
  Life elsewhere;
  elsewhere.keep(0, 9, "");
  EXPECT_EQ(sign(elsewhere, 0, 63).n, 0);
  Life life;
  life.keep(0, 9, life.note(at(0), "act"));
  EXPECT_FALSE(sign(life, 1, 55).there());
  for (const std::size_t which : {0U, 1U, 2U}) {
    EXPECT_TRUE(sign(life, which, 63).there()) << which;
    EXPECT_TRUE(sign(life, which, 400).there()) << which;
  }
}

}  // namespace
}  // namespace amends::plan
