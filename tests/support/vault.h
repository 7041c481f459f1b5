// Small vaults of fixed bytes, as tests, vectors, benches and fuzz targets open them. The key is
// derived cheaply: this is no example of how to choose a cost.

#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "vault/backup.h"

namespace amends::tests {

inline constexpr crypto::Cost kCheap{1, 8};
inline constexpr const char* kPassphrase = "sch\xC3\xB6ner Tag \xE2\x82\xAC";

template <std::size_t Size>
crypto::Block<Size> filled(int with) {
  crypto::Block<Size> block;
  for (std::size_t i = 0; i < Size; ++i)
    block[i] = static_cast<std::uint8_t>(with + static_cast<int>(i));
  return block;
}

/// The random bytes of a vault, none of them random. `which` gives another vault.
inline vault::NewVault fixed_bytes(int which = 0) {
  return {filled<16>(which + 1),  filled<32>(which + 33),  filled<16>(which + 65),
          filled<16>(which + 97), filled<24>(which + 129), filled<24>(which + 161)};
}

inline crypto::Nonce nonce_of(int number) {
  auto nonce = filled<crypto::kNonceBytes>(number * 31);
  nonce[0] = static_cast<std::uint8_t>(number);
  nonce[1] = static_cast<std::uint8_t>(number >> 8);
  nonce[2] = static_cast<std::uint8_t>(number >> 16);
  return nonce;
}

/// A vault that is being written, entry by entry.
struct Written {
  vault::Header header;
  crypto::Secret key;
  std::vector<std::string> entries;

  explicit Written(int which = 0)
      : header(*vault::new_header(fixed_bytes(which), kPassphrase, kCheap)),
        key(fixed_bytes(which).key) {}

  /// Seals the payloads as entries of that device, from its first on.
  Written& device(int number, const std::vector<std::string>& payloads) {
    vault::Tip tip;
    for (const std::string& payload : payloads) {
      const int nonce = static_cast<int>(entries.size()) + 1;
      entries.push_back(vault::seal_entry(key, header.vault(), filled<16>(number), tip,
                                          nonce_of(nonce), payload));
    }
    return *this;
  }

  std::string backup() const { return vault::write_backup(header, key, entries, nonce_of(0)); }
};

}  // namespace amends::tests
