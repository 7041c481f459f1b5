#include "reader/read.h"

#include <algorithm>

#include "reader/findings.h"
#include "text/tokenize.h"

namespace amends::reader {

using text::Token;

namespace {

constexpr std::array<std::string_view, kParts> kPartNames = {"responsibility", "repair", "regret",
                                                             "explanation", "change"};
constexpr std::array<int, kParts> kPartWeights = {3, 2, 1, 1, 1};

constexpr LabelSet kApologetic =
    set_of(Label::specific_apology) | set_of(Label::vague_apology) | set_of(Label::regret);
// What stays marked when help comes first.
constexpr LabelSet kBesideHelp = set_of(Label::crisis) | set_of(Label::threat);

Span span_of(const Finding& finding, const text::Tokens& tokens) {
  return {tokens[finding.begin].begin, tokens[finding.end - 1].end};
}

std::optional<Part> part_of(Label label) {
  switch (label) {
    case Label::specific_apology:
    case Label::ownership:
      return Part::responsibility;
    case Label::amends_offer:
      return Part::repair;
    case Label::regret:
      return Part::regret;
    case Label::explanation:
      return Part::explanation;
    case Label::change_plan:
      return Part::change;
    default:
      return std::nullopt;
  }
}

// An explanation counts only where no excuse is made.
std::optional<Apology> apology_in(const Rules& rules, const std::vector<Finding>& findings,
                                  const text::Tokens& tokens) {
  Apology apology;
  LabelSet labels = 0;
  for (const Finding& finding : findings) {
    const Label label = rules.rules()[finding.rule].label;
    labels |= set_of(label);
    if (label == Label::plea && !apology.plea) apology.plea = span_of(finding, tokens);
    const auto part = part_of(label);
    if (!part) continue;
    auto& place = apology.parts[static_cast<std::size_t>(*part)];
    if (!place) place = span_of(finding, tokens);
  }
  if ((labels & kApologetic) == 0) return std::nullopt;
  if ((labels & set_of(Label::excuse)) != 0) {
    apology.parts[static_cast<std::size_t>(Part::explanation)].reset();
  }
  return apology;
}

std::uint32_t percent(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0
                    : static_cast<std::uint32_t>((std::uint64_t{part} * 100 + whole / 2) / whole);
}

Observations observed(const Rules& rules, const Found& found) {
  const FlagSet i_flag = rules.flag_named("i");
  const FlagSet you_flag = rules.flag_named("you");
  const FlagSet ask_flag = rules.flag_named("ask");
  Observations out;
  std::uint32_t i_words = 0;
  std::uint32_t you_words = 0;
  std::uint32_t run = 0;
  bool asks = false;
  for (std::size_t i = 0; i < found.tokens.size(); ++i) {
    const Token& token = found.tokens[i];
    const FlagSet flags = found.flags[i];
    if (!text::is_border(token.symbol)) {
      // Words split from one count once.
      out.words += token.begin != found.tokens[i - 1].begin || i == 1 ? 1 : 0;
      i_words += (flags & i_flag) != 0 ? 1 : 0;
      you_words += (flags & you_flag) != 0 ? 1 : 0;
      asks |= (flags & ask_flag) != 0;
      continue;
    }
    const bool is_question =
        i > 0 && (token.symbol == text::kAsk || token.symbol == text::kAskMany);
    run = is_question ? run + 1 : 0;
    out.questions_in_a_row = std::max(out.questions_in_a_row, run);
    out.asks += asks || is_question ? 1 : 0;
    asks = false;
  }
  out.i_percent = percent(i_words, out.words);
  out.you_percent = percent(you_words, out.words);
  return out;
}

}  // namespace

std::string_view name_of(Part part) { return kPartNames[static_cast<std::size_t>(part)]; }
int weight_of(Part part) { return kPartWeights[static_cast<std::size_t>(part)]; }

Reading read(const Rules& rules, std::string_view draft) {
  const Found found = find_all(rules, draft);
  const std::vector<Finding> findings = arbitrated(rules, found);
  Reading out;
  out.observations = observed(rules, found);
  out.apology = apology_in(rules, findings, found.tokens);
  out.help_first = std::ranges::any_of(findings, [&](const Finding& finding) {
    return rules.rules()[finding.rule].label == Label::crisis;
  });
  for (const Finding& finding : findings) {
    const Rule& rule = rules.rules()[finding.rule];
    const Mark mark{&rule, finding.tier, span_of(finding, found.tokens)};
    if (kind_of(rule.label) == LabelKind::strength) out.strengths.push_back(mark);
    if (kind_of(rule.label) != LabelKind::fault) continue;
    if (out.help_first && (set_of(rule.label) & kBesideHelp) == 0) continue;
    out.marks.push_back(mark);
  }
  return out;
}

std::vector<Span> found_alone(const Rules& rules, std::size_t rule, std::string_view draft) {
  Found found = find_all(rules, draft);
  std::erase_if(found.findings, [&](const Finding& f) { return f.rule != rule; });
  std::vector<Span> out;
  std::uint32_t end = 0;
  std::ranges::sort(found.findings, {},
                    [](const Finding& f) { return std::pair(f.begin, ~f.end); });
  for (const Finding& finding : found.findings) {
    if (finding.begin < end) continue;
    end = finding.end;
    out.push_back(span_of(finding, found.tokens));
  }
  return out;
}

}  // namespace amends::reader
