#include "behavior/score_doubts.hpp"

#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

#include "tables/marked_lines.hpp"
#include "tables/missing.hpp"
#include "tables/visit_times.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/scores.hpp"

namespace attune::behavior {
namespace {

void say_against_times(ScorePlan& plan) {
  if (plan.table.visits_from == VisitsFrom::nothing) return;
  std::vector<tables::VisitLine> lines;
  for (const ScoreLine& line : plan.table.lines)
    if (plan.visits[line.event] > 0 && (!plan.record || line.record == *plan.record))
      lines.push_back({line.record, plan.visits[line.event], &plan.table.csv.rows[line.row]});
  tables::say_against_times(plan.table.csv, lines, "W_SCORE_TIME_ORDER", {}, plan.diagnostics);
}

/// The items of one scale in one line, where its sum stands too.
struct Answers {
  std::size_t given = 0, missing = 0;
  std::optional<ScoreCell> sum;
};

/// Sums beside items of which some have an answer and some have none: a program that adds up what is there gives too little.
void say_partial(ScorePlan& plan) {
  std::map<std::pair<int, std::string>, Answers> of_lines;
  std::set<std::string> with_items;
  for (const ScoreTarget& target : plan.targets)
    if (target.named.why == NotMeant::item) with_items.insert(target.named.near);
  if (with_items.empty()) return;
  plan.table.each_cell([&](const ScoreCell& cell) {
    const ScoreTarget& target = plan.targets[cell.name];
    const bool item = target.named.why == NotMeant::item;
    const bool sum = !item && target.scale && target.scale->decimals == 0 && target.named.visit.empty();
    const std::string scale = item ? target.named.near : sum ? target.scale->id : "";
    if (!plan.of_record(cell) || !with_items.contains(scale)) return;
    const bool missing = tables::says_no_number(cell.text());
    Answers& answers = of_lines[{cell.row->line, scale}];
    if (item)
      ++(missing ? answers.missing : answers.given);
    else if (!missing)
      answers.sum = cell;
  });
  std::size_t count = 0;
  const Answers* first = nullptr;
  for (const auto& [line, answers] : of_lines)
    if (answers.sum && answers.given > 0 && answers.missing > 0 && count++ == 0) first = &answers;
  if (!first) return;
  plan.diagnostics.push_back(
      {"W_SCORE_PARTIAL", Severity::warning,
       words::say<"imports.partial_sum">(
           {{"count", count}, {"missing", first->missing}, {"items", first->missing + first->given}}),
       plan.table.where(*first->sum), ""});
}

/// Keys whose items do not add up to what their scale can be.
void say_keys(ScorePlan& plan) {
  for (const KeyScale& key : plan.keys) {
    const Scale* scale = scale_named(plan.scales, key.scale);
    const double times = key.sum ? static_cast<double>(key.items.size()) : 1;
    const double lowest = times * key.range.lowest, highest = times * key.range.highest;
    if (!scale || (lowest == scale->lowest && highest == scale->highest)) continue;
    plan.diagnostics.push_back(
        {"W_SCORE_KEY", Severity::warning,
         words::say<"imports.key_span">({{"scale", said_title(*scale)},
                                         {"items", key.items.size()},
                                         {"from", words::at_most(lowest, 2)},
                                         {"to", words::at_most(highest, 2)},
                                         {"lowest", words::at_most(scale->lowest, 2)},
                                         {"highest", words::at_most(scale->highest, 2)}}),
         words::say<"scores.where.columns">(), ""});
  }
}

/// Answers of which none is the lowest of a key that counts from 0: 1 to 4 where the key has 0 to 3.
void say_counted_from_one(ScorePlan& plan) {
  constexpr std::size_t fewest = 10;  // of them some are 0 wherever answers count from 0
  for (const KeyScale& key : plan.keys) {
    if (key.range.lowest != 0) continue;
    std::set<std::string_view> items;
    for (const KeyItem& item : key.items) items.insert(item.item);
    std::size_t answers = 0;
    bool any_zero = false;
    plan.table.each_cell([&](const ScoreCell& cell) {
      if (!items.contains(plan.table.names[cell.name]) || tables::says_no_number(cell.text())) return;
      const auto value = plan.table.csv.number(*cell.row, cell.column);
      if (!value || *value < 0 || *value > key.range.highest) return;
      ++answers;
      any_zero = any_zero || *value == 0;
    });
    if (any_zero || answers < fewest) continue;
    plan.diagnostics.push_back(
        {"W_SCORE_FROM_ONE", Severity::warning,
         words::say<"imports.counted_from_one">(
             {{"scale", said_title(*scale_named(plan.scales, key.scale))}, {"count", answers}}),
         words::say<"scores.where.columns">(), ""});
  }
}

/// Lines of the record that are marked as not to be used.
void say_marked(ScorePlan& plan) {
  std::set<int> of_record;
  for (const ScoreLine& line : plan.table.lines)
    if (!plan.record || line.record == *plan.record) of_record.insert(plan.table.csv.rows[line.row].line);
  const auto is_used = [&](const CsvRow& row) { return of_record.contains(row.line); };
  if (auto note = tables::marked_lines(plan.table.csv, is_used)) plan.diagnostics.push_back(std::move(*note));
}

}  // namespace

void say_score_doubts(ScorePlan& plan) {
  say_marked(plan);
  say_keys(plan);
  say_counted_from_one(plan);
  say_against_times(plan);
  say_partial(plan);
}

}  // namespace attune::behavior
