// ELAN's tab-delimited text: with the columns' names (in any language: the format stands after the dash) and
// without. Times come in one to four formats side by side; which is which is told by the times themselves and
// proved by their agreeing.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

#include "behavior/code_readers.hpp"
#include "words/ids/codings.hpp"
#include "words/ids/imports.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

constexpr double agreement_s = 0.0015;  // times are written to the millisecond

/// hms: "00:01:02.500". seconds: "62.5". ms: "62500". frames: "00:01:02:12", which is not read.
enum class TimeFormat { hms, seconds, ms, frames };

/// Comment lines: media files and names of transcriptions.
bool is_remark(const CsvRow& row) {
  return row.cells.front().starts_with('#') || row.cells.front().starts_with("\"#");
}

/// The media offset that a remark names, "#file:///C:/x/v1.mp4 -- offset: 12000", in seconds; 0: none.
double offset_in(const CsvRow& row) {
  constexpr std::string_view word = "-- offset:";
  for (const std::string_view cell : row.cells) {
    const std::size_t at = cell.find(word);
    if (at == std::string_view::npos) continue;
    std::string_view digits = cell.substr(at + word.size());
    while (!digits.empty() && digits.front() == ' ') digits.remove_prefix(1);
    digits = digits.substr(0, digits.find_first_not_of("-0123456789"));
    return decimal_number(digits).value_or(0) / 1000;
  }
  return 0;
}

/// What the remarks say: the offset of the first medium, which is the one that ELAN may add to the times, and which lines
/// are of which file where several stand below each other.
struct Remarks {
  double offset_s = 0;
  std::vector<std::pair<int, std::string>>
      files;  ///< the line of a remark, and the file whose annotations follow

  std::string file_of(int line) const {
    std::string file;
    for (const auto& [begin, name] : files)
      if (begin < line) file = name;
    return file;
  }
};

/// The file that a remark names: "#v1.eaf".
std::string file_in(const CsvRow& row) {
  std::string_view name = row.cells.front();
  while (!name.empty() && (name.front() == '"' || name.front() == '#')) name.remove_prefix(1);
  while (name.ends_with('"')) name.remove_suffix(1);
  return name.ends_with(".eaf") ? std::string(name) : "";
}

Remarks take_out_remarks(CodeLines& lines) {
  Remarks remarks;
  bool is_first_medium = true, begins = true;
  for (const CsvRow& row : lines.rows) {
    if (!is_remark(row)) {
      begins = true;
      continue;
    }
    if (row.cells.front().find("-- offset:") != std::string_view::npos) {
      if (is_first_medium) remarks.offset_s = offset_in(row);
      is_first_medium = false;
    } else if (const std::string file = file_in(row); begins && !file.empty()) {
      remarks.files.emplace_back(row.line, file);  // its path may follow
      begins = false;
    }
  }
  std::erase_if(lines.rows, is_remark);
  return remarks;
}

/// The times are ELAN's, from the zero of its own time line; it adds the first medium's offset only where that is ticked
/// in the dialog, which it is not at first (ELAN manual, Export as, Tab-delimited text; ExportTabDialog and
/// Transcription2TabDelimitedText of its source). Nothing in the file says so, unless a time is less than the offset.
void finish(CodeTable& table, const Remarks& remarks) {
  double first_s = std::numeric_limits<double>::infinity();
  for (CodeEvent& event : table.events) {
    first_s = std::min(first_s, event.start_s);
    if (event.observation.empty()) event.observation = remarks.file_of(event.line);
  }
  if (remarks.offset_s == 0 || first_s < remarks.offset_s - agreement_s) return;
  table.diagnostics.push_back(
      {"W_CODE_TIME_OFFSET", Severity::warning,
       words::say<"imports.elan_offset">({{"offset", words::at_most(remarks.offset_s, 3)}}), "codes", ""});
}

// ---- with names -------------------------------------------------------------------------------------------

