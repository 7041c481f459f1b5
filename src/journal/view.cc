#include "journal/view.h"

#include "base/json.h"
#include "check/agenda.h"
#include "plan/drawer.h"
#include "plan/plan_json.h"
#include "plan/steps.h"

namespace amends::journal {

using base::json::Writer;
using guide::Guide;

std::string view(const Guide& guide, std::span<const Event> order, const State& state,
                 Moment moment) {
  const Stands stands(guide, state, moment);
  Writer out;
  out.open_object().name("state");
  write_state(out, guide, state, stands.sheet);
  out.name("standing");
  // Its next steps are those that the log opens; the level is the sheet's alone.
  check::write_standing(
      out, guide,
      plan::with_log({guide, stands.sheet, stands.log, moment.now_ms, moment.offset_min}),
      stands.standing);
  out.name("agenda");
  check::write_agenda(out, guide, check::agenda(guide, stands.sheet));
  out.name("raises");
  write_raises(out, guide, stands);
  out.name("rechecks");
  write_rechecks(out, guide, stands);
  out.name("moved");
  write_moved(out, guide, order, stands);
  out.name("contact");
  plan::write_contact(out, guide, stands.contact);
  out.name("drawer");
  plan::write_drawer(out, plan::drawer(guide, stands.log, stands.standing.permitted, moment.now_ms,
                                       moment.offset_min));
  plan::write_plan(out, guide, stands.sheet, stands.log, stands.standing.permitted, moment.now_ms,
                   moment.offset_min);
  out.close_object();
  return out.take();
}

}  // namespace amends::journal
