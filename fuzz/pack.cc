// A pack that is cut off, foreign or damaged is refused, and never half read.

#include "base/assert.h"
#include "check/calls.h"
#include "fuzz/exact.h"
#include "guide/guide.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace amends;
  const auto guide = guide::Guide::read(fuzz::Exact(bytes, size).text());
  if (guide) AMENDS_ASSERT(check::check_call(*guide, R"({"answers":{}})").has_value());
  return 0;
}
