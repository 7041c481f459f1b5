// The journal's laws, over many seeds: what is written is read, devices merge, latches hold.

#include "tests/support/journal.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "check/change.h"
#include "check/judge.h"
#include "journal/event_json.h"
#include "journal/fold.h"
#include "tests/support/oracle.h"

namespace amends::journal {
namespace {

using tests::state_text;
using tests::the_guide;
using tests::Writing;

constexpr std::uint32_t kSeeds = 200;
constexpr int kEvents = 60;

std::vector<Event> together(std::vector<Event> a, const std::vector<Event>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

Event event_of(std::int64_t at_ms, Body body, std::uint8_t device = 1) {
  Event event{{{at_ms, 0}, {}}, std::move(body)};
  event.stamp.device.fill(device);
  return event;
}

Answer given(std::string item, std::optional<std::string> answer) {
  Answer body;
  body.item = std::move(item);
  body.answer = std::move(answer);
  return body;
}

guide::ItemAnswer pair_of(std::string_view text) { return *the_guide().item_answer_named(text); }

TEST(Journal, WhatIsEncodedIsDecodedToTheSameState) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    const auto events = Writing(seed, 1).events(kEvents);
    std::vector<Event> again;
    for (const Event& event : events) {
      if (std::holds_alternative<Unknown>(event.body)) {
        again.push_back(event);
        continue;
      }
      const std::string text = encode(event);
      const auto decoded = decode(text);
      ASSERT_TRUE(decoded) << text;
      EXPECT_EQ(decoded->stamp, event.stamp);
      EXPECT_EQ(decoded->body.index(), event.body.index()) << text;
      EXPECT_EQ(encode(*decoded), text);
      again.push_back(*decoded);
    }
    EXPECT_EQ(state_text(again), state_text(events));
  }
}

TEST(Journal, TwoDevicesMergeToOneStateInAnyOrderAndAnyOften) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    const auto a = Writing(seed, 1).events(kEvents);
    const auto b = Writing(seed, 2).events(kEvents);
    const std::string want = state_text(together(a, b));
    EXPECT_EQ(state_text(together(b, a)), want);
    auto shuffled = together(together(a, b), a);
    std::mt19937 chance(seed);
    std::ranges::shuffle(shuffled, chance);
    EXPECT_EQ(state_text(shuffled), want);
  }
}

// A copied device gives one stamp to two events; both orders still agree.
TEST(Journal, OneStampOnTwoEventsIsTheSameEverywhere) {
  const Event one = event_of(5, Note{"n", {}, {}, "one", {}});
  const Event two = event_of(5, Note{"n", {}, {}, "two", {}});
  EXPECT_EQ(state_text({one, two}), state_text({two, one, two}));
}

// But for what opens a no by its own rule: their words, unasked (journal/answers_test.cc).
std::vector<Event> without_their_words(std::vector<Event> events) {
  std::erase_if(events,
                [](const Event& event) { return std::holds_alternative<TheirWords>(event.body); });
  return events;
}

TEST(Journal, NoMergeOpensALatch) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    const auto a = Writing(seed, 1).events(kEvents);
    const auto b = without_their_words(Writing(seed, 2).events(kEvents));
    const State before = fold(the_guide(), a);
    const State after = fold(the_guide(), together(a, b));
    for (const auto& latch : before.sheet.latched) EXPECT_TRUE(after.sheet.latched.contains(latch));
  }
}

TEST(Journal, NoLaterEventOpensALatchThatIsOlderThanASlip) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    Writing writing(seed, 1);
    auto events = writing.events(kEvents);
    const State before = fold(the_guide(), events);
    const std::int64_t slip_ms = the_guide().slip_minutes * std::int64_t{60'000};
    for (const Event& event : without_their_words(writing.events(kEvents))) {
      if (event.stamp.clock.at_ms - before.last.at_ms > slip_ms) events.push_back(event);
    }
    const State after = fold(the_guide(), events);
    for (const auto& latch : before.sheet.latched) EXPECT_TRUE(after.sheet.latched.contains(latch));
    const auto level = [](const State& state) {
      return check::judge(the_guide(), state.sheet).ceiling;
    };
    if (level(before) <= guide::Level::let_go && !before.sheet.latched.empty()) {
      EXPECT_LE(level(after), guide::Level::let_go);
    }
  }
}

