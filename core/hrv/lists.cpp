#include "hrv/lists.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "base/csv.hpp"
#include "base/words.hpp"
#include "hrv/even_values.hpp"
#include "hrv/interval_steps.hpp"
#include "stats/quantile.hpp"
#include "words/ids/lists.hpp"

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

/// The lines that hold something, one after another.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {
    if (rest_.starts_with("\xEF\xBB\xBF")) rest_.remove_prefix(3);
  }

  std::optional<Line> next() {
    while (!rest_.empty()) {
      const std::size_t end = std::min(rest_.find('\n'), rest_.size());
      const Line line{trimmed(rest_.substr(0, end)), ++number_};
      rest_.remove_prefix(std::min(end + 1, rest_.size()));
      if (!line.text.empty() && line.text.front() != '#') return line;
    }
    return std::nullopt;
  }

 private:
  std::string_view rest_;
  std::size_t number_ = 0;
};

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

Error at_line(const char* code, words::Said message, std::size_t number) {
  return {code, std::move(message), place_of_line(static_cast<int>(number))};
}

ecg::BeatKind kind_named(std::string_view name) {
  const auto names = enum_names(ecg::BeatKind{});
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (name == names[i]) return static_cast<ecg::BeatKind>(i);
  }
  return ecg::BeatKind::detected;
}

constexpr std::size_t no_column = static_cast<std::size_t>(-1);

/// A cell's number. Between semicolons or tabs its comma is a decimal one.
std::optional<double> number_in(std::string_view cell) {
  const auto number = decimal_number(cell);
  return number ? number : with_point(cell);
}

/// The text with points for decimal commas. Where nothing but a comma stands in the lines it may be one: it is where
/// the header names a single column, or where some lines have none; E_LIST_COMMA where there is no telling.
Result<std::string> with_decimal_points(std::string_view text) {
  bool is_first = true, has_one_name = false, has_whole = false, has_comma = false;
  Lines lines(text);
  while (const auto line = lines.next()) {
    const bool is_whole = decimal_number(line->text).has_value(),
               is_comma = with_point(line->text).has_value();
    const bool is_name =
        is_first && !is_whole && !is_comma && line->text.find_first_of(",;\t") == std::string_view::npos;
    is_first = false;
    if (!is_whole && !is_comma && !is_name) return std::string(text);
    has_one_name = has_one_name || is_name;
    has_whole = has_whole || is_whole;
    has_comma = has_comma || is_comma;
  }
  std::string read(text);
  if (!has_comma) return read;
  if (!has_one_name && !has_whole) return at_line("E_LIST_COMMA", words::say<"lists.comma">(), 1);
  std::replace(read.begin(), read.end(), ',', '.');
  return read;
}

struct Columns {
  std::size_t time = 0;
  std::size_t kind = no_column;
  std::size_t confidence = no_column;
  std::size_t timing_noise = no_column;
  std::size_t likeness = no_column;
};

/// The number in a column that need not be there; `otherwise` where it is not, or where its cell is empty.
double number_or(double otherwise, const std::vector<std::string_view>& cells, std::size_t column) {
  if (column >= cells.size()) return otherwise;
  return number_in(cells[column]).value_or(otherwise);
}

/// The columns that a header names; E_LIST_COLUMN if none is the time.
Result<Columns> named_columns(const Line& header) {
  Columns columns;
  columns.time = no_column;
  const auto names = cells_of(header.text);
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == "time_s") columns.time = i;
    if (names[i] == "kind") columns.kind = i;
    if (names[i] == "confidence") columns.confidence = i;
    if (names[i] == "timing_noise_ms") columns.timing_noise = i;
    if (names[i] == "likeness") columns.likeness = i;
  }
  if (columns.time == no_column)
    return at_line("E_LIST_COLUMN", words::say<"lists.no_column">(), header.number);
  return columns;
}

// Far beyond any heart.
constexpr double longest_interval_ms = 10'000;

// A day of a heart that beats 208 times a minute.
constexpr std::size_t longest_list = 300'000;

/// The middle one; 0 of fewer than two beats.
double usual_interval_s(const std::vector<ecg::Beat>& beats) {
  std::vector<double> intervals;
  for (std::size_t i = 1; i < beats.size(); ++i) intervals.push_back(beats[i].time_s - beats[i - 1].time_s);
  return intervals.empty() ? 0 : stats::median(intervals);
}

/// Times on a coarse clock are off by its rounding: of a step the standard deviation of an even spread, step / sqrt(12).
/// Steps below 2 ms add less than a hundredth to an infant's RMSSD of 10 ms.
void add_rounding(std::vector<ecg::Beat>& beats) {
  constexpr double least_step_ms = 2;
  std::vector<double> intervals_ms;
  for (std::size_t i = 1; i < beats.size(); ++i)
    intervals_ms.push_back(1000 * (beats[i].time_s - beats[i - 1].time_s));
  const double step_ms = interval_step_ms(std::move(intervals_ms));
  if (step_ms < least_step_ms) return;
  for (ecg::Beat& beat : beats) beat.timing_noise_ms = step_ms / std::sqrt(12.0);
}

