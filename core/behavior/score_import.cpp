#include "behavior/score_import.hpp"

#include <algorithm>
#include <cstdio>
#include <map>

#include "behavior/score_plan.hpp"

namespace attune::behavior {
namespace {

/// The cell as a number; none if it is missing, which `why` then says.
Result<std::optional<double>> number_in(const ScorePlan& plan, const ScoreCell& cell,
                                        const ScoreImport& choices, std::string& why) {
  const std::string_view text = cell.text();
  if (is_blank_score(text)) {
    why = "the cell is empty (" + plan.table.where(cell) + ")";
    return std::optional<double>();
  }
  if (among_codes(text, choices.missing_codes)) {
    why = "the code for missing, " + std::string(text) + " (" + plan.table.where(cell) + ")";
    return std::optional<double>();
  }
  const auto value = plan.table.csv.number(*cell.row, cell.column);
  if (!value) return value.error();
  return std::optional<double>(*value);
}

Error out_of_range(double value, double lowest, double highest, const std::string& where) {
  char message[160];
  std::snprintf(message, sizeof message,
                "%g is not between %g and %g; if it means missing, name it as a code for missing.", value,
                lowest, highest);
  return {"E_SCORE_RANGE", message, where};
}

/// Fills visits from a plan.
class Filling {
 public:
  Filling(const ScorePlan& plan, const ScoreImport& choices) : plan_(plan), choices_(choices) {}

  Status scores() {
    Status status = success();
    plan_.table.each_cell([&](const ScoreCell& cell) {
      if (!status || !plan_.of_record(cell)) return;
      const ScoreTarget& target = plan_.targets[cell.name];
      if (!target.scale && !target.item) return;
      const int visit = target.visit > 0 ? target.visit : plan_.visits[cell.event];
      if (visit == 0) return;
      if (target.item) answers_[visit][plan_.table.names[cell.name]].push_back(cell);
      if (target.scale) status = take(cell, target, visit);
    });
    return status;
  }

  Status items() {
    for (const KeyScale& key : plan_.keys)
      for (const auto& visit : answers_)
        if (const Status status = score(key, visit.first); !status) return status.error();
    return success();
  }

  ImportedScores result() {
    ImportedScores imported;
    imported.diagnostics = plan_.table.diagnostics;
    imported.scores.scales = choices_.scales;
    imported.scores.sex = choices_.sex;
    imported.scores.visits = std::move(visits_);
    if (!assumed_.empty())
      imported.diagnostics.push_back({"W_SCORE_RATER", Severity::warning,
                                      "No rater is named in " + assumed_ + "; taken as the mother's.",
                                      "columns", ""});
    return imported;
  }

 private:
  VisitScores& at(int visit) {
    const auto place = static_cast<std::size_t>(visit);
    if (visits_.size() < place) visits_.resize(place);
    return visits_[place - 1];
  }

  Status take(const ScoreCell& cell, const ScoreTarget& target, int visit) {
    std::string why;
    const auto value = number_in(plan_, cell, choices_, why);
    if (!value) return value.error();
    VisitScores& scores = at(visit);
    const Scale& scale = *target.scale;
    if (!*value) {
      if (!scores.scores.contains(scale.id)) scores.missing.emplace(scale.id, why);
      return success();
    }
    if (!(**value >= scale.lowest && **value <= scale.highest))
      return out_of_range(**value, scale.lowest, scale.highest, plan_.table.where(cell));
    std::optional<double>& place = scores.scores[scale.id];
    if (place && *place != **value)
      return Error{
          "E_SCORE_TWICE",
          "\"" + scale.title + "\" already has another value at visit " + std::to_string(visit) + ".",
          plan_.table.where(cell)};
    place = **value;
    scores.missing.erase(scale.id);
    const std::string& name = plan_.table.names[cell.name];
    if (target.rater_assumed && assumed_.find(name) == std::string::npos)
      assumed_ += (assumed_.empty() ? "" : ", ") + name;
    return success();
  }

  /// The answer to one item at one visit.
  Result<ItemAnswer> answer(const KeyItem& item, const KeyScale& key, int visit) const {
    ItemAnswer answer{item.item, std::nullopt, false, item.reversed};
    const auto& given = answers_.at(visit);
    const auto cells = given.find(item.item);
    if (cells == given.end()) return answer;
    for (const ScoreCell& cell : cells->second)
      if (const Status status = add_answer(answer, cell, key, visit); !status) return status.error();
    return answer;
  }

