// A passphrase from the person: typed without being shown, or one line from a script.

#pragma once

#include <optional>
#include <string>

namespace amends::cli {

/// Asks with `prompt` on standard error where standard input is a terminal, and sets its echo back
/// on every way out, Ctrl-C included. Elsewhere it is the first line of standard input. Nothing
/// when none was given.
std::optional<std::string> read_passphrase(const std::string& prompt);

}  // namespace amends::cli
