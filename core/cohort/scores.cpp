#include "behavior/scores.hpp"

#include <algorithm>

#include "base/words.hpp"
#include "cohort/draft.hpp"
#include "group/table.hpp"

namespace attune::cohort {
namespace {

bool is_key(std::string_view column) {
  constexpr std::array<std::string_view, 11> keys{
      "participant_id", "participant", "session_id", "visit", "group", "file",
      "pair",           "sex",         "age_months", "age",   ""};
  return std::find(keys.begin(), keys.end(), column) != keys.end();
}

/// Whether a column holds numbers and nothing else but missing values, at least one.
bool is_numbers(const CsvTable& table, std::size_t column) {
  bool any = false;
  for (const CsvRow& row : table.rows) {
    if (group::means_missing(row.cells[column])) continue;
    if (!table.number(row, column)) return false;
    any = true;
  }
  return any;
}

const behavior::Scale* scale_named(std::string_view name) {
  const auto& scales = behavior::known_scales();
  const auto found = std::find_if(scales.begin(), scales.end(),
                                  [&](const behavior::Scale& scale) { return scale.id == name; });
  return found == scales.end() ? nullptr : &*found;
}

Score read_score(Draft& draft, const std::string& path, const CsvTable& table, const CsvRow& row,
                 std::size_t column) {
  const auto found = table.number(row, column);
  if (!found) return {std::nullopt, "no score"};
  const std::optional<double> value = *found;
  const behavior::Scale* scale = scale_named(table.header.cells[column]);
  if (!scale || (*value >= scale->lowest && *value <= scale->highest)) return {value, ""};
  draft.lost("W_COHORT_SCORE",
             "The score " + row.text(column) + " is not between " + number(scale->lowest, 0) + " and " +
                 number(scale->highest, 0) + ", the scale's range; it was left out.",
             path + ", " + table.where(row, column));
  return {std::nullopt, "score out of range"};
}

/// ORC where its parts are there and it is not.
void complete(std::map<std::string, Score>& scores) {
  behavior::Scores known;
  auto& visit = known.visits.emplace_back();
  for (const auto& [name, score] : scores)
    if (score.value && scale_named(name)) visit.scores[name] = score.value;
  const auto completed = behavior::complete_scores(std::move(known));
  if (!completed) return;
  for (const auto& [name, value] : completed->visits.front().scores)
    if (value && !scores[name].value) scores[name] = {value, ""};
}

}  // namespace

void read_scores(Draft& draft, const std::string& path, const CsvTable& table,
                 const std::vector<RowKey>& keys) {
  std::vector<std::size_t> columns;
  for (std::size_t i = 0; i < table.header.cells.size(); ++i) {
    if (is_key(table.header.cells[i])) continue;
    if (is_numbers(table, i))
      columns.push_back(i);
    else
      draft.diagnostics.push_back(
          {"N_COHORT_COLUMN", Severity::note,
           "Column \"" + table.header.text(i) + "\" holds other than numbers and is not used.", path, ""});
  }
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (keys[r].participant.empty() || keys[r].visit.empty()) continue;
    auto& scores = draft.visit(keys[r].participant, keys[r].visit).scores;
    for (const std::size_t column : columns) {
      const std::string name = table.header.text(column);
      Score score = read_score(draft, path, table, table.rows[r], column);
      const auto before = scores.find(name);
      if (before != scores.end() && before->second.value && score.value) {
        draft.lost("W_COHORT_SCORE", "This score was already given; the first is used.",
                   path + ", " + table.where(table.rows[r], column));
        continue;
      }
      if (before == scores.end() || score.value) scores[name] = std::move(score);
    }
    complete(scores);
  }
}

void read_phenotype(Draft& draft, const Folder& folder, const std::string& path,
                    RowKey (*key_of)(const RowKey& as_written)) {
  const auto table = parse_table(folder, path);
  if (!table) {
    draft.lost(table.error().code.c_str(), table.error().message.english() + " Its scores are not used.",
               table.error().where.english());
    return;
  }
  const auto either = [&](const char* bids, const char* plain) { return table->find(bids) ? bids : plain; };
  const char* who = either("participant_id", "participant");
  const char* when = either("session_id", "visit");
  if (!table->find(who) || !table->find(when)) {
    draft.lost("E_CSV_COLUMN",
               "The table needs the columns participant_id and session_id (or participant and visit). Its "
               "scores are not used.",
               path);
    return;
  }
  std::vector<RowKey> keys;
  for (const CsvRow& row : table->rows) {
    RowKey key = key_of({cell_of(*table, row, who), cell_of(*table, row, when)});
    if (!draft.infants.contains(key.participant)) {
      draft.warn("W_COHORT_UNKNOWN",
                 "\"" + key.participant + "\" has scores but is no infant of this cohort; they are not used.",
                 path + ", line " + std::to_string(row.line));
      key.participant.clear();
    }
    keys.push_back(std::move(key));
  }
  read_scores(draft, path, *table, keys);
}

}  // namespace attune::cohort
