#include "behavior/score_plan.hpp"

#include <algorithm>
#include <array>
#include <functional>
#include <iterator>
#include <map>
#include <set>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "base/words.hpp"
#include "behavior/raters.hpp"
#include "behavior/score_doubts.hpp"
#include "tables/missing.hpp"
#include "tables/same_names.hpp"
#include "tables/visit_name.hpp"
#include "tables/visit_order.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/scores.hpp"

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
  tables::SameNames same(tables::NamesOf::participants);
  for (const std::string& record : records) same.of(record);
  plan.record = place_in(records, same.of(choices.record));
  if (plan.record) return success();
  return Error{"E_SCORE_RECORD", words::say<"scores.no_such_record">({{"records", records.size()}}),
               words::say<"scores.where.record">()};
}

/// Gives the items of the key the names that they have in the table, which may differ in capitals and signs.
void find_items(ScorePlan& plan) {
  // "epds_3" is "EPDS 03" too.
  const auto key_of = [](const std::string& name) {
    std::string key;
    for (const char c : plain_name(name))
      if (c == '0' && (key.empty() || !is_digit(key.back())))
        continue;
      else
        key += c;
    return key;
  };
  std::unordered_map<std::string, std::vector<std::string_view>> names;
  for (const std::string& name : plan.table.names) names[key_of(name)].push_back(name);
  for (KeyScale& key : plan.keys)
    for (KeyItem& item : key.items) {
      if (place_in(plan.table.names, item.item)) continue;
      const auto found = names.find(key_of(item.item));
      if (found != names.end() && found->second.size() == 1) item.item = found->second.front();
    }
}

/// Columns that differ in a number alone (epds.1, epds.2; EPDS I, EPDS II) are items, unless one of them holds more than an
/// answer can be: then they are sums of as many visits.
void take_numbered(ScorePlan& plan) {
  constexpr double most_answered = 5;  // of the questionnaires known
  constexpr std::size_t most_visits = 6;
  struct Numbered {
    std::vector<std::size_t> places;
    double highest = 0;
  };
  std::map<std::string, Numbered> of_name;  // by the name without its number
  std::vector<NamedScale> as_visit(plan.targets.size());
  for (std::size_t i = 0; i < plan.targets.size(); ++i) {
    const ScoreTarget& target = plan.targets[i];
    const std::string& name = plan.table.spelled[i];
    const std::size_t word = name.find_last_of(" _.-") + 1;
    // The factors of the PBQ are I to IV too.
    const int roman = target.named.near == "pbq" ? 0 : roman_number(std::string_view(name).substr(word));
    const std::size_t digits = roman > 0 ? word : name.find_last_not_of("0123456789") + 1;
    if (target.item || target.named.why != NotMeant::item || digits == 0 ||
        (roman == 0 && name.size() - digits > 2) || digits == name.size())
      continue;
    const std::string number = roman > 0 ? std::to_string(roman) : name.substr(digits);
    as_visit[i] = scale_meant(name.substr(0, digits) + " t" + number, plan.scales);
    const Scale* scale = scale_named(plan.scales, as_visit[i].scale);
    if (scale && scale->decimals == 0 && !as_visit[i].visit.empty())
      of_name[plain_name(name.substr(0, digits))].places.push_back(i);
  }
  std::map<std::size_t, Numbered*> of_place;
  for (auto& [name, one] : of_name)
    for (const std::size_t place : one.places) of_place[place] = &one;
  plan.table.each_cell([&](const ScoreCell& cell) {
    const auto found = of_place.find(cell.name);
    if (found == of_place.end()) return;
    if (const auto value = plan.table.csv.number(*cell.row, cell.column);
        value && !tables::is_missing_code(*value))
      found->second->highest = std::max(found->second->highest, *value);
  });
  for (const auto& [name, one] : of_name) {
    if (one.places.size() < 2 || one.places.size() > most_visits || one.highest <= most_answered) continue;
    words::Value::List columns;
    for (const std::size_t place : one.places) {
      plan.targets[place].named = as_visit[place];
      plan.targets[place].scale = scale_named(plan.scales, as_visit[place].scale);
      columns.emplace_back(words::as_is(plan.table.names[place]));
    }
    plan.diagnostics.push_back({"N_SCORE_NUMBERED", Severity::note,
                                words::say<"imports.numbered_visits">({{"columns", std::move(columns)}}),
                                words::say<"scores.where.columns">(), ""});
  }
}

