#include "hrv/settings.hpp"

#include "base/where_unchanged.hpp"

namespace attune::hrv {

Settings settings_for(ecg::Preset preset) {
  Settings settings;
  if (preset == ecg::Preset::adult) {
    settings.rsa_low_hz = 0.15;  // Task Force 1996: high-frequency band
    settings.rsa_high_hz = 0.40;
    settings.porges_rate_hz = 2;  // Porges & Bohrer 1990: adults are resampled at 2 Hz
    settings.porges_margin_s = 20;
  }
  return settings;
}

Settings settings_at(const Settings& settings, ecg::Preset preset) {
  return where_unchanged(settings, Settings{}, hrv::settings_for(preset));
}

}  // namespace attune::hrv
