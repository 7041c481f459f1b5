// The words that patterns name, and every way they are written: slang, contractions, the two
// spellings, emoji. Compiled from lang/en/reader/normal.toml and the rules; immutable once read.
//
// A word that is neither here nor known to be English is taken for the word it is one slip away
// from: one letter more, less, other, or two swapped.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "text/token.h"

namespace amends::text {

class Lexicon {
 public:
  /// One way of writing, and the words it stands for.
  struct Spelling {
    std::span<const Symbol> symbols;
    /// Where it can be read in two ways ("ur"): the other words, taken when one of `before`
    /// follows.
    std::span<const Symbol> instead;
    std::span<const Symbol> before;
  };

  static std::optional<Lexicon> read(base::ByteReader& blob);

  /// `word` in small plain letters, with straight apostrophes.
  std::optional<Spelling> find(std::string_view word) const;

  /// The word one slip away from an unknown one, the longest known first letter first.
  std::optional<Symbol> repaired(std::string_view word) const;

  /// How many symbols there are, those of borders and kinds included.
  std::size_t size() const { return kFirstWord + words_.size(); }
  std::string_view word(Symbol symbol) const { return words_[symbol - kFirstWord]; }
  /// The word_hash of a symbol; of a border or kind a number of its own.
  std::uint32_t hash_of(Symbol symbol) const { return hashes_[symbol]; }

 private:
  static constexpr std::size_t kLongestRepaired = 16;

  struct Entry {
    std::string_view text;
    std::uint32_t hash = 0;
    std::array<std::uint32_t, 4> bounds{};  // Of symbols, instead and before, in symbols_.
  };

  void index();
  void insert(Entry entry);
  bool is_known(std::string_view word) const;
  std::optional<Symbol> nearest(std::string_view word, std::size_t length, std::size_t end) const;

  std::vector<std::string> words_;
  std::vector<std::uint32_t> hashes_;  // By symbol.
  // One bit a letter of each word. One slip changes two bits at most, and most words differ in
  // more.
  std::vector<std::uint32_t> letters_;
  std::vector<std::string> spellings_;
  std::vector<Symbol> symbols_;
  std::vector<Entry> entries_;
  std::vector<std::uint16_t> slots_;  // Open addressing; 0 is empty, else an entry from 1.
  std::vector<std::uint64_t> known_;  // A Bloom filter of English words near to ours.
  // Words that repair may choose, by length and first or last letter.
  std::array<std::array<std::vector<Symbol>, 27>, kLongestRepaired + 2> by_first_;
  std::array<std::array<std::vector<Symbol>, 27>, kLongestRepaired + 2> by_last_;
};

/// The hash of the Bloom filter, for the compiler that fills it.
std::uint64_t known_hash(std::string_view word);
inline constexpr int kKnownProbes = 6;

/// Whether one slip makes one of the other: a letter more, less, other, or two neighbours swapped.
bool is_one_slip(std::string_view a, std::string_view b);

}  // namespace amends::text
