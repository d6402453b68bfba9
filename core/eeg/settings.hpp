// EEG windows, artifact rules and asymmetry: every threshold and band, with the source of its default.
// "Common practice" is what the field does by habit; no paper is claimed for it.
#pragma once

#include <string>
#include <vector>

#include "base/describe.hpp"

namespace attune::eeg {

/// A band of whole 1-Hz bins, both edges inclusive.
struct Band {
  double low_hz = 0;
  double high_hz = 0;

  bool operator==(const Band&) const = default;

  static constexpr const char* type_name = "Band";
  static constexpr auto fields() {
    return std::array{field<&Band::low_hz>("low_hz", between(0, 1000)),
                      field<&Band::high_hz>("high_hz", between(0, 1000))};
  }
  static constexpr auto orders() { return std::array{at_most("low_hz", "high_hz")}; }
};

/// Two sites whose asymmetry is formed. A channel's label in the file may stand in place of a site.
struct Pair {
  std::string left, right;

  bool operator==(const Pair&) const = default;

  static constexpr const char* type_name = "SitePair";
  static constexpr auto fields() {
    return std::array{field<&Pair::left>("left"), field<&Pair::right>("right")};
  }
};

/// infant: amplitude limit 150 uV; strict_infant: 100 uV.
enum class Preset { infant, strict_infant };
constexpr auto enum_names(Preset) {
  return std::array<std::string_view, 2>{"infant", "strict infant"};
}

/// What every channel is measured against. linked: the mean of the two mastoids or earlobes.
enum class Reference { as_recorded, average, cz, linked };
constexpr auto enum_names(Reference) {
  return std::array<std::string_view, 4>{"as recorded", "average", "Cz", "linked mastoids"};
}

struct Settings {
  Preset preset = Preset::infant;

  // What is measured
  Band alpha{6, 9};
  Band theta{4, 6};
  Band high_alpha{9, 12};
  Band beta{13, 20};
  Band total{1, 20};
  std::vector<Pair> pairs{{"F3", "F4"}, {"F7", "F8"}, {"P3", "P4"}};
  Reference reference = Reference::as_recorded;
  int average_min_channels = 8;
  std::vector<Band> sensitivity_bands{{4, 6}, {5, 8}, {6, 10}, {8, 12}};
  double age_caution_months = 5;

  // Which windows are used
  double max_abs_uv = 150;
  double max_step_uv = 100;
  double flat_uv = 0.5;
  int clipped_samples = 2;
  int clipped_run = 4;
  int clipped_windows = 10;
  double told_clipped_share = 0.1;
  Band muscle{20, 40};
  double muscle_factor = 4;
  double muscle_min_uv2 = 1;

  // Which channels are used
  double bad_flat_share = 0.5;
  double bad_rejected_share = 0.8;
  double disconnected_mains = 10;
  double disconnected_correlation = 0.25;
  int correlation_min_channels = 6;
  double bridged_difference = 0.01;
  double calibration_difference = 0.05;
  double calibration_min_s = 5;
  double smallest_sd_uv = 2;
  double largest_sd_uv = 400;
  double coarse_step_uv = 5;
  double other_gain_factor = 1.9;
  double largest_asymmetry = 1.2;

  // Background under the alpha peak
  Band background{2, 24};
  Band background_left_out{5, 12};
  Band slow{1, 4};
  double quiet_factor = 4;
  double peak_over_background = 1.25;
  double min_oscillatory_share = 0.15;
  double min_valid_draws = 0.95;

  // How sure it is
  double good_clean_s = 60;
  double min_clean_s = 30;
  double block_s = 5;
  int bootstrap_samples = 1000;
  int bootstrap_seed = 20210412;
  double error_waves = 4.2;
  int min_error_waves = 2;

  // How much is kept of a long recording
  double max_feature_mb = 128;

  bool operator==(const Settings&) const = default;

