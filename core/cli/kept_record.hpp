// One recording of a cohort measured as a job of its own.
#pragma once

#include <string>

#include "cli/cohort_pair.hpp"
#include "cli/records.hpp"
#include "visit/settings.hpp"
#include "visit/visit.hpp"

namespace attune::cli {

/// Measures as `attune cohort` does, in another process, so that there is a record whatever becomes of it. A job that
/// was put back into a cluster's queue because its node was not heard of may find its former self still at work: it
/// waits for it, and takes what that has made. Gives the exit status.
/// `parts`: further files of the same visit; `multiverse`: with what the other choices come to; `pair`: with the mother's
/// heart, null: without.
int keep_record(const std::string& file, std::span<const FilePart> parts, const visit::VisitOptions& options,
                const visit::Settings& settings, const std::string& path, bool multiverse,
                const PairAsked* pair = nullptr);

}  // namespace attune::cli
