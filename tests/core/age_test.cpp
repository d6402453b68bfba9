// The age at a visit: which settings it brings, and whether the heart rate is one of the age.
#include "hrv/heart_rate_range.hpp"
#include "hrv/lists.hpp"
#include "support.hpp"
#include "visit/measure.hpp"

using namespace attune;

namespace {

std::string preset_at(std::optional<double> age_months, const ecg::Settings& settings = {}) {
  return std::string(name_of(ecg::age_group(settings, age_months).preset));
}

visit::Visit list_visit(double interval_ms, std::optional<double> age_months, visit::Settings settings = {}) {
  visit::VisitOptions options;
  options.age_months = age_months;
  for (int i = 0; i < 400; ++i) options.heart_list += std::to_string(interval_ms + (i % 3)) + "\n";
  visit::RecordingFeatures features;
  features.segments = {{0, 400 * interval_ms / 1000}};
  return visit::measure_visit(features, options, settings);
}

bool doubts_rate(const visit::Visit& visit) {
  for (const Diagnostic& diagnostic : visit.heart.diagnostics)
    if (diagnostic.code == "W_HEART_RATE_AGE") return true;
  return false;
}

}  // namespace

TEST_CASE("the age decides the preset, unless a person does") {
  CHECK(preset_at({}) == "infant");
  CHECK(preset_at(6) == "infant");
  CHECK(preset_at(23.9) == "infant");
  CHECK(preset_at(24) == "child");
  CHECK(preset_at(143) == "child");
  CHECK(preset_at(144) == "adult");
  CHECK(preset_at(400) == "adult");
  ecg::Settings by_hand;
  by_hand.preset = ecg::Preset::child;
  CHECK(preset_at(400, by_hand) == "child");
  ecg::Settings other_limits;
  other_limits.infant_below_months = 12;
  CHECK(preset_at(14, other_limits) == "child");
  CHECK(ecg::age_group({}, 6).reason == "by the age");
  CHECK(ecg::age_group({}, {}).reason == "no age was given");
  CHECK(ecg::age_group(by_hand, 6).reason == "as set");
}

TEST_CASE("a preset gives what was left at its default, and leaves what a person set") {
  visit::Settings settings;
  settings.ecg.refractory_ms = 333;
  settings.hrv.rsa_high_hz = 0.5;
  const auto adult = visit::settings_at(settings, 400);
  const auto usual = ecg::settings_for(ecg::Preset::adult);
  CHECK(adult.ecg.preset == ecg::Preset::adult);
  CHECK(adult.ecg.refractory_ms == 333);
  CHECK(adult.ecg.band_low_hz == usual.band_low_hz);
  CHECK(adult.ecg.editing.scatter_quantile == usual.editing.scatter_quantile);
  CHECK(adult.hrv.rsa_low_hz == 0.15);
  CHECK(adult.hrv.rsa_high_hz == 0.5);
  const auto infant = visit::settings_at({}, 6);
  CHECK(infant.ecg.band_low_hz == ecg::Settings{}.band_low_hz);
  CHECK(infant.hrv.rsa_high_hz == hrv::Settings{}.rsa_high_hz);
}

TEST_CASE("a visit says which preset was used and why") {
  const auto infant = list_visit(430, 6), adult = list_visit(1000, 400);
  CHECK(infant.heart.preset == "infant");
  CHECK(infant.heart.preset_reason == "by the age");
  CHECK(infant.heart.rsa_band_high_hz == 1.04);
  CHECK(adult.heart.preset == "adult");
  CHECK(adult.heart.rsa_band_high_hz == 0.4);
  CHECK(list_visit(430, {}).heart.preset_reason == "no age was given");
}

TEST_CASE("a heart rate outside the 1st to 99th centile of the age is questioned, with the likely cause") {
  // Fleming et al. 2011, web table 5: at 6 to 9 months 98, 134, 168; at 15 to 18 years 43, 73, 104.
  const auto said = [](double bpm, double age) {
    const auto doubt = hrv::heart_rate_doubt(bpm, age, {});
    return doubt ? doubt->message.english() : std::string();
  };
  CHECK(said(134, 6).empty());
  CHECK(said(98, 6).empty());
  CHECK(said(168, 8).empty());
  CHECK(
      said(72, 6) ==
      "A heart rate of 72/min is below the 1st centile at this age, 98/min: the sampling rate or the record "
      "duration in the file may be wrong by a factor of two, or the ECG is an adult's.");
  CHECK(said(90, 6).ends_with("the age may be wrong, or the ECG another person's."));
  CHECK(said(175, 6).find("above the 99th centile at this age, 168/min") != std::string::npos);
  CHECK(said(268, 6).find("T waves may be counted as beats") != std::string::npos);
  CHECK(said(60, 400).empty());  // no centiles above 18 years
  CHECK_FALSE(hrv::heart_rate_doubt(72, {}, {}));
  CHECK(hrv::heart_rate_centiles(0)->median == 143);
  CHECK(hrv::heart_rate_centiles(215.9)->ninety_ninth == 104);
  CHECK_FALSE(hrv::heart_rate_centiles(216));
  CHECK_FALSE(hrv::heart_rate_centiles(-1));
  CHECK(doubts_rate(list_visit(833, 6)));
  CHECK_FALSE(doubts_rate(list_visit(430, 6)));
}
