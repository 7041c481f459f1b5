// The check as its callers see it: JSON in, JSON out. The command line and the WASM door use the
// same four calls, so both give the same bytes.

#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "guide/guide.h"

namespace amends::check {

/// A sheet in, its standing out.
base::Result<std::string> check_call(const guide::Guide& guide, std::string_view sheet_json);

/// A sheet in, what to ask next out.
base::Result<std::string> agenda_call(const guide::Guide& guide, std::string_view sheet_json);

/// {"sheet","item","answer","now_ms"} in, {"sheet","kept"} out. A null answer takes one back.
base::Result<std::string> answer_call(const guide::Guide& guide, std::string_view change_json);

/// {"screen","replies"} in, {"answer"} out; null while the replies are too few.
base::Result<std::string> screen_call(const guide::Guide& guide, std::string_view replies_json);

}  // namespace amends::check
