// From lang/en/reader/ to the blob that reader::Rules opens (docs/formats/rules.md). Every example
// of every rule is tried on the way.

#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "packc/ids.h"
#include "packc/reader_pool.h"
#include "packc/reader_words.h"
#include "packc/source.h"
#include "packc/table.h"
#include "reader/rules.h"

namespace amends::packc {

class ReaderCompiler {
 public:
  ReaderCompiler(const std::filesystem::path& root, Problems& problems);

  /// The blob. Worthless where problems were found.
  std::string blob();

 private:
  struct Written {
    Table table;
    reader::Rule rule;
  };

  const Source& source_named(std::string_view stem) const;
  void enter_guide_ids(const std::filesystem::path& root);
  void read_flags();
  void read_notes();
  static void read_words(const Table& table, reader::Rule& rule);
  void read_flag(const Table& table);
  void read_file(const Source& source);
  void read_rule(const Table& table, const Source& source);
  void check_fields(const Table& table, const reader::Rule& rule) const;
  reader::Label label_of(const Table& table, const Source& source) const;
  reader::Tier tier_of(const Table& table) const;
  reader::LabelSet labels(const Table& table, std::string_view name) const;
  reader::FlagSet flag_bits(const Table& table, std::string_view name) const;
  void add_guards(reader::Rule& rule, const Table& table) const;
  std::vector<std::uint16_t> patterns(const Table& table, std::string_view name);

  std::string written(const std::vector<std::uint64_t>& known) const;
  std::vector<std::uint64_t> known_near(const reader::Rules& rules) const;
  void try_examples(const reader::Rules& rules) const;
  void try_mark(const reader::Rules& rules, std::size_t index, const Located& example) const;
  void try_pass(const reader::Rules& rules, std::size_t index, const Located& example) const;

  Problems& problems_;
  std::filesystem::path root_;
  std::vector<Source> sources_;
  Source nothing_;
  ReaderWords words_;
  PatternPool pool_;
  Ids ids_;
  std::map<std::string, reader::FlagSet, std::less<>> flag_bits_;
  std::map<std::string, std::set<std::string>, std::less<>> flag_words_;
  std::vector<reader::Flag> flags_;
  std::vector<Written> rules_;
  std::vector<reader::Rule> notes_;  // One a fault and strength, in their order.
  std::string model_;
};

}  // namespace amends::packc
