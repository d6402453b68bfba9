#include "report/layers.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

#include "report/calendar.hpp"
#include "report/layer_wording.hpp"
#include "report/measures.hpp"
#include "report/still_face_measures.hpp"
#include "report/studies.hpp"
#include "report/visit_names.hpp"
#include "stats/holm.hpp"
#include "stats/quantile.hpp"
#include "stats/single_case.hpp"
#include "stats/students_t.hpp"
#include "words/ids/finding.hpp"

namespace attune::report {
namespace {

constexpr const char* arcsine = "arcsine";

MatchOn match_on(const visit::Visit& visit, const Comparison& comparison) {
  return {visit::counted_age(visit), comparison.sex};
}

Place place_at(const Measure& measure, std::size_t i, const std::vector<visit::Visit>& visits,
               const Comparison& comparison) {
  const visit::Visit& visit = visits[i];
  Place place;
  if (!comparison.reference) {
    place.reason = words::say<"finding.no_comparison_infants">();
    return place;
  }
  const Matched matched =
      match_infants(*comparison.reference, measure.id, i, match_on(visit, comparison), comparison.settings);
  const auto summary = matched.summary();
  place.n = summary.n;
  place.matched = matched.how;
  place.source = name_of_source(comparison.reference->source);
  if (!visit.age_months && tells_ages(*comparison.reference, measure.id)) {
    place.reason = words::say<"finding.no_age">({{"visit", name_of_visit(visits, i)}});
    return place;
  }
  if (lacks_ages(*comparison.reference, measure.id, match_on(visit, comparison))) {
    place.reason = words::say<"finding.no_ages">();
    return place;
  }
  if (summary.n == 0) {
    place.reason =
        matched.withheld
            ? words::say<"finding.withheld">({{"how", matched.how}})
            : words::say<"finding.none_has">({{"measure", words::as_is(measure.id)}, {"how", matched.how}});
    return place;
  }
  const int fewest = comparison.settings.fewest_infants;
  if (summary.n < fewest) {
    place.reason =
        words::say<"finding.too_few">({{"n", summary.n}, {"how", matched.how}, {"needed", fewest}});
    return place;
  }
  place.mean = summary.mean;
  place.sd = summary.sd;
  if (!matched.aggregate) {
    const stats::RobustSummary robust = stats::robust_summary(matched.values);
    place.median = robust.median;
    place.robust_sd = robust.sd;
  }
  if (!measure.visits[i].value) {
    place.reason = words::say<"finding.no_value">({{"visit", name_of_visit(visits, i)}});
    return place;
  }
  if (words::Text doubt = doubt_of(measure, visit); !doubt.empty()) {
    place.reason = std::move(doubt);
    return place;
  }
  const auto found = stats::place_in_sample(*measure.visits[i].value, summary);
  if (!found) {
    place.reason = words::say<"finding.all_alike">();
    return place;
  }
  place.t = found->t;
  place.df = found->df;
  place.p = found->p;
  place.percentile = found->percentile;
  place.percentile_low = found->percentile_low;
  place.percentile_high = found->percentile_high;
  return place;
}

/// Every matched infant's value at each visit, for figures.
std::vector<ComparisonInfant> infants_behind(const Measure& measure, const std::vector<visit::Visit>& visits,
                                             const Comparison& comparison) {
  std::map<std::string, ComparisonInfant> infants;
  for (std::size_t i = 0; i < visits.size(); ++i)
    for (const auto& [name, value] : matched_values(*comparison.reference, measure.id, i,
                                                    match_on(visits[i], comparison), comparison.settings)) {
      auto& values = infants[name].values;
      values.resize(visits.size());
      values[i] = value;
    }
  std::vector<ComparisonInfant> behind;
  for (auto& entry : infants) behind.push_back(std::move(entry.second));
  return behind;
}

/// The scale on which changes of the measure are judged.
struct Scale {
  bool shares = false;

