// Detection and editing of beats: every threshold, with the source of its default. "Model" marks what is not
// taken from a paper but set by reasoning about the quantity it names; none was fitted to a recording.
#pragma once

#include <optional>
#include <string>

#include "base/describe.hpp"

namespace attune::ecg {

/// Age group; by_age: the age at the visit decides.
enum class Preset { infant, child, adult, by_age };
constexpr auto enum_names(Preset) {
  return std::array<std::string_view, 4>{"infant", "child", "adult", "by_age"};
}

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
        field("same_share", &Evidence::same_share, between(0.5, 1),
              "It ends when this share of the beats stays within half a sample.", "model: one in a hundred"));
  }
};

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
  double other_shape = 0.8;
  double cut_off = 0.5;

  static constexpr const char* type_name = "TrustSettings";
  static constexpr auto fields() {
    return std::make_tuple(
        field("window_s", &Trust::window_s, between(2, 120), "Length of the stretches that are judged.",
              "model: some dozen beats"),
        field("sure", &Trust::sure, between(0, 1), "A beat of less confidence is unsure.",
              "model: one in ten is none"),
        field("most_unsure", &Trust::most_unsure, between(0, 1),
              "A stretch with a larger share of unsure beats is poor.", "model"),
        field("most_disagreed", &Trust::most_disagreed, between(0, 1),
              "A stretch where a larger share of the beats is seen by one of two detectors only is poor.",
              "model: as often as not"),
        field("agreement_ms", &Trust::agreement_ms, between(1, 500),
              "Two detectors mean the same beat within this time.", "a QRS"),
        field("good_timing_ms", &Trust::good_timing_ms, between(0.05, 100),
              "Timing noise that halves a channel's quality, by which the best of several is chosen.",
              "model"),
        field("run_beats", &Trust::run_beats, between(2, 50), "Successive beats that are judged together.",
              "model: a run too short to fill a stretch of its own"),
        field("most_false", &Trust::most_false, between(0.01, 20),
              "They are poor where, besides the least sure one, more of them are expected to be false (the "
              "sum of "
              "1 - confidence).",
              "model: a beat alone is judged by itself"),
        field("leap_beats", &Trust::leap_beats, between(2, 50),
              "As many successive intervals far shorter than usual are poor: no heart doubles its rate in a "
              "beat.",
              "model: an early beat makes one short interval, two make two"),
        field("leap_ratio", &Trust::leap_ratio, between(0.1, 0.95),
              "An interval below this multiple of the usual one is far shorter.",
              "model: between one beat and half of one"),
        field("leap_reach_beats", &Trust::leap_reach_beats, between(3, 300),
              "Beats on either side that this usual interval is taken over.", "model: some ten seconds"),
        field("other_shape", &Trust::other_shape, between(0, 1),
              "Most confidence of a beat of another shape than the usual one.",
              "model: its R time is not that of the others, so that it is unsure"),
        field("cut_off", &Trust::cut_off, between(0, 1),
              "What a beat that an end cuts off keeps of its confidence.", "model: half of it is seen"));
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

  static constexpr const char* type_name = "EditingSettings";
  static constexpr auto retired() {
    return std::array<std::string_view, 6>{"threshold_factor", "threshold_beats", "c1", "c2",
                                           "min_threshold_ms", "berntson_factor"};
  }
  static constexpr auto fields() {
    return std::make_tuple(
        field("scatter_beats", &Editing::scatter_beats, between(5, 1001),
              "Beats that the usual size of a change from interval to interval is taken over.",
              "Lipponen & Tarvainen 2019"),
        field("near_beats", &Editing::near_beats, between(5, 1001),
              "The usual change among so many beats, if it is larger: breathing comes in bouts.",
              "model: some breaths"),
        field("median_beats", &Editing::median_beats, between(3, 101), "Beats of the running median.",
              "Lipponen & Tarvainen 2019"),
        field("least_scatter_percent", &Editing::least_scatter_percent, between(0.01, 20),
              "The usual change is never taken to be smaller, percent of the interval.",
              "model: half the RMSSD of quiet preterm infants"),
        field("most_scatter_percent", &Editing::most_scatter_percent, between(0.1, 100),
              "Nor larger: where every third beat is ectopic, what is usual is not the heart's rhythm.",
              "model: RMSSD of a sleeping child with much respiratory arrhythmia"),
        field("scatter_quantile", &Editing::scatter_quantile, between(0.05, 0.95),
              "The usual change is told from this quantile of their sizes; what lies beyond may be beats to "
              "edit.",
              "the median; the lower quartile where a third of the beats may be ectopic"),
        field("tail_df", &Editing::tail_df, between(1, 100),
              "Degrees of freedom of Student's t that changes follow: how often a real heart makes a large "
              "one.",
              "model: sighs, startles"),
        field("suspect_scatters", &Editing::suspect_scatters, between(0.5, 50),
              "A change of so many standard deviations is looked at.", "model"),
        field("change_cost", &Editing::change_cost, between(0, 1000),
              "How much likelier an edit must make the rhythm, in log-likelihood units.",
              "model: one edit in some hundred beats"),
        field("take_out_cost", &Editing::take_out_cost, between(0, 1000),
              "And how much more for each beat taken from its place, times its confidence.", "model"),
        field("put_in_cost", &Editing::put_in_cost, between(0, 1000), "And for each beat that is put in.",
              "model"),
        field("fit_scatters", &Editing::fit_scatters, between(0.1, 100),
              "Intervals that beats are put into or taken from must meet their neighbours within so many "
              "standard deviations.",
              "model"),
        field("fit_percent", &Editing::fit_percent, between(0, 100),
              "Or within this part of the usual interval.", "model"),
        field("move_fit_percent", &Editing::move_fit_percent, between(0, 100),
              "The intervals of one beat that is moved must meet their neighbours within this part of the "
              "usual interval.",
              "model: a premature beat need not be made up for"),
        field("most_missed", &Editing::most_missed, between(0, 10),
              "Most beats that are put into one long interval; a longer one is a break.", "model"),
        field("most_taken_out", &Editing::most_taken_out, between(0, 10),
              "Most beats in a row that one edit takes out.", "model: more are a poor stretch"),
        field("most_rounds", &Editing::most_rounds, between(0, 100),
              "How often edits are looked for again beside those made.", "model: usually two suffice"),
        field("longest_ms", &Editing::longest_ms, between(500, 20000),
              "A longer interval is a break and not edited.", "15 bpm: no heart period at any age"));
  }
};

