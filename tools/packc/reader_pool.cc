#include "packc/reader_pool.h"

#include <algorithm>

#include "text/matcher.h"
#include "text/token.h"

namespace amends::packc {

using base::ByteWriter;

namespace {

// The words that stand for borders and kinds, in patterns and in the lexicon alike.
const std::map<std::string, std::uint16_t>& kinds() {
  static const std::map<std::string, std::uint16_t> kKinds = {{"!", text::kBang},
                                                              {"?", text::kAsk},
                                                              {"??", text::kAskMany},
                                                              {"...", text::kTrail},
                                                              {"#", text::kNumber}};
  return kKinds;
}

std::vector<std::uint16_t> symbols_of(const Words& words,
                                      const std::map<std::string, std::uint16_t>& symbols) {
  std::vector<std::uint16_t> out;
  for (const std::string& word : words) {
    const auto found = symbols.find(word);
    out.push_back(found == symbols.end() ? text::kOtherWord : found->second);
  }
  return out;
}

bool names_any(const std::vector<std::uint16_t>& symbols) {
  return std::ranges::any_of(symbols, [](std::uint16_t s) { return s != text::kOtherWord; });
}

// What a place accepts, as a number: a symbol, or a set of them, kept once.
class Sets {
 public:
  explicit Sets(std::size_t symbols) : symbols_(symbols) {}

  std::uint16_t number_of(const Place& place, const std::map<std::string, std::uint16_t>& symbols) {
    if (place.words.empty()) return text::kAnyWord;
    if (place.words.contains(std::string(kAnyBorderWord))) return text::kAnyBorder;
    std::vector<std::uint16_t> members;
    for (const std::string& word : place.words) members.push_back(symbols.at(word));
    if (members.size() == 1) return members.front();
    std::ranges::sort(members);
    const auto next = static_cast<std::uint16_t>(symbols_ + numbers_.size());
    const auto [found, is_new] = numbers_.emplace(members, next);
    if (is_new) ordered_.push_back(members);
    return found->second;
  }

  const std::vector<std::vector<std::uint16_t>>& ordered() const { return ordered_; }

 private:
  std::size_t symbols_;
  std::map<std::vector<std::uint16_t>, std::uint16_t> numbers_;
  std::vector<std::vector<std::uint16_t>> ordered_;
};

}  // namespace

std::optional<std::uint16_t> PatternPool::add(const Located& pattern, const Table& where) {
  if (const auto found = by_text_.find(pattern.text); found != by_text_.end()) return found->second;
  Slip slip;
  auto automaton = automaton_of(pattern.text, words_, slip);
  if (!automaton) {
    toml::source_region place = pattern.where;
    // Behind the quote that opens it.
    place.begin.column += static_cast<toml::source_index>(slip.at + 1);
    where.problem_at(place, slip.says);
    return std::nullopt;
  }
  const auto number = static_cast<std::uint16_t>(patterns_.size());
  by_text_.emplace(pattern.text, number);
  patterns_.push_back(std::move(*automaton));
  return number;
}

bool PatternPool::speaks(std::uint16_t pattern, const std::set<std::string>& words) const {
  return std::ranges::any_of(patterns_[pattern].places, [&](const Place& place) {
    return std::ranges::any_of(place.words,
                               [&](const std::string& w) { return words.contains(w); });
  });
}

std::set<std::string> PatternPool::cues(std::uint16_t pattern) const {
  return patterns_[pattern].cues;
}

// By length and then first letter: repair looks at words of nearly its own length.
std::vector<std::string> PatternPool::vocabulary() const {
  std::set<std::string> words;
  for (const Automaton& pattern : patterns_) {
    for (const Place& place : pattern.places) words.insert(place.words.begin(), place.words.end());
  }
  for (const auto& [spelling, ambiguous] : words_.ambiguous()) {
    words.insert(ambiguous.before.begin(), ambiguous.before.end());
  }
  // No pattern may name them, but to the model "thx" has to be "thanks" all the same.
  for (const auto& [spelling, meant] : words_.spellings()) words.insert(meant.begin(), meant.end());
  for (const auto& [kind, symbol] : kinds()) words.erase(kind);
  words.erase(std::string(kAnyBorderWord));
  std::vector<std::string> out(words.begin(), words.end());
  std::ranges::sort(out, {}, [](const std::string& word) { return std::pair(word.size(), word); });
  return out;
}

void PatternPool::write(ByteWriter& out, const std::vector<std::uint64_t>& known) const {
  const std::vector<std::string> words = vocabulary();
  Symbols symbols = kinds();
  for (std::size_t i = 0; i < words.size(); ++i) {
    symbols[words[i]] = static_cast<std::uint16_t>(text::kFirstWord + i);
  }
  write_lexicon(out, words, symbols, known);
  write_matcher(out, symbols, text::kFirstWord + words.size());
}

void PatternPool::write_lexicon(ByteWriter& out, const std::vector<std::string>& vocabulary,
                                const Symbols& symbols,
                                const std::vector<std::uint64_t>& known) const {
  struct Spelling {
    std::string text;
    std::vector<std::size_t> sizes;
  };
  std::vector<std::uint16_t> all;
  std::vector<Spelling> spellings;
  const auto add = [&](const std::string& text, const Words& words, const Words& instead,
                       const Words& before) {
    Spelling spelling{text, {}};
    for (const Words* part : {&words, &instead, &before}) {
      const auto numbers = symbols_of(*part, symbols);
      all.insert(all.end(), numbers.begin(), numbers.end());
      spelling.sizes.push_back(numbers.size());
    }
    spellings.push_back(std::move(spelling));
  };
  for (const auto& [text, words] : words_.spellings()) {
    const bool is_ending = text.find('\'') != std::string::npos;
    if (is_ending || names_any(symbols_of(words, symbols))) add(text, words, {}, {});
  }
  for (const auto& [text, two] : words_.ambiguous()) {
    add(text, two.otherwise, two.instead, two.before);
  }
  out.varint(vocabulary.size());
  for (const std::string& word : vocabulary) out.text(word);
  out.list(all);
  out.varint(spellings.size());
  for (const Spelling& spelling : spellings) {
    out.text(spelling.text);
    for (const std::size_t size : spelling.sizes) out.varint(size);
  }
  out.varint(known.size());
  for (const std::uint64_t bits : known) out.number(bits);
}

void PatternPool::write_matcher(ByteWriter& out, const Symbols& symbols, std::size_t count) const {
  Sets sets(count);
  text::Matcher::Written written;
  for (const Automaton& from : patterns_) {
    auto& pattern = written.patterns.emplace_back();
    pattern.first = from.first;
    pattern.last = from.last;
    pattern.anchors = from.is_looked_for ? from.anchors : 0;
    for (const Place& place : from.places) {
      pattern.positions.push_back({sets.number_of(place, symbols), place.follow});
    }
  }
  written.sets = sets.ordered();
  written.write(out);
}

}  // namespace amends::packc
