#include "stats/reml.hpp"

#include <cmath>

#include "stats/dense.hpp"

namespace attune::stats {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

DirectionSums no_sums(Index columns) {
  return {MatrixXd::Zero(columns, columns), VectorXd::Zero(columns), 0, 0};
}

/// Calls `take` with the sums of each kind of direction, their variance and its derivatives by τ and σ².
template <typename Take>
void for_each_kind(const InfantSums& sums, double tau, double sigma2, const Take& take) {
  take(sums.within, sigma2, std::array{0.0, 1.0});
  for (const auto& [rows, direction] : sums.means) {
    const double n = rows;
    take(direction, sigma2 + n * tau, std::array{n, 1.0});
  }
}

struct GeneralisedFit {
  MatrixXd covariance;  ///< (X'V⁻¹X)⁻¹
  VectorXd coefficients;
  double log_determinant = 0;  ///< of V and of X'V⁻¹X together
  double quadratic = 0;        ///< residuals' r'V⁻¹r
  double degrees = 0;          ///< observations − columns
};

GeneralisedFit generalised_fit(const InfantSums& sums, double tau, double sigma2) {
  const Index columns = sums.within.xy.size();
  MatrixXd information = MatrixXd::Zero(columns, columns);
  VectorXd score = VectorXd::Zero(columns);
  GeneralisedFit fit;
  for_each_kind(sums, tau, sigma2, [&](const DirectionSums& of, double variance, const auto&) {
    information += of.xx / variance;
    score += of.xy / variance;
    fit.quadratic += of.yy / variance;
    fit.log_determinant += of.count * std::log(variance);
  });
  MatrixXd right(columns, columns + 1);
  right << MatrixXd::Identity(columns, columns), score;
  const Solution solution = solve_symmetric(information, right);
  fit.covariance = solution.x.leftCols(columns);
  fit.coefficients = solution.x.col(columns);
  fit.quadratic -= fit.coefficients.dot(score);
  fit.log_determinant += solution.log_determinant;
  fit.degrees = sums.observations - static_cast<double>(columns);
  return fit;
}

}  // namespace

InfantSums sums_of(const std::vector<InfantRows>& infants) {
  const Index columns = infants.front().x.cols();
  InfantSums sums;
  sums.within = no_sums(columns);
  for (const InfantRows& infant : infants) {
    const Index rows = infant.y.size();
    const auto n = static_cast<double>(rows);
    const Eigen::RowVectorXd mean_x = infant.x.colwise().mean();
    const double mean_y = infant.y.mean();
    const MatrixXd x = infant.x.rowwise() - mean_x;
    const VectorXd y = infant.y.array() - mean_y;
    sums.within.xx += inner_product(x, x);
    sums.within.xy += inner_product(x, y);
    sums.within.yy += y.squaredNorm();
    sums.within.count += n - 1;
    DirectionSums& means = sums.means.try_emplace(static_cast<int>(rows), no_sums(columns)).first->second;
    means.xx += n * mean_x.transpose().lazyProduct(mean_x);
    means.xy += n * mean_y * mean_x.transpose();
    means.yy += n * mean_y * mean_y;
    means.count += 1;
    sums.observations += n;
  }
  return sums;
}

double profiled_deviance(const InfantSums& sums, double ratio) {
  const GeneralisedFit fit = generalised_fit(sums, ratio, 1);
  return fit.log_determinant + fit.degrees * std::log(fit.quadratic);
}

double profiled_residual_variance(const InfantSums& sums, double ratio) {
  const GeneralisedFit fit = generalised_fit(sums, ratio, 1);
  return fit.quadratic / fit.degrees;
}

RemlDerivatives reml_derivatives(const InfantSums& sums, const std::array<double, 2>& variance) {
  const GeneralisedFit fit = generalised_fit(sums, variance[0], variance[1]);
  const Index columns = fit.coefficients.size();
  RemlDerivatives at;
  at.coefficients = fit.coefficients;
  at.covariance = fit.covariance;
  at.gradient.setZero();
  at.hessian.setZero();
  at.expected_hessian.setZero();
  std::array<VectorXd, 2> shifts;  // X'W V_j W r
  for (int j = 0; j < 2; ++j) {
    at.first[j] = at.second[j][0] = at.second[j][1] = MatrixXd::Zero(columns, columns);
    shifts[j] = VectorXd::Zero(columns);
  }
  const auto add = [&](const DirectionSums& of, double v, const std::array<double, 2>& d) {
    const VectorXd xr = of.xy - product(of.xx, fit.coefficients);
    const double rr = of.yy - fit.coefficients.dot(of.xy + xr);
    for (int j = 0; j < 2; ++j) {
      at.first[j] += d[j] / (v * v) * of.xx;
      shifts[j] += d[j] / (v * v) * xr;
      at.gradient[j] += of.count * d[j] / v - rr * d[j] / (v * v);
      for (int k = 0; k < 2; ++k) {
        const double dd = d[j] * d[k] / (v * v);
        at.second[j][k] += dd / v * of.xx;
        at.hessian(j, k) += 2 * rr * dd / v - of.count * dd;
        at.expected_hessian(j, k) += of.count * dd;
      }
    }
  };
  for_each_kind(sums, variance[0], variance[1], add);

  // With P = W − WX C X'W the deviance has gradient tr(P V_j) − y'P V_j P y, Hessian
  // 2 y'P V_j P V_k P y − tr(P V_j P V_k), and of that the expectation tr(P V_j P V_k) (Searle, Casella & McCulloch 1992,
  // ch. 6).
  const MatrixXd& c = at.covariance;
  for (int j = 0; j < 2; ++j) {
    at.gradient[j] -= product(c, at.first[j]).trace();
    at.slopes[j] = -product(c, shifts[j]);
  }
  for (int j = 0; j < 2; ++j)
    for (int k = 0; k < 2; ++k) {
      const double outside = 2 * product(c, at.second[j][k]).trace() -
                             product(product(c, at.first[j]), product(c, at.first[k])).trace();
      at.hessian(j, k) += outside + 2 * shifts[j].dot(at.slopes[k]);
      at.expected_hessian(j, k) -= outside;
    }
  return at;
}

}  // namespace attune::stats
