// The log as the plan sees it: what happened, when, and nothing that would have to be merged.
// (Guide: chapters 4, 7, 8 and 10.)
//
// Plain facts, made by journal::log_of from the folded State. Times are Unix time in milliseconds.
// Contacts, boundaries, check-ins and their words are in the order of their time, things of one
// time in the order of their ids; all else in the order of ids.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "guide/guide.h"

namespace amends::plan {

enum class Side : std::uint8_t { me, them };
enum class ContactKind : std::uint8_t { message, call, meeting, letter, other };
enum class About : std::uint8_t { business, social };
enum class BoundaryKind : std::uint8_t { refusal, space, block, partner, order };
enum class Outcome : std::uint8_t { copied, kept, rewritten, let_go };
enum class CheckInKind : std::uint8_t { day, urge, recheck };
enum class Held : std::uint8_t { kept, missed };

/// One contact that was. What was deleted later still was, but for what was a slip: deleting
/// evidence changes nothing that follows from it.
struct Contact {
  std::string id;
  std::int64_t when_ms = 0;
  Side from = Side::me;
  ContactKind kind = ContactKind::other;
  About about = About::social;
};

/// What they said or did, or an authority. It stays in the history after they came back.
struct Boundary {
  std::string id;
  std::int64_t when_ms = 0;
  BoundaryKind kind = BoundaryKind::refusal;
};

struct CheckIn {
  std::int64_t when_ms = 0;
  CheckInKind kind = CheckInKind::day;
  std::optional<std::int64_t> level;  // 0 to 10.
  std::string went;                   // A name: how an urge ended; or empty.
  std::vector<std::string> basics;    // Names: sleep, food, movement, friend.
};

/// If `when`, then `then`. One that was given up is here as well, without its words.
struct Commitment {
  std::string id;
  std::string when;
  std::string then;
  std::string notice;    // How another person would see it.
  std::string obstacle;  // An item; or empty.
  std::string act;       // The id of a note; or empty.
  std::int64_t made_ms = 0;
  bool gone = false;
  std::vector<std::int64_t> kept_ms;  // Sorted.
  std::vector<std::int64_t> missed_ms;
};

/// A draft that is not let go of.
struct Draft {
  std::string id;
  std::string text;
  std::string purpose;  // A name; or empty.
  std::string wants;    // A name; or empty.
  std::int64_t began_ms = 0;
  std::int64_t changed_ms = 0;  // When its text was last written.
  std::optional<Outcome> outcome;
  std::int64_t outcome_ms = 0;
  std::vector<std::int64_t> reread_ms;  // Sorted.
};

struct Note {
  std::string id;
  std::string kind;   // A name: act, no-plan, friction, question; or empty.
  std::string about;  // A name: a step, an item, an id; or empty.
  std::string text;
  std::int64_t first_ms = 0;
  std::int64_t changed_ms = 0;  // When its text was last written.
};

/// What one can see of a step, by the person's word. The last word on each.
struct Sign {
  std::string step;
  std::string sign;
  bool there = false;
  std::int64_t when_ms = 0;
};

/// What they came and said, unasked.
struct TheirWords {
  std::string id;
  std::int64_t when_ms = 0;
  std::string text;
};

/// An answer as it was given, whether it counted or not.
struct Given {
  guide::ItemAnswer answer;
  std::int64_t when_ms = 0;
};

/// A latched answer in force, and since when: the date of what was said, where there is one.
struct Latch {
  guide::ItemAnswer answer;
  std::int64_t since_ms = 0;
};

struct Log {
  std::vector<Contact> contacts;
  std::vector<Boundary> boundaries;
  std::vector<CheckIn> check_ins;
  std::vector<Commitment> commitments;
  std::vector<Draft> drafts;
  std::vector<Note> notes;
  std::vector<Sign> signs;
  std::vector<TheirWords> their_words;
  std::vector<Given> given;  // Oldest first.
  std::vector<Latch> latches;
};

}  // namespace amends::plan
