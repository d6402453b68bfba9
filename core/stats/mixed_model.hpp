// A linear model of infants seen at several visits, y = Xβ + e: infants may have missed a visit and still count
// (missing at random). The visits of one infant have one correlation in common (compound symmetry), V = τ J + σ² I,
// and it may be negative. Where it is positive this is the mixed model with a random intercept per infant, of variance
// τ. Where it is negative such a model would call it 0, and be wrong about the error of a change: tests of change
// would be too bold (and of means too timid). Variances by REML; tests by Kenward & Roger (1997), standard errors with
// observed and degrees of freedom with expected information, which hold in small and uneven tables and where gaps hang on
// values seen before; of complete tables they are Student's t and F exactly.
// Estimates are those of R's nlme::gls (corCompSymm), degrees of freedom where τ ≥ 0 those of pbkrtest.
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
  /// columns, no infant with two observations, or no spread (every infant changes alike).
  static std::optional<MixedModel> fit(const std::vector<InfantRows>& infants);

  const Eigen::VectorXd& coefficients() const { return coefficients_; }
  double infant_variance() const { return variance_[0]; }  ///< τ, the covariance of two visits
  double residual_variance() const { return variance_[1]; }
  /// Of two visits of an infant.
  double correlation() const { return variance_[0] / (variance_[0] + variance_[1]); }
  int observations() const { return observations_; }
  int infants() const { return infants_; }

  /// The combination `weights`·β against 0.
  TTest test(const Eigen::VectorXd& weights) const;

  /// All rows·β against 0 at once; the rows must be independent.
  FTest test_jointly(const Eigen::MatrixXd& rows) const;

 private:
  MixedModel() = default;

  int observations_ = 0;
  int infants_ = 0;
  std::array<double, 2> variance_{};  ///< τ and σ²
  Eigen::VectorXd coefficients_;
  Eigen::MatrixXd covariance_;                       ///< of the coefficients, were the variances known
  Eigen::MatrixXd adjusted_;                         ///< the same with the error of the variances
  std::array<Eigen::MatrixXd, 2> covariance_slope_;  ///< the first's derivatives by the two variances
  Eigen::Matrix2d variance_covariance_;              ///< of the two variances
};

}  // namespace attune::stats
