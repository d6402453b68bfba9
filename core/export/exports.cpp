#include "export/exports.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "base/json.hpp"
#include "edf/phases.hpp"
#include "export/beat_table.hpp"
#include "export/checklist.hpp"
#include "export/methods_text.hpp"
#include "export/specification_table.hpp"
#include "export/tidy.hpp"
#include "export/wide.hpp"
#include "report/participant.hpp"

namespace attune::exports {
namespace {

std::string spaced(PhaseKind kind) {
  std::string words(name_of(kind));
  std::replace(words.begin(), words.end(), '_', ' ');
  return kind == PhaseKind::other ? "phase" : words;
}

using Names = std::map<std::string, std::string>;

std::vector<Phase> all_phases(const report::Report& report) {
  std::vector<Phase> phases;
  for (const visit::Visit& visit : report.visits) {
    phases.insert(phases.end(), visit.phases.begin(), visit.phases.end());
    for (const auto& coded : visit.still_face.phases) phases.push_back(coded.phase);
  }
  return phases;
}

/// Names that are to be replaced, and by what: the kind, numbered where that is a name already.
Names replacements(const report::Report& report) {
  const std::vector<Phase> phases = all_phases(report);
  std::set<std::string> taken;
  for (const Phase& phase : phases)
    if (edf::is_plain_phase_name(phase.name)) taken.insert(phase.name);
  Names found;
  for (const Phase& phase : phases) {
    if (edf::is_plain_phase_name(phase.name) || found.contains(phase.name)) continue;
    std::string name = spaced(phase.kind);
    for (int number = 2; taken.contains(name); ++number)
      name = spaced(phase.kind) + " " + std::to_string(number);
    taken.insert(name);
    found.emplace(phase.name, name);
  }
  return found;
}

/// Shorter names would be found inside other words.
constexpr std::size_t shortest_in_text = 4;

bool is_letter(const std::string& text, std::size_t at) {
  return at < text.size() && (std::isalnum(static_cast<unsigned char>(text[at])) || (text[at] & 0x80));
}

/// The text with each name replaced where it stands as a word of its own.
std::string without_names(std::string text, const Names& names) {
  // From the last name on: of two names that begin alike the longer one comes first.
  for (auto entry = names.rbegin(); entry != names.rend(); ++entry) {
    const auto& [name, other] = *entry;
    if (name.size() < shortest_in_text) continue;
    for (auto at = text.find(name); at != text.npos; at = text.find(name, at + 1))
      if (!is_letter(text, at - 1) && !is_letter(text, at + name.size()))
        text.replace(at, name.size(), other);
  }
  return text;
}

void replace_names(Json& json, const Names& names, const std::string& member) {
  if (json.is_object()) {
    for (auto& [name, item] : json.items()) replace_names(item, names, name);
  } else if (json.is_array()) {
    for (Json& item : json) replace_names(item, names, member);
  } else if (json.is_string()) {
    const auto text = json.get<std::string>();
    const auto whole = names.find(text);
    const bool holds_name = member == "phase" || member == "name" || member == "where";
    json = whole != names.end() && holds_name ? whole->second : without_names(text, names);
  }
}

std::string document(const Json& json) {
  return dump(json, 1) + "\n";
}

/// Nothing in it ends or opens an element: in JSON "<" stands in texts only, where it may be written so.
std::string inside_script(const std::string& json) {
  std::string text;
  for (const char c : json) text += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return text;
}

constexpr const char* readme =
    "Results of Attune for one infant, laid out as BIDS derivatives. SUB is sub- and the infant's code, of "
    "which BIDS\n"
    "allows letters and digits alone; sub-01 where none was entered.\n"
    "\n"
    "SUB/SUB_sessions.tsv            the visits: age and days since the first\n"
    "SUB/ses-*/SUB_ses-*_metrics.tsv every number of one visit, one line each\n"
    "SUB/ses-*/SUB_ses-*_beats.tsv   its beats, one line an NN interval\n"
    "SUB/SUB_comparison.tsv          what visits are compared by, changes and places among comparison "
    "infants\n"
    "SUB/SUB_specifications.tsv      the changes of brain and heart under every combination of choices, "
    "where it\n"
    "                                was formed\n"
    "SUB/SUB_report.json             the report itself, with all settings\n"
    "wide.csv                        the infant as one line; lines of many infants may be put under one "
    "another\n"
    "dictionary.csv                  what the columns of wide.csv hold\n"
    "methods.txt                     what was done, as a paragraph for a paper\n"
    "checklist.md                    what a paper should report: answered, and left to fill in\n"
    "\n"
    "The .json beside each table describes its columns, measures and units. Names of files, persons and "
    "dates are\n"
    "not in it.\n"
    "\n"
    "Attune is a research and education tool. It does not diagnose.\n";

Json dataset_description(const report::Report& report) {
  Json json = Json::object();
  json["Name"] = "Attune: baseline and later visits of one infant";
  json["BIDSVersion"] = "1.9.0";
  json["DatasetType"] = "derivative";
  json["GeneratedBy"] = Json::array();
  json["GeneratedBy"].push_back({{"Name", "Attune"}, {"Version", report.provenance.version}});
  return json;
}

struct SessionRow {
  std::string participant, session_id, label;
  std::optional<double> age_months, corrected_age_months;
  std::optional<int> days_from_first;

