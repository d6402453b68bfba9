// The code that a study or a clinic has for an infant: typed by the user, never read from a recording, whose header holds
// names. It goes into file names, so it is what every file system, zip program and spreadsheet leaves as it is.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"

namespace attune::report {

/// Up to 32 letters A to Z in either case, digits, "-", "_" and ".", first a letter or digit; empty: none. Error:
/// E_PARTICIPANT.
Status check_participant(std::string_view code);

/// The name of a file of this infant: "K-017_attune-report.json". A code that is none is left out: a saved report may
/// hold anything.
std::string file_name_for(const std::string& code, const std::string& name);

/// The code as BIDS allows labels, letters and digits alone: "sub-K017"; "sub-01" without one.
std::string bids_subject(const std::string& code);

}  // namespace attune::report
