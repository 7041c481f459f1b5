#include "cli/packs.h"

#include <algorithm>

#include "base/assert.h"

extern "C" {
extern const char amends_guide_pack[];
extern const char amends_guide_pack_end[];
extern const char amends_cli_pack[];
extern const char amends_cli_pack_end[];
extern const char amends_reader_pack[];
extern const char amends_reader_pack_end[];
}

namespace amends::cli {

using base::json::Value;

std::string_view guide_pack() {
  return {amends_guide_pack, static_cast<std::size_t>(amends_guide_pack_end - amends_guide_pack)};
}

const guide::Guide& the_guide() {
  static const guide::Guide kGuide = [] {
    auto read = guide::Guide::read(guide_pack());
    AMENDS_ASSERT(read.has_value());
    return std::move(*read);
  }();
  return kGuide;
}

const Value& guide_json() {
  static const Value kPack = [] {
    auto read = base::json::parse(guide_pack());
    AMENDS_ASSERT(read.has_value());
    return std::move(*read);
  }();
  return kPack;
}

const reader::Rules& the_rules() {
  static const reader::Rules kRules = [] {
    auto opened =
        reader::Rules::open({amends_reader_pack, static_cast<std::size_t>(amends_reader_pack_end -
                                                                          amends_reader_pack)});
    AMENDS_ASSERT(opened.has_value());
    return std::move(*opened);
  }();
  return kRules;
}

std::string words(std::string_view name, std::initializer_list<Fill> fills) {
  static const Value kWords = [] {
    auto read = base::json::parse(
        {amends_cli_pack, static_cast<std::size_t>(amends_cli_pack_end - amends_cli_pack)});
    AMENDS_ASSERT(read.has_value());
    return std::move(*read);
  }();
  const Value* found = kWords.find(name);
  AMENDS_ASSERT(found != nullptr);
  const std::string_view text = found->text;
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto fits = [&](const Fill& fill) {
      return text.size() - at > fill.first.size() + 1 && text[at] == '{' &&
             text.substr(at + 1).starts_with(fill.first) && text[at + 1 + fill.first.size()] == '}';
    };
    const auto* const fill = std::ranges::find_if(fills, fits);
    if (fill == fills.end()) {
      out.push_back(text[at++]);
    } else {
      out.append(fill->second);
      at += fill->first.size() + 2;
    }
  }
  return out;
}

}  // namespace amends::cli