Status choose_columns(ScorePlan& plan, const ScoreImport& choices) {
  find_items(plan);
  std::unordered_set<std::string_view> items;
  for (const KeyScale& key : plan.keys)
    for (const KeyItem& item : key.items) items.insert(item.item);
  for (std::size_t i = 0; i < plan.table.names.size(); ++i) {
    ScoreTarget& target = plan.targets.emplace_back();
    target.item = items.contains(plan.table.names[i]);
    if (target.item) continue;
    target.named = scale_meant(plan.table.spelled[i], plan.scales);
    target.scale = scale_named(plan.scales, target.named.scale);
    target.rater_assumed = target.named.rater_assumed;
  }
  if (plan.table.visits_from == VisitsFrom::nothing) take_numbered(plan);
  for (const ColumnChoice& choice : choices.columns) {
    const auto place = place_in(plan.table.names, choice.column);
    if (!place)
      return Error{"E_SCORE_SCALE",
                   words::say<"scores.no_such_column">({{"column", words::as_is(choice.column)}}),
                   words::say<"scores.where.columns">()};
    const Scale* scale = scale_named(plan.scales, choice.scale);
    if (!choice.scale.empty() && !scale)
      return Error{"E_SCORE_SCALE", words::say<"scores.no_scale">({{"scale", words::as_is(choice.scale)}}),
                   words::say<"scores.where.columns">()};
    plan.targets[*place] = {scale, choice.visit, false, plan.targets[*place].item};
  }
  return success();
}

/// The arm that an event of REDCap's ends with; empty elsewhere.
std::string arm_of(const std::string& event) {
  const std::size_t at = event.find("_arm_");
  return at == std::string::npos ? "" : event.substr(at, event.find(',', at) - at);  // ", instance 2"
}

/// Whether an event is a visit though no record has a score there: a line of a plain table names a visit, REDCap's events
/// hold much else, but a baseline without scores is the first visit nonetheless.
bool is_visit_without_scores(const std::string& event, bool redcap) {
  const tables::VisitName name = tables::read_visit_name(event);
  if (name.word && *name.word < tables::VisitWord::baseline) return false;
  return !redcap || (name.says_beginning() && name.instance == 0);
}

/// Names of visits that no record has both of.
void say_apart(const ScorePlan& plan, const std::vector<std::size_t>& places,
               const std::vector<std::string>& names, std::vector<Diagnostic>& notes) {
  if (plan.table.visits_from != VisitsFrom::column) return;
  std::vector<std::set<std::size_t>> of_records(plan.table.records.size());
  for (const ScoreLine& line : plan.table.lines)
    if (const auto at = std::find(places.begin(), places.end(), line.event); at != places.end())
      of_records[line.record].insert(static_cast<std::size_t>(at - places.begin()));
  tables::say_visits_apart(names, of_records, notes);
}

/// REDCap's arms, of which a record should be in one.
void say_arms(const ScorePlan& plan, const std::vector<bool>& in_record, const std::vector<bool>& scored,
              std::vector<Diagnostic>& notes) {
  std::set<std::string> arms;
  for (std::size_t i = 0; i < in_record.size(); ++i)
    if (const std::string arm = arm_of(plan.table.events[i]); in_record[i] && scored[i] && !arm.empty())
      arms.insert(arm.substr(1));
  if (arms.size() < 2) return;
  words::Value::List list;
  for (const std::string& arm : arms) list.emplace_back(words::as_is(arm));
  notes.push_back({"W_SCORE_ARMS", Severity::warning,
                   words::say<"imports.two_arms">({{"arms", std::move(list)}}),
                   words::say<"scores.where.visits">(), ""});
}