TEST(Journal, ANoStaysWhateverIsAnsweredEditedOrDeleted) {
  const auto no = event_of(1000, given("hs-clear-refusal", "said-no"));
  const auto bound = event_of(1001, Boundary{"b", 900, BoundaryKind::refusal, {}, {}});
  Boundary edited{"b", {}, BoundaryKind::space, Presence::gone, {}};
  const std::vector<Event> later = {
      event_of(2000, given("hs-clear-refusal", "nothing-said")),
      event_of(3000, given("hs-clear-refusal", std::nullopt)),
      event_of(4000, edited),
      event_of(900, given("hs-clear-refusal", "nothing-said"), 2),
  };
  for (const auto& first : {no, bound}) {
    const State state = fold(the_guide(), together({first}, later));
    EXPECT_TRUE(state.sheet.latched.contains(pair_of("hs-clear-refusal=said-no")));
    EXPECT_EQ(check::judge(the_guide(), state.sheet).ceiling, guide::Level::let_go);
  }
  const State state = fold(the_guide(), together({bound}, later));
  EXPECT_EQ(state.boundaries.at("b").kind, BoundaryKind::refusal);
  EXPECT_NE(state.boundaries.at("b").presence, Presence::gone);
}

TEST(Journal, EveryBoundaryThatIsANoIsAnAnswerOfThisGuide) {
  const std::pair<BoundaryKind, const char*> kinds[] = {
      {BoundaryKind::refusal, "hs-clear-refusal=said-no"},
      {BoundaryKind::block, "sp-block=blocked"},
      {BoundaryKind::order, "x-no-contact-order=yes"}};
  for (const auto& [kind, answer] : kinds) {
    const State state = fold(the_guide(), std::vector{event_of(1, Boundary{"b", 1, kind, {}, {}})});
    EXPECT_TRUE(state.sheet.latched.contains(pair_of(answer))) << answer;
  }
}

TEST(Journal, ASlipIsTakenBackByItsOwnDeviceInTimeAndByNameOnly) {
  struct Case {
    const char* name;
    std::int64_t at_ms;
    std::uint8_t device;
    std::optional<Clock> takes_back;
    bool stays;
  };
  const std::int64_t minute = 60'000;
  const Case cases[] = {
      {"in time and by name", 5 * minute, 1, Clock{1000, 0}, false},
      {"at the last moment", 1000 + 10 * minute, 1, Clock{1000, 0}, false},
      {"a moment too late", 1001 + 10 * minute, 1, Clock{1000, 0}, true},
      {"not named", 5 * minute, 1, std::nullopt, true},
      {"another one named", 5 * minute, 1, Clock{1000, 1}, true},
      {"by another device", 5 * minute, 2, Clock{1000, 0}, true},
      {"before it happened", 500, 1, Clock{1000, 0}, true},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    Answer back = given("sp-block", "not-blocked");
    back.takes_back = c.takes_back;
    const State state = fold(the_guide(), std::vector{event_of(1000, given("sp-block", "blocked")),
                                                      event_of(c.at_ms, back, c.device)});
    EXPECT_EQ(state.sheet.latched.contains(pair_of("sp-block=blocked")), c.stays);
  }
}

// One device and one session: the journal latches as the sheet of the check does, and never permits
// more, for it knows when a better answer may count.
TEST(Journal, AnsweringThroughEventsLatchesAsTheCheckDoes) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 chance(seed);
    check::Sheet sheet = check::empty_sheet(the_guide());
    std::vector<Event> events;
    std::int64_t now_ms = 1'000'000;
    const auto latching = pair_of("hs-clear-refusal=said-no").item;
    for (int i = 0; i < 30; ++i) {
      now_ms += chance() % 500'000 + 1;
      const auto item = chance() % 2 == 0 ? latching : static_cast<guide::ItemIndex>(chance() % 8);
      const auto& answers = the_guide().items[item].answers;
      std::optional<guide::AnswerIndex> answer;
      if (chance() % 5 != 0) answer = static_cast<guide::AnswerIndex>(chance() % answers.size());
      const State state = fold(the_guide(), events);
      // Said twice it is no slip in the journal, while the sheet only knows the first time.
      if (answer && state.sheet.latched.contains({item, *answer})) continue;
      Answer body = given(the_guide().items[item].id, std::nullopt);
      if (answer) body.answer = answers[*answer].id;
      const Stamp stamp{{now_ms, 0}, {}};
      body.takes_back = slip_of(the_guide(), state, body, stamp);
      events.push_back({stamp, body});
      sheet = check::change(the_guide(), std::move(sheet), item, answer, now_ms).sheet;
    }
    const State state = fold(the_guide(), events);
    EXPECT_EQ(state.sheet.latched, sheet.latched);
    EXPECT_LE(check::judge(the_guide(), state.sheet).permitted,
              check::judge(the_guide(), sheet).permitted);
  }
}

