#include "hrv/lists.hpp"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>

#include "base/csv.hpp"
#include "stats/quantile.hpp"

namespace attune::hrv {

namespace {

std::string_view trimmed(std::string_view text) {
  const auto unwanted = [](char c) { return c == ' ' || c == '\r' || c == '\t' || c == '"'; };
  while (!text.empty() && unwanted(text.front())) text.remove_prefix(1);
  while (!text.empty() && unwanted(text.back())) text.remove_suffix(1);
  return text;
}

struct Line {
  std::string_view text;
  std::size_t number = 0;  ///< counted from 1
};

std::vector<Line> lines_of(std::string_view text) {
  std::vector<Line> lines;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  for (std::size_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    if (!line.empty() && line.front() != '#') lines.push_back({line, number});
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

std::vector<std::string_view> cells_of(std::string_view line) {
  const char separator = line.find(';') != std::string_view::npos    ? ';'
                         : line.find('\t') != std::string_view::npos ? '\t'
                                                                     : ',';
  std::vector<std::string_view> cells;
  for (;;) {
    const std::size_t end = line.find(separator);
    cells.push_back(trimmed(line.substr(0, end)));
    if (end == std::string_view::npos) return cells;
    line.remove_prefix(end + 1);
  }
}

Error at_line(const char* code, const std::string& message, std::size_t number) {
  return {code, message, "line " + std::to_string(number)};
}

ecg::BeatKind kind_named(std::string_view name) {
  const auto names = enum_names(ecg::BeatKind{});
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) return static_cast<ecg::BeatKind>(i);
  }
  return ecg::BeatKind::detected;
}

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

struct Columns {
  std::size_t time = 0;
  std::size_t kind = no_column;
  std::size_t confidence = no_column;
  std::size_t timing_noise = no_column;
};

/// The number in a column that need not be there; `otherwise` where it is not, or where its cell is empty.
double number_or(double otherwise, const std::vector<std::string_view>& cells, std::size_t column) {
  if (column >= cells.size()) return otherwise;
  return decimal_number(cells[column]).value_or(otherwise);
}

}  // namespace

Result<std::vector<ecg::Beat>> parse_beats(std::string_view text) {
  std::vector<Line> lines = lines_of(text);
  Columns columns;
  if (!lines.empty() && !decimal_number(cells_of(lines.front().text).front())) {
    columns.time = no_column;
    const auto names = cells_of(lines.front().text);
    for (std::size_t i = 0; i < names.size(); ++i) {
      if (names[i] == "time_s") columns.time = i;
      if (names[i] == "kind") columns.kind = i;
      if (names[i] == "confidence") columns.confidence = i;
      if (names[i] == "timing_noise_ms") columns.timing_noise = i;
    }
    if (columns.time == no_column)
      return at_line("E_LIST_COLUMN", "There is no column time_s.", lines.front().number);
    lines.erase(lines.begin());
  }
  std::vector<ecg::Beat> beats;
  for (const Line& line : lines) {
    const auto cells = cells_of(line.text);
    const auto time_s = columns.time < cells.size() ? decimal_number(cells[columns.time]) : std::nullopt;
    if (!time_s) return at_line("E_LIST_NUMBER", "There is no time in seconds.", line.number);
    if (!beats.empty() && *time_s <= beats.back().time_s)
      return at_line("E_LIST_ORDER",
                     "The time is not later than the one before. A list of intervals is read with --nn.",
                     line.number);
    ecg::Beat beat;
    beat.time_s = *time_s;
    if (columns.kind < cells.size()) beat.kind = kind_named(cells[columns.kind]);
    beat.confidence = std::clamp(number_or(1, cells, columns.confidence), 0.0, 1.0);
    beat.timing_noise_ms = std::max(0.0, number_or(0, cells, columns.timing_noise));
    beats.push_back(beat);
  }
  if (beats.empty()) return Error{"E_LIST_EMPTY", "There is no beat in it.", ""};
  return beats;
}

Result<std::vector<double>> parse_intervals_ms(std::string_view text, const Settings& settings) {
  std::vector<double> intervals;
  const auto lines = lines_of(text);
  for (const Line& line : lines) {
    const auto value = decimal_number(cells_of(line.text).front());
    if (!value && &line == &lines.front()) continue;  // a header
    if (!value) return at_line("E_LIST_NUMBER", "This is not an interval in ms.", line.number);
    if (!(*value > 0)) return at_line("E_LIST_RANGE", "An interval must be longer than 0.", line.number);
    intervals.push_back(*value);
  }
  if (intervals.empty()) return Error{"E_LIST_EMPTY", "There is no interval in it.", ""};
  if (stats::median(intervals) < settings.list_seconds_below) {
    for (double& interval : intervals) interval *= 1000;
  }
  return intervals;
}

namespace {

/// Whether the first column rises throughout, as times do and intervals never do for long.
bool rises(const std::vector<double>& values, const Settings& settings) {
  return std::ssize(values) > settings.list_fewest_rising &&
         std::adjacent_find(values.begin(), values.end(), std::greater_equal<>()) == values.end();
}

std::vector<double> first_column(std::string_view text) {
  std::vector<double> values;
  for (const Line& line : lines_of(text)) {
    if (const auto value = decimal_number(cells_of(line.text).front())) values.push_back(*value);
  }
  return values;
}

}  // namespace

Result<std::vector<ecg::Beat>> parse_heart_list(std::string_view text, const Settings& settings) {
  const auto lines = lines_of(text);
  const bool named = !lines.empty() && lines.front().text.find("time_s") != std::string_view::npos;
  const auto values = first_column(text);
  if (named || rises(values, settings)) {
    auto beats = parse_beats(text);
    const double usual =
        values.size() > 1 ? (values.back() - values.front()) / static_cast<double>(values.size() - 1) : 0;
    if (beats && !named && usual > settings.list_seconds_below) {
      for (ecg::Beat& beat : *beats) beat.time_s /= 1000;
    }
    return beats;
  }
  const auto intervals_ms = parse_intervals_ms(text, settings);
  if (!intervals_ms) return intervals_ms.error();
  std::vector<ecg::Beat> beats{ecg::Beat{}};
  for (const double interval_ms : *intervals_ms) {
    ecg::Beat beat;
    beat.time_s = beats.back().time_s + interval_ms / 1000;
    beats.push_back(beat);
  }
  return beats;
}

}  // namespace attune::hrv
