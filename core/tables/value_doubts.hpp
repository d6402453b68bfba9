// Numbers of a table that may be wrong: in another unit, without their decimal marks, mistyped.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace attune::tables {

/// What may be wrong with the numbers of a measure that is no scale's, codes for missing taken out. W_VALUE_IMPOSSIBLE: some
/// are none that one of Attune's own measures can have. Else W_VALUE_MARKS: whole numbers of several sizes, which decimals
/// become that lose their marks.
std::optional<Diagnostic> unit_doubt(const std::vector<double>& numbers, const std::string& measure,
                                     const words::Text& where);

/// The same, else W_VALUE_FAR: of at least five some are further from the median of all than twelve of their robust SDs,
/// which may be mistyped (33 for 3.3).
std::optional<Diagnostic> value_doubt(const std::vector<double>& numbers, const std::string& measure,
                                      const words::Text& where);

/// W_AGE_SIZES: ages at one visit, as months, that are of two sizes as if some were weeks, days or years.
std::optional<Diagnostic> ages_doubt(std::vector<double> months, const words::Text& where);

/// The numbers of one group or visit.
struct NamedNumbers {
  std::string name;
  std::vector<double> numbers;
};

/// W_VALUE_UNITS: two parts of a measure that is always above 0 lie so far apart, each whole beyond the other, that their units
/// must differ.
std::optional<Diagnostic> parts_doubt(const std::vector<NamedNumbers>& parts, const std::string& measure,
                                      const words::Text& where);

}  // namespace attune::tables