TEST(Journal, TheLastWriterWinsFieldByField) {
  const auto first = event_of(10, Contact{"c", 7, Side::me, ContactKind::call, {}, {}});
  const auto second = event_of(20, Contact{"c", {}, Side::them, {}, About::business, {}}, 2);
  const auto late = event_of(15, Contact{"c", 8, Side::me, ContactKind::letter, {}, {}});
  const State state = fold(the_guide(), std::vector{second, late, first});
  const Contact& now = state.contacts.at("c").contact;
  EXPECT_EQ(now.when_ms, 8);
  EXPECT_EQ(now.from, Side::them);
  EXPECT_EQ(now.kind, ContactKind::letter);
  EXPECT_EQ(now.about, About::business);
}

TEST(Journal, WhatIsLetGoHasNoWordsLeftInTheState) {
  const auto events = std::vector{event_of(1, Draft{"d", "come back", {}, {}, {}}),
                                  event_of(2, Draft{"d", {}, {}, {}, Presence::gone})};
  EXPECT_EQ(state_text(events).find("come back"), std::string::npos);
  EXPECT_FALSE(fold(the_guide(), events).drafts.at("d").draft.text);
}

TEST(Journal, UnknownEventsAreKeptByteForByteAndPassedOver) {
  const std::string stamp = R"("at":5,"tick":0,"device":"00000000000000000000000000000007")";
  const std::string texts[] = {
      R"({"v":2,)" + stamp + R"(,"type":"note","id":"n","body":{"b":[1, 2]}})",
      R"({"v":1,)" + stamp + R"(,"type":"dream"})",
      R"({"v":1,)" + stamp + "}",
      R"({"v":1,)" + stamp + R"(,"type":"contact","id":"c","kind":"pigeon"})",
      R"({"v":1,)" + stamp + R"(,"type":"record","id":"r","measures":{"said":"a sentence"}})",
      R"({"v":1,)" + stamp + R"(,"type":"answer","item":"she said no","answer":null})",
  };
  for (const std::string& text : texts) {
    SCOPED_TRACE(text);
    const auto event = decode(text);
    ASSERT_TRUE(event);
    EXPECT_TRUE(std::holds_alternative<Unknown>(event->body));
    EXPECT_EQ(encode(*event), text);
    EXPECT_EQ(fold(the_guide(), std::vector{*event}).passed_over, 1u);
  }
}

TEST(Journal, WhatIsNoEventIsRefusedWithoutItsWords) {
  const char* const texts[] = {
      "",
      "dear you",
      "[]",
      "{}",
      R"({"v":0})",
      R"({"v":1,"at":-1,"tick":0})",
      R"({"v":1,"at":1,"tick":0,"device":"secret words of mine"})",
      R"({"v":1,"at":9007199254740992,"tick":0,"device":"00000000000000000000000000000007"})"};
  for (const char* text : texts) {
    SCOPED_TRACE(text);
    const auto event = decode(text);
    ASSERT_FALSE(event);
    EXPECT_EQ(event.error().detail.find("secret"), std::string::npos);
  }
}

TEST(Journal, TheClockNeverRunsBack) {
  EXPECT_EQ(next({100, 3}, 50), (Clock{100, 4}));
  EXPECT_EQ(next({100, 3}, 100), (Clock{100, 4}));
  EXPECT_EQ(next({100, 3}, 101), (Clock{101, 0}));
  EXPECT_EQ(next({100, 0x7FFFFFFF}, 50), (Clock{101, 0}));
  EXPECT_EQ(next({kLastMs, 0}, 50), (Clock{kLastMs, 1}));
}

// A phone that stands in the year 2100 must not have the last word on all others.
TEST(Journal, WhatIsWrittenAfterItWasSeenWinsOverAWrongClock) {
  const auto wrong = event_of(4'102'444'800'000, given("hs-clear-refusal", "nothing-said"), 2);
  const State seen = fold(the_guide(), std::vector{wrong});
  const Event later{{next(seen.last, 1'764'000'000'000), {}}, given("hs-clear-refusal", "not-now")};
  const State state = fold(the_guide(), std::vector{later, wrong});
  const auto pair = pair_of("hs-clear-refusal=not-now");
  EXPECT_EQ(state.sheet.answers[pair.item], pair.answer);
}

}  // namespace
}  // namespace amends::journal
