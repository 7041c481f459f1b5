#include "journal/fold.h"

#include <algorithm>
#include <set>

#include "journal/answers.h"
#include "journal/event_json.h"
#include "journal/latch.h"

namespace amends::journal {

using guide::Guide;
using guide::ItemAnswer;

namespace {

template <typename T>
void overwrite(std::optional<T>& old, const std::optional<T>& fresh) {
  if (fresh) old = fresh;
}

std::vector<const Event*> in_order(std::span<const Event> events) {
  std::vector<const Event*> order;
  order.reserve(events.size());
  for (const Event& event : events) order.push_back(&event);
  const auto by_stamp = [](const Event* a, const Event* b) { return a->stamp < b->stamp; };
  if (!std::ranges::is_sorted(order, by_stamp)) std::ranges::sort(order, by_stamp);
  // The same event twice counts once. A device that was copied can give one stamp to two events:
  // then their text decides, for it is the same everywhere.
  for (auto same = order.begin(); same != order.end();) {
    const auto end = std::find_if(
        same, order.end(), [&](const Event* event) { return event->stamp != (*same)->stamp; });
    if (end - same > 1) {
      std::ranges::sort(same, end, {}, [](const Event* event) { return encode(*event); });
    }
    same = end;
  }
  const auto repeated = std::ranges::unique(order, [](const Event* a, const Event* b) {
    return a->stamp == b->stamp && encode(*a) == encode(*b);
  });
  order.erase(repeated.begin(), repeated.end());
  return order;
}

class Folding {
 public:
  Folding(const Guide& guide, std::vector<const Event*> order)
      : guide_(guide), order_(std::move(order)), slips_(guide, order_) {
    state_.sheet = check::empty_sheet(guide);
  }

  State run() && {
    for (const Event* event : order_) {
      stamp_ = event->stamp;
      std::visit([this](const auto& body) { apply(body); }, event->body);
    }
    if (!order_.empty()) state_.last = order_.back()->stamp.clock;
    finish();
    fold_answers(guide_, order_, state_);
    return std::move(state_);
  }

 private:
  void apply(const Answer&) {}  // journal/answers.cc

  void apply(const Contact& event) {
    ContactNow& found = state_.contacts[event.id];
    Contact& now = found.contact;
    if (now.id.empty()) found.first = stamp_;
    now.id = event.id;
    overwrite(now.when_ms, event.when_ms);
    overwrite(now.from, event.from);
    overwrite(now.kind, event.kind);
    overwrite(now.about, event.about);
    overwrite(now.presence, event.presence);
    if (event.presence)
      found.slip = *event.presence == Presence::gone && is_soon(guide_, found.first, stamp_);
  }

  // sp-explicit-no, sp-block: what was said is not edited away. Other boundaries are.
  void apply(const Boundary& event) {
    Boundary& now = state_.boundaries[event.id];
    now.id = event.id;
    overwrite(now.when_ms, event.when_ms);
    const bool slip = slips_.was_slip(stamp_, event.id);
    const auto answer = stands_for(guide_, event.kind);
    if (answer && !slip) {
      now.kind = event.kind;
      now.presence = Presence::here;
      return;
    }
    if (stands_for(guide_, now.kind) || (answer && slip)) return;
    overwrite(now.kind, event.kind);
    overwrite(now.presence, event.presence);
  }

  void apply(const Draft& event) {
    DraftNow& now = state_.drafts[event.id];
    if (now.draft.id.empty()) now.began_ms = stamp_.clock.at_ms;
    now.draft.id = event.id;
    if (event.text) now.changed_ms = stamp_.clock.at_ms;
    overwrite(now.draft.text, event.text);
    overwrite(now.draft.purpose, event.purpose);
    overwrite(now.draft.wants, event.wants);
    overwrite(now.draft.presence, event.presence);
  }

  void apply(const DraftOutcome& event) {
    DraftNow& now = state_.drafts[event.draft];
    now.outcome = event.outcome;
    now.outcome_ms = stamp_.clock.at_ms;
  }

  void apply(const Reread& event) {
    state_.drafts[event.draft].reread_ms.push_back(stamp_.clock.at_ms);
  }

  void apply(const Commitment& event) {
    CommitmentNow& found = state_.commitments[event.id];
    Commitment& now = found.commitment;
    if (now.id.empty()) found.made_ms = stamp_.clock.at_ms;
    now.id = event.id;
    overwrite(now.when, event.when);
    overwrite(now.then, event.then);
    overwrite(now.notice, event.notice);
    overwrite(now.obstacle, event.obstacle);
    overwrite(now.act, event.act);
    overwrite(now.presence, event.presence);
  }

