#include "packc/reader_pattern.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <utility>

#include "packc/reader_anchors.h"

namespace amends::packc {
namespace {

constexpr int kMostClassDepth = 8;
constexpr std::size_t kMostGap = 6;
constexpr std::size_t kMostPlaces = 64;

Node word_node(std::set<std::string> words) {
  Node node;
  node.kind = NodeKind::words;
  node.words = std::move(words);
  return node;
}

Node any_node() {
  Node node;
  node.kind = NodeKind::any;
  return node;
}

// One part stands for itself.
Node grouped(NodeKind kind, std::vector<Node> parts) {
  if (parts.size() == 1) return std::move(parts.front());
  Node node;
  node.kind = kind;
  node.parts = std::move(parts);
  return node;
}

bool is_plain(const Node& node) { return node.kind == NodeKind::words && !node.optional; }

// Ways that are one word each are one place that takes any of them; and so are the first words of
// ways that go on alike: "read your" and "open your".
Node choice_of(std::vector<Node> ways) {
  std::vector<Node> parts;
  std::map<std::vector<std::set<std::string>>, std::size_t> by_tail;
  for (Node& way : ways) {
    std::vector<Node> words = {way};
    if (way.kind == NodeKind::sequence && !way.optional && !way.parts.empty()) words = way.parts;
    if (!std::ranges::all_of(words, is_plain)) {
      parts.push_back(std::move(way));
      continue;
    }
    std::vector<std::set<std::string>> tail;
    for (std::size_t i = 1; i < words.size(); ++i) tail.push_back(words[i].words);
    const auto [found, is_new] = by_tail.emplace(std::move(tail), parts.size());
    if (is_new) {
      parts.push_back(std::move(way));
      continue;
    }
    Node& same = parts[found->second];
    (same.kind == NodeKind::sequence ? same.parts.front() : same).words.merge(words.front().words);
  }
  return grouped(NodeKind::choice, std::move(parts));
}

class Parser {
 public:
  Parser(std::string_view text, const ReaderWords& words, Slip& slip, int depth = 0)
      : text_(text), words_(words), slip_(slip), depth_(depth) {}

  std::optional<Node> whole() {
    auto node = choice();
    if (node && at_ < text_.size()) return fail("a \")\" that nothing opened");
    return node;
  }

 private:
  std::nullopt_t fail(std::string says) {
    if (slip_.says.empty()) slip_ = {at_, std::move(says)};
    return std::nullopt;
  }

  void skip_space() {
    while (at_ < text_.size() && text_[at_] == ' ') ++at_;
  }

  std::optional<Node> choice() {
    std::vector<Node> ways;
    for (;;) {
      auto way = sequence();
      if (!way) return std::nullopt;
      ways.push_back(std::move(*way));
      if (at_ >= text_.size() || text_[at_] != '|') break;
      ++at_;
    }
    return choice_of(std::move(ways));
  }

  std::optional<Node> sequence() {
    std::vector<Node> parts;
    for (skip_space(); at_ < text_.size() && text_[at_] != ')' && text_[at_] != '|'; skip_space()) {
      auto part = item();
      if (!part) return std::nullopt;
      parts.push_back(std::move(*part));
    }
    if (parts.empty()) return fail("words are expected here");
    return grouped(NodeKind::sequence, std::move(parts));
  }

  std::optional<Node> item() {
    auto node = atom();
    if (node && at_ < text_.size() && text_[at_] == '?') {
      ++at_;
      // A sequence or choice keeps its own parts; the question mark is about all of it.
      if (node->optional) return node;
      node->optional = true;
    }
    return node;
  }

