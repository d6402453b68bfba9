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
    return std::make_tuple(
        field("first_sd", &Rhythm::first_sd, between(0.01, 1), from("model_10_percent")),
        field("least_sd", &Rhythm::least_sd, between(0.001, 0.5), from("model_rmssd_of_preterm_infants")),
        field("most_sd", &Rhythm::most_sd, between(0.01, 1), from("model")),
        field("odd_share", &Rhythm::odd_share, between(1e-6, 0.5), from("model_isolated_ectopic_beats")),
        field("usual_share", &Rhythm::usual_share, between(0.001, 1), from("model")),
        field("usual_sd", &Rhythm::usual_sd, between(0.01, 1), from("model")),
        field("long_ratio", &Rhythm::long_ratio, between(1.1, 4), from("model_between_one_and_two_beats")),
        field("long_share", &Rhythm::long_share, between(0.001, 1), from("model")),
        field("irregular_sd", &Rhythm::irregular_sd, between(0.05, 3), from("model_any_interval")),
        field("to_irregular", &Rhythm::to_irregular, between(1e-6, 0.5), from("model")),
        field("to_regular", &Rhythm::to_regular, between(1e-6, 0.5), from("model")),
        field("pause_cost", &Rhythm::pause_cost, between(0, 100), from("model")),
        field("pause_cost_per_s", &Rhythm::pause_cost_per_s, between(0, 100),
              from("model_no_standing_still")),
        field("early_ratio", &Rhythm::early_ratio, between(0.5, 1), from("model_a_tenth_early")),
        field("learned_ratio", &Rhythm::learned_ratio, between(0.5, 5), from("model_wider_than_seen")),
        field("usual_beats", &Rhythm::usual_beats, between(2, 200), from("model_some_breaths")));
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
    return std::make_tuple(
        field("held_ms", &Faults::held_ms, between(10, 5000), from("model_hides_a_qrs")),
        field("held_ratio", &Faults::held_ratio, between(1, 100), from("model_flat_in_every_diastole")),
        field("flat_share", &Faults::flat_share, between(0, 0.2), from("model_below_electrode_noise")),
        field("jump_ms", &Faults::jump_ms, between(0.1, 50), from("one_sample_at_250_hz")),
        field("jump_ratio", &Faults::jump_ratio, between(1, 100), from("model_no_ectopic_so_steep")),
        field("spike_ms", &Faults::spike_ms, between(1, 100), from("shorter_than_any_qrs")));
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
    return std::make_tuple(
        field("wide_high_hz", &Evidence::wide_high_hz, between(30, 120), from("qrs_ends_below_100_hz")),
        field("baseline_window_s", &Evidence::baseline_window_s, between(0.05, 2), from("high_pass_of_2_hz")),
        field("noise_window_s", &Evidence::noise_window_s, between(0.1, 5), from("model_some_beats")),
        field("noise_level_s", &Evidence::noise_level_s, between(1, 120), from("model")),
        field("noise_loading", &Evidence::noise_loading, between(1e-4, 10), from("regularisation")),
        field("shape_spread", &Evidence::shape_spread, between(0.001, 1), from("model_3_percent")),
        field("least_relative_noise", &Evidence::least_relative_noise, between(0.01, 1), from("model")),
        field("beat_gain_sd", &Evidence::beat_gain_sd, between(0.01, 2), from("model_heart_axis_turns")),
        field("odd_gain_share", &Evidence::odd_gain_share, between(1e-4, 0.5), from("model")),
        field("noise_tail", &Evidence::noise_tail, between(0.001, 1), from("model_electrode_pops")),
        field("beat_cost", &Evidence::beat_cost, between(0, 20), from("model_beats_fill_little_time")),
        field("shadow_score", &Evidence::shadow_score, between(1, 100), from("model_two_odd_intervals")),
        field("level_window_s", &Evidence::level_window_s, between(2, 120), from("model_some_dozen_beats")),
        field("energy_sd", &Evidence::energy_sd, between(0.05, 3), from("model_one_third")),
        field("energy_drop", &Evidence::energy_drop, between(0.1, 10), from("model_factor_of_3")),
        field("most_energy_score", &Evidence::most_energy_score, between(0.5, 100), from("model")),
        field("ectopic_share", &Evidence::ectopic_share, between(1e-4, 0.5), from("model_rare_in_infants")),
        field("polarity_margin", &Evidence::polarity_margin, between(1, 10), from("model")),
        field("apex_reach_ms", &Evidence::apex_reach_ms, between(5, 200), from("half_a_ventricular_qrs")),
        field("apex_tolerance_ms", &Evidence::apex_tolerance_ms, between(0, 200), from("model")),
        field("apex_over_noise", &Evidence::apex_over_noise, between(0, 100), from("model")),
        field("edge_ms", &Evidence::edge_ms, between(0, 500), from("half_a_qrs")),
        field("same_shape", &Evidence::same_shape, between(0, 1), from("model_three_quarters_of_variance")),
        field("t_wave_ms", &Evidence::t_wave_ms, between(50, 600), cited("Pan & Tompkins 1985")),
        field("t_wave_share", &Evidence::t_wave_share, between(0, 1), from("pan_tompkins_1985_half_slope")),
        field("level_quantile", &Evidence::level_quantile, between(0.1, 0.99),
              from("model_three_peaks_of_four")),
        field("first_middle", &Evidence::first_middle, between(0.05, 0.95), from("model_about_half")),
        field("first_slope", &Evidence::first_slope, between(0.1, 100), from("model_a_tenth_is_e")),
        field("most_first_score", &Evidence::most_first_score, between(0.1, 100),
              from("model_rhythm_outweighs")),
        field("energy_beats", &Evidence::energy_beats, between(1, 200), from("model_some_breaths")),
        field("least_contrast", &Evidence::least_contrast, between(0.001, 5),
              from("model_no_division_by_nothing")),
        field("least_height", &Evidence::least_height, between(0, 0.9), from("model_a_tenth")),
        field("least_over_noise", &Evidence::least_over_noise, between(0, 10), from("model_half_its_sd")),
        field("peak_distance_s", &Evidence::peak_distance_s, between(0.005, 0.2), from("half_a_qrs")),
        field("second_share", &Evidence::second_share, between(0, 1), from("model_not_independent")),
        field("weight_window_s", &Evidence::weight_window_s, between(0.1, 10), from("model_two_cycles")),
        field("cycle_before_r", &Evidence::cycle_before_r, between(0.2, 0.8), from("model_p_before_t_after")),
        field("most_near_share", &Evidence::most_near_share, between(0.05, 0.45),
              from("model_noise_left_to_see")),
        field("evening_floor", &Evidence::evening_floor, between(0.01, 1), from("model_quiet_not_blown_up")),
        field("local_share", &Evidence::local_share, between(0, 1), from("model_burst_counts_in_place")),
        field("flank_share", &Evidence::flank_share, between(0.01, 1), from("model_no_step_at_ends")),
        field("own_apex_share", &Evidence::own_apex_share, between(0, 2), from("model_about_half")),
        field("most_rounds", &Evidence::most_rounds, between(1, 20), from("model_second_seldom_changes")),
        field("likely_beats", &Evidence::likely_beats, between(0, 1), from("as_likely_none_as_one")),
        field("same_share", &Evidence::same_share, between(0.5, 1), from("model_one_in_a_hundred")));
  }
};

}  // namespace attune::ecg
