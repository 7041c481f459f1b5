#include "plan/drawer.h"

#include <gtest/gtest.h>

#include "plan/turns.h"
#include "tests/support/oracle.h"

namespace amends::plan {
namespace {

using guide::Level;
using tests::the_guide;

constexpr std::int64_t kNoon = 1'763'985'600'000;  // 12:00 UTC.

std::string drawn(const Draft& draft, std::int64_t hour, Level permitted = Level::open_channel,
                  std::int64_t offset_min = 0) {
  Log log;
  log.drafts.push_back(draft);
  const auto all = drawer(the_guide(), log, permitted, kNoon + hour * kHourMs, offset_min);
  if (all.empty()) return "none";
  std::string needs;
  for (const std::string_view need : all[0].needs) needs += std::string(need) + " ";
  return needs;
}

Draft written_at(std::int64_t hour) {
  Draft draft;
  draft.id = "d";
  draft.text = "I am sorry about the door.";
  draft.wants = "apology";
  draft.changed_ms = kNoon + hour * kHourMs;
  return draft;
}

TEST(Drawer, ADraftRestsADayAndThreeWhereItIsWrittenAtNight) {
  EXPECT_EQ(drawn(written_at(0), 23), "rest reread ");
  EXPECT_EQ(drawn(written_at(0), 24), "reread ");
  EXPECT_EQ(drawn(written_at(11), 11 + 71), "rest reread ");  // 23:00.
  EXPECT_EQ(drawn(written_at(11), 11 + 72), "reread ");
  EXPECT_EQ(drawn(written_at(18), 18 + 24), "reread ");  // 06:00.
  EXPECT_EQ(drawn(written_at(0), 24, Level::open_channel, -780), "rest reread ");
}

TEST(Drawer, ItIsReadAgainAfterTheRestAndAfterTheLastChange) {
  Draft draft = written_at(0);
  draft.reread_ms = {kNoon + 20 * kHourMs};
  EXPECT_EQ(drawn(draft, 30), "reread ");
  draft.reread_ms.push_back(kNoon + 25 * kHourMs);
  EXPECT_EQ(drawn(draft, 30), "");
  draft.changed_ms = kNoon + 26 * kHourMs;
  EXPECT_EQ(drawn(draft, 30), "rest reread ");
}

TEST(Drawer, WhatItIsToGetIsNamedAndTheLevelOpensIt) {
  Draft draft = written_at(0);
  draft.reread_ms = {kNoon + 25 * kHourMs};
  EXPECT_EQ(drawn(draft, 30, Level::prepare), "standing ");
  EXPECT_EQ(drawn(draft, 30, Level::together_slowly), "");
  draft.wants.clear();
  EXPECT_EQ(drawn(draft, 30), "wants ");
}

TEST(Drawer, WhatIsLetGoOfIsNotThere) {
  Draft draft = written_at(0);
  draft.outcome = Outcome::let_go;
  EXPECT_EQ(drawn(draft, 30), "none");
}

}  // namespace
}  // namespace amends::plan
