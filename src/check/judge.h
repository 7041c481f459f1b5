// The check: from answers to an explained standing. (Guide: chapters 1, 2, 3, 5, 6, 7, 10, 11, 12.)
//
// An answer can only lower the ceiling: if A is a part of B, judge(B).ceiling <= judge(A).ceiling.
// Nothing is added up or averaged (hs-lead, sg-lead): ten good signals never outvote one hard stop.
// Pure: no clock, no files, no chance. The same answers give the same standing, byte for byte,
// in whatever order they were given.

#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "check/sheet.h"
#include "guide/guide.h"

namespace amends::check {

struct Standing {
  guide::Level permitted{};  // The ceiling, lowered to the cap of every item without an answer.
  guide::Level ceiling{};    // The lowest of all answers in force.
  /// The answers that set the level, in the guide's order. Empty at together-slowly, and where
  /// only unanswered items hold the level down.
  std::vector<guide::ItemAnswer> limiting;
  /// The unanswered items that hold the level below the ceiling, in the guide's order.
  std::vector<guide::ItemIndex> open;
  guide::LaneSet lanes = 0;  // Of every answer in force, latched and logged ones included.
};

Standing judge(const guide::Guide& guide, const Sheet& sheet);

/// The standing as DESIGN's contract has it: levels, reasons in words, next steps, what would
/// change it and what stays closed.
void write_standing(base::json::Writer& out, const guide::Guide& guide, const Sheet& sheet,
                    const Standing& standing);

}  // namespace amends::check
