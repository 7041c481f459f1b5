#include "train/logistic.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <numeric>

namespace amends::train {
namespace {

using Vector = std::vector<double>;

constexpr int kMostSteps = 60;
constexpr std::size_t kMemory = 6;

double dot(const Vector& a, const Vector& b) {
  return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

struct Problem {
  const std::vector<const Row*>& rows;
  const std::vector<int>& wanted;
  double c;

  double value(const Vector& weights, Vector& gradient) const {
    double sum = dot(weights, weights) / 2;
    gradient = weights;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const double margin = wanted[i] * score(weights, *rows[i]);
      sum +=
          c * (margin > 0 ? std::log1p(std::exp(-margin)) : -margin + std::log1p(std::exp(margin)));
      const double pull = -c * wanted[i] / (1 + std::exp(margin));
      for (const Entry& entry : *rows[i]) gradient[entry.feature] += pull * entry.value;
      gradient.back() += pull;
    }
    return sum;
  }
};

struct Step {
  Vector moved;
  Vector turned;
  double curvature;
};

// The two loops of L-BFGS: the gradient, bent by what the last steps taught.
Vector direction(const Vector& gradient, const std::deque<Step>& steps) {
  Vector out = gradient;
  std::vector<double> shares(steps.size());
  for (std::size_t i = steps.size(); i-- > 0;) {
    shares[i] = dot(steps[i].moved, out) / steps[i].curvature;
    for (std::size_t j = 0; j < out.size(); ++j) out[j] -= shares[i] * steps[i].turned[j];
  }
  if (!steps.empty()) {
    const Step& last = steps.back();
    const double size = last.curvature / dot(last.turned, last.turned);
    for (double& each : out) each *= size;
  }
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double share = shares[i] - dot(steps[i].turned, out) / steps[i].curvature;
    for (std::size_t j = 0; j < out.size(); ++j) out[j] += share * steps[i].moved[j];
  }
  return out;
}

}  // namespace

double score(const Vector& weights, const Row& row) {
  double sum = weights.back();
  for (const Entry& entry : row) sum += weights[entry.feature] * entry.value;
  return sum;
}

Vector fitted(const std::vector<const Row*>& rows, const std::vector<int>& wanted,
              std::size_t features, double penalty_c) {
  const Problem problem{rows, wanted, penalty_c};
  Vector weights(features + 1, 0);
  Vector gradient;
  double value = problem.value(weights, gradient);
  const double enough = 1e-3 * std::sqrt(dot(gradient, gradient));
  std::deque<Step> steps;
  for (int round = 0; round < kMostSteps && std::sqrt(dot(gradient, gradient)) > enough; ++round) {
    const Vector way = direction(gradient, steps);
    const double slope = dot(way, gradient);
    double length = round == 0 ? 1 / std::sqrt(dot(gradient, gradient)) : 1;
    Vector next(weights.size());
    Vector next_gradient;
    double next_value = 0;
    for (int halved = 0; halved < 30; ++halved, length /= 2) {
      for (std::size_t j = 0; j < next.size(); ++j) next[j] = weights[j] - length * way[j];
      next_value = problem.value(next, next_gradient);
      if (next_value <= value - 1e-4 * length * slope) break;
    }
    if (next_value >= value) break;
    Step step{next, next_gradient, 0};
    for (std::size_t j = 0; j < next.size(); ++j) {
      step.moved[j] -= weights[j];
      step.turned[j] -= gradient[j];
    }
    step.curvature = dot(step.moved, step.turned);
    if (step.curvature > 1e-12) steps.push_back(std::move(step));
    if (steps.size() > kMemory) steps.pop_front();
    weights = std::move(next);
    gradient = std::move(next_gradient);
    value = next_value;
  }
  return weights;
}

}  // namespace amends::train
