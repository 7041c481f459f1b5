#include "text/lexicon.h"

#include <algorithm>
#include <bit>

namespace amends::text {
namespace {

std::uint32_t slot_hash(std::string_view word) {
  const std::uint32_t hash = word_hash(word);
  return hash ^ (hash >> 15);
}

// The letter's place in the alphabet; 26 for what is none.
std::size_t place_of(char letter) {
  return letter >= 'a' && letter <= 'z' ? static_cast<std::size_t>(letter - 'a') : 26;
}

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) letters |= std::uint32_t{1} << (c & 31);
  return letters;
}

bool is_repair_target(std::string_view word) {
  return word.size() >= 4 && std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

std::uint64_t known_hash(std::string_view word) {
  std::uint64_t hash = 14695981039346656037u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211u;
  return hash ^ (hash >> 29);
}

bool is_one_slip(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t same = 0;
  while (same < a.size() && a[same] == b[same]) ++same;
  if (same == a.size()) return b.size() != a.size();
  const std::string_view rest_a = a.substr(same);
  const std::string_view rest_b = b.substr(same);
  if (a.size() != b.size()) return rest_a == rest_b.substr(1);
  if (rest_a.substr(1) == rest_b.substr(1)) return true;
  return rest_a.size() > 1 && rest_a[0] == rest_b[1] && rest_a[1] == rest_b[0] &&
         rest_a.substr(2) == rest_b.substr(2);
}

std::optional<Lexicon> Lexicon::read(base::ByteReader& blob) {
  constexpr std::size_t kMostWords = 60'000;  // Symbols and slots are 16 bits.
  Lexicon out;
  out.words_.resize(blob.count(1));
  for (std::string& word : out.words_) word = blob.text();
  out.symbols_ = blob.list<Symbol>();
  out.spellings_.resize(blob.count(4));
  out.entries_.resize(out.spellings_.size());
  if (out.words_.size() + out.spellings_.size() > kMostWords) return std::nullopt;
  std::uint32_t symbols = 0;
  for (std::size_t i = 0; i < out.entries_.size(); ++i) {
    out.spellings_[i] = blob.text();
    Entry& entry = out.entries_[i];
    entry.bounds.front() = symbols;
    for (std::size_t part = 1; part < entry.bounds.size(); ++part) {
      entry.bounds[part] = symbols += blob.small<std::uint8_t>();
    }
    if (symbols > out.symbols_.size()) return std::nullopt;
  }
  out.known_.resize(blob.count(8));
  for (std::uint64_t& bits : out.known_) bits = blob.number<std::uint64_t>();
  const auto is_symbol = [&](Symbol symbol) { return symbol < out.size(); };
  if (!blob.ok() || !std::ranges::all_of(out.symbols_, is_symbol)) return std::nullopt;
  out.index();
  return out;
}

void Lexicon::index() {
  for (Symbol kind = 0; kind < kFirstWord; ++kind) hashes_.push_back(kind);
  for (const std::string& word : words_) {
    hashes_.push_back(word_hash(word));
    letters_.push_back(letters_of(word));
  }
  // A word stands for itself: its one symbol is put behind the symbols of the spellings.
  for (std::size_t i = 0; i < entries_.size(); ++i) entries_[i].text = spellings_[i];
  std::vector<Entry> all = std::move(entries_);
  for (std::size_t i = 0; i < words_.size(); ++i) {
    const auto at = static_cast<std::uint32_t>(symbols_.size());
    const auto symbol = static_cast<Symbol>(kFirstWord + i);
    symbols_.push_back(symbol);
    all.push_back({words_[i], 0, {at, at + 1, at + 1, at + 1}});
    const std::string& word = words_[i];
    if (!is_repair_target(word) || word.size() > kLongestRepaired) continue;
    by_first_[word.size()][place_of(word.front())].push_back(symbol);
    by_last_[word.size()][place_of(word.back())].push_back(symbol);
  }
  std::size_t size = 16;
  while (size < 2 * all.size()) size *= 2;
  slots_.assign(size, 0);
  entries_.reserve(all.size());
  for (const Entry& entry : all) insert(entry);
}

void Lexicon::insert(Entry entry) {
  entry.hash = slot_hash(entry.text);
  const std::size_t mask = slots_.size() - 1;
  std::size_t slot = entry.hash & mask;
  while (slots_[slot] != 0) slot = (slot + 1) & mask;
  entries_.push_back(entry);
  slots_[slot] = static_cast<std::uint16_t>(entries_.size());
}

std::optional<Lexicon::Spelling> Lexicon::find(std::string_view word) const {
  const std::uint32_t hash = slot_hash(word);
  const std::size_t mask = slots_.size() - 1;
  for (std::size_t slot = hash & mask; slots_[slot] != 0; slot = (slot + 1) & mask) {
    const Entry& entry = entries_[slots_[slot] - 1];
    if (entry.hash != hash || entry.text != word) continue;
    const std::span<const Symbol> all(symbols_);
    const auto part = [&](std::size_t i) {
      return all.subspan(entry.bounds[i], entry.bounds[i + 1] - entry.bounds[i]);
    };
    return Spelling{part(0), part(1), part(2)};
  }
  return std::nullopt;
}

bool Lexicon::is_known(std::string_view word) const {
  if (known_.empty()) return false;
  const std::uint64_t hash = known_hash(word);
  const std::uint64_t step = (hash >> 32) | 1;
  std::uint64_t at = hash;
  for (int i = 0; i < kKnownProbes; ++i, at += step) {
    const std::uint64_t bit = (at & 0xFFFFFFFF) % (known_.size() * 64);
    if ((known_[static_cast<std::size_t>(bit / 64)] >> (bit % 64) & 1) == 0) return false;
  }
  return true;
}

std::optional<Symbol> Lexicon::nearest(std::string_view word, std::size_t length,
                                       std::size_t end) const {
  const auto& bucket = end == 0 ? by_first_[length][place_of(word.front())]
                                : by_last_[length][place_of(word.back())];
  const std::uint32_t letters = letters_of(word);
  for (const Symbol symbol : bucket) {
    if (std::popcount(letters ^ letters_[symbol - kFirstWord]) > 2) continue;
    if (is_one_slip(word, this->word(symbol))) return symbol;
  }
  return std::nullopt;
}

// The same length first: a swapped or wrong letter is the slip of a thumb.
std::optional<Symbol> Lexicon::repaired(std::string_view word) const {
  if (!is_repair_target(word) || word.size() > kLongestRepaired || is_known(word)) return {};
  for (const std::size_t end : {std::size_t{0}, std::size_t{1}}) {
    for (const std::size_t length : {word.size(), word.size() + 1, word.size() - 1}) {
      if (const auto found = nearest(word, length, end)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace amends::text