/// The format that a column's name ends with: "Begin Time - hh:mm:ss.ms".
std::optional<TimeFormat> named_format(std::string_view name) {
  const std::size_t dash = name.rfind(" - ");
  if (dash == std::string_view::npos) return std::nullopt;
  const std::string format = plain_name(name.substr(dash + 3));
  if (format == "hh mm ss ms") return TimeFormat::hms;
  if (format == "ss msec" || format == "ss ms" || format == "seconds") return TimeFormat::seconds;
  if (format == "msec" || format == "ms" || format == "milliseconds") return TimeFormat::ms;
  if (format.starts_with("hh mm ss ff")) return TimeFormat::frames;
  return std::nullopt;
}

/// One of begin, end and duration: the best column of its formats.
struct TimeColumn {
  std::string what;  ///< the name before the dash
  std::size_t place = 0;
  TimeFormat format = TimeFormat::frames;
};

/// Begin, end and duration in this order, as ELAN writes them, whatever they are called.
std::vector<TimeColumn> named_times(const CsvRow& header) {
  std::vector<TimeColumn> times;
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const auto format = named_format(header.cells[i]);
    if (!format) continue;
    const std::string what(header.cells[i].substr(0, header.cells[i].rfind(" - ")));
    auto known =
        std::find_if(times.begin(), times.end(), [&](const auto& time) { return time.what == what; });
    if (known == times.end()) known = times.insert(times.end(), {what, i, *format});
    // Milliseconds, seconds or a clock are the same time; frames are coarser.
    if (known->format == TimeFormat::frames) *known = {what, i, *format};
  }
  return times;
}

double unit_of(TimeFormat format) {
  return format == TimeFormat::ms ? 0.001 : 1;
}

/// A table with one annotation a line, or with a column a tier.
struct Layout {
  std::optional<std::size_t> tier, participant, annotation, file, path;
  std::vector<std::size_t> tier_columns;
};

/// ELAN's columns in whatever language: tier and participant stand before the times, the annotation behind them. With a
/// column a tier the times come first.
Layout layout_by_place(const CsvRow& header, Layout layout) {
  const auto is_time = [&](std::size_t i) { return named_format(header.cells[i]).has_value(); };
  std::size_t first = 0, behind = header.cells.size();
  while (first < header.cells.size() && !is_time(first)) ++first;
  while (behind > first && !is_time(behind - 1)) --behind;
  if (first < 1 || first > 2 || behind >= header.cells.size()) return layout;
  if (!layout.tier && layout.participant != 0) layout.tier = 0;
  if (!layout.participant && first == 2 && layout.tier != 1) layout.participant = 1;
  if (!layout.annotation) layout.annotation = behind;
  return layout;
}

Layout layout_of(const CsvRow& header) {
  Layout layout;
  layout.file = column_of(header, {"file name", "filename"});
  layout.path = column_of(header, {"file path", "filepath"});
  layout.tier = column_of(header, {"tier", "tier name"});
  layout.participant = column_of(header, {"participant"});
  layout.annotation = column_of(header, {"annotation", "annotation value", "value", "text", "code"});
  layout = layout_by_place(header, layout);
  if (layout.annotation && (layout.tier || layout.participant)) return layout;
  layout.annotation.reset();
  for (std::size_t i = 0; i < header.cells.size(); ++i) {
    const std::string name = plain_name(header.cells[i]);
    const bool other = named_format(header.cells[i]) || name.empty() || name == "file name" ||
                       name == "file path" || name == "filename" || name == "filepath";
    if (!other) layout.tier_columns.push_back(i);
  }
  return layout;
}

void add_annotation(CodeTable& table, CodeEvent event, std::string tier, std::string code) {
  event.tier = std::move(tier);
  event.code = std::move(code);
  table.events.push_back(std::move(event));
}

/// Which of several files a line is of: by its name, or by its path where two have one name.
std::optional<std::size_t> source_column(const CsvTable& csv, const Layout& layout) {
  if (!layout.file || !layout.path) return layout.file ? layout.file : layout.path;
  std::map<std::string_view, std::string_view> paths;  // by name
  for (const CsvRow& row : csv.rows) {
    const auto [known, is_new] = paths.try_emplace(row.cells[*layout.file], row.cells[*layout.path]);
    if (!is_new && known->second != row.cells[*layout.path]) return layout.path;
  }
  return layout.file;
}

