// What a report can rest on beside the recordings: scores and comparison infants.
#pragma once

#include <optional>

#include "behavior/scores.hpp"
#include "report/reference.hpp"

namespace attune::report {

struct Supplement {
  behavior::Scores scores;             ///< completed (behavior::complete_scores)
  std::optional<Reference> reference;  ///< none: layer 3 cannot be judged
};

}  // namespace attune::report
