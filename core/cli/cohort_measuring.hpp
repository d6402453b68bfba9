// The recordings of a cohort measured, several at a time, each in a process from its first byte to its record; what
// was measured before under the same settings is read back.
#pragma once

#include "cli/cohort_folder.hpp"
#include "cli/records.hpp"
#include "cohort/cohort.hpp"
#include "visit/settings.hpp"

namespace attune::cli {

struct MeasuringPlan {
  std::filesystem::path base;     ///< folder of the recordings
  std::filesystem::path records;  ///< folder of what was measured in each
  unsigned processes = 1;
  bool collect = false;                 ///< nothing is measured, only read back
  std::optional<dyad::Settings> pairs;  ///< none: mothers' hearts are not asked for
};

/// What is asked of a session's recording in the folder `base`; `pairs` none: not the mother's heart.
RecordingAsked asked_of(const cohort::Session& session, const std::filesystem::path& base, bool multiverse,
                        const std::optional<dyad::Settings>& pairs);

/// Adds every recording of the cohort to it; gives how many were measured now. A recording that ends the process it
/// is measured in is one that could not be used. Error: a record cannot be written, or (collecting) is not there. `pairs` gets
/// what was measured of mothers and infants together, by session.
Result<int> measure_cohort(const MeasuringPlan& plan, const visit::Settings& settings, cohort::Cohort& cohort,
                           std::vector<std::optional<cohort::PairRecord>>& pairs);

}  // namespace attune::cli
