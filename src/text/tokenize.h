// From bytes to tokens: one pass, linear, for any bytes at all.
//
// Nothing is replaced. A byte that is no UTF-8 ends word and sentence, so no span ever holds one.

#pragma once

#include <string_view>

#include "text/lexicon.h"
#include "text/token.h"

namespace amends::text {

/// The first and the last token are borders. REQUIRES: less than 4 GiB.
Tokens tokenize(const Lexicon& lexicon, std::string_view bytes);

}  // namespace amends::text
