// The BIDS layout (EEG-BIDS, Pernet et al. 2019): sub-*/[ses-*/]eeg/, participants.tsv, sessions, phenotype.
#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <set>

#include "base/json.hpp"
#include "base/json_tree.hpp"
#include "base/words.hpp"
#include "cohort/draft.hpp"
#include "tables/ages.hpp"
#include "tables/gestation.hpp"
#include "tables/missing.hpp"
#include "tables/same_names.hpp"
#include "tables/sex.hpp"
#include "tables/summary_line.hpp"
#include "tables/visit_name.hpp"
#include "words/ids/cohort.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/tables.hpp"

namespace attune::cohort {
namespace {

std::string with_prefix(const std::string& name, const char* prefix) {
  if (name.empty()) return name;
  std::string start = lower(std::string_view(name).substr(0, 4));
  if (start.size() == 4 && start[3] == '_') start[3] = '-';
  return prefix + (start == prefix ? name.substr(4) : name);
}

/// A name of those that are known, or the only one that differs from it by capitals, signs and zeros in front alone; empty:
/// none, or several.
std::string known_as(const std::set<std::string>& known, const std::string& name) {
  if (known.contains(name)) return name;
  const auto key = [](const std::string& text) {
    const std::string bare = text.size() > 4 && text[3] == '-' ? text.substr(4) : text;
    return tables::key_of_name(bare, tables::NamesOf::participants);
  };
  std::string found;
  for (const std::string& other : known) {
    if (key(other) != key(name)) continue;
    if (!found.empty()) return "";
    found = other;
  }
  return found;
}

/// Names of tables as the folder has them, and what was matched to say so.
class BidsNames {
 public:
  explicit BidsNames(Draft& draft) : draft_(draft) {
    for (const auto& [participant, visits] : draft.visits) {
      infants_.insert(participant);
      for (const auto& visit : visits) visits_.insert(visit.first);
    }
  }

  RowKey operator()(const RowKey& written) {
    RowKey key{with_prefix(written.participant, "sub-"), written.visit};
    if (!visits_.contains(only_visit)) key.visit = with_prefix(written.visit, "ses-");
    return {matched(infants_, key.participant), matched(visits_, key.visit)};
  }

  /// Says what was matched.
  void say() const {
    if (matched_.empty()) return;
    draft_.diagnostics.push_back(
        {"N_COHORT_NAMES", Severity::note,
         words::say<"tables.same_id">({{"count", matched_.size()},
                                       {"written", words::as_is(matched_.begin()->first)},
                                       {"found", words::as_is(matched_.begin()->second)}}),
         "", ""});
  }

 private:
  std::string matched(const std::set<std::string>& known, const std::string& name) {
    const std::string found = known_as(known, name);
    if (found.empty() || found == name) return name;
    matched_[name] = found;
    return found;
  }

