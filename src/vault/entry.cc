#include "vault/entry.h"

#include "base/assert.h"
#include "base/bytes.h"

namespace amends::vault {

using base::ByteReader;
using base::ByteWriter;
using crypto::view;

namespace {

constexpr std::size_t kClassAt = 4;
constexpr std::size_t kDeviceAt = 5;
constexpr std::size_t kSequenceAt = 21;
constexpr std::size_t kNonceAt = 29;

constexpr std::size_t kPreviousAt = 4;
constexpr std::size_t kPayloadAt = kPreviousAt + sizeof(crypto::Hash);

static_assert(kNonceAt + crypto::kNonceBytes == kEntryHeadBytes);
static_assert(padded_bytes(kSizeClasses - 1) - kPayloadAt == kMostPayloadBytes);

std::string associated(const VaultId& vault, const DeviceId& device, std::uint64_t sequence) {
  return ByteWriter()
      .number(kFormatVersion)
      .bytes(view(vault))
      .bytes(view(device))
      .number(sequence)
      .take();
}

}  // namespace

std::optional<int> size_class_of(std::size_t plain_bytes) {
  for (int size_class = 0; size_class < kSizeClasses; ++size_class) {
    if (plain_bytes <= padded_bytes(size_class)) return size_class;
  }
  return std::nullopt;
}

std::string seal_entry(const crypto::Secret& key, const VaultId& vault, const DeviceId& device,
                       Tip& tip, const crypto::Nonce& nonce, std::string_view payload) {
  const auto size_class = size_class_of(kPayloadAt + payload.size());
  AMENDS_ASSERT(size_class && tip.sequence < kLastSequence);
  std::string plain = ByteWriter()
                          .number(static_cast<std::uint32_t>(payload.size()))
                          .bytes(view(tip.hash))
                          .bytes(payload)
                          .take();
  plain.resize(padded_bytes(*size_class), '\0');
  const std::uint64_t sequence = tip.sequence + 1;
  std::string entry =
      ByteWriter()
          .bytes(kEntryMarker)
          .number(static_cast<std::uint8_t>(*size_class))
          .bytes(view(device))
          .number(sequence)
          .bytes(view(nonce))
          .bytes(crypto::seal(key, nonce, plain, associated(vault, device, sequence)))
          .take();
  crypto::wipe(plain);
  tip = {sequence, crypto::hash(entry)};
  return entry;
}

std::optional<EntryHead> entry_head(std::string_view bytes) {
  if (!bytes.starts_with(kEntryMarker) || bytes.size() < kEntryHeadBytes) return std::nullopt;
  EntryHead head;
  head.size_class = static_cast<unsigned char>(bytes[kClassAt]);
  if (head.size_class >= kSizeClasses) return std::nullopt;
  head.device = crypto::block_at<sizeof(DeviceId)>(bytes, kDeviceAt);
  head.sequence = ByteReader(bytes.substr(kSequenceAt)).number<std::uint64_t>();
  head.entry_bytes = kEntryHeadBytes + padded_bytes(head.size_class) + crypto::kTagBytes;
  return head;
}

std::optional<OpenedEntry> open_entry(const crypto::Secret& key, const VaultId& vault,
                                      const EntryHead& head, std::string_view entry) {
  AMENDS_ASSERT(entry.size() == head.entry_bytes);
  const auto nonce = crypto::block_at<crypto::kNonceBytes>(entry, kNonceAt);
  auto plain = crypto::open(key, nonce, entry.substr(kEntryHeadBytes),
                            associated(vault, head.device, head.sequence));
  if (!plain) return std::nullopt;
  const auto size = ByteReader(*plain).number<std::uint32_t>();
  const bool fits = size <= plain->size() - kPayloadAt && head.sequence >= 1 &&
                    head.sequence <= kLastSequence &&
                    plain->find_first_not_of('\0', kPayloadAt + size) == std::string::npos;
  std::optional<OpenedEntry> opened;
  if (fits) {
    opened = {crypto::block_at<sizeof(crypto::Hash)>(*plain, kPreviousAt),
              plain->substr(kPayloadAt, size)};
  }
  crypto::wipe(*plain);
  return opened;
}

}  // namespace amends::vault
