#include "check/judge.h"

#include <algorithm>

#include "check/steps.h"

namespace amends::check {

using base::json::Writer;
using guide::AnswerIndex;
using guide::Guide;
using guide::ItemAnswer;
using guide::ItemIndex;
using guide::Level;

namespace {

Level cap_of_unanswered(const Guide& guide, const Sheet& sheet, Level ceiling) {
  Level cap = ceiling;
  for (ItemIndex item = 0; item < guide.item_count(); ++item) {
    if (lowest_in_force(guide, sheet, item)) continue;
    cap = std::min(cap, guide.items[item].unanswered);
  }
  return cap;
}

}  // namespace

Standing judge(const Guide& guide, const Sheet& sheet) {
  Standing standing{Level::together_slowly, Level::together_slowly, {}, {}, 0};
  for (ItemIndex item = 0; item < guide.item_count(); ++item) {
    if (const auto lowest = lowest_in_force(guide, sheet, item)) {
      standing.ceiling = std::min(standing.ceiling, guide.items[item].answers[*lowest].ceiling);
    }
    if (const auto given = sheet.answers[item]) {
      standing.lanes |= guide.items[item].answers[*given].lanes;
    }
  }
  for (const ItemAnswer pair : sheet.latched) standing.lanes |= guide.at(pair).lanes;
  for (const ItemAnswer pair : sheet.logged) standing.lanes |= guide.at(pair).lanes;
  standing.permitted = cap_of_unanswered(guide, sheet, standing.ceiling);

  const bool ceiling_sets_level =
      standing.permitted == standing.ceiling && standing.ceiling < Level::together_slowly;
  for (ItemIndex item = 0; item < guide.item_count(); ++item) {
    const auto lowest = lowest_in_force(guide, sheet, item);
    if (lowest) {
      const Level level = guide.items[item].answers[*lowest].ceiling;
      if (ceiling_sets_level && level == standing.ceiling) {
        standing.limiting.push_back({item, *lowest});
      }
    } else if (!ceiling_sets_level && guide.items[item].unanswered == standing.permitted &&
               standing.permitted < standing.ceiling) {
      standing.open.push_back(item);
    }
  }
  return standing;
}

void write_standing(Writer& out, const Guide& guide, const Sheet& sheet, const Standing& standing) {
  out.open_object();
  out.name("permitted").text(guide.level_id(standing.permitted));
  out.name("ceiling").text(guide.level_id(standing.ceiling));
  out.name("limiting").open_list();
  for (const ItemAnswer pair : standing.limiting) out.text(guide.items[pair.item].id);
  out.close_list().name("open").open_list();
  for (const ItemIndex item : standing.open) out.text(guide.items[item].id);
  out.close_list().name("lanes").open_list();
  for (std::size_t i = 0; i < guide.lanes.size(); ++i) {
    if ((standing.lanes >> i & 1U) != 0) out.text(guide.lanes[i].id);
  }
  out.close_list().name("reasons").open_list();
  for (const ItemAnswer pair : standing.limiting) {
    out.open_object().name("item").text(guide.items[pair.item].id);
    out.name("answer").text(guide.at(pair).id);
    out.name("why").text(guide.at(pair).reason).close_object();
  }
  out.close_list().name("next_steps").open_list();
  for (const guide::Step* step : open_steps(guide, sheet, standing.permitted)) out.text(step->id);
  out.close_list().name("would_change").open_list();
  for (const ItemAnswer pair : standing.limiting) {
    out.open_object().name("item").text(guide.items[pair.item].id);
    out.name("how").text(guide.at(pair).change).close_object();
  }
  out.close_list().name("closed").open_list();
  for (const std::string& action :
       guide.levels[static_cast<std::size_t>(standing.permitted)].closed) {
    out.text(action);
  }
  out.close_list().close_object();
}

}  // namespace amends::check
