// The order in time of visits that are known by their names.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"

namespace attune::group {

/// The visits' places in order of time: by the number that ends their names (1, ses-02), else by known words
/// (baseline, post …), else as they appear, which is said in `notes`.
std::vector<std::size_t> visit_order(const std::vector<std::string>& visits, std::vector<Diagnostic>& notes);

}  // namespace attune::group
