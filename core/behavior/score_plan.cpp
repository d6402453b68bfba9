#include "behavior/score_plan.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "behavior/score_names.hpp"

namespace attune::behavior {
namespace {

/// The place of a name in a list; none if it is not there.
std::optional<std::size_t> place_in(const std::vector<std::string>& names, const std::string& name) {
  const auto found = std::find(names.begin(), names.end(), name);
  if (found == names.end()) return std::nullopt;
  return static_cast<std::size_t>(found - names.begin());
}

Status choose_record(ScorePlan& plan, const ScoreImport& choices) {
  const auto& records = plan.table.records;
  if (choices.record.empty()) {
    if (records.size() == 1) plan.record = 0;
    return success();
  }
  plan.record = place_in(records, choices.record);
  if (plan.record) return success();
  return Error{"E_SCORE_RECORD",
               "The table has no record of that name among its " + std::to_string(records.size()) + ".",
               "record"};
}

Status choose_columns(ScorePlan& plan, const ScoreImport& choices) {
  std::unordered_set<std::string_view> items;
  for (const KeyScale& key : plan.keys)
    for (const KeyItem& item : key.items) items.insert(item.item);
  for (const std::string& name : plan.table.names) {
    ScoreTarget& target = plan.targets.emplace_back();
    target.item = items.contains(name);
    if (target.item) continue;
    const NamedScale meant = scale_meant(name, plan.scales);
    target.scale = scale_named(plan.scales, meant.scale);
    target.visit = meant.visit;
    target.rater_assumed = meant.rater_assumed;
  }
  for (const ColumnChoice& choice : choices.columns) {
    const auto place = place_in(plan.table.names, choice.column);
    if (!place)
      return Error{"E_SCORE_SCALE", "The table has no column \"" + choice.column + "\".", "columns"};
    const Scale* scale = scale_named(plan.scales, choice.scale);
    if (!choice.scale.empty() && !scale)
      return Error{"E_SCORE_SCALE", "There is no scale \"" + choice.scale + "\".", "columns"};
    plan.targets[*place] = {scale, choice.visit, false, plan.targets[*place].item};
  }
  return success();
}

/// The arm that an event of REDCap's ends with; empty elsewhere.
std::string arm_of(const std::string& event) {
  const std::size_t at = event.find("_arm_");
  return at == std::string::npos ? "" : event.substr(at);
}

/// The visit that an event's name says itself; 0 if it is no small whole number.
int own_number(const std::string& event) {
  const bool digits =
      !event.empty() && event.size() < 3 && event.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::stoi(event) : 0;
}

/// Proposes visits: a whole number is itself; other events are counted if any record has a score there, in
/// the arm of the record.
void propose_visits(ScorePlan& plan) {
  const std::size_t events = plan.table.events.size();
  std::vector<bool> scored(events), in_record(events);
  plan.table.each_cell([&](const ScoreCell& cell) {
    const ScoreTarget& target = plan.targets[cell.name];
    if ((target.scale || target.item) && !is_blank_score(cell.text())) scored[cell.event] = true;
  });
  for (const ScoreLine& line : plan.table.lines)
    if (!plan.record || line.record == *plan.record) in_record[line.event] = true;
  const auto in_arm = [&](const std::string& event) {
    for (std::size_t i = 0; i < events; ++i)
      if (in_record[i] && arm_of(plan.table.events[i]) == arm_of(event)) return true;
    return false;
  };
  int next = 1;
  for (std::size_t i = 0; i < events; ++i) {
    const std::string& event = plan.table.events[i];
    const int own = own_number(event);
    plan.visits.push_back(own > 0 ? own : scored[i] && in_arm(event) ? next++ : 0);
  }
}

Status choose_visits(ScorePlan& plan, const ScoreImport& choices) {
  propose_visits(plan);
  constexpr int most_visits = 99;
  for (const EventChoice& choice : choices.visits) {
    const auto event = place_in(plan.table.events, choice.event);
    if (!event) return Error{"E_SCORE_VISIT", "The table has no event \"" + choice.event + "\".", "visits"};
    if (choice.visit < 0 || choice.visit > most_visits)
      return Error{"E_SCORE_VISIT", "A visit is a whole number from 1 to 99; 0 leaves the event out.",
                   "visits"};
    plan.visits[*event] = choice.visit;
  }
  for (const ScoreTarget& target : plan.targets)
    if (target.visit < 0 || target.visit > most_visits)
      return Error{"E_SCORE_VISIT", "A visit is a whole number from 1 to 99.", "columns"};
  return success();
}

}  // namespace

bool is_blank_score(std::string_view text) {
  const std::string name = plain_name(text);
  return name.empty() || name == "na" || name == "nan";
}

bool among_codes(std::string_view text, const std::vector<std::string>& codes) {
  if (std::find(codes.begin(), codes.end(), text) != codes.end()) return true;
  const auto value = decimal_number(text);
  return value && std::any_of(codes.begin(), codes.end(),
                              [&](const std::string& code) { return decimal_number(code) == value; });
}

Result<ScorePlan> plan_import(std::string_view csv, const ScoreImport& choices) {
  ScorePlan plan;
  auto table = read_score_table(csv);
  if (!table) return table.error();
  plan.table = std::move(*table);
  plan.scales = known_scales();
  plan.scales.insert(plan.scales.end(), choices.scales.begin(), choices.scales.end());
  if (!choices.item_key.empty()) {
    auto keys = read_item_key(choices.item_key, plan.scales);
    if (!keys)
      return Error{keys.error().code, "In the key of items: " + keys.error().message.english(),
                   keys.error().where};
    plan.keys = std::move(*keys);
  }
  for (const auto choose : {choose_record, choose_columns, choose_visits})
    if (const Status status = choose(plan, choices); !status) return status.error();
  return plan;
}

}  // namespace attune::behavior
