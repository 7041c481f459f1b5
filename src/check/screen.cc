#include "check/screen.h"

#include <algorithm>

namespace amends::check {

using guide::Screen;
using guide::ScreenRule;

namespace {

bool is_complete(const Screen& screen, const Replies& replies) {
  for (const auto& page : screen.pages) {
    for (const auto& question : page) {
      if (!replies.contains(question.id)) return false;
    }
  }
  return true;
}

bool any_replied(const ScreenRule& rule, const Replies& replies) {
  return std::ranges::any_of(rule.any_of, [&](const std::string& question) {
    const auto reply = replies.find(question);
    return reply != replies.end() &&
           std::ranges::find(rule.replies, reply->second) != rule.replies.end();
  });
}

int points_of(const Screen& screen, const ScreenRule& rule, const Replies& replies) {
  int sum = 0;
  for (const std::string& question : rule.sum_of) {
    const auto reply = replies.find(question);
    if (reply == replies.end()) continue;
    const auto points =
        std::ranges::find(screen.points, reply->second, &std::pair<std::string, int>::first);
    if (points != screen.points.end()) sum += points->second;
  }
  return sum;
}

bool fires(const Screen& screen, const ScreenRule& rule, const Replies& replies) {
  if (rule.complete && !is_complete(screen, replies)) return false;
  if (!rule.any_of.empty()) return any_replied(rule, replies);
  if (!rule.sum_of.empty()) return points_of(screen, rule, replies) >= rule.at_least;
  return true;
}

}  // namespace

std::optional<guide::AnswerIndex> screen_answer(const guide::Guide& guide, const Screen& screen,
                                                const Replies& replies) {
  for (const ScreenRule& rule : screen.rules) {
    if (fires(screen, rule, replies)) return guide.answer_named(screen.item, rule.answer);
  }
  return std::nullopt;
}

}  // namespace amends::check
