// Guide::read: the pack's JSON into the guide's tables, ids resolved into indices once.

#include <utility>

#include "guide/guide.h"

namespace amends::guide {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Kind;
using base::json::Value;

namespace {

std::string text_of(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value == nullptr ? std::string() : value->text;
}

std::vector<std::string> texts_of(const Value& object, std::string_view name) {
  std::vector<std::string> out;
  if (const Value* value = object.find(name)) {
    for (const Value& item : value->list) out.push_back(item.text);
  }
  return out;
}

bool truth_of(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value != nullptr && value->truth;
}

int integer_of(const Value& object, std::string_view name) {
  const Value* value = object.find(name);
  return value == nullptr ? 0 : static_cast<int>(value->integer);
}

const Value& list_value(const Value& object, std::string_view name) {
  static const Value kNone;
  const Value* value = object.find(name);
  return value == nullptr ? kNone : *value;
}

const std::vector<Value>& list_of(const Value& object, std::string_view name) {
  static const std::vector<Value> kNone;
  const Value* value = object.find(name);
  return value == nullptr ? kNone : value->list;
}

ItemClass item_class_of(std::string_view name) {
  if (name == "hard") return ItemClass::hard;
  if (name == "gate") return ItemClass::gate;
  if (name == "record") return ItemClass::record;
  return ItemClass::depth;
}

ScreenRule rule_of(const Value& from) {
  return {.answer = text_of(from, "answer"),
          .any_of = texts_of(from, "any_of"),
          .replies = texts_of(from, "replies"),
          .sum_of = texts_of(from, "sum_of"),
          .at_least = integer_of(from, "at_least"),
          .complete = truth_of(from, "complete")};
}

HelpLine help_line_of(const Value& from) {
  return {.kind = text_of(from, "kind"),
          .name = text_of(from, "name"),
          .number = text_of(from, "number"),
          .audience = text_of(from, "audience"),
          .text_chat = text_of(from, "text_chat"),
          .hours = text_of(from, "hours"),
          .cost = text_of(from, "cost"),
          .site = text_of(from, "site"),
          .note = text_of(from, "note")};
}

}  // namespace

class GuideReader {
 public:
  explicit GuideReader(const Value& pack) : pack_(pack) {}

  Result<Guide> guide() && {
    if (text_of(pack_, "format") != "amends-pack/1") return fail(ErrorCode::malformed, pack_.at);
    read_levels();
    read_entries();
    read_items();
    read_steps();
    read_path();
    read_variants();
    read_parts();
    read_plan();
    read_raises();
    read_log();
    read_screens();
    read_help();
    out_.slip_minutes = integer_of(pack_, "slip_minutes");
    if (unresolved_) return fail(ErrorCode::missing);
    return std::move(out_);
  }

 private:
  Level level(const Value& object, std::string_view name) {
    const auto found = level_named(text_of(object, name));
    if (!found) unresolved_ = true;
    return found.value_or(Level::safety_first);
  }

  ItemIndex item(std::string_view id) {
    const auto found = out_.item_named(id);
    if (!found) unresolved_ = true;
    return found.value_or(0);
  }

  std::vector<ItemAnswer> item_answers(const Value& object, std::string_view name) {
    std::vector<ItemAnswer> out;
    for (const std::string& text : texts_of(object, name)) {
      const auto found = out_.item_answer_named(text);
      if (!found) unresolved_ = true;
      out.push_back(found.value_or(ItemAnswer{}));
    }
    return out;
  }

  void read_levels() {
    for (const Value& from : list_of(pack_, "levels")) {
      out_.levels.push_back({.id = text_of(from, "id"),
                             .closed = texts_of(from, "closed"),
                             .title = text_of(from, "title"),
                             .says = text_of(from, "says"),
                             .open = text_of(from, "open"),
                             .closed_says = text_of(from, "closed_says")});
    }
    unresolved_ |= out_.levels.size() != kLevels;
    for (const Value& from : list_of(pack_, "lanes")) {
      out_.lanes.push_back({.id = text_of(from, "id"),
                            .help = texts_of(from, "help"),
                            .title = text_of(from, "title"),
                            .says = text_of(from, "says")});
    }
    unresolved_ |= out_.lanes.size() > 32;
  }

  void read_entries() {
    for (const Value& from : list_of(pack_, "entries")) {
      out_.entries.push_back({.id = text_of(from, "id"),
                              .chapter = integer_of(from, "chapter"),
                              .acts = texts_of(from, "acts"),
                              .through = texts_of(from, "through"),
                              .title = text_of(from, "title"),
                              .says = text_of(from, "says")});
    }
  }

