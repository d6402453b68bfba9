#include "hrv/nn_series.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <vector>

#include "base/sort_by.hpp"
#include "ecg/edit.hpp"
#include "stats/quantile.hpp"

namespace attune::hrv {

namespace {

/// Stretches by their start, each with the latest end so far: whether one of them holds or meets a time is told in
/// the logarithm of their number.
class Stretches {
 public:
  explicit Stretches(std::span<const Interval> stretches) : by_start_(stretches.begin(), stretches.end()) {
    sort_by(by_start_, &Interval::start_s);
    for (std::size_t i = 1; i < by_start_.size(); ++i)
      by_start_[i].end_s = std::max(by_start_[i].end_s, by_start_[i - 1].end_s);
  }

  bool one_holds(double from_s, double to_s) const {
    const auto next = std::upper_bound(by_start_.begin(), by_start_.end(), from_s,
                                       [](double t, const Interval& s) { return t < s.start_s; });
    return next != by_start_.begin() && std::prev(next)->end_s >= to_s;
  }

  bool one_meets(double from_s, double to_s) const {
    const auto next = std::lower_bound(by_start_.begin(), by_start_.end(), to_s,
                                       [](const Interval& s, double t) { return s.start_s < t; });
    return next != by_start_.begin() && std::prev(next)->end_s > from_s;
  }

 private:
  std::vector<Interval> by_start_;
};

/// The longest interval that is not a break in the series, ms.
double longest_ms(std::span<const ecg::Beat> beats, const Settings& settings) {
  std::vector<double> intervals_ms;
  const ecg::Beat* previous = nullptr;
  for (const ecg::Beat& beat : beats) {
    if (ecg::is_taken_out(beat.kind)) continue;
    if (previous != nullptr) intervals_ms.push_back((beat.time_s - previous->time_s) * 1000);
    previous = &beat;
  }
  return std::min(settings.longest_nn_ms, settings.longest_nn_ratio * stats::median(intervals_ms));
}

bool is_sure(const ecg::Beat& beat, const Settings& settings) {
  return ecg::is_measured(beat.kind) && beat.confidence >= settings.min_confidence;
}

/// Median of up to `count` used intervals on one side of interval i (step −1 or 1) in its run; 0: there is none.
double beside_ms(std::span<const NnInterval> all, std::size_t i, std::ptrdiff_t step, int count) {
  std::vector<double> near;
  near.reserve(static_cast<std::size_t>(count));
  auto j = static_cast<std::ptrdiff_t>(i);
  for (int k = 0; k < count; ++k) {
    const NnInterval& last = all[static_cast<std::size_t>(j)];
    j += step;
    if (j < 0 || j >= std::ssize(all)) break;
    const NnInterval& next = all[static_cast<std::size_t>(j)];
    const bool touches_last = step > 0 ? next.start_s == last.end_s : next.end_s == last.start_s;
    if (!touches_last || next.fault != NnFault::none) break;
    near.push_back(next.nn_ms);
  }
  return near.empty() ? 0 : stats::median(near);
}

/// How far an interval may be from its neighbours, ms.
struct Band {
  double criterion_ms = 0;  ///< Berntson's
  double scatter_ms = 0;    ///< standard deviation of the usual successive difference
};

Band band_of(std::span<const NnInterval> all) {
  std::vector<double> nn_ms, size_ms;
  for (const NnInterval& nn : all) {
    if (nn.fault != NnFault::none || !nn.measured) continue;
    if (!nn_ms.empty()) size_ms.push_back(std::abs(nn.nn_ms - nn_ms.back()));
    nn_ms.push_back(nn.nn_ms);
  }
  return {ecg::berntson_criterion_ms(nn_ms, ecg::CriterionBasis::differences),
          stats::sd_over_median_magnitude * stats::median(size_ms)};
}

bool is_supported(std::span<const NnInterval> all, std::size_t i, const Band& band,
                  const Settings& settings) {
  const NnInterval& nn = all[i];
  const auto measured_beside = [&](std::size_t j) {
    return j < all.size() && all[j].fault == NnFault::none && all[j].measured &&
           (all[j].start_s == nn.end_s || all[j].end_s == nn.start_s);
  };
  const bool inside = nn.measured && i > 0 && measured_beside(i - 1) && measured_beside(i + 1);
  const double before = beside_ms(all, i, -1, settings.support_intervals);
  const double after = beside_ms(all, i, 1, settings.support_intervals);
  if (before == 0 && after == 0) return false;
  if (inside) {
    const auto supports = [&](double side_ms) {
      const double allowed = std::max(settings.support_percent / 100 * side_ms, band.criterion_ms);
      return side_ms > 0 && std::abs(nn.nn_ms - side_ms) <= allowed;
    };
    return supports(before) || supports(after);
  }
  const double course_ms = before == 0 ? after : after == 0 ? before : (before + after) / 2;
  return std::abs(nn.nn_ms - course_ms) <=
         std::max(settings.fill_percent / 100 * course_ms, settings.fill_scatters * band.scatter_ms);
}

/// Mean of up to `count` intervals before the break that ends with interval i (step −1), or after it.
double mean_beside(std::span<const NnInterval> used, std::size_t i, int step, int count) {
  double sum = 0;
  int n = 0;
  for (auto j = static_cast<std::ptrdiff_t>(i) - (step < 0 ? 1 : 0); n < count; j += step) {
    if (j < 0 || j >= std::ssize(used)) break;
    const NnInterval& nn = used[static_cast<std::size_t>(j)];
    if (n > 0 && (step < 0 ? used[static_cast<std::size_t>(j) + 1].gap_before : nn.gap_before)) break;
    sum += nn.nn_ms;
    ++n;
  }
  return sum / n;
}

/// Runs of used intervals that are too short to tell a heart from anything else.
void give_up_fragments(NnSeries& all, const Settings& settings) {
  std::size_t begin = 0;
  for (std::size_t i = 0; i <= all.size(); ++i) {
    const bool goes_on = i > begin && i < all.size() && all[i].fault == NnFault::none &&
                         all[i - 1].fault == NnFault::none && all[i].start_s == all[i - 1].end_s;
    if (i == begin || goes_on) continue;
    if (i - begin < static_cast<std::size_t>(settings.fewest_in_a_row)) {
      for (std::size_t k = begin; k < i; ++k) {
        if (all[k].fault == NnFault::none) all[k].fault = NnFault::unsupported;
      }
    }
    begin = i;
  }
}

void find_unsupported(NnSeries& all, const Settings& settings) {
  const Band band = band_of(all);
  std::vector<std::size_t> unsupported;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all[i].fault == NnFault::none && !is_supported(all, i, band, settings)) unsupported.push_back(i);
  }
  for (const std::size_t i : unsupported) all[i].fault = NnFault::unsupported;
  give_up_fragments(all, settings);
}

}  // namespace

