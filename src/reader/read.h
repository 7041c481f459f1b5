// The reader: from a draft to what it does to the person who gets it. (Guide: chapters 7 and 9.)
//
// Pure, and linear in the text for any bytes at all. There is no score and no grade: nothing marked
// means that nothing was found, never that the message is wanted.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "reader/rules.h"

namespace amends::reader {

struct Span {
  std::uint32_t begin_utf8 = 0;  // Half-open, on borders of code points.
  std::uint32_t end_utf8 = 0;
};

/// What a rule found: a fault, with its reason and better directions, or a strength.
struct Mark {
  const Rule* rule = nullptr;  // Lives as long as the Rules.
  Tier tier = Tier::certain;   // One lower than the rule's where a slip of the pen was read over.
  Span span;
};

/// The parts of an apology that reach the other person, the heaviest first. (Lewicki, Polin and
/// Lount 2016: taking responsibility weighs most, then the offer to repair; regret, an explanation
/// and a promise of change weigh alike.)
enum class Part : std::uint8_t { responsibility, repair, regret, explanation, change };
inline constexpr std::size_t kParts = 5;

std::string_view name_of(Part part);
int weight_of(Part part);

struct Apology {
  std::array<std::optional<Span>, kParts> parts;
  std::optional<Span> plea;  // Asking for forgiveness: optional, and better left to them.
};

struct Observations {
  std::uint32_t words = 0;
  std::uint32_t asks = 0;                // Sentences that ask for something.
  std::uint32_t questions_in_a_row = 0;  // The longest run.
  std::uint32_t i_percent = 0;           // Of all words.
  std::uint32_t you_percent = 0;
};

struct Reading {
  /// There may be signs of danger to the writer's own life: show help before anything else. Where
  /// they are more than a guess, only they and threats are marked: nobody corrects the style of
  /// such a message. Where they are a guess (tier ask), what else was found stands below the help.
  bool help_first = false;
  std::vector<Mark> marks;         // In the order of the text.
  std::vector<Mark> strengths;     // In the order of the text.
  std::optional<Apology> apology;  // Nothing where the text does not apologise.
  Observations observations;
};

Reading read(const Rules& rules, std::string_view draft);

/// Everything that one rule finds by itself, before rules are weighed against each other; for the
/// compiler, which tries every example of every rule.
std::vector<Span> found_alone(const Rules& rules, std::size_t rule, std::string_view draft);

}  // namespace amends::reader