/// The beats of a list whose times are in units of `unit_s`.
Result<std::vector<ecg::Beat>> read_beats(std::string_view text, double unit_s) {
  Lines lines(text);
  Columns columns;
  auto line = lines.next();
  if (line && !number_in(cells_of(line->text).front())) {
    const auto named = named_columns(*line);
    if (!named) return named.error();
    columns = *named;
    line = lines.next();
  }
  std::vector<ecg::Beat> beats;
  for (; line; line = lines.next()) {
    const auto cells = cells_of(line->text);
    const auto time = columns.time < cells.size() ? number_in(cells[columns.time]) : std::nullopt;
    if (!time) return at_line("E_LIST_NUMBER", words::say<"lists.no_time">(), line->number);
    ecg::Beat beat;
    beat.time_s = *time * unit_s;
    if (!(std::abs(beat.time_s) <= longest_recording_s))
      return at_line("E_LIST_RANGE", words::say<"lists.far">(), line->number);
    if (!beats.empty() && beat.time_s <= beats.back().time_s)
      return at_line("E_LIST_ORDER", words::say<"lists.order">(), line->number);
    if (beats.size() == longest_list)
      return at_line("E_LIST_RANGE", words::say<"lists.most_beats">({{"most", longest_list}}), line->number);
    if (columns.kind < cells.size()) beat.kind = kind_named(cells[columns.kind]);
    beat.confidence = std::clamp(number_or(1, cells, columns.confidence), 0.0, 1.0);
    beat.timing_noise_ms = std::max(0.0, number_or(0, cells, columns.timing_noise));
    beat.likeness = std::clamp(number_or(1, cells, columns.likeness), 0.0, 1.0);
    beats.push_back(beat);
  }
  if (beats.empty()) return Error{"E_LIST_EMPTY", words::say<"lists.no_beats">(), ""};
  if (usual_interval_s(beats) > longest_interval_ms / 1000)
    return Error{"E_LIST_UNIT", words::say<"lists.apart">(), ""};
  std::vector<double> times_s;
  for (const ecg::Beat& beat : beats) times_s.push_back(beat.time_s);
  if (are_even(times_s)) return Error{"E_LIST_UNIT", words::say<"lists.even">(), ""};
  if (columns.timing_noise == no_column) add_rounding(beats);
  return beats;
}

}  // namespace

Result<std::vector<ecg::Beat>> parse_beats(std::string_view text) {
  const auto read = with_decimal_points(text);
  if (!read) return read.error();
  return read_beats(*read, 1);
}

namespace {

/// "RR-Interval [ms]" gives "rrintervalms".
std::string in_one_word(std::string_view name) {
  std::string plain = plain_name(name);
  std::erase(plain, ' ');
  return plain;
}

bool names_interval(std::string_view name) {
  const std::string plain = in_one_word(name);
  for (const std::string_view start :
       {"rr", "nn", "ibi", "interval", "r2r", "beatinterval", "interbeat", "ppi", "hp"})
    if (plain.starts_with(start)) return true;
  return plain.find("interval") != std::string::npos;
}

bool names_rate(std::string_view name) {
  const std::string plain = in_one_word(name);
  for (const std::string_view start :
       {"hr", "bpm", "heartrate", "herzfrequenz", "pulse", "puls", "fc", "frequence"})
    if (plain.starts_with(start) && !plain.starts_with("hrv")) return true;
  return false;
}

/// "RR (1/1024 s)": how long the unit is that a column's name states, ms; 0: it states none.
double stated_unit_ms(std::string_view name) {
  const std::size_t at = name.find("1/");
  std::size_t end = at == std::string_view::npos ? name.size() : at + 2;
  const std::size_t begin = end;
  while (end < name.size() && is_digit(name[end])) ++end;
  const auto rate = decimal_number(name.substr(begin, end - begin));
  return rate && *rate > 0 ? 1000 / *rate : 0;
}

/// Which column holds the intervals: the one that a header calls so, else the second where the first rises throughout as
/// times do, else the first. E_LIST_COLUMN where the header names rates alone; E_LIST_UNIT where one column rises.
Result<std::size_t> interval_column(std::string_view text, const Settings& settings) {
  Lines lines(text);
  auto line = lines.next();
  if (line && !number_in(cells_of(line->text).front())) {
    const auto names = cells_of(line->text);
    const auto named = std::find_if(names.begin(), names.end(), names_interval);
    if (named != names.end()) return static_cast<std::size_t>(named - names.begin());
    if (std::any_of(names.begin(), names.end(), names_rate))
      return at_line("E_LIST_COLUMN", words::say<"lists.rates_named">(), line->number);
    line = lines.next();
  }
  bool rises = true;
  std::size_t values = 0, most_cells = 0;
  double last = 0;
  for (; line && rises; line = lines.next()) {
    const auto cells = cells_of(line->text);
    const auto value = number_in(cells.front());
    if (!value) break;
    most_cells = std::max(most_cells, cells.size());
    rises = values++ == 0 || *value > last;
    last = *value;
  }
  if (!rises || std::cmp_less_equal(values, settings.list_fewest_rising)) return std::size_t{0};
  if (most_cells > 1) return std::size_t{1};
  return Error{"E_LIST_UNIT", words::say<"lists.rising">(), ""};
}

}  // namespace

