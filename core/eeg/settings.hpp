// EEG windows, artifact rules and asymmetry: every threshold and band, with the source of its default.
// "Common practice" is what the field does by habit; no paper is claimed for it.
#pragma once

#include <string>
#include <vector>

#include "base/describe.hpp"

namespace attune::eeg {

/// A band of whole 1-Hz bins, both edges inclusive.
struct Band {
  double low_hz = 0;
  double high_hz = 0;

  bool operator==(const Band&) const = default;

  static constexpr const char* type_name = "Band";
  static constexpr auto fields() {
    return std::make_tuple(field("low_hz", &Band::low_hz, between(0, 1000), "Lowest bin, inclusive."),
                           field("high_hz", &Band::high_hz, between(0, 1000), "Highest bin, inclusive."));
  }
  static constexpr auto orders() { return std::array{at_most("low_hz", "high_hz")}; }
};

/// Two sites whose asymmetry is formed. A channel's label in the file may stand in place of a site.
struct Pair {
  std::string left, right;

  bool operator==(const Pair&) const = default;

  static constexpr const char* type_name = "SitePair";
  static constexpr auto fields() {
    return std::make_tuple(field("left", &Pair::left, "Site over the left hemisphere."),
                           field("right", &Pair::right, "Site over the right hemisphere."));
  }
};

/// infant: amplitude limit 150 uV; strict_infant: 100 uV.
enum class Preset { infant, strict_infant };
constexpr auto enum_names(Preset) {
  return std::array<std::string_view, 2>{"infant", "strict infant"};
}

/// What every channel is measured against. linked: the mean of the two mastoids or earlobes.
enum class Reference { as_recorded, average, cz, linked };
constexpr auto enum_names(Reference) {
  return std::array<std::string_view, 4>{"as recorded", "average", "Cz", "linked mastoids"};
}

struct Settings {
  Preset preset = Preset::infant;

  // What is measured
  Band alpha{6, 9};
  Band theta{4, 6};
  Band high_alpha{9, 12};
  Band beta{13, 20};
  Band total{1, 20};
  std::vector<Pair> pairs{{"F3", "F4"}, {"F7", "F8"}, {"P3", "P4"}};
  Reference reference = Reference::as_recorded;
  int average_min_channels = 8;
  std::vector<Band> sensitivity_bands{{4, 6}, {5, 8}, {6, 10}, {8, 12}};
  double age_caution_months = 5;

  // Which windows are used
  double max_abs_uv = 150;
  double max_step_uv = 100;
  double flat_uv = 0.5;
  int clipped_samples = 2;
  Band muscle{20, 40};
  double muscle_factor = 4;
  double muscle_min_uv2 = 1;

  // Which channels are used
  double bad_flat_share = 0.5;
  double bad_rejected_share = 0.8;
  double disconnected_mains = 10;
  double disconnected_correlation = 0.25;
  int correlation_min_channels = 6;
  double bridged_difference = 0.01;

  // Background under the alpha peak
  Band background{2, 24};
  Band background_left_out{5, 12};
  Band slow{1, 4};
  double quiet_factor = 4;
  double peak_over_background = 1.25;
  double min_oscillatory_share = 0.15;
  double min_valid_draws = 0.95;

  // How sure it is
  double good_clean_s = 60;
  double min_clean_s = 30;
  double block_s = 5;
  int bootstrap_samples = 1000;
  int bootstrap_seed = 20210412;
  double error_waves = 4.2;
  int min_error_waves = 2;

  // How much is kept of a long recording
  double max_feature_mb = 128;

