// The events of the journal: everything a person has answered, logged, written and kept, each as
// one small fact with a time, a device and nothing it would have to be merged with.
//
// Events are only ever added. State is what fold() makes of them (journal/fold.h). The format, and
// what a reader does with what it does not know: docs/formats/journal.md.

#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "plan/log.h"

namespace amends::journal {

using plan::About;
using plan::BoundaryKind;
using plan::CheckInKind;
using plan::ContactKind;
using plan::Held;
using plan::Outcome;
using plan::Side;

inline constexpr int kEventVersion = 1;

using DeviceId = std::array<std::uint8_t, 16>;  // Random, once a device.

/// A hybrid logical clock: the wall clock, but never backwards, and counted where it stands still.
struct Clock {
  std::int64_t at_ms = 0;  // Unix time; 0 to kLastMs.
  std::uint32_t tick = 0;
  friend auto operator<=>(const Clock&, const Clock&) = default;
};

inline constexpr std::int64_t kLastMs =
    (std::int64_t{1} << 53) - 1;  // What a JavaScript number holds.

/// Which event: no device gives the same clock twice. The order of all events, on every device.
struct Stamp {
  Clock clock;
  DeviceId device{};
  friend auto operator<=>(const Stamp&, const Stamp&) = default;
};

/// An answer given or, without one, taken back.
struct Answer {
  std::string item;
  std::optional<std::string> answer;
  std::optional<std::string> text;  // The words beside it, where they change; "" takes them away.
  /// Skipped: it has no answer, and is not asked again of itself.
  enum class Skipped : std::uint8_t { no, yes } skipped = Skipped::no;
  /// The event of the same device that this one takes back as a slip of the finger.
  std::optional<Clock> takes_back;
  /// What local time was ahead of UTC, in minutes: whether it was at night.
  std::optional<std::int64_t> offset_min;
};

enum class Done : std::uint8_t { no, yes };
enum class There : std::uint8_t { no, yes };
/// Whether a thing is still there. What is gone can be brought back by a later event.
enum class Presence : std::uint8_t { here, gone };

/// Things that are edited carry an id, made once by the device that made them; a field that an
/// event does not name stays as it was.
struct Contact {
  std::string id;
  std::optional<std::int64_t> when_ms;
  std::optional<Side> from;
  std::optional<ContactKind> kind;
  std::optional<About> about;
  std::optional<Presence> presence;
};

struct Boundary {
  std::string id;
  std::optional<std::int64_t> when_ms;
  std::optional<BoundaryKind> kind;
  std::optional<Presence> presence;
  std::optional<Clock> takes_back;
};

struct Draft {
  std::string id;
  std::optional<std::string> text;
  std::optional<std::string> purpose;  // A name.
  std::optional<std::string> wants;    // A name: apology, anger, missing, closure, news.
  std::optional<Presence> presence;
};

struct DraftOutcome {
  std::string draft;
  Outcome outcome{};
};

/// A draft was read once more, after its rest.
struct Reread {
  std::string draft;
};

/// If `when`, then `then`.
struct Commitment {
  std::string id;
  std::optional<std::string> when;
  std::optional<std::string> then;
  std::optional<std::string> notice;    // How another person would see it.
  std::optional<std::string> obstacle;  // The guide's name for what may come between.
  std::optional<std::string> act;       // The id of a note.
  std::optional<Presence> presence;
};

/// kept and missed: a commitment that was held once, or was not. Both are only counted.
struct Holding {
  std::string commitment;
  Held held{};
  std::int64_t when_ms = 0;
};

struct StepTaken {
  std::string step;
  Done done{};
};

/// What one can see of a step, by the person's word.
struct SignSeen {
  std::string step;
  std::string sign;
  There there{};
};

/// What a step asks for before it opens, by the person's word.
struct EvidenceSeen {
  std::string evidence;
  There there{};
};

struct CheckIn {
  CheckInKind kind{};
  std::optional<std::int64_t> level;               // 0 to 10.
  std::optional<std::string> went;                 // A name: how an urge ended.
  std::optional<std::vector<std::string>> basics;  // Names: sleep, food, movement, friend.
};

/// What they came and said, unasked: the one thing that can open a no.
struct TheirWords {
  std::string id;
  std::optional<std::int64_t> when_ms;
  std::optional<std::string> text;
};

/// An import: its measures, and never a word of it.
struct Record {
  std::string id;
  std::optional<std::string> measures;               // A JSON object of whole numbers, compact.
  std::optional<std::vector<std::string>> evidence;  // As the person confirmed it.
  std::optional<Presence> presence;
};

struct Note {
  std::string id;
  std::optional<std::string> kind;   // A name: act, no-plan, friction, question.
  std::optional<std::string> about;  // A name: a step, an item, an id.
  std::optional<std::string> text;
  std::optional<Presence> presence;
};

/// Of a newer version, or of a kind or with a word that this version does not know: kept as it is,
/// and passed over.
struct Unknown {
  std::string json;
};

using Body =
    std::variant<Answer, Contact, Boundary, Draft, DraftOutcome, Reread, Commitment, Holding,
                 StepTaken, SignSeen, EvidenceSeen, CheckIn, TheirWords, Record, Note, Unknown>;

struct Event {
  Stamp stamp;
  Body body;
};

/// The clock of a new event, where `last` is the latest of all that this device knows
/// (State::last): so that what is written after something was seen wins over it, however wrong a
/// clock may be.
Clock next(Clock last, std::int64_t now_ms);

}  // namespace amends::journal
