#include "packc/source.h"

#include <algorithm>
#include <fstream>
#include <sstream>

namespace amends::packc {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(std::move(line));
  return lines;
}

}  // namespace

void Problems::add(const Source& source, const toml::source_region& where, std::string message) {
  const auto line = static_cast<std::size_t>(where.begin.line);
  const auto column = static_cast<std::size_t>(where.begin.column);
  std::string text = source.path + ":" + std::to_string(line) + ":" + std::to_string(column) +
                     ": " + std::move(message) + "\n";
  if (line >= 1 && line <= source.lines.size()) {
    text += "  " + source.lines[line - 1] + "\n  " + std::string(column > 0 ? column - 1 : 0, ' ') +
            "^\n";
  }
  texts_.push_back(std::move(text));
}

void Problems::add_unreadable(std::string_view path, std::string message) {
  texts_.push_back(std::string(path) + ": " + std::move(message) + "\n");
}

std::string Problems::shown() const {
  std::string out;
  for (const std::string& text : texts_) out += text;
  return out;
}

Source load(const std::filesystem::path& root, const std::filesystem::path& file,
            Problems& problems) {
  Source source;
  source.path = std::filesystem::relative(file, root).generic_string();
  const std::ifstream in(file, std::ios::binary);
  if (!in) {
    problems.add_unreadable(source.path, "this file cannot be read; it has to be there");
    return source;
  }
  std::ostringstream buffer;
  buffer << in.rdbuf();
  const std::string text = std::move(buffer).str();
  source.lines = lines_of(text);
  try {
    source.table = toml::parse(text, source.path);
  } catch (const toml::parse_error& error) {
    problems.add(source, error.source(), "this is not TOML: " + std::string(error.description()));
  }
  return source;
}

std::vector<Source> load_folder(const std::filesystem::path& root,
                                const std::filesystem::path& folder, Problems& problems) {
  std::vector<std::filesystem::path> files;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".toml") files.push_back(entry.path());
  }
  if (error) problems.add_unreadable(folder.generic_string(), "this folder cannot be read");
  std::ranges::sort(files);
  std::vector<Source> sources;
  for (const auto& file : files) sources.push_back(load(root, file, problems));
  return sources;
}

}  // namespace amends::packc
