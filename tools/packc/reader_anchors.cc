#include "packc/reader_anchors.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <map>
#include <optional>

namespace amends::packc {
namespace {

// Nanoseconds, measured: a look at the neighbours of a word, at the words where a match may begin,
// and a try of one.
constexpr double kLook = 2;
constexpr double kLookAtBegin = 3;
constexpr double kTry = 60;

// How often each kind of token stands in our messages.
double share_of(const std::string& word, const ReaderWords& words) {
  static const std::map<std::string, double, std::less<>> kKinds = {
      {std::string(kAnyBorderWord), 0.08},
      {"?", 0.004},
      {"??", 0.0005},
      {"!", 0.0005},
      {"...", 0.0005},
      {"#", 0.005}};
  const auto kind = kKinds.find(word);
  return kind == kKinds.end() ? words.share(word) : kind->second;
}

class Anchoring {
 public:
  struct Choice {
    std::uint64_t places = 0;
    double cost = 0;
  };

  Anchoring(const Automaton& automaton, const ReaderWords& words) : automaton_(automaton) {
    for (const Place& place : automaton.places) {
      double share = 0;
      for (const std::string& word : place.words) share += share_of(word, words);
      shares_.push_back(place.words.empty() ? 1 : std::min(share, 1.0));
    }
    measure_ways();
  }

  // The cheapest places that no match can do without.
  std::optional<Choice> best(const Node& node) const {
    if (node.optional || node.kind == NodeKind::any) return std::nullopt;
    if (node.kind == NodeKind::words) return Choice{bit(node.place), cost_of(node.place)};
    if (node.kind == NodeKind::sequence) return best_part(node);
    Choice all;
    for (const Node& part : node.parts) {
      const auto one = best(part);
      if (!one) return std::nullopt;
      all.places |= one->places;
      all.cost += one->cost;
    }
    return all;
  }

 private:
  struct Way {
    std::uint64_t leaders = 0;
    std::size_t least = std::numeric_limits<std::size_t>::max();  // Tokens in front of it.
    std::size_t most = 0;
  };

  static std::uint64_t bit(std::size_t place) { return std::uint64_t{1} << (place & 63); }

  std::optional<Choice> best_part(const Node& node) const {
    std::optional<Choice> best_one;
    for (const Node& part : node.parts) {
      const auto one = best(part);
      if (one && (!best_one || one->cost < best_one->cost)) best_one = one;
    }
    return best_one;
  }

  void measure_ways() {
    ways_.resize(automaton_.places.size());
    for (std::size_t i = 0; i < ways_.size(); ++i) {
      if ((automaton_.first & bit(i)) != 0) ways_[i].least = 0;
      const std::uint64_t follow = automaton_.places[i].follow;
      for (std::uint64_t left = follow; left != 0; left &= left - 1) {
        Way& next = ways_[static_cast<std::size_t>(std::countr_zero(left))];
        next.leaders |= bit(i);
        next.least = std::min(next.least, ways_[i].least + 1);
        next.most = std::max(next.most, ways_[i].most + 1);
      }
    }
  }

  double share_of_all(std::uint64_t places) const {
    double share = 0;
    for (; places != 0; places &= places - 1) {
      share += shares_[static_cast<std::size_t>(std::countr_zero(places))];
    }
    return std::min(share, 1.0);
  }

  // Of looking for the pattern at this place, for each token of a text.
  double cost_of(std::size_t place) const {
    const Way& way = ways_[place];
    const double before = way.least == 0 ? 1 : share_of_all(way.leaders);
    const bool ends = (automaton_.last & bit(place)) != 0;
    const double behind = ends ? 1 : share_of_all(automaton_.places[place].follow);
    const auto begins = static_cast<double>(way.most - way.least + 1);
    const double first = way.most < 2 ? 1 : share_of_all(automaton_.first);
    return shares_[place] * (kLook + before * behind * begins * (kLookAtBegin + first * kTry));
  }

  const Automaton& automaton_;
  std::vector<double> shares_;  // Of all tokens, those that a place takes.
  std::vector<Way> ways_;
};

}  // namespace

std::uint64_t anchors_of(const Node& tree, const Automaton& automaton, const ReaderWords& words) {
  const auto best = Anchoring(automaton, words).best(tree);
  return best ? best->places : 0;
}

}  // namespace amends::packc
