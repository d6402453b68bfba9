#include "eeg/rejection.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "eeg/spectra.hpp"

namespace attune::eeg {

namespace {

/// The range between an amplifier's two limits, where they lie within those of the file: the largest range that there
/// is, reached again and again to the last digit, with the signal staying there. Infinite: there is none.
float range_of_limits(const ChannelFeatures& data, const Settings& settings) {
  float largest = 0;
  int windows = 0;
  for (std::size_t w = 0; w < data.windows(); ++w) {
    const WindowMeasures& m = data.measures(w);
    if (!std::isfinite(m.peak_to_peak_uv) || m.peak_to_peak_uv < largest) continue;
    if (m.peak_to_peak_uv > largest) windows = 0;
    largest = m.peak_to_peak_uv;
    if (m.held >= settings.clipped_run) ++windows;
  }
  return windows >= settings.clipped_windows ? largest : std::numeric_limits<float>::infinity();
}

Rejection time_domain_reason(const WindowMeasures& m, float limits_uv, const Settings& settings) {
  if (m.clipped >= settings.clipped_samples) return Rejection::clipping;
  if (m.peak_to_peak_uv >= limits_uv && std::isfinite(m.max_abs_uv) &&
      static_cast<double>(m.peak_to_peak_uv) >= settings.flat_uv)
    return Rejection::clipping;
  if (static_cast<double>(m.peak_to_peak_uv) < settings.flat_uv && std::isfinite(m.max_abs_uv))
    return Rejection::flat;
  if (static_cast<double>(m.max_abs_uv) > settings.max_abs_uv) return Rejection::amplitude;
  if (static_cast<double>(m.max_step_uv) > settings.max_step_uv) return Rejection::step;
  return Rejection::none;
}

/// Gives the windows that touch a stretch this reason, whatever else they are. Windows are in order of time, so those
/// that touch it stand together.
void set_reason(const Features& features, const Interval& stretch, Rejection reason,
                std::vector<Rejection>& reasons) {
  const auto first = std::lower_bound(features.start_s.begin(), features.start_s.end(),
                                      stretch.start_s - features.window_s());
  for (auto at = first; at != features.start_s.end() && *at < stretch.end_s; ++at)
    if (stretch.overlaps(*at, *at + features.window_s()))
      reasons[static_cast<std::size_t>(at - features.start_s.begin())] = reason;
}

}  // namespace

std::vector<Rejection> classify(const Features& features, std::size_t channel, const Settings& settings) {
  return classify(features, channel, band_powers(features.channels[channel], settings.muscle, features),
                  settings);
}

std::vector<Rejection> classify(const Features& features, std::size_t channel, std::span<const double> muscle,
                                const Settings& settings) {
  const ChannelFeatures& data = features.channels[channel];
  std::vector<Rejection> reasons(data.windows(), Rejection::none);
  std::vector<double> usable, ranges_uv;
  const float limits_uv = range_of_limits(data, settings);
  for (std::size_t w = 0; w < reasons.size(); ++w)
    reasons[w] = time_domain_reason(data.measures(w), limits_uv, settings);
  for (const Interval& stretch : features.marked) set_reason(features, stretch, Rejection::marked, reasons);
  for (const double join_s : features.joins_s)
    set_reason(features, {join_s, join_s}, Rejection::gap, reasons);
  for (std::size_t w = 0; w < reasons.size(); ++w)
    if (reasons[w] == Rejection::none) {
      usable.push_back(muscle[w]);
      ranges_uv.push_back(static_cast<double>(data.measures(w).peak_to_peak_uv));
    }
  // An input that was off, shorted or filled in for a while holds next to nothing of the channel's own, neither of its range
  // nor of its fast power; an EEG's quiet second has a third of either (of its power a tenth).
  constexpr double lost_range = 0.15, lost_power = 0.02;
  const double usual_uv2 = median(std::move(usable)), usual_uv = median(std::move(ranges_uv));
  const double limit = std::max(settings.muscle_min_uv2, settings.muscle_factor * usual_uv2);
  for (std::size_t w = 0; w < reasons.size(); ++w) {
    if (reasons[w] != Rejection::none) continue;
    if (muscle[w] > limit) reasons[w] = Rejection::muscle;
    if (muscle[w] < lost_power * usual_uv2 &&
        static_cast<double>(data.measures(w).peak_to_peak_uv) < lost_range * usual_uv)
      reasons[w] = Rejection::flat;
  }
  return reasons;
}

Settings window_rules(const Settings& settings) {
  Settings rules;
  rules.max_abs_uv = settings.max_abs_uv;
  rules.max_step_uv = settings.max_step_uv;
  rules.flat_uv = settings.flat_uv;
  rules.clipped_samples = settings.clipped_samples;
  rules.clipped_run = settings.clipped_run;
  rules.clipped_windows = settings.clipped_windows;
  rules.muscle = settings.muscle;
  rules.muscle_factor = settings.muscle_factor;
  rules.muscle_min_uv2 = settings.muscle_min_uv2;
  return rules;
}

void exclude(const Features& features, std::span<const Interval> excluded, std::vector<Rejection>& reasons) {
  for (const Interval& stretch : excluded) set_reason(features, stretch, Rejection::manual, reasons);
}

std::vector<Rejection> combine(std::vector<Rejection> a, std::span<const Rejection> b) {
  for (std::size_t w = 0; w < a.size(); ++w)
    if (a[w] == Rejection::none || (b[w] != Rejection::none && b[w] < a[w])) a[w] = b[w];
  return a;
}

}  // namespace attune::eeg
