// The user's own key of a questionnaire: which items make which scale, and which are reversed. The page ships
// none (rights). A CSV with columns scale, item and reversed; where there are any also rater, lowest and
// highest (of an item's answers) and method (mean or sum).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "behavior/items.hpp"
#include "behavior/scales.hpp"

namespace attune::behavior {

struct KeyItem {
  std::string item;
  bool reversed = false;
};

struct KeyScale {
  std::string scale;  ///< its id, the rater in it
  std::vector<KeyItem> items;
  ItemRange range;
  bool sum = false;  ///< else the mean
};

/// Scales in the order of the key. Scale names may be ids or spellings of behavior/score_names.hpp. IBQ-R
/// items are 1 to 7 and averaged unless the key says otherwise; for any other scale it must say the range.
/// Errors: those of base/csv.hpp, and E_ITEM_KEY (no such scale, an item twice, no yes or no), with line and
/// column.
Result<std::vector<KeyScale>> read_item_key(std::string_view csv, std::span<const Scale> scales);

}  // namespace attune::behavior
