// Detection and editing of beats: every threshold, with the source of its default. "Model" marks what is not
// taken from a paper but set by reasoning about the quantity it names; none was fitted to a recording.
#pragma once

#include <optional>
#include <string>

#include "base/describe.hpp"
#include "ecg/detection_settings.hpp"
#include "ecg/editing_settings.hpp"
#include "words/said.hpp"

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
    return std::array{
        field<&Settings::preset>("preset"),
        field<&Settings::infant_below_months>("infant_below_months", between(0, 240),
                                              from("ich_e11_infants")),
        field<&Settings::child_below_months>("child_below_months", between(0, 1200),
                                             from("ich_e11_children")),
        field<&Settings::band_low_hz>("band_low_hz", between(1, 50), from("infant_qrs_50_to_70_ms")),
        field<&Settings::band_high_hz>("band_high_hz", between(10, 200), from("infant_qrs_50_to_70_ms")),
        field<&Settings::refractory_ms>("refractory_ms", between(100, 1000), from("infant_rr_260_to_670_ms")),
        field<&Settings::rr_min_ms>("rr_min_ms", between(100, 1500), from("bpm_270_above_sinus_rhythm")),
        field<&Settings::rr_max_ms>("rr_max_ms", between(400, 3000), from("bpm_40_in_apnoea")),
        field<&Settings::integration_ms>("integration_ms", between(10, 500),
                                         from("pan_tompkins_1985_halved")),
        field<&Settings::template_ms>("template_ms", between(40, 400), from("qrs_and_its_flanks")),
        field<&Settings::low_sample_rate_hz>("low_sample_rate_hz", between(50, 2000),
                                             from("task_force_1996_250_hz")),
        field<&Settings::block_s>("block_s", between(30, 600), from("enough_for_an_average_beat")),
        field<&Settings::overlap_s>("overlap_s", between(1, 60), from("longer_than_every_filter")),
        field<&Settings::rhythm>("rhythm"),
        field<&Settings::evidence>("evidence"),
        field<&Settings::trust>("trust"),
        field<&Settings::editing>("editing"),
        field<&Settings::least_sample_rate_hz>("least_sample_rate_hz", between(10, 1000),
                                               from("model_holds_qrs_band")),
        field<&Settings::fewest_beats>("fewest_beats", between(3, 100), from("model_average_mostly_noise")),
        field<&Settings::faults>("faults"),
        field<&Settings::working_rate_hz>("working_rate_hz", between(100, 1000),
                                          from("parabola_meets_the_apex")),
        field<&Settings::pass_share>("pass_share", between(0.1, 0.45), from("model_folds_back_above_band"))};
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
  words::Text reason;
};

/// As the settings say, else by the age; infant without one.
AgeGroup age_group(const Settings& settings, std::optional<double> age_months);

/// The settings with what they leave at its default as for the age group.
Settings settings_at(const Settings& settings, std::optional<double> age_months);

}  // namespace attune::ecg
