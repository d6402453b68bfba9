// Who answered the lines of a table: a column tells it, the name of their visit (partner_baseline), REDCap's instrument
// (epds_partner), or the name of the file (epds_father.tsv).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/csv.hpp"
#include "base/name_list.hpp"

namespace attune::behavior {

/// The column that tells who answered, by its name, or by a name that may mean it (role, relationship) and cells of which
/// all name a parent or kin; none if its cells name no parent.
std::optional<std::size_t> rater_column(const CsvTable& csv);

/// Who a name names as a word of its own: "mother", "partner"; empty: nobody.
std::string rater_in(std::string_view name);

/// The same, with the word taken out of the name: "partner_baseline_arm_1" is "baseline_arm_1". What REDCap writes of the
/// arm is no part of it.
std::string take_rater(std::string& name);

/// Who answered each line: one set of names a rater. Where nothing tells it, all lines are of one set.
class LineRaters {
 public:
  /// `visit`: the column of visits or events; `instrument`: REDCap's.
  LineRaters(const CsvTable& csv, std::optional<std::size_t> visit,
             std::optional<std::size_t> instrument = std::nullopt);

  std::optional<std::size_t> column() const { return column_; }

  /// Who answered a line; empty: nothing tells it. A rater's word is taken out of the name of the visit where any visit is
  /// named by another rater than the mother.
  std::string of(const CsvRow& row, std::string& visit) const;

  /// Where the names of a rater begin among those of all, of which each has `fields`.
  std::size_t names_begin(const std::string& rater, std::size_t fields);

  /// The names of all raters, of which each has those that are given.
  std::vector<std::string> spread(const std::vector<std::string>& names) const;

  /// N_SCORE_RATER_COLUMN, N_SCORE_RATER_VISIT: by what raters were told. W_SCORE_RATER_UNKNOWN: a column whose raters are
  /// numbers, and not 1 alone, which a code book may call the mother and the father.
  void say(std::vector<Diagnostic>& notes) const;

 private:
  std::string_view first_code() const;
  bool by_names() const { return by_visit_ || by_instrument_; }

  const CsvTable* csv_;
  std::optional<std::size_t> column_, unknown_, instrument_;
  bool by_visit_ = false, by_instrument_ = false;
  std::string first_name_;  ///< of a visit or an instrument that names another rater
  NameList raters_;
};

}  // namespace attune::behavior
