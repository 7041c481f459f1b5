// A pattern of a rule, from text to automaton. (docs/formats/rules.md)

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "packc/reader_words.h"

namespace amends::packc {

enum class NodeKind : std::uint8_t { words, any, sequence, choice };

/// A pattern as a tree. An optional part is a choice that may be nothing.
struct Node {
  NodeKind kind = NodeKind::sequence;
  std::set<std::string> words;  // Of kind words: any one of these. Borders are words like "?".
  std::vector<Node> parts;
  bool optional = false;
  bool is_gap = false;
  std::size_t place = 0;  // Of one word: its number in the automaton.
};

/// What is wrong with a pattern, and at which of its letters.
struct Slip {
  std::size_t at = 0;
  std::string says;
};

/// A place in a pattern: what it accepts (no words: any), and what may follow.
struct Place {
  std::set<std::string> words;
  std::uint64_t follow = 0;
};

struct Automaton {
  std::vector<Place> places;
  std::uint64_t first = 0;
  std::uint64_t last = 0;
  /// The least common words that a match holds one of: what a flag is known by.
  std::set<std::string> cues;
  /// The places where the pattern is looked for: a match takes one of them at least.
  std::uint64_t anchors = 0;
  bool is_looked_for = false;
};

/// Reads and builds one pattern; nothing, and a slip, when it is not one.
std::optional<Automaton> automaton_of(std::string_view pattern, const ReaderWords& words,
                                      Slip& slip);

/// The borders as patterns write them; any of them is ".", "^" and "$".
inline constexpr std::string_view kAnyBorderWord = "^";

}  // namespace amends::packc
