#include "reader/model.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <tuple>

#include "base/json.h"
#include "reader/findings.h"
#include "reader/read.h"
#include "tests/support/oracle.h"
#include "text/tokenize.h"

namespace amends::reader {
namespace {

using tests::the_rules;

struct Labelled {
  std::string name;
  std::string text;
  std::vector<std::string> any_of;
};

// Every message of ours, held-out ones too: what is asked of them here is a law, not a figure.
std::vector<std::string> all_texts() {
  std::vector<std::string> out;
  const std::filesystem::path root = std::filesystem::path(AMENDS_ROOT) / "tests/corpora/reader";
  for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
    if (entry.path().extension() != ".jsonl") continue;
    std::ifstream in(entry.path());
    for (std::string line; std::getline(in, line);) {
      const auto root_value = base::json::parse(line);
      const auto* text = root_value ? root_value->find("text") : nullptr;
      if (text != nullptr) out.push_back(text->text);
    }
  }
  return out;
}

std::vector<Labelled> peers_messages() {
  std::vector<Labelled> out;
  std::ifstream in(std::filesystem::path(AMENDS_ROOT) / "tests/cases/reader/peers.jsonl");
  for (std::string line; std::getline(in, line);) {
    const auto root = base::json::parse(line);
    if (!root) continue;
    Labelled one{root->find("name")->text, root->find("text")->text, {}};
    for (const auto& label : root->find("any_of")->list) one.any_of.push_back(label.text);
    out.push_back(std::move(one));
  }
  return out;
}

std::vector<Feature> features_in(std::string_view text) {
  std::vector<Feature> out;
  features_of(text::tokenize(the_rules().lexicon(), text), out);
  return out;
}

TEST(Model, AFeatureIsAWordOrAPairInItsOrder) {
  const auto forth = features_in("you left");
  const auto back = features_in("left you");
  ASSERT_EQ(forth.size(), 7U);  // Four tokens with the borders, three pairs.
  EXPECT_EQ(forth[1].key, back[3].key);
  EXPECT_NE(forth[4].key, back[4].key);
  for (const Feature& feature : forth) EXPECT_LT(feature.key, kFeatureKeys);
}

TEST(Model, AWordSaidAgainWeighsNothingMore) {
  const auto opinion_of = [](std::string_view text) {
    return the_rules().model().opinion(text::tokenize(the_rules().lexicon(), text));
  };
  // Past the third "please" no word and no pair is new: only the length grows, and pulls each score
  // towards its bias.
  const double few = opinion_of("please please please").score(Label::pity);
  const double many = opinion_of("please please please please please please").score(Label::pity);
  const double no_words = opinion_of("").score(Label::pity);
  EXPECT_LE(std::abs(many - no_words), std::abs(few - no_words));
}

TEST(Model, NeverIsTheOnlyGroundForDangerOrAThreat) {
  const auto texts = all_texts();
  ASSERT_GT(texts.size(), 4000U);
  for (const std::string& text : texts) {
    for (const Mark& mark : read(the_rules(), text).marks) {
      if (!is_danger(mark.rule->label)) continue;
      EXPECT_FALSE(mark.rule->match.empty()) << mark.rule->id;
      EXPECT_TRUE(mark.rule->better.empty()) << "no rewrite: " << mark.rule->id;
    }
  }
}

TEST(Model, WhatItFindsAloneIsAskedAboutWithAReason) {
  std::size_t notes = 0;
  for (const std::string& text : all_texts()) {
    for (const Mark& mark : read(the_rules(), text).marks) {
      if (!mark.rule->match.empty()) continue;
      ++notes;
      EXPECT_EQ(mark.tier, Tier::ask);
      EXPECT_FALSE(mark.rule->why.empty());
      EXPECT_FALSE(mark.rule->item.empty());
    }
  }
  EXPECT_GT(notes, 100U);
}

TEST(Model, WhereDangerIsMoreThanAGuessNothingElseIsMarked) {
  for (const std::string& text : all_texts()) {
    const Reading reading = read(the_rules(), text);
    const bool is_sure = std::ranges::any_of(reading.marks, [](const Mark& mark) {
      return mark.rule->label == Label::crisis && mark.tier != Tier::ask;
    });
    for (const Mark& mark : reading.marks) {
      if (mark.rule->label == Label::crisis) EXPECT_TRUE(reading.help_first);
      if (is_sure) EXPECT_TRUE(is_danger(mark.rule->label)) << mark.rule->id;
    }
  }
}

// The reader asks the model before it asks for other patterns, which cost more.
TEST(Model, WhenItIsAskedChangesNothing) {
  const auto shown = [](const std::vector<Finding>& findings) {
    std::vector<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, Tier>> out;
    for (const Finding& f : findings) out.emplace_back(f.rule, f.begin, f.end, f.tier);
    return out;
  };
  for (const std::string& text : all_texts()) {
    Found all = find_all(the_rules(), text);
    const Model::Opinion opinion = the_rules().model().opinion(all.tokens);
    const Found confirmed = find_confirmed(the_rules(), text, all.tokens, opinion);
    const bool is_long = all.tokens.size() > kLongMessageTokens;
    std::erase_if(all.findings, [&](const Finding& finding) {
      const Rule& rule = the_rules().rules()[finding.rule];
      const bool is_taken = is_long || rule.label == Label::specific_apology;
      const bool is_certain = is_taken && rule.tier == Tier::certain;
      return rule.confirmed && !is_certain && !opinion.agrees(rule.label);
    });
    ASSERT_EQ(shown(confirmed.findings), shown(all.findings)) << text;
  }
}

// The 32 messages that eleven other checkers were tried on: they marked none of the 22 for the
// right reason, or six at most.
TEST(Model, ReadsTheMessagesThatOtherCheckersMissed) {
  std::size_t right = 0, faulty = 0;
  for (const Labelled& one : peers_messages()) {
    SCOPED_TRACE(one.name + ": " + one.text);
    const Reading reading = read(the_rules(), one.text);
    if (one.any_of.empty()) {
      EXPECT_TRUE(reading.marks.empty());
      continue;
    }
    ++faulty;
    right += std::ranges::any_of(reading.marks, [&](const Mark& mark) {
      return std::ranges::find(one.any_of, name_of(mark.rule->label)) != one.any_of.end();
    });
  }
  EXPECT_EQ(faulty, 22U);
  EXPECT_GE(right, 20U);
}

}  // namespace
}  // namespace amends::reader
