#include "ecg/settings.hpp"

#include "base/where_unchanged.hpp"
#include "words/ids/heart.hpp"

namespace attune::ecg {

Settings settings_for(Preset preset) {
  Settings settings;
  settings.preset = preset;
  if (preset == Preset::child) {
    settings.refractory_ms = 220;
    settings.rr_min_ms = 250;
    settings.rr_max_ms = 2000;
    settings.integration_ms = 100;
    settings.template_ms = 140;
  } else if (preset == Preset::adult) {
    settings.band_low_hz = 5;
    settings.band_high_hz = 25;
    settings.refractory_ms = 240;
    settings.rr_min_ms = 260;
    settings.rr_max_ms = 2500;
    settings.integration_ms = 120;
    settings.template_ms = 180;
    settings.rhythm.odd_share = 0.05;
    settings.evidence.ectopic_share = 0.3;
    settings.editing.scatter_quantile = 0.25;
    settings.evidence.apex_reach_ms = 100;
  }
  return settings;
}

AgeGroup age_group(const Settings& settings, std::optional<double> age_months) {
  if (settings.preset != Preset::by_age) return {settings.preset, words::say<"heart.preset_set">()};
  if (!age_months) return {Preset::infant, words::say<"heart.preset_no_age">()};
  const Preset preset = *age_months < settings.infant_below_months  ? Preset::infant
                        : *age_months < settings.child_below_months ? Preset::child
                                                                    : Preset::adult;
  return {preset, words::say<"heart.preset_by_age">()};
}

Settings settings_at(const Settings& settings, std::optional<double> age_months) {
  Settings result =
      where_unchanged(settings, Settings{}, settings_for(age_group(settings, age_months).preset));
  result.preset = age_group(settings, age_months).preset;
  return result;
}

}  // namespace attune::ecg
