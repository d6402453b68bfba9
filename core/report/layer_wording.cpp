#include "report/layer_wording.hpp"

#include <cmath>

#include "report/sentences.hpp"
#include "report/visit_names.hpp"
#include "words/ask.hpp"
#include "words/ids/finding.hpp"

namespace attune::report {
namespace {

using words::Said;
using words::Value;

Value on_df(const ReliableChange& change) {
  return change.df ? Value(words::say<"finding.layer.df">({{"df", words::at_most(*change.df, 1)}}))
                   : Value(words::as_is(""));
}

/// Median and robust SD of the comparison infants' changes, where that SD is unlike the plain one: few infants make the
/// spread.
Value robust_words(const ReliableChange& change) {
  constexpr double unlike = 1.5;  // own choice; it decides only what is shown
  if (!change.median_change || !(change.robust_sd > 0) || !(change.sd > 0)) return words::as_is("");
  const double ratio = *change.sd / *change.robust_sd;
  if (ratio < unlike && ratio > 1 / unlike) return words::as_is("");
  return words::say<"finding.layer.robust">(
      {{"median", words::change(*change.median_change, 2)}, {"sd", words::number(*change.robust_sd, 2)}});
}

Said method_words(const ReliableChange& change) {
  if (change.points)
    return words::say<"finding.layer.points">({{"change", words::change(*change.index, 0)},
                                               {"points", words::at_most(*change.points, 1)},
                                               {"usual", words::at_most(*change.usual_drift, 1)},
                                               {"source", change.source}});
  const words::Number t = words::change(*change.index, 2);
  if (change.reliability)
    return words::say<"finding.layer.jacobson_truax">({{"t", t},
                                                       {"df", on_df(change)},
                                                       {"sd", words::number(*change.sd, 2)},
                                                       {"r", words::number(*change.reliability, 2)},
                                                       {"source", change.source}});
  const words::Number expected = words::change(*change.control_change, 2);
  if (change.method == "regression-based")
    return words::say<"finding.layer.regression_based">(
        {{"t", t}, {"df", on_df(change)}, {"expected", expected}, {"source", change.source}});
  return words::say<"finding.layer.control_adjusted">({{"t", t},
                                                       {"df", on_df(change)},
                                                       {"expected", expected},
                                                       {"sd", words::number(*change.sd, 2)},
                                                       {"robust", robust_words(change)},
                                                       {"source", change.source}});
}

bool within(const Place& place) {
  return *place.p >= 0.05;
}

Said situation(const Place& before, const Place& after, bool changed) {
  if (within(before) && within(after)) return words::say<"finding.situation.stayed_within">();
  if (within(after))
    return changed ? words::say<"finding.situation.came_within">()
                   : words::say<"finding.situation.within_later">();
  if (within(before))
    return changed ? words::say<"finding.situation.left">() : words::say<"finding.situation.outside_later">();
  return changed && std::abs(*after.t) < std::abs(*before.t)
             ? words::say<"finding.situation.nearer">()
             : words::say<"finding.situation.stayed_outside">();
}

Said infants_matched(const Place& place) {
  return words::say<"finding.infants_matched">({{"n", place.n},
                                                {"how", place.matched},
                                                {"source", some(place.source)},
                                                {"name", source_name(place.source)}});
}

Said cannot_judge(Value reason) {
  return words::say<"finding.layer.cannot_judge">({{"reason", std::move(reason)}});
}

/// What is said in a hole; nothing where it holds none.
words::Text said_in(const Value& value) {
  const Said* said = std::get_if<Said>(&value.held());
  return said ? words::Text(*said) : words::Text();
}

}  // namespace

bool is_matched_by_age(const ReliableChange& change) {
  if (!words::says<"finding.source.changes">(change.source)) return false;
  words::Text how = said_in(words::in_hole<"finding.source.changes">(change.source, "how"));
  if (words::says<"finding.matched.interval">(how))
    how = said_in(words::in_hole<"finding.matched.interval">(how, "how"));
  else if (words::says<"finding.matched.unknown_interval">(how))
    how = said_in(words::in_hole<"finding.matched.unknown_interval">(how, "how"));
  return words::says<"finding.matched.age">(how);
}

Said say_reliable(const ReliableChange& change) {
  switch (change.finding) {
    case ReliableFinding::reliable_increase:
      return words::say<"finding.layer.increase">({{"method", method_words(change)}});
    case ReliableFinding::reliable_decrease:
      return words::say<"finding.layer.decrease">({{"method", method_words(change)}});
    case ReliableFinding::no_reliable_change:
      return words::say<"finding.layer.none">({{"method", method_words(change)}});
    default:
      return cannot_judge(without_stop(change.reason));
  }
}

Said how_judged(const ReliableChange& change) {
  if (change.reliability)
    return words::say<"finding.method.retest">({{"sd", words::number(*change.sd, 2)},
                                                {"r", words::number(*change.reliability, 2)},
                                                {"source", change.source}});
  if (change.method == "regression-based")
    return words::say<"finding.method.regression_based">(
        {{"infants", infants_words(change.n, change.comparison_source)}});
  return words::say<"finding.method.control_adjusted">(
      {{"infants", infants_words(change.n, change.comparison_source)}});
}

Said percentile_words(const Place& place) {
  const char* side = *place.percentile < 1 ? "below" : *place.percentile > 99 ? "above" : "within";
  return words::say<"finding.percentile">({{"side", words::as_is(side)},
                                           {"value", words::number(*place.percentile, 0)},
                                           {"low", words::number(place.percentile_low.value_or(0), 0)},
                                           {"high", words::number(place.percentile_high.value_or(100), 0)}});
}

Value source_name(const words::Text& source) {
  return source.empty() ? Value(words::as_is("")) : Value(source);
}

words::AsIs some(const words::Text& source) {
  return words::as_is(source.empty() ? "none" : "some");
}

Said infants_words(int n, const words::Text& source) {
  return words::say<"finding.infants">({{"n", n}, {"source", some(source)}, {"name", source_name(source)}});
}

Said place_situation(const Measure& measure, const Change& change) {
  const bool reliable = change.reliable.finding == ReliableFinding::reliable_increase ||
                        change.reliable.finding == ReliableFinding::reliable_decrease;
  return situation(measure.places[static_cast<std::size_t>(change.from)],
                   measure.places[static_cast<std::size_t>(change.to)], reliable);
}

Said say_places(const Measure& measure, const Change& change, const std::vector<visit::Visit>& visits) {
  const auto from = static_cast<std::size_t>(change.from), to = static_cast<std::size_t>(change.to);
  const Place &before = measure.places[from], &after = measure.places[to];
  if (!before.p || !after.p) {
    if (before.reason == after.reason) return cannot_judge(without_stop(before.reason));
    Value::List reasons;
    for (const std::size_t i : {from, to})
      if (const words::Text& reason = measure.places[i].reason; !reason.empty())
        reasons.push_back(words::say<"finding.at_visit">(
            {{"visit", name_of_visit(visits, i)}, {"reason", without_stop(reason)}}));
    return cannot_judge(words::say<"finding.list">({{"items", std::move(reasons)}}));
  }
  return words::say<"finding.place_words">({{"situation", place_situation(measure, change)},
                                            {"from", name_of_visit(visits, from)},
                                            {"before", percentile_words(before)},
                                            {"first", infants_matched(before)},
                                            {"to", name_of_visit(visits, to)},
                                            {"after", percentile_words(after)},
                                            {"last", infants_matched(after)}});
}

}  // namespace attune::report
