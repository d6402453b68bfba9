#include "tables/gestation.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "tables/columns.hpp"
#include "tables/missing.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {
namespace {

constexpr double term_weeks = 40, days_per_week = 7;
constexpr double youngest_weeks = 22, oldest_weeks = 44;

/// The whole numbers of a text, whatever stands between them.
std::vector<double> whole_numbers(std::string_view text) {
  std::vector<double> numbers;
  bool within = false;
  for (const char c : text) {
    const bool is_digit = c >= '0' && c <= '9';
    if (is_digit && !within) numbers.push_back(0);
    if (is_digit) numbers.back() = 10 * numbers.back() + (c - '0');
    within = is_digit;
  }
  return numbers;
}

/// "31+4", "31w4d", "31 4/7": weeks and days.
std::optional<double> weeks_and_days(std::string_view cell) {
  constexpr std::string_view between = "+/ wdWD";
  const bool is_form = std::all_of(cell.begin(), cell.end(), [&](char c) {
    return (c >= '0' && c <= '9') || between.find(c) != std::string_view::npos;
  });
  const auto numbers = whole_numbers(cell);
  const bool has_sevenths = numbers.size() == 3 && numbers[2] == days_per_week;
  if (!is_form || !(numbers.size() == 2 || has_sevenths) || numbers[1] >= days_per_week) return std::nullopt;
  return numbers[0] + numbers[1] / days_per_week;
}

}  // namespace

std::optional<double> gestational_weeks(std::string_view cell) {
  auto weeks = decimal_number(cell);
  if (!weeks) weeks = weeks_and_days(cell);
  return weeks && *weeks >= youngest_weeks && *weeks <= oldest_weeks ? weeks : std::nullopt;
}

WeeksEarly::WeeksEarly(const CsvTable& csv)
    : csv_(&csv),
      age_(find_column(csv, Column::gestational_age)),
      early_(find_column(csv, Column::weeks_early)) {}

std::optional<double> WeeksEarly::of(const CsvRow& row) {
  constexpr double most_early = term_weeks - 20;
  for (const auto& column : {early_, age_}) {
    if (!column || says_no_number(row.cells[*column])) continue;
    const std::string cell = row.text(*column);
    std::optional<double> early;
    if (column == early_)
      early = decimal_number(cell);
    else if (const auto weeks = gestational_weeks(cell))
      early = std::max(0.0, term_weeks - *weeks);
    if (early && *early >= 0 && *early <= most_early) return early;
    if (unknown_++ == 0) {
      first_ = &row;
      first_column_ = *column;
    }
  }
  return std::nullopt;
}

void WeeksEarly::say(std::vector<Diagnostic>& notes, const std::string& table) const {
  if (!first_) return;
  notes.push_back({"W_GESTATION", Severity::warning,
                   words::say<"imports.gestation_unknown">(
                       {{"count", unknown_}, {"first", words::as_is(first_->cells[first_column_])}}),
                   place_in(table, csv_->where(*first_, first_column_)), ""});
}

}  // namespace attune::tables
