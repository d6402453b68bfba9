// Tables of coded behaviour as coding programs export them, told apart by their columns' names, never by
// their position:
//
// | program                   | columns                                                              | time |
// |---------------------------|----------------------------------------------------------------------|------|
// | BORIS, aggregated events  | Behavior, Start (s), Stop (s) (before version 5: Start, Stop),       | s    |
// |                           | Behavior type (STATE, POINT), Subject, Observation id, Modifiers …   |      |
// | BORIS, tabular events     | Behavior, Time, Behavior type or (before 8.9) Status (START, STOP,   | s    |
// |                           | POINT); before 8.9 under a block of lines about the observation      |      |
// | Datavyu, spreadsheet      | COLUMN.onset, COLUMN.offset, COLUMN.code01 or .value; several        | ms   |
// |                           | columns side by side; by cell or by frame                            |      |
// | Datavyu, native CSV       | lines "#4", "COLUMN (MATRIX,…)", "onset,offset,(codes)"; h:m:s:ms    | ms   |
// | ELAN, tab-delimited       | with names: "Begin Time - FORMAT" …, a column a tier; without: tier, | by   |
// |                           | participant, times in one to four formats, annotation                | form |
// | Datavyu, tidy             | COLUMN_ordinal, COLUMN_onset, COLUMN_offset, COLUMN_CODE …           | ms   |
// | Datavyu, long             | file, column, ordinal, onset, offset and the codes                   | ms   |
// | Noldus Observer           | Time_Relative_sf, Subject, Behavior, Event_Type                      | s    |
// | Mangold INTERACT          | Transcript, Onset, Offset, Duration, a column a class                | by   |
// |                           |                                                                      | form |
// | ChronoViz                 | StartTime, EndTime, MainCategory …                                   | s    |
// | plain                     | onset, offset (or duration), code; also subject, tier, observation   | s    |
//
// The time offset of a BORIS observation is taken off. A time with colons is read as hours, minutes and seconds wherever it stands. Errors, with line and column
// or time: those of base/csv.hpp; E_CODE_TABLE (none of these), E_CODE_TIME (no time of a visit). What is
// wrong with one event only (a state that never stops) stays with it: it may be of another subject.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.hpp"

namespace attune::behavior {

/// What is wrong with an event, if anything is: kept apart, so that events of which hardly any has one stay small.
class EventProblem {
 public:
  EventProblem& operator=(Error error) {
    held_ = std::make_shared<Held>(std::move(error), false);
    return *this;
  }
  /// One whose message names the event's code.
  void set_with_code(Error error) { held_ = std::make_shared<Held>(std::move(error), true); }
  explicit operator bool() const { return held_ != nullptr; }
  Error& operator*() const { return held_->first; }
  Error* operator->() const { return &held_->first; }
  bool names_code() const { return held_->second; }
  void reset() { held_.reset(); }

 private:
  using Held = std::pair<Error, bool>;
  std::shared_ptr<Held> held_;
};

/// One coded event.
struct CodeEvent {
  std::string observation, subject, tier;  ///< empty where the table has none
  std::string code;
  double start_s = 0;
  std::optional<double> end_s;  ///< none: a point
  int line = 0;
  EventProblem problem;  ///< E_CODE_UNFINISHED, E_CODE_ORDER: raised if the event is used
};

/// Of a Datavyu column whose cells have several codes, none of which tells that it is meant, the first is read.
struct SeveralCodes {
  std::string tier;
  std::vector<std::string> names;
};

struct CodeTable {
  words::Text format;                     ///< "BORIS tabular events", …
  std::vector<std::string> code_columns;  ///< Datavyu: the codes there are to choose from
  std::vector<CodeEvent> events;          ///< in the order of the file
  std::vector<Diagnostic> diagnostics{};  ///< what was done about its times
  std::vector<SeveralCodes> several{};
};

/// Whether a code is a state's or a phase's that is known.
using KnownCode = std::function<bool(const std::string& code)>;

/// `code_column`: which code of a Datavyu column is read; empty, or of a column without it: the only one that is filled, of
/// several the one that holds the most that is known, else the first.
Result<CodeTable> read_code_table(std::string_view text, const std::string& code_column = "",
                                  const KnownCode& is_known = nullptr);

}  // namespace attune::behavior
