#include "guide/guide.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "tests/support/oracle.h"

namespace amends::guide {
namespace {

using tests::oracle;
using tests::split;
using tests::the_guide;

TEST(Guide, EveryIdOfTheInventoryIsInThePack) {
  const Guide& guide = the_guide();
  std::map<std::string, const Entry*> entries;
  for (const Entry& entry : guide.entries) entries[entry.id] = &entry;
  const auto rows = oracle("inventory.tsv");
  EXPECT_EQ(rows.size(), 121u);
  EXPECT_EQ(entries.size(), rows.size());
  for (const auto& row : rows) {
    SCOPED_TRACE(row[0]);
    ASSERT_TRUE(entries.contains(row[0]));
    const Entry& entry = *entries[row[0]];
    EXPECT_FALSE(entry.title.empty());
    EXPECT_FALSE(entry.says.empty());
    std::string acts;
    for (const std::string& where : entry.acts) acts += (acts.empty() ? "" : ", ") + where;
    EXPECT_EQ(acts, row[1]);
  }
}

// An entry that acts in the check or the plan does so through an item or a step that is there.
TEST(Guide, WhatActsInTheCheckOrThePlanHasSomethingToActThrough) {
  const Guide& guide = the_guide();
  // Frames and pacing: they shape the whole and have no single question.
  const std::set<std::string> whole = {
      "tl-no-universal", "st-lead",        "sg-lead",        "ap-lead", "ob-lead",
      "cl-humility",     "cl-better-self", "dr-talk-openly", "hs-lead", "in-lead"};
  for (const Entry& entry : guide.entries) {
    SCOPED_TRACE(entry.id);
    const bool acts_here = std::ranges::any_of(
        entry.acts, [](const std::string& where) { return where == "check" || where == "plan"; });
    if (!acts_here || whole.contains(entry.id)) continue;
    EXPECT_TRUE(!entry.through.empty() || guide.step_named(entry.id) != nullptr);
  }
}

TEST(Guide, TheDecisionTableIsTheOneOfTheOracle) {
  const Guide& guide = the_guide();
  std::size_t answers = 0;
  for (const Item& item : guide.items) answers += item.answers.size();
  const auto rows = oracle("decision.tsv");
  EXPECT_EQ(guide.items.size(), 57u);
  EXPECT_EQ(answers, 205u);
  EXPECT_EQ(rows.size(), answers);
  for (const auto& row : rows) {
    SCOPED_TRACE(row[0] + "=" + row[4]);
    const auto pair = guide.item_answer_named(row[0] + "=" + row[4]);
    ASSERT_TRUE(pair);
    const Answer& answer = guide.at(*pair);
    EXPECT_EQ(guide.level_id(answer.ceiling), row[5]);
    EXPECT_EQ(guide.level_id(guide.items[pair->item].unanswered), row[3]);
    EXPECT_EQ(answer.raise.empty() ? "-" : answer.raise, row[6]);
    EXPECT_EQ(answer.latched, row[7] == "latched");
    std::string lanes;
    for (std::size_t i = 0; i < guide.lanes.size(); ++i) {
      if ((answer.lanes >> i & 1U) != 0) lanes += (lanes.empty() ? "" : ",") + guide.lanes[i].id;
    }
    const auto want = row[8] == "-" ? std::vector<std::string>{} : split(row[8], ',');
    const auto got = split(lanes, ',');
    EXPECT_EQ(std::set(got.begin(), got.end()), std::set(want.begin(), want.end()));
  }
}

TEST(Guide, EveryWordAPersonReadsIsThere) {
  for (const Item& item : the_guide().items) {
    SCOPED_TRACE(item.id);
    EXPECT_FALSE(item.question.empty());
    EXPECT_FALSE(item.why.empty());
    EXPECT_EQ(item.free_text, !item.write.empty());
    std::set<std::string> labels;
    for (const Answer& answer : item.answers) {
      SCOPED_TRACE(answer.id);
      EXPECT_TRUE(labels.insert(answer.label).second);
      const bool best = answer.ceiling == Level::together_slowly;
      EXPECT_EQ(answer.reason.empty(), best);
      EXPECT_EQ(answer.change.empty(), best);
    }
  }
}

// "Not sure" and skipping never permit more than the best answer, and unsure is always below it.
TEST(Guide, UnsureIsAlwaysBelowTheBestAnswer) {
  for (const Item& item : the_guide().items) {
    EXPECT_LT(item.unanswered, Level::together_slowly) << item.id;
    for (const Answer& answer : item.answers) {
      if (answer.id == "unsure" || answer.id == "unknown" || answer.id == "unclear") {
        EXPECT_LT(answer.ceiling, Level::together_slowly) << item.id;
      }
    }
  }
}

TEST(Guide, TheStepsAreTheOnesOfTheOracleInAnOrderThatCanBeWalked) {
  const Guide& guide = the_guide();
  EXPECT_EQ(guide.steps.size(), 33u);
  std::set<std::string> before;
  std::set<int> numbers;
  for (const Step& step : guide.steps) {
    for (const std::string& id : step.after) EXPECT_TRUE(before.contains(id)) << step.id;
    before.insert(step.id);
    numbers.insert(step.number);
  }
  EXPECT_EQ(numbers.size(), 33u);
  for (const auto& row : oracle("steps.tsv")) {
    SCOPED_TRACE(row[0]);
    const Step* step = guide.step_named(row[0]);
    ASSERT_NE(step, nullptr);
    EXPECT_EQ(std::to_string(step->number), row[1]);
    EXPECT_EQ(step->phase, row[2]);
    EXPECT_EQ(guide.level_id(step->level), row[3]);
    EXPECT_EQ(step->after, row[4] == "-" ? std::vector<std::string>{} : split(row[4], ','));
  }
}

TEST(Guide, HelpLinesNameTheirWayAndNothingOfGradeC) {
  const Guide& guide = the_guide();
  EXPECT_GE(guide.help.countries.size(), 26u);
  for (const Country& country : guide.help.countries) {
    for (const HelpLine& line : country.lines) {
      EXPECT_FALSE(line.number.empty() && line.text_chat.empty()) << country.code;
    }
  }
}

TEST(Guide, AForeignPackIsRefused) {
  for (const char* text :
       {"", "[]", "{}", R"({"format":"amends-pack/2"})", R"({"format":"amends-pack/1"})"}) {
    EXPECT_FALSE(Guide::read(text)) << text;
  }
}

}  // namespace
}  // namespace amends::guide
