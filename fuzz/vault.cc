// A backup of any bytes: refused, or opened without harm. Where it is one of our own vectors,
// changed, no payload comes out that was not put in: that would be a broken seal.

#include "tests/support/vault.h"

#include <set>

#include "base/assert.h"
#include "fuzz/exact.h"
#include "tests/support/oracle.h"
#include "vault/recovery.h"

namespace {

/// What the vectors hold, opened once.
const std::set<std::string>& known() {
  static const std::set<std::string> kKnown = [] {
    const std::string file = amends::tests::file_text(AMENDS_ROOT "/tests/vectors/vault/ok.amends");
    const auto header = amends::vault::read_header(file);
    AMENDS_ASSERT(header.has_value());
    std::set<std::string> payloads;
    const amends::crypto::Secret key(amends::tests::fixed_bytes().key);
    for (const auto& entry : open_backup(*header, key, file).entries) {
      payloads.insert(entry.payload);
    }
    return payloads;
  }();
  return kKnown;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  using namespace amends;
  const fuzz::Exact exact(bytes, size);
  static_cast<void>(vault::code_of(exact.text()));
  const auto header = vault::read_header(exact.text());
  if (!header) return 0;
  static_cast<void>(vault::unlock(*header, tests::fixed_bytes().recovery));
  // The key of the vectors, whatever the header says: so that the entries are read every time.
  const crypto::Secret key(tests::fixed_bytes().key);
  for (const auto& entry : vault::open_backup(*header, key, exact.text()).entries) {
    AMENDS_ASSERT(known().contains(entry.payload));
  }
  return 0;
}
