// The BIDS layout (EEG-BIDS, Pernet et al. 2019): sub-*/[ses-*/]eeg/, participants.tsv, sessions, phenotype.
#include <algorithm>
#include <cmath>

#include "base/json_tree.hpp"
#include "base/words.hpp"
#include "cohort/draft.hpp"
#include "edf/text.hpp"

namespace attune::cohort {
namespace {

constexpr const char* only_visit = "1";  ///< where the folder has no sessions

std::string with_prefix(const std::string& name, const char* prefix) {
  return name.empty() || name.starts_with(prefix) ? name : prefix + name;
}

RowKey bids_key(const RowKey& written) {
  return {with_prefix(written.participant, "sub-"), written.visit == only_visit || written.visit.empty()
                                                        ? written.visit
                                                        : with_prefix(written.visit, "ses-")};
}

std::vector<std::string> split(const std::string& path) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (std::size_t end; (end = path.find('/', start)) != std::string::npos; start = end + 1)
    parts.push_back(path.substr(start, end - start));
  parts.push_back(path.substr(start));
  return parts;
}

/// Participant and visit of a recording's path; empty if it is none of this layout.
RowKey key_of_path(const std::string& path) {
  const auto parts = split(edf::decode_text(path).text);
  if (parts.size() < 3 || !parts[0].starts_with("sub-") || parts[parts.size() - 2] != "eeg" ||
      !is_recording(path))
    return {};
  if (parts.size() == 3) return {parts[0], only_visit};
  return parts.size() == 4 && parts[1].starts_with("ses-") ? RowKey{parts[0], parts[1]} : RowKey{};
}

void add_recordings(Draft& draft, const Folder& folder, const Settings& settings) {
  std::vector<std::string> paths = folder.paths;
  std::sort(paths.begin(), paths.end());
  for (const std::string& path : paths) {
    const RowKey key = key_of_path(path);
    if (key.participant.empty()) continue;
    if (!settings.task.empty() && file_name(path).find("_task-" + settings.task + "_") == std::string::npos)
      continue;
    DraftVisit& visit = draft.visit(key.participant, key.visit);
    if (visit.file.empty())
      visit.file = path;
    else
      draft.warn("W_COHORT_SEVERAL",
                 "There is more than one recording of this visit; " + file_name(visit.file) +
                     " was taken, this one not. Name a task in the settings to choose.",
                 path);
  }
}

/// Months in one unit of the column "age": years, unless participants.json names another (BIDS).
double months_per_age(const Folder& folder) {
  const auto text = folder.tables.find("participants.json");
  if (text == folder.tables.end()) return 12;
  const auto parsed = parse_json_tree(text->second);
  const Json json = parsed ? *parsed : Json();
  if (!json.is_object() || !json.contains("age") || !json["age"].is_object() ||
      !json["age"].contains("Units") || !json["age"]["Units"].is_string())
    return 12;
  const std::string unit = lower(json["age"]["Units"].get<std::string>());
  if (unit.starts_with("month")) return 1;
  if (unit.starts_with("week")) return 12 / (365.25 / 7);
  return unit.starts_with("day") ? 12 / 365.25 : 12;
}

Status read_participants(Draft& draft, const Folder& folder) {
  constexpr const char* path = "participants.tsv";
  if (!folder.tables.contains(path)) {
    draft.warn("W_COHORT_PARTICIPANTS", "There is no participants.tsv; no infant has a group.", path);
    return success();
  }
  const auto table = parse_table(folder, path);
  if (!table) return table.error();
  const auto who = table->require("participant_id");
  if (!who) return Error{who.error().code, who.error().message, path};
  const double age_unit = months_per_age(folder);
  std::map<std::string, int> lines;
  for (const CsvRow& row : table->rows) {
    const std::string participant = bids_key({row.text(*who), ""}).participant;
    if (participant.empty()) continue;
    if (const int before = std::exchange(lines[participant], row.line); before != 0)
      return Error{
          "E_COHORT_TWICE",
          "Participant " + participant + " was already given in line " + std::to_string(before) + ".",
          std::string(path) + ", line " + std::to_string(row.line)};
    Infant& infant = draft.infant(participant);
    infant.group = cell_of(*table, row, "group");
    infant.pair = cell_of(*table, row, "pair");
    infant.sex = sex_of(cell_of(*table, row, "sex"));
    if (const auto months = number_of(*table, row, "age_months"))
      draft.age_months[participant] = *months;
    else if (const auto age = number_of(*table, row, "age"))
      draft.age_months[participant] = *age * age_unit;
  }
  return success();
}

/// Ages by visit. `participant` is empty for a table of all infants.
void read_sessions(Draft& draft, const Folder& folder, const std::string& path,
                   const std::string& participant) {
  const auto table = parse_table(folder, path);
  if (!table || !table->find("session_id")) {
    draft.lost("W_COHORT_SESSIONS",
               table ? "The table has no column \"session_id\"; its ages are not used."
                     : table.error().message.english() + " Its ages are not used.",
               table ? path : table.error().where.english());
    return;
  }
  for (const CsvRow& row : table->rows) {
    const RowKey key = bids_key({participant.empty() ? cell_of(*table, row, "participant_id") : participant,
                                 cell_of(*table, row, "session_id")});
    const auto months = number_of(*table, row, "age_months");
    if (months && draft.infants.contains(key.participant) && !key.visit.empty())
      draft.visit(key.participant, key.visit).age_months = *months;
  }
}

}  // namespace

Result<Draft> draft_from_bids(const Folder& folder, const Settings& settings) {
  Draft draft;
  add_recordings(draft, folder, settings);
  if (const Status status = read_participants(draft, folder); !status) return status.error();
  for (const auto& [path, text] : folder.tables) {
    const std::string name = file_name(path);
    if (name == "sessions.tsv") read_sessions(draft, folder, path, "");
    if (name.ends_with("_sessions.tsv")) read_sessions(draft, folder, path, path.substr(0, path.find('/')));
    if (path.starts_with("phenotype/")) read_phenotype(draft, folder, path, bids_key);
  }
  return draft;
}

}  // namespace attune::cohort
