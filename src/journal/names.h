// The names of the journal's few choices, as its JSON writes them. What is written never changes;
// new names are added at the end.

#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "journal/event.h"

namespace amends::journal {

template <typename Choice>
struct Names;

template <>
struct Names<Side> {
  static constexpr std::array<std::string_view, 2> kAll = {"me", "them"};
};
template <>
struct Names<ContactKind> {
  static constexpr std::array<std::string_view, 5> kAll = {"message", "call", "meeting", "letter",
                                                           "other"};
};
template <>
struct Names<About> {
  static constexpr std::array<std::string_view, 2> kAll = {"business", "social"};
};
template <>
struct Names<BoundaryKind> {
  static constexpr std::array<std::string_view, 5> kAll = {"refusal", "space", "block", "partner",
                                                           "order"};
};
template <>
struct Names<Outcome> {
  static constexpr std::array<std::string_view, 4> kAll = {"copied", "kept", "rewritten", "let-go"};
};
template <>
struct Names<CheckInKind> {
  static constexpr std::array<std::string_view, 3> kAll = {"day", "urge", "recheck"};
};

template <typename Choice>
std::string_view name_of(Choice choice) {
  return Names<Choice>::kAll[static_cast<std::size_t>(choice)];
}

template <typename Choice>
std::optional<Choice> named(std::string_view name) {
  const auto& all = Names<Choice>::kAll;
  const auto found = std::ranges::find(all, name);
  if (found == all.end()) return std::nullopt;
  return static_cast<Choice>(found - all.begin());
}

}  // namespace amends::journal
