// Where each of the 33 steps stands. (Guide: chapter 8, 4 and 11.)
//
// A step is open when the level allows it, every step before it is done and its evidence is there
// (st-lead, tl-no-universal: no step waits for a date). It is withdrawn when the level falls. The
// only place that decides it: what the log adds comes as `done` and `evidence` of the sheet
// (src/plan/steps.h).

#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "check/sheet.h"
#include "guide/guide.h"

namespace amends::check {

enum class StepState : std::uint8_t {
  done,
  open,
  waiting,
  closed,  // Its level is above where this stands.
  dropped  // This path goes without it.
};

struct StepNow {
  const guide::Step* step;
  StepState state;
  // What it waits for, where it is waiting or closed.
  std::vector<std::string_view> steps;
  std::vector<std::string_view> evidence;
  std::vector<std::string_view> items;  // To be answered, or answered otherwise.
};

/// All steps in the order of the path. Points into the guide.
std::vector<StepNow> steps_now(const guide::Guide& guide, const Sheet& sheet,
                               guide::Level permitted);

/// The open ones.
std::vector<const guide::Step*> open_steps(const guide::Guide& guide, const Sheet& sheet,
                                           guide::Level permitted);

/// Entered, or said by an answer in force.
bool has_evidence(const guide::Guide& guide, const Sheet& sheet, std::string_view id);

}  // namespace amends::check
