#include "base/result.h"

#include <algorithm>
#include <array>

namespace amends::base {
namespace {

constexpr std::size_t kLongestShownName = 64;

bool is_id_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '_';
}

}  // namespace

std::string shown_name(std::string_view name) {
  if (name.size() > kLongestShownName || !std::ranges::all_of(name, is_id_letter)) return {};
  return std::string(name);
}

const char* code_name(ErrorCode code) {
  static constexpr std::array kNames = {"malformed", "not-utf8",     "too-large",      "too-deep",
                                        "repeated",  "unknown-item", "unknown-answer", "wrong-type",
                                        "missing",   "unreadable"};
  return kNames[static_cast<std::size_t>(code)];
}

}  // namespace amends::base
