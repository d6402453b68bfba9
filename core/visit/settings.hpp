// All settings in one value: the report repeats it whole, so that its numbers can be made again.
#pragma once

#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/interval.hpp"
#include "behavior/coding_settings.hpp"
#include "ecg/edit.hpp"
#include "ecg/settings.hpp"
#include "edf/marks.hpp"
#include "edf/phases.hpp"
#include "eeg/settings.hpp"
#include "hrv/settings.hpp"
#include "visit/comparison_settings.hpp"
#include "visit/curve_settings.hpp"

namespace attune::visit {

/// Edits of one recording by hand: beats in the order they were edited, and the EEG that is left out.
struct RecordingEdits {
  std::string sha256;
  std::vector<ecg::BeatEdit> beats;
  std::vector<Interval> eeg_excluded;
  std::vector<std::string> eeg_excluded_channels;

  static constexpr const char* type_name = "RecordingEdits";
  static constexpr auto fields() {
    return std::array{field<&RecordingEdits::sha256>("sha256"),
                      field<&RecordingEdits::beats>("beats", up_to(20000)),
                      field<&RecordingEdits::eeg_excluded>("eeg_excluded", up_to(20000, between(-1e8, 1e8))),
                      field<&RecordingEdits::eeg_excluded_channels>("eeg_excluded_channels", up_to(1000))};
  }
};

struct EditSettings {
  std::vector<RecordingEdits> recordings;

  static constexpr const char* type_name = "EditSettings";
  static constexpr auto fields() {
    return std::array{field<&EditSettings::recordings>("recordings", up_to(1000))};
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

/// When dates and ages of visits are doubted, and what is named beside a change.
struct CheckSettings {
  double age_tolerance_months = 1.5;
  double longest_follow_up_days = 1100;
  double fast_heart_bpm = 25;
  double longest_gap_of_parts_h = 6;
  double age_tolerance_share = 0.1;
  double short_recording_share = 0.6;
  double alike_average_share = 0.8;
  double same_heart_rate_months = 6;
  double preterm_weeks_early = 3;
  double corrected_until_months = 24;

  static constexpr const char* type_name = "CheckSettings";
  static constexpr auto fields() {
    return std::array{
        field<&CheckSettings::age_tolerance_months>("age_tolerance_months", between(0, 120),
                                                    from("ages_are_rounded")),
        field<&CheckSettings::longest_follow_up_days>("longest_follow_up_days", between(1, 36525),
                                                      from("compared_within_three_years")),
        field<&CheckSettings::fast_heart_bpm>("fast_heart_bpm", between(1, 300),
                                              from("twice_the_rise_in_still_face")),
        field<&CheckSettings::longest_gap_of_parts_h>("longest_gap_of_parts_h", between(0, 72),
                                                      from("one_visit_is_one_day")),
        field<&CheckSettings::age_tolerance_share>("age_tolerance_share", between(0, 1),
                                                   from("ages_of_years_are_rounded_to_more")),
        field<&CheckSettings::short_recording_share>("short_recording_share", between(0, 1),
                                                     from("half_a_file_lies_below")),
        field<&CheckSettings::alike_average_share>("alike_average_share", between(0, 1), from("own_choice")),
        field<&CheckSettings::same_heart_rate_months>("same_heart_rate_months", between(0, 120),
                                                      from("centiles_fleming_2011_by_half_years")),
        field<&CheckSettings::preterm_weeks_early>("preterm_weeks_early", between(0, 20),
                                                   cited("Engle 2004")),
        field<&CheckSettings::corrected_until_months>("corrected_until_months", between(0, 36),
                                                      cited("Engle 2004; Wilson & Cradock 2004"))};
  }
};

struct Settings {
  Settings();  // in one place: all the defaults are six kilobytes of code

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
    return std::array{field<&Settings::phases>("phases"), field<&Settings::marks>("marks"),
                      field<&Settings::ecg>("ecg"),       field<&Settings::hrv>("hrv"),
                      field<&Settings::eeg>("eeg"),       field<&Settings::coding>("coding"),
                      field<&Settings::edits>("edits"),   field<&Settings::comparison>("comparison"),
                      field<&Settings::check>("check"),   field<&Settings::curve>("curve")};
  }
};

/// The settings with those of beats and heart-rate variability as for the age group at this age.
Settings settings_at(const Settings& settings, std::optional<double> age_months);

/// The age that counts wherever an age decides: from the 40th week of pregnancy for an infant who was born preterm, as long as
/// it is young enough for that to matter; else as it is. Below 0 before that week.
std::optional<double> counted_age(const CheckSettings& settings, std::optional<double> age_months,
                                  std::optional<double> weeks_early);

/// What a recording is read with: the same, or the settings as they are where no age was entered, so that an age in the
/// header can count.
Settings reading_settings(const Settings& settings, std::optional<double> age_months,
                          std::optional<double> weeks_early = {});

}  // namespace attune::visit

namespace attune {
extern template const TypeInfo type_info<visit::Settings>;
}  // namespace attune
