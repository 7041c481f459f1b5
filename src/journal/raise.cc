#include "journal/raise.h"

#include <algorithm>
#include <limits>

#include "journal/latch.h"
#include "plan/turns.h"

namespace amends::journal {

using guide::Guide;
using guide::ItemAnswer;
using guide::Level;
using plan::kHourMs;

namespace {

// What comes with the answer itself; the rest has to be there before.
constexpr std::string_view kGiven[] = {"what-changed", "text", "plan", "their-words",
                                       "end-of-order"};

constexpr std::string_view kObstacles = "ob-";  // Chapter 6.

bool any_within(const std::vector<std::int64_t>& times, std::int64_t after_ms,
                std::int64_t until_ms) {
  const auto first = std::ranges::upper_bound(times, after_ms);
  return first != times.end() && *first <= until_ms;
}

void need(Hold& hold, std::string_view name) {
  if (std::ranges::find(hold.needs, name) == hold.needs.end()) hold.needs.push_back(name);
}

void wait_until(Hold& hold, std::int64_t from_ms, std::int64_t at_ms) {
  hold.from_ms = std::max(hold.from_ms.value_or(from_ms), from_ms);
  if (at_ms < from_ms) need(hold, "time");
}

}  // namespace

bool has_words(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

bool names_a_day(std::string_view text) {
  return std::ranges::any_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

bool can_be_asked(const Hold& hold) {
  return std::ranges::all_of(hold.needs, [](std::string_view name) {
    return std::ranges::find(kGiven, name) != std::end(kGiven);
  });
}

RaiseRules::RaiseRules(const Guide& guide, const plan::Log& log)
    : guide_(guide), log_(log), dues_(plan::dues_of(log, plan::Which::all, kLastMs)) {
  const auto social = plan::social_until(log, std::numeric_limits<std::int64_t>::max());
  for (const plan::Contact& contact : social) {
    if (contact.from == Side::them) theirs_ms_.push_back(contact.when_ms);
  }
  for (const plan::Turn& turn : plan::turns_of(guide, social)) {
    if (turn.side == Side::them && turn.opening) unasked_ms_.push_back(turn.first_ms);
  }
  for (const plan::TheirWords& words : log.their_words) {
    if (!has_words(words.text)) continue;
    theirs_ms_.push_back(words.when_ms);
    unasked_ms_.push_back(words.when_ms);
  }
  std::ranges::sort(theirs_ms_);
  std::ranges::sort(unasked_ms_);
}

std::int64_t RaiseRules::wait_ms(std::string_view rule) const {
  const guide::Raise* raise = guide_.raise_named(rule);
  return raise == nullptr ? 0 : raise->wait_h * kHourMs;
}

std::int64_t RaiseRules::waits_until_ms(ItemAnswer answer, std::int64_t at_ms,
                                        std::int64_t offset_min) const {
  const guide::Raise* raise = guide_.raise_named(guide_.at(answer).raise);
  if (raise == nullptr) return at_ms;
  const bool longer = raise->night_wait_h > 0 && plan::at_night(guide_, at_ms, offset_min);
  return at_ms + (longer ? raise->night_wait_h : raise->wait_h) * kHourMs;
}

bool RaiseRules::binds(const Said& said, const Asking& asking) const {
  if (guide_.at({asking.item, said.answer}).ceiling >= asking.to) return false;
  if (said.latched || !asking.device || said.device != asking.device) return true;
  return asking.at_ms - said.first_ms > guide_.slip_minutes * kMinuteMs;
}

Hold RaiseRules::hold(const Answering& answering, const Asking& asking) const {
  Hold hold;
  Level lowest = Level::together_slowly;
  for (const Said& said : answering.said) {
    if (!binds(said, asking)) continue;
    add(said, answering, asking, hold);
    const guide::Answer& answer = guide_.at({asking.item, said.answer});
    if (!hold.rule.empty() && answer.ceiling >= lowest) continue;
    hold.rule = answer.raise;
    lowest = answer.ceiling;
  }
  return hold;
}

void RaiseRules::add(const Said& said, const Answering& answering, const Asking& asking,
                     Hold& hold) const {
  const std::string& rule = guide_.at({asking.item, said.answer}).raise;
  if (rule == "hours" || rule == "info" || rule == "state-14d") {
    return wait_until(hold, said.waits_until_ms, asking.at_ms);
  }
  if (rule == "fact") return add_fact(said, answering, asking, hold);
  if (rule == "work") return add_work(asking, hold);
  if (rule == "evidence-8w") {
    if (!plan::evidence_window_holds(guide_, log_, dues_, {asking.item, said.answer},
                                     asking.at_ms)) {
      need(hold, "eight-weeks");
    }
    return;
  }
  if (rule == "theirs") {
    if (!has_words(asking.text)) need(hold, "their-words");
    return;
  }
  if (rule == "theirs-only-soft") return add_reply(said, asking, hold);
  if (rule == "authority") return add_order(said, asking, hold);
  // A no is opened by nothing that the person does; harm and fear by nothing here at all.
  need(hold, rule == "theirs-only" ? "they-come-back" : "nobody");
}

void RaiseRules::add_fact(const Said& said, const Answering& answering, const Asking& asking,
                          Hold& hold) const {
  if (!has_words(asking.text)) need(hold, "what-changed");
  for (const auto& raised_ms : {said.bettered_ms, answering.raised_ms}) {
    if (raised_ms) wait_until(hold, *raised_ms + wait_ms("fact"), asking.at_ms);
  }
}

void RaiseRules::add_work(const Asking& asking, Hold& hold) const {
  const guide::Item& item = guide_.items[asking.item];
  if (item.id.starts_with(kObstacles)) {
    const bool planned =
        std::ranges::any_of(log_.commitments, [&](const plan::Commitment& commitment) {
          return !commitment.gone && commitment.obstacle == item.id &&
                 commitment.made_ms <= asking.at_ms;
        });
    if (!planned && !has_words(asking.text)) need(hold, "plan");
    return;
  }
  if (item.free_text && !has_words(asking.text_beside)) need(hold, "text");
}

// Writing again does not do it, and what stands at let-go opens only by what they begin.
void RaiseRules::add_reply(const Said& said, const Asking& asking, Hold& hold) const {
  const bool asks_more = guide_.at({asking.item, said.answer}).ceiling <= Level::let_go;
  const auto& times = asks_more ? unasked_ms_ : theirs_ms_;
  if (any_within(times, said.last_ms, asking.at_ms)) return;
  need(hold, asks_more ? "their-message" : "their-reply");
}

// Said once with the day on which it ended, and once more a day later.
void RaiseRules::add_order(const Said& said, const Asking& asking, Hold& hold) const {
  if (!names_a_day(asking.text_beside)) need(hold, "end-of-order");
  if (said.asked_ms) {
    wait_until(hold, *said.asked_ms + wait_ms("authority"), asking.at_ms);
  } else if (names_a_day(asking.text_beside)) {
    wait_until(hold, asking.at_ms + wait_ms("authority"), asking.at_ms);
  }
}

}  // namespace amends::journal
