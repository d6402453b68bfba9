// What the columns of tables are called, in English, French and German: one list of names for all doors. Capitals,
// underscores and a question's number in front (Qualtrics: Q1_ID) do not matter, and BIDS' names count (participant_id,
// session_id).
#pragma once

#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "base/csv.hpp"

namespace attune::tables {

enum class Column {
  participant,
  visit,
  group,
  pair,
  measure,
  value,
  reason,
  age_months,
  age,
  sex,
  gestational_age,
  weeks_early,
  file,
  source,
  scale,
  score,
  rater,
  unit,
  part,
  date,
  mother_file
};

/// The place of a column; of several names that mean it, the most usual.
std::optional<std::size_t> find_column(const CsvTable& csv, Column column);

/// The column of what a score is of its scale. One whose name may mean anything ("type") is it where it tells kinds of scores,
/// such as percentiles.
std::optional<std::size_t> find_part(const CsvTable& csv);

/// The kind of score, other than a raw one, that a unit is ("percentile") or a description holds; empty: none.
std::string kind_told(std::string_view unit, std::string_view description);

/// The place of a column that must be there. E_CSV_COLUMN names it by `name` and says which there are.
Result<std::size_t> require_column(const CsvTable& csv, Column column, std::string_view name);

/// A column that must be there, and where its place goes.
struct RequiredColumn {
  Column column;
  std::size_t& place;
};

/// Places all of them. E_CSV_COLUMN names the first that is not there, by its most usual name, and what the table needs.
Status place_columns(const CsvTable& csv, std::initializer_list<RequiredColumn> wanted);

/// That no other column may hold what `place` does by its name, with other numbers. Error: E_TABLE_COLUMNS.
Status check_alone(const CsvTable& csv, Column column, std::size_t place);

/// Whether a column tells whose a line is, of which visit and infant, and not a value.
bool is_key_column(std::string_view name);

}  // namespace attune::tables