Result<CodeTable> read_named(const CsvTable& csv, const std::vector<TimeColumn>& times) {
  CodeTable table{words::say<"codings.format.elan">(), {}, {}};
  table.events.reserve(csv.rows.size());
  const Layout layout = layout_of(csv.header);
  const auto source = source_column(csv, layout);
  const double unit_s = unit_of(times[0].format);
  for (const CsvRow& row : csv.rows) {
    auto event = span_event(csv, row, times[0].place, times[1].place, unit_s);
    if (!event) return event.error();
    event->observation = text_in(row, source);
    event->subject = text_in(row, layout.participant);
    if (layout.annotation) {
      add_annotation(table, std::move(*event), text_in(row, layout.tier), row.text(*layout.annotation));
      continue;
    }
    for (const std::size_t column : layout.tier_columns)
      if (!row.cells[column].empty())
        add_annotation(table, *event, csv.header.text(column), row.text(column));
  }
  return table;
}

// ---- without names ----------------------------------------------------------------------------------------

/// What a cell can be as a time, in seconds; whole numbers are milliseconds, as ELAN writes seconds with a
/// point.
struct TimeCell {
  TimeFormat format = TimeFormat::hms;
  double time_s = 0;
};

std::optional<TimeCell> time_cell(std::string_view cell) {
  if (cell.find(':') != std::string::npos) {
    if (const auto clock = clock_time(cell); clock && cell.find('.') != std::string::npos)
      return TimeCell{TimeFormat::hms, *clock};
    const bool frames = std::count(cell.begin(), cell.end(), ':') == 3 &&
                        cell.find_first_not_of("0123456789:;") == std::string::npos;
    return frames ? std::optional(TimeCell{TimeFormat::frames, 0}) : std::nullopt;
  }
  const auto number = decimal_number(cell);
  if (!number) return std::nullopt;
  return cell.find('.') != std::string::npos ? TimeCell{TimeFormat::seconds, *number}
                                             : TimeCell{TimeFormat::ms, *number / 1000};
}

/// Where the times of a line stand: from column `first`, `formats` of them each for begin, end and, if there
/// are three `groups`, duration.
struct TimeBlock {
  std::size_t first = 0, formats = 0, groups = 0;
};

/// Whole numbers alone are ELAN's milliseconds only in lines of ELAN's own shape: tabs, and the tier first or a duration
/// that proves which number is which.
bool may_be_ms(const TimeBlock& block, char separator) {
  return block.formats > 1 || (separator == '\t' && (block.first > 0 || block.groups == 3));
}

bool all_ms(const CsvRow& row, const TimeBlock& block) {
  for (std::size_t i = 0; i < block.formats * block.groups; ++i) {
    const auto cell = time_cell(row.cells[block.first + i]);
    if (!cell || cell->format != TimeFormat::ms) return false;
  }
  return true;
}

/// The times of a line under a block: begin and end. None if a cell is no such time or the times disagree.
std::optional<std::pair<double, double>> times_under(const CsvRow& row, const TimeBlock& block) {
  std::array<std::optional<double>, 3> group;
  for (std::size_t g = 0; g < block.groups; ++g)
    for (std::size_t f = 0; f < block.formats; ++f) {
      const std::size_t place = block.first + g * block.formats + f;
      if (place >= row.cells.size()) return std::nullopt;
      const auto cell = time_cell(row.cells[place]);
      if (!cell) return std::nullopt;
      if (cell->format == TimeFormat::frames) continue;
      if (group[g] && std::abs(*group[g] - cell->time_s) > agreement_s) return std::nullopt;
      group[g] = cell->time_s;
    }
  if (!group[0] || !group[1]) return std::nullopt;
  if (block.groups == 3 && (!group[2] || std::abs(*group[1] - *group[0] - *group[2]) > agreement_s))
    return std::nullopt;
  return std::pair{*group[0], *group[1]};
}

