#include "stats/mixed_model.hpp"

#include <Eigen/Dense>
#include <cmath>

#include "stats/f_distribution.hpp"
#include "stats/reml.hpp"

namespace attune::stats {
namespace {

constexpr double no_share = 1e-8;  ///< a smaller share of the infants in all variance is 0

/// The share s of the infants in all variance that makes the profiled deviance smallest: a coarse search, so
/// that no second valley is missed, then golden sections.
double best_share(const std::vector<InfantRows>& infants) {
  const auto deviance = [&](double share) { return profiled_deviance(infants, share / (1 - share)); };
  constexpr int grid = 50;
  int best = 0;
  double smallest = deviance(0);
  for (int i = 1; i < grid; ++i) {
    const double value = deviance(static_cast<double>(i) / grid);
    if (value < smallest) {
      smallest = value;
      best = i;
    }
  }
  double low = std::max(0.0, (best - 1.0) / grid), high = std::min(1 - 1e-9, (best + 1.0) / grid);
  const double golden = (std::sqrt(5.0) - 1) / 2;
  for (int i = 0; i < 60; ++i) {
    const double a = high - golden * (high - low), b = low + golden * (high - low);
    (deviance(a) < deviance(b) ? high : low) = deviance(a) < deviance(b) ? b : a;
  }
  return (low + high) / 2;
}

/// Newton's steps from the golden section's answer, which is good to seven digits, to the last digits.
std::array<double, 2> polished(const std::vector<InfantRows>& infants, std::array<double, 2> variance) {
  for (int i = 0; i < 3; ++i) {
    const RemlDerivatives at = reml_derivatives(infants, variance);
    const Eigen::Vector2d step = at.hessian.fullPivLu().solve(at.gradient);
    const std::array<double, 2> next{variance[0] - step[0], variance[1] - step[1]};
    if (!(next[0] > 0 && next[1] > 0)) break;
    variance = next;
  }
  return variance;
}

bool estimable(const std::vector<InfantRows>& infants, int observations) {
  const auto columns = infants.front().x.cols();
  bool repeated = false;
  Eigen::MatrixXd all(observations, columns);
  Eigen::Index row = 0;
  for (const InfantRows& infant : infants) {
    all.middleRows(row, infant.x.rows()) = infant.x;
    row += infant.x.rows();
    repeated = repeated || infant.x.rows() > 1;
  }
  return repeated && observations > columns && all.colPivHouseholderQr().rank() == columns;
}

}  // namespace

std::optional<MixedModel> MixedModel::fit(std::vector<InfantRows> infants) {
  MixedModel model;
  for (const InfantRows& infant : infants) model.observations_ += static_cast<int>(infant.y.size());
  if (infants.empty() || !estimable(infants, model.observations_)) return std::nullopt;

  const double share = best_share(infants);
  model.singular_ = share < no_share;
  const double ratio = model.singular_ ? 0 : share / (1 - share);
  const double residual = profiled_residual_variance(infants, ratio);
  if (!(residual > 1e-12 * mean_square(infants))) return std::nullopt;
  model.variance_ = {ratio * residual, residual};
  if (!model.singular_) model.variance_ = polished(infants, model.variance_);

  const RemlDerivatives at = reml_derivatives(infants, model.variance_);
  // Where every infant changes alike the residuals' variance is 0, at its bound: the deviance has no minimum there, and
  // degrees of freedom from its curvature would be of nothing.
  const bool is_minimum = at.hessian(0, 0) > 0 && at.hessian.determinant() > 0;
  if (!model.singular_ && !is_minimum) return std::nullopt;
  model.coefficients_ = at.coefficients;
  model.covariance_ = at.covariance;
  model.covariance_slope_ = at.covariance_slope;
  model.variance_covariance_ = 2 * at.hessian.inverse();
  model.infants_ = std::move(infants);
  return model;
}

double MixedModel::satterthwaite_df(const Eigen::VectorXd& weights) const {
  // At the bound the deviance is flat in the infants' standard deviation, so that only the residual's counts.
  if (singular_) return observations_ - static_cast<double>(coefficients_.size());
  const double variance = weights.dot(covariance_ * weights);
  const Eigen::Vector2d slope(weights.dot(covariance_slope_[0] * weights),
                              weights.dot(covariance_slope_[1] * weights));
  return 2 * variance * variance / slope.dot(variance_covariance_ * slope);
}

TTest MixedModel::test(const Eigen::VectorXd& weights) const {
  return t_test(weights.dot(coefficients_), std::sqrt(weights.dot(covariance_ * weights)),
                satterthwaite_df(weights));
}

FTest MixedModel::test_jointly(const Eigen::MatrixXd& rows) const {
  // Fai & Cornelius 1996: independent t tests along the eigenvectors, whose degrees of freedom are combined.
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> axes(rows * covariance_ * rows.transpose());
  FTest result;
  result.df_num = static_cast<double>(rows.rows());
  double expectation = 0, smallest_df = HUGE_VAL;
  for (Eigen::Index i = 0; i < rows.rows(); ++i) {
    const Eigen::VectorXd weights = rows.transpose() * axes.eigenvectors().col(i);
    const double df = satterthwaite_df(weights);
    smallest_df = std::min(smallest_df, df);
    expectation += df / (df - 2);
    result.f += std::pow(weights.dot(coefficients_), 2) / axes.eigenvalues()[i] / result.df_num;
  }
  if (rows.rows() == 1) {
    result.df_den = smallest_df;
  } else {
    result.df_den = smallest_df > 2 ? 2 * expectation / (expectation - result.df_num) : 2;
  }
  result.p = f_upper_tail(result.f, result.df_num, result.df_den);
  return result;
}

}  // namespace attune::stats
