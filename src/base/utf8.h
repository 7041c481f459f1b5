// UTF-8 as it comes from files and strangers.

#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amends::base {

/// The byte offset of the first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7:
/// no overlong forms, no surrogates, nothing above U+10FFFF), or nothing when all of it is.
std::optional<std::size_t> first_bad_utf8(std::string_view bytes);

struct Decoded {
  std::uint32_t code_point = 0;
  std::size_t length = 0;  // Bytes; 0 where no well-formed sequence begins.
};

/// The code point that begins at `at`. REQUIRES: `at` inside of the bytes.
Decoded decode_utf8(std::string_view bytes, std::size_t at);

/// Appends a code point as UTF-8. REQUIRES: a Unicode scalar value.
void append_utf8(std::string& out, std::uint32_t code_point);

}  // namespace amends::base
