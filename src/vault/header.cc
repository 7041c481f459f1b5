#include "vault/header.h"

#include "base/assert.h"
#include "base/bytes.h"

namespace amends::vault {

using base::ByteReader;
using base::ByteWriter;
using base::Outcome;
using base::refuse;
using crypto::Cost;
using crypto::Nonce;
using crypto::Secret;

namespace {

constexpr std::string_view kMagic =
    "\x89"
    "Amends\n";

// Where each part begins. (docs/formats/vault.md)
constexpr std::size_t kVersionAt = 8;
constexpr std::size_t kVaultAt = 10;
constexpr std::size_t kCostAt = 26;
constexpr std::size_t kSaltAt = 34;
constexpr std::size_t kPassphraseNonceAt = 50;
constexpr std::size_t kPassphraseWrapAt = 74;
constexpr std::size_t kRecoveryNonceAt = 122;
constexpr std::size_t kRecoveryWrapAt = 146;
constexpr std::size_t kChecksumAt = 194;
constexpr std::size_t kMacAt = 210;

constexpr std::size_t kWrapBytes = crypto::kKeyBytes + crypto::kTagBytes;

static_assert(kPassphraseWrapAt + kWrapBytes == kRecoveryNonceAt);
static_assert(kRecoveryWrapAt + kWrapBytes == kChecksumAt);
static_assert(kMacAt + sizeof(crypto::ShortHash) == kHeaderBytes);

// A passphrase is bound to everything in front of its nonce, a code to the vault alone: so that a
// new passphrase leaves the code's wrap as it is.
std::string passphrase_context(std::string_view header) {
  return std::string(header.substr(0, kPassphraseNonceAt)) + "passphrase";
}

std::string recovery_context(std::string_view header) {
  return std::string(header.substr(0, kCostAt)) + "recovery";
}

// The code is as strong as a key already, so it needs no slow derivation.
Secret code_key(std::string_view header, const RecoveryCode& code) {
  return crypto::derive(crypto::view(code), recovery_context(header));
}

crypto::ShortHash header_mac(const Secret& key, std::string_view header) {
  return crypto::mac(key, "header" + std::string(header.substr(0, kMacAt)));
}

bool is_bearable(Cost cost) {
  return cost.passes >= crypto::kLeastCost.passes && cost.passes <= crypto::kMostCost.passes &&
         cost.memory_kib >= crypto::kLeastCost.memory_kib &&
         cost.memory_kib <= crypto::kMostCost.memory_kib;
}

void put(std::string& bytes, std::size_t at, std::string_view part) {
  bytes.replace(at, part.size(), part);
}

Header finished(std::string bytes, const Secret& key) {
  put(bytes, kChecksumAt, crypto::view(crypto::short_hash(bytes.substr(0, kChecksumAt))));
  put(bytes, kMacAt, crypto::view(header_mac(key, bytes)));
  return {std::move(bytes), true};
}

bool wrap_by_passphrase(std::string& bytes, const Secret& key, const NewPassphrase& random,
                        std::string_view passphrase, Cost cost) {
  put(bytes, kCostAt, ByteWriter().number(cost.passes).number(cost.memory_kib).take());
  put(bytes, kSaltAt, crypto::view(random.salt));
  put(bytes, kPassphraseNonceAt, crypto::view(random.nonce));
  const auto wrapping = crypto::key_from_passphrase(passphrase, random.salt, cost);
  if (!wrapping) return false;
  put(bytes, kPassphraseWrapAt,
      crypto::seal(*wrapping, random.nonce, key.bytes(), passphrase_context(bytes)));
  return true;
}

void wrap_by_code(std::string& bytes, const Secret& key, const RecoveryCode& code,
                  const Nonce& nonce) {
  put(bytes, kRecoveryNonceAt, crypto::view(nonce));
  put(bytes, kRecoveryWrapAt,
      crypto::seal(code_key(bytes, code), nonce, key.bytes(), recovery_context(bytes)));
}

Unlocked unwrapped(const Header& header, const Secret& wrapping, std::size_t nonce_at,
                   const std::string& context) {
  const auto nonce = crypto::block_at<crypto::kNonceBytes>(header.bytes, nonce_at);
  const std::string_view wrap =
      std::string_view(header.bytes).substr(nonce_at + crypto::kNonceBytes, kWrapBytes);
  auto key = crypto::open(wrapping, nonce, wrap, context);
  if (!key) return refuse(header.whole ? Refusal::wrong_key : Refusal::damaged);
  Secret secret(crypto::block_at<crypto::kKeyBytes>(*key, 0));
  crypto::wipe(*key);
  return secret;
}

}  // namespace

VaultId Header::vault() const { return crypto::block_at<sizeof(VaultId)>(bytes, kVaultAt); }

Cost Header::cost() const {
  ByteReader in(std::string_view(bytes).substr(kCostAt));
  Cost cost;
  cost.passes = in.number<std::uint32_t>();
  cost.memory_kib = in.number<std::uint32_t>();
  return cost;
}

Outcome<Header, Refusal> new_header(const NewVault& random, std::string_view passphrase,
                                    Cost cost) {
  AMENDS_ASSERT(is_bearable(cost));
  std::string bytes(kHeaderBytes, '\0');
  put(bytes, 0, kMagic);
  put(bytes, kVersionAt, ByteWriter().number(kFormatVersion).take());
  put(bytes, kVaultAt, crypto::view(random.vault));
  const Secret key(random.key);
  if (!wrap_by_passphrase(bytes, key, {random.salt, random.passphrase_nonce}, passphrase, cost)) {
    return refuse(Refusal::no_memory);
  }
  wrap_by_code(bytes, key, random.recovery, random.recovery_nonce);
  return finished(std::move(bytes), key);
}

Outcome<Header, Refusal> read_header(std::string_view file) {
  if (!file.starts_with(kMagic)) {
    return refuse(!file.empty() && kMagic.starts_with(file) ? Refusal::cut_off
                                                            : Refusal::not_a_vault);
  }
  if (file.size() < kVaultAt) return refuse(Refusal::cut_off);
  const auto version = ByteReader(file.substr(kVersionAt)).number<std::uint16_t>();
  if (version > kFormatVersion) return refuse(Refusal::newer);
  if (version < kFormatVersion) return refuse(Refusal::damaged);
  if (file.size() < kHeaderBytes) return refuse(Refusal::cut_off);
  Header header{std::string(file.substr(0, kHeaderBytes)), false};
  const auto written = crypto::block_at<sizeof(crypto::ShortHash)>(header.bytes, kChecksumAt);
  header.whole = crypto::same(written, crypto::short_hash(file.substr(0, kChecksumAt)));
  return header;
}

Unlocked unlock(const Header& header, std::string_view passphrase) {
  const Cost cost = header.cost();
  if (!is_bearable(cost)) return refuse(Refusal::damaged);
  const auto salt = crypto::block_at<crypto::kSaltBytes>(header.bytes, kSaltAt);
  const auto wrapping = crypto::key_from_passphrase(passphrase, salt, cost);
  if (!wrapping) return refuse(Refusal::no_memory);
  return unwrapped(header, *wrapping, kPassphraseNonceAt, passphrase_context(header.bytes));
}

Unlocked unlock(const Header& header, const RecoveryCode& code) {
  return unwrapped(header, code_key(header.bytes, code), kRecoveryNonceAt,
                   recovery_context(header.bytes));
}

bool is_authentic(const Header& header, const Secret& key) {
  const auto written = crypto::block_at<sizeof(crypto::ShortHash)>(header.bytes, kMacAt);
  return header.whole && crypto::same(written, header_mac(key, header.bytes));
}

Outcome<Header, Refusal> with_passphrase(const Header& header, const Secret& key,
                                         const NewPassphrase& random, std::string_view passphrase,
                                         Cost cost) {
  AMENDS_ASSERT(is_bearable(cost));
  std::string bytes = header.bytes;
  if (!wrap_by_passphrase(bytes, key, random, passphrase, cost)) return refuse(Refusal::no_memory);
  return finished(std::move(bytes), key);
}

Header with_recovery(const Header& header, const Secret& key, const RecoveryCode& code,
                     const Nonce& nonce) {
  std::string bytes = header.bytes;
  wrap_by_code(bytes, key, code, nonce);
  return finished(std::move(bytes), key);
}

}  // namespace amends::vault
