// Which positions of a pattern take a symbol: of each pattern the words it knows, in a small table.
// One look tells all positions at once, where asking each position for its set took a search each.

#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/token.h"

namespace amends::text {

class Alphabets {
 public:
  struct Taking {
    Symbol symbol;
    std::uint16_t position;  // Below 64.
  };

  /// The table of one pattern, kept with what else is known of it.
  struct Table {
    std::uint64_t any_word;  // The positions that take any word.
    std::uint32_t first_slot;
    std::uint32_t first_letter;
    std::uint32_t mask;  // Slots, less one: open addressing.
  };

  /// A symbol may come at many positions, at each once. `any_word` are those that take any word.
  Table add(std::span<const Taking> takings, std::uint64_t any_word);

  /// The positions that take the symbol.
  std::uint64_t takers(const Table& table, Symbol symbol) const {
    for (std::size_t at = symbol & table.mask;; at = (at + 1) & table.mask) {
      const Slot& slot = slots_[table.first_slot + at];
      if (slot.letter == kNoLetter) return is_border(symbol) ? 0 : table.any_word;
      if (slot.symbol == symbol) return letters_[table.first_letter + slot.letter];
    }
  }

 private:
  static constexpr std::uint16_t kNoLetter = 0xFFFF;

  // A letter is what the same positions take: one for each position, behind them the words of more
  // than one.
  struct Slot {
    Symbol symbol = 0;
    std::uint16_t letter = kNoLetter;
  };

  void insert(const Table& table, Taking taking);
  std::uint16_t letter_of(std::uint64_t positions, std::size_t first_letter);

  std::vector<Slot> slots_;
  std::vector<std::uint64_t> letters_;
};

}  // namespace amends::text
