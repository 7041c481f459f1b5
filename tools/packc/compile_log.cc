// What the log shows by itself: its numbers, and its rules with theirs.

#include <algorithm>
#include <set>

#include "packc/compiler.h"

namespace amends::packc {
namespace {

/// The rules that the core can count, each with the numbers it needs.
struct Counted {
  std::string_view id;
  std::vector<std::string_view> numbers;
};

const std::vector<Counted>& counted() {
  static const std::vector<Counted> kCounted = {
      {"waiting", {"turns"}},
      {"none", {"turns", "days", "replies"}},
      {"barely", {"openings", "answered_percent"}},
      {"hot-cold", {"weeks", "swings", "deviations", "mine_percent"}},
      {"flood", {"contacts", "hours", "weeks"}},
      {"calls", {"contacts", "hours", "weeks"}},
      {"kinds", {"kinds", "hours", "weeks"}},
      {"after-no", {}},
      {"night", {"from_h", "until_h", "weeks"}},
      {"one-sided", {"weeks", "openings", "mine_percent"}},
  };
  return kCounted;
}

}  // namespace

void Compiler::write_numbers(const Table& table, std::span<const std::string_view> names) {
  for (const auto& [name, node] : table.raw()) {
    if (std::ranges::find(names, name.str()) == names.end()) {
      table.problem_at(name.source(), "\"" + std::string(name.str()) + "\" is not known here");
    }
  }
  for (const std::string_view name : names) {
    const auto number = table.integer(name);
    if (!number) table.problem("the number \"" + std::string(name) + "\" is missing");
    out_.name(name).integer(number.value_or(0));
  }
}

void Compiler::write_log() {
  const Table& log = logic_.at("log");
  log.only({"night", "drawer", "turns", "rule"});
  struct Part {
    std::string_view name;
    std::vector<std::string_view> numbers;
  };
  const Part parts[] = {
      {"night", {"from_h", "until_h"}},
      {"drawer", {"rest_h", "night_rest_h"}},
      {"turns", {"turn_gap_h", "opening_gap_h", "opening_replies", "dates"}},
  };
  out_.name("log").open_object();
  for (const Part& part : parts) {
    const auto table = log.table(part.name);
    if (!table) log.problem("[" + std::string(part.name) + "] is missing");
    out_.name(part.name).open_object();
    if (table) write_numbers(*table, part.numbers);
    out_.close_object();
  }
  out_.name("rules").open_list();
  std::set<std::string> there;
  for (const Table& rule : log.tables("rule")) {
    write_log_rule(rule);
    there.insert(rule.need_text("id").text);
  }
  out_.close_list().close_object();
  for (const Counted& rule : counted()) {
    if (!there.contains(std::string(rule.id))) {
      log.problem("the rule \"" + std::string(rule.id) + "\" is missing");
    }
  }
}

void Compiler::write_log_rule(const Table& rule) {
  rule.only({"id", "finds", "effect", "after", "numbers"});
  const Located id = rule.need_text("id");
  const Located effect = rule.need_text("effect");
  if (effect.text != "in-force" && effect.text != "ask") {
    rule.problem_at(effect.where, "\"effect\" is one of: in-force, ask");
  }
  ids_.refer("answer", rule.need_text("finds"), rule);
  out_.open_object();
  for (const char* name : {"id", "finds", "effect"}) text(rule, name);
  references(rule, "after", "answer");
  out_.name("numbers").open_object();
  const auto known = std::ranges::find(counted(), std::string_view(id.text), &Counted::id);
  if (known == counted().end()) {
    rule.problem_at(id.where, "the core cannot count a rule \"" + id.text + "\"");
  } else if (const auto numbers = rule.table("numbers")) {
    write_numbers(*numbers, known->numbers);
  } else {
    rule.problem("\"numbers\" is missing");
  }
  out_.close_object().close_object();
}

}  // namespace amends::packc
