#include "hrv/nn_series.hpp"

#include <algorithm>
#include <cstddef>
#include <vector>

#include "stats/quantile.hpp"

namespace attune::hrv {

namespace {

bool same_segment(std::span<const Interval> segments, double from_s, double to_s) {
  if (segments.empty()) return true;
  return std::any_of(segments.begin(), segments.end(), [&](const Interval& segment) {
    return from_s >= segment.start_s && to_s <= segment.end_s;
  });
}

bool touches(std::span<const Interval> stretches, double from_s, double to_s) {
  return std::any_of(stretches.begin(), stretches.end(),
                     [&](const Interval& stretch) { return stretch.overlaps(from_s, to_s); });
}

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

}  // namespace

NnSeries nn_series(std::span<const ecg::Beat> beats, std::span<const Interval> segments,
                   std::span<const Interval> excluded, const Settings& settings) {
  NnSeries series;
  const ecg::Beat* previous = nullptr;
  bool spans_taken_out = false;
  bool broken = true;
  const double longest_nn_ms = longest_ms(beats, settings);
  for (const ecg::Beat& beat : beats) {
    if (ecg::is_taken_out(beat.kind)) {
      spans_taken_out = true;
      continue;
    }
    if (previous != nullptr) {
      const double nn_ms = (beat.time_s - previous->time_s) * 1000;
      const bool usable = nn_ms > 0 && nn_ms <= longest_nn_ms &&
                          same_segment(segments, previous->time_s, beat.time_s) &&
                          !touches(excluded, previous->time_s, beat.time_s);
      if (usable) {
        NnInterval interval;
        interval.start_s = previous->time_s;
        interval.end_s = beat.time_s;
        interval.nn_ms = nn_ms;
        interval.measured = is_sure(*previous, settings) && is_sure(beat, settings) && !spans_taken_out;
        interval.gap_before = broken;
        interval.has_difference = !broken && interval.measured && series.back().measured;
        interval.start_noise_ms = previous->timing_noise_ms;
        interval.end_noise_ms = beat.timing_noise_ms;
        series.push_back(interval);
      }
      broken = !usable;
    }
    previous = &beat;
    spans_taken_out = false;
  }
  return series;
}

NnSeries nn_series_from_list(std::span<const double> nn_ms) {
  NnSeries series;
  double time_s = 0;
  for (const double value : nn_ms) {
    NnInterval interval;
    interval.start_s = time_s;
    time_s += value / 1000;
    interval.end_s = time_s;
    interval.nn_ms = value;
    interval.gap_before = series.empty();
    interval.has_difference = !series.empty();
    series.push_back(interval);
  }
  return series;
}

}  // namespace attune::hrv
