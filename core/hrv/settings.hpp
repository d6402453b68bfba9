// Heart-rate variability: bands, epochs and limits, with the source of each default.
#pragma once

#include "base/describe.hpp"
#include "ecg/settings.hpp"

namespace attune::hrv {

/// No list of beats and no recording is measured that is longer: it is in another unit, or of something else.
inline constexpr double longest_recording_s = 14 * 86400;

/// How beats are held to follow the heart period: recursive, each interval is the period at its first beat;
/// ipfm, integral pulse frequency modulation (Hyndman & Mohn 1975), each interval is the period's mean over
/// its own length, which shrinks fast breathing by sinc(frequency x interval).
enum class BeatModel { recursive, ipfm };
constexpr auto enum_names(BeatModel) {
  return std::array<std::string_view, 2>{"recursive", "ipfm"};
}

struct Settings {
  double rsa_low_hz = 0.24;
  double rsa_high_hz = 1.04;
  BeatModel rsa_beat_model = BeatModel::recursive;
  double epoch_s = 30;
  double epoch_rounding = 1e-3;
  double max_edited_percent = 10;
  double max_missing_percent = 10;
  int min_epochs = 2;
  int good_epochs = 4;
  int fewest_intervals = 8;
  double error_waves = 2;
  int min_error_waves = 2;
  double longest_nn_ms = 4000;
  double longest_nn_ratio = 3;
  double support_percent = 17;
  int support_intervals = 3;
  double fill_percent = 4;
  double fill_scatters = 2;
  int fewest_in_a_row = 4;
  int bridge_intervals = 4;
  double min_differences_percent = 50;
  double most_band_share = 2;
  double min_confidence = 0.9;
  double max_noise_share = 0.33;
  double most_noise_taken = 0.75;
  double timing_noise_uncertainty = 0.07;
  double max_rmssd_error_percent = 10;
  double rsa_steps_per_bin = 4;
  double porges_rate_hz = 4;
  double porges_margin_s = 10;
  double porges_transition_hz = 0.2;
  double breathing_kept_hz = 8;
  double breathing_segment_s = 16;
  double breathing_low_hz = 0.1;
  double breathing_high_hz = 2;
  double breathing_nyquist_share = 0.9;
  double breathing_margin_s = 1;
  double breathing_covered = 0.95;
  int min_breathing_segments = 5;
  double breathing_same_hz = 0.1;
  double breathing_least_agreement = 0.75;
  double breathing_edge_hz = 0.1;
  double breathing_fastest_hz = 1.25;
  double heart_rate_factor_tolerance = 0.2;
  double list_seconds_below = 10;
  int list_fewest_rising = 10;

