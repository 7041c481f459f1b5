// The vault's laws: what is sealed opens, and nothing that was changed passes for whole.

#include "tests/support/vault.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "vault/backup.h"

namespace amends::vault {
namespace {

using tests::filled;
using tests::fixed_bytes;
using tests::kPassphrase;
using tests::nonce_of;
using tests::Written;

std::vector<std::string> of_one() { return {"a first", "", "a third, " + std::string(300, 'x')}; }
std::vector<std::string> of_two() { return {"of another device", "and its second"}; }

Written small() { return Written().device(10, of_one()).device(90, of_two()); }

/// How a file opens with the passphrase: refused, or with what problems and how many entries.
struct Opened {
  std::optional<Refusal> refused;
  Contents contents;

  bool names(What what) const {
    return std::ranges::find(contents.problems, what, &Problem::what) != contents.problems.end();
  }
  std::vector<std::string> payloads() const {
    std::vector<std::string> out;
    for (const Entry& entry : contents.entries) out.push_back(entry.payload);
    return out;
  }
};

Opened opened(std::string_view file, std::string_view passphrase = kPassphrase) {
  const auto header = read_header(file);
  if (!header) return {header.error(), {}};
  const auto key = unlock(*header, passphrase);
  if (!key) return {key.error(), {}};
  return {std::nullopt, open_backup(*header, *key, file)};
}

std::string joined(const Written& vault, const std::vector<std::string>& entries) {
  const std::string whole = vault.backup();
  std::size_t sealed = kHeaderBytes;
  for (const std::string& entry : vault.entries) sealed += entry.size();
  std::string file = vault.header.bytes;
  for (const std::string& entry : entries) file += entry;
  return file + whole.substr(sealed);
}

TEST(Vault, WhatIsSealedOpens) {
  const Opened all = opened(small().backup());
  EXPECT_FALSE(all.refused);
  EXPECT_TRUE(all.contents.problems.empty());
  std::vector<std::string> want = of_one();
  for (const std::string& payload : of_two()) want.push_back(payload);
  EXPECT_EQ(all.payloads(), want);
  EXPECT_EQ(all.contents.tips.at(filled<16>(10)).sequence, 3u);
  EXPECT_TRUE(opened(Written().backup()).contents.problems.empty()) << "an empty vault";
}

TEST(Vault, EverySizeFitsItsClassAndComesBack) {
  const Written vault;
  for (const std::size_t size : {0u, 1u, 219u, 220u, 221u, 988u, 989u, 70'000u, 1'048'540u}) {
    SCOPED_TRACE(size);
    Tip tip;
    const std::string payload(size, 'p');
    const std::string entry =
        seal_entry(vault.key, vault.header.vault(), filled<16>(1), tip, nonce_of(1), payload);
    const auto head = entry_head(entry);
    ASSERT_TRUE(head);
    EXPECT_EQ(head->entry_bytes, entry.size());
    EXPECT_EQ(size <= 220, head->size_class == 0);
    const auto back = open_entry(vault.key, vault.header.vault(), *head, entry);
    ASSERT_TRUE(back);
    EXPECT_EQ(back->payload, payload);
  }
  static_assert(kMostPayloadBytes == 1'048'540);
}

TEST(Vault, EveryOneBitChangeIsRefusedOrNamed) {
  const std::string file = small().backup();
  const auto all = opened(file).payloads();
  const std::multiset<std::string> written(all.begin(), all.end());
  for (std::size_t bit = 0; bit < file.size() * 8; ++bit) {
    std::string changed = file;
    changed[bit / 8] = static_cast<char>(changed[bit / 8] ^ (1 << (bit % 8)));
    const Opened now = opened(changed);
    ASSERT_TRUE(now.refused || !now.contents.problems.empty()) << "bit " << bit;
    const auto read = now.payloads();
    const std::multiset<std::string> rest(read.begin(), read.end());
    ASSERT_TRUE(std::ranges::includes(written, rest)) << "bit " << bit;
    if (bit / 8 >= kHeaderBytes) ASSERT_GE(rest.size() + 1, written.size()) << "bit " << bit;
  }
}

TEST(Vault, EveryCutIsNamedAndTheRestIsRead) {
  const Written vault = small();
  const std::string file = vault.backup();
  for (std::size_t size = 0; size < file.size(); ++size) {
    const Opened now = opened(std::string_view(file).substr(0, size));
    if (size < kHeaderBytes) {
      ASSERT_EQ(now.refused, size == 0 ? Refusal::not_a_vault : Refusal::cut_off) << size;
      continue;
    }
    ASSERT_TRUE(now.names(What::end_missing)) << size;
    std::size_t whole = kHeaderBytes;
    std::size_t entries = 0;
    for (const std::string& entry : vault.entries) {
      whole += entry.size();
      if (whole <= size) ++entries;
    }
    ASSERT_EQ(now.contents.entries.size(), entries) << size;
  }
}

TEST(Vault, WhatIsMissingMovedRepeatedOrForeignIsNamed) {
  const Written vault = small();
  const auto& e = vault.entries;
  const Written other = Written(7).device(10, {"not ours"});
  // The same device, after it was copied: its second entry is another one.
  const Written copy = Written().device(10, {of_one()[0], "written by the copy"});
  struct Case {
    const char* name;
    std::vector<std::string> entries;
    What names;
    std::uint64_t sequence;
    std::size_t read;
  };
  const Case cases[] = {
      {"the first is missing", {e[1], e[2], e[3], e[4]}, What::missing, 1, 4},
      {"one in the middle is missing", {e[0], e[2], e[3], e[4]}, What::missing, 2, 4},
      {"the last is missing", {e[0], e[1], e[3], e[4]}, What::missing, 3, 4},
      {"a whole device is missing", {e[0], e[1], e[2]}, What::missing, 1, 3},
      {"two have changed places", {e[0], e[2], e[1], e[3], e[4]}, What::misplaced, 2, 5},
      {"devices have changed places", {e[3], e[4], e[0], e[1], e[2]}, What::misplaced, 1, 5},
      {"one stands there twice", {e[0], e[1], e[1], e[2], e[3], e[4]}, What::repeated, 2, 5},
      {"one of another vault",
       {e[0], other.entries[0], e[1], e[2], e[3], e[4]},
       What::entry_damaged,
       1,
       5},
      {"two with one number", {e[0], e[1], copy.entries[1], e[2], e[3], e[4]}, What::forked, 2, 6},
      {"one put in another's place",
       {e[0], copy.entries[1], e[2], e[3], e[4]},
       What::chain_broken,
       3,
       5},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const Opened now = opened(joined(vault, c.entries));
    EXPECT_FALSE(now.refused);
    const auto& problems = now.contents.problems;
    const auto named = std::ranges::find(problems, c.names, &Problem::what);
    ASSERT_NE(named, problems.end());
    EXPECT_EQ(named->sequence, c.sequence);
    EXPECT_EQ(now.contents.entries.size(), c.read);
  }
}

TEST(Vault, WhatWasAddedBehindTheEndOfAnOlderBackupIsReadAndNamed) {
  Written vault = Written().device(10, {"one"});
  const std::string end = vault.backup().substr(kHeaderBytes + vault.entries[0].size());
  const Written longer = Written().device(10, {"one", "two"});
  const std::string file =
      longer.header.bytes + longer.entries[0] + longer.entries[1] + end + longer.entries[1] + end;
  const Opened now = opened(file);
  EXPECT_TRUE(now.names(What::unlisted));
  EXPECT_TRUE(now.names(What::misplaced));
  EXPECT_TRUE(now.names(What::repeated));
  EXPECT_EQ(now.contents.entries.size(), 2u);
}

TEST(Vault, AFileThatIsNoneIsRefusedByItsKind) {
  const std::string file = small().backup();
  std::string newer = file;
  newer[8] = 2;
  std::string costly = file;
  costly[29] = '\x7F';
  struct Case {
    const char* name;
    std::string file;
    std::string passphrase;
    Refusal want;
  };
  const Case cases[] = {
      {"nothing", "", kPassphrase, Refusal::not_a_vault},
      {"a letter", "Dear you, " + file, kPassphrase, Refusal::not_a_vault},
      {"a newer format", newer, kPassphrase, Refusal::newer},
      {"newer, and cut off", newer.substr(0, 12), kPassphrase, Refusal::newer},
      {"cut off", file.substr(0, 100), kPassphrase, Refusal::cut_off},
      {"a cost that nobody chose", costly, kPassphrase, Refusal::damaged},
      {"another passphrase", file, "schoner Tag", Refusal::wrong_key},
      {"no passphrase", file, "", Refusal::wrong_key},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(opened(c.file, c.passphrase).refused, c.want);
  }
}

TEST(Vault, ANewPassphraseWrapsTheSameKeyAndLeavesTheEntries) {
  const Written vault = small();
  const auto header =
      with_passphrase(vault.header, vault.key, {filled<16>(5), filled<24>(6)}, "another", {2, 16});
  ASSERT_TRUE(header);
  EXPECT_EQ(header->cost(), (crypto::Cost{2, 16}));
  const std::string file = header->bytes + vault.backup().substr(kHeaderBytes);
  EXPECT_EQ(opened(file, kPassphrase).refused, Refusal::wrong_key);
  const Opened now = opened(file, "another");
  EXPECT_TRUE(now.contents.problems.empty());
  EXPECT_EQ(now.contents.entries.size(), 5u);
  EXPECT_TRUE(unlock(*header, fixed_bytes().recovery)) << "the printed code goes on to open it";
}

TEST(Vault, TheRecoveryCodeOpensAndIsReplaced) {
  const Written vault = small();
  const auto key = unlock(vault.header, fixed_bytes().recovery);
  ASSERT_TRUE(key);
  EXPECT_EQ(key->bytes(), vault.key.bytes());
  const Header renewed = with_recovery(vault.header, *key, filled<16>(3), filled<24>(4));
  EXPECT_EQ(unlock(renewed, fixed_bytes().recovery).error(), Refusal::wrong_key);
  EXPECT_TRUE(unlock(renewed, filled<16>(3)));
  EXPECT_TRUE(unlock(renewed, kPassphrase));
  EXPECT_TRUE(is_authentic(renewed, *key));
}

// Markers that each claim a megabyte would cost the square of the file, if every claim were tried.
TEST(Vault, AFileMadeOfMarkersIsReadInLinearTime) {
  const Written vault;
  std::string file = vault.header.bytes;
  while (file.size() < 4'000'000) {
    file += std::string(kEntryMarker) + '\x06' + std::string(59, '\1');
  }
  const Opened now = opened(file);
  EXPECT_TRUE(now.contents.entries.empty());
  EXPECT_TRUE(now.names(What::entry_damaged));
}

}  // namespace
}  // namespace amends::vault
