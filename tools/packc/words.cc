#include "packc/words.h"

#include "base/json.h"

namespace amends::packc {
namespace {

void flatten(const Source& source, const toml::table& table, const std::string& prefix,
             base::json::Writer& out, Problems& problems) {
  for (const auto& [key, node] : table) {
    const std::string name = prefix + "." + std::string(key.str());
    if (const toml::table* inner = node.as_table()) {
      flatten(source, *inner, name, out, problems);
    } else if (const auto* text = node.as_string(); text != nullptr && !text->get().empty()) {
      out.name(name).text(text->get());
    } else {
      problems.add(source, node.source(), "\"" + name + "\" has to be a text in quotes, not empty");
    }
  }
}

}  // namespace

std::string flat_words(const std::vector<Source>& sources, Problems& problems) {
  base::json::Writer out;
  out.open_object();
  for (const Source& source : sources) {
    const std::string stem = std::filesystem::path(source.path).stem().string();
    flatten(source, source.table, stem, out, problems);
  }
  out.close_object();
  return out.take() + "\n";
}

}  // namespace amends::packc
