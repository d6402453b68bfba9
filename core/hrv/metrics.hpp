// Heart-rate variability of one visit: the shapes that hrv/hrv.hpp fills. Member names carry the unit.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/estimate.hpp"
#include "base/interval.hpp"
#include "base/result.hpp"
#include "base/score_quality.hpp"

namespace attune::hrv {

/// One 30-s epoch, the unit over which a visit's mean and its error are formed.
struct Epoch {
  double start_s = 0;
  double end_s = 0;
  std::string phase;  ///< name of the phase it lies in, empty if none
  bool used = false;
  words::Text reason;  ///< why it is not used
  int beats = 0;
  double edited_percent = 0;
  std::optional<double> mean_nn_ms, heart_rate_bpm, sdnn_ms, rmssd_ms, pnn20_percent, rsa_ln_ms2,
      rsa_porges_ln_ms2, rsa_ipfm_ln_ms2, rsa_noise_percent;

  bool operator==(const Epoch&) const = default;

  static constexpr const char* type_name = "HeartEpoch";
  static constexpr auto fields() {
    return std::array{
        field<&Epoch::start_s>("start_s", "Start, seconds from the first sample."),
        field<&Epoch::end_s>("end_s", "End, seconds from the first sample."),
        field<&Epoch::phase>("phase", "The phase it lies in; empty if none."),
        field<&Epoch::used>("used", "Whether it enters the means."),
        field<&Epoch::reason>("reason", "Why it does not enter; empty if it does."),
        field<&Epoch::beats>("beats", "Beats in it after editing."),
        field<&Epoch::edited_percent>(
            "edited_percent",
            "Share of its beats that editing changed or detection is not sure of; an interval that no "
            "neighbour supports counts as time without usable beats."),
        field<&Epoch::mean_nn_ms>("mean_nn_ms", "Mean heart period."),
        field<&Epoch::heart_rate_bpm>("heart_rate_bpm", "60000 / mean heart period."),
        field<&Epoch::sdnn_ms>("sdnn_ms", "Standard deviation of NN intervals (n - 1)."),
        field<&Epoch::rmssd_ms>("rmssd_ms", "Root mean square of successive differences."),
        field<&Epoch::pnn20_percent>("pnn20_percent", "Successive differences over 20 ms."),
        field<&Epoch::rsa_ln_ms2>("rsa_ln_ms2", "Spectral RSA, ln(ms^2)."),
        field<&Epoch::rsa_porges_ln_ms2>("rsa_porges_ln_ms2",
                                         "RSA by Porges and Bohrer's polynomial filter, ln(ms^2)."),
        field<&Epoch::rsa_ipfm_ln_ms2>(
            "rsa_ipfm_ln_ms2",
            "Spectral RSA if beats are made by integral pulse frequency modulation, ln(ms^2)."),
        field<&Epoch::rsa_noise_percent>(
            "rsa_noise_percent",
            "Share of the band's power that the noise of the R times brings; it is taken off both.")};
  }
};

/// One phase, or the whole visit: RSA as mean over its used epochs, the time domain of all its intervals.
struct PhaseMetrics {
  std::string phase;
  std::string kind;  ///< PhaseKind name; empty for the whole visit
  int epochs_used = 0;
  int epochs_total = 0;
  Estimate rsa_ln_ms2, rsa_porges_ln_ms2, rsa_ipfm_ln_ms2, rmssd_ms, sdnn_ms, mean_nn_ms, heart_rate_bpm;
  ScoreQuality rsa_quality, rsa_porges_quality, rsa_ipfm_quality;  ///< stretches: the epochs

