// The 33 steps in the order of the path, what they wait for, the two other paths, and the order in
// which the check asks.

#include <algorithm>
#include <set>

#include "packc/compiler.h"

namespace amends::packc {

void Compiler::write_steps() {
  struct Placed {
    std::int64_t path;
    Table step;
    const Chapter* chapter;
  };
  std::vector<Placed> placed;
  for (const Chapter& chapter : chapters_) {
    for (const Table& step : chapter.logic.tables("step")) {
      placed.push_back({step.integer("path").value_or(0), step, &chapter});
    }
  }
  std::ranges::sort(placed, {}, &Placed::path);

  std::set<std::string> before;
  std::int64_t last_path = 0;
  out_.name("steps").open_list();
  for (const Placed& place : placed) {
    if (place.path == last_path) place.step.problem("two steps have this place in the path");
    for (const Located& id : place.step.texts("after")) {
      if (ids_.has("step", id.text) && !before.contains(id.text)) {
        place.step.problem_at(id.where,
                              "\"" + id.text + "\" comes later in the path than this step");
      }
    }
    write_step(place.step, *place.chapter);
    before.insert(place.step.need_text("id").text);
    last_path = place.path;
  }
  out_.close_list();
}

void Compiler::write_step(const Table& step, const Chapter& chapter) {
  step.only({"id", "number", "path", "phase", "level", "after", "needs"});
  const std::string id = step.need_text("id").text;
  const Table words = words_of(chapter.words, "step", id, step);
  words.only({"title", "do", "why", "done", "opens"});
  ids_.refer("entry", step.need_text("id"), step);
  level_of(step, "level");

  out_.open_object();
  text(step, "id");
  for (const char* name : {"number", "path"})
    out_.name(name).integer(step.integer(name).value_or(0));
  text(step, "phase");
  text(step, "level");
  references(step, "after", "step");
  write_needs(step);
  for (const char* name : {"title", "do", "why", "done", "opens"}) text(words, name);
  write_signs(step, id);
  out_.close_object();
}

void Compiler::write_needs(const Table& step) {
  out_.name("needs").open_object();
  if (const auto needs = step.table("needs")) {
    needs->only({"answered", "answers", "evidence"});
    references(*needs, "answered", "item");
    references(*needs, "answers", "answer");
    references(*needs, "evidence", "evidence");
  }
  out_.close_object();
}

void Compiler::write_path() {
  const Table& path = logic_.at("path");
  const Table& lang = words_.at("path");
  path.only({"evidence", "variant"});
  lang.only({"evidence", "phase", "variant"});
  out_.name("evidence").open_list();
  for (const Table& evidence : path.tables("evidence")) {
    evidence.only({"id", "from", "measures"});
    out_.open_object();
    text(evidence, "id");
    references(evidence, "from", "answer");
    write_measures(evidence);
    text(words_of(lang, "evidence", evidence.need_text("id").text, evidence), "says");
    out_.close_object();
  }
  out_.close_list().name("variants").open_list();
  for (const Table& variant : path.tables("variant")) {
    write_variant(variant, words_of(lang, "variant", variant.need_text("id").text, variant));
  }
  out_.close_list().name("phases").open_list();
  for (const std::string& id : ids_.all("phase")) {
    const Table words = words_of(lang, "phase", id, lang);
    out_.open_object().name("id").text(id);
    text(words, "title");
    text(words, "says");
    out_.close_object();
  }
  out_.close_list();
  for (const char* section : {"evidence", "variant", "phase"}) {
    check_words_known(lang, section, section);
  }
}

void Compiler::write_variant(const Table& variant, const Table& words) {
  variant.only({"id", "when_answer", "when_evidence", "drop", "done", "after"});
  out_.open_object();
  text(variant, "id");
  if (const auto answer = variant.text("when_answer")) ids_.refer("answer", *answer, variant);
  if (const auto evidence = variant.text("when_evidence")) {
    ids_.refer("evidence", *evidence, variant);
  }
  optional_text(variant, "when_answer");
  optional_text(variant, "when_evidence");
  references(variant, "drop", "step");
  references(variant, "done", "step");
  out_.name("after").open_list();
  for (const Table& after : variant.tables("after")) {
    after.only({"step", "after", "evidence"});
    ids_.refer("step", after.need_text("step"), after);
    out_.open_object();
    text(after, "step");
    references(after, "after", "step");
    references(after, "evidence", "evidence");
    out_.close_object();
  }
  out_.close_list();
  text(words, "title");
  text(words, "says");
  out_.close_object();
}

// Every item is asked, and asked once.
void Compiler::write_parts() {
  const Table& check = logic_.at("check");
  const Table& lang = words_.at("check");
  check.only({"slip_minutes", "part"});
  lang.only({"part"});
  std::set<std::string> asked;
  out_.name("parts").open_list();
  for (const Table& part : check.tables("part")) {
    part.only({"id", "items"});
    const Table words = words_of(lang, "part", part.need_text("id").text, part);
    out_.open_object();
    text(part, "id");
    references(part, "items", "item");
    text(words, "title");
    text(words, "says");
    out_.close_object();
    for (const Located& item : part.texts("items")) {
      if (!asked.insert(item.text).second) {
        part.problem_at(item.where, "\"" + item.text + "\" is asked twice");
      }
    }
  }
  out_.close_list();
  for (const std::string& item : ids_.all("item")) {
    if (!asked.contains(item)) check.problem("\"" + item + "\" is never asked; put it into a part");
  }
  check_words_known(lang, "part", "part");
}

}  // namespace amends::packc
