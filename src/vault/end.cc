#include "vault/end.h"

#include "base/assert.h"
#include "base/bytes.h"

namespace amends::vault {

using base::ByteReader;
using base::ByteWriter;
using crypto::view;

namespace {

constexpr std::size_t kClassAt = 4;
constexpr std::size_t kNonceAt = 5;
constexpr std::size_t kSealedAt = kNonceAt + crypto::kNonceBytes;
constexpr std::size_t kTipBytes = sizeof(DeviceId) + 8 + sizeof(crypto::Hash);

std::string associated(const VaultId& vault) {
  return ByteWriter().number(kFormatVersion).bytes(view(vault)).bytes("end").take();
}

}  // namespace

std::string seal_end(const crypto::Secret& key, const VaultId& vault, const Tips& tips,
                     const crypto::Nonce& nonce) {
  ByteWriter list;
  list.number(static_cast<std::uint32_t>(tips.size()));
  for (const auto& [device, tip] : tips) {
    list.bytes(view(device)).number(tip.sequence).bytes(view(tip.hash));
  }
  std::string plain = list.take();
  const auto size_class = size_class_of(plain.size());
  AMENDS_ASSERT(size_class);
  plain.resize(padded_bytes(*size_class), '\0');
  return ByteWriter()
      .bytes(kEndMarker)
      .number(static_cast<std::uint8_t>(*size_class))
      .bytes(view(nonce))
      .bytes(crypto::seal(key, nonce, plain, associated(vault)))
      .take();
}

std::size_t end_bytes(std::string_view bytes) {
  if (!bytes.starts_with(kEndMarker) || bytes.size() <= kClassAt) return 0;
  const int size_class = static_cast<unsigned char>(bytes[kClassAt]);
  if (size_class >= kSizeClasses) return 0;
  const std::size_t size = kSealedAt + padded_bytes(size_class) + crypto::kTagBytes;
  return bytes.size() < size ? 0 : size;
}

std::optional<Tips> open_end(const crypto::Secret& key, const VaultId& vault,
                             std::string_view end) {
  const auto nonce = crypto::block_at<crypto::kNonceBytes>(end, kNonceAt);
  const auto plain = crypto::open(key, nonce, end.substr(kSealedAt), associated(vault));
  if (!plain) return std::nullopt;
  const auto count = ByteReader(*plain).number<std::uint32_t>();
  if (count > (plain->size() - 4) / kTipBytes) return std::nullopt;
  Tips tips;
  for (std::size_t i = 0, at = 4; i < count; ++i, at += kTipBytes) {
    Tip& tip = tips[crypto::block_at<sizeof(DeviceId)>(*plain, at)];
    const std::size_t sequence_at = at + sizeof(DeviceId);
    tip.sequence = ByteReader(std::string_view(*plain).substr(sequence_at)).number<std::uint64_t>();
    tip.hash = crypto::block_at<sizeof(crypto::Hash)>(*plain, sequence_at + 8);
  }
  return tips;
}

}  // namespace amends::vault