  static constexpr const char* type_name = "HeartPhase";
  static constexpr auto fields() {
    return std::array{
        field<&PhaseMetrics::phase>("phase", "Name of the phase; empty for the whole visit."),
        field<&PhaseMetrics::kind>("kind", "What part of the protocol it is."),
        field<&PhaseMetrics::epochs_used>("epochs_used", "Epochs that entered."),
        field<&PhaseMetrics::epochs_total>("epochs_total", "Epochs there were."),
        field<&PhaseMetrics::rsa_ln_ms2>("rsa_ln_ms2", "Spectral RSA, ln(ms^2)."),
        field<&PhaseMetrics::rsa_porges_ln_ms2>("rsa_porges_ln_ms2", "Porges-Bohrer RSA, ln(ms^2)."),
        field<&PhaseMetrics::rsa_ipfm_ln_ms2>(
            "rsa_ipfm_ln_ms2",
            "Spectral RSA if beats are made by integral pulse frequency modulation, ln(ms^2)."),
        field<&PhaseMetrics::rmssd_ms>("rmssd_ms", "RMSSD of all its intervals, error from its epochs."),
        field<&PhaseMetrics::sdnn_ms>("sdnn_ms", "SDNN of all its intervals, error from its epochs."),
        field<&PhaseMetrics::mean_nn_ms>("mean_nn_ms", "Mean heart period."),
        field<&PhaseMetrics::heart_rate_bpm>("heart_rate_bpm", "Heart rate."),
        field<&PhaseMetrics::rsa_quality>("rsa_quality", "How well its epochs measure rsa_ln_ms2."),
        field<&PhaseMetrics::rsa_porges_quality>("rsa_porges_quality", "The same of rsa_porges_ln_ms2."),
        field<&PhaseMetrics::rsa_ipfm_quality>("rsa_ipfm_quality", "The same of rsa_ipfm_ln_ms2.")};
  }
};

/// Beat series as drawn: one entry an NN interval, at the time of its second beat.
struct Tachogram {
  std::vector<double> time_s;
  std::vector<double> nn_ms;
  std::vector<bool> edited;      ///< the interval touches a beat that editing put in or replaced
  std::vector<bool> gap_before;  ///< no difference is formed with the interval before

  static constexpr const char* type_name = "Tachogram";
  static constexpr auto fields() {
    return std::array{
        field<&Tachogram::time_s>("time_s", "Time of each interval's second beat."),
        field<&Tachogram::nn_ms>("nn_ms", "NN interval."),
        field<&Tachogram::edited>("edited", "Whether editing changed a beat of the interval."),
        field<&Tachogram::gap_before>("gap_before", "Whether the series is broken before this interval.")};
  }
};

/// Mean spectrum of the NN series over the used epochs.
struct RrSpectrum {
  std::vector<double> frequency_hz;
  std::vector<double> power_ms2_per_hz;

  static constexpr const char* type_name = "RrSpectrum";
  static constexpr auto fields() {
    return std::array{field<&RrSpectrum::frequency_hz>("frequency_hz", "Frequency."),
                      field<&RrSpectrum::power_ms2_per_hz>("power_ms2_per_hz", "Power density.")};
  }
};

struct Metrics {
  words::Text reason;  ///< why there are no heart results; empty if there are
  words::Text source;  ///< channel label or list the beats come from
  std::string preset;  ///< ecg::Preset name of the age group whose settings were used
  words::Text preset_reason;
  // The whole series without the epochs that are withheld: as other programs print them, and as in `overall`.
  int beats = 0;
  int edited_beats = 0;
  std::optional<double> mean_nn_ms, heart_rate_bpm, sdnn_ms, rmssd_ms, pnn20_percent, pnn50_percent, sd1_ms,
      sd2_ms;
  // Means over the used epochs (ln units), the measures that visits are compared by.
  std::optional<double> rsa_ln_ms2, rsa_porges_ln_ms2;
  words::Text rsa_method;  ///< names the method of rsa_ln_ms2
  double rsa_band_low_hz = 0, rsa_band_high_hz = 0;
  words::Text rsa_not_comparable;  ///< why this visit's RSA is compared with no other; empty if it can be
  PhaseMetrics overall;
  std::vector<PhaseMetrics> phases;
  Estimate reactivity_rsa_ln_ms2;  ///< task − rest
  Estimate recovery_rsa_ln_ms2;    ///< reunion or second rest − task
  std::vector<Epoch> epochs;
  Tachogram tachogram;
  RrSpectrum rr_spectrum;
  std::optional<double> breathing_rate_hz;
  std::string breathing_source;
  std::optional<double> breathing_certainty;
  std::optional<double> breathing_rr_coherence;
  std::vector<Interval> excluded;     ///< stretches not used: gaps, poor signal, by hand
  std::vector<Interval> unsupported;  ///< intervals that no neighbour supports: the series breaks there
  std::vector<Diagnostic> diagnostics;

