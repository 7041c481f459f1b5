// A standing as a page for people: the level, what holds it there, what would change it, one next
// step, and help where a lane calls for it.

#pragma once

#include "check/judge.h"
#include "check/sheet.h"
#include "cli/page.h"
#include "guide/guide.h"

namespace amends::cli {

void write_standing_page(Page& page, const guide::Guide& guide, const check::Sheet& sheet,
                         const check::Standing& standing);

}  // namespace amends::cli
