#include "check/screen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>

#include "check/calls.h"
#include "tests/support/oracle.h"

namespace amends::check {
namespace {

using guide::Screen;
using guide::ScreenQuestion;
using tests::the_guide;

std::string answer_of(const Screen& screen, const Replies& replies) {
  const auto answer = screen_answer(the_guide(), screen, replies);
  return answer ? the_guide().items[screen.item].answers[*answer].id : "-";
}

std::vector<const ScreenQuestion*> questions_of(const Screen& screen) {
  std::vector<const ScreenQuestion*> questions;
  for (const auto& page : screen.pages) {
    for (const ScreenQuestion& question : page) questions.push_back(&question);
  }
  return questions;
}

// Every complete set of replies, one after another.
void for_all(const Screen& screen, const std::function<void(const Replies&)>& visit) {
  const auto questions = questions_of(screen);
  Replies replies;
  const std::function<void(std::size_t)> fill = [&](std::size_t i) {
    if (i == questions.size()) {
      visit(replies);
      return;
    }
    for (const std::string& reply : questions[i]->replies) {
      replies.insert_or_assign(questions[i]->id, reply);
      fill(i + 1);
    }
  };
  fill(0);
}

bool any(const Replies& replies, std::initializer_list<const char*> questions, const char* reply) {
  return std::ranges::any_of(questions,
                             [&](const char* q) { return replies.find(q)->second == reply; });
}

// hs-abuse: any yes to a behaviour ends the matter, and a screen can never give back "none" for it.
TEST(Screen, HarmInEitherDirectionOverAllReplies) {
  const auto acts = {"controlled", "afraid", "forced", "hurt", "watched", "threatened"};
  for (const char* id : {"harm-to-me", "harm-by-me"}) {
    const Screen& screen = *the_guide().screen_named(id);
    int seen = 0;
    for_all(screen, [&](const Replies& replies) {
      ++seen;
      const bool yes = any(replies, acts, "yes");
      const bool unsure = any(replies, acts, "not-sure") || any(replies, acts, "rather-not-say");
      const std::string want = yes                                     ? "any"
                               : unsure                                ? "unsure"
                               : replies.find("words")->second != "no" ? "hurtful-words-no-fear"
                                                                       : "none";
      ASSERT_EQ(answer_of(screen, replies), want);
    });
    EXPECT_EQ(seen, 4 * 4 * 4 * 4 * 4 * 4 * 4);
  }
}

TEST(Screen, OneYesCountsBeforeTheRestIsAnswered) {
  const Screen& harm = *the_guide().screen_named("harm-to-me");
  EXPECT_EQ(answer_of(harm, {{"afraid", "yes"}}), "any");
  EXPECT_EQ(answer_of(harm, {{"afraid", "no"}}), "-");
  EXPECT_EQ(answer_of(harm, {}), "-");
  const Screen& steadiness = *the_guide().screen_named("steadiness");
  EXPECT_EQ(answer_of(steadiness, {{"alive", "yes"}}), "thoughts-of-not-living");
  EXPECT_EQ(answer_of(steadiness, {{"alive", "rather-not-say"}}), "acute");
}

// PHQ-2 and GAD-2: two sums of two, shaky from 3 upwards.
TEST(Screen, SteadinessOverAllReplies) {
  const std::map<std::string, int> points = {
      {"not-at-all", 0}, {"several-days", 1}, {"more-than-half", 2}, {"nearly-every-day", 3}};
  const Screen& screen = *the_guide().screen_named("steadiness");
  for_all(screen, [&](const Replies& replies) {
    const auto point = [&](const char* id) { return points.at(replies.find(id)->second); };
    const std::string& alive = replies.find("alive")->second;
    const std::string& overwhelmed = replies.find("overwhelmed")->second;
    const int phq = point("phq-interest") + point("phq-down");
    const int gad = point("gad-nervous") + point("gad-worry");
    const std::string want = alive == "yes"         ? "thoughts-of-not-living"
                             : alive != "no"        ? "acute"
                             : overwhelmed == "yes" ? "acute"
                             : phq >= 3 || gad >= 3 ? "shaky"
                             : overwhelmed != "no"  ? "unsure"
                                                    : "steady";
    ASSERT_EQ(answer_of(screen, replies), want);
  });
}

TEST(Screen, TheHighestCostCounts) {
  const Screen& screen = *the_guide().screen_named("cost");
  for_all(screen, [&](const Replies& replies) {
    const auto areas = {"money", "work", "health"};
    const std::string want = any(replies, areas, "serious") ? "serious"
                             : any(replies, areas, "serious-unless-changed")
                                 ? "serious-unless-changed"
                             : any(replies, areas, "not-sure") ? "unsure"
                                                               : "bearable";
    ASSERT_EQ(answer_of(screen, replies), want);
  });
}

// A further reply never turns an answer that is there into a better one.
TEST(Screen, AReplyMoreNeverGivesABetterAnswerThanAnEarlyOne) {
  for (const Screen& screen : the_guide().screens) {
    for (const ScreenQuestion* first : questions_of(screen)) {
      for (const std::string& reply : first->replies) {
        const auto early = screen_answer(the_guide(), screen, {{first->id, reply}});
        if (!early) continue;
        for_all(screen, [&](const Replies& replies) {
          if (replies.find(first->id)->second != reply) return;
          ASSERT_GE(*screen_answer(the_guide(), screen, replies), *early);
        });
      }
    }
  }
}

TEST(Screen, TheCallRefusesWhatTheScreenDoesNotAsk) {
  EXPECT_EQ(*screen_call(the_guide(), R"({"screen":"cost","replies":{"money":"serious"}})"),
            R"({"answer":"serious"})");
  EXPECT_EQ(*screen_call(the_guide(), R"({"screen":"cost","replies":{}})"), R"({"answer":null})");
  for (const char* bad : {R"({"screen":"mood","replies":{}})", R"({"screen":"cost"})",
                          R"({"screen":"cost","replies":{"love":"serious"}})",
                          R"({"screen":"cost","replies":{"money":"yes"}})",
                          R"({"screen":"cost","replies":{"money":1}})", "[]", ""}) {
    EXPECT_FALSE(screen_call(the_guide(), bad)) << bad;
  }
}

}  // namespace
}  // namespace amends::check
