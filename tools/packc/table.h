// A table of a source file, read field by field with a check at each: what must be there, what may
// be, and that nothing else is.

#pragma once

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "packc/source.h"

namespace amends::packc {

struct Located {
  std::string text;
  toml::source_region where;
};

class Table {
 public:
  Table(const Source& source, const toml::table& table, Problems& problems)
      : source_(&source), table_(&table), problems_(&problems) {}

  /// A text that must be there and not be empty.
  Located need_text(std::string_view name) const;
  std::optional<Located> text(std::string_view name) const;
  std::vector<Located> texts(std::string_view name) const;
  std::optional<std::int64_t> integer(std::string_view name) const;
  bool truth(std::string_view name) const;
  std::vector<Table> tables(std::string_view name) const;
  std::optional<Table> table(std::string_view name) const;
  std::vector<std::vector<Located>> lists(std::string_view name) const;
  std::vector<std::pair<Located, Table>> named_tables() const;

  /// Every name but these is a problem: most are a slip of the pen.
  void only(std::initializer_list<std::string_view> names) const;
  void problem(std::string message) const { problem_at(table_->source(), std::move(message)); }
  void problem_at(const toml::source_region& where, std::string message) const {
    problems_->add(*source_, where, std::move(message));
  }

  const Source& source() const { return *source_; }
  const toml::table& raw() const { return *table_; }
  Problems& problems() const { return *problems_; }

 private:
  const Source* source_;
  const toml::table* table_;
  Problems* problems_;
};

Table whole(const Source& source, Problems& problems);

}  // namespace amends::packc
