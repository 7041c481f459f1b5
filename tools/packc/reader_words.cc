#include "packc/reader_words.h"

#include <cmath>
#include <sstream>

namespace amends::packc {
namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// "stop" doubles its last letter, "read" and "answer" do not.
bool doubles(const std::string& word) {
  const std::size_t size = word.size();
  if (size < 3 || size > 4) return false;
  const char last = word[size - 1];
  if (is_vowel(last) || std::string_view("wxy").find(last) != std::string_view::npos) return false;
  return is_vowel(word[size - 2]) && !is_vowel(word[size - 3]);
}

Words regular_forms(const std::string& word) {
  const char last = word.back();
  const char before = word.size() > 1 ? word[word.size() - 2] : ' ';
  if (last == 'e') {
    const bool keeps = before == 'e' || before == 'y' || before == 'o';
    const std::string stem = keeps ? word : word.substr(0, word.size() - 1);
    return {word, word + "s", word + "d", stem + "ing"};
  }
  if (last == 'y' && !is_vowel(before)) {
    const std::string stem = word.substr(0, word.size() - 1);
    return {word, stem + "ies", stem + "ied", word + "ing"};
  }
  const bool hisses = last == 's' || last == 'x' || last == 'z' ||
                      (last == 'h' && (before == 'c' || before == 's'));
  const std::string stem = doubles(word) ? word + last : word;
  return {word, word + (hisses ? "es" : "s"), stem + "ed", stem + "ing"};
}

}  // namespace

Words split_words(std::string_view text) {
  Words words;
  std::istringstream in{std::string(text)};
  for (std::string word; in >> word;) words.push_back(word);
  return words;
}

ReaderWords::ReaderWords(const Table& normal, const Table& classes) {
  normal.only({"slang", "contraction", "spelling", "ending", "picture", "ambiguous", "irregular",
               "frequent"});
  take_maps(normal);
  take_pictures(normal);
  take_ambiguous(normal);
  if (const auto irregular = normal.table("irregular")) {
    for (const auto& [key, node] : irregular->raw()) {
      static_cast<void>(node);
      const std::string word(key.str());
      irregular_[word] = split_words(irregular->need_text(word).text);
    }
  }
  if (const auto frequent = normal.table("frequent")) {
    for (const std::string& word : split_words(frequent->need_text("words").text)) {
      rank_.emplace(word, rank_.size());
    }
  }
  classes.only({"class"});
  const auto named = classes.table("class");
  if (!named) return;
  for (const auto& [key, node] : named->raw()) {
    static_cast<void>(node);
    const std::string name(key.str());
    for (const Located& member : named->texts(name)) classes_[name].push_back(member.text);
    if (classes_[name].empty())
      named->problem_at(key.source(), "the class \"" + name + "\" is empty");
  }
}

void ReaderWords::take_maps(const Table& normal) {
  for (const char* name : {"slang", "contraction", "spelling", "ending"}) {
    const auto map = normal.table(name);
    if (!map) continue;
    for (const auto& [key, node] : map->raw()) {
      const std::string from(key.str());
      const auto* to = node.as_string();
      if (to == nullptr) {
        map->problem_at(key.source(), "\"" + from + "\" has to be a text in quotes");
      } else if (!spellings_.emplace(from, split_words(to->get())).second) {
        map->problem_at(key.source(), "\"" + from + "\" is here twice, in two of the maps");
      }
    }
  }
}

void ReaderWords::take_pictures(const Table& normal) {
  const auto pictures = normal.table("picture");
  if (!pictures) return;
  for (const auto& [key, node] : pictures->raw()) {
    static_cast<void>(node);
    const std::string name(key.str());
    for (const std::string& picture : split_words(pictures->need_text(name).text)) {
      spellings_[picture] = {":" + name + ":"};
    }
  }
}

void ReaderWords::take_ambiguous(const Table& normal) {
  const auto ambiguous = normal.table("ambiguous");
  if (!ambiguous) return;
  for (const auto& [key, table] : ambiguous->named_tables()) {
    table.only({"otherwise", "instead", "before"});
    ambiguous_[key.text] = {split_words(table.need_text("otherwise").text),
                            split_words(table.need_text("instead").text),
                            split_words(table.need_text("before").text)};
  }
}

Words ReaderWords::normal(std::string_view word) const {
  const std::string key(word);
  if (const auto found = spellings_.find(key); found != spellings_.end()) return found->second;
  if (const auto found = ambiguous_.find(key); found != ambiguous_.end()) {
    return found->second.otherwise;
  }
  for (const auto& [ending, stands_for] : spellings_) {
    if (ending.find('\'') == std::string::npos || key.size() <= ending.size()) continue;
    if (!key.ends_with(ending) || (ending[0] != '\'' && ending != "n't")) continue;
    Words words = normal(key.substr(0, key.size() - ending.size()));
    words.insert(words.end(), stands_for.begin(), stands_for.end());
    return words;
  }
  return {key};
}

Words ReaderWords::forms(const std::string& word) const {
  const auto found = irregular_.find(word);
  if (found == irregular_.end()) return regular_forms(word);
  Words words = {word};
  words.insert(words.end(), found->second.begin(), found->second.end());
  return words;
}

const Words* ReaderWords::members(std::string_view name) const {
  const auto found = classes_.find(name);
  return found == classes_.end() ? nullptr : &found->second;
}

double ReaderWords::frequency(const std::string& word) const {
  const auto found = rank_.find(word);
  if (found == rank_.end()) return 0.0002;
  return 0.05 / std::pow(static_cast<double>(found->second + 1), 0.8);
}

double ReaderWords::share(const std::string& word) const {
  const auto found = rank_.find(word);
  if (found == rank_.end()) return 0.0000125;
  return 0.16 / std::pow(static_cast<double>(found->second + 3), 1.07);
}

}  // namespace amends::packc
