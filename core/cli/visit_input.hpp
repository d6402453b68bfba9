// One visit as the command line names it: a recording or none, and what goes with it.
#pragma once

#include <optional>
#include <string>

#include "cli/options.hpp"
#include "cli/records.hpp"
#include "report/report.hpp"
#include "visit/specifications.hpp"

namespace attune::cli {

struct VisitInput {
  VisitFiles files;  ///< path "none": no recording at this visit
  visit::VisitOptions options;
  std::string codes_path, codes_second_path;  ///< where the options' tables came from
};

/// The visit that options are of now; null: of none, and they are not understood.
using CurrentVisit = std::function<VisitInput*()>;

/// --age, --weeks-early, --beats, --channels, --codes, --codes-second, --coding, --phase-code, --offset, --part,
/// --part-start; --subject, --tier, --observation, --code-column, and each of these four with -second.
void add_visit_options(Options& options, const CurrentVisit& current);

/// Reads and measures the visit; none where that fails, which has been said. `specifications`: where what the
/// specification curve is made of is wanted.
std::optional<visit::Visit> measure_input(const VisitInput& input, const visit::Settings& settings,
                                          visit::VisitSpecifications* specifications = nullptr);

}  // namespace attune::cli
