#include "ecg/rr_classes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include "ecg/edit.hpp"
#include "stats/quantile.hpp"

namespace attune::ecg {

namespace {

constexpr std::size_t fewest_beats = 6;  // the decision space looks two differences ahead

/// `count` values around each place, fewer at the ends.
std::span<const double> around(const std::vector<double>& x, std::size_t i, int count) {
  const std::size_t half = static_cast<std::size_t>(count) / 2;
  const std::size_t from = i > half ? i - half : 0;
  const std::size_t to = std::min(x.size(), i + half + 1);
  return std::span(x).subspan(from, to - from);
}

/// The decision space of one run: index i is the interval that ends with beat i + 1.
struct DecisionSpace {
  std::vector<double> rr_ms, median_ms;
  std::vector<double> change, change_beside, change_after;  ///< dRR, S12 and S22, in thresholds
  std::vector<double> deviation;                            ///< mRR, in thresholds
  std::vector<double> deviation_threshold_ms;
};

std::vector<double> thresholds(const std::vector<double>& x, double least_ms, const Settings& s) {
  std::vector<double> magnitude;
  for (const double value : x) magnitude.push_back(std::abs(value));
  std::vector<double> result;
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double spread = stats::quartile_deviation(around(magnitude, i, s.editing.threshold_beats));
    result.push_back(std::max(s.editing.threshold_factor * spread, least_ms));
  }
  return result;
}

DecisionSpace decision_space(const std::vector<Beat>& beats, const Settings& s) {
  DecisionSpace d;
  for (std::size_t i = 0; i + 1 < beats.size(); ++i)
    d.rr_ms.push_back((beats[i + 1].time_s - beats[i].time_s) * 1000);
  const std::size_t n = d.rr_ms.size();
  std::vector<double> difference(n, 0.0);
  double sum = 0;
  for (std::size_t i = 1; i < n; ++i) sum += difference[i] = d.rr_ms[i] - d.rr_ms[i - 1];
  difference[0] = sum / static_cast<double>(n - 1);
  const double least_ms =
      std::max(s.editing.min_threshold_ms,
               s.editing.berntson_factor * berntson_criterion_ms(d.rr_ms, CriterionBasis::differences));
  const auto change_threshold = thresholds(difference, least_ms, s);
  std::vector<double> deviation_ms;
  for (std::size_t i = 0; i < n; ++i) {
    d.change.push_back(difference[i] / change_threshold[i]);
    d.median_ms.push_back(stats::median(around(d.rr_ms, i, s.editing.median_beats)));
    const double deviation = d.rr_ms[i] - d.median_ms[i];
    deviation_ms.push_back(deviation < 0 ? 2 * deviation : deviation);
  }
  d.deviation_threshold_ms = thresholds(deviation_ms, least_ms, s);
  for (std::size_t i = 0; i < n; ++i) d.deviation.push_back(deviation_ms[i] / d.deviation_threshold_ms[i]);
  const auto at = [&](std::size_t i) { return i < n ? d.change[i] : 0.0; };
  for (std::size_t i = 0; i < n; ++i) {
    const double before = i > 0 ? d.change[i - 1] : 0;
    d.change_beside.push_back(d.change[i] > 0 ? std::max(before, at(i + 1)) : std::min(before, at(i + 1)));
    d.change_after.push_back(d.change[i] >= 0 ? std::min(at(i + 1), at(i + 2))
                                              : std::max(at(i + 1), at(i + 2)));
  }
  return d;
}

enum class RrClass { normal, ectopic, extra, long_short };

RrClass class_of(const DecisionSpace& d, std::size_t i, const Settings& s) {
  const double change = d.change[i];
  if (change > 1 && d.change_beside[i] < -s.editing.c1 * change - s.editing.c2) return RrClass::ectopic;
  if (change < -1 && d.change_beside[i] > -s.editing.c1 * change + s.editing.c2) return RrClass::ectopic;
  const bool jumps_up = change > 1 && d.change_after[i] < -1;
  const bool jumps_down = change < -1 && d.change_after[i] > 1;
  if (!jumps_up && !jumps_down && std::abs(d.deviation[i]) <= 3) return RrClass::normal;
  const double tolerance = d.deviation_threshold_ms[i];
  const bool has_next = i + 1 < d.rr_ms.size();
  if (jumps_down && has_next && std::abs(d.rr_ms[i] + d.rr_ms[i + 1] - d.median_ms[i]) < tolerance)
    return RrClass::extra;
  return RrClass::long_short;
}

/// How many beats an interval lacks: a whole multiple of the median, within the threshold a beat. 0: none, or
/// more than may be put in.
int lacking_beats(const DecisionSpace& d, std::size_t i, const Settings& s) {
  if (d.rr_ms[i] < s.rhythm.long_ratio * d.median_ms[i]) return 0;
  const double beats = std::round(d.rr_ms[i] / d.median_ms[i]);
  const bool fits = std::abs(d.rr_ms[i] / beats - d.median_ms[i]) < d.deviation_threshold_ms[i];
  const int lacking = static_cast<int>(beats) - 1;
  return fits && lacking <= s.editing.most_missed ? lacking : 0;
}

}  // namespace

std::vector<Beat> edit_run(std::vector<Beat> run, const Settings& settings) {
  if (run.size() < fewest_beats) return run;
  const DecisionSpace d = decision_space(run, settings);
  std::vector<Beat> put_in;
  for (std::size_t i = 0; i < d.rr_ms.size(); ++i) {
    Beat& beat = run[i + 1];  // ends interval i
    // Whoever set one of its beats by hand has looked at this interval.
    if (beat.kind != BeatKind::detected || run[i].kind != BeatKind::detected) continue;
    if (const int lacking = lacking_beats(d, i, settings); lacking > 0) {
      const double spacing_s = (beat.time_s - run[i].time_s) / (lacking + 1);
      for (int k = 1; k <= lacking; ++k)
        put_in.push_back({run[i].time_s + k * spacing_s, BeatKind::missed, 0, 0,
                          "no beat found in an interval of several"});
      continue;
    }
    const RrClass found = class_of(d, i, settings);
    if (found == RrClass::normal) continue;
    if (found == RrClass::extra) {
      beat.kind = BeatKind::extra;
      beat.reason = "splits one interval in two";
      ++i;  // the other part of the split interval
      continue;
    }
    if (i + 2 >= run.size()) continue;  // no neighbour on the right to be placed between
    beat.found_s = beat.time_s;
    beat.time_s = (run[i].time_s + run[i + 2].time_s) / 2;
    beat.kind = found == RrClass::ectopic ? BeatKind::ectopic : BeatKind::long_short;
    beat.reason =
        found == RrClass::ectopic ? "short and long interval around it" : "interval far from the median";
    ++i;  // the next interval changed with it
  }
  run.insert(run.end(), put_in.begin(), put_in.end());
  std::stable_sort(run.begin(), run.end(), [](const Beat& a, const Beat& b) { return a.time_s < b.time_s; });
  return run;
}

}  // namespace attune::ecg
