#include "behavior/scores.hpp"

#include <algorithm>

#include "base/json_tree.hpp"
#include "base/name_list.hpp"
#include "base/words.hpp"
#include "behavior/raters.hpp"
#include "behavior/score_names.hpp"
#include "cohort/draft.hpp"
#include "tables/columns.hpp"
#include "tables/missing.hpp"
#include "tables/summary_line.hpp"
#include "tables/value_doubts.hpp"
#include "words/ids/cohort.hpp"
#include "words/ids/group.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/tables.hpp"
#include "words/sentence.hpp"

namespace attune::cohort {
namespace {

bool is_missing(const Draft& draft, std::string_view cell) {
  return tables::says_no_number(cell) || tables::among_codes(cell, draft.missing_codes);
}

/// Whether a column holds numbers and nothing else but missing values, at least one.
bool is_numbers(const Draft& draft, const CsvTable& table, std::size_t column) {
  bool any = false;
  for (const CsvRow& row : table.rows) {
    if (is_missing(draft, row.cells[column])) continue;
    if (!table.number(row, column)) return false;
    any = true;
  }
  return any;
}

/// Who answered each line, where a column says so, else where the name of the file does (epds_father.tsv).
class Raters {
 public:
  Raters(const CsvTable& table, const std::string& path) : column_(behavior::rater_column(table)) {
    if (behavior::rater_in(path) == "partner") of_file_ = "partner";
    for (const CsvRow& row : table.rows) names_.place_of(of(row));
  }

  std::string of(const CsvRow& row) const {
    return column_ ? behavior::rater_key(row.cells[*column_]) : of_file_;
  }
  const std::vector<std::string>& names() const { return names_.names(); }
  bool is_column(std::size_t place) const { return column_ == place; }

