// The laws of answers, over journals by chance. Each prints its seed.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "check/judge.h"
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
using tests::at;
using tests::kNoon;
using tests::said;
using tests::the_guide;
using tests::Writing;

Level permitted(const std::vector<Event>& events) {
  return check::judge(the_guide(), fold(the_guide(), events).sheet).permitted;
}

constexpr std::uint32_t kSeeds = 300;
constexpr int kEvents = 80;

/// Journals in which the same few items are answered again and again, over months.
class Answering {
 public:
  explicit Answering(std::uint32_t seed)
      : chance_(seed),
        writing_(seed, 1),
        first_(seed),
        kinds_(seed % 3 == 0 ? 10 : 1),
        most_ms_(seed % 2 == 0 ? 9 * kDayMs : 12 * kHourMs) {}

  std::vector<Event> events(int count) {
    std::vector<Event> out;
    for (int i = 0; i < count; ++i) out.push_back(event());
    return out;
  }

  Event event() {
    when_ms_ += static_cast<std::int64_t>(chance_() % 3 == 0
                                              ? chance_() % 900'000
                                              : chance_() % static_cast<std::uint64_t>(most_ms_));
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
    const char* const name = kItems[(first_ + chance_() % kinds_) % std::size(kItems)];
    const auto& item = the_guide().items[*the_guide().item_named(name)];
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
  std::uint32_t first_;
  std::uint32_t kinds_;   // One item, or all of them.
  std::int64_t most_ms_;  // Between two events: days, or hours.
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
  for (std::uint32_t seed = 0; seed < 20 * kSeeds; ++seed) {
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
