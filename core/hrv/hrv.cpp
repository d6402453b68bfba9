#include "hrv/hrv.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <utility>

#include "hrv/breathing.hpp"
#include "hrv/epochs.hpp"
#include "hrv/indices.hpp"
#include "hrv/interval_steps.hpp"
#include "hrv/lone_intervals.hpp"
#include "hrv/nn_spectrum.hpp"
#include "hrv/time_domain.hpp"
#include "stats/difference.hpp"
#include "words/ids/heart.hpp"

namespace attune::hrv {

namespace {

/// The series without the intervals of epochs that are not used: what time-domain values rest on.
NnSeries without_withheld(NnSeries series, std::span<const Epoch> epochs) {
  for (const Epoch& epoch : epochs) {
    if (epoch.used) continue;
    const auto inside = intervals_in(series, epoch.start_s, epoch.end_s);
    const auto first = series.begin() + (inside.data() - series.data());
    for (auto nn = first; nn != first + std::ssize(inside); ++nn) nn->fault = NnFault::epoch_withheld;
  }
  return used_intervals(std::move(series));
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
  const auto change = [&](std::size_t later, std::size_t earlier, words::Said none) {
    if (later == phases.size() || earlier == phases.size()) return missing(std::move(none));
    const Estimate& after_it = metrics.phases[later].rsa_ln_ms2;
    const Estimate& before_it = metrics.phases[earlier].rsa_ln_ms2;
    Estimate estimate = stats::difference(after_it, before_it);
    // A phase too short for an error still has a value to hold against other infants'.
    if (after_it.value && before_it.value) estimate.value = *after_it.value - *before_it.value;
    return estimate;
  };
  metrics.reactivity_rsa_ln_ms2 = change(task, rest, words::say<"heart.no_stress">());
  metrics.recovery_rsa_ln_ms2 = change(after, task, words::say<"heart.no_recovery">());
}

/// Why RMSSD cannot be told from the timing noise; empty if it can.
words::Text rmssd_withheld(const TimeDomain& t, const Settings& settings) {
  if (!(t.noise_square_ms2 > 0)) return {};
  const auto whole = [](double x) { return std::llround(std::ceil(x)); };
  const double allowed = settings.max_rmssd_error_percent / 200;
  const auto doubt = rmssd_doubt(t, settings.timing_noise_uncertainty);
  if (doubt && doubt->error(t.differences) <= allowed) return {};
  const double mean_s = *t.mean_nn_ms / 1000;
  const auto found = whole(t.differences * mean_s);
  if (!doubt || doubt->lasting >= allowed) return words::say<"heart.rmssd_noise">({{"found", found}});
  const double needed =
      doubt->passing * doubt->passing / (allowed * allowed - doubt->lasting * doubt->lasting);
  return words::say<"heart.rmssd_short">({{"needed", whole(needed * mean_s)}, {"found", found}});
}

/// Fills in the values over the whole series; why RMSSD is withheld, empty if it is not.
words::Text whole_series(Metrics& metrics, const NnSeries& series, const Settings& settings) {
  const TimeDomain t = time_domain(series);
  metrics.mean_nn_ms = t.mean_nn_ms;
  metrics.heart_rate_bpm = t.heart_rate_bpm;
  metrics.sdnn_ms = t.sdnn_ms;
  metrics.pnn20_percent = t.pnn20_percent;
  metrics.pnn50_percent = t.pnn50_percent;
  words::Text withheld = rmssd_withheld(t, settings);
  if (withheld.empty()) {
    metrics.rmssd_ms = t.rmssd_ms;
    metrics.sd1_ms = t.sd1_ms;
    metrics.sd2_ms = t.sd2_ms;
    return withheld;
  }
  metrics.diagnostics.push_back(
      {"W_TIMING_NOISE", Severity::warning, words::say<"heart.rmssd">({{"reason", withheld}}), "ecg", ""});
  return withheld;
}

/// RMSSD of epochs and phases: what cannot be told over the whole series cannot be told in a part of it.
void withhold_rmssd(Metrics& metrics, const words::Text& reason) {
  for (Epoch& epoch : metrics.epochs) epoch.rmssd_ms.reset();
  const auto withhold = [&](PhaseMetrics& phase) {
    phase.rmssd_ms = {};
    phase.rmssd_ms.reason = reason;
  };
  withhold(metrics.overall);
  for (PhaseMetrics& phase : metrics.phases) withhold(phase);
}

/// Intervals in steps so coarse that the rounding is a part of RMSSD: of R times on a clock of that step half of its square is
/// added to RMSSD's (six times step^2 / 12). Where the noise of R times is known it is taken off.
void doubt_steps(Metrics& metrics, const NnSeries& series) {
  constexpr double largest_part = 0.2;  // of the square: a tenth of RMSSD
  std::vector<double> intervals_ms;
  for (const NnInterval& nn : series) {
    if (nn.start_noise_ms > 0) return;
    if (nn.measured) intervals_ms.push_back(nn.nn_ms);
  }
  const double step_ms = interval_step_ms(std::move(intervals_ms));
  const double rmssd_ms = metrics.rmssd_ms.value_or(0);
  if (step_ms * step_ms / 2 <= largest_part * rmssd_ms * rmssd_ms) return;
  metrics.diagnostics.push_back({"W_NN_STEPS", Severity::warning,
                                 words::say<"heart.nn_steps">({{"step", words::at_most(step_ms, 1)}}), "",
                                 ""});
}

/// Intervals that stand alone and make a tenth of RMSSD or more, as where samples were lost without a mark. Of seven real
/// infants (2244 beats) the most in one recording were two.
void doubt_lone(Metrics& metrics, const NnSeries& series) {
  constexpr std::size_t fewest = 3;
  constexpr double least_part = 0.2;  // of the square: a tenth of RMSSD
  const LoneIntervals lone = find_lone_intervals(series);
  if (lone.count < fewest || lone.part < least_part) return;
  metrics.diagnostics.push_back(
      {"W_NN_LONE", Severity::warning, words::say<"heart.nn_lone">({{"count", lone.count}}), "", ""});
}

void draw(Metrics& metrics, const NnSeries& series, const Settings& settings, Memory& memory) {
  metrics.tachogram.time_s.reserve(series.size());
  metrics.tachogram.nn_ms.reserve(series.size());
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
  const FrequencyGrid grid{step_hz, step_hz, spectrum.frequency_hz.size()};
  spectrum.power_ms2_per_hz.assign(spectrum.frequency_hz.size(), 0.0);
  int used = 0;
  for (const Epoch& epoch : metrics.epochs) {
    if (!epoch.used) continue;
    ++used;
    const auto inside = intervals_in(series, epoch.start_s, epoch.end_s);
    const auto& power = memory.density(memory.spectra, inside, epoch.start_s, epoch.end_s, grid).power;
    for (std::size_t i = 0; i < power.size(); ++i) spectrum.power_ms2_per_hz[i] += power[i];
  }
  for (double& power : spectrum.power_ms2_per_hz) power /= std::max(1, used);
  if (used == 0) spectrum = {};
}

void warn(Metrics& metrics, const Settings& settings) {
  if (metrics.heart_rate_bpm && *metrics.heart_rate_bpm / 120 < settings.rsa_high_hz) {
    metrics.diagnostics.push_back(
        {"W_BEAT_NYQUIST", Severity::warning, words::say<"heart.too_slow">(), "rsa", ""});
  }
  if (metrics.overall.epochs_used < settings.min_epochs) {
    metrics.diagnostics.push_back({"W_FEW_EPOCHS", Severity::warning,
                                   words::say<"heart.few_epochs_noted">(
                                       {{"n", metrics.overall.epochs_used}, {"needed", settings.min_epochs}}),
                                   "rsa", ""});
  }
}

/// Where time was cut: two segments touch there, and how much is missing is not known.
std::vector<double> joins_between(std::span<const Interval> segments) {
  std::vector<double> joins_s;
  for (std::size_t i = 1; i < segments.size(); ++i)
    if (segments[i].start_s == segments[i - 1].end_s) joins_s.push_back(segments[i].start_s);
  return joins_s;
}

void add_breathing(Metrics& metrics, const Recorded& recorded, const NnSeries& series,
                   const Settings& settings, Memory& memory) {
  std::optional<Breathing> found;
  if (recorded.respiration != nullptr) found = breathing(*recorded.respiration, series, settings);
  if (!found) found = breathing_from_beats(series, joins_between(recorded.segments), settings, memory);
  if (!found) return;
  metrics.breathing_certainty = found->certainty;
  if (found->source == BreathingSource::beats && found->certainty < settings.breathing_least_agreement)
    return;
  metrics.breathing_rate_hz = found->rate_hz;
  metrics.breathing_source = std::string(name_of(found->source));
  metrics.breathing_rr_coherence = found->coherence;
  if (!metrics.heart_rate_bpm) return;
  for (const BreathingDoubt& doubt : breathing_doubts(*found, *metrics.heart_rate_bpm / 120, settings)) {
    if (metrics.rsa_not_comparable.empty()) metrics.rsa_not_comparable = doubt.reason;
    metrics.diagnostics.push_back({doubt.code, Severity::warning,
                                   words::say<"heart.rsa_not_compared">({{"doubt", doubt.opening}}), "rsa",
                                   ""});
  }
}

/// The visit and its phases, over the epochs that were measured.
void summarize(Metrics& metrics, const NnSeries& series, std::span<const Phase> phases,
               const Settings& settings) {
  const NnSeries kept = without_withheld(series, metrics.epochs);
  const words::Text rmssd_reason = whole_series(metrics, kept, settings);
  if (rmssd_reason.empty()) {
    doubt_steps(metrics, kept);
    doubt_lone(metrics, kept);
  }
  metrics.overall = phase_metrics(kept, metrics.epochs, nullptr, settings);
  for (const Phase& phase : phases)
    metrics.phases.push_back(phase_metrics(kept, metrics.epochs, &phase, settings));
  if (!rmssd_reason.empty()) withhold_rmssd(metrics, rmssd_reason);
  metrics.rsa_ln_ms2 = metrics.overall.rsa_ln_ms2.value;
  metrics.rsa_porges_ln_ms2 = metrics.overall.rsa_porges_ln_ms2.value;
  reactivity_and_recovery(metrics, phases);
}

/// `series`: of the beats, or known alone, where there are none. `whole`: what is divided into epochs.
Metrics from_series(const NnSeries& series, const Recorded& recorded, const Interval& whole,
                    const Settings& settings, Memory& memory) {
  Metrics metrics;
  metrics.rsa_method = words::say<"heart.method">();
  metrics.rsa_band_low_hz = settings.rsa_low_hz;
  metrics.rsa_band_high_hz = settings.rsa_high_hz;
  if (series.size() < 2) {
    metrics.reason = words::say<"heart.no_usable_beats">();
    return metrics;
  }
  // Epochs are counted through gaps, however long.
  if (!(whole.end_s - whole.start_s <= longest_recording_s)) {
    metrics.reason = words::say<"heart.too_long">();
    return metrics;
  }
  metrics.epochs =
      divide(whole.start_s, whole.end_s, recorded.phases, joins_between(recorded.segments), settings);
  for (Epoch& epoch : metrics.epochs) {
    if (recorded.beats.empty())
      count_beats(epoch, series);
    else
      count_beats(epoch, recorded.beats, settings);
    const auto around = intervals_around(epoch, series, settings);
    epoch = memory.epochs.of(epoch.start_s, {epoch, {around.begin(), around.end()}}, [&] {
      Epoch measured = epoch;
      measure(measured, around, settings);
      return measured;
    });
  }
  summarize(metrics, series, recorded.phases, settings);
  if (recorded.for_figures) draw(metrics, series, settings, memory);
  warn(metrics, settings);
  add_breathing(metrics, recorded, series, settings, memory);
  return metrics;
}

}  // namespace

Metrics analyze(const Recorded& recorded, const Settings& settings) {
  Memory empty;
  return analyze(recorded, settings, empty);
}

Metrics analyze(const Recorded& recorded, const Settings& settings, Memory& memory) {
  memory.begin(settings);
  const auto beats = recorded.beats;
  const auto segments = recorded.segments, excluded = recorded.excluded;
  const NnSeries all = nn_intervals(beats, segments, excluded, settings);
  Interval whole;
  if (!beats.empty()) whole = {std::min(0.0, beats.front().time_s), beats.back().time_s};
  if (!segments.empty()) whole = {segments.front().start_s, segments.back().end_s};
  Metrics metrics = from_series(used_intervals(all), recorded, whole, settings, memory);
  for (const ecg::Beat& beat : beats) {
    if (!ecg::is_taken_out(beat.kind)) ++metrics.beats;
    if (beat.kind != ecg::BeatKind::detected) ++metrics.edited_beats;
  }
  metrics.excluded.assign(excluded.begin(), excluded.end());
  for (const NnInterval& nn : all) {
    if (nn.fault == NnFault::unsupported) metrics.unsupported.push_back({nn.start_s, nn.end_s});
  }
  return metrics;
}

Metrics analyze_nn(std::span<const double> nn_ms, const Settings& settings) {
  const NnSeries series = used_intervals(nn_intervals_from_list(nn_ms, settings));
  Memory memory;
  memory.begin(settings);
  const Interval whole{0, series.empty() ? 0 : series.back().end_s};
  Metrics metrics = from_series(series, {}, whole, settings, memory);
  if (!series.empty()) metrics.beats = static_cast<int>(series.size()) + 1;
  return metrics;
}

}  // namespace attune::hrv
