#include "behavior/items.hpp"

#include <cstdio>

namespace attune::behavior {

namespace {

/// Counts what is answered and applies; gives the sum, reversed items turned round.
Result<double> add_up(std::span<const ItemAnswer> answers, ItemRange range, ItemScore& score) {
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
  return sum;
}

std::string answered_of(int answered, std::size_t items) {
  return std::to_string(answered) + " of " + std::to_string(items) + " items answered, ";
}

}  // namespace

Result<ItemScore> score_items(std::span<const ItemAnswer> answers, ItemRange range) {
  ItemScore score;
  const auto sum = add_up(answers, range, score);
  if (!sum) return sum.error();
  if (score.applicable == 0) {
    score.reason = "No item applies.";
  } else if (2 * score.answered < score.applicable) {
    score.reason =
        answered_of(score.answered, static_cast<std::size_t>(score.applicable)) + "at least half are needed.";
  } else {
    score.value = *sum / score.answered;
  }
  return score;
}

Result<ItemScore> sum_items(std::span<const ItemAnswer> answers, ItemRange range) {
  ItemScore score;
  const auto sum = add_up(answers, range, score);
  if (!sum) return sum.error();
  if (static_cast<std::size_t>(score.answered) < answers.size()) {
    score.reason = answered_of(score.answered, answers.size()) + "a sum needs all of them.";
  } else {
    score.value = *sum;
  }
  return score;
}

}  // namespace attune::behavior
