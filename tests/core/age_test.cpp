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

visit::Visit list_visit(double interval_ms, std::optional<double> age_months, visit::Settings settings = {},
                        std::optional<double> weeks_early = {}) {
  visit::VisitOptions options;
  options.age_months = age_months;
  options.weeks_early = weeks_early;
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
      "duration in the file may be wrong by a factor of two, or the ECG is an adult’s.");
  CHECK(said(90, 6).ends_with("the age may be wrong, or the ECG another person’s."));
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

TEST_CASE("an age is corrected for an infant born before 37 weeks, up to 24 months") {
  const auto counted = [](double age, std::optional<double> weeks_early) {
    return *visit::counted_age(visit::CheckSettings{}, age, weeks_early);
  };
  // 9 weeks are 63 days, 63 / 30.4375 = 2.0698 months.
  CHECK(counted(8, 9) == doctest::Approx(5.9302).epsilon(1e-4));
  CHECK(counted(8, {}) == 8);
  CHECK(counted(8, 3) == 8);  // born at 37 weeks and 0 days: at term (Engle 2004)
  CHECK(counted(8, 3.2) < 8);
  CHECK(counted(23.9, 9) < 22);
  CHECK(counted(24, 9) == 24);
  CHECK(counted(1, 9) < 0);  // before the 40th week
  CHECK_FALSE(visit::counted_age(visit::CheckSettings{}, {}, 9));
}

TEST_CASE("the corrected age decides settings and plausible heart rates, and is said; the age itself stays") {
  const auto note = [](const visit::Visit& visit) {
    for (const Diagnostic& one : visit.diagnostics)
      if (one.code.starts_with("N_AGE_")) return one.code + ": " + one.message.english();
    return std::string();
  };
  visit::Settings settings;
  settings.ecg.infant_below_months = 12;
  const auto early = list_visit(430, 13, settings, 8), term = list_visit(430, 13, settings);
  CHECK(early.heart.preset == "infant");  // 13 - 56 / 30.4375 = 11.2 months
  CHECK(term.heart.preset == "child");
  CHECK(early.age_months == 13);
  CHECK(*early.corrected_age_months == doctest::Approx(11.16).epsilon(1e-3));
  CHECK(
      note(early).starts_with("N_AGE_CORRECTED: The infant was born 8 weeks before the 40th of pregnancy: "
                              "the age of 13 months since birth is corrected to 11.2 months"));
  CHECK_FALSE(term.corrected_age_months);
  CHECK(note(term).empty());
  // Fleming et al. 2011, web table 5: the 99th centile is 181/min up to 3 months, 168/min at 6 to 9.
  CHECK(doubts_rate(list_visit(343, 6.5)));                // 175/min
  CHECK_FALSE(doubts_rate(list_visit(343, 6.5, {}, 16)));  // at 2.8 months
  CHECK(note(list_visit(430, 30, {}, 8)).find("from 24 months on") != std::string::npos);
  CHECK(note(list_visit(430, 6, {}, 2)).find("at term") != std::string::npos);
  CHECK(note(list_visit(430, {}, {}, 8)).find("no age is known") != std::string::npos);
}
