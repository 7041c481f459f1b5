// A text as its reader takes it in: words in one spelling, pictures, and the borders of sentences,
// each tied to the bytes it came from.
//
// A border stands in front of the first sentence, between two and behind the last; two never meet.
// Commas, dashes and brackets are no tokens; they begin a clause. Spans never cut a code point.

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace amends::text {

/// A word of the lexicon, or one of the kinds below.
using Symbol = std::uint16_t;

inline constexpr Symbol kOtherWord = 0;  // A word no pattern names.
inline constexpr Symbol kStop = 1;       // A border: full stop, line end, or the text's own end.
inline constexpr Symbol kBang = 2;       // A border with "!".
inline constexpr Symbol kAsk = 3;        // A border with "?".
inline constexpr Symbol kAskMany = 4;    // A border with "??" or more.
inline constexpr Symbol kTrail = 5;      // A border of dots.
inline constexpr Symbol kNumber = 6;
inline constexpr Symbol kPicture = 7;  // An emoji no pattern names.
inline constexpr Symbol kFirstWord = 8;

inline bool is_border(Symbol symbol) { return symbol >= kStop && symbol <= kTrail; }

/// How a word was written, one bit each.
using Manner = std::uint8_t;
inline constexpr Manner kLoud = 1;      // All capitals, two letters or more.
inline constexpr Manner kQuoted = 2;    // Inside quotation marks.
inline constexpr Manner kClause = 4;    // The first word of a clause.
inline constexpr Manner kRepaired = 8;  // Read as the word it is one slip away from.

struct Token {
  std::uint32_t begin = 0;  // Bytes, half-open. Words split from one ("I'm") share its span.
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;  // Counted from 0; a border belongs to the sentence it closes.
  Symbol symbol = kOtherWord;
  std::uint8_t manner = 0;
  /// What the word says, in its one spelling, as a number (word_hash): also of words that no
  /// pattern names. The reader's model goes by it.
  std::uint32_t word = 0;
};

/// FNV-1a of the letters (Fowler, Noll, Vo): the same on every machine, and for every set of rules.
constexpr std::uint32_t word_hash(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

using Tokens = std::vector<Token>;

}  // namespace amends::text
