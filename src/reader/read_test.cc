#include "reader/read.h"

#include <gtest/gtest.h>

#include <chrono>
#include <map>
#include <memory>
#include <random>

#include "base/utf8.h"
#include "reader/read_json.h"
#include "tests/support/oracle.h"

namespace amends::reader {
namespace {

using tests::the_rules;

// Exact-size buffers, so that a sanitizer sees one byte too many.
Reading read_exactly(const std::string& text) {
  const std::unique_ptr<char[]> exact(new char[text.size()]);
  std::ranges::copy(text, exact.get());
  return read(the_rules(), {exact.get(), text.size()});
}

std::string json_of(const std::string& text, Offsets offsets) {
  base::json::Writer out;
  out.open_object();
  write_reading(out, read_exactly(text), text, offsets);
  out.close_object();
  return out.take();
}

// A span of whole code points is one whose quote is well-formed, for none can be drawn longer.
void expect_sound(const std::string& text, const Reading& reading) {
  for (const auto* list : {&reading.marks, &reading.strengths}) {
    for (const Mark& mark : *list) {
      ASSERT_LT(mark.span.begin_utf8, mark.span.end_utf8);
      ASSERT_LE(mark.span.end_utf8, text.size());
      const auto quote =
          text.substr(mark.span.begin_utf8, mark.span.end_utf8 - mark.span.begin_utf8);
      ASSERT_EQ(base::first_bad_utf8(quote), std::nullopt);
    }
  }
}

std::vector<Label> labels_of(const std::string& text) {
  std::vector<Label> labels;
  for (const Mark& mark : read_exactly(text).marks) labels.push_back(mark.rule->label);
  return labels;
}

TEST(Read, MarksWhatIsThereAndLetsTheRestPass) {
  struct Case {
    const char* name;
    std::string text;
    std::vector<Label> want;
  };
  const Case cases[] = {
      {"nothing", "", {}},
      {"one letter", "k", {}},
      {"a plain feeling", "I miss you. These weeks are hard.", {}},
      {"a deadline", "You have until Friday to decide.", {Label::pressure}},
      {"without apostrophe", "dont ignore me", {Label::pressure}},
      {"in capitals", "STOP IGNORING ME", {Label::pressure}},
      {"a slip of the pen", "Stop ignorng me", {Label::pressure}},
      {"drawn out", "im begggging you", {Label::pity}},
      {"negated", "I will not beg you to come back.", {}},
      {"quoted", "You wrote \"you have until Friday\".", {}},
      {"a practical need", "I need the keys by Friday for the landlord.", {}},
      {"about oneself", "I was an idiot to you.", {}},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(labels_of(c.text), c.want);
  }
}

TEST(Read, ACertainRuleIsHeardInALongLetterToo) {
  std::string letter;
  for (int i = 0; i < 20; ++i)
    letter += "The garden is green and the beans are up again this week. ";
  const Reading reading = read_exactly(letter + "You have until Friday to decide. " + letter);
  ASSERT_EQ(reading.marks.size(), 1u);
  EXPECT_EQ(reading.marks[0].rule->id, "pressure.deadline");
}

// Found by fuzz/reader.cc: a pattern that names a border reached over a byte that is no UTF-8.
TEST(Read, NoSpanReachesOverABadByte) {
  for (const char* text : {"sry\xBEsry", "\xBEsry'\xBEsry'[s'$''", "sorry.\xFF Sorry."}) {
    expect_sound(text, read_exactly(text));
  }
}

TEST(Read, FreedomThatTheSameMessageTakesBackIsNoStrength) {
  const Reading reading = read_exactly("No need to reply. You have until Friday to decide.");
  ASSERT_FALSE(reading.marks.empty());
  for (const Mark& mark : reading.strengths) EXPECT_NE(mark.rule->label, Label::no_pressure);
  const Reading free = read_exactly("No need to reply.");
  ASSERT_EQ(free.strengths.size(), 1u);
  EXPECT_EQ(free.strengths[0].rule->label, Label::no_pressure);
}

// The model judges a whole message, so a net must not redden every line of a sad one.
TEST(Read, ANetMarksOneSentenceHoweverManyItCaught) {
  const Reading reading = read_exactly(
      "I was alive at work today. The train was late again. I do not want to wake up anymore and "
      "nobody would miss me. Take care of the dog.");
  ASSERT_TRUE(reading.help_first);
  std::map<std::string_view, int> by_rule;
  for (const Mark& mark : reading.marks) {
    if (mark.rule->wide) EXPECT_EQ(++by_rule[mark.rule->id], 1);
  }
}

TEST(Read, DangerToOneselfPutsHelpFirstAndNoStyleBesideIt) {
  const Reading reading =
      read_exactly("I want to kill myself. Answer me by tonight. You are such a liar.");
  EXPECT_TRUE(reading.help_first);
  ASSERT_EQ(reading.marks.size(), 1u);
  EXPECT_EQ(reading.marks[0].rule->label, Label::crisis);
}

TEST(Read, AThreatAndASignOfDangerGetNoRewrite) {
  for (const Rule& rule : the_rules().rules()) {
    if (rule.label == Label::threat || rule.label == Label::crisis) {
      EXPECT_TRUE(rule.better.empty()) << rule.id;
    }
  }
}

TEST(Read, EveryFaultAndStrengthHasARule) {
  LabelSet there = 0;
  for (const Rule& rule : the_rules().rules()) there |= set_of(rule.label);
  EXPECT_EQ(there, (LabelSet{1} << kLabels) - 1);
}

TEST(Read, TheAnatomyOfAnApology) {
  EXPECT_FALSE(read_exactly("See you at the vet.").apology);
  const auto apology =
      read_exactly("I am sorry I shouted at you. That is on me. Please forgive me.").apology;
  ASSERT_TRUE(apology);
  EXPECT_TRUE(apology->parts[static_cast<std::size_t>(Part::responsibility)]);
  EXPECT_TRUE(apology->parts[static_cast<std::size_t>(Part::regret)]);
  EXPECT_FALSE(apology->parts[static_cast<std::size_t>(Part::repair)]);
  EXPECT_TRUE(apology->plea);
}

// Lewicki, Polin and Lount 2016: responsibility, then repair, then the rest alike.
TEST(Read, ResponsibilityWeighsMostAndRepairNext) {
  EXPECT_GT(weight_of(Part::responsibility), weight_of(Part::repair));
  EXPECT_GT(weight_of(Part::repair), weight_of(Part::regret));
  EXPECT_EQ(weight_of(Part::regret), weight_of(Part::explanation));
  EXPECT_EQ(weight_of(Part::regret), weight_of(Part::change));
}

TEST(Read, OffsetsForTheBrowserCountUnitsOfUtf16) {
  const std::string text = "\xF0\x9F\x98\x80\xC3\xA9 answer me";
  const auto bytes = base::json::parse(json_of(text, Offsets::utf8));
  const auto units = base::json::parse(json_of(text, Offsets::utf16));
  ASSERT_TRUE(bytes && units);
  EXPECT_EQ(bytes->find("marks")->list.at(0).find("begin")->integer, 7);
  EXPECT_EQ(units->find("marks")->list.at(0).find("begin")->integer, 4);
  EXPECT_EQ(units->find("marks")->list.at(0).find("end")->integer, 13);
}

TEST(Read, WhateverTheBytesSpansAreSoundAndTheJsonReads) {
  const unsigned seed = 20261124;
  SCOPED_TRACE(seed);
  std::mt19937 chance(seed);
  const std::string pieces[] = {"answer me by tonight ",
                                "I'm sorry if I hurt you",
                                "\xF0\x9F\x92\x94",
                                "\xE2\x80\x8D",
                                "\xD7\x90\xD7\x91",
                                "\xFF\xC3",
                                "\xE2\x80\x99",
                                "...",
                                "??",
                                "no need to reply",
                                "\n",
                                "\"",
                                "soooooo",
                                "kill myself",
                                "f**k",
                                "12:30"};
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    for (auto n = chance() % 12; n > 0; --n) text += pieces[chance() % std::size(pieces)];
    if (!text.empty() && chance() % 3 == 0)
      text[chance() % text.size()] = static_cast<char>(chance());
    expect_sound(text, read_exactly(text));
    ASSERT_TRUE(base::json::parse(json_of(text, Offsets::utf16))) << round;
  }
}

// Ten times the text may take ten times as long, and noise; a square would take a hundred.
TEST(Read, TimeGrowsWithTheTextAndNotFaster) {
  for (const std::string piece :
       {"a ", "answer me ", "sorry if ", "\xF0\x9F\x98\x80", "you never ", "? ", "\""}) {
    const auto seconds = [&](std::size_t times) {
      std::string text;
      for (std::size_t i = 0; i < times; ++i) text += piece;
      double best = 1e9;
      for (int i = 0; i < 3; ++i) {
        const auto before = std::chrono::steady_clock::now();
        expect_sound(text, read_exactly(text));
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - before;
        best = std::min(best, took.count());
      }
      return best;
    };
    EXPECT_LT(seconds(20000), 60 * seconds(2000) + 0.01) << piece;
  }
}

TEST(Rules, ABlobThatIsCutOffOrForeignIsRefused) {
  const std::string blob = tests::file_text(AMENDS_PACKS "/reader.bin");
  EXPECT_FALSE(Rules::open(""));
  EXPECT_FALSE(Rules::open("amends"));
  for (std::size_t size = 0; size < blob.size(); size += 97) {
    ASSERT_FALSE(Rules::open(std::string_view(blob).substr(0, size))) << size;
  }
}

}  // namespace
}  // namespace amends::reader
