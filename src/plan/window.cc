#include "plan/window.h"

#include <algorithm>

#include "plan/contact_rules.h"
#include "plan/days.h"

namespace amends::plan {

using guide::Guide;
using guide::ItemAnswer;
using guide::Span;
using guide::WindowRule;

namespace {

constexpr std::string_view kPressure = "nd-pressure-spam";  // What speaks against a change.

// tl-cordial-faster: sooner only where no hard stop is in the way, known and not assumed.
bool every_hard_item_is_best(const Guide& guide, const check::Sheet& sheet) {
  for (guide::ItemIndex item = 0; item < guide.item_count(); ++item) {
    if (guide.items[item].item_class != guide::ItemClass::hard) continue;
    if (check::lowest_in_force(guide, sheet, item) != guide::AnswerIndex{0}) return false;
  }
  return true;
}

Span span_for(const Guide& guide, ItemAnswer raised) {
  for (const WindowRule& rule : guide.window.rules) {
    if (!rule.needs_clear_hard && std::ranges::find(rule.answers, raised) != rule.answers.end()) {
      return rule.span;
    }
  }
  return guide.window.span;
}

}  // namespace

WindowNow window_now(const Guide& guide, const check::Sheet& sheet) {
  for (const WindowRule& rule : guide.window.rules) {
    const auto found = std::ranges::find_if(
        rule.answers, [&](ItemAnswer answer) { return check::in_force(sheet, answer); });
    if (found == rule.answers.end()) continue;
    if (rule.needs_clear_hard && !every_hard_item_is_best(guide, sheet)) continue;
    return {.span = rule.span, .because = *found};
  }
  return {.span = guide.window.span, .because = {}};
}

std::vector<Due> dues_of(const Commitment& commitment, std::int64_t now_ms) {
  std::vector<Due> dues;
  for (const std::int64_t when_ms : commitment.kept_ms) dues.push_back({when_ms, Held::kept});
  for (const std::int64_t when_ms : commitment.missed_ms) dues.push_back({when_ms, Held::missed});
  std::erase_if(dues, [now_ms](const Due& due) { return due.when_ms > now_ms; });
  std::ranges::sort(dues, {}, &Due::when_ms);
  return dues;
}

std::vector<Due> dues_of(const Log& log, Which which, std::int64_t now_ms) {
  std::vector<Due> dues;
  for (const Commitment& commitment : log.commitments) {
    if (which == Which::of_acts && commitment.act.empty()) continue;
    for (const Due& due : dues_of(commitment, now_ms)) dues.push_back(due);
  }
  std::ranges::sort(dues, {}, &Due::when_ms);
  return dues;
}

Kept kept_until(const std::vector<Due>& dues, Span span, std::int64_t at_ms) {
  if (dues.empty() || dues.front().when_ms > at_ms) return {};
  const std::int64_t from_ms = at_ms - span.weeks * kMsPerWeek;
  Kept kept;
  for (auto due = std::ranges::upper_bound(dues, from_ms, {}, &Due::when_ms);
       due != dues.end() && due->when_ms <= at_ms; ++due) {
    ++kept.due;
    if (due->held == Held::kept) ++kept.kept;
  }
  const std::int64_t weeks = (at_ms - dues.front().when_ms) / kMsPerWeek;
  kept.weeks = static_cast<int>(std::min<std::int64_t>(weeks, span.weeks));
  return kept;
}

bool window_holds(Span span, const Kept& kept) {
  return kept.weeks >= span.weeks && kept.due >= span.due &&
         kept.kept * 10 >= span.kept_of_ten * kept.due;
}

bool evidence_window_holds(const Guide& guide, const Log& log, const std::vector<Due>& dues,
                           ItemAnswer raised, std::int64_t at_ms) {
  const Span span = span_for(guide, raised);
  if (!window_holds(span, kept_until(dues, span, at_ms))) return false;
  const ContactView view = contact_view(guide, log, at_ms, 0);
  return std::ranges::none_of(view.findings, [&](const Finding& finding) {
    return finding.rule->effect == guide::LogRule::Effect::in_force &&
           guide.items[finding.rule->finds.item].id == kPressure;
  });
}

}  // namespace amends::plan
