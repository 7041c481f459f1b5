// The head of a vault: whose it is, and the vault key wrapped twice, by the passphrase and by the
// recovery code. The format is docs/formats/vault.md, "The header".
//
// The key never changes; a new passphrase wraps the same key anew and leaves every entry as it is.
// All chance comes in. A header with one bit changed does not open, or is named as damaged.

#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "crypto/crypto.h"

namespace amends::vault {

inline constexpr std::uint16_t kFormatVersion = 1;
inline constexpr std::size_t kHeaderBytes = 226;

using VaultId = crypto::Block<16>;
using RecoveryCode = crypto::Block<16>;  // As words: vault/recovery.h.

/// Why nothing of a file can be read.
enum class Refusal : std::uint8_t {
  not_a_vault,  // Another sort of file.
  newer,        // A format of a later version than this one.
  cut_off,      // It ends inside of the header.
  damaged,      // The header is not as it was written, and does not open.
  wrong_key,    // The header is whole, and this passphrase or code is not its own.
  no_memory,    // Argon2id asks for more than this machine has.
};

/// The header as it lies in the file. Whether it is true shows only with the key.
struct Header {
  std::string bytes;  // kHeaderBytes of them.
  /// The plain checksum fits: what does not open then is a wrong key, and no damage.
  bool whole = false;

  VaultId vault() const;
  crypto::Cost cost() const;
};

/// Random bytes for a new vault, from whoever may ask for chance. Each is used for one thing only.
struct NewVault {
  VaultId vault;
  crypto::Block<crypto::kKeyBytes> key;
  RecoveryCode recovery;
  crypto::Salt salt;
  crypto::Nonce passphrase_nonce;
  crypto::Nonce recovery_nonce;
};

struct NewPassphrase {
  crypto::Salt salt;
  crypto::Nonce nonce;
};

using Unlocked = base::Outcome<crypto::Secret, Refusal>;

/// REQUIRES: a cost within crypto's limits.
base::Outcome<Header, Refusal> new_header(const NewVault& random, std::string_view passphrase,
                                          crypto::Cost cost);

/// Reads the front of a file; what lies behind the header is not looked at.
base::Outcome<Header, Refusal> read_header(std::string_view file);

/// The vault key. The passphrase is taken byte for byte.
Unlocked unlock(const Header& header, std::string_view passphrase);
Unlocked unlock(const Header& header, const RecoveryCode& code);

/// False when somebody or something has changed the header since it was written.
bool is_authentic(const Header& header, const crypto::Secret& key);

/// The same vault under another passphrase.
base::Outcome<Header, Refusal> with_passphrase(const Header& header, const crypto::Secret& key,
                                               const NewPassphrase& random,
                                               std::string_view passphrase, crypto::Cost cost);

/// The same vault under another recovery code; the old one opens nothing from here on.
Header with_recovery(const Header& header, const crypto::Secret& key, const RecoveryCode& code,
                     const crypto::Nonce& nonce);

}  // namespace amends::vault
