#include "journal/book.h"

#include <algorithm>

#include "base/hex.h"
#include "base/json.h"
#include "journal/event_json.h"
#include "journal/view.h"

namespace amends::journal {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Kind;
using base::json::Value;
using base::json::Writer;
using guide::Guide;
using guide::ItemAnswer;

namespace {

constexpr std::int64_t kDayMin =
    std::int64_t{24} * 60;  // No clock on earth is a day away from UTC.

Result<const Value*> member(const Value& object, std::string_view name, Kind kind) {
  if (object.kind != Kind::object) return fail(ErrorCode::wrong_type, object.at);
  const Value* value = object.find(name);
  if (value == nullptr) return fail(ErrorCode::missing, object.at, std::string(name));
  if (value->kind != kind) return fail(ErrorCode::wrong_type, value->at, std::string(name));
  return value;
}

Result<Moment> moment_of(const Value& root) {
  AMENDS_TRY(now, member(root, "now_ms", Kind::integer));
  if (now->integer < 0 || now->integer > kLastMs) {
    return fail(ErrorCode::malformed, now->at, "now_ms");
  }
  Moment moment{now->integer, 0};
  if (root.find("offset_min") == nullptr) return moment;
  AMENDS_TRY(offset, member(root, "offset_min", Kind::integer));
  if (offset->integer <= -kDayMin || offset->integer >= kDayMin) {
    return fail(ErrorCode::malformed, offset->at, "offset_min");
  }
  moment.offset_min = offset->integer;
  return moment;
}

void add_integer(Value& object, std::string name, std::int64_t number) {
  Value value;
  value.kind = Kind::integer;
  value.integer = number;
  object.members.push_back({std::move(name), std::move(value)});
}

bool is_ours(std::string_view name) {
  return name == "v" || name == "at" || name == "tick" || name == "device";
}

/// The body as an event of this device and this moment. What this version has no name for is
/// refused: it could never be read again.
Result<Event> event_of(const Value& body, const Stamp& stamp) {
  if (body.kind != Kind::object) return fail(ErrorCode::wrong_type, body.at, "body");
  for (const auto& [name, value] : body.members) {
    if (is_ours(name)) return fail(ErrorCode::repeated, value.name_at, name);
  }
  Value whole = body;
  add_integer(whole, "v", kEventVersion);
  add_integer(whole, "at", stamp.clock.at_ms);
  add_integer(whole, "tick", stamp.clock.tick);
  Value device;
  device.kind = Kind::text;
  device.text =
      base::hex({reinterpret_cast<const char*>(stamp.device.data()), stamp.device.size()});
  whole.members.push_back({"device", std::move(device)});
  AMENDS_TRY(event, decode(whole));
  if (std::holds_alternative<Unknown>(event.body)) {
    return fail(ErrorCode::malformed, body.at, "body");
  }
  return std::move(event);
}

/// Whether the guide has what is answered.
Result<Event> known(const Guide& guide, Event event, base::Place at) {
  const auto* answer = std::get_if<Answer>(&event.body);
  if (answer == nullptr) return event;
  const auto item = guide.item_named(answer->item);
  if (!item) return fail(ErrorCode::unknown_item, at, answer->item);
  if (answer->answer && !guide.answer_named(*item, *answer->answer)) {
    return fail(ErrorCode::unknown_answer, at, answer->item);
  }
  return event;
}

/// The latch of an item that stays in force although `answer` is given: the lowest of them.
std::optional<ItemAnswer> kept_by(const Guide& guide, const State& state, const Answer& answer) {
  const auto item = guide.item_named(answer.item);
  if (!item) return std::nullopt;
  std::optional<ItemAnswer> kept;
  for (const auto& [latch, holders] : state.latched_by) {
    if (latch.item != *item || guide.at(latch).id == answer.answer) continue;
    const bool slip = holders.size() == 1 && holders[0].stamp.clock == answer.takes_back;
    if (slip) continue;
    if (!kept || guide.at(latch).ceiling < guide.at(*kept).ceiling) kept = latch;
  }
  return kept;
}

/// What an answer permits, or what its item does without one.
guide::Level level_of(const Guide& guide, guide::ItemIndex item, const Answer& answer) {
  if (!answer.answer) return guide.items[item].unanswered;
  return guide.at({item, *guide.answer_named(item, *answer.answer)}).ceiling;
}

}  // namespace

Result<Book> Book::open(const Guide& guide, std::string_view json) {
  AMENDS_TRY(root, base::json::parse(json));
  AMENDS_TRY(text, member(root, "device", Kind::text));
  const auto bytes = base::from_hex(text->text);
  DeviceId device{};
  if (!bytes || bytes->size() != device.size()) {
    return fail(ErrorCode::malformed, text->at, "device");
  }
  std::ranges::copy(*bytes, device.begin());
  return Book(guide, device);
}

Result<std::string> Book::add(std::string_view json) {
  AMENDS_TRY(root, base::json::parse(json));
  AMENDS_TRY(events, member(root, "events", Kind::list));
  std::vector<std::pair<std::size_t, ErrorCode>> problems;
  for (std::size_t i = 0; i < events->list.size(); ++i) {
    auto event = decode(events->list[i]);
    if (event) {
      events_.push_back(std::move(*event));
    } else {
      problems.emplace_back(i, event.error().code);
    }
  }
  const auto by_stamp = [](const Event& a, const Event& b) { return a.stamp < b.stamp; };
  if (!std::ranges::is_sorted(events_, by_stamp)) std::ranges::sort(events_, by_stamp);
  state_.reset();
  const std::size_t added = events->list.size() - problems.size();
  Writer out;
  out.open_object().name("added").integer(static_cast<std::int64_t>(added));
  out.name("problems").open_list();
  for (const auto& [index, what] : problems) {
    out.open_object().name("index").integer(static_cast<std::int64_t>(index));
    out.name("what").text(code_name(what)).close_object();
  }
  out.close_list().close_object();
  return out.take();
}

const State& Book::state() {
  if (!state_) state_ = journal::fold(*guide_, events_);
  return *state_;
}

Result<std::string> Book::event(std::string_view json) {
  AMENDS_TRY(root, base::json::parse(json));
  AMENDS_TRY(moment, moment_of(root));
  AMENDS_TRY(body, member(root, "body", Kind::object));
  const Stamp stamp{next(state().last, moment.now_ms), device_};
  AMENDS_TRY(stamped, event_of(*body, stamp));
  AMENDS_TRY(event, known(*guide_, std::move(stamped), body->at));

  std::optional<ItemAnswer> kept;
  std::optional<Hold> hold;
  if (auto* answer = std::get_if<Answer>(&event.body)) {
    answer->takes_back = slip_of(*guide_, state(), *answer, stamp);
    answer->offset_min = moment.offset_min;
    hold = held(event);
    kept = kept_by(*guide_, state(), *answer);
    // The end of an order, said again a day later, is the one better answer that opens a latch.
    if (kept && !hold && level_of(*guide_, kept->item, *answer) > guide_->at(*kept).ceiling) {
      kept.reset();
    }
  }
  if (auto* boundary = std::get_if<Boundary>(&event.body)) {
    boundary->takes_back = slip_of(*guide_, events_, *boundary, stamp);
  }
  Writer out;
  AMENDS_TRY(written, base::json::parse(encode(event)));
  out.open_object().name("event").value(written).name("kept");
  if (kept) {
    out.open_list().text(guide_->items[kept->item].id).text(guide_->at(*kept).id).close_list();
  } else {
    out.null();
  }
  out.name("held");
  if (hold) {
    out.open_object();
    write_hold(out, *hold);
    out.close_object();
  } else {
    out.null();
  }
  out.close_object();
  return out.take();
}

// As it will be folded: what was said before it, but for what it takes back.
std::optional<Hold> Book::held(const Event& event) {
  const auto* answer = std::get_if<Answer>(&event.body);
  const auto item = answer == nullptr ? std::nullopt : guide_->item_named(answer->item);
  if (!item) return std::nullopt;
  const guide::Level to = level_of(*guide_, *item, *answer);
  Answering said = state().answering[*item];
  if (answer->takes_back) {
    std::erase_if(said.said, [](const Said& one) { return one.latched; });
  }
  const auto beside = state().sheet.texts.find(*item);
  const std::string_view text = answer->text ? std::string_view(*answer->text) : "";
  const bool has_beside = !answer->text && beside != state().sheet.texts.end();
  const Asking asking{*item,
                      to,
                      event.stamp.clock.at_ms,
                      event.stamp.device,
                      text,
                      has_beside ? std::string_view(beside->second) : text};
  const plan::Log log = log_of(state());
  Hold hold = RaiseRules(*guide_, log).hold(said, asking);
  if (hold.needs.empty()) return std::nullopt;
  return hold;
}

Result<std::string> Book::fold(std::string_view json) {
  AMENDS_TRY(root, base::json::parse(json));
  AMENDS_TRY(moment, moment_of(root));
  return view(*guide_, events_, state(), moment);
}

}  // namespace amends::journal
