// The reader's patterns, gathered: each once, numbered, and at the end written out with the symbols
// of their words.

#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/bytes.h"
#include "packc/reader_pattern.h"
#include "packc/reader_words.h"
#include "packc/table.h"

namespace amends::packc {

class PatternPool {
 public:
  explicit PatternPool(const ReaderWords& words) : words_(words) {}

  /// The number of a pattern; a slip in it is a problem of the table.
  std::optional<std::uint16_t> add(const Located& pattern, const Table& where);
  /// A pattern that marks or flags is looked for in every text; others are only asked about.
  void look_for(std::uint16_t pattern) { patterns_[pattern].is_looked_for = true; }

  /// Whether the pattern itself speaks one of the words; gaps do not speak.
  bool speaks(std::uint16_t pattern, const std::set<std::string>& words) const;
  /// Words of which a match holds one at least.
  std::set<std::string> cues(std::uint16_t pattern) const;

  /// Appends lexicon and matcher (text/lexicon.h, text/matcher.h). `known` are the 64-bit words of
  /// the filter.
  void write(base::ByteWriter& out, const std::vector<std::uint64_t>& known) const;

  std::size_t size() const { return patterns_.size(); }

 private:
  using Symbols = std::map<std::string, std::uint16_t>;

  std::vector<std::string> vocabulary() const;
  void write_lexicon(base::ByteWriter& out, const std::vector<std::string>& vocabulary,
                     const Symbols& symbols, const std::vector<std::uint64_t>& known) const;
  void write_matcher(base::ByteWriter& out, const Symbols& symbols, std::size_t count) const;

  const ReaderWords& words_;
  std::vector<Automaton> patterns_;
  std::map<std::string, std::uint16_t> by_text_;
};

}  // namespace amends::packc
