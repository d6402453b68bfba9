// Lines that a column marks as not to be used: "exclude" 1, "valid" 0.
#pragma once

#include <functional>
#include <optional>

#include "base/csv.hpp"

namespace attune::tables {

/// W_TABLE_MARKED: lines so marked, of those used, which count all the same.
std::optional<Diagnostic> marked_lines(const CsvTable& csv,
                                       const std::function<bool(const CsvRow&)>& is_used = nullptr);

}  // namespace attune::tables
