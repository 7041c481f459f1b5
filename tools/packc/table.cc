#include "packc/table.h"

#include <algorithm>

namespace amends::packc {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

}  // namespace

Located Table::need_text(std::string_view name) const {
  auto found = text(name);
  if (!found) {
    problem(quoted(name) + " is missing; write " + std::string(name) + " = \"...\"");
    return {std::string(), table_->source()};
  }
  if (found->text.empty()) problem_at(found->where, quoted(name) + " is empty; write the text");
  return *found;
}

std::optional<Located> Table::text(std::string_view name) const {
  const toml::node* node = table_->get(name);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_string()) return Located{value->get(), node->source()};
  problem_at(node->source(), quoted(name) + " has to be a text in quotes");
  return std::nullopt;
}

std::vector<Located> Table::texts(std::string_view name) const {
  std::vector<Located> out;
  const toml::node* node = table_->get(name);
  if (node == nullptr) return out;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    problem_at(node->source(), quoted(name) + " has to be a list of texts: [\"...\"]");
    return out;
  }
  for (const toml::node& item : *array) {
    if (const auto* value = item.as_string()) {
      out.push_back({value->get(), item.source()});
    } else {
      problem_at(item.source(), quoted(name) + " holds something that is no text");
    }
  }
  return out;
}

std::optional<std::int64_t> Table::integer(std::string_view name) const {
  const toml::node* node = table_->get(name);
  if (node == nullptr) return std::nullopt;
  if (const auto* value = node->as_integer()) return value->get();
  problem_at(node->source(), quoted(name) + " has to be a whole number");
  return std::nullopt;
}

bool Table::truth(std::string_view name) const {
  const toml::node* node = table_->get(name);
  if (node == nullptr) return false;
  if (const auto* value = node->as_boolean()) return value->get();
  problem_at(node->source(), quoted(name) + " has to be true or false");
  return false;
}

std::vector<Table> Table::tables(std::string_view name) const {
  std::vector<Table> out;
  const toml::node* node = table_->get(name);
  if (node == nullptr) return out;
  const toml::array* array = node->as_array();
  if (array == nullptr) {
    problem_at(node->source(), quoted(name) + " has to be a list of tables");
    return out;
  }
  for (const toml::node& item : *array) {
    if (const toml::table* table = item.as_table()) {
      out.emplace_back(*source_, *table, *problems_);
    } else {
      problem_at(item.source(), quoted(name) + " holds something that is no table");
    }
  }
  return out;
}

std::optional<Table> Table::table(std::string_view name) const {
  const toml::node* node = table_->get(name);
  if (node == nullptr) return std::nullopt;
  if (const toml::table* table = node->as_table()) return Table(*source_, *table, *problems_);
  problem_at(node->source(), quoted(name) + " has to be a table");
  return std::nullopt;
}

std::vector<std::vector<Located>> Table::lists(std::string_view name) const {
  std::vector<std::vector<Located>> out;
  const toml::node* node = table_->get(name);
  if (node == nullptr || node->as_array() == nullptr) return out;
  for (const toml::node& inner : *node->as_array()) {
    out.emplace_back();
    if (inner.as_array() == nullptr) {
      problem_at(inner.source(), quoted(name) + " has to be a list of lists");
      continue;
    }
    for (const toml::node& item : *inner.as_array()) {
      if (const auto* value = item.as_string()) out.back().push_back({value->get(), item.source()});
    }
  }
  return out;
}

std::vector<std::pair<Located, Table>> Table::named_tables() const {
  std::vector<std::pair<Located, Table>> out;
  for (const auto& [key, node] : *table_) {
    if (const toml::table* table = node.as_table()) {
      out.emplace_back(Located{std::string(key.str()), key.source()},
                       Table(*source_, *table, *problems_));
    } else {
      problem_at(key.source(), quoted(key.str()) + " has to be a table");
    }
  }
  return out;
}

void Table::only(std::initializer_list<std::string_view> names) const {
  for (const auto& [key, node] : *table_) {
    static_cast<void>(node);
    if (std::ranges::find(names, key.str()) != names.end()) continue;
    std::string known;
    for (const std::string_view name : names)
      known += (known.empty() ? "" : ", ") + std::string(name);
    problem_at(key.source(), quoted(key.str()) + " is not known here; known are: " + known);
  }
}

Table whole(const Source& source, Problems& problems) {
  return Table(source, source.table, problems);
}

}  // namespace amends::packc
