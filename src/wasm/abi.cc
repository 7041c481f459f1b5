// The engine's door to the browser: a flat C ABI, UTF-8 JSON in and out. Every export is listed in
// exports.txt. The module imports no clock, no randomness and no files; a test compares that too.
//
// A call answers with a pointer to three little-endian words: status (0 done, 1 refused), address
// and size of the body. The body is ours and lives until the next call: copy it at once.

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "check/calls.h"
#include "guide/guide.h"
#include "journal/book.h"
#include "reader/read.h"
#include "reader/read_json.h"
#include "reader/rules.h"

namespace {

using amends::base::Error;
using amends::base::Result;
using amends::guide::Guide;

struct Response {
  std::uint32_t status;
  std::uint32_t address;
  std::uint32_t size;
};

Response response;
std::string body;
std::optional<Guide> guide;
std::optional<amends::reader::Rules> rules;
std::optional<amends::journal::Book> book;

std::string error_json(const Error& error) {
  amends::base::json::Writer out;
  out.open_object().name("error").text(code_name(error.code));
  out.name("line").integer(error.at.line).name("column").integer(error.at.column);
  out.name("name").text(error.detail).close_object();
  return out.take();
}

const Response* respond(Result<std::string> result) {
  response.status = result ? 0 : 1;
  body = result ? std::move(*result) : error_json(result.error());
  response.address = static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(body.data()));
  response.size = static_cast<std::uint32_t>(body.size());
  return &response;
}

using Call = Result<std::string> (*)(const Guide&, std::string_view);

const Response* with_guide(Call call, const char* bytes, std::size_t size) {
  if (!guide) {
    return respond(amends::base::fail(amends::base::ErrorCode::missing, {}, "guide"));
  }
  return respond(call(*guide, std::string_view(bytes, size)));
}

using BookCall = Result<std::string> (amends::journal::Book::*)(std::string_view);

const Response* with_book(BookCall call, const char* bytes, std::size_t size) {
  if (!book) return respond(amends::base::fail(amends::base::ErrorCode::missing, {}, "book"));
  return respond(((*book).*call)(std::string_view(bytes, size)));
}

Result<std::string> book_call(const Guide& with, std::string_view json) {
  AMENDS_TRY(opened, amends::journal::Book::open(with, json));
  book = std::move(opened);
  return std::string("{}");
}

Result<std::string> read_call(std::string_view json) {
  using amends::base::ErrorCode;
  using amends::base::json::Kind;
  if (!rules) return amends::base::fail(ErrorCode::missing, {}, "reader");
  AMENDS_TRY(root, amends::base::json::parse(json));
  const auto* text = root.find("text");
  if (text == nullptr || text->kind != Kind::text) {
    return amends::base::fail(ErrorCode::missing, root.at, "text");
  }
  const auto* utf16 = root.find("utf16");
  const bool in_units = utf16 != nullptr && utf16->truth;
  amends::base::json::Writer out;
  out.open_object();
  amends::reader::write_reading(
      out, amends::reader::read(*rules, text->text), text->text,
      in_units ? amends::reader::Offsets::utf16 : amends::reader::Offsets::utf8);
  out.close_object();
  return out.take();
}

}  // namespace

#define AMENDS_EXPORT(name) extern "C" __attribute__((export_name(#name), used))

AMENDS_EXPORT(amends_alloc) void* amends_alloc(std::size_t size) { return std::malloc(size); }

AMENDS_EXPORT(amends_free) void amends_free(void* bytes, std::size_t size) {
  static_cast<void>(size);
  std::free(bytes);
}

AMENDS_EXPORT(amends_open) const Response* amends_open(const char* bytes, std::size_t size) {
  auto read = Guide::read(std::string_view(bytes, size));
  if (!read) return respond(tl::unexpected(std::move(read).error()));
  book.reset();  // It knows the guide that was there before.
  guide = std::move(*read);
  return respond(std::string("{}"));
}

AMENDS_EXPORT(amends_check) const Response* amends_check(const char* bytes, std::size_t size) {
  return with_guide(amends::check::check_call, bytes, size);
}

AMENDS_EXPORT(amends_agenda) const Response* amends_agenda(const char* bytes, std::size_t size) {
  return with_guide(amends::check::agenda_call, bytes, size);
}

AMENDS_EXPORT(amends_answer) const Response* amends_answer(const char* bytes, std::size_t size) {
  return with_guide(amends::check::answer_call, bytes, size);
}

AMENDS_EXPORT(amends_screen) const Response* amends_screen(const char* bytes, std::size_t size) {
  return with_guide(amends::check::screen_call, bytes, size);
}

// The journal (docs/formats/book.md). One book at a time; another takes its place.
AMENDS_EXPORT(amends_book) const Response* amends_book(const char* bytes, std::size_t size) {
  return with_guide(book_call, bytes, size);
}

AMENDS_EXPORT(amends_add) const Response* amends_add(const char* bytes, std::size_t size) {
  return with_book(&amends::journal::Book::add, bytes, size);
}

AMENDS_EXPORT(amends_event) const Response* amends_event(const char* bytes, std::size_t size) {
  return with_book(&amends::journal::Book::event, bytes, size);
}

AMENDS_EXPORT(amends_fold) const Response* amends_fold(const char* bytes, std::size_t size) {
  return with_book(&amends::journal::Book::fold, bytes, size);
}

// The reader's rules come after the first screen, so they are a file of their own.
AMENDS_EXPORT(amends_reader_open)
const Response* amends_reader_open(const char* bytes, std::size_t size) {
  auto read = amends::reader::Rules::open(std::string_view(bytes, size));
  if (!read) return respond(tl::unexpected(std::move(read).error()));
  rules = std::move(*read);
  return respond(std::string("{}"));
}

/// {"text","utf16"} in, the reading out.
AMENDS_EXPORT(amends_read) const Response* amends_read(const char* bytes, std::size_t size) {
  return respond(read_call(std::string_view(bytes, size)));
}
