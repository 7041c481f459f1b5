#include "check/change.h"

#include <vector>

namespace amends::check {

using guide::AnswerIndex;
using guide::Guide;
using guide::ItemAnswer;
using guide::ItemIndex;

namespace {

bool is_fresh(const Guide& guide, const Sheet& sheet, ItemAnswer latch, std::int64_t now_ms) {
  const auto since = sheet.since_ms.find(latch);
  if (since == sheet.since_ms.end() || now_ms < since->second) return false;
  constexpr std::int64_t kMinuteMs = 60'000;
  return now_ms - since->second <= guide.slip_minutes * kMinuteMs;
}

std::vector<ItemAnswer> latches_of(const Sheet& sheet, ItemIndex item) {
  std::vector<ItemAnswer> out;
  for (const ItemAnswer latch : sheet.latched) {
    if (latch.item == item) out.push_back(latch);
  }
  return out;
}

}  // namespace

Changed change(const Guide& guide, Sheet sheet, ItemIndex item, std::optional<AnswerIndex> answer,
               std::int64_t now_ms) {
  std::optional<ItemAnswer> kept;
  for (const ItemAnswer latch : latches_of(sheet, item)) {
    if (latch.answer == answer) continue;
    if (is_fresh(guide, sheet, latch, now_ms)) {
      sheet.latched.erase(latch);
      sheet.since_ms.erase(latch);
    } else {
      kept = latch;
    }
  }
  sheet.answers[item] = answer;
  if (answer) {
    sheet.passed.erase(item);
    const ItemAnswer given{item, *answer};
    if (guide.at(given).latched && sheet.latched.insert(given).second) {
      sheet.since_ms[given] = now_ms;
    }
  }
  return {std::move(sheet), kept};
}

}  // namespace amends::check
