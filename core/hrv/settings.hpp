// Heart-rate variability: bands, epochs and limits, with the source of each default.
#pragma once

#include "base/describe.hpp"
#include "ecg/settings.hpp"

namespace attune::hrv {

struct Settings {
  double rsa_low_hz = 0.24;
  double rsa_high_hz = 1.04;
  double epoch_s = 30;
  double max_edited_percent = 10;
  double max_missing_percent = 10;
  int min_epochs = 2;
  int good_epochs = 4;
  double longest_nn_ms = 4000;
  double max_noise_share = 0.5;
  double rsa_steps_per_bin = 4;
  double porges_rate_hz = 4;
  double porges_margin_s = 10;
  double porges_transition_hz = 0.2;

  static constexpr const char* type_name = "HrvSettings";
  static constexpr auto fields() {
    return std::make_tuple(
        field("rsa_low_hz", &Settings::rsa_low_hz, "Lower edge of the RSA band.",
              "Bar-Haim, Marshall & Fox 2000"),
        field("rsa_high_hz", &Settings::rsa_high_hz, "Upper edge of the RSA band.",
              "Bar-Haim, Marshall & Fox 2000"),
        field("epoch_s", &Settings::epoch_s, "Length of an epoch.", "common practice: 30 s"),
        field("max_edited_percent", &Settings::max_edited_percent,
              "An epoch with more edited beats is not used.", "common practice: 10 %"),
        field("max_missing_percent", &Settings::max_missing_percent,
              "An epoch with more of its time in gaps or excluded stretches is not used.",
              "as for edited beats"),
        field("min_epochs", &Settings::min_epochs, "Fewest used epochs for a mean.",
              "common practice: 2, better 4"),
        field("good_epochs", &Settings::good_epochs, "Used epochs that are recommended.",
              "common practice: 4"),
        field("longest_nn_ms", &Settings::longest_nn_ms, "A longer interval is a break in the series.",
              "15 bpm: no heart period at any age"),
        field("max_noise_share", &Settings::max_noise_share,
              "Share of the mean squared successive difference that timing noise may explain; above it RMSSD "
              "is withheld.",
              ""),
        field("rsa_steps_per_bin", &Settings::rsa_steps_per_bin, "Frequencies summed per 1 / epoch length.",
              "fine enough that the sum does not depend on it"),
        field("porges_rate_hz", &Settings::porges_rate_hz, "Resampling rate of the Porges-Bohrer method.",
              "4 Hz for infants"),
        field("porges_margin_s", &Settings::porges_margin_s,
              "How far beyond its epoch the Porges-Bohrer filters look.", "longer than both filters"),
        field("porges_transition_hz", &Settings::porges_transition_hz,
              "Width of the edges of the Porges-Bohrer band-pass.", ""));
  }
};

/// The settings for an age group: the RSA band and the rate of the Porges-Bohrer method with it.
Settings settings_for(ecg::Preset preset);

}  // namespace attune::hrv
