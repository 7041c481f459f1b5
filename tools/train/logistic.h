// Logistic regression with an L2 penalty, on rows of few features.
//
// minimises |w|^2 / 2 + C * sum log(1 + exp(-y w.x)) by L-BFGS (Nocedal 1980), as Fan et al.'s
// liblinear (2008) states the problem; the bias is a weight like any other. No chance in it: the
// same rows give the same weights.

#pragma once

#include <cstdint>
#include <vector>

namespace amends::train {

struct Entry {
  std::uint32_t feature;
  float value;
};
using Row = std::vector<Entry>;

/// `wanted` is 1 or -1 a row. The last weight is the bias, of a feature that is always 1.
std::vector<double> fitted(const std::vector<const Row*>& rows, const std::vector<int>& wanted,
                           std::size_t features, double penalty_c);

double score(const std::vector<double>& weights, const Row& row);

}  // namespace amends::train
