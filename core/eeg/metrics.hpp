// EEG results of one visit: the shapes that eeg/analysis.hpp fills. Powers are in uV^2, asymmetries in ln
// units.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/estimate.hpp"
#include "base/result.hpp"
#include "base/score_quality.hpp"

namespace attune::eeg {

/// Why a 1-s window is not used. A window may have several; it is counted under the first in this order.
enum class Rejection : std::uint8_t { none, gap, clipping, flat, amplitude, step, muscle, manual, marked };
constexpr auto enum_names(Rejection) {
  return std::array<std::string_view, 9>{"none", "gap",    "clipping", "flat",  "amplitude",
                                         "step", "muscle", "manual",   "marked"};
}

enum class DataLevel { good, low, none };
constexpr auto enum_names(DataLevel) {
  return std::array<std::string_view, 3>{"good", "low", "none"};
}

/// The 1/f background under one side's spectrum.
struct BackgroundOfSide {
  std::optional<double> exponent, offset_ln, fit_error_ln;

  static constexpr const char* type_name = "BackgroundOfSide";
  static constexpr auto fields() {
    using B = BackgroundOfSide;
    return std::array{
        field<&B::exponent>("exponent", "Slope of the 1/f background, positive."),
        field<&B::offset_ln>("offset_ln", "Its ln density at 1 Hz, ln(uV^2/Hz)."),
        field<&B::fit_error_ln>(
            "fit_error_ln",
            "Standard deviation of the fitted bins about it, in ln units: .1 is about 10 % of the density.")};
  }
};

/// The 1/f background of a pair: a change of it alone moves absolute and relative power and is none of the rhythm.
struct Aperiodic {
  BackgroundOfSide left, right;
  Estimate aperiodic_exponent, aperiodic_exponent_asymmetry;
  Estimate aperiodic_offset_ln, aperiodic_offset_asymmetry_ln;

  static constexpr const char* type_name = "Aperiodic";
  static constexpr auto fields() {
    using A = Aperiodic;
    return std::array{field<&A::left>("left", "Under the left site's spectrum."),
                      field<&A::right>("right", "Under the right site's."),
                      field<&A::aperiodic_exponent>("aperiodic_exponent", "Mean exponent of both sites."),
                      field<&A::aperiodic_exponent_asymmetry>("aperiodic_exponent_asymmetry",
                                                              "Exponent, right minus left."),
                      field<&A::aperiodic_offset_ln>("aperiodic_offset_ln",
                                                     "Mean offset of both sites, ln(uV^2/Hz) at 1 Hz."),
                      field<&A::aperiodic_offset_asymmetry_ln>("aperiodic_offset_asymmetry_ln",
                                                               "Offset, right minus left.")};
  }
};

/// ln P(right) − ln P(left) of one pair of sites, in one phase or over the whole visit.
/// Positive = relatively more left activity, because alpha power is inverse to activity.
struct Asymmetry {
  std::string left, right;
  std::string phase;  ///< empty: whole visit
  std::optional<double> faa_ln, faa_relative_ln, faa_oscillatory_ln;
  std::optional<double> faa_se;              ///< of faa_ln
  std::optional<double> faa_se_closed_form;  ///< check of its sme, sqrt(2 (1 - coherence) / (4 T))
  Estimate absolute, relative, oscillatory;  ///< the same three with intervals
  ScoreQuality absolute_quality, relative_quality, oscillatory_quality;  ///< stretches: blocks
  Aperiodic aperiodic;
  std::optional<double> coherence;  ///< magnitude-squared, in the band
  double clean_s = 0;
  int windows_used = 0;
  int windows_total = 0;
  std::map<std::string, int> rejected;  ///< windows by Rejection name
  DataLevel level = DataLevel::none;
  words::Text reason;  ///< why there is no number, or why it is of low certainty