Result<std::vector<double>> parse_intervals_ms(std::string_view written, const Settings& settings) {
  const auto text = with_decimal_points(written);
  if (!text) return text.error();
  const auto column = interval_column(*text, settings);
  if (!column) return column.error();
  std::vector<double> intervals, first_values;
  std::vector<std::uint32_t> line_of;
  std::size_t lone_line_cells = 0;
  double stated_ms = 0;
  Lines lines(*text);
  bool first = true;
  while (const auto line = lines.next()) {
    const auto cells = cells_of(line->text);
    const auto value = *column < cells.size() ? number_in(cells[*column]) : std::nullopt;
    lone_line_cells = first ? cells.size() : 0;
    const bool header = !value && first;
    first = false;
    if (header && *column < cells.size()) stated_ms = stated_unit_ms(cells[*column]);
    if (header) continue;
    if (!value) return at_line("E_LIST_NUMBER", words::say<"lists.no_interval">(), line->number);
    if (const auto time = number_in(cells.front())) first_values.push_back(*time);
    if (!(*value > 0)) return at_line("E_LIST_RANGE", words::say<"lists.not_positive">(), line->number);
    if (intervals.size() == longest_list)
      return at_line("E_LIST_RANGE", words::say<"lists.most_intervals">({{"most", longest_list}}),
                     line->number);
    intervals.push_back(*value);
    line_of.push_back(static_cast<std::uint32_t>(line->number));
  }
  if (intervals.empty()) return Error{"E_LIST_EMPTY", words::say<"lists.no_intervals">(), ""};
  constexpr std::size_t few_columns = 10;  // more than stand beside intervals: a list written across
  if (lone_line_cells > few_columns) return at_line("E_LIST_COLUMN", words::say<"lists.one_line">(), 1);
  const double usual = stats::median(intervals);
  const double unit_ms = stated_ms > 0 ? stated_ms : usual < settings.list_seconds_below ? 1000 : 1;
  // Hearts of more than 240 a minute and of less than 30; rates per minute of infants are as large as the former.
  constexpr double shortest_usual_ms = 250, longest_usual_ms = 2000;
  if (usual * unit_ms < shortest_usual_ms) return Error{"E_LIST_UNIT", words::say<"lists.rates">(), ""};
  if (usual * unit_ms > longest_usual_ms) return Error{"E_LIST_UNIT", words::say<"lists.slow">(), ""};
  // A first column in steps of 1 may number the lines.
  if (are_held(intervals) || (*column > 0 && are_even(first_values, 1)))
    return Error{"E_LIST_UNIT", words::say<"lists.even">(), ""};
  double end_s = 0;
  for (std::size_t i = 0; i < intervals.size(); ++i) {
    intervals[i] *= unit_ms;
    end_s += intervals[i] / 1000;
    if (!(intervals[i] <= longest_interval_ms))
      return at_line("E_LIST_RANGE", words::say<"lists.long">(), line_of[i]);
    if (end_s > longest_recording_s) return at_line("E_LIST_RANGE", words::say<"lists.days">(), line_of[i]);
  }
  return intervals;
}

namespace {

/// What tells times from intervals: the first column's values.
struct FirstColumn {
  bool named = false;  ///< a header names time_s
  bool rises = true;   ///< as times do, and intervals never do for long
  std::size_t values = 0;
  double first = 0, last = 0;
};

FirstColumn look_at_first_column(std::string_view text) {
  FirstColumn column;
  Lines lines(text);
  bool is_first = true;
  while (const auto line = lines.next()) {
    if (is_first) column.named = line->text.find("time_s") != std::string_view::npos;
    is_first = false;
    const auto value = number_in(cells_of(line->text).front());
    if (!value) continue;
    column.rises = column.rises && (column.values == 0 || *value > column.last);
    if (column.values++ == 0) column.first = *value;
    column.last = *value;
  }
  return column;
}

}  // namespace

Result<std::vector<ecg::Beat>> parse_heart_list(std::string_view written, const Settings& settings) {
  const auto text = with_decimal_points(written);
  if (!text) return text.error();
  const FirstColumn column = look_at_first_column(*text);
  if (column.named || (column.rises && std::cmp_greater(column.values, settings.list_fewest_rising))) {
    const double usual =
        column.values > 1 ? (column.last - column.first) / static_cast<double>(column.values - 1) : 0;
    return read_beats(*text, !column.named && usual > settings.list_seconds_below ? 0.001 : 1);
  }
  const auto intervals_ms = parse_intervals_ms(*text, settings);
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
