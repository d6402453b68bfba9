// A table of scores with every decision made, by the user or by its names: which record, which event is which
// visit, which column which scale. The step between behavior/score_table.hpp and the scores.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "behavior/item_key.hpp"
#include "behavior/score_import.hpp"
#include "behavior/score_names.hpp"
#include "behavior/score_table.hpp"

namespace attune::behavior {

/// Where the cells of one name go.
struct ScoreTarget {
  const Scale* scale = nullptr;  ///< null: nowhere
  int visit = 0;                 ///< 0: that of the line
  bool rater_assumed = false;
  bool item = false;      ///< the key names it
  NamedScale named = {};  ///< what the column's name says; nothing where the user chose
};

struct ScorePlan {
  ScoreTable table;
  std::vector<Scale> scales;
  std::vector<KeyScale> keys;
  std::optional<std::size_t> record;  ///< none: several, and none was chosen
  std::vector<ScoreTarget> targets;   ///< of each name
  std::vector<int> visits;            ///< of each event; 0: none
  std::vector<Diagnostic> diagnostics;

  ScorePlan() = default;
  ScorePlan(ScorePlan&&) = default;  // targets point into `scales`, which a move keeps in place
  ScorePlan& operator=(ScorePlan&&) = default;
  ScorePlan(const ScorePlan&) = delete;
  ScorePlan& operator=(const ScorePlan&) = delete;

  bool of_record(const ScoreCell& cell) const { return !record || cell.record == *record; }
};

Result<ScorePlan> plan_import(std::string_view csv, const ScoreImport& choices);

}  // namespace attune::behavior
