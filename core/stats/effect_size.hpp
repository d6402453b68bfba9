// Standardised effects, corrected for small samples, with 95 % intervals by normal theory.
#pragma once

#include "base/estimate.hpp"
#include "stats/t_test.hpp"

namespace attune::stats {

/// Hedges (1981): the exact factor J(df) = Γ(df/2) / (√(df/2) Γ((df − 1)/2)) that takes the bias out of d.
double small_sample_factor(double df);

/// Hedges' g of mean(a) − mean(b) in units of the pooled SD; variance (n₁+n₂)/(n₁n₂) + g²/(2(n₁+n₂)) (Hedges
/// & Olkin 1985).
Estimate hedges_g(const Summary& a, const Summary& b);

/// Hedges' g_z of paired differences: their mean in units of their own SD; variance 1/n + g²/(2n).
Estimate hedges_g_z(const Summary& differences);

/// One group before and after; `sd_before` and the means are of the same infants.
struct BeforeAfter {
  int n = 0;
  double before = 0;
  double after = 0;
  double sd_before = 0;
};

/// d_ppc2 (Morris 2008, eq. 8): difference of the groups' mean changes in units of the pooled SD before, with Hedges' exact
/// factor J for its eq. 10. Variance: the large-sample one, 2(1 − r)(1/nT + 1/nC) + d²/(2(nT + nC)), with r the
/// correlation of before and after (as metafor's worked example of that paper has it); the exact one, eq. 25, is 2 % larger at
/// 8 + 8 infants and 4 % at 5 + 5.
Estimate d_ppc2(const BeforeAfter& treated, const BeforeAfter& control, double r);

/// The same d of a model's difference of changes, which may rest on more infants than have both visits; both summaries
/// are of the first visit. Variance: that of the difference in these units, (J SE/SD)², and d²/(2(nT + nC)) for
/// the SD. Its interval holds the values δ that are not rejected with this variance at d = δ, on the difference's degrees
/// of freedom: so it leaves out 0 exactly where the difference's does.
Estimate d_ppc2(const TTest& difference, const Summary& treated_first, const Summary& control_first);

/// Pearson's correlation within groups: products of deviations from each group's own means, pooled.
class PooledCorrelation {
 public:
  /// One group's values, paired by position.
  void add(std::span<const double> before, std::span<const double> after);
  /// None without spread.
  std::optional<double> value() const;

 private:
  double cross_ = 0, before_squares_ = 0, after_squares_ = 0;
};

}  // namespace attune::stats
