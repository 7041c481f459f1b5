// Labelled messages to train the reader's model with (tests/corpora/reader/README.md).

#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "reader/labels.h"

namespace amends::train {

struct Message {
  std::string author;
  std::string kind;
  std::string text;
  reader::LabelSet labels = 0;
  bool rules_know_it = false;  // Rules were written from this author.
};

/// The messages of the folders rules/ and model/, by author and then as they stand in the file.
/// Held-out ones are not touched. Nothing where a line cannot be read; the place is then on
/// standard error.
std::optional<std::vector<Message>> messages_in(const std::filesystem::path& corpora);

}  // namespace amends::train