  double to(double value) const { return shares ? std::asin(std::sqrt(std::clamp(value, 0.0, 1.0))) : value; }
  double back(double value) const {
    if (!shares) return value;
    const double sine = std::sin(std::clamp(value, 0.0, std::numbers::pi / 2));
    return sine * sine;
  }
};

/// Changes that are not reliable at a level, in the measure's own unit.
void draw_band(ReliableChange& change, double baseline, Scale scale, double level) {
  change.level = level;
  if (change.points || !change.se) return;
  const stats::ChangeTest test{.expected = *change.control_change, .se = *change.se, .df = change.df};
  const double half = test.half_width(level), from = scale.to(baseline);
  change.band_low = scale.back(from + test.expected - half) - baseline;
  change.band_high = scale.back(from + test.expected + half) - baseline;
}

void take(ReliableChange& change, const stats::ChangeTest& test) {
  change.index = test.t;
  change.df = test.df;
  change.p = test.p;
  change.se = test.se;
  change.control_change = test.expected;
}

/// By what comparison infants have to fit: age, sex, both or none.
const char* fit_by(const MatchOn& on, const visit::ComparisonSettings& settings) {
  const bool sex = settings.match_sex && !on.sex.empty();
  if (on.age_months) return sex ? "both" : "age";
  return sex ? "sex" : "none";
}

words::Text too_few_seen(int n, const Change& change, const std::vector<visit::Visit>& visits,
                         const MatchOn& on, const visit::ComparisonSettings& settings) {
  const words::AsIs fit = words::as_is(fit_by(on, settings));
  if (change.from == 0 && change.to == 1)
    return words::say<"finding.too_few_twice">({{"n", n}, {"fit", fit}, {"needed", settings.fewest_infants}});
  return words::say<"finding.too_few_between">(
      {{"n", n},
       {"fit", fit},
       {"from", name_of_visit(visits, static_cast<std::size_t>(change.from))},
       {"to", name_of_visit(visits, static_cast<std::size_t>(change.to))},
       {"needed", settings.fewest_infants}});
}

/// Why the table has too few infants to compare the change with: the true reason, not that nobody was seen twice.
words::Text too_few_changes(const MatchedChanges& matched, int n, const Measure& measure,
                            const Change& change, const std::vector<visit::Visit>& visits,
                            const Comparison& comparison) {
  const Reference& reference = *comparison.reference;
  const MatchOn on = match_on(visits[static_cast<std::size_t>(change.from)], comparison);
  if (matched.withheld) return words::say<"finding.withheld">({{"how", matched.how}});
  if (matched.of_other_interval > 0)
    return words::say<"finding.other_interval">({{"left_out", matched.of_other_interval}, {"n", n}});
  if (!reference.aggregates.empty() && !matched.aggregate)
    return words::say<"finding.means_without_changes">({{"later", change.from > 0}});
  if (lacks_ages(reference, measure.id, on)) return words::say<"finding.no_ages">();
  return too_few_seen(n, change, visits, on, comparison.settings);
}

/// What comparison infants say of a change: the forms, the leading one first; or why they say nothing.
struct Compared {
  std::vector<ReliableChange> forms;
  words::Text reason;
};

Compared against_infants(const Measure& measure, const Change& change,
                         const std::vector<visit::Visit>& visits, const Comparison& comparison) {
  const auto from = static_cast<std::size_t>(change.from), to = static_cast<std::size_t>(change.to);
  const visit::ComparisonSettings& settings = comparison.settings;
  const MatchedChanges matched = match_changes(
      *comparison.reference,
      {measure.id, from, to, match_on(visits[from], comparison), months_between(visits[from], visits[to])},
      settings);
  const Scale scale{is_share(measure) &&
                    !matched.aggregate};  // a mean of shares cannot be transformed any more
  std::vector<stats::TwoVisits> infants;
  std::vector<double> changes;
  for (const stats::TwoVisits& infant : matched.infants) {
    infants.push_back({scale.to(infant.before), scale.to(infant.after)});
    changes.push_back(infants.back().after - infants.back().before);
  }
  const stats::Summary summary = matched.aggregate ? *matched.aggregate : stats::summarize(changes);
  if (summary.n < settings.fewest_infants)
    return {{}, too_few_changes(matched, summary.n, measure, change, visits, comparison)};
  const double before = scale.to(*measure.visits[from].value), after = scale.to(*measure.visits[to].value);
  ReliableChange shape;
  shape.scale = scale.shares ? arcsine : "";
  shape.n = summary.n;
  shape.interval_known = matched.interval_known;
  shape.comparison_source = name_of_source(comparison.reference->source);
  shape.source = words::say<"finding.source.changes">({{"n", summary.n},
                                                       {"how", matched.how},
                                                       {"source", some(shape.comparison_source)},
                                                       {"name", source_name(shape.comparison_source)}});
  Compared compared;
  const auto add = [&](const char* method, const std::optional<stats::ChangeTest>& test, double sd) {
    if (!test) return;
    ReliableChange form = shape;
    form.method = method;
    form.sd = sd;
    take(form, *test);
    compared.forms.push_back(std::move(form));
  };
  const stats::TwoVisitSummary both = stats::summarize(infants);
  add("control-adjusted", stats::control_adjusted_change(before, after, summary), summary.sd);
  if (!compared.forms.empty() && !matched.aggregate) {
    const stats::RobustSummary robust = stats::robust_summary(changes);
    compared.forms[0].median_change = robust.median;
    compared.forms[0].robust_sd = robust.sd;
  }
  add("regression-based", stats::regression_based_change(before, after, both), both.after.sd);
  const double from_mean = std::abs(before - both.before.mean);
  const bool extreme =
      compared.forms.size() == 2 && from_mean >= settings.regression_from_sd * both.before.sd;
  // Of a share the form that is less sure leads: both have to be.
  const bool less_sure =
      compared.forms.size() == 2 && scale.shares && *compared.forms[1].p > *compared.forms[0].p;
  if (scale.shares ? less_sure : extreme) std::swap(compared.forms[0], compared.forms[1]);
  if (compared.forms.empty()) compared.reason = words::say<"finding.all_changed_alike">();
  return compared;
}

const visit::Reliability* reliability_of(const std::string& measure,
                                         const visit::ComparisonSettings& settings) {
  for (const visit::Reliability& reliability : settings.reliabilities)
    if (reliability.measure == measure) return &reliability;
  return nullptr;
}

/// The plain form, with the SD that was given, else that of the comparison infants at the first visit.
std::optional<ReliableChange> jacobson_truax(const Measure& measure, const Change& change,
                                             const Comparison& comparison) {
  const visit::Reliability* known = reliability_of(measure.id, comparison.settings);
  if (!known) return std::nullopt;
  const Place& first = measure.places[static_cast<std::size_t>(change.from)];
  const bool of_infants = !known->sd && first.sd;
  ReliableChange result;
  result.method = "Jacobson–Truax";
  result.sd = known->sd ? known->sd : first.sd;
  result.reliability = known->reliability;
  if (of_infants) {
    result.n = first.n;
    result.comparison_source = first.source;
    result.source = words::say<"finding.source.retest_and_infants">({{"retest", words::as_is(known->source)},
                                                                     {"n", first.n},
                                                                     {"how", first.matched},
                                                                     {"source", some(first.source)},
                                                                     {"name", source_name(first.source)}});
  } else {
    result.source = words::say<"finding.source.retest">({{"retest", words::as_is(known->source)}});
  }
  if (!result.sd) return std::nullopt;
  const auto test =
      stats::reliable_change(*measure.visits[change.from].value, *measure.visits[change.to].value, *result.sd,
                             known->reliability, of_infants ? std::optional<int>(first.n) : std::nullopt);
  if (!test) return std::nullopt;
  take(result, *test);
  return result;
}

/// The fixed number of points of the EPDS that count as reliable, in units of which its change is given.
std::optional<ReliableChange> by_points(const Measure& measure, const Change& change,
                                        const Comparison& comparison) {
  if (measure.id != "epds") return std::nullopt;
  ReliableChange result;
  result.method = "points";
  result.points = comparison.settings.epds_reliable_points;
  result.usual_drift = comparison.settings.epds_usual_drift;
  result.index = *measure.visits[change.to].value - *measure.visits[change.from].value;
  result.source = words::say<"finding.source.points">();
  result.band_low = -*result.points;
  result.band_high = *result.points;
  return result;
}

ReliableFinding finding_of(const ReliableChange& change, double p, double level) {
  const bool beyond = change.points ? std::abs(*change.index) >= *change.points : p < level;
  if (!beyond) return ReliableFinding::no_reliable_change;
  return *change.index > 0 ? ReliableFinding::reliable_increase : ReliableFinding::reliable_decrease;
}

/// The studies' average change from baseline in units of this measure, where comparison infants tell its spread.
std::optional<double> effect_here(const Measure& measure, const Change& change) {
  const auto d = change.from == 0 ? studies_effect(measure.id) : std::nullopt;
  const auto& sd = measure.places[static_cast<std::size_t>(change.from)].sd;
  return d && sd ? std::optional<double>(*d * *sd) : std::nullopt;
}

void judge(const Measure& measure, Change& change, const std::vector<visit::Visit>& visits,
           const Comparison& comparison) {
  ReliableChange& none = change.reliable;
  for (const int side : {change.from, change.to}) {
    const auto i = static_cast<std::size_t>(side);
    if (const words::Text doubt = doubt_of(measure, visits[i]); !doubt.empty()) {
      none.reason = words::say<"finding.at_visit">({{"visit", name_of_visit(visits, i)}, {"reason", doubt}});
      return;
    }
    if (!measure.visits[i].value) {
      none.reason = words::say<"finding.no_value">({{"visit", name_of_visit(visits, i)}});
      return;
    }
  }
  Compared compared;
  if (auto found = by_points(measure, change, comparison))
    compared.forms.push_back(std::move(*found));
  else if (comparison.reference)
    compared = against_infants(measure, change, visits, comparison);
  if (auto found = jacobson_truax(measure, change, comparison)) compared.forms.push_back(std::move(*found));
  const visit::ComparisonSettings& settings = comparison.settings;
  const double baseline = *measure.visits[static_cast<std::size_t>(change.from)].value;
  for (ReliableChange& form : compared.forms) {
    draw_band(form, baseline, {form.scale == arcsine}, settings.reliable_level);
    form.finding = finding_of(form, form.p.value_or(1), settings.reliable_level);
    form.studies_effect = effect_here(measure, change);
  }
  const bool leads = !compared.forms.empty() && (compared.forms.front().method != "Jacobson–Truax" ||
                                                 reliability_of(measure.id, settings)->decides);
  if (leads) {
    change.reliable = std::move(compared.forms.front());
    compared.forms.erase(compared.forms.begin());
  } else if (!compared.reason.empty()) {
    none.reason = compared.reason;
  } else {
    none.reason = comparison.reference ? words::say<"finding.nobody_twice">()
                                       : words::say<"finding.nothing_to_judge_by">();
  }
  change.other_forms = std::move(compared.forms);
}

/// Adjusts the k-th change of every domain's primary measure.
void adjust_family(std::vector<Measure>& measures, std::vector<Change> Measure::*list, std::size_t k,
                   double level) {
  std::vector<Measure*> family;
  std::vector<double> p;
  for (Measure& measure : measures) {
    const std::vector<Change>& changes = measure.*list;
    if (!measure.primary || k >= changes.size() || !changes[k].reliable.p) continue;
    // What was recorded differently is not judged, so it takes no share of the level.
    if (changes[k].ladder.strength == Strength::not_comparable) continue;
    family.push_back(&measure);
    p.push_back(*changes[k].reliable.p);
  }
  const std::vector<double> adjusted = stats::holm(p);
  const auto passed = static_cast<std::size_t>(
      std::count_if(adjusted.begin(), adjusted.end(), [&](double value) { return value < level; }));
  for (std::size_t i = 0; i < family.size(); ++i) {
    Change& change = (family[i]->*list)[k];
    change.reliable.p_holm = adjusted[i];
    change.reliable.finding = finding_of(change.reliable, adjusted[i], level);
    // Holm stops at the first that fails: whatever comes after it is tested at that one's level.
    const auto rank = static_cast<std::size_t>(
        std::count_if(p.begin(), p.end(), [&](double other) { return other < p[i]; }));
    const double baseline = *family[i]->visits[static_cast<std::size_t>(change.from)].value;
    draw_band(change.reliable, baseline, {change.reliable.scale == arcsine},
              level / static_cast<double>(family.size() - std::min(rank, passed)));
  }
}

}  // namespace

void add_layers(Measure& measure, const std::vector<visit::Visit>& visits, const Comparison& comparison) {
  for (std::size_t i = 0; i < visits.size(); ++i)
    measure.places.push_back(place_at(measure, i, visits, comparison));
  if (comparison.reference) measure.comparison_infants = infants_behind(measure, visits, comparison);
  for (const auto list : change_lists)
    for (Change& change : measure.*list) judge(measure, change, visits, comparison);
}

void adjust_for_domains(std::vector<Measure>& measures, double level) {
  for (const auto list : change_lists) {
    std::size_t changes = 0;
    for (const Measure& measure : measures) changes = std::max(changes, (measure.*list).size());
    for (std::size_t k = 0; k < changes; ++k) adjust_family(measures, list, k, level);
  }
}

}  // namespace attune::report
