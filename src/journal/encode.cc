#include "base/hex.h"
#include "base/json.h"
#include "journal/event_json.h"
#include "journal/names.h"

namespace amends::journal {

using base::json::Writer;

namespace {

class Encoder {
 public:
  explicit Encoder(const Event& event) {
    const std::string_view device(reinterpret_cast<const char*>(event.stamp.device.data()),
                                  event.stamp.device.size());
    out_.open_object().name("v").integer(kEventVersion);
    out_.name("at").integer(event.stamp.clock.at_ms);
    out_.name("tick").integer(event.stamp.clock.tick);
    out_.name("device").text(base::hex(device));
  }

  std::string take() {
    out_.close_object();
    return out_.take();
  }

  void operator()(const Answer& answer) {
    type("answer").name("item").text(answer.item).name("answer");
    answer.answer ? out_.text(*answer.answer) : out_.null();
    maybe("text", answer.text);
    if (answer.skipped == Answer::Skipped::yes) out_.name("skipped").truth(true);
    takes_back(answer.takes_back);
    maybe("offset_min", answer.offset_min);
  }
  void operator()(const Contact& contact) {
    type("contact").name("id").text(contact.id);
    maybe("when_ms", contact.when_ms);
    choice("from", contact.from);
    choice("kind", contact.kind);
    choice("about", contact.about);
    gone(contact.presence);
  }
  void operator()(const Boundary& boundary) {
    type("boundary").name("id").text(boundary.id);
    maybe("when_ms", boundary.when_ms);
    choice("kind", boundary.kind);
    gone(boundary.presence);
    takes_back(boundary.takes_back);
  }
  void operator()(const Draft& draft) {
    type("draft").name("id").text(draft.id);
    maybe("text", draft.text);
    maybe("purpose", draft.purpose);
    maybe("wants", draft.wants);
    gone(draft.presence);
  }
  void operator()(const DraftOutcome& outcome) {
    type("draft_outcome").name("draft").text(outcome.draft);
    out_.name("outcome").text(name_of(outcome.outcome));
  }
  void operator()(const Reread& reread) { type("reread").name("draft").text(reread.draft); }
  void operator()(const Commitment& commitment) {
    type("commitment").name("id").text(commitment.id);
    maybe("when", commitment.when);
    maybe("then", commitment.then);
    maybe("notice", commitment.notice);
    maybe("obstacle", commitment.obstacle);
    maybe("act", commitment.act);
    gone(commitment.presence);
  }
  void operator()(const Holding& holding) {
    type(holding.held == Held::kept ? "kept" : "missed");
    out_.name("commitment").text(holding.commitment).name("when_ms").integer(holding.when_ms);
  }
  void operator()(const StepTaken& step) {
    type("step").name("step").text(step.step).name("done").truth(step.done == Done::yes);
  }
  void operator()(const SignSeen& seen) {
    type("sign").name("step").text(seen.step).name("sign").text(seen.sign);
    out_.name("there").truth(seen.there == There::yes);
  }
  void operator()(const EvidenceSeen& seen) {
    type("evidence").name("evidence").text(seen.evidence);
    out_.name("there").truth(seen.there == There::yes);
  }
  void operator()(const CheckIn& check_in) {
    type("check_in").name("kind").text(name_of(check_in.kind));
    maybe("level", check_in.level);
    maybe("went", check_in.went);
    maybe("basics", check_in.basics);
  }
  void operator()(const TheirWords& words) {
    type("their_words").name("id").text(words.id);
    maybe("when_ms", words.when_ms);
    maybe("text", words.text);
  }
  void operator()(const Record& record) {
    type("record").name("id").text(record.id);
    if (record.measures) {
      if (const auto measures = base::json::parse(*record.measures)) {
        out_.name("measures").value(*measures);
      }
    }
    maybe("evidence", record.evidence);
    gone(record.presence);
  }
  void operator()(const Note& note) {
    type("note").name("id").text(note.id);
    maybe("kind", note.kind);
    maybe("about", note.about);
    maybe("text", note.text);
    gone(note.presence);
  }
  void operator()(const Unknown&) {}  // Given back as it came, by encode().

 private:
  Writer& type(std::string_view type) { return out_.name("type").text(type); }

  void maybe(std::string_view name, const std::optional<std::string>& text) {
    if (text) out_.name(name).text(*text);
  }
  void maybe(std::string_view name, std::optional<std::int64_t> number) {
    if (number) out_.name(name).integer(*number);
  }
  void maybe(std::string_view name, const std::optional<std::vector<std::string>>& names) {
    if (!names) return;
    out_.name(name).open_list();
    for (const std::string& one : *names) out_.text(one);
    out_.close_list();
  }
  template <typename Choice>
  void choice(std::string_view name, std::optional<Choice> choice) {
    if (choice) out_.name(name).text(name_of(*choice));
  }
  void gone(std::optional<Presence> presence) {
    if (presence) out_.name("gone").truth(*presence == Presence::gone);
  }
  void takes_back(std::optional<Clock> clock) {
    if (clock)
      out_.name("takes_back").open_list().integer(clock->at_ms).integer(clock->tick).close_list();
  }

  Writer out_;
};

}  // namespace

std::string encode(const Event& event) {
  if (const auto* unknown = std::get_if<Unknown>(&event.body)) return unknown->json;
  Encoder encoder(event);
  std::visit(encoder, event.body);
  return encoder.take();
}

}  // namespace amends::journal
