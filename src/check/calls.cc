#include "check/calls.h"

#include <algorithm>

#include "check/agenda.h"
#include "check/change.h"
#include "check/judge.h"
#include "check/screen.h"
#include "check/sheet.h"

namespace amends::check {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::shown_name;
using base::json::Kind;
using base::json::Value;
using base::json::Writer;
using guide::Guide;

namespace {

Result<const Value*> member(const Value& object, std::string_view name, Kind kind) {
  if (object.kind != Kind::object) return fail(ErrorCode::wrong_type, object.at);
  const Value* value = object.find(name);
  if (value == nullptr) return fail(ErrorCode::missing, object.at, std::string(name));
  if (value->kind != kind) return fail(ErrorCode::wrong_type, value->at, std::string(name));
  return value;
}

Result<std::optional<guide::AnswerIndex>> wanted_answer(const Guide& guide, const Value& root,
                                                        guide::ItemIndex item) {
  const Value* answer = root.find("answer");
  if (answer == nullptr) return fail(ErrorCode::missing, root.at, "answer");
  if (answer->kind == Kind::null) return std::optional<guide::AnswerIndex>();
  if (answer->kind != Kind::text) return fail(ErrorCode::wrong_type, answer->at, "answer");
  const auto found = guide.answer_named(item, answer->text);
  if (!found) return fail(ErrorCode::unknown_answer, answer->at, shown_name(answer->text));
  return found;
}

Result<Replies> replies_of(const guide::Screen& screen, const Value& value) {
  Replies replies;
  for (const auto& [question, reply] : value.members) {
    if (reply.kind != Kind::text)
      return fail(ErrorCode::wrong_type, reply.at, shown_name(question));
    const guide::ScreenQuestion* known = nullptr;
    for (const auto& page : screen.pages) {
      const auto found = std::ranges::find(page, question, &guide::ScreenQuestion::id);
      if (found != page.end()) known = &*found;
    }
    if (known == nullptr) return fail(ErrorCode::unknown_item, reply.name_at, shown_name(question));
    if (std::ranges::find(known->replies, reply.text) == known->replies.end()) {
      return fail(ErrorCode::unknown_answer, reply.at, shown_name(reply.text));
    }
    replies.emplace(question, reply.text);
  }
  return replies;
}

}  // namespace

Result<std::string> check_call(const Guide& guide, std::string_view sheet_json) {
  AMENDS_TRY(sheet, read_sheet(guide, sheet_json));
  Writer out;
  write_standing(out, guide, sheet, judge(guide, sheet));
  return out.take();
}

Result<std::string> agenda_call(const Guide& guide, std::string_view sheet_json) {
  AMENDS_TRY(sheet, read_sheet(guide, sheet_json));
  Writer out;
  write_agenda(out, guide, agenda(guide, sheet));
  return out.take();
}

Result<std::string> answer_call(const Guide& guide, std::string_view change_json) {
  AMENDS_TRY(root, base::json::parse(change_json));
  AMENDS_TRY(sheet_value, member(root, "sheet", Kind::object));
  AMENDS_TRY(item_value, member(root, "item", Kind::text));
  AMENDS_TRY(now_ms, member(root, "now_ms", Kind::integer));
  AMENDS_TRY(sheet, read_sheet(guide, *sheet_value));
  const auto item = guide.item_named(item_value->text);
  if (!item) return fail(ErrorCode::unknown_item, item_value->at, shown_name(item_value->text));
  AMENDS_TRY(answer, wanted_answer(guide, root, *item));

  const Changed changed = change(guide, std::move(sheet), *item, answer, now_ms->integer);
  Writer out;
  out.open_object().name("sheet");
  write_sheet(out, guide, changed.sheet);
  out.name("kept");
  if (changed.kept) {
    out.open_list().text(guide.items[*item].id).text(guide.at(*changed.kept).id).close_list();
  } else {
    out.null();
  }
  out.close_object();
  return out.take();
}

Result<std::string> screen_call(const Guide& guide, std::string_view replies_json) {
  AMENDS_TRY(root, base::json::parse(replies_json));
  AMENDS_TRY(screen_value, member(root, "screen", Kind::text));
  AMENDS_TRY(replies_value, member(root, "replies", Kind::object));
  const guide::Screen* screen = guide.screen_named(screen_value->text);
  if (screen == nullptr) {
    return fail(ErrorCode::unknown_item, screen_value->at, shown_name(screen_value->text));
  }
  AMENDS_TRY(replies, replies_of(*screen, *replies_value));
  Writer out;
  out.open_object().name("answer");
  if (const auto answer = screen_answer(guide, *screen, replies)) {
    out.text(guide.items[screen->item].answers[*answer].id);
  } else {
    out.null();
  }
  out.close_object();
  return out.take();
}

}  // namespace amends::check
