// The backup: the header, every entry by device and number, and a sealed end that says how many
// there have to be. The format is docs/formats/vault.md, "The backup".
//
// Opening never fails once the key is there: what can be read is read, and what is damaged is named
// by device and number, or by its place in the file. One bit changed anywhere is named. The work is
// linear in the file, whatever is in it.

#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/crypto.h"
#include "vault/entry.h"
#include "vault/header.h"

namespace amends::vault {

/// No honest backup is larger: three quarters of a million events.
inline constexpr std::size_t kLargestBackupBytes = std::size_t{256} << 20;

enum class What : std::uint8_t {
  header_changed,    // The header is not as it was written; it opened all the same.
  entry_damaged,     // An entry does not open: changed, or of another vault.
  bytes_unreadable,  // Between two entries lies what is none.
  missing,           // Entries that have to be there are not: from `sequence` to `until`.
  misplaced,         // An entry stands before one that it has to stand behind.
  repeated,          // The same entry a second time. It counts once.
  forked,            // Two entries of one device with one number. Both are read.
  chain_broken,      // The entry before is whole, but not the one that this one was written after.
  unlisted,          // Behind what the end lists. It is read.
  end_missing,       // The file stops before its end: the last entries may be lost.
  end_damaged,       // The end does not open.
};

std::string_view name_of(What what);

/// Places count bytes from the front of the file; sequences are 0 where none is meant.
struct Problem {
  What what{};
  DeviceId device{};
  std::uint64_t sequence = 0;
  std::uint64_t until = 0;
  std::uint64_t at_byte = 0;
};

struct Entry {
  DeviceId device{};
  std::uint64_t sequence = 0;
  std::string payload;
};

struct Contents {
  std::vector<Entry> entries;  // In the order of the file.
  std::vector<Problem> problems;
  std::map<DeviceId, Tip> tips;  // Of the entries that opened: where each device goes on.
};

/// The backup's bytes. REQUIRES: whole entries, those of one device together and in their order.
std::string write_backup(const Header& header, const crypto::Secret& key,
                         std::span<const std::string> sealed_entries,
                         const crypto::Nonce& end_nonce);

/// REQUIRES: the header was read from this file, and the key unlocked from it.
Contents open_backup(const Header& header, const crypto::Secret& key, std::string_view file);

}  // namespace amends::vault
