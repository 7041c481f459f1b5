#include "plan/window.h"

#include <algorithm>

#include "plan/contact_rules.h"
#include "plan/turns.h"

namespace amends::plan {

namespace {

constexpr std::string_view kRule = "evidence-8w";
constexpr std::int64_t kDue = 16;
constexpr std::int64_t kKeptOfTen = 8;
constexpr std::string_view kPressure = "nd-pressure-spam";  // What speaks against a change.

}  // namespace

// Commitments that were given up count with their misses: letting one go must not raise.
bool evidence_window_holds(const guide::Guide& guide, const Log& log, std::int64_t at_ms) {
  const guide::Raise* rule = guide.raise_named(kRule);
  if (rule == nullptr) return false;
  const std::int64_t from_ms = at_ms - rule->wait_h * kHourMs;
  std::int64_t kept = 0;
  std::int64_t due = 0;
  bool began_before = false;
  const auto count = [&](const std::vector<std::int64_t>& times) {
    const auto first = std::ranges::upper_bound(times, from_ms);
    began_before = began_before || first != times.begin();
    return std::ranges::upper_bound(times, at_ms) - first;
  };
  for (const Commitment& commitment : log.commitments) {
    const std::int64_t held = count(commitment.kept_ms);
    kept += held;
    due += held + count(commitment.missed_ms);
  }
  if (!began_before || due < kDue || kept * 10 < kKeptOfTen * due) return false;
  const ContactView view = contact_view(guide, log, at_ms, 0);
  return std::ranges::none_of(view.findings, [&](const Finding& finding) {
    return finding.rule->effect == guide::LogRule::Effect::in_force &&
           guide.items[finding.rule->finds.item].id == kPressure;
  });
}

}  // namespace amends::plan
