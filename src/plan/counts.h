// The families of measures, one file each. Each counts only what guide/measure.h lists under it.

#pragma once

#include <string>
#include <vector>

#include "plan/measure.h"

namespace amends::plan {

Counted count_notes(const Looking& at, const guide::Measure& measure);
Counted count_check_ins(const Looking& at, const guide::Measure& measure);
Counted count_commitments(const Looking& at, const guide::Measure& measure);
Counted count_drafts(const Looking& at, const guide::Measure& measure);
Counted count_contacts(const Looking& at, const guide::Measure& measure);
Counted count_words(const Looking& at, const guide::Measure& measure);

bool is_one_of(const std::vector<std::string>& names, std::string_view name);
bool is_written(std::string_view words);
std::string_view name_of(ContactKind kind);

/// The notes of these kinds that have words, by now.
std::vector<const Note*> written(const Looking& at, const std::vector<std::string>& kinds);

inline Counted yes_or_no(bool there) { return {.n = there ? 1 : 0, .of = 1}; }

}  // namespace amends::plan
