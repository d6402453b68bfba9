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
  words::Text title;
  int infants = 0;

  static constexpr const char* type_name = "ReferenceMeasure";
  static constexpr auto fields() {
    return std::array{
        field<&ReferenceMeasure::measure>("measure", "As named in the table."),
        field<&ReferenceMeasure::title>("title", "As a report calls it; a name of its own as it is."),
        field<&ReferenceMeasure::infants>("infants", "Infants with a value of it.")};
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
    return std::array{field<&R::source>("source", "What the table says about itself."),
                      field<&R::infants>("infants", "Comparison infants."),
                      field<&R::visits>("visits", "Visits."),
                      field<&R::youngest_months>("youngest_months", "Lowest age; null: none is given."),
                      field<&R::oldest_months>("oldest_months", "Highest age."),
                      field<&R::measures>("measures", "Measures, in the order of their names.")};
  }
};

ReferenceContents contents_of(const Reference& reference);

}  // namespace attune::report
