// BORIS: aggregated events (a line a state) and tabular events (a line for its start and one for its stop); likewise the
// event log of Noldus Observer, whose relative times count from the beginning of the observation. To every time BORIS adds the observation's time offset, by which a video's clock is made the time of day: it is taken off.
#include <algorithm>
#include <map>
#include <tuple>

#include "behavior/code_readers.hpp"
#include "words/ids/codings.hpp"
#include "words/say.hpp"

namespace attune::behavior {
namespace {

struct LogColumns {
  std::optional<std::size_t> observation, subject, code, type, start, stop, time, offset;
  std::vector<std::size_t> modifiers;
  bool of_observer = false;
};

LogColumns find_columns(const CsvRow& header) {
  LogColumns columns;
  columns.observation = column_of(header, {"observation id", "observation"});
  columns.subject = column_of(header, {"subject"});
  columns.code = column_of(header, {"behavior", "behaviour"});
  columns.type = column_of(header, {"status", "behavior type", "behaviour type", "event type"});
  columns.start = column_of(header, {"start s", "start"});
  columns.stop = column_of(header, {"stop s", "stop"});
  columns.time = column_of(header, {"time", "time s"});
  columns.offset = column_of(header, {"time offset s", "time offset"});
  if (!columns.time) {
    columns.time = column_of(header, {"time relative sf", "time relative s", "time relative hmsf"});
    columns.of_observer = columns.time.has_value();
  }
  // Observer ends a state whatever its modifiers.
  for (std::size_t i = 0; i < header.cells.size() && !columns.of_observer; ++i)
    if (plain_name(header.cells[i]).starts_with("modifier")) columns.modifiers.push_back(i);
  return columns;
}

bool is_aggregated(const CsvRow& header) {
  const LogColumns columns = find_columns(header);
  return columns.code && columns.start && columns.stop;
}

bool is_tabular(const CsvRow& header) {
  const LogColumns columns = find_columns(header);
  return columns.code && columns.time && columns.type;
}

CodeEvent event_of(const CsvRow& row, const LogColumns& columns) {
  CodeEvent event;
  event.observation = text_in(row, columns.observation);
  event.subject = text_in(row, columns.subject);
  event.code = row.cells[*columns.code];
  event.line = row.line;
  return event;
}

/// The cell as seconds, whether a number or a clock's; 0 if it is neither.
double seconds_or_zero(const CsvTable& csv, const CsvRow& row, std::size_t column) {
  const std::string cell = row.text(column);
  if (cell.find(':') != std::string::npos) return clock_time(cell).value_or(0);
  const auto value = csv.number(row, column);
  return value ? *value : 0;
}

/// What the clock of each observation shows at its beginning: its time offset, unless its times are less than that, so
/// that they cannot hold it.
class Clocks {
 public:
  /// `in_block`: the offset that stands above the table.
  Clocks(const CsvTable& csv, const LogColumns& columns, double in_block) : columns_(columns) {
    const std::size_t time = columns.time && !columns.stop ? *columns.time : *columns.start;
    for (const CsvRow& row : csv.rows) {
      const double offset_s = columns.offset ? seconds_or_zero(csv, row, *columns.offset) : in_block;
      const double time_s = seconds_or_zero(csv, row, time);
      const auto [clock, is_new] =
          clocks_.try_emplace(text_in(row, columns.observation), Clock{offset_s, time_s});
      if (!is_new) clock->second.first_s = std::min(clock->second.first_s, time_s);
    }
  }

  double start_of(const CsvRow& row) const {
    const Clock& clock = clocks_.at(text_in(row, columns_.observation));
    return clock.holds_offset() ? clock.offset_s : 0;
  }

  void add_notes(CodeTable& table) const {
    bool taken_off = false, not_held = false;
    for (const auto& entry : clocks_) {
      const Clock& clock = entry.second;
      if (clock.offset_s != 0) (clock.holds_offset() ? taken_off : not_held) = true;
    }
    if (taken_off)
      table.diagnostics.push_back({"N_CODE_TIME_OFFSET", Severity::note,
                                   words::say<"codings.offset_taken_off">(),
                                   words::say<"codings.where.codes">(), ""});
    if (not_held)
      table.diagnostics.push_back({"W_CODE_TIME_OFFSET", Severity::warning,
                                   words::say<"codings.offset_not_held">(),
                                   words::say<"codings.where.codes">(), ""});
  }

 private:
  struct Clock {
    double offset_s = 0, first_s = 0;
    bool holds_offset() const { return first_s > offset_s - 0.001; }
  };

  LogColumns columns_;
  std::map<std::string, Clock> clocks_;
};

Result<CodeTable> read_aggregated(const CsvTable& csv, const Clocks& clocks) {
  const LogColumns columns = find_columns(csv.header);
  CodeTable table{words::say<"codings.format.boris_aggregated">(), {}, {}};
  table.events.reserve(csv.rows.size());
  for (const CsvRow& row : csv.rows) {
    auto event = span_event(csv, row, *columns.start, *columns.stop, 1, clocks.start_of(row));
    if (!event) return event.error();
    const CodeEvent names = event_of(row, columns);
    event->observation = names.observation;
    event->subject = names.subject;
    event->code = names.code;
    if (plain_name(text_in(row, columns.type)) == "point") {
      event->end_s.reset();
      event->problem.reset();
    }
    table.events.push_back(std::move(*event));
  }
  return table;
}

/// Pairs starts with stops, as BORIS does: within an observation, a subject, a behaviour and its modifiers.
class Pairing {
 public:
  Pairing(const CsvTable& csv, const Clocks& clocks)
      : csv_(csv), clocks_(clocks), columns_(find_columns(csv.header)) {
    table_.format =
        columns_.of_observer ? format_of("Noldus Observer") : words::say<"codings.format.boris_tabular">();
  }

