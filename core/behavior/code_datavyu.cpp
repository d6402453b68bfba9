// Datavyu: the spreadsheet exported by cell or by frame (COLUMN.onset …), the tidy table of its script (COLUMN_onset …,
// what surrounds a cell repeated in every line), the long one of its package for R (file, column, ordinal, onset, offset
// and the codes), and its native CSV.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "base/name_list.hpp"
#include "base/words.hpp"
#include "behavior/code_readers.hpp"
#include "words/ids/codings.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

constexpr double millisecond_s = 0.001;

/// One of Datavyu's columns: its times, and its codes with their names.
struct Column {
  std::string name;
  std::size_t onset = 0, offset = 0;
  std::vector<std::pair<std::string, std::size_t>> codes;
};

/// How a table is laid out: a group of fields a column, whose names a sign joins to the column's, or a line a cell.
struct CellLayout {
  enum class Kind { spreadsheet, tidy, long_table };
  Kind kind = Kind::spreadsheet;
  std::vector<Column> columns;
  std::optional<std::size_t> tier, file;  ///< of a long table
  std::vector<std::size_t>
      around;  ///< of a tidy one: fields of what a line belongs to, before the first column
};

bool is_code(std::string_view part) {
  constexpr std::array<std::string_view, 6> times{"onset", "offset", "ordinal", "duration", "column", "file"};
  return std::find(times.begin(), times.end(), part) == times.end();
}

/// Places of the cells that begin with `start`, in their order; `sorted` are all places by what stands there.
std::vector<std::size_t> beginning_with(const std::string& start, const CsvRow& header,
                                        const std::vector<std::size_t>& sorted) {
  std::vector<std::size_t> places;
  for (auto at =
           std::lower_bound(sorted.begin(), sorted.end(), start,
                            [&](std::size_t i, const std::string&text) { return header.cells[i] < text; });
       at != sorted.end() && header.cells[*at].starts_with(start); ++at)
    if (!header.cells[*at].empty()) places.push_back(*at);
  std::sort(places.begin(), places.end());
  return places;
}

/// Columns by the onsets they have, under a sign between their name and those of their fields. "infant_gaze_left" is of
/// the column "infant_gaze", if there is one, and not of "infant".
std::vector<Column> columns_joined_by(char sign, const CsvRow& header) {
  std::vector<std::size_t> sorted(header.cells.size());
  std::iota(sorted.begin(), sorted.end(), std::size_t{0});
  std::sort(sorted.begin(), sorted.end(),
            [&](std::size_t a, std::size_t b) { return header.cells[a] < header.cells[b]; });
  const std::string ending = sign + std::string("onset");
  std::vector<Column> columns;
  for (std::size_t i = 0; i < header.cells.size(); ++i)
    if (header.cells[i].size() > ending.size() && header.cells[i].ends_with(ending))
      columns.push_back(
          {std::string(header.cells[i].substr(0, header.cells[i].size() - ending.size())), i, 0, {}});
  const auto is_of_longer = [&](std::string_view cell, const std::string& name) {
    return std::any_of(columns.begin(), columns.end(), [&](const Column& other) {
      return other.name.size() > name.size() && cell.starts_with(other.name + sign);
    });
  };
  std::vector<Column> whole;
  for (Column& column : columns) {
    bool has_offset = false, has_ordinal = false;
    for (const std::size_t k : beginning_with(column.name + sign, header, sorted)) {
      const std::string_view part = header.cells[k].substr(column.name.size() + 1);
      if (columns.size() <= 100 && is_of_longer(header.cells[k], column.name)) continue;
      if (part == "offset") column.offset = k;
      has_offset = has_offset || part == "offset";
      has_ordinal = has_ordinal || part == "ordinal";
      if (is_code(part)) column.codes.emplace_back(part, k);
    }
    // Names with an underscore are anyone's; an ordinal is Datavyu's.
    if (has_offset && !column.codes.empty() && (sign == '.' || has_ordinal))
      whole.push_back(std::move(column));
  }
  return whole;
}

/// One column alone may be exported without its name, told by its ordinals; or all below each other.
CellLayout long_layout(const CsvRow& header) {
  const auto place = [&](std::string_view name) -> std::optional<std::size_t> {
    for (std::size_t i = 0; i < header.cells.size(); ++i)
      if (lower(header.cells[i]) == name) return i;
    return std::nullopt;
  };
  CellLayout layout;
  layout.kind = CellLayout::Kind::long_table;
  const auto onset = place("onset"), offset = place("offset");
  if (!place("ordinal") || !onset || !offset) return layout;
  layout.tier = place("column");
  layout.file = place("file");
  Column column{"", *onset, *offset, {}};
  const bool behind_only = layout.tier.has_value();  // codes stand behind the times
  for (std::size_t i = behind_only ? std::max(*onset, *offset) + 1 : 0; i < header.cells.size(); ++i)
    if (!header.cells[i].empty() && is_code(lower(header.cells[i])))
      column.codes.emplace_back(header.cells[i], i);
  if (!column.codes.empty()) layout.columns.push_back(std::move(column));
  return layout;
}