  static constexpr const char* type_name = "Asymmetry";
  static constexpr auto fields() {
    return std::array{
        field<&Asymmetry::left>("left", "Site over the left hemisphere."),
        field<&Asymmetry::right>("right", "Site over the right hemisphere."),
        field<&Asymmetry::phase>("phase", "Phase; empty for the whole visit."),
        field<&Asymmetry::faa_ln>("faa_ln", "ln P(right) - ln P(left), absolute power in the band."),
        field<&Asymmetry::faa_relative_ln>("faa_relative_ln", "The same of power relative to 1-20 Hz."),
        field<&Asymmetry::faa_oscillatory_ln>("faa_oscillatory_ln",
                                              "The same after taking out the 1/f background."),
        field<&Asymmetry::faa_se>(
            "faa_se", "Standard error of faa_ln: moving-block bootstrap, raised by slow changes of state."),
        field<&Asymmetry::faa_se_closed_form>(
            "faa_se_closed_form",
            "Check of its measurement error (absolute_quality.sme) by the closed form."),
        field<&Asymmetry::absolute>("absolute", "faa_ln with its interval."),
        field<&Asymmetry::relative>("relative", "faa_relative_ln with its interval."),
        field<&Asymmetry::oscillatory>("oscillatory", "faa_oscillatory_ln with its interval."),
        field<&Asymmetry::coherence>("coherence", "Magnitude-squared coherence of the pair in the band."),
        field<&Asymmetry::clean_s>("clean_s", "Seconds of signal covered by the windows used."),
        field<&Asymmetry::windows_used>("windows_used", "1-s windows used."),
        field<&Asymmetry::windows_total>("windows_total", "1-s windows there were."),
        field<&Asymmetry::rejected>("rejected", "Windows rejected, by reason."),
        field<&Asymmetry::level>("level", "good: at least 60 s clean; low: 30 to 60 s; none: no number."),
        field<&Asymmetry::reason>("reason", "Why there is no number, or why certainty is low."),
        field<&Asymmetry::absolute_quality>("absolute_quality", "How well its blocks measure faa_ln."),
        field<&Asymmetry::relative_quality>("relative_quality", "The same of faa_relative_ln."),
        field<&Asymmetry::oscillatory_quality>("oscillatory_quality", "The same of faa_oscillatory_ln."),
        field<&Asymmetry::aperiodic>("aperiodic", "The 1/f background of both sites.")};
  }
};

struct ChannelMetrics {
  std::string label, site;
  double sample_rate_hz = 0;
  words::Text bad_reason;  ///< why the channel is not used; empty if it is
  double clean_s = 0;
  int windows_total = 0;
  int windows_used = 0;
  std::map<std::string, int> rejected;  ///< windows by Rejection name
  std::optional<double> theta_uv2, alpha_uv2, high_alpha_uv2, beta_uv2, total_uv2;
  std::optional<double> aperiodic_exponent, alpha_peak_hz, line_noise_ratio;
  std::vector<double> frequency_hz, psd_uv2_per_hz, psd_ci_low, psd_ci_high;

  static constexpr const char* type_name = "EegChannel";
  static constexpr auto fields() {
    return std::array{
        field<&ChannelMetrics::label>("label", "Label in the file."),
        field<&ChannelMetrics::site>("site", "10-20 site; empty if unknown."),
        field<&ChannelMetrics::sample_rate_hz>("sample_rate_hz", "Sampling rate."),
        field<&ChannelMetrics::bad_reason>("bad_reason", "Why the channel is not used; empty if it is."),
        field<&ChannelMetrics::clean_s>("clean_s", "Seconds of signal covered by its clean windows."),
        field<&ChannelMetrics::windows_total>("windows_total", "1-s windows there were."),
        field<&ChannelMetrics::windows_used>("windows_used", "1-s windows used."),
        field<&ChannelMetrics::rejected>("rejected", "Windows rejected, by reason."),
        field<&ChannelMetrics::theta_uv2>("theta_uv2", "Power 4-6 Hz."),
        field<&ChannelMetrics::alpha_uv2>("alpha_uv2", "Power in the alpha band of the settings."),
        field<&ChannelMetrics::high_alpha_uv2>("high_alpha_uv2", "Power 9-12 Hz."),
        field<&ChannelMetrics::beta_uv2>("beta_uv2", "Power 13-20 Hz."),
        field<&ChannelMetrics::total_uv2>("total_uv2", "Power 1-20 Hz."),
        field<&ChannelMetrics::aperiodic_exponent>("aperiodic_exponent",
                                                   "Slope of the 1/f background, positive."),
        field<&ChannelMetrics::alpha_peak_hz>("alpha_peak_hz", "Peak above the background, if there is one."),
        field<&ChannelMetrics::line_noise_ratio>("line_noise_ratio", "Mains-bin power over its neighbours."),
        field<&ChannelMetrics::frequency_hz>("frequency_hz", "Bins of the spectrum."),
        field<&ChannelMetrics::psd_uv2_per_hz>("psd_uv2_per_hz", "Mean spectrum of the clean windows."),
        field<&ChannelMetrics::psd_ci_low>("psd_ci_low", "Its 95 % interval, lower."),
        field<&ChannelMetrics::psd_ci_high>("psd_ci_high", "Its 95 % interval, upper.")};
  }
};

/// One line of the table that shows how the asymmetry depends on the choice of band (or reference).
struct Sensitivity {
  words::Text choice;  ///< "4-6 Hz", "reference: average"
  std::string left, right;
  Estimate faa_ln;

