// The few deeds of cryptography that the vault needs, over libsodium. Nothing else in this tree
// names that library.
//
//   key from a passphrase   Argon2id, version 1.3, one lane
//   seal, open              XChaCha20-Poly1305-IETF, 24-byte nonce, 16-byte tag
//   hash, mac               BLAKE2b, plain and keyed
//   sha256                  for the checksum of recovery words only, as BIP-39 has it
//
// Asks nobody for chance: salts, nonces and keys come in from whoever may ask. A nonce is random
// and used once; 24 bytes are enough for that without counting.

#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace amends::crypto {

/// So many bytes, held by value: an id, a salt, a hash. Ordered as numbers from 0 to 255.
template <std::size_t Size>
using Block = std::array<std::uint8_t, Size>;

template <std::size_t Size>
std::string_view view(const Block<Size>& block) {
  return {reinterpret_cast<const char*>(block.data()), Size};
}

/// REQUIRES: that many bytes from `at` on.
template <std::size_t Size>
Block<Size> block_at(std::string_view bytes, std::size_t at) {
  Block<Size> block;
  bytes.substr(at, Size).copy(reinterpret_cast<char*>(block.data()), Size);
  return block;
}

inline constexpr std::size_t kKeyBytes = 32;
inline constexpr std::size_t kNonceBytes = 24;
inline constexpr std::size_t kTagBytes = 16;
inline constexpr std::size_t kSaltBytes = 16;

using Nonce = Block<kNonceBytes>;
using Salt = Block<kSaltBytes>;
using Hash = Block<32>;
using ShortHash = Block<16>;

/// Overwrites the bytes and empties the text; a plain clear() leaves them in memory.
void wipe(std::string& text);

/// A key, gone from memory with its holder.
class Secret {
 public:
  explicit Secret(const Block<kKeyBytes>& bytes) : bytes_(bytes) {}
  ~Secret();
  Secret(const Secret&) = default;
  Secret& operator=(const Secret&) = default;

  std::string_view bytes() const { return view(bytes_); }

 private:
  Block<kKeyBytes> bytes_;
};

struct Cost {
  std::uint32_t passes = 3;
  std::uint32_t memory_kib = 64 * 1024;
  friend bool operator==(const Cost&, const Cost&) = default;
};

/// What we let a stranger's header ask of this machine.
inline constexpr Cost kLeastCost{1, 8};
inline constexpr Cost kMostCost{16, 1024 * 1024};

/// Nothing when the machine has not got that much memory. REQUIRES: a cost within the limits.
std::optional<Secret> key_from_passphrase(std::string_view passphrase, const Salt& salt, Cost cost);

/// As long as the plain text and kTagBytes.
std::string seal(const Secret& key, const Nonce& nonce, std::string_view plain,
                 std::string_view associated);

/// The plain text, or nothing when one bit of key, nonce, sealed or associated is another.
std::optional<std::string> open(const Secret& key, const Nonce& nonce, std::string_view sealed,
                                std::string_view associated);

Hash hash(std::string_view bytes);
ShortHash short_hash(std::string_view bytes);
ShortHash mac(const Secret& key, std::string_view bytes);

/// Another key for another purpose. REQUIRES: at most 32 bytes of secret.
Secret derive(std::string_view secret, std::string_view purpose);

/// Compares in a time that says nothing about where they differ.
bool same(const ShortHash& a, const ShortHash& b);

std::uint8_t first_byte_of_sha256(std::string_view bytes);

}  // namespace amends::crypto
