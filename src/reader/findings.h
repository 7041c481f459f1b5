// What the rules find in a text, and how findings are weighed against each other.

#pragma once

#include <span>
#include <vector>

#include "reader/rules.h"
#include "text/token.h"

namespace amends::reader {

struct Finding {
  std::uint32_t rule;
  std::uint32_t begin;  // Tokens, half-open; no border at either end.
  std::uint32_t end;
  Tier tier;
};

struct Found {
  text::Tokens tokens;
  std::vector<FlagSet> flags;
  std::vector<Finding> findings;  // After guards and unless, and before rules meet.
};

/// What every rule finds, whether the model bears it out or not.
Found find_all(const Rules& rules, std::string_view draft);

/// The same of a draft read into tokens, without what a rule found that waits for the model where
/// the model does not bear it out.
Found find_confirmed(const Rules& rules, std::string_view draft, text::Tokens tokens,
                     const Model::Opinion& opinion);

/// Lets a strength take faults away, asks what only_if and only_if_no ask, and keeps of each label
/// the longest of those that overlap. In the order of the text.
std::vector<Finding> arbitrated(const Rules& rules, const Found& found);

/// Longer ones are letters. Nine messages of ten that people sent us are shorter.
inline constexpr std::size_t kLongMessageTokens = 150;

}  // namespace amends::reader
