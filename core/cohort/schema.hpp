// JSON Schema of everything the core hands out and takes in.
#pragma once

#include "base/json.hpp"

namespace attune::cohort {

/// That of export/schema.hpp, with cohorts and groups in its $defs.
Json schema(const Wording& wording = {});

}  // namespace attune::cohort
