// The public vectors of the vault (tests/vectors/vault/), which the browser's code has to judge
// alike.

#include <gtest/gtest.h>

#include <array>
#include <map>

#include "base/hex.h"
#include "base/json.h"
#include "tests/support/oracle.h"
#include "tests/support/vault.h"
#include "vault/recovery.h"

namespace amends::tests {
namespace {

using base::json::Value;
using base::json::Writer;

constexpr const char* kFolder = AMENDS_ROOT "/tests/vectors/vault/";

std::string vector_text(const std::string& name) { return file_text(kFolder + name); }

std::string name_of_refusal(vault::Refusal refusal) {
  static constexpr std::array kNames = {"not-a-vault", "newer",     "cut-off",
                                        "damaged",     "wrong-key", "no-memory"};
  return kNames[static_cast<std::size_t>(refusal)];
}

std::string text_of(const Value& value) {
  Writer out;
  out.value(value);
  return out.take();
}

vault::Unlocked unlocked(const vault::Header& header, const Value& vector) {
  if (const Value* words = vector.find("words")) {
    return vault::unlock(header, *vault::code_of(words->text));
  }
  return vault::unlock(header, vector.find("passphrase")->text);
}

std::string contents_text(const vault::Contents& contents, std::string_view member) {
  Writer out;
  out.open_list();
  if (member == "payloads") {
    for (const auto& entry : contents.entries) out.text(entry.payload);
  } else {
    for (const auto& problem : contents.problems) {
      out.open_object().name("what").text(name_of(problem.what));
      out.name("device").text(base::hex(crypto::view(problem.device)));
      out.name("sequence").text(std::to_string(problem.sequence));
      out.name("until").text(std::to_string(problem.until));
      out.name("at_byte").integer(static_cast<std::int64_t>(problem.at_byte)).close_object();
    }
  }
  return out.close_list().take();
}

TEST(VaultVectors, EachIsJudgedAsItsListSays) {
  const auto list = base::json::parse(vector_text("vectors.json"));
  ASSERT_TRUE(list);
  std::map<std::string, int> kinds;
  for (const Value& vector : list->list) {
    const std::string name = vector.find("name")->text;
    const std::string expect = vector.find("expect")->text;
    SCOPED_TRACE(name);
    ++kinds[expect];
    const std::string file = vector_text(name + ".amends");
    const auto header = vault::read_header(file);
    const vault::Unlocked key =
        header ? unlocked(*header, vector) : vault::Unlocked(base::refuse(header.error()));
    if (const Value* refused = vector.find("refused")) {
      ASSERT_FALSE(key);
      EXPECT_EQ(name_of_refusal(key.error()), refused->text);
      EXPECT_NE(expect, "ok");
      continue;
    }
    ASSERT_TRUE(key);
    const auto contents = vault::open_backup(*header, *key, file);
    EXPECT_EQ(contents.problems.empty(), expect == "ok");
    for (const char* member : {"payloads", "problems"}) {
      EXPECT_EQ(contents_text(contents, member), text_of(*vector.find(member)));
    }
  }
  for (const char* kind : {"ok", "wrong key", "tampered", "truncated", "reordered", "newer"}) {
    EXPECT_GE(kinds[kind], 1) << kind;
  }
}

// Sealed again from the same bytes, the whole vector is the same file: no byte of the format moves.
TEST(VaultVectors, TheFormatHasNotMoved) {
  const std::string file = vector_text("ok.amends");
  const auto header = vault::read_header(file);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->bytes, Written().header.bytes);
  const auto contents = vault::open_backup(*header, Written().key, file);
  std::map<vault::DeviceId, std::vector<std::string>> payloads;
  for (const auto& entry : contents.entries) payloads[entry.device].push_back(entry.payload);
  Written again;
  again.device(16, payloads[filled<16>(16)]).device(160, payloads[filled<16>(160)]);
  EXPECT_EQ(again.backup(), file);
}

}  // namespace
}  // namespace amends::tests
