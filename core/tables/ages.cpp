#include "tables/ages.hpp"

#include <algorithm>
#include <array>

#include "edf/start.hpp"
#include "tables/columns.hpp"
#include "tables/missing.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {
namespace {

constexpr double oldest_months = 600;  // a mother's own age at most; no infant's

/// The unit that a column's name tells behind the word age.
std::optional<double> unit_in(std::string_view name) {
  std::string plain = plain_name(name);
  bool is_age = false;
  std::optional<double> months;
  while (!plain.empty()) {
    const std::size_t end = std::min(plain.find(' '), plain.size());
    const std::string word = plain.substr(0, end);
    plain.erase(0, std::min(end + 1, plain.size()));
    if (word == "age" || word == "âge" || word == "alter")
      is_age = true;
    else if (const auto unit = months_of_unit(word))
      months = unit;
    else if (word != "in" && word != "en" && word != "at" && word != "visit" && word != "infant" &&
             word != "child")
      return std::nullopt;
  }
  return is_age ? months : std::nullopt;
}

}  // namespace

std::optional<double> months_of_unit(std::string_view unit) {
  constexpr std::array<std::string_view, 12> months{"month", "months", "mo",     "mos",     "mon", "m",
                                                    "mois",  "monat",  "monate", "monaten", "mes", "meses"};
  constexpr std::array<std::string_view, 12> weeks{"week",  "weeks",  "wk",      "wks",
                                                   "w",     "sem",    "semaine", "semaines",
                                                   "woche", "wochen", "semana",  "semanas"};
  constexpr std::array<std::string_view, 8> days{"day", "days", "d", "jour", "jours", "tag", "tage", "tagen"};
  constexpr std::array<std::string_view, 10> years{"year", "years", "yr",   "yrs",   "y",
                                                   "an",   "ans",   "jahr", "jahre", "jahren"};
  const std::string word = plain_name(unit);
  const auto is = [&](const auto& names) {
    return std::find(names.begin(), names.end(), word) != names.end();
  };
  if (is(months)) return 1;
  if (is(weeks)) return 7 / edf::days_per_month;
  if (is(days)) return 1 / edf::days_per_month;
  if (is(years)) return 12;
  return std::nullopt;
}

std::optional<double> months_of_unit_in(std::string_view text) {
  constexpr std::array<std::string_view, 4> from_conception{"gesta", "pma", "postmenstr", "schwangersch"};
  std::string plain = plain_name(text);
  std::optional<double> months;
  while (!plain.empty()) {
    const std::size_t end = std::min(plain.find(' '), plain.size());
    const std::string word = plain.substr(0, end);
    plain.erase(0, std::min(end + 1, plain.size()));
    if (std::any_of(from_conception.begin(), from_conception.end(),
                    [&](std::string_view start) { return word.starts_with(start); }))
      return std::nullopt;
    const auto unit = months_of_unit(word);
    if (unit && months && *unit != *months) return std::nullopt;
    if (unit) months = unit;
  }
  return months;
}

Ages::Ages(const CsvTable& csv, const std::vector<std::string>& missing_codes,
           std::optional<double> months_per_age)
    : csv_(&csv), codes_(&missing_codes) {
  column_ = find_column(csv, Column::age_months);
  for (std::size_t i = 0; i < csv.header.cells.size() && !column_; ++i)
    if (const auto unit = unit_in(csv.header.cells[i])) {
      column_ = i;
      unit_months_ = *unit;
    }
  if (const auto plain = find_column(csv, Column::age); plain && !column_) {
    (months_per_age ? column_ : without_unit_) = plain;
    unit_months_ = months_per_age.value_or(1);
  }
  std::vector<double> numbers;
  for (const CsvRow& row : csv.rows)
    if (const auto value = number(row)) numbers.push_back(*value);
  missing_ = tables::missing_codes(numbers, std::nullopt).missing;
}

std::optional<double> Ages::number(const CsvRow& row) const {
  if (!column_) return std::nullopt;
  const std::string_view cell = row.cells[*column_];
  if (says_no_number(cell) || among_codes(cell, *codes_)) return std::nullopt;
  const auto value = csv_->number(row, *column_);
  return value ? std::optional(*value) : std::nullopt;
}

std::optional<double> Ages::months(const CsvRow& row) const {
  const auto value = number(row);
  const bool is_age = value && *value >= 0 && *value * unit_months_ <= oldest_months &&
                      std::find(missing_.begin(), missing_.end(), *value) == missing_.end();
  return is_age ? std::optional(*value * unit_months_) : std::nullopt;
}

void Ages::say(std::vector<Diagnostic>& notes, const std::string& table) const {
  const auto place = [&](const CsvRow& row, std::size_t column) {
    return table.empty() ? csv_->where(row, column) : place_in(table, csv_->where(row, column));
  };
  if (without_unit_)
    notes.push_back({"W_AGE_UNIT", Severity::warning,
                     words::say<"imports.age_without_unit">(
                         {{"column", words::as_is(csv_->header.cells[*without_unit_])}}),
                     table.empty() ? place_of_column(csv_->header.text(*without_unit_)) : words::Text(table),
                     ""});
  std::size_t count = 0;
  const CsvRow* first = nullptr;
  for (const CsvRow& row : csv_->rows) {
    if (!column_ || months(row)) continue;
    const std::string_view cell = row.cells[*column_];
    if (says_no_number(cell) || among_codes(cell, *codes_)) continue;
    if (count++ == 0) first = &row;
  }
  if (first)
    notes.push_back(
        {"W_AGE_NONE", Severity::warning,
         words::say<"imports.no_age">({{"count", count}, {"first", words::as_is(first->cells[*column_])}}),
         place(*first, *column_), ""});
}

}  // namespace attune::tables
