// A measure of a long table is in one unit.
#pragma once

#include <cstddef>

#include "base/csv.hpp"

namespace attune::tables {

/// Error: E_TABLE_UNIT, where a column of units has two for one of the measures that stand in column `measure`.
Status check_units(const CsvTable& csv, std::size_t measure);

}  // namespace attune::tables
