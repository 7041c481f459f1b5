// What a message can do to the person who gets it, by the names of docs/labels.md. The names are a
// contract of code, data, command line and app, and so is this order.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace amends::reader {

enum class Label : std::uint8_t {
  // Faults.
  pressure,
  pity,
  crisis,
  threat,
  self_erasure,
  grand_gesture,
  jealousy,
  hostility,
  over_reading,
  excuse,
  blame,
  vague_apology,
  milestone,
  surveillance,
  third_party,
  boundary,
  nostalgia_leverage,
  // Strengths.
  specific_apology,
  impact,
  ownership,
  change_plan,
  amends_offer,
  empathy,
  invites_questions,
  asks_need,
  low_stakes_invite,
  honours_them,
  no_pressure,
  accepts_no,
  gratitude,
  clear_intent,
  // Parts of an apology that are neither by themselves.
  regret,
  explanation,
  plea
};
inline constexpr std::size_t kFaults = 17;
inline constexpr std::size_t kStrengths = 14;
inline constexpr std::size_t kLabels = 34;

enum class LabelKind : std::uint8_t { fault, strength, part };

constexpr LabelKind kind_of(Label label) {
  const auto index = static_cast<std::size_t>(label);
  if (index < kFaults) return LabelKind::fault;
  return index < kFaults + kStrengths ? LabelKind::strength : LabelKind::part;
}
std::string_view name_of(Label label);
std::optional<Label> label_named(std::string_view name);

/// One bit a label.
using LabelSet = std::uint64_t;
constexpr LabelSet set_of(Label label) { return LabelSet{1} << static_cast<int>(label); }

}  // namespace amends::reader
