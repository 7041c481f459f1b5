#include <cstdio>
#include <string>

#include "cli/commands.h"
#include "cli/packs.h"
#include "cli/page.h"
#include "guide/guide.h"

namespace amends::cli {

using base::json::Value;
using base::json::Writer;
using guide::Entry;
using guide::Guide;

namespace {

constexpr int kIndent = 2;
constexpr int kClosing = 13;  // The last of the guide's files, behind its twelve chapters.

std::string chapter_title(int chapter) {
  if (chapter == 0) return words("cli.guide.lead-in");
  if (chapter == kClosing) return words("cli.guide.closing");
  return words("cli.guide.chapter", {{"n", std::to_string(chapter)}});
}

void list_all(const Guide& guide) {
  Page page;
  page.line(words("cli.guide.intro"));
  int chapter = -1;
  for (const Entry& entry : guide.entries) {
    if (entry.chapter != chapter) page.space().heading(chapter_title(entry.chapter));
    chapter = entry.chapter;
    page.line(entry.id + "  " + entry.title, kIndent);
  }
  page.print();
}

const Value* member_with_id(std::string_view list, std::string_view id) {
  const Value* all = guide_json().find(list);
  for (const Value& one : all->list) {
    if (one.find("id")->text == id) return &one;
  }
  return nullptr;
}

// What the pack holds under that id, as it stands there.
void print_json(const std::string& id) {
  Writer out;
  out.open_object();
  for (const auto& [list, name] :
       {std::pair{"entries", "entry"}, {"items", "item"}, {"steps", "step"}}) {
    if (id.empty()) {
      out.name(list).value(*guide_json().find(list));
    } else if (const Value* found = member_with_id(list, id)) {
      out.name(name).value(*found);
    }
  }
  out.close_object();
  std::puts(out.take().c_str());
}

void write_entry(Page& page, const Entry& entry) {
  page.heading(entry.title).line(entry.says);
  std::string acts;
  for (const std::string& where : entry.acts) acts += (acts.empty() ? "" : ", ") + where;
  page.line(words("cli.guide.acts", {{"acts", acts}}));
  const Value* found = member_with_id("entries", entry.id);
  if (const Value* said = found->find("words")) {
    page.line(words("cli.guide.words", {{"words", said->text}}));
  }
  if (const Value* action = found->find("stands_on")) {
    page.line(words("cli.guide.stands-on", {{"action", action->text}}));
  }
}

void write_item(Page& page, const Guide& guide, const guide::Item& item) {
  page.space().heading(words("cli.guide.question", {{"item", item.id}}));
  page.line(item.question, kIndent).line(item.why, kIndent);
  page.space().line(words("cli.guide.answers"), kIndent);
  for (const guide::Answer& answer : item.answers) {
    const auto level = static_cast<std::size_t>(answer.ceiling);
    page.line(answer.id + "  " + answer.label, kIndent);
    page.line(guide.levels[level].title, kIndent + kIndent);
  }
}

void write_step(Page& page, const guide::Step& step) {
  page.space().heading(words("cli.guide.steps", {{"title", step.title}}));
  for (const auto& [name, text] : {std::pair{"cli.guide.do", &step.what},
                                   {"cli.guide.why", &step.why},
                                   {"cli.guide.done", &step.done},
                                   {"cli.guide.opens", &step.opens}}) {
    page.line(words(name), kIndent).line(*text, kIndent + kIndent);
  }
}

bool write_one(Page& page, const Guide& guide, const std::string& id) {
  bool found = false;
  std::vector<std::string> items;
  for (const Entry& entry : guide.entries) {
    if (entry.id != id) continue;
    found = true;
    write_entry(page, entry);
    items = entry.through;
  }
  if (guide.item_named(id)) items = {id};
  for (const std::string& item : items) {
    write_item(page, guide, guide.items[*guide.item_named(item)]);
    found = true;
  }
  if (const guide::Step* step = guide.step_named(id)) write_step(page, *step);
  return found;
}

}  // namespace

int guide_command(Arguments arguments) {
  const auto read = given("guide", arguments);
  if (!read) return 2;
  const Guide& guide = the_guide();
  const std::string& id = read->thing;
  Page page;
  if (!id.empty() && !write_one(page, guide, id)) {
    const std::string shown = base::shown_name(id);
    const std::string said = shown.empty() ? words("cli.guide.unknown-nameless")
                                           : words("cli.guide.unknown", {{"name", shown}});
    std::fprintf(stderr, "%s\n", said.c_str());
    return 1;
  }
  if (read->json) {
    print_json(id);
  } else if (id.empty()) {
    list_all(guide);
  } else {
    page.print();
  }
  return 0;
}

}  // namespace amends::cli
