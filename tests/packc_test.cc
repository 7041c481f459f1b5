// packc from outside: the real guide with one slip each, and what it says about it.

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/oracle.h"
#include "tests/support/process.h"

namespace amends::tests {
namespace {

namespace fs = std::filesystem;

// A copy of guide/ and lang/ in which one text is replaced once.
class Copy {
 public:
  Copy() {
    for (const char* name : {"guide", "lang"}) {
      fs::copy(fs::path(AMENDS_ROOT) / name, folder_.path() / name, fs::copy_options::recursive);
    }
  }

  Copy& slip(const std::string& file, const std::string& from, const std::string& to) {
    std::string text = file_text(folder_ / file);
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << file << " has no " << from;
    if (at != std::string::npos) text.replace(at, from.size(), to);
    write_text(folder_ / file, text);
    return *this;
  }

  Ended compiled() {
    return run({AMENDS_BINARIES "/packc", folder_.path().string(), "guide", folder_ / "out.json"});
  }

  bool wrote() const { return fs::exists(folder_.path() / "out.json"); }

  const TempFolder& folder() const { return folder_; }

 private:
  TempFolder folder_;
};

TEST(Packc, TheGuideAsItIsCompilesAndTwiceToTheSameBytes) {
  Copy copy;
  EXPECT_EQ(copy.compiled().exit, 0);
  EXPECT_EQ(file_text(copy.folder() / "out.json"), file_text(AMENDS_PACKS "/guide.json"));
}

struct Slip {
  const char* name;
  const char* file;
  const char* from;
  const char* to;
  const char* place;
  const char* says;
};
constexpr Slip kSlips[] = {
    {"an answer without a level", "guide/07-not-to-do.toml",
     R"({ id = "stopped", ceiling = "open-channel", )", R"({ id = "stopped", )",
     "guide/07-not-to-do.toml:", "\"ceiling\" is missing"},
    {"an unknown level", "guide/07-not-to-do.toml", R"("open-channel")", R"("open-chanel")",
     "guide/07-not-to-do.toml:", "did you mean \"open-channel\""},
    {"an unknown item", "guide/check.toml", "\"sp-block\"", "\"sp-blok\"",
     "guide/check.toml:", "did you mean \"sp-block\""},
    {"a missing item", "guide/check.toml", ", \"tl-urgency\"", "",
     "guide/check.toml:", "\"tl-urgency\" is never asked"},
    {"a duplicate item", "guide/05-signals.toml", "id = \"sg-grown-up\"\nentry",
     "id = \"sg-heat-faded\"\nentry", "guide/05-signals.toml:", "is here twice"},
    {"a duplicate answer", "guide/10-stop-rules.toml", R"({ id = "none-sent")",
     R"({ id = "replying")", "guide/10-stop-rules.toml:", "is here twice"},
    {"an item asked twice", "guide/check.toml", "\"sp-block\"", "\"hs-clear-refusal\"",
     "guide/check.toml:", "is asked twice"},
    {"an answer that rises", "guide/06-obstacles.toml", R"(ceiling = "open-channel", raise)",
     R"(ceiling = "let-go", raise)", "", ""},
    {"a best answer that can be raised", "guide/06-obstacles.toml",
     R"({ id = "planned", ceiling = "together-slowly" })",
     R"({ id = "planned", ceiling = "together-slowly", raise = "work" })",
     "guide/06-obstacles.toml:", "nothing is above the best answer"},
    {"a lane nobody has words for", "guide/levels.toml", "id = \"their-pace\"",
     "id = \"their-peace\"", "guide/levels.toml:", "has no words"},
    {"a missing text", "lang/en/guide/05-signals.toml",
     "\nwhy = ", "\nwhy_ = ", "lang/en/guide/05-signals.toml:", "\"why\" is missing"},
    {"an empty text", "lang/en/levels.toml", "title = \"Not now.\"", "title = \"\"",
     "lang/en/levels.toml:", "\"title\" is empty"},
    {"words for an id that is not there", "lang/en/guide/12-staying-apart.toml",
     "[item.ap-happiness]", "[item.ap-hapiness]",
     "lang/en/guide/12-staying-apart.toml:", "did you mean \"ap-happiness\""},
    {"words for an answer that is not there", "lang/en/guide/12-staying-apart.toml",
     "[item.ap-happiness.answer.rarely]", "[item.ap-happiness.answer.rarly]",
     "lang/en/guide/12-staying-apart.toml:", "there is no answer"},
    {"a name nobody knows", "guide/01-hard-stops.toml", "unanswered = \"pause\"",
     "unanswerd = \"pause\"", "guide/01-hard-stops.toml:", "\"unanswerd\" is not known here"},
    {"no TOML", "guide/03-return-reasons.toml", "[[entry]]", "[[entry]",
     "guide/03-return-reasons.toml:", "this is not TOML"},
    {"a step before its predecessor", "guide/08-steps.toml",
     "path = 4\nphase = \"inward\"\nlevel = \"prepare\"\nafter = [\"st-stabilize\"]",
     "path = 4\nphase = \"inward\"\nlevel = \"prepare\"\nafter = [\"st-spark\"]",
     "guide/08-steps.toml:", "comes later in the path"},
    {"a screen rule for a reply nobody can give", "guide/screens.toml", R"(replies = ["yes"] })",
     R"(replies = ["yess"] })", "guide/screens.toml:", "there is no reply \"yess\""},
    {"a help line of grade C", "lang/en/helplines.toml", "grade = \"A\"", "grade = \"C\"",
     "lang/en/helplines.toml:", "only lines of grade A or B"},
    {"a measure nobody counts", "guide/signs.toml", "measure = \"quiet-nights\"",
     "measure = \"quiet-night\"", "guide/signs.toml:", "no measure of this name"},
    {"a measure without its number", "guide/signs.toml", "days = 7, within_days = 10 }",
     "days = 7 }", "guide/signs.toml:", "this measure needs \"within_days\""},
    {"a measure with a number too many", "guide/path.toml", "{ measure = \"wrote-first\" }",
     "{ measure = \"wrote-first\", days = 3 }", "guide/path.toml:", "is not known here"},
    {"a step without signs", "guide/signs.toml", "[st-patience]", "[st-patient]",
     "guide/08-steps.toml:", "has no sign that it is done"},
    {"a sign without words", "lang/en/signs.toml",
     "none-dodged = ", "none_dodged = ", "lang/en/signs.toml:", "\"none-dodged\" is missing"},
    {"a note nobody asks for", "guide/cards.toml", "after = [\"met\"]", "after = []",
     "guide/notes.toml:", "of kind \"met\""},
    {"a card for a note that is not there", "guide/cards.toml", "\"their-side\"]\n",
     "\"their-sight\"]\n", "guide/cards.toml:", "did you mean \"their-side\""},
    {"a rule of the log nobody can count", "guide/log.toml", "id = \"waiting\"", "id = \"wating\"",
     "guide/log.toml:", "cannot count a rule \"wating\""},
    {"a number of the log that is missing", "guide/log.toml", "{ turns = 1 }", "{ turn = 1 }",
     "guide/log.toml:", "the number \"turns\" is missing"},
    {"a latch that is no truth", "guide/10-stop-rules.toml", "latched = true", "latched = \"true\"",
     "guide/10-stop-rules.toml:", "true or false"},
};

TEST(Packc, RefusesEverySlipWithFileLineAndCaret) {
  for (const Slip& c : kSlips) {
    SCOPED_TRACE(c.name);
    Copy copy;
    const Ended ended = copy.slip(c.file, c.from, c.to).compiled();
    if (*c.says == '\0') {  // Lower is allowed; the order of answers still holds.
      EXPECT_EQ(ended.exit, 0) << ended.err;
      continue;
    }
    EXPECT_EQ(ended.exit, 1);
    EXPECT_NE(ended.err.find(c.place), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find(c.says), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find("^\n"), std::string::npos) << ended.err;
    EXPECT_FALSE(copy.wrote());
  }
}

TEST(Packc, AnswersThatGetBetterAgainAreRefused) {
  Copy copy;
  copy.slip("guide/07-not-to-do.toml", R"({ id = "stopped", ceiling = "open-channel")",
            R"({ id = "stopped", ceiling = "let-go")");
  const Ended ended = copy.compiled();
  EXPECT_EQ(ended.exit, 1);
  EXPECT_NE(ended.err.find("this one is better again"), std::string::npos) << ended.err;
}

TEST(Packc, AMissingFileIsNamed) {
  Copy copy;
  fs::remove(copy.folder().path() / "lang/en/guide/05-signals.toml");
  fs::remove(copy.folder().path() / "guide/path.toml");
  const Ended ended = copy.compiled();
  EXPECT_EQ(ended.exit, 1);
  EXPECT_NE(ended.err.find("lang/en/guide/05-signals.toml"), std::string::npos) << ended.err;
  EXPECT_NE(ended.err.find("guide/path.toml"), std::string::npos) << ended.err;
}

}  // namespace
}  // namespace amends::tests
