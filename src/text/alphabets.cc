#include "text/alphabets.h"

#include <algorithm>
#include <bit>

namespace amends::text {

Alphabets::Table Alphabets::add(std::span<const Taking> takings, std::uint64_t any_word) {
  // Three slots for two symbols at least, so that a symbol that is not there is soon missed.
  const std::size_t size = std::bit_ceil(takings.size() + takings.size() / 2 + 1);
  const Table table{any_word, static_cast<std::uint32_t>(slots_.size()),
                    static_cast<std::uint32_t>(letters_.size()),
                    static_cast<std::uint32_t>(size - 1)};
  slots_.resize(slots_.size() + size);
  const std::size_t positions = takings.empty() ? 0 : takings.back().position + std::size_t{1};
  for (std::size_t i = 0; i < positions; ++i) letters_.push_back(std::uint64_t{1} << i | any_word);
  for (const Taking& taking : takings) insert(table, taking);
  return table;
}

void Alphabets::insert(const Table& table, Taking taking) {
  Slot* const slots = slots_.data() + table.first_slot;
  std::size_t at = taking.symbol & table.mask;
  while (slots[at].letter != kNoLetter && slots[at].symbol != taking.symbol) {
    at = (at + 1) & table.mask;
  }
  const bool is_new = slots[at].letter == kNoLetter;
  const std::uint64_t position = std::uint64_t{1} << taking.position;
  std::uint16_t letter = taking.position;
  if (!is_new) {
    letter =
        letter_of(letters_[table.first_letter + slots[at].letter] | position, table.first_letter);
  } else if (is_border(taking.symbol) && table.any_word != 0) {
    letter = letter_of(position, table.first_letter);
  }
  slots[at] = {taking.symbol, letter};
}

// Of more letters than ours have only the last are asked, for a damaged blob may have many.
std::uint16_t Alphabets::letter_of(std::uint64_t positions, std::size_t first_letter) {
  constexpr std::size_t kMostAsked = 64;
  const std::size_t from =
      std::max(first_letter, letters_.size() - std::min(kMostAsked, letters_.size()));
  std::size_t at = from;
  while (at < letters_.size() && letters_[at] != positions) ++at;
  if (at == letters_.size()) letters_.push_back(positions);
  return static_cast<std::uint16_t>(at - first_letter);
}

}  // namespace amends::text
