// Which of the groups in a table are compared, and which of the two is the comparison.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "group/settings.hpp"

namespace attune::group {

/// The places of the two groups that are compared.
struct Roles {
  std::size_t treated = 0, control = 0;
};

/// Errors: E_GROUP_COUNT (not two groups, and not told which two), E_GROUP_NAME. Warns where neither group is
/// named as comparison.
Result<Roles> roles_of(const std::vector<std::string>& groups, const Settings& settings,
                       std::vector<Diagnostic>& notes);

}  // namespace attune::group
