// The layout of a table: participant, visit, group, file, one line a recording.
#include <algorithm>
#include <set>

#include "cohort/draft.hpp"
#include "edf/text.hpp"
#include "tables/ages.hpp"
#include "tables/gestation.hpp"
#include "tables/one_infant.hpp"
#include "tables/same_names.hpp"
#include "tables/sex.hpp"
#include "tables/summary_line.hpp"
#include "words/ids/cohort.hpp"
#include "words/ids/imports.hpp"

namespace attune::cohort {
namespace {

/// "./a\\b.edf" → "a/b.edf".
std::string normal_path(std::string path) {
  std::replace(path.begin(), path.end(), '\\', '/');
  while (path.starts_with("./")) path.erase(0, 2);
  return path;
}

RowKey key_as_written(const RowKey& key) {
  return key;
}

Error in_row(const char* code, words::Text message, const std::string& path, const CsvRow& row) {
  return {code, std::move(message), line_of(path, row.line)};
}

/// What the rows say of an infant must agree: the first that says something counts.
Status agree(std::string& known, const std::string& here, const char* what, const std::string& path,
             const CsvRow& row) {
  if (known.empty()) known = here;
  if (here.empty() || here == known) return success();
  return in_row(
      "E_COHORT_TWICE",
      words::say<"cohort.disagree">(
          {{"what", words::as_is(what)}, {"before", words::as_is(known)}, {"here", words::as_is(here)}}),
      path, row);
}

/// The folder's files as the disk names them, by their names as text.
using FilesByName = std::map<std::string, std::string>;

/// The file as the disk names it; none: it is not there.
std::optional<std::string> file_named(const FilesByName& files, const std::string& written) {
  for (const std::string& name : {written, normal_path(written)})
    if (const auto found = files.find(name); found != files.end()) return found->second;
  return std::nullopt;
}

/// Whether a further line of a visit names a further file of it.
bool is_part(const DraftVisit& visit, const std::string& written, const std::optional<std::string>& found) {
  const bool has_files = !visit.file.empty() || !visit.missing.empty();
  const bool is_known = found && (visit.file == *found || std::find(visit.parts.begin(), visit.parts.end(),
                                                                    *found) != visit.parts.end());
  return has_files && !written.empty() && !is_known;
}

Status read_row(Draft& draft, const FilesByName& files, const std::string& path, const CsvTable& table,
                const CsvRow& row, const RowKey& key, const std::string& sex,
                const std::optional<double>& weeks_early, const std::optional<double>& age_months) {
  if (key.participant.empty() || key.visit.empty())
    return in_row("E_CSV_EMPTY", words::say<"cohort.key_empty">(), path, row);
  Infant& infant = draft.infant(key.participant);
  const std::string group = cell_of(table, row, tables::Column::group),
                    pair = cell_of(table, row, tables::Column::pair);
  if (const Status status = agree(infant.group, group, "group", path, row); !status) return status;
  if (const Status status = agree(infant.pair, pair, "pair", path, row); !status) return status;
  if (const Status status = agree(infant.sex, sex, "sex", path, row); !status) return status;
  if (!draft.take_weeks_early(key.participant, weeks_early))
    return in_row("E_COHORT_TWICE",
                  words::say<"imports.two_births">({{"participant", words::as_is(key.participant)}}), path,
                  row);
  const bool again = draft.visits[key.participant].contains(key.visit);
  DraftVisit& visit = draft.visit(key.participant, key.visit);
  const std::string written = cell_of(table, row, tables::Column::file);
  const auto found = file_named(files, written);
  if (again && !is_part(visit, written, found))
    return in_row("E_COHORT_TWICE",
                  words::say<"cohort.visit_twice">(
                      {{"visit", words::as_is(key.visit)}, {"participant", words::as_is(key.participant)}}),
                  path, row);
  if (visit.age_months && age_months && *visit.age_months != *age_months)
    return in_row("E_COHORT_TWICE",
                  words::say<"cohort.ages_disagree">({{"visit", words::as_is(key.visit)},
                                                      {"participant", words::as_is(key.participant)},
                                                      {"before", words::at_most(*visit.age_months, 2)},
                                                      {"here", words::at_most(*age_months, 2)}}),
                  path, row);
  if (!visit.age_months) visit.age_months = age_months;
  const auto not_there = [&](const std::string& name) {
    draft.lost("W_COHORT_FILE",
               words::say<"cohort.file_missing">({{"file", words::as_is(normal_path(name))}}),
               line_of(path, row.line));
  };
  if (const std::string mother = cell_of(table, row, tables::Column::mother_file); !mother.empty()) {
    const auto hers = file_named(files, mother);
    if (!hers) not_there(mother);
    if (hers && !visit.mother.empty() && visit.mother != *hers)
      return in_row("E_COHORT_TWICE",
                    words::say<"cohort.two_mothers">(
                        {{"visit", words::as_is(key.visit)}, {"participant", words::as_is(key.participant)}}),
                    path, row);
    if (hers) visit.mother = *hers;
  }
  if (written.empty()) return success();
  if (!found) {
    visit.missing = words::say<"cohort.file_not_there">();
    not_there(written);
  } else if (visit.file.empty()) {
    visit.file = *found;
  } else {
    visit.parts.push_back(*found);
  }
  return success();
}

/// Of a visit in several files none is measured where one is not there: what it holds would be missing without a word.
void keep_whole_visits(Draft& draft) {
  for (auto& infant : draft.visits)
    for (auto& [name, visit] : infant.second) {
      if (visit.missing.empty()) continue;
      visit.file.clear();
      visit.parts.clear();
    }
}

/// Recordings of the folder that no line names.
void say_unlisted(Draft& draft, const Folder& folder, const std::string& path) {
  std::set<std::string> listed;
  for (const auto& infant : draft.visits)
    for (const auto& visit : infant.second) {
      listed.insert({visit.second.file, visit.second.mother});
      listed.insert(visit.second.parts.begin(), visit.second.parts.end());
    }
  std::size_t count = 0;
  std::string first;
  for (const std::string& name : folder.paths)
    if (is_recording(name) && !listed.contains(name) && count++ == 0) first = name;
  if (count > 0)
    draft.warn("W_COHORT_UNLISTED",
               words::say<"imports.unlisted">(
                   {{"count", count}, {"first", words::as_is(edf::decode_text(first).text)}}),
               path);
}

}  // namespace

Result<Draft> draft_from_table(const Folder& folder, const std::string& path, const Settings& settings) {
  const auto table = parse_table(folder, path);
  if (!table) return table.error();
  FilesByName files;
  for (const std::string& name : folder.paths) files.try_emplace(edf::decode_text(name).text, name);
  if (const Status one =
          tables::check_one_infant(*table, tables::find_column(*table, tables::Column::participant));
      !one)
    return Error{one.error().code, one.error().message, place_in(path, one.error().where)};
  Draft draft;
  draft.missing_codes = settings.group.missing_codes;
  std::vector<RowKey> keys;
  const tables::Ages ages(*table, draft.missing_codes);
  tables::Sexes sexes(*table);
  tables::WeeksEarly early(*table);
  tables::SameNames participants(tables::NamesOf::participants), visits;
  tables::SummaryLines summaries;
  for (const CsvRow& row : table->rows) {
    const std::string participant = cell_of(*table, row, tables::Column::participant),
                      visit = cell_of(*table, row, tables::Column::visit);
    if (summaries.takes_out(row.line, participant, visit)) {
      keys.push_back({});  // its scores are no one's either
      continue;
    }
    keys.push_back({participant.empty() ? participant : participants.of(participant),
                    visit.empty() ? visit : visits.of(visit)});
    const Status status = read_row(draft, files, path, *table, row, keys.back(), sexes.of(row), early.of(row),
                                   ages.months(row));
    if (!status) return status.error();
  }
  ages.say(draft.diagnostics, path);
  sexes.say(draft.diagnostics, path);
  early.say(draft.diagnostics, path);
  participants.say(draft.diagnostics, path);
  visits.say(draft.diagnostics, path);
  summaries.say(draft.diagnostics, path);
  read_scores(draft, path, *table, keys);
  say_unlisted(draft, folder, path);
  keep_whole_visits(draft);
  say_parts(draft);
  for (const auto& [name, text] : folder.tables)
    if (is_phenotype(name)) read_phenotype(draft, folder, name, key_as_written);
  return draft;
}

}  // namespace attune::cohort
