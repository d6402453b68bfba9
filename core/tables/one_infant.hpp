// Lines of one participant's name that are of two infants: the same number in two families, at two sites, or of twins.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/csv.hpp"

namespace attune::tables {

/// Whether a column tells, beside the participant's own, whose a line is: family, site, twin.
bool names_origin(std::string_view column);

/// Error: E_TABLE_INFANT, where a participant of the column `participant` stands beside two families, sites or twins.
Status check_one_infant(const CsvTable& csv, std::optional<std::size_t> participant);

}  // namespace attune::tables
