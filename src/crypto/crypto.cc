#include "crypto/crypto.h"

#include <sodium.h>

#include "base/assert.h"

namespace amends::crypto {
namespace {

const unsigned char* in(std::string_view bytes) {
  return reinterpret_cast<const unsigned char*>(bytes.data());
}

template <typename Bytes>
unsigned char* out(Bytes& bytes) {
  return reinterpret_cast<unsigned char*>(bytes.data());
}

// Without it libsodium is right but slow: this is where it looks at the processor.
void begin() {
  static const bool kBegun = sodium_init() >= 0;
  AMENDS_ASSERT(kBegun);
}

template <std::size_t Size>
Block<Size> blake2b(std::string_view bytes, std::string_view key) {
  begin();
  Block<Size> block;
  const int failed = crypto_generichash(out(block), Size, in(bytes), bytes.size(),
                                        key.empty() ? nullptr : in(key), key.size());
  AMENDS_ASSERT(failed == 0);
  return block;
}

static_assert(kKeyBytes == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(kNonceBytes == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(kTagBytes == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(kSaltBytes == crypto_pwhash_argon2id_SALTBYTES);

}  // namespace

void wipe(std::string& text) {
  if (!text.empty()) sodium_memzero(text.data(), text.size());
  text.clear();
}

Secret::~Secret() { sodium_memzero(bytes_.data(), bytes_.size()); }

std::optional<Secret> key_from_passphrase(std::string_view passphrase, const Salt& salt,
                                          Cost cost) {
  begin();
  AMENDS_ASSERT(cost.passes >= kLeastCost.passes && cost.passes <= kMostCost.passes);
  AMENDS_ASSERT(cost.memory_kib >= kLeastCost.memory_kib &&
                cost.memory_kib <= kMostCost.memory_kib);
  Block<kKeyBytes> key;
  const int failed =
      crypto_pwhash(out(key), key.size(), passphrase.data(), passphrase.size(), in(view(salt)),
                    cost.passes, std::size_t{cost.memory_kib} * 1024, crypto_pwhash_ALG_ARGON2ID13);
  if (failed != 0) return std::nullopt;
  Secret secret(key);
  sodium_memzero(key.data(), key.size());
  return secret;
}

std::string seal(const Secret& key, const Nonce& nonce, std::string_view plain,
                 std::string_view associated) {
  begin();
  std::string sealed(plain.size() + kTagBytes, '\0');
  crypto_aead_xchacha20poly1305_ietf_encrypt(out(sealed), nullptr, in(plain), plain.size(),
                                             in(associated), associated.size(), nullptr,
                                             in(view(nonce)), in(key.bytes()));
  return sealed;
}

std::optional<std::string> open(const Secret& key, const Nonce& nonce, std::string_view sealed,
                                std::string_view associated) {
  begin();
  if (sealed.size() < kTagBytes) return std::nullopt;
  std::string plain(sealed.size() - kTagBytes, '\0');
  const int failed = crypto_aead_xchacha20poly1305_ietf_decrypt(
      out(plain), nullptr, nullptr, in(sealed), sealed.size(), in(associated), associated.size(),
      in(view(nonce)), in(key.bytes()));
  if (failed != 0) return std::nullopt;
  return plain;
}

Hash hash(std::string_view bytes) { return blake2b<sizeof(Hash)>(bytes, {}); }

ShortHash short_hash(std::string_view bytes) { return blake2b<sizeof(ShortHash)>(bytes, {}); }

ShortHash mac(const Secret& key, std::string_view bytes) {
  return blake2b<sizeof(ShortHash)>(bytes, key.bytes());
}

Secret derive(std::string_view secret, std::string_view purpose) {
  return Secret(blake2b<kKeyBytes>(purpose, secret));
}

bool same(const ShortHash& a, const ShortHash& b) {
  return sodium_memcmp(a.data(), b.data(), a.size()) == 0;
}

std::uint8_t first_byte_of_sha256(std::string_view bytes) {
  unsigned char digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(digest, in(bytes), bytes.size());
  return digest[0];
}

}  // namespace amends::crypto
