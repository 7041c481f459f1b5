// What the log can be counted by: a closed set. What is counted, and how much of it, is data in
// guide/signs.toml and guide/path.toml; how it is counted is in src/plan/ (EVIDENCE 5.2).
//
// One list, so that packc refuses what the core could not count.

#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace amends::guide {

enum class Count : std::uint8_t {
  // Notes: src/plan/count_notes.cc
  notes,          // How many of these kinds have words.
  each_has,       // Each of them has one of other kinds about it.
  read_again,     // One of another kind was written some days after them.
  days_apart,     // Each kind was written on two days, so many days apart.
  weeks_running,  // Weeks in a row with one.
  weeks_with,     // Weeks with one.
  // Check-ins: src/plan/count_check_ins.cc
  basics_days,   // The best stretch of days, and how many of them have all the basics.
  quiet_nights,  // Such a stretch without a message at night.
  urges_passed,  // Urges that no message followed.
  // Commitments: src/plan/count_commitments.cc
  each_planned,     // Each note has a commitment.
  each_noticeable,  // That commitment says what another person would see.
  due,              // How often any came due.
  window_due,       // The same, in the window, of those tied to an act.
  window_weeks,     // Over how many weeks they are spread.
  window_kept,      // How many were kept, of those that had to be.
  // Drafts: src/plan/count_drafts.cc
  draft_rested,   // A draft whose words have not changed for some hours.
  no_early_copy,  // Since the last re-check none was copied before its rest was over.
  // Contacts: src/plan/count_contacts.cc
  contacts,     // How many of these kinds.
  sent_once,    // One of mine with no second behind it.
  left_alone,   // After it they wrote, or it has been left for some days.
  unanswered,   // Mine since the last of theirs.
  replies,      // Theirs with one of mine before it.
  wrote_first,  // Theirs with none of mine before it.
  none_after,   // None of mine after a latched answer.
  // Words: src/plan/count_words.cc
  answers,      // One of these is in force.
  given_again,  // The last times an item was answered, each on another day, it was so.
  since_sign,   // Days have gone by since the person said that a sign is there.
};

std::optional<Count> count_named(std::string_view name);

/// What a measure needs beside its name; every one of them, and nothing else.
std::span<const std::string_view> needs_of(Count count);

}  // namespace amends::guide
