#include "reader/flags.h"

namespace amends::reader {

using text::Match;
using text::Token;

namespace {

// What begins, ends or falls on one token.
struct Change {
  FlagSet here = 0;
  FlagSet clause = 0;
  FlagSet rest = 0;
  FlagSet clears = 0;
  bool breaks = false;
};

class Sweep {
 public:
  Sweep(const Rules& rules, std::span<const Token> tokens)
      : rules_(rules),
        tokens_(tokens),
        changes_(tokens.size() + 1),
        sentences_(tokens.back().sentence + 1) {}

  void take(std::span<const Match> matches) {
    for (const Match& match : matches) {
      for (const Rules::Use& use : rules_.flag_uses(match.pattern)) {
        take(rules_.flags()[use.owner], match);
      }
    }
  }

  std::vector<FlagSet> flags() const {
    std::vector<FlagSet> out(tokens_.size());
    FlagSet clause = 0;
    FlagSet rest = 0;
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const Change& change = changes_[i];
      const Token& token = tokens_[i];
      clause &= ~change.clears;
      rest &= ~change.clears;
      clause |= change.clause;
      rest |= change.rest;
      if (text::is_border(token.symbol)) rest = 0;
      if (text::is_border(token.symbol) || (token.manner & text::kClause) != 0 || change.breaks) {
        clause = 0;
      }
      out[i] = change.here | clause | rest | sentences_[token.sentence] | message_;
      if ((token.manner & text::kQuoted) != 0) out[i] |= kQuotedFlag;
      if ((token.manner & text::kLoud) != 0) out[i] |= kLoudFlag;
    }
    return out;
  }

 private:
  void take(const Flag& flag, const Match& match) {
    switch (flag.scope) {
      case FlagScope::match:
        for (std::uint32_t i = match.begin; i < match.end; ++i) changes_[i].here |= flag.sets;
        return;
      case FlagScope::clause:
        changes_[match.end].clause |= flag.sets;
        changes_[match.begin].clears |= flag.clears;
        return;
      case FlagScope::rest:
        changes_[match.end].rest |= flag.sets;
        changes_[match.begin].clears |= flag.clears;
        return;
      case FlagScope::sentence:
        sentences_[tokens_[match.begin].sentence] |= flag.sets;
        return;
      case FlagScope::message:
        message_ |= flag.sets;
        return;
      case FlagScope::breaks:
        changes_[match.begin].breaks = true;
        return;
    }
  }

  const Rules& rules_;
  std::span<const Token> tokens_;
  std::vector<Change> changes_;
  std::vector<FlagSet> sentences_;
  FlagSet message_ = 0;
};

}  // namespace

std::vector<FlagSet> flags_of(const Rules& rules, std::span<const Token> tokens,
                              std::span<const Match> matches) {
  Sweep sweep(rules, tokens);
  sweep.take(matches);
  return sweep.flags();
}

}  // namespace amends::reader
