#include "behavior/score_import.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <map>

#include "behavior/score_plan.hpp"
#include "tables/missing.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/scores.hpp"
#include "words/ids/tables.hpp"
#include "words/sentence.hpp"

namespace attune::behavior {
namespace {

/// A cell that should hold a number within a range.
struct Number {
  std::optional<double> value;
  words::Text why;          ///< there is none
  bool usual_code = false;  ///< it is a number that tables write for missing, and cannot be a value
};

/// Error: E_CSV_NUMBER.
Result<Number> number_in(const ScorePlan& plan, const ScoreCell& cell, const ScoreImport& choices,
                         const ValueRange& range) {
  const std::string_view text = cell.text();
  const auto nothing = [&](bool usual_code) {
    const std::string word = plain_name(text);
    const bool empty = word.empty() || word == "na" || word == "nan";
    const words::Text where = plan.table.where(cell);
    if (empty) return Number{std::nullopt, words::say<"scores.cell_empty">({{"where", where}}), usual_code};
    return Number{std::nullopt,
                  words::say<"scores.cell_code">({{"code", words::as_is(text)}, {"where", where}}),
                  usual_code};
  };
  if (tables::among_codes(text, choices.missing_codes) || tables::says_no_number(text)) return nothing(false);
  const auto value = plan.table.csv.number(*cell.row, cell.column);
  if (!value) return value.error();
  const bool outside = *value < range.lowest || *value > range.highest;
  if (outside && tables::is_missing_code(*value)) return nothing(true);
  return Number{*value, ""};
}

Error out_of_range(double value, double lowest, double highest, words::Text where) {
  return {"E_SCORE_RANGE",
          words::say<"scores.range_or_code">({{"value", words::significant(value, 6)},
                                              {"lowest", words::significant(lowest, 6)},
                                              {"highest", words::significant(highest, 6)}}),
          std::move(where)};
}

/// Cells with numbers that tables write for missing.
class Codes {
 public:
  void note(const Number& number, const ScoreCell& cell) {
    if (number.usual_code)
      missing_[std::string(cell.text())].push_back(cell);
    else if (number.value && tables::is_missing_code(*number.value))
      kept_[std::string(cell.text())].push_back(cell);
    else if (number.value && tables::is_rare_missing_code(*number.value))
      rare_[std::string(cell.text())].push_back(cell);
  }

  void say(std::vector<Diagnostic>& notes, const ScoreTable& table) const {
    for (const auto& [code, cells] : missing_)
      notes.push_back(
          {"W_MISSING_CODE", Severity::warning,
           words::say<"tables.code_missing">({{"code", words::as_is(code)}, {"count", cells.size()}}),
           table.where(cells.front()), code});
    for (const auto& [code, cells] : kept_) say_kept(notes, table, code, cells, cells.size() == 1);
    for (const auto& [code, cells] : rare_) {
      const bool one_scale =
          std::all_of(cells.begin(), cells.end(),
                      [name = cells.front().name](const ScoreCell& cell) { return cell.name == name; });
      if (cells.size() > 1) say_kept(notes, table, code, cells, one_scale);
    }
  }

 private:
  static void say_kept(std::vector<Diagnostic>& notes, const ScoreTable& table, const std::string& code,
                       const std::vector<ScoreCell>& cells, bool likely_score) {
    notes.push_back({likely_score ? "N_MISSING_CODE_KEPT" : "W_MISSING_CODE_KEPT",
                     likely_score ? Severity::note : Severity::warning,
                     words::say<"tables.code_kept">({{"code", words::as_is(code)}, {"count", cells.size()}}),
                     table.where(cells.front()), code});
  }

