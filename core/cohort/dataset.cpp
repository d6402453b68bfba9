#include "cohort/dataset.hpp"

#include <set>

#include "base/table.hpp"
#include "cohort/results.hpp"
#include "report/participant.hpp"

namespace attune::cohort {
namespace {

constexpr const char* readme =
    "Measures of a cohort of infants, one line a value (metrics.tsv), what became of each recording "
    "(recordings.tsv),\n"
    "the comparison of the groups (group.json), and the comparison infants for single reports "
    "(reference.csv,\n"
    "reference_aggregates.csv). tables.json holds version, settings and what was left out; recordings/ "
    "everything\n"
    "measured in each recording. metrics.json, recordings.json and participants.json say what the columns "
    "mean.\n"
    "multiverse.tsv, where it was asked for, holds the comparison of the groups under every other choice,\n"
    "pairs.tsv mothers and infants together.\n"
    "\n"
    "Made by `attune cohort`. Attune is a research and education tool. It does not diagnose.\n";

constexpr const char* ignored =
    "metrics.*\n"
    "recordings.*\n"
    "multiverse.*\n"
    "pairs.*\n"
    "recordings/\n"
    "tables.json\n"
    "group.json\n"
    "reference.csv\n"
    "reference_aggregates.csv\n";

struct ParticipantRow {
  std::string participant_id, participant, group, pair, sex;

  static constexpr const char* type_name = "CohortParticipantRow";
  static constexpr auto fields() {
    using P = ParticipantRow;
    return std::array{
        field<&P::participant_id>("participant_id", "The infant, as BIDS names it."),
        field<&P::participant>("participant", "As named in the folder or table, and in metrics.tsv."),
        field<&P::group>("group", "Which group."), field<&P::pair>("pair", "Which matched pair."),
        field<&P::sex>("sex", "f or m.")};
  }
};

/// BIDS allows letters and digits; a name that another infant has already gets a number behind it.
std::string subject_of(const std::string& participant, std::set<std::string>& taken) {
  const std::string plain = participant.starts_with("sub-") ? participant.substr(4) : participant;
  const std::string subject = report::bids_subject(plain);
  std::string name = subject;
  for (int i = 2; !taken.insert(name).second; ++i) name = subject + "x" + std::to_string(i);
  return name;
}

std::vector<ParticipantRow> participants_of(const Cohort& cohort) {
  std::vector<ParticipantRow> rows;
  std::set<std::string> taken;
  for (const Infant& infant : cohort.plan().infants)
    rows.push_back(
        {subject_of(infant.participant, taken), infant.participant, infant.group, infant.pair, infant.sex});
  return rows;
}

Json description() {
  Json json = Json::object();
  json["Name"] = "Attune: measures of a cohort";
  json["BIDSVersion"] = "1.9.0";
  json["DatasetType"] = "derivative";
  json["GeneratedBy"] = Json::array();
  json["GeneratedBy"].push_back(
      {{"Name", "Attune"}, {"Version", ATTUNE_VERSION}, {"Description", "attune cohort"}});
  return json;
}

std::string document(const Json& json) {
  return dump(json, 1) + "\n";
}

}  // namespace

std::vector<DatasetFile> dataset_files(const Cohort& cohort) {
  const auto rows = participants_of(cohort);
  std::vector<DatasetFile> files{{"dataset_description.json", document(description())},
                                 {"README", readme},
                                 {".bidsignore", ignored},
                                 {"participants.tsv", table_text(rows, Separator::tab)},
                                 {"participants.json", document(table_columns<ParticipantRow>())},
                                 {"metrics.json", document(describe_metrics(cohort))},
                                 {"recordings.json", document(describe_recordings())}};
  if (cohort.settings().multiverse)
    files.push_back({"multiverse.json", document(table_columns<MultiverseRow>())});
  return files;
}

}  // namespace attune::cohort
