// One event, sealed: what lies in the store, in the backup and on the relay. The
// format is docs/formats/vault.md, "An entry".
//
// Padded to one of seven sizes, bound to its vault, device and place, and holding the hash of the
// device's entry before it, so that one that is missing, moved or put in shows.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "crypto/crypto.h"
#include "vault/header.h"

namespace amends::vault {

using DeviceId = crypto::Block<16>;

inline constexpr std::string_view kEntryMarker =
    "\xA5"
    "ent";
inline constexpr std::string_view kEndMarker =
    "\xA5"
    "fin";
inline constexpr int kSizeClasses = 7;
inline constexpr std::size_t kEntryHeadBytes = 53;
inline constexpr std::uint64_t kLastSequence = (std::uint64_t{1} << 53) - 1;

/// Of the padded plain text: 256 bytes, and four times as much each class, up to 1 MiB.
constexpr std::size_t padded_bytes(int size_class) { return std::size_t{256} << (2 * size_class); }

/// The smallest class that holds so many bytes, or nothing when none does.
std::optional<int> size_class_of(std::size_t plain_bytes);

inline constexpr std::size_t kMostPayloadBytes = padded_bytes(kSizeClasses - 1) - 4 - 32;

/// The last entry of a device so far: its number, from 1, and the hash of all its bytes.
struct Tip {
  std::uint64_t sequence = 0;
  crypto::Hash hash{};
};

/// The entry's bytes; `tip` goes on to it. REQUIRES: at most kMostPayloadBytes of payload.
std::string seal_entry(const crypto::Secret& key, const VaultId& vault, const DeviceId& device,
                       Tip& tip, const crypto::Nonce& nonce, std::string_view payload);

/// What an entry says of itself, without the key.
struct EntryHead {
  int size_class = 0;
  DeviceId device{};
  std::uint64_t sequence = 0;
  std::size_t entry_bytes = 0;  // All of it.
};

/// Nothing where no entry begins. It may claim more bytes than there are.
std::optional<EntryHead> entry_head(std::string_view bytes);

struct OpenedEntry {
  crypto::Hash previous{};
  std::string payload;
};

/// REQUIRES: `entry` is just the entry that `head` was read from.
std::optional<OpenedEntry> open_entry(const crypto::Secret& key, const VaultId& vault,
                                      const EntryHead& head, std::string_view entry);

}  // namespace amends::vault
