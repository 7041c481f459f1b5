#include "reader/findings.h"

#include <algorithm>
#include <tuple>

#include "base/utf8.h"
#include "reader/flags.h"
#include "text/tokenize.h"

namespace amends::reader {

using text::Match;

namespace {

// What takes a match away is asked in the order of its price: flags, the model, other patterns.
class Finder {
 public:
  /// `opinion` may be none: then every rule is taken at its word.
  Finder(const Rules& rules, std::string_view draft, text::Tokens tokens,
         const Model::Opinion* opinion)
      : rules_(rules), draft_(draft), opinion_(opinion), out_{std::move(tokens), {}, {}} {
    rules.matcher().match(text_, matches_);
    out_.flags = flags_of(rules, out_.tokens, matches_);
  }

  Found found() && {
    for (const Match& match : matches_) {
      for (const Rules::Use& use : rules_.rule_uses(match.pattern)) {
        weigh(match, use.owner, rules_.rules()[use.owner].match[use.trigger]);
      }
    }
    return std::move(out_);
  }

 private:
  void weigh(Match match, std::uint16_t index, const Trigger& trigger) {
    while (match.begin < match.end && is_border_at(match.begin)) ++match.begin;
    while (match.end > match.begin && is_border_at(match.end - 1)) --match.end;
    if (match.begin == match.end) return;
    const Rule& rule = rules_.rules()[index];
    const FlagSet at_begin = out_.flags[match.begin];
    if ((at_begin & trigger.guards_at_begin) != 0) return;
    if ((at_begin & rule.needs) != rule.needs) return;
    bool repaired = false;
    bool crosses = false;
    for (std::uint32_t i = match.begin; i < match.end; ++i) {
      if ((out_.flags[i] & trigger.guards_anywhere) != 0) return;
      repaired |= (out_.tokens[i].manner & text::kRepaired) != 0;
      crosses |= is_border_at(i);
    }
    if (!is_borne_out(rule)) return;
    // A border may be a byte that is no UTF-8, and no span holds one.
    if (crosses && base::first_bad_utf8(quote_of(match))) return;
    for (const std::uint16_t unless : rule.unless) {
      if (rules_.matcher().stands_near(unless, text_, match, rule.within)) return;
    }
    const Tier lower = rule.tier == Tier::certain ? Tier::likely : Tier::ask;
    out_.findings.push_back({index, match.begin, match.end, repaired ? lower : rule.tier});
  }

  bool is_borne_out(const Rule& rule) const {
    if (opinion_ == nullptr || !rule.confirmed) return true;
    // The model has learnt from messages, and one bad line in a long letter hardly moves its view
    // of the whole: there a certain rule is taken at its word; and everywhere one that heard a
    // deed by its name.
    const bool is_long = out_.tokens.size() > kLongMessageTokens;
    const bool is_taken = is_long || rule.label == Label::specific_apology;
    return (is_taken && rule.tier == Tier::certain) || opinion_->agrees(rule.label);
  }

  std::string_view quote_of(const Match& match) const {
    const std::uint32_t begin = out_.tokens[match.begin].begin;
    return draft_.substr(begin, out_.tokens[match.end - 1].end - begin);
  }

  bool is_border_at(std::uint32_t at) const { return text::is_border(out_.tokens[at].symbol); }

  const Rules& rules_;
  std::string_view draft_;
  const Model::Opinion* opinion_;
  Found out_;
  const text::Sighted text_{out_.tokens};
  std::vector<Match> matches_;
};

// Findings of a text, weighed. All of them are short, so a neighbour is found by looking around.
class Court {
 public:
  Court(const Rules& rules, const Found& found) : rules_(rules), found_(found) {
    sentences_.resize(found.tokens.back().sentence + 2);
  }

  std::vector<Finding> verdict() && {
    std::vector<Finding> all = found_.findings;
    std::ranges::sort(all, {}, [](const Finding& f) { return std::pair(f.begin, f.end); });
    drop_cancelled(all);
    drop_conditional(all);
    return longest_of_each_label(std::move(all));
  }

 private:
  const Rule& rule_of(const Finding& finding) const { return rules_.rules()[finding.rule]; }
  std::uint32_t sentence_of(const Finding& f) const { return found_.tokens[f.begin].sentence; }

  void drop_cancelled(std::vector<Finding>& all) const {
    // The labels that are cancelled on each token.
    std::vector<LabelSet> cancelled(found_.tokens.size(), 0);
    for (const Finding& finding : all) {
      const LabelSet cancels = rule_of(finding).cancels;
      if (cancels == 0) continue;
      for (std::uint32_t i = finding.begin; i < finding.end; ++i) cancelled[i] |= cancels;
    }
    std::erase_if(all, [&](const Finding& finding) {
      const LabelSet label = set_of(rule_of(finding).label);
      for (std::uint32_t i = finding.begin; i < finding.end; ++i) {
        if ((cancelled[i] & label) != 0) return true;
      }
      return false;
    });
  }

  void drop_conditional(std::vector<Finding>& all) {
    LabelSet message = 0;
    for (const Finding& finding : all) {
      const Rule& rule = rule_of(finding);
      if ((rule.only_if | rule.only_if_no) != 0) continue;
      sentences_[sentence_of(finding)] |= set_of(rule.label);
      message |= set_of(rule.label);
    }
    std::erase_if(all, [&](const Finding& finding) {
      const Rule& rule = rule_of(finding);
      const std::uint32_t sentence = sentence_of(finding);
      const LabelSet there =
          rule.reach == Reach::message ? message : sentences_[sentence] | sentences_[sentence + 1];
      return (rule.only_if != 0 && (there & rule.only_if) == 0) || (there & rule.only_if_no) != 0;
    });
  }

  std::vector<Finding> longest_of_each_label(std::vector<Finding> all) const {
    const auto key = [&](const Finding& f) {
      return std::tuple(rule_of(f).label, f.begin, ~f.end, f.tier, f.rule);
    };
    std::ranges::sort(all, {}, key);
    std::vector<Finding> kept;
    for (const Finding& finding : all) {
      const bool meets = !kept.empty() && rule_of(kept.back()).label == rule_of(finding).label &&
                         finding.begin < kept.back().end;
      if (!meets) {
        kept.push_back(finding);
      } else if (finding.end - finding.begin > kept.back().end - kept.back().begin) {
        kept.back() = finding;
      }
    }
    std::ranges::sort(kept, {},
                      [](const Finding& f) { return std::tuple(f.begin, f.end, f.rule); });
    return kept;
  }

  const Rules& rules_;
  const Found& found_;
  std::vector<LabelSet> sentences_;  // The labels found in each.
};

}  // namespace

Found find_all(const Rules& rules, std::string_view draft) {
  return Finder(rules, draft, text::tokenize(rules.lexicon(), draft), nullptr).found();
}

Found find_confirmed(const Rules& rules, std::string_view draft, text::Tokens tokens,
                     const Model::Opinion& opinion) {
  return Finder(rules, draft, std::move(tokens), &opinion).found();
}

std::vector<Finding> arbitrated(const Rules& rules, const Found& found) {
  return Court(rules, found).verdict();
}

}  // namespace amends::reader
