// All settings in one value: the report repeats it whole, so that its numbers can be made again.
#pragma once

#include <string>
#include <vector>

#include "base/interval.hpp"
#include "base/type_info.hpp"
#include "behavior/coding_settings.hpp"
#include "ecg/edit.hpp"
#include "ecg/settings.hpp"
#include "edf/marks.hpp"
#include "edf/phases.hpp"
#include "eeg/settings.hpp"
#include "hrv/settings.hpp"
#include "report/comparison_settings.hpp"
#include "report/curve_settings.hpp"

namespace attune::report {

/// Edits of one recording by hand: beats in the order they were edited, and the EEG that is left out.
struct RecordingEdits {
  std::string sha256;
  std::vector<ecg::BeatEdit> beats;
  std::vector<Interval> eeg_excluded;
  std::vector<std::string> eeg_excluded_channels;

  static constexpr const char* type_name = "RecordingEdits";
  static constexpr auto fields() {
    return std::make_tuple(
        field("sha256", &RecordingEdits::sha256, "Digest of the recording's file; empty: every recording."),
        field("beats", &RecordingEdits::beats, up_to(20000),
              "Applied in this order; undo is leaving out the last."),
        field("eeg_excluded", &RecordingEdits::eeg_excluded, up_to(20000, between(-1e8, 1e8)),
              "Stretches whose EEG is not used."),
        field("eeg_excluded_channels", &RecordingEdits::eeg_excluded_channels, up_to(1000),
              "Labels or sites of EEG channels that are not used."));
  }
};

struct EditSettings {
  std::vector<RecordingEdits> recordings;

  static constexpr const char* type_name = "EditSettings";
  static constexpr auto fields() {
    return std::make_tuple(
        field("recordings", &EditSettings::recordings, up_to(1000),
              "Beats added, moved, removed and restored, stretches and channels excluded, by hand."));
  }

  /// All that apply to one recording.
  RecordingEdits of(const std::string& sha256) const {
    RecordingEdits edits{sha256, {}, {}, {}};
    const auto append = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    for (const RecordingEdits& recording : recordings) {
      if (!recording.sha256.empty() && recording.sha256 != sha256) continue;
      append(edits.beats, recording.beats);
      append(edits.eeg_excluded, recording.eeg_excluded);
      append(edits.eeg_excluded_channels, recording.eeg_excluded_channels);
    }
    return edits;
  }
};

/// When dates and ages of visits are doubted.
struct CheckSettings {
  double age_tolerance_months = 1.5;
  double longest_follow_up_days = 1100;

  static constexpr const char* type_name = "CheckSettings";
  static constexpr auto fields() {
    return std::make_tuple(
        field("age_tolerance_months", &CheckSettings::age_tolerance_months, between(0, 120),
              "Ages may differ by this much from the time between the recordings.", "ages are rounded"),
        field("longest_follow_up_days", &CheckSettings::longest_follow_up_days, between(1, 36525),
              "Beyond this the report asks whether the recordings are of one infant.",
              "infants are compared within about three years"));
  }
};

struct Settings {
  edf::PhaseSettings phases;
  edf::MarkSettings marks;
  ecg::Settings ecg;
  hrv::Settings hrv;
  eeg::Settings eeg;
  behavior::CodingSettings coding;
  EditSettings edits;
  ComparisonSettings comparison;
  CheckSettings check;
  CurveSettings curve;

  static constexpr const char* type_name = "Settings";
  static constexpr auto fields() {
    return std::make_tuple(
        field("phases", &Settings::phases, "Recognition of the protocol's parts from annotations."),
        field("marks", &Settings::marks, "Pauses, and what the recording itself marks as bad."),
        field("ecg", &Settings::ecg, "Beats."), field("hrv", &Settings::hrv, "Heart-rate variability."),
        field("eeg", &Settings::eeg, "EEG."), field("coding", &Settings::coding, "Coded behaviour."),
        field("edits", &Settings::edits, "What was edited by hand."),
        field("comparison", &Settings::comparison, "Reliable change and comparison infants."),
        field("check", &Settings::check, "Dates and ages that are doubted."),
        field("curve", &Settings::curve, "What the specification curve varies."));
  }
};

/// The settings with those of beats and heart-rate variability as for the age group at this age.
Settings settings_at(const Settings& settings, std::optional<double> age_months);

}  // namespace attune::report

namespace attune {
extern template const TypeInfo type_info<report::Settings>;
}  // namespace attune
