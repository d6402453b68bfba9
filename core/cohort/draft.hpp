// A cohort while it is being found: what the folder's names and tables have said so far.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/csv.hpp"
#include "cohort/plan.hpp"
#include "tables/columns.hpp"

namespace attune::cohort {

inline constexpr const char* only_visit = "1";  ///< where a BIDS folder has no sessions

struct DraftVisit {
  std::optional<double> age_months;
  std::optional<int> day = {};  ///< of a date in a table, from 1970
  std::string file, mother;
  std::vector<std::string> parts;  ///< further files of the same visit
  words::Text missing;             ///< why there is no recording; empty: none is named
  std::map<std::string, Score> scores;
  std::vector<visit::ChannelChoice> channels;
  std::vector<std::string> left_out;
  std::vector<visit::RecordedEvent> events;
};

struct Draft {
  std::map<std::string, Infant> infants;                            ///< by participant
  std::map<std::string, std::map<std::string, DraftVisit>> visits;  ///< by participant, by visit
  std::map<std::string, double> age_months;     ///< of infants, at their first recorded visit
  std::map<std::string, double> weeks_early;    ///< of infants
  std::vector<std::string> named_groups = {};   ///< by the settings
  std::vector<std::string> missing_codes = {};  ///< that the user named
  std::vector<Diagnostic> diagnostics = {};
  std::map<std::string, bool> near_scales = {};  ///< columns that were seen: whether a known scale is meant

  Infant& infant(const std::string& participant);
  DraftVisit& visit(const std::string& participant, const std::string& name);
  /// Takes the weeks that an infant was born early; false: other weeks were told before.
  bool take_weeks_early(const std::string& participant, const std::optional<double>& weeks);
  void warn(const char* code, words::Text message, words::Text where);
  /// Something that was given is not used, by an error in it.
  void lost(const char* code, words::Text message, words::Text where);
  /// Says that lines are marked as not to be used.
  void warn_of_marks(const CsvTable& table, const std::string& path);
  /// Names the scales that stand in a table which is not read for scores.
  void warn_of_columns(const CsvTable& table, const std::string& path);
};

/// Whose row it is; an empty participant or visit: the row is skipped.
struct RowKey {
  std::string participant, visit;
};

/// A table of the folder, parsed, its text as UTF-8; errors say in which table.
Result<CsvTable> parse_table(const Folder& folder, const std::string& path);

/// "table.csv, line 3", and what else names a place in a table.
words::Text line_of(const std::string& table, int line);

/// The cell, or an empty text where there is no such column or the cell says that there is nothing.
std::string cell_of(const CsvTable& table, const CsvRow& row, tables::Column column);

/// Whether a path is a table under phenotype/, in any case.
bool is_phenotype(const std::string& path);

/// The part of a path after its last "/".
std::string file_name(const std::string& path);

/// Whether the path ends as a recording's does: .edf or .bdf, also .gz, in any case.
bool is_recording(const std::string& path);

/// Reads the table's further columns as scores of the infant and visit that `key_of` names. Scores out of a
/// known scale's range are missing with that reason; columns with other than numbers are not used and named. Of a table of
/// other things only columns that name a scale are scores.
enum class ScoreColumns { all, of_scales };
using ScoreKinds = std::map<std::string, std::string>;  ///< by column: percentile …
void read_scores(Draft& draft, const std::string& path, const CsvTable& table,
                 const std::vector<RowKey>& keys, const ScoreKinds& kinds,
                 ScoreColumns which = ScoreColumns::all);

/// The columns that the JSON of this path says to hold other than raw scores.
ScoreKinds kinds_of_scores(const Folder& folder, const std::string& json);

/// Whether a recording's name says that it is of a heart or of breathing alone: …_ecg.edf, …_physio.edf.
bool is_beside_eeg(const std::string& path);

/// Recordings of the BIDS layout, and which of them are one visit; what is of none is named.
void find_recordings(Draft& draft, const Folder& folder, const Settings& settings);

/// Notes how many visits are of several files.
void say_parts(Draft& draft);

/// BIDS' channels.tsv, eeg.json and events.tsv of each recording, and a note of what is not read.
void read_neighbours(Draft& draft, const Folder& folder);

/// Both layouts. Errors as for find_cohort.
Result<Draft> draft_from_bids(const Folder& folder, const Settings& settings);
Result<Draft> draft_from_table(const Folder& folder, const std::string& path, const Settings& settings);

/// Scores of a table under phenotype/; a table that cannot be used costs its scores and is named. `key_of`
/// turns the names that stand in it into those of the cohort.
void read_phenotype(Draft& draft, const Folder& folder, const std::string& path,
                    const std::function<RowKey(const RowKey& as_written)>& key_of);

}  // namespace attune::cohort
