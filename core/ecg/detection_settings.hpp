// How beats are found: the rhythm and the evidence that detection believes in, and what is no ECG.
#pragma once

#include "base/describe.hpp"

namespace attune::ecg {

/// What is held to be likely of the intervals between beats; used by ecg/beat_path.hpp.
struct Rhythm {
  double first_sd = 0.1;
  double least_sd = 0.015;
  double most_sd = 0.15;
  double odd_share = 0.02;
  double usual_share = 0.1;
  double usual_sd = 0.08;
  double long_ratio = 1.6;
  double long_share = 0.1;
  double irregular_sd = 0.5;
  double to_irregular = 0.01;
  double to_regular = 0.05;
  double pause_cost = 6;
  double pause_cost_per_s = 8;
  double early_ratio = 0.9;
  double learned_ratio = 1.2;
  int usual_beats = 16;

  static constexpr const char* type_name = "RhythmModel";
  static constexpr auto fields() {
    return std::array{
        field<&Rhythm::first_sd>("first_sd", between(0.01, 1), from("model_10_percent")),
        field<&Rhythm::least_sd>("least_sd", between(0.001, 0.5), from("model_rmssd_of_preterm_infants")),
        field<&Rhythm::most_sd>("most_sd", between(0.01, 1), from("model")),
        field<&Rhythm::odd_share>("odd_share", between(1e-6, 0.5), from("model_isolated_ectopic_beats")),
        field<&Rhythm::usual_share>("usual_share", between(0.001, 1), from("model")),
        field<&Rhythm::usual_sd>("usual_sd", between(0.01, 1), from("model")),
        field<&Rhythm::long_ratio>("long_ratio", between(1.1, 4), from("model_between_one_and_two_beats")),
        field<&Rhythm::long_share>("long_share", between(0.001, 1), from("model")),
        field<&Rhythm::irregular_sd>("irregular_sd", between(0.05, 3), from("model_any_interval")),
        field<&Rhythm::to_irregular>("to_irregular", between(1e-6, 0.5), from("model")),
        field<&Rhythm::to_regular>("to_regular", between(1e-6, 0.5), from("model")),
        field<&Rhythm::pause_cost>("pause_cost", between(0, 100), from("model")),
        field<&Rhythm::pause_cost_per_s>("pause_cost_per_s", between(0, 100),
                                         from("model_no_standing_still")),
        field<&Rhythm::early_ratio>("early_ratio", between(0.5, 1), from("model_a_tenth_early")),
        field<&Rhythm::learned_ratio>("learned_ratio", between(0.5, 5), from("model_wider_than_seen")),
        field<&Rhythm::usual_beats>("usual_beats", between(2, 200), from("model_some_breaths"))};
  }
  static constexpr auto orders() { return std::array{at_most("least_sd", "most_sd")}; }
};

/// What no heart does to an ECG; used by ecg/signal_faults.hpp.
struct Faults {
  double held_ms = 100;
  double held_ratio = 3;
  double flat_share = 0.005;
  double jump_ms = 4;
  double jump_ratio = 4;
  double spike_ms = 20;

  static constexpr const char* type_name = "FaultSettings";
  static constexpr auto fields() {
    return std::array{
        field<&Faults::held_ms>("held_ms", between(10, 5000), from("model_hides_a_qrs")),
        field<&Faults::held_ratio>("held_ratio", between(1, 100), from("model_flat_in_every_diastole")),
        field<&Faults::flat_share>("flat_share", between(0, 0.2), from("model_below_electrode_noise")),
        field<&Faults::jump_ms>("jump_ms", between(0.1, 50), from("one_sample_at_250_hz")),
        field<&Faults::jump_ratio>("jump_ratio", between(1, 100), from("model_no_ectopic_so_steep")),
        field<&Faults::spike_ms>("spike_ms", between(1, 100), from("shorter_than_any_qrs"))};
  }
};

/// How much a peak speaks for being a beat; used by ecg/beat_shape.hpp and ecg/candidates.hpp.
struct Evidence {
  double wide_high_hz = 90;
  double baseline_window_s = 0.2;
  double noise_window_s = 0.6;
  double noise_level_s = 8;
  double noise_loading = 0.02;
  double shape_spread = 0.03;
  double least_relative_noise = 0.1;
  double beat_gain_sd = 0.25;
  double odd_gain_share = 0.02;
  double noise_tail = 0.05;
  double beat_cost = 2;
  double shadow_score = 12;
  double level_window_s = 16;
  double energy_sd = 0.33;
  double energy_drop = 1.2;
  double most_energy_score = 10;
  double ectopic_share = 0.02;
  double polarity_margin = 1.3;
  double apex_reach_ms = 60;
  double apex_tolerance_ms = 12;
  double apex_over_noise = 8;
  double edge_ms = 25;
  double same_shape = 0.85;
  double t_wave_ms = 360;
  double t_wave_share = 0.5;
  double level_quantile = 0.75;
  double first_middle = 0.45;
  double first_slope = 10;
  double most_first_score = 4;
  int energy_beats = 8;
  double least_contrast = 0.05;
  double least_height = 0.1;
  double least_over_noise = 0.5;
  double peak_distance_s = 0.03;
  double second_share = 0.5;
  double weight_window_s = 1;
  double cycle_before_r = 0.4;
  double most_near_share = 0.38;
  double evening_floor = 0.2;
  double local_share = 0.5;
  double flank_share = 1.0 / 3;
  double own_apex_share = 0.4;
  int most_rounds = 4;
  double likely_beats = 0.5;
  double same_share = 0.99;

