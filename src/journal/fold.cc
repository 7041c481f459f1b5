#include "journal/fold.h"

#include <algorithm>
#include <set>

#include "journal/event_json.h"

namespace amends::journal {

using guide::Guide;
using guide::ItemAnswer;

namespace {

constexpr std::int64_t kMinuteMs = 60'000;

/// What the other person, or an authority, has said: such a boundary is an answer as well.
struct Stands {
  BoundaryKind kind;
  std::string_view answer;
};

constexpr Stands kStands[] = {
    {BoundaryKind::refusal, "hs-clear-refusal=said-no"},  // sp-explicit-no
    {BoundaryKind::block, "sp-block=blocked"},
    {BoundaryKind::order, "x-no-contact-order=yes"},
};

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
      : guide_(guide), order_(std::move(order)) {
    state_.sheet = check::empty_sheet(guide);
    for (const Event* event : order_) note_slip(*event);
    std::ranges::sort(slips_, {}, &Slip::target);
  }

  State run() && {
    for (const Event* event : order_) {
      stamp_ = event->stamp;
      std::visit([this](const auto& body) { apply(body); }, event->body);
    }
    if (!order_.empty()) state_.last = order_.back()->stamp.clock;
    finish();
    return std::move(state_);
  }

 private:
  struct Slip {
    Stamp target;
    std::string_view of;  // The item, or the id of a boundary.
  };

  void note_slip(const Event& event) {
    const auto note = [&](const std::optional<Clock>& target, std::string_view of) {
      if (!target || *target >= event.stamp.clock) return;
      if (event.stamp.clock.at_ms - target->at_ms > guide_.slip_minutes * kMinuteMs) return;
      slips_.push_back({{*target, event.stamp.device}, of});
    };
    if (const auto* answer = std::get_if<Answer>(&event.body))
      note(answer->takes_back, answer->item);
    if (const auto* bound = std::get_if<Boundary>(&event.body)) note(bound->takes_back, bound->id);
  }

  bool was_slip(std::string_view of) const {
    const auto same = std::ranges::equal_range(slips_, stamp_, {}, &Slip::target);
    return std::ranges::any_of(same, [&](const Slip& slip) { return slip.of == of; });
  }

  void latch(ItemAnswer answer) {
    state_.sheet.latched.insert(answer);
    state_.latched_by[answer].push_back(stamp_);
  }

  void apply(const Answer& event) {
    const auto item = guide_.item_named(event.item);
    if (!item) return pass_over();
    check::Sheet& sheet = state_.sheet;
    if (event.text) sheet.texts[*item] = *event.text;
    if (!event.answer) {
      sheet.answers[*item] = std::nullopt;
      if (event.skipped == Answer::Skipped::yes) {
        sheet.passed.insert(*item);
      } else {
        sheet.passed.erase(*item);
      }
      return;
    }
    const auto answer = guide_.answer_named(*item, *event.answer);
    if (!answer) return pass_over();
    sheet.answers[*item] = answer;
    sheet.passed.erase(*item);
    const ItemAnswer given{*item, *answer};
    state_.given.push_back({given, stamp_.clock.at_ms});
    if (guide_.at(given).latched && !was_slip(event.item)) latch(given);
  }

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
    if (event.presence) found.slip = *event.presence == Presence::gone && is_soon(found.first);
  }

  /// By the same device, and before a slip has become a fact.
  bool is_soon(const Stamp& first) const {
    return stamp_.device == first.device &&
           stamp_.clock.at_ms - first.clock.at_ms <= guide_.slip_minutes * kMinuteMs;
  }

  std::optional<ItemAnswer> stands_for(std::optional<BoundaryKind> kind) const {
    if (!kind) return std::nullopt;
    const auto found = std::ranges::find(kStands, *kind, &Stands::kind);
    if (found == std::end(kStands)) return std::nullopt;
    return guide_.item_answer_named(found->answer);
  }

  // sp-explicit-no, sp-block: what was said is not edited away. Other boundaries are.
  void apply(const Boundary& event) {
    Boundary& now = state_.boundaries[event.id];
    now.id = event.id;
    overwrite(now.when_ms, event.when_ms);
    const bool slip = was_slip(event.id);
    const auto answer = stands_for(event.kind);
    if (answer && !slip) {
      latch(*answer);
      now.kind = event.kind;
      now.presence = Presence::here;
      return;
    }
    if (stands_for(now.kind) || (answer && slip)) return;
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
    for (const auto& [answer, stamps] : state_.latched_by) {
      // Held by more than one event it is no slip any more.
      if (stamps.size() == 1) state_.sheet.since_ms[answer] = stamps[0].clock.at_ms;
    }
    finish_evidence();
    std::erase_if(state_.sheet.texts, [](const auto& text) { return text.second.empty(); });
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
  std::vector<Slip> slips_;
  Stamp stamp_;
  State state_;
};

}  // namespace

State fold(const Guide& guide, std::span<const Event> events) {
  return Folding(guide, in_order(events)).run();
}

Answer answered(const Guide& guide, const State& state, const DeviceId& device,
                guide::ItemIndex item, std::optional<guide::AnswerIndex> answer,
                std::int64_t now_ms) {
  Answer event;
  event.item = guide.items[item].id;
  if (answer) event.answer = guide.items[item].answers[*answer].id;
  for (const auto& [latch, stamps] : state.latched_by) {
    if (latch.item != item || latch.answer == answer || stamps.size() != 1) continue;
    const Stamp& stamp = stamps[0];
    if (stamp.device != device || now_ms < stamp.clock.at_ms) continue;
    if (now_ms - stamp.clock.at_ms > guide.slip_minutes * kMinuteMs) continue;
    event.takes_back = stamp.clock;
  }
  return event;
}

}  // namespace amends::journal
