// What becomes of the beats found: when they are not trusted, and when they are edited.
#pragma once

#include "base/describe.hpp"

namespace attune::ecg {

/// When the beats of a stretch are not trusted; used by ecg/poor_stretches.hpp.
struct Trust {
  double window_s = 10;
  double sure = 0.9;
  double most_unsure = 0.3;
  double most_disagreed = 0.5;
  double agreement_ms = 60;
  double good_timing_ms = 2;
  int run_beats = 5;
  double most_false = 0.3;
  int leap_beats = 3;
  double leap_ratio = 0.65;
  int leap_reach_beats = 30;
  double away_percent = 10;
  double away_scatters = 5;
  double away_level = 0.75;
  int away_longest_beats = 8;
  int away_beside_beats = 8;
  double other_shape = 0.8;
  double cut_off = 0.5;

  static constexpr const char* type_name = "TrustSettings";
  static constexpr auto fields() {
    return std::array{
        field<&Trust::window_s>("window_s", between(2, 120), from("model_some_dozen_beats")),
        field<&Trust::sure>("sure", between(0, 1), from("model_one_in_ten")),
        field<&Trust::most_unsure>("most_unsure", between(0, 1), from("model")),
        field<&Trust::most_disagreed>("most_disagreed", between(0, 1), from("model_as_often_as_not")),
        field<&Trust::agreement_ms>("agreement_ms", between(1, 500), from("a_qrs")),
        field<&Trust::good_timing_ms>("good_timing_ms", between(0.05, 100), from("model")),
        field<&Trust::run_beats>("run_beats", between(2, 50), from("model_run_too_short")),
        field<&Trust::most_false>("most_false", between(0.01, 20), from("model_beat_alone_by_itself")),
        field<&Trust::leap_beats>("leap_beats", between(2, 50), from("model_early_beats")),
        field<&Trust::leap_ratio>("leap_ratio", between(0.1, 0.95), from("model_one_beat_and_a_half")),
        field<&Trust::leap_reach_beats>("leap_reach_beats", between(3, 300), from("model_some_ten_seconds")),
        field<&Trust::away_percent>("away_percent", between(1, 100), from("model_startle_is_a_tenth")),
        field<&Trust::away_scatters>("away_scatters", between(1, 100), from("model_breathing_moves_much")),
        field<&Trust::away_level>("away_level", between(0, 1), from("no_false_alarm_on_lists")),
        field<&Trust::away_longest_beats>("away_longest_beats", between(3, 100), from("model_startle_lasts")),
        field<&Trust::away_beside_beats>("away_beside_beats", between(3, 100), from("model_some_breaths")),
        field<&Trust::other_shape>("other_shape", between(0, 1), from("model_other_r_time")),
        field<&Trust::cut_off>("cut_off", between(0, 1), from("model_half_is_seen"))};
  }
};

/// When a beat is edited; used by ecg/edit.hpp.
struct Editing {
  int scatter_beats = 91;
  int near_beats = 21;
  int median_beats = 11;
  double least_scatter_percent = 0.5;
  double most_scatter_percent = 8;
  double scatter_quantile = 0.5;
  double tail_df = 8;
  double suspect_scatters = 3;
  double change_cost = 3;
  double take_out_cost = 6;
  double put_in_cost = 4;
  double fit_scatters = 5;
  double fit_percent = 5;
  double move_fit_percent = 25;
  int most_missed = 3;
  int most_taken_out = 2;
  int most_rounds = 8;
  double longest_ms = 4000;
  int shape_beats = 21;
  double least_unlikeness = 0.1;
  double unlikeness_ratio = 4;
  double other_shape_gain = 12;

  static constexpr const char* type_name = "EditingSettings";
  static constexpr auto retired() {
    return std::array<std::string_view, 6>{"threshold_factor", "threshold_beats", "c1", "c2",
                                           "min_threshold_ms", "berntson_factor"};
  }
  static constexpr auto fields() {
    return std::array{
        field<&Editing::scatter_beats>("scatter_beats", between(5, 1001), cited("Lipponen & Tarvainen 2019")),
        field<&Editing::near_beats>("near_beats", between(5, 1001), from("model_some_breaths")),
        field<&Editing::median_beats>("median_beats", between(3, 101), cited("Lipponen & Tarvainen 2019")),
        field<&Editing::least_scatter_percent>("least_scatter_percent", between(0.01, 20),
                                               from("model_half_rmssd_of_preterm")),
        field<&Editing::most_scatter_percent>("most_scatter_percent", between(0.1, 100),
                                              from("model_rmssd_of_sleeping_child")),
        field<&Editing::scatter_quantile>("scatter_quantile", between(0.05, 0.95),
                                          from("median_or_lower_quartile")),
        field<&Editing::tail_df>("tail_df", between(1, 100), from("model_sighs_startles")),
        field<&Editing::suspect_scatters>("suspect_scatters", between(0.5, 50), from("model")),
        field<&Editing::change_cost>("change_cost", between(0, 1000), from("model_one_edit_in_hundreds")),
        field<&Editing::take_out_cost>("take_out_cost", between(0, 1000), from("model")),
        field<&Editing::put_in_cost>("put_in_cost", between(0, 1000), from("model")),
        field<&Editing::fit_scatters>("fit_scatters", between(0.1, 100), from("model")),
        field<&Editing::fit_percent>("fit_percent", between(0, 100), from("model")),
        field<&Editing::move_fit_percent>("move_fit_percent", between(0, 100),
                                          from("model_premature_not_made_up")),
        field<&Editing::most_missed>("most_missed", between(0, 10), from("model")),
        field<&Editing::most_taken_out>("most_taken_out", between(0, 10), from("model_more_are_poor")),
        field<&Editing::most_rounds>("most_rounds", between(0, 100), from("model_two_suffice")),
        field<&Editing::longest_ms>("longest_ms", between(500, 20000), from("bpm_15_at_no_age")),
        field<&Editing::shape_beats>("shape_beats", between(3, 1001), from("model_most_are_sinus_beats")),
        field<&Editing::least_unlikeness>("least_unlikeness", between(0, 1),
                                          from("model_one_origin_correlates")),
        field<&Editing::unlikeness_ratio>("unlikeness_ratio", between(1, 100),
                                          from("model_none_alike_in_noise")),
        field<&Editing::other_shape_gain>("other_shape_gain", between(0, 1000),
                                          from("model_once_in_100_000"))};
  }
};

}  // namespace attune::ecg
