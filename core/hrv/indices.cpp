#include "hrv/indices.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "base/name_list.hpp"
#include "hrv/epoch_mean.hpp"
#include "hrv/nn_spectrum.hpp"
#include "hrv/pooled.hpp"
#include "hrv/rsa.hpp"
#include "hrv/time_domain.hpp"
#include "words/ids/heart.hpp"

namespace attune::hrv {

namespace {

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

using EpochValue = std::optional<double> Epoch::*;

/// Values of the used epochs of one phase (null: of the whole visit). A phase is a stratum, known by its
/// name; the time outside phases is one too.
std::vector<StratumValue> values_of(std::span<const Epoch> epochs, const std::string* phase,
                                    EpochValue member) {
  std::vector<StratumValue> values;
  NameList strata;
  for (const Epoch& epoch : epochs) {
    if (!epoch.used || (phase != nullptr && epoch.phase != *phase) || !(epoch.*member)) continue;
    const auto stratum = static_cast<int>(strata.place_of(epoch.phase));
    values.push_back({*(epoch.*member), stratum, epoch.start_s});
  }
  return values;
}

/// Share of the RSA of the used epochs, as found, that is noise of the R times.
double noise_share(std::span<const Epoch> epochs, const std::string* phase) {
  double noise = 0, all = 0;
  for (const Epoch& epoch : epochs) {
    if (!epoch.used || (phase != nullptr && epoch.phase != *phase) || !epoch.rsa_ln_ms2) continue;
    const double share = epoch.rsa_noise_percent.value_or(0) / 100;
    const double power = std::exp(*epoch.rsa_ln_ms2) / (1 - share);
    noise += share * power;
    all += power;
  }
  return all > 0 ? noise / all : 0;
}

/// The series of a phase, whose first interval has nothing before it.
NnSeries within(const NnSeries& series, const Phase& phase) {
  const auto part = intervals_in(series, phase.start_s, phase.end_s);
  NnSeries inside(part.begin(), part.end());
  if (!inside.empty()) inside.front().has_difference = false;
  return inside;
}

}  // namespace

std::span<const NnInterval> intervals_around(const Epoch& epoch, std::span<const NnInterval> series,
                                             const Settings& settings) {
  const double start_s = epoch.start_s - settings.porges_margin_s,
               end_s = epoch.end_s + settings.porges_margin_s;
  const auto from = std::lower_bound(series.begin(), series.end(), start_s,
                                     [](const NnInterval& nn, double t) { return nn.end_s < t; });
  const auto to = std::upper_bound(from, series.end(), end_s,
                                   [](double t, const NnInterval& nn) { return t < nn.start_s; });
  return {from, to};
}

void measure(Epoch& epoch, std::span<const NnInterval> series, const Settings& settings) {
  const auto around = intervals_around(epoch, series, settings);
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

PhaseMetrics phase_metrics(const NnSeries& series, std::span<const Epoch> epochs, const Phase* phase,
                           const Settings& settings) {
  PhaseMetrics result;
  const std::string* name = phase != nullptr ? &phase->name : nullptr;
  if (phase != nullptr) {
    result.phase = phase->name;
    result.kind = std::string(name_of(phase->kind));
  }
  for (const Epoch& epoch : epochs) {
    if (name != nullptr && epoch.phase != *name) continue;
    ++result.epochs_total;
    if (epoch.used) ++result.epochs_used;
  }
  const auto form_mean = [&](EpochValue member, Estimate& mean, ScoreQuality& quality) {
    const auto values = values_of(epochs, name, member);
    mean = mean_over_epochs(values, settings);
    if (mean.value) quality = quality_of_mean(values);
  };
  form_mean(&Epoch::rsa_ln_ms2, result.rsa_ln_ms2, result.rsa_quality);
  form_mean(&Epoch::rsa_porges_ln_ms2, result.rsa_porges_ln_ms2, result.rsa_porges_quality);
  form_mean(&Epoch::rsa_ipfm_ln_ms2, result.rsa_ipfm_ln_ms2, result.rsa_ipfm_quality);
  std::vector<Epoch> own;
  for (const Epoch& epoch : epochs) {
    if (name == nullptr || epoch.phase == *name) own.push_back(epoch);
  }
  PooledTimeDomain pooled =
      pooled_time_domain(phase != nullptr ? within(series, *phase) : series, own, settings);
  result.rmssd_ms = std::move(pooled.rmssd_ms);
  result.sdnn_ms = std::move(pooled.sdnn_ms);
  result.mean_nn_ms = std::move(pooled.mean_nn_ms);
  result.heart_rate_bpm = std::move(pooled.heart_rate_bpm);
  if (const double share = noise_share(epochs, name); share > settings.max_noise_share) {
    const words::Said reason = words::say<"heart.rsa_noise">(
        {{"percent", std::lround(100 * share)}, {"most", std::lround(100 * settings.max_noise_share)}});
    for (Estimate* rsa : {&result.rsa_ln_ms2, &result.rsa_porges_ln_ms2, &result.rsa_ipfm_ln_ms2}) {
      *rsa = {};
      rsa->reason = reason;
    }
    result.rsa_quality = result.rsa_porges_quality = result.rsa_ipfm_quality = {};
  }
  return result;
}

}  // namespace attune::hrv
