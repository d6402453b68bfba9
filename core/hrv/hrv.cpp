#include "hrv/hrv.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

#include "hrv/breathing.hpp"
#include "hrv/epoch_mean.hpp"
#include "hrv/epochs.hpp"
#include "hrv/rsa.hpp"
#include "hrv/time_domain.hpp"
#include "stats/difference.hpp"

namespace attune::hrv {

namespace {

using EpochValue = std::optional<double> Epoch::*;

/// Values of the used epochs of one phase (null: of the whole visit). A phase is a stratum, known by its
/// name; the time outside phases is one too.
std::vector<StratumValue> values_of(std::span<const Epoch> epochs, const std::string* phase,
                                    EpochValue member) {
  std::vector<StratumValue> values;
  std::vector<std::string> names;
  for (const Epoch& epoch : epochs) {
    if (!epoch.used || (phase != nullptr && epoch.phase != *phase) || !(epoch.*member)) continue;
    const auto known = std::find(names.begin(), names.end(), epoch.phase);
    const auto stratum = static_cast<int>(known - names.begin());
    if (known == names.end()) names.push_back(epoch.phase);
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

/// Means over the epochs of one phase; null: of the whole visit.
PhaseMetrics phase_metrics(std::span<const Epoch> epochs, const Phase* phase, const Settings& settings) {
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
  const auto mean = [&](EpochValue member) {
    return mean_over_epochs(values_of(epochs, name, member), settings);
  };
  result.rsa_ln_ms2 = mean(&Epoch::rsa_ln_ms2);
  result.rsa_porges_ln_ms2 = mean(&Epoch::rsa_porges_ln_ms2);
  result.rmssd_ms = mean(&Epoch::rmssd_ms);
  result.sdnn_ms = mean(&Epoch::sdnn_ms);
  result.mean_nn_ms = mean(&Epoch::mean_nn_ms);
  result.heart_rate_bpm = mean(&Epoch::heart_rate_bpm);
  if (const double share = noise_share(epochs, name); share > settings.max_noise_share) {
    const std::string reason = "not enough to say: " + std::to_string(std::lround(100 * share)) +
                               " % of the RSA is noise of the R times, " +
                               std::to_string(std::lround(100 * settings.max_noise_share)) +
                               " % are the most that can be taken off";
    result.rsa_ln_ms2 = result.rsa_porges_ln_ms2 = {};
    result.rsa_ln_ms2.reason = result.rsa_porges_ln_ms2.reason = reason;
  }
  return result;
}

bool is_task(PhaseKind kind) {
  return kind == PhaseKind::stranger || kind == PhaseKind::still_face;
}

/// task − rest, and what follows the task − task.
void reactivity_and_recovery(Metrics& metrics, std::span<const Phase> phases) {
  std::size_t rest = phases.size(), task = phases.size(), after = phases.size();
  for (std::size_t i = 0; i < phases.size(); ++i) {
    const PhaseKind kind = phases[i].kind;
    if (rest == phases.size() && (kind == PhaseKind::rest || kind == PhaseKind::play)) rest = i;
    if (task == phases.size() && is_task(kind)) task = i;
    if (after == phases.size() && task != phases.size() && i > task &&
        (kind == PhaseKind::recovery || kind == PhaseKind::reunion || kind == PhaseKind::rest))
      after = i;
  }
  const auto change = [&](std::size_t later, std::size_t earlier, const char* missing) {
    Estimate estimate;
    if (later == phases.size() || earlier == phases.size()) {
      estimate.reason = missing;
      return estimate;
    }
    return stats::difference(metrics.phases[later].rsa_ln_ms2, metrics.phases[earlier].rsa_ln_ms2);
  };
  metrics.reactivity_rsa_ln_ms2 = change(task, rest, "no phase of rest, or none of stress");
  metrics.recovery_rsa_ln_ms2 = change(after, task, "no phase of stress, or none after it");
}

/// Why RMSSD cannot be told from the timing noise; empty if it can.
std::string rmssd_withheld(const TimeDomain& t, const Settings& settings) {
  if (!(t.noise_square_ms2 > 0)) return "";
  const auto number = [](double x) { return std::to_string(std::llround(std::ceil(x))); };
  const double allowed = settings.max_rmssd_error_percent / 200;
  const auto doubt = rmssd_doubt(t, settings.timing_noise_uncertainty);
  if (doubt && doubt->error(t.differences) <= allowed) return "";
  const std::string found = "not enough to say: in the ECG's noise ";
  const double mean_s = *t.mean_nn_ms / 1000;
  if (!doubt || doubt->lasting >= allowed)
    return found + "RMSSD cannot be told from the noise of the R times, however long the recording; " +
           number(t.differences * mean_s) + " s found";
  const double needed =
      doubt->passing * doubt->passing / (allowed * allowed - doubt->lasting * doubt->lasting);
  return found + number(needed * mean_s) + " s of successive beats are needed, " +
         number(t.differences * mean_s) + " s found";
}

/// Fills in the values over the whole series; why RMSSD is withheld, empty if it is not.
std::string whole_series(Metrics& metrics, const NnSeries& series, const Settings& settings) {
  const TimeDomain t = time_domain(series);
  metrics.mean_nn_ms = t.mean_nn_ms;
  metrics.heart_rate_bpm = t.heart_rate_bpm;
  metrics.sdnn_ms = t.sdnn_ms;
  metrics.pnn20_percent = t.pnn20_percent;
  metrics.pnn50_percent = t.pnn50_percent;
  const std::string withheld = rmssd_withheld(t, settings);
  if (withheld.empty()) {
    metrics.rmssd_ms = t.rmssd_ms;
    metrics.sd1_ms = t.sd1_ms;
    metrics.sd2_ms = t.sd2_ms;
    return withheld;
  }
  metrics.diagnostics.push_back({"W_TIMING_NOISE", Severity::warning, "RMSSD: " + withheld + ".", "ecg", ""});
  return withheld;
}

/// RMSSD of epochs and phases: what cannot be told over the whole series cannot be told in a part of it.
void withhold_rmssd(Metrics& metrics, const std::string& reason) {
  for (Epoch& epoch : metrics.epochs) epoch.rmssd_ms.reset();
  const auto withhold = [&](PhaseMetrics& phase) {
    phase.rmssd_ms = {};
    phase.rmssd_ms.reason = reason;
  };
  withhold(metrics.overall);
  for (PhaseMetrics& phase : metrics.phases) withhold(phase);
}

void draw(Metrics& metrics, const NnSeries& series, const Settings& settings) {
  for (const NnInterval& nn : series) {
    metrics.tachogram.time_s.push_back(nn.end_s);
    metrics.tachogram.nn_ms.push_back(nn.nn_ms);
    metrics.tachogram.edited.push_back(!nn.measured);
    metrics.tachogram.gap_before.push_back(nn.gap_before);
  }
  RrSpectrum& spectrum = metrics.rr_spectrum;
  const double step_hz = 1 / (2 * settings.epoch_s);
  const double top_hz = std::max(settings.rsa_high_hz, metrics.mean_nn_ms ? 500 / *metrics.mean_nn_ms : 0);
  for (int k = 1; k * step_hz <= top_hz; ++k) spectrum.frequency_hz.push_back(k * step_hz);
  spectrum.power_ms2_per_hz.assign(spectrum.frequency_hz.size(), 0.0);
  int used = 0;
  for (const Epoch& epoch : metrics.epochs) {
    if (!epoch.used) continue;
    ++used;
    const auto density = nn_power_density(series, epoch.start_s, epoch.end_s, spectrum.frequency_hz);
    for (std::size_t i = 0; i < density.size(); ++i) spectrum.power_ms2_per_hz[i] += density[i];
  }
  for (double& power : spectrum.power_ms2_per_hz) power /= std::max(1, used);
  if (used == 0) spectrum = {};
}

void warn(Metrics& metrics, const Settings& settings) {
  if (metrics.heart_rate_bpm && *metrics.heart_rate_bpm / 120 < settings.rsa_high_hz) {
    metrics.diagnostics.push_back({"W_BEAT_NYQUIST", Severity::warning,
                                   "The heart beats too slowly for the whole RSA band: breathing faster than "
                                   "half the heart rate cannot be "
                                   "seen in it.",
                                   "rsa", ""});
  }
  if (metrics.overall.epochs_used < settings.min_epochs) {
    metrics.diagnostics.push_back(
        {"W_FEW_EPOCHS", Severity::warning,
         "Not enough to say: " + std::to_string(metrics.overall.epochs_used) +
             (metrics.overall.epochs_used == 1 ? " usable epoch, " : " usable epochs, ") +
             std::to_string(settings.min_epochs) + " are needed.",
         "rsa", ""});
  }
}

/// Two decimals.
std::string in_hz(double hz) {
  const auto hundredths = std::lround(100 * hz);
  const std::string rest = std::to_string(hundredths % 100);
  return std::to_string(hundredths / 100) + "." + (rest.size() < 2 ? "0" : "") + rest + " Hz";
}

void add_breathing(Metrics& metrics, const Respiration& respiration, const NnSeries& series,
                   const Settings& settings) {
  const auto found = breathing(respiration, series, settings);
  if (!found) return;
  metrics.breathing_rate_hz = found->rate_hz;
  metrics.breathing_rr_coherence = found->coherence;
  const bool outside = found->rate_hz < settings.rsa_low_hz || found->rate_hz > settings.rsa_high_hz;
  if (outside)
    metrics.diagnostics.push_back({"W_BREATHING_BAND", Severity::warning,
                                   "Breathing at " + in_hz(found->rate_hz) + " lies outside the RSA band, " +
                                       in_hz(settings.rsa_low_hz) + " to " + in_hz(settings.rsa_high_hz) +
                                       ": RSA does not hold it.",
                                   "rsa", ""});
  if (metrics.heart_rate_bpm && found->rate_hz > *metrics.heart_rate_bpm / 120)
    metrics.diagnostics.push_back(
        {"W_BREATHING_NYQUIST", Severity::warning,
         "Breathing at " + in_hz(found->rate_hz) + " is faster than half the heart rate, " +
             in_hz(*metrics.heart_rate_bpm / 120) + ": its arrhythmia shows at a wrong frequency.",
         "rsa", ""});
}

Metrics from_series(const NnSeries& series, std::span<const ecg::Beat> beats, double start_s, double end_s,
                    std::span<const Phase> phases, const Settings& settings) {
  Metrics metrics;
  metrics.rsa_method = spectral_method;
  metrics.rsa_band_low_hz = settings.rsa_low_hz;
  metrics.rsa_band_high_hz = settings.rsa_high_hz;
  for (const ecg::Beat& beat : beats) {
    if (!ecg::is_taken_out(beat.kind)) ++metrics.beats;
    if (beat.kind != ecg::BeatKind::detected) ++metrics.edited_beats;
  }
  if (series.size() < 2) {
    metrics.reason = "no usable beats";
    return metrics;
  }
  constexpr double longest_s = 14 * 86400;  // epochs are counted through gaps, however long
  if (!(end_s - start_s <= longest_s)) {
    metrics.reason = "the times span more than 14 days, the most that is measured";
    return metrics;
  }
  const std::string rmssd_reason = whole_series(metrics, series, settings);
  metrics.epochs = divide(start_s, end_s, phases, settings);
  for (Epoch& epoch : metrics.epochs) measure(epoch, series, beats, settings);
  metrics.overall = phase_metrics(metrics.epochs, nullptr, settings);
  for (const Phase& phase : phases) metrics.phases.push_back(phase_metrics(metrics.epochs, &phase, settings));
  if (!rmssd_reason.empty()) withhold_rmssd(metrics, rmssd_reason);
  metrics.rsa_ln_ms2 = metrics.overall.rsa_ln_ms2.value;
  metrics.rsa_porges_ln_ms2 = metrics.overall.rsa_porges_ln_ms2.value;
  reactivity_and_recovery(metrics, phases);
  draw(metrics, series, settings);
  warn(metrics, settings);
  return metrics;
}

}  // namespace

Metrics analyze(std::span<const ecg::Beat> beats, std::span<const Interval> segments,
                std::span<const Interval> excluded, std::span<const Phase> phases,
                const Respiration* respiration, const Settings& settings) {
  const NnSeries series = nn_series(beats, segments, excluded, settings);
  double start_s = beats.empty() ? 0 : std::min(0.0, beats.front().time_s);
  double end_s = beats.empty() ? 0 : beats.back().time_s;
  if (!segments.empty()) {
    start_s = segments.front().start_s;
    end_s = segments.back().end_s;
  }
  Metrics metrics = from_series(series, beats, start_s, end_s, phases, settings);
  if (respiration != nullptr) add_breathing(metrics, *respiration, series, settings);
  metrics.excluded.assign(excluded.begin(), excluded.end());
  return metrics;
}

Metrics analyze_nn(std::span<const double> nn_ms, const Settings& settings) {
  const NnSeries series = nn_series_from_list(nn_ms);
  std::vector<ecg::Beat> beats;
  if (!series.empty()) beats.push_back({series.front().start_s, ecg::BeatKind::detected, 1, 0, ""});
  for (const NnInterval& nn : series) beats.push_back({nn.end_s, ecg::BeatKind::detected, 1, 0, ""});
  return from_series(series, beats, 0, series.empty() ? 0 : series.back().end_s, {}, settings);
}

}  // namespace attune::hrv
