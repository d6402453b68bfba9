#include "stats/mixed_model.hpp"

#include <Eigen/LU>
#include <algorithm>
#include <cmath>

#include "stats/dense.hpp"
#include "stats/f_distribution.hpp"
#include "stats/reml.hpp"

namespace attune::stats {
namespace {

/// a b c.
Eigen::MatrixXd between(const Eigen::MatrixXd& a, const Eigen::MatrixXd& b, const Eigen::MatrixXd& c) {
  return product(product(a, b), c);
}

/// wᵀ a w.
double form(const Eigen::MatrixXd& a, const Eigen::VectorXd& w) {
  return w.dot(product(a, w).col(0));
}

/// The ratio τ/σ² at a correlation.
double ratio_at(double correlation) {
  return correlation / (1 - correlation);
}

/// The correlation of two visits that makes the profiled deviance smallest, of those that V can have: a coarse
/// search, so that no second valley is missed, then golden sections.
double best_correlation(const InfantSums& sums) {
  const auto deviance = [&](double correlation) { return profiled_deviance(sums, ratio_at(correlation)); };
  constexpr int grid = 100;
  constexpr double edge = 1e-9;
  const double lowest = -1.0 / (sums.most_rows() - 1), width = (1 - lowest) / grid;
  int best = 1;
  double smallest = deviance(lowest + width);
  for (int i = 2; i < grid; ++i) {
    const double value = deviance(lowest + i * width);
    if (value < smallest) {
      smallest = value;
      best = i;
    }
  }
  double low = std::max(lowest + edge, lowest + (best - 1) * width),
         high = std::min(1 - edge, lowest + (best + 1) * width);
  const double golden = (std::sqrt(5.0) - 1) / 2;
  for (int i = 0; i < 40; ++i) {
    const double a = high - golden * (high - low), b = low + golden * (high - low);
    (deviance(a) < deviance(b) ? high : low) = deviance(a) < deviance(b) ? b : a;
  }
  return (low + high) / 2;
}

/// Whether every direction of the rows has a variance above 0.
bool possible(const std::array<double, 2>& variance, int most_rows) {
  return variance[1] > 0 && variance[1] + most_rows * variance[0] > 0;
}

/// Newton's steps from the golden section's answer, which is good to seven digits, to the last digits.
std::array<double, 2> polished(const InfantSums& sums, std::array<double, 2> variance) {
  for (int i = 0; i < 3; ++i) {
    const RemlDerivatives at = reml_derivatives(sums, variance);
    const Eigen::Vector2d step = at.hessian.inverse() * at.gradient;
    const std::array<double, 2> next{variance[0] - step[0], variance[1] - step[1]};
    if (!possible(next, sums.most_rows())) break;
    variance = next;
  }
  return variance;
}

/// The least squares fit of all rows, which is taken out before sums are made, so that none of them loses digits to
/// a mean far from 0. None where the columns are not independent.
std::optional<Eigen::VectorXd> rough_fit(const std::vector<InfantRows>& infants, Eigen::Index observations) {
  const auto columns = infants.front().x.cols();
  Eigen::MatrixXd x(observations, columns);
  Eigen::VectorXd y(observations);
  Eigen::Index row = 0;
  for (const InfantRows& infant : infants) {
    x.middleRows(row, infant.x.rows()) = infant.x;
    y.segment(row, infant.y.size()) = infant.y;
    row += infant.y.size();
  }
  const LeastSquares fit = least_squares(x, y);
  if (fit.rank < columns) return std::nullopt;
  return fit.coefficients;
}

/// The covariance of the coefficients with the error of the variances in it: Kenward & Roger's (1997), in which what that
/// error moves the coefficients by is not as expected of any gaps but as these data have it, so that it also holds
/// where gaps hang on values seen before (Kenward & Molenberghs 1998).
Eigen::MatrixXd adjusted_covariance(const RemlDerivatives& at) {
  const Eigen::MatrixXd& c = at.covariance;
  const Eigen::Matrix2d expected = 2 * at.expected_hessian.inverse(), observed = 2 * at.hessian.inverse();
  Eigen::MatrixXd bias = Eigen::MatrixXd::Zero(c.rows(), c.cols()), moved = bias;
  for (int j = 0; j < 2; ++j)
    for (int k = 0; k < 2; ++k) {
      bias += expected(j, k) * (at.second[j][k] - between(at.first[j], c, at.first[k]));
      moved += observed(j, k) * at.slopes[j].lazyProduct(at.slopes[k].transpose());
    }
  return c + between(c, bias, c) + moved;
}

/// Kenward & Roger's degrees of freedom and scale of an F with `rank` rows (1997, section 3), from their sums A1 and A2.
struct Scale {
  double df, factor;
};
Scale kenward_roger(double rank, double a1, double a2) {
  const double b = (a1 + 6 * a2) / (2 * rank);
  const double g = ((rank + 1) * a1 - (rank + 4) * a2) / ((rank + 2) * a2);
  const double below = 3 * rank + 2 * (1 - g);
  const double c1 = g / below, c2 = (rank - g) / below, c3 = (rank + 2 - g) / below;
  const double mean = 1 / (1 - a2 / rank);
  const double variance = 2 / rank * (1 + c1 * b) / (std::pow(1 - c2 * b, 2) * (1 - c3 * b));
  const double shape = variance / (2 * mean * mean);
  const double df = 4 + (rank + 2) / (rank * shape - 1);
  return {df, df / (mean * (df - 2))};
}

}  // namespace

std::optional<MixedModel> MixedModel::fit(const std::vector<InfantRows>& infants) {
  MixedModel model;
  model.infants_ = static_cast<int>(infants.size());
  double squares = 0;
  bool repeated = false;
  for (const InfantRows& infant : infants) {
    model.observations_ += static_cast<int>(infant.y.size());
    squares += infant.y.squaredNorm();
    repeated = repeated || infant.y.size() > 1;
  }
  if (!repeated || model.observations_ <= infants.front().x.cols()) return std::nullopt;
  const auto rough = rough_fit(infants, model.observations_);
  if (!rough) return std::nullopt;
  std::vector<InfantRows> centred = infants;
  double around = 0;
  for (InfantRows& infant : centred) {
    infant.y -= product(infant.x, *rough);
    around += infant.y.squaredNorm();
  }
  const InfantSums sums = sums_of(centred);

  const double ratio = ratio_at(best_correlation(sums));
  const double residual = profiled_residual_variance(sums, ratio);
  // What rounding leaves of no variance: of the sums, and of values whose mean is far from 0.
  const double no_variance = (1e-12 * around + 1e-24 * squares) / model.observations_;
  if (!(residual > no_variance)) return std::nullopt;
  model.variance_ = polished(sums, {ratio * residual, residual});

  const RemlDerivatives at = reml_derivatives(sums, model.variance_);
  // Where every infant changes alike the residuals' variance is 0, at its bound: the deviance has no minimum there, and
  // degrees of freedom from its curvature would be of nothing.
  if (!(model.variance_[1] > no_variance && at.hessian(0, 0) > 0 && at.hessian.determinant() > 0))
    return std::nullopt;
  model.coefficients_ = at.coefficients + *rough;
  model.covariance_ = at.covariance;
  for (int j = 0; j < 2; ++j) model.covariance_slope_[j] = between(at.covariance, at.first[j], at.covariance);
  model.variance_covariance_ = 2 * at.expected_hessian.inverse();
  model.adjusted_ = adjusted_covariance(at);
  return model;
}

TTest MixedModel::test(const Eigen::VectorXd& weights) const {
  // Kenward & Roger's degrees of freedom of one row; their scale is 1.
  const double variance = form(covariance_, weights);
  const Eigen::Vector2d slope(form(covariance_slope_[0], weights), form(covariance_slope_[1], weights));
  const double df = 2 * variance * variance / slope.dot(variance_covariance_ * slope);
  return t_test(weights.dot(coefficients_), std::sqrt(form(adjusted_, weights)), df);
}

FTest MixedModel::test_jointly(const Eigen::MatrixXd& rows) const {
  const auto rank = static_cast<double>(rows.rows());
  const Eigen::MatrixXd columns = rows.transpose(), known = between(rows, covariance_, columns);
  std::array<Eigen::MatrixXd, 2> slopes;
  for (int j = 0; j < 2; ++j)
    slopes[j] = solve_symmetric(known, between(rows, covariance_slope_[j], columns)).x;
  double a1 = 0, a2 = 0;
  for (int j = 0; j < 2; ++j)
    for (int k = 0; k < 2; ++k) {
      a1 += variance_covariance_(j, k) * slopes[j].trace() * slopes[k].trace();
      a2 += variance_covariance_(j, k) * product(slopes[j], slopes[k]).trace();
    }
  const Scale scale = kenward_roger(rank, a1, a2);
  const Eigen::VectorXd values = product(rows, coefficients_);
  FTest result;
  result.df_num = rank;
  result.df_den = scale.df;
  const Eigen::VectorXd weighed = solve_symmetric(between(rows, adjusted_, columns), values).x;
  result.f = scale.factor / rank * values.dot(weighed);
  result.p = f_upper_tail(result.f, result.df_num, result.df_den);
  return result;
}

}  // namespace attune::stats
