// Entries of the guide, and the items of the check with their answers.

#include "packc/compiler.h"

namespace amends::packc {
namespace {

constexpr int kBest = 5;  // together-slowly

void check_one_of(const Table& table, std::string_view name,
                  std::initializer_list<std::string_view> known) {
  const Located value = table.need_text(name);
  std::string list;
  for (const std::string_view one : known) {
    if (value.text == one) return;
    list += (list.empty() ? "" : ", ") + std::string(one);
  }
  table.problem_at(value.where, "\"" + std::string(name) + "\" is one of: " + list);
}

}  // namespace

void Compiler::write_entries() {
  out_.name("entries").open_list();
  for (const Chapter& chapter : chapters_) {
    for (const Table& entry : chapter.logic.tables("entry")) {
      entry.only({"id", "acts", "through", "relates"});
      const std::string id = entry.need_text("id").text;
      const Table words = words_of(chapter.words, "entry", id, entry);
      words.only({"title", "says", "words", "stands_on"});
      out_.open_object().name("id").text(id);
      out_.name("chapter").integer(chapter.number);
      texts(entry, "acts");
      references(entry, "through", "item");
      // Relations may name an entry or an item of the check that has no entry of its own.
      out_.name("relates").open_list();
      for (const Located& other : entry.texts("relates")) {
        if (!ids_.has("item", other.text)) ids_.refer("entry", other, entry);
        out_.text(other.text);
      }
      out_.close_list();
      text(words, "title");
      text(words, "says");
      optional_text(words, "words");
      optional_text(words, "stands_on");
      out_.close_object();
    }
    if (&chapter.words.source() == &nothing_) continue;
    chapter.words.only({"entry", "item", "step"});
    check_words_known(chapter.words, "entry", "entry");
    check_words_known(chapter.words, "item", "item");
    check_words_known(chapter.words, "step", "step");
  }
  out_.close_list();
}

void Compiler::write_items() {
  out_.name("items").open_list();
  for (const Chapter& chapter : chapters_) {
    for (const Table& item : chapter.logic.tables("item")) write_item(chapter, item);
  }
  out_.close_list();
}

void Compiler::write_item(const Chapter& chapter, const Table& item) {
  item.only({"id", "entry", "class", "about", "unanswered", "free_text", "answers"});
  const std::string id = item.need_text("id").text;
  const Table words = words_of(chapter.words, "item", id, item);
  words.only({"question", "why", "write", "answer"});
  ids_.refer("entry", item.need_text("entry"), item);
  check_one_of(item, "class", {"hard", "gate", "depth", "record"});
  check_one_of(item, "about", {"me", "them", "both", "others"});
  if (level_of(item, "unanswered") == kBest) {
    item.problem("\"" + id + "\" would permit everything while it has no answer");
  }
  check_free_text(item, words);

  out_.open_object();
  for (const char* name : {"id", "entry", "class", "about", "unanswered"}) text(item, name);
  out_.name("free_text").truth(item.truth("free_text"));
  text(words, "question");
  text(words, "why");
  optional_text(words, "write");
  write_answers(item, words);
  out_.close_object();
}

void Compiler::check_free_text(const Table& item, const Table& words) const {
  if (&words.source() == &nothing_) return;
  if (item.truth("free_text")) {
    words.need_text("write");
  } else if (const auto write = words.text("write")) {
    words.problem_at(write->where, "this item takes no free text, so nothing invites to write");
  }
}

// Best first and never rising, and the first leaves everything open: an answer can only lower.
void Compiler::write_answers(const Table& item, const Table& words) {
  const std::string item_id = item.need_text("id").text;
  int before = kBest;
  bool is_first = true;
  out_.name("answers").open_list();
  for (const Table& answer : item.tables("answers")) {
    answer.only({"id", "ceiling", "raise", "latched", "lanes"});
    const int level = level_of(answer, "ceiling");
    if (is_first && level != kBest) {
      answer.problem("the first answer is the best one, with the ceiling \"together-slowly\"");
    }
    if (level > before) answer.problem("answers go from best to worst; this one is better again");
    const std::string id = answer.need_text("id").text;
    write_answer(answer, words_of(words, "answer", id, answer), level == kBest);
    before = level;
    is_first = false;
  }
  if (is_first) item.problem("\"" + item_id + "\" has no answers");
  out_.close_list();
  if (&words.source() == &nothing_) return;
  const auto answers = words.table("answer");
  if (!answers) return;
  for (auto& [id, table] : answers->named_tables()) {
    Located full = id;
    full.text = item_id + "=" + id.text;
    ids_.refer("answer", full, table);
  }
}

void Compiler::write_answer(const Table& answer, const Table& words, bool is_best) {
  const auto raise = answer.text("raise");
  if (is_best && raise) answer.problem_at(raise->where, "nothing is above the best answer");
  if (!is_best) ids_.refer("raise", answer.need_text("raise"), answer);

  out_.open_object();
  text(answer, "id");
  text(answer, "ceiling");
  if (raise) out_.name("raise").text(raise->text);
  out_.name("latched").truth(answer.truth("latched"));
  references(answer, "lanes", "lane");
  text(words, "label");
  if (is_best) {
    words.only({"label"});
  } else {
    words.only({"label", "reason", "change"});
    text(words, "reason");
    text(words, "change");
  }
  out_.close_object();
}

}  // namespace amends::packc
