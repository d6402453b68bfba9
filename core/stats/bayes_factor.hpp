// The JZS Bayes factor of a t test (Rouder et al. 2009): how much more likely the data are if there is an
// effect (Cauchy prior on its standardised size) than if there is none.
#pragma once

namespace attune::stats {

/// BF10 of a one-sample or paired t on n values; `scale` is the Cauchy prior's (√2/2 by custom).
double jzs_bayes_factor(double t, int n, double scale);

/// BF10 of a two-sample (pooled) t.
double jzs_bayes_factor(double t, int n1, int n2, double scale);

}  // namespace attune::stats
