// What levels, items and answers are named by inside the program.

#pragma once

#include <compare>
#include <cstdint>

namespace amends::guide {

/// How far the guide goes along, from least to most. A smaller value is a lower ceiling.
enum class Level : std::uint8_t {
  safety_first,
  let_go,
  pause,
  prepare,
  open_channel,
  together_slowly
};
inline constexpr int kLevels = 6;

using ItemIndex = std::uint16_t;
using AnswerIndex = std::uint8_t;

/// An answer of an item, as "item=answer" in the guide's files.
struct ItemAnswer {
  ItemIndex item;
  AnswerIndex answer;
  friend bool operator==(const ItemAnswer&, const ItemAnswer&) = default;
  friend auto operator<=>(const ItemAnswer&, const ItemAnswer&) = default;
};

}  // namespace amends::guide
