#include "journal/view.h"

#include "base/json.h"
#include "check/agenda.h"
#include "check/judge.h"
#include "plan/contact_rules.h"
#include "plan/drawer.h"

namespace amends::journal {

using base::json::Writer;
using guide::Guide;

std::string view(const Guide& guide, std::span<const Event> events, const State& state,
                 Moment moment) {
  static_cast<void>(events);
  const plan::Log log = log_of(state);
  const auto contact = plan::contact_view(guide, log, moment.now_ms, moment.offset_min);
  check::Sheet sheet = state.sheet;
  sheet.logged = plan::logged_by(contact.findings);
  const check::Standing standing = check::judge(guide, sheet);

  Writer out;
  out.open_object().name("state");
  write_state(out, guide, state, sheet);
  out.name("standing");
  check::write_standing(out, guide, sheet, standing);
  out.name("agenda");
  check::write_agenda(out, guide, check::agenda(guide, sheet));
  out.name("raises").open_list().close_list();
  out.name("rechecks").open_list().close_list();
  out.name("moved").null();
  out.name("contact");
  plan::write_contact(out, guide, contact);
  out.name("drawer");
  plan::write_drawer(
      out, plan::drawer(guide, log, standing.permitted, moment.now_ms, moment.offset_min));
  out.close_object();
  return out.take();
}

}  // namespace amends::journal
