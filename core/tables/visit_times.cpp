#include "tables/visit_times.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <string_view>

#include "tables/ages.hpp"
#include "tables/columns.hpp"
#include "tables/visit_name.hpp"
#include "words/ids/imports.hpp"

namespace attune::tables {
namespace {

/// When a line was: the infant's age, or its date, in which day or month may stand first.
struct LineTime {
  std::array<std::optional<double>, 3> readings;
  const CsvRow* row = nullptr;

  bool is_told() const {
    return std::any_of(readings.begin(), readings.end(), [](const auto& one) { return one.has_value(); });
  }

  /// Whether it is before the other however both are read.
  bool is_before(const LineTime& other) const {
    bool any = false;
    for (std::size_t i = 0; i < readings.size(); ++i) {
      if (!readings[i] || !other.readings[i]) continue;
      if (*readings[i] >= *other.readings[i]) return false;
      any = true;
    }
    return any;
  }
};

/// Whether a column holds dates of lines by its name: of a visit, or when a form was filled; not of birth.
bool may_be_date(std::string_view name) {
  constexpr std::array<std::string_view, 4> dates{"date", "datum", "timestamp", "fecha"};
  constexpr std::array<std::string_view, 11> others{"birth",   "dob", "born",      "naissance",
                                                    "geburt",  "due", "export",    "geburtsdatum",
                                                    "consent", "edd", "nacimiento"};
  return holds_word(name, dates) && !holds_word(name, others);
}

/// A column that tells when its lines were.
struct TimeColumn {
  std::size_t place;
  bool is_date;  ///< else ages
  std::function<LineTime(const CsvRow&)> time_of;
};

/// Whether it was said.
bool say_column(const CsvTable& csv, std::span<const VisitLine> lines, const TimeColumn& column,
                const char* code, std::vector<Diagnostic>& notes) {
  std::map<std::size_t, std::map<int, LineTime>>
      of_infants;  // of several lines of one visit the first that tells it
  for (const VisitLine& line : lines)
    if (const LineTime time = column.time_of(*line.row); time.is_told())
      of_infants[line.infant].try_emplace(line.visit, time);
  std::size_t count = 0;
  const CsvRow* first = nullptr;
  for (const auto& [infant, visits] : of_infants) {
    const LineTime* against = nullptr;
    for (auto one = visits.begin(); one != visits.end() && !against; ++one)
      for (auto later = std::next(one); later != visits.end() && !against; ++later)
        if (later->second.is_before(one->second)) against = &later->second;
    if (against && count++ == 0) first = against->row;
  }
  if (count == 0) return false;
  notes.push_back({code, Severity::warning,
                   words::say<"imports.time_against_order">({{"count", count}, {"date", column.is_date}}),
                   csv.where(*first, column.place), ""});
  return true;
}

}  // namespace

void say_against_times(const CsvTable& csv, std::span<const VisitLine> lines, const char* code,
                       const std::vector<std::string>& missing_codes, std::vector<Diagnostic>& notes) {
  const auto known = find_column(csv, Column::date);
  bool said = false;
  for (std::size_t i = 0; i < csv.header.cells.size() && !said; ++i)
    if (i == known || may_be_date(csv.header.cells[i]))
      said = say_column(csv, lines,
                        {i, true,
                         [&](const CsvRow& row) {
                           const VisitName name = read_visit_name(row.cells[i]);
                           return LineTime{{name.date_days, name.date_days_month_first, std::nullopt}, &row};
                         }},
                        code, notes);
  const Ages ages(csv, missing_codes, 1);
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i)
    if (ages.is_column(i))
      say_column(csv, lines,
                 {i, false,
                  [&](const CsvRow& row) {
                    return LineTime{{std::nullopt, std::nullopt, ages.months(row)}, &row};
                  }},
                 code, notes);
}

}  // namespace attune::tables
