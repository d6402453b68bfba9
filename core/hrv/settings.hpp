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

  bool operator==(const Settings&) const = default;

  static constexpr const char* type_name = "HrvSettings";
  static constexpr auto fields() {
    return std::array{
        field<&Settings::rsa_low_hz>("rsa_low_hz", between(0.01, 5), cited("Bar-Haim, Marshall & Fox 2000")),
        field<&Settings::rsa_high_hz>("rsa_high_hz", between(0.05, 10),
                                      cited("Bar-Haim, Marshall & Fox 2000")),
        field<&Settings::rsa_beat_model>("rsa_beat_model", from("recursive_or_hyndman_mohn_1975")),
        field<&Settings::epoch_s>("epoch_s", between(5, 600), from("common_practice_30_s")),
        field<&Settings::epoch_rounding>("epoch_rounding", between(0, 0.5), from("rounding_of_beat_times")),
        field<&Settings::max_edited_percent>("max_edited_percent", between(0, 100),
                                             from("common_practice_10_percent")),
        field<&Settings::max_missing_percent>("max_missing_percent", between(0, 100),
                                              from("as_for_edited_beats")),
        field<&Settings::min_epochs>("min_epochs", between(1, 1000), from("common_practice_2_better_4")),
        field<&Settings::good_epochs>("good_epochs", between(1, 1000), from("common_practice_4")),
        field<&Settings::fewest_intervals>("fewest_intervals", between(3, 1000), from("model_taper_alone")),
        field<&Settings::error_waves>("error_waves", between(1, 100), from("cosines_lazarus_et_al_2018")),
        field<&Settings::min_error_waves>("min_error_waves", between(1, 100),
                                          from("one_wave_has_13_standard_errors")),
        field<&Settings::longest_nn_ms>("longest_nn_ms", between(500, 20000), from("bpm_15_at_no_age")),
        field<&Settings::longest_nn_ratio>("longest_nn_ratio", between(1.1, 20),
                                           from("model_three_beats_in_a_row")),
        field<&Settings::support_percent>("support_percent", between(1, 100), from("berntson_1990_a_sixth")),
        field<&Settings::support_intervals>("support_intervals", between(1, 100),
                                            from("model_median_outvotes_artifact")),
        field<&Settings::fill_percent>("fill_percent", between(0, 100), from("model_less_than_breathing")),
        field<&Settings::fill_scatters>("fill_scatters", between(0, 100),
                                        from("model_95_percent_of_differences")),
        field<&Settings::fewest_in_a_row>("fewest_in_a_row", between(1, 100),
                                          from("model_too_few_to_support")),
        field<&Settings::bridge_intervals>("bridge_intervals", between(1, 100), from("model_about_a_breath")),
        field<&Settings::min_differences_percent>("min_differences_percent", between(0, 100),
                                                  from("model_half")),
        field<&Settings::most_band_share>("most_band_share", between(1, 1000),
                                          from("share_at_most_1_times_chance")),
        field<&Settings::min_confidence>("min_confidence", between(0, 1), from("model_one_in_ten_is_none")),
        field<&Settings::max_noise_share>("max_noise_share", between(0, 1),
                                          from("model_noise_known_to_7_percent")),
        field<&Settings::most_noise_taken>("most_noise_taken", between(0, 0.99), from("model")),
        field<&Settings::timing_noise_uncertainty>("timing_noise_uncertainty", between(0, 1),
                                                   from("known_noise_in_preterm_ecg")),
        field<&Settings::max_rmssd_error_percent>("max_rmssd_error_percent", between(0.1, 100),
                                                  from("model_a_tenth")),
        field<&Settings::rsa_steps_per_bin>("rsa_steps_per_bin", between(1, 20),
                                            from("sum_does_not_depend_on_it")),
        field<&Settings::porges_rate_hz>("porges_rate_hz", between(1, 20), from("rate_4_hz_for_infants")),
        field<&Settings::porges_margin_s>("porges_margin_s", between(1, 120),
                                          from("longer_than_both_filters")),
        field<&Settings::porges_transition_hz>("porges_transition_hz", between(0.05, 2)),
        field<&Settings::breathing_kept_hz>("breathing_kept_hz", between(1, 100),
                                            from("four_times_the_fastest_breathing")),
        field<&Settings::breathing_segment_s>("breathing_segment_s", between(4, 120),
                                              from("model_some_breaths_each")),
        field<&Settings::breathing_low_hz>("breathing_low_hz", between(0.01, 5),
                                           from("slower_waves_are_drift")),
        field<&Settings::breathing_high_hz>("breathing_high_hz", between(0.1, 10),
                                            from("breaths_120_a_minute")),
        field<&Settings::breathing_nyquist_share>("breathing_nyquist_share", between(0.1, 1),
                                                  from("model_channel_filter_above")),
        field<&Settings::breathing_margin_s>("breathing_margin_s", between(0, 10),
                                             from("model_two_infant_beats")),
        field<&Settings::breathing_covered>("breathing_covered", between(0, 1), from("model")),
        field<&Settings::min_breathing_segments>("min_breathing_segments", between(2, 1000),
                                                 from("near_1_by_chance")),
        field<&Settings::breathing_same_hz>("breathing_same_hz", between(0.001, 1),
                                            from("model_half_the_main_lobe")),
        field<&Settings::breathing_least_agreement>("breathing_least_agreement", between(0, 1),
                                                    from("simulated_hearts_60")),
        field<&Settings::breathing_edge_hz>("breathing_edge_hz", between(0, 1),
                                            from("model_rates_told_apart")),
        field<&Settings::breathing_fastest_hz>("breathing_fastest_hz", between(0.1, 10),
                                               from("breaths_fleming_2011")),
        field<&Settings::heart_rate_factor_tolerance>("heart_rate_factor_tolerance", between(0, 0.5),
                                                      from("model")),
        field<&Settings::list_seconds_below>("list_seconds_below", between(1, 100),
                                             from("no_heart_period_of_10_s_or_10_ms")),
        field<&Settings::list_fewest_rising>("list_fewest_rising", between(1, 100000),
                                             from("model_intervals_never_rise_long"))};
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
