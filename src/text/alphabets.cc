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

std::uint16_t Alphabets::letter_of(std::uint64_t positions, std::size_t first_letter) {
  // Of more letters than ours have only the last are looked at, for a damaged blob may have many.
  constexpr std::size_t kLook = 64;
  const std::size_t from =
      std::max(first_letter, letters_.size() - std::min(kLook, letters_.size()));
  const auto begin = letters_.begin() + static_cast<std::ptrdiff_t>(from);
  const auto found = std::find(begin, letters_.end(), positions);
  const auto letter = static_cast<std::uint16_t>(found - letters_.begin() - first_letter);
  if (found == letters_.end()) letters_.push_back(positions);
  return letter;
}

}  // namespace amends::text
