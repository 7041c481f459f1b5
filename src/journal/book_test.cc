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
