// Detection and editing of beats: every threshold, with the source of its default. "Model" marks what is not
// taken from a paper but set by reasoning about the quantity it names; none was fitted to a recording.
#pragma once

#include <optional>
#include <string>

#include "base/describe.hpp"
#include "ecg/detection_settings.hpp"
#include "ecg/editing_settings.hpp"

namespace attune::ecg {

/// Age group; by_age: the age at the visit decides.
enum class Preset { infant, child, adult, by_age };
constexpr auto enum_names(Preset) {
  return std::array<std::string_view, 4>{"infant", "child", "adult", "by_age"};
}

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
