#include "plan/drawer.h"

#include <algorithm>

#include "plan/turns.h"

namespace amends::plan {

using base::json::Writer;
using guide::Guide;
using guide::Level;

namespace {

constexpr std::string_view kSend = "send";  // What a level closes that opens no message.

bool may_send(const Guide& guide, Level permitted) {
  const auto& closed = guide.levels[static_cast<std::size_t>(permitted)].closed;
  return std::ranges::find(closed, kSend) == closed.end();
}

Resting resting(const Guide& guide, const Draft& draft, std::int64_t now_ms,
                std::int64_t offset_min) {
  Resting one{&draft, 0, at_night(guide, draft.changed_ms, offset_min), false, false, {}};
  const int hours = one.at_night ? guide.log.night_rest_h : guide.log.rest_h;
  one.rests_until_ms = draft.changed_ms + hours * kHourMs;
  one.rested = now_ms >= one.rests_until_ms;
  one.reread =
      one.rested && !draft.reread_ms.empty() && draft.reread_ms.back() >= one.rests_until_ms;
  if (draft.wants.empty()) one.needs.push_back("wants");
  if (!one.rested) one.needs.push_back("rest");
  if (!one.reread) one.needs.push_back("reread");
  return one;
}

}  // namespace

std::vector<Resting> drawer(const Guide& guide, const Log& log, Level permitted,
                            std::int64_t now_ms, std::int64_t offset_min) {
  std::vector<Resting> out;
  for (const Draft& draft : log.drafts) {
    if (draft.text.empty() || draft.outcome == Outcome::let_go) continue;
    out.push_back(resting(guide, draft, now_ms, offset_min));
    if (!may_send(guide, permitted)) out.back().needs.push_back("standing");
  }
  return out;
}

void write_drawer(Writer& out, const std::vector<Resting>& drawer) {
  out.open_list();
  for (const Resting& one : drawer) {
    out.open_object().name("draft").text(one.draft->id);
    out.name("rests_until_ms").integer(one.rests_until_ms);
    out.name("at_night").truth(one.at_night).name("rested").truth(one.rested);
    out.name("reread").truth(one.reread).name("ready").truth(one.needs.empty());
    out.name("needs").open_list();
    for (const std::string_view need : one.needs) out.text(need);
    out.close_list().close_object();
  }
  out.close_list();
}

}  // namespace amends::plan
