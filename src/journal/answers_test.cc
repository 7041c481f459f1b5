// What raises an answer again, rule by rule, and the laws over many journals.

#include <gtest/gtest.h>

#include <algorithm>

#include "check/judge.h"
#include "journal/event_json.h"
#include "journal/fold.h"
#include "plan/contact_rules.h"
#include "plan/turns.h"
#include "tests/support/journal.h"
#include "tests/support/oracle.h"

namespace amends::journal {
namespace {

using guide::Level;
using plan::kDayMs;
using plan::kHourMs;
using tests::the_guide;
using tests::Writing;

constexpr std::int64_t kNoon = 1'763'985'600'000;  // 12:00 UTC.

Event at(std::int64_t when_ms, Body body, std::uint8_t device = 1) {
  Event event{{{kNoon + when_ms, 0}, {}}, std::move(body)};
  event.stamp.device.fill(device);
  return event;
}

Answer said(const char* item, const char* answer, const char* text = nullptr) {
  Answer body;
  body.item = item;
  if (answer != nullptr) body.answer = answer;
  if (text != nullptr) body.text = text;
  return body;
}

std::string in_force(const std::vector<Event>& events, std::string_view item) {
  const State state = fold(the_guide(), events);
  const auto index = *the_guide().item_named(item);
  const auto answer = check::lowest_in_force(the_guide(), state.sheet, index);
  return answer ? the_guide().items[index].answers[*answer].id : "none";
}

Level permitted(const std::vector<Event>& events) {
  return check::judge(the_guide(), fold(the_guide(), events).sheet).permitted;
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

TEST(Raise, ASlipIsCorrectedByItsOwnDeviceAndOnlyASlip) {
  const auto hot = said("tl-urgency", "must-act-now");
  const auto warm = said("tl-urgency", "restless");
  const auto calm = said("tl-urgency", "calm");
  expect({{"at once", "tl-urgency", {at(0, hot), at(9 * 60'000, calm)}, "calm"},
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

// The laws, over journals by chance. Each prints its seed.

constexpr std::uint32_t kSeeds = 300;
constexpr int kEvents = 80;

/// Journals in which the same few items are answered again and again, over months.
class Answering {
 public:
  explicit Answering(std::uint32_t seed) : chance_(seed), writing_(seed, 1) {}

  std::vector<Event> events(int count) {
    std::vector<Event> out;
    for (int i = 0; i < count; ++i) out.push_back(event());
    return out;
  }

  Event event() {
    when_ms_ += chance_() % 3 == 0 ? chance_() % 900'000 : chance_() % (9 * kDayMs);
    if (chance_() % 3 == 0) {
      Event other = writing_.event();
      other.stamp.clock = {kNoon + when_ms_, 1};
      return other;
    }
    return at(when_ms_, answer(), static_cast<std::uint8_t>(1 + chance_() % 2));
  }

  Answer answer() {
    static const char* const kItems[] = {
        "tl-urgency",  "hs-abuse-to-me", "sg-fixable",         "ap-exhaustion", "hs-clear-refusal",
        "q-own-share", "sp-no-response", "x-no-contact-order", "nd-jealousy",   "sp-block"};
    const auto& item = the_guide().items[*the_guide().item_named(kItems[chance_() % 10])];
    Answer answer = said(item.id.c_str(), nullptr);
    if (chance_() % 8 != 0) answer.answer = item.answers[chance_() % item.answers.size()].id;
    if (chance_() % 3 == 0) answer.text = chance_() % 2 == 0 ? "Since 3 May." : " ";
    if (chance_() % 2 == 0) answer.offset_min = 660;
    return answer;
  }

  std::uint32_t below(std::size_t limit) { return static_cast<std::uint32_t>(chance_() % limit); }

 private:
  std::mt19937 chance_;
  Writing writing_;
  std::int64_t when_ms_ = 0;
};

void erase_their_words(std::vector<Event>& events) {
  std::erase_if(events,
                [](const Event& event) { return std::holds_alternative<TheirWords>(event.body); });
}

TEST(RaiseLaws, NothingWithoutTheirWordsOpensANo) {
  int opened = 0;
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    Answering answering(seed);
    auto events = answering.events(kEvents);
    const State before = fold(the_guide(), events);
    auto later = answering.events(kEvents);
    auto with_words = events;
    with_words.insert(with_words.end(), later.begin(), later.end());
    erase_their_words(later);
    for (Event& event : later) {
      // Whoever takes a slip back names it; here nobody does.
      if (auto* answer = std::get_if<Answer>(&event.body)) answer->takes_back.reset();
      if (auto* boundary = std::get_if<Boundary>(&event.body)) boundary->takes_back.reset();
    }
    events.insert(events.end(), later.begin(), later.end());
    const State after = fold(the_guide(), events);
    const State open = fold(the_guide(), with_words);
    for (const auto& latch : before.sheet.latched) {
      if (the_guide().at(latch).raise != "authority") {
        EXPECT_TRUE(after.sheet.latched.contains(latch));
      }
      opened += open.sheet.latched.contains(latch) ? 0 : 1;
    }
  }
  EXPECT_GT(opened, 0);  // The journals by chance do hold words that open.
}

TEST(RaiseLaws, AWorseAnswerActsAtOnce) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    Answering answering(seed);
    auto events = answering.events(kEvents);
    const State before = fold(the_guide(), events);
    Event last = at(0, answering.answer());
    last.stamp.clock = {before.last.at_ms + static_cast<std::int64_t>(answering.below(kDayMs)), 9};
    const auto& answer = std::get<Answer>(last.body);
    const auto item = *the_guide().item_named(answer.item);
    events.push_back(last);
    const auto now = check::lowest_in_force(the_guide(), fold(the_guide(), events).sheet, item);
    if (!answer.answer) continue;
    const auto& answers = the_guide().items[item].answers;
    ASSERT_TRUE(now);
    EXPECT_LE(answers[*now].ceiling,
              answers[*the_guide().answer_named(item, *answer.answer)].ceiling);
  }
}

// Whenever one more bad answer comes in, from whatever device: nothing is higher for it.
TEST(RaiseLaws, OneMoreWorseAnswerNeverRaises) {
  for (std::uint32_t seed = 0; seed < 4 * kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    Answering answering(seed);
    auto events = answering.events(kEvents);
    const std::size_t where = answering.below(events.size());
    const auto before = std::span(events).first(where);
    Event worse = at(0, answering.answer(), 3);
    worse.stamp.clock = {events[where].stamp.clock.at_ms, 0};
    worse.stamp.device.fill(0);
    const auto& answer = std::get<Answer>(worse.body);
    if (!answer.answer) continue;
    const auto item = *the_guide().item_named(answer.item);
    const auto in_force_then =
        check::lowest_in_force(the_guide(), fold(the_guide(), before).sheet, item);
    const auto& answers = the_guide().items[item].answers;
    const Level level = answers[*the_guide().answer_named(item, *answer.answer)].ceiling;
    if (!in_force_then || level > answers[*in_force_then].ceiling) continue;
    std::get<Answer>(worse.body).text.reset();
    auto more = events;
    more.push_back(worse);
    const State without = fold(the_guide(), events);
    const State with = fold(the_guide(), more);
    for (guide::ItemIndex i = 0; i < the_guide().item_count(); ++i) {
      const auto level_in = [&](const State& state) {
        const auto lowest = check::lowest_in_force(the_guide(), state.sheet, i);
        return lowest ? the_guide().items[i].answers[*lowest].ceiling
                      : the_guide().items[i].unanswered;
      };
      EXPECT_LE(level_in(with), level_in(without)) << the_guide().items[i].id;
    }
  }
}

TEST(RaiseLaws, AnyOrderAndAnyOftenIsTheSame) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    Answering answering(seed);
    auto events = answering.events(kEvents);
    const std::string want = tests::state_text(events);
    events.insert(events.end(), events.begin(), events.begin() + kEvents / 2);
    std::mt19937 chance(seed);
    std::ranges::shuffle(events, chance);
    EXPECT_EQ(tests::state_text(events), want);
  }
}

// Deleting evidence changes nothing that follows from it.
TEST(RaiseLaws, DeletingNeverRaises) {
  for (std::uint32_t seed = 0; seed < kSeeds; ++seed) {
    SCOPED_TRACE(seed);
    Answering answering(seed);
    auto events = answering.events(kEvents);
    const State before = fold(the_guide(), events);
    auto fewer = events;
    Clock clock = before.last;
    const auto add = [&](Body body) {
      clock.at_ms += kHourMs;
      fewer.push_back({{clock, {}}, std::move(body)});
    };
    for (const auto& [id, now] : before.contacts) add(Contact{id, {}, {}, {}, {}, Presence::gone});
    for (const auto& [id, now] : before.records) add(Record{id, {}, {}, Presence::gone});
    for (const auto& [id, now] : before.boundaries) add(Boundary{id, {}, {}, Presence::gone, {}});
    for (const auto& [id, now] : before.commitments) {
      add(Commitment{id, {}, {}, {}, {}, {}, Presence::gone});
    }
    const auto level = [](const std::vector<Event>& of, std::int64_t now_ms) {
      const State state = fold(the_guide(), of);
      check::Sheet sheet = state.sheet;
      sheet.logged =
          plan::logged_by(plan::contact_view(the_guide(), log_of(state), now_ms, 0).findings);
      return check::judge(the_guide(), sheet).ceiling;
    };
    EXPECT_LE(level(fewer, clock.at_ms), level(events, clock.at_ms));
    EXPECT_LE(permitted(fewer), permitted(events));
  }
}

}  // namespace
}  // namespace amends::journal
