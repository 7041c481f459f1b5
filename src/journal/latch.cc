#include "journal/latch.h"

#include <algorithm>

namespace amends::journal {

using guide::Guide;
using guide::ItemAnswer;

namespace {

struct Stands {
  BoundaryKind kind;
  std::string_view answer;
};

constexpr Stands kStands[] = {
    {BoundaryKind::refusal, "hs-clear-refusal=said-no"},  // sp-explicit-no
    {BoundaryKind::block, "sp-block=blocked"},
    {BoundaryKind::order, "x-no-contact-order=yes"},
};

}  // namespace

std::optional<ItemAnswer> stands_for(const Guide& guide, std::optional<BoundaryKind> kind) {
  if (!kind) return std::nullopt;
  const auto* const found = std::ranges::find(kStands, *kind, &Stands::kind);
  if (found == std::end(kStands)) return std::nullopt;
  return guide.item_answer_named(found->answer);
}

bool is_soon(const Guide& guide, const Stamp& first, const Stamp& later) {
  return first.device == later.device && first.clock < later.clock &&
         later.clock.at_ms - first.clock.at_ms <= guide.slip_minutes * kMinuteMs;
}

Slips::Slips(const Guide& guide, std::span<const Event* const> order) {
  for (const Event* event : order) {
    if (const auto* answer = std::get_if<Answer>(&event->body)) {
      note(guide, event->stamp, answer->takes_back, answer->item);
    }
    if (const auto* boundary = std::get_if<Boundary>(&event->body)) {
      note(guide, event->stamp, boundary->takes_back, boundary->id);
    }
  }
  std::ranges::sort(slips_, {}, &Slip::target);
}

void Slips::note(const Guide& guide, const Stamp& stamp, std::optional<Clock> target,
                 std::string_view of) {
  if (!target) return;
  const Stamp taken_back{*target, stamp.device};
  if (is_soon(guide, taken_back, stamp)) slips_.push_back({taken_back, of});
}

bool Slips::was_slip(const Stamp& stamp, std::string_view of) const {
  const auto same = std::ranges::equal_range(slips_, stamp, {}, &Slip::target);
  return std::ranges::any_of(same, [of](const Slip& slip) { return slip.of == of; });
}

}  // namespace amends::journal
