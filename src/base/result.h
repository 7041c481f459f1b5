// What a call that can fail gives back: a value, or an Error that says where and which kind.
//
// The world's mistakes (a broken file, an unknown name) are Errors. Our own are AMENDS_ASSERT. This
// is the only file that names the library, so that std::expected can take its place.

#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tl/expected.hpp>
#include <utility>

namespace amends::base {

/// Every way an input can be refused. The words for people are data: lang/en/errors.toml, by name.
enum class ErrorCode : std::uint8_t {
  malformed,       // Not the format it should be.
  not_utf8,        // Bytes that are no UTF-8 text.
  too_large,       // More bytes than any honest file has.
  too_deep,        // Nested deeper than the format ever is.
  repeated,        // The same name twice where once is all there is.
  unknown_item,    // An item the guide does not have.
  unknown_answer,  // An answer that this item does not have.
  wrong_type,      // A text where a list should be, and the like.
  missing,         // Something that must be there is not.
  unreadable,      // The file itself could not be read or written.
};

/// Where in a text: both count from 1, columns in bytes. Line 0 means "no place".
struct Place {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

struct Error {
  ErrorCode code = ErrorCode::malformed;
  Place at;
  std::string detail;  // A name of ours (an id), or empty. Never a sentence that a person wrote.
};

template <typename T>
using Result = tl::expected<T, Error>;

/// The same for a module whose ways to refuse are its own, and are no files with lines.
template <typename T, typename Refusal>
using Outcome = tl::expected<T, Refusal>;

template <typename Refusal>
tl::unexpected<Refusal> refuse(Refusal refusal) {
  return tl::unexpected<Refusal>(refusal);
}

inline tl::unexpected<Error> fail(ErrorCode code, Place at = {}, std::string detail = {}) {
  return tl::unexpected<Error>(Error{code, at, std::move(detail)});
}

/// The name as an error may show it: itself when it could be an id, else nothing, for it might be
/// a sentence that a person wrote.
std::string shown_name(std::string_view name);

/// The name of a code as the word files and the app know it: "unknown-item".
const char* code_name(ErrorCode code);

}  // namespace amends::base

#define AMENDS_JOIN_INNER(a, b) a##b
#define AMENDS_JOIN(a, b) AMENDS_JOIN_INNER(a, b)

/// `AMENDS_TRY(level, level_named(name));` binds the value, or hands the error on to our caller.
#define AMENDS_TRY(name, expression)                                      \
  auto AMENDS_JOIN(name, _result) = (expression);                         \
  if (!AMENDS_JOIN(name, _result)) {                                      \
    return tl::unexpected(std::move(AMENDS_JOIN(name, _result)).error()); \
  }                                                                       \
  auto&& name = *AMENDS_JOIN(name, _result)
