#include "check/steps.h"

#include <algorithm>
#include <string>

namespace amends::check {

using guide::Evidence;
using guide::Guide;
using guide::Level;
using guide::Step;
using guide::Variant;

bool has_evidence(const Guide& guide, const Sheet& sheet, std::string_view id) {
  if (sheet.evidence.contains(std::string(id))) return true;
  const auto found = std::ranges::find(guide.evidence, id, &Evidence::id);
  if (found == guide.evidence.end()) return false;
  return std::ranges::any_of(found->from,
                             [&sheet](guide::ItemAnswer pair) { return in_force(sheet, pair); });
}

namespace {

bool applies(const Guide& guide, const Sheet& sheet, const Variant& variant) {
  if (variant.when_answer) return in_force(sheet, *variant.when_answer);
  return has_evidence(guide, sheet, variant.when_evidence);
}

// One person's path: the steps with the variants that apply to their story.
class Path {
 public:
  Path(const Guide& guide, const Sheet& sheet) : guide_(guide), sheet_(sheet), done_(sheet.done) {
    for (const Variant& variant : guide.variants) {
      if (!applies(guide, sheet, variant)) continue;
      variants_.push_back(&variant);
      done_.insert(variant.done.begin(), variant.done.end());
    }
  }

  StepNow now(const Step& step, Level permitted) const {
    StepNow now{.step = &step, .state = StepState::open, .steps = {}, .evidence = {}, .items = {}};
    if (is_dropped(step)) {
      now.state = StepState::dropped;
    } else if (done_.contains(step.id)) {
      now.state = StepState::done;
    } else {
      add_steps(step, now);
      add_evidence(step, now);
      add_items(step, now);
      const bool waits = !now.steps.empty() || !now.evidence.empty() || !now.items.empty();
      if (waits) now.state = StepState::waiting;
      if (permitted < step.level) now.state = StepState::closed;
    }
    return now;
  }

 private:
  bool is_dropped(const Step& step) const {
    return std::ranges::any_of(variants_, [&step](const Variant* variant) {
      return std::ranges::find(variant->drop, step.id) != variant->drop.end();
    });
  }

  const Variant::After* replacement(const Step& step) const {
    for (const Variant* variant : variants_) {
      const auto found = std::ranges::find(variant->after, step.id, &Variant::After::step);
      if (found != variant->after.end()) return &*found;
    }
    return nullptr;
  }

  void add_steps(const Step& step, StepNow& now) const {
    const Variant::After* other = replacement(step);
    for (const std::string& id : other == nullptr ? step.after : other->after) {
      if (!done_.contains(id)) now.steps.push_back(id);
    }
  }

  void add_evidence(const Step& step, StepNow& now) const {
    const auto add = [&](const std::vector<std::string>& ids) {
      for (const std::string& id : ids) {
        if (!has_evidence(guide_, sheet_, id)) now.evidence.push_back(id);
      }
    };
    add(step.needs_evidence);
    if (const Variant::After* other = replacement(step)) add(other->evidence);
  }

  void add_items(const Step& step, StepNow& now) const {
    for (const guide::ItemIndex item : step.needs_answered) {
      if (!lowest_in_force(guide_, sheet_, item)) now.items.push_back(guide_.items[item].id);
    }
    for (const guide::ItemAnswer pair : step.needs_answers) {
      if (!in_force(sheet_, pair)) now.items.push_back(guide_.items[pair.item].id);
    }
  }

  const Guide& guide_;
  const Sheet& sheet_;
  std::set<std::string> done_;
  std::vector<const Variant*> variants_;
};

}  // namespace

std::vector<StepNow> steps_now(const Guide& guide, const Sheet& sheet, Level permitted) {
  const Path path(guide, sheet);
  std::vector<StepNow> steps;
  for (const Step& step : guide.steps) steps.push_back(path.now(step, permitted));
  return steps;
}

std::vector<const Step*> open_steps(const Guide& guide, const Sheet& sheet, Level permitted) {
  std::vector<const Step*> open;
  for (const StepNow& now : steps_now(guide, sheet, permitted)) {
    if (now.state == StepState::open) open.push_back(now.step);
  }
  return open;
}

}  // namespace amends::check
