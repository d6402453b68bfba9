// What makes the folder of results a BIDS derivative dataset (BIDS 1.9, "Derivatives"): what program made it, who is in it, and
// what each table's columns mean, in the sidecar that bears the table's name. Tables, comparison and records have no place in
// BIDS' own names; .bidsignore says so to its validators.
#pragma once

#include <string>
#include <vector>

#include "cohort/cohort.hpp"

namespace attune::cohort {

struct DatasetFile {
  std::string path, text;
};

std::vector<DatasetFile> dataset_files(const Cohort& cohort);

}  // namespace attune::cohort
