#include "tables/sex.hpp"

#include <algorithm>
#include <array>

#include "tables/columns.hpp"
#include "tables/missing.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {

std::string sex_of(std::string_view cell) {
  constexpr std::array<std::string_view, 10> girls{"f",       "female",  "girl",    "fille",    "féminin",
                                                   "feminin", "femelle", "mädchen", "weiblich", "w"};
  constexpr std::array<std::string_view, 9> boys{"m",        "male", "boy",   "garçon",  "garcon",
                                                 "masculin", "mâle", "junge", "männlich"};
  const std::string word = plain_name(cell);
  if (std::find(girls.begin(), girls.end(), word) != girls.end()) return "f";
  return std::find(boys.begin(), boys.end(), word) != boys.end() ? "m" : "";
}

Sexes::Sexes(const CsvTable& csv, std::map<std::string, std::string> levels)
    : csv_(&csv), column_(find_column(csv, Column::sex)), levels_(std::move(levels)) {}

std::string Sexes::of(const CsvRow& row) {
  if (!column_) return "";
  const auto level = levels_.find(row.text(*column_));
  const std::string sex = sex_of(level == levels_.end() ? row.cells[*column_] : level->second);
  if (sex.empty() && !says_no_number(row.cells[*column_]) && unknown_++ == 0) first_ = &row;
  return sex;
}

void Sexes::say(std::vector<Diagnostic>& notes, const std::string& table) const {
  if (!first_) return;
  notes.push_back(
      {"W_SEX_UNKNOWN", Severity::warning,
       words::say<"imports.sex_unknown">(
           {{"count", unknown_}, {"first", words::as_is(first_->cells[*column_])}}),
       table.empty() ? csv_->where(*first_, *column_) : place_in(table, csv_->where(*first_, *column_)), ""});
}

}  // namespace attune::tables
