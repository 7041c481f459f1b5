// What the plan is given, and the events that only it asks for.

#include <gtest/gtest.h>

#include "journal/event_json.h"
#include "journal/fold.h"
#include "tests/support/journal.h"
#include "tests/support/oracle.h"

namespace amends::journal {
namespace {

using tests::the_guide;

constexpr std::int64_t kMinute = 60'000;

Event event_of(std::int64_t at_ms, Body body, std::uint8_t device = 1) {
  Event event{{{at_ms, 0}, {}}, std::move(body)};
  event.stamp.device.fill(device);
  return event;
}

plan::Log log(const std::vector<Event>& events) { return log_of(fold(the_guide(), events)); }

TEST(Log, TheLastWordOnEvidenceCounts) {
  const auto there = event_of(1, EvidenceSeen{"talk-logged", There::yes});
  const auto not_there = event_of(2, EvidenceSeen{"talk-logged", There::no}, 2);
  const auto record = event_of(3, Record{"r", {}, std::vector<std::string>{"talk-logged"}, {}});
  const auto shown = [](const std::vector<Event>& events) {
    return fold(the_guide(), events).sheet.evidence.contains("talk-logged");
  };
  EXPECT_TRUE(shown({there}));
  EXPECT_FALSE(shown({not_there, there}));
  EXPECT_TRUE(shown({record}));
  EXPECT_FALSE(shown({not_there, there, record}));
  EXPECT_EQ(
      fold(the_guide(), std::vector{event_of(1, EvidenceSeen{"newer", There::yes})}).passed_over,
      1u);
}

TEST(Log, TheLastWordOnASignCounts) {
  const auto there = event_of(1, SignSeen{"st-accept-no", "note-written", There::yes});
  const auto not_there = event_of(2, SignSeen{"st-accept-no", "note-written", There::no});
  const auto signs = log({not_there, there}).signs;
  ASSERT_EQ(signs.size(), 1u);
  EXPECT_FALSE(signs[0].there);
  EXPECT_EQ(signs[0].when_ms, 2);
  EXPECT_TRUE(log({event_of(1, SignSeen{"st-newer", "x", There::yes})}).signs.empty());
}

// Deleting evidence changes nothing that follows from it; a slip of the finger was never there.
TEST(Log, ADeletedContactStillWasButASlipWasNot) {
  const auto made = event_of(kMinute, Contact{"c", 5, Side::me, {}, {}, {}});
  const auto gone = [](std::int64_t at_ms, std::uint8_t device) {
    return event_of(at_ms, Contact{"c", {}, {}, {}, {}, Presence::gone}, device);
  };
  EXPECT_EQ(log({made}).contacts.size(), 1u);
  EXPECT_EQ(log({made, gone(11 * kMinute, 1)}).contacts.size(), 0u);
  EXPECT_EQ(log({made, gone(12 * kMinute, 1)}).contacts.size(), 1u);
  EXPECT_EQ(log({made, gone(2 * kMinute, 2)}).contacts.size(), 1u);
  EXPECT_EQ(log({made, gone(12 * kMinute, 1)}).contacts[0].about, About::social);
}

TEST(Log, ContactsAreInTheOrderOfTheirTimeAndSayWhenAndWho) {
  const auto contacts = log({event_of(1, Contact{"a", 30, Side::me, {}, {}, {}}),
                             event_of(2, Contact{"b", 20, Side::them, {}, {}, {}}),
                             event_of(3, Contact{"c", {}, Side::them, {}, {}, {}}),
                             event_of(4, Contact{"d", 10, {}, {}, {}, {}})})
                            .contacts;
  ASSERT_EQ(contacts.size(), 2u);
  EXPECT_EQ(contacts[0].id, "b");
}

TEST(Log, ANoteKeepsWhenItBeganAndWhenItsWordsChanged) {
  const auto notes = log({event_of(1, Note{"n", "act", "st-reflect", "one", {}}),
                          event_of(2, Note{"n", {}, {}, "two", {}}),
                          event_of(3, Note{"n", {}, "st-empathy", {}, {}})})
                         .notes;
  ASSERT_EQ(notes.size(), 1u);
  EXPECT_EQ(notes[0].first_ms, 1);
  EXPECT_EQ(notes[0].changed_ms, 2);
  EXPECT_EQ(notes[0].about, "st-empathy");
  EXPECT_EQ(notes[0].text, "two");
}

TEST(Log, ACommitmentThatWasGivenUpLeavesItsTimes) {
  const auto made = event_of(1, Commitment{"c", "when", "then", "seen", "ob-family", "n", {}});
  const auto kept = event_of(2, Holding{"c", Held::kept, 20});
  const auto before = event_of(3, Holding{"c", Held::kept, 10});
  const auto gone = event_of(4, Commitment{"c", {}, {}, {}, {}, {}, Presence::gone});
  const auto one = log({made, kept, before, gone}).commitments.at(0);
  EXPECT_TRUE(one.gone);
  EXPECT_TRUE(one.when.empty() && one.notice.empty());
  EXPECT_EQ(one.kept_ms, (std::vector<std::int64_t>{10, 20}));
  EXPECT_EQ(one.made_ms, 1);
}

TEST(Log, WhatHasAWrongMemberIsKeptAndPassedOver) {
  const std::string stamp = R"({"v":1,"at":5,"tick":0,"device":"00000000000000000000000000000007")";
  const char* const bodies[] = {
      R"(,"type":"sign","step":"st-reflect","sign":"written"})",
      R"(,"type":"evidence","evidence":"talk-logged","there":"yes"})",
      R"(,"type":"reread"})",
      R"(,"type":"their_words","id":"w","when_ms":-1})",
      R"(,"type":"answer","item":"sp-block","answer":null,"offset_min":1440})",
      R"(,"type":"check_in","kind":"day","basics":["I slept well"]})",
  };
  for (const char* body : bodies) {
    SCOPED_TRACE(body);
    const auto event = decode(stamp + body);
    ASSERT_TRUE(event);
    EXPECT_TRUE(std::holds_alternative<Unknown>(event->body));
  }
}

}  // namespace
}  // namespace amends::journal
