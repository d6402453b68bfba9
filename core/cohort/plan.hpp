// Who is in a cohort, and which recording and scores belong to which visit: found from the names of a
// folder's files and the text of its tables, nothing else, so that the command line and the page find the
// same.
//
// Two layouts. BIDS: recordings sub-*/[ses-*/]eeg/*.edf or *.bdf (also .gz; runs of one task, and an ECG beside the EEG, are
// one visit), participants.tsv with group and, if there are such, pair, sex, gestational_age (in weeks; or weeks_early) and age_months (or age, in the unit that participants.json names, else in years: then
// an age over 24 months shows that they are hardly that, and none of the table is used);
// sub-*/sub-*_sessions.tsv or sessions.tsv with age_months of each visit (or age, in the unit that sessions.json names);
// sub-*/[ses-*/]*_scans.tsv likewise, by file;
// phenotype/*.tsv with scores; ages may name their unit (age_weeks); beside each recording, or above it
// for several (BIDS' inheritance), *_channels.tsv (type, status, units, reference, cutoffs), *_eeg.json (EEGReference and filters, where channels.tsv does not say)
// and *_events.tsv (phases and what is bad). A
// table: a .csv or .tsv file at the top with columns participant, visit, group, file and, if there are such,
// pair, sex, age_months, mother_file, a line a recording: lines of one visit are its files. Its further columns of numbers are
// scores, as those of phenotype/*.tsv are.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "cohort/settings.hpp"
#include "report/report.hpp"

namespace attune::cohort {

struct Infant {
  std::string participant, group, pair, sex;  ///< empty: not known

  static constexpr const char* type_name = "CohortInfant";
  static constexpr auto fields() {
    return std::array{field<&Infant::participant>("participant", "As named in the folder or table."),
                      field<&Infant::group>(
                          "group", "Which group; empty: none is given, and the infant is in no comparison."),
                      field<&Infant::pair>("pair", "Which matched pair; empty: none."),
                      field<&Infant::sex>("sex", "f, m, or empty.")};
  }
};

struct Score {
  std::optional<double> value;
  words::Text reason;

  static constexpr const char* type_name = "CohortScore";
  static constexpr auto fields() {
    return std::array{field<&Score::value>("value", "The score; null: missing."),
                      field<&Score::reason>("reason", "Why it is missing; empty if it is there.")};
  }
};

/// One infant at one visit of the cohort; there is one for each, recorded or not.
struct Session {
  int infant = 0;
  std::string visit;
  std::optional<double> age_months;
  std::string file;
  std::string record;
  words::Text missing;
  std::map<std::string, Score> scores;
  std::vector<visit::ChannelChoice> channels;
  std::vector<std::string> left_out;
  std::vector<visit::RecordedEvent> events;
  std::string mother;
  std::vector<std::string> parts;
  std::optional<double> weeks_early;

  static constexpr const char* type_name = "CohortSession";
  static constexpr auto fields() {
    return std::array{
        field<&Session::infant>("infant", "Place in `infants`."),
        field<&Session::visit>("visit", "Which visit."),
        field<&Session::age_months>("age_months", "Age at this visit, since birth; null: not known."),
        field<&Session::weeks_early>(
            "weeks_early", "Weeks before the 40th of pregnancy that the infant was born; null: not told."),
        field<&Session::file>("file", "Path of the recording in the folder; empty: there is none."),
        field<&Session::parts>(
            "parts", "Further files of the same visit, joined with it by their start times; empty: none."),
        field<&Session::record>("record",
                                "Name of the file that keeps what was measured; empty: no recording."),
        field<&Session::missing>("missing", "Why there is no recording; empty if there is one."),
        field<&Session::scores>("scores", "Scores by the scale's name."),
        field<&Session::channels>("channels", "What channels.tsv and eeg.json say that channels are."),
        field<&Session::left_out>("left_out", "EEG channels that channels.tsv calls bad."),
        field<&Session::events>("events", "Marks of events.tsv."),
        field<&Session::mother>("mother",
                                "Path of the mother's own recording of this visit; empty: there is none.")};
  }
};

struct Plan {
  std::string layout;
  std::vector<std::string> visits;
  std::vector<Infant> infants;
  std::vector<Session> sessions;
  std::vector<Diagnostic> diagnostics;

  static constexpr const char* type_name = "CohortPlan";
  static constexpr auto fields() {
    return std::array{
        field<&Plan::layout>("layout", "BIDS or table."),
        field<&Plan::visits>("visits", "In their order in time."),
        field<&Plan::infants>("infants", "By name."),
        field<&Plan::sessions>("sessions", "Every infant at every visit: by infant, then by visit."),
        field<&Plan::diagnostics>("diagnostics", "What is to be known about folder and tables.")};
  }
};

/// A folder as the core sees it: paths relative to it, with "/", and the text of its tables by path.
struct Folder {
  std::vector<std::string> paths;
  std::map<std::string, std::string> tables;

  static constexpr const char* type_name = "CohortFolder";
  static constexpr auto fields() {
    return std::array{field<&Folder::paths>("paths", "Files, relative to the folder."),
                      field<&Folder::tables>("tables", "Text of the tables by path.")};
  }
};

/// Which of the files are tables that find_cohort needs the text of.
std::vector<std::string> tables_wanted(const std::vector<std::string>& paths);

/// Whether a plan that was handed in is whole: every session's infant is there, and there are as many
/// sessions as were measured. Error: E_COHORT_PLAN.
Status check(const Plan& plan, std::size_t measured);

/// Errors: those of base/csv.hpp and base/json.hpp with the table's name in `where`; E_COHORT_EMPTY (no
/// recordings, and what was looked for), E_COHORT_TWICE (an infant or a visit given twice).
Result<Plan> find_cohort(const Folder& folder, const Settings& settings);

}  // namespace attune::cohort