  std::map<std::string, std::vector<ScoreCell>> missing_, kept_;
  std::map<std::string, std::vector<ScoreCell>> rare_;  ///< told where they stand twice
};

/// Columns whose names hold a scale and were not taken, by reason.
std::vector<Diagnostic> not_taken(const ScorePlan& plan) {
  std::vector<Diagnostic> notes;
  std::map<NotMeant, words::Value::List> columns;
  for (std::size_t i = 0; i < plan.targets.size(); ++i)
    if (const NamedScale& named = plan.targets[i].named; named.why != NotMeant::meant)
      columns[named.why].emplace_back(words::as_is(plan.table.names[i]));
  const auto say = [&](const char* code, words::Said message) {
    notes.push_back({code, Severity::warning, std::move(message), words::say<"scores.where.columns">(), ""});
  };
  for (auto& [why, names] : columns) {
    const std::size_t count = names.size();
    if (why == NotMeant::other_rater)
      say("W_SCORE_OTHER_RATER",
          words::say<"tables.other_rater">({{"columns", std::move(names)}, {"count", count}}));
    else if (why == NotMeant::item)
      say("W_SCORE_ITEMS",
          words::say<"tables.items_without_key">({{"columns", std::move(names)}, {"count", count}}));
    else if (why == NotMeant::mean)
      say("W_SCORE_MEAN", words::say<"imports.is_mean">({{"columns", std::move(names)}, {"count", count}}));
    else
      say("W_SCORE_NOT_TAKEN",
          words::say<"tables.not_taken">({{"columns", std::move(names)}, {"count", count}}));
  }
  return notes;
}

/// Columns of a PSI whose names do not say that it is the short form; none where there are none.
std::optional<Diagnostic> form_assumed(const ScorePlan& plan) {
  words::Value::List columns;
  for (std::size_t i = 0; i < plan.targets.size(); ++i)
    if (plan.targets[i].scale && plan.targets[i].named.form_assumed)
      columns.emplace_back(words::as_is(plan.table.names[i]));
  if (columns.empty()) return std::nullopt;
  const std::size_t count = columns.size();
  return Diagnostic{"W_SCORE_FORM", Severity::warning,
                    words::say<"imports.form_assumed">({{"columns", std::move(columns)}, {"count", count}}),
                    words::say<"scores.where.columns">(), ""};
}

/// A sum of whole answers that is none.
struct Fraction {
  double value = 0;
  words::Value scale;
  words::Text where;
};

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
    imported.diagnostics = plan_.diagnostics;
    codes_.say(imported.diagnostics, plan_.table);
    for (Diagnostic& note : not_taken(plan_)) imported.diagnostics.push_back(std::move(note));
    if (auto note = form_assumed(plan_)) imported.diagnostics.push_back(std::move(*note));
    if (!fractions_.empty())
      imported.diagnostics.push_back(
          {"W_SCORE_FRACTION", Severity::warning,
           words::say<"imports.fractions">({{"count", fractions_.size()},
                                            {"value", words::at_most(fractions_.front().value, 4)},
                                            {"scale", fractions_.front().scale}}),
           fractions_.front().where, ""});
    imported.diagnostics.insert(imported.diagnostics.end(), differing_.begin(), differing_.end());
    imported.scores.scales = choices_.scales;
    imported.scores.sex = choices_.sex;
    imported.scores.visits = std::move(visits_);
    if (!assumed_.empty())
      imported.diagnostics.push_back({"W_SCORE_RATER", Severity::warning,
                                      words::say<"scores.rater_assumed">({{"columns", assumed_}}),
                                      words::say<"scores.where.columns">(), ""});
    return imported;
  }

 private:
  VisitScores& at(int visit) {
    const auto place = static_cast<std::size_t>(visit);
    if (visits_.size() < place) visits_.resize(place);
    return visits_[place - 1];
  }

  Status take(const ScoreCell& cell, const ScoreTarget& target, int visit) {
    const Scale& scale = *target.scale;
    const auto number = number_in(plan_, cell, choices_, {scale.lowest, scale.highest});
    if (!number) return number.error();
    VisitScores& scores = at(visit);
    codes_.note(*number, cell);
    if (!number->value) {
      if (!scores.scores.contains(scale.id)) scores.missing.emplace(scale.id, number->why);
      return success();
    }
    const double value = *number->value;
    const words::Text where = plan_.table.where(cell);
    if (!(value >= scale.lowest && value <= scale.highest))
      return out_of_range(value, scale.lowest, scale.highest, where);
    if (scale.decimals == 0 && value != std::floor(value))
      fractions_.push_back({value, said_title(scale), where});
    std::optional<double>& place = scores.scores[scale.id];
    const CsvRow*& row = rows_[{visit, scale.id}];
    const bool of_other_line = place && row != cell.row;
    row = cell.row;
    if (of_other_line && plan_.table.visits_from == VisitsFrom::nothing && target.visit == 0)
      return Error{
          "E_SCORE_TWICE",
          words::say<"imports.no_visit_column">({{"record", words::as_is(plan_.table.records[cell.record])},
                                                 {"scale", said_title(scale)},
                                                 {"before", where_[{visit, scale.id}]}}),
          where};
    if (place && *place != value)
      return Error{
          "E_SCORE_TWICE",
          words::say<"tables.twice">(
              {{"scale", said_title(scale)}, {"visit", visit}, {"before", where_[{visit, scale.id}]}}),
          where};
    where_[{visit, scale.id}] = where;
    place = value;
    scores.missing.erase(scale.id);
    const words::Value name = words::as_is(plan_.table.names[cell.name]);
    if (target.rater_assumed && std::find(assumed_.begin(), assumed_.end(), name) == assumed_.end())
      assumed_.push_back(name);
    return success();
  }

  /// The answer to one item at one visit.
  Result<ItemAnswer> answer(const KeyItem& item, const KeyScale& key, int visit) {
    ItemAnswer answer{item.item, std::nullopt, false, item.reversed};
    const auto& given = answers_.at(visit);
    const auto cells = given.find(item.item);
    if (cells == given.end()) return answer;
    for (const ScoreCell& cell : cells->second)
      if (const Status status = add_answer(answer, cell, key, visit); !status) return status.error();
    return answer;
  }

