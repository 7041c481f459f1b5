#include "tests/support/journal.h"

#include "journal/fold.h"
#include "tests/support/oracle.h"

namespace amends::tests {

using namespace journal;

Writing::Writing(std::uint32_t seed, std::uint8_t device) : chance_(seed * 256 + device) {
  device_.fill(device);
}

std::uint32_t Writing::below(std::uint32_t limit) {
  return static_cast<std::uint32_t>(chance_()) % limit;
}

// Few ids, so that both devices edit the same things.
std::string Writing::id() { return "thing-" + std::to_string(below(6)); }

std::string Writing::text() {
  static const char* const kTexts[] = {"", "I am sorry.", "line\none \"two\"", "\xE2\x80\xA8 \x01",
                                       "\xF0\x9F\x92\x94 \xD8\xA7"};
  return kTexts[below(5)];
}

Event Writing::event() {
  now_ms_ += one_in(3) ? 0 : below(3'600'000);
  if (one_in(20)) now_ms_ -= 5'000'000;  // Somebody sets the clock.
  const Clock clock = next(last_, now_ms_);
  Event event{{clock, device_}, body()};
  last_ = clock;
  return event;
}

std::vector<Event> Writing::events(int count) {
  std::vector<Event> out;
  for (int i = 0; i < count; ++i) out.push_back(event());
  return out;
}

Body Writing::body() {
  switch (below(4)) {
    case 0:
      return answer();
    case 1:
      return boundary();
    case 2:
      return draft();
    default:
      return other();
  }
}

Body Writing::answer() {
  const guide::Item& item = the_guide().items[below(the_guide().item_count())];
  Answer answer;
  answer.item = one_in(20) ? "of-a-newer-guide" : item.id;
  const auto count = static_cast<std::uint32_t>(item.answers.size());
  if (!one_in(5)) answer.answer = item.answers[below(count)].id;
  if (!answer.answer && one_in(2)) answer.skipped = Answer::Skipped::yes;
  if (one_in(4)) answer.text = text();
  if (one_in(6)) answer.takes_back = last_;
  if (one_in(2)) answer.offset_min = 60 * (std::int64_t{below(27)} - 12);
  return answer;
}

Body Writing::boundary() {
  Boundary boundary;
  boundary.id = id();
  if (!one_in(3)) boundary.when_ms = now_ms_;
  if (!one_in(4)) boundary.kind = static_cast<BoundaryKind>(below(5));
  if (one_in(3)) boundary.presence = one_in(2) ? Presence::gone : Presence::here;
  if (one_in(6)) boundary.takes_back = last_;
  return boundary;
}

Body Writing::draft() {
  if (one_in(8)) return Reread{id()};
  if (one_in(4)) return DraftOutcome{id(), static_cast<Outcome>(below(4))};
  Draft draft;
  draft.id = id();
  if (!one_in(3)) draft.text = text();
  if (one_in(3)) draft.purpose = "reaching-out";
  if (one_in(3)) draft.wants = "apology";
  if (one_in(5)) draft.presence = one_in(2) ? Presence::gone : Presence::here;
  return draft;
}

std::optional<std::int64_t> Writing::lately() {
  if (one_in(5)) return std::nullopt;
  return now_ms_ - below(100'000'000);
}

std::string Writing::step() {
  const auto& steps = the_guide().steps;
  return steps[below(static_cast<std::uint32_t>(steps.size()))].id;
}

std::string Writing::evidence() {
  const auto& all = the_guide().evidence;
  if (one_in(20)) return "of-a-newer-guide";
  return all[below(static_cast<std::uint32_t>(all.size()))].id;
}

Body Writing::other() {
  const auto presence = one_in(4) ? std::optional(Presence::gone) : std::nullopt;
  switch (below(11)) {
    case 0:
      return Contact{id(),
                     lately(),
                     static_cast<Side>(below(2)),
                     static_cast<ContactKind>(below(5)),
                     one_in(3) ? std::optional(static_cast<About>(below(2))) : std::nullopt,
                     presence};
    case 1:
      return Commitment{id(), text(), text(), text(), "ob-family", id(), presence};
    case 2:
      return Holding{id(), one_in(2) ? Held::kept : Held::missed, now_ms_};
    case 3:
      return StepTaken{step(), one_in(2) ? Done::yes : Done::no};
    case 4:
      return CheckIn{static_cast<CheckInKind>(below(3)), below(11), "ridden-out",
                     std::vector<std::string>{"sleep", "friend"}};
    case 5:
      return Record{id(), R"({"n":[1,2],"gap_s":{"p50":7}})",
                    std::vector<std::string>{the_guide().evidence[0].id, "newer"}, presence};
    case 6:
      return Note{id(), "act", step(), text(), presence};
    case 7:
      return SignSeen{step(), "written", one_in(2) ? There::yes : There::no};
    case 8:
      return EvidenceSeen{evidence(), one_in(2) ? There::yes : There::no};
    case 9:
      return TheirWords{id(), lately(), text()};
    default:
      return Unknown{};
  }
}

journal::Event at(std::int64_t after_noon_ms, journal::Body body, std::uint8_t device) {
  journal::Event event{{{kNoon + after_noon_ms, 0}, {}}, std::move(body)};
  event.stamp.device.fill(device);
  return event;
}

journal::Answer said(const char* item, const char* answer, const char* text) {
  journal::Answer body;
  body.item = item;
  if (answer != nullptr) body.answer = answer;
  if (text != nullptr) body.text = text;
  return body;
}

std::string state_text(const std::vector<Event>& events) {
  base::json::Writer out;
  write_state(out, the_guide(), fold(the_guide(), events));
  return out.take();
}

}  // namespace amends::tests
