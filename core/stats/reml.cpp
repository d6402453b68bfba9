#include "stats/reml.hpp"

#include <Eigen/Dense>
#include <cmath>

namespace attune::stats {
namespace {

using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;

/// Inverse of τ J + σ² I for n rows (Sherman & Morrison 1950).
MatrixXd inverse_covariance(Index n, double tau, double sigma2) {
  const double shared = tau / (sigma2 * (sigma2 + static_cast<double>(n) * tau));
  return MatrixXd::Identity(n, n) / sigma2 - MatrixXd::Constant(n, n, shared);
}

double log_determinant(Index n, double tau, double sigma2) {
  return static_cast<double>(n - 1) * std::log(sigma2) + std::log(sigma2 + static_cast<double>(n) * tau);
}

struct LeastSquares {
  MatrixXd information;  ///< X'V⁻¹X
  VectorXd coefficients;
  double log_determinant = 0;  ///< of V and of X'V⁻¹X together
  double quadratic = 0;        ///< residuals' r'V⁻¹r
  double degrees = 0;          ///< observations − columns
};

LeastSquares least_squares(const std::vector<InfantRows>& infants, double tau, double sigma2) {
  const Index columns = infants.front().x.cols();
  LeastSquares fit;
  fit.information = MatrixXd::Zero(columns, columns);
  VectorXd score = VectorXd::Zero(columns);
  for (const InfantRows& infant : infants) {
    const MatrixXd weighted = infant.x.transpose() * inverse_covariance(infant.y.size(), tau, sigma2);
    fit.information += weighted * infant.x;
    score += weighted * infant.y;
    fit.log_determinant += log_determinant(infant.y.size(), tau, sigma2);
    fit.degrees += static_cast<double>(infant.y.size());
  }
  const Eigen::LLT<MatrixXd> factor(fit.information);
  fit.coefficients = factor.solve(score);
  for (Index i = 0; i < columns; ++i) fit.log_determinant += 2 * std::log(factor.matrixLLT()(i, i));
  for (const InfantRows& infant : infants) {
    const VectorXd residual = infant.y - infant.x * fit.coefficients;
    fit.quadratic += residual.dot(inverse_covariance(residual.size(), tau, sigma2) * residual);
  }
  fit.degrees -= static_cast<double>(columns);
  return fit;
}

/// What one infant adds to the sums below. V_j is J for τ and I for σ².
struct Sums {
  std::array<MatrixXd, 2> a;                 ///< Σ X'W V_j W X, W = V⁻¹
  std::array<std::array<MatrixXd, 2>, 2> b;  ///< Σ X'W V_j W V_k W X
  std::array<VectorXd, 2> h;                 ///< Σ X'W V_j u, u = W r
  Eigen::Vector2d gradient = Eigen::Vector2d::Zero();
  Eigen::Matrix2d hessian = Eigen::Matrix2d::Zero();
};

void add_infant(Sums& sums, const InfantRows& infant, const VectorXd& coefficients,
                const std::array<double, 2>& variance) {
  const Index n = infant.y.size();
  const MatrixXd w = inverse_covariance(n, variance[0], variance[1]);
  const std::array<MatrixXd, 2> v{MatrixXd::Ones(n, n), MatrixXd::Identity(n, n)};
  const VectorXd u = w * (infant.y - infant.x * coefficients);
  const MatrixXd xw = infant.x.transpose() * w;
  for (int j = 0; j < 2; ++j) {
    sums.a[j] += xw * v[j] * xw.transpose();
    sums.h[j] += xw * v[j] * u;
    sums.gradient[j] += (w * v[j]).trace() - u.dot(v[j] * u);
    for (int k = 0; k < 2; ++k) {
      sums.b[j][k] += xw * v[j] * w * v[k] * xw.transpose();
      sums.hessian(j, k) += 2 * u.dot(v[j] * w * v[k] * u) - (w * v[j] * w * v[k]).trace();
    }
  }
}

}  // namespace

double profiled_deviance(const std::vector<InfantRows>& infants, double ratio) {
  const LeastSquares fit = least_squares(infants, ratio, 1);
  return fit.log_determinant + fit.degrees * std::log(fit.quadratic);
}

double profiled_residual_variance(const std::vector<InfantRows>& infants, double ratio) {
  const LeastSquares fit = least_squares(infants, ratio, 1);
  return fit.quadratic / fit.degrees;
}

double mean_square(const std::vector<InfantRows>& infants) {
  double squares = 0, count = 0;
  for (const InfantRows& infant : infants) {
    squares += infant.y.squaredNorm();
    count += static_cast<double>(infant.y.size());
  }
  return squares / count;
}

RemlDerivatives reml_derivatives(const std::vector<InfantRows>& infants,
                                 const std::array<double, 2>& variance) {
  const LeastSquares fit = least_squares(infants, variance[0], variance[1]);
  const Index columns = fit.coefficients.size();
  Sums sums;
  for (int j = 0; j < 2; ++j) {
    sums.a[j] = sums.b[j][0] = sums.b[j][1] = MatrixXd::Zero(columns, columns);
    sums.h[j] = VectorXd::Zero(columns);
  }
  for (const InfantRows& infant : infants) add_infant(sums, infant, fit.coefficients, variance);

  // With P = W − WX C X'W the deviance has gradient tr(P V_j) − y'P V_j P y and Hessian
  // 2 y'P V_j P V_k P y − tr(P V_j P V_k) (Searle, Casella & McCulloch 1992, ch. 6).
  RemlDerivatives at;
  at.coefficients = fit.coefficients;
  at.covariance = fit.information.inverse();
  for (int j = 0; j < 2; ++j) at.covariance_slope[j] = at.covariance * sums.a[j] * at.covariance;
  at.gradient = sums.gradient;
  at.hessian = sums.hessian;
  for (int j = 0; j < 2; ++j) {
    at.gradient[j] -= (at.covariance * sums.a[j]).trace();
    for (int k = 0; k < 2; ++k)
      at.hessian(j, k) += 2 * (at.covariance * sums.b[j][k]).trace() -
                          (at.covariance_slope[j] * sums.a[k]).trace() -
                          2 * sums.h[j].dot(at.covariance * sums.h[k]);
  }
  return at;
}

}  // namespace attune::stats
