// log_of: the State in the plan's plain words.

#include <algorithm>
#include <tuple>

#include "journal/fold.h"

namespace amends::journal {

namespace {

void add_contacts(plan::Log& log, const State& state) {
  for (const auto& [id, now] : state.contacts) {
    const Contact& contact = now.contact;
    if (now.slip || !contact.when_ms || !contact.from) continue;
    // What is not said counts as the stricter of the two: social, as most contact is.
    log.contacts.push_back({id, *contact.when_ms, *contact.from,
                            contact.kind.value_or(ContactKind::other),
                            contact.about.value_or(About::social)});
  }
  for (const auto& [id, boundary] : state.boundaries) {
    if (boundary.presence == Presence::gone || !boundary.when_ms || !boundary.kind) continue;
    log.boundaries.push_back({id, *boundary.when_ms, *boundary.kind});
  }
  for (const auto& [id, now] : state.their_words) {
    if (!now.words.when_ms || !now.words.text) continue;
    log.their_words.push_back({id, *now.words.when_ms, *now.words.text});
  }
}

std::vector<std::int64_t> sorted(std::vector<std::int64_t> times) {
  std::ranges::sort(times);
  return times;
}

void add_plans(plan::Log& log, const State& state) {
  for (const auto& [id, now] : state.commitments) {
    const Commitment& made = now.commitment;
    if (made.id.empty()) continue;  // Kept or missed, and made on a device that is not here yet.
    log.commitments.push_back({id, made.when.value_or(""), made.then.value_or(""),
                               made.notice.value_or(""), made.obstacle.value_or(""),
                               made.act.value_or(""), now.made_ms, made.presence == Presence::gone,
                               sorted(now.kept_ms), sorted(now.missed_ms)});
  }
  for (const auto& [id, now] : state.drafts) {
    const Draft& draft = now.draft;
    if (draft.id.empty() || draft.presence == Presence::gone) continue;
    log.drafts.push_back({id, draft.text.value_or(""), draft.purpose.value_or(""),
                          draft.wants.value_or(""), now.began_ms, now.changed_ms, now.outcome,
                          now.outcome_ms, now.reread_ms});
  }
  for (const auto& [id, now] : state.notes) {
    if (now.note.presence == Presence::gone) continue;
    log.notes.push_back({id, now.note.kind.value_or(""), now.note.about.value_or(""),
                         now.note.text.value_or(""), now.first_ms, now.changed_ms});
  }
}

void add_words(plan::Log& log, const State& state) {
  for (const CheckInNow& now : state.check_ins) {
    log.check_ins.push_back({now.when_ms, now.check_in.kind, now.check_in.level,
                             now.check_in.went.value_or(""),
                             now.check_in.basics.value_or(std::vector<std::string>())});
  }
  for (const auto& [name, now] : state.signs) {
    log.signs.push_back({name.first, name.second, now.there == There::yes, now.when_ms});
  }
  log.given = state.given;
}

// The day of a no is the day of what was said, where a boundary names it.
void add_latches(plan::Log& log, const State& state) {
  for (const auto& [answer, holders] : state.latched_by) {
    std::int64_t since_ms = holders[0].said_ms;
    for (const Holder& holder : holders) since_ms = std::min(since_ms, holder.said_ms);
    log.latches.push_back({answer, since_ms});
  }
}

template <typename Thing>
void by_time(std::vector<Thing>& things) {
  std::ranges::sort(things, [](const Thing& a, const Thing& b) {
    return std::tie(a.when_ms, a.id) < std::tie(b.when_ms, b.id);
  });
}

}  // namespace

plan::Log log_of(const State& state) {
  plan::Log log;
  add_contacts(log, state);
  add_plans(log, state);
  add_words(log, state);
  add_latches(log, state);
  by_time(log.contacts);
  by_time(log.boundaries);
  by_time(log.their_words);
  return log;
}

}  // namespace amends::journal