CellLayout layout_of_datavyu(const CsvRow& header) {
  CellLayout layout;
  layout.columns = columns_joined_by('.', header);
  if (!layout.columns.empty()) return layout;
  layout = long_layout(header);
  if (!layout.columns.empty()) return layout;
  layout.kind = CellLayout::Kind::tidy;
  layout.columns = columns_joined_by('_', header);
  const auto is_of_column = [&](std::string_view cell) {
    return std::any_of(layout.columns.begin(), layout.columns.end(),
                       [&](const Column& column) { return cell.starts_with(column.name + "_"); });
  };
  for (std::size_t i = 0; i < header.cells.size() && !layout.columns.empty(); ++i) {
    if (is_of_column(header.cells[i])) break;
    layout.around.push_back(i);
  }
  return layout;
}

/// Which session or coder each line is of, where a tidy table holds several: what differs among its leading fields.
std::vector<std::size_t> telling_fields(const CsvTable& csv, const CellLayout& layout) {
  std::vector<std::size_t> telling;
  for (const std::size_t field : layout.around)
    if (std::any_of(csv.rows.begin(), csv.rows.end(),
                    [&](const CsvRow& row) { return row.cells[field] != csv.rows.front().cells[field]; }))
      telling.push_back(field);
  return telling;
}

/// Datavyu counts whole milliseconds: another number is of another program, and in another unit.
Status check_ms(const CsvTable& csv, const CsvRow& row, std::size_t column) {
  const auto value = csv.number(row, column);
  if (!value || *value == std::floor(*value)) return success();
  return Error{"E_CODE_TIME", words::say<"codings.no_whole_ms">({{"time", words::as_is(row.cells[column])}}),
               csv.where(row, column)};
}

/// The cell of one column in one line; none where the column has run out of cells.
Result<std::optional<CodeEvent>> read_cell(const CsvTable& csv, const CsvRow& row, const Column& column) {
  if (row.cells[column.onset].empty()) return std::optional<CodeEvent>();
  for (const std::size_t place : {column.onset, column.offset})
    if (const Status whole = check_ms(csv, row, place); !whole) return whole.error();
  auto event = span_event(csv, row, column.onset, column.offset, millisecond_s);
  if (!event) return event.error();
  // A cell without an end has the offset 0.
  if (event->problem && event->start_s > 0 && row.cells[column.offset] == "0")
    event->problem = Error{"E_CODE_UNFINISHED", words::say<"codings.cell_unfinished">(),
                           place_at(csv.where(row, column.offset), event->start_s)};
  event->tier = column.name;
  return std::optional<CodeEvent>(std::move(*event));
}

bool same_cell(const CodeEvent& a, const CodeEvent& b) {
  return a.observation == b.observation && a.tier == b.tier && a.code == b.code && a.start_s == b.start_s &&
         a.end_s == b.end_s;
}

/// Which code of each cell is read; in a long table every tier has codes of its own.
class CodeRead {
 public:
  CodeRead(const CsvTable& csv, const CellLayout& layout, const Column& column)
      : tier_column_(layout.tier), column_(column) {
    for (const CsvRow& row : csv.rows) {
      if (row.cells[column.onset].empty()) continue;
      auto& counts = tiers_[tier_of(row)];
      counts.resize(column.codes.size());
      for (std::size_t i = 0; i < counts.size(); ++i)
        if (const std::string_view cell = row.cells[column.codes[i].second]; !cell.empty()) ++counts[i][cell];
    }
  }

  void choose(const std::string& name, const KnownCode& is_known, CodeTable& table) {
    for (const auto& [tier, counts] : tiers_) {
      std::vector<std::size_t> filled;
      std::optional<std::size_t> named, best;
      std::size_t most_known = 0;
      for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i].empty()) continue;
        filled.push_back(i);
        if (column_.codes[i].first == name) named = i;
        std::size_t known = 0;
        for (const auto& [code, count] : counts[i])
          if (is_known && is_known(std::string(code))) known += count;
        if (known > most_known) best = i;
        most_known = std::max(most_known, known);
      }
      const std::size_t first = filled.empty() ? 0 : filled.front();
      places_[tier] = column_.codes[named ? *named : best.value_or(first)].second;
      if (named || best || filled.size() < 2) continue;
      SeveralCodes& several = table.several.emplace_back();
      several.tier = tier_column_ ? std::string(tier) : column_.name;
      for (const std::size_t i : filled) several.names.push_back(column_.codes[i].first);
    }
  }

  std::string_view of(const CsvRow& row) const { return row.cells[places_.at(tier_of(row))]; }

 private:
  std::string_view tier_of(const CsvRow& row) const {
    return tier_column_ ? row.cells[*tier_column_] : std::string_view();
  }

  std::optional<std::size_t> tier_column_;
  const Column& column_;
  std::map<std::string_view, std::vector<std::map<std::string_view, std::size_t>>> tiers_;
  std::map<std::string_view, std::size_t> places_;
};