  static constexpr const char* type_name = "Heart";
  static constexpr auto fields() {
    return std::array{
        field<&Metrics::reason>("reason", "Why there are no heart results; empty if there are."),
        field<&Metrics::source>("source", "Channel or list that the beats come from."),
        field<&Metrics::preset>("preset", "Age group whose settings were used."),
        field<&Metrics::preset_reason>("preset_reason",
                                       "Why: by the age, no age was given (then infant), or as set."),
        field<&Metrics::beats>("beats", "Beats after editing."),
        field<&Metrics::edited_beats>("edited_beats", "Beats that editing put in, took out or replaced."),
        field<&Metrics::mean_nn_ms>("mean_nn_ms", "Mean heart period."),
        field<&Metrics::heart_rate_bpm>("heart_rate_bpm", "60000 / mean heart period."),
        field<&Metrics::sdnn_ms>("sdnn_ms", "Standard deviation of NN intervals (n - 1)."),
        field<&Metrics::rmssd_ms>("rmssd_ms", "Root mean square of successive differences."),
        field<&Metrics::pnn20_percent>("pnn20_percent", "Successive differences over 20 ms."),
        field<&Metrics::pnn50_percent>("pnn50_percent",
                                       "Successive differences over 50 ms; about 0 in infants."),
        field<&Metrics::sd1_ms>("sd1_ms", "Poincare plot, across the diagonal."),
        field<&Metrics::sd2_ms>("sd2_ms", "Poincare plot, along the diagonal."),
        field<&Metrics::rsa_ln_ms2>("rsa_ln_ms2", "Spectral RSA, mean over used epochs, ln(ms^2)."),
        field<&Metrics::rsa_porges_ln_ms2>("rsa_porges_ln_ms2",
                                           "Porges-Bohrer RSA, mean over used epochs, ln(ms^2)."),
        field<&Metrics::rsa_method>("rsa_method", "How rsa_ln_ms2 was formed."),
        field<&Metrics::rsa_band_low_hz>("rsa_band_low_hz", "Lower edge of the RSA band."),
        field<&Metrics::rsa_band_high_hz>("rsa_band_high_hz", "Upper edge of the RSA band."),
        field<&Metrics::rsa_not_comparable>(
            "rsa_not_comparable",
            "Why this visit's RSA is compared with no other: breathing outside what it holds; empty if it "
            "can be."),
        field<&Metrics::overall>("overall", "The whole visit, with errors."),
        field<&Metrics::phases>("phases", "The same for each phase."),
        field<&Metrics::reactivity_rsa_ln_ms2>("reactivity_rsa_ln_ms2", "RSA of the task minus RSA of rest."),
        field<&Metrics::recovery_rsa_ln_ms2>("recovery_rsa_ln_ms2",
                                             "RSA after the task minus RSA of the task."),
        field<&Metrics::epochs>("epochs", "The 30-s epochs."),
        field<&Metrics::tachogram>("tachogram", "The NN series as drawn."),
        field<&Metrics::rr_spectrum>("rr_spectrum", "Mean spectrum of the NN series."),
        field<&Metrics::breathing_rate_hz>(
            "breathing_rate_hz",
            "From the respiration channel, if there is one, else from the beats, where they show it."),
        field<&Metrics::breathing_source>(
            "breathing_source", "Where the rate comes from: respiration, beats; empty: it is not known."),
        field<&Metrics::breathing_certainty>(
            "breathing_certainty",
            "Share of the segments that show this rate, 0 to 1; of beats also where too few do and no rate "
            "is "
            "told."),
        field<&Metrics::breathing_rr_coherence>("breathing_rr_coherence",
                                                "Coherence of breathing and NN at that rate."),
        field<&Metrics::excluded>("excluded", "Stretches not used."),
        field<&Metrics::unsupported>("unsupported",
                                     "Intervals that no neighbour supports; the series breaks there."),
        field<&Metrics::diagnostics>("diagnostics", "What is to be known about these numbers.")};
  }
};

}  // namespace attune::hrv