  std::optional<Node> atom() {
    if (text_[at_] == '(') return group();
    const std::size_t begin = at_;
    while (at_ < text_.size() &&
           std::string_view(" ()|").find(text_[at_]) == std::string_view::npos) {
      ++at_;
    }
    std::string_view piece = text_.substr(begin, at_ - begin);
    if (piece == "^" || piece == "$" || piece == ".")
      return word_node({std::string(kAnyBorderWord)});
    if (piece == "?") return word_node({"?", "??"});
    if (piece == "??" || piece == "!" || piece == "..." || piece == "#") {
      return word_node({std::string(piece)});
    }
    if (piece == "_") return any_node();
    if (piece.size() > 1 && piece.ends_with('?')) {
      piece.remove_suffix(1);
      --at_;
    }
    if (piece.starts_with("..")) return gap(piece, begin);
    auto node = piece.starts_with('@') ? class_node(piece.substr(1), begin) : word(piece, begin);
    return node;
  }

  std::optional<Node> group() {
    ++at_;
    auto node = choice();
    if (!node) return std::nullopt;
    if (at_ >= text_.size() || text_[at_] != ')') return fail("a \")\" is missing here");
    ++at_;
    return node;
  }

  std::optional<Node> gap(std::string_view piece, std::size_t begin) {
    const std::string_view digits = piece.substr(2);
    if (digits.size() != 1 || digits[0] < '1' || digits[0] > static_cast<char>('0' + kMostGap)) {
      at_ = begin;
      return fail("a gap is ..1 to ..6");
    }
    std::vector<Node> parts(static_cast<std::size_t>(digits[0] - '0'), any_node());
    for (Node& part : parts) part.optional = true;
    Node node = grouped(NodeKind::sequence, std::move(parts));
    node.is_gap = true;
    return node;
  }

  // "don't" is two words; "call~" is all its forms.
  std::optional<Node> word(std::string_view piece, std::size_t begin) {
    const bool all_forms = piece.ends_with('~');
    if (all_forms) piece.remove_suffix(1);
    for (const char c : piece) {
      const auto byte = static_cast<unsigned char>(c);
      const bool fits = std::islower(byte) || std::isdigit(byte) || c == '\'' || c == ':' ||
                        c == '-' || c == '&' || c == '_' || byte >= 0x80;
      if (fits) continue;
      at_ = begin;
      return fail("\"" + std::string(piece) +
                  "\" is no word: small letters; operators are @class, "
                  "(a|b), x?, x~, ..n, _, ^, $, ., ?, ??, !, ..., #");
    }
    if (piece.empty()) {
      at_ = begin;
      return fail("a word is expected here");
    }
    if (!all_forms) return sequence_of(words_.normal(piece));
    std::vector<Node> ways;
    for (const std::string& form : words_.forms(std::string(piece))) {
      ways.push_back(sequence_of(words_.normal(form)));
    }
    return choice_of(std::move(ways));
  }

  static Node sequence_of(const Words& words) {
    std::vector<Node> parts;
    for (const std::string& one : words) parts.push_back(word_node({one}));
    return grouped(NodeKind::sequence, std::move(parts));
  }

  std::optional<Node> class_node(std::string_view name, std::size_t begin) {
    const Words* members = words_.members(name);
    if (members == nullptr || depth_ > kMostClassDepth) {
      at_ = begin;
      return fail(members == nullptr ? "there is no class @" + std::string(name) +
                                           " in lang/en/reader/classes.toml"
                                     : "the class @" + std::string(name) + " holds itself");
    }
    std::vector<Node> ways;
    for (const std::string& member : *members) {
      Slip inner;
      auto way = Parser(member, words_, inner, depth_ + 1).whole();
      if (!way) {
        at_ = begin;
        return fail("in @" + std::string(name) + ", \"" + member + "\": " + inner.says);
      }
      ways.push_back(std::move(*way));
    }
    return choice_of(std::move(ways));
  }

  std::string_view text_;
  const ReaderWords& words_;
  Slip& slip_;
  int depth_;  // How many classes this is inside of.
  std::size_t at_ = 0;
};

// Glushkov's construction: a place for each word of the tree.
class Builder {
 public:
  struct Ends {
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    bool nullable = false;
  };

  Ends build(Node& node) {
    Ends ends = build_bare(node);
    ends.nullable |= node.optional;
    return ends;
  }

  std::vector<Place>& places() { return places_; }