/// Reads all cells of one column. By frame, a cell stands in every line that it lasts through; in a tidy table, in every
/// line of what happened during it.
class ColumnReader {
 public:
  ColumnReader(const CsvTable& csv, const CellLayout& layout, bool by_frame)
      : csv_(csv),
        layout_(layout),
        repeats_(by_frame || layout.kind == CellLayout::Kind::tidy),
        telling_(telling_fields(csv, layout)) {}

  Status read(const Column& column, const CodeRead& codes, CodeTable& table) const {
    const std::size_t first = table.events.size();
    for (const CsvRow& row : csv_.rows) {
      auto cell = read_cell(csv_, row, column);
      if (!cell) return cell.error();
      if (!*cell) continue;
      CodeEvent event = std::move(**cell);
      event.code = codes.of(row);
      name_source(event, row);
      const bool again = repeats_ && table.events.size() > first && same_cell(table.events.back(), event);
      if (!again) table.events.push_back(std::move(event));
    }
    return success();
  }

 private:
  void name_source(CodeEvent& event, const CsvRow& row) const {
    if (layout_.tier) event.tier = row.cells[*layout_.tier];
    event.observation = text_in(row, layout_.file);
    for (const std::size_t field : telling_)
      event.observation.append(event.observation.empty() ? "" : " / ").append(row.cells[field]);
  }

  const CsvTable& csv_;
  const CellLayout& layout_;
  bool repeats_;
  std::vector<std::size_t> telling_;
};

std::string_view next_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

/// "onset,offset,value", where a matrix's value is "(first,second)".
std::optional<CodeEvent> native_cell(std::string_view line) {
  const std::size_t first = line.find(','), second = line.find(',', first + 1);
  if (first == std::string_view::npos || second == std::string_view::npos) return std::nullopt;
  const auto onset = clock_time(line.substr(0, first));
  const auto offset = clock_time(line.substr(first + 1, second - first - 1));
  if (!onset || !offset || *onset > longest_time_s || *offset > longest_time_s) return std::nullopt;
  CodeEvent event;
  event.start_s = *onset;
  if (*offset > *onset) event.end_s = *offset;
  if (*offset < *onset)
    event.problem = Error{*offset == 0 ? "E_CODE_UNFINISHED" : "E_CODE_ORDER",
                          words::say<"codings.cell_ends_early">({{"end", said_seconds(*offset)}}), ""};
  std::string_view value = line.substr(second + 1);
  if (value.starts_with('(') && value.ends_with(')')) {
    value = value.substr(1, value.size() - 2);
    value = value.substr(0, value.find(','));
  }
  event.code = std::string(value);
  return event;
}

}  // namespace

MaybeTable read_datavyu(CodeLines& lines, const std::string& code_column, const KnownCode& is_known) {
  const auto header =
      header_line(lines, [](const CsvRow& row) { return !layout_of_datavyu(row).columns.empty(); });
  if (!header) return std::nullopt;
  const auto csv = table_below(lines, *header);
  if (!csv) return csv.error();
  const bool by_frame = column_of(csv->header, {"nframe", "framenum", "frame"}).has_value();
  CodeTable table{by_frame ? words::say<"codings.format.datavyu_by_frame">() : format_of("Datavyu"), {}, {}};
  if (!by_frame) table.events.reserve(csv->rows.size());
  NameList codes;
  const CellLayout layout = layout_of_datavyu(csv->header);
  const ColumnReader reader(*csv, layout, by_frame);
  for (const Column& column : layout.columns) {
    for (const auto& code : column.codes) codes.place_of(code.first);
    CodeRead read(*csv, layout, column);
    read.choose(code_column, is_known, table);
    if (const Status status = reader.read(column, read, table); !status) return status.error();
  }
  table.code_columns = codes.names();
  if (!code_column.empty() && !codes.find(code_column))
    return Error{"E_CODE_COLUMN", words::say<"codings.no_code_column">({{"code", words::as_is(code_column)}}),
                 place_of_line(csv->header.line)};
  return table;
}

MaybeTable read_datavyu_native(std::string_view text) {
  const std::string_view first = next_line(text);
  const bool native = first.size() == 2 && first[0] == '#' && first[1] >= '1' && first[1] <= '9';
  if (!native) return std::nullopt;
  constexpr std::array<std::string_view, 6> types{" (MATRIX", " (TEXT",    " (NOMINAL",
                                                  " (FLOAT",  " (INTEGER", " (PREDICATE"};
  CodeTable table{words::say<"codings.format.datavyu_native">(), {}, {}};
  std::string column;
  for (int line = 2; !text.empty(); ++line) {
    const std::string_view content = next_line(text);
    if (content.empty()) continue;
    std::size_t named = std::string_view::npos;
    for (const std::string_view type : types) named = std::min(named, content.find(type));
    if (named != std::string_view::npos) {
      column = std::string(content.substr(0, named));
      continue;
    }
    auto event = native_cell(content);
    if (!event && column.empty()) continue;  // predicates come before the first column
    if (!event) return Error{"E_CODE_TABLE", words::say<"codings.no_cell">(), place_of_line(line)};
    if (event->problem) event->problem->where = place_at(place_of_line(line), event->start_s);
    event->tier = column;
    event->line = line;
    table.events.push_back(std::move(*event));
  }
  return table;
}

}  // namespace attune::behavior
