#include "reader/labels.h"

#include <algorithm>
#include <array>

namespace amends::reader {
namespace {

constexpr std::array<std::string_view, kLabels> kNames = {"pressure",
                                                          "pity",
                                                          "crisis",
                                                          "threat",
                                                          "self_erasure",
                                                          "grand_gesture",
                                                          "jealousy",
                                                          "hostility",
                                                          "over_reading",
                                                          "excuse",
                                                          "blame",
                                                          "vague_apology",
                                                          "milestone",
                                                          "surveillance",
                                                          "third_party",
                                                          "boundary",
                                                          "nostalgia_leverage",
                                                          "specific_apology",
                                                          "impact",
                                                          "ownership",
                                                          "change_plan",
                                                          "amends_offer",
                                                          "empathy",
                                                          "invites_questions",
                                                          "asks_need",
                                                          "low_stakes_invite",
                                                          "honours_them",
                                                          "no_pressure",
                                                          "accepts_no",
                                                          "gratitude",
                                                          "clear_intent",
                                                          "regret",
                                                          "explanation",
                                                          "plea"};

}  // namespace

std::string_view name_of(Label label) { return kNames[static_cast<std::size_t>(label)]; }

std::optional<Label> label_named(std::string_view name) {
  const auto found = std::ranges::find(kNames, name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Label>(found - kNames.begin());
}

}  // namespace amends::reader
