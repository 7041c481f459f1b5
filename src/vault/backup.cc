#include "vault/backup.h"

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>

#include "base/assert.h"
#include "vault/end.h"

namespace amends::vault {

using crypto::Secret;

namespace {

// Bytes that may be tried in vain for each byte of the file. A file made of markers, each of which
// claims a large entry, would cost the square of its size; then the claims are believed instead.
constexpr std::size_t kPatience = 4;

struct Found {
  EntryHead head;
  std::uint64_t at_byte = 0;
  crypto::Hash hash{};
  std::optional<OpenedEntry> opened;  // Nothing when it is damaged; then `head` may be too.
};

/// Cuts the file into entries, finding the next one where something is damaged.
class Cutting {
 public:
  Cutting(const Header& header, const Secret& key, std::string_view file)
      : vault_(header.vault()), key_(key), file_(file), patience_(file.size() * kPatience) {}

  void run() {
    at_ = kHeaderBytes;
    while (at_ < file_.size()) {
      if (!take_entry() && !take_end()) skip_to_marker(at_ + 1);
    }
    flush_unreadable();
  }

  std::vector<Found> found;
  std::vector<Problem> problems;
  std::optional<Tips> end;
  bool has_end = false;

 private:
  std::string_view rest() const { return file_.substr(at_); }

  bool is_border(std::size_t at) const {
    return at == file_.size() || file_.substr(at).starts_with(kEntryMarker) ||
           file_.substr(at).starts_with(kEndMarker);
  }

  bool take_entry() {
    const auto head = entry_head(rest());
    if (!head) return false;
    const std::string_view bytes = rest().substr(0, head->entry_bytes);
    Found next{*head, at_, {}, std::nullopt};
    if (bytes.size() == head->entry_bytes) {
      next.opened = open_entry(key_, vault_, *head, bytes);
    }
    flush_unreadable();
    if (next.opened) {
      next.hash = crypto::hash(bytes);
      if (has_end) problems.push_back({What::misplaced, head->device, head->sequence, 0, at_});
      at_ += head->entry_bytes;
    } else {
      problems.push_back({What::entry_damaged, head->device, head->sequence, 0, at_});
      go_past_damage(head->entry_bytes);
    }
    found.push_back(std::move(next));
    return true;
  }

  bool take_end() {
    const std::size_t size = end_bytes(rest());
    if (size == 0) return false;
    auto opened = open_end(key_, vault_, rest().substr(0, size));
    flush_unreadable();
    if (has_end) problems.push_back({What::repeated, {}, 0, 0, at_});
    has_end = true;
    if (opened) {
      end = std::move(opened);
      at_ += size;
    } else {
      problems.push_back({What::end_damaged, {}, 0, 0, at_});
      go_past_damage(size);
    }
    return true;
  }

  // Its length is damaged as easily as the rest of it, so it is believed only where something
  // begins behind it.
  void go_past_damage(std::size_t claimed_bytes) {
    const bool patient = patience_ >= claimed_bytes;
    patience_ -= std::min(patience_, claimed_bytes);
    const bool fits = claimed_bytes <= file_.size() - at_;
    if (fits && (!patient || is_border(at_ + claimed_bytes))) {
      at_ += claimed_bytes;
    } else {
      at_ = next_marker(at_ + kEntryMarker.size());
    }
  }

  std::size_t next_marker(std::size_t from) const {
    static_assert(kEntryMarker[0] == kEndMarker[0]);
    for (std::size_t at = file_.find(kEntryMarker[0], from); at != std::string_view::npos;
         at = file_.find(kEntryMarker[0], at + 1)) {
      if (is_border(at)) return at;
    }
    return file_.size();
  }

  void skip_to_marker(std::size_t from) {
    if (!unreadable_at_) unreadable_at_ = at_;
    at_ = next_marker(from);
  }

  void flush_unreadable() {
    if (unreadable_at_) problems.push_back({What::bytes_unreadable, {}, 0, 0, *unreadable_at_});
    unreadable_at_.reset();
  }

  VaultId vault_;
  const Secret& key_;
  std::string_view file_;
  std::size_t patience_;
  std::size_t at_ = 0;
  std::optional<std::size_t> unreadable_at_;
};

/// Looks at the entries of one device in the order of their numbers.
class Chain {
 public:
  Chain(const DeviceId& device, std::vector<Problem>& problems)
      : device_(device), problems_(problems) {}

  /// The next number, and all entries that bear it.
  void go_on(std::span<const Found* const> same) {
    const std::uint64_t sequence = same[0]->head.sequence;
    gap_before(sequence);
    const std::set<crypto::Hash> before = std::exchange(hashes_, {});
    for (const Found* entry : same) {
      if (!entry->opened) continue;
      if (!hashes_.insert(entry->hash).second) {
        tell(What::repeated, *entry);
      } else if (hashes_.size() > 1) {
        tell(What::forked, *entry);
      }
      const bool known = sequence == 1 || (last_ + 1 == sequence && !before.empty());
      const crypto::Hash none{};
      const bool follows = sequence == 1 ? entry->opened->previous == none
                                         : before.contains(entry->opened->previous);
      if (known && !follows) tell(What::chain_broken, *entry);
      tip_ = {sequence, entry->hash};
    }
    last_ = sequence;
  }

