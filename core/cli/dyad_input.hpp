// The two hearts as the command line names them: in one recording, in two, or as lists of beats.
#pragma once

#include <string>

#include "base/result.hpp"
#include "dyad/hearts.hpp"

namespace attune::cli {

struct DyadFiles {
  std::string recording;  ///< holds both; then neither heart has a path of its own
  std::string mother, infant;
};

/// Reads them; `where` becomes the file that an error is about. Errors: E_FILE, those of dyad/hearts.hpp.
Result<dyad::Pair> read_dyad(const DyadFiles& files, const dyad::PairWanted& wanted, std::string& where);

}  // namespace attune::cli
