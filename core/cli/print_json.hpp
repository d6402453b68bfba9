// JSON on standard output.
#pragma once

#include "base/json.hpp"

namespace attune::cli {

/// Prints it piece by piece: a text as long as a day of heartbeats makes takes no memory of its own. Gives exit status
/// 0: whether it was written is seen once, at the end of the program.
int print_json(const Json& json);

}  // namespace attune::cli
