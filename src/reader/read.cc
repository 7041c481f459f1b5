#include "reader/read.h"

#include <algorithm>
#include <map>
#include <tuple>

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

auto is_about(Label label) {
  return [label](const Mark& mark) { return mark.rule->label == label; };
}

// From the first to the last word of each sentence. One without words has an empty span.
std::vector<Span> sentence_spans(const text::Tokens& tokens) {
  std::vector<Span> out(tokens.back().sentence + 1);
  for (const Token& token : tokens) {
    if (text::is_border(token.symbol)) continue;
    Span& span = out[token.sentence];
    if (span.end_utf8 == 0) span.begin_utf8 = token.begin;
    span.end_utf8 = token.end;
  }
  return out;
}

// A net with an unsure model behind it is a guess.
Tier tier_of(const Rule& net, const Model::Opinion& opinion) {
  return opinion.is_sure_of(net.label) ? net.tier : Tier::ask;
}

std::vector<Mark> marks_of(const Rules& rules, const std::vector<Finding>& findings,
                           const Model::Opinion& opinion, const text::Tokens& tokens,
                           const std::vector<Span>& sentences) {
  std::vector<Mark> out;
  std::map<std::uint32_t, std::uint32_t> netted;  // By rule: the sentence that says it most.
  for (const Finding& finding : findings) {
    const Rule& rule = rules.rules()[finding.rule];
    if (!rule.wide) {
      out.push_back({&rule, finding.tier, span_of(finding, tokens)});
      continue;
    }
    // A net catches in many sentences; the model judged the whole, so one of them is marked.
    const std::uint32_t sentence = tokens[finding.begin].sentence;
    const auto [best, is_new] = netted.emplace(finding.rule, sentence);
    if (!is_new &&
        opinion.weight_in(rule.label, sentence) > opinion.weight_in(rule.label, best->second)) {
      best->second = sentence;
    }
  }
  for (const auto& [number, sentence] : netted) {
    const Rule& rule = rules.rules()[number];
    out.push_back({&rule, tier_of(rule, opinion), sentences[sentence]});
  }
  return out;
}

// What the model found and no rule did: asked about, at the sentence that says it most.
void add_notes(const Rules& rules, const Model::Opinion& opinion,
               const std::vector<Span>& sentences, std::vector<Mark>& marks) {
  const std::size_t by_rules = marks.size();
  for (std::size_t i = 0; i < kFaults + kStrengths; ++i) {
    const auto label = static_cast<Label>(i);
    if (!opinion.asks_about(label)) continue;
    if (std::any_of(marks.begin(), marks.begin() + static_cast<std::ptrdiff_t>(by_rules),
                    is_about(label))) {
      continue;
    }
    const Span span = sentences[opinion.sentence_of(label)];
    if (span.end_utf8 > span.begin_utf8) marks.push_back({&rules.note(label), Tier::ask, span});
  }
  std::ranges::sort(marks, {}, [](const Mark& mark) {
    return std::tuple(mark.span.begin_utf8, mark.span.end_utf8, mark.rule->label, mark.rule->id);
  });
}

// An explanation counts only where no excuse is made.
std::optional<Apology> apology_in(const std::vector<Mark>& marks) {
  Apology apology;
  LabelSet labels = 0;
  for (const Mark& mark : marks) {
    const Label label = mark.rule->label;
    labels |= set_of(label);
    if (label == Label::plea && !apology.plea) apology.plea = mark.span;
    const auto part = part_of(label);
    if (!part) continue;
    auto& place = apology.parts[static_cast<std::size_t>(*part)];
    if (!place) place = mark.span;
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
  text::Tokens tokens = text::tokenize(rules.lexicon(), draft);
  const Model::Opinion opinion = rules.model().opinion(tokens);
  const Found found = find_confirmed(rules, draft, std::move(tokens), opinion);
  const std::vector<Finding> findings = arbitrated(rules, found);
  Reading out;
  out.observations = observed(rules, found);
  const std::vector<Span> sentences = sentence_spans(found.tokens);
  std::vector<Mark> marks = marks_of(rules, findings, opinion, found.tokens, sentences);
  add_notes(rules, opinion, sentences, marks);
  out.apology = apology_in(marks);
  out.help_first = std::ranges::any_of(marks, is_about(Label::crisis));
  const bool is_more_than_a_guess = std::ranges::any_of(marks, [](const Mark& mark) {
    return mark.rule->label == Label::crisis && mark.tier != Tier::ask;
  });
  // Freedom that the same message takes back is none. (docs/labels.md)
  const bool presses = std::ranges::any_of(marks, is_about(Label::pressure));
  for (const Mark& mark : marks) {
    const Label label = mark.rule->label;
    if (presses && label == Label::no_pressure) continue;
    if (kind_of(label) == LabelKind::strength) out.strengths.push_back(mark);
    if (kind_of(label) != LabelKind::fault) continue;
    if (is_more_than_a_guess && (set_of(label) & kBesideHelp) == 0) continue;
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
