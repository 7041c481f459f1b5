// Files as the command line meets them: read up to a limit, written so that a crash loses nothing.

#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace amends::cli {

/// The whole file, or standard input for "-". Stops one byte past `most_bytes` with too_large, so
/// that a file of any size costs no more than that.
base::Result<std::string> read_file(const std::string& path, std::size_t most_bytes);

/// Writes beside the file, to the disk, and then puts the new in the old one's place: at every
/// moment one of the two is whole. Readable by its owner only.
bool write_file(const std::string& path, std::string_view text);

bool file_exists(const std::string& path);

}  // namespace amends::cli
