// Everything so far, made anew from the events. (Guide: chapters 1, 4, 8 to 12.)
//
// Events of several devices are a set: in whatever order they come, and however often one comes,
// the State is the same. Within it the last writer wins, field by field, by stamp.
//
// A latch never opens by what a person does: a no, a block, an order, harm or fear stay in force
// whatever is answered, edited, deleted or merged later, but for a slip that its own device takes
// back by name within Guide::slip_minutes (check/change.h keeps the same rule within one sheet). A
// no opens by their own words, unasked; an order by the authority (journal/raise.h).

#pragma once

#include <cstddef>
#include <map>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/json.h"
#include "check/sheet.h"
#include "guide/guide.h"
#include "journal/event.h"
#include "journal/raise.h"
#include "plan/log.h"

namespace amends::journal {

struct ContactNow {
  Contact contact;
  Stamp first;        // Of the event that made it.
  bool slip = false;  // Made gone by its own device before Guide::slip_minutes were over.
};

struct DraftNow {
  Draft draft;
  std::int64_t began_ms = 0;
  std::int64_t changed_ms = 0;  // When its text was last written.
  std::optional<Outcome> outcome;
  std::int64_t outcome_ms = 0;
  std::vector<std::int64_t> reread_ms;
};

struct CommitmentNow {
  Commitment commitment;
  std::int64_t made_ms = 0;
  std::vector<std::int64_t> kept_ms;  // In the order of the log.
  std::vector<std::int64_t> missed_ms;
};

struct NoteNow {
  Note note;
  std::int64_t first_ms = 0;
  std::int64_t changed_ms = 0;  // When its text was last written.
};

struct SignNow {
  There there{};
  std::int64_t when_ms = 0;
};

struct TheirWordsNow {
  TheirWords words;
  Stamp first;  // Of the event that brought them.
};

struct CheckInNow {
  CheckIn check_in;
  std::int64_t when_ms = 0;
};

/// An event that holds a latch.
struct Holder {
  Stamp stamp;
  std::int64_t said_ms = 0;  // When it was said: the day that a boundary names.
};

/// Things by their id; those that are gone are still here, without their words.
struct State {
  check::Sheet sheet;
  std::vector<Answering> answering;  // One place an item.
  std::map<guide::ItemAnswer, std::vector<Holder>> latched_by;
  std::map<std::string, ContactNow> contacts;
  std::map<std::string, Boundary> boundaries;
  std::map<std::string, DraftNow> drafts;
  std::map<std::string, CommitmentNow> commitments;
  std::map<std::string, Record> records;
  std::map<std::string, NoteNow> notes;
  std::vector<CheckInNow> check_ins;
  std::map<std::pair<std::string, std::string>, SignNow> signs;  // By step and sign.
  std::map<std::string, There> evidence;                         // By the person's word.
  std::map<std::string, TheirWordsNow> their_words;
  std::vector<plan::Given> given;  // Every answer as it was given, oldest first.
  std::size_t passed_over = 0;     // Unknown events, and names that this guide does not have.
  Clock last;                      // The latest of all clocks.
};

State fold(const guide::Guide& guide, std::span<const Event> events);

/// What happened, for the plan: things that say when and what, in its plain words.
plan::Log log_of(const State& state);

/// What is there and not gone, in the order of ids. The same State gives the same bytes.
void write_state(base::json::Writer& out, const guide::Guide& guide, const State& state);

/// The same with another sheet: the State's own, and what a moment adds to it (Sheet::logged).
void write_state(base::json::Writer& out, const guide::Guide& guide, const State& state,
                 const check::Sheet& sheet);

/// The latch that an answer at `stamp` takes back, where that is a slip: of its device, nobody
/// else's as well, and not longer ago than the guide allows. A clock that was set back takes
/// nothing back.
std::optional<Clock> slip_of(const guide::Guide& guide, const State& state, const Answer& answer,
                             const Stamp& stamp);

/// The same of a boundary that is made gone or given another kind.
std::optional<Clock> slip_of(const guide::Guide& guide, std::span<const Event> events,
                             const Boundary& boundary, const Stamp& stamp);

}  // namespace amends::journal
