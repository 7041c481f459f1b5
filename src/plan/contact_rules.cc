#include "plan/contact_rules.h"

#include <algorithm>
#include <array>

#include "plan/turns.h"

namespace amends::plan {

using guide::Guide;
using guide::LogRule;

namespace {

constexpr std::int64_t kWeekMs = 7 * kDayMs;
constexpr std::size_t kKinds = 5;

/// Everything the rules look at, made once.
struct Seen {
  const Guide& guide;
  const Log& log;
  std::int64_t now_ms;
  std::int64_t offset_min;
  std::vector<Contact> social;
  std::vector<Turn> turns;
};

std::vector<std::int64_t> last_of(const Guide& guide, std::vector<std::int64_t> dates) {
  const auto most = static_cast<std::size_t>(guide.log.dates);
  if (dates.size() > most) dates.erase(dates.begin(), dates.end() - guide.log.dates);
  return dates;
}

// sp-no-response. A reply ends waiting; after none only what they begin themselves.
class Silence {
 public:
  explicit Silence(const Seen& seen)
      : waiting_(seen.guide.log_rule("waiting")), none_(seen.guide.log_rule("none")) {
    if (waiting_ == nullptr || none_ == nullptr) return;
    for (const Turn& turn : seen.turns) {
      grow_until(turn.first_ms, turn.usual_reply_ms);
      turn.side == Side::me ? mine(turn) : theirs(turn);
    }
    if (!seen.turns.empty()) grow_until(seen.now_ms, seen.turns.back().usual_reply_ms);
  }

  const LogRule* rule() const {
    return state_ == State::waiting ? waiting_ : state_ == State::none ? none_ : nullptr;
  }
  std::int64_t since_ms() const { return since_ms_; }

 private:
  enum class State : std::uint8_t { talking, waiting, none };

  void grow_until(std::int64_t when_ms, std::int64_t usual_ms) {
    if (state_ != State::waiting) return;
    const std::int64_t longest_ms =
        std::max(none_->number("days") * kDayMs, none_->number("replies") * usual_ms);
    if (when_ms - last_mine_ms_ > longest_ms) become(State::none, last_mine_ms_ + longest_ms);
  }
  void mine(const Turn& turn) {
    ++unanswered_;
    last_mine_ms_ = turn.last_ms;
    if (state_ == State::none) return;
    if (unanswered_ >= none_->number("turns")) return become(State::none, turn.first_ms);
    if (state_ == State::talking && unanswered_ >= waiting_->number("turns")) {
      become(State::waiting, turn.first_ms);
    }
  }
  void theirs(const Turn& turn) {
    unanswered_ = 0;
    if (state_ == State::none && !turn.opening) return;
    state_ = State::talking;
  }
  void become(State state, std::int64_t since_ms) {
    state_ = state;
    since_ms_ = since_ms;
  }

