#include "guide/measure.h"

#include <algorithm>
#include <array>

namespace amends::guide {
namespace {

struct Named {
  std::string_view name;
  Count count;
  std::array<std::string_view, 6> needs;  // Empty behind the last.
};

constexpr Named kNamed[] = {
    {"notes", Count::notes, {"notes", "at_least"}},
    {"each-has", Count::each_has, {"notes", "has", "at_least"}},
    {"read-again", Count::read_again, {"notes", "has", "at_least", "days"}},
    {"days-apart", Count::days_apart, {"notes", "days"}},
    {"weeks-running", Count::weeks_running, {"notes", "at_least"}},
    {"weeks-with", Count::weeks_with, {"notes", "at_least"}},
    {"basics-days", Count::basics_days, {"basics", "days", "within_days"}},
    {"quiet-nights",
     Count::quiet_nights,
     {"basics", "days", "within_days", "contacts", "from_hour", "to_hour"}},
    {"urges-passed", Count::urges_passed, {"at_least", "hours", "not_went"}},
    {"each-planned", Count::each_planned, {"notes", "at_least"}},
    {"each-noticeable", Count::each_noticeable, {"notes", "at_least"}},
    {"due", Count::due, {"at_least"}},
    {"window-due", Count::window_due, {}},
    {"window-weeks", Count::window_weeks, {}},
    {"window-kept", Count::window_kept, {}},
    {"draft-rested", Count::draft_rested, {"drafts", "at_least", "hours"}},
    {"no-early-copy", Count::no_early_copy, {}},
    {"contacts", Count::contacts, {"contacts", "since", "at_least"}},
    {"sent-once", Count::sent_once, {"contacts", "since"}},
    {"left-alone", Count::left_alone, {"since", "days"}},
    {"unanswered", Count::unanswered, {"at_least"}},
    {"replies", Count::replies, {"since", "at_least"}},
    {"wrote-first", Count::wrote_first, {}},
    {"none-after", Count::none_after, {"answers"}},
    {"answers", Count::answers, {"answers"}},
    {"given-again", Count::given_again, {"answers", "at_least", "days"}},
    {"since-sign", Count::since_sign, {"step", "sign", "days"}},
};

}  // namespace

std::optional<Count> count_named(std::string_view name) {
  const auto* const found = std::ranges::find(kNamed, name, &Named::name);
  if (found == std::end(kNamed)) return std::nullopt;
  return found->count;
}

std::span<const std::string_view> needs_of(Count count) {
  const auto* const found = std::ranges::find(kNamed, count, &Named::count);
  if (found == std::end(kNamed)) return {};
  const auto named =
      std::ranges::count_if(found->needs, [](std::string_view need) { return !need.empty(); });
  return std::span(found->needs).first(static_cast<std::size_t>(named));
}

}  // namespace amends::guide
