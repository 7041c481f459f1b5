#include "check/sheet.h"

#include <algorithm>

namespace amends::check {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::shown_name;
using base::json::Kind;
using base::json::Value;
using base::json::Writer;
using guide::AnswerIndex;
using guide::Guide;
using guide::ItemAnswer;
using guide::ItemIndex;

namespace {

/// Nothing to hand back but that it went well.
struct Done {};

Result<ItemIndex> item_of(const Guide& guide, std::string_view id, base::Place at) {
  const auto item = guide.item_named(id);
  if (!item) return fail(ErrorCode::unknown_item, at, shown_name(id));
  return *item;
}

Result<AnswerIndex> answer_of(const Guide& guide, ItemIndex item, std::string_view id,
                              base::Place at) {
  const auto answer = guide.answer_named(item, id);
  if (!answer) {
    return fail(ErrorCode::unknown_answer, at, guide.items[item].id + "=" + shown_name(id));
  }
  return *answer;
}

Result<Done> want(const Value& value, Kind kind, std::string_view name) {
  if (value.kind != kind) return fail(ErrorCode::wrong_type, value.at, std::string(name));
  return Done{};
}

class SheetReader {
 public:
  explicit SheetReader(const Guide& guide) : guide_(guide), sheet_(empty_sheet(guide)) {}

  Result<Sheet> sheet(const Value& root) && {
    AMENDS_TRY(is_object, want(root, Kind::object, ""));
    static_cast<void>(is_object);
    if (root.find("answers") == nullptr) return fail(ErrorCode::missing, root.at, "answers");
    for (const auto& [name, value] : root.members) {
      AMENDS_TRY(read, member(name, value));
      static_cast<void>(read);
    }
    return std::move(sheet_);
  }

 private:
  Result<Done> member(const std::string& name, const Value& value) {
    if (name == "answers") return answers(value);
    if (name == "latched") return pairs(value, "latched", sheet_.latched);
    if (name == "logged") return pairs(value, "logged", sheet_.logged);
    if (name == "since_ms") return since(value);
    if (name == "passed") return passed(value);
    if (name == "texts") return texts(value);
    if (name == "done") return done(value);
    if (name == "evidence") return evidence(value);
    return fail(ErrorCode::unknown_item, value.name_at, shown_name(name));
  }

  Result<Done> answers(const Value& value) {
    AMENDS_TRY(typed, want(value, Kind::object, "answers"));
    for (const auto& [id, answer] : value.members) {
      AMENDS_TRY(item, item_of(guide_, id, answer.name_at));
      AMENDS_TRY(is_text, want(answer, Kind::text, guide_.items[item].id));
      static_cast<void>(is_text);
      AMENDS_TRY(which, answer_of(guide_, item, answer.text, answer.at));
      sheet_.answers[item] = which;
    }
    return typed;
  }

  Result<Done> pairs(const Value& value, std::string_view name, std::set<ItemAnswer>& out) {
    AMENDS_TRY(typed, want(value, Kind::list, name));
    for (const Value& pair : value.list) {
      const bool is_pair = pair.kind == Kind::list && pair.list.size() == 2 &&
                           pair.list[0].kind == Kind::text && pair.list[1].kind == Kind::text;
      if (!is_pair) return fail(ErrorCode::wrong_type, pair.at, std::string(name));
      AMENDS_TRY(item, item_of(guide_, pair.list[0].text, pair.list[0].at));
      AMENDS_TRY(answer, answer_of(guide_, item, pair.list[1].text, pair.list[1].at));
      out.insert({item, answer});
    }
    return typed;
  }

  Result<Done> since(const Value& value) {
    AMENDS_TRY(typed, want(value, Kind::object, "since_ms"));
    for (const auto& [name, when] : value.members) {
      const auto pair = guide_.item_answer_named(name);
      if (!pair) return fail(ErrorCode::unknown_item, when.name_at, shown_name(name));
      AMENDS_TRY(is_integer, want(when, Kind::integer, "since_ms"));
      static_cast<void>(is_integer);
      sheet_.since_ms[*pair] = when.integer;
    }
    return typed;
  }

  Result<Done> passed(const Value& value) {
    AMENDS_TRY(typed, want(value, Kind::list, "passed"));
    for (const Value& id : value.list) {
      AMENDS_TRY(is_text, want(id, Kind::text, "passed"));
      static_cast<void>(is_text);
      AMENDS_TRY(item, item_of(guide_, id.text, id.at));
      sheet_.passed.insert(item);
    }
    return typed;
  }

