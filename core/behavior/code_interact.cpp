// Mangold INTERACT's text: onset and offset of every event, and a column a class, whose codes stand in its cells. Its
// clock shows frames behind the seconds, or milliseconds. How many frames a second has stands nowhere; begin, end and
// duration agree under one number only, where a duration borrows from its seconds.
#include <algorithm>
#include <array>
#include <cmath>

#include "behavior/code_readers.hpp"
#include "words/ids/codings.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

struct InteractColumns {
  std::optional<std::size_t> onset, offset, duration;
  std::vector<std::size_t> classes, sets;  ///< sets: whose and which session's a line is
  bool of_interact = false;
};

InteractColumns interact_columns(const CsvRow& header) {
  constexpr std::array<std::string_view, 14> others{
      "onset", "offset",  "duration",  "transcript", "memo", "level", "set",
      "event", "dataset", "datagroup", "comment",    "nr",   "no",    "group"};
  InteractColumns columns;
  columns.onset = column_of(header, {"onset", "start time"});
  columns.offset = column_of(header, {"offset"});
  columns.duration = column_of(header, {"duration"});
  columns.of_interact = column_of(header, {"transcript", "memo"}).has_value();
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string name = plain_name(header.cells[i]);
    const bool time = i == columns.onset || i == columns.offset || i == columns.duration;
    if (name == "dataset" || name == "datagroup") columns.sets.push_back(i);
    if (!name.empty() && !time && std::find(others.begin(), others.end(), name) == others.end())
      columns.classes.push_back(i);
  }
  return columns;
}

bool is_interact(const CsvRow& header) {
  const InteractColumns columns = interact_columns(header);
  return columns.of_interact && columns.onset && columns.offset && !columns.classes.empty();
}

/// "00:01:02:12": 62 s and 12 frames.
struct FrameTime {
  double whole_s = 0;
  int frames = 0;

  double seconds(double per_s) const { return whole_s + frames / per_s; }
};

std::optional<FrameTime> frame_time(std::string_view cell) {
  const std::size_t colon = cell.rfind(':');
  if (std::count(cell.begin(), cell.end(), ':') != 3 || cell.size() - colon - 1 > 2) return std::nullopt;
  const auto whole = clock_time(cell.substr(0, colon));
  const auto frames = decimal_number(cell.substr(colon + 1));
  if (!whole || !frames || *frames < 0 || *frames != std::floor(*frames)) return std::nullopt;
  return FrameTime{*whole, static_cast<int>(*frames)};
}

/// Under how many frames a second every line agrees: end less begin is the duration, with its last frame or without.
/// None if several do; 1 where no time has frames.
std::optional<double> frame_rate(const CsvTable& csv, const InteractColumns& columns) {
  constexpr std::array<double, 5> rates{24, 25, 30, 50, 60};
  std::array<bool, 10> agrees;
  agrees.fill(true);
  int most = 0;
  for (const CsvRow& row : csv.rows) {
    const auto begin = frame_time(row.cells[*columns.onset]), end = frame_time(row.cells[*columns.offset]);
    const auto lasts = columns.duration ? frame_time(row.cells[*columns.duration]) : std::nullopt;
    for (const auto* time : {&begin, &end, &lasts})
      if (*time) most = std::max(most, (*time)->frames);
    if (!begin || !end || !lasts) continue;
    for (std::size_t i = 0; i < agrees.size(); ++i) {
      const double rate = rates[i / 2],
                   more = static_cast<double>(i % 2);  // the last frame counts, or does not
      const double off = (end->seconds(rate) - begin->seconds(rate) - lasts->seconds(rate)) * rate + more;
      agrees[i] = agrees[i] && std::abs(off) < 0.5;
    }
  }
  if (most == 0) return 1;
  std::optional<double> found;
  for (std::size_t i = 0; i < agrees.size(); ++i) {
    const double rate = rates[i / 2];
    if (!agrees[i] || most >= rate || found == rate) continue;
    if (found) return std::nullopt;
    found = rate;
  }
  return found;
}

Result<double> interact_time(const CsvTable& csv, const CsvRow& row, std::size_t column,
                             const std::optional<double>& rate) {
  const auto frames = frame_time(row.cells[column]);
  if (!frames) return time_in(csv, row, column, 1);
  if (!rate) return Error{"E_CODE_FRAMES", words::say<"codings.frames_unknown">(), csv.where(row, column)};
  return frames->seconds(*rate);
}

}  // namespace

MaybeTable read_interact(CodeLines& lines) {
  const auto header = header_line(lines, is_interact);
  if (!header) return std::nullopt;
  const auto csv = table_below(lines, *header);
  if (!csv) return csv.error();
  const InteractColumns columns = interact_columns(csv->header);
  const auto rate = frame_rate(*csv, columns);
  CodeTable table{format_of("Mangold INTERACT"), {}, {}};
  const ObservationNames observation(*csv, columns.sets);
  for (const CsvRow& row : csv->rows) {
    if (row.cells[*columns.onset].empty()) continue;  // the name of a group or set
    const auto start_s = interact_time(*csv, row, *columns.onset, rate);
    if (!start_s) return start_s.error();
    CodeEvent event;
    event.line = row.line;
    event.start_s = *start_s;
    event.observation = observation.of(row);
    if (!row.cells[*columns.offset].empty()) {
      const auto end_s = interact_time(*csv, row, *columns.offset, rate);
      if (!end_s) return end_s.error();
      end_event(event, *end_s, csv->where(row, *columns.offset));
    }
    for (const std::size_t column : columns.classes) {
      if (row.cells[column].empty()) continue;
      event.tier = csv->header.text(column);
      event.code = row.text(column);
      table.events.push_back(event);
    }
  }
  return table;
}

}  // namespace attune::behavior
