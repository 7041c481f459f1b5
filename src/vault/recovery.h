// The recovery code as twelve words to print: BIP-39, English, 128 bits and a checksum of four:
// docs/adr/0009-the-vault.md.
//
// The list is the published one; a word is known by its first four letters. It is the same in every
// language of the app, for a code printed in one must open in another.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "vault/header.h"

namespace amends::vault {

inline constexpr std::size_t kRecoveryWords = 12;

/// Twelve words with a space between them.
std::string words_of(const RecoveryCode& code);

enum class CodeProblem : std::uint8_t {
  not_twelve,    // Fewer or more words than that.
  unknown_word,  // A word that is not in the list.
  misspelt,      // Twelve words of the list that do not belong together.
};

/// Reads what a person typed: capitals, numbers in front, commas and line ends do not matter.
base::Outcome<RecoveryCode, CodeProblem> code_of(std::string_view typed);

}  // namespace amends::vault
