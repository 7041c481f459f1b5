// A draft of any bytes: spans stay inside and on borders, and the JSON reads.

#include "base/assert.h"
#include "base/utf8.h"
#include "fuzz/exact.h"
#include "reader/read_json.h"
#include "tests/support/oracle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace amends;
  const fuzz::Exact exact(bytes, size);
  const auto reading = reader::read(tests::the_rules(), exact.text());
  for (const auto* list : {&reading.marks, &reading.strengths}) {
    for (const reader::Mark& mark : *list) {
      AMENDS_ASSERT(mark.span.begin_utf8 < mark.span.end_utf8 && mark.span.end_utf8 <= size);
      const auto quote =
          exact.text().substr(mark.span.begin_utf8, mark.span.end_utf8 - mark.span.begin_utf8);
      AMENDS_ASSERT(!base::first_bad_utf8(quote));
    }
  }
  base::json::Writer out;
  out.open_object();
  reader::write_reading(out, reading, exact.text(), reader::Offsets::utf16);
  out.close_object();
  AMENDS_ASSERT(base::json::parse(out.take()).has_value());
  return 0;
}
