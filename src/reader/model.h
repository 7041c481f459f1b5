// A second opinion on a whole message: how much its words, and its pairs of neighbours, are like
// those of messages that people labelled. Linear, trained by tools/train from our own texts.
//
// Rules know a phrase and say where it stands; the model has seen what many people write and knows
// the drift of a message. It speaks softly: what it finds alone is only ever asked about, and it is
// never the only ground for a sign of danger or for a threat. Integer sums, so native and WASM
// agree.

#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/bytes.h"
#include "reader/labels.h"
#include "text/token.h"

namespace amends::reader {

/// One column a fault and a strength, in their order, and one for "any fault at all".
inline constexpr std::size_t kColumns = kFaults + kStrengths + 1;
inline constexpr std::size_t kAnyFault = kColumns - 1;

/// A word or a pair of neighbours, as a number below 2^22, and the sentence it stands in.
struct Feature {
  std::uint32_t key = 0;
  std::uint32_t sentence = 0;
};
inline constexpr std::uint32_t kFeatureKeys = std::uint32_t{1} << 22;

/// Every word and pair, borders among them; the same one as often as it stands there.
void features_of(std::span<const text::Token> tokens, std::vector<Feature>& out);

/// Long texts weigh each word less: a message is divided by the root of its tokens.
double length_weight(std::size_t tokens);

/// What the model says of one label.
struct Column {
  double bias = 0;
  double scale = 0;   // Of the sum of weights, before length_weight.
  double alone = 0;   // From this score on it asks by itself (of danger: it is sure),
  double agrees = 0;  // and from this one on it bears out a rule that waits for it.
};

class Model {
 public:
  using Row = std::array<std::int8_t, kColumns>;
  using Sums = std::array<std::int32_t, kColumns>;

  /// What it makes of one message.
  class Opinion {
   public:
    bool agrees(Label label) const;
    bool asks_about(Label label) const;
    /// Of danger: sure enough for help to stand alone, and nothing else to be marked.
    bool is_sure_of(Label label) const;
    double score(Label label) const;
    /// How much one sentence adds to a label's score, in steps.
    std::int32_t weight_in(Label label, std::uint32_t sentence) const;
    /// The sentence that says it most.
    std::uint32_t sentence_of(Label label) const;

   private:
    friend class Model;
    const Model* model_ = nullptr;
    std::array<double, kColumns> scores_{};
    std::vector<Sums> sentences_;
  };

  static std::optional<Model> read(base::ByteReader& blob);

  Opinion opinion(std::span<const text::Token> tokens) const;

 private:
  static constexpr std::uint16_t kNoRow = 0xFFFF;

  std::uint16_t row_of(std::uint32_t key) const;
  void index(const std::vector<std::uint32_t>& keys);

  std::array<Column, kColumns> columns_{};
  std::vector<Row> rows_;
  std::vector<std::uint32_t> slot_keys_;  // Open addressing.
  std::vector<std::uint16_t> slot_rows_;
};

/// The model is never the only ground for these two.
constexpr bool is_danger(Label label) { return label == Label::crisis || label == Label::threat; }

/// How much of "any fault" is added to a fault's own score: that keeps harmless messages out.
constexpr double fault_share(Label label) { return kind_of(label) == LabelKind::fault ? 0.25 : 0; }

/// Weights have seven steps, -3 to 3; the square of a step is what it weighs.
constexpr std::int8_t weight_of_step(int step) {
  return static_cast<std::int8_t>(step < 0 ? -step * step : step * step);
}
inline constexpr int kMostSteps = 3;

/// Numbers of a column stand in the blob in ten-thousandths.
inline constexpr double kFine = 10'000;

}  // namespace amends::reader
