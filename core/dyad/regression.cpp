#include "dyad/regression.hpp"

#include <Eigen/LU>
#include <algorithm>
#include <cmath>
#include <limits>

#include "stats/dense.hpp"
#include "stats/f_distribution.hpp"

namespace attune::dyad {

namespace {

using Eigen::Index;

/// Steps whose own value and `past` steps before are valid in both.
std::vector<std::size_t> whole_pasts(const Detrended& a, const Detrended& b, int past) {
  std::vector<std::size_t> steps;
  int run = 0;
  for (std::size_t t = 0; t < a.value.size(); ++t) {
    run = a.valid[t] > 0 && b.valid[t] > 0 ? run + 1 : 0;
    if (run > past) steps.push_back(t);
  }
  return steps;
}

/// 1, own past, other's past.
Eigen::MatrixXd design(const Detrended& own, const Detrended& other, std::span<const std::size_t> steps,
                       int lags) {
  Eigen::MatrixXd x(static_cast<Index>(steps.size()), 1 + 2 * lags);
  for (Index r = 0; r < x.rows(); ++r) {
    const std::size_t t = steps[static_cast<std::size_t>(r)];
    x(r, 0) = 1;
    for (int k = 1; k <= lags; ++k) {
      x(r, k) = own.value[t - static_cast<std::size_t>(k)];
      x(r, lags + k) = other.value[t - static_cast<std::size_t>(k)];
    }
  }
  return x;
}

Eigen::VectorXd response(const Detrended& own, std::span<const std::size_t> steps) {
  Eigen::VectorXd y(static_cast<Index>(steps.size()));
  for (Index r = 0; r < y.size(); ++r) y(r) = own.value[steps[static_cast<std::size_t>(r)]];
  return y;
}

}  // namespace

std::optional<PastTest> test_past(const Detrended& follower, const Detrended& leader, int order, int more) {
  const int lags = order + more;
  const auto steps = whole_pasts(follower, leader, lags);
  const Index rows = static_cast<Index>(steps.size()), terms = 1 + 2 * lags;
  if (rows < 2 * terms) return {};
  const Eigen::MatrixXd full = design(follower, leader, steps, lags);
  const Eigen::VectorXd y = response(follower, steps);
  Eigen::MatrixXd own(rows, terms - order);  // without the columns tested
  own << full.leftCols(1 + lags), full.rightCols(more);
  const auto left_by = [&y](const Eigen::MatrixXd& x, const Eigen::VectorXd& b) {
    return (y - stats::product(x, b)).squaredNorm();
  };
  const Eigen::VectorXd b = stats::least_squares(full, y).coefficients;
  const double rest = left_by(full, b);
  const double rest_own = left_by(own, stats::least_squares(own, y).coefficients);
  if (!(rest > 0) || !std::isfinite(rest_own)) return {};
  PastTest test;
  test.order = order;
  test.df_num = order;
  test.df_den = static_cast<int>(rows - terms);
  test.f = std::max(0.0, (rest_own - rest) / test.df_num / (rest / test.df_den));
  test.p = stats::f_upper_tail(test.f, test.df_num, test.df_den);
  test.share = 1 - rest / rest_own;
  for (int k = 1; k <= lags; ++k) test.other.push_back(b(lags + k));
  return test;
}

int order_of(const Detrended& mother, const Detrended& infant, int most) {
  // All orders over the same steps; the normal matrix of the longest past holds those of all shorter ones.
  const auto steps = whole_pasts(mother, infant, most);
  const auto rows = static_cast<double>(steps.size());
  if (steps.size() < static_cast<std::size_t>(2 * (1 + 2 * most))) return 1;
  const Eigen::MatrixXd x = design(mother, infant, steps, most);
  Eigen::MatrixXd y(x.rows(), 2);
  y << response(mother, steps), response(infant, steps);
  const Eigen::MatrixXd xx = stats::inner_product(x, x), xy = stats::inner_product(x, y);
  int best = 1;
  double least = std::numeric_limits<double>::infinity();
  for (int order = 1; order <= most; ++order) {
    std::vector<Index> columns{0};
    for (int k = 1; k <= order; ++k) columns.insert(columns.end(), {k, most + k});
    const Eigen::MatrixXd b = stats::solve_symmetric(xx(columns, columns), xy(columns, Eigen::all)).x;
    const Eigen::MatrixXd rest = y - stats::product(x(Eigen::all, columns), b);
    const Eigen::Matrix2d covariance = stats::inner_product(rest, rest) / rows;
    const double criterion = std::log(covariance.determinant()) + std::log(rows) / rows * 2 * (1 + 2 * order);
    if (criterion < least) {
      least = criterion;
      best = order;
    }
  }
  return best;
}

}  // namespace attune::dyad
