// Where `attune report` writes beside standard output.
#pragma once

#include <string>

#include "cli/options.hpp"
#include "report/report.hpp"

namespace attune::cli {

/// Paths; empty: not wanted.
struct ReportOutput {
  std::string tsv, csv, methods, checklist, curve, intervals, wide, bids, html;
  std::string page;  ///< the page that the report is put into; empty: the one beside the program's build
  bool keep_phase_names = false;
};

/// --tsv, --csv, --methods, --checklist, --curve, --intervals, --wide, --bids, --html, --page, --phase-names.
void add_output_options(Options& options, ReportOutput& output);

/// Writes every file asked for, tables with their description beside them, and prints the report; the exit
/// status. Whatever cannot be written has been said.
int write_outputs(const report::Report& report, const ReportOutput& output);

}  // namespace attune::cli
