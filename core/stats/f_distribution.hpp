// Fisher's F (by Boost.Math).
#pragma once

namespace attune::stats {

/// Probability that an F variable with these degrees of freedom (both > 0, fractions allowed) lies above `f`.
double f_upper_tail(double f, double df_num, double df_den);

}  // namespace attune::stats