/// The first block that fits the first line, rather one that fits all; with durations first, as begin, end and duration
/// also hold begin and end, and one that a duration contradicts is not read without it.
std::optional<TimeBlock> find_block(const std::deque<CsvRow>& rows, char separator) {
  const auto fits = [&](const CsvRow& row, const TimeBlock& block) {
    return block.first + block.formats * block.groups < row.cells.size() && times_under(row, block) &&
           (may_be_ms(block, separator) || !all_ms(row, block));
  };
  for (const std::size_t groups : {3, 2}) {
    std::optional<TimeBlock> found;
    for (const std::size_t formats : {4, 3, 2, 1})
      for (std::size_t first = 0; first <= 2; ++first) {
        const TimeBlock block{first, formats, groups};
        if (!fits(rows.front(), block)) continue;
        if (std::all_of(rows.begin(), rows.end(), [&](const CsvRow& row) { return fits(row, block); }))
          return block;
        if (!found) found = block;
      }
    if (found) return found;
  }
  return std::nullopt;
}

/// Which of several files a line is of: ELAN names it behind the annotation.
std::string file_named(const CsvRow& row, std::size_t behind) {
  for (std::size_t i = behind; i < row.cells.size(); ++i)
    if (row.cells[i].ends_with(".eaf")) return row.text(i);
  return "";
}

Result<CodeEvent> unnamed_event(const CsvRow& row, const TimeBlock& block) {
  const words::Said where = place_of_line(row.line);
  const std::size_t value = block.first + block.formats * block.groups;
  if (value >= row.cells.size())
    return Error{"E_CSV_WIDTH", words::say<"codings.elan_width">({{"fields", row.cells.size()}}), where};
  const auto times = times_under(row, block);
  if (!times)
    return Error{"E_CODE_TIME", words::say<"codings.elan_times">(),
                 place_of_field(row.line, block.first + 1)};
  CodeEvent event;
  event.line = row.line;
  event.start_s = times->first;
  if (!(std::abs(times->first) <= longest_time_s && std::abs(times->second) <= longest_time_s))
    return Error{"E_CODE_TIME", words::say<"codings.line_not_in_visit">(), where};
  end_event(event, times->second, where);
  if (block.first > 0) event.tier = row.cells[0];
  if (block.first > 1) event.subject = row.cells[1];
  event.code = row.cells[value];
  event.observation = file_named(row, value + 1);
  return event;
}

}  // namespace

MaybeTable read_elan_named(CodeLines& lines) {
  const auto names = [](const CsvRow& row) { return !is_remark(row) && !named_times(row).empty(); };
  if (!header_line(lines, names)) return std::nullopt;
  const Remarks remarks = take_out_remarks(lines);
  const std::size_t header = *header_line(lines, names);
  const auto csv = table_below(lines, header);
  if (!csv) return csv.error();
  const auto times = named_times(csv->header);
  const words::Said where = place_of_line(csv->header.line);
  if (times.size() < 2) return Error{"E_CODE_TABLE", words::say<"codings.elan_no_end">(), where};
  if (times[0].format == TimeFormat::frames || times[0].format != times[1].format)
    return Error{"E_CODE_TABLE", words::say<"codings.elan_format">(), where};
  auto table = read_named(*csv, times);
  if (table) finish(*table, remarks);
  return table;
}

MaybeTable read_elan_unnamed(CodeLines& lines) {
  const Remarks remarks = take_out_remarks(lines);
  const std::deque<CsvRow>& rows = lines.rows;
  if (rows.empty()) return std::nullopt;
  const auto block = find_block(rows, lines.separator);
  if (!block) return std::nullopt;
  CodeTable table{words::say<"codings.format.elan">(), {}, {}};
  table.events.reserve(rows.size());
  for (const CsvRow& row : rows) {
    auto event = unnamed_event(row, *block);
    if (!event) return event.error();
    table.events.push_back(std::move(*event));
  }
  finish(table, remarks);
  return table;
}

}  // namespace attune::behavior
