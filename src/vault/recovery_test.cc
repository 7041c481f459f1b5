#include "vault/recovery.h"

#include <gtest/gtest.h>

#include "tests/support/vault.h"

namespace amends::vault {
namespace {

using tests::filled;

RecoveryCode all(std::uint8_t with) {
  RecoveryCode code;
  code.fill(with);
  return code;
}

// The published vectors of BIP-39 for 128 bits.
TEST(Recovery, WordsAreThoseThatTheSchemeHas) {
  const std::pair<std::uint8_t, const char*> cases[] = {
      {0x00,
       "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon "
       "abandon about"},
      {0x7F, "legal winner thank year wave sausage worth useful legal winner thank yellow"},
      {0x80, "letter advice cage absurd amount doctor acoustic avoid letter advice cage above"},
      {0xFF, "zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong"},
  };
  for (const auto& [with, words] : cases) {
    EXPECT_EQ(words_of(all(with)), words);
    EXPECT_EQ(*code_of(words), all(with));
  }
}

TEST(Recovery, WhatIsPrintedIsReadAgain) {
  for (int i = 0; i < 256; ++i) {
    const auto code = filled<16>(i);
    EXPECT_EQ(*code_of(words_of(code)), code);
  }
}

TEST(Recovery, TypedAsPeopleTypeIt) {
  const std::string lines =
      " 1. legal 2. winner 3. thank\n4. year 5. wave 6. sausage\r\n7. worth, useful, legal, winner "
      "thank yellow.";
  const std::string as_typed[] = {
      "LEGAL Winner thank year wave sausage worth useful legal winner thank yellow",
      lines,
      "lega winn than year wave saus wort usef lega winn than yell",
  };
  for (const std::string& typed : as_typed) EXPECT_EQ(*code_of(typed), all(0x7F)) << typed;
}

TEST(Recovery, WhatIsNoCodeSaysWhy) {
  const std::string whole =
      "legal winner thank year wave sausage worth useful legal winner thank yellow";
  const std::pair<std::string, CodeProblem> cases[] = {
      {"", CodeProblem::not_twelve},
      {whole + " zoo", CodeProblem::not_twelve},
      {"my secret passphrase", CodeProblem::not_twelve},
      {"legal winner thank year wave sausage worth useful legal winner thank amends",
       CodeProblem::unknown_word},
      {"legal winner thank year wave sausage worth useful legal winner yellow thank",
       CodeProblem::misspelt},
  };
  for (const auto& [typed, problem] : cases) EXPECT_EQ(code_of(typed).error(), problem) << typed;
}

}  // namespace
}  // namespace amends::vault
