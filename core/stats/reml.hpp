// The REML deviance (−2 log restricted likelihood) of a random-intercept model and its exact derivatives by
// the two variances. The covariance of one infant's rows is V = τ J + σ² I, with τ the infants' variance, J
// all ones and σ² the residuals' variance; its inverse is known in closed form, so that cost grows with the
// infants only.
#pragma once

#include "stats/mixed_model.hpp"

namespace attune::stats {

/// The deviance at the best residual variance for ratio = τ/σ², up to a constant.
double profiled_deviance(const std::vector<InfantRows>& infants, double ratio);

/// That best residual variance.
double profiled_residual_variance(const std::vector<InfantRows>& infants, double ratio);

/// Mean of y².
double mean_square(const std::vector<InfantRows>& infants);

/// All at one place; index 0 stands for τ, 1 for σ².
struct RemlDerivatives {
  Eigen::VectorXd coefficients;                     ///< generalised least squares
  Eigen::MatrixXd covariance;                       ///< of the coefficients
  std::array<Eigen::MatrixXd, 2> covariance_slope;  ///< its derivatives
  Eigen::Vector2d gradient;                         ///< of the deviance
  Eigen::Matrix2d hessian;
};
RemlDerivatives reml_derivatives(const std::vector<InfantRows>& infants,
                                 const std::array<double, 2>& variance);

}  // namespace attune::stats