  static constexpr const char* type_name = "Sensitivity";
  static constexpr auto fields() {
    return std::array{field<&Sensitivity::choice>("choice", "What differs from the settings."),
                      field<&Sensitivity::left>("left", "Left site."),
                      field<&Sensitivity::right>("right", "Right site."),
                      field<&Sensitivity::faa_ln>("faa_ln", "ln P(right) - ln P(left) then.")};
  }
};

/// Which windows of a channel were used, as drawn: runs of equal state.
struct WindowRun {
  double start_s = 0;
  double end_s = 0;
  Rejection reason = Rejection::none;

  static constexpr const char* type_name = "WindowRun";
  static constexpr auto fields() {
    return std::array{field<&WindowRun::start_s>("start_s", "Start, seconds from the first sample."),
                      field<&WindowRun::end_s>("end_s", "End, seconds from the first sample."),
                      field<&WindowRun::reason>("reason", "none: used; else why not.")};
  }
};

struct Metrics {
  words::Text reason;     ///< why there are no EEG results; empty if there are
  words::Text reference;  ///< "as recorded" and what the labels say of it
  std::vector<std::string>
      recorded_against;  ///< as the labels say it; empty: they do not, or another was formed
  double band_low_hz = 0, band_high_hz = 0;
  std::vector<Asymmetry> asymmetry;        ///< whole visit, each pair
  std::vector<Asymmetry> phase_asymmetry;  ///< each pair and phase
  std::vector<ChannelMetrics> channels;
  std::vector<Sensitivity> sensitivity;
  std::vector<WindowRun> timeline;  ///< of the primary pair
  std::vector<Diagnostic> diagnostics;

  static constexpr const char* type_name = "Eeg";
  static constexpr auto fields() {
    return std::array{
        field<&Metrics::reason>("reason", "Why there are no EEG results; empty if there are."),
        field<&Metrics::reference>("reference", "Reference of the EEG channels."),
        field<&Metrics::recorded_against>(
            "recorded_against",
            "Reference that the labels name; empty: they name none, or another was formed."),
        field<&Metrics::band_low_hz>("band_low_hz", "Lowest bin of the alpha band, inclusive."),
        field<&Metrics::band_high_hz>("band_high_hz", "Highest bin of the alpha band, inclusive."),
        field<&Metrics::asymmetry>("asymmetry", "Each pair over the whole visit."),
        field<&Metrics::phase_asymmetry>("phase_asymmetry", "Each pair in each phase."),
        field<&Metrics::channels>("channels", "Each EEG channel."),
        field<&Metrics::sensitivity>("sensitivity", "The primary pair under other choices."),
        field<&Metrics::timeline>("timeline", "Windows of the primary pair, used or not."),
        field<&Metrics::diagnostics>("diagnostics", "What is to be known about these numbers.")};
  }
};

}  // namespace attune::eeg
