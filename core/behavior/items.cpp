#include "behavior/items.hpp"

#include <cstdio>

namespace attune::behavior {

Result<ItemScore> score_items(std::span<const ItemAnswer> answers, ItemRange range) {
  ItemScore score;
  double sum = 0;
  for (const ItemAnswer& answer : answers) {
    if (answer.does_not_apply) continue;
    ++score.applicable;
    if (!answer.value) continue;
    if (!(*answer.value >= range.lowest && *answer.value <= range.highest)) {
      char message[96];
      std::snprintf(message, sizeof message, "%g is not between %g and %g.", *answer.value, range.lowest,
                    range.highest);
      return Error{"E_SCORE_RANGE", message, "item " + answer.item};
    }
    ++score.answered;
    sum += answer.reversed ? range.lowest + range.highest - *answer.value : *answer.value;
  }
  if (score.applicable == 0) {
    score.reason = "No item applies.";
  } else if (2 * score.answered < score.applicable) {
    score.reason = std::to_string(score.answered) + " of " + std::to_string(score.applicable) +
                   " items answered, at least half are needed.";
  } else {
    score.value = sum / score.answered;
  }
  return score;
}

}  // namespace attune::behavior
