#include "bench/texts.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "base/json.h"

namespace amends::bench {
namespace {

std::string repeated(const std::string& piece, std::size_t times) {
  std::string out;
  out.reserve(piece.size() * times);
  for (std::size_t i = 0; i < times; ++i) out += piece;
  return out;
}

}  // namespace

std::string all_messages(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".jsonl") paths.push_back(entry.path());
  }
  std::ranges::sort(paths);
  std::string out;
  for (const auto& path : paths) {
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) {
      const auto message = base::json::parse(line);
      if (!message) std::abort();
      if (const auto* text = message->find("text")) out += text->text + '\n';
    }
  }
  return out;
}

std::vector<std::string> cut(const std::string& messages, std::size_t count, std::size_t size) {
  std::string all = messages;
  while (all.size() < size * 2) all += messages;
  const auto piece_end = [&](std::size_t begin) {
    return std::min(all.size(), all.find_first_of(" \n", begin + size));
  };
  std::vector<std::string> out;
  std::size_t round = 0;
  std::size_t begin = 0;
  while (out.size() < count) {
    if (begin + size > all.size()) {
      ++round;
      begin = piece_end(round * size / 2 % (all.size() / 2)) - size;
    }
    const std::size_t end = piece_end(begin);
    out.push_back(all.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

std::vector<Named> unkind_texts() {
  std::vector<Named> out = {
      {"one word of the rules, a million times", repeated("you ", 1'000'000)},
      {"one rule's words, 100,000 times", repeated("you always have to win ", 100'000)},
      {"a word nobody knows, 100,000 times", repeated("qwertzuiop ", 100'000)},
      {"a slip of the pen, 100,000 times", repeated("alwyas ", 100'000)},
      {"one word of a million letters", repeated("a", 1'000'000)},
      {"10,000 emoji", repeated("\xF0\x9F\x98\x80", 10'000)},
      {"10,000 emoji joined to one", repeated("\xF0\x9F\x91\xA9\xE2\x80\x8D", 10'000)},
      {"zero-width, a million", repeated("\xE2\x80\x8B", 1'000'000)},
      {"letters with zero-width between, 100,000", repeated("a\xE2\x80\x8B", 100'000)},
      {"invalid UTF-8, a million bytes", repeated("\xFF", 1'000'000)},
      {"UTF-8 cut off, 100,000 times", repeated("a\xF0\x9F ", 100'000)},
      {"quotation marks, a million", repeated("\"", 1'000'000)},
      {"question marks and line ends, 100,000", repeated("?\n", 100'000)},
  };
  return out;
}

}  // namespace amends::bench
