// The plan: signs and their measures, kinds of notes, cards, letting go, the window, the phrases.

#include <algorithm>
#include <set>

#include "guide/measure.h"
#include "packc/compiler.h"

namespace amends::packc {
namespace {

constexpr std::string_view kContacts[] = {"message", "call", "meeting", "letter", "other"};

}  // namespace

void Compiler::enter_plan_ids() {
  const auto enter = [this](const char* file, const char* section, const char* kind) {
    for (const Table& table : logic_.at(file).tables(section)) {
      ids_.enter(kind, table.need_text("id"), table);
    }
  };
  enter("notes", "note", "note");
  enter("cards", "card", "card");
  enter("letting-go", "section", "section");
}

void Compiler::write_signs(const Table& step, const std::string& id) {
  const auto signs = logic_.at("signs").table(id);
  out_.name("signs").open_list();
  if (!signs || signs->tables("signs").empty()) {
    step.problem("\"" + id + "\" has no sign that it is done; add [" + id +
                 "] to guide/signs.toml");
  } else {
    signs->only({"signs"});
    const Table words = words_of(words_.at("signs"), "sign", id, *signs);
    std::set<std::string> known;
    for (const Table& sign : signs->tables("signs")) {
      write_sign(sign, words);
      known.insert(sign.need_text("id").text);
    }
    check_only(words, known);
  }
  out_.close_list();
}

void Compiler::write_sign(const Table& sign, const Table& words) {
  const Located id = sign.need_text("id");
  const Located by = sign.need_text("by");
  out_.open_object();
  text(sign, "id");
  text(sign, "by");
  if (by.text == "log") {
    out_.name("measure");
    write_measure(sign, {"id", "by"});
  } else if (by.text == "word") {
    sign.only({"id", "by"});
  } else {
    sign.problem_at(by.where, "\"by\" is \"log\" or \"word\"");
  }
  if (&words.source() != &nothing_) out_.name("says").text(words.need_text(id.text).text);
  out_.close_object();
}

void Compiler::write_measures(const Table& owner) {
  out_.name("measures").open_list();
  for (const Table& measure : owner.tables("measures")) write_measure(measure, {});
  out_.close_list();
}

// A measure has its name, what it needs, and nothing else.
void Compiler::write_measure(const Table& table, std::set<std::string> beside) {
  const Located name = table.need_text("measure");
  const auto count = guide::count_named(name.text);
  if (!count) table.problem_at(name.where, "src/guide/measure.h has no measure of this name");
  out_.open_object().name("measure").text(name.text);
  beside.insert("measure");
  for (const std::string_view need :
       count ? guide::needs_of(*count) : std::span<const std::string_view>()) {
    write_need(table, need);
    beside.insert(std::string(need));
  }
  out_.close_object();
  check_only(table, beside);
}

void Compiler::write_need(const Table& table, std::string_view need) {
  if (!table.raw().contains(need)) {
    table.problem("this measure needs \"" + std::string(need) + "\"");
    return;
  }
  if (need == "notes" || need == "has") return references(table, need, "note");
  if (need == "answers") return references(table, need, "answer");
  if (need == "drafts" || need == "basics" || need == "not_went") return texts(table, need);
  if (need == "contacts") {
    for (const Located& kind : table.texts(need)) {
      if (std::ranges::find(kContacts, kind.text) != std::end(kContacts)) continue;
      table.problem_at(kind.where, "contacts are: message, call, meeting, letter, other");
    }
    return texts(table, need);
  }
  if (need == "since" || need == "step" || need == "sign") {
    if (need == "since") ids_.refer("note", table.need_text(need), table);
    if (need == "step") ids_.refer("step", table.need_text(need), table);
    return text(table, need);
  }
  out_.name(need).integer(table.integer(need).value_or(0));
}

void Compiler::check_only(const Table& table, const std::set<std::string>& known) const {
  if (&table.source() == &nothing_) return;
  for (const auto& [key, node] : table.raw()) {
    if (known.contains(std::string(key.str()))) continue;
    table.problem_at(key.source(), "\"" + std::string(key.str()) + "\" is not known here");
  }
}

void Compiler::write_notes() {
  const Table& lang = words_.at("notes");
  lang.only({"note"});
  logic_.at("notes").only({"note"});
  out_.name("notes").open_list();
  for (const Table& note : logic_.at("notes").tables("note")) {
    note.only({"id", "about", "many"});
    const Table words = words_of(lang, "note", note.need_text("id").text, note);
    words.only({"title", "ask"});
    out_.open_object();
    text(note, "id");
    references(note, "about", "note");
    out_.name("many").truth(note.truth("many"));
    text(words, "title");
    text(words, "ask");
    out_.close_object();
  }
  out_.close_list();
  check_words_known(lang, "note", "note");
}

void Compiler::write_cards() {
  const Table& lang = words_.at("cards");
  lang.only({"card"});
  logic_.at("cards").only({"card"});
  out_.name("cards").open_list();
  for (const Table& card : logic_.at("cards").tables("card")) {
    card.only({"id", "step", "serves", "notes", "after"});
    const Table words = words_of(lang, "card", card.need_text("id").text, card);
    words.only({"title", "says"});
    if (const auto step = card.text("step")) ids_.refer("step", *step, card);
    out_.open_object();
    text(card, "id");
    optional_text(card, "step");
    references(card, "serves", "entry");
    references(card, "notes", "note");
    references(card, "after", "note");
    text(words, "title");
    text(words, "says");
    out_.close_object();
  }
  out_.close_list();
  check_words_known(lang, "card", "card");
}

// What nobody asks for is never written.
void Compiler::check_notes_are_asked_for() const {
  std::set<std::string> asked;
  const auto ask = [&asked](const Table& place) {
    for (const char* name : {"notes", "after"}) {
      for (const Located& kind : place.texts(name)) asked.insert(kind.text);
    }
  };
  for (const Table& card : logic_.at("cards").tables("card")) ask(card);
  for (const Table& section : logic_.at("letting-go").tables("section")) ask(section);
  for (const std::string& kind : ids_.all("note")) {
    if (asked.contains(kind)) continue;
    logic_.at("notes").problem("no card and no section asks for a note of kind \"" + kind + "\"");
  }
}

void Compiler::write_letting_go() {
  const Table& logic = logic_.at("letting-go");
  const Table& lang = words_.at("letting-go");
  logic.only({"section", "urge"});
  lang.only({"section", "urge"});
  out_.name("letting_go").open_object().name("sections").open_list();
  for (const Table& section : logic.tables("section")) {
    section.only({"id", "holds", "serves", "notes", "items"});
    const Located holds = section.need_text("holds");
    if (holds.text != "notes" && holds.text != "urges" && holds.text != "help" &&
        holds.text != "reasons") {
      section.problem_at(holds.where, "\"holds\" is one of: notes, urges, help, reasons");
    }
    const Table words = words_of(lang, "section", section.need_text("id").text, section);
    words.only({"title", "says"});
    out_.open_object();
    text(section, "id");
    text(section, "holds");
    references(section, "serves", "entry");
    references(section, "notes", "note");
    references(section, "items", "item");
    text(words, "title");
    text(words, "says");
    out_.close_object();
  }
  out_.close_list();
  write_urge();
  out_.close_object();
  check_words_known(lang, "section", "section");
}

void Compiler::write_urge() {
  const auto logic = logic_.at("letting-go").table("urge");
  const auto lang = words_.at("letting-go").table("urge");
  if (!logic || !lang) {
    return logic_.at("letting-go").problem("[urge] is missing here, or in lang/en/letting-go.toml");
  }
  logic->only({"minutes", "lines", "went"});
  lang->only({"title", "says", "after", "line", "went"});
  out_.name("urge").open_object();
  out_.name("minutes").integer(logic->integer("minutes").value_or(0));
  for (const char* name : {"title", "says", "after"}) text(*lang, name);
  for (const auto& [list, section] : {std::pair("lines", "line"), std::pair("went", "went")}) {
    const Table words = lang->table(section).value_or(whole(nothing_, problems_));
    std::set<std::string> known;
    out_.name(list).open_list();
    for (const Located& id : logic->texts(list)) {
      out_.open_object().name("id").text(id.text).name("says");
      out_.text(words.need_text(id.text).text).close_object();
      known.insert(id.text);
    }
    out_.close_list();
    check_only(words, known);
  }
  out_.close_object();
}

void Compiler::write_plan() {
  const Table& logic = logic_.at("plan");
  for (const auto& [id, signs] : logic_.at("signs").named_tables()) ids_.refer("step", id, signs);
  check_words_known(words_.at("signs"), "sign", "step");
  logic.only({"window", "obstacle", "phrase"});
  words_.at("plan").only({"window", "need"});
  write_notes();
  write_cards();
  check_notes_are_asked_for();
  write_letting_go();
  write_window();
  out_.name("obstacles").open_list();
  for (const Table& obstacle : logic.tables("obstacle")) {
    obstacle.only({"item"});
    ids_.refer("item", obstacle.need_text("item"), obstacle);
    out_.text(obstacle.need_text("item").text);
  }
  out_.close_list();
  write_phrases();
}

void Compiler::write_phrases() {
  out_.name("phrases").open_list();
  for (const Table& phrase : logic_.at("plan").tables("phrase")) {
    phrase.only({"id", "level", "steps", "evidence", "window"});
    ids_.refer("entry", phrase.need_text("id"), phrase);
    level_of(phrase, "level");
    out_.open_object();
    text(phrase, "id");
    text(phrase, "level");
    references(phrase, "steps", "step");
    references(phrase, "evidence", "evidence");
    out_.name("window").truth(phrase.truth("window"));
    out_.close_object();
  }
  out_.close_list();
  out_.name("needs").open_list();
  for (const char* need : {"level", "window"}) {
    const Table words = words_of(words_.at("plan"), "need", need, logic_.at("plan"));
    out_.open_object().name("id").text(need);
    text(words, "says");
    out_.close_object();
  }
  out_.close_list();
}

void Compiler::write_window() {
  const auto window = logic_.at("plan").table("window");
  const auto words = words_.at("plan").table("window");
  if (!window || !words) {
    return logic_.at("plan").problem("[window] is missing here, or in lang/en/plan.toml");
  }
  window->only({"weeks", "due", "kept_of_ten", "rule"});
  words->only({"says", "rule"});
  out_.name("window").open_object();
  for (const char* name : {"weeks", "due", "kept_of_ten"}) {
    out_.name(name).integer(window->integer(name).value_or(0));
  }
  text(*words, "says");
  out_.name("rules").open_list();
  for (const Table& rule : window->tables("rule")) {
    rule.only({"entry", "answers", "clear", "weeks", "due", "kept_of_ten"});
    ids_.refer("entry", rule.need_text("entry"), rule);
    out_.open_object();
    text(rule, "entry");
    references(rule, "answers", "answer");
    optional_text(rule, "clear");
    for (const char* name : {"weeks", "due", "kept_of_ten"}) {
      const std::int64_t usual = window->integer(name).value_or(0);
      out_.name(name).integer(rule.integer(name).value_or(usual));
    }
    text(words_of(*words, "rule", rule.need_text("entry").text, rule), "says");
    out_.close_object();
  }
  out_.close_list().close_object();
  check_words_known(*words, "rule", "entry");
}

}  // namespace amends::packc
