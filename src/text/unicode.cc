#include "text/unicode.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

namespace amends::text {
namespace {

struct ClassRun {
  std::uint32_t first;
  std::uint8_t char_class;
};

#include "text/unicode_table.inc"

CharClass looked_up(std::uint32_t code_point) {
  const auto* const after = std::ranges::upper_bound(kClassRuns, code_point, {}, &ClassRun::first);
  return static_cast<CharClass>(std::prev(after)->char_class);
}

char plain_in(std::string_view block, std::uint32_t index) {
  const char letter = block[index];
  return letter == ' ' ? '\0' : letter;
}

}  // namespace

CharClass class_of(std::uint32_t code_point) {
  static const auto kAscii = [] {
    std::array<CharClass, 128> classes{};
    for (std::uint32_t i = 0; i < classes.size(); ++i) classes[i] = looked_up(i);
    return classes;
  }();
  return code_point < kAscii.size() ? kAscii[code_point] : looked_up(code_point);
}

char plain_letter(std::uint32_t code_point) {
  if (code_point >= 'a' && code_point <= 'z') return static_cast<char>(code_point);
  if (code_point >= 'A' && code_point <= 'Z') return static_cast<char>(code_point - 'A' + 'a');
  if (code_point < 0xC0) return '\0';
  if (code_point <= 0x24F) return plain_in(kPlainLatin, code_point - 0xC0);
  if (code_point >= 0x1E00 && code_point <= 0x1EFF) {
    return plain_in(kPlainAdditional, code_point - 0x1E00);
  }
  if (code_point >= 0xFF21 && code_point <= 0xFF5A)
    return plain_in(kPlainWide, code_point - 0xFF21);
  return '\0';
}

}  // namespace amends::text
