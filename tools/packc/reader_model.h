// The reader's model, from lang/en/reader/model.txt (written by tools/train) to its part of the
// blob.

#pragma once

#include <filesystem>
#include <string>

#include "packc/source.h"

namespace amends::packc {

/// Bytes as reader::Model::read takes them. What is wrong with the file is a problem with its line.
std::string packed_model(const std::filesystem::path& root, Problems& problems);

}  // namespace amends::packc
