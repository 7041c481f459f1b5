#include "plan/contact_rules.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "check/judge.h"
#include "plan/turns.h"
#include "tests/support/oracle.h"

namespace amends::plan {
namespace {

using guide::LogRule;
using tests::split;
using tests::the_guide;

constexpr std::int64_t kNoon = 1'763'985'600'000;  // 12:00 UTC.
constexpr std::int64_t kDay = 24;                  // In hours.

/// Contacts as "me message 0; them call 26; me message 30 business": hours after a noon.
Log log_of(const std::string& text) {
  Log log;
  for (const std::string& one : split(text, ';')) {
    std::istringstream in(one);
    std::string side, kind, about;
    std::int64_t hour = 0;
    if (!(in >> side >> kind >> hour)) continue;
    in >> about;
    const char* const kinds[] = {"message", "call", "meeting", "letter", "other"};
    const auto* const found = std::ranges::find(kinds, kind);
    log.contacts.push_back({std::to_string(log.contacts.size()), kNoon + hour * kHourMs,
                            side == "me" ? Side::me : Side::them,
                            static_cast<ContactKind>(found - std::begin(kinds)),
                            about == "business" ? About::business : About::social});
  }
  return log;
}

std::string rules_of(const ContactView& view) {
  std::string out;
  for (const Finding& finding : view.findings) out += (out.empty() ? "" : " ") + finding.rule->id;
  return out;
}

ContactView view_at(const Log& log, std::int64_t hour, std::int64_t offset_min = 0) {
  return contact_view(the_guide(), log, kNoon + hour * kHourMs, offset_min);
}

struct Case {
  const char* name;
  const char* contacts;
  std::int64_t hour;
  const char* want;
};

TEST(ContactRules, SilenceIsCountedInTurnsAndEndedByThem) {
  const Case cases[] = {
      {"nothing", "", 10, ""},
      {"one message waits", "me message 0", 10, "waiting"},
      {"three lines of one turn are one turn", "me message 0; me message 1", 10, "waiting"},
      {"a second turn is none", "me message 0; me message 30", 40, "none"},
      {"a reply ends waiting", "me message 0; them message 5", 40, ""},
      {"a like is no reply", "me message 0; them other 5", 40, "waiting"},
      {"business is no turn", "me message 0 business", 40, ""},
      {"their business is no reply", "me message 0; them message 5 business", 40, "waiting"},
      {"after three weeks it is none", "me message 0", 21 * kDay + 1, "none"},
      {"not a day before", "me message 0", 21 * kDay, "waiting"},
      {"who takes long is given longer", "me message 0; them message 240; me message 290",
       290 + 40 * kDay, "waiting"},
      {"a late reply to a second message does not open it",
       "me message 0; me message 30; them message 32", 40, "none"},
      {"what they begin themselves does",
       "me message 0; me message 30; them message 32; them message 60", 61, ""},
      {"what is to come does not count yet", "me message 20", 10, ""},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(rules_of(view_at(log_of(c.contacts), c.hour)), c.want);
  }
}

TEST(ContactRules, PressureIsWhatGetsNoAnswer) {
  const Case cases[] = {
      {"three in a day", "me message 0; me message 1; me message 2", 3, "waiting flood"},
      {"three and an answer", "me message 0; me message 1; me message 2; them message 3", 4, ""},
      {"two are no flood", "me message 0; me message 1", 3, "waiting"},
      {"two calls", "me call 0; me call 2", 3, "waiting calls"},
      {"two calls over days", "me call 0; them call 1; me call 30; them call 31", 32, ""},
      {"two ways at once", "me message 0; me call 2", 3, "waiting kinds"},
      {"business is none", "me call 0 business; me call 2 business", 3, ""},
      {"it counts for eight weeks", "me call 0; me call 2; them call 100", 2 + 56 * kDay - 1,
       "calls"},
      {"and no longer", "me call 0; me call 2; them call 100", 2 + 56 * kDay, ""},
      {"at night", "me message 13; them message 20", 22, "night"},
      {"a talk at night", "them message 12; me message 13; them message 20", 22, ""},
      {"at five it is morning", "me message 17; them message 20", 22, ""},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(rules_of(view_at(log_of(c.contacts), c.hour)), c.want);
  }
}

TEST(ContactRules, TheNightIsTheOneOutsideTheWindow) {
  const Log log = log_of("me message 13; them message 20");
  EXPECT_EQ(rules_of(view_at(log, 22, 0)), "night");
  EXPECT_EQ(rules_of(view_at(log, 22, -300)), "");
  EXPECT_EQ(rules_of(view_at(log_of("me message 0; them message 1"), 22, 780)), "night");
}

TEST(ContactRules, AnythingAfterANoIsFoundForAsLongAsItHolds) {
  Log log = log_of("me message 0; them message 2; me message 100; me message 200 business");
  log.latches.push_back(
      {*the_guide().item_answer_named("hs-clear-refusal=said-no"), kNoon + 50 * kHourMs});
  const ContactView view = view_at(log, 630 * kDay);
  const auto found = std::ranges::find(view.findings, std::string("after-no"),
                                       [](const Finding& finding) { return finding.rule->id; });
  ASSERT_NE(found, view.findings.end());
  EXPECT_EQ(found->n, 1);
  EXPECT_EQ(found->since_ms, kNoon + 100 * kHourMs);
  EXPECT_FALSE(found->until_ms);
}

TEST(ContactRules, OpeningsThatMostlyGetNoAnswerAreAskedAbout) {
  std::string contacts;
  for (int i = 0; i < 5; ++i) {
    contacts += "me message " + std::to_string(i * 240) + ";";
    if (i == 0) contacts += "them message 2;";
  }
  const auto view = view_at(log_of(contacts), 1000);
  EXPECT_NE(rules_of(view).find("barely"), std::string::npos);
  EXPECT_FALSE(
      logged_by(view.findings).contains(*the_guide().item_answer_named("sp-no-response=barely")));
}

TEST(ContactRules, WhoBeginsNearlyAlwaysIsAskedHowItIs) {
  std::string mine, shared;
  for (int i = 0; i < 6; ++i) {
    const std::string begin = std::to_string(i * 96);
    mine += "me message " + begin + "; them message " + std::to_string(i * 96 + 1) + ";";
    shared += (i % 2 == 0 ? "me message " : "them message ") + begin + ";";
    shared += (i % 2 == 0 ? "them message " : "me message ") + std::to_string(i * 96 + 1) + ";";
  }
  EXPECT_EQ(rules_of(view_at(log_of(mine), 590)), "one-sided");
  EXPECT_EQ(rules_of(view_at(log_of(shared), 590)), "waiting");
}

TEST(ContactRules, HotAndColdWeeksAreFlaggedWhileMineStayTheSame) {
  std::string swinging, even;
  for (int week = -1; week < 8; ++week) {
    for (int i = 0; i < 6; ++i) {
      const std::int64_t hour = (week * 7 + i) * kDay + 2;
      const std::string turns = "me message " + std::to_string(hour) + ";";
      swinging += turns;
      even += turns + "them message " + std::to_string(hour + 2) + ";";
      constexpr int kTheirs[] = {2, 2, 3, 6, 0, 6, 0, 4, 3};
      const int theirs = kTheirs[week + 1];
      if (i < theirs) swinging += "them message " + std::to_string(hour + 2) + ";";
    }
  }
  const auto has = [](const std::string& text) {
    return rules_of(view_at(log_of(text), 56 * kDay)).find("hot-cold") != std::string::npos;
  };
  EXPECT_TRUE(has(swinging));
  EXPECT_FALSE(has(even));
}

TEST(ContactRules, WhatTheySaidHasTheNewestOfEachKindAndWhatCameAfter) {
  Log log = log_of("me message 0; me message 10; me message 20 business; me message 30");
  log.boundaries = {{"a", kNoon + 1, BoundaryKind::space},
                    {"b", kNoon + 5 * kHourMs, BoundaryKind::space},
                    {"c", kNoon + 15 * kHourMs, BoundaryKind::refusal}};
  const ContactView view = view_at(log, 40);
  ASSERT_EQ(view.said.size(), 2u);
  EXPECT_EQ(view.said[0].boundary->id, "c");
  EXPECT_EQ(view.said[0].mine_since, 1);
  EXPECT_EQ(view.said[1].boundary->id, "b");
  EXPECT_EQ(view.said[1].mine_since, 2);
  EXPECT_EQ(view.mine_since_theirs, 3);
}

// What the log shows can only lower: it is never above what holds while nothing is answered.
TEST(ContactRules, NoRuleInForceFindsAnAnswerThatPermitsMoreThanNone) {
  for (const LogRule& rule : the_guide().log.rules) {
    if (rule.effect == LogRule::Effect::ask) continue;
    EXPECT_LE(the_guide().at(rule.finds).ceiling, the_guide().items[rule.finds.item].unanswered);
  }
}

// Over many logs: one more contact of mine never lifts what is in force, but for the moment in
// which what waited is no longer waiting but none.
TEST(ContactRules, WritingMoreNeverRaises) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 chance(seed);
    Log log;
    std::int64_t when_ms = kNoon;
    for (int i = 0; i < 40; ++i) {
      when_ms += static_cast<std::int64_t>(chance() % (40 * kHourMs));
      log.contacts.push_back({std::to_string(i), when_ms, static_cast<Side>(chance() % 2),
                              static_cast<ContactKind>(chance() % 5),
                              static_cast<About>(chance() % 2)});
    }
    const auto level = [&](const Log& of) {
      check::Sheet sheet = check::empty_sheet(the_guide());
      for (auto& answer : sheet.answers) answer = guide::AnswerIndex{0};
      sheet.logged = logged_by(contact_view(the_guide(), of, when_ms + kDayMs, 0).findings);
      return check::judge(the_guide(), sheet).permitted;
    };
    Log more = log;
    more.contacts.push_back(
        {"more", when_ms + kHourMs, Side::me, ContactKind::message, About::social});
    EXPECT_LE(level(more), level(log));
  }
}

}  // namespace
}  // namespace amends::plan
