// Scores, and item answers, from the tables that studies keep them in, told apart by their columns:
//
// | form   | columns                                                                                       |
// |--------|-----------------------------------------------------------------------------------------------|
// | REDCap | the record's name first; redcap_event_name, redcap_repeat_instance where there are any         |
// |        | ("Event Name", "Repeat Instance" under label headers), a column a field                        |
// | long   | visit, scale, score (and, if there is one, participant, rater)                                 |
// | wide   | visit (and participant), a column a scale                                                      |
//
// Where no column names the visits of several lines of a record, their dates do (N_SCORE_DATES); lines without a
// participant are left out (W_SCORE_NO_RECORD), one without a visit is refused (E_SCORE_VISIT). A mean of a scale that
// is a sum is not taken (W_SCORE_MEAN), a sum with a fraction is said (W_SCORE_FRACTION), and so are a PSI whose name
// does not say that it is the short form (W_SCORE_FORM), several arms of one record (W_SCORE_ARMS), instances of one
// event (W_SCORE_INSTANCES), sums beside items without an answer (W_SCORE_PARTIAL), columns told by numbers that were
// taken for visits (N_SCORE_NUMBERED), visits of another rater by their names (N_SCORE_RATER_VISIT), and what Qualtrics
// previewed or was not finished (W_SCORE_PREVIEW, W_SCORE_UNFINISHED).
// Which column is which scale, and which event is which visit, is proposed by their names and can be
// overruled; a column whose name holds a scale and is not taken is said (W_SCORE_OTHER_RATER, W_SCORE_ITEMS,
// W_SCORE_NOT_TAKEN). Missing is what tables/missing.hpp says: also a usual code (-99) out of the scale's range, which is
// counted (W_MISSING_CODE); one within it is kept and said (W_MISSING_CODE_KEPT; once: N_MISSING_CODE_KEPT); any other code
// must be named, or it is refused as out of range. Errors, with line and column: those of base/csv.hpp and of complete_scores;
// E_SCORE_TABLE (no such columns), E_SCORE_RECORD (several, and none was chosen, or none of that name),
// E_SCORE_VISIT (no visit has a score; a visit below 1), E_SCORE_SCALE, E_SCORE_TWICE (two different values
// of one visit, or two lines where nothing tells visits apart), E_ITEM_KEY.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "behavior/scores.hpp"

namespace attune::behavior {

struct EventChoice {
  std::string event;
  int visit = 0;

  static constexpr const char* type_name = "EventChoice";
  static constexpr auto fields() {
    return std::array{field<&EventChoice::event>("event", "Event or visit as the table names it."),
                      field<&EventChoice::visit>("visit", between(0, 1000),
                                                 "Which visit of the report it is, from 1; 0: none.")};
  }
};

struct ColumnChoice {
  std::string column;
  std::string scale;
  int visit = 0;

  static constexpr const char* type_name = "ColumnChoice";
  static constexpr auto fields() {
    return std::array{
        field<&ColumnChoice::column>("column", "Column, or in a long table the scale's name."),
        field<&ColumnChoice::scale>("scale", "Which scale it holds; empty: none."),
        field<&ColumnChoice::visit>(
            "visit", between(0, 1000),
            "Which visit it holds, where a column is of one visit (epds_t2); 0: that of its line.")};
  }
};

/// What the user decides of a table. Empty lists leave the proposals as they are.
struct ScoreImport {
  std::string record;
  std::vector<EventChoice> visits;
  std::vector<ColumnChoice> columns;
  std::vector<std::string> missing_codes;
  std::vector<std::string> not_applicable_codes;
  std::string item_key;
  std::vector<Scale> scales;
  std::string sex;

  static constexpr const char* type_name = "ScoreImport";
  static constexpr auto fields() {
    using S = ScoreImport;
    return std::array{
        field<&S::record>("record", "Which record is the infant; empty: the only one."),
        field<&S::visits>("visits", up_to(100000), "Which event is which visit."),
        field<&S::columns>("columns", up_to(100000), "Which column is which scale."),
        field<&S::missing_codes>("missing_codes", up_to(1000),
                                 "Values that mean missing, such as -99; empty cells do anyway."),
        field<&S::not_applicable_codes>("not_applicable_codes", up_to(1000),
                                        "Values of an item that mean \"does not apply\", such as X."),
        field<&S::item_key>(
            "item_key",
            "Key of the items as CSV: scale, item, reversed, and if needed rater, lowest, highest, method."),
        field<&S::scales>("scales", up_to(1000), "The user's own scales, with range and direction."),
        field<&S::sex>("sex", "f, m, or empty; only for matching comparison infants.")};
  }
};

struct FoundEvent {
  std::string event;
  int lines = 0;
  int visit = 0;

  static constexpr const char* type_name = "FoundEvent";
  static constexpr auto fields() {
    return std::array{field<&FoundEvent::event>("event", "As the table names it."),
                      field<&FoundEvent::lines>("lines", "Lines it has, of the chosen record or of all."),
                      field<&FoundEvent::visit>("visit", "Which visit it is taken for; 0: none.")};
  }
};

struct FoundColumn {
  std::string column;
  std::string scale;
  int visit = 0;
  int values = 0;
  bool item = false;

  static constexpr const char* type_name = "FoundColumn";
  static constexpr auto fields() {
    using C = FoundColumn;
    return std::array{field<&C::column>("column", "As the table names it."),
                      field<&C::scale>("scale", "Which scale it is taken for; empty: none."),
                      field<&C::visit>("visit", "Which visit, where it is of one; 0: that of the line."),
                      field<&C::values>("values", "Cells with a value, of the chosen record or of all."),
                      field<&C::item>("item", "Whether the key names it as an item.")};
  }
};

/// What a table holds, and what it is taken for.
struct ScoreTableContents {
  std::string form;
  std::string record;
  std::vector<std::string> records;
  std::vector<FoundEvent> events;
  std::vector<FoundColumn> columns;

  static constexpr const char* type_name = "ScoreTableContents";
  static constexpr auto fields() {
    using C = ScoreTableContents;
    return std::array{field<&C::form>("form", "REDCap, long or wide."),
                      field<&C::record>("record", "The record that is read; empty: still to be chosen."),
                      field<&C::records>("records", "All records, in the table's order."),
                      field<&C::events>("events", "Events or visits, in order of time."),
                      field<&C::columns>("columns", "Columns, without those that name record and event.")};
  }
};

Result<ScoreTableContents> score_table_contents(std::string_view csv, const ScoreImport& choices);

/// Why a table's columns that name scales were not taken, the first reason; none where one was taken or none names a scale.
std::optional<Diagnostic> why_no_scores(std::string_view csv);

struct ImportedScores {
  Scores scores;  ///< completed
  std::vector<Diagnostic> diagnostics;

  static constexpr const char* type_name = "ImportedScores";
  static constexpr auto fields() {
    return std::array{
        field<&ImportedScores::scores>("scores", "Scores of the visits, completed."),
        field<&ImportedScores::diagnostics>("diagnostics", "What is missing, and what had to be assumed.")};
  }
};

Result<ImportedScores> import_scores(std::string_view csv, const ScoreImport& choices);

}  // namespace attune::behavior