  const LogRule* waiting_;
  const LogRule* none_;
  State state_ = State::talking;
  int unanswered_ = 0;
  std::int64_t since_ms_ = 0;
  std::int64_t last_mine_ms_ = 0;
};

void find_silence(const Seen& seen, std::vector<Finding>& out) {
  const Silence silence(seen);
  if (silence.rule() == nullptr) return;
  std::vector<std::int64_t> dates;
  for (const Contact& contact : seen.social) {
    if (contact.from == Side::them) {
      dates.clear();
    } else {
      dates.push_back(contact.when_ms);
    }
  }
  const auto n = static_cast<int>(dates.size());
  out.push_back(
      {silence.rule(), n, silence.since_ms(), std::nullopt, last_of(seen.guide, std::move(dates))});
}

// sp-no-response, barely: how many of my last openings were answered.
void find_barely(const Seen& seen, std::vector<Finding>& out) {
  const LogRule* rule = seen.guide.log_rule("barely");
  if (rule == nullptr) return;
  struct Opening {
    std::int64_t when_ms;
    int answered;
  };
  std::vector<Opening> mine;
  for (const Turn& turn : seen.turns) {
    if (turn.side == Side::me && turn.opening) mine.push_back({turn.first_ms, 0});
    if (turn.side == Side::them && !mine.empty()) mine.back().answered = 1;
  }
  const int of = rule->number("openings");
  if (of <= 0 || mine.size() < static_cast<std::size_t>(of)) return;
  mine.erase(mine.begin(), mine.end() - of);
  int answered = 0;
  std::vector<std::int64_t> dates;
  for (const Opening& opening : mine) {
    answered += opening.answered;
    if (opening.answered == 0) dates.push_back(opening.when_ms);
  }
  if (answered * 100 >= rule->number("answered_percent") * of) return;
  out.push_back({rule, of - answered, mine.front().when_ms, std::nullopt,
                 last_of(seen.guide, std::move(dates))});
}

/// Contacts of mine that a rule of pressure found, as a finding that time ends.
void add_pressure(const Seen& seen, const LogRule& rule, const std::vector<bool>& found,
                  std::vector<Finding>& out) {
  const std::int64_t holds_ms = rule.number("weeks") * kWeekMs;
  std::vector<std::int64_t> dates;
  for (std::size_t i = 0; i < seen.social.size(); ++i) {
    if (found[i] && seen.social[i].when_ms + holds_ms > seen.now_ms) {
      dates.push_back(seen.social[i].when_ms);
    }
  }
  if (dates.empty()) return;
  const auto n = static_cast<int>(dates.size());
  out.push_back(
      {&rule, n, dates.front(), dates.back() + holds_ms, last_of(seen.guide, std::move(dates))});
}

/// Of each place: how many contacts of each kind stand before it.
using Counts = std::array<int, kKinds>;

std::vector<Counts> counts_before(const std::vector<Contact>& social) {
  std::vector<Counts> before(social.size() + 1);
  for (std::size_t i = 0; i < social.size(); ++i) {
    before[i + 1] = before[i];
    ++before[i + 1][static_cast<std::size_t>(social[i].kind)];
  }
  return before;
}

/// Whether contacts that went without an answer, by kind, are too many.
using TooMany = bool (*)(const LogRule& rule, const Counts& counts);

bool is_flood(const LogRule& rule, const Counts& counts) {
  int all = 0;
  for (const int count : counts) all += count;
  return all >= rule.number("contacts");
}

bool is_calls(const LogRule& rule, const Counts& counts) {
  return counts[static_cast<std::size_t>(ContactKind::call)] >= rule.number("contacts");
}

bool is_kinds(const LogRule& rule, const Counts& counts) {
  const auto used = std::ranges::count_if(counts, [](int count) { return count > 0; });
  return used >= rule.number("kinds");
}

// nd-pressure-spam: from each contact of mine on, all within some hours that got no answer in them.
void find_burst(const Seen& seen, std::string_view id, TooMany too_many,
                std::vector<Finding>& out) {
  const LogRule* rule = seen.guide.log_rule(id);
  if (rule == nullptr) return;
  const std::int64_t hours_ms = rule->number("hours") * kHourMs;
  const std::vector<Counts> before = counts_before(seen.social);
  const std::size_t size = seen.social.size();
  std::vector<bool> found(size);
  std::size_t end = 0;
  std::size_t answer = 0;
  std::size_t marked = 0;
  for (std::size_t i = 0; i < size; ++i) {
    if (seen.social[i].from == Side::them) continue;
    const std::int64_t until_ms = seen.social[i].when_ms + hours_ms;
    end = std::max(end, i);
    while (end < size && seen.social[end].when_ms <= until_ms) ++end;
    answer = std::max(answer, i);
    while (answer < size && seen.social[answer].from == Side::me) ++answer;
    if (answer < end) continue;
    Counts counts{};
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
      counts[kind] = before[end][kind] - before[i][kind];
    }
    if (!too_many(*rule, counts)) continue;
    for (marked = std::max(marked, i); marked < end; ++marked) found[marked] = true;
  }
  add_pressure(seen, *rule, found, out);
}

// nd-pressure-spam at night; but who writes back to what just came only talks late.
void find_night(const Seen& seen, std::vector<Finding>& out) {
  const LogRule* rule = seen.guide.log_rule("night");
  if (rule == nullptr) return;
  const std::int64_t talk_ms = seen.guide.log.turn_gap_h * kHourMs;
  std::vector<bool> found(seen.social.size());
  std::optional<std::int64_t> theirs_ms;
  for (std::size_t i = 0; i < seen.social.size(); ++i) {
    const Contact& contact = seen.social[i];
    if (contact.from == Side::them) {
      theirs_ms = contact.when_ms;
      continue;
    }
    const int hour = local_hour(contact.when_ms, seen.offset_min);
    const bool talking = theirs_ms && contact.when_ms - *theirs_ms < talk_ms;
    found[i] = !talking && hour >= rule->number("from_h") && hour < rule->number("until_h");
  }
  add_pressure(seen, *rule, found, out);
}

// sp-explicit-no, sp-block: what comes after a no, it is not a question of how much.
void find_after_no(const Seen& seen, std::vector<Finding>& out) {
  const LogRule* rule = seen.guide.log_rule("after-no");
  if (rule == nullptr) return;
  std::optional<std::int64_t> no_ms;
  for (const Latch& latch : seen.log.latches) {
    if (std::ranges::find(rule->after, latch.answer) == rule->after.end()) continue;
    no_ms = std::min(no_ms.value_or(latch.since_ms), latch.since_ms);
  }
  if (!no_ms) return;
  std::vector<std::int64_t> dates;
  for (const Contact& contact : seen.social) {
    if (contact.from == Side::me && contact.when_ms > *no_ms) dates.push_back(contact.when_ms);
  }
  if (dates.empty()) return;
  const auto n = static_cast<int>(dates.size());
  out.push_back({rule, n, dates.front(), std::nullopt, last_of(seen.guide, std::move(dates))});
}

std::int64_t median_of(std::vector<std::int64_t> values) {
  std::ranges::sort(values);
  return values.empty() ? 0 : values[(values.size() - 1) / 2];
}

// sp-hot-cold, as far as a log without words carries it: their turns of each week.
void find_hot_cold(const Seen& seen, std::vector<Finding>& out) {
  const LogRule* rule = seen.guide.log_rule("hot-cold");
  if (rule == nullptr || seen.turns.empty()) return;
  const std::int64_t weeks = rule->number("weeks");
  const std::int64_t from_ms = seen.now_ms - weeks * kWeekMs;
  if (weeks <= 0 || seen.turns.front().first_ms > from_ms) return;
  std::vector<std::int64_t> theirs(static_cast<std::size_t>(weeks));
  std::vector<std::int64_t> mine(static_cast<std::size_t>(weeks));
  for (const Turn& turn : seen.turns) {
    if (turn.first_ms <= from_ms) continue;
    const auto week = static_cast<std::size_t>((turn.first_ms - from_ms - 1) / kWeekMs);
    ++(turn.side == Side::them ? theirs : mine)[week];
  }
  const std::int64_t most = std::ranges::max(mine);
  if ((most - std::ranges::min(mine)) * 100 >= rule->number("mine_percent") * most) return;

  const std::int64_t middle = median_of(theirs);
  std::vector<std::int64_t> away;
  for (const std::int64_t week : theirs) away.push_back(std::abs(week - middle));
  const std::int64_t band = rule->number("deviations") * median_of(away);
  int swings = 0;
  int before = 0;
  std::vector<std::int64_t> dates;
  for (std::size_t week = 0; week < theirs.size(); ++week) {
    const int side = theirs[week] > middle + band ? 1 : theirs[week] < middle - band ? -1 : 0;
    if (side == 0 || side == before) continue;
    if (before != 0) {
      ++swings;
      dates.push_back(from_ms + static_cast<std::int64_t>(week) * kWeekMs);
    }
    before = side;
  }
  if (swings < rule->number("swings")) return;
  out.push_back({rule, swings, from_ms, std::nullopt, last_of(seen.guide, std::move(dates))});
}

// ap-exhaustion: who begins nearly always is asked how it is.
void find_one_sided(const Seen& seen, std::vector<Finding>& out) {
  const LogRule* rule = seen.guide.log_rule("one-sided");
  if (rule == nullptr) return;
  const std::int64_t from_ms = seen.now_ms - rule->number("weeks") * kWeekMs;
  int all = 0;
  std::vector<std::int64_t> mine;
  for (const Turn& turn : seen.turns) {
    if (!turn.opening || turn.first_ms <= from_ms) continue;
    ++all;
    if (turn.side == Side::me) mine.push_back(turn.first_ms);
  }
  const auto n = static_cast<int>(mine.size());
  if (all < rule->number("openings") || n * 100 <= rule->number("mine_percent") * all) return;
  out.push_back({rule, n, from_ms, std::nullopt, last_of(seen.guide, std::move(mine))});
}

int mine_after(const std::vector<Contact>& social, std::int64_t when_ms) {
  return static_cast<int>(std::ranges::count_if(social, [when_ms](const Contact& contact) {
    return contact.from == Side::me && contact.when_ms > when_ms;
  }));
}

std::vector<Said> said_of(const Seen& seen) {
  std::array<const Boundary*, 5> newest{};
  for (const Boundary& boundary : seen.log.boundaries) {
    if (boundary.when_ms > seen.now_ms) break;
    newest[static_cast<std::size_t>(boundary.kind)] = &boundary;
  }
  std::vector<Said> said;
  for (const Boundary* boundary : newest) {
    if (boundary != nullptr) {
      said.push_back({boundary, mine_after(seen.social, boundary->when_ms)});
    }
  }
  return said;
}

}  // namespace

