#include "check/sheet.h"

#include <gtest/gtest.h>

#include "tests/support/oracle.h"

namespace amends::check {
namespace {

using base::ErrorCode;
using tests::the_guide;

TEST(Sheet, RefusesByKindPlaceAndName) {
  struct Case {
    const char* name;
    std::string in;
    ErrorCode want;
    std::string detail;
  };
  const Case cases[] = {
      {"no object", "[]", ErrorCode::wrong_type, ""},
      {"no answers", "{}", ErrorCode::missing, "answers"},
      {"only latches", R"({"latched":[]})", ErrorCode::missing, "answers"},
      {"answers as a list", R"({"answers":[]})", ErrorCode::wrong_type, "answers"},
      {"an unknown item", R"({"answers":{"hs-hope":"yes"}})", ErrorCode::unknown_item, "hs-hope"},
      {"an unknown answer", R"({"answers":{"sp-block":"maybe"}})", ErrorCode::unknown_answer,
       "sp-block=maybe"},
      {"an answer of another item", R"({"answers":{"sp-block":"calm"}})", ErrorCode::unknown_answer,
       "sp-block=calm"},
      {"a number as answer", R"({"answers":{"sp-block":1}})", ErrorCode::wrong_type, "sp-block"},
      {"null as answer", R"({"answers":{"sp-block":null}})", ErrorCode::wrong_type, "sp-block"},
      {"an item twice", R"({"answers":{"sp-block":"unsure","sp-block":"blocked"}})",
       ErrorCode::repeated, "sp-block"},
      {"a slip in latched", R"({"answers":{},"latchd":[["sp-block","blocked"]]})",
       ErrorCode::unknown_item, "latchd"},
      {"a latch that is no pair", R"({"answers":{},"latched":[["sp-block"]]})",
       ErrorCode::wrong_type, "latched"},
      {"a latch of numbers", R"({"answers":{},"latched":[[1,2]]})", ErrorCode::wrong_type,
       "latched"},
      {"a latch nobody knows", R"({"answers":{},"latched":[["sp-x","blocked"]]})",
       ErrorCode::unknown_item, "sp-x"},
      {"a step nobody knows", R"({"answers":{},"done":["st-win"]})", ErrorCode::unknown_item,
       "st-win"},
      {"evidence nobody knows", R"({"answers":{},"evidence":["hope"]})", ErrorCode::unknown_item,
       "hope"},
      {"a sentence as item", R"({"answers":{"i miss you":"yes"}})", ErrorCode::unknown_item, ""},
      {"a time that is a text", R"({"answers":{},"since_ms":{"sp-block=blocked":"now"}})",
       ErrorCode::wrong_type, "since_ms"},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.name);
    const auto sheet = read_sheet(the_guide(), c.in);
    ASSERT_FALSE(sheet);
    EXPECT_EQ(sheet.error().code, c.want);
    EXPECT_EQ(sheet.error().detail, c.detail);
  }
}

TEST(Sheet, MoreThanAMebibyteIsRefusedUnread) {
  const auto sheet = read_sheet(the_guide(), std::string(kLargestSheetBytes + 1, ' '));
  ASSERT_FALSE(sheet);
  EXPECT_EQ(sheet.error().code, ErrorCode::too_large);
}

TEST(Sheet, WhatIsWrittenReadsBackTheSame) {
  const std::string text =
      R"({"answers":{"hs-clear-refusal":"nothing-said","tl-urgency":"calm"},)"
      R"("latched":[["hs-clear-refusal","said-no"]],"since_ms":{"hs-clear-refusal=said-no":17},)"
      R"("passed":["ap-happiness"],"texts":{"q-own-share":"I shouted.\n\"Twice.\""},)"
      R"("done":["st-stabilize"],"evidence":["they-replied"]})";
  const auto sheet = read_sheet(the_guide(), text);
  ASSERT_TRUE(sheet);
  base::json::Writer out;
  write_sheet(out, the_guide(), *sheet);
  EXPECT_EQ(out.take(), text);
}

TEST(Sheet, TheLowerOfAGivenAndALatchedAnswerCounts) {
  const auto sheet = read_sheet(
      the_guide(), R"({"answers":{"sp-block":"unsure"},"latched":[["sp-block","not-blocked"]]})");
  ASSERT_TRUE(sheet);
  const auto item = *the_guide().item_named("sp-block");
  EXPECT_EQ(lowest_in_force(the_guide(), *sheet, item), the_guide().answer_named(item, "unsure"));
}

}  // namespace
}  // namespace amends::check
