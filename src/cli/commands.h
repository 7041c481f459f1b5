// The commands of `amends`. Each takes the arguments behind its name and answers with the exit
// code: 0 done, 1 the input was refused, 2 wrong usage.

#pragma once

#include <span>
#include <string>

#include "base/result.h"

namespace amends::cli {

using Arguments = std::span<const std::string>;

int check_command(Arguments arguments);
int guide_command(Arguments arguments);
int helplines_command(Arguments arguments);
int read_command(Arguments arguments);
int vault_command(Arguments arguments);

/// Runs `amends` with what stands behind the program's name.
int run(Arguments arguments);

/// What a command was given: options by name, and at most one thing to work on.
struct Given {
  std::string command;
  bool json = false;
  bool lines = false;  // --jsonl
  std::string save;    // The file behind --save.
  std::string thing;   // The FILE or name.
};

/// Reads arguments; what does not fit is said on standard error, and gives nothing.
base::Result<Given> given(const std::string& command, Arguments arguments);

/// One line on standard error for a refused file; the exit code.
int refuse(const std::string& file, const base::Error& error);

/// One line of ours on standard error; the exit code 2.
int misused(const std::string& line);

}  // namespace amends::cli
