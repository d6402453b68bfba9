#include "group/visit_order.hpp"

#include <algorithm>
#include <map>
#include <optional>

#include "base/csv.hpp"
#include "base/words.hpp"

namespace attune::group {
namespace {

/// The number at the end of a visit's name, without which it has none.
std::optional<double> trailing_number(const std::string& name) {
  const std::size_t last_other = name.find_last_not_of("0123456789.");
  return decimal_number(last_other == std::string::npos ? name : name.substr(last_other + 1));
}

/// Where a visit's name stands in time, by the words of the field.
std::optional<double> known_place(const std::string& name) {
  static const std::map<std::string, double> places{
      {"baseline", 0},  {"pre", 0},      {"before", 0},    {"intake", 0}, {"after", 1},         {"post", 1},
      {"follow-up", 1}, {"followup", 1}, {"follow_up", 1}, {"fu", 1},     {"3 months later", 2}};
  std::string bare = lower(name);
  if (bare.starts_with("ses-")) bare.erase(0, 4);
  const auto found = places.find(bare);
  if (found == places.end()) return std::nullopt;
  return found->second;
}

/// Keys of all visits by one rule; none where it misses a visit or gives two the same place.
std::optional<std::vector<double>> keys_by(const std::vector<std::string>& visits,
                                           std::optional<double> (*rule)(const std::string&)) {
  std::vector<double> keys;
  for (const std::string& visit : visits) {
    const auto key = rule(visit);
    if (!key || std::find(keys.begin(), keys.end(), *key) != keys.end()) return std::nullopt;
    keys.push_back(*key);
  }
  return keys;
}

}  // namespace

std::vector<std::size_t> visit_order(const std::vector<std::string>& visits, std::vector<Diagnostic>& notes) {
  std::vector<std::size_t> order(visits.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  auto keys = keys_by(visits, trailing_number);
  if (!keys) keys = keys_by(visits, known_place);
  if (keys) {
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return (*keys)[a] < (*keys)[b]; });
  } else {
    std::string names;
    for (const std::string& visit : visits) names += (names.empty() ? "" : ", ") + visit;
    notes.push_back({"W_VISIT_ORDER", Severity::warning,
                     "The visits' names do not say their order; taken as they first appear: " + names + ".",
                     "column visit", ""});
  }
  return order;
}

}  // namespace attune::group
