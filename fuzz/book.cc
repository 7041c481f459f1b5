// The calls of the book, with whatever the app may hand them: each line as an event to add, as a
// body to make one of, and as a moment to fold at. What comes out is JSON, and what was made can be
// added.

#include "journal/book.h"

#include <algorithm>
#include <string>

#include "base/assert.h"
#include "fuzz/exact.h"
#include "tests/support/oracle.h"

namespace {

constexpr const char* kDevice = R"({"device":"101112131415161718191a1b1c1d1e1f"})";

bool is_json(const amends::base::Result<std::string>& answer) {
  return !answer || amends::base::json::parse(*answer).has_value();
}

std::string event_in(const std::string& made) {
  amends::base::json::Writer out;
  out.value(*amends::base::json::parse(made)->find("event"));
  return out.take();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace amends;
  const fuzz::Exact exact(bytes, size);
  auto book = journal::Book::open(tests::the_guide(), kDevice);
  AMENDS_ASSERT(book.has_value());
  std::string_view rest = exact.text();
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string line(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    AMENDS_ASSERT(is_json(book->add(R"({"events":[)" + line + "]}")));
    AMENDS_ASSERT(is_json(book->fold(line)));
    const auto made = book->event(R"({"now_ms":1764000000000,"body":)" + line + "}");
    AMENDS_ASSERT(is_json(made));
    if (!made) continue;
    const auto added = book->add(R"({"events":[)" + event_in(*made) + "]}");
    AMENDS_ASSERT(added && added->starts_with(R"({"added":1,)"));
  }
  const auto view = book->fold(R"({"now_ms":1764000000000,"offset_min":60})");
  AMENDS_ASSERT(view && base::json::parse(*view).has_value());
  return 0;
}
