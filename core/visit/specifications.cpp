#include "visit/specifications.hpp"

#include <algorithm>

#include "base/json.hpp"
#include "ecg/edit.hpp"
#include "eeg/analysis.hpp"
#include "eeg/montage.hpp"
#include "hrv/hrv.hpp"
#include "visit/heart_source.hpp"
#include "visit/inputs.hpp"

namespace attune::visit {
namespace {

/// The report's own choice first, then the others, each once.
template <class T>
std::vector<T> own_first(T own, const std::vector<T>& others) {
  std::vector<T> choices{std::move(own)};
  for (const T& other : others)
    if (std::find(choices.begin(), choices.end(), other) == choices.end()) choices.push_back(other);
  return choices;
}

std::vector<AsymmetrySpecification> specify_brain(const RecordingFeatures& features,
                                                  const RecordingEdits& by_hand, const Settings& settings) {
  if (features.eeg.empty() || settings.eeg.pairs.empty()) return {};
  const CurveSettings& curve = settings.curve;
  const eeg::AsymmetryChoices choices{
      own_first(settings.eeg.alpha, curve.alpha_bands), own_first(settings.eeg.reference, curve.references),
      own_first(settings.eeg.max_abs_uv, curve.amplitude_limits_uv),
      own_first(settings.eeg.pairs.front(), curve.frontal_pairs), curve.bootstrap_samples};
  std::vector<AsymmetrySpecification> specifications;
  for (eeg::ChosenAsymmetry& chosen : eeg::analyze_choices(features.eeg, by_hand.eeg_excluded, settings.eeg,
                                                           choices, by_hand.eeg_excluded_channels)) {
    eeg::Asymmetry& faa = chosen.asymmetry;
    specifications.push_back({chosen.band, chosen.reference, chosen.max_abs_uv, std::move(chosen.pair),
                              std::move(faa.absolute), std::move(faa.relative), std::move(faa.oscillatory),
                              faa.clean_s});
  }
  return specifications;
}

/// The estimate, or why it is compared with no other visit's.
Estimate comparable(Estimate rsa, const words::Text& doubt) {
  return rsa.value && !doubt.empty() ? missing(doubt) : std::move(rsa);
}

void add_rsa(const hrv::Metrics& heart, const RsaSpecification& choice,
             std::vector<RsaSpecification>& specifications) {
  const auto add = [&](const hrv::PhaseMetrics& part) {
    RsaSpecification specification = choice;
    specification.phase_kind = part.kind;
    specification.spectral = comparable(part.rsa_ln_ms2, heart.rsa_not_comparable);
    specification.porges = comparable(part.rsa_porges_ln_ms2, heart.rsa_not_comparable);
    specification.ipfm = comparable(part.rsa_ipfm_ln_ms2, heart.rsa_not_comparable);
    specification.epochs_used = heart.overall.epochs_used;
    specifications.push_back(std::move(specification));
  };
  add(heart.overall);
  const auto rest = std::find_if(heart.phases.begin(), heart.phases.end(),
                                 [](const auto& part) { return part.kind == name_of(PhaseKind::rest); });
  if (rest != heart.phases.end()) add(*rest);
}

std::vector<RsaSpecification> specify_heart(const RecordingFeatures& features, std::span<const Phase> phases,
                                            const VisitOptions& options, const RecordingEdits& by_hand,
                                            const Settings& settings) {
  const HeartSource source = heart_source(features, options, settings);
  if (source.name.empty()) return {};
  const auto beats = ecg::edit_beats(source.features, by_hand.beats, settings.ecg);
  const auto unusable = ecg::unusable_stretches(source.features, by_hand.beats);
  const RsaBand own{settings.hrv.rsa_low_hz, settings.hrv.rsa_high_hz};
  const bool is_infant = settings.ecg.preset == ecg::Preset::infant;
  const auto bands = own_first(own, is_infant ? settings.curve.rsa_bands : std::vector<RsaBand>{});
  std::vector<RsaSpecification> specifications;
  for (const double epoch_s : own_first(settings.hrv.epoch_s, settings.curve.epochs_s))
    for (const RsaBand& band : bands) {
      hrv::Settings chosen = settings.hrv;
      chosen.epoch_s = epoch_s;
      chosen.rsa_low_hz = band.low_hz;
      chosen.rsa_high_hz = band.high_hz;
      chosen.rsa_beat_model = hrv::BeatModel::recursive;  // the other one is a method of its own
      if (!check_ranges(chosen)) continue;                // as a band that the resampling cannot hold
      const hrv::Metrics heart =
          hrv::analyze({.beats = beats,
                        .segments = source.features.segments,
                        .excluded = unusable,
                        .phases = phases,
                        .respiration = features.respiration ? &*features.respiration : nullptr,
                        .for_figures = false},
                       chosen);
      if (heart.reason.empty()) add_rsa(heart, {epoch_s, band, "", {}, {}, {}, 0}, specifications);
    }
  return specifications;
}

}  // namespace

VisitSpecifications specify_visit(const RecordingFeatures& features, std::span<const Phase> phases,
                                  const VisitOptions& options, const Settings& given) {
  const Settings settings = settings_for(features, options, given);
  const RecordingEdits by_hand = edits_for(features, options, settings);
  return {eeg::recorded_references(features.eeg), specify_brain(features, by_hand, settings),
          specify_heart(features, phases, options, by_hand, settings)};
}

}  // namespace attune::visit