struct Settings {
  Preset preset = Preset::by_age;
  double infant_below_months = 24;
  double child_below_months = 144;
  double band_low_hz = 8;
  double band_high_hz = 40;
  double refractory_ms = 200;
  double rr_min_ms = 220;
  double rr_max_ms = 1500;
  double integration_ms = 80;
  double template_ms = 120;
  double low_sample_rate_hz = 200;
  double block_s = 240;
  double overlap_s = 15;
  Rhythm rhythm;
  Evidence evidence;
  Trust trust;
  Editing editing;
  double least_sample_rate_hz = 50;
  int fewest_beats = 5;
  double working_rate_hz = 250;
  double pass_share = 0.42;
  Faults faults;

  static constexpr const char* type_name = "EcgSettings";
  static constexpr auto fields() {
    return std::make_tuple(
        field(
            "preset", &Settings::preset,
            "Age group: every setting of beats and heart-rate variability that is left at its default takes "
            "the group's value; by_age: the age at the visit decides, without one infant."),
        field("infant_below_months", &Settings::infant_below_months, between(0, 240),
              "Infants are younger than this.", "ICH E11: infants and toddlers are below 24 months"),
        field("child_below_months", &Settings::child_below_months, between(0, 1200),
              "Children are younger than this.", "ICH E11: children are 2 to 11 years old"),
        field("band_low_hz", &Settings::band_low_hz, between(1, 50), "Lower edge of the QRS band.",
              "infant QRS 50-70 ms"),
        field("band_high_hz", &Settings::band_high_hz, between(10, 200), "Upper edge of the QRS band.",
              "infant QRS 50-70 ms"),
        field("refractory_ms", &Settings::refractory_ms, between(100, 1000),
              "No second beat within this time.", "infant RR 260-670 ms"),
        field("rr_min_ms", &Settings::rr_min_ms, between(100, 1500), "Shortest interval of the search.",
              "270 bpm, faster than any infant's sinus rhythm"),
        field("rr_max_ms", &Settings::rr_max_ms, between(400, 3000),
              "Longest interval of the search; above it is a pause.",
              "40 bpm, an infant's apnoea with bradycardia"),
        field("integration_ms", &Settings::integration_ms, between(10, 500),
              "Window that gathers a QRS's energy.",
              "Pan & Tompkins 1985: 150 ms in adults; an infant's QRS is half as long"),
        field("template_ms", &Settings::template_ms, between(40, 400), "Length of the QRS template.",
              "QRS of 50-70 ms and its flanks"),
        field("low_sample_rate_hz", &Settings::low_sample_rate_hz, between(50, 2000),
              "Below this rate there is a warning.",
              "Task Force 1996: 250 Hz, less where R times are interpolated"),
        field("block_s", &Settings::block_s, between(30, 600),
              "Length of the blocks that are searched at once.", "long enough for a clean average beat"),
        field("overlap_s", &Settings::overlap_s, between(1, 60), "How far a block looks into its neighbours.",
              "longer than every filter and window"),
        field("rhythm", &Settings::rhythm, "What is likely of the intervals."),
        field("evidence", &Settings::evidence, "What speaks for a beat."),
        field("trust", &Settings::trust, "When beats are not trusted."),
        field("editing", &Settings::editing, "When a beat is edited."),
        field("least_sample_rate_hz", &Settings::least_sample_rate_hz, between(10, 1000),
              "Below this rate no beats are looked for.", "model: half of it still holds a QRS's 8 to 25 Hz"),
        field("fewest_beats", &Settings::fewest_beats, between(3, 100),
              "A stretch with fewer beats gives none: there is no average beat to time them by.",
              "model: of fewer the average is mostly noise"),
        field("faults", &Settings::faults, "What is no ECG."),
        field("working_rate_hz", &Settings::working_rate_hz, between(100, 1000),
              "Least rate that detection works at; lower ones are interpolated.",
              "a parabola through three samples still meets the apex"),
        field("pass_share", &Settings::pass_share, between(0.1, 0.45),
              "Part of the slower rate that a change of rate passes.",
              "model: what folds back lies above the band"));
  }
  static constexpr auto orders() {
    return std::array{less("band_low_hz", "band_high_hz", 0.8), less("rr_min_ms", "rr_max_ms", 0.5),
                      at_most("refractory_ms", "rr_min_ms"), at_most("overlap_s", "block_s", 0.5),
                      at_most("infant_below_months", "child_below_months")};
  }
};

/// The settings for an age group: refractory time, interval limits and band together.
Settings settings_for(Preset preset);

/// The age group at an age, and why.
struct AgeGroup {
  Preset preset = Preset::infant;  ///< never by_age
  std::string reason;
};

/// As the settings say, else by the age; infant without one.
AgeGroup age_group(const Settings& settings, std::optional<double> age_months);

/// The settings with what they leave at its default as for the age group.
Settings settings_at(const Settings& settings, std::optional<double> age_months);

}  // namespace attune::ecg
