// A scale's score from its items, with a key that the user supplies: which items, and which are reversed.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/result.hpp"

namespace attune::behavior {

struct ItemAnswer {
  std::string item;             ///< its name in the user's table
  std::optional<double> value;  ///< none: not answered, or "does not apply"
  bool does_not_apply = false;  ///< leaves numerator and denominator
  bool reversed = false;        ///< counts as lowest + highest − value (8 − x on 1–7)
};

struct ItemRange {
  double lowest = 1;
  double highest = 7;
};

struct ItemScore {
  std::optional<double> value;  ///< mean of the answered items, or the sum of all
  int answered = 0;
  int applicable = 0;
  words::Text reason;  ///< why there is no value
};

/// The mean of the answered items, if at least half of those that apply are answered (IBQ-R scoring). Error:
/// E_SCORE_RANGE, naming the item.
Result<ItemScore> score_items(std::span<const ItemAnswer> answers, ItemRange range = {});

/// The sum of the items, where all of them are answered: the totals of EPDS, PBQ and PSI-SF. Error:
/// E_SCORE_RANGE, naming the item.
Result<ItemScore> sum_items(std::span<const ItemAnswer> answers, ItemRange range);

}  // namespace attune::behavior