std::span<const NnInterval> intervals_in(std::span<const NnInterval> series, double start_s, double end_s) {
  const auto earlier = [](const NnInterval& nn, double time_s) { return middle_s(nn) < time_s; };
  const auto first = std::lower_bound(series.begin(), series.end(), start_s, earlier);
  return {first, std::lower_bound(first, series.end(), end_s, earlier)};
}

NnSeries nn_intervals(std::span<const ecg::Beat> beats, std::span<const Interval> segments,
                      std::span<const Interval> excluded, const Settings& settings) {
  NnSeries all;
  all.reserve(beats.size());
  const ecg::Beat* previous = nullptr;
  bool spans_taken_out = false;
  const double longest_nn_ms = longest_ms(beats, settings);
  const Stretches recorded(segments), unusable(excluded);
  for (const ecg::Beat& beat : beats) {
    if (ecg::is_taken_out(beat.kind)) {
      spans_taken_out = true;
      continue;
    }
    if (previous != nullptr && beat.time_s > previous->time_s) {
      NnInterval interval;
      interval.start_s = previous->time_s;
      interval.end_s = beat.time_s;
      interval.nn_ms = (beat.time_s - previous->time_s) * 1000;
      if (!segments.empty() && !recorded.one_holds(previous->time_s, beat.time_s))
        interval.fault = NnFault::gap;
      if (interval.nn_ms > longest_nn_ms) interval.fault = NnFault::too_long;
      if (unusable.one_meets(previous->time_s, beat.time_s)) interval.fault = NnFault::excluded;
      interval.measured = is_sure(*previous, settings) && is_sure(beat, settings) && !spans_taken_out;
      interval.start_noise_ms = previous->timing_noise_ms;
      interval.end_noise_ms = beat.timing_noise_ms;
      all.push_back(interval);
    }
    previous = &beat;
    spans_taken_out = false;
  }
  find_unsupported(all, settings);
  return all;
}

NnSeries nn_intervals_from_list(std::span<const double> nn_ms, const Settings& settings) {
  NnSeries all;
  all.reserve(nn_ms.size());
  double time_s = 0;
  for (const double value : nn_ms) {
    NnInterval interval;
    interval.start_s = time_s;
    time_s += value / 1000;
    interval.end_s = time_s;
    interval.nn_ms = value;
    all.push_back(interval);
  }
  find_unsupported(all, settings);
  return all;
}

NnSeries used_intervals(NnSeries all) {
  std::size_t used = 0;  // those so far stand in front
  for (NnInterval nn : all) {
    if (nn.fault != NnFault::none) continue;
    const bool follows = used > 0 && all[used - 1].end_s == nn.start_s;
    nn.gap_before = !follows;
    nn.has_difference = follows && all[used - 1].measured && nn.measured;
    all[used++] = nn;
  }
  all.resize(used);
  return all;
}

NnSeries bridged(std::span<const NnInterval> used, const Settings& settings) {
  NnSeries whole;
  for (std::size_t i = 0; i < used.size(); ++i) {
    const double from_s = i > 0 ? used[i - 1].end_s : used[i].start_s;
    const double hole_s = used[i].start_s - from_s;
    if (hole_s > 0) {
      const double left_ms = mean_beside(used, i, -1, settings.bridge_intervals);
      const double right_ms = mean_beside(used, i, 1, settings.bridge_intervals);
      const int parts = std::max(1, static_cast<int>(std::lround(2000 * hole_s / (left_ms + right_ms))));
      for (int k = 0; k < parts; ++k) {
        NnInterval part;
        part.start_s = from_s + k * hole_s / parts;
        part.end_s = from_s + (k + 1) * hole_s / parts;
        part.nn_ms = left_ms + (right_ms - left_ms) * (k + 0.5) / parts;
        part.measured = false;
        part.fault = NnFault::bridge;
        whole.push_back(part);
      }
    }
    whole.push_back(used[i]);
  }
  return whole;
}

NnSeries nn_series(std::span<const ecg::Beat> beats, std::span<const Interval> segments,
                   std::span<const Interval> excluded, const Settings& settings) {
  return used_intervals(nn_intervals(beats, segments, excluded, settings));
}

}  // namespace attune::hrv
