// What is measured at one visit: the contract between core, page, command line and tests; its JSON schema is written from
// the descriptions below.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"
#include "behavior/coding_settings.hpp"
#include "behavior/still_face.hpp"
#include "edf/person.hpp"
#include "edf/recorded_phases.hpp"
#include "eeg/metrics.hpp"
#include "hrv/metrics.hpp"
#include "visit/channel_choice.hpp"

namespace attune::visit {

/// A channel as the Check screen lists it.
struct Channel {
  std::string label;
  std::string kind;       ///< edf::ChannelKind name
  std::string site;       ///< 10–20 name, empty if none
  std::string certainty;  ///< edf::Certainty name
  std::string unit;
  double sample_rate_hz = 0;
  std::string prefilter;
  std::string use;  ///< what the report made of it: "EEG", "heart", "breathing", "not used"
  std::optional<double> highpass_hz, lowpass_hz;

  static constexpr const char* type_name = "Channel";
  static constexpr auto fields() {
    return std::array{
        field<&Channel::label>("label", "As in the file."),
        field<&Channel::kind>("kind", "What it was recognised as."),
        field<&Channel::site>("site", "10-20 site; empty if none."),
        field<&Channel::certainty>("certainty", "How sure that is: sure, likely, unknown."),
        field<&Channel::unit>("unit", "Physical unit."),
        field<&Channel::sample_rate_hz>("sample_rate_hz", "Sampling rate."),
        field<&Channel::prefilter>("prefilter", "Filters named in the file."),
        field<&Channel::use>("use", "What the report made of it."),
        field<&Channel::highpass_hz>(
            "highpass_hz", "High-pass by the file, or by a table beside it; null: not stated for certain."),
        field<&Channel::lowpass_hz>("lowpass_hz", "The same of the low-pass; 0: none.")};
  }
};

/// Two electrodes of one heart against one reference, whose difference is an ECG without what they share.
struct HeartPair {
  int signal = 0;
  int minus = 0;

  static constexpr const char* type_name = "HeartPair";
  static constexpr auto fields() {
    return std::array{field<&HeartPair::signal>("signal", "ECG channel, counted from 0."),
                      field<&HeartPair::minus>("minus", "The one that is subtracted from it.")};
  }
};

/// One of several files that a visit was recorded in.
struct RecordingPart {
  double start_s = 0;
  double end_s = 0;
  double recorded_s = 0;
  std::string variant;
  std::uint64_t bytes = 0;
  int eeg_channels = 0;
  int channels = 0;
  std::string sha256;

  static constexpr const char* type_name = "RecordingPart";
  static constexpr auto fields() {
    using P = RecordingPart;
    return std::array{field<&P::start_s>("start_s", "Its first sample, seconds from that of the first file."),
                      field<&P::end_s>("end_s", "End of its last sample."),
                      field<&P::recorded_s>("recorded_s", "Recorded time, gaps left out."),
                      field<&P::variant>("variant", "EDF, EDF+C, …"),
                      field<&P::bytes>("bytes", "Size."),
                      field<&P::eeg_channels>("eeg_channels", "How many EEG channels it holds."),
                      field<&P::channels>("channels", "How many channels, annotations left out."),
                      field<&P::sha256>("sha256", "Digest of its bytes.")};
  }
};

/// The file behind a visit. No name, no identity: those never enter a report.
struct File {
  std::string sha256;
  std::uint64_t bytes = 0;
  std::string variant;
  std::optional<std::string> start;  ///< ISO local time, none if unknown, anonymised, or within a Report
  double duration_s = 0;
  std::vector<Interval> segments;
  std::vector<edf::MarkedStretch> left_out;
  std::vector<edf::StatusCode> codes;
  std::vector<Channel> channels;
  std::vector<HeartPair> heart_pairs;
  int annotations = 0;
  bool simulated = false;            ///< its header says that Attune's simulator wrote it
  std::vector<RecordingPart> parts;  ///< where the visit is of several files

  static constexpr const char* type_name = "RecordingFile";
  static constexpr auto fields() {
    return std::array{
        field<&File::sha256>("sha256", "Digest of the file's bytes; of several files of all their bytes."),
        field<&File::bytes>("bytes", "Size."),
        field<&File::variant>("variant", "EDF, EDF+C, …"),
        field<&File::start>(
            "start", "Local start time; null if unknown, and always null in a report (a date identifies)."),
        field<&File::duration_s>("duration_s", "Recorded time, gaps left out."),
        field<&File::segments>("segments", "Stretches without a gap, pause or cut."),
        field<&File::left_out>("left_out", "Stretches that the recording itself marks as bad, and as what."),
        field<&File::codes>(
            "codes",
            "Codes of the Status channel that may begin parts of the protocol, where no phase is known."),
        field<&File::channels>("channels", "Signals in header order."),
        field<&File::heart_pairs>("heart_pairs", "ECG channels whose difference can be taken for the heart."),
        field<&File::annotations>(
            "annotations", "How many annotations there are; their texts may name people and stay out."),
        field<&File::simulated>("simulated", "Whether its header says that Attune's simulator wrote it."),
        field<&File::parts>("parts", "The files, where the visit was recorded in several; else empty.")};
  }
};

/// How good the recording was, in a few numbers.
struct Quality {
  double eeg_clean_s = 0;  ///< of the primary pair
  double eeg_total_s = 0;
  int heart_epochs_used = 0;
  int heart_epochs_total = 0;
  double edited_beats_percent = 0;