  static constexpr const char* type_name = "SessionRow";
  static constexpr auto fields() {
    return std::array{
        field<&SessionRow::participant>("participant", "Code of the infant, as entered; none: none was."),
        field<&SessionRow::session_id>("session_id", "Folder of the visit."),
        field<&SessionRow::label>("label", "Name of the visit in the tables."),
        field<&SessionRow::age_months>("age_months", "Age of the infant in months, as entered."),
        field<&SessionRow::corrected_age_months>(
            "corrected_age_months", "The same corrected for weeks born early; none: it is not corrected."),
        field<&SessionRow::days_from_first>("days_from_first", "Days since the first visit.")};
  }
};

std::string session_id(std::size_t index) {
  return (index < 9 ? "ses-0" : "ses-") + std::to_string(index + 1);
}

std::string participants_text(const report::Report& report) {
  const bool coded = !report.participant.empty();
  return "participant_id\tparticipant\n" + report::bids_subject(report.participant) + "\t" +
         (coded ? table_cell(report.participant, Separator::tab) : "n/a") + "\n";
}

std::vector<ExportFile> folder(const report::Report& report) {
  const std::string subject = report::bids_subject(report.participant), here = subject + "/" + subject;
  const TidyTable table = tidy(report);
  const std::string sidecar = document(tidy_sidecar(table, report));
  std::vector<ExportFile> files{{"dataset_description.json", document(dataset_description(report))},
                                {"README", readme},
                                {"methods.txt", methods_text(report)},
                                {"checklist.md", checklist_text(report)},
                                {"participants.tsv", participants_text(report)},
                                {"wide.csv", wide_text(report)},
                                {"dictionary.csv", table_text(wide_dictionary(report), Separator::comma)},
                                {here + "_report.json", document(to_json(report))}};
  const std::vector<BeatRow> beats = beat_rows(report);
  std::vector<SessionRow> sessions;
  const auto add = [&](const std::string& name, const std::vector<TidyRow>& rows) {
    files.push_back({name + ".tsv", table_text(rows, Separator::tab)});
    files.push_back({name + ".json", sidecar});
  };
  const auto compares = [](const TidyRow& row) { return row.part.starts_with("measures."); };
  std::vector<TidyRow> comparison;
  std::copy_if(table.rows.begin(), table.rows.end(), std::back_inserter(comparison), compares);
  for (std::size_t i = 0; i < report.visits.size(); ++i) {
    const visit::Visit& visit = report.visits[i];
    const std::string id = session_id(i);
    const std::string place = subject + "/" + id + "/" + subject + "_" + id;
    sessions.push_back({report.participant, id, visit.label, visit.age_months, visit.corrected_age_months,
                        visit.days_from_first});
    std::vector<TidyRow> rows;
    for (const TidyRow& row : table.rows)
      if (row.visit == visit.label && !compares(row)) rows.push_back(row);
    add(place + "_metrics", rows);
    std::vector<BeatRow> of_visit;
    for (const BeatRow& row : beats)
      if (row.visit == visit.label) of_visit.push_back(row);
    if (of_visit.empty()) continue;
    files.push_back({place + "_beats.tsv", table_text(of_visit, Separator::tab)});
    files.push_back({place + "_beats.json", document(table_columns<BeatRow>())});
  }
  add(here + "_comparison", comparison);
  if (const auto rows = specification_rows(report); !rows.empty()) {
    files.push_back({here + "_specifications.tsv", table_text(rows, Separator::tab)});
    files.push_back({here + "_specifications.json", document(table_columns<SpecificationRow>())});
  }
  files.push_back({here + "_sessions.tsv", table_text(sessions, Separator::tab)});
  files.push_back({here + "_sessions.json", document(table_columns<SessionRow>())});
  return files;
}

/// The text of a kind that is one file, and the file's name before the infant's code stands in front.
ExportFile file_of(const report::Report& report, ExportKind kind) {
  switch (kind) {
    case ExportKind::json:
      return {"attune-report.json", document(to_json(report))};
    case ExportKind::data:
      return {"attune-report.json", inside_script(dump(to_json(report)))};
    case ExportKind::tsv:
      return {"attune-numbers.tsv", table_text(tidy(report).rows, Separator::tab)};
    case ExportKind::csv:
      return {"attune-numbers.csv", table_text(tidy(report).rows, Separator::comma)};
    case ExportKind::sidecar:
      return {"attune-numbers.json", document(tidy_sidecar(tidy(report), report))};
    case ExportKind::methods:
      return {"attune-methods.txt", methods_text(report)};
    case ExportKind::checklist:
      return {"attune-checklist.md", checklist_text(report)};
    case ExportKind::curve:
      return {"attune-curve.csv", table_text(specification_rows(report), Separator::comma)};
    case ExportKind::beats:
      return {"attune-beats.tsv", table_text(beat_rows(report), Separator::tab)};
    case ExportKind::wide:
      return {"attune-wide.csv", wide_text(report)};
    case ExportKind::dictionary:
      return {"attune-dictionary.csv", table_text(wide_dictionary(report), Separator::comma)};
    case ExportKind::bids:
      break;
  }
  return {};
}

std::vector<ExportFile> files_of(const report::Report& report, ExportKind kind) {
  if (kind == ExportKind::bids) return folder(report);
  ExportFile file = file_of(report, kind);
  file.path = report::file_name_for(report.participant, file.path);
  return {std::move(file)};
}

/// The report with the names replaced wherever they stand.
report::Report renamed(const report::Report& report, const Names& names) {
  Json json = to_json(report);
  for (const char* member :
       {"statements", "pattern", "cautions", "visits", "diagnostics", "specification_curves"})
    replace_names(json[member], names, member);
  report::Report replaced;
  return from_json(json, replaced) ? replaced : report::Report{};
}

}  // namespace

report::Report without_phase_names(const report::Report& report) {
  const Names names = replacements(report);
  return names.empty() ? report : renamed(report, names);
}

Export exported(const report::Report& report, const ExportOptions& options) {
  const Names names = replacements(report);
  const bool as_it_is = options.keep_phase_names || names.empty();
  return {files_of(as_it_is ? report : renamed(report, names), options.kind), !names.empty()};
}

}  // namespace attune::exports
