#include "vault/recovery.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "base/assert.h"

extern "C" {
extern const char amends_recovery_words[];
extern const char amends_recovery_words_end[];
}

namespace amends::vault {

using base::Outcome;
using base::refuse;

namespace {

constexpr std::size_t kListWords = 2048;
constexpr int kWordBits = 11;
constexpr int kCodeBits = 128;
constexpr std::size_t kTellingLetters = 4;

// In the order of the alphabet, so that a word is found by halving.
const std::vector<std::string_view>& list() {
  static const std::vector<std::string_view> kList = [] {
    std::vector<std::string_view> words;
    std::string_view rest(
        amends_recovery_words,
        static_cast<std::size_t>(amends_recovery_words_end - amends_recovery_words));
    while (!rest.empty()) {
      const std::size_t end = rest.find('\n');
      words.push_back(rest.substr(0, end));
      rest.remove_prefix(end + 1);
    }
    AMENDS_ASSERT(words.size() == kListWords && std::ranges::is_sorted(words));
    return words;
  }();
  return kList;
}

std::optional<std::size_t> number_of(std::string_view word) {
  const auto found = std::ranges::lower_bound(list(), word);
  if (found == list().end()) return std::nullopt;
  const bool same = *found == word;
  const bool begins = word.size() == kTellingLetters && found->starts_with(word);
  if (!same && !begins) return std::nullopt;
  return static_cast<std::size_t>(found - list().begin());
}

unsigned checksum_of(const RecoveryCode& code) {
  return crypto::first_byte_of_sha256(crypto::view(code)) >> 4;
}

bool bit_of(const RecoveryCode& code, int bit) {
  if (bit >= kCodeBits) return (checksum_of(code) >> (kCodeBits + 3 - bit) & 1U) != 0;
  const unsigned byte = code[static_cast<std::size_t>(bit / 8)];
  return (byte >> (7 - bit % 8) & 1U) != 0;
}

std::vector<std::string> words_in(std::string_view typed) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : typed) {
    const char letter = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    const bool is_letter = letter >= 'a' && letter <= 'z';
    if (is_letter && !inside) words.emplace_back();
    if (is_letter) words.back().push_back(letter);
    inside = is_letter;
  }
  return words;
}

}  // namespace

std::string words_of(const RecoveryCode& code) {
  std::string out;
  for (int word = 0; word < static_cast<int>(kRecoveryWords); ++word) {
    std::size_t number = 0;
    for (int bit = 0; bit < kWordBits; ++bit) {
      number = number << 1 | (bit_of(code, word * kWordBits + bit) ? 1U : 0U);
    }
    if (word > 0) out.push_back(' ');
    out += list()[number];
  }
  return out;
}

Outcome<RecoveryCode, CodeProblem> code_of(std::string_view typed) {
  const std::vector<std::string> words = words_in(typed);
  if (words.size() != kRecoveryWords) return refuse(CodeProblem::not_twelve);
  RecoveryCode code{};
  unsigned checksum = 0;
  int at = 0;
  for (const std::string& word : words) {
    const auto number = number_of(word);
    if (!number) return refuse(CodeProblem::unknown_word);
    for (int bit = kWordBits - 1; bit >= 0; --bit, ++at) {
      const auto value = static_cast<unsigned>(*number >> bit & 1U);
      if (at >= kCodeBits) {
        checksum = checksum << 1 | value;
      } else {
        std::uint8_t& byte = code[static_cast<std::size_t>(at / 8)];
        byte = static_cast<std::uint8_t>(unsigned{byte} << 1 | value);
      }
    }
  }
  if (checksum != checksum_of(code)) return refuse(CodeProblem::misspelt);
  return code;
}

}  // namespace amends::vault
