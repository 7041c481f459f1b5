// packc: compiles guide/ and lang/ into the packs, and refuses what does not fit together.
//
//   packc ROOT guide OUT     the guide with its words, for C++ and TypeScript
//   packc ROOT app OUT       the app's own words and those of what the reader finds
//   packc ROOT cli OUT       the command line's own words, those of errors and of what it finds
//   packc ROOT map OUT       docs/guide-map.md
//   packc ROOT reader OUT    the reader's rules, compiled, after every example of theirs was tried
//
// Exit 0 written, 1 refused with every problem on standard error, 2 usage. A file is written only
// when all is well, and only when it changed, so that what is built from it is not built again.

#include <algorithm>
#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "packc/compiler.h"
#include "packc/reader_compiler.h"
#include "packc/source.h"
#include "packc/words.h"

namespace {

using amends::packc::Problems;
using amends::packc::Source;

std::string compiled(const std::filesystem::path& root, const std::string& what,
                     Problems& problems) {
  if (what == "guide") return amends::packc::Compiler(root, problems).pack();
  if (what == "map") return amends::packc::Compiler(root, problems).map();
  if (what == "reader") return amends::packc::ReaderCompiler(root, problems).blob();
  // Both doors name what the reader finds, and name it alike.
  std::vector<Source> sources = {load(root, root / "lang/en/reading.toml", problems)};
  if (what == "app") {
    for (Source& source : load_folder(root, root / "lang/en/app", problems)) {
      sources.push_back(std::move(source));
    }
    return flat_words(sources, problems);
  }
  for (const char* name : {"lang/en/cli.toml", "lang/en/errors.toml"}) {
    sources.push_back(load(root, root / name, problems));
  }
  return flat_words(sources, problems);
}

bool write_if_changed(const std::filesystem::path& path, const std::string& text) {
  std::ifstream old(path, std::ios::binary);
  if (old && std::string(std::istreambuf_iterator<char>(old), {}) == text) return true;
  old.close();
  std::ofstream out(path, std::ios::binary | std::ios::trunc);
  out << text;
  out.close();
  return !out.fail();
}

}  // namespace

int main(int argc, char** argv) {
  constexpr std::array kKnown = {"guide", "app", "cli", "map", "reader"};
  const std::string what = argc == 4 ? argv[2] : "";
  if (std::ranges::find(kKnown, what) == kKnown.end()) {
    std::fputs("usage: packc ROOT (guide | app | cli | map | reader) OUT\n", stderr);
    return 2;
  }
  Problems problems;
  const std::string text = compiled(argv[1], what, problems);
  if (!problems.none()) {
    std::fputs(problems.shown().c_str(), stderr);
    std::fprintf(stderr, "packc: %zu problems; nothing was written\n", problems.count());
    return 1;
  }
  if (!write_if_changed(argv[3], text)) {
    std::fprintf(stderr, "packc: %s cannot be written\n", argv[3]);
    return 1;
  }
  return 0;
}
