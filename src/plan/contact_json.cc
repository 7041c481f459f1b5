// The view's member `contact` (docs/formats/book.md).

#include <array>

#include "plan/contact_rules.h"

namespace amends::plan {

using base::json::Writer;
using guide::Guide;

namespace {

constexpr std::array<std::string_view, 5> kBoundaries = {"refusal", "space", "block", "partner",
                                                         "order"};

void time_or_null(Writer& out, std::string_view name, std::optional<std::int64_t> time_ms) {
  out.name(name);
  time_ms ? out.integer(*time_ms) : out.null();
}

void write_finding(Writer& out, const Guide& guide, const Finding& finding) {
  const guide::LogRule& rule = *finding.rule;
  out.open_object().name("rule").text(rule.id);
  out.name("item").text(guide.items[rule.finds.item].id);
  out.name("answer").text(guide.at(rule.finds).id);
  out.name("effect").text(rule.effect == guide::LogRule::Effect::ask ? "ask" : "in-force");
  out.name("n").integer(finding.n).name("since_ms").integer(finding.since_ms);
  time_or_null(out, "until_ms", finding.until_ms);
  out.name("dates_ms").open_list();
  for (const std::int64_t date : finding.dates_ms) out.integer(date);
  out.close_list().close_object();
}

}  // namespace

void write_contact(Writer& out, const Guide& guide, const ContactView& view) {
  out.open_object().name("mine_since_theirs").integer(view.mine_since_theirs);
  time_or_null(out, "last_mine_ms", view.last_mine_ms);
  time_or_null(out, "last_theirs_ms", view.last_theirs_ms);
  out.name("said").open_list();
  for (const Said& said : view.said) {
    out.open_object().name("boundary").text(said.boundary->id);
    out.name("kind").text(kBoundaries[static_cast<std::size_t>(said.boundary->kind)]);
    out.name("when_ms").integer(said.boundary->when_ms);
    out.name("mine_since").integer(said.mine_since).close_object();
  }
  out.close_list().name("findings").open_list();
  for (const Finding& finding : view.findings) write_finding(out, guide, finding);
  out.close_list().close_object();
}

}  // namespace amends::plan
