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

/// Takes the lines of the table into the draft, each beside what earlier ones said of its infant and its visit.
class LineReader {
 public:
  LineReader(Draft& draft, const Folder& folder, const std::string& path, const CsvTable& table)
      : draft_(draft),
        path_(path),
        table_(table),
        ages_(table, draft.missing_codes),
        sexes_(table),
        early_(table) {
    for (const std::string& name : folder.paths) files_.try_emplace(edf::decode_text(name).text, name);
  }

  Status take(const CsvRow& row) {
    const std::string participant = cell(row, tables::Column::participant),
                      visit = cell(row, tables::Column::visit);
    if (summaries_.takes_out(row.line, participant, visit)) {
      keys_.push_back({});  // its scores are no one's either
      return success();
    }
    const RowKey key{participant.empty() ? participant : participants_.of(participant),
                     visit.empty() ? visit : visits_.of(visit)};
    keys_.push_back(key);
    if (key.participant.empty() || key.visit.empty())
      return in_row("E_CSV_EMPTY", words::say<"cohort.key_empty">(), row);
    if (const Status status = take_infant(row, key); !status) return status;
    return take_visit(row, key);
  }

  /// Whose each line is.
  const std::vector<RowKey>& keys() const { return keys_; }

  void say() const {
    ages_.say(draft_.diagnostics, path_);
    sexes_.say(draft_.diagnostics, path_);
    early_.say(draft_.diagnostics, path_);
    participants_.say(draft_.diagnostics, path_);
    visits_.say(draft_.diagnostics, path_);
    summaries_.say(draft_.diagnostics, path_);
  }

 private:
  std::string cell(const CsvRow& row, tables::Column column) const { return cell_of(table_, row, column); }

  Error in_row(const char* code, words::Text message, const CsvRow& row) const {
    return {code, std::move(message), line_of(path_, row.line)};
  }

  /// Lines that cannot both be true.
  Error contrary(words::Text message, const CsvRow& row) const {
    return in_row("E_COHORT_TWICE", std::move(message), row);
  }

  /// What the lines say of an infant must agree: the first that says something counts.
  Status agree(std::string& known, const std::string& here, const char* what, const CsvRow& row) const {
    if (known.empty()) known = here;
    if (here.empty() || here == known) return success();
    return contrary(
        words::say<"cohort.disagree">(
            {{"what", words::as_is(what)}, {"before", words::as_is(known)}, {"here", words::as_is(here)}}),
        row);
  }

  Status take_infant(const CsvRow& row, const RowKey& key) {
    Infant& infant = draft_.infant(key.participant);
    Status status = agree(infant.group, cell(row, tables::Column::group), "group", row);
    if (status) status = agree(infant.pair, cell(row, tables::Column::pair), "pair", row);
    if (status) status = agree(infant.sex, sexes_.of(row), "sex", row);
    if (status && !draft_.take_weeks_early(key.participant, early_.of(row)))
      status =
          contrary(words::say<"imports.two_births">({{"participant", words::as_is(key.participant)}}), row);
    return status;
  }

  Status take_visit(const CsvRow& row, const RowKey& key) {
    const bool again = draft_.visits[key.participant].contains(key.visit);
    DraftVisit& visit = draft_.visit(key.participant, key.visit);
    const std::string written = cell(row, tables::Column::file);
    const auto found = file_named(files_, written);
    if (again && !is_part(visit, written, found))
      return contrary(words::say<"cohort.visit_twice">({{"visit", words::as_is(key.visit)},
                                                        {"participant", words::as_is(key.participant)}}),
                      row);
    Status status = take_age(row, key, visit);
    if (status) status = take_mother(row, key, visit);
    if (status) take_file(row, written, found, visit);
    return status;
  }

  Status take_age(const CsvRow& row, const RowKey& key, DraftVisit& visit) const {
    const auto months = ages_.months(row);
    if (visit.age_months && months && *visit.age_months != *months)
      return contrary(words::say<"cohort.ages_disagree">({{"visit", words::as_is(key.visit)},
                                                          {"participant", words::as_is(key.participant)},
                                                          {"before", words::at_most(*visit.age_months, 2)},
                                                          {"here", words::at_most(*months, 2)}}),
                      row);
    if (!visit.age_months) visit.age_months = months;
    return success();
  }

  Status take_mother(const CsvRow& row, const RowKey& key, DraftVisit& visit) {
    const std::string written = cell(row, tables::Column::mother_file);
    if (written.empty()) return success();
    const auto found = file_named(files_, written);
    if (!found) {
      say_missing(row, written);
      return success();
    }
    if (!visit.mother.empty() && visit.mother != *found)
      return contrary(words::say<"cohort.two_mothers">({{"visit", words::as_is(key.visit)},
                                                        {"participant", words::as_is(key.participant)}}),
                      row);
    visit.mother = *found;
    return success();
  }

  void take_file(const CsvRow& row, const std::string& written, const std::optional<std::string>& found,
                 DraftVisit& visit) {
    if (written.empty()) return;
    if (!found) {
      visit.missing = words::say<"cohort.file_not_there">();
      say_missing(row, written);
    } else if (visit.file.empty()) {
      visit.file = *found;
    } else {
      visit.parts.push_back(*found);
    }
  }

  void say_missing(const CsvRow& row, const std::string& written) {
    draft_.lost("W_COHORT_FILE",
                words::say<"cohort.file_missing">({{"file", words::as_is(normal_path(written))}}),
                line_of(path_, row.line));
  }

  Draft& draft_;
  const std::string& path_;
  const CsvTable& table_;
  FilesByName files_;
  tables::Ages ages_;
  tables::Sexes sexes_;
  tables::WeeksEarly early_;
  tables::SameNames participants_{tables::NamesOf::participants}, visits_;
  tables::SummaryLines summaries_;
  std::vector<RowKey> keys_;
};

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
  if (const Status one =
          tables::check_one_infant(*table, tables::find_column(*table, tables::Column::participant));
      !one)
    return Error{one.error().code, one.error().message, place_in(path, one.error().where)};
  Draft draft;
  draft.missing_codes = settings.group.missing_codes;
  LineReader lines(draft, folder, path, *table);
  for (const CsvRow& row : table->rows)
    if (const Status status = lines.take(row); !status) return status.error();
  lines.say();
  draft.warn_of_marks(*table, path);
  read_scores(draft, path, *table, lines.keys(), {});
  say_unlisted(draft, folder, path);
  keep_whole_visits(draft);
  say_parts(draft);
  for (const auto& [name, text] : folder.tables)
    if (is_phenotype(name)) read_phenotype(draft, folder, name, key_as_written);
  return draft;
}

}  // namespace attune::cohort
