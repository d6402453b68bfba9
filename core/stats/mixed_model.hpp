// A linear mixed model with a random intercept per infant, y = Xβ + b_infant + e: infants may have missed a
// visit and still count. Variances by REML; tests with Satterthwaite's degrees of freedom from the exact
// gradient and Hessian of the REML deviance (Satterthwaite 1946; Fai & Cornelius 1996; the method of
// lmerTest, Kuznetsova et al. 2017, whose numbers it gives).
#pragma once

#include <Eigen/Core>
#include <array>
#include <optional>
#include <vector>

#include "stats/t_test.hpp"

namespace attune::stats {

/// One infant's rows.
struct InfantRows {
  Eigen::MatrixXd x;  ///< one row an observation, one column a fixed effect
  Eigen::VectorXd y;
};

struct FTest {
  double f = 0;
  double df_num = 0;
  double df_den = 0;
  double p = 1;
};

class MixedModel {
 public:
  /// None where the model cannot be fitted: the columns of x are not independent, fewer observations than
  /// columns, no infant with two observations, or no residual spread (every infant changes alike).
  static std::optional<MixedModel> fit(std::vector<InfantRows> infants);

  const Eigen::VectorXd& coefficients() const { return coefficients_; }
  double infant_variance() const { return variance_[0]; }
  double residual_variance() const { return variance_[1]; }
  /// True if the infants' variance was estimated as 0: then the model is ordinary least squares, with its
  /// degrees of freedom.
  bool singular() const { return singular_; }
  int observations() const { return observations_; }
  int infants() const { return static_cast<int>(infants_.size()); }

  /// The combination `weights`·β against 0.
  TTest test(const Eigen::VectorXd& weights) const;

  /// All rows·β against 0 at once; the rows must be independent.
  FTest test_jointly(const Eigen::MatrixXd& rows) const;

 private:
  MixedModel() = default;
  double satterthwaite_df(const Eigen::VectorXd& weights) const;

  std::vector<InfantRows> infants_;
  int observations_ = 0;
  std::array<double, 2> variance_{};  ///< of the infants' intercepts, of the residuals
  bool singular_ = false;
  Eigen::VectorXd coefficients_;
  Eigen::MatrixXd covariance_;                       ///< of the coefficients
  std::array<Eigen::MatrixXd, 2> covariance_slope_;  ///< its derivatives by the two variances
  Eigen::Matrix2d variance_covariance_;              ///< of the two variances
};

}  // namespace attune::stats
