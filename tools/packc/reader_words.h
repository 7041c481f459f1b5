// The words of the reader's rules before they are symbols: how a word is normalised, what a class
// holds, and the forms of a verb. From lang/en/reader/normal.toml and classes.toml.

#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "packc/table.h"

namespace amends::packc {

using Words = std::vector<std::string>;

/// A spelling that can be read in two ways: `instead`, when one of `before` follows.
struct Ambiguous {
  Words otherwise;
  Words instead;
  Words before;
};

class ReaderWords {
 public:
  ReaderWords(const Table& normal, const Table& classes);

  /// The word in the one spelling that rules are matched in: "don't" gives do, not.
  Words normal(std::string_view word) const;
  /// The word and its regular and irregular forms: call, calls, called, calling.
  Words forms(const std::string& word) const;
  /// What a class holds, each a word or some words, as written; nothing when there is none.
  const Words* members(std::string_view name) const;
  /// How common a word is, roughly: by this a pattern's cues are chosen, and guards hang on them,
  /// so another formula would be another reading.
  double frequency(const std::string& word) const;
  /// The share that a word has in the tokens of our messages, fitted to them (Mandelbrot's law, and
  /// one share for all the words that are not ranked). Speed hangs on it, and no reading.
  double share(const std::string& word) const;

  const std::map<std::string, Words>& spellings() const { return spellings_; }
  const std::map<std::string, Ambiguous>& ambiguous() const { return ambiguous_; }

 private:
  void take_maps(const Table& normal);
  void take_pictures(const Table& normal);
  void take_ambiguous(const Table& normal);

  std::map<std::string, Words> spellings_;
  std::map<std::string, Ambiguous> ambiguous_;
  std::map<std::string, Words> irregular_;
  std::map<std::string, Words, std::less<>> classes_;
  std::map<std::string, std::size_t> rank_;
};

Words split_words(std::string_view text);

}  // namespace amends::packc
