// The sealed end of a backup: the last entry of each device, so that a file cut off between two
// entries shows.

#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "vault/entry.h"

namespace amends::vault {

using Tips = std::map<DeviceId, Tip>;

std::string seal_end(const crypto::Secret& key, const VaultId& vault, const Tips& tips,
                     const crypto::Nonce& nonce);

/// The bytes the end takes, or 0 where none begins or it does not end within them.
std::size_t end_bytes(std::string_view bytes);

/// REQUIRES: just the bytes of one end.
std::optional<Tips> open_end(const crypto::Secret& key, const VaultId& vault, std::string_view end);

}  // namespace amends::vault