/// An event that stands in several instances of REDCap's, each with scores.
void say_instances(const ScorePlan& plan, const std::vector<bool>& in_record, const std::vector<bool>& scored,
                   std::vector<Diagnostic>& notes) {
  constexpr std::string_view sign = ", instance ";
  std::map<std::string, words::Value::List> instances;
  for (std::size_t i = 0; i < in_record.size(); ++i) {
    if (!in_record[i] || !scored[i]) continue;
    const std::string& event = plan.table.events[i];
    const std::size_t at = event.find(sign);
    instances[event.substr(0, at)].emplace_back(
        words::as_is(at == std::string::npos ? "1" : event.substr(at + sign.size())));
  }
  for (auto& [event, numbers] : instances) {
    if (numbers.size() < 2) continue;
    notes.push_back(
        {"W_SCORE_INSTANCES", Severity::warning,
         words::say<"imports.instances">({{"event", words::as_is(event)}, {"instances", std::move(numbers)}}),
         words::say<"scores.where.visits">(), ""});
    return;
  }
}

/// Proposes visits: of events where any record has a score, and of others that are visits, in the arm of the record.
void propose_visits(ScorePlan& plan, const ScoreImport& choices) {
  const std::size_t events = plan.table.events.size();
  std::vector<bool> scored(events), in_record(events);
  plan.table.each_cell([&](const ScoreCell& cell) {
    const ScoreTarget& target = plan.targets[cell.name];
    if ((target.scale || target.item) && !tables::says_no_number(cell.text())) scored[cell.event] = true;
  });
  for (const ScoreLine& line : plan.table.lines)
    if (!plan.record || line.record == *plan.record) in_record[line.event] = true;
  const auto in_arm = [&](const std::string& event) {
    for (std::size_t i = 0; i < events; ++i)
      if (in_record[i] && arm_of(plan.table.events[i]) == arm_of(event)) return true;
    return false;
  };
  std::vector<std::size_t> places;
  std::vector<std::string> names;
  bool all_chosen = true;
  for (std::size_t i = 0; i < events; ++i) {
    const std::string& event = plan.table.events[i];
    if (!in_arm(event) || !(scored[i] || is_visit_without_scores(event, plan.table.form == "REDCap")))
      continue;
    places.push_back(i);
    names.push_back(event);
    all_chosen = all_chosen && std::any_of(choices.visits.begin(), choices.visits.end(),
                                           [&](const EventChoice& choice) { return choice.event == event; });
  }
  std::vector<Diagnostic> notes;
  std::vector<int> numbers = tables::visit_numbers(names, notes);
  // A follow-up alone is not the first visit.
  if (names.size() == 1 &&
      tables::read_visit_name(names.front()).word.value_or(0) >= tables::VisitWord::after)
    numbers.front() = 2;
  if (plan.record) {
    say_apart(plan, places, names, notes);
    say_arms(plan, in_record, scored, notes);
    say_instances(plan, in_record, scored, notes);
  }
  plan.visits.resize(events);
  for (std::size_t i = 0; i < places.size(); ++i) plan.visits[places[i]] = numbers[i];
  if (!all_chosen) plan.diagnostics.insert(plan.diagnostics.end(), notes.begin(), notes.end());
}

/// Two names of visits beside one scale are two visits.
Status check_suffixes(const ScorePlan& plan) {
  std::map<std::pair<const Scale*, int>, std::string> names;
  for (const ScoreTarget& target : plan.targets) {
    if (!target.scale || target.named.visit.empty()) continue;
    const auto [known, is_new] = names.try_emplace({target.scale, target.visit}, target.named.visit);
    if (is_new || known->second == target.named.visit) continue;
    return Error{"E_SCORE_VISIT",
                 words::say<"imports.suffix_clash">({{"first", words::as_is(known->second)},
                                                     {"other", words::as_is(target.named.visit)},
                                                     {"scale", said_title(*target.scale)}}),
                 words::say<"scores.where.columns">()};
  }
  return success();
}