  /// What the backup's end says of this device.
  void end_at(const Tip& listed) {
    gap_before(listed.sequence + 1);
    if (last_ > listed.sequence) {
      problems_.push_back({What::unlisted, device_, listed.sequence + 1, last_, 0});
    } else if (tip_.sequence == listed.sequence && !hashes_.contains(listed.hash)) {
      problems_.push_back({What::chain_broken, device_, listed.sequence, 0, 0});
    }
  }

  const Tip& tip() const { return tip_; }

 private:
  void gap_before(std::uint64_t sequence) {
    if (sequence <= last_ + 1) return;
    problems_.push_back({What::missing, device_, last_ + 1, sequence - 1, 0});
  }

  void tell(What what, const Found& entry) {
    problems_.push_back({what, device_, entry.head.sequence, 0, entry.at_byte});
  }

  DeviceId device_;
  std::vector<Problem>& problems_;
  std::uint64_t last_ = 0;
  std::set<crypto::Hash> hashes_;  // Of the entries at last_ that opened.
  Tip tip_;
};

// Whether a number that does not open can be that of its device: a damaged number must not open a
// gap of its own.
bool is_plausible(const Found& entry, const std::map<DeviceId, std::uint64_t>& last_opened) {
  if (entry.opened) return true;
  const auto last = last_opened.find(entry.head.device);
  return last != last_opened.end() && entry.head.sequence >= 1 &&
         entry.head.sequence <= last->second + 1;
}

std::vector<const Found*> by_place(const std::vector<Found>& found) {
  std::map<DeviceId, std::uint64_t> last_opened;
  for (const Found& entry : found) {
    if (!entry.opened) continue;
    std::uint64_t& last = last_opened[entry.head.device];
    last = std::max(last, entry.head.sequence);
  }
  std::vector<const Found*> order;
  for (const Found& entry : found) {
    if (is_plausible(entry, last_opened)) order.push_back(&entry);
  }
  std::ranges::sort(order, {}, [](const Found* entry) {
    return std::tuple(entry->head.device, entry->head.sequence, entry->at_byte);
  });
  return order;
}

void check_places(const std::vector<Found>& found, std::vector<Problem>& problems) {
  const Found* last = nullptr;
  for (const Found& entry : found) {
    if (!entry.opened) continue;
    const auto place = [](const Found& of) { return std::tuple(of.head.device, of.head.sequence); };
    if (last != nullptr && place(entry) < place(*last)) {
      problems.push_back(
          {What::misplaced, entry.head.device, entry.head.sequence, 0, entry.at_byte});
    }
    last = &entry;
  }
}

void check_chains(const Cutting& cut, Contents& contents) {
  const std::vector<const Found*> order = by_place(cut.found);
  Tips listed = cut.end.value_or(Tips());
  for (std::size_t i = 0; i < order.size();) {
    const DeviceId& device = order[i]->head.device;
    Chain chain(device, contents.problems);
    while (i < order.size() && order[i]->head.device == device) {
      std::size_t end = i;
      while (end < order.size() && order[end]->head.device == device &&
             order[end]->head.sequence == order[i]->head.sequence) {
        ++end;
      }
      chain.go_on(std::span(order).subspan(i, end - i));
      i = end;
    }
    if (cut.end) chain.end_at(listed[device]);
    listed.erase(device);
    if (chain.tip().sequence > 0) contents.tips[device] = chain.tip();
  }
  for (const auto& [device, tip] : listed) {
    contents.problems.push_back({What::missing, device, 1, tip.sequence, 0});
  }
}

}  // namespace

std::string_view name_of(What what) {
  static constexpr std::array<std::string_view, 11> kNames = {
      "header-changed", "entry-damaged", "bytes-unreadable", "missing",
      "misplaced",      "repeated",      "forked",           "chain-broken",
      "unlisted",       "end-missing",   "end-damaged"};
  return kNames[static_cast<std::size_t>(what)];
}

std::string write_backup(const Header& header, const Secret& key,
                         std::span<const std::string> sealed_entries,
                         const crypto::Nonce& end_nonce) {
  std::string file = header.bytes;
  Tips tips;
  for (const std::string& entry : sealed_entries) {
    const auto head = entry_head(entry);
    AMENDS_ASSERT(head && head->entry_bytes == entry.size());
    tips[head->device] = {head->sequence, crypto::hash(entry)};
    file += entry;
  }
  return file += seal_end(key, header.vault(), tips, end_nonce);
}

Contents open_backup(const Header& header, const Secret& key, std::string_view file) {
  AMENDS_ASSERT(file.starts_with(header.bytes));
  Contents contents;
  if (!is_authentic(header, key)) contents.problems.push_back({What::header_changed, {}, 0, 0, 0});
  Cutting cut(header, key, file);
  cut.run();
  std::ranges::copy(cut.problems, std::back_inserter(contents.problems));
  if (!cut.has_end) contents.problems.push_back({What::end_missing, {}, 0, 0, file.size()});
  check_places(cut.found, contents.problems);
  check_chains(cut, contents);
  std::set<std::tuple<DeviceId, std::uint64_t, crypto::Hash>> read;
  for (Found& entry : cut.found) {
    if (!entry.opened) continue;
    if (!read.emplace(entry.head.device, entry.head.sequence, entry.hash).second) continue;
    contents.entries.push_back(
        {entry.head.device, entry.head.sequence, std::move(entry.opened->payload)});
  }
  return contents;
}

}  // namespace amends::vault
