// Two one-sided tests (TOST; Schuirmann 1987, Lakens 2017): is a difference within ±epsilon? "Not different"
// and "equivalent" are two findings; this is the second.
#pragma once

#include "stats/t_test.hpp"

namespace attune::stats {

struct Equivalence {
  double epsilon = 0;
  double t_lower = 0;  ///< against −epsilon
  double p_lower = 1;  ///< one-sided: the difference is above −epsilon
  double t_upper = 0;  ///< against +epsilon
  double p_upper = 1;  ///< one-sided: the difference is below +epsilon
  double p = 1;        ///< the larger of the two
  double ci90_low = 0;
  double ci90_high = 0;
  double power = 0;  ///< of this design, if there is truly no difference
};

/// Of a difference tested before (paired, Welch or pooled), against ±epsilon, epsilon > 0. Equivalent at 5 %
/// where p < .05.
Equivalence test_equivalence(const TTest& difference, double epsilon);

/// Probability that both one-sided 5 % tests reject, if the true difference is `truth` and the standard error
/// is estimated with `df` degrees of freedom around `se`. Exact for one variance (Phillips 1990): the normal
/// probability of the acceptance range given the estimated error, averaged over the latter's chi
/// distribution.
double equivalence_power(double epsilon, double se, double df, double truth = 0);

}  // namespace attune::stats