  Result<Done> texts(const Value& value) {
    AMENDS_TRY(typed, want(value, Kind::object, "texts"));
    for (const auto& [id, text] : value.members) {
      AMENDS_TRY(item, item_of(guide_, id, text.name_at));
      AMENDS_TRY(is_text, want(text, Kind::text, "texts"));
      static_cast<void>(is_text);
      sheet_.texts[item] = text.text;
    }
    return typed;
  }

  Result<Done> done(const Value& value) {
    AMENDS_TRY(typed, want(value, Kind::list, "done"));
    for (const Value& id : value.list) {
      AMENDS_TRY(is_text, want(id, Kind::text, "done"));
      static_cast<void>(is_text);
      if (guide_.step_named(id.text) == nullptr) {
        return fail(ErrorCode::unknown_item, id.at, shown_name(id.text));
      }
      sheet_.done.insert(id.text);
    }
    return typed;
  }

  Result<Done> evidence(const Value& value) {
    AMENDS_TRY(typed, want(value, Kind::list, "evidence"));
    for (const Value& id : value.list) {
      AMENDS_TRY(is_text, want(id, Kind::text, "evidence"));
      static_cast<void>(is_text);
      if (!guide_.has_evidence(id.text)) {
        return fail(ErrorCode::unknown_item, id.at, shown_name(id.text));
      }
      sheet_.evidence.insert(id.text);
    }
    return typed;
  }

  const Guide& guide_;
  Sheet sheet_;
};

void write_names(Writer& out, std::string_view member, const std::set<std::string>& names) {
  if (names.empty()) return;
  out.name(member).open_list();
  for (const std::string& name : names) out.text(name);
  out.close_list();
}

void write_pairs(Writer& out, const Guide& guide, std::string_view member,
                 const std::set<ItemAnswer>& pairs) {
  if (pairs.empty()) return;
  out.name(member).open_list();
  for (const ItemAnswer pair : pairs) {
    out.open_list().text(guide.items[pair.item].id).text(guide.at(pair).id).close_list();
  }
  out.close_list();
}

}  // namespace

Sheet empty_sheet(const Guide& guide) {
  Sheet sheet;
  sheet.answers.resize(guide.items.size());
  return sheet;
}

Result<Sheet> read_sheet(const Guide& guide, std::string_view json) {
  if (json.size() > kLargestSheetBytes) return fail(ErrorCode::too_large);
  AMENDS_TRY(value, base::json::parse(json));
  return read_sheet(guide, value);
}

Result<Sheet> read_sheet(const Guide& guide, const Value& value) {
  return SheetReader(guide).sheet(value);
}

void write_sheet(Writer& out, const Guide& guide, const Sheet& sheet) {
  out.open_object().name("answers").open_object();
  for (std::size_t i = 0; i < sheet.answers.size(); ++i) {
    if (!sheet.answers[i]) continue;
    out.name(guide.items[i].id).text(guide.items[i].answers[*sheet.answers[i]].id);
  }
  out.close_object();
  write_pairs(out, guide, "latched", sheet.latched);
  write_pairs(out, guide, "logged", sheet.logged);
  if (!sheet.since_ms.empty()) {
    out.name("since_ms").open_object();
    for (const auto& [pair, when] : sheet.since_ms) {
      out.name(guide.items[pair.item].id + "=" + guide.at(pair).id).integer(when);
    }
    out.close_object();
  }
  if (!sheet.passed.empty()) {
    out.name("passed").open_list();
    for (const ItemIndex item : sheet.passed) out.text(guide.items[item].id);
    out.close_list();
  }
  if (!sheet.texts.empty()) {
    out.name("texts").open_object();
    for (const auto& [item, text] : sheet.texts) out.name(guide.items[item].id).text(text);
    out.close_object();
  }
  write_names(out, "done", sheet.done);
  write_names(out, "evidence", sheet.evidence);
  out.close_object();
}

bool in_force(const Sheet& sheet, ItemAnswer answer) {
  return sheet.answers[answer.item] == answer.answer || sheet.latched.contains(answer) ||
         sheet.logged.contains(answer);
}

std::optional<AnswerIndex> lowest_in_force(const Guide& guide, const Sheet& sheet, ItemIndex item) {
  std::optional<AnswerIndex> lowest = sheet.answers[item];
  const std::vector<guide::Answer>& answers = guide.items[item].answers;
  for (const auto* pairs : {&sheet.latched, &sheet.logged}) {
    const auto first = pairs->lower_bound({item, 0});
    for (auto pair = first; pair != pairs->end() && pair->item == item; ++pair) {
      if (!lowest || answers[pair->answer].ceiling < answers[*lowest].ceiling) {
        lowest = pair->answer;
      }
    }
  }
  return lowest;
}

}  // namespace amends::check
