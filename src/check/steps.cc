#include "check/steps.h"

#include <algorithm>
#include <string>

namespace amends::check {

using guide::Evidence;
using guide::Guide;
using guide::Level;
using guide::Step;
using guide::Variant;

namespace {

bool has_evidence(const Guide& guide, const Sheet& sheet, const std::string& id) {
  if (sheet.evidence.contains(id)) return true;
  const auto found = std::ranges::find(guide.evidence, id, &Evidence::id);
  if (found == guide.evidence.end()) return false;
  return std::ranges::any_of(found->from,
                             [&sheet](guide::ItemAnswer pair) { return in_force(sheet, pair); });
}

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

  bool is_open(const Step& step, Level permitted) const {
    if (permitted < step.level || done_.contains(step.id) || is_dropped(step)) return false;
    return predecessors_done(step) && evidence_there(step);
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

  bool predecessors_done(const Step& step) const {
    const Variant::After* other = replacement(step);
    const std::vector<std::string>& after = other == nullptr ? step.after : other->after;
    return std::ranges::all_of(after, [this](const std::string& id) { return done_.contains(id); });
  }

  bool evidence_there(const Step& step) const {
    const auto there = [this](const std::string& id) { return has_evidence(guide_, sheet_, id); };
    const Variant::After* other = replacement(step);
    return (other == nullptr || std::ranges::all_of(other->evidence, there)) &&
           std::ranges::all_of(step.needs_evidence, there) &&
           std::ranges::all_of(step.needs_answers,
                               [this](guide::ItemAnswer pair) { return in_force(sheet_, pair); }) &&
           std::ranges::all_of(step.needs_answered, [this](guide::ItemIndex item) {
             return lowest_in_force(guide_, sheet_, item).has_value();
           });
  }

  const Guide& guide_;
  const Sheet& sheet_;
  std::set<std::string> done_;
  std::vector<const Variant*> variants_;
};

}  // namespace

std::vector<const Step*> open_steps(const Guide& guide, const Sheet& sheet, Level permitted) {
  const Path path(guide, sheet);
  std::vector<const Step*> open;
  for (const Step& step : guide.steps) {
    if (path.is_open(step, permitted)) open.push_back(&step);
  }
  return open;
}

}  // namespace amends::check