/// Which visit the columns of one visit are (epds_t0, epds_t1), by the names of all of them.
Status number_columns(ScorePlan& plan) {
  std::vector<std::string> names;
  for (const ScoreTarget& target : plan.targets)
    if (const std::string& name = target.named.visit;
        target.scale && !name.empty() && std::find(names.begin(), names.end(), name) == names.end())
      names.push_back(name);
  std::map<const Scale*, std::set<std::string>> of_scale;
  for (const ScoreTarget& target : plan.targets)
    if (target.scale && !target.named.visit.empty()) of_scale[target.scale].insert(target.named.visit);
  const auto beside_one = [&](std::size_t a, std::size_t b) {
    return std::any_of(of_scale.begin(), of_scale.end(), [&](const auto& scale) {
      return scale.second.contains(names[a]) && scale.second.contains(names[b]);
    });
  };
  const std::vector<int> numbers = tables::suffix_numbers(names, beside_one, plan.diagnostics);
  for (ScoreTarget& target : plan.targets)
    for (std::size_t i = 0; i < names.size(); ++i)
      if (target.scale && target.named.visit == names[i]) target.visit = numbers[i];
  return check_suffixes(plan);
}

Status choose_visits(ScorePlan& plan, const ScoreImport& choices) {
  if (const Status status = number_columns(plan); !status) return status;
  propose_visits(plan, choices);
  constexpr int most_visits = 99;
  for (const EventChoice& choice : choices.visits) {
    const auto event = place_in(plan.table.events, choice.event);
    if (!event)
      return Error{"E_SCORE_VISIT",
                   words::say<"scores.no_such_event">({{"event", words::as_is(choice.event)}}),
                   words::say<"scores.where.visits">()};
    if (choice.visit < 0 || choice.visit > most_visits)
      return Error{"E_SCORE_VISIT", words::say<"scores.visit_or_none">(),
                   words::say<"scores.where.visits">()};
    plan.visits[*event] = choice.visit;
  }
  for (const ScoreTarget& target : plan.targets)
    if (target.visit < 0 || target.visit > most_visits)
      return Error{"E_SCORE_VISIT", words::say<"scores.visit">(), words::say<"scores.where.columns">()};
  return success();
}

}  // namespace

Result<ScorePlan> plan_import(std::string_view csv, const ScoreImport& choices) {
  ScorePlan plan;
  auto table = read_score_table(csv);
  if (!table) return table.error();
  plan.table = std::move(*table);
  plan.diagnostics = plan.table.diagnostics;
  plan.scales = known_scales();
  plan.scales.insert(plan.scales.end(), choices.scales.begin(), choices.scales.end());
  if (!choices.item_key.empty()) {
    auto keys = read_item_key(choices.item_key, plan.scales);
    if (!keys)
      return Error{keys.error().code, words::say<"scores.key.wrong">({{"why", keys.error().message}}),
                   keys.error().where};
    plan.keys = std::move(*keys);
  }
  for (const auto choose : {choose_record, choose_columns, choose_visits})
    if (const Status status = choose(plan, choices); !status) return status.error();
  if (plan.record && rater_in(plan.table.records[*plan.record]) == "partner")
    plan.diagnostics.push_back({"W_SCORE_RECORD_RATER", Severity::warning,
                                words::say<"imports.record_of_partner">(
                                    {{"record", words::as_is(plan.table.records[*plan.record])}}),
                                words::say<"scores.where.record">(), ""});
  say_score_doubts(plan);
  return plan;
}

}  // namespace attune::behavior
