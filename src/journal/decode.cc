#include <algorithm>
#include <limits>

#include "base/hex.h"
#include "base/json.h"
#include "journal/event_json.h"
#include "journal/names.h"

namespace amends::journal {

using base::ErrorCode;
using base::fail;
using base::Result;
using base::json::Kind;
using base::json::Value;
using base::json::Writer;

namespace {

constexpr std::int64_t kLastTick = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t kMostLevel = 10;
constexpr std::int64_t kDayMin =
    std::int64_t{24} * 60;  // No clock on earth is a day away from UTC.

bool is_name(std::string_view text) { return !text.empty() && base::shown_name(text) == text; }

/// Whole numbers, in lists and objects: measures hold nothing that a person could have written.
bool is_measure(const Value& value) {
  if (value.kind == Kind::integer) return true;
  if (value.kind == Kind::list) return std::ranges::all_of(value.list, is_measure);
  return value.kind == Kind::object && std::ranges::all_of(value.members, [](const auto& member) {
           return is_name(member.name) && is_measure(member.value);
         });
}

std::optional<Clock> clock_of(const Value* at, const Value* tick) {
  const auto fits = [](const Value* value, std::int64_t most) {
    return value != nullptr && value->kind == Kind::integer && value->integer >= 0 &&
           value->integer <= most;
  };
  if (!fits(at, kLastMs) || !fits(tick, kLastTick)) return std::nullopt;
  return Clock{at->integer, static_cast<std::uint32_t>(tick->integer)};
}

/// Takes members by name and kind; whether all fitted is asked once, at the end.
class Members {
 public:
  explicit Members(const Value& event) : event_(event) {}

  std::optional<std::string> text(std::string_view name) {
    const Value* value = want(name, Kind::text);
    if (value == nullptr) return std::nullopt;
    return value->text;
  }
  std::optional<std::string> maybe_name(std::string_view name) {
    auto found = text(name);
    if (found && !is_name(*found)) fits_ = false;
    return found;
  }
  std::string name(std::string_view name) {
    auto found = maybe_name(name);
    if (!found) fits_ = false;
    return found.value_or(std::string());
  }
  std::optional<std::int64_t> integer(std::string_view name, std::int64_t most) {
    const Value* value = want(name, Kind::integer);
    if (value == nullptr) return std::nullopt;
    if (value->integer < 0 || value->integer > most) fits_ = false;
    return value->integer;
  }
  std::optional<std::int64_t> offset_min() {
    const Value* value = want("offset_min", Kind::integer);
    if (value == nullptr) return std::nullopt;
    if (value->integer <= -kDayMin || value->integer >= kDayMin) fits_ = false;
    return value->integer;
  }
  std::optional<bool> truth(std::string_view name) {
    const Value* value = want(name, Kind::boolean);
    if (value == nullptr) return std::nullopt;
    return value->truth;
  }
  std::optional<Presence> presence() {
    const auto gone = truth("gone");
    if (!gone) return std::nullopt;
    return *gone ? Presence::gone : Presence::here;
  }
  template <typename Choice>
  std::optional<Choice> choice(std::string_view name) {
    const auto found = text(name);
    if (!found) return std::nullopt;
    const auto choice = named<Choice>(*found);
    if (!choice) fits_ = false;
    return choice;
  }
  std::optional<Clock> takes_back() {
    const Value* value = want("takes_back", Kind::list);
    if (value == nullptr) return std::nullopt;
    const bool is_pair = value->list.size() == 2;
    const auto clock = is_pair ? clock_of(&value->list[0], &value->list[1]) : std::nullopt;
    if (!clock) fits_ = false;
    return clock;
  }
  std::optional<std::vector<std::string>> names(std::string_view name) {
    const Value* value = want(name, Kind::list);
    if (value == nullptr) return std::nullopt;
    std::vector<std::string> out;
    for (const Value& item : value->list) {
      if (item.kind != Kind::text || !is_name(item.text)) fits_ = false;
      out.push_back(item.text);
    }
    return out;
  }
  std::optional<std::string> measures() {
    const Value* value = want("measures", Kind::object);
    if (value == nullptr) return std::nullopt;
    if (!is_measure(*value)) fits_ = false;
    Writer out;
    out.value(*value);
    return out.take();
  }
  /// A member that has to be there, with one more way to be: null.
  std::optional<std::string> name_or_null(std::string_view name) {
    const Value* value = event_.find(name);
    if (value != nullptr && value->kind == Kind::null) return std::nullopt;
    return this->name(name);
  }
  template <typename T>
  T needed(std::optional<T> value) {
    if (!value) fits_ = false;
    return value.value_or(T{});
  }

  bool fits() const { return fits_; }

 private:
  const Value* want(std::string_view name, Kind kind) {
    const Value* value = event_.find(name);
    if (value == nullptr || value->kind == kind) return value;
    fits_ = false;
    return nullptr;
  }