  void apply(const Holding& event) {
    CommitmentNow& now = state_.commitments[event.commitment];
    (event.held == Held::kept ? now.kept_ms : now.missed_ms).push_back(event.when_ms);
  }

  void apply(const StepTaken& event) {
    if (guide_.step_named(event.step) == nullptr) return pass_over();
    if (event.done == Done::yes) {
      state_.sheet.done.insert(event.step);
    } else {
      state_.sheet.done.erase(event.step);
    }
  }

  void apply(const SignSeen& event) {
    if (guide_.step_named(event.step) == nullptr) return pass_over();
    state_.signs[{event.step, event.sign}] = {event.there, stamp_.clock.at_ms};
  }

  void apply(const EvidenceSeen& event) {
    if (!guide_.has_evidence(event.evidence)) return pass_over();
    state_.evidence[event.evidence] = event.there;
  }

  void apply(const TheirWords& event) {
    TheirWordsNow& now = state_.their_words[event.id];
    if (now.words.id.empty()) now.first = stamp_;
    now.words.id = event.id;
    overwrite(now.words.when_ms, event.when_ms);
    overwrite(now.words.text, event.text);
  }

  void apply(const CheckIn& event) { state_.check_ins.push_back({event, stamp_.clock.at_ms}); }

  void apply(const Record& event) {
    Record& now = state_.records[event.id];
    now.id = event.id;
    overwrite(now.measures, event.measures);
    overwrite(now.evidence, event.evidence);
    overwrite(now.presence, event.presence);
  }

  void apply(const Note& event) {
    NoteNow& now = state_.notes[event.id];
    if (now.note.id.empty()) now.first_ms = now.changed_ms = stamp_.clock.at_ms;
    now.note.id = event.id;
    if (event.text) now.changed_ms = stamp_.clock.at_ms;
    overwrite(now.note.kind, event.kind);
    overwrite(now.note.about, event.about);
    overwrite(now.note.text, event.text);
    overwrite(now.note.presence, event.presence);
  }

  void apply(const Unknown&) { pass_over(); }

  void pass_over() { ++state_.passed_over; }

  void finish() {
    finish_evidence();
    for (auto& [id, now] : state_.drafts) {
      if (now.draft.presence == Presence::gone) now.draft.text.reset();
    }
    for (auto& [id, now] : state_.commitments) {
      if (now.commitment.presence != Presence::gone) continue;
      now.commitment.when.reset();
      now.commitment.then.reset();
      now.commitment.notice.reset();
    }
    for (auto& [id, now] : state_.notes) {
      if (now.note.presence == Presence::gone) now.note.text.reset();
    }
  }

  // What a person says is not there is not there, whatever an import showed.
  void finish_evidence() {
    std::set<std::string>& there = state_.sheet.evidence;
    for (const auto& [id, record] : state_.records) {
      if (record.presence == Presence::gone || !record.evidence) continue;
      for (const std::string& evidence : *record.evidence) {
        if (guide_.has_evidence(evidence)) there.insert(evidence);
      }
    }
    for (const auto& [evidence, word] : state_.evidence) {
      if (word == There::yes) {
        there.insert(evidence);
      } else {
        there.erase(evidence);
      }
    }
  }

  const Guide& guide_;
  std::vector<const Event*> order_;
  Slips slips_;
  Stamp stamp_;
  State state_;
};

}  // namespace

State fold(const Guide& guide, std::span<const Event> events) {
  return Folding(guide, in_order(events)).run();
}

std::optional<Clock> slip_of(const Guide& guide, const State& state, const Answer& answer,
                             const Stamp& stamp) {
  std::optional<Clock> slip;
  for (const auto& [latch, holders] : state.latched_by) {
    const bool same = guide.items[latch.item].id == answer.item;
    if (!same || guide.at(latch).id == answer.answer || holders.size() != 1) continue;
    if (is_soon(guide, holders[0].stamp, stamp)) slip = holders[0].stamp.clock;
  }
  return slip;
}

std::optional<Clock> slip_of(const Guide& guide, std::span<const Event> events,
                             const Boundary& boundary, const Stamp& stamp) {
  std::optional<Clock> slip;
  for (const Event& event : events) {
    const auto* before = std::get_if<Boundary>(&event.body);
    if (before == nullptr || before->id != boundary.id) continue;
    const bool changes =
        boundary.presence == Presence::gone || (boundary.kind && boundary.kind != before->kind);
    if (!changes || !stands_for(guide, before->kind)) continue;
    if (!is_soon(guide, event.stamp, stamp)) continue;
    if (!slip || *slip < event.stamp.clock) slip = event.stamp.clock;
  }
  return slip;
}

}  // namespace amends::journal
