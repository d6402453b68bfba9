// Between what values a measure, or an answer, can lie.
#pragma once

namespace attune {

struct ValueRange {
  double lowest = 0, highest = 0;
};

}  // namespace attune