  static constexpr const char* type_name = "EegSettings";
  static constexpr auto fields() {
    return std::array{
        field<&Settings::preset>("preset"),
        field<&Settings::alpha>("alpha", cited("Marshall, Bar-Haim & Fox 2002")),
        field<&Settings::theta>("theta", from("common_practice_in_infants")),
        field<&Settings::high_alpha>("high_alpha", from("common_practice_in_infants")),
        field<&Settings::beta>("beta", from("common_practice_in_infants")),
        field<&Settings::total>("total", from("stable_in_321_infants")),
        field<&Settings::pairs>("pairs", up_to(32), from("common_practice_pairs")),
        field<&Settings::reference>("reference", from("nothing_is_computed_in")),
        field<&Settings::average_min_channels>("average_min_channels", between(3, 512),
                                               from("common_practice")),
        field<&Settings::sensitivity_bands>("sensitivity_bands", up_to(32),
                                            from("lower_bands_wilkinson_2024")),
        field<&Settings::age_caution_months>("age_caution_months", between(0, 240),
                                             cited("Wilkinson et al. 2024")),
        field<&Settings::max_abs_uv>("max_abs_uv", between(1, 10000),
                                     from("common_practice_infant_150_strict_100")),
        field<&Settings::max_step_uv>("max_step_uv", between(1, 10000), from("common_practice")),
        field<&Settings::flat_uv>("flat_uv", between(0, 100), from("common_practice")),
        field<&Settings::clipped_samples>("clipped_samples", between(1, 65535),
                                          from("scaled_files_touch_once")),
        field<&Settings::clipped_run>("clipped_run", between(2, 65535), from("waves_turn_within_samples")),
        field<&Settings::clipped_windows>("clipped_windows", between(2, 1e6), from("own_choice")),
        field<&Settings::told_clipped_share>("told_clipped_share", between(0, 1), from("own_choice")),
        field<&Settings::muscle>("muscle", from("common_practice")),
        field<&Settings::muscle_factor>("muscle_factor", between(1, 1000), from("common_practice")),
        field<&Settings::muscle_min_uv2>("muscle_min_uv2", between(0, 1e6), from("amplifier_noise_of_1_uv")),
        field<&Settings::bad_flat_share>("bad_flat_share", between(0, 1), from("common_practice")),
        field<&Settings::bad_rejected_share>("bad_rejected_share", between(0, 1), from("common_practice")),
        field<&Settings::disconnected_mains>("disconnected_mains", between(0.1, 1e6),
                                             from("common_practice")),
        field<&Settings::disconnected_correlation>("disconnected_correlation", between(0, 1),
                                                   from("after_bigdely_shamlo_2015")),
        field<&Settings::correlation_min_channels>("correlation_min_channels", between(2, 512),
                                                   from("few_electrodes_stand_far_apart")),
        field<&Settings::bridged_difference>("bridged_difference", between(0, 1),
                                             from("after_tenke_kayser_2001")),
        field<&Settings::calibration_difference>("calibration_difference", between(0, 1),
                                                 from("gains_of_a_box_differ_less")),
        field<&Settings::calibration_min_s>("calibration_min_s", between(1, 3600), from("own_choice")),
        field<&Settings::smallest_sd_uv>("smallest_sd_uv", between(0, 1000), from("wide_about_infants_eeg")),
        field<&Settings::largest_sd_uv>("largest_sd_uv", between(1, 1e6), from("wide_about_infants_eeg")),
        field<&Settings::coarse_step_uv>("coarse_step_uv", between(0.01, 1000),
                                         from("ten_times_what_amplifiers_resolve")),
        field<&Settings::other_gain_factor>("other_gain_factor", between(1.1, 1e6),
                                            from("gains_are_wrong_by_twos")),
        field<&Settings::largest_asymmetry>("largest_asymmetry", between(0.1, 100),
                                            from("four_sds_of_infants_faa")),
        field<&Settings::background>("background", from("muscle_flattens_it_above_24_hz")),
        field<&Settings::background_left_out>("background_left_out", from("common_practice")),
        field<&Settings::slow>("slow", from("common_practice")),
        field<&Settings::quiet_factor>("quiet_factor", between(1, 1000), from("small_blinks_lift_the_fit")),
        field<&Settings::peak_over_background>("peak_over_background", between(1, 100),
                                               from("common_practice")),
        field<&Settings::min_oscillatory_share>("min_oscillatory_share", between(0, 1),
                                                from("bent_background_without_a_peak")),
        field<&Settings::min_valid_draws>("min_valid_draws", between(0, 1),
                                          from("interval_would_have_no_end")),
        field<&Settings::good_clean_s>("good_clean_s", between(1, 86400), from("common_practice")),
        field<&Settings::min_clean_s>("min_clean_s", between(1, 86400), from("common_practice")),
        field<&Settings::block_s>("block_s", between(0.5, 120), from("longer_than_bursts_of_alpha")),
        field<&Settings::bootstrap_samples>("bootstrap_samples", between(100, 10000),
                                            from("moving_blocks_kunsch_1989")),
        field<&Settings::bootstrap_seed>("bootstrap_seed", between(0, 2147483647), from("any_number")),
        field<&Settings::error_waves>("error_waves", between(1, 100), from("cosines_lazarus_et_al_2018")),
        field<&Settings::min_error_waves>("min_error_waves", between(1, 100),
                                          from("one_wave_has_13_standard_errors")),
        field<&Settings::max_feature_mb>("max_feature_mb", between(1, 1024),
                                         from("hour_of_32_channels_takes_100_mb"))};
  }
  static constexpr auto orders() { return std::array{at_most("min_clean_s", "good_clean_s")}; }
};

/// The settings of a preset: the amplitude limit changes, all else is the default.
inline Settings settings_for(Preset preset) {
  Settings settings;
  settings.preset = preset;
  if (preset == Preset::strict_infant) settings.max_abs_uv = 100;
  return settings;
}

}  // namespace attune::eeg
