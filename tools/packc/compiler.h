// From guide/ and lang/en/ to the pack: one JSON document that C++ and TypeScript both read
// (docs/formats/pack.md). First every id is entered, then each part is checked and written.

#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "packc/ids.h"
#include "packc/source.h"
#include "packc/table.h"

namespace amends::packc {

class Compiler {
 public:
  Compiler(const std::filesystem::path& root, Problems& problems);

  /// The pack. Worthless where problems were found.
  std::string pack();

  /// docs/guide-map.md.
  std::string map();

 private:
  struct Chapter {
    Table logic;
    Table words;
    std::int64_t number;
  };
  using Writer = base::json::Writer;

  void need_logic(const char* name);
  void enter_ids();
  void enter_chapter_ids(const Table& logic);
  void enter_answers(const Table& item);
  void check_levels() const;

  void write_levels();
  void write_raises_and_lanes();
  void write_entries();
  void write_items();
  void write_item(const Chapter& chapter, const Table& item);
  void write_answers(const Table& item, const Table& words);
  void write_answer(const Table& answer, const Table& words, bool is_best);
  void check_free_text(const Table& item, const Table& words) const;

  void write_steps();
  void write_step(const Table& step, const Chapter& chapter);
  void write_needs(const Table& step);
  void write_path();
  void write_variant(const Table& variant, const Table& words);
  void write_parts();

  void enter_plan_ids();
  void write_signs(const Table& step, const std::string& id);
  void write_sign(const Table& sign, const Table& words);
  void write_measures(const Table& owner);
  void write_measure(const Table& table, std::set<std::string> beside);
  void write_need(const Table& table, std::string_view need);
  void write_plan();
  void write_notes();
  void write_cards();
  void check_notes_are_asked_for() const;
  void write_letting_go();
  void write_urge();
  void write_window();
  void write_phrases();
  void write_log();
  void write_log_rule(const Table& rule);
  void write_numbers(const Table& table, std::span<const std::string_view> names);

  void write_screens();
  void write_screen(const Table& screen, const Table& words);
  void write_pages(const Table& screen, const Table& words);
  void write_screen_rules(const Table& screen);
  void write_replies();

  // Where an id acts beside the check, as docs/guide-map.md says it.
  struct Acting {
    std::map<std::string, std::vector<std::string>> plan, cards, sections, log, reader;
  };
  Acting acting();
  std::map<std::string, std::set<std::string>> tests_by_id() const;
  static std::vector<std::string> ids_of(const Table& entry);
  static std::string place_of(const Table& entry, const std::string& where, const Acting& acts);
  std::string map_row(const Chapter& chapter, const Table& entry, const Acting& acts,
                      const std::map<std::string, std::set<std::string>>& tests);

  void write_help();
  void write_help_line(const Table& line);

  // The words of an id: [section.id] of a lang file, or an empty table and a problem at its owner.
  Table words_of(const Table& lang, std::string_view section, std::string_view id,
                 const Table& owner);
  // Words for an id that is not there are a problem: somebody meant another.
  void check_words_known(const Table& lang, std::string_view section, std::string_view kind) const;

  // Every name of the table but these is a problem.
  void check_only(const Table& table, const std::set<std::string>& known) const;

  void text(const Table& table, std::string_view name);
  void optional_text(const Table& table, std::string_view name);
  void texts(const Table& table, std::string_view name);
  void references(const Table& table, std::string_view name, std::string_view kind);
  int level_of(const Table& table, std::string_view name) const;

  std::filesystem::path root_;
  Problems& problems_;
  Ids ids_;
  Writer out_;
  std::vector<Source> sources_;  // Owns every table below.
  std::vector<Chapter> chapters_;
  std::map<std::string, Table, std::less<>> logic_;  // What is no chapter, by its name.
  std::map<std::string, Table, std::less<>> words_;
  Source nothing_;
};

}  // namespace amends::packc
