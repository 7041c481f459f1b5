// The four calls of the check, with whatever a file or a browser may hand them.

#include <cstdlib>

#include "base/assert.h"
#include "check/calls.h"
#include "fuzz/exact.h"
#include "tests/support/oracle.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace amends;
  const fuzz::Exact exact(bytes, size);
  const guide::Guide& guide = tests::the_guide();
  const auto standing = check::check_call(guide, exact.text());
  const auto agenda = check::agenda_call(guide, exact.text());
  AMENDS_ASSERT(standing.has_value() == agenda.has_value());
  if (standing) AMENDS_ASSERT(base::json::parse(*standing).has_value());
  if (const auto changed = check::answer_call(guide, exact.text())) {
    AMENDS_ASSERT(base::json::parse(*changed).has_value());
  }
  if (const auto answer = check::screen_call(guide, exact.text())) {
    AMENDS_ASSERT(base::json::parse(*answer).has_value());
  }
  return 0;
}
