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
    return std::make_tuple(field("band", &A::band, "Alpha band."),
                           field("reference", &A::reference, "What the channels are measured against."),
                           field("max_abs_uv", &A::max_abs_uv, "Amplitude limit."),
                           field("pair", &A::pair, "Electrode pair."),
                           field("absolute", &A::absolute, "Asymmetry of absolute power, ln."),
                           field("relative", &A::relative, "Of relative power."),
                           field("oscillatory", &A::oscillatory, "Of the oscillatory part."),
                           field("clean_s", &A::clean_s, "Clean seconds of the pair."));
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
    return std::make_tuple(
        field("epoch_s", &R::epoch_s, "Length of an epoch."), field("band", &R::band, "RSA band."),
        field("phase_kind", &R::phase_kind, "rest; empty: the whole visit."),
        field("spectral", &R::spectral, "Spectral RSA, ln(ms^2)."),
        field("porges", &R::porges, "Porges-Bohrer RSA, ln(ms^2)."),
        field("ipfm", &R::ipfm, "Spectral RSA if beats are made by pulse frequency modulation, ln(ms^2)."),
        field("epochs_used", &R::epochs_used, "Epochs used, of the whole visit."));
  }
};

struct VisitSpecifications {
  std::vector<std::string>
      recorded_against;  ///< as the labels of the EEG channels say it; empty: they do not
  std::vector<AsymmetrySpecification> brain;
  std::vector<RsaSpecification> heart;

  static constexpr const char* type_name = "VisitSpecifications";
  static constexpr auto fields() {
    return std::make_tuple(
        field("recorded_against", &VisitSpecifications::recorded_against,
              "Reference that the labels of the EEG channels name; empty: they name none."),
        field("brain", &VisitSpecifications::brain, "Asymmetry under every combination."),
        field("heart", &VisitSpecifications::heart, "RSA under every combination."));
  }
};

/// `phases`: those that the visit was measured in (Visit::phases). Settings and options: those of measure_visit.
/// Every estimate is that of measure_visit under settings that say so, but for the bootstrap draws
/// (CurveSettings::bootstrap_samples).
VisitSpecifications specify_visit(const RecordingFeatures& features, std::span<const Phase> phases,
                                  const VisitOptions& options, const Settings& settings);

}  // namespace attune::visit
