// Contacts: whose turn it is, what was sent once, and what was left alone. Business contact is
// nobody's turn (sp-no-response), and a like is no reply (nd-over-reading).

#include <algorithm>
#include <optional>

#include "plan/counts.h"
#include "plan/days.h"
#include "plan/turns.h"

namespace amends::plan {

using guide::Count;
using guide::Measure;

namespace {

/// Contacts of mine with none of theirs between.
struct Run {
  const Contact* first;
  int n;
  bool answered;
};

std::vector<Run> runs_of(const std::vector<Contact>& social) {
  std::vector<Run> runs;
  bool open = false;
  for (const Contact& contact : social) {
    if (contact.from == Side::them) {
      if (open) runs.back().answered = true;
      open = false;
    } else if (open) {
      ++runs.back().n;
    } else {
      runs.push_back({.first = &contact, .n = 1, .answered = false});
      open = true;
    }
  }
  return runs;
}

// A measure that asks for a note first counts only what came after it; without the note, nothing.
std::optional<std::int64_t> since_ms(const Looking& at, const Measure& measure) {
  const auto notes = written(at, {measure.since});
  if (notes.empty()) return std::nullopt;
  return std::ranges::min(notes, {}, &Note::first_ms)->first_ms;
}

Counted contacts(const Looking& at, const Measure& measure, const std::vector<Contact>& social) {
  const auto since = since_ms(at, measure);
  const auto n = std::ranges::count_if(social, [&](const Contact& contact) {
    return since && contact.when_ms >= *since && is_one_of(measure.contacts, name_of(contact.kind));
  });
  return {.n = static_cast<int>(n), .of = measure.at_least};
}

// st-open-channel: one, and no second behind it.
Counted sent_once(const Looking& at, const Measure& measure, const std::vector<Contact>& social) {
  const auto since = since_ms(at, measure);
  return yes_or_no(std::ranges::any_of(runs_of(social), [&](const Run& run) {
    return since && run.first->when_ms >= *since && run.n == 1 &&
           is_one_of(measure.contacts, name_of(run.first->kind));
  }));
}

// st-give-space: they wrote, or so many days went by. It stays so if they never write.
Counted left_alone(const Looking& at, const Measure& measure, const std::vector<Contact>& social) {
  const auto since = since_ms(at, measure);
  return yes_or_no(std::ranges::any_of(runs_of(social), [&](const Run& run) {
    if (!since || run.first->when_ms < *since || run.n != 1) return false;
    return run.answered || at.now_ms - run.first->when_ms >= measure.days * kMsPerDay;
  }));
}

Counted unanswered(const Measure& measure, const std::vector<Contact>& social) {
  const auto runs = runs_of(social);
  const bool open = !runs.empty() && !runs.back().answered;
  return {.n = open ? runs.back().n : 0, .of = measure.at_least};
}

Counted replies(const Looking& at, const Measure& measure, const std::vector<Contact>& social) {
  const auto since = since_ms(at, measure);
  const auto n = std::ranges::count_if(runs_of(social), [&](const Run& run) {
    return since && run.first->when_ms >= *since && run.answered;
  });
  return {.n = static_cast<int>(n), .of = measure.at_least};
}

// They began a turn with nothing of mine before it that it could answer, or came and said so.
Counted wrote_first(const Looking& at, const std::vector<Contact>& social) {
  const bool came = std::ranges::any_of(at.log.their_words, [&](const TheirWords& words) {
    return words.when_ms <= at.now_ms && is_written(words.text);
  });
  if (came) return yes_or_no(true);
  const auto turns = turns_of(at.guide, social);
  for (std::size_t i = 0; i < turns.size(); ++i) {
    if (turns[i].side != Side::them || !turns[i].opening) continue;
    if (i == 0 || turns[i - 1].side == Side::them) return yes_or_no(true);
  }
  return yes_or_no(false);
}

// st-accept-no: a no that is in force, and nothing of mine behind it.
Counted none_after(const Measure& measure, const Looking& at, const std::vector<Contact>& social) {
  return yes_or_no(std::ranges::none_of(at.log.latches, [&](const Latch& latch) {
    return std::ranges::find(measure.answers, latch.answer) != measure.answers.end() &&
           std::ranges::any_of(social, [&](const Contact& contact) {
             return contact.from == Side::me && contact.when_ms > latch.since_ms;
           });
  }));
}

}  // namespace

Counted count_contacts(const Looking& at, const Measure& measure) {
  const auto social = social_until(at.log, at.now_ms);
  switch (measure.count) {
    case Count::sent_once:
      return sent_once(at, measure, social);
    case Count::left_alone:
      return left_alone(at, measure, social);
    case Count::unanswered:
      return unanswered(measure, social);
    case Count::replies:
      return replies(at, measure, social);
    case Count::wrote_first:
      return wrote_first(at, social);
    case Count::none_after:
      return none_after(measure, at, social);
    default:
      return contacts(at, measure, social);
  }
}

}  // namespace amends::plan