  Status add_answer(ItemAnswer& answer, const ScoreCell& cell, const KeyScale& key, int visit) const {
    if (among_codes(cell.text(), choices_.not_applicable_codes)) {
      answer.does_not_apply = true;
      return success();
    }
    std::string why;
    const auto value = number_in(plan_, cell, choices_, why);
    if (!value) return value.error();
    if (!*value) return success();
    const std::string where = plan_.table.where(cell);
    if (!(**value >= key.range.lowest && **value <= key.range.highest))
      return out_of_range(**value, key.range.lowest, key.range.highest, where);
    if (answer.value && *answer.value != **value)
      return Error{"E_SCORE_TWICE",
                   "This item already has another answer at visit " + std::to_string(visit) + ".", where};
    answer.value = **value;
    return success();
  }

  Status score(const KeyScale& key, int visit) {
    std::vector<ItemAnswer> answers;
    for (const KeyItem& item : key.items) {
      auto found = answer(item, key, visit);
      if (!found) return found.error();
      answers.push_back(std::move(*found));
    }
    const auto found = key.sum ? sum_items(answers, key.range) : score_items(answers, key.range);
    if (!found) return found.error();
    VisitScores& scores = at(visit);
    if (found->value) {
      scores.scores[key.scale] = found->value;
      scores.missing.erase(key.scale);
    } else {
      scores.missing[key.scale] = found->reason;
    }
    return success();
  }

  const ScorePlan& plan_;
  const ScoreImport& choices_;
  std::vector<VisitScores> visits_;
  std::map<int, std::map<std::string, std::vector<ScoreCell>>> answers_;  ///< by visit, by item
  std::string assumed_;
};

/// What is missing at which visit, and why.
void say_missing(ImportedScores& imported, const std::vector<Scale>& scales) {
  for (std::size_t i = 0; i < imported.scores.visits.size(); ++i)
    for (const auto& [id, why] : imported.scores.visits[i].missing) {
      const Scale* scale = scale_named(scales, id);
      const std::string visit = "visit " + std::to_string(i + 1);
      imported.diagnostics.push_back({"N_SCORE_MISSING", Severity::note,
                                      "No " + (scale ? scale->title : id) + " at " + visit + ": " + why +
                                          (why.ends_with('.') ? "" : "."),
                                      visit + ", " + id, ""});
    }
}

}  // namespace

Result<ScoreTableContents> score_table_contents(std::string_view csv, const ScoreImport& choices) {
  auto plan = plan_import(csv, choices);
  if (!plan) return plan.error();
  ScoreTable& table = plan->table;
  ScoreTableContents contents;
  contents.form = table.form;
  contents.record = plan->record ? table.records[*plan->record] : "";
  contents.records = std::move(table.records);
  for (std::size_t i = 0; i < table.events.size(); ++i)
    contents.events.push_back({table.events[i], 0, plan->visits[i]});
  for (const ScoreLine& line : table.lines)
    if (!plan->record || line.record == *plan->record) ++contents.events[line.event].lines;
  for (std::size_t i = 0; i < table.names.size(); ++i) {
    const ScoreTarget& target = plan->targets[i];
    contents.columns.push_back(
        {table.names[i], target.scale ? target.scale->id : "", target.visit, 0, target.item});
  }
  table.each_cell([&](const ScoreCell& cell) {
    const bool missing = is_blank_score(cell.text()) || among_codes(cell.text(), choices.missing_codes);
    if (plan->of_record(cell) && !missing) ++contents.columns[cell.name].values;
  });
  return contents;
}

Result<ImportedScores> import_scores(std::string_view csv, const ScoreImport& choices) {
  const auto plan = plan_import(csv, choices);
  if (!plan) return plan.error();
  if (!plan->record && plan->table.records.size() > 1)
    return Error{
        "E_SCORE_RECORD",
        "The table holds " + std::to_string(plan->table.records.size()) + " records; choose the infant's.",
        "record"};
  Filling filling(*plan, choices);
  if (const Status status = filling.scores(); !status) return status.error();
  if (const Status status = filling.items(); !status) return status.error();
  ImportedScores imported = filling.result();
  if (imported.scores.visits.empty())
    return Error{"E_SCORE_VISIT", "No column of the table is known as a scale; say which column is which.",
                 "columns"};
  auto completed = complete_scores(std::move(imported.scores));
  if (!completed) return completed.error();
  imported.scores = std::move(*completed);
  say_missing(imported, plan->scales);
  return imported;
}

}  // namespace attune::behavior
