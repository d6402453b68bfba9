#include "group/wording.hpp"

#include <algorithm>
#include <cmath>

#include "words/ask.hpp"
#include "words/ids/group.hpp"
#include "words/ids/measure.hpp"

namespace attune::group {
namespace {

using words::Said;
using words::Text;
using words::Value;

/// One later visit of one measure, with what its words rest on.
struct Told {
  const MeasureResult& measure;
  const LaterVisit& later;
  const GroupReport& report;

  bool low(const std::optional<double>& p) const { return p && *p < report.settings.significance; }
  bool changed_differently() const {
    return low(later.interaction_p) && low(measure.p_holm ? measure.p_holm : measure.group_by_time.p);
  }
  bool apart_first() const { return low(measure.told_first().p); }
  bool apart_later() const { return low(later.told_difference().p); }
  words::AsIs treated() const { return words::as_is(report.treated_group); }
  words::AsIs control() const { return words::as_is(report.control_group); }
  words::AsIs visit() const { return words::as_is(later.visit); }
};

/// Empty if it can be judged.
Text cannot_judge(const Told& told) {
  for (const Text* reason : {&told.later.interaction.reason, &told.measure.first_difference.estimate.reason,
                             &told.later.difference.estimate.reason})
    if (!reason->empty()) return words::say<"group.cannot_judge">({{"reason", *reason}});
  return {};
}

Said different_change(const Told& told) {
  if (!told.apart_first())
    return told.apart_later() ? words::say<"group.differently_apart">({{"visit", told.visit()}})
                              : words::say<"group.differently">({{"visit", told.visit()}});
  if (std::abs(*told.later.told_difference().estimate.value) >=
      std::abs(*told.measure.told_first().estimate.value))
    return words::say<"group.away">({{"treated", told.treated()}, {"control", told.control()}});
  return told.apart_later()
             ? words::say<"group.toward_apart">(
                   {{"treated", told.treated()}, {"control", told.control()}, {"visit", told.visit()}})
             : words::say<"group.toward">(
                   {{"treated", told.treated()}, {"control", told.control()}, {"visit", told.visit()}});
}

Text finding_of(const Told& told) {
  if (const Text none = cannot_judge(told); !none.empty()) return none;
  if (told.changed_differently()) return different_change(told);
  if (told.apart_first() && told.apart_later()) return words::say<"group.apart_both">();
  if (told.apart_first()) return words::say<"group.apart_first">({{"visit", told.visit()}});
  if (told.apart_later()) return words::say<"group.apart_later">({{"visit", told.visit()}});
  return words::say<"group.no_evidence">();
}

bool is_bare(const MeasureResult& measure) {
  return measure.unit.empty() || measure.unit == "ln";
}

/// A unit after this value, as far as its form hangs on the number.
Value unit_of(const MeasureResult& measure, double value) {
  if (!words::says<"measure.unit.points">(measure.unit)) return measure.unit;
  return words::say<"group.points">({{"n", words::number(value, measure.decimals)}});
}

/// "+0.15 ln ms² (95 % CI +0.05 to +0.25, p = .004)"
Said with_interval(const Estimate& estimate, const MeasureResult& measure, double p) {
  const int d = measure.decimals;
  return words::say<"group.number">({{"value", words::change(*estimate.value, d)},
                                     {"bare", is_bare(measure)},
                                     {"unit", unit_of(measure, *estimate.value)},
                                     {"low", words::change(*estimate.ci_low, d)},
                                     {"high", words::change(*estimate.ci_high, d)},
                                     {"p", words::probability(p)}});
}

Said own_change(const std::string& group, const Tested& change, const MeasureResult& measure) {
  const words::AsIs name = words::as_is(group);
  if (!change.p) return words::say<"group.own_none">({{"group", name}, {"reason", change.estimate.reason}});
  return words::say<"group.own_change">(
      {{"group", name}, {"change", with_interval(change.estimate, measure, *change.p)}});
}

/// The difference of the changes with its p, that of all later visits, and Holm's.
Said difference(const Told& told) {
  const MeasureResult& measure = told.measure;
  const Estimate& estimate = told.later.interaction;
  const int d = measure.decimals;
  Value::List p{words::probability(*told.later.interaction_p)};
  if (measure.group_by_time.p && measure.group_by_time.df_num > 1)
    p.push_back(words::say<"group.p_all">({{"p", words::probability(*measure.group_by_time.p)}}));
  if (measure.primary && measure.p_holm)
    p.push_back(words::say<"group.p_holm">({{"p", words::probability(*measure.p_holm)}}));
  return words::say<"group.difference">({{"value", words::change(*estimate.value, d)},
                                         {"bare", is_bare(measure)},
                                         {"unit", unit_of(measure, *estimate.value)},
                                         {"low", words::change(*estimate.ci_low, d)},
                                         {"high", words::change(*estimate.ci_high, d)},
                                         {"p", std::move(p)}});
}

Said change_sentence(const Told& told) {
  return words::say<"group.change">(
      {{"first", words::as_is(told.report.visits.front())},
       {"visit", told.visit()},
       {"treated", own_change(told.report.treated_group, told.later.told_treated(), told.measure)},
       {"control", own_change(told.report.control_group, told.later.told_control(), told.measure)},
       {"difference", difference(told)},
       {"differently", told.changed_differently()}});
}

Said place_sentence(const Told& told) {
  const GroupEquivalence& found = told.later.equivalence;
  const bool judged = found.p && found.power;
  const Tested& there = told.later.told_difference();
  return words::say<"group.place">(
      {{"visit", told.visit()},
       {"treated", told.treated()},
       {"control", told.control()},
       {"difference", with_interval(there.estimate, told.measure, *there.p)},
       {"apart", told.apart_later()},
       {"equivalence", found.finding},
       {"judged", judged},
       {"p", judged ? Value(words::probability(*found.p)) : Value()},
       {"power", judged ? Value(words::number(100 * *found.power, 0)) : Value()}});
}

Said pair_sentence(const Told& told) {
  const Tested& change = told.later.pairs->change;
  if (!change.p) return words::say<"group.pairs_none">({{"reason", change.estimate.reason}});
  return words::say<"group.pairs">(
      {{"n", change.estimate.n}, {"change", with_interval(change.estimate, told.measure, *change.p)}});
}

/// What is missing, and what those say who lack nothing; none where there is nothing to say.
void add_completers(std::vector<Text>& notes, const Told& told) {
  const LaterVisit& later = told.later;
  if (later.incomplete())
    notes.push_back(
        words::say<"group.at_random">({{"n", later.incomplete_treated + later.incomplete_control}}));
  const words::Number alpha = words::probability(told.report.settings.significance);
  if (!later.incomplete() && later.completers_disagree)
    notes.push_back(
        words::say<"group.gains">({{"p", words::probability(*later.change_p)}, {"alpha", alpha}}));
  if (later.incomplete() && later.change_p)
    notes.push_back(words::say<"group.completers">(
        {{"treated", told.treated()},
         {"treated_n", later.treated_change.estimate.n},
         {"control", told.control()},
         {"control_n", later.control_change.estimate.n},
         {"value", words::change(*later.change_difference.value, told.measure.decimals)},
         {"bare", is_bare(told.measure)},
         {"unit", unit_of(told.measure, *later.change_difference.value)},
         {"p", words::probability(*later.change_p)},
         {"disagree", later.completers_disagree},
         {"alpha", alpha}}));
}

/// The smaller of the shifts that would change the answer.
Said tipping(const Told& told) {
  const MissingSensitivity& found = *told.later.sensitivity;
  if (!found.delta_treated && !found.delta_control) return words::say<"group.tipping_none">();
  const bool treated = found.delta_treated && (!found.delta_control || std::abs(*found.delta_treated) <=
                                                                           std::abs(*found.delta_control));
  const double delta = treated ? *found.delta_treated : *found.delta_control;
  const auto& sd = treated ? found.delta_treated_sd : found.delta_control_sd;
  return words::say<"group.tipping">(
      {{"group", treated ? told.treated() : told.control()},
       {"share", words::number(100 * (treated ? found.missing_treated : found.missing_control), 0)},
       {"value", words::number(std::abs(delta), told.measure.decimals)},
       {"bare", is_bare(told.measure)},
       {"unit", unit_of(told.measure, std::abs(delta))},
       {"sd", words::number(std::abs(sd.value_or(0)), 2)},
       {"way", words::as_is(delta > 0 ? "up" : "down")}});
}

/// What a reader of the sentence must know beside it.
std::vector<Text> notes_of(const Told& told) {
  std::vector<Text> notes;
  add_completers(notes, told);
  if (told.later.sensitivity) notes.push_back(tipping(told));
  const auto& model = told.measure.group_by_time;
  if (model.singular && model.correlation)
    notes.push_back(words::say<"group.negative">({{"r", words::change(*model.correlation, 2)}}));
  return notes;
}

Said sentence_of(const Told& told) {
  const MeasureResult& measure = told.measure;
  const Said head = words::say<"group.head">({{"primary", measure.primary},
                                              {"title", measure.title},
                                              {"known", !measure.up_means.empty()},
                                              {"up", measure.up_means}});
  if (const Text none = cannot_judge(told); !none.empty())
    return words::say<"group.sentence_none">({{"head", head}, {"reason", none}});
  const bool paired = told.later.pairs.has_value();
  Said sentence = words::say<"group.sentence">({{"head", head},
                                                {"change", change_sentence(told)},
                                                {"place", place_sentence(told)},
                                                {"paired", paired},
                                                {"pairs", paired ? Value(pair_sentence(told)) : Value()}});
  for (const Text& note : notes_of(told))
    sentence = words::say<"group.then">({{"first", std::move(sentence)}, {"second", note}});
  return sentence;
}

/// "ppd at visit 2: 3 without a value (no recording 2, too little clean EEG 1)"; none if none is missing.
std::optional<Said> missing_in(const CellSummary& cell) {
  int count = 0;
  Value::List reasons;
  for (const auto& [name, times] : cell.missing) {
    count += times;
    const auto words = cell.missing_reasons.find(name);
    reasons.push_back(words::say<"group.reason_count">(
        {{"reason", words == cell.missing_reasons.end() ? Text(name) : words->second}, {"n", times}}));
  }
  if (count == 0) return std::nullopt;
  return words::say<"group.without_value">({{"group", words::as_is(cell.group)},
                                            {"visit", words::as_is(cell.visit)},
                                            {"n", count},
                                            {"reasons", std::move(reasons)}});
}

Text missing_words(const MeasureResult& measure) {
  std::vector<Text> cells;
  for (const CellSummary& cell : measure.cells)
    if (auto said = missing_in(cell)) cells.push_back(std::move(*said));
  return with_semicolons(cells);
}

}  // namespace

Text with_semicolons(std::span<const Text> texts) {
  if (texts.empty()) return {};
  if (texts.size() == 1) return texts.front();
  // Halved, so that a long list is not deep: what is said is read only so deep (base/json_said.cpp).
  const std::size_t half = (texts.size() + 1) / 2;
  return words::say<"group.and">(
      {{"first", with_semicolons(texts.first(half))}, {"second", with_semicolons(texts.subspan(half))}});
}

void add_words(MeasureResult& measure, const GroupReport& report) {
  for (LaterVisit& later : measure.later_visits) {
    const Told told{measure, later, report};
    later.finding = finding_of(told);
    if (later.completers_disagree)
      later.finding = words::say<"group.finding_alone">({{"finding", later.finding},
                                                         {"complete", !later.incomplete()},
                                                         {"p", words::probability(*later.change_p)}});
    if (told.low(later.equivalence.p))
      later.finding = words::say<"group.finding_and">(
          {{"finding", later.finding}, {"equivalence", later.equivalence.finding}, {"visit", told.visit()}});
    later.sentence = sentence_of(told);
  }
  measure.missing = missing_words(measure);
}

std::vector<Text> cautions_for(const GroupReport& report) {
  std::vector<Text> cautions{words::say<"group.caution.not_drawn">(),
                             words::say<"group.caution.no_evidence">(),
                             words::say<"group.caution.exploratory">(),
                             words::say<"group.caution.fewest">({{"n", report.settings.fewest_infants}})};
  const auto some_missing = [](const MeasureResult& measure) {
    return std::any_of(measure.later_visits.begin(), measure.later_visits.end(),
                       [](const LaterVisit& later) { return later.incomplete(); });
  };
  if (std::any_of(report.measures.begin(), report.measures.end(), some_missing))
    cautions.push_back(words::say<"group.caution.at_random">());
  return cautions;
}

}  // namespace attune::group
