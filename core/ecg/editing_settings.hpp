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
        field("away_percent", &Trust::away_percent, between(1, 100),
              "A run of at least leap_beats intervals is poor that leaves the usual one by more than this in "
              "one "
              "beat, keeps that distance and is back in one beat: another rhythm than the heart's own.",
              "model: a startle is a step of a tenth"),
        field("away_scatters", &Trust::away_scatters, between(1, 100),
              "Or by more than so many standard deviations of the usual successive difference, if that is "
              "more.",
              "model: breathing may move intervals by much"),
        field("away_level", &Trust::away_level, between(0, 1),
              "It keeps that distance where the nearest interval has this part of the farthest one's; a "
              "deceleration comes and goes by degrees.",
              "no false alarm on the shared infants' and MIT-BIH lists"),
        field("away_longest_beats", &Trust::away_longest_beats, between(3, 100),
              "A longer run is none: it may be the heart's new rhythm.", "model: a startle lasts"),
        field("away_beside_beats", &Trust::away_beside_beats, between(3, 100),
              "Intervals on either side that the usual one is taken over; both sides must have one rhythm.",
              "model: some breaths"),
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
              "A longer interval is a break and not edited.", "15 bpm: no heart period at any age"),
        field("shape_beats", &Editing::shape_beats, between(3, 1001),
              "Beats around that a beat's shape is held against.", "model: most of them are sinus beats"),
        field("least_unlikeness", &Editing::least_unlikeness, between(0, 1),
              "A beat whose correlation with the usual one falls short of 1 by no more than this is not of "
              "another shape.",
              "model: beats of one origin correlate above 0.9"),
        field("unlikeness_ratio", &Editing::unlikeness_ratio, between(1, 100),
              "Nor is one that falls short of 1 by less than this multiple of what the beats around it do.",
              "model: in noise no beat is like the usual one"),
        field("other_shape_gain", &Editing::other_shape_gain, between(0, 1000),
              "How much likelier its shape makes the edit of a beat of another shape that comes early "
              "between two of the usual one, and how much less that of a usual one beside it, in "
              "log-likelihood units.",
              "model: an early sinus beat takes such a shape once in 100 000"));
  }
};

}  // namespace attune::ecg
