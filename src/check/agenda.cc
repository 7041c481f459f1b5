#include "check/agenda.h"

#include "check/judge.h"

namespace amends::check {

using base::json::Writer;
using guide::Guide;
using guide::Item;
using guide::ItemIndex;
using guide::Level;

namespace {

constexpr const char* kDepth = "depth";

// An answer could still lower the level, or its absence is what holds the level down.
bool could_matter(const Item& item, const Standing& standing) {
  const bool could_lower = item.answers.back().ceiling < standing.permitted;
  const bool holds_down =
      item.unanswered == standing.permitted && standing.permitted < standing.ceiling;
  return could_lower || holds_down;
}

QuestionState state_of(const Guide& guide, const Sheet& sheet, const Standing& standing,
                       ItemIndex item, bool is_depth) {
  if (sheet.answers[item]) return QuestionState::answered;
  if (sheet.passed.contains(item)) return QuestionState::passed;
  if (is_depth && !could_matter(guide.items[item], standing)) return QuestionState::settled;
  return QuestionState::open;
}

void count(Agenda& agenda, const Guide& guide) {
  const auto in_stage = [&](const Question& question) {
    return (guide.parts[question.part].id == kDepth) == (agenda.stage != Stage::first);
  };
  for (const Question& question : agenda.questions) {
    if (!in_stage(question)) continue;
    agenda.left += question.state == QuestionState::open ? 1 : 0;
    const bool asked =
        question.state == QuestionState::answered || question.state == QuestionState::passed;
    agenda.asked += asked ? 1 : 0;
  }
}

const char* state_name(QuestionState state) {
  switch (state) {
    case QuestionState::answered:
      return "answered";
    case QuestionState::passed:
      return "passed";
    case QuestionState::open:
      return "open";
    case QuestionState::settled:
      return "settled";
  }
  return "";
}

const char* stage_name(Stage stage) {
  switch (stage) {
    case Stage::first:
      return "first";
    case Stage::depth:
      return "depth";
    case Stage::done:
      return "done";
  }
  return "";
}

}  // namespace

Agenda agenda(const Guide& guide, const Sheet& sheet) {
  Agenda agenda;
  const Standing standing = judge(guide, sheet);
  agenda.stop = standing.ceiling <= Level::let_go;
  agenda.stage = Stage::done;
  for (std::size_t part = 0; part < guide.parts.size(); ++part) {
    const bool is_depth = guide.parts[part].id == kDepth;
    for (const ItemIndex item : guide.parts[part].items) {
      const QuestionState state = state_of(guide, sheet, standing, item, is_depth);
      agenda.questions.push_back({item, static_cast<std::uint8_t>(part), state});
      if (state != QuestionState::open || agenda.next) continue;
      agenda.next = item;
      agenda.stage = is_depth ? Stage::depth : Stage::first;
    }
  }
  count(agenda, guide);
  return agenda;
}

void write_agenda(Writer& out, const Guide& guide, const Agenda& agenda) {
  out.open_object().name("questions").open_list();
  for (const Question& question : agenda.questions) {
    out.open_object().name("item").text(guide.items[question.item].id);
    out.name("part").text(guide.parts[question.part].id);
    out.name("state").text(state_name(question.state));
    if (const guide::Screen* screen = guide.screen_for(question.item)) {
      out.name("screen").text(screen->id);
    }
    out.close_object();
  }
  out.close_list().name("next");
  if (agenda.next) {
    out.text(guide.items[*agenda.next].id);
  } else {
    out.null();
  }
  out.name("left").integer(agenda.left);
  out.name("asked").integer(agenda.asked);
  out.name("stage").text(stage_name(agenda.stage));
  out.name("stop").truth(agenda.stop);
  out.close_object();
}

}  // namespace amends::check
