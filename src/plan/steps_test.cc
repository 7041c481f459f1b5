#include "plan/steps.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "check/steps.h"
#include "plan/plan_json.h"
#include "tests/support/log.h"

namespace amends::plan {
namespace {

using base::json::Value;
using base::json::Writer;
using check::StepNow;
using check::StepState;
using guide::Level;
using tests::at;
using tests::Life;
using tests::the_guide;

constexpr int kNow = 120;

Looking looking(const Life& life, int day = kNow) {
  return {the_guide(), life.sheet, life.log, at(day), 0};
}

std::map<std::string, StepState> states(const Life& life, Level level, int day = kNow) {
  std::map<std::string, StepState> out;
  for (const StepNow& now : check::steps_now(the_guide(), with_log(looking(life, day)), level)) {
    out[now.step->id] = now.state;
  }
  return out;
}

Value plan_of(const Life& life, Level level) {
  Writer out;
  out.open_object();
  write_plan(out, the_guide(), life.sheet, life.log, level, at(kNow), 0);
  out.close_object();
  return *base::json::parse(out.take());
}

const Value& named(const Value& plan, const char* list, const char* key, std::string_view id) {
  for (const Value& each : plan.find(list)->list) {
    if (each.find(key)->text == id) return each;
  }
  ADD_FAILURE() << id;
  std::abort();
}

// A life in which everything that a log can show is there, and nothing of what only a person says.
enum class Began : std::uint8_t { me, them };

Life full_life(Began began) {
  Life life;
  for (auto& answer : life.sheet.answers) answer = guide::AnswerIndex{0};
  for (int day = 0; day < 10; ++day) life.day(day);
  for (const int day : {1, 8, 15}) life.note(at(day), "own-life");
  for (const char* kind : {"no-plan", "cause-can-change", "their-side", "limit", "would-build",
                           "why-them", "pace", "grudge", "warmth", "memory", "new-together"}) {
    life.note(at(2), kind);
  }
  for (int i = 0; i < 3; ++i) {
    const std::string act = life.note(at(2), "act");
    life.note(at(2), "habit", act);
    life.keep(3, 9, act);
  }
  life.note(at(12), "read-again");
  for (const int day : {3, 11}) {
    for (const char* kind : {"did-good", "did-cost"}) life.note(at(day), kind);
  }
  for (const auto& [kind, about] :
       {std::pair("promise", "promise-kept"), std::pair("hesitation", "asked"),
        std::pair("question", "answered"), std::pair("unsaid", "told"),
        std::pair("request", "agreed")}) {
    life.note(at(14), about, life.note(at(13), kind));
  }
  for (int week = 0; week < 4; ++week) life.note(at(70 + 7 * week), "weekly-card");
  life.log.drafts = {{"d", "words", "apologise", {}, at(20), at(20), {}, 0, {}}};
  for (const int day : {21, 23, 25}) life.urge(at(day), "passed");
  life.log.given = {{*the_guide().item_answer_named("tl-urgency=calm"), at(22)},
                    {*the_guide().item_answer_named("tl-urgency=calm"), at(24)}};
  if (began == Began::them) life.contact(at(29), Side::them);
  life.contact(at(30), Side::me).contact(at(31), Side::them);
  life.note(at(40), "talk");
  life.contact(at(50), Side::them, ContactKind::meeting);
  for (const guide::Evidence& evidence : the_guide().evidence) {
    if (evidence.measures.empty()) life.sheet.evidence.insert(evidence.id);
  }
  return life;
}

// Says every sign of the steps that are open, round after round.
std::set<std::string> walked(Life life) {
  const int most = 40;
  for (int round = 0; round < most; ++round) {
    bool any_open = false;
    for (const auto& [id, state] : states(life, Level::together_slowly, kNow)) {
      if (state != StepState::open) continue;
      any_open = true;
      for (const guide::Sign& sign : the_guide().step_named(id)->signs) {
        if (!sign.measure) life.says(id, sign.id, at(60 + round));
      }
    }
    if (!any_open) break;
  }
  std::set<std::string> not_done;
  for (const auto& [id, state] : states(life, Level::together_slowly, kNow)) {
    if (state != StepState::done && state != StepState::dropped) not_done.insert(id);
  }
  return not_done;
}

TEST(PlanSteps, EveryStepHasSignsWithWordsAndTheirIdsAreItsOwn) {
  std::set<std::pair<std::string, std::string>> signs;
  for (const guide::Step& step : the_guide().steps) {
    EXPECT_FALSE(step.signs.empty()) << step.id;
    for (const guide::Sign& sign : step.signs) {
      EXPECT_FALSE(sign.says.empty()) << step.id;
      EXPECT_TRUE(signs.insert({step.id, sign.id}).second) << step.id << " " << sign.id;
    }
  }
  for (const guide::Evidence& evidence : the_guide().evidence) {
    for (const guide::Measure& measure : evidence.measures) {
      if (measure.count != guide::Count::since_sign) continue;
      EXPECT_TRUE(signs.contains({measure.step, measure.sign})) << evidence.id;
    }
  }
}

// Where every sign comes in, every step is done in some order: the graph holds nobody up.
TEST(PlanSteps, ThereIsNoDeadlockOnThePathOfAmends) {
  EXPECT_EQ(walked(full_life(Began::me)), std::set<std::string>{});
}

TEST(PlanSteps, ThereIsNoDeadlockOnTheDriftPath) {
  Life life = full_life(Began::me);
  life.answer("why-cause-kind=drift", at(1));
  EXPECT_EQ(walked(life), std::set<std::string>{});
  EXPECT_EQ(states(life, Level::together_slowly)["st-apologize"], StepState::dropped);
}

TEST(PlanSteps, ThereIsNoDeadlockWhereTheyWroteFirst) {
  const Life life = full_life(Began::them);
  EXPECT_EQ(states(life, Level::together_slowly)["st-open-channel"], StepState::done);
  EXPECT_EQ(walked(life), std::set<std::string>{});
}

TEST(PlanSteps, WithAnEmptyLogOnlyTheGroundIsOpen) {
  for (int level = 0; level < guide::kLevels; ++level) {
    for (const auto& [id, state] : states({}, static_cast<Level>(level))) {
      EXPECT_EQ(state == StepState::open, id == "st-stabilize" || id == "st-accept-no") << id;
      EXPECT_NE(state, StepState::done) << id;
    }
  }
}

// A life from a seed: a part of a full one.
Life part_of_a_life(std::uint32_t seed) {
  std::mt19937 chance(seed);
  Life life = full_life(seed % 2 == 0 ? Began::me : Began::them);
  const std::uint32_t of = 2 + seed % 7;
  const auto drop = [&](auto& things) {
    std::erase_if(things, [&](const auto&) { return chance() % of == 0; });
  };
  drop(life.log.notes);
  drop(life.log.check_ins);
  drop(life.log.contacts);
  drop(life.log.given);
  drop(life.log.commitments);
  for (auto& answer : life.sheet.answers) {
    if (chance() % of == 0) answer = std::nullopt;
  }
  std::erase_if(life.sheet.evidence, [&](const std::string&) { return chance() % of == 0; });
  for (const guide::Step& step : the_guide().steps) {
    for (const guide::Sign& sign : step.signs) {
      if (chance() % of != 0) life.says(step.id, sign.id, at(static_cast<int>(chance() % kNow)));
    }
  }
  return life;
}

TEST(PlanSteps, NothingOpensAboveItsLevelAndAFallingLevelWithdraws) {
  for (std::uint32_t seed = 0; seed < 300; ++seed) {
    const Life life = part_of_a_life(seed);
    for (int level = 0; level < guide::kLevels; ++level) {
      for (const auto& [id, state] : states(life, static_cast<Level>(level))) {
        const Level least = the_guide().step_named(id)->level;
        if (state == StepState::open) {
          EXPECT_LE(least, static_cast<Level>(level)) << seed << id;
        }
        if (least > static_cast<Level>(level)) {
          EXPECT_NE(state, StepState::waiting) << seed << id;
        }
      }
    }
  }
}

// Without what they wrote first, which is a path of its own.
TEST(PlanSteps, TakingEvidenceAwayNeverOpensAStep) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const Life life = part_of_a_life(seed);
    const check::Sheet with = with_log(looking(life));
    const auto before = check::open_steps(the_guide(), with, Level::together_slowly);
    for (const std::string& id : with.evidence) {
      if (id == "they-wrote-first") continue;
      check::Sheet less = with;
      less.evidence.erase(id);
      for (const guide::Step* step : check::open_steps(the_guide(), less, Level::together_slowly)) {
        EXPECT_NE(std::ranges::find(before, step), before.end()) << seed << id << step->id;
      }
    }
  }
}