 private:
  std::optional<std::size_t> column_;
  std::string of_file_;
  NameList names_;
};

/// A column of scores: the measure it is, and which of its numbers mean missing.
struct ScoreColumn {
  std::size_t column = 0;
  std::string name;  ///< of the scale, if it is a known one, else the column's
  const behavior::Scale* scale = nullptr;
  tables::MissingCodes codes;
  std::string rater = {};  ///< whose lines alone it is of, where a column names raters
};

const behavior::Scale* scale_named(std::string_view name) {
  return behavior::scale_named(behavior::known_scales(), name);
}

/// Whether a column is a known scale's by its name: then a cell that is no number is an error.
bool names_scale(const std::string& name) {
  return !behavior::scale_meant(name, behavior::known_scales()).scale.empty();
}

/// Whether a column names one, be it another's or an item's.
bool near_scale(const std::string& name) {
  return !behavior::scale_meant(name, behavior::known_scales()).near.empty();
}

/// Says which codes for missing stand in a column, and how often.
void say_codes(Draft& draft, const std::string& path, const ScoreColumn& column,
               const std::vector<double>& numbers) {
  const auto say = [&](const std::vector<double>& codes, bool missing) {
    for (const double code : codes) {
      const auto count = static_cast<std::size_t>(std::count(numbers.begin(), numbers.end(), code));
      draft.diagnostics.push_back(tables::code_note(code, count, column.name, missing, path));
    }
  };
  say(column.codes.missing, true);
  say(column.codes.doubtful, false);
}

/// Whether a column names a scale and a visit (epds_t1), where the lines name visits too: it is not taken, and said.
bool is_of_one_visit(Draft& draft, const std::string& path, const std::string& name) {
  const behavior::NamedScale named = behavior::scale_meant(name, behavior::known_scales());
  if (named.scale.empty() || named.visit.empty()) return false;
  draft.warn("W_COHORT_COLUMN_VISIT",
             words::say<"imports.columns_by_visit">({{"column", words::as_is(name)}}), path);
  return true;
}

/// What a column of numbers is, by its name and its numbers.
ScoreColumn score_column(Draft& draft, const std::string& path, const CsvTable& table, std::size_t place,
                         const ScoreKinds& kinds, const Raters& raters, const std::string& rater) {
  const std::string written_name = table.header.text(place);
  const auto kind = kinds.find(written_name);
  ScoreColumn column{
      place,
      behavior::with_rater(
          kind == kinds.end() ? written_name : behavior::with_part(written_name, kind->second), rater)};
  column.rater = rater;
  const behavior::NamedScale named = behavior::scale_meant(column.name, behavior::known_scales());
  const words::AsIs written = words::as_is(column.name);
  if (named.visit.empty()) column.scale = scale_named(named.scale);
  if (column.scale) column.name = column.scale->id;
  if (column.scale && named.rater_assumed)
    draft.warn("W_COHORT_RATER", words::say<"tables.rater_assumed">({{"column", written}}), path);
  if (column.scale && named.form_assumed)
    draft.warn("W_COHORT_FORM",
               words::say<"imports.form_assumed">({{"columns", words::Value::List{written}}, {"count", 1}}),
               path);
  if (named.why == behavior::NotMeant::other_rater)
    draft.warn("W_COHORT_OTHER_RATER", words::say<"tables.cohort_other_rater">({{"column", written}}), path);
  else if (named.why != behavior::NotMeant::meant)
    draft.warn("W_COHORT_OWN_NAME", words::say<"imports.own_name">({{"column", written}}), path);
  std::vector<double> numbers;
  for (const CsvRow& row : table.rows)
    if (const auto number = table.number(row, place);
        number && raters.of(row) == rater && !is_missing(draft, row.cells[place]))
      numbers.push_back(*number);
  column.codes = tables::missing_codes(numbers, behavior::range_of(column.scale));
  say_codes(draft, path, column, numbers);
  std::erase_if(numbers, [&](double value) { return column.codes.holds(value); });
  if (auto note = column.scale ? behavior::fraction_note(numbers, *column.scale, "W_COHORT_FRACTION", path)
                               : tables::value_doubt(numbers, column.name, path))
    draft.diagnostics.push_back(std::move(*note));
  return column;
}

Score read_score(Draft& draft, const std::string& path, const CsvTable& table, const CsvRow& row,
                 const ScoreColumn& column) {
  if (is_missing(draft, row.cells[column.column])) return {std::nullopt, "no score"};
  const auto found = table.number(row, column.column);
  if (!found) {
    draft.lost("W_COHORT_SCORE", words::then(found.error().message, words::say<"imports.was_left_out">()),
               place_in(path, table.where(row, column.column)));
    return {std::nullopt, words::say<"imports.no_number">()};
  }
  const double value = *found;
  if (column.codes.holds(value))
    return {std::nullopt, words::say<"group.code_missing">({{"code", words::as_is(decimal_text(value, 0))}})};
  const behavior::Scale* scale = column.scale;
  if (!scale || (value >= scale->lowest && value <= scale->highest)) return {value, ""};
  draft.lost("W_COHORT_SCORE",
             words::say<"cohort.score_left_out">({{"score", words::as_is(row.text(column.column))},
                                                  {"lowest", words::number(scale->lowest, 0)},
                                                  {"highest", words::number(scale->highest, 0)}}),
             place_in(path, table.where(row, column.column)));
  return {std::nullopt, words::say<"cohort.score_out">()};
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

ScoreKinds kinds_of_scores(const Folder& folder, const std::string& json) {
  ScoreKinds kinds;
  const auto text = folder.tables.find(json);
  const auto parsed = text == folder.tables.end() ? Result<Json>(Json()) : parse_json_tree(text->second);
  if (!parsed || !parsed->is_object()) return kinds;
  for (const auto& [column, told] : parsed->items()) {
    if (!told.is_object()) continue;
    std::string unit, description;
    for (const auto& [member, value] : told.items()) {
      if (!value.is_string()) continue;
      const std::string name = lower(member);
      if (name == "units" || name == "unit") unit = value.get<std::string>();
      if (name == "description" || name == "longname") description += " " + value.get<std::string>();
    }
    if (const std::string kind = tables::kind_told(unit, description); !kind.empty()) kinds[column] = kind;
  }
  return kinds;
}

void read_scores(Draft& draft, const std::string& path, const CsvTable& table,
                 const std::vector<RowKey>& keys, const ScoreKinds& kinds, ScoreColumns which) {
  std::vector<ScoreColumn> columns;
  const Raters raters(table, path);
  for (std::size_t i = 0; i < table.header.cells.size(); ++i) {
    if (tables::is_key_column(table.header.cells[i]) || raters.is_column(i)) continue;
    if (which == ScoreColumns::of_scales && !near_scale(table.header.text(i))) continue;
    if (is_of_one_visit(draft, path, table.header.text(i))) continue;
    if (names_scale(table.header.text(i)) || is_numbers(draft, table, i))
      for (const std::string& rater : raters.names())
        columns.push_back(score_column(draft, path, table, i, kinds, raters, rater));
    else
      draft.diagnostics.push_back(
          {"N_COHORT_COLUMN", Severity::note,
           words::say<"cohort.not_numbers">({{"column", words::as_is(table.header.text(i))}}), path, ""});
  }
  if (columns.empty()) return;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    if (keys[r].participant.empty() || keys[r].visit.empty()) continue;
    auto& scores = draft.visit(keys[r].participant, keys[r].visit).scores;
    for (const ScoreColumn& column : columns) {
      if (column.rater != raters.of(table.rows[r])) continue;
      const std::string& name = column.name;
      Score score = read_score(draft, path, table, table.rows[r], column);
      const auto before = scores.find(name);
      if (before != scores.end() && before->second.value && score.value) {
        if (*before->second.value == *score.value) continue;
        draft.lost("W_COHORT_SCORE", words::say<"cohort.score_twice">(),
                   place_in(path, table.where(table.rows[r], column.column)));
        continue;
      }
      if (before == scores.end() || score.value) scores[name] = std::move(score);
    }
    complete(scores);
  }
}

void read_phenotype(Draft& draft, const Folder& folder, const std::string& path,
                    const std::function<RowKey(const RowKey& as_written)>& key_of) {
  const auto table = parse_table(folder, path);
  if (!table) {
    draft.lost(table.error().code.c_str(),
               words::say<"cohort.scores_not_used">({{"message", table.error().message}}),
               table.error().where);
    return;
  }
  using tables::Column;
  if (!tables::find_column(*table, Column::participant) || !tables::find_column(*table, Column::visit)) {
    draft.lost("E_CSV_COLUMN",
               words::say<"cohort.scores_not_used">({{"message", words::say<"cohort.needs_columns">()}}),
               path);
    return;
  }
  auto scale = tables::find_column(*table, Column::scale);
  if (!scale) scale = tables::find_column(*table, Column::part);
  const auto value = tables::find_column(*table, Column::score);
  if (scale && value && !is_numbers(draft, *table, *scale)) {
    draft.lost("E_CSV_COLUMN",
               words::say<"imports.scores_in_lines">({{"scale", words::as_is(table->header.cells[*scale])},
                                                      {"score", words::as_is(table->header.cells[*value])}}),
               path);
    return;
  }
  std::vector<RowKey> keys;
  tables::SummaryLines summaries;
  for (const CsvRow& row : table->rows) {
    if (summaries.takes_out(row.line, cell_of(*table, row, Column::participant),
                            cell_of(*table, row, Column::visit))) {
      keys.push_back({});
      continue;
    }
    RowKey key = key_of({cell_of(*table, row, Column::participant), cell_of(*table, row, Column::visit)});
    if (!draft.infants.contains(key.participant)) {
      draft.warn("W_COHORT_UNKNOWN",
                 words::say<"cohort.no_infant">({{"participant", words::as_is(key.participant)}}),
                 line_of(path, row.line));
      key.participant.clear();
    } else if (key.visit.empty()) {
      draft.lost("W_COHORT_NO_VISIT", words::say<"imports.line_without_visit">(), line_of(path, row.line));
    }
    keys.push_back(std::move(key));
  }
  summaries.say(draft.diagnostics, path);
  read_scores(draft, path, *table, keys, kinds_of_scores(folder, path.substr(0, path.rfind('.')) + ".json"));
}

}  // namespace attune::cohort
