#include "plan/measure.h"

#include <algorithm>
#include <array>

#include "plan/counts.h"

namespace amends::plan {

using guide::Count;

namespace {

constexpr std::array<std::string_view, 5> kContactNames = {"message", "call", "meeting", "letter",
                                                           "other"};

}  // namespace

Counted counted(const Looking& at, const guide::Measure& measure) {
  if (measure.count <= Count::weeks_with) return count_notes(at, measure);
  if (measure.count <= Count::urges_passed) return count_check_ins(at, measure);
  if (measure.count <= Count::window_kept) return count_commitments(at, measure);
  if (measure.count <= Count::no_early_copy) return count_drafts(at, measure);
  if (measure.count <= Count::none_after) return count_contacts(at, measure);
  return count_words(at, measure);
}

bool is_one_of(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_written(std::string_view words) {
  return words.find_first_not_of(" \t\r\n") != std::string_view::npos;
}

std::string_view name_of(ContactKind kind) { return kContactNames[static_cast<std::size_t>(kind)]; }

std::vector<const Note*> written(const Looking& at, const std::vector<std::string>& kinds) {
  std::vector<const Note*> notes;
  for (const Note& note : at.log.notes) {
    if (note.first_ms > at.now_ms || !is_one_of(kinds, note.kind)) continue;
    if (is_written(note.text)) notes.push_back(&note);
  }
  return notes;
}

}  // namespace amends::plan
