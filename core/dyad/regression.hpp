// Does one heart's past tell more of the other's next step than that one's own past does? (Granger 1969.)
//
// y(t) = level + Σ a(k) y(t − k) + Σ b(k) x(t − k) + rest, k = 1 … order + 1, by least squares over the steps whose whole past
// is valid; F of b(1) … b(order) = 0. The last lag of both is there and not tested (Toda & Yamamoto 1995): so the test holds
// also where a drift is left. It is one equation of a vector autoregression. The order is that of 1 … most_order for which
// both equations together have the least Schwarz criterion.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "dyad/trend.hpp"

namespace attune::dyad {

struct PastTest {
  int order = 0;
  double f = 0;
  int df_num = 0, df_den = 0;
  double p = 1;
  std::vector<double> other;  ///< coefficients b, the lag not tested at their end
  double share = 0;           ///< of what the own past leaves that the other's past explains (partial R²)
};

/// None where fewer steps have a whole past than 2 for each coefficient, or a series does not vary. `more`: lags that are
/// there and not tested.
std::optional<PastTest> test_past(const Detrended& follower, const Detrended& leader, int order,
                                  int more = 1);

/// 1 … most; 1 where nothing can be fitted.
int order_of(const Detrended& mother, const Detrended& infant, int most);

}  // namespace attune::dyad
