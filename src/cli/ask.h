// The check in the terminal: one question after another, stopped and resumed at will.
//
// An interrupted check loses no answer given: with --save each one is in the file at once, without
// it the sheet is printed at the end.

#pragma once

#include <string>

#include "check/sheet.h"
#include "guide/guide.h"

namespace amends::cli {

enum class Output { page, json };

/// Asks until the person stops or nothing is left; the exit code.
int ask(const guide::Guide& guide, const std::string& save_file, Output output);

void print_standing(const check::Sheet& sheet, Output output);

}  // namespace amends::cli
