// JSON, read and written (RFC 8259). Our own and small: the library of the field would be half of
// the WASM core (docs/adr/0002-json.md).
//
// Reading is strict: UTF-8 only, no name twice in one object, no number that is not a whole one, at
// most 64 deep. Every value knows its place, so that a refusal can point at it. Linear in the text.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace amends::base::json {

enum class Kind : std::uint8_t { null, boolean, integer, text, list, object };

struct Member;

struct Value {
  Kind kind = Kind::null;
  Place at;
  Place name_at;             // Of a member: where its name stands.
  bool truth = false;        // boolean
  std::int64_t integer = 0;  // integer
  std::string text;          // text
  std::vector<Value> list;
  std::vector<Member> members;  // object, in the order of the text

  /// The member of that name, or nullptr; always nullptr on what is no object.
  const Value* find(std::string_view name) const;
};

/// Defined behind Value and not a pair of it: clang wants the type whole before it is in a pair.
struct Member {
  std::string name;
  Value value;
};

/// Reads one value and nothing behind it. A byte order mark in front is passed over.
Result<Value> parse(std::string_view text);

/// Appends `text` as a JSON string, in quotes.
void append_quoted(std::string& out, std::string_view text);

/// Writes objects and lists, and sets the commas. Compact: no spaces, for the same bytes
/// everywhere.
class Writer {
 public:
  Writer& open_object();
  Writer& close_object();
  Writer& open_list();
  Writer& close_list();
  Writer& name(std::string_view name);
  Writer& text(std::string_view text);
  Writer& integer(std::int64_t number);
  Writer& truth(bool value);
  Writer& null();
  /// Writes a value just as it was read; members keep their order.
  Writer& value(const Value& value);

  std::string take() { return std::move(out_); }

 private:
  void before_value();

  std::string out_;
  bool comma_ = false;  // Something stands before, on this level.
};

}  // namespace amends::base::json
