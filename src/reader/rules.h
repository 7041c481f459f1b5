// The reader's rules, compiled by tools/packc from lang/en/reader/ (docs/formats/rules.md). Opening
// them is a load: nothing is compiled here. Immutable once read.

#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/bytes.h"
#include "base/result.h"
#include "reader/labels.h"
#include "reader/model.h"
#include "text/lexicon.h"
#include "text/matcher.h"

namespace amends::reader {

/// How sure a mark is: of the phrase, of the clause, or only enough to ask.
enum class Tier : std::uint8_t { certain, likely, ask };

std::string_view name_of(Tier tier);

/// One bit a flag of a token; the first two are given by the lexer.
using FlagSet = std::uint32_t;
inline constexpr FlagSet kQuotedFlag = 1;
inline constexpr FlagSet kLoudFlag = 2;
inline constexpr std::size_t kMostFlags = 32;

/// Which tokens a flag falls on, when its pattern matches.
enum class FlagScope : std::uint8_t {
  match,     // The tokens of the match.
  clause,    // From behind the match to the end of the clause.
  rest,      // From behind the match to the end of the sentence.
  sentence,  // The whole sentence.
  message,   // Everything.
  breaks     // None: a new clause begins with the match.
};

struct Flag {
  std::string id;
  FlagScope scope = FlagScope::match;
  FlagSet sets = 0;
  FlagSet clears = 0;  // Ended by this one, in its clause: a new subject ends the old.
  std::vector<std::uint16_t> match;
};

/// A pattern of a rule, and the flags that take its match away: seen where it begins, or anywhere
/// in it. A pattern that speaks the flag's own words is judged by where it begins.
struct Trigger {
  std::uint16_t pattern = 0;
  FlagSet guards_at_begin = 0;
  FlagSet guards_anywhere = 0;
};

/// Where the labels of only_if and only_if_no are looked for.
enum class Reach : std::uint8_t { near, message };  // near: this sentence and the next.

struct Rule {
  std::string id;
  Label label = Label::pressure;
  std::string item;
  Tier tier = Tier::certain;
  std::vector<Trigger> match;
  std::vector<std::uint16_t> unless;
  std::uint8_t within = 0;  // Tokens between the match and an unless that still cancels.
  FlagSet needs = 0;        // Flags that must be there where the match begins.
  LabelSet cancels = 0;
  LabelSet only_if = 0;
  LabelSet only_if_no = 0;
  Reach reach = Reach::near;
  /// It speaks only where the model thinks of this label too: every rule but the certain ones of
  /// danger and of a deed named, and in a long letter the certain ones of all labels
  /// (find_confirmed).
  bool confirmed = false;
  /// A net of common words. What it marks is the whole sentence.
  bool wide = false;
  std::string why;
  std::vector<std::string> better;  // Better directions: "try" in the files.
};

class Rules {
 public:
  /// What fails here is a file cut off, or of another version.
  static base::Result<Rules> open(std::string_view blob);

  const text::Lexicon& lexicon() const { return lexicon_; }
  const text::Matcher& matcher() const { return matcher_; }
  const std::vector<Rule>& rules() const { return rules_; }
  const std::vector<Flag>& flags() const { return flags_; }
  const Model& model() const { return model_; }
  /// What is said of a label where no rule but the model found it.
  const Rule& note(Label label) const { return notes_[static_cast<std::size_t>(label)]; }

  /// The rules and flags that a pattern belongs to.
  struct Use {
    std::uint16_t owner = 0;    // Of rules() or flags().
    std::uint16_t trigger = 0;  // Of a rule's match.
  };
  const std::vector<Use>& rule_uses(std::size_t pattern) const { return rule_uses_[pattern]; }
  const std::vector<Use>& flag_uses(std::size_t pattern) const { return flag_uses_[pattern]; }

  /// The bit of a flag by its id, or 0.
  FlagSet flag_named(std::string_view id) const;

 private:
  Rules(text::Lexicon lexicon, text::Matcher matcher, Model model)
      : lexicon_(std::move(lexicon)), matcher_(std::move(matcher)), model_(std::move(model)) {}

  bool read_flags(base::ByteReader& blob);
  bool read_rules(base::ByteReader& blob);
  bool read_notes(base::ByteReader& blob);
  bool is_sound(const Rule& rule) const;

  text::Lexicon lexicon_;
  text::Matcher matcher_;
  Model model_;
  std::vector<Rule> rules_;
  std::vector<Rule> notes_;  // One a fault and strength, in their order.
  std::vector<Flag> flags_;
  std::vector<std::vector<Use>> rule_uses_;
  std::vector<std::vector<Use>> flag_uses_;
};

inline constexpr std::string_view kBlobFormat = "amends-reader/3";

}  // namespace amends::reader
