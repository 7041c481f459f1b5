#include "cli/standing_page.h"

#include <algorithm>
#include <string>

#include "check/steps.h"
#include "cli/packs.h"

namespace amends::cli {

using check::Sheet;
using check::Standing;
using guide::Guide;
using guide::ItemAnswer;

namespace {

constexpr int kIndent = 2;
constexpr std::size_t kMostOpenShown = 5;

void write_limiting(Page& page, const Guide& guide, const Standing& standing) {
  if (standing.limiting.empty()) return;
  page.space().heading(words("cli.standing.holds"));
  for (const ItemAnswer pair : standing.limiting) {
    const guide::Answer& answer = guide.at(pair);
    page.line(guide.items[pair.item].question, kIndent);
    page.line(words("cli.standing.you", {{"answer", answer.label}}), kIndent);
    page.line(answer.reason, kIndent + kIndent);
  }
  page.space().heading(words("cli.standing.change"));
  for (const ItemAnswer pair : standing.limiting) page.line(guide.at(pair).change, kIndent);
}

void write_open(Page& page, const Guide& guide, const Standing& standing) {
  if (standing.open.empty()) return;
  page.space().heading(words("cli.standing.open"));
  const std::size_t shown = std::min(standing.open.size(), kMostOpenShown);
  for (std::size_t i = 0; i < shown; ++i) {
    page.line(guide.items[standing.open[i]].question, kIndent);
  }
  if (shown < standing.open.size()) {
    const std::string more = std::to_string(standing.open.size() - shown);
    page.line(words("cli.standing.more-open", {{"n", more}}), kIndent);
  }
}

void write_steps(Page& page, const Guide& guide, const Sheet& sheet, const Standing& standing) {
  const auto steps = check::open_steps(guide, sheet, standing.permitted);
  if (steps.empty()) return;
  page.space().heading(words("cli.standing.next"));
  page.line(steps[0]->title, kIndent);
  page.line(steps[0]->what, kIndent + kIndent);
  page.line(words("cli.standing.next-done", {{"done", steps[0]->done}}), kIndent + kIndent);
  if (steps.size() == 1) return;
  std::string others;
  for (std::size_t i = 1; i < steps.size(); ++i) {
    others += (others.empty() ? "" : "; ") + steps[i]->title;
  }
  page.line(words("cli.standing.more-steps", {{"steps", others}}), kIndent);
}

void write_lanes(Page& page, const Guide& guide, const Standing& standing) {
  if (standing.lanes == 0) return;
  page.space().heading(words("cli.standing.help"));
  bool has_lines = false;
  for (std::size_t i = 0; i < guide.lanes.size(); ++i) {
    if ((standing.lanes >> i & 1U) == 0) continue;
    page.line(guide.lanes[i].title, kIndent);
    page.line(guide.lanes[i].says, kIndent + kIndent);
    has_lines = has_lines || !guide.lanes[i].help.empty();
  }
  if (has_lines) page.line(words("cli.standing.help-hint"), kIndent);
}

}  // namespace

void write_standing_page(Page& page, const Guide& guide, const Sheet& sheet,
                         const Standing& standing) {
  const guide::LevelWords& level = guide.levels[static_cast<std::size_t>(standing.permitted)];
  page.heading(level.title).line(level.says);
  // Help stands first where someone could be in danger: nobody should have to read down to it.
  const bool help_first = standing.permitted == guide::Level::safety_first;
  if (help_first) write_lanes(page, guide, standing);
  write_limiting(page, guide, standing);
  write_open(page, guide, standing);
  write_steps(page, guide, sheet, standing);
  if (!help_first) write_lanes(page, guide, standing);
  page.space().heading(words("cli.standing.open-now"));
  page.line(level.open, kIndent).line(level.closed_says, kIndent);
  page.space().line(words("cli.standing.note"));
}

}  // namespace amends::cli