  template <typename Things>
  Things kept(std::optional<Things> things) {
    if (!things) unresolved_ = true;
    return std::move(things).value_or(Things{});
  }

  LaneSet lanes(const Value& answer) {
    LaneSet out = 0;
    for (const std::string& id : texts_of(answer, "lanes")) {
      for (std::size_t i = 0; i < out_.lanes.size(); ++i) {
        if (out_.lanes[i].id == id) out |= LaneSet{1} << i;
      }
    }
    return out;
  }

  void read_items() {
    for (const Value& from : list_of(pack_, "items")) {
      Item item{.id = text_of(from, "id"),
                .entry = text_of(from, "entry"),
                .item_class = item_class_of(text_of(from, "class")),
                .unanswered = level(from, "unanswered"),
                .free_text = truth_of(from, "free_text"),
                .question = text_of(from, "question"),
                .why = text_of(from, "why"),
                .write = text_of(from, "write"),
                .answers = {}};
      for (const Value& answer : list_of(from, "answers")) {
        item.answers.push_back({.id = text_of(answer, "id"),
                                .ceiling = level(answer, "ceiling"),
                                .latched = truth_of(answer, "latched"),
                                .lanes = lanes(answer),
                                .raise = text_of(answer, "raise"),
                                .label = text_of(answer, "label"),
                                .reason = text_of(answer, "reason"),
                                .change = text_of(answer, "change")});
      }
      unresolved_ |= item.answers.empty();
      out_.items_by_id_.emplace(item.id, static_cast<ItemIndex>(out_.items.size()));
      out_.items.push_back(std::move(item));
    }
    unresolved_ |= out_.items.empty();
  }

  void read_steps() {
    static const Value kNothing;
    for (const Value& from : list_of(pack_, "steps")) {
      const Value* found = from.find("needs");
      const Value& needs = found == nullptr ? kNothing : *found;
      Step step{.id = text_of(from, "id"),
                .number = integer_of(from, "number"),
                .phase = text_of(from, "phase"),
                .level = level(from, "level"),
                .after = texts_of(from, "after"),
                .needs_answered = {},
                .needs_answers = item_answers(needs, "answers"),
                .needs_evidence = texts_of(needs, "evidence"),
                .title = text_of(from, "title"),
                .what = text_of(from, "do"),
                .why = text_of(from, "why"),
                .done = text_of(from, "done"),
                .opens = text_of(from, "opens"),
                .signs = kept(signs_of(out_, list_value(from, "signs")))};
      for (const std::string& id : texts_of(needs, "answered")) {
        step.needs_answered.push_back(item(id));
      }
      out_.steps.push_back(std::move(step));
    }
  }

  void read_path() {
    for (const Value& from : list_of(pack_, "evidence")) {
      out_.evidence.push_back({.id = text_of(from, "id"),
                               .from = item_answers(from, "from"),
                               .measures = kept(measures_of(out_, list_value(from, "measures")))});
    }
  }

  void read_variants() {
    for (const Value& from : list_of(pack_, "variants")) {
      Variant variant;
      variant.id = text_of(from, "id");
      variant.when_evidence = text_of(from, "when_evidence");
      if (from.find("when_answer") != nullptr) {
        variant.when_answer = out_.item_answer_named(text_of(from, "when_answer"));
        unresolved_ |= !variant.when_answer.has_value();
      }
      variant.drop = texts_of(from, "drop");
      variant.done = texts_of(from, "done");
      for (const Value& after : list_of(from, "after")) {
        variant.after.push_back(
            {text_of(after, "step"), texts_of(after, "after"), texts_of(after, "evidence")});
      }
      out_.variants.push_back(std::move(variant));
    }
  }

  void read_parts() {
    for (const Value& from : list_of(pack_, "parts")) {
      Part part{text_of(from, "id"), text_of(from, "title"), text_of(from, "says"), {}};
      for (const std::string& id : texts_of(from, "items")) part.items.push_back(item(id));
      out_.parts.push_back(std::move(part));
    }
  }

  Span span(const Value& from) {
    return {integer_of(from, "weeks"), integer_of(from, "due"), integer_of(from, "kept_of_ten")};
  }

  void read_plan() {
    static const Value kNothing;
    const Value* window = pack_.find("window");
    out_.window.span = span(window == nullptr ? kNothing : *window);
    for (const Value& rule : list_of(window == nullptr ? kNothing : *window, "rules")) {
      out_.window.rules.push_back({.answers = item_answers(rule, "answers"),
                                   .needs_clear_hard = text_of(rule, "clear") == "hard",
                                   .span = span(rule)});
    }
    for (const std::string& id : texts_of(pack_, "obstacles")) out_.obstacles.push_back(item(id));
    for (const Value& from : list_of(pack_, "phrases")) {
      out_.phrases.push_back({.id = text_of(from, "id"),
                              .level = level(from, "level"),
                              .steps = texts_of(from, "steps"),
                              .evidence = texts_of(from, "evidence"),
                              .window = truth_of(from, "window")});
    }
  }

