// The folder of a cohort on the disk: its files by name, its tables, and what of it was passed over.
#pragma once

#include <filesystem>
#include <string>

#include "cohort/plan.hpp"

namespace attune::cli {

/// Folder of the recordings, and what was found in it.
struct FoundCohort {
  std::filesystem::path base;
  cohort::Plan plan;
};

/// Finds the cohort in a folder, or by a table's path. Hidden files and those of `out`, the results, are not looked
/// at. What cannot be read, links that lead nowhere or to folders, pipes, sockets and devices are passed over and
/// named in the plan's diagnostics (E_COHORT_SKIPPED where recordings or tables are lost by it, else
/// W_COHORT_SKIPPED). Errors: E_FILE, those of cohort::find_cohort.
Result<FoundCohort> find_cohort_in(const std::string& from, const std::filesystem::path& out,
                                   const cohort::Settings& settings);

}  // namespace attune::cli
