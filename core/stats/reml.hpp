// The REML deviance (−2 log restricted likelihood) of repeated visits with compound symmetry, and its exact
// derivatives by the two variances. The covariance of one infant's n rows is V = τ J + σ² I, with J all ones:
// it has the value λ = σ² + n τ along the infant's mean and σ² across it. So all that is needed of the rows are
// sums of squares and products within infants, and between infants with the same number of rows; cost does not
// grow with the infants.
#pragma once

#include <array>
#include <map>
#include <vector>

#include "stats/mixed_model.hpp"

namespace attune::stats {

/// Sums over directions of the rows that have one variance.
struct DirectionSums {
  Eigen::MatrixXd xx;
  Eigen::VectorXd xy;
  double yy = 0;
  double count = 0;  ///< of directions
};

struct InfantSums {
  DirectionSums within;                ///< variance σ²
  std::map<int, DirectionSums> means;  ///< variance σ² + n τ, by the number n of an infant's rows
  double observations = 0;

  int most_rows() const { return means.rbegin()->first; }
};

/// Of at least one infant.
InfantSums sums_of(const std::vector<InfantRows>& infants);

/// The deviance at the best residual variance for ratio = τ/σ² > −1/most_rows, up to a constant.
double profiled_deviance(const InfantSums& sums, double ratio);

/// That best residual variance.
double profiled_residual_variance(const InfantSums& sums, double ratio);

/// All at one place; index 0 stands for τ, 1 for σ². With V_j the derivative of V and W its inverse.
struct RemlDerivatives {
  Eigen::VectorXd coefficients;                          ///< generalised least squares
  Eigen::MatrixXd covariance;                            ///< of the coefficients, (X'WX)⁻¹
  std::array<Eigen::MatrixXd, 2> first;                  ///< X'W V_j W X
  std::array<std::array<Eigen::MatrixXd, 2>, 2> second;  ///< X'W V_j W V_k W X
  std::array<Eigen::VectorXd, 2> slopes;                 ///< of the coefficients by the variances
  Eigen::Vector2d gradient;                              ///< of the deviance
  Eigen::Matrix2d hessian;
  Eigen::Matrix2d expected_hessian;
};
RemlDerivatives reml_derivatives(const InfantSums& sums, const std::array<double, 2>& variance);

}  // namespace attune::stats