  static constexpr const char* type_name = "HrvSettings";
  static constexpr auto fields() {
    return std::make_tuple(
        field("rsa_low_hz", &Settings::rsa_low_hz, between(0.01, 5), "Lower edge of the RSA band.",
              "Bar-Haim, Marshall & Fox 2000"),
        field("rsa_high_hz", &Settings::rsa_high_hz, between(0.05, 10), "Upper edge of the RSA band.",
              "Bar-Haim, Marshall & Fox 2000"),
        field("rsa_beat_model", &Settings::rsa_beat_model,
              "What the heart's control does to beats: recursive, each interval is the heart period at its "
              "first "
              "beat; ipfm, its mean over the interval (integral pulse frequency modulation), and spectral "
              "RSA is "
              "raised by what that takes off.",
              "recursive: as in simulations of RSA; ipfm: Hyndman & Mohn 1975"),
        field("epoch_s", &Settings::epoch_s, between(5, 600), "Length of an epoch.", "common practice: 30 s"),
        field("epoch_rounding", &Settings::epoch_rounding, between(0, 0.5),
              "Part of an epoch that the last one may lack.", "rounding of beat times"),
        field("max_edited_percent", &Settings::max_edited_percent, between(0, 100),
              "An epoch with more edited beats is not used.", "common practice: 10 %"),
        field("max_missing_percent", &Settings::max_missing_percent, between(0, 100),
              "An epoch with more of its time in gaps, excluded stretches or intervals that no neighbour "
              "supports "
              "is not used.",
              "as for edited beats"),
        field("min_epochs", &Settings::min_epochs, between(1, 1000), "Fewest used epochs for a mean.",
              "common practice: 2, better 4"),
        field("good_epochs", &Settings::good_epochs, between(1, 1000), "Used epochs that are recommended.",
              "common practice: 4"),
        field("fewest_intervals", &Settings::fewest_intervals, between(3, 1000),
              "Fewest intervals for a spectrum.", "model: of fewer it shows the taper alone"),
        field("error_waves", &Settings::error_waves, between(1, 100),
              "Slow waves that the error of a mean over two minutes of epochs is taken from; of other "
              "lengths as many "
              "more or fewer as the cube root of the length.",
              "cosines: Lazarus, Lewis, Stock & Watson 2018; how many: scripts/bench finding"),
        field("min_error_waves", &Settings::min_error_waves, between(1, 100),
              "A mean whose epochs give fewer has no interval.",
              "of one wave an interval would be 13 standard errors wide to each side"),
        field("longest_nn_ms", &Settings::longest_nn_ms, between(500, 20000),
              "A longer interval is a break in the series.", "15 bpm: no heart period at any age"),
        field("longest_nn_ratio", &Settings::longest_nn_ratio, between(1.1, 20),
              "So is one longer than this multiple of the median interval.",
              "model: three beats in a row cannot be interpolated"),
        field("support_percent", &Settings::support_percent, between(1, 100),
              "An interval that differs by more from the nearest ones before it, and from those after it, is "
              "not "
              "used; Berntson's criterion where that is larger.",
              "Berntson et al. 1990: a sixth of the interval in an even rhythm"),
        field("support_intervals", &Settings::support_intervals, between(1, 100),
              "Intervals on each side that it is compared with.",
              "model: their median outvotes a second artifact"),
        field("fill_percent", &Settings::fill_percent, between(0, 100),
              "An interval that editing made, or beside a break, may differ from those around it by so much, "
              "or by fill_scatters where that is more.",
              "model: less than breathing moves it"),
        field("fill_scatters", &Settings::fill_scatters, between(0, 100),
              "The same in standard deviations of the usual successive difference.",
              "model: 95 % of the usual differences"),
        field("fewest_in_a_row", &Settings::fewest_in_a_row, between(1, 100),
              "Fewer intervals between two breaks are not used.", "model: too few to support each other"),
        field("bridge_intervals", &Settings::bridge_intervals, between(1, 100),
              "A break is bridged between the means of so many intervals on each side.",
              "model: about a breath"),
        field("min_differences_percent", &Settings::min_differences_percent, between(0, 100),
              "An epoch where fewer of the intervals have a measured neighbour to differ from is not used.",
              "model: half"),
        field(
            "most_band_share", &Settings::most_band_share, between(1, 1000),
            "An epoch whose RSA would by itself make the mean squared successive difference, tapered alike, "
            "more than so many times as large as it is, is not used.",
            "a band's share in a whole is at most 1; chance leaves a factor of 2"),
        field("min_confidence", &Settings::min_confidence, between(0, 1),
              "An interval between beats of which one is less sure is not measured.",
              "model: one in ten such beats may be none"),
        field("max_noise_share", &Settings::max_noise_share, between(0, 1),
              "Share of a phase's RSA that the noise of the R times may explain; above it RSA is withheld.",
              "model: the noise is known to 7 %, its power to 14 %, RSA then to 0.07 ln units"),
        field(
            "most_noise_taken", &Settings::most_noise_taken, between(0, 0.99),
            "Most of an epoch's RSA that is taken off as noise: an epoch that by chance shows less than its "
            "noise is not left out, which would favour the others.",
            "model"),
        field("timing_noise_uncertainty", &Settings::timing_noise_uncertainty, between(0, 1),
              "Relative standard error of the timing noise as estimated.",
              "adding known noise to preterm ECG: 4 % at +6 dB, 8 % at 0 dB"),
        field("max_rmssd_error_percent", &Settings::max_rmssd_error_percent, between(0.1, 100),
              "RMSSD is withheld where twice the standard error that timing noise leaves in it is larger.",
              "model: a tenth"),
        field("rsa_steps_per_bin", &Settings::rsa_steps_per_bin, between(1, 20),
              "Frequencies summed per 1 / epoch length.", "fine enough that the sum does not depend on it"),
        field("porges_rate_hz", &Settings::porges_rate_hz, between(1, 20),
              "Resampling rate of the Porges-Bohrer method.", "4 Hz for infants"),
        field("porges_margin_s", &Settings::porges_margin_s, between(1, 120),
              "How far beyond its epoch the Porges-Bohrer filters look.", "longer than both filters"),
        field("porges_transition_hz", &Settings::porges_transition_hz, between(0.05, 2),
              "Width of the edges of the Porges-Bohrer band-pass.", ""),
        field("breathing_kept_hz", &Settings::breathing_kept_hz, between(1, 100),
              "Rate at which the respiration channel is kept, at the least.",
              "four times the fastest breathing looked for"),
        field("breathing_segment_s", &Settings::breathing_segment_s, between(4, 120),
              "Segments that breathing rate and coherence are averaged over, half overlapping.",
              "model: some breaths each"),
        field("breathing_low_hz", &Settings::breathing_low_hz, between(0.01, 5),
              "Slowest breathing looked for.", "slower waves are drift"),
        field("breathing_high_hz", &Settings::breathing_high_hz, between(0.1, 10),
              "Fastest breathing looked for.", "120 breaths a minute: faster than any infant's"),
        field("breathing_nyquist_share", &Settings::breathing_nyquist_share, between(0.1, 1),
              "Breathing is looked for up to this part of the respiration channel's Nyquist frequency.",
              "model: above it the channel's own filter"),
        field("breathing_margin_s", &Settings::breathing_margin_s, between(0, 10),
              "How far beyond a segment intervals are taken for its spline.", "model: two infant beats"),
        field("breathing_covered", &Settings::breathing_covered, between(0, 1),
              "Part of a segment that the intervals must cover.", "model"),
        field("min_breathing_segments", &Settings::min_breathing_segments, between(2, 1000),
              "Fewest segments for a coherence, and for breathing told from the beats.",
              "of fewer it is near 1 by chance"),
        field("breathing_same_hz", &Settings::breathing_same_hz, between(0.001, 1),
              "Rates nearer than this are one.", "model: half the main lobe of a segment of 16 s"),
        field("breathing_least_agreement", &Settings::breathing_least_agreement, between(0, 1),
              "Part of the segments that must show the same rate for breathing to be told from the beats.",
              "60 simulated hearts: without RSA at most 0.69 of the segments do, with 2 ms 0.96 or more"),
        field("breathing_edge_hz", &Settings::breathing_edge_hz, between(0, 1),
              "Breathing told from the beats that is nearer than this to the top of what they show may be "
              "faster breathing mirrored.",
              "model: as near as rates can be told apart"),
        field("breathing_fastest_hz", &Settings::breathing_fastest_hz, between(0.1, 10),
              "So may breathing whose mirror image is no faster than this.",
              "75 breaths a minute; the 99th centile at 0 to 3 months is 66 (Fleming et al. 2011)"),
        field("heart_rate_factor_tolerance", &Settings::heart_rate_factor_tolerance, between(0, 0.5),
              "A rate this near to half or twice the usual, relative, suggests a factor of two.", "model"),
        field("list_seconds_below", &Settings::list_seconds_below, between(1, 100),
              "A list whose usual interval is smaller is in seconds.", "10 s or 10 ms is no heart period"),
        field("list_fewest_rising", &Settings::list_fewest_rising, between(1, 100000),
              "More values than this that rise throughout are times, not intervals.",
              "model: intervals never rise for long"));
  }
  static constexpr auto retired() {
    return std::array<std::string_view, 3>{"neighbour_epochs", "correlation_chance", "most_correlation"};
  }
  static constexpr auto orders() {
    return std::array{less("rsa_low_hz", "rsa_high_hz"),
                      less("rsa_high_hz", "porges_rate_hz", 0.5),
                      whole_cycle("rsa_low_hz", "epoch_s"),
                      at_most("min_epochs", "good_epochs"),
                      less("breathing_low_hz", "breathing_high_hz"),
                      whole_cycle("breathing_low_hz", "breathing_segment_s")};
  }
};

/// The settings for an age group: the RSA band and the rate of the Porges-Bohrer method with it.
Settings settings_for(ecg::Preset preset);

/// The settings with what they leave at its default as for an age group.
Settings settings_at(const Settings& settings, ecg::Preset preset);

}  // namespace attune::hrv
