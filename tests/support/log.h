// A log written by hand, day by day: day 0 begins at local midnight, UTC.

#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "check/sheet.h"
#include "plan/days.h"
#include "plan/log.h"
#include "tests/support/oracle.h"

namespace amends::tests {

inline constexpr std::int64_t kDayZero = 20'454 * plan::kMsPerDay;  // A Thursday.

constexpr std::int64_t at(int day, int hour = 12) {
  return kDayZero + day * plan::kMsPerDay + hour * (plan::kMsPerDay / 24);
}

/// The log and the sheet of one person.
struct Life {
  plan::Log log;
  check::Sheet sheet = check::empty_sheet(the_guide());
  int made = 0;

  std::string next_id() { return "id-" + std::to_string(made++); }

  /// The id of the note.
  std::string note(std::int64_t when_ms, const std::string& kind, const std::string& about = {},
                   const std::string& text = "words") {
    log.notes.push_back({next_id(), kind, about, text, when_ms, when_ms});
    return log.notes.back().id;
  }

  Life& day(int day,
            const std::vector<std::string>& basics = {"sleep", "food", "movement", "friend"}) {
    log.check_ins.push_back({at(day, 20), plan::CheckInKind::day, {}, {}, basics});
    return *this;
  }

  Life& urge(std::int64_t when_ms, const std::string& went = {}) {
    log.check_ins.push_back({when_ms, plan::CheckInKind::urge, {}, went, {}});
    return *this;
  }

  Life& contact(std::int64_t when_ms, plan::Side from,
                plan::ContactKind kind = plan::ContactKind::message,
                plan::About about = plan::About::social) {
    log.contacts.push_back({next_id(), when_ms, from, kind, about});
    return *this;
  }

  plan::Commitment& commitment(const std::string& act, const std::string& obstacle = {}) {
    plan::Commitment made_now;
    made_now.id = next_id();
    made_now.when = made_now.then = made_now.notice = "words";
    made_now.act = act;
    made_now.obstacle = obstacle;
    made_now.made_ms = kDayZero;
    log.commitments.push_back(made_now);
    return log.commitments.back();
  }

  /// Kept twice a week for so many weeks, from day `from` on.
  Life& keep(int from, int weeks, const std::string& act) {
    plan::Commitment& made_now = commitment(act);
    for (int day = 0; day <= weeks * 7; day += 3) made_now.kept_ms.push_back(at(from + day));
    return *this;
  }

  Life& says(const std::string& step, const std::string& sign, std::int64_t when_ms) {
    log.signs.push_back({step, sign, true, when_ms});
    return *this;
  }

  Life& answer(const std::string& item_answer, std::int64_t when_ms) {
    const auto pair = *the_guide().item_answer_named(item_answer);
    sheet.answers[pair.item] = pair.answer;
    log.given.push_back({pair, when_ms});
    return *this;
  }
};

}  // namespace amends::tests
