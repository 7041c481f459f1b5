// The guide as the program knows it: levels, items and their answers, steps, screens and every word
// that goes with them, read from the pack that tools/packc compiles out of guide/ and lang/.
//
// Immutable once read. Items, steps and screens are named by their index, in the guide's order
// (chapter by chapter); ids are for files and people. All words are UTF-8.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "guide/ids.h"
#include "guide/plan.h"

namespace amends::guide {

/// Hard and gate must be answered before open-channel, depth before together-slowly; record comes
/// from the contact log, or from the person where there is none.
enum class ItemClass : std::uint8_t { hard, gate, depth, record };

using LaneSet = std::uint32_t;  // One bit a lane, in the order of Guide::lanes.

struct Answer {
  std::string id;
  Level ceiling;
  bool latched;  // Once given it stays in force, whatever is answered later.
  LaneSet lanes;
  std::string raise;  // The rule by which it can be raised again; empty on a best answer.
  std::string label;  // What the person says.
  std::string reason;
  std::string change;
};

struct Item {
  std::string id;
  std::string entry;  // The entry of the guide that it asks about.
  ItemClass item_class;
  Level unanswered;  // The cap while it has no answer.
  bool free_text;
  std::string question;
  std::string why;
  std::string write;            // The invitation beside a free text; empty where there is none.
  std::vector<Answer> answers;  // Best first, ceilings never rising.
};

struct Step {
  std::string id;
  int number;  // As the guide counts, 1 to 33.
  std::string phase;
  Level level;  // The lowest permitted level at which it is offered.
  std::vector<std::string> after;
  std::vector<ItemIndex> needs_answered;
  std::vector<ItemAnswer> needs_answers;
  std::vector<std::string> needs_evidence;
  std::string title;
  std::string what;
  std::string why;
  std::string done;
  std::string opens;
  std::vector<Sign> signs;  // Done when all are there.
};

struct Evidence {
  std::string id;
  std::vector<ItemAnswer> from;   // Any of these answers in force is this evidence,
  std::vector<Measure> measures;  // and so is any of these in the log.
};

/// Another path through the steps: when nobody did wrong, or when they wrote first.
struct Variant {
  struct After {
    std::string step;
    std::vector<std::string> after;     // Instead of the step's own.
    std::vector<std::string> evidence;  // Besides the step's own.
  };
  std::string id;
  std::optional<ItemAnswer> when_answer;
  std::string when_evidence;
  std::vector<std::string> drop;
  std::vector<std::string> done;
  std::vector<After> after;
};

struct ScreenQuestion {
  std::string id;
  std::string text;
  std::vector<std::string> replies;
};

struct ScreenRule {
  std::string answer;
  std::vector<std::string> any_of;
  std::vector<std::string> replies;
  std::vector<std::string> sum_of;
  int at_least;
  bool complete;  // Fires only when every question has a reply.
};

struct Screen {
  std::string id;
  ItemIndex item;
  std::string title;
  std::string intro;
  std::string why;
  std::vector<std::string> page_intros;
  std::vector<std::vector<ScreenQuestion>> pages;
  std::vector<std::pair<std::string, int>> points;
  std::vector<ScreenRule> rules;
};

struct Part {
  std::string id;
  std::string title;
  std::string says;
  std::vector<ItemIndex> items;  // In asking order.
};

struct LevelWords {
  std::string id;
  std::vector<std::string> closed;  // Actions this level closes.
  std::string title;
  std::string says;
  std::string open;
  std::string closed_says;
};

struct Lane {
  std::string id;
  std::vector<std::string> help;  // Kinds of help lines, in order.
  std::string title;
  std::string says;
};

/// By whom, and after how long, an answer can be raised again. What else a rule asks for is code.
struct Raise {
  std::string id;
  int wait_h = 0;
  int night_wait_h = 0;  // Of an answer that was given at night; 0 where the night is no longer.
};

/// What the contact log shows by itself, in numbers. (Guide: chapters 7 and 10.)
struct LogRule {
  enum class Effect : std::uint8_t { in_force, ask };
  std::string id;
  ItemAnswer finds;
  Effect effect;
  std::vector<ItemAnswer> after;
  std::vector<std::pair<std::string, int>> numbers;

  int number(std::string_view name) const;
};

struct LogNumbers {
  int night_from_h = 0;  // Local hours.
  int night_until_h = 0;
  int rest_h = 0;  // How long a draft rests.
  int night_rest_h = 0;
  int turn_gap_h = 0;
  int opening_gap_h = 0;
  int opening_replies = 0;
  int dates = 0;  // How many dates a finding names.
  std::vector<LogRule> rules;
};

struct Entry {
  std::string id;
  int chapter;
  std::vector<std::string> acts;
  std::vector<std::string> through;
  std::string title;
  std::string says;
};

struct HelpLine {
  std::string kind;
  std::string name;
  std::string number;
  std::string audience;
  std::string text_chat;
  std::string hours;
  std::string cost;
  std::string site;
  std::string note;
};

struct Country {
  std::string code;
  std::string name;
  std::vector<HelpLine> lines;
};

struct HelpKind {
  std::string id;
  std::string title;
};

struct Help {
  std::string checked;  // The day the list was last checked, as 2026-11-23.
  std::string busy;
  std::string none_here;
  std::string checked_says;
  std::vector<HelpKind> kinds;
  std::vector<Country> countries;
};

class Guide {
 public:
  /// Reads a pack. packc has checked it, so what fails here is a file cut off or of another
  /// version.
  static base::Result<Guide> read(std::string_view pack_json);

  std::vector<LevelWords> levels;  // kLevels of them, low to high.
  std::vector<Lane> lanes;
  std::vector<Entry> entries;
  std::vector<Item> items;
  std::vector<Step> steps;  // In the order of the path: a step comes after those it waits for.
  std::vector<Evidence> evidence;
  std::vector<Variant> variants;
  Window window;
  std::vector<ItemIndex> obstacles;  // Each wants a commitment that names it.
  std::vector<PhraseNeeds> phrases;
  std::vector<Part> parts;
  std::vector<Screen> screens;
  std::vector<std::pair<std::string, std::string>> replies;  // Reply id and label.
  Help help;
  int slip_minutes = 0;
  std::vector<Raise> raises;
  LogNumbers log;

  std::optional<ItemIndex> item_named(std::string_view id) const;
  std::optional<AnswerIndex> answer_named(ItemIndex item, std::string_view id) const;
  /// "item=answer", as the guide's files write it.
  std::optional<ItemAnswer> item_answer_named(std::string_view text) const;
  const Step* step_named(std::string_view id) const;
  const Screen* screen_named(std::string_view id) const;
  const Screen* screen_for(ItemIndex item) const;
  bool has_evidence(std::string_view id) const;
  const Raise* raise_named(std::string_view id) const;
  const LogRule* log_rule(std::string_view id) const;
  std::string_view level_id(Level level) const;
  std::string_view reply_label(std::string_view reply) const;

  ItemIndex item_count() const { return static_cast<ItemIndex>(items.size()); }

  const Answer& at(ItemAnswer pair) const { return items[pair.item].answers[pair.answer]; }

 private:
  std::unordered_map<std::string, ItemIndex> items_by_id_;

  friend class GuideReader;
};

std::optional<Level> level_named(std::string_view id);

}  // namespace amends::guide
