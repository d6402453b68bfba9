#include "cohort/draft.hpp"

#include "base/words.hpp"
#include "behavior/score_names.hpp"
#include "tables/marked_lines.hpp"
#include "tables/missing.hpp"
#include "words/ids/cohort.hpp"
#include "words/ids/imports.hpp"

namespace attune::cohort {
Infant& Draft::infant(const std::string& participant) {
  Infant& found = infants[participant];
  found.participant = participant;
  return found;
}

DraftVisit& Draft::visit(const std::string& participant, const std::string& name) {
  infant(participant);
  return visits[participant][name];
}

bool Draft::take_weeks_early(const std::string& participant, const std::optional<double>& weeks) {
  return !weeks || weeks_early.try_emplace(participant, *weeks).first->second == *weeks;
}

void Draft::lost(const char* code, words::Text message, words::Text where) {
  diagnostics.push_back({code, Severity::error, std::move(message), std::move(where), ""});
}

void Draft::warn(const char* code, words::Text message, words::Text where) {
  diagnostics.push_back({code, Severity::warning, std::move(message), std::move(where), ""});
}

Result<CsvTable> parse_table(const Folder& folder, const std::string& path) {
  const auto text = folder.tables.find(path);
  if (text == folder.tables.end()) return Error{"E_FILE", words::say<"cohort.table_not_read">(), path};
  auto table = parse_csv(text->second);
  if (table) return table;
  Error error = table.error();
  error.where = error.where.empty() ? words::Text(path) : place_in(path, error.where);
  return error;
}

words::Text line_of(const std::string& table, int line) {
  return place_in(table, place_of_line(line));
}

void Draft::warn_of_columns(const CsvTable& table, const std::string& path) {
  words::Value::List columns;
  for (const std::string_view name : table.header.cells) {
    const auto [seen, is_new] = near_scales.try_emplace(std::string(name), false);
    if (is_new) seen->second = !behavior::scale_meant(seen->first, behavior::known_scales()).near.empty();
    if (seen->second) columns.emplace_back(words::as_is(name));
  }
  if (!columns.empty())
    warn("W_COHORT_SCORES_ELSEWHERE",
         words::say<"imports.scores_elsewhere">({{"columns", std::move(columns)}}), path);
}

void say_parts(Draft& draft) {
  std::size_t visits = 0, files = 0;
  for (const auto& infant : draft.visits)
    for (const auto& visit : infant.second) {
      visits += visit.second.parts.empty() ? 0 : 1;
      files += visit.second.parts.empty() ? 0 : 1 + visit.second.parts.size();
    }
  if (visits > 0)
    draft.diagnostics.push_back({"N_COHORT_PARTS", Severity::note,
                                 words::say<"cohort.parts">({{"visits", visits}, {"files", files}}), "", ""});
}

void Draft::warn_of_marks(const CsvTable& table, const std::string& path) {
  if (auto note = tables::marked_lines(table))
    warn(note->code.c_str(), note->message, place_in(path, note->where));
}

std::string cell_of(const CsvTable& table, const CsvRow& row, tables::Column column) {
  const auto place = tables::find_column(table, column);
  return !place || tables::says_missing(row.cells[*place]) ? "" : row.text(*place);
}

bool is_phenotype(const std::string& path) {
  const std::string name = lower(path);
  return name.starts_with("phenotype/") && (name.ends_with(".tsv") || name.ends_with(".csv"));
}

std::string file_name(const std::string& path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

bool is_recording(const std::string& path) {
  std::string name = lower(path);
  if (name.ends_with(".gz")) name.resize(name.size() - 3);
  return name.ends_with(".edf") || name.ends_with(".bdf");
}

}  // namespace attune::cohort