  static constexpr const char* type_name = "EvidenceModel";
  static constexpr auto fields() {
    return std::array{
        field<&Evidence::wide_high_hz>("wide_high_hz", between(30, 120), from("qrs_ends_below_100_hz")),
        field<&Evidence::baseline_window_s>("baseline_window_s", between(0.05, 2), from("high_pass_of_2_hz")),
        field<&Evidence::noise_window_s>("noise_window_s", between(0.1, 5), from("model_some_beats")),
        field<&Evidence::noise_level_s>("noise_level_s", between(1, 120), from("model")),
        field<&Evidence::noise_loading>("noise_loading", between(1e-4, 10), from("regularisation")),
        field<&Evidence::shape_spread>("shape_spread", between(0.001, 1), from("model_3_percent")),
        field<&Evidence::least_relative_noise>("least_relative_noise", between(0.01, 1), from("model")),
        field<&Evidence::beat_gain_sd>("beat_gain_sd", between(0.01, 2), from("model_heart_axis_turns")),
        field<&Evidence::odd_gain_share>("odd_gain_share", between(1e-4, 0.5), from("model")),
        field<&Evidence::noise_tail>("noise_tail", between(0.001, 1), from("model_electrode_pops")),
        field<&Evidence::beat_cost>("beat_cost", between(0, 20), from("model_beats_fill_little_time")),
        field<&Evidence::shadow_score>("shadow_score", between(1, 100), from("model_two_odd_intervals")),
        field<&Evidence::level_window_s>("level_window_s", between(2, 120), from("model_some_dozen_beats")),
        field<&Evidence::energy_sd>("energy_sd", between(0.05, 3), from("model_one_third")),
        field<&Evidence::energy_drop>("energy_drop", between(0.1, 10), from("model_factor_of_3")),
        field<&Evidence::most_energy_score>("most_energy_score", between(0.5, 100), from("model")),
        field<&Evidence::ectopic_share>("ectopic_share", between(1e-4, 0.5), from("model_rare_in_infants")),
        field<&Evidence::polarity_margin>("polarity_margin", between(1, 10), from("model")),
        field<&Evidence::apex_reach_ms>("apex_reach_ms", between(5, 200), from("half_a_ventricular_qrs")),
        field<&Evidence::apex_tolerance_ms>("apex_tolerance_ms", between(0, 200), from("model")),
        field<&Evidence::apex_over_noise>("apex_over_noise", between(0, 100), from("model")),
        field<&Evidence::edge_ms>("edge_ms", between(0, 500), from("half_a_qrs")),
        field<&Evidence::same_shape>("same_shape", between(0, 1), from("model_three_quarters_of_variance")),
        field<&Evidence::t_wave_ms>("t_wave_ms", between(50, 600), cited("Pan & Tompkins 1985")),
        field<&Evidence::t_wave_share>("t_wave_share", between(0, 1), from("pan_tompkins_1985_half_slope")),
        field<&Evidence::level_quantile>("level_quantile", between(0.1, 0.99),
                                         from("model_three_peaks_of_four")),
        field<&Evidence::first_middle>("first_middle", between(0.05, 0.95), from("model_about_half")),
        field<&Evidence::first_slope>("first_slope", between(0.1, 100), from("model_a_tenth_is_e")),
        field<&Evidence::most_first_score>("most_first_score", between(0.1, 100),
                                           from("model_rhythm_outweighs")),
        field<&Evidence::energy_beats>("energy_beats", between(1, 200), from("model_some_breaths")),
        field<&Evidence::least_contrast>("least_contrast", between(0.001, 5),
                                         from("model_no_division_by_nothing")),
        field<&Evidence::least_height>("least_height", between(0, 0.9), from("model_a_tenth")),
        field<&Evidence::least_over_noise>("least_over_noise", between(0, 10), from("model_half_its_sd")),
        field<&Evidence::peak_distance_s>("peak_distance_s", between(0.005, 0.2), from("half_a_qrs")),
        field<&Evidence::second_share>("second_share", between(0, 1), from("model_not_independent")),
        field<&Evidence::weight_window_s>("weight_window_s", between(0.1, 10), from("model_two_cycles")),
        field<&Evidence::cycle_before_r>("cycle_before_r", between(0.2, 0.8), from("model_p_before_t_after")),
        field<&Evidence::most_near_share>("most_near_share", between(0.05, 0.45),
                                          from("model_noise_left_to_see")),
        field<&Evidence::evening_floor>("evening_floor", between(0.01, 1), from("model_quiet_not_blown_up")),
        field<&Evidence::local_share>("local_share", between(0, 1), from("model_burst_counts_in_place")),
        field<&Evidence::flank_share>("flank_share", between(0.01, 1), from("model_no_step_at_ends")),
        field<&Evidence::own_apex_share>("own_apex_share", between(0, 2), from("model_about_half")),
        field<&Evidence::most_rounds>("most_rounds", between(1, 20), from("model_second_seldom_changes")),
        field<&Evidence::likely_beats>("likely_beats", between(0, 1), from("as_likely_none_as_one")),
        field<&Evidence::same_share>("same_share", between(0.5, 1), from("model_one_in_a_hundred"))};
  }
};

}  // namespace attune::ecg
