// `amends vault open` from outside: at a terminal, from a script, with whatever file it is given.

#include <gtest/gtest.h>

#include <algorithm>

#include "base/json.h"
#include "tests/support/oracle.h"
#include "tests/support/process.h"
#include "tests/support/vault.h"

namespace amends::cli {
namespace {

using tests::Ended;
using tests::kPassphrase;
using tests::run;
using tests::TempFolder;
using tests::Terminal;
using tests::write_text;

constexpr const char* kAmends = AMENDS_BINARIES "/amends";
constexpr const char* kVectors = AMENDS_ROOT "/tests/vectors/vault/";

std::string vector_file(const std::string& name) { return kVectors + name; }

Ended opened(const std::string& file, const std::string& typed) {
  return run({kAmends, "vault", "open", file}, typed);
}

TEST(VaultCli, ABackupIsPrintedAsJson) {
  for (const char* end : {"", "\n", "\r\n", "\nmore\n"}) {
    const Ended ended = opened(vector_file("ok.amends"), kPassphrase + std::string(end));
    EXPECT_EQ(ended.exit, 0);
    EXPECT_EQ(ended.err, "");
    const auto value = base::json::parse(ended.out);
    ASSERT_TRUE(value);
    EXPECT_EQ(value->find("events")->list.size(), 5u);
    EXPECT_TRUE(value->find("problems")->list.empty());
    EXPECT_EQ(value->find("state")->find("passed_over")->integer, 1);
    const base::json::Value* sheet = value->find("state")->find("sheet");
    EXPECT_EQ(sheet->find("latched")->list.size(), 1u);
  }
}

TEST(VaultCli, TheTwelveWordsOpenItToo) {
  const auto list = base::json::parse(tests::file_text(vector_file("vectors.json")));
  const auto vector = std::ranges::find_if(
      list->list, [](const auto& each) { return each.find("name")->text == "ok-by-words"; });
  ASSERT_NE(vector, list->list.end());
  EXPECT_EQ(opened(vector_file("ok.amends"), vector->find("words")->text).exit, 0);
}

TEST(VaultCli, WhatDoesNotOpenGetsOneLineAndExitOne) {
  struct Case {
    const char* name;
    std::string file;
    const char* typed;
    const char* says;
  };
  const TempFolder folder;
  write_text(folder / "empty.amends", "");
  const Case cases[] = {
      {"a wrong passphrase", vector_file("ok.amends"), "my secret words", "not its passphrase"},
      {"no passphrase", vector_file("ok.amends"), "", "no passphrase was given"},
      {"a damaged key", vector_file("tampered-key.amends"), kPassphrase, "key is damaged"},
      {"cut off", vector_file("truncated-header.amends"), kPassphrase, "first bytes"},
      {"newer", vector_file("newer.amends"), kPassphrase, "newer version"},
      {"a letter", vector_file("not-a-vault.amends"), kPassphrase, "not a backup"},
      {"an empty file", folder / "empty.amends", kPassphrase, "not a backup"},
      {"no file", folder / "none.amends", kPassphrase, "cannot be read"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const Ended ended = opened(c.file, c.typed);
    EXPECT_EQ(ended.exit, 1);
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(std::ranges::count(ended.err, '\n'), 1) << ended.err;
    EXPECT_NE(ended.err.find(c.file), std::string::npos) << ended.err;
    EXPECT_NE(ended.err.find(c.says), std::string::npos) << ended.err;
    EXPECT_EQ(ended.err.find("secret"), std::string::npos) << ended.err;
  }
}

TEST(VaultCli, ADamagedBackupPrintsTheRestAndNamesThePlace) {
  const Ended ended = opened(vector_file("tampered-event.amends"), kPassphrase);
  EXPECT_EQ(ended.exit, 1);
  EXPECT_NE(ended.err.find("1 places"), std::string::npos) << ended.err;
  const auto value = base::json::parse(ended.out);
  ASSERT_TRUE(value);
  EXPECT_EQ(value->find("events")->list.size(), 4u);
  const auto& problem = value->find("problems")->list.at(0);
  EXPECT_EQ(problem.find("what")->text, "entry-damaged");
  EXPECT_EQ(problem.find("sequence")->integer, 2);
}

TEST(VaultCli, SealedBytesThatAreNoEventAreNamed) {
  const TempFolder folder;
  write_text(folder / "odd.amends", tests::Written().device(1, {"I love you"}).backup());
  const Ended ended = opened(folder / "odd.amends", kPassphrase);
  EXPECT_EQ(ended.exit, 1);
  EXPECT_NE(ended.out.find("not-an-event"), std::string::npos);
  EXPECT_EQ((ended.out + ended.err).find("love"), std::string::npos);
}

TEST(VaultCli, AtATerminalThePassphraseIsAskedForAndNotShown) {
  Terminal terminal({kAmends, "vault", "open", vector_file("ok.amends")});
  ASSERT_TRUE(terminal.sees("twelve words"));
  terminal.types(std::string(kPassphrase) + "\n");
  ASSERT_TRUE(terminal.sees("\"problems\":[]"));
  EXPECT_EQ(terminal.ends(), 0);
  EXPECT_EQ(terminal.screen().find(kPassphrase), std::string::npos);
}

TEST(VaultCli, InterruptedAtThePromptItEndsByTheSignal) {
  Terminal terminal({kAmends, "vault", "open", vector_file("ok.amends")});
  ASSERT_TRUE(terminal.sees("twelve words"));
  terminal.interrupts();
  EXPECT_EQ(terminal.ends(), -2);
}

TEST(VaultCli, WrongUsageIsExitTwo) {
  const std::vector<std::vector<std::string>> commands = {
      {kAmends, "vault"},
      {kAmends, "vault", "shut", "x"},
      {kAmends, "vault", "open"},
      {kAmends, "vault", "open", "-"},
      {kAmends, "vault", "open", "x", "passphrase"},
      {kAmends, "vault", "open", "--passphrase", "x"},
  };
  for (const auto& command : commands) {
    const Ended ended = run(command);
    EXPECT_EQ(ended.exit, 2);
    EXPECT_NE(ended.err.find("amends vault"), std::string::npos) << ended.err;
  }
}

}  // namespace
}  // namespace amends::cli
