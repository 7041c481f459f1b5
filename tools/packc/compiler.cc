#include "packc/compiler.h"

#include <algorithm>
#include <utility>

namespace amends::packc {
namespace {

// Low to high. The order is the meaning, so it is checked and not only read.
constexpr std::string_view kLevels[] = {"safety-first", "let-go",       "pause",
                                        "prepare",      "open-channel", "together-slowly"};

// What guide/ holds beside the chapters and has words of the same name; log.toml has none.
constexpr const char* kBeside[] = {"levels", "check", "screens", "path",      "notes",
                                   "signs",  "cards", "plan",    "letting-go"};

bool is_chapter(const Source& source) {
  const std::size_t slash = source.path.rfind('/');
  const char first = source.path[slash + 1];
  return first >= '0' && first <= '9';
}

std::string stem(const Source& source) {
  return std::filesystem::path(source.path).stem().string();
}

}  // namespace

Compiler::Compiler(const std::filesystem::path& root, Problems& problems)
    : root_(root), problems_(problems) {
  std::vector<Source> logic = load_folder(root, root / "guide", problems);
  const std::size_t guide_files = logic.size();
  std::vector<Source> words = load_folder(root, root / "lang/en/guide", problems);
  const std::size_t chapter_words = words.size();
  const auto load_words = [&](const std::string& name) {
    words.push_back(load(root, root / "lang/en" / (name + ".toml"), problems));
  };
  for (const char* name : kBeside) load_words(name);
  load_words("helplines");
  sources_ = std::move(logic);
  std::ranges::move(words, std::back_inserter(sources_));

  std::map<std::string, const Source*> words_by_stem;
  for (std::size_t i = guide_files; i < sources_.size(); ++i) {
    words_by_stem[stem(sources_[i])] = &sources_[i];
    if (i >= guide_files + chapter_words) {
      words_.emplace(stem(sources_[i]), whole(sources_[i], problems));
    }
  }
  for (std::size_t i = 0; i < guide_files; ++i) {
    const Table table = whole(sources_[i], problems);
    if (!is_chapter(sources_[i])) {
      logic_.emplace(stem(sources_[i]), table);
      continue;
    }
    const auto found = words_by_stem.find(stem(sources_[i]));
    if (found == words_by_stem.end()) {
      problems.add_unreadable("lang/en/guide/" + stem(sources_[i]) + ".toml",
                              "this file is missing; the chapter has no words");
    }
    const Source& with_words = found == words_by_stem.end() ? nothing_ : *found->second;
    chapters_.push_back({table, whole(with_words, problems), table.integer("number").value_or(0)});
  }
  for (const char* name : kBeside) need_logic(name);
  need_logic("log");
  std::ranges::sort(chapters_, {}, &Chapter::number);
}

void Compiler::need_logic(const char* name) {
  if (logic_.contains(name)) return;
  problems_.add_unreadable("guide/" + std::string(name) + ".toml", "this file is missing");
  logic_.emplace(name, whole(nothing_, problems_));
}

std::string Compiler::pack() {
  enter_ids();
  check_levels();
  out_.open_object();
  out_.name("format").text("amends-pack/1");
  out_.name("language").text("en");
  out_.name("slip_minutes").integer(logic_.at("check").integer("slip_minutes").value_or(0));
  write_levels();
  write_raises_and_lanes();
  write_entries();
  write_items();
  write_steps();
  write_path();
  write_parts();
  write_plan();
  write_log();
  write_screens();
  write_help();
  out_.close_object();
  return out_.take() + "\n";
}

void Compiler::enter_ids() {
  const Table& levels = logic_.at("levels");
  levels.only({"level", "raise", "lane"});
  for (const Table& level : levels.tables("level")) {
    ids_.enter("level", level.need_text("id"), level);
    for (const Located& action : level.texts("closed")) {
      if (!ids_.has("action", action.text)) ids_.enter("action", action, level);
    }
  }
  for (const Table& raise : levels.tables("raise"))
    ids_.enter("raise", raise.need_text("id"), raise);
  for (const Table& lane : levels.tables("lane")) ids_.enter("lane", lane.need_text("id"), lane);
  for (const Table& part : logic_.at("check").tables("part")) {
    ids_.enter("part", part.need_text("id"), part);
  }
  for (const Table& evidence : logic_.at("path").tables("evidence")) {
    ids_.enter("evidence", evidence.need_text("id"), evidence);
  }
  for (const Table& variant : logic_.at("path").tables("variant")) {
    ids_.enter("variant", variant.need_text("id"), variant);
  }
  for (const Table& screen : logic_.at("screens").tables("screen")) {
    ids_.enter("screen", screen.need_text("id"), screen);
  }
  for (const auto& [id, table] : words_.at("helplines").table("kind")->named_tables()) {
    ids_.enter("help kind", id, table);
  }
  for (const Chapter& chapter : chapters_) enter_chapter_ids(chapter.logic);
  enter_plan_ids();
}

void Compiler::enter_chapter_ids(const Table& logic) {
  logic.only({"chapter", "number", "entry", "item", "step"});
  logic.need_text("chapter");
  for (const Table& entry : logic.tables("entry"))
    ids_.enter("entry", entry.need_text("id"), entry);
  for (const Table& step : logic.tables("step")) {
    ids_.enter("step", step.need_text("id"), step);
    const Located phase = step.need_text("phase");
    if (!ids_.has("phase", phase.text)) ids_.enter("phase", phase, step);
  }
  for (const Table& item : logic.tables("item")) {
    ids_.enter("item", item.need_text("id"), item);
    enter_answers(item);
  }
}

// Answers are entered as "item=answer", for each item has its own.
void Compiler::enter_answers(const Table& item) {
  const std::string id = item.need_text("id").text;
  for (const Table& answer : item.tables("answers")) {
    Located located = answer.need_text("id");
    located.text = id + "=" + located.text;
    ids_.enter("answer", located, answer);
  }
}

void Compiler::check_levels() const {
  const std::vector<Table> levels = logic_.at("levels").tables("level");
  for (std::size_t i = 0; i < levels.size(); ++i) {
    const Located id = levels[i].need_text("id");
    if (i < std::size(kLevels) && id.text == kLevels[i]) continue;
    levels[i].problem_at(id.where,
                         "the levels are, low to high: safety-first, let-go, pause, "
                         "prepare, open-channel, together-slowly");
  }
}

Table Compiler::words_of(const Table& lang, std::string_view section, std::string_view id,
                         const Table& owner) {
  const toml::node* part = lang.raw().get(section);
  const toml::table* sections = part == nullptr ? nullptr : part->as_table();
  const toml::node* found = sections == nullptr ? nullptr : sections->get(id);
  if (found != nullptr && found->as_table() != nullptr) {
    return Table(lang.source(), *found->as_table(), problems_);
  }
  owner.problem("\"" + std::string(id) + "\" has no words; add [" + std::string(section) + "." +
                std::string(id) + "] to " + lang.source().path);
  return whole(nothing_, problems_);
}

void Compiler::check_words_known(const Table& lang, std::string_view section,
                                 std::string_view kind) const {
  const auto sections = lang.table(section);
  if (!sections) return;
  for (const auto& [id, table] : sections->named_tables()) ids_.refer(kind, id, table);
}

// An empty source stands for words that are missing; that has been said once already.
void Compiler::text(const Table& table, std::string_view name) {
  if (&table.source() == &nothing_) return;
  out_.name(name).text(table.need_text(name).text);
}

void Compiler::optional_text(const Table& table, std::string_view name) {
  if (const auto found = table.text(name)) out_.name(name).text(found->text);
}

void Compiler::texts(const Table& table, std::string_view name) {
  out_.name(name).open_list();
  for (const Located& item : table.texts(name)) out_.text(item.text);
  out_.close_list();
}

void Compiler::references(const Table& table, std::string_view name, std::string_view kind) {
  out_.name(name).open_list();
  for (const Located& id : table.texts(name)) {
    ids_.refer(kind, id, table);
    out_.text(id.text);
  }
  out_.close_list();
}

int Compiler::level_of(const Table& table, std::string_view name) const {
  const Located level = table.need_text(name);
  if (level.text.empty()) return 0;
  ids_.refer("level", level, table);
  const auto* const found = std::ranges::find(kLevels, level.text);
  return found == std::end(kLevels) ? 0 : static_cast<int>(found - std::begin(kLevels));
}

}  // namespace amends::packc
