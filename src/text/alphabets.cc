#include "text/alphabets.h"

#include <algorithm>
#include <bit>

namespace amends::text {

Alphabets::Table Alphabets::add(std::span<const Taking> takings, std::uint64_t any_word) {
  // Three slots for two symbols at least, so that a symbol that is not there is soon missed.
  const std::size_t size = std::bit_ceil(takings.size() + takings.size() / 2 + 1);
  room_.assign(size, {0, 0});
  for (const Taking& taking : takings) {
    std::size_t at = taking.symbol & (size - 1);
    while (room_[at].positions != 0 && room_[at].symbol != taking.symbol) {
      at = (at + 1) & (size - 1);
    }
    room_[at].symbol = taking.symbol;
    room_[at].positions |= taking.positions | (is_border(taking.symbol) ? 0 : any_word);
  }
  const Table table{any_word, static_cast<std::uint32_t>(slots_.size()),
                    static_cast<std::uint32_t>(letters_.size()),
                    static_cast<std::uint32_t>(size - 1)};
  for (const auto& [symbol, positions] : room_) {
    slots_.push_back(positions == 0 ? Slot{}
                                    : Slot{symbol, letter_of(positions, table.first_letter)});
  }
  return table;
}

// Neighbours in the table are often words of one set, so the last letter is asked first. Of more
// letters than ours have only the last are asked, for a damaged blob may have many.
std::uint16_t Alphabets::letter_of(std::uint64_t positions, std::size_t first_letter) {
  constexpr std::size_t kMostAsked = 64;
  const std::size_t asked = std::min(kMostAsked, letters_.size() - first_letter);
  const auto end = letters_.rbegin() + static_cast<std::ptrdiff_t>(asked);
  const auto found = std::find(letters_.rbegin(), end, positions);
  if (found != end) {
    return static_cast<std::uint16_t>(letters_.rend() - found - 1 -
                                      static_cast<std::ptrdiff_t>(first_letter));
  }
  letters_.push_back(positions);
  return static_cast<std::uint16_t>(letters_.size() - 1 - first_letter);
}

}  // namespace amends::text
