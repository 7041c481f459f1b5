// Screens: a few short questions whose replies become one answer. (hs-abuse by behaviour, in both
// directions; hs-acute-instability by PHQ-2, GAD-2 and two plain questions; hs-high-cost by area.)
//
// Which replies give which answer is data: guide/screens.toml. The replies and their sums are not
// kept: only the answer goes on.

#pragma once

#include <map>
#include <optional>
#include <string>

#include "guide/guide.h"

namespace amends::check {

using Replies = std::map<std::string, std::string, std::less<>>;  // Question id to reply id.

/// The answer that the replies give, by the first rule that fires; nothing while they are too few.
/// A yes that ends the matter counts at once, even when the rest has no reply yet.
std::optional<guide::AnswerIndex> screen_answer(const guide::Guide& guide,
                                                const guide::Screen& screen,
                                                const Replies& replies);

}  // namespace amends::check