  static constexpr const char* type_name = "Quality";
  static constexpr auto fields() {
    return std::array{field<&Quality::eeg_clean_s>("eeg_clean_s", "Clean seconds of the primary pair."),
                      field<&Quality::eeg_total_s>("eeg_total_s", "Seconds there were."),
                      field<&Quality::heart_epochs_used>("heart_epochs_used", "30-s epochs used."),
                      field<&Quality::heart_epochs_total>("heart_epochs_total", "30-s epochs there were."),
                      field<&Quality::edited_beats_percent>("edited_beats_percent",
                                                            "Share of beats that editing changed.")};
  }
};

/// A mark that stands in a table beside the recording.
struct RecordedEvent {
  double onset_s = 0;
  std::optional<double> duration_s;
  std::string text;
  int file = 0;

  static constexpr const char* type_name = "RecordedEvent";
  static constexpr auto fields() {
    using E = RecordedEvent;
    return std::array{
        field<&E::onset_s>("onset_s", between(-1e8, 1e8), "Seconds from the first sample of its file."),
        field<&E::duration_s>("duration_s", between(0, 1e8), "Seconds; null: a point in time."),
        field<&E::text>("text", "What it says."),
        field<&E::file>("file", between(0, 9999),
                        "Which of the visit's files, as they were given, counted from 0.")};
  }
};

/// What the user adds to a recording. Decided on features: a change needs no second read of the file.
struct VisitOptions {
  std::string label;
  std::optional<double> age_months;
  std::optional<double> weeks_early;
  std::string heart_list;
  std::optional<int> heart_signal;
  std::optional<int> heart_minus;
  std::vector<ChannelChoice> channels;
  std::vector<std::string> left_out;
  std::vector<RecordedEvent> events;
  std::optional<std::vector<Phase>> phases;
  std::string codes;
  std::string codes_second;
  behavior::CodingOptions coding;

  static constexpr const char* type_name = "VisitOptions";
  static constexpr auto fields() {
    return std::array{
        field<&VisitOptions::label>("label", "baseline, follow-up, visit 3, …"),
        field<&VisitOptions::age_months>("age_months", between(0, 1440), "Age of the infant at this visit."),
        field<&VisitOptions::weeks_early>(
            "weeks_early", between(0, 20),
            "Weeks before the 40th of pregnancy that the infant was born; null: ages are not corrected."),
        field<&VisitOptions::heart_list>(
            "heart_list",
            "Beats or intervals from another program, as text; they take the place of the ECG."),
        field<&VisitOptions::heart_signal>(
            "heart_signal", between(0, 9999),
            "ECG channel to take, counted from 0; null: the one with the surest beats."),
        field<&VisitOptions::heart_minus>(
            "heart_minus", between(0, 9999),
            "ECG channel that is subtracted from it, counted from 0, of a pair in one reference; null: "
            "none."),
        field<&VisitOptions::channels>(
            "channels", up_to(10000), "What channels are, and in which unit, by --channels or channels.tsv."),
        field<&VisitOptions::left_out>(
            "left_out", up_to(10000),
            "Labels of EEG channels that are not used, as channels.tsv calls them bad."),
        field<&VisitOptions::events>("events", up_to(20000),
                                     "Marks beside the recording's own, of events.tsv."),
        field<&VisitOptions::phases>("phases", up_to(100, between(-1e8, 1e8)),
                                     "Parts of the protocol; null: as recognised from the annotations."),
        field<&VisitOptions::codes>("codes", "Table of coded behaviour, as text; empty: none."),
        field<&VisitOptions::codes_second>("codes_second",
                                           "The same by a second coder, for their agreement; empty: none."),
        field<&VisitOptions::coding>("coding", "Which part of the tables is this visit's infant.")};
  }
};

/// Everything measured at one visit: what `attune analyze` prints. A visit may have no recording, only a
/// coding or scores.
struct Visit {
  std::string label;  ///< "baseline", "follow-up", "visit 3"
  std::optional<double> age_months;
  std::optional<double> weeks_early;
  std::optional<double> corrected_age_months;
  bool recorded = true;
  std::optional<int> days_from_first;  ///< set when visits are compared
  File file;
  std::vector<Phase> phases;
  eeg::Metrics eeg;
  hrv::Metrics heart;
  behavior::StillFace still_face;
  Quality quality;
  std::vector<Diagnostic> diagnostics;
  edf::Person person;  ///< to be compared between visits; no part of what is written

  static constexpr const char* type_name = "Visit";
  static constexpr auto fields() {
    return std::array{
        field<&Visit::label>("label", "baseline, follow-up, visit 3, …"),
        field<&Visit::age_months>("age_months", "Age of the infant, as entered or by the header, if known."),
        field<&Visit::weeks_early>(
            "weeks_early", "Weeks before the 40th of pregnancy that the infant was born; null: not told."),
        field<&Visit::corrected_age_months>(
            "corrected_age_months",
            "The age corrected for these weeks, which counts wherever an age decides; null: it is not "
            "corrected."),
        field<&Visit::recorded>("recorded",
                                "Whether there is a recording; without one, file and phases are empty."),
        field<&Visit::days_from_first>("days_from_first",
                                       "Days since the first visit; null if a date is unknown."),
        field<&Visit::file>("file", "The recording."),
        field<&Visit::phases>("phases", "Parts of the protocol."),
        field<&Visit::eeg>("eeg", "Brain."),
        field<&Visit::heart>("heart", "Heart."),
        field<&Visit::still_face>("still_face", "Coded behaviour."),
        field<&Visit::quality>("quality", "How good the recording was."),
        field<&Visit::diagnostics>("diagnostics", "What is to be known about the file.")};
  }
};

/// The age that decides: settings of the heart, what is plausible, which comparison infants.
inline std::optional<double> counted_age(const Visit& visit) {
  return visit.corrected_age_months ? visit.corrected_age_months : visit.age_months;
}

}  // namespace attune::visit

namespace attune {
extern template const TypeInfo type_info<visit::Visit>;
}  // namespace attune