 private:
  Ends build_bare(Node& node) {
    if (node.kind == NodeKind::sequence) return build_sequence(node);
    if (node.kind == NodeKind::choice) return build_choice(node);
    const std::size_t at = places_.size();
    node.place = at;
    places_.push_back({node.words, 0});
    const std::uint64_t bit = at < kMostPlaces ? std::uint64_t{1} << at : 0;
    return {bit, bit, false};
  }

  Ends build_choice(Node& node) {
    Ends all;
    for (Node& part : node.parts) {
      const Ends ends = build(part);
      all.first |= ends.first;
      all.last |= ends.last;
      all.nullable |= ends.nullable;
    }
    return all;
  }

  Ends build_sequence(Node& node) {
    Ends all{0, 0, true};
    for (Node& part : node.parts) {
      const Ends ends = build(part);
      for (std::size_t i = 0; i < std::min(places_.size(), kMostPlaces); ++i) {
        if ((all.last >> i & 1) != 0) places_[i].follow |= ends.first;
      }
      if (all.nullable) all.first |= ends.first;
      all.last = ends.nullable ? all.last | ends.last : ends.last;
      all.nullable = all.nullable && ends.nullable;
    }
    return all;
  }

  std::vector<Place> places_;
};

struct Cues {
  std::set<std::string> words;  // Empty where there is none.
  double cost = 0;              // How often one of the words is met.
};

double cost_of(const std::string& word, const ReaderWords& words) {
  constexpr double kCommon = 0.08;
  const bool is_kind = word == kAnyBorderWord || word == "?" || word == "??" || word == "!" ||
                       word == "..." || word == "#";
  return is_kind ? kCommon : words.frequency(word);
}

Cues cues_of(const Node& node, const ReaderWords& words);

Cues best_in_sequence(const Node& node, const ReaderWords& words) {
  Cues best;
  for (const Node& part : node.parts) {
    Cues one = cues_of(part, words);
    if (!one.words.empty() && (best.words.empty() || one.cost < best.cost)) best = std::move(one);
  }
  return best;
}

Cues cues_of(const Node& node, const ReaderWords& words) {
  if (node.optional || node.kind == NodeKind::any) return {};
  if (node.kind == NodeKind::sequence) return best_in_sequence(node, words);
  Cues all;
  if (node.kind == NodeKind::words) {
    for (const std::string& word : node.words) all.cost += cost_of(word, words);
    all.words = node.words;
    return all;
  }
  for (const Node& part : node.parts) {
    Cues one = cues_of(part, words);
    if (one.words.empty()) return {};
    all.cost += one.cost;
    all.words.merge(one.words);
  }
  return all;
}

bool has_gap_at_an_end(const Node& node) {
  if (node.is_gap) return true;
  if (node.kind == NodeKind::choice) return std::ranges::any_of(node.parts, has_gap_at_an_end);
  if (node.kind != NodeKind::sequence) return false;
  return has_gap_at_an_end(node.parts.front()) || has_gap_at_an_end(node.parts.back());
}

}  // namespace

std::optional<Automaton> automaton_of(std::string_view pattern, const ReaderWords& words,
                                      Slip& slip) {
  auto tree = Parser(pattern, words, slip).whole();
  if (!tree) return std::nullopt;
  if (has_gap_at_an_end(*tree)) {
    slip = {0, "a gap at an end blurs the mark; put a word behind or in front of it"};
    return std::nullopt;
  }
  Builder builder;
  const Builder::Ends ends = builder.build(*tree);
  Automaton out;
  out.places = std::move(builder.places());
  out.first = ends.first;
  out.last = ends.last;
  out.cues = cues_of(*tree, words).words;
  if (out.places.size() <= kMostPlaces) out.anchors = anchors_of(*tree, out, words);
  if (out.places.size() > kMostPlaces) {
    slip = {0, "this pattern has " + std::to_string(out.places.size()) +
                   " places; 64 is the most. Cut it in two"};
  } else if (ends.nullable || out.cues.empty()) {
    slip = {0, "no word of this pattern has to be there; it needs one that is not optional"};
  }
  if (!slip.says.empty()) return std::nullopt;
  return out;
}

}  // namespace amends::packc
