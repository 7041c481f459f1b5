#include "check/change.h"

#include <gtest/gtest.h>

#include "check/judge.h"
#include "tests/support/oracle.h"

namespace amends::check {
namespace {

using guide::Level;
using tests::the_guide;

constexpr std::int64_t kNow = 1'795'000'000'000;
constexpr std::int64_t kMinute = 60'000;

struct Told {
  Sheet sheet;
  bool kept;
};

Told tell(Sheet sheet, const char* pair, std::int64_t now_ms) {
  const auto found = *the_guide().item_answer_named(pair);
  Changed changed = change(the_guide(), std::move(sheet), found.item, found.answer, now_ms);
  return {std::move(changed.sheet), changed.kept.has_value()};
}

TEST(Change, ASlipCanBeTakenBackForTenMinutes) {
  const Sheet said = tell(empty_sheet(the_guide()), "hs-clear-refusal=said-no", kNow).sheet;
  const Told back = tell(said, "hs-clear-refusal=nothing-said", kNow + 10 * kMinute);
  EXPECT_FALSE(back.kept);
  EXPECT_TRUE(back.sheet.latched.empty());
  EXPECT_EQ(judge(the_guide(), back.sheet).ceiling, Level::together_slowly);
}

TEST(Change, AfterThatTheNoStaysWhateverIsAnswered) {
  const Sheet said = tell(empty_sheet(the_guide()), "hs-clear-refusal=said-no", kNow).sheet;
  const Told later = tell(said, "hs-clear-refusal=nothing-said", kNow + 10 * kMinute + 1);
  EXPECT_TRUE(later.kept);
  EXPECT_EQ(judge(the_guide(), later.sheet).ceiling, Level::let_go);
  const auto item = *the_guide().item_named("hs-clear-refusal");
  const Changed gone = change(the_guide(), later.sheet, item, std::nullopt, kNow + 99 * kMinute);
  EXPECT_TRUE(gone.kept);
  EXPECT_EQ(judge(the_guide(), gone.sheet).ceiling, Level::let_go);
}

TEST(Change, SayingItAgainDoesNotOpenTheTenMinutesAgain) {
  Sheet sheet = tell(empty_sheet(the_guide()), "sp-block=blocked", kNow).sheet;
  sheet = tell(sheet, "sp-block=blocked", kNow + 60 * kMinute).sheet;
  EXPECT_TRUE(tell(sheet, "sp-block=not-blocked", kNow + 61 * kMinute).kept);
}

TEST(Change, AClockSetBackDoesNotOpenALatch) {
  const Sheet said = tell(empty_sheet(the_guide()), "hs-abuse-to-me=any", kNow).sheet;
  EXPECT_TRUE(tell(said, "hs-abuse-to-me=none", kNow - 1).kept);
}

TEST(Change, ALatchFromAnEarlierCheckNeverOpens) {
  Sheet sheet = empty_sheet(the_guide());
  sheet.latched.insert(*the_guide().item_answer_named("x-no-contact-order=yes"));
  EXPECT_TRUE(tell(sheet, "x-no-contact-order=no", kNow).kept);
}

TEST(Change, AnAnswerTakesTheItemOffTheSkippedOnes) {
  Sheet sheet = empty_sheet(the_guide());
  const auto item = *the_guide().item_named("tl-urgency");
  sheet.passed.insert(item);
  EXPECT_TRUE(tell(sheet, "tl-urgency=calm", kNow).sheet.passed.empty());
}

}  // namespace
}  // namespace amends::check