ContactView contact_view(const Guide& guide, const Log& log, std::int64_t now_ms,
                         std::int64_t offset_min) {
  Seen seen{guide, log, now_ms, offset_min, social_until(log, now_ms), {}};
  seen.turns = turns_of(guide, seen.social);
  ContactView view;
  for (const Contact& contact : seen.social) {
    if (contact.from == Side::them) {
      view.last_theirs_ms = contact.when_ms;
      view.mine_since_theirs = 0;
    } else {
      view.last_mine_ms = contact.when_ms;
      ++view.mine_since_theirs;
    }
  }
  view.said = said_of(seen);
  find_silence(seen, view.findings);
  find_barely(seen, view.findings);
  find_burst(seen, "flood", is_flood, view.findings);
  find_burst(seen, "calls", is_calls, view.findings);
  find_burst(seen, "kinds", is_kinds, view.findings);
  find_after_no(seen, view.findings);
  find_night(seen, view.findings);
  find_hot_cold(seen, view.findings);
  find_one_sided(seen, view.findings);
  return view;
}

std::set<guide::ItemAnswer> logged_by(const std::vector<Finding>& findings) {
  std::set<guide::ItemAnswer> logged;
  for (const Finding& finding : findings) {
    if (finding.rule->effect == LogRule::Effect::in_force) logged.insert(finding.rule->finds);
  }
  return logged;
}

}  // namespace amends::plan
