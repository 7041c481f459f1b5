#include "base/utf8.h"

#include <gtest/gtest.h>

#include <memory>

namespace amends::base {
namespace {

// The input lies in a heap buffer of exactly its size, so that a sanitizer sees one byte too many.
std::optional<std::size_t> first_bad_exactly(const std::string& text) {
  const std::unique_ptr<char[]> exact(new char[text.size()]);
  std::copy(text.begin(), text.end(), exact.get());
  return first_bad_utf8({exact.get(), text.size()});
}

TEST(Utf8, EveryCodePointIsWellFormedAndEveryPrefixOfItIsNot) {
  for (std::uint32_t point = 0; point < 0x110000; ++point) {
    if (point >= 0xD800 && point <= 0xDFFF) continue;
    std::string text;
    append_utf8(text, point);
    ASSERT_EQ(first_bad_utf8(text), std::nullopt) << point;
    if (text.size() > 1) ASSERT_EQ(first_bad_utf8(text.substr(0, text.size() - 1)), 0u) << point;
  }
}

TEST(Utf8, FindsTheFirstBadByte) {
  struct Case {
    const char* name;
    std::string in;
    std::optional<std::size_t> want;
  };
  const Case cases[] = {
      {"empty", "", std::nullopt},
      {"letters", "abc", std::nullopt},
      {"a lone continuation", "a\x80", 1},
      {"overlong slash", "\xC0\xAF", 0},
      {"overlong of three", "\xE0\x80\x80", 0},
      {"a surrogate", "ok\xED\xA0\x80", 2},
      {"above the last code point", "\xF4\x90\x80\x80", 0},
      {"cut off in the middle", "x\xF0\x9F\x92", 1},
      {"a byte that never occurs", "\xFF", 0},
      {"latin-1", "caf\xE9", 3},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    EXPECT_EQ(first_bad_exactly(c.in), c.want);
  }
}

}  // namespace
}  // namespace amends::base
