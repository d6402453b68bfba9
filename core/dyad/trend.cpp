#include "dyad/trend.hpp"

#include <Eigen/Core>
#include <cmath>
#include <numbers>
#include <utility>

#include "stats/dense.hpp"

namespace attune::dyad {

namespace {

using Eigen::Index;

/// A level, a line and cosines of half a turn, one turn, … at each step of a part.
Eigen::MatrixXd waves_over(Index steps, Index terms) {
  Eigen::MatrixXd basis(steps, terms);
  for (Index t = 0; t < steps; ++t) {
    const double place = (static_cast<double>(t) + 0.5) / static_cast<double>(steps);
    basis(t, 0) = 1;
    basis(t, 1) = place - 0.5;
    const double first = std::cos(std::numbers::pi * place);
    double before = 1, here = first;
    for (Index k = 2; k < terms; ++k) {
      basis(t, k) = here;  // cos kx = 2 cos x cos (k − 1)x − cos (k − 2)x
      before = std::exchange(here, 2 * first * here - before);
    }
  }
  return basis;
}

/// Inner products of the columns over the valid rows. Over all rows level and cosines are orthogonal, so that only the
/// line's are summed, and the rows that are not valid are taken off: few, as a rule.
Eigen::MatrixXd products_over(const Eigen::MatrixXd& basis, const std::vector<bool>& valid) {
  const auto steps = static_cast<double>(basis.rows());
  Eigen::MatrixXd products = Eigen::MatrixXd::Zero(basis.cols(), basis.cols());
  products.diagonal().setConstant(steps / 2);
  products(0, 0) = steps;
  products.col(1) = stats::inner_product(basis, basis.col(1));
  products.row(1) = products.col(1).transpose();
  for (Index t = 0; t < basis.rows(); ++t)
    if (!valid[static_cast<std::size_t>(t)]) products -= basis.row(t).transpose().lazyProduct(basis.row(t));
  return products;
}

void detrend_part(std::span<const double> series, const Part& part, double slowest_steps, Detrended& out) {
  const auto steps = static_cast<Index>(part.end - part.begin);
  const Index terms = 2 + static_cast<Index>(std::floor(2 * static_cast<double>(steps) / slowest_steps));
  std::vector<bool> valid;
  Eigen::VectorXd y(steps);
  Index rows = 0;
  for (Index t = 0; t < steps; ++t) {
    const double value = series[part.begin + static_cast<std::size_t>(t)];
    valid.push_back(std::isfinite(value));
    y(t) = valid.back() ? value : 0;
    rows += valid.back();
  }
  if (rows < 3 * terms) return;
  const Eigen::MatrixXd basis = waves_over(steps, terms);
  const Eigen::MatrixXd products = products_over(basis, valid);
  Eigen::VectorXd rest = y;
  // The second time takes off what rounding left: the line is nearly a sum of the cosines.
  for (int time = 0; time < 2; ++time) {
    rest -= stats::product(basis, stats::solve_symmetric(products, stats::inner_product(basis, rest)).x);
    for (Index t = 0; t < steps; ++t)
      if (!valid[static_cast<std::size_t>(t)]) rest(t) = 0;
  }
  for (Index t = 0; t < steps; ++t) {
    const std::size_t at = part.begin + static_cast<std::size_t>(t);
    out.value[at] = rest(t);
    out.valid[at] = valid[static_cast<std::size_t>(t)] ? 1 : 0;
  }
}

}  // namespace

Detrended detrend(std::span<const double> series, std::span<const Part> parts, double slowest_steps) {
  Detrended out{std::vector<double>(series.size(), 0.0), std::vector<double>(series.size(), 0.0)};
  for (const Part& part : parts) detrend_part(series, part, slowest_steps, out);
  return out;
}

}  // namespace attune::dyad