  Status add_answer(ItemAnswer& answer, const ScoreCell& cell, const KeyScale& key, int visit) {
    if (tables::among_codes(cell.text(), choices_.not_applicable_codes)) {
      answer.does_not_apply = true;
      return success();
    }
    const auto number = number_in(plan_, cell, choices_, {key.range.lowest, key.range.highest});
    if (!number) return number.error();
    codes_.note(*number, cell);
    if (!number->value) return success();
    const words::Text where = plan_.table.where(cell);
    if (!(*number->value >= key.range.lowest && *number->value <= key.range.highest))
      return out_of_range(*number->value, key.range.lowest, key.range.highest, where);
    if (answer.value && *answer.value != *number->value)
      return Error{"E_SCORE_TWICE", words::say<"scores.answered_twice">({{"visit", visit}}), where};
    answer.value = number->value;
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
      const auto given = scores.scores.find(key.scale);
      if (given != scores.scores.end() && given->second && std::abs(*given->second - *found->value) > 0.05)
        differing_.push_back(
            {"W_SCORE_ITEMS_DIFFER", Severity::warning,
             words::say<"imports.items_differ">({{"scale", said_title(*scale_named(plan_.scales, key.scale))},
                                                 {"visit", visit},
                                                 {"sum", words::at_most(*found->value, 2)},
                                                 {"given", words::at_most(*given->second, 2)}}),
             where_[{visit, key.scale}], ""});
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
  std::map<std::pair<int, std::string>, words::Text> where_;  ///< a score stands, by visit and scale
  std::map<std::pair<int, std::string>, const CsvRow*> rows_;
  Codes codes_;
  words::Value::List assumed_;         ///< names of columns whose rater is taken to be the mother
  std::vector<Diagnostic> differing_;  ///< scores that are not what the key makes of their items
  std::vector<Fraction> fractions_;
};

/// What is missing at which visit, and why.
void say_missing(ImportedScores& imported, const std::vector<Scale>& scales) {
  for (std::size_t i = 0; i < imported.scores.visits.size(); ++i)
    for (const auto& [id, why] : imported.scores.visits[i].missing) {
      const Scale* scale = scale_named(scales, id);
      imported.diagnostics.push_back(
          {"N_SCORE_MISSING", Severity::note,
           words::say<"scores.missing">({{"scale", scale ? said_title(*scale) : words::as_is(id)},
                                         {"visit", i + 1},
                                         {"why", words::without_stop(why)}}),
           place_of_score(i, id), ""});
    }
}

/// Names as the table has them; a long list breaks off.
words::Value::List listed_names(const std::vector<std::string>& names) {
  constexpr std::size_t most = 12;
  words::Value::List list;
  for (std::size_t i = 0; i < names.size() && i < most; ++i) list.emplace_back(words::as_is(names[i]));
  if (names.size() > most) list.emplace_back(words::as_is("…"));
  return list;
}

words::Said several_records(const std::vector<std::string>& records) {
  return words::say<"imports.records">({{"count", records.size()}, {"records", listed_names(records)}});
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
    const bool missing =
        tables::says_no_number(cell.text()) || tables::among_codes(cell.text(), choices.missing_codes);
    if (plan->of_record(cell) && !missing) ++contents.columns[cell.name].values;
  });
  return contents;
}

std::optional<Diagnostic> why_no_scores(std::string_view csv) {
  const auto plan = plan_import(csv, {});
  if (!plan) return std::nullopt;
  const auto is_taken = [](const ScoreTarget& target) { return target.scale != nullptr; };
  if (std::any_of(plan->targets.begin(), plan->targets.end(), is_taken)) return std::nullopt;
  const auto notes = not_taken(*plan);
  return notes.empty() ? std::nullopt : std::optional(notes.front());
}

Result<ImportedScores> import_scores(std::string_view csv, const ScoreImport& choices) {
  const auto plan = plan_import(csv, choices);
  if (!plan) return plan.error();
  if (!plan->record && plan->table.records.size() > 1)
    return Error{"E_SCORE_RECORD", several_records(plan->table.records), words::say<"scores.where.record">()};
  Filling filling(*plan, choices);
  if (const Status status = filling.scores(); !status) return status.error();
  if (const Status status = filling.items(); !status) return status.error();
  ImportedScores imported = filling.result();
  if (imported.scores.visits.empty()) {
    for (const Diagnostic& note : not_taken(*plan))
      return Error{"E_SCORE_VISIT", note.message, words::say<"scores.where.columns">()};
    return Error{"E_SCORE_VISIT",
                 words::say<"imports.unknown_scales">({{"columns", listed_names(plan->table.names)}}),
                 words::say<"scores.where.columns">()};
  }
  auto completed = complete_scores(std::move(imported.scores));
  if (!completed) return completed.error();
  imported.scores = std::move(*completed);
  say_missing(imported, plan->scales);
  return imported;
}

}  // namespace attune::behavior
