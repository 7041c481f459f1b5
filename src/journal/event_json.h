// Events as JSON, and back. The format is docs/formats/journal.md.
//
// decode(encode(e)) is e. What is no event at all is an Error; what could be one of a newer version
// becomes Unknown, and encode() gives it back byte for byte.

#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "base/result.h"
#include "journal/event.h"

namespace amends::journal {

std::string encode(const Event& event);

/// An error names members of ours at most, never what a person wrote.
base::Result<Event> decode(std::string_view json);

/// The same of JSON that is read already; what becomes Unknown is written anew, compact.
base::Result<Event> decode(const base::json::Value& value);

}  // namespace amends::journal
