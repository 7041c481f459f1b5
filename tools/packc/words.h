// The program's own words, flattened: [hero] title in lang/en/app/start.toml is "start.hero.title".

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "packc/source.h"

namespace amends::packc {

/// A flat JSON object of every text in the files, each name led by its file's. Anything but a text
/// or a table is a problem.
std::string flat_words(const std::vector<Source>& sources, Problems& problems);

}  // namespace amends::packc