  Draft& draft_;
  std::set<std::string> infants_, visits_;
  std::map<std::string, std::string> matched_;
};

/// A member of an object by one of its names in small letters; null: none.
Json member(const Json& object, std::initializer_list<std::string_view> names) {
  if (!object.is_object()) return Json();
  for (const std::string_view name : names)
    for (const auto& [key, value] : object.items())
      if (lower(key) == name) return value;
  return Json();
}

/// Months in one unit of the column "age", which the JSON beside a table names (BIDS); `unnamed` where it names none; none
/// where that is not known, which is said: such ages are not used.
std::optional<double> months_per_age(Draft& draft, const Folder& folder, const char* path,
                                     std::optional<double> unnamed) {
  const auto text = folder.tables.find(path);
  if (text == folder.tables.end()) return unnamed;
  const auto parsed = parse_json_tree(text->second);
  const Json age = parsed ? member(*parsed, {"age"}) : Json();
  const Json units = member(age, {"units", "unit"});
  if (!units.is_string()) {
    const Json description = member(age, {"description", "longname"});
    const auto told =
        description.is_string() ? tables::months_of_unit_in(description.get<std::string>()) : std::nullopt;
    return told ? told : unnamed;
  }
  const std::string written = units.get<std::string>();
  if (plain_name(written) == "a") return 12;  // the sign of the year, annus
  const auto months = tables::months_of_unit_in(written);
  if (!months)
    draft.warn("W_COHORT_AGE_UNIT", words::say<"tables.age_unit">({{"unit", words::as_is(written)}}), path);
  return months;
}

/// A column whose name tells one unit of ages and whose description another.
void warn_of_units(Draft& draft, const Folder& folder) {
  for (const char* path : {"participants.json", "sessions.json", "scans.json"}) {
    const auto text = folder.tables.find(path);
    const auto parsed = text == folder.tables.end() ? Result<Json>(Json()) : parse_json_tree(text->second);
    for (const char* column : {"age_months", "age_weeks", "age_days", "age_years"}) {
      const Json units = parsed ? member(member(*parsed, {column}), {"units", "unit"}) : Json();
      if (!units.is_string()) continue;
      const std::string written = units.get<std::string>();
      const auto told = tables::months_of_unit_in(written), named = tables::months_of_unit_in(column);
      if (told && named && *told != *named)
        draft.warn("W_COHORT_AGE_UNITS",
                   words::say<"imports.age_units_differ">(
                       {{"column", words::as_is(column)}, {"unit", words::as_is(written)}}),
                   path);
    }
  }
}

/// Ages that the JSON beside a table calls corrected are not corrected again.
void heed_corrected_ages(Draft& draft, const Folder& folder) {
  for (const char* path : {"participants.json", "sessions.json", "scans.json"}) {
    const auto text = folder.tables.find(path);
    const auto parsed = text == folder.tables.end() ? Result<Json>(Json()) : parse_json_tree(text->second);
    const std::string told = parsed ? lower(dump(member(*parsed, {"age", "age_months", "age_weeks"}))) : "";
    const bool corrected =
        (told.find("corrected") != std::string::npos || told.find("adjusted") != std::string::npos) &&
        told.find("uncorrected") == std::string::npos && told.find("not corrected") == std::string::npos;
    if (!corrected || draft.weeks_early.empty()) continue;
    draft.weeks_early.clear();
    draft.warn("W_COHORT_AGES_CORRECTED", words::say<"imports.ages_corrected">(), path);
  }
}

/// Whether ages that no one named the unit of may be years, which BIDS has: an age of 6 hardly is, and ages of 1 and 2 may as
/// well be months, unless one of them has a fraction.
bool may_be_years(const CsvTable& table, const tables::Ages& in_years) {
  constexpr double oldest_infant_months = 24;
  bool any = false, fraction = false;
  for (const CsvRow& row : table.rows) {
    const auto months = in_years.months(row);
    if (!months) continue;
    if (*months > oldest_infant_months) return false;
    any = true;
    fraction = fraction || *months / 12 != std::floor(*months / 12);
  }
  return !any || fraction;
}

/// What participants.json tells of a column's numbers as Levels.
std::map<std::string, std::string> levels_told(const Folder& folder, std::string_view column) {
  std::map<std::string, std::string> levels;
  const auto text = folder.tables.find("participants.json");
  const auto parsed = text == folder.tables.end() ? Result<Json>(Json()) : parse_json_tree(text->second);
  const Json told = parsed ? member(member(*parsed, {lower(column)}), {"levels"}) : Json();
  if (!told.is_object()) return levels;
  for (const auto& [code, name] : told.items())
    if (name.is_string() && decimal_number(code)) levels[code] = name.get<std::string>();
  return levels;
}

std::map<std::string, std::string> levels_of_sex(const Folder& folder, const CsvTable& table) {
  const auto place = tables::find_column(table, tables::Column::sex);
  return place ? levels_told(folder, table.header.cells[*place]) : std::map<std::string, std::string>();
}

/// The groups' names by their numbers, where participants.json tells them as Levels and the table has nothing but numbers.
/// Where the settings name a group by its number, numbers are its names.
std::map<std::string, std::string> levels_of_groups(Draft& draft, const Folder& folder,
                                                    const CsvTable& table) {
  const auto place = tables::find_column(table, tables::Column::group);
  if (!place) return {};
  const std::map<std::string, std::string> levels = levels_told(folder, table.header.cells[*place]);
  words::Value::List names;
  for (const auto& [code, name] : levels) names.emplace_back(words::as_is(code + " = " + name));
  const bool whole = std::all_of(table.rows.begin(), table.rows.end(), [&](const CsvRow& row) {
    return tables::says_missing(row.cells[*place]) || levels.contains(row.text(*place));
  });
  if (!whole || levels.empty()) return {};
  for (const std::string& named : draft.named_groups)
    if (levels.contains(named)) return {};
  draft.diagnostics.push_back({"N_COHORT_LEVELS", Severity::note,
                               words::say<"imports.levels">({{"groups", std::move(names)}}),
                               "participants.json", ""});
  return levels;
}

Status read_participants(Draft& draft, const Folder& folder, BidsNames& names) {
  constexpr const char* path = "participants.tsv";
  if (!folder.tables.contains(path)) {
    draft.warn("W_COHORT_PARTICIPANTS", words::say<"cohort.no_participants">(), path);
    return success();
  }
  const auto table = parse_table(folder, path);
  if (!table) return table.error();
  using tables::Column;
  const auto who = tables::require_column(*table, Column::participant, "participant_id");
  if (!who) return Error{who.error().code, who.error().message, path};
  constexpr double months_per_year = 12;  // the unit of BIDS
  constexpr double unnamed = -1;
  const auto unit = months_per_age(draft, folder, "participants.json", unnamed);
  const bool is_named = unit != unnamed;
  const tables::Ages in_years(*table, draft.missing_codes, is_named ? unit : months_per_year);
  const tables::Ages ages = is_named || may_be_years(*table, in_years)
                                ? in_years
                                : tables::Ages(*table, draft.missing_codes, std::nullopt);
  const auto levels = levels_of_groups(draft, folder, *table);
  tables::Sexes sexes(*table, levels_of_sex(folder, *table));
  tables::WeeksEarly early(*table);
  tables::SameNames groups;
  std::map<std::string, int> lines;
  tables::SummaryLines summaries;
  for (const CsvRow& row : table->rows) {
    if (summaries.takes_out(row.line, row.cells[*who], "")) continue;
    const std::string participant = names({cell_of(*table, row, Column::participant), ""}).participant;
    if (participant.empty()) continue;
    if (const int before = std::exchange(lines[participant], row.line); before != 0)
      return Error{"E_COHORT_TWICE",
                   words::say<"cohort.participant_twice">(
                       {{"participant", words::as_is(participant)}, {"line", before}}),
                   line_of(path, row.line)};
    Infant& infant = draft.infant(participant);
    const std::string group = cell_of(*table, row, Column::group);
    const auto level = levels.find(group);
    infant.group = groups.of(level == levels.end() ? group : level->second);
    infant.pair = cell_of(*table, row, Column::pair);
    infant.sex = sexes.of(row);
    draft.take_weeks_early(participant, early.of(row));
    if (const auto months = ages.months(row)) draft.age_months[participant] = *months;
  }
  ages.say(draft.diagnostics, path);
  sexes.say(draft.diagnostics, path);
  early.say(draft.diagnostics, path);
  groups.say(draft.diagnostics, path);
  summaries.say(draft.diagnostics, path);
  draft.warn_of_marks(*table, path);
  draft.warn_of_columns(*table, path);
  return success();
}

/// The day that a line tells; none where there is no such column, or day and month may be exchanged.
std::optional<int> day_of(const CsvTable& table, const CsvRow& row) {
  const auto date = tables::find_column(table, tables::Column::date);
  return date ? tables::read_visit_name(row.cells[*date]).date_days : std::nullopt;
}

/// Ages and scores by visit. `participant` is empty for a table of all infants.
void read_sessions(Draft& draft, const Folder& folder, const std::string& path,
                   const std::string& participant, BidsNames& names) {
  const auto table = parse_table(folder, path);
  if (!table || !tables::find_column(*table, tables::Column::visit)) {
    draft.lost("W_COHORT_SESSIONS",
               table ? words::say<"cohort.no_session_column">()
                     : words::say<"cohort.ages_not_used">({{"message", table.error().message}}),
               table ? words::Text(path) : table.error().where);
    return;
  }
  const tables::Ages ages(*table, draft.missing_codes, months_per_age(draft, folder, "sessions.json", {}));
  tables::WeeksEarly early(*table);
  std::vector<RowKey> keys;
  for (const CsvRow& row : table->rows) {
    const std::string written = cell_of(*table, row, tables::Column::participant);
    const RowKey key = names({participant.empty() || !written.empty() ? written : participant,
                              cell_of(*table, row, tables::Column::visit)});
    const bool is_own =
        draft.infants.contains(key.participant) && (participant.empty() || key.participant == participant);
    keys.push_back(is_own ? key : RowKey());
    const auto months = ages.months(row), weeks = early.of(row);
    const auto day = day_of(*table, row);
    if (!(months || weeks || day) || !draft.infants.contains(key.participant) || key.visit.empty()) continue;
    if (!participant.empty() && key.participant != participant) {
      draft.lost("W_COHORT_SESSIONS",
                 words::say<"imports.session_of_another">(
                     {{"here", words::as_is(written)}, {"owner", words::as_is(participant)}}),
                 line_of(path, row.line));
      continue;
    }
    if (!draft.take_weeks_early(key.participant, weeks))
      draft.lost("W_COHORT_SESSIONS",
                 words::say<"imports.two_births">({{"participant", words::as_is(key.participant)}}),
                 line_of(path, row.line));
    const auto recorded = draft.visits[key.participant].find(key.visit);
    if (day && recorded != draft.visits[key.participant].end()) recorded->second.day = day;
    if (!months) continue;
    auto& age = draft.visit(key.participant, key.visit).age_months;
    if (age && *age != *months)
      draft.lost("W_COHORT_SESSIONS",
                 words::say<"imports.session_twice">({{"session", words::as_is(key.visit)}}),
                 line_of(path, row.line));
    if (!age) age = months;
  }
  ages.say(draft.diagnostics, path);
  early.say(draft.diagnostics, path);
  read_scores(draft, path, *table, keys, kinds_of_scores(folder, "sessions.json"), ScoreColumns::of_scales);
}

DraftVisit* visit_of_file(Draft& draft, const std::string& file) {
  for (auto& infant : draft.visits)
    for (auto& [name, visit] : infant.second)
      if (visit.file == file || std::find(visit.parts.begin(), visit.parts.end(), file) != visit.parts.end())
        return &visit;
  return nullptr;
}

/// Ages at the recordings that the lines of scans.tsv name. `not_read` gets its other columns: a recording's start, for one,
/// is its header's.
void read_scans(Draft& draft, const Folder& folder, const std::string& path,
                std::set<std::string>& not_read) {
  const auto table = parse_table(folder, path);
  const auto file = table ? tables::find_column(*table, tables::Column::file) : std::nullopt;
  if (!file) {
    draft.lost("W_COHORT_SCANS",
               table ? words::say<"cohort.no_scan_column">()
                     : words::say<"cohort.ages_not_used">({{"message", table.error().message}}),
               table ? words::Text(path) : table.error().where);
    return;
  }
  const tables::Ages ages(*table, draft.missing_codes, months_per_age(draft, folder, "scans.json", {}));
  for (const CsvRow& row : table->rows) {
    const auto months = ages.months(row);
    DraftVisit* const visit =
        visit_of_file(draft, path.substr(0, path.rfind('/') + 1) + std::string(row.cells[*file]));
    if (visit && !visit->day) visit->day = day_of(*table, row);
    if (!months || !visit) continue;
    if (visit->age_months && *visit->age_months != *months)
      draft.lost("W_COHORT_SCANS",
                 words::say<"cohort.scan_age_differs">({{"here", words::at_most(*months, 2)},
                                                        {"before", words::at_most(*visit->age_months, 2)}}),
                 line_of(path, row.line));
    if (!visit->age_months) visit->age_months = months;
  }
  ages.say(draft.diagnostics, path);
  for (std::size_t i = 0; i < table->header.cells.size(); ++i)
    if (i != *file && !ages.is_column(i)) not_read.emplace(table->header.cells[i]);
}

/// Those of all sessions.
void read_scans(Draft& draft, const Folder& folder) {
  std::set<std::string> not_read;
  for (const auto& [path, text] : folder.tables)
    if (file_name(path).ends_with("_scans.tsv")) read_scans(draft, folder, path, not_read);
  if (not_read.empty()) return;
  words::Value::List columns;
  for (const std::string& name : not_read) columns.push_back(words::as_is(name));
  draft.diagnostics.push_back(
      {"N_COHORT_SCANS", Severity::note,
       words::say<"imports.columns_not_read">({{"count", not_read.size()}, {"columns", std::move(columns)}}),
       "scans.tsv", ""});
}

/// Of what was said of a table's columns since `from`, keeps what was not said of another's.
void keep_first(std::vector<Diagnostic>& notes, std::size_t from, const std::string& path,
                std::set<std::string>& said) {
  const auto is_known = [&](const Diagnostic& note) {
    return note.severity != Severity::error && note.where.english() == path &&
           !said.insert(note.code + note.message.english()).second;
  };
  notes.erase(std::remove_if(notes.begin() + static_cast<std::ptrdiff_t>(from), notes.end(), is_known),
              notes.end());
}

}  // namespace

Result<Draft> draft_from_bids(const Folder& folder, const Settings& settings) {
  Draft draft;
  draft.missing_codes = settings.group.missing_codes;
  draft.named_groups = {settings.group.control, settings.group.treated};
  find_recordings(draft, folder, settings);
  BidsNames names(draft);
  if (const Status status = read_participants(draft, folder, names); !status) return status.error();
  std::set<std::string> said;  // of columns of sessions.tsv, which every infant has
  for (const auto& [path, text] : folder.tables) {
    const std::string name = file_name(path);
    const std::size_t before = draft.diagnostics.size();
    if (name == "sessions.tsv") read_sessions(draft, folder, path, "", names);
    if (name.ends_with("_sessions.tsv"))
      read_sessions(draft, folder, path, path.substr(0, path.find('/')), names);
    if (name.ends_with("_sessions.tsv")) keep_first(draft.diagnostics, before, path, said);
    if (is_phenotype(path)) read_phenotype(draft, folder, path, std::ref(names));
  }
  read_scans(draft, folder);
  names.say();
  heed_corrected_ages(draft, folder);
  warn_of_units(draft, folder);
  read_neighbours(draft, folder);
  return draft;
}

}  // namespace attune::cohort
