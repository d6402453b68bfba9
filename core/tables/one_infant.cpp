#include "tables/one_infant.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <string>

#include "tables/missing.hpp"
#include "tables/same_names.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {

bool names_origin(std::string_view column) {
  constexpr std::array<std::string_view, 36> names{
      "site",      "site id",           "study site",     "center",
      "centre",    "center id",         "centre id",      "clinic",
      "clinic id", "hospital",          "klinik",         "zentrum",
      "standort",  "hôpital",           "clinique",       "family",
      "family id", "familie",           "familien id",    "famille",
      "dyad",      "dyad id",           "dyade",          "mother id",
      "twin",      "twin id",           "sibling",        "zwilling",
      "jumeau",    "jumelle",           "birth order",    "household",
      "cohort",    "data access group", "studienzentrum", "country"};
  return std::find(names.begin(), names.end(), plain_name(column)) != names.end();
}

Status check_one_infant(const CsvTable& csv, std::optional<std::size_t> participant) {
  if (!participant) return success();
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i) {
    if (i == *participant || !names_origin(csv.header.cells[i])) continue;
    SameNames infants(NamesOf::participants), origins;
    std::map<std::string, std::string> origin_of;
    for (const CsvRow& row : csv.rows) {
      const std::string_view who = row.cells[*participant], here = row.cells[i];
      if (says_missing(who) || says_missing(here)) continue;
      const std::string& origin = origins.of(here);
      const auto [known, is_new] = origin_of.try_emplace(infants.of(who), origin);
      if (is_new || known->second == origin) continue;
      return Error{"E_TABLE_INFANT",
                   words::say<"imports.two_infants">({{"participant", words::as_is(who)},
                                                      {"column", words::as_is(csv.header.cells[i])},
                                                      {"first", words::as_is(known->second)},
                                                      {"other", words::as_is(here)}}),
                   csv.where(row, *participant)};
    }
  }
  return success();
}

}  // namespace attune::tables
