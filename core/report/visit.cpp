#include "report/visit.hpp"

#include <algorithm>

#include "ecg/edit.hpp"
#include "eeg/analysis.hpp"
#include "hrv/hrv.hpp"

namespace attune::report {
namespace {

/// The ECG channel with the best beats, none if there is no ECG.
const Lead* best_lead(const std::vector<Lead>& leads) {
  const auto best = std::max_element(leads.begin(), leads.end(), [](const Lead& a, const Lead& b) {
    return a.features.quality < b.features.quality;
  });
  return best == leads.end() ? nullptr : &*best;
}

std::string use_of(std::size_t signal, const RecordingFeatures& features, const Lead* lead) {
  switch (features.header.signals[signal].kind) {
    case edf::ChannelKind::eeg:
      return features.header.signals[signal].calibrated ? "EEG" : "not used";
    case edf::ChannelKind::ecg:
      return lead && lead->signal == signal ? "heart" : "not used";
    case edf::ChannelKind::respiration:
      return features.respiration_signal == signal ? "breathing" : "not used";
    case edf::ChannelKind::annotation:
      return "annotations";
    default:
      return "not used";
  }
}

File describe_file(const RecordingFeatures& features, const Lead* lead) {
  File file;
  file.sha256 = features.sha256;
  file.bytes = features.bytes;
  file.variant = std::string(name_of(features.header.variant));
  file.start = features.header.start;
  file.segments = features.segments;
  for (const Interval& segment : features.segments) file.duration_s += segment.duration_s();
  for (std::size_t i = 0; i < features.header.signals.size(); ++i) {
    const edf::Signal& signal = features.header.signals[i];
    file.channels.push_back({signal.label, std::string(name_of(signal.kind)), signal.site,
                             std::string(name_of(signal.certainty)), signal.unit, signal.sample_rate_hz,
                             signal.prefilter, use_of(i, features, lead)});
  }
  file.annotations = static_cast<int>(features.annotations.size());
  return file;
}

hrv::Metrics measure_heart(const RecordingFeatures& features, const Lead* lead, const Settings& settings) {
  hrv::Metrics heart;
  if (!lead) {
    heart.reason = "No ECG channel was found in this recording.";
    return heart;
  }
  const auto beats = ecg::edit_beats(lead->features, {}, settings.ecg);
  const auto unusable = ecg::unusable_stretches(lead->features, {});
  heart = hrv::analyze(beats, lead->features.segments, unusable, features.phases,
                       features.respiration ? &*features.respiration : nullptr, settings.hrv);
  heart.source = features.header.signals[lead->signal].label;
  return heart;
}

Quality summarise_quality(const Visit& visit) {
  Quality quality;
  if (!visit.eeg.asymmetry.empty()) quality.eeg_clean_s = visit.eeg.asymmetry.front().clean_s;
  if (visit.eeg.reason.empty()) quality.eeg_total_s = visit.file.duration_s;
  quality.heart_epochs_used = visit.heart.overall.epochs_used;
  quality.heart_epochs_total = visit.heart.overall.epochs_total;
  if (visit.heart.beats > 0)
    quality.edited_beats_percent = 100.0 * visit.heart.edited_beats / visit.heart.beats;
  return quality;
}

}  // namespace

Visit measure_visit(const RecordingFeatures& features, const VisitOptions& options,
                    const Settings& settings) {
  const Lead* lead = best_lead(features.leads);
  Visit visit;
  visit.label = options.label;
  visit.age_months = options.age_months;
  visit.file = describe_file(features, lead);
  visit.phases = features.phases;
  visit.eeg = eeg::analyze(features.eeg, features.phases, {}, settings.eeg, options.age_months);
  visit.heart = measure_heart(features, lead, settings);
  visit.quality = summarise_quality(visit);
  visit.diagnostics = features.diagnostics;
  return visit;
}

}  // namespace attune::report
