#include "train/corpus.h"

#include <algorithm>
#include <cstdio>
#include <fstream>

#include "base/json.h"

namespace amends::train {

using base::json::Kind;
using base::json::Value;

namespace {

std::string text_of(const Value& value, std::string_view name) {
  const Value* found = value.find(name);
  return found != nullptr && found->kind == Kind::text ? std::string(found->text) : std::string();
}

bool add_labels(const Value& root, std::string_view side, reader::LabelSet& labels) {
  const Value* list = root.find(side);
  if (list == nullptr || list->kind != Kind::list) return false;
  for (const Value& each : list->list) {
    const auto label = reader::label_named(text_of(each, "label"));
    if (!label) return false;
    labels |= set_of(*label);
  }
  return true;
}

bool read_file(const std::filesystem::path& file, std::vector<Message>& out) {
  std::ifstream in(file);
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    const auto root = base::json::parse(line);
    Message message;
    message.author = file.stem().string();
    message.rules_know_it = file.parent_path().filename() == "rules";
    if (!root || !add_labels(*root, "faults", message.labels) ||
        !add_labels(*root, "strengths", message.labels)) {
      std::fprintf(stderr, "train: %s, line %zu: not a labelled message\n", file.c_str(), number);
      return false;
    }
    message.kind = text_of(*root, "kind");
    message.text = text_of(*root, "text");
    out.push_back(std::move(message));
  }
  return true;
}

}  // namespace

std::optional<std::vector<Message>> messages_in(const std::filesystem::path& corpora) {
  std::vector<std::filesystem::path> files;
  for (const char* folder : {"rules", "model"}) {
    for (const auto& entry : std::filesystem::directory_iterator(corpora / folder)) {
      if (entry.path().extension() == ".jsonl") files.push_back(entry.path());
    }
  }
  std::ranges::sort(files, {}, [](const auto& path) { return path.stem().string(); });
  std::vector<Message> out;
  for (const auto& file : files) {
    if (!read_file(file, out)) return std::nullopt;
  }
  return out;
}

}  // namespace amends::train
