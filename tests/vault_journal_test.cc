// Journal and vault together, as the app uses them: what is written is there, and nothing else.

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <set>

#include "journal/event_json.h"
#include "journal/fold.h"
#include "tests/support/journal.h"
#include "tests/support/vault.h"

namespace amends::tests {
namespace {

std::vector<std::string> texts_of(const std::vector<journal::Event>& events) {
  std::vector<std::string> texts;
  for (const journal::Event& event : events) {
    if (!std::holds_alternative<journal::Unknown>(event.body)) texts.push_back(encode(event));
  }
  return texts;
}

std::vector<journal::Event> events_in(const vault::Contents& contents) {
  std::vector<journal::Event> events;
  for (const vault::Entry& entry : contents.entries) {
    auto event = journal::decode(entry.payload);
    EXPECT_TRUE(event) << entry.payload;
    if (event) events.push_back(std::move(*event));
  }
  return events;
}

TEST(VaultJournal, WhatIsSealedFoldsToTheSameState) {
  for (std::uint32_t seed = 0; seed < 50; ++seed) {
    SCOPED_TRACE(seed);
    const auto one = texts_of(Writing(seed, 1).events(40));
    const auto two = texts_of(Writing(seed, 2).events(40));
    const Written written = Written().device(1, one).device(200, two);
    const auto contents = open_backup(written.header, written.key, written.backup());
    EXPECT_TRUE(contents.problems.empty());
    std::vector<journal::Event> all;
    for (const auto& text : one) all.push_back(*journal::decode(text));
    for (const auto& text : two) all.push_back(*journal::decode(text));
    EXPECT_EQ(state_text(events_in(contents)), state_text(all));
  }
}

TEST(VaultJournal, ABackupHoldsNoWordThatAPersonWrote) {
  const std::string said = "I am sorry about the summer in Lisbon";
  journal::Event event;
  event.body = journal::Draft{"draft-1", said, {}, "apology", {}};
  const std::string file = Written().device(1, {encode(event)}).backup();
  for (const std::string& word : {said, std::string("Lisbon"), std::string("draft"),
                                  std::string("apology"), std::string(kPassphrase)}) {
    EXPECT_EQ(file.find(word), std::string::npos) << word;
  }
}

// Cut, doubled, moved, overwritten, several times over: no crash, and nothing that was not sealed.
TEST(VaultJournal, NoDamageMakesAnEventThatWasNotWritten) {
  const Written written = Written()
                              .device(1, texts_of(Writing(1, 1).events(20)))
                              .device(200, texts_of(Writing(1, 2).events(20)));
  const std::string whole = written.backup();
  std::set<std::string> known;
  for (const auto& entry : open_backup(written.header, written.key, whole).entries) {
    known.insert(entry.payload);
  }
  for (std::uint32_t seed = 0; seed < 500; ++seed) {
    SCOPED_TRACE(seed);
    std::mt19937 chance(seed);
    std::string file = whole;
    const auto below = [&](std::size_t limit) { return chance() % limit; };
    for (std::size_t deed = 0; deed <= below(4); ++deed) {
      const std::size_t at = vault::kHeaderBytes + below(file.size() - vault::kHeaderBytes);
      const std::size_t size = std::min<std::size_t>(1 + below(700), file.size() - at);
      const std::string piece = file.substr(at, size);
      if (chance() % 3 == 0) file.erase(at, size);
      if (chance() % 3 == 0) file.insert(at, piece);
      if (chance() % 3 == 0 && at < file.size()) file[at] = static_cast<char>(chance());
      if (file.size() <= vault::kHeaderBytes + 1) break;
    }
    const auto contents = open_backup(written.header, written.key, file);
    for (const auto& entry : contents.entries) EXPECT_TRUE(known.contains(entry.payload));
    EXPECT_EQ(contents.problems.empty(), file == whole);
  }
}

}  // namespace
}  // namespace amends::tests
