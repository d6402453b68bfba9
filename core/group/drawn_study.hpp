// A study of two groups drawn from a known truth: one measure, normal, of SD 1 at every visit and with one correlation of
// any two visits of an infant. What a planned study can find (group/design.hpp), and whether tests and intervals hold what
// they say (scripts/bench cohort), is seen by analysing many of them.
#pragma once

#include "base/random.hpp"
#include "group/table.hpp"

namespace attune::group {

struct DrawnStudy {
  int treated = 40, control = 40;  ///< infants
  int visits = 2;
  double correlation = 0.5;  ///< above −1/(visits − 1), below 1
  double first = 0;  ///< mean of the treated at every visit but the last; that of the comparison infants is 0
  double last = 0;   ///< and at the last

  /// After each visit an infant leaves for good with the chance 1/(1 + exp(−log_odds − slope × the value just seen)); the
  /// slope has the other sign for the comparison infants. With a slope, who stays differs between the groups, at random
  /// given what was seen.
  struct Dropout {
    double log_odds = 0, slope = 0;
  };
  std::optional<Dropout> dropout = {};
};

Table draw_study(Random& random, const DrawnStudy& study);

}  // namespace attune::group
