// From which score on the model speaks: chosen on scores of authors a model had not seen.

#pragma once

#include <array>
#include <vector>

#include "reader/labels.h"
#include "reader/model.h"

namespace amends::train {

using Scores = std::array<double, reader::kColumns>;

/// A message as the choice sees it.
struct Judged {
  Scores scores;
  reader::LabelSet labels = 0;    // What people said of it,
  reader::LabelSet by_rules = 0;  // what rules found that wait for nobody,
  reader::LabelSet waiting = 0;   // and what rules found that wait for the model.
  bool shows_danger = false;      // More than a guess: nothing else is marked then.
  bool is_blameless = false;      // Without fault, and not an everyday practical one.
  bool is_practical = false;
};

struct Thresholds {
  Scores alone{};
  Scores agrees{};
};

/// Of each label the score with the best F1, where a mark on a message without any fault weighs
/// more than a wrong label: as much more as keeps the promised shares of blameless and of practical
/// messages unmarked. A score bears a waiting rule out from where the rules are best by it.
Thresholds chosen(std::vector<Judged> judged);

}  // namespace amends::train
