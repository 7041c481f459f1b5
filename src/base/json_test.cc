#include "base/json.h"

#include <gtest/gtest.h>

#include <memory>
#include <random>

namespace amends::base::json {
namespace {

Result<Value> parse_exactly(const std::string& text) {
  const std::unique_ptr<char[]> exact(new char[text.size()]);
  std::copy(text.begin(), text.end(), exact.get());
  return parse({exact.get(), text.size()});
}

std::string written(const Value& value) {
  Writer out;
  out.value(value);
  return out.take();
}

TEST(Json, ReadsWhatIsWellFormed) {
  struct Case {
    const char* name;
    std::string in;
    std::string want;
  };
  const Case cases[] = {
      {"an object", R"( { "a" : [ 1 , -20 , true , false , null , "x" ] } )",
       R"({"a":[1,-20,true,false,null,"x"]})"},
      {"empty ones", R"({"a":{},"b":[]})", R"({"a":{},"b":[]})"},
      {"escapes", R"("a\"\\\/\b\f\n\r\tb")", "\"a\\\"\\\\/\\u0008\\u000c\\n\\u000d\\u0009b\""},
      {"a code point in four digits", R"("\u00e9")", "\"\xC3\xA9\""},
      {"a surrogate pair", R"("\ud83d\ude00")", "\"\xF0\x9F\x98\x80\""},
      {"a byte order mark", "\xEF\xBB\xBF[]", "[]"},
      {"the least whole number", "-9223372036854775808", "-9223372036854775808"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const auto value = parse_exactly(c.in);
    ASSERT_TRUE(value);
    EXPECT_EQ(written(*value), c.want);
  }
}

TEST(Json, RefusesTheRestByKindAndPlace) {
  struct Case {
    const char* name;
    std::string in;
    ErrorCode want;
    std::uint32_t line;
    std::uint32_t column;
  };
  const Case cases[] = {
      {"nothing", "", ErrorCode::malformed, 1, 1},
      {"a word", "maybe", ErrorCode::malformed, 1, 1},
      {"a comma too many", "[1,]", ErrorCode::malformed, 1, 4},
      {"no comma", "[1 2]", ErrorCode::malformed, 1, 4},
      {"no colon", "{\"a\" 1}", ErrorCode::malformed, 1, 6},
      {"a name without quotes", "{a:1}", ErrorCode::malformed, 1, 2},
      {"cut off", "{\"a\":", ErrorCode::malformed, 1, 6},
      {"a line break in a text", "\"a\nb\"", ErrorCode::malformed, 1, 3},
      {"an unknown escape", R"("\x")", ErrorCode::malformed, 1, 4},
      {"half a surrogate pair", R"("\ud83d")", ErrorCode::malformed, 1, 8},
      {"a low surrogate alone", R"("\ude00")", ErrorCode::malformed, 1, 8},
      {"something behind it", "{} {}", ErrorCode::malformed, 1, 4},
      {"a leading nought", "01", ErrorCode::malformed, 1, 1},
      {"only a minus", "-", ErrorCode::malformed, 1, 1},
      {"a number past 64 bits", "9223372036854775808", ErrorCode::malformed, 1, 1},
      {"a fraction", "[\n 1.5]", ErrorCode::wrong_type, 2, 2},
      {"a name twice", "{\"a\":1,\n\"a\":2}", ErrorCode::repeated, 2, 1},
      {"bytes that are no UTF-8", "[\"ok\",\n \"\xFF\"]", ErrorCode::not_utf8, 2, 3},
      {"65 deep", std::string(65, '[') + std::string(65, ']'), ErrorCode::too_deep, 1, 66},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const auto value = parse_exactly(c.in);
    if (c.want == ErrorCode::too_deep) {
      // 65 lists: the innermost stands at depth 64 and is fine; one more is not.
      EXPECT_TRUE(value);
      const auto deeper = parse_exactly(std::string(66, '[') + std::string(66, ']'));
      ASSERT_FALSE(deeper);
      EXPECT_EQ(deeper.error().code, ErrorCode::too_deep);
      EXPECT_EQ(deeper.error().at.column, c.column);
      continue;
    }
    ASSERT_FALSE(value);
    EXPECT_EQ(value.error().code, c.want);
    EXPECT_EQ(value.error().at.line, c.line);
    EXPECT_EQ(value.error().at.column, c.column);
  }
}

TEST(Json, FindsARepeatedNameAmongMany) {
  std::string text = "{";
  for (int i = 0; i < 100; ++i) text += "\"n" + std::to_string(i) + "\":1,";
  EXPECT_TRUE(parse(text + "\"n100\":1}"));
  const auto value = parse(text + "\"n42\":1}");
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().code, ErrorCode::repeated);
  EXPECT_EQ(value.error().detail, "n42");
}

TEST(Json, AnErrorNeverHoldsASentence) {
  const auto value = parse(R"({"please come back to me":1,"please come back to me":2})");
  ASSERT_FALSE(value);
  EXPECT_EQ(value.error().detail, "");
}

Value any_value(std::mt19937& chance, int depth) {
  Value value;
  const auto kind = static_cast<unsigned>(chance() % (depth > 3 ? 4 : 6));
  value.kind = static_cast<Kind>(kind);
  if (value.kind == Kind::boolean) value.truth = chance() % 2 == 0;
  if (value.kind == Kind::integer) value.integer = static_cast<std::int32_t>(chance());
  if (value.kind == Kind::text) {
    for (auto i = chance() % 8; i > 0; --i) value.text.push_back(static_cast<char>(chance() % 128));
  }
  for (auto i = kind < 4 ? 0 : chance() % 4; i > 0; --i) {
    if (value.kind == Kind::list) value.list.push_back(any_value(chance, depth + 1));
    if (value.kind == Kind::object) {
      value.members.push_back({"m" + std::to_string(i), any_value(chance, depth + 1)});
    }
  }
  return value;
}

TEST(Json, WhatIsWrittenReadsBackTheSame) {
  const unsigned seed = 20261123;
  SCOPED_TRACE(seed);
  std::mt19937 chance(seed);
  for (int i = 0; i < 2000; ++i) {
    const std::string text = written(any_value(chance, 0));
    const auto back = parse_exactly(text);
    ASSERT_TRUE(back) << text;
    ASSERT_EQ(written(*back), text);
  }
}

TEST(Json, NoBrokenBytesMakeItFail) {
  const unsigned seed = 7;
  std::mt19937 chance(seed);
  const std::string whole =
      R"({"answers":{"tl-urgency":"calm"},"latched":[["sp-block","blocked"]]})";
  for (int i = 0; i < 20000; ++i) {
    std::string text = whole;
    for (auto n = 1 + chance() % 4; n > 0; --n)
      text[chance() % text.size()] = static_cast<char>(chance());
    text.resize(chance() % (text.size() + 1));
    const auto value = parse_exactly(text);
    if (value) EXPECT_FALSE(written(*value).empty());
  }
}

}  // namespace
}  // namespace amends::base::json
