#include "plan/measure.h"

#include <gtest/gtest.h>

#include "plan/days.h"
#include "tests/support/log.h"

namespace amends::plan {
namespace {

using guide::Measure;
using tests::at;
using tests::Life;
using tests::the_guide;

constexpr Side kMe = Side::me;
constexpr Side kThem = Side::them;

Counted count(const Life& life, const Measure& measure, std::int64_t now_ms = at(400),
              std::int64_t offset_min = 0) {
  return counted({the_guide(), life.sheet, life.log, now_ms, offset_min}, measure);
}

bool there(const Life& life, const Measure& measure, std::int64_t now_ms = at(400),
           std::int64_t offset_min = 0) {
  return count(life, measure, now_ms, offset_min).there();
}

// The measure of a sign as the guide has it.
const Measure& measure_of(const char* step, const char* sign) {
  for (const guide::Sign& each : the_guide().step_named(step)->signs) {
    if (each.id == sign) return *each.measure;
  }
  ADD_FAILURE() << step << " " << sign;
  std::abort();
}

TEST(Measure, LocalDaysAndWeeksTurnAtMidnightAndOnMondays) {
  EXPECT_EQ(local_day(at(0, 0), 0) + 1, local_day(at(1, 0), 0));
  EXPECT_EQ(local_day(at(0, 23), 60), local_day(at(1, 0), 0));
  EXPECT_EQ(local_day(at(0, 0), -60), local_day(at(0, 0), 0) - 1);
  EXPECT_EQ(local_day(-1, 0), -1);
  EXPECT_EQ(week_of(local_day(at(3), 0)), week_of(local_day(at(0), 0)));      // Sunday
  EXPECT_EQ(week_of(local_day(at(4), 0)), week_of(local_day(at(0), 0)) + 1);  // Monday
}

TEST(Measure, NotesWithoutWordsAndNotesOfTomorrowDoNotCount) {
  Life life;
  const Measure measure = measure_of("st-accept-no", "plan");
  EXPECT_FALSE(there(life, measure));
  life.note(at(1), "no-plan", {}, " \n");
  EXPECT_FALSE(there(life, measure));
  life.note(at(1), "no-plan");
  EXPECT_FALSE(there(life, measure, at(1) - 1));
  EXPECT_TRUE(there(life, measure, at(1)));
}

TEST(Measure, EachHasPassesNoneOver) {
  Life life;
  const Measure measure = measure_of("st-answer-questions", "answered");
  const std::string first = life.note(at(1), "question");
  const std::string second = life.note(at(1), "question");
  life.note(at(2), "answered", first);
  EXPECT_EQ(count(life, measure).n, 1);
  EXPECT_EQ(count(life, measure).of, 2);
  life.note(at(2), "answered", "id-that-is-not-there");
  EXPECT_FALSE(there(life, measure));
  life.note(at(3), "answer-later", second);
  EXPECT_TRUE(there(life, measure));
}

TEST(Measure, AWeekHasToGoByBeforeReadingAgainCounts) {
  Life life;
  const Measure measure = measure_of("st-reflect", "again");
  for (const int day : {0, 1, 2}) life.note(at(day), "act");
  life.note(at(9) - 1, "read-again");
  EXPECT_FALSE(there(life, measure));
  life.note(at(9), "read-again");
  EXPECT_TRUE(there(life, measure));
  EXPECT_FALSE(there(life, measure, at(9) - 1));
}

TEST(Measure, TheWeighUpWantsBothListsOnDaysAWeekApart) {
  Life life;
  const Measure measure = measure_of("st-heart-head", "two-days");
  for (const char* kind : {"did-good", "did-cost"}) life.note(at(0, 23), kind);
  life.note(at(7, 1), "did-good");
  life.note(at(6, 23), "did-cost");
  EXPECT_EQ(count(life, measure).n, 1);
  life.note(at(7, 1), "did-cost");  // A day is a day: 23 o'clock to one o'clock a week later.
  EXPECT_TRUE(there(life, measure));
}

TEST(Measure, WeeksInARowAreCountedAnywhereInTheLog) {
  Life life;
  const Measure measure = measure_of("st-self-respect", "own-weeks");
  life.note(at(3), "own-life");   // Sunday
  life.note(at(11), "own-life");  // Monday of the week after the next
  EXPECT_EQ(count(life, measure).n, 1);
  life.note(at(18), "own-life");
  EXPECT_TRUE(there(life, measure));
  life.note(at(200), "own-life");  // A gap takes nothing back.
  EXPECT_TRUE(there(life, measure));
}

TEST(Measure, SevenWholeDaysOfTenAndOnlyWholeOnes) {
  const Measure measure = measure_of("st-stabilize", "basics");
  Life life;
  for (const int day : {0, 1, 2, 3, 4, 5, 10}) life.day(day);
  EXPECT_EQ(count(life, measure).n, 6);  // Day 10 is in no ten days with day 0.
  life.day(9, {"sleep", "food", "movement"});
  EXPECT_EQ(count(life, measure).n, 6);
  life.day(9, {"friend"});  // Two check-ins of one day are one day.
  EXPECT_TRUE(there(life, measure));
  life.day(300);
  EXPECT_TRUE(there(life, measure));  // Days without a log take nothing back.
  EXPECT_FALSE(there(life, measure, at(8)));
}

TEST(Measure, AMessageAtNightInThoseDaysIsSeenAndADayLogDoesNotHideIt) {
  const Measure measure = measure_of("st-stabilize", "nights");
  Life life;
  for (int day = 0; day < 7; ++day) life.day(day);
  EXPECT_TRUE(there(life, measure));
  const auto with = [&](int hour, Side side, About about, std::int64_t offset_min) {
    Life other = life;
    other.contact(at(3, hour), side, ContactKind::message, about);
    return there(other, measure, at(400), offset_min);
  };
  EXPECT_FALSE(with(0, kMe, About::social, 0));
  EXPECT_FALSE(with(5, kMe, About::social, 0));
  EXPECT_TRUE(with(6, kMe, About::social, 0));
  EXPECT_TRUE(with(23, kMe, About::social, 0));
  EXPECT_TRUE(with(3, kThem, About::social, 0));
  EXPECT_TRUE(with(3, kMe, About::business, 0));
  EXPECT_FALSE(with(23, kMe, About::social, 60));  // Local midnight.
  // Ten later days with quiet nights, and it is there.
  life.contact(at(3, 3), kMe);
  for (int day = 20; day < 27; ++day) life.day(day);
  EXPECT_TRUE(there(life, measure));
}

TEST(Measure, AnUrgePassedWhenItsHoursAreOverAndNothingWasSent) {
  const Measure measure = measure_of("st-patience", "urges");
  Life life;
  life.urge(at(1)).urge(at(3)).urge(at(5), "sent").urge(at(7));
  EXPECT_EQ(count(life, measure, at(8) - 1).n, 2);  // The last one is not over.
  EXPECT_TRUE(there(life, measure, at(8)));
  life.contact(at(4), kMe);  // A day after the second one, to the hour.
  EXPECT_FALSE(there(life, measure));
}

TEST(Measure, OneLeftTheDrawerEarlyUntilTheNextRecheck) {
  const Measure measure = measure_of("st-patience", "drawer");
  Life life;
  const Draft draft{"d", "words", "open", {}, at(1), at(1), Outcome::copied, at(2), {}};
  life.log.drafts = {draft};
  EXPECT_TRUE(there(life, measure));
  life.log.drafts[0].outcome_ms = at(2) - 1;
  EXPECT_FALSE(there(life, measure));
  life.log.check_ins.push_back({at(3), CheckInKind::recheck, {}, {}, {}});
  EXPECT_TRUE(there(life, measure));
  life.log.drafts[0] = {"d", "words", "open", {}, at(5, 1), at(5, 1), Outcome::copied, at(7), {}};
  EXPECT_FALSE(there(life, measure));  // Written at night, it rests three days.
}

TEST(Measure, ADraftRestsThreeDaysUnchanged) {
  const Measure measure = measure_of("st-own-mistakes", "rested");
  Life life;
  life.log.drafts = {{"d", "words", "apologise", {}, at(0), at(1), {}, 0, {}}};
  EXPECT_FALSE(there(life, measure, at(4) - 1));
  EXPECT_TRUE(there(life, measure, at(4)));
  life.log.drafts[0].purpose = "invite";
  EXPECT_FALSE(there(life, measure));
  life.log.drafts[0].wants = "apology";
  EXPECT_TRUE(there(life, measure));
  life.log.drafts[0].outcome = Outcome::copied;
  life.log.drafts[0].outcome_ms = at(2);
  EXPECT_FALSE(there(life, measure));
}

TEST(Measure, EveryActHasAPlanThatAnotherCouldSee) {
  Life life;
  const Measure planned = measure_of("st-change-plan", "planned");
  const Measure noticed = measure_of("st-change-plan", "noticed");
  EXPECT_FALSE(there(life, planned));
  const std::string first = life.note(at(1), "act");
  const std::string second = life.note(at(1), "act");
  life.commitment(first);
  EXPECT_EQ(count(life, planned).n, 1);
  life.commitment(second).notice = "";
  EXPECT_TRUE(there(life, planned));
  EXPECT_FALSE(there(life, noticed));
  life.log.commitments[0].gone = true;
  EXPECT_FALSE(there(life, planned));
}

TEST(Measure, OneMessageAfterThePlanForANoAndNoSecond) {
  const Measure measure = measure_of("st-open-channel", "one");
  Life life;
  life.contact(at(1), kMe).contact(at(2), kThem);
  EXPECT_FALSE(there(life, measure));  // There is no plan for a no.
  life.note(at(3), "no-plan");
  EXPECT_FALSE(there(life, measure));  // What came before it is not this step.
  life.contact(at(4), kMe, ContactKind::message, About::business);
  EXPECT_FALSE(there(life, measure));
  Life called = life;
  called.contact(at(5), kMe, ContactKind::call);
  EXPECT_FALSE(there(called, measure));
  life.contact(at(5), kMe);
  EXPECT_TRUE(there(life, measure));
  Life twice = life;
  twice.contact(at(9), kMe);
  EXPECT_FALSE(there(twice, measure));
  life.contact(at(9), kThem).contact(at(10), kMe).contact(at(10), kMe);
  EXPECT_TRUE(there(life, measure));  // A talk that follows does not undo it.
}

TEST(Measure, TheNextWordIsLeftToThemUntilTheyWriteOrForLong) {
  const Measure measure = measure_of("st-give-space", "left");
  Life life;
  life.note(at(0), "no-plan");
  life.contact(at(5), kMe);
  EXPECT_FALSE(there(life, measure, at(26) - 1));
  EXPECT_TRUE(there(life, measure, at(26)));  // If they never write, it stays done.
  Life pressed = life;
  pressed.contact(at(10), kMe).contact(at(11), kThem);
  EXPECT_FALSE(there(pressed, measure));
  life.contact(at(7), kThem, ContactKind::other);  // nd-over-reading: a like is no reply.
  EXPECT_FALSE(there(life, measure, at(8)));
  life.contact(at(8), kThem);
  EXPECT_TRUE(there(life, measure, at(8)));
}

TEST(Measure, AfterANoNothingOfMineComes) {
  const Measure measure = measure_of("st-accept-no", "kept-to");
  Life life;
  life.contact(at(1), kMe);
  EXPECT_TRUE(there(life, measure));
  life.log.latches = {{*the_guide().item_answer_named("hs-clear-refusal=said-no"), at(2)}};
  EXPECT_TRUE(there(life, measure));
  life.contact(at(3), kMe, ContactKind::message, About::business).contact(at(4), kThem);
  EXPECT_TRUE(there(life, measure));
  life.contact(at(5), kMe);
  EXPECT_FALSE(there(life, measure));
}

TEST(Measure, MeetingsAnswersAndSignsOfLongAgo) {
  Life life;
  const Measure met = measure_of("st-low-stakes-meeting", "met");
  life.note(at(0), "no-plan");
  life.contact(at(1), kThem, ContactKind::call);
  EXPECT_FALSE(there(life, met));
  life.contact(at(2), kThem, ContactKind::meeting);
  EXPECT_TRUE(there(life, met));

  const Measure answer = measure_of("st-mutual-buy-in", "answer");
  EXPECT_FALSE(there(life, answer));
  life.answer("st-mutual-buy-in=open-to-talk", at(3));
  EXPECT_FALSE(there(life, answer));
  life.answer("st-mutual-buy-in=yes-in-words", at(3));
  EXPECT_TRUE(there(life, answer));
}

// Evidence of the path, by its id.
bool evidence(const Life& life, const char* id, std::int64_t now_ms = at(400)) {
  for (const guide::Evidence& each : the_guide().evidence) {
    if (each.id != id) continue;
    for (const Measure& measure : each.measures) {
      if (there(life, measure, now_ms)) return true;
    }
  }
  return false;
}

TEST(Evidence, CalmOnTwoDaysInARowAndTheNewestAnswerCounts) {
  Life life;
  const char* id = "calm-on-two-rechecks";
  life.answer("tl-urgency=calm", at(1, 8)).answer("tl-urgency=calm", at(1, 20));
  EXPECT_FALSE(evidence(life, id));
  life.answer("tl-urgency=calm", at(2, 1));
  EXPECT_TRUE(evidence(life, id));
  life.answer("tl-urgency=restless", at(3));
  EXPECT_FALSE(evidence(life, id));
  life.answer("tl-urgency=calm", at(4));
  EXPECT_FALSE(evidence(life, id));
}

TEST(Evidence, WhoWroteFirst) {
  const char* id = "they-wrote-first";
  Life life;
  life.contact(at(1), kMe).contact(at(3), kThem);
  EXPECT_FALSE(evidence(life, id));  // A reply.
  life.contact(at(60), kThem);
  EXPECT_TRUE(evidence(life, id));
  Life other;
  other.contact(at(1), kThem);
  EXPECT_TRUE(evidence(other, id));
  Life came;
  came.log.their_words = {{"w", at(5), "words"}};
  EXPECT_FALSE(evidence(came, id, at(4)));
  EXPECT_TRUE(evidence(came, id));
}

TEST(Evidence, WhatTheLogCarriesOfATalk) {
  Life life;
  life.note(at(0), "no-plan");
  EXPECT_FALSE(evidence(life, "waiting-or-talked"));
  life.contact(at(1), kMe);
  EXPECT_TRUE(evidence(life, "waiting-or-talked"));
  EXPECT_FALSE(evidence(life, "they-replied"));
  life.contact(at(2), kThem);
  EXPECT_TRUE(evidence(life, "they-replied"));
  EXPECT_FALSE(evidence(life, "waiting-or-talked"));
  EXPECT_FALSE(evidence(life, "talk-logged"));
  life.contact(at(3), kThem, ContactKind::call);
  EXPECT_TRUE(evidence(life, "talk-logged"));
  life.note(at(3), "talk");
  EXPECT_TRUE(evidence(life, "waiting-or-talked"));
  life.says("st-state-intentions", "said-once", at(4));
  EXPECT_FALSE(evidence(life, "they-had-time", at(11) - 1));
  EXPECT_TRUE(evidence(life, "they-had-time", at(11)));
}

}  // namespace
}  // namespace amends::plan
