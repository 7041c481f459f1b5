// What raises an answer again, rule by rule.

#include <gtest/gtest.h>

#include "check/judge.h"
#include "journal/fold.h"
#include "plan/turns.h"
#include "tests/support/journal.h"
#include "tests/support/oracle.h"

namespace amends::journal {
namespace {

using plan::kDayMs;
using plan::kHourMs;
using tests::at;
using tests::kNoon;
using tests::said;
using tests::the_guide;

std::string in_force(const std::vector<Event>& events, std::string_view item) {
  const State state = fold(the_guide(), events);
  const auto index = *the_guide().item_named(item);
  const auto answer = check::lowest_in_force(the_guide(), state.sheet, index);
  return answer ? the_guide().items[index].answers[*answer].id : "none";
}

struct Case {
  const char* name;
  const char* item;
  std::vector<Event> events;
  const char* want;
};

void expect(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(in_force(c.events, c.item), c.want);
  }
}

TEST(Raise, TheFirstAnswerIsFreeAndAWorseOneActsAtOnce) {
  expect({{"first", "tl-urgency", {at(0, said("tl-urgency", "calm"))}, "calm"},
          {"worse at once",
           "tl-urgency",
           {at(0, said("tl-urgency", "calm")), at(1, said("tl-urgency", "must-act-now"), 2)},
           "must-act-now"}});
}

TEST(Raise, HoursIsADayAndThreeAfterANight) {
  const auto hot = said("tl-urgency", "must-act-now");
  const auto calm = said("tl-urgency", "calm");
  auto night = hot;
  night.offset_min = 11 * 60;  // 23:00.
  expect(
      {{"too early", "tl-urgency", {at(0, hot), at(24 * kHourMs - 1, calm)}, "must-act-now"},
       {"a day later", "tl-urgency", {at(0, hot), at(24 * kHourMs, calm)}, "calm"},
       {"a night is longer", "tl-urgency", {at(0, night), at(71 * kHourMs, calm)}, "must-act-now"},
       {"three days later", "tl-urgency", {at(0, night), at(72 * kHourMs, calm)}, "calm"},
       {"said again it waits again",
        "tl-urgency",
        {at(0, hot), at(20 * kHourMs, hot), at(30 * kHourMs, calm)},
        "must-act-now"}});
}

// Who said "restless" in the morning is not calm for a day, whether it counted or not.
TEST(Raise, WhatDidNotCountStillStandsInTheWay) {
  const auto hot = at(0, said("tl-urgency", "must-act-now"));
  const auto warm = at(2 * kHourMs, said("tl-urgency", "restless"));
  const auto calm = said("tl-urgency", "calm");
  expect(
      {{"a day after the one", "tl-urgency", {hot, warm, at(25 * kHourMs, calm)}, "must-act-now"},
       {"a day after the other", "tl-urgency", {hot, warm, at(26 * kHourMs, calm)}, "calm"}});
}

TEST(Raise, ASlipIsCorrectedByItsOwnDeviceAndOnlyASlip) {
  const auto hot = said("tl-urgency", "must-act-now");
  const auto warm = said("tl-urgency", "restless");
  const auto calm = said("tl-urgency", "calm");
  expect({{"at once", "tl-urgency", {at(0, hot), at(540'000, calm)}, "calm"},
          {"by another device", "tl-urgency", {at(0, hot), at(60'000, calm, 2)}, "must-act-now"},
          {"too late", "tl-urgency", {at(0, hot), at(10 * 60'000 + 1, calm)}, "must-act-now"},
          {"a slip does not correct what was there before it",
           "tl-urgency",
           {at(0, hot), at(kHourMs, warm), at(kHourMs + 60'000, calm)},
           "must-act-now"},
          {"back to what counted",
           "tl-urgency",
           {at(0, warm), at(kHourMs, hot), at(kHourMs + 60'000, warm)},
           "restless"}});
}

TEST(Raise, TakingAnAnswerBackIsNoWayUp) {
  const auto hot = said("tl-urgency", "must-act-now");
  const auto none = said("tl-urgency", nullptr);
  expect({{"no way up", "tl-urgency", {at(0, hot), at(kHourMs, none)}, "must-act-now"},
          {"no way round",
           "tl-urgency",
           {at(0, said("tl-urgency", "restless")), at(kHourMs, none),
            at(2 * kHourMs, said("tl-urgency", "calm"))},
           "restless"},
          {"after its time it is", "tl-urgency", {at(0, hot), at(24 * kHourMs, none)}, "none"}});
}

TEST(Raise, StatesAndInformationTakeTheirTime) {
  expect(
      {{"13 days",
        "ap-exhaustion",
        {at(0, said("ap-exhaustion", "drained")), at(13 * kDayMs, said("ap-exhaustion", "no"))},
        "drained"},
       {"14 days",
        "ap-exhaustion",
        {at(0, said("ap-exhaustion", "drained")), at(14 * kDayMs, said("ap-exhaustion", "no"))},
        "no"},
       {"the same day",
        "hs-abuse-to-me",
        {at(0, said("hs-abuse-to-me", "unsure")), at(20 * kHourMs, said("hs-abuse-to-me", "none"))},
        "unsure"},
       {"the next day",
        "hs-abuse-to-me",
        {at(0, said("hs-abuse-to-me", "unsure")), at(24 * kHourMs, said("hs-abuse-to-me", "none"))},
        "none"},
       {"an easier rule is no way round a harder one",
        "hs-abuse-to-me",
        {at(0, said("hs-abuse-to-me", "hurtful-words-no-fear")),
         at(kDayMs, said("hs-abuse-to-me", "unsure")),
         at(3 * kDayMs, said("hs-abuse-to-me", "none"))},
        "unsure"}});
}

TEST(Raise, AFactIsNamedAndRaisedOnceInTwoWeeks) {
  const auto no = said("sg-fixable", "no");
  const auto partly = said("sg-fixable", "partly", "We have a counsellor since 3 May.");
  const auto yes = said("sg-fixable", "yes-with-structure", "And a plan since 9 May.");
  expect(
      {{"not named", "sg-fixable", {at(0, no), at(kDayMs, said("sg-fixable", "partly"))}, "no"},
       {"blank", "sg-fixable", {at(0, no), at(kDayMs, said("sg-fixable", "partly", " \n"))}, "no"},
       {"named", "sg-fixable", {at(0, no), at(kDayMs, partly)}, "partly"},
       {"twice in two weeks",
        "sg-fixable",
        {at(0, no), at(kDayMs, partly), at(10 * kDayMs, yes)},
        "partly"},
       {"two weeks later",
        "sg-fixable",
        {at(0, no), at(kDayMs, partly), at(15 * kDayMs, yes)},
        "yes-with-structure"}});
}

TEST(Raise, WorkIsATextOrAPlan) {
  const auto plan = at(kHourMs, Commitment{"c", "when", "then", {}, "ob-family", {}, {}});
  const auto gone = at(2 * kHourMs, Commitment{"c", {}, {}, {}, {}, {}, Presence::gone});
  const auto open = at(0, said("ob-family", "not-yet"));
  const auto planned = at(kDayMs, said("ob-family", "planned"));
  expect({{"no plan", "ob-family", {open, planned}, "not-yet"},
          {"a plan", "ob-family", {open, plan, planned}, "planned"},
          {"a plan given up", "ob-family", {open, plan, gone, planned}, "not-yet"},
          {"words",
           "ob-family",
           {open, at(kDayMs, said("ob-family", "planned", "We talk first."))},
           "planned"},
          {"no text",
           "q-own-share",
           {at(0, said("q-own-share", "not-ready")), at(kDayMs, said("q-own-share", "ready"))},
           "not-ready"},
          {"the text is there",
           "q-own-share",
           {at(0, said("q-own-share", "not-ready", "I shut the door.")),
            at(kDayMs, said("q-own-share", "ready"))},
           "ready"},
          {"where none is asked for",
           "sg-rare-bond",
           {at(0, said("sg-rare-bond", "no")), at(kDayMs, said("sg-rare-bond", "weighed"))},
           "weighed"}});
}

TEST(Raise, TheirsNeedsTheirWords) {
  expect({{"a guess",
           "rr-loneliness",
           {at(0, said("rr-loneliness", "main-reason")), at(kDayMs, said("rr-loneliness", "no"))},
           "main-reason"},
          {"their words",
           "rr-loneliness",
           {at(0, said("rr-loneliness", "main-reason")),
            at(kDayMs, said("rr-loneliness", "no", "I do not feel lonely, they said."))},
           "no"}});
}

Event contact(std::int64_t when_ms, Side from, const char* id) {
  return at(when_ms, Contact{id, kNoon + when_ms, from, ContactKind::message, {}, {}});
}

TEST(Raise, SilenceIsEndedByThem) {
  const auto waiting = at(0, said("sp-no-response", "waiting"));
  const auto none = at(0, said("sp-no-response", "none"));
  const auto replying = at(10 * kDayMs, said("sp-no-response", "replying"));
  const auto mine = contact(kDayMs, Side::me, "m");
  const auto reply = contact(kDayMs + kHourMs, Side::them, "r");
  const auto unasked = contact(5 * kDayMs, Side::them, "u");
  expect({{"writing again does not", "sp-no-response", {waiting, mine, replying}, "waiting"},
          {"a reply does", "sp-no-response", {waiting, mine, reply, replying}, "replying"},
          {"after none it does not", "sp-no-response", {none, mine, reply, replying}, "none"},
          {"what they begin does", "sp-no-response", {none, unasked, replying}, "replying"},
          {"what came before does not",
           "sp-no-response",
           {contact(-kDayMs, Side::them, "b"), none, replying},
           "none"}});
}

TEST(Raise, EightWeeksOfKeptCommitments) {
  const auto habit = [](int kept, int missed) {
    std::vector<Event> events = {
        at(0, said("nd-jealousy", "ongoing")),
        at(1, Commitment{"c", "when", "then", {}, {}, {}, {}}),
        at(2, Holding{"c", Held::kept, kNoon}),
    };
    for (int i = 0; i < kept + missed; ++i) {
      const std::int64_t day_ms = (2 + 55 * i / (kept + missed)) * kDayMs;
      events.push_back(
          at(day_ms + i, Holding{"c", i < kept ? Held::kept : Held::missed, kNoon + day_ms}));
    }
    events.push_back(at(57 * kDayMs, said("nd-jealousy", "stopped")));
    return events;
  };
  auto pressing = habit(20, 2);
  for (int i = 0; i < 3; ++i) {
    pressing.push_back(contact(40 * kDayMs + i, Side::me, i == 0 ? "a" : i == 1 ? "b" : "c"));
  }
  auto early = habit(20, 2);
  early.back() = at(50 * kDayMs, said("nd-jealousy", "stopped"));
  expect({{"kept", "nd-jealousy", habit(20, 2), "stopped"},
          {"missed too often", "nd-jealousy", habit(14, 8), "ongoing"},
          {"too few", "nd-jealousy", habit(10, 0), "ongoing"},
          {"too early", "nd-jealousy", early, "ongoing"},
          {"and pressed in between", "nd-jealousy", pressing, "ongoing"}});
}

Event their_words(std::int64_t when_ms, const char* text = "I would like to talk with you again.") {
  return at(when_ms, TheirWords{"w", kNoon + when_ms, text});
}

TEST(Raise, ANoOpensByTheirOwnWordsUnaskedOnly) {
  const auto no = at(0, said("hs-clear-refusal", "said-no"));
  const auto better = at(60 * kDayMs, said("hs-clear-refusal", "nothing-said", "They said so."));
  const auto words = their_words(30 * kDayMs);
  expect({{"time does not", "hs-clear-refusal", {no, better}, "said-no"},
          {"their words do", "hs-clear-refusal", {no, words}, "came-back-in-clear-words"},
          {"an answer to me does not",
           "hs-clear-refusal",
           {no, contact(29 * kDayMs, Side::me, "m"), words},
           "said-no"},
          {"what I write later does not undo it",
           "hs-clear-refusal",
           {no, words, contact(31 * kDayMs, Side::me, "m")},
           "came-back-in-clear-words"},
          {"words from before do not",
           "hs-clear-refusal",
           {at(0, their_words(-kDayMs).body), at(1, no.body)},
           "said-no"},
          {"blank ones do not", "hs-clear-refusal", {no, their_words(30 * kDayMs, " ")}, "said-no"},
          {"a no after them is a no",
           "hs-clear-refusal",
           {no, words, at(40 * kDayMs, said("hs-clear-refusal", "said-no"))},
           "said-no"},
          {"a plain message of theirs does not",
           "hs-clear-refusal",
           {no, contact(30 * kDayMs, Side::them, "t"), better},
           "said-no"}});
}

TEST(Raise, TheirWordsOpenANewCheckAndTheOldBoundaryStays) {
  const std::vector<Event> events = {
      at(0, Boundary{"b", kNoon - kDayMs, BoundaryKind::block, {}, {}}),
      at(1, said("st-mutual-buy-in", "no")),
      at(2, said("sp-no-response", "none")),
      at(3, said("hs-clear-refusal", "not-now")),
      their_words(30 * kDayMs),
  };
  EXPECT_EQ(in_force(events, "sp-block"), "none");
  EXPECT_EQ(in_force(events, "sp-no-response"), "none");
  EXPECT_EQ(in_force(events, "st-mutual-buy-in"), "none");
  EXPECT_EQ(in_force(events, "hs-clear-refusal"), "not-now");
  EXPECT_TRUE(fold(the_guide(), events).boundaries.contains("b"));
  EXPECT_TRUE(fold(the_guide(), events).sheet.latched.empty());
}

TEST(Raise, HarmAndFearOpenByNothing) {
  EXPECT_EQ(in_force({at(0, said("hs-abuse-by-me", "any")), their_words(30 * kDayMs),
                      at(900 * kDayMs, said("hs-abuse-by-me", "none", "It ended 1 May."))},
                     "hs-abuse-by-me"),
            "any");
}

TEST(Raise, AnOrderOpensByItsEndAndADay) {
  const auto order = at(0, Boundary{"o", kNoon, BoundaryKind::order, {}, {}});
  const auto no = said("x-no-contact-order", "no");
  const auto ended = said("x-no-contact-order", "no", "Lifted by the court on 3 May.");
  const char* const item = "x-no-contact-order";
  expect({{"not said", item, {order, at(kDayMs, no), at(3 * kDayMs, no)}, "yes"},
          {"said once", item, {order, at(kDayMs, ended)}, "yes"},
          {"said again too early", item, {order, at(kDayMs, ended), at(kDayMs + 1, no)}, "yes"},
          {"said again a day later", item, {order, at(kDayMs, ended), at(2 * kDayMs, no)}, "no"},
          {"a new order in between",
           item,
           {order, at(kDayMs, ended), at(kDayMs + 5, said(item, "yes")), at(2 * kDayMs, no)},
           "yes"}});
}

}  // namespace
}  // namespace amends::journal
