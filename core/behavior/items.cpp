#include "behavior/items.hpp"

#include "words/ids/scores.hpp"

namespace attune::behavior {

namespace {

/// Counts what is answered and applies; gives the sum, reversed items turned round.
Result<double> add_up(std::span<const ItemAnswer> answers, ItemRange range, ItemScore& score) {
  double sum = 0;
  for (const ItemAnswer& answer : answers) {
    if (answer.does_not_apply) continue;
    ++score.applicable;
    if (!answer.value) continue;
    if (!(*answer.value >= range.lowest && *answer.value <= range.highest))
      return Error{"E_SCORE_RANGE",
                   words::say<"scores.range">({{"value", words::significant(*answer.value, 6)},
                                               {"lowest", words::significant(range.lowest, 6)},
                                               {"highest", words::significant(range.highest, 6)}}),
                   words::say<"scores.where.item">({{"item", words::as_is(answer.item)}})};
    ++score.answered;
    sum += answer.reversed ? range.lowest + range.highest - *answer.value : *answer.value;
  }
  return sum;
}

}  // namespace

Result<ItemScore> score_items(std::span<const ItemAnswer> answers, ItemRange range) {
  ItemScore score;
  const auto sum = add_up(answers, range, score);
  if (!sum) return sum.error();
  if (score.applicable == 0) {
    score.reason = words::say<"scores.none_applies">();
  } else if (2 * score.answered < score.applicable) {
    score.reason = words::say<"scores.half">({{"answered", score.answered}, {"items", score.applicable}});
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
    score.reason = words::say<"scores.all">({{"answered", score.answered}, {"items", answers.size()}});
  } else {
    score.value = *sum;
  }
  return score;
}

}  // namespace attune::behavior