TEST(PlanSteps, AWaitingStepNamesWhatItWaitsForAndAnOpenOneNothing) {
  for (std::uint32_t seed = 0; seed < 100; ++seed) {
    const Life life = part_of_a_life(seed);
    for (const StepNow& now :
         check::steps_now(the_guide(), with_log(looking(life)), Level::together_slowly)) {
      const std::size_t waits = now.steps.size() + now.evidence.size() + now.items.size();
      EXPECT_EQ(waits > 0, now.state == StepState::waiting) << now.step->id;
    }
  }
}

// The CLI and the sheet say `done` themselves; signs that are missing take nothing from it.
TEST(PlanSteps, AStepMarkedDoneIsDoneWithoutItsSigns) {
  Life life;
  life.sheet.done.insert("st-stabilize");
  EXPECT_EQ(states(life, Level::prepare)["st-stabilize"], StepState::done);
}

TEST(PlanJson, HasEveryStepWithItsSignsInTheOrderOfThePath) {
  const Value plan = plan_of(full_life(Began::me), Level::open_channel);
  const std::vector<Value>& steps = plan.find("steps")->list;
  ASSERT_EQ(steps.size(), 33u);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    EXPECT_EQ(steps[i].find("step")->text, the_guide().steps[i].id);
    EXPECT_EQ(steps[i].find("signs")->list.size(), the_guide().steps[i].signs.size());
  }
  const Value& basics = steps[0].find("signs")->list[0];
  EXPECT_EQ(basics.find("sign")->text, "basics");
  EXPECT_TRUE(basics.find("there")->truth);
  EXPECT_EQ(basics.find("of")->integer, 7);
  EXPECT_EQ(named(plan, "steps", "step", "st-go-slowly").find("state")->text, "closed");
}

