// What to ask next. (Guide: hs-lead: safety before anything; sg-lead: no more than is needed.)
//
// Two stages: first safety, the other hard stops and the gates, then depth, and of depth only what
// could still change the standing. At let-go or lower the standing is offered at once.

#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/json.h"
#include "check/sheet.h"
#include "guide/guide.h"

namespace amends::check {

enum class QuestionState : std::uint8_t {
  answered,
  passed,  // Skipped by the person; it can be answered at any time.
  open,
  settled,  // No answer to it could change the standing as it is.
};

enum class Stage : std::uint8_t { first, depth, done };

struct Question {
  guide::ItemIndex item;
  std::uint8_t part;  // Index into Guide::parts.
  QuestionState state;
};

struct Agenda {
  std::vector<Question> questions;  // All items, in asking order.
  std::optional<guide::ItemIndex> next;
  int left = 0;   // Open questions of the stage.
  int asked = 0;  // Answered or passed ones of the stage.
  Stage stage = Stage::first;
  bool stop = false;  // The ceiling is let-go or lower.
};

Agenda agenda(const guide::Guide& guide, const Sheet& sheet);

void write_agenda(base::json::Writer& out, const guide::Guide& guide, const Agenda& agenda);

}  // namespace amends::check
