#include "check/judge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "check/calls.h"
#include "tests/support/oracle.h"

namespace amends::check {
namespace {

using guide::AnswerIndex;
using guide::ItemAnswer;
using guide::ItemIndex;
using guide::Level;
using tests::the_guide;

Sheet best_sheet() {
  Sheet sheet = empty_sheet(the_guide());
  for (auto& answer : sheet.answers) answer = AnswerIndex{0};
  return sheet;
}

ItemIndex items() { return static_cast<ItemIndex>(the_guide().items.size()); }

AnswerIndex answers(ItemIndex item) {
  return static_cast<AnswerIndex>(the_guide().items[item].answers.size());
}

Level level_of(ItemIndex item, AnswerIndex answer) {
  return the_guide().at({item, answer}).ceiling;
}

std::string json_of(const Sheet& sheet) {
  base::json::Writer out;
  write_standing(out, the_guide(), sheet, judge(the_guide(), sheet));
  return out.take();
}

Sheet random_sheet(std::mt19937& chance) {
  Sheet sheet = empty_sheet(the_guide());
  const auto share = chance() % 101;
  for (ItemIndex item = 0; item < items(); ++item) {
    if (chance() % 100 >= share) continue;
    // Mostly good answers, so that the sheets are not all at the bottom.
    sheet.answers[item] =
        chance() % 8 == 0 ? static_cast<AnswerIndex>(chance() % answers(item)) : AnswerIndex{0};
  }
  if (chance() % 6 == 0) {
    const auto item = static_cast<ItemIndex>(chance() % items());
    sheet.logged.insert({item, static_cast<AnswerIndex>(chance() % answers(item))});
  }
  if (chance() % 6 == 0) {
    const auto item = static_cast<ItemIndex>(chance() % items());
    sheet.latched.insert({item, static_cast<AnswerIndex>(chance() % answers(item))});
  }
  return sheet;
}

TEST(Judge, AnEmptySheetIsAPauseWithEverythingStillPossible) {
  const Standing standing = judge(the_guide(), empty_sheet(the_guide()));
  EXPECT_EQ(standing.permitted, Level::pause);
  EXPECT_EQ(standing.ceiling, Level::together_slowly);
  EXPECT_TRUE(standing.limiting.empty());
  EXPECT_EQ(standing.open.size(), 7u);
}

TEST(Judge, TheBestOfEverythingIsTogetherSlowlyAndNothingLessIs) {
  const Standing standing = judge(the_guide(), best_sheet());
  EXPECT_EQ(standing.permitted, Level::together_slowly);
  EXPECT_TRUE(standing.limiting.empty());
  EXPECT_TRUE(standing.open.empty());
  for (ItemIndex item = 0; item < items(); ++item) {
    Sheet sheet = best_sheet();
    sheet.answers[item].reset();
    EXPECT_LT(judge(the_guide(), sheet).permitted, Level::together_slowly);
  }
}

// 205 sheets of one answer, each held against the table.
TEST(Judge, EverySingleAnswerStandsAsTheTableSays) {
  const auto rows = tests::oracle("decision.tsv");
  int seen = 0;
  for (const auto& row : rows) {
    SCOPED_TRACE(row[0] + "=" + row[4]);
    Sheet sheet = empty_sheet(the_guide());
    const auto pair = the_guide().item_answer_named(row[0] + "=" + row[4]);
    ASSERT_TRUE(pair);
    sheet.answers[pair->item] = pair->answer;
    const Level ceiling = *guide::level_named(row[5]);
    Level cap = ceiling;
    std::vector<std::string> open;
    for (const auto& other : rows) {
      if (other[0] != row[0]) cap = std::min(cap, *guide::level_named(other[3]));
    }
    for (const auto& other : rows) {
      const bool once = open.empty() || open.back() != other[0];
      if (other[0] != row[0] && once && *guide::level_named(other[3]) == cap && cap < ceiling) {
        open.push_back(other[0]);
      }
    }
    const Standing standing = judge(the_guide(), sheet);
    EXPECT_EQ(standing.ceiling, ceiling);
    EXPECT_EQ(standing.permitted, cap);
    std::vector<std::string> got_open;
    for (const ItemIndex item : standing.open) got_open.push_back(the_guide().items[item].id);
    std::ranges::sort(open);
    std::ranges::sort(got_open);
    EXPECT_EQ(got_open, open);
    if (cap == ceiling) {
      ASSERT_EQ(standing.limiting.size(), 1u);
      EXPECT_EQ(standing.limiting[0], *pair);
    } else {
      EXPECT_TRUE(standing.limiting.empty());
    }
    EXPECT_EQ(standing.lanes, the_guide().at(*pair).lanes);
    ++seen;
  }
  EXPECT_EQ(seen, 205);
}

// Exhaustive over every item and every pair of items, on an empty and on a perfect sheet.
TEST(Judge, OneWorseAnswerNeverRaises) {
  for (const Sheet& base : {empty_sheet(the_guide()), best_sheet()}) {
    for (ItemIndex i = 0; i < items(); ++i) {
      for (ItemIndex j = i; j < items(); ++j) {
        Sheet sheet = base;
        for (AnswerIndex b = 0; b < answers(j); ++b) {
          Level before = Level::together_slowly;
          Level before_permitted = Level::together_slowly;
          for (AnswerIndex a = 0; a < answers(i); ++a) {
            sheet.answers[j] = b;
            sheet.answers[i] = a;  // Where i == j the inner loop is the item alone.
            const Standing standing = judge(the_guide(), sheet);
            ASSERT_LE(standing.ceiling, before);
            ASSERT_LE(standing.permitted, before_permitted);
            ASSERT_LE(standing.permitted, standing.ceiling);
            const Level worst = i == j ? level_of(i, a) : std::min(level_of(i, a), level_of(j, b));
            ASSERT_EQ(standing.ceiling, worst);
            before = standing.ceiling;
            before_permitted = standing.permitted;
          }
        }
      }
    }
  }
}

TEST(Judge, SkippingNeverPermitsMoreThanTheBestAnswer) {
  std::mt19937 chance(1);
  for (int round = 0; round < 300; ++round) {
    const Sheet base = round == 0 ? empty_sheet(the_guide()) : random_sheet(chance);
    for (ItemIndex item = 0; item < items(); ++item) {
      Sheet skipped = base;
      Sheet best = base;
      skipped.answers[item].reset();
      best.answers[item] = AnswerIndex{0};
      ASSERT_LE(judge(the_guide(), skipped).permitted, judge(the_guide(), best).permitted);
    }
  }
}

TEST(Judge, AFurtherAnswerNeverRaisesTheCeiling) {
  std::mt19937 chance(2);
  for (int round = 0; round < 20000; ++round) {
    Sheet sheet = random_sheet(chance);
    const Level before = judge(the_guide(), sheet).ceiling;
    const auto item = static_cast<ItemIndex>(chance() % items());
    if (sheet.answers[item]) continue;
    sheet.answers[item] = static_cast<AnswerIndex>(chance() % answers(item));
    ASSERT_LE(judge(the_guide(), sheet).ceiling, before);
  }
}

// Every latched answer against every answer of every item given after it.
TEST(Judge, ALatchSurvivesAnyLaterAnswer) {
  int latches = 0;
  for (ItemIndex item = 0; item < items(); ++item) {
    for (AnswerIndex answer = 0; answer < answers(item); ++answer) {
      if (!the_guide().at({item, answer}).latched) continue;
      ++latches;
      for (ItemIndex later = 0; later < items(); ++later) {
        for (AnswerIndex given = 0; given < answers(later); ++given) {
          Sheet sheet = best_sheet();
          sheet.latched.insert({item, answer});
          sheet.answers[later] = given;
          const Standing standing = judge(the_guide(), sheet);
          ASSERT_LE(standing.permitted, level_of(item, answer));
          ASSERT_EQ(standing.lanes & the_guide().at({item, answer}).lanes,
                    the_guide().at({item, answer}).lanes);
        }
      }
    }
  }
  EXPECT_EQ(latches, 6);
}

TEST(Judge, TogetherSlowlyNeedsTheirPlainYes) {
  const auto item = *the_guide().item_named("st-mutual-buy-in");
  for (AnswerIndex answer = 1; answer < answers(item); ++answer) {
    Sheet sheet = best_sheet();
    sheet.answers[item] = answer;
    EXPECT_LT(judge(the_guide(), sheet).permitted, Level::together_slowly);
  }
}

TEST(Judge, TheOrderOfAnswersGivesTheSameBytes) {
  std::mt19937 chance(3);
  for (int round = 0; round < 200; ++round) {
    const Sheet sheet = random_sheet(chance);
    std::vector<std::string> members;
    for (ItemIndex item = 0; item < items(); ++item) {
      if (!sheet.answers[item]) continue;
      members.push_back('"' + the_guide().items[item].id + "\":\"" +
                        the_guide().at({item, *sheet.answers[item]}).id + '"');
    }
    const auto joined = [&members] {
      std::string text;
      for (const std::string& member : members) text += (text.empty() ? "" : ",") + member;
      return "{\"answers\":{" + text + "}}";
    };
    const auto once = check_call(the_guide(), joined());
    std::ranges::shuffle(members, chance);
    const auto again = check_call(the_guide(), joined());
    ASSERT_TRUE(once && again);
    ASSERT_EQ(*once, *again);
  }
}

// From a stop level everything that reaches the other person is closed.
TEST(Judge, FromAStopLevelNothingOpensTheComposer) {
  std::mt19937 chance(4);
  for (int round = 0; round < 5000; ++round) {
    const Sheet sheet = random_sheet(chance);
    const Level permitted = judge(the_guide(), sheet).permitted;
    const auto& closed = the_guide().levels[static_cast<std::size_t>(permitted)].closed;
    const auto is_closed = [&closed](const char* action) {
      return std::ranges::find(closed, action) != closed.end();
    };
    if (permitted <= Level::let_go) ASSERT_TRUE(is_closed("compose") && is_closed("invite"));
    ASSERT_EQ(is_closed("send"), permitted < Level::open_channel);
    ASSERT_EQ(is_closed("agree"), permitted < Level::together_slowly);
  }
}

TEST(Judge, WhatIsClosedOnlyShrinksAsTheLevelRises) {
  const auto& levels = the_guide().levels;
  for (std::size_t i = 1; i < levels.size(); ++i) {
    for (const std::string& action : levels[i].closed) {
      EXPECT_NE(std::ranges::find(levels[i - 1].closed, action), levels[i - 1].closed.end());
    }
  }
}

TEST(Judge, TheStandingReadsAsTheContractSays) {
  Sheet sheet = empty_sheet(the_guide());
  const auto pair = *the_guide().item_answer_named("x-danger-now=yes");
  sheet.answers[pair.item] = pair.answer;
  const auto value = base::json::parse(json_of(sheet));
  ASSERT_TRUE(value);
  std::string names;
  for (const auto& [name, member] : value->members) names += name + " ";
  EXPECT_EQ(names, "permitted ceiling limiting open lanes reasons next_steps would_change closed ");
  EXPECT_EQ(value->find("reasons")->list[0].find("why")->text, the_guide().at(pair).reason);
  EXPECT_EQ(value->find("would_change")->list[0].find("how")->text, the_guide().at(pair).change);
  EXPECT_EQ(value->find("lanes")->list.size(), 2u);
}

// Twelve and more people's stories, each with the standing that the table gives by hand.
TEST(Judge, TheStoriesStandAsTheyShould) {
  const auto stories =
      base::json::parse(tests::file_text(AMENDS_ROOT "/tests/cases/check/stories.json"));
  ASSERT_TRUE(stories);
  EXPECT_GE(stories->list.size(), 12u);
  for (const base::json::Value& story : stories->list) {
    SCOPED_TRACE(story.find("name")->text);
    const auto sheet = read_sheet(the_guide(), *story.find("sheet"));
    ASSERT_TRUE(sheet);
    const auto got = base::json::parse(json_of(*sheet));
    ASSERT_TRUE(got);
    const base::json::Value& want = *story.find("want");
    EXPECT_EQ(got->find("permitted")->text, want.find("permitted")->text);
    EXPECT_EQ(got->find("ceiling")->text, want.find("ceiling")->text);
    for (const char* name : {"limiting", "open", "lanes"}) {
      std::vector<std::string> is;
      std::vector<std::string> should;
      for (const auto& one : got->find(name)->list) is.push_back(one.text);
      for (const auto& one : want.find(name)->list) should.push_back(one.text);
      std::ranges::sort(is);
      EXPECT_EQ(is, should) << name;
    }
  }
}

}  // namespace
}  // namespace amends::check