  void read_raises() {
    for (const Value& from : list_of(pack_, "raises")) {
      out_.raises.push_back(
          {text_of(from, "id"), integer_of(from, "wait_h"), integer_of(from, "night_wait_h")});
    }
  }

  void read_log() {
    const Value* log = pack_.find("log");
    if (log == nullptr) return;
    const auto part = [log](std::string_view name) {
      const Value* found = log->find(name);
      return found == nullptr ? Value() : *found;
    };
    out_.log = {.night_from_h = integer_of(part("night"), "from_h"),
                .night_until_h = integer_of(part("night"), "until_h"),
                .rest_h = integer_of(part("drawer"), "rest_h"),
                .night_rest_h = integer_of(part("drawer"), "night_rest_h"),
                .turn_gap_h = integer_of(part("turns"), "turn_gap_h"),
                .opening_gap_h = integer_of(part("turns"), "opening_gap_h"),
                .opening_replies = integer_of(part("turns"), "opening_replies"),
                .dates = integer_of(part("turns"), "dates"),
                .rules = {}};
    for (const Value& from : list_of(*log, "rules")) out_.log.rules.push_back(log_rule(from));
  }

  LogRule log_rule(const Value& from) {
    LogRule rule;
    rule.id = text_of(from, "id");
    const auto finds = out_.item_answer_named(text_of(from, "finds"));
    if (!finds) unresolved_ = true;
    rule.finds = finds.value_or(ItemAnswer{});
    rule.effect =
        text_of(from, "effect") == "ask" ? LogRule::Effect::ask : LogRule::Effect::in_force;
    rule.after = item_answers(from, "after");
    if (const Value* numbers = from.find("numbers")) {
      for (const auto& [name, value] : numbers->members) {
        rule.numbers.emplace_back(name, static_cast<int>(value.integer));
      }
    }
    return rule;
  }

  void read_screens() {
    for (const Value& from : list_of(pack_, "replies")) {
      out_.replies.emplace_back(text_of(from, "id"), text_of(from, "label"));
    }
    for (const Value& from : list_of(pack_, "screens")) {
      Screen screen{.id = text_of(from, "id"),
                    .item = item(text_of(from, "item")),
                    .title = text_of(from, "title"),
                    .intro = text_of(from, "intro"),
                    .why = text_of(from, "why"),
                    .page_intros = {},
                    .pages = {},
                    .points = {},
                    .rules = {}};
      for (const Value& page : list_of(from, "pages")) {
        screen.page_intros.push_back(text_of(page, "intro"));
        screen.pages.emplace_back();
        for (const Value& question : list_of(page, "questions")) {
          screen.pages.back().push_back(
              {text_of(question, "id"), text_of(question, "text"), texts_of(question, "replies")});
        }
      }
      if (const Value* points = from.find("points")) {
        for (const auto& [reply, value] : points->members) {
          screen.points.emplace_back(reply, static_cast<int>(value.integer));
        }
      }
      for (const Value& rule : list_of(from, "rules")) screen.rules.push_back(rule_of(rule));
      out_.screens.push_back(std::move(screen));
    }
  }

  void read_help() {
    const Value* help = pack_.find("help");
    if (help == nullptr) return;
    out_.help.checked = text_of(*help, "checked");
    if (const Value* notes = help->find("notes")) {
      out_.help.busy = text_of(*notes, "busy");
      out_.help.none_here = text_of(*notes, "none_here");
      out_.help.checked_says = text_of(*notes, "checked");
    }
    for (const Value& kind : list_of(*help, "kinds")) {
      out_.help.kinds.push_back({text_of(kind, "id"), text_of(kind, "title")});
    }
    for (const Value& from : list_of(*help, "countries")) {
      Country country{text_of(from, "code"), text_of(from, "name"), {}};
      for (const Value& line : list_of(from, "lines")) country.lines.push_back(help_line_of(line));
      out_.help.countries.push_back(std::move(country));
    }
  }

  const Value& pack_;
  Guide out_;
  bool unresolved_ = false;
};

Result<Guide> Guide::read(std::string_view pack_json) {
  AMENDS_TRY(pack, base::json::parse(pack_json));
  if (pack.kind != Kind::object) return fail(ErrorCode::wrong_type, pack.at);
  return GuideReader(pack).guide();
}

}  // namespace amends::guide
