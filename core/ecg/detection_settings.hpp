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
        field("first_sd", &Rhythm::first_sd, between(0.01, 1),
              "SD of ln(interval / interval before) in regular rhythm, at the first look.",
              "model: 10 %, wider than any sinus rhythm"),
        field("least_sd", &Rhythm::least_sd, between(0.001, 0.5),
              "Least SD once it is learned from the recording.",
              "model: RMSSD of preterm infants is about 1 % of the interval"),
        field("most_sd", &Rhythm::most_sd, between(0.01, 1), "Most SD once it is learned from the recording.",
              "model"),
        field("odd_share", &Rhythm::odd_share, between(1e-6, 0.5),
              "Share of intervals in regular rhythm that follow none.", "model: isolated ectopic beats"),
        field("usual_share", &Rhythm::usual_share, between(0.001, 1),
              "Share of intervals that return to the usual one rather than follow the one before.", "model"),
        field("usual_sd", &Rhythm::usual_sd, between(0.01, 1), "How closely they do, relative.", "model"),
        field("long_ratio", &Rhythm::long_ratio, between(1.1, 4),
              "Above this multiple of the usual an interval is long.", "model: between one and two beats"),
        field("long_share", &Rhythm::long_share, between(0.001, 1),
              "How much rarer long intervals are than early beats.", "model"),
        field("irregular_sd", &Rhythm::irregular_sd, between(0.05, 3),
              "SD of ln(interval / interval before) in irregular rhythm (bigeminy, runs, fibrillation).",
              "model: any interval will do"),
        field("to_irregular", &Rhythm::to_irregular, between(1e-6, 0.5),
              "Chance a beat that rhythm turns irregular.", "model"),
        field("to_regular", &Rhythm::to_regular, between(1e-6, 0.5),
              "Chance a beat that it turns regular again.", "model"),
        field("pause_cost", &Rhythm::pause_cost, between(0, 100),
              "What a stretch without beats costs, in log-likelihood units.", "model"),
        field("pause_cost_per_s", &Rhythm::pause_cost_per_s, between(0, 100), "And each second of it.",
              "model: a heart does not stand still"),
        field("early_ratio", &Rhythm::early_ratio, between(0.5, 1),
              "Below this multiple of the usual an interval is early, and may be followed by a pause that "
              "makes up for it.",
              "model: a tenth early"),
        field("learned_ratio", &Rhythm::learned_ratio, between(0.5, 5),
              "The SD learned from the recording is this multiple of the typical change (median absolute "
              "change as an SD).",
              "model: a little wider than what was seen"),
        field("usual_beats", &Rhythm::usual_beats, between(2, 200),
              "Beats on either side that the usual interval is taken over.", "model: some breaths"));
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
        field("held_ms", &Faults::held_ms, between(10, 5000),
              "A value held for less time is none that an amplifier holds.",
              "model: a QRS and its flanks may hide in it"),
        field("held_ratio", &Faults::held_ratio, between(1, 100),
              "It is held for longer than this multiple of the longest flat line that the recording's cycles "
              "usually have.",
              "model: coarse converters and zero lines are flat in every diastole"),
        field("flat_share", &Faults::flat_share, between(0, 0.2),
              "What moves by less than this part of a cycle's usual range is flat.",
              "model: below the noise of any electrode"),
        field("jump_ms", &Faults::jump_ms, between(0.1, 50), "Time over which a jump is seen.",
              "one sample at 250 Hz"),
        field("jump_ratio", &Faults::jump_ratio, between(1, 100),
              "A jump is steeper than this multiple of the steepest flank that cycles usually have.",
              "model: no ectopic beat is so much steeper"),
        field("spike_ms", &Faults::spike_ms, between(1, 100),
              "A jump that is back within this time is a spike.", "shorter than any QRS"));
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
        field("wide_high_hz", &Evidence::wide_high_hz, between(30, 120),
              "Highest frequency the matched filter sees.", "QRS energy ends below 100 Hz"),
        field("baseline_window_s", &Evidence::baseline_window_s, between(0.05, 2),
              "Window of the triangular mean that is taken off as baseline.", "high-pass of about 2 Hz"),
        field("noise_window_s", &Evidence::noise_window_s, between(0.1, 5),
              "Window of the noise at one place.", "model: some beats"),
        field("noise_level_s", &Evidence::noise_level_s, between(1, 120),
              "Window of the usual noise around it.", "model"),
        field("noise_loading", &Evidence::noise_loading, between(1e-4, 10),
              "White part added to the noise's covariance, relative.", "regularisation"),
        field("shape_spread", &Evidence::shape_spread, between(0.001, 1),
              "How much beats differ from their average, relative to its height.", "model: 3 %"),
        field("least_relative_noise", &Evidence::least_relative_noise, between(0.01, 1),
              "Local noise is never less than this part of the usual.", "model"),
        field("beat_gain_sd", &Evidence::beat_gain_sd, between(0.01, 2), "SD of a beat's height, relative.",
              "model: breathing and movement turn the heart's axis"),
        field("odd_gain_share", &Evidence::odd_gain_share, between(1e-4, 0.5),
              "Share of beats of any other height.", "model"),
        field("noise_tail", &Evidence::noise_tail, between(0.001, 1),
              "Share of the noise that is heavy-tailed (Student's t, 5 degrees of freedom).",
              "model: movement, electrode pops"),
        field("beat_cost", &Evidence::beat_cost, between(0, 20),
              "What each beat must bring, in log-likelihood units.",
              "model: beats fill a small part of the time"),
        field("shadow_score", &Evidence::shadow_score, between(1, 100),
              "A peak this much less likely than one within half the shortest interval is left out, in "
              "log-likelihood units.",
              "model: more than two odd intervals cost"),
        field("level_window_s", &Evidence::level_window_s, between(2, 120),
              "Window of the usual height, first look.", "model: some dozen beats"),
        field("energy_sd", &Evidence::energy_sd, between(0.05, 3),
              "SD of ln energy of peaks of noise and of beats.", "model: one third"),
        field("energy_drop", &Evidence::energy_drop, between(0.1, 10),
              "First guess of how far below beats the rest begins, ln.", "model: a factor of 3"),
        field("most_energy_score", &Evidence::most_energy_score, between(0.5, 100),
              "Most that energy speaks for or against a beat, in log-likelihood units.", "model"),
        field("ectopic_share", &Evidence::ectopic_share, between(1e-4, 0.5),
              "Weight of beats that show by their energy and not by the usual shape.",
              "model: rare in infants, common in adult patients"),
        field("polarity_margin", &Evidence::polarity_margin, between(1, 10),
              "How much larger the other polarity must be to replace the one found before.", "model"),
        field("apex_reach_ms", &Evidence::apex_reach_ms, between(5, 200),
              "How far from the matched filter's time a beat's own apex is looked for.",
              "half a ventricular QRS"),
        field("apex_tolerance_ms", &Evidence::apex_tolerance_ms, between(0, 200),
              "An apex nearer than this to the matched filter's time is the usual one.", "model"),
        field("apex_over_noise", &Evidence::apex_over_noise, between(0, 100),
              "An apex of its own stands this much over the usual magnitude of the band.", "model"),
        field("edge_ms", &Evidence::edge_ms, between(0, 500),
              "A beat nearer to the end of a stretch is not whole.", "half a QRS"),
        field("same_shape", &Evidence::same_shape, between(0, 1),
              "Least correlation with the average beat, after the matched filter and without noise, of a "
              "beat of the usual shape.",
              "model: three quarters of the variance"),
        field("t_wave_ms", &Evidence::t_wave_ms, between(50, 600),
              "A T wave follows its beat within this time.", "Pan & Tompkins 1985"),
        field("t_wave_share", &Evidence::t_wave_share, between(0, 1),
              "What is less than this part as steep as the beats on both sides, and of another shape, is a T "
              "wave.",
              "Pan & Tompkins 1985: half the slope"),
        field("level_quantile", &Evidence::level_quantile, between(0.1, 0.99),
              "At the first look, the quantile of the peaks around that stands for a beat's height.",
              "model: fewer than three peaks of four are noise"),
        field("first_middle", &Evidence::first_middle, between(0.05, 0.95),
              "Part of that height at which a peak speaks neither for nor against a beat.",
              "model: about half"),
        field("first_slope", &Evidence::first_slope, between(0.1, 100),
              "How fast that changes with the height, log-likelihood units.",
              "model: a tenth of the height is a factor of e"),
        field("most_first_score", &Evidence::most_first_score, between(0.1, 100),
              "Most that a peak speaks for or against a beat at the first look.",
              "model: the rhythm may still outweigh it"),
        field("energy_beats", &Evidence::energy_beats, between(1, 200),
              "Beats on either side that the usual energy of a beat is taken over.", "model: some breaths"),
        field("least_contrast", &Evidence::least_contrast, between(0.001, 5),
              "Beats stand at least this far over the rest, ln energy.",
              "model: against division by nothing"),
        field("least_height", &Evidence::least_height, between(0, 0.9),
              "A peak of the matched filter lower than this part of a usual beat is none.", "model: a tenth"),
        field("least_over_noise", &Evidence::least_over_noise, between(0, 10),
              "Nor is one lower than this multiple of the local noise.", "model: half its SD"),
        field("peak_distance_s", &Evidence::peak_distance_s, between(0.005, 0.2),
              "Of two peaks of the matched filter nearer than this the higher one counts.", "half a QRS"),
        field("second_share", &Evidence::second_share, between(0, 1),
              "Of two looks at one peak the lesser one counts with this share.",
              "model: they are not independent"),
        field("weight_window_s", &Evidence::weight_window_s, between(0.1, 10),
              "Window in which a beat's surroundings are judged for its weight in the average.",
              "model: two cycles"),
        field("cycle_before_r", &Evidence::cycle_before_r, between(0.2, 0.8),
              "Part of the average cycle that lies before its R peak.", "model: P and PQ before, T after"),
        field("most_near_share", &Evidence::most_near_share, between(0.05, 0.45),
              "Most of a cycle on either side of R that counts as near a QRS.",
              "model: noise must be left to see"),
        field("evening_floor", &Evidence::evening_floor, between(0.01, 1),
              "Where noise is evened out, a place is taken to have at least this part of the usual noise.",
              "model: a quiet place is not blown up"),
        field("local_share", &Evidence::local_share, between(0, 1),
              "Share of the noise power at a place that is its own; the rest is the usual around it.",
              "model: a burst counts where it is"),
        field("flank_share", &Evidence::flank_share, between(0.01, 1),
              "Part of half the template over which its ends fall to zero.", "model: no step at its ends"),
        field("own_apex_share", &Evidence::own_apex_share, between(0, 2),
              "An apex of its own has at least this part of the usual beat's height.", "model: about half"),
        field("most_rounds", &Evidence::most_rounds, between(1, 20),
              "Most rounds of average beat, filter and search.", "model: the second seldom changes a beat"),
        field("likely_beats", &Evidence::likely_beats, between(0, 1),
              "Where half of the beats are less likely than this, no further round is searched.",
              "as likely none as one: noise, in which no round finds a heart"),
        field("same_share", &Evidence::same_share, between(0.5, 1),
              "It ends when this share of the beats stays within half a sample.", "model: one in a hundred"));
  }
};

}  // namespace attune::ecg
