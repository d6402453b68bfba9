// JSON Schema of what the core hands out and takes in.
#pragma once

#include "base/json.hpp"

namespace attune::exports {

/// Draft 2020-12; the root is a Report, and $defs holds Report, Visit, Settings and all they are made of.
Json report_schema(const Wording& wording = {});

}  // namespace attune::exports
