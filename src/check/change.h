// Giving, changing and taking back one answer.
//
// A latched answer (harm or fear, an order, a no, a block) goes into the sheet's latches at once.
// A slip of the finger can be taken back for Guide::slip_minutes; after that the entry stays,
// whatever is answered later (EVIDENCE 5.1, "What raises it again").

#pragma once

#include <cstdint>
#include <optional>

#include "check/sheet.h"
#include "guide/guide.h"

namespace amends::check {

struct Changed {
  Sheet sheet;
  std::optional<guide::ItemAnswer> kept;  // The latched answer that stays in force all the same.
};

/// The sheet after answering `item` at `now_ms` (Unix time); no answer takes the old one back.
/// A clock that was set back never opens a latch.
Changed change(const guide::Guide& guide, Sheet sheet, guide::ItemIndex item,
               std::optional<guide::AnswerIndex> answer, std::int64_t now_ms);

}  // namespace amends::check
