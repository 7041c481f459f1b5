// One TOML file of guide/ or lang/, and the problems found in it.
//
// A problem names file, line and column, shows the line and points at the place with a caret, as a
// compiler would. All problems of a run are collected, so that one run shows them all.

#pragma once

#include <toml++/toml.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace amends::packc {

struct Source {
  std::string path;  // As shown: relative to the root of the project.
  std::vector<std::string> lines;
  toml::table table;
};

class Problems {
 public:
  /// Notes a problem at the beginning of a region of a file.
  void add(const Source& source, const toml::source_region& where, std::string message);
  void add_unreadable(std::string_view path, std::string message);

  bool none() const { return texts_.empty(); }
  std::size_t count() const { return texts_.size(); }
  /// All problems, one after another, for standard error.
  std::string shown() const;

 private:
  std::vector<std::string> texts_;
};

/// Reads one file. A file that is no TOML is a problem, and gives an empty table.
Source load(const std::filesystem::path& root, const std::filesystem::path& file,
            Problems& problems);

/// All .toml files of a folder, in the order of their names.
std::vector<Source> load_folder(const std::filesystem::path& root,
                                const std::filesystem::path& folder, Problems& problems);

}  // namespace amends::packc
