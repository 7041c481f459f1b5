// What the lexer asks of a code point. The tables come from Unicode's own files
// (tools/unicode/generate.mjs); what English texts do not need is not in them.

#pragma once

#include <cstdint>

namespace amends::text {

enum class CharClass : std::uint8_t {
  other,
  letter,
  mark,  // On the letter in front: an accent.
  digit,
  picture,  // An emoji, or half a flag.
  unseen,   // Zero-width, direction, variation and skin: passed over wherever it stands.
  space
};

CharClass class_of(std::uint32_t code_point);

/// The plain small letter that a Latin letter is to a reader ('E' with acute: 'e'), or 0.
char plain_letter(std::uint32_t code_point);

}  // namespace amends::text
