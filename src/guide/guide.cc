#include "guide/guide.h"

#include <algorithm>
#include <array>

namespace amends::guide {
namespace {

constexpr std::array<std::string_view, kLevels> kLevelIds = {
    "safety-first", "let-go", "pause", "prepare", "open-channel", "together-slowly"};

template <typename Things>
auto* named(Things& things, std::string_view id) {
  const auto found =
      std::ranges::find(things, id, [](const auto& thing) { return std::string_view(thing.id); });
  return found == things.end() ? nullptr : &*found;
}

}  // namespace

std::optional<Level> level_named(std::string_view id) {
  const auto found = std::ranges::find(kLevelIds, id);
  if (found == kLevelIds.end()) return std::nullopt;
  return static_cast<Level>(found - kLevelIds.begin());
}

std::optional<ItemIndex> Guide::item_named(std::string_view id) const {
  const auto found = items_by_id_.find(std::string(id));
  if (found == items_by_id_.end()) return std::nullopt;
  return found->second;
}

std::optional<AnswerIndex> Guide::answer_named(ItemIndex item, std::string_view id) const {
  const std::vector<Answer>& answers = items[item].answers;
  const Answer* found = named(answers, id);
  if (found == nullptr) return std::nullopt;
  return static_cast<AnswerIndex>(found - answers.data());
}

std::optional<ItemAnswer> Guide::item_answer_named(std::string_view text) const {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  const auto item = item_named(text.substr(0, equals));
  if (!item) return std::nullopt;
  const auto answer = answer_named(*item, text.substr(equals + 1));
  if (!answer) return std::nullopt;
  return ItemAnswer{*item, *answer};
}

const Step* Guide::step_named(std::string_view id) const { return named(steps, id); }

const Screen* Guide::screen_named(std::string_view id) const { return named(screens, id); }

const Screen* Guide::screen_for(ItemIndex item) const {
  const auto found = std::ranges::find(screens, item, &Screen::item);
  return found == screens.end() ? nullptr : &*found;
}

bool Guide::has_evidence(std::string_view id) const { return named(evidence, id) != nullptr; }

const Raise* Guide::raise_named(std::string_view id) const { return named(raises, id); }

const LogRule* Guide::log_rule(std::string_view id) const { return named(log.rules, id); }

int LogRule::number(std::string_view name) const {
  const auto found = std::ranges::find(
      numbers, name, [](const auto& pair) { return std::string_view(pair.first); });
  return found == numbers.end() ? 0 : found->second;
}

std::string_view Guide::level_id(Level level) const {
  return kLevelIds[static_cast<std::size_t>(level)];
}

std::string_view Guide::reply_label(std::string_view reply) const {
  const auto found = std::ranges::find(
      replies, reply, [](const auto& pair) { return std::string_view(pair.first); });
  return found == replies.end() ? std::string_view() : std::string_view(found->second);
}

}  // namespace amends::guide