  static constexpr const char* type_name = "EegSettings";
  static constexpr auto fields() {
    return std::make_tuple(
        field("preset", &Settings::preset, "Preset that the rejection limits were set for."),
        field("alpha", &Settings::alpha, "Infant alpha band, both bins included.",
              "Marshall, Bar-Haim & Fox 2002"),
        field("theta", &Settings::theta, "Theta band.", "common practice in infants"),
        field("high_alpha", &Settings::high_alpha, "High alpha band.", "common practice in infants"),
        field("beta", &Settings::beta, "Beta band.", "common practice in infants"),
        field("total", &Settings::total, "Band that relative power is taken of.",
              "relative power was the stable form in 321 infants (PMC11268489)"),
        field("pairs", &Settings::pairs, up_to(32), "Pairs; the first is the primary one.",
              "common practice: F3/F4 primary, F7/F8 second, P3/P4 posterior control"),
        field("reference", &Settings::reference, "What the channels are measured against.",
              "as recorded, so that nothing is computed in"),
        field("average_min_channels", &Settings::average_min_channels, between(3, 512),
              "Fewest usable channels for an average reference.", "common practice"),
        field("sensitivity_bands", &Settings::sensitivity_bands, up_to(32),
              "Other bands that the asymmetry is shown for.",
              "lower bands below 5 months: Wilkinson et al. 2024; 8-12 Hz: adults"),
        field("age_caution_months", &Settings::age_caution_months, between(0, 240),
              "Below this age the 6-9 Hz band is uncertain.", "Wilkinson et al. 2024"),
        field("max_abs_uv", &Settings::max_abs_uv, between(1, 10000),
              "Amplitude limit after removing the window's mean.", "common practice, infant 150, strict 100"),
        field("max_step_uv", &Settings::max_step_uv, between(1, 10000), "Largest step between samples.",
              "common practice"),
        field("flat_uv", &Settings::flat_uv, between(0, 100), "Peak-to-peak below which a window is flat.",
              "common practice"),
        field("clipped_samples", &Settings::clipped_samples, between(1, 65535),
              "Samples at a digital limit that make a window clipped.",
              "files scaled to their own extremes touch a limit once"),
        field("muscle", &Settings::muscle, "Band that muscle shows in.", "common practice"),
        field("muscle_factor", &Settings::muscle_factor, between(1, 1000),
              "Power in that band over the channel's own median that makes a window a muscle window.",
              "common practice"),
        field("muscle_min_uv2", &Settings::muscle_min_uv2, between(0, 1e6),
              "Power in that band below which no window is a muscle window.",
              "amplifier noise of 1 uV has this power"),
        field("bad_flat_share", &Settings::bad_flat_share, between(0, 1),
              "Share of flat windows above which the channel is not used.", "common practice"),
        field("bad_rejected_share", &Settings::bad_rejected_share, between(0, 1),
              "Share of rejected windows above which the channel is noisy and not used.", "common practice"),
        field("disconnected_mains", &Settings::disconnected_mains, between(0.1, 1e6),
              "Mains density over 1-20 Hz power above which an electrode counts as disconnected.",
              "common practice"),
        field("disconnected_correlation", &Settings::disconnected_correlation, between(0, 1),
              "An electrode whose correlation with every other stays below this counts as disconnected.",
              "after Bigdely-Shamlo et al. 2015, who ask for 0.4 in most windows"),
        field("correlation_min_channels", &Settings::correlation_min_channels, between(2, 512),
              "That rule needs more channels than this.", "few electrodes may stand far apart"),
        field("bridged_difference", &Settings::bridged_difference, between(0, 1),
              "Power of the difference of two channels over their mean power below which they are bridged.",
              "electrical distance, after Tenke & Kayser 2001"),
        field("background", &Settings::background, "Bins that the 1/f background is fitted on.",
              "common practice; above 24 Hz muscle flattens it"),
        field("background_left_out", &Settings::background_left_out,
              "Bins left out of that fit, where peaks stand.", "common practice"),
        field("slow", &Settings::slow, "Band that blinks and movement show in.", "common practice"),
        field("quiet_factor", &Settings::quiet_factor, between(1, 1000),
              "Windows with more power in that band, over the median, are left out of the background's fit.",
              "a blink too small to be rejected lifts the fit; a lower limit would cut off ordinary windows"),
        field("peak_over_background", &Settings::peak_over_background, between(1, 100),
              "Height over the background from which a bin counts as an alpha peak.", "common practice"),
        field("min_oscillatory_share", &Settings::min_oscillatory_share, between(0, 1),
              "Share of the band's power above the background below which there is no oscillatory form.",
              "a background that bends, without any peak, rises by up to 0.13 above the straight line"),
        field("min_valid_draws", &Settings::min_valid_draws, between(0, 1),
              "Share of bootstrap draws in which that form must exist.", "else its interval has no end"),
        field("good_clean_s", &Settings::good_clean_s, between(1, 86400), "Clean seconds for full certainty.",
              "common practice"),
        field("min_clean_s", &Settings::min_clean_s, between(1, 86400), "Below this no number is given.",
              "common practice"),
        field("block_s", &Settings::block_s, between(0.5, 120),
              "Length of the blocks that the bootstrap draws.", "longer than the bursts of infant alpha"),
        field("bootstrap_samples", &Settings::bootstrap_samples, between(100, 10000), "Bootstrap draws.",
              "moving blocks: Kunsch 1989"),
        field("bootstrap_seed", &Settings::bootstrap_seed, between(0, 2147483647), "Seed of the bootstrap.",
              "any number"),
        field("error_waves", &Settings::error_waves, between(1, 100),
              "Slow waves of the asymmetry that the error of a mean over two minutes is taken from; of other "
              "lengths as "
              "many more or fewer as the cube root of the length.",
              "cosines: Lazarus, Lewis, Stock & Watson 2018; how many: scripts/bench finding"),
        field("min_error_waves", &Settings::min_error_waves, between(1, 100),
              "A mean whose blocks give fewer has no interval.",
              "of one wave an interval would be 13 standard errors wide to each side"),
        field("max_feature_mb", &Settings::max_feature_mb, between(1, 1024),
              "Memory for what is kept of a recording.", "an hour of 32 channels takes about 100 MB"));
  }
  static constexpr auto orders() { return std::array{at_most("min_clean_s", "good_clean_s")}; }
};

/// The settings of a preset: the amplitude limit changes, all else is the default.
inline Settings settings_for(Preset preset) {
  Settings settings;
  settings.preset = preset;
  if (preset == Preset::strict_infant) settings.max_abs_uv = 100;
  return settings;
}

}  // namespace attune::eeg
