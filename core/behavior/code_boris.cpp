// BORIS: aggregated events (a line a state) and tabular events (a line for its start and one for its stop).
#include <map>
#include <tuple>

#include "behavior/code_readers.hpp"

namespace attune::behavior {
namespace {

struct Columns {
  std::optional<std::size_t> observation, subject, code, type, start, stop, time;
  std::vector<std::size_t> modifiers;
};

Columns find_columns(const CsvRow& header) {
  Columns columns;
  columns.observation = column_of(header, {"observation id", "observation"});
  columns.subject = column_of(header, {"subject"});
  columns.code = column_of(header, {"behavior", "behaviour"});
  columns.type = column_of(header, {"status", "behavior type", "behaviour type"});
  columns.start = column_of(header, {"start s", "start"});
  columns.stop = column_of(header, {"stop s", "stop"});
  columns.time = column_of(header, {"time", "time s"});
  for (std::size_t i = 0; i < header.cells.size(); ++i)
    if (plain_name(header.cells[i]).starts_with("modifier")) columns.modifiers.push_back(i);
  return columns;
}

bool is_aggregated(const CsvRow& header) {
  const Columns columns = find_columns(header);
  return columns.code && columns.start && columns.stop;
}

bool is_tabular(const CsvRow& header) {
  const Columns columns = find_columns(header);
  return columns.code && columns.time && columns.type;
}

CodeEvent event_of(const CsvRow& row, const Columns& columns) {
  CodeEvent event;
  event.observation = text_in(row, columns.observation);
  event.subject = text_in(row, columns.subject);
  event.code = row.cells[*columns.code];
  event.line = row.line;
  return event;
}

Result<CodeTable> read_aggregated(const CsvTable& csv) {
  const Columns columns = find_columns(csv.header);
  CodeTable table{"BORIS aggregated events", {}, {}};
  table.events.reserve(csv.rows.size());
  for (const CsvRow& row : csv.rows) {
    auto event = span_event(csv, row, *columns.start, *columns.stop, 1);
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
  explicit Pairing(const CsvTable& csv) : csv_(csv), columns_(find_columns(csv.header)) {}

  Status take(const CsvRow& row) {
    CodeEvent event = event_of(row, columns_);
    const auto time_s = time_in(csv_, row, *columns_.time, 1);
    if (!time_s) return time_s.error();
    event.start_s = *time_s;
    const std::string type = plain_name(row.cells[*columns_.type]);
    const std::string place = csv_.where(row, *columns_.time) + ", " + seconds_text(*time_s);
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
        event.problem = unfinished("\"" + event.code + "\" starts here and had not stopped.", place);
      else
        open_[key] = table_.events.size();
      table_.events.push_back(std::move(event));
    } else if (type == "stop" || type == "state stop") {
      if (started == open_.end()) {
        event.problem = unfinished("\"" + event.code + "\" stops here and had not started.", place);
        table_.events.push_back(std::move(event));
      } else {
        close(table_.events[started->second], *time_s, place);
        open_.erase(started);
      }
    } else {
      return Error{"E_CODE_TABLE", "\"" + row.text(*columns_.type) + "\" is none of START, STOP and POINT.",
                   csv_.where(row, *columns_.type)};
    }
    return success();
  }

  CodeTable finish() {
    for (const auto& entry : open_) {
      CodeEvent& event = table_.events[entry.second];
      event.problem = unfinished("\"" + event.code + "\" starts and never stops.",
                                 "line " + std::to_string(event.line) + ", " + seconds_text(event.start_s));
    }
    return std::move(table_);
  }

 private:
  using Key = std::tuple<std::string, std::string, std::string, std::string>;

  static Error unfinished(std::string message, std::string place) {
    return {"E_CODE_UNFINISHED", std::move(message), std::move(place)};
  }

  static void close(CodeEvent& event, double time_s, const std::string& place) {
    if (time_s > event.start_s) {
      event.end_s = time_s;
    } else if (time_s < event.start_s) {
      event.problem = Error{"E_CODE_ORDER",
                            "\"" + event.code + "\" stops at " + seconds_text(time_s) +
                                ", before it starts at " + seconds_text(event.start_s) + ".",
                            place};
    }
  }

  const CsvTable& csv_;
  Columns columns_;
  CodeTable table_{"BORIS tabular events", {}, {}};
  std::map<Key, std::size_t> open_;  ///< the event that has started and not stopped
};

}  // namespace

MaybeTable read_boris(CodeLines& lines) {
  const auto header =
      header_line(lines, [](const CsvRow& row) { return is_aggregated(row) || is_tabular(row); });
  if (!header) return std::nullopt;
  const auto csv = csv_table(std::move(lines), *header, lines.separator);
  if (!csv) return csv.error();
  if (is_aggregated(csv->header)) return read_aggregated(*csv);
  Pairing pairing(*csv);
  for (const CsvRow& row : csv->rows)
    if (const Status status = pairing.take(row); !status) return status.error();
  return pairing.finish();
}

}  // namespace attune::behavior
