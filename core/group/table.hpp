// A tidy table of many infants: one line a value, with columns participant, group, visit, measure, value and,
// if there are such, reason (why a value is missing) and pair (which matched pair an infant is of). Nothing
// is dropped in silence: a value that is not there keeps its reason.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/name_list.hpp"
#include "base/result.hpp"
#include "group/roles.hpp"
#include "group/settings.hpp"

namespace attune::group {

/// A study of infants has a handful of visits; the model's size grows with their square.
inline constexpr std::size_t most_visits = 32;

/// More infants than any such study has; the draws of an interval take a second for a measure of so many.
inline constexpr std::size_t most_infants = 10'000;

enum class Side { treated, control };
inline constexpr std::array sides{Side::treated, Side::control};

struct Participant {
  std::string name;
  Side side = Side::treated;
  std::string pair = {};  ///< empty: none
};

struct Cell {
  std::optional<double> value;
  words::Text missing = {};  ///< why there is no value
};

/// One measure: a cell for each participant at each visit.
struct MeasureTable {
  std::string name;
  std::vector<std::vector<Cell>> cells;              ///< [participant][visit]
  words::Text title = {}, unit = {}, up_means = {};  ///< as shown; an empty title: the name
  std::optional<int> decimals = {};                  ///< shown after the point; none: by the values' spread
};

struct Table {
  std::string treated_group, control_group;
  std::vector<std::string> visits;  ///< in their order in time
  std::vector<Participant> participants;
  std::vector<std::array<std::size_t, 2>> pairs;  ///< places of treated and comparison infant
  std::vector<MeasureTable> measures;
  std::vector<Diagnostic> diagnostics;  ///< what had to be assumed
};

/// One line of the table.
struct TableRow {
  std::string participant, group, visit, pair, measure;
  Cell cell;
  int line = 0;  ///< for messages
};

/// Makes a table of its lines, one after another.
class TableBuilder {
 public:
  /// Errors: E_GROUP_TWICE (a value given twice, or a participant in two groups or pairs), E_GROUP_VISITS and
  /// E_GROUP_INFANTS (more than are compared).
  Status add(const TableRow& row);

  /// The table of all lines. Errors: E_GROUP_COUNT, E_GROUP_NAME, E_GROUP_VISITS, E_GROUP_SIZE (nearly all values
  /// missing of more than can be held).
  Result<Table> finish(const Settings& settings);

 private:
  struct Value {
    std::uint32_t participant, visit, measure;
    std::uint32_t reason;  ///< why there is no value, a place in reason_texts_; unused where there is one
    std::optional<double> value;
    int line;
  };
  struct Infant {
    std::size_t group;
    std::string pair;
    std::optional<std::size_t> place = {};  ///< in the table; none: of no group that is compared
  };

  Status place_infant(const TableRow& row, std::size_t group, std::size_t participant);
  void take_infants(Table& table, const Roles& roles);
  /// W_GROUP_VISIT_OF_ONE: each group has a visit that the other lacks, as where one counts its visits from 0.
  void say_visits_of_one(Table& table, const std::vector<std::size_t>& place_in_time) const;
  void say_visits(Table& table, const std::vector<std::size_t>& place_in_time) const;
  Status fill(Table& table, const std::vector<std::size_t>& place_in_time);
  std::uint32_t place_of_reason(const words::Text& reason);

  NameList participants_, groups_, visits_, measures_, reasons_, without_group_;
  std::vector<words::Text> reason_texts_;  ///< as reasons_ has them in English
  std::vector<Infant> infants_;
  std::deque<Value> values_;
};

/// Reads the table. Visits are in the order of tables/visit_order.hpp. Missing is what tables/missing.hpp says, and the
/// usual codes (-99) where they cannot be a value of the measure, which is said (W_MISSING_CODE; kept:
/// W_MISSING_CODE_KEPT). Names that differ in capitals or by zeros in front are one (N_TABLE_SAME_NAME). Values out of
/// a known scale's range (W_GROUP_RANGE), fractions of a sum (W_GROUP_FRACTION), of another unit as it seems
/// (W_VALUE_IMPOSSIBLE), without their decimal marks (W_VALUE_MARKS), in different units in groups or visits
/// (W_VALUE_UNITS) and far from all others (W_VALUE_FAR) are said and kept, and so are visits that may be one
/// (W_VISIT_APART, W_VISIT_DATES, W_GROUP_VISIT_OF_ONE), and dates or ages against their order (W_GROUP_TIME_ORDER).
/// Errors: those of base/csv.hpp; E_TABLE_INFANT, E_TABLE_COLUMNS, E_TABLE_UNIT; E_GROUP_COUNT (not two groups),
/// E_GROUP_NAME (no group of that name), E_GROUP_TWICE (a value given twice, or a participant in two groups),
/// E_GROUP_VISITS (fewer than two visits, or more than are compared), E_GROUP_INFANTS (more than are compared),
/// E_GROUP_SIZE (nearly all values missing of more than can be held).
Result<Table> read_table(std::string_view csv, const Settings& settings);

}  // namespace attune::group
