// A blob of rules that is damaged: refused, or read without harm.

#include "fuzz/exact.h"
#include "reader/read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace amends;
  const fuzz::Exact exact(bytes, size);
  const auto rules = reader::Rules::open(exact.text());
  if (rules)
    reader::read(*rules, "I'm sorry if I hurt you, but answer me by tonight. \xF0\x9F\x92\x94");
  return 0;
}
