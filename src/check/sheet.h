// The answer sheet: what a person has answered so far, and how a file says it.
//
//   {"answers":{"<item>":"<answer>"},"latched":[["<item>","<answer>"]]}
//
// and, where there is more to keep: "logged" (what the contact log shows), "since_ms" (when a
// latched answer was given), "passed" (items skipped), "texts" (words written beside an answer,
// never read by the check), "done" (steps) and "evidence" (docs/formats/answers.md). Anything else
// is refused by name, so that a slip in "latched" is never silently an absent no.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "guide/guide.h"

namespace amends::check {

/// No honest sheet is larger: 57 answers and three texts of a few pages.
inline constexpr std::size_t kLargestSheetBytes = std::size_t{1} << 20;

struct Sheet {
  /// One place an item; empty where it has no answer.
  std::vector<std::optional<guide::AnswerIndex>> answers;
  /// In force whatever stands in `answers`.
  std::set<guide::ItemAnswer> latched;
  /// What the log shows. In force whatever stands in `answers`, for as long as the log shows it:
  /// never latched, and never written over by an answer.
  std::set<guide::ItemAnswer> logged;
  std::map<guide::ItemAnswer, std::int64_t> since_ms;  // Unix time in milliseconds.
  std::set<guide::ItemIndex> passed;
  std::map<guide::ItemIndex, std::string> texts;
  std::set<std::string> done;
  std::set<std::string> evidence;
};

Sheet empty_sheet(const guide::Guide& guide);

/// Reads a sheet. Refuses by place and name; never more than kLargestSheetBytes.
base::Result<Sheet> read_sheet(const guide::Guide& guide, std::string_view json);
base::Result<Sheet> read_sheet(const guide::Guide& guide, const base::json::Value& value);

/// Writes a sheet in the guide's order, members that hold nothing left out (but "answers").
void write_sheet(base::json::Writer& out, const guide::Guide& guide, const Sheet& sheet);

/// True when the answer stands in the sheet, given, latched or shown by the log.
bool in_force(const Sheet& sheet, guide::ItemAnswer answer);

/// The answer in force that counts for an item: of given, latched and logged ones, the lowest.
std::optional<guide::AnswerIndex> lowest_in_force(const guide::Guide& guide, const Sheet& sheet,
                                                  guide::ItemIndex item);

}  // namespace amends::check
