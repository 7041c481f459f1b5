// Screens, their questions, and the rules from replies to an answer.

#include <algorithm>
#include <set>

#include "packc/compiler.h"

namespace amends::packc {
namespace {

std::set<std::string> questions_of(const Table& screen) {
  std::set<std::string> questions;
  for (const auto& page : screen.lists("pages")) {
    for (const Located& question : page) {
      if (!questions.insert(question.text).second) {
        screen.problem_at(question.where, "\"" + question.text + "\" is asked twice");
      }
    }
  }
  return questions;
}

void check_question(const Table& table, const Located& question,
                    const std::set<std::string>& questions) {
  if (questions.contains(question.text)) return;
  table.problem_at(question.where, "no page of this screen asks \"" + question.text + "\"");
}

}  // namespace

void Compiler::write_screens() {
  const Table& lang = words_.at("screens");
  lang.only({"screen", "reply"});
  write_replies();
  out_.name("screens").open_list();
  for (const Table& screen : logic_.at("screens").tables("screen")) {
    write_screen(screen, words_of(lang, "screen", screen.need_text("id").text, screen));
  }
  out_.close_list();
  check_words_known(lang, "screen", "screen");
}

// A reply is known by having a label.
void Compiler::write_replies() {
  out_.name("replies").open_list();
  const auto replies = words_.at("screens").table("reply");
  if (replies) {
    for (const auto& [id, words] : replies->named_tables()) {
      ids_.enter("reply", id, words);
      out_.open_object().name("id").text(id.text);
      text(words, "label");
      out_.close_object();
    }
  }
  out_.close_list();
}

void Compiler::write_screen(const Table& screen, const Table& words) {
  screen.only({"id", "item", "replies", "own_replies", "points", "pages", "rules"});
  words.only({"title", "intro", "why", "none", "page_intro", "question"});
  ids_.refer("item", screen.need_text("item"), screen);
  out_.open_object();
  text(screen, "id");
  text(screen, "item");
  for (const char* name : {"title", "intro", "why"}) text(words, name);
  optional_text(words, "none");
  write_pages(screen, words);
  out_.name("points").open_object();
  if (const auto points = screen.table("points")) {
    for (const auto& [reply, node] : points->raw()) {
      ids_.refer("reply", {std::string(reply.str()), reply.source()}, *points);
      out_.name(reply.str()).integer(points->integer(reply.str()).value_or(0));
    }
  }
  out_.close_object();
  write_screen_rules(screen);
  out_.close_object();
}

void Compiler::write_pages(const Table& screen, const Table& words) {
  const auto own_replies = screen.table("own_replies");
  const std::vector<Located> intros = words.texts("page_intro");
  const auto pages = screen.lists("pages");
  if (&words.source() != &nothing_ && intros.size() != pages.size()) {
    words.problem("\"page_intro\" has one text a page; \"\" where a page needs none");
  }
  const std::set<std::string> questions = questions_of(screen);
  out_.name("pages").open_list();
  for (std::size_t i = 0; i < pages.size(); ++i) {
    out_.open_object().name("intro").text(i < intros.size() ? intros[i].text : "");
    out_.name("questions").open_list();
    for (const Located& question : pages[i]) {
      const bool own = own_replies && own_replies->raw().contains(question.text);
      out_.open_object().name("id").text(question.text);
      text(words_of(words, "question", question.text, screen), "text");
      out_.name("replies").open_list();
      for (const Located& reply :
           own ? own_replies->texts(question.text) : screen.texts("replies")) {
        ids_.refer("reply", reply, screen);
        out_.text(reply.text);
      }
      out_.close_list().close_object();
    }
    out_.close_list().close_object();
  }
  out_.close_list();
  const auto worded = words.table("question");
  if (!worded) return;
  for (const auto& [id, table] : worded->named_tables()) check_question(table, id, questions);
}

void Compiler::write_screen_rules(const Table& screen) {
  const std::set<std::string> questions = questions_of(screen);
  const std::string item = screen.need_text("item").text;
  out_.name("rules").open_list();
  for (const Table& rule : screen.tables("rules")) {
    rule.only({"answer", "any_of", "replies", "sum_of", "at_least", "complete"});
    Located answer = rule.need_text("answer");
    answer.text = item + "=" + answer.text;
    ids_.refer("answer", answer, rule);
    for (const char* name : {"any_of", "sum_of"}) {
      for (const Located& question : rule.texts(name)) check_question(rule, question, questions);
    }
    out_.open_object();
    text(rule, "answer");
    texts(rule, "any_of");
    references(rule, "replies", "reply");
    texts(rule, "sum_of");
    out_.name("at_least").integer(rule.integer("at_least").value_or(0));
    out_.name("complete").truth(rule.truth("complete"));
    out_.close_object();
  }
  out_.close_list();
}

}  // namespace amends::packc
