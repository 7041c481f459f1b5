// The packs that the program carries: the guide, the reader's rules, and the command line's own
// words.

#pragma once

#include <initializer_list>
#include <map>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "guide/guide.h"
#include "reader/rules.h"

namespace amends::cli {

std::string_view guide_pack();

/// The guide, read once.
const guide::Guide& the_guide();

/// The guide's pack as JSON, for what is printed as it stands.
const base::json::Value& guide_json();

/// The reader's rules, opened once.
const reader::Rules& the_rules();

using Fill = std::pair<std::string_view, std::string_view>;

/// The words of that name ("cli.usage.too-many") with every {place} filled in. A name that is not
/// there is our own mistake.
std::string words(std::string_view name, std::initializer_list<Fill> fills = {});

}  // namespace amends::cli
