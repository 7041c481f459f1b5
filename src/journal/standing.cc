#include "journal/standing.h"

#include <algorithm>

namespace amends::journal {

using base::json::Writer;
using guide::AnswerIndex;
using guide::Guide;
using guide::ItemAnswer;
using guide::ItemIndex;
using guide::Level;

namespace {

constexpr std::string_view kLog = "log";  // What the log shows goes when the log does.

void answer_or_null(Writer& out, const Guide& guide, ItemIndex item,
                    std::optional<AnswerIndex> answer) {
  answer ? out.text(guide.items[item].answers[*answer].id) : out.null();
}

std::string_view words_beside(const check::Sheet& sheet, ItemIndex item) {
  const auto found = sheet.texts.find(item);
  return found == sheet.texts.end() ? std::string_view() : found->second;
}

/// To ask anew, now, for a level; the words that come with it are not there yet.
Asking anew(const Stands& stands, ItemIndex item, Level to) {
  return {item, to, stands.moment.now_ms, std::nullopt, {}, words_beside(stands.sheet, item)};
}

/// The lowest level above this answer that another answer of its item has.
Level next_above(const Guide& guide, ItemAnswer answer) {
  Level next = Level::together_slowly;
  for (const guide::Answer& other : guide.items[answer.item].answers) {
    if (other.ceiling > guide.at(answer).ceiling) next = std::min(next, other.ceiling);
  }
  return next;
}

void add_what_the_log_shows(const Stands& stands, ItemAnswer answer, Hold& hold) {
  if (!stands.sheet.logged.contains(answer)) return;
  hold.needs.push_back(kLog);
  for (const plan::Finding& finding : stands.contact.findings) {
    if (finding.rule->finds != answer || !finding.until_ms) continue;
    hold.from_ms = std::max(hold.from_ms.value_or(*finding.until_ms), *finding.until_ms);
  }
}

std::optional<std::int64_t> since_of(const Guide& guide, const Stands& stands, ItemIndex item) {
  const auto answer = check::lowest_in_force(guide, stands.sheet, item);
  if (!answer) return std::nullopt;
  if (stands.state.sheet.answers[item] == answer) return stands.state.answering[item].held_ms;
  const auto latch = stands.state.latched_by.find({item, *answer});
  if (latch != stands.state.latched_by.end()) return latch->second.front().stamp.clock.at_ms;
  for (const plan::Finding& finding : stands.contact.findings) {
    if (finding.rule->finds == ItemAnswer{item, *answer}) return finding.since_ms;
  }
  return std::nullopt;
}

void time_or_null(Writer& out, std::optional<std::int64_t> time_ms) {
  time_ms ? out.integer(*time_ms) : out.null();
}

void write_moved_items(Writer& out, const Guide& guide, const Stands& then, const Stands& now) {
  out.open_list();
  for (ItemIndex item = 0; item < guide.item_count(); ++item) {
    const auto from = check::lowest_in_force(guide, then.sheet, item);
    const auto to = check::lowest_in_force(guide, now.sheet, item);
    if (from == to) continue;
    out.open_object().name("item").text(guide.items[item].id).name("from");
    answer_or_null(out, guide, item, from);
    out.name("to");
    answer_or_null(out, guide, item, to);
    out.name("when_ms");
    time_or_null(out, since_of(guide, now, item));
    out.close_object();
  }
  out.close_list();
}

}  // namespace

Stands::Stands(const Guide& guide, const State& of, Moment at)
    : state(of),
      moment(at),
      log(log_of(of)),
      contact(plan::contact_view(guide, log, at.now_ms, at.offset_min)),
      sheet(of.sheet) {
  sheet.logged = plan::logged_by(contact.findings);
  standing = check::judge(guide, sheet);
}

void write_hold(Writer& out, const Hold& hold) {
  out.name("rule").text(hold.rule).name("from_ms");
  time_or_null(out, hold.from_ms);
  out.name("needs").open_list();
  for (const std::string_view name : hold.needs) out.text(name);
  out.close_list();
}

void write_raises(Writer& out, const Guide& guide, const Stands& stands) {
  const RaiseRules rules(guide, stands.log);
  out.open_list();
  for (ItemIndex item = 0; item < guide.item_count(); ++item) {
    const Answering& answering = stands.state.answering[item];
    if (!answering.wish) continue;
    const auto answer = answering.wish->answer;
    const guide::Item& of = guide.items[item];
    const Level to = answer ? of.answers[*answer].ceiling : of.unanswered;
    out.open_object().name("item").text(of.id).name("answer");
    answer_or_null(out, guide, item, answer);
    out.name("in_force");
    answer_or_null(out, guide, item, check::lowest_in_force(guide, stands.sheet, item));
    out.name("asked_ms").integer(answering.wish->asked_ms);
    write_hold(out, rules.hold(answering, anew(stands, item, to)));
    out.close_object();
  }
  out.close_list();
}

void write_rechecks(Writer& out, const Guide& guide, const Stands& stands) {
  const RaiseRules rules(guide, stands.log);
  out.open_list();
  for (const ItemAnswer answer : stands.standing.limiting) {
    const Asking asking = anew(stands, answer.item, next_above(guide, answer));
    Hold hold = rules.hold(stands.state.answering[answer.item], asking);
    if (hold.rule.empty()) hold.rule = guide.at(answer).raise;
    add_what_the_log_shows(stands, answer, hold);
    out.open_object().name("item").text(guide.items[answer.item].id);
    out.name("answer").text(guide.at(answer).id);
    out.name("ready").truth(can_be_asked(hold));
    write_hold(out, hold);
    out.close_object();
  }
  out.close_list();
}

void write_moved(Writer& out, const Guide& guide, std::span<const Event> order,
                 const Stands& stands) {
  const auto is_recheck = [](const Event& event) {
    const auto* check_in = std::get_if<CheckIn>(&event.body);
    return check_in != nullptr && check_in->kind == CheckInKind::recheck;
  };
  const auto last = std::find_if(order.rbegin(), order.rend(), is_recheck);
  if (last == order.rend()) {
    out.null();
    return;
  }
  const std::int64_t since_ms = last->stamp.clock.at_ms;
  const auto until = static_cast<std::size_t>(order.rend() - last);
  const State before = fold(guide, order.first(until));
  const Stands then(guide, before, {since_ms, stands.moment.offset_min});
  out.open_object().name("since_ms").integer(since_ms);
  out.name("from").text(guide.level_id(then.standing.permitted));
  out.name("to").text(guide.level_id(stands.standing.permitted));
  out.name("items");
  write_moved_items(out, guide, then, stands);
  out.close_object();
}

}  // namespace amends::journal
