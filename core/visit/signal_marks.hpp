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
    return std::array{field<&D::index>("index", "Its index in the file."),
                      field<&D::label>("label", "As in the file."),
                      field<&D::kind>("kind", "What it was recognised as."),
                      field<&D::site>("site", "10-20 site; empty if none."),
                      field<&D::unit>("unit", "Physical unit; empty if it is not known."),
                      field<&D::sample_rate_hz>("sample_rate_hz", "Sampling rate.")};
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
    return std::array{field<&A::onset_s>("onset_s", "Onset, seconds from the first sample."),
                      field<&A::duration_s>("duration_s", "Duration; null if none is given."),
                      field<&A::text>("text", "As in the file.")};
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
    return std::array{
        field<&D::end_s>("end_s", "End of the last sample in time, gaps included."),
        field<&D::segments>("segments", "Stretches without a gap."),
        field<&D::signals>("signals", "Signals that can be drawn, in the order of the file."),
        field<&D::annotations>("annotations", "Annotations of the file, by onset."),
        field<&D::overview_bin_s>("overview_bin_s",
                                  "Length of the overview's finest bins; 0: there is no overview.")};
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
    return std::array{
        field<&B::time_s>("time_s", "Time as used, seconds from the first sample."),
        field<&B::found_s>("found_s", "Where the beat is in the ECG; edits by hand name this time."),
        field<&B::kind>("kind", "Found, or what editing made of it."),
        field<&B::unsure>("unsure", "Whether detection is not sure of it."),
        field<&B::reason>("reason", "Why editing changed it; empty for detected beats."),
        field<&B::interval_ms>(
            "interval_ms",
            "Interval that ends at found_s, before editing; null where none does: at the first of a run, "
            "and at beats "
            "that were put in or that a hand took out."),
        field<&B::low_ms>(
            "low_ms", "A shorter interval_ms is suspected by editing; null where it is compared with none."),
        field<&B::high_ms>("high_ms", "A longer one is."),
        field<&B::nn_ms>(
            "nn_ms",
            "Interval that ends at time_s, after editing, in the NN series; null where none does or it is "
            "left out.")};
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
    return std::array{field<&C::signal>("signal", "Its index in the file."),
                      field<&C::excluded>("excluded", "Whether the whole channel was left out by hand."),
                      field<&C::runs>("runs", "Stretches whose windows are not used, each with its reason.")};
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
    return std::array{
        field<&F::start_s>("start_s", "Start, seconds from the first sample."),
        field<&F::end_s>("end_s", "End; a single beat's is its start."),
        field<&F::kind>(
            "kind",
            "beats: unsure or edited ones; ecg: beats cannot be trusted; eeg: the primary pair's windows "
            "are not used; gap: nothing was recorded."),
        field<&F::what>("what", "Kind of the beats (or \"unsure\"), or why windows are not used."),
        field<&F::count>("count", "How many beats; 0 for stretches.")};
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
    return std::array{
        field<&M::heart_source>("heart_source", "Where the beats come from; empty: there are none."),
        field<&M::heart_signal>("heart_signal", "Index of the ECG they were found in, if it is one."),
        field<&M::beats>("beats", "Beats."),
        field<&M::ecg_poor>("ecg_poor", "Stretches that are no ECG, or where the beats cannot be trusted."),
        field<&M::ecg_excluded>("ecg_excluded", "Stretches of ECG left out by hand."),
        field<&M::eeg_excluded>("eeg_excluded", "Stretches of EEG left out by hand."),
        field<&M::channels>("channels", "EEG channels."),
        field<&M::flagged>("flagged", "Places worth a look, by start.")};
  }
};

DrawnRecording drawn_recording(const RecordingFeatures& features);

SignalMarks signal_marks(const RecordingFeatures& features, const VisitOptions& options,
                         const Settings& settings);

}  // namespace attune::visit
