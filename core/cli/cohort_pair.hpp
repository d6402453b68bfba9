// Mother's and infant's heart of one visit of a cohort.
#pragma once

#include <optional>
#include <string>

#include "cohort/measured.hpp"
#include "cohort/pair_record.hpp"
#include "visit/settings.hpp"
#include "visit/visit.hpp"

namespace attune::cli {

struct PairAsked {
  std::string mother;  ///< path of her recording; empty: the infant's holds both hearts
  dyad::Settings settings;
};

/// The digest of her recording as it lies on the disk; empty where there is none, or it cannot be read.
std::string digest_of_mother(const PairAsked& asked);

/// Both hearts of the visit that was measured in the recording at `path` (cohort/pair_record.hpp).
cohort::PairRecord measure_pair(const std::string& path, const PairAsked& asked, const visit::Visit& visit,
                                const visit::Settings& settings);

/// Whether a record has what was asked for, if anything was. A recording that cannot be used has no pair.
bool has_pair(const cohort::Record& record, const std::optional<PairAsked>& asked);

}  // namespace attune::cli
