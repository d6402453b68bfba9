// Student's t (distribution function by Boost.Math) and the normal distribution.
#pragma once

namespace attune::stats {

/// The value below which a t variable with `df` degrees of freedom lies with probability `p`, 0 < p < 1, df >
/// 0.
double students_t_quantile(double p, double df);

/// Probability that a t variable with `df` degrees of freedom lies below `t`.
double students_t_cdf(double t, double df);

/// Probability that |t| is at least this large.
double students_t_two_sided_p(double t, double df);

/// Probability that a standard normal variable lies below `x`.
double normal_cdf(double x);

/// Of a standard normal variable at `x`.
double normal_density(double x);

/// The value below which a standard normal variable lies with probability `p`, 0 < p < 1.
double normal_quantile(double p);

}  // namespace attune::stats
