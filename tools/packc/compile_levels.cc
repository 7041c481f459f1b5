// Levels, actions, the rules by which an answer is raised, and lanes.

#include "packc/compiler.h"

namespace amends::packc {

void Compiler::write_levels() {
  const Table& lang = words_.at("levels");
  lang.only({"level", "action", "raise", "lane"});
  out_.name("levels").open_list();
  for (const Table& level : logic_.at("levels").tables("level")) {
    level.only({"id", "closed"});
    const std::string id = level.need_text("id").text;
    const Table words = words_of(lang, "level", id, level);
    words.only({"title", "says", "open", "closed"});
    out_.open_object().name("id").text(id);
    references(level, "closed", "action");
    text(words, "title");
    text(words, "says");
    text(words, "open");
    out_.name("closed_says").text(words.need_text("closed").text);
    out_.close_object();
  }
  out_.close_list().name("actions").open_list();
  for (const std::string& id : ids_.all("action")) {
    const Table words = words_of(lang, "action", id, lang);
    out_.open_object().name("id").text(id);
    text(words, "title");
    out_.close_object();
  }
  out_.close_list();
  check_words_known(lang, "level", "level");
  check_words_known(lang, "action", "action");
}

void Compiler::write_raises_and_lanes() {
  const Table& lang = words_.at("levels");
  out_.name("raises").open_list();
  for (const Table& raise : logic_.at("levels").tables("raise")) {
    raise.only({"id", "by", "wait_h", "night_wait_h"});
    const std::string id = raise.need_text("id").text;
    const Table words = words_of(lang, "raise", id, raise);
    words.only({"says", "by"});
    out_.open_object().name("id").text(id);
    text(raise, "by");
    for (const char* wait : {"wait_h", "night_wait_h"}) {
      if (const auto hours = raise.integer(wait)) out_.name(wait).integer(*hours);
    }
    text(words, "says");
    out_.name("who").text(words.need_text("by").text);
    out_.close_object();
  }
  out_.close_list().name("lanes").open_list();
  for (const Table& lane : logic_.at("levels").tables("lane")) {
    lane.only({"id", "help"});
    const std::string id = lane.need_text("id").text;
    const Table words = words_of(lang, "lane", id, lane);
    words.only({"title", "says"});
    out_.open_object().name("id").text(id);
    references(lane, "help", "help kind");
    text(words, "title");
    text(words, "says");
    out_.close_object();
  }
  out_.close_list();
  check_words_known(lang, "raise", "raise");
  check_words_known(lang, "lane", "lane");
}

}  // namespace amends::packc
