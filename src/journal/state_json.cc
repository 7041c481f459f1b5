#include "journal/fold.h"
#include "journal/names.h"

namespace amends::journal {

using base::json::Writer;
using guide::Guide;

namespace {

void maybe(Writer& out, std::string_view name, const std::optional<std::string>& text) {
  if (text) out.name(name).text(*text);
}

void maybe(Writer& out, std::string_view name, std::optional<std::int64_t> number) {
  if (number) out.name(name).integer(*number);
}

template <typename Choice>
void choice(Writer& out, std::string_view name, std::optional<Choice> choice) {
  if (choice) out.name(name).text(name_of(*choice));
}

bool is_gone(std::optional<Presence> presence) { return presence == Presence::gone; }

void write_contacts(Writer& out, const State& state) {
  out.name("contacts").open_list();
  for (const auto& [id, now] : state.contacts) {
    const Contact& contact = now.contact;
    if (is_gone(contact.presence)) continue;
    out.open_object().name("id").text(id);
    maybe(out, "when_ms", contact.when_ms);
    choice(out, "from", contact.from);
    choice(out, "kind", contact.kind);
    choice(out, "about", contact.about);
    out.close_object();
  }
  out.close_list().name("boundaries").open_list();
  for (const auto& [id, boundary] : state.boundaries) {
    if (is_gone(boundary.presence)) continue;
    out.open_object().name("id").text(id);
    maybe(out, "when_ms", boundary.when_ms);
    choice(out, "kind", boundary.kind);
    out.close_object();
  }
  out.close_list();
}

void write_times(Writer& out, std::string_view name, const std::vector<std::int64_t>& times) {
  out.name(name).open_list();
  for (const std::int64_t time : times) out.integer(time);
  out.close_list();
}

void maybe(Writer& out, std::string_view name,
           const std::optional<std::vector<std::string>>& names) {
  if (!names) return;
  out.name(name).open_list();
  for (const std::string& one : *names) out.text(one);
  out.close_list();
}

void write_drafts(Writer& out, const State& state) {
  out.name("drafts").open_list();
  for (const auto& [id, now] : state.drafts) {
    if (is_gone(now.draft.presence)) continue;
    out.open_object().name("id").text(id);
    maybe(out, "text", now.draft.text);
    maybe(out, "purpose", now.draft.purpose);
    maybe(out, "wants", now.draft.wants);
    out.name("began_ms").integer(now.began_ms).name("changed_ms").integer(now.changed_ms);
    if (now.outcome) {
      out.name("outcome").text(name_of(*now.outcome));
      out.name("outcome_ms").integer(now.outcome_ms);
    }
    write_times(out, "reread_ms", now.reread_ms);
    out.close_object();
  }
  out.close_list();
}

void write_commitments(Writer& out, const State& state) {
  out.name("commitments").open_list();
  for (const auto& [id, now] : state.commitments) {
    if (is_gone(now.commitment.presence)) continue;
    out.open_object().name("id").text(id);
    maybe(out, "when", now.commitment.when);
    maybe(out, "then", now.commitment.then);
    maybe(out, "notice", now.commitment.notice);
    maybe(out, "obstacle", now.commitment.obstacle);
    maybe(out, "act", now.commitment.act);
    out.name("made_ms").integer(now.made_ms);
    write_times(out, "kept_ms", now.kept_ms);
    write_times(out, "missed_ms", now.missed_ms);
    out.close_object();
  }
  out.close_list();
}

void write_records(Writer& out, const State& state) {
  out.name("records").open_list();
  for (const auto& [id, record] : state.records) {
    if (is_gone(record.presence)) continue;
    out.open_object().name("id").text(id);
    if (record.measures) {
      if (const auto value = base::json::parse(*record.measures)) {
        out.name("measures").value(*value);
      }
    }
    maybe(out, "evidence", record.evidence);
    out.close_object();
  }
  out.close_list();
}

void write_notes(Writer& out, const State& state) {
  out.name("check_ins").open_list();
  for (const CheckInNow& now : state.check_ins) {
    out.open_object().name("when_ms").integer(now.when_ms);
    out.name("kind").text(name_of(now.check_in.kind));
    maybe(out, "level", now.check_in.level);
    maybe(out, "went", now.check_in.went);
    maybe(out, "basics", now.check_in.basics);
    out.close_object();
  }
  out.close_list().name("notes").open_list();
  for (const auto& [id, now] : state.notes) {
    if (is_gone(now.note.presence)) continue;
    out.open_object().name("id").text(id);
    maybe(out, "kind", now.note.kind);
    maybe(out, "about", now.note.about);
    maybe(out, "text", now.note.text);
    out.name("first_ms").integer(now.first_ms);
    out.name("changed_ms").integer(now.changed_ms).close_object();
  }
  out.close_list();
}

void write_words(Writer& out, const State& state) {
  out.name("signs").open_list();
  for (const auto& [name, now] : state.signs) {
    out.open_object().name("step").text(name.first).name("sign").text(name.second);
    out.name("there").truth(now.there == There::yes);
    out.name("when_ms").integer(now.when_ms).close_object();
  }
  out.close_list().name("their_words").open_list();
  for (const auto& [id, now] : state.their_words) {
    out.open_object().name("id").text(id);
    maybe(out, "when_ms", now.words.when_ms);
    maybe(out, "text", now.words.text);
    out.close_object();
  }
  out.close_list();
}

}  // namespace

void write_state(Writer& out, const Guide& guide, const State& state) {
  write_state(out, guide, state, state.sheet);
}

void write_state(Writer& out, const Guide& guide, const State& state, const check::Sheet& sheet) {
  out.open_object().name("sheet");
  check::write_sheet(out, guide, sheet);
  write_contacts(out, state);
  write_drafts(out, state);
  write_commitments(out, state);
  write_records(out, state);
  write_notes(out, state);
  write_words(out, state);
  out.name("passed_over").integer(static_cast<std::int64_t>(state.passed_over));
  out.close_object();
}

}  // namespace amends::journal
