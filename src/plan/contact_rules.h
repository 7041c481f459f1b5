// What the contact log shows by itself: the stop rules of silence, pressure and on-off attention.
// (Guide: chapters 7, 10 and 12; sp-no-response, nd-pressure-spam, sp-hot-cold, ap-exhaustion.)
//
// Explicit facts count, whatever the person answers; fuzzy patterns only ask (EVIDENCE 5.3). Every
// number is in guide/log.toml. It counts exchanges and never describes the other person. Pure, and
// linear in the log but for the sorting of reply times.

#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <vector>

#include "base/json.h"
#include "guide/guide.h"
#include "plan/log.h"

namespace amends::plan {

/// A rule that the log meets now.
struct Finding {
  const guide::LogRule* rule;  // Lives as long as the guide.
  int n;                       // How many contacts, openings or swings it is.
  std::int64_t since_ms;
  std::optional<std::int64_t> until_ms;  // Nothing where time does not end it.
  std::vector<std::int64_t> dates_ms;    // The last ones, in order.
};

/// What they said, the newest of each kind, and how often I wrote since.
struct Said {
  const Boundary* boundary;
  int mine_since;
};

struct ContactView {
  int mine_since_theirs = 0;
  std::optional<std::int64_t> last_mine_ms;
  std::optional<std::int64_t> last_theirs_ms;
  std::vector<Said> said;
  std::vector<Finding> findings;
};

/// Where local time is `offset_min` ahead of UTC. The view points into `guide` and `log`.
ContactView contact_view(const guide::Guide& guide, const Log& log, std::int64_t now_ms,
                         std::int64_t offset_min);

/// The answers that count because the log shows them: Sheet::logged.
std::set<guide::ItemAnswer> logged_by(const std::vector<Finding>& findings);

void write_contact(base::json::Writer& out, const guide::Guide& guide, const ContactView& view);

}  // namespace amends::plan
