// How often an infant without any true change is called reliably changed: values as they would be measured, of one infant and of
// comparison infants drawn alike, through the report's own layers.
#pragma once

#include <algorithm>
#include <cmath>
#include <functional>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "report/layers.hpp"
#include "report/strength.hpp"

namespace attune::test {

inline constexpr double retest = 0.6, months_apart = 2;

struct Drawn {
  double before = 0, after = 0;
};

/// A standard score seen twice, of whatever shape `shape` gives it.
inline Drawn draw(Random& random, const std::function<double(double)>& shape) {
  const double own = random.normal() * std::sqrt(retest), rest = std::sqrt(1 - retest);
  return {shape(own + rest * random.normal()), shape(own + rest * random.normal())};
}

/// A third of the infants show none of it, and few show much.
inline double skewed_share(double score) {
  return std::clamp(0.08 * std::exp(0.9 * score) - 0.05, 0.0, 1.0);
}

struct OneMeasure {
  std::string id = "rsa_ln_ms2";
  report::Domain domain = report::Domain::heart;
};

/// A measure of one infant with values at two visits, whose change is beyond its recordings' error or not judged.
inline report::Measure measure_of(const OneMeasure& one, Drawn values) {
  report::Measure measure;
  measure.id = one.id;
  measure.domain = one.domain;
  measure.primary = true;
  for (const double value : {values.before, values.after}) {
    Estimate estimate;
    estimate.value = value;
    measure.visits.push_back(estimate);
  }
  report::Change change;
  change.to = 1;
  change.change.value = values.after - values.before;
  measure.changes.push_back(change);
  return measure;
}

inline std::vector<visit::Visit> two_visits() {
  std::vector<visit::Visit> visits(2);
  visits[0].age_months = 5;
  visits[1].age_months = 5 + months_apart;
  return visits;
}

inline void add_infant(report::Reference& reference, const std::string& name, const std::string& measure,
                       Drawn values) {
  reference.values.push_back({name, 0, 5.0, "", measure, values.before});
  reference.values.push_back({name, 1, 5.0 + months_apart, "", measure, values.after});
}

/// Of `draws` unchanged infants, each against `n` comparison infants of its own, those called reliably changed. Infants
/// whose baseline lies at or above `highest_baseline` are not taken.
inline int called_changed(int draws, int n, const OneMeasure& one, const std::function<double(double)>& shape,
                          double highest_baseline, std::uint64_t seed) {
  int called = 0;
  Random random(seed);
  const std::vector<visit::Visit> visits = two_visits();
  for (int draw_number = 0; draw_number < draws; ++draw_number) {
    report::Reference reference;
    for (int i = 0; i < n; ++i) add_infant(reference, std::to_string(i), one.id, draw(random, shape));
    Drawn infant;
    do infant = draw(random, shape);
    while (infant.before >= highest_baseline);
    std::vector<report::Measure> measures{measure_of(one, infant)};
    report::add_layers(measures[0], visits, {&reference, "", {}});
    report::adjust_for_domains(measures, 0.05);
    const auto finding = measures[0].changes[0].reliable.finding;
    called += finding == report::ReliableFinding::reliable_increase ||
              finding == report::ReliableFinding::reliable_decrease;
  }
  return called;
}

}  // namespace attune::test
