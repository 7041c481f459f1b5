#include "journal/book.h"

#include <gtest/gtest.h>

#include "tests/support/oracle.h"

namespace amends::journal {
namespace {

using base::json::Value;
using tests::the_guide;

constexpr const char* kDevice = R"({"device":"101112131415161718191a1b1c1d1e1f"})";

TEST(Book, EmptyItGivesAWholeView) {
  auto book = Book::open(the_guide(), kDevice);
  ASSERT_TRUE(book);
  const auto view = book->fold(R"({"now_ms":1000,"offset_min":0})");
  ASSERT_TRUE(view);
  const auto value = base::json::parse(*view);
  ASSERT_TRUE(value);
  std::string names;
  for (const auto& [name, member] : value->members) names += name + " ";
  EXPECT_EQ(names,
            "state standing agenda raises rechecks moved contact drawer "
            "steps commitments window phrases obstacles ");
}

// One call of the book, as value; what was made is added as it came.
class Desk {
 public:
  Value made(std::int64_t now_ms, const std::string& body) {
    const auto made =
        book_.event(R"({"now_ms":)" + std::to_string(now_ms) + R"(,"body":)" + body + "}");
    EXPECT_TRUE(made) << body;
    return made ? *base::json::parse(*made) : Value();
  }
  Value written(std::int64_t now_ms, const std::string& body) {
    Value value = made(now_ms, body);
    base::json::Writer out;
    if (const Value* event = value.find("event")) out.value(*event);
    EXPECT_TRUE(book_.add(R"({"events":[)" + out.take() + "]}"));
    return value;
  }
  Value view(std::int64_t now_ms) {
    const auto view = book_.fold(R"({"now_ms":)" + std::to_string(now_ms) + "}");
    EXPECT_TRUE(view);
    return *base::json::parse(*view);
  }

