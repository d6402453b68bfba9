// EEG results of one visit from its window features: rejection, bad channels, asymmetry of every pair over
// the visit and in each phase, spectra and band powers. No samples are read: another threshold, band, pair,
// reference, phase or exclusion costs milliseconds.
//
//   features           one a sampling rate; empty: there is no EEG
//   phases             parts of the protocol; a window counts for a phase that holds it whole
//   excluded           stretches marked by hand; a window that touches one is not used
//   age_months         below Settings::age_caution_months the alpha band itself is in doubt, and that is said
//   excluded_channels  labels or sites of channels not to be used; one that no channel has is a warning
//
// A pair's window is dropped if either channel rejects it as recorded; under another reference also if the
// reference's channel rejects it.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "eeg/features.hpp"
#include "eeg/memory.hpp"
#include "eeg/metrics.hpp"

namespace attune::eeg {

Metrics analyze(std::span<const Features> features, std::span<const Phase> phases,
                std::span<const Interval> excluded, const Settings& settings,
                std::optional<double> age_months = {}, std::span<const std::string> excluded_channels = {});

/// The same of a recording that is analyzed again and again; `memory` is of this recording alone.
Metrics analyze(std::span<const Features> features, std::span<const Phase> phases,
                std::span<const Interval> excluded, const Settings& settings, Memory& memory,
                std::optional<double> age_months = {}, std::span<const std::string> excluded_channels = {});

/// What the asymmetry of a visit may be formed with; every combination of one each is a way to form it.
struct AsymmetryChoices {
  std::vector<Band> bands;
  std::vector<Reference> references;
  std::vector<double> max_abs_uv;
  std::vector<Pair> pairs;
  int bootstrap_samples = Settings{}.bootstrap_samples;  ///< of each combination but that of the settings
};

/// The asymmetry under one combination.
struct ChosenAsymmetry {
  Band band;
  Reference reference = Reference::as_recorded;
  double max_abs_uv = 0;
  Pair pair;
  Asymmetry asymmetry;
};

/// The asymmetry over the whole visit under every combination, each as `analyze` gives it under settings that say so.
/// That of `settings` itself is formed with all of its bootstrap draws, so that it is the report's own number.
std::vector<ChosenAsymmetry> analyze_choices(std::span<const Features> features,
                                             std::span<const Interval> excluded, const Settings& settings,
                                             const AsymmetryChoices& choices,
                                             std::span<const std::string> excluded_channels = {});

/// "average", "Cz": a reference as it is called in sentences.
words::Said name_of_reference(Reference reference);

/// Whether a phase holds a window whole.
bool holds(const Phase& phase, double start_s, double duration_s);

/// Runs of windows of one fate, for drawing: a window counts from its start to the start of the next;
/// stretches without windows between two segments are `gap`.
std::vector<WindowRun> timeline(const Features& features, std::span<const Rejection> rejections);

}  // namespace attune::eeg
