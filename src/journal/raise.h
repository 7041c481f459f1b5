// What raises an answer again. (Guide: chapters 1 to 12; EVIDENCE 5.1, "What raises it again".)
//
// A worse answer acts at once. A better one counts only when the rule of every worse answer that
// was said since allows it: nobody talks themselves up at two in the morning, or by way of an
// answer whose rule is easier. What was said and did not count still stands in the way of what is
// better than itself, so that one more bad answer, whenever it comes in, never raises anything.

#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "guide/guide.h"
#include "journal/event.h"
#include "plan/log.h"
#include "plan/window.h"

namespace amends::journal {

/// One answer of an item, as it was said since a better one last counted.
struct Said {
  guide::AnswerIndex answer = 0;
  std::int64_t first_ms = 0;
  std::int64_t last_ms = 0;
  std::int64_t waits_until_ms = 0;          // Where its rule is a time to wait.
  std::optional<DeviceId> device;           // Nothing where it was more than one.
  std::optional<std::int64_t> bettered_ms;  // When it was last said as a raise.
  std::optional<std::int64_t> asked_ms;     // The first word that an order has ended.
  bool latched = false;
};

/// A better answer that does not count yet, or none, for one taken back.
struct Wish {
  std::optional<guide::AnswerIndex> answer;
  std::int64_t asked_ms = 0;
};

/// What was said of an item, and what counts.
struct Answering {
  std::vector<Said> said;
  std::optional<guide::AnswerIndex> held;  // The answer that counted last.
  std::int64_t held_ms = 0;                // When it was given.
  std::optional<std::int64_t> raised_ms;
  std::optional<Wish> wish;
};

/// An answer that would be better, or what is known of it before it is given.
struct Asking {
  guide::ItemIndex item = 0;
  guide::Level to{};
  std::int64_t at_ms = 0;
  std::optional<DeviceId> device;  // Nothing where no slip is to be thought of.
  std::string_view text;           // The words with the answer.
  std::string_view text_beside;    // What stands beside the item, these or older ones.
};

/// Why a raise does not count: the rule, from when it could, and what is missing, by name. The
/// words for the names are in lang/en/app/book.toml.
struct Hold {
  std::string_view rule;                // Empty where nothing holds it.
  std::optional<std::int64_t> from_ms;  // Nothing where no time does it.
  std::vector<std::string_view> needs;
};

class RaiseRules {
 public:
  /// `log` is everything that happened; a rule looks at what was until the asking.
  RaiseRules(const guide::Guide& guide, const plan::Log& log);

  /// What holds an answer back. Needs nothing where it counts.
  Hold hold(const Answering& answering, const Asking& asking) const;

  /// Whether what was said stands in the way at all: it is worse, and no slip.
  bool binds(const Said& said, const Asking& asking) const;

  /// When an answer said then has waited long enough.
  std::int64_t waits_until_ms(guide::ItemAnswer answer, std::int64_t at_ms,
                              std::int64_t offset_min) const;

 private:
  void add(const Said& said, const Answering& answering, const Asking& asking, Hold& hold) const;
  void add_fact(const Said& said, const Answering& answering, const Asking& asking,
                Hold& hold) const;
  void add_work(const Asking& asking, Hold& hold) const;
  void add_reply(const Said& said, const Asking& asking, Hold& hold) const;
  void add_order(const Said& said, const Asking& asking, Hold& hold) const;
  std::int64_t wait_ms(std::string_view rule) const;

  const guide::Guide& guide_;
  const plan::Log& log_;
  std::vector<plan::Due> dues_;           // Every one, in order.
  std::vector<std::int64_t> theirs_ms_;   // Every contact of theirs that is a reply.
  std::vector<std::int64_t> unasked_ms_;  // What they began themselves.
};

/// Whether nothing is missing but what comes with the answer itself.
bool can_be_asked(const Hold& hold);

/// Not empty, and not only blanks.
bool has_words(std::string_view text);

/// In any language a day has a number in it.
bool names_a_day(std::string_view text);

}  // namespace amends::journal
