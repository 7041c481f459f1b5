// The flags of each token: negated, past, inside an if, and so on. What sets them is data
// (lang/en/reader/flags.toml).

#pragma once

#include <span>
#include <vector>

#include "reader/rules.h"
#include "text/matcher.h"
#include "text/token.h"

namespace amends::reader {

/// One set a token. Linear: scopes are swept, not filled one by one.
std::vector<FlagSet> flags_of(const Rules& rules, std::span<const text::Token> tokens,
                              std::span<const text::Match> matches);

}  // namespace amends::reader
