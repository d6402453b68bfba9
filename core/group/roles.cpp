#include "group/roles.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/words.hpp"

namespace attune::group {
namespace {

std::string listed(const std::vector<std::string>& names) {
  std::string list;
  for (const std::string& name : names) list += (list.empty() ? "" : ", ") + name;
  return list;
}

bool names_comparison(const std::string& group) {
  constexpr std::array<std::string_view, 11> words{
      "control",  "controls",  "comparison", "healthy",           "hc", "con", "ctrl",
      "waitlist", "wait-list", "tau",        "treatment as usual"};
  return std::find(words.begin(), words.end(), lower(group)) != words.end();
}

/// The place of the group that a setting names.
Result<std::size_t> named_group(const std::vector<std::string>& groups, const std::string& name) {
  const auto found = std::find(groups.begin(), groups.end(), name);
  if (found == groups.end())
    return Error{"E_GROUP_NAME", "There is no group \"" + name + "\"; there are: " + listed(groups) + ".",
                 "column group"};
  return static_cast<std::size_t>(found - groups.begin());
}

/// The only group that is named as a comparison, if there is one and only one.
std::optional<std::size_t> recognised_control(const std::vector<std::string>& groups) {
  std::optional<std::size_t> control;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (!names_comparison(groups[i])) continue;
    if (control) return std::nullopt;
    control = i;
  }
  return control;
}

}  // namespace

Result<Roles> roles_of(const std::vector<std::string>& groups, const Settings& settings,
                       std::vector<Diagnostic>& notes) {
  std::optional<std::size_t> treated, control;
  for (const auto& [name, place] :
       {std::pair(&settings.control, &control), std::pair(&settings.treated, &treated)}) {
    if (name->empty()) continue;
    const auto found = named_group(groups, *name);
    if (!found) return found.error();
    *place = *found;
  }
  if (!control) control = recognised_control(groups);
  if (groups.size() == 2) {
    if (!control && treated) control = 1 - *treated;
    if (!control) {
      control = 1;
      notes.push_back({"W_GROUP_CONTROL", Severity::warning,
                       "Neither group is named as comparison; \"" + groups[1] +
                           "\" was taken. Name it to be sure of the sign.",
                       "column group", ""});
    }
    if (!treated) treated = 1 - *control;
  }
  if (!treated || !control || *treated == *control)
    return Error{"E_GROUP_COUNT",
                 "Two groups are compared; there " + std::string(groups.size() == 1 ? "is " : "are ") +
                     std::to_string(groups.size()) + (groups.empty() ? "" : ": " + listed(groups)) + "." +
                     (groups.size() > 2 ? " Name two in the settings, control and treated." : ""),
                 "column group"};
  return Roles{*treated, *control};
}

}  // namespace attune::group
