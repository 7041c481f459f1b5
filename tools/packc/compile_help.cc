// Help lines by country. Only grades A and B are shipped, each with its source and its date.

#include "packc/compiler.h"

namespace amends::packc {

void Compiler::write_help() {
  const Table& lang = words_.at("helplines");
  lang.only({"checked", "recheck_by", "note", "kind", "country"});
  out_.name("help").open_object();
  text(lang, "checked");
  text(lang, "recheck_by");
  out_.name("kinds").open_list();
  // In the order in which a person in trouble would want them, not in that of the alphabet.
  for (const char* id : {"emergency", "crisis", "dv", "own-behaviour", "support"}) {
    const Table words = words_of(lang, "kind", id, lang);
    words.only({"title", "says"});
    out_.open_object().name("id").text(id);
    text(words, "title");
    text(words, "says");
    out_.close_object();
  }
  out_.close_list().name("notes").open_object();
  if (const auto notes = lang.table("note")) {
    notes->only({"busy", "none_here", "checked", "pick"});
    for (const char* name : {"busy", "none_here", "checked", "pick"}) text(*notes, name);
  }
  out_.close_object().name("countries").open_list();
  for (const Table& country : lang.tables("country")) {
    country.only({"code", "name", "line"});
    out_.open_object();
    text(country, "code");
    text(country, "name");
    out_.name("lines").open_list();
    for (const Table& line : country.tables("line")) write_help_line(line);
    out_.close_list().close_object();
  }
  out_.close_list().close_object();
}

void Compiler::write_help_line(const Table& line) {
  line.only({"kind", "name", "audience", "number", "text_chat", "hours", "cost", "site", "note",
             "source", "source_date", "grade"});
  ids_.refer("help kind", line.need_text("kind"), line);
  const Located grade = line.need_text("grade");
  if (grade.text != "A" && grade.text != "B") {
    line.problem_at(grade.where, "only lines of grade A or B are shipped");
  }
  if (!line.text("number") && !line.text("text_chat")) {
    line.problem("a line needs a number, or a way to write to it");
  }
  out_.open_object();
  text(line, "kind");
  text(line, "name");
  out_.name("number").text(line.text("number").value_or(Located{}).text);
  for (const char* name : {"audience", "text_chat", "hours", "cost", "site", "note"}) {
    optional_text(line, name);
  }
  text(line, "source");
  text(line, "source_date");
  text(line, "grade");
  out_.close_object();
}

}  // namespace amends::packc
