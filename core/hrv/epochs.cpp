#include "hrv/epochs.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "hrv/nn_spectrum.hpp"
#include "hrv/rsa.hpp"
#include "hrv/time_domain.hpp"
#include "words/ids/heart.hpp"

namespace attune::hrv {

namespace {

/// Intervals and the stretch around an epoch that the filters need.
std::span<const NnInterval> near(std::span<const NnInterval> series, double start_s, double end_s) {
  const auto from = std::lower_bound(series.begin(), series.end(), start_s,
                                     [](const NnInterval& nn, double t) { return nn.end_s < t; });
  const auto to = std::upper_bound(from, series.end(), end_s,
                                   [](double t, const NnInterval& nn) { return t < nn.start_s; });
  return series.subspan(static_cast<std::size_t>(from - series.begin()), static_cast<std::size_t>(to - from));
}

/// Seconds of the epoch that no interval covers.
double missing_s(const Epoch& epoch, std::span<const NnInterval> series) {
  double covered = 0;
  for (const NnInterval& nn : series)
    covered += std::max(0.0, std::min(nn.end_s, epoch.end_s) - std::max(nn.start_s, epoch.start_s));
  return epoch.end_s - epoch.start_s - covered;
}

/// Share of the power that is taken off as noise of the R times.
double noise_taken(const BandPower& power, const Settings& settings) {
  return std::min(power.noise_share(), settings.most_noise_taken);
}

double rsa_ln(const BandPower& power, const Settings& settings) {
  return std::log(power.power_ms2) + std::log1p(-noise_taken(power, settings));
}

/// Mean squared successive difference as a spectrum of the epoch sees it: what lies in its middle counts most.
double tapered_mean_square_ms2(std::span<const NnInterval> inside, const Epoch& epoch) {
  double squares = 0, weights = 0;
  for (std::size_t i = 1; i < inside.size(); ++i) {
    if (!inside[i].has_difference) continue;
    const double from_middle_s = inside[i].start_s - (epoch.start_s + epoch.end_s) / 2;
    const double weight = std::pow(epoch_taper(from_middle_s, epoch.end_s - epoch.start_s), 2);
    squares += weight * std::pow(inside[i].nn_ms - inside[i - 1].nn_ms, 2);
    weights += weight;
  }
  return weights > 0 ? squares / weights : 0;
}

int whole_percent(double percent) {
  return static_cast<int>(std::ceil(percent));
}

/// The phases, each cut at the joins within it.
std::vector<Phase> cut_phases(std::span<const Phase> phases, std::span<const double> joins_s) {
  std::vector<Phase> cut;
  for (const Phase& phase : phases) {
    const Interval whole[] = {{phase.start_s, phase.end_s}};
    for (const Interval& part : cut_at(whole, joins_s))
      cut.push_back({phase.name, phase.kind, part.start_s, part.end_s});
  }
  return cut;
}

}  // namespace

std::vector<Epoch> divide(double start_s, double end_s, std::span<const Phase> phases,
                          std::span<const double> joins_s, const Settings& settings) {
  std::vector<Phase> stretches(phases.begin(), phases.end());
  std::stable_sort(stretches.begin(), stretches.end(),
                   [](const Phase& a, const Phase& b) { return a.start_s < b.start_s; });
  std::vector<Phase> outside;
  double free_from = start_s;
  for (const Phase& phase : stretches) {
    if (phase.start_s > free_from) outside.push_back({"", PhaseKind::other, free_from, phase.start_s});
    free_from = std::max(free_from, phase.end_s);
  }
  if (end_s > free_from) outside.push_back({"", PhaseKind::other, free_from, end_s});
  stretches.insert(stretches.end(), outside.begin(), outside.end());
  std::stable_sort(stretches.begin(), stretches.end(),
                   [](const Phase& a, const Phase& b) { return a.start_s < b.start_s; });
  std::vector<Epoch> epochs;
  for (const Phase& stretch : cut_phases(stretches, joins_s)) {
    const double to_s = std::min(stretch.end_s, end_s);
    // A beat's rounding may leave the last epoch a hair short of whole.
    const auto whole =
        static_cast<long>(std::floor((to_s - stretch.start_s) / settings.epoch_s + settings.epoch_rounding));
    // A phase entered as beginning before the recording keeps its grid, and epochs only where there are beats.
    const auto first = static_cast<long>(std::max(0.0, start_s - stretch.start_s) / settings.epoch_s);
    for (long i = first; i < whole; ++i) {
      Epoch epoch;
      epoch.start_s = stretch.start_s + static_cast<double>(i) * settings.epoch_s;
      epoch.end_s = epoch.start_s + settings.epoch_s;
      epoch.phase = stretch.name;
      epochs.push_back(epoch);
    }
  }
  return epochs;
}

void count_beats(Epoch& epoch, std::span<const ecg::Beat> beats, const Settings& settings) {
  int edited = 0;
  const auto earlier = [](const ecg::Beat& beat, double time_s) { return beat.time_s < time_s; };
  const auto first = std::lower_bound(beats.begin(), beats.end(), epoch.start_s, earlier);
  const auto last = std::lower_bound(first, beats.end(), epoch.end_s, earlier);
  for (const ecg::Beat& beat : std::span(first, last)) {
    const bool sure = beat.kind == ecg::BeatKind::detected && beat.confidence >= settings.min_confidence;
    if (!sure) ++edited;
    if (!ecg::is_taken_out(beat.kind)) ++epoch.beats;
  }
  if (epoch.beats > 0) epoch.edited_percent = std::min(100.0, 100.0 * edited / epoch.beats);
}

void count_beats(Epoch& epoch, std::span<const NnInterval> series) {
  const auto earlier = [](const NnInterval& nn, double time_s) { return nn.end_s < time_s; };
  const auto first = std::lower_bound(series.begin(), series.end(), epoch.start_s, earlier);
  epoch.beats = static_cast<int>(std::lower_bound(first, series.end(), epoch.end_s, earlier) - first);
  const double opening_s = series.empty() ? epoch.end_s : series.front().start_s;
  if (opening_s >= epoch.start_s && opening_s < epoch.end_s) ++epoch.beats;
}

void measure(Epoch& epoch, std::span<const NnInterval> series, const Settings& settings) {
  const auto around =
      near(series, epoch.start_s - settings.porges_margin_s, epoch.end_s + settings.porges_margin_s);
  const auto part = intervals_in(around, epoch.start_s, epoch.end_s);
  NnSeries inside(part.begin(), part.end());
  if (!inside.empty()) inside.front().has_difference = false;
  const double missing_percent = 100 * missing_s(epoch, around) / (epoch.end_s - epoch.start_s);
  if (inside.empty()) {
    epoch.reason = words::say<"heart.no_beats">();
  } else if (missing_percent > settings.max_missing_percent) {
    epoch.reason = words::say<"heart.epoch_missing">({{"percent", whole_percent(missing_percent)}});
  } else if (epoch.edited_percent > settings.max_edited_percent) {
    epoch.reason = words::say<"heart.epoch_edited">({{"percent", whole_percent(epoch.edited_percent)}});
  }
  const TimeDomain t = time_domain(inside);
  const double possible = (epoch.end_s - epoch.start_s) * 1000 / t.mean_nn_ms.value_or(1);
  if (epoch.reason.empty() && 100 * t.differences < settings.min_differences_percent * possible)
    epoch.reason =
        words::say<"heart.epoch_differences">({{"percent", whole_percent(settings.min_differences_percent)}});
  const auto rsa = rsa_power(inside, epoch.start_s, epoch.end_s, settings);
  if (epoch.reason.empty() && rsa &&
      rsa->recursive.difference_ms2 > settings.most_band_share * tapered_mean_square_ms2(inside, epoch))
    epoch.reason = words::say<"heart.epoch_contradicts">();
  epoch.mean_nn_ms = t.mean_nn_ms;
  epoch.heart_rate_bpm = t.heart_rate_bpm;
  epoch.used = epoch.reason.empty();
  if (!epoch.used) return;
  epoch.sdnn_ms = t.sdnn_ms;
  epoch.rmssd_ms = t.rmssd_ms;
  epoch.pnn20_percent = t.pnn20_percent;
  if (!rsa) return;
  const double noise_share = noise_taken(rsa->of(settings.rsa_beat_model), settings);
  epoch.rsa_noise_percent = 100 * noise_share;
  epoch.rsa_ln_ms2 = rsa_ln(rsa->of(settings.rsa_beat_model), settings);
  epoch.rsa_ipfm_ln_ms2 = rsa_ln(rsa->ipfm, settings);
  const auto porges = rsa_porges(around, epoch.start_s, epoch.end_s, settings);
  if (porges) epoch.rsa_porges_ln_ms2 = *porges + std::log1p(-noise_share);
}

}  // namespace attune::hrv
