// The command line from outside: the built program, its files, its terminal.

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <sstream>

#include "base/json.h"
#include "tests/support/oracle.h"
#include "tests/support/process.h"

namespace amends::cli {
namespace {

using tests::Ended;
using tests::run;
using tests::TempFolder;
using tests::Terminal;
using tests::the_guide;
using tests::write_text;

constexpr const char* kAmends = AMENDS_BINARIES "/amends";

// The prompt of a question, seen before each answer is typed.
constexpr const char* kPrompt = "q stop: ";

TEST(Cli, BadAnswerFilesGetOneLineWithFilePlaceAndRemedy) {
  struct Case {
    const char* name;
    std::string text;
    const char* place;
    const char* says;
  };
  const Case cases[] = {
      {"empty", "", "", "empty"},
      {"not JSON", "dear you", "line 1, column 1", "not JSON"},
      {"cut off", "{\"answers\":\n{\"tl-urgency\"", "line 2, column 14", "not JSON"},
      {"10,000 deep", std::string(10000, '['), "line 1, column 66", "nested too deeply"},
      {"10,000 deep in answers", "{\"answers\":" + std::string(10000, '{'), "", "not JSON"},
      {"an unknown item", R"({"answers":{"hs-hope":"yes"}})", "line 1, column 13", "\"hs-hope\""},
      {"an unknown answer", R"({"answers":{"sp-block":"maybe"}})", "line 1, column 24",
       "\"sp-block=maybe\""},
      {"a repeated item", "{\"answers\":{\"sp-block\":\"unsure\",\n\"sp-block\":\"unsure\"}}",
       "line 2, column 1", "second time"},
      {"a wrong type", R"({"answers":{"sp-block":7}})", "line 1, column 24", "right type"},
      {"invalid UTF-8", "{\"answers\":{\"\xC3\x28\":\"x\"}}", "line 1, column 14", "not UTF-8"},
  };
  const TempFolder folder;
  const std::string file = folder / "answers.json";
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    write_text(file, c.text);
    const Ended ended = run({kAmends, "check", file, "--json"});
    EXPECT_EQ(ended.exit, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
    EXPECT_NE(ended.err.find(file), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find(c.place), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find(c.says), std::string::npos) << ended.err;
  }
}

TEST(Cli, OfALongParagraphOnlyWhatIsBesideAMarkIsShown) {
  const TempFolder folder;
  const std::string file = folder / "draft.txt";
  write_text(
      file,
      "I have been thinking about the summer at the lake, and the boat, and your brother's old "
      "dog. You have until midnight to answer me, then I am blocking you. The kettle is still "
      "here, by the way, and so are the two blue cups that you like.\n");
  const Ended ended = run({kAmends, "read", file});
  EXPECT_EQ(ended.exit, 0);
  std::istringstream shown(ended.out);
  std::string line;
  std::string carets;
  while (line.empty() && std::getline(shown, line)) {
  }
  std::getline(shown, carets);
  EXPECT_LT(line.size(), 120U) << line;
  EXPECT_TRUE(line.starts_with("... ") && line.ends_with(" ...")) << line;
  const std::size_t first = carets.find('^');
  ASSERT_NE(first, std::string::npos) << carets;
  const std::string under = line.substr(first, carets.size() - first);
  EXPECT_NE(under.find("until midnight"), std::string::npos) << under;
}

TEST(Cli, AFileOf200MegabytesIsRefusedByItsSizeNotRead) {
  const TempFolder folder;
  const std::string file = folder / "large.json";
  write_text(file, "{");
  std::filesystem::resize_file(file, 200'000'000);
  const auto before = std::chrono::steady_clock::now();
  const Ended ended = run({kAmends, "check", file});
  const auto took = std::chrono::steady_clock::now() - before;
  EXPECT_EQ(ended.exit, 1);
  EXPECT_NE(ended.err.find("too large"), std::string::npos) << ended.err;
  EXPECT_LT(took, std::chrono::seconds(1));
}

TEST(Cli, AFileThatIsNotThereOrIsAFolderIsRefused) {
  const TempFolder folder;
  for (const std::string& file : {folder / "none.json", folder.path().string()}) {
    const Ended ended = run({kAmends, "check", file});
    EXPECT_EQ(ended.exit, 1);
    EXPECT_NE(ended.err.find("cannot be read"), std::string::npos) << ended.err;
  }
}

TEST(Cli, WhatAPersonWroteIsNeverInAnError) {
  const Ended ended =
      run({kAmends, "check", "-"}, R"({"answers":{"she said she hates me":"yes"}})");
  EXPECT_EQ(ended.exit, 1);
  EXPECT_EQ(ended.err.find("hates"), std::string::npos) << ended.err;
}

TEST(Cli, WrongUsageIsExitTwoAndSaysWhatToDo) {
  const std::vector<std::vector<std::string>> commands = {
      {kAmends},
      {kAmends, "flirt"},
      {kAmends, "check", "--loud", "-"},
      {kAmends, "check", "a", "b"},
      {kAmends, "check", "--save"},
      {kAmends, "check", "--save", "x", "-"},
      {kAmends, "check"},  // No terminal here.
  };
  for (const auto& command : commands) {
    const Ended ended = run(command);
    EXPECT_EQ(ended.exit, 2);
    EXPECT_EQ(ended.out, "");
    EXPECT_NE(ended.err.find("amends"), std::string::npos);
  }
}

TEST(Cli, HelpAndVersionReadOnStandardOutput) {
  for (const auto& command : {std::vector<std::string>{kAmends, "--help"},
                              std::vector<std::string>{kAmends, "check", "--help"}}) {
    const Ended ended = run(command);
    EXPECT_EQ(ended.exit, 0);
    EXPECT_NE(ended.out.find("amends check FILE"), std::string::npos);
  }
  EXPECT_EQ(run({kAmends, "--version"}).out.find("amends "), 0u);
}

TEST(Cli, TheStandingForPeopleSaysLevelAnswerReasonAndChange) {
  const Ended ended = run({kAmends, "check", "-"}, R"({"answers":{"hs-clear-refusal":"said-no"}})");
  EXPECT_EQ(ended.exit, 0);
  const auto pair = *the_guide().item_answer_named("hs-clear-refusal=said-no");
  EXPECT_EQ(ended.out.find(the_guide().levels[1].title), 0u);
  EXPECT_NE(ended.out.find(the_guide().at(pair).label), std::string::npos);
  EXPECT_NE(ended.out.find(the_guide().at(pair).reason.substr(0, 20)), std::string::npos);
  EXPECT_EQ(ended.out.find('\033'), std::string::npos) << "no colour outside a terminal";
}

TEST(Cli, EveryIdOfTheGuideCanBeLookedUp) {
  std::vector<std::string> ids;
  for (const auto& entry : the_guide().entries) ids.push_back(entry.id);
  for (const auto& item : the_guide().items) ids.push_back(item.id);
  for (const std::string& id : ids) {
    const Ended ended = run({kAmends, "guide", id, "--json"});
    EXPECT_EQ(ended.exit, 0) << id;
    EXPECT_TRUE(base::json::parse(ended.out)) << id;
  }
  EXPECT_EQ(run({kAmends, "guide", "hs-hope"}).exit, 1);
}

TEST(Cli, HelpLinesByCountry) {
  const Ended ireland = run({kAmends, "helplines", "ie"});
  EXPECT_EQ(ireland.exit, 0);
  EXPECT_NE(ireland.out.find("1800 341 900"), std::string::npos);
  EXPECT_EQ(run({kAmends, "helplines", "Ireland"}).out, ireland.out);
  EXPECT_EQ(ireland.out.find("116 123"), std::string::npos) << "grade C is not shipped";
  const Ended nowhere = run({kAmends, "helplines", "XX"});
  EXPECT_EQ(nowhere.exit, 1);
  EXPECT_NE(nowhere.err.find("emergency number"), std::string::npos);
}

TEST(Cli, ANoInTheTerminalOffersTheStandingAtOnce) {
  Terminal terminal({kAmends, "check"});
  ASSERT_TRUE(terminal.sees(kPrompt));
  terminal.types("?\n");
  ASSERT_TRUE(terminal.sees("Why it is asked"));
  ASSERT_TRUE(terminal.sees(kPrompt));
  terminal.types("3\n");  // In danger now.
  ASSERT_TRUE(terminal.sees("settles the question"));
  terminal.types("\n");
  ASSERT_TRUE(terminal.sees(the_guide().levels[0].title));
  EXPECT_EQ(terminal.ends(), 0);
}

TEST(Cli, WhatIsNotUnderstoodIsAskedAgain) {
  Terminal terminal({kAmends, "check"});
  for (const char* typed : {"9\n", "yes\n", "1 2\n", "b\n"}) {
    ASSERT_TRUE(terminal.sees(kPrompt));
    terminal.types(typed);
  }
  ASSERT_TRUE(terminal.sees(kPrompt));
  terminal.types("q\n");
  EXPECT_EQ(terminal.ends(), 0);
}

TEST(Cli, AnInterruptedCheckLosesNoAnswer) {
  const TempFolder folder;
  const std::string file = folder / "mine.json";
  {
    Terminal terminal({kAmends, "check", "--save", file});
    ASSERT_TRUE(terminal.sees(kPrompt));
    terminal.types("1\n");
    ASSERT_TRUE(terminal.sees(kPrompt));
    terminal.interrupts();
    EXPECT_EQ(terminal.ends(), 0);
  }
  EXPECT_NE(tests::file_text(file).find(R"("x-danger-now":"no")"), std::string::npos);
  Terminal again({kAmends, "check", "--save", file});
  ASSERT_TRUE(again.sees("1 answers are there already"));
  ASSERT_TRUE(again.sees(the_guide().screens[0].title));
  ASSERT_TRUE(again.sees(kPrompt));
  again.types("q\n");
  EXPECT_EQ(again.ends(), 0);
  EXPECT_EQ(run({kAmends, "check", file, "--json"}).exit, 0);
}

TEST(Cli, KilledAfterAnAnswerTheFileHoldsIt) {
  const TempFolder folder;
  const std::string file = folder / "mine.json";
  {
    Terminal terminal({kAmends, "check", "--save", file});
    ASSERT_TRUE(terminal.sees(kPrompt));
    terminal.types("1\n");
    ASSERT_TRUE(terminal.sees(kPrompt));
  }  // SIGKILL.
  EXPECT_NE(tests::file_text(file).find(R"("x-danger-now":"no")"), std::string::npos);
}

TEST(Cli, StoppedWithoutSaveTheAnswersArePrinted) {
  Terminal terminal({kAmends, "check"});
  ASSERT_TRUE(terminal.sees(kPrompt));
  terminal.types("1\n");
  ASSERT_TRUE(terminal.sees(kPrompt));
  terminal.interrupts();
  ASSERT_TRUE(terminal.sees(R"({"answers":{"x-danger-now":"no"}})"));
  EXPECT_EQ(terminal.ends(), 0);
}

TEST(Cli, BackAsksTheLastQuestionAgain) {
  Terminal terminal({kAmends, "check"});
  ASSERT_TRUE(terminal.sees(the_guide().items[0].question));
  ASSERT_TRUE(terminal.sees(kPrompt));
  terminal.types("1\n");
  ASSERT_TRUE(terminal.sees(kPrompt));
  terminal.types("b\n");
  ASSERT_TRUE(terminal.sees(the_guide().items[0].question));
}

TEST(Cli, ADamagedSaveFileIsRefusedAndLeftAsItIs) {
  const TempFolder folder;
  const std::string file = folder / "mine.json";
  write_text(file, "{\"answers\":");
  Terminal terminal({kAmends, "check", "--save", file});
  ASSERT_TRUE(terminal.sees("not JSON"));
  EXPECT_EQ(terminal.ends(), 1);
  EXPECT_EQ(tests::file_text(file), "{\"answers\":");
}

// All first-stage questions with their first reply, then depth declined.
TEST(Cli, AWholeFirstStageInTheTerminalReachesAStanding) {
  const TempFolder folder;
  const std::string file = folder / "mine.json";
  Terminal terminal({kAmends, "check", "--save", file});
  int answered = 0;
  int written = 0;
  for (;;) {
    const int which = terminal.sees_one_of({kPrompt, "for none)", "questions could change it"});
    ASSERT_GE(which, 0);
    if (which == 2) break;
    terminal.types(which == 0 ? "1\n" : "I shouted.\n");
    ++(which == 0 ? answered : written);
  }
  EXPECT_EQ(written, 3);
  // 25 single questions, and the rows of the four screens.
  EXPECT_EQ(answered, 25 + 7 + 7 + 6 + 3);
  terminal.types("q\n");
  EXPECT_EQ(terminal.ends(), 0);
  const Ended ended = run({kAmends, "check", file, "--json"});
  EXPECT_NE(ended.out.find(R"("permitted":"open-channel")"), std::string::npos) << ended.out;
}

}  // namespace
}  // namespace amends::cli
