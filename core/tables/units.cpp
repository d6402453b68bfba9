#include "tables/units.hpp"

#include <string_view>
#include <unordered_map>

#include "tables/columns.hpp"
#include "tables/missing.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {

Status check_units(const CsvTable& csv, std::size_t measure) {
  const auto unit = find_column(csv, Column::unit);
  if (!unit) return success();
  std::unordered_map<std::string_view, std::string_view> units;  // of measures
  for (const CsvRow& row : csv.rows) {
    const std::string_view here = row.cells[*unit];
    if (says_missing(here)) continue;
    const auto [known, is_new] = units.try_emplace(row.cells[measure], here);
    if (is_new || plain_name(known->second) == plain_name(here)) continue;
    return Error{"E_TABLE_UNIT",
                 words::say<"imports.several_units">({{"measure", words::as_is(row.cells[measure])},
                                                      {"first", words::as_is(known->second)},
                                                      {"other", words::as_is(here)}}),
                 csv.where(row, *unit)};
  }
  return success();
}

}  // namespace attune::tables