  const Value& event_;
  bool fits_ = true;
};

Body answer_of(Members& in) {
  Answer answer;
  answer.item = in.name("item");
  answer.answer = in.name_or_null("answer");
  answer.text = in.text("text");
  if (in.truth("skipped").value_or(false)) answer.skipped = Answer::Skipped::yes;
  answer.takes_back = in.takes_back();
  answer.offset_min = in.offset_min();
  return answer;
}

Body contact_of(Members& in) {
  return Contact{in.name("id"),
                 in.integer("when_ms", kLastMs),
                 in.choice<Side>("from"),
                 in.choice<ContactKind>("kind"),
                 in.choice<About>("about"),
                 in.presence()};
}

Body boundary_of(Members& in) {
  return Boundary{in.name("id"), in.integer("when_ms", kLastMs), in.choice<BoundaryKind>("kind"),
                  in.presence(), in.takes_back()};
}

Body draft_of(Members& in) {
  return Draft{in.name("id"), in.text("text"), in.maybe_name("purpose"), in.maybe_name("wants"),
               in.presence()};
}

Body draft_outcome_of(Members& in) {
  return DraftOutcome{in.name("draft"), in.needed(in.choice<Outcome>("outcome"))};
}

Body reread_of(Members& in) { return Reread{in.name("draft")}; }

Body commitment_of(Members& in) {
  return Commitment{in.name("id"),     in.text("when"),           in.text("then"),
                    in.text("notice"), in.maybe_name("obstacle"), in.maybe_name("act"),
                    in.presence()};
}

Body kept_of(Members& in) {
  return Holding{in.name("commitment"), Held::kept, in.needed(in.integer("when_ms", kLastMs))};
}

Body missed_of(Members& in) {
  return Holding{in.name("commitment"), Held::missed, in.needed(in.integer("when_ms", kLastMs))};
}

Body step_of(Members& in) {
  return StepTaken{in.name("step"), in.needed(in.truth("done")) ? Done::yes : Done::no};
}

There there_of(Members& in) { return in.needed(in.truth("there")) ? There::yes : There::no; }

Body sign_of(Members& in) { return SignSeen{in.name("step"), in.name("sign"), there_of(in)}; }

Body evidence_of(Members& in) { return EvidenceSeen{in.name("evidence"), there_of(in)}; }

Body check_in_of(Members& in) {
  return CheckIn{in.needed(in.choice<CheckInKind>("kind")), in.integer("level", kMostLevel),
                 in.maybe_name("went"), in.names("basics")};
}

Body their_words_of(Members& in) {
  return TheirWords{in.name("id"), in.integer("when_ms", kLastMs), in.text("text")};
}

Body record_of(Members& in) {
  return Record{in.name("id"), in.measures(), in.names("evidence"), in.presence()};
}

Body note_of(Members& in) {
  return Note{in.name("id"), in.maybe_name("kind"), in.maybe_name("about"), in.text("text"),
              in.presence()};
}

struct Type {
  std::string_view name;
  Body (*read)(Members&);
};

constexpr Type kTypes[] = {
    {"answer", answer_of},
    {"contact", contact_of},
    {"boundary", boundary_of},
    {"draft", draft_of},
    {"draft_outcome", draft_outcome_of},
    {"reread", reread_of},
    {"commitment", commitment_of},
    {"kept", kept_of},
    {"missed", missed_of},
    {"step", step_of},
    {"sign", sign_of},
    {"evidence", evidence_of},
    {"check_in", check_in_of},
    {"their_words", their_words_of},
    {"record", record_of},
    {"note", note_of},
};

Result<Stamp> stamp_of(const Value& event) {
  Stamp stamp;
  const auto clock = clock_of(event.find("at"), event.find("tick"));
  if (!clock) return fail(ErrorCode::missing, event.at, "at");
  stamp.clock = *clock;
  const Value* device = event.find("device");
  const auto bytes = device == nullptr ? std::nullopt : base::from_hex(device->text);
  if (!bytes || bytes->size() != stamp.device.size()) {
    return fail(ErrorCode::missing, event.at, "device");
  }
  std::ranges::copy(*bytes, stamp.device.begin());
  return stamp;
}

/// What this version does not know is Unknown, still without its text.
Result<Event> stamped(const Value& value) {
  if (value.kind != Kind::object) return fail(ErrorCode::wrong_type, value.at);
  const Value* version = value.find("v");
  if (version == nullptr || version->kind != Kind::integer || version->integer < 1) {
    return fail(ErrorCode::missing, value.at, "v");
  }
  AMENDS_TRY(stamp, stamp_of(value));
  const Value* type = value.find("type");
  const auto known = std::ranges::find(
      kTypes, type == nullptr ? std::string_view() : std::string_view(type->text), &Type::name);
  if (version->integer == kEventVersion && known != std::end(kTypes)) {
    Members members(value);
    Body body = known->read(members);
    if (members.fits()) return Event{stamp, std::move(body)};
  }
  return Event{stamp, Unknown{}};
}

bool is_unknown(const Event& event) { return std::holds_alternative<Unknown>(event.body); }

}  // namespace

Result<Event> decode(std::string_view json) {
  AMENDS_TRY(value, base::json::parse(json));
  AMENDS_TRY(event, stamped(value));
  if (is_unknown(event)) event.body = Unknown{std::string(json)};
  return std::move(event);
}

Result<Event> decode(const Value& value) {
  AMENDS_TRY(event, stamped(value));
  if (!is_unknown(event)) return std::move(event);
  Writer out;
  out.value(value);
  event.body = Unknown{out.take()};
  return std::move(event);
}

}  // namespace amends::journal
