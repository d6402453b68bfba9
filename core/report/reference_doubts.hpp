// What looks wrong in the numbers of comparison infants before they are held against an infant's.
#pragma once

#include "report/reference.hpp"

namespace attune::report {

/// Takes out codes for missing that no value of their measure can be (W_REFERENCE_MISSING_CODE), and names values out of
/// their scale's range (W_REFERENCE_RANGE), in another unit (tables/value_doubts.hpp) and ages of two sizes. `reference`:
/// its values sorted by measure.
void doubt_values(Reference& reference);

}  // namespace attune::report
