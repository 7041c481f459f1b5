// Latches and slips: what stays in force whatever comes later, and the one way in which a finger
// takes it back. (docs/formats/journal.md, "The State".)

#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "guide/guide.h"
#include "journal/event.h"

namespace amends::journal {

inline constexpr std::int64_t kMinuteMs = 60'000;

/// What the other person, or an authority, has said by such a boundary: an answer as well.
std::optional<guide::ItemAnswer> stands_for(const guide::Guide& guide,
                                            std::optional<BoundaryKind> kind);

/// By the same device, and before a slip has become a fact.
bool is_soon(const guide::Guide& guide, const Stamp& first, const Stamp& later);

/// Which events were taken back as slips, by name and in time.
class Slips {
 public:
  Slips(const guide::Guide& guide, std::span<const Event* const> order);

  /// `of` is the item, or the id of a boundary.
  bool was_slip(const Stamp& stamp, std::string_view of) const;

 private:
  struct Slip {
    Stamp target;
    std::string_view of;
  };

  void note(const guide::Guide& guide, const Stamp& stamp, std::optional<Clock> target,
            std::string_view of);

  std::vector<Slip> slips_;
};

}  // namespace amends::journal
