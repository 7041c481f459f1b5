// Notes: how many, what stands about them, on which days and in which weeks.

#include <algorithm>
#include <set>

#include "plan/counts.h"
#include "plan/days.h"

namespace amends::plan {

using guide::Count;
using guide::Measure;

namespace {

int size_of(const auto& things) { return static_cast<int>(things.size()); }

// st-hear-unsaid, st-answer-questions, st-ask-needs: none on the list is passed over.
Counted each_has(const Looking& at, const Measure& measure) {
  std::set<std::string_view> about;
  for (const Note* note : written(at, measure.has)) about.insert(note->about);
  const auto notes = written(at, measure.notes);
  const auto n =
      std::ranges::count_if(notes, [&](const Note* note) { return about.contains(note->id); });
  return {.n = static_cast<int>(n), .of = std::max(measure.at_least, size_of(notes))};
}

// st-reflect: what still stands a week later. Counted from the day on which enough was there.
Counted read_again(const Looking& at, const Measure& measure) {
  std::vector<std::int64_t> first;
  for (const Note* note : written(at, measure.notes)) first.push_back(note->first_ms);
  if (size_of(first) < measure.at_least || first.empty()) return yes_or_no(false);
  std::ranges::sort(first);
  const std::size_t enough = static_cast<std::size_t>(std::max(measure.at_least, 1)) - 1;
  const std::int64_t from_ms = first[enough] + measure.days * kMsPerDay;
  const auto again = written(at, measure.has);
  return yes_or_no(std::ranges::any_of(again, [&](const Note* note) {
    return note->changed_ms >= from_ms && note->changed_ms <= at.now_ms;
  }));
}

// st-heart-head: two days show what one evening cannot. n of the kinds are there on both.
Counted days_apart(const Looking& at, const Measure& measure) {
  int n = 0;
  for (const std::string& kind : measure.notes) {
    const auto notes = written(at, {kind});
    if (notes.empty()) continue;
    const auto [first, last] = std::ranges::minmax(notes, {}, &Note::first_ms);
    const std::int64_t apart =
        local_day(last->first_ms, at.offset_min) - local_day(first->first_ms, at.offset_min);
    if (apart >= measure.days) ++n;
  }
  return {.n = n, .of = size_of(measure.notes)};
}

std::set<std::int64_t> weeks_of(const Looking& at, const Measure& measure) {
  std::set<std::int64_t> weeks;
  for (const Note* note : written(at, measure.notes)) {
    weeks.insert(week_of(local_day(note->first_ms, at.offset_min)));
  }
  return weeks;
}

// The longest row anywhere in the log: a week that was missed takes nothing back.
int longest_row(const std::set<std::int64_t>& weeks) {
  int longest = 0;
  int row = 0;
  std::int64_t before = 0;
  for (const std::int64_t week : weeks) {
    row = row > 0 && week == before + 1 ? row + 1 : 1;
    longest = std::max(longest, row);
    before = week;
  }
  return longest;
}

}  // namespace

Counted count_notes(const Looking& at, const Measure& measure) {
  switch (measure.count) {
    case Count::each_has:
      return each_has(at, measure);
    case Count::read_again:
      return read_again(at, measure);
    case Count::days_apart:
      return days_apart(at, measure);
    case Count::weeks_running:
      return {.n = longest_row(weeks_of(at, measure)), .of = measure.at_least};
    case Count::weeks_with:
      return {.n = size_of(weeks_of(at, measure)), .of = measure.at_least};
    default:
      return {.n = size_of(written(at, measure.notes)), .of = measure.at_least};
  }
}

}  // namespace amends::plan
