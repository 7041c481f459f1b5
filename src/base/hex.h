// Bytes as two small hexadecimal digits each, the one way that ids of ours are written.

#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace amends::base {

std::string hex(std::string_view bytes);

/// The bytes again, or nothing for what hex() could not have written: an odd length, capitals,
/// other letters.
std::optional<std::string> from_hex(std::string_view digits);

}  // namespace amends::base
