// JSON from strangers: whatever reads is written back, and then reads the same again.

#include "base/json.h"

#include "base/assert.h"
#include "fuzz/exact.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace amends::base;
  const auto value = json::parse(amends::fuzz::Exact(bytes, size).text());
  if (!value) return 0;
  json::Writer once;
  once.value(*value);
  const std::string text = once.take();
  const auto again = json::parse(text);
  AMENDS_ASSERT(again.has_value());
  json::Writer twice;
  twice.value(*again);
  AMENDS_ASSERT(twice.take() == text);
  return 0;
}
