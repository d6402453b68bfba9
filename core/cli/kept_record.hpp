// One recording of a cohort measured as a job of its own.
#pragma once

#include <string>

#include "cli/records.hpp"
#include "visit/settings.hpp"

namespace attune::cli {

/// Measures as `attune cohort` does, in another process, so that there is a record whatever becomes of it. A job that
/// was put back into a cluster's queue because its node was not heard of may find its former self still at work: it
/// waits for it, and takes what that has made. Gives the exit status.
int keep_record(const RecordingAsked& asked, const visit::Settings& settings, const std::string& path);

}  // namespace attune::cli
