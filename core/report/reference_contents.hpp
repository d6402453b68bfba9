// What a table of comparison infants holds, to be looked at before it is used.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "report/reference.hpp"

namespace attune::report {

struct ReferenceMeasure {
  std::string measure;
  int infants = 0;

  static constexpr const char* type_name = "ReferenceMeasure";
  static constexpr auto fields() {
    return std::make_tuple(field("measure", &ReferenceMeasure::measure, "As named in the table."),
                           field("infants", &ReferenceMeasure::infants, "Infants with a value of it."));
  }
};

struct ReferenceContents {
  words::Text source;
  int infants = 0;
  int visits = 0;
  std::optional<double> youngest_months, oldest_months;
  std::vector<ReferenceMeasure> measures;

  static constexpr const char* type_name = "ReferenceContents";
  static constexpr auto fields() {
    using R = ReferenceContents;
    return std::make_tuple(field("source", &R::source, "What the table says about itself."),
                           field("infants", &R::infants, "Comparison infants."),
                           field("visits", &R::visits, "Visits."),
                           field("youngest_months", &R::youngest_months, "Lowest age; null: none is given."),
                           field("oldest_months", &R::oldest_months, "Highest age."),
                           field("measures", &R::measures, "Measures, in the order of their names."));
  }
};

ReferenceContents contents_of(const Reference& reference);

}  // namespace attune::report
