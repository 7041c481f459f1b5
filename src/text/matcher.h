// Finds where the patterns of docs/formats/rules.md match tokens.
//
// Each pattern is a small automaton of at most 64 positions, tried only where the rarest word it
// cannot do without stands, and between neighbours that this word can have there. So a pattern
// whose words do not occur costs nothing, and the whole is linear in the tokens. A pattern without
// an anchor is not looked for: it is asked about where that matters (stands).

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "text/alphabets.h"
#include "text/token.h"

namespace amends::text {

/// What a position accepts: a symbol (below the number of symbols), a set of them (from there on),
/// any word, or any border.
inline constexpr std::uint16_t kAnyWord = 0xFFFF;
inline constexpr std::uint16_t kAnyBorder = 0xFFFE;

inline constexpr std::size_t kMostPositions = 64;

/// One bit for each 64th symbol that may stand somewhere: a look that rules most others out.
using Hint = std::uint64_t;

/// Tokens as the matcher looks at them. The tokens have to live on.
class Sighted {
 public:
  explicit Sighted(std::span<const Token> tokens);

  std::size_t size() const { return tokens_.size(); }
  Symbol symbol(std::size_t at) const { return tokens_[at].symbol; }
  /// Of each token, with one in front of the first and one behind the last, where nothing stands.
  const Hint* hints() const { return hints_.data() + 1; }

 private:
  std::span<const Token> tokens_;
  std::vector<Hint> hints_;
};

/// Half-open, in tokens. A border that a pattern names is part of it.
struct Match {
  std::uint32_t pattern;
  std::uint32_t begin;
  std::uint32_t end;
  friend auto operator<=>(const Match&, const Match&) = default;
};

class Matcher {
 public:
  /// A matcher before it is a blob, as the compiler makes it.
  struct Written {
    struct Position {
      std::uint16_t set;
      std::uint64_t follow;  // The positions that may come next.
    };
    struct Pattern {
      std::vector<Position> positions;
      std::uint64_t first;  // Where a match may begin
      std::uint64_t last;   // and where it may end.
      /// Positions of which every match takes one, none of them for any word: here the pattern is
      /// looked for. None: it is only asked about.
      std::uint64_t anchors;
    };
    std::vector<std::vector<Symbol>> sets;  // Of two symbols or more, sorted.
    std::vector<Pattern> patterns;

    void write(base::ByteWriter& out) const;
  };

  /// `symbols` is how many the lexicon has. Anything that does not fit together gives nothing.
  static std::optional<Matcher> read(base::ByteReader& blob, std::size_t symbols);

  /// Appends, for each place where a pattern with an anchor begins, its longest match there; in the
  /// order of the anchors in the text, so a match that holds two of its own may come twice.
  void match(const Sighted& text, std::vector<Match>& out) const;

  /// Whether the pattern matches so near to `place` that fewer than `within` tokens, or none of
  /// them at all, lie between.
  bool stands_near(std::size_t pattern, const Sighted& text, const Match& place,
                   std::uint32_t within) const;

  std::size_t size() const { return patterns_.size(); }

 private:
  class Loader;

  // All that a try begins with, in one cache line.
  struct alignas(64) Pattern {
    std::uint32_t first_position;
    std::uint32_t longest;  // Tokens of a match, at most.
    std::uint64_t first;
    std::uint64_t last;
    // What the first and the second token of a match can be: there most tries end.
    Hint first_hint;
    Hint second_hint;
    Alphabets::Table alphabet;
  };

  // Where a pattern is to be tried: `least` to `most` tokens in front of a word,
  struct Anchor {
    std::uint16_t pattern;
    std::uint8_t least;
    std::uint8_t most;
  };
  // if the word stands between two of these.
  struct Neighbours {
    Hint before;
    Hint behind;
  };

  // An anchor that stands in the text.
  struct Place {
    std::uint32_t anchor;
    std::uint32_t at;
  };
  static constexpr std::size_t kPlaces = 256;

  std::size_t longest_end(const Pattern& pattern, const Sighted& text, std::size_t begin) const;
  void try_anchor(const Anchor& anchor, const Sighted& text, std::size_t at,
                  std::vector<Match>& out) const;
  void try_all(std::span<const Place> places, const Sighted& text, std::vector<Match>& out) const;

  std::vector<Pattern> patterns_;
  std::vector<std::uint64_t> follows_;        // By position: those that may come next.
  Alphabets alphabets_;                       // By pattern.
  std::vector<std::uint32_t> anchor_bounds_;  // By symbol.
  std::vector<Neighbours> neighbours_;        // Beside each anchor.
  std::vector<Anchor> anchors_;
};

}  // namespace amends::text