 private:
  Book book_ = *Book::open(the_guide(), kDevice);
};

constexpr std::int64_t kNoon = 1'763'985'600'000;  // 12:00 UTC.
constexpr std::int64_t kMinute = 60'000;
constexpr std::int64_t kHour = 60 * kMinute;

TEST(Book, ABoundaryByASlipIsTakenBackByName) {
  const std::string gone = R"({"type":"boundary","id":"b","gone":true})";
  Desk desk;
  desk.written(kNoon, R"({"type":"boundary","id":"b","kind":"block"})");
  EXPECT_EQ(desk.made(kNoon + 11 * kMinute, gone).find("event")->find("takes_back"), nullptr);
  desk.written(kNoon + kMinute, gone);
  const Value view = desk.view(kNoon + kHour);
  EXPECT_EQ(view.find("state")->find("sheet")->find("latched"), nullptr);
}

TEST(Book, WhatDoesNotCountYetSaysWhyAndFromWhen) {
  const std::string hot = R"({"type":"answer","item":"tl-urgency","answer":"must-act-now"})";
  const std::string calm = R"({"type":"answer","item":"tl-urgency","answer":"calm"})";
  Desk desk;
  EXPECT_EQ(desk.written(kNoon, hot).find("held")->kind, base::json::Kind::null);
  const Value early = desk.written(kNoon + kHour, calm);
  EXPECT_EQ(early.find("held")->find("from_ms")->integer, kNoon + 24 * kHour);
  const Value view = desk.view(kNoon + 2 * kHour);
  ASSERT_EQ(view.find("raises")->list.size(), 1u);
  EXPECT_EQ(view.find("raises")->list[0].find("in_force")->text, "must-act-now");
  EXPECT_EQ(view.find("rechecks")->list[0].find("ready")->truth, false);
  // Waiting alone does not make it count.
  const Value later = desk.view(kNoon + 30 * kHour);
  EXPECT_EQ(later.find("rechecks")->list[0].find("ready")->truth, true);
  EXPECT_EQ(later.find("standing")->find("ceiling")->text, "pause");
  EXPECT_EQ(desk.written(kNoon + 30 * kHour, calm).find("held")->kind, base::json::Kind::null);
  EXPECT_TRUE(desk.view(kNoon + 31 * kHour).find("raises")->list.empty());
}

TEST(Book, AnOrderIsKeptUntilItsEndIsSaidAgainADayLater) {
  const std::string no =
      R"({"type":"answer","item":"x-no-contact-order","answer":"no","text":"Lifted on 3 May"})";
  Desk desk;
  desk.written(kNoon, R"({"type":"boundary","id":"o","kind":"order"})");
  const Value first = desk.written(kNoon + kHour, no);
  EXPECT_EQ(first.find("kept")->list.at(1).text, "yes");
  EXPECT_EQ(first.find("held")->find("from_ms")->integer, kNoon + 25 * kHour);
  const Value again = desk.written(kNoon + 25 * kHour, no);
  EXPECT_EQ(again.find("kept")->kind, base::json::Kind::null);
  EXPECT_EQ(again.find("held")->kind, base::json::Kind::null);
}

TEST(Book, WhatTheLogShowsIsNotReadyForAnAnswer) {
  Desk desk;
  const std::string body = R"({"type":"contact","id":"c","from":"me","kind":"message","when_ms":)";
  desk.written(kNoon, body + std::to_string(kNoon) + "}");
  const Value view = desk.view(kNoon + kHour);
  const Value& recheck = view.find("rechecks")->list.at(0);
  EXPECT_EQ(recheck.find("answer")->text, "waiting");
  EXPECT_FALSE(recheck.find("ready")->truth);
  EXPECT_EQ(recheck.find("needs")->list.at(0).text, "log");
}

TEST(Book, ARecheckShowsWhatMovedSince) {
  Desk desk;
  EXPECT_EQ(desk.view(kNoon).find("moved")->kind, base::json::Kind::null);
  desk.written(kNoon, R"({"type":"answer","item":"sp-block","answer":"not-blocked"})");
  desk.written(kNoon + 1, R"({"type":"check_in","kind":"recheck"})");
  desk.written(kNoon + 2, R"({"type":"boundary","id":"b","kind":"block"})");
  const Value view = desk.view(kNoon + 3);
  const Value& moved = *view.find("moved");
  EXPECT_EQ(moved.find("since_ms")->integer, kNoon + 1);
  EXPECT_EQ(moved.find("to")->text, "let-go");
  ASSERT_EQ(moved.find("items")->list.size(), 1u);
  EXPECT_EQ(moved.find("items")->list[0].find("from")->text, "not-blocked");
  EXPECT_EQ(moved.find("items")->list[0].find("when_ms")->integer, kNoon + 2);
}

// st-lead: one answer to what comes next, whoever asks.
TEST(Book, TheNextStepsOfTheStandingAreTheOpenOnesOfThePlan) {
  auto book = Book::open(the_guide(), kDevice);
  ASSERT_TRUE(book);
  const auto event = book->event(
      R"({"now_ms":1000,"body":{"type":"note","id":"n","kind":"no-plan","text":"words"}})");
  ASSERT_TRUE(event);
  const std::string made = event->substr(0, event->rfind(",\"kept\""));
  ASSERT_TRUE(book->add(R"({"events":[)" + made.substr(made.find(':') + 1) + "]}"));
  const auto view = base::json::parse(*book->fold(R"({"now_ms":2000,"offset_min":0})"));
  std::vector<std::string> next;
  std::vector<std::string> open;
  for (const Value& step : view->find("standing")->find("next_steps")->list) {
    next.push_back(step.text);
  }
  for (const Value& step : view->find("steps")->list) {
    if (step.find("state")->text == "open") open.push_back(step.find("step")->text);
  }
  EXPECT_EQ(next, open);
  EXPECT_EQ(open, std::vector<std::string>{"st-stabilize"});  // st-accept-no is done.
}

}  // namespace
}  // namespace amends::journal