  Status take(const CsvRow& row) {
    if (row.cells[*columns_.code].empty()) return success();  // a comment alone
    CodeEvent event = event_of(row, columns_);
    const auto time_s = time_in(csv_, row, *columns_.time, 1, clocks_.start_of(row));
    if (!time_s) return time_s.error();
    event.start_s = *time_s;
    const std::string type = plain_name(row.cells[*columns_.type]);
    const auto place = [&] { return place_at(csv_.where(row, *columns_.time), *time_s); };
    if (type == "point" || type == "point event") {
      table_.events.push_back(std::move(event));
      return success();
    }
    std::string modifiers;
    for (const std::size_t column : columns_.modifiers) modifiers += row.text(column) + "\n";
    const Key key{event.observation, event.subject, event.code, modifiers};
    const auto started = open_.find(key);
    if (type == "start" || type == "state start") {
      if (started != open_.end())
        event.problem.set_with_code(
            unfinished(words::say<"codings.not_stopped">({{"code", words::as_is(event.code)}}), place()));
      else
        open_[key] = table_.events.size();
      table_.events.push_back(std::move(event));
    } else if (type == "stop" || type == "state stop") {
      if (started == open_.end()) {
        event.problem.set_with_code(
            unfinished(words::say<"codings.stops_unstarted">({{"code", words::as_is(event.code)}}), place()));
        table_.events.push_back(std::move(event));
      } else {
        close(table_.events[started->second], *time_s, place());
        open_.erase(started);
      }
    } else {
      return Error{"E_CODE_TABLE",
                   words::say<"codings.no_type">({{"type", words::as_is(row.cells[*columns_.type])}}),
                   csv_.where(row, *columns_.type)};
    }
    return success();
  }

  CodeTable finish() {
    for (const auto& entry : open_) {
      CodeEvent& event = table_.events[entry.second];
      event.problem.set_with_code(
          unfinished(words::say<"codings.never_stops">({{"code", words::as_is(event.code)}}),
                     place_at(place_of_line(event.line), event.start_s)));
    }
    return std::move(table_);
  }

 private:
  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  static Error unfinished(words::Said message, words::Said place) {
    return {"E_CODE_UNFINISHED", std::move(message), std::move(place)};
  }

  static void close(CodeEvent& event, double time_s, words::Said place) {
    if (time_s > event.start_s) {
      event.end_s = time_s;
    } else if (time_s < event.start_s) {
      event.problem.set_with_code(
          Error{"E_CODE_ORDER",
                words::say<"codings.stops_early">({{"code", words::as_is(event.code)},
                                                   {"stop", said_seconds(time_s)},
                                                   {"start", said_seconds(event.start_s)}}),
                std::move(place)});
    }
  }

  const CsvTable& csv_;
  const Clocks& clocks_;
  LogColumns columns_;
  CodeTable table_;
  std::map<Key, std::size_t> open_;  ///< the event that has started and not stopped
};

/// Up to version 8.8 the offset stands in the block above the table.
double offset_above(const CodeLines& lines, std::size_t header) {
  for (std::size_t i = 0; i < header; ++i) {
    const CsvRow& row = lines.rows[i];
    if (row.cells.size() < 2 || !plain_name(row.cells[0]).starts_with("time offset")) continue;
    const std::string cell = row.text(1);
    const auto value = cell.find(':') == std::string::npos ? decimal_number(cell) : clock_time(cell);
    return value.value_or(0);
  }
  return 0;
}

/// Names the first code that has several modifiers, which are not read.
void say_modifiers(const CsvTable& csv, CodeTable& table) {
  const auto code = find_columns(csv.header).code;
  for (std::size_t i = 0; i < csv.header.cells.size(); ++i) {
    if (!plain_name(csv.header.cells[i]).starts_with("modifier")) continue;
    std::map<std::string, std::string> first;  // of each code
    for (const CsvRow& row : csv.rows) {
      const std::string here = row.text(i);
      if (is_blank(here) || plain_name(here) == "none") continue;
      const auto [known, is_new] = first.try_emplace(row.text(*code), here);
      if (is_new || known->second == here) continue;
      table.diagnostics.push_back({"N_CODE_MODIFIERS", Severity::note,
                                   words::say<"codings.modifiers">({{"code", words::as_is(known->first)},
                                                                    {"first", words::as_is(known->second)},
                                                                    {"other", words::as_is(here)}}),
                                   words::say<"codings.where.codes">(), ""});
      return;
    }
  }
}

}  // namespace

MaybeTable read_boris(CodeLines& lines) {
  const auto header =
      header_line(lines, [](const CsvRow& row) { return is_aggregated(row) || is_tabular(row); });
  if (!header) return std::nullopt;
  const double in_block = offset_above(lines, *header);
  const auto csv = table_below(lines, *header);
  if (!csv) return csv.error();
  const Clocks clocks(*csv, find_columns(csv->header), in_block);
  if (is_aggregated(csv->header)) {
    auto table = read_aggregated(*csv, clocks);
    if (!table) return table;
    clocks.add_notes(*table);
    say_modifiers(*csv, *table);
    return table;
  }
  Pairing pairing(*csv, clocks);
  for (const CsvRow& row : csv->rows)
    if (const Status status = pairing.take(row); !status) return status.error();
  CodeTable table = pairing.finish();
  clocks.add_notes(table);
  say_modifiers(*csv, table);
  return table;
}

}  // namespace attune::behavior
