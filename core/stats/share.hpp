// How often something happens, counted.
#pragma once

#include "base/estimate.hpp"

namespace attune::stats {

/// count of n > 0 as a share, with its binomial standard error and its 95 % interval (Wilson 1927).
Estimate share(int count, int n);

}  // namespace attune::stats
