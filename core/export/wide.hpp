// A report as one line, for programs that want an infant a line (SPSS, jamovi): a column for each measure at each visit. The
// columns follow from the settings alone, not from what the recordings hold: every infant of a study has the same in the
// same order, and the lines of many files may be put under one another. What an infant has not is empty, and so is a value
// that is compared with no other (doubt_of). Three visits have columns in every file; those of a fourth, and of scales and
// states of the user's own, stand last.
#pragma once

#include <string>
#include <vector>

#include "base/describe.hpp"
#include "report/report.hpp"

namespace attune::exports {

/// One column and what it holds: a line of the data dictionary.
struct WideColumn {
  std::string column, title, visit, unit, up_means, source;

  static constexpr const char* type_name = "WideColumn";
  static constexpr auto fields() {
    using C = WideColumn;
    return std::array{field<&C::column>("column", "Name of the column in the wide table."),
                      field<&C::title>("title", "What it holds."),
                      field<&C::visit>("visit", "Which visit, from 1; none: the infant."),
                      field<&C::unit>("unit", "Unit; none: a text."),
                      field<&C::up_means>("up_means", "What a higher value says."),
                      field<&C::source>("source", "What it rests on, or where the scale comes from.")};
  }
};

/// The line of names and the line of the infant, parted by commas. No byte-order mark, which R would read as part of the
/// first name.
std::string wide_text(const report::Report& report);

std::vector<WideColumn> wide_dictionary(const report::Report& report);

}  // namespace attune::exports