// ph-lead: each phrase has something behind it, and says what is missing.
TEST(PlanJson, APhraseOpensByWhatStandsBehindIt) {
  constexpr std::pair<const char*, const char*> kFirstNeeds[] = {
      {"ph-sorry", "act-named"},        {"ph-your-view", "st-empathy"},
      {"ph-questions", "they-replied"}, {"ph-needs", "they-replied"},
      {"ph-coffee", "st-accept-no"},    {"ph-why-us", "st-tell-truth"},
      {"ph-changed", "they-replied"},
  };
  const Value bare = plan_of({}, Level::open_channel);
  EXPECT_EQ(bare.find("phrases")->list.size(), std::size(kFirstNeeds));
  for (const auto& [phrase, need] : kFirstNeeds) {
    const Value& found = named(bare, "phrases", "phrase", phrase);
    EXPECT_FALSE(found.find("open")->truth) << phrase;
    ASSERT_FALSE(found.find("needs")->list.empty()) << phrase;
    EXPECT_EQ(found.find("needs")->list[0].text, need);
  }
  Life life = full_life(Began::me);
  const Value full = plan_of(life, Level::open_channel);
  EXPECT_TRUE(named(full, "phrases", "phrase", "ph-sorry").find("open")->truth);
  EXPECT_TRUE(named(full, "phrases", "phrase", "ph-coffee").find("open")->truth);
  const Value& seen = named(full, "phrases", "phrase", "ph-your-view");
  EXPECT_EQ(seen.find("needs")->list[0].text, "st-empathy");
  life.says("st-empathy", "no-reasons", at(40));
  EXPECT_TRUE(named(plan_of(life, Level::open_channel), "phrases", "phrase", "ph-your-view")
                  .find("open")
                  ->truth);
  const Value fallen = plan_of(life, Level::let_go);
  for (const Value& phrase : fallen.find("phrases")->list) {
    EXPECT_EQ(phrase.find("needs")->list[0].text, "level");
  }
}

TEST(PlanJson, ObstaclesNameTheirPlanAndTheWindowItsReason) {
  Life life;
  const Value none = plan_of(life, Level::prepare);
  EXPECT_EQ(none.find("obstacles")->list.size(), 5u);
  for (const Value& obstacle : none.find("obstacles")->list) {
    EXPECT_EQ(obstacle.find("commitment")->kind, base::json::Kind::null);
  }
  EXPECT_EQ(none.find("window")->find("because")->kind, base::json::Kind::null);

  life.answer("why-cause-kind=betrayal-by-them", at(1));
  const std::string id = life.commitment("", "ob-family").id;
  life.log.commitments.back().kept_ms = {at(kNow - 90), at(kNow - 3)};
  life.log.commitments.back().missed_ms = {at(kNow - 2)};
  const Value plan = plan_of(life, Level::prepare);
  EXPECT_EQ(named(plan, "obstacles", "item", "ob-family").find("commitment")->text, id);
  EXPECT_EQ(plan.find("window")->find("weeks")->integer, 12);
  EXPECT_EQ(plan.find("window")->find("because")->list[1].text, "betrayal-by-them");
  const Value& commitment = named(plan, "commitments", "commitment", id);
  EXPECT_EQ(commitment.find("kept")->integer, 1);  // The other is out of the window.
  EXPECT_EQ(commitment.find("missed")->integer, 1);
  EXPECT_EQ(commitment.find("due")->integer, 2);
  EXPECT_EQ(commitment.find("weeks")->integer, 12);
  EXPECT_FALSE(commitment.find("holds")->truth);
}

}  // namespace
}  // namespace amends::plan
