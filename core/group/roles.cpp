#include "group/roles.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "base/csv.hpp"
#include "base/words.hpp"
#include "words/ids/group.hpp"

namespace attune::group {
namespace {

words::Value::List listed(const std::vector<std::string>& names) {
  words::Value::List list;
  for (const std::string& name : names) list.push_back(words::as_is(name));
  return list;
}

bool names_comparison(const std::string& group) {
  constexpr std::array<std::string_view, 26> words{"control",
                                                   "controls",
                                                   "comparison",
                                                   "healthy",
                                                   "hc",
                                                   "con",
                                                   "ctrl",
                                                   "ctl",
                                                   "waitlist",
                                                   "wait list",
                                                   "wl",
                                                   "tau",
                                                   "usual care",
                                                   "placebo",
                                                   "non depressed",
                                                   "kontrolle",
                                                   "kg",
                                                   "kontrollgruppe",
                                                   "kontrollen",
                                                   "témoin",
                                                   "témoins",
                                                   "contrôle",
                                                   "contrôles",
                                                   "treatment as usual",
                                                   "cg",
                                                   "groupe contrôle"};
  std::string name = plain_name(group);
  for (const std::string_view end : {" group", " controls"})  // "healthy controls"
    if (name.ends_with(end)) name.resize(name.size() - end.size());
  return std::find(words.begin(), words.end(), name) != words.end();
}

/// The place of the group that a setting names.
Result<std::size_t> named_group(const std::vector<std::string>& groups, const std::string& name) {
  const auto found = std::find(groups.begin(), groups.end(), name);
  if (found == groups.end())
    return Error{
        "E_GROUP_NAME",
        words::say<"group.no_such_group">({{"name", words::as_is(name)}, {"groups", listed(groups)}}),
        place_of_column("group")};
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
                       words::say<"group.no_comparison_named">({{"group", words::as_is(groups[1])}}),
                       place_of_column("group"), ""});
    }
    if (!treated) treated = 1 - *control;
  }
  if (!treated || !control || *treated == *control)
    return Error{"E_GROUP_COUNT",
                 words::say<"group.not_two">({{"n", groups.size()},
                                              {"any", !groups.empty()},
                                              {"groups", listed(groups)},
                                              {"many", groups.size() > 2}}),
                 place_of_column("group")};
  return Roles{*treated, *control};
}

}  // namespace attune::group
