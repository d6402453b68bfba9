// One visit as the command line names it: a recording or none, and what goes with it.
#pragma once

#include <optional>
#include <string>

#include "cli/commands.hpp"
#include "cli/records.hpp"
#include "report/report.hpp"
#include "visit/specifications.hpp"

namespace attune::cli {

struct VisitInput {
  std::string path;  ///< "none": no recording at this visit
  visit::VisitOptions options;
  std::string codes_path, codes_second_path;  ///< where the options' tables came from
  std::vector<FilePart> parts;                ///< further files of the same visit
};

/// Takes the option at `place` and its value, if it is one of a visit (--age, --weeks-early, --beats, --channels, --codes, --codes-second,
/// --coding, --subject, --tier, --observation, --code-column, each of these four also with -second, --phase-code,
/// --offset, --part, --part-start); none if it is not, or its value is not understood.
/// The status says whether the file it names could be used; it has been said why.
std::optional<int> take_visit_option(Arguments args, std::size_t& place, VisitInput& input);

/// Reads and measures the visit; none where that fails, which has been said. `specifications`: where what the
/// specification curve is made of is wanted.
std::optional<visit::Visit> measure_input(const VisitInput& input, const visit::Settings& settings,
                                          visit::VisitSpecifications* specifications = nullptr);

}  // namespace attune::cli
