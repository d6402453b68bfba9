// What stands beside the samples on a screen that shows a recording: what there is to draw, and the marks
// that detection, editing and the artifact rules put on it. A screen draws these; it finds nothing itself.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/interval.hpp"
#include "ecg/beats.hpp"
#include "eeg/metrics.hpp"
#include "visit/recording_stream.hpp"
#include "visit/visit.hpp"

namespace attune::visit {

/// A signal that can be drawn.
struct DrawnSignal {
  int index = 0;
  std::string label;
  edf::ChannelKind kind = edf::ChannelKind::other;
  std::string site;
  std::string unit;
  double sample_rate_hz = 0;

  static constexpr const char* type_name = "DrawnSignal";
  static constexpr auto fields() {
    using D = DrawnSignal;
    return std::make_tuple(field("index", &D::index, "Its index in the file."),
                           field("label", &D::label, "As in the file."),
                           field("kind", &D::kind, "What it was recognised as."),
                           field("site", &D::site, "10-20 site; empty if none."),
                           field("unit", &D::unit, "Physical unit; empty if it is not known."),
                           field("sample_rate_hz", &D::sample_rate_hz, "Sampling rate."));
  }
};

/// An annotation of the file. Its text may name people: it is shown and never exported.
struct ShownAnnotation {
  double onset_s = 0;
  std::optional<double> duration_s;
  std::string text;

  static constexpr const char* type_name = "ShownAnnotation";
  static constexpr auto fields() {
    using A = ShownAnnotation;
    return std::make_tuple(field("onset_s", &A::onset_s, "Onset, seconds from the first sample."),
                           field("duration_s", &A::duration_s, "Duration; null if none is given."),
                           field("text", &A::text, "As in the file."));
  }
};

/// What there is to draw in a recording, whatever the settings.
struct DrawnRecording {
  double end_s = 0;
  std::vector<Interval> segments;
  std::vector<DrawnSignal> signals;
  std::vector<ShownAnnotation> annotations;
  double overview_bin_s = 0;

  static constexpr const char* type_name = "DrawnRecording";
  static constexpr auto fields() {
    using D = DrawnRecording;
    return std::make_tuple(
        field("end_s", &D::end_s, "End of the last sample in time, gaps included."),
        field("segments", &D::segments, "Stretches without a gap."),
        field("signals", &D::signals, "Signals that can be drawn, in the order of the file."),
        field("annotations", &D::annotations, "Annotations of the file, by onset."),
        field("overview_bin_s", &D::overview_bin_s,
              "Length of the overview's finest bins; 0: there is no overview."));
  }
};

/// Beats as used for HRV, each list one value a beat.
struct BeatMarks {
  std::vector<double> time_s, found_s;
  std::vector<ecg::BeatKind> kind;
  std::vector<bool> unsure;
  std::vector<words::Text> reason;
  std::vector<std::optional<double>> interval_ms, low_ms, high_ms, nn_ms;

  static constexpr const char* type_name = "BeatMarks";
  static constexpr auto fields() {
    using B = BeatMarks;
    return std::make_tuple(
        field("time_s", &B::time_s, "Time as used, seconds from the first sample."),
        field("found_s", &B::found_s, "Where the beat is in the ECG; edits by hand name this time."),
        field("kind", &B::kind, "Found, or what editing made of it."),
        field("unsure", &B::unsure, "Whether detection is not sure of it."),
        field("reason", &B::reason, "Why editing changed it; empty for detected beats."),
        field("interval_ms", &B::interval_ms,
              "Interval that ends at found_s, before editing; null where none does: at the first of a run, "
              "and at beats "
              "that were put in or that a hand took out."),
        field("low_ms", &B::low_ms,
              "A shorter interval_ms is suspected by editing; null where it is compared with none."),
        field("high_ms", &B::high_ms, "A longer one is."),
        field("nn_ms", &B::nn_ms,
              "Interval that ends at time_s, after editing, in the NN series; null where none does or it is "
              "left out."));
  }
};

/// Windows of one EEG channel that are not used.
struct ChannelMarks {
  int signal = 0;
  bool excluded = false;
  std::vector<eeg::WindowRun> runs;

  static constexpr const char* type_name = "ChannelMarks";
  static constexpr auto fields() {
    using C = ChannelMarks;
    return std::make_tuple(
        field("signal", &C::signal, "Its index in the file."),
        field("excluded", &C::excluded, "Whether the whole channel was left out by hand."),
        field("runs", &C::runs, "Stretches whose windows are not used, each with its reason."));
  }
};

enum class FlagKind { beats, ecg, eeg, gap };
constexpr auto enum_names(FlagKind) {
  return std::array<std::string_view, 4>{"beats", "ecg", "eeg", "gap"};
}

/// A place worth a look.
struct FlaggedPlace {
  double start_s = 0, end_s = 0;
  FlagKind kind = FlagKind::beats;
  std::string what;
  int count = 0;

  static constexpr const char* type_name = "FlaggedPlace";
  static constexpr auto fields() {
    using F = FlaggedPlace;
    return std::make_tuple(
        field("start_s", &F::start_s, "Start, seconds from the first sample."),
        field("end_s", &F::end_s, "End; a single beat's is its start."),
        field("kind", &F::kind,
              "beats: unsure or edited ones; ecg: beats cannot be trusted; eeg: the primary pair's windows "
              "are not used; gap: nothing was recorded."),
        field("what", &F::what, "Kind of the beats (or \"unsure\"), or why windows are not used."),
        field("count", &F::count, "How many beats; 0 for stretches."));
  }
};

/// Everything that is marked, under the settings asked for.
struct SignalMarks {
  words::Text heart_source;
  std::optional<int> heart_signal;
  BeatMarks beats;
  std::vector<Interval> ecg_poor, ecg_excluded, eeg_excluded;
  std::vector<ChannelMarks> channels;
  std::vector<FlaggedPlace> flagged;

  static constexpr const char* type_name = "SignalMarks";
  static constexpr auto fields() {
    using M = SignalMarks;
    return std::make_tuple(
        field("heart_source", &M::heart_source, "Where the beats come from; empty: there are none."),
        field("heart_signal", &M::heart_signal, "Index of the ECG they were found in, if it is one."),
        field("beats", &M::beats, "Beats."),
        field("ecg_poor", &M::ecg_poor, "Stretches that are no ECG, or where the beats cannot be trusted."),
        field("ecg_excluded", &M::ecg_excluded, "Stretches of ECG left out by hand."),
        field("eeg_excluded", &M::eeg_excluded, "Stretches of EEG left out by hand."),
        field("channels", &M::channels, "EEG channels."),
        field("flagged", &M::flagged, "Places worth a look, by start."));
  }
};

DrawnRecording drawn_recording(const RecordingFeatures& features);

SignalMarks signal_marks(const RecordingFeatures& features, const VisitOptions& options,
                         const Settings& settings);

}  // namespace attune::visit
