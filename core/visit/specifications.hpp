// What FAA and RSA of one recording come to under every choice that the specification curve varies. Decided on
// features: no sample is read.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/estimate.hpp"
#include "visit/curve_settings.hpp"
#include "visit/recording_stream.hpp"
#include "visit/visit.hpp"

namespace attune::visit {

/// Asymmetry over the whole visit under one combination of choices, in its three forms.
struct AsymmetrySpecification {
  eeg::Band band;
  eeg::Reference reference = eeg::Reference::as_recorded;
  double max_abs_uv = 0;
  eeg::Pair pair;
  Estimate absolute, relative, oscillatory;
  double clean_s = 0;

  static constexpr const char* type_name = "AsymmetrySpecification";
  static constexpr auto fields() {
    using A = AsymmetrySpecification;
    return std::array{field<&A::band>("band", "Alpha band."),
                      field<&A::reference>("reference", "What the channels are measured against."),
                      field<&A::max_abs_uv>("max_abs_uv", "Amplitude limit."),
                      field<&A::pair>("pair", "Electrode pair."),
                      field<&A::absolute>("absolute", "Asymmetry of absolute power, ln."),
                      field<&A::relative>("relative", "Of relative power."),
                      field<&A::oscillatory>("oscillatory", "Of the oscillatory part."),
                      field<&A::clean_s>("clean_s", "Clean seconds of the pair.")};
  }
};

/// RSA of the whole visit or of its rest under one combination, by its three methods.
struct RsaSpecification {
  double epoch_s = 0;
  RsaBand band;
  std::string phase_kind;
  Estimate spectral, porges, ipfm;
  int epochs_used = 0;

  static constexpr const char* type_name = "RsaSpecification";
  static constexpr auto fields() {
    using R = RsaSpecification;
    return std::array{
        field<&R::epoch_s>("epoch_s", "Length of an epoch."),
        field<&R::band>("band", "RSA band."),
        field<&R::phase_kind>("phase_kind", "rest; empty: the whole visit."),
        field<&R::spectral>("spectral", "Spectral RSA, ln(ms^2)."),
        field<&R::porges>("porges", "Porges-Bohrer RSA, ln(ms^2)."),
        field<&R::ipfm>("ipfm", "Spectral RSA if beats are made by pulse frequency modulation, ln(ms^2)."),
        field<&R::epochs_used>("epochs_used", "Epochs used, of the whole visit.")};
  }
};

struct VisitSpecifications {
  std::vector<std::string>
      recorded_against;  ///< as the labels of the EEG channels say it; empty: they do not
  std::vector<AsymmetrySpecification> brain;
  std::vector<RsaSpecification> heart;

  static constexpr const char* type_name = "VisitSpecifications";
  static constexpr auto fields() {
    return std::array{
        field<&VisitSpecifications::recorded_against>(
            "recorded_against", "Reference that the labels of the EEG channels name; empty: they name none."),
        field<&VisitSpecifications::brain>("brain", "Asymmetry under every combination."),
        field<&VisitSpecifications::heart>("heart", "RSA under every combination.")};
  }
};

/// `phases`: those that the visit was measured in (Visit::phases). Settings and options: those of measure_visit.
/// Every estimate is that of measure_visit under settings that say so, but for the bootstrap draws
/// (CurveSettings::bootstrap_samples).
VisitSpecifications specify_visit(const RecordingFeatures& features, std::span<const Phase> phases,
                                  const VisitOptions& options, const Settings& settings);

}  // namespace attune::visit
