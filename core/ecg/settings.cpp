#include "ecg/settings.hpp"

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

}  // namespace attune::ecg
