#include "stats/f_distribution.hpp"

#include "stats/boost_math.hpp"
// after its configuration
#include <boost/math/special_functions/beta.hpp>

namespace attune::stats {

double f_upper_tail(double f, double df_num, double df_den) {
  if (!(f > 0)) return 1;
  return boost::math::ibeta(df_den / 2, df_num / 2, df_den / (df_den + df_num * f));
}

}  // namespace attune::stats
