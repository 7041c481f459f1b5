// What the guide's tables must say, kept apart from guide/ in tests/oracle/: the first port of the
// published model, against which every later edit is held.

#pragma once

#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "guide/guide.h"
#include "reader/rules.h"

namespace amends::tests {

inline std::string file_text(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline std::vector<std::string> split(const std::string& text, char at) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, at);) parts.push_back(part);
  return parts;
}

/// The rows of a table under tests/oracle/, without its head.
inline std::vector<std::vector<std::string>> oracle(const std::string& name) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : split(file_text(AMENDS_ROOT "/tests/oracle/" + name), '\n')) {
    rows.push_back(split(line, '\t'));
  }
  rows.erase(rows.begin());
  return rows;
}

/// The guide as packc made it in this build.
inline const guide::Guide& the_guide() {
  static const guide::Guide kGuide = [] {
    auto read = guide::Guide::read(file_text(AMENDS_PACKS "/guide.json"));
    if (!read) std::abort();
    return std::move(*read);
  }();
  return kGuide;
}

/// The reader's rules as packc made them in this build.
inline const reader::Rules& the_rules() {
  static const std::string kBlob = file_text(AMENDS_PACKS "/reader.bin");
  static const reader::Rules kRules = [] {
    auto opened = reader::Rules::open(kBlob);
    if (!opened) std::abort();
    return std::move(*opened);
  }();
  return kRules;
}

}  // namespace amends::tests
