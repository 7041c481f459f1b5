// What the plan goes by: the signs of a step, the window for commitments, what a phrase stands on.
// All of it is data (guide/signs.toml, guide/path.toml, guide/plan.toml).

#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json.h"
#include "guide/ids.h"
#include "guide/measure.h"

namespace amends::guide {

class Guide;

/// Something to count, and how much of it is enough. Which members mean something: needs_of(count).
struct Measure {
  Count count = Count::notes;
  int at_least = 0;
  int days = 0;
  int within_days = 0;
  int hours = 0;
  int from_hour = 0;  // Local; up to, and without, to_hour.
  int to_hour = 0;
  std::vector<std::string> notes;     // Kinds of notes.
  std::vector<std::string> has;       // Kinds of notes about those.
  std::vector<std::string> contacts;  // Kinds of contact.
  std::vector<std::string> drafts;    // What a draft is for.
  std::vector<std::string> basics;    // What a day has to have.
  std::vector<std::string> not_went;  // How an urge ended that does not count.
  std::string since;                  // A kind of note: only what came after the first of it.
  std::string step;
  std::string sign;
  std::vector<ItemAnswer> answers;
};

/// What one can see of a step that is done.
struct Sign {
  std::string id;
  std::optional<Measure> measure;  // Without one only the person can say it.
  std::string says;
};

/// How long a change has to be seen before it counts.
struct Span {
  int weeks = 0;
  int due = 0;
  int kept_of_ten = 0;
};

struct WindowRule {
  std::vector<ItemAnswer> answers;  // Any of them in force.
  bool needs_clear_hard = false;    // Only where every hard item is answered best.
  Span span;
};

struct Window {
  Span span;
  std::vector<WindowRule> rules;  // The first that fits counts.
};

/// What has to stand behind a phrase before it opens.
struct PhraseNeeds {
  std::string id;
  Level level = Level::safety_first;
  std::vector<std::string> steps;  // That are done.
  std::vector<std::string> evidence;
  bool window = false;  // The window of kept commitments holds.
};

/// Measures and signs as the pack holds them; nothing where an answer or a measure is not known.
std::optional<std::vector<Measure>> measures_of(const Guide& guide, const base::json::Value& list);
std::optional<std::vector<Sign>> signs_of(const Guide& guide, const base::json::Value& list);

}  // namespace amends::guide
