// A reading as its callers see it: JSON, the same bytes from the command line and from WASM.
//
//   {"help_first","marks":[{"fault","rule","tier","begin","end","quote","why","try":[...]}],
//    "strengths":[{"kind","begin","end","quote"}],
//    "apology":{"responsibility","repair","regret","explanation","change","plea"}|null,
//    "observations":{"words","asks","questions_in_a_row","i_percent","you_percent"}}
//
// Each part of an apology is {"begin","end"} or null. Marks stand in the order of the text.

#pragma once

#include <cstdint>
#include <string_view>

#include "base/json.h"
#include "reader/read.h"

namespace amends::reader {

/// What begin and end count: bytes of the UTF-8 text, or the UTF-16 units of a browser.
enum class Offsets : std::uint8_t { utf8, utf16 };

/// Writes the members of a reading into an object that is open.
void write_reading(base::json::Writer& out, const Reading& reading, std::string_view draft,
                   Offsets offsets);

}  // namespace amends::reader
