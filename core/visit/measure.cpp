#include "visit/measure.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "base/json.hpp"
#include "base/sort_by.hpp"
#include "ecg/edit.hpp"
#include "eeg/analysis.hpp"
#include "hrv/heart_rate_range.hpp"
#include "hrv/hrv.hpp"
#include "visit/heart_source.hpp"
#include "visit/inputs.hpp"
#include "visit/still_face.hpp"
#include "words/ids/heart.hpp"
#include "words/ids/reason.hpp"

namespace attune::visit {
namespace {

std::string use_of(std::size_t signal, const RecordingFeatures& features, const Lead* lead) {
  switch (features.header.signals[signal].kind) {
    case edf::ChannelKind::eeg:
      return features.header.signals[signal].calibrated ? "EEG" : "not used";
    case edf::ChannelKind::ecg:
      return lead && (lead->signal == signal || lead->minus == signal) ? "heart" : "not used";
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
  file.left_out = features.marks.marked;
  file.codes = features.codes;
  file.parts = features.parts;
  for (const Interval& segment : features.segments) file.duration_s += segment.duration_s();
  for (std::size_t i = 0; i < features.header.signals.size(); ++i) {
    const edf::Signal& signal = features.header.signals[i];
    file.channels.push_back({signal.label, std::string(name_of(signal.kind)), signal.site,
                             std::string(name_of(signal.certainty)), signal.unit, signal.sample_rate_hz,
                             signal.prefilter, use_of(i, features, lead), signal.filters.highpass_hz,
                             signal.filters.lowpass_hz});
  }
  for (const Lead& one : features.leads)
    if (one.minus) file.heart_pairs.push_back({static_cast<int>(one.signal), static_cast<int>(*one.minus)});
  file.annotations = static_cast<int>(features.annotations.size());
  file.simulated = features.header.identity.recording.find(edf::simulation_mark) != std::string::npos;
  return file;
}

/// How long the ECG has faults of these kinds; 0: it has none.
double faulty_s(const ecg::EcgFeatures& features, std::initializer_list<ecg::FaultKind> kinds) {
  double all_s = 0;
  for (const ecg::Fault& fault : features.faults)
    if (std::find(kinds.begin(), kinds.end(), fault.kind) != kinds.end())
      all_s += fault.end_s - fault.start_s;
  return all_s > 0 ? std::max(0.1, all_s) : 0;
}

/// Why faults break the series.
void warn_of_faults(hrv::Metrics& heart, const ecg::EcgFeatures& features) {
  using enum ecg::FaultKind;
  const auto warn = [&](const char* code, double seconds, const auto& say) {
    if (seconds > 0)
      heart.diagnostics.push_back(
          {code, Severity::warning, say(words::number(seconds, 1)), heart.source, ""});
  };
  warn("W_ECG_HELD", faulty_s(features, {held}), [](words::Number s) {
    return words::say<"heart.ecg_held">({{"seconds", s}});
  });
  warn("W_ECG_CLIPPED", faulty_s(features, {clipped}), [](words::Number s) {
    return words::say<"heart.ecg_clipped">({{"seconds", s}});
  });
  warn("W_ECG_JUMPS", faulty_s(features, {step, spike}), [](words::Number s) {
    return words::say<"heart.ecg_jumps">({{"seconds", s}});
  });
  warn("W_ECG_SHORT", faulty_s(features, {too_short}), [](words::Number s) {
    return words::say<"heart.ecg_short">({{"seconds", s}});
  });
}

void warn_of_lead(hrv::Metrics& heart, const Lead& lead, const Settings& settings) {
  if (lead.features.value_samples > 1)
    heart.diagnostics.push_back(
        {"W_ECG_RATE", Severity::warning,
         words::say<"heart.ecg_repeated">({{"times", words::at_most(lead.features.value_samples, 1)},
                                           {"stated", std::lround(lead.features.sample_rate_hz)},
                                           {"rate", std::lround(lead.features.value_rate_hz())}}),
         heart.source, ""});
  else if (lead.features.sample_rate_hz < settings.ecg.low_sample_rate_hz)
    heart.diagnostics.push_back(
        {"W_ECG_RATE", Severity::warning,
         words::say<"heart.ecg_rate">({{"rate", std::lround(lead.features.sample_rate_hz)},
                                       {"lowest", std::lround(settings.ecg.low_sample_rate_hz)}}),
         heart.source, ""});
  if (lead.features.skips_beats)
    heart.diagnostics.push_back(
        {"W_ECG_FAST", Severity::warning, words::say<"heart.ecg_fast">(), heart.source, ""});
  if (lead.features.inverted)
    heart.diagnostics.push_back(
        {"N_ECG_INVERTED", Severity::note, words::say<"heart.ecg_inverted">(), heart.source, ""});
  warn_of_faults(heart, lead.features);
  double poor_s = 0;
  for (const Interval& stretch : lead.features.poor) poor_s += stretch.duration_s();
  if (poor_s > 0)
    heart.diagnostics.push_back({"W_ECG_POOR", Severity::warning,
                                 words::say<"heart.ecg_poor">({{"seconds", std::lround(poor_s)}}),
                                 heart.source, ""});
}

template <class... T>
std::string as_text(const T&... inputs) {
  return ((dump(to_json(inputs)) + '\n') + ...);
}

/// The result remembered for these inputs, else what `form` makes of them.
template <class T, class Form>
const T& recall(VisitMemory::Part<T>& part, std::string inputs, Form form) {
  if (part.last.inputs != inputs) std::swap(part.last, part.before);
  if (part.last.inputs != inputs) part.last = {std::move(inputs), form()};
  return part.last.result;
}

/// What the heart is measured from beside the recording and the settings.
struct HeartBasis {
  const HeartSource& source;
  const std::vector<Phase>& phases;
  const std::vector<ecg::BeatEdit>& by_hand;
  std::optional<double> age_months;
};

/// All that the heart is measured from beside the recording, as text.
std::string heart_inputs(const HeartBasis& basis, const VisitOptions& options, const Settings& settings) {
  return as_text(settings.ecg, settings.hrv, basis.phases, options.heart_list, options.heart_signal,
                 options.heart_minus, basis.by_hand, basis.age_months);
}

/// The beats of a channel rest on less than those of a list, which the settings of the heart read.
std::string beat_inputs(const RecordingFeatures& features, const HeartBasis& basis, const Settings& settings,
                        const std::string& of_heart) {
  const Lead* lead = basis.source.lead;
  if (lead == nullptr) return of_heart;
  return as_text(static_cast<int>(lead - features.leads.data()), settings.ecg, basis.by_hand);
}

/// `inputs`: heart_inputs.
hrv::Metrics measure_heart(const RecordingFeatures& features, const HeartBasis& basis,
                           const Settings& settings, VisitMemory& memory, const std::string& inputs) {
  const auto& [source, phases, by_hand, age_months] = basis;
  hrv::Metrics heart;
  if (source.name.empty()) {
    heart.reason = source.reason;
    return heart;
  }
  const auto& beats = recall(memory.beats, beat_inputs(features, basis, settings, inputs), [&] {
    return ecg::edit_beats(basis.source.features, basis.by_hand, settings.ecg);
  });
  const auto unusable = ecg::unusable_stretches(source.features, by_hand);
  heart = hrv::analyze({beats, source.features.segments, unusable, phases,
                        features.respiration ? &*features.respiration : nullptr},
                       settings.hrv, memory.stretches);
  heart.source = source.name;
  heart.diagnostics.insert(heart.diagnostics.begin(), source.diagnostics.begin(), source.diagnostics.end());
  if (source.lead != nullptr) warn_of_lead(heart, *source.lead, settings);
  const auto doubt = heart.heart_rate_bpm
                         ? hrv::heart_rate_doubt(*heart.heart_rate_bpm, age_months, settings.hrv)
                         : std::nullopt;
  if (doubt) heart.diagnostics.push_back(*doubt);
  return heart;
}

/// The phases to be measured, in order of time; those that end before they start are left out.
std::vector<Phase> phases_of(const RecordingFeatures& features, const VisitOptions& options) {
  if (!options.phases) return features.phases;
  std::vector<Phase> phases = *options.phases;
  std::erase_if(phases, [](const Phase& phase) { return !(phase.end_s > phase.start_s); });
  sort_by(phases, &Phase::start_s);
  return phases;
}

/// The phases that heart and brain are measured in: those entered by hand as they are, else the recording's
/// own, else those of the coding.
std::vector<Phase> measured_phases(const RecordingFeatures& features, const VisitOptions& options,
                                   const VisitCoding& coding) {
  std::vector<Phase> phases = phases_of(features, options);
  if (options.phases || features.segments.empty()) return phases;
  return recording_phases(phases, features.segments.back().end_s, coding, options);
}

/// The age since birth, and as corrected where it is.
void set_ages(Visit& visit, const VisitOptions& options, const CheckSettings& settings) {
  visit.age_months = options.age_months;
  visit.weeks_early = options.weeks_early;
  const auto counted = counted_age(settings, options.age_months, options.weeks_early);
  if (counted != options.age_months) visit.corrected_age_months = counted;
}

Quality summarise_quality(const Visit& visit) {
  Quality quality;
  if (!visit.eeg.asymmetry.empty()) quality.eeg_clean_s = visit.eeg.asymmetry.front().clean_s;
  if (visit.eeg.reason.empty()) quality.eeg_total_s = visit.file.duration_s;
  if (visit.eeg.reason.empty() && !visit.file.parts.empty()) {
    quality.eeg_total_s = 0;
    for (const RecordingPart& part : visit.file.parts)
      if (part.eeg_channels > 0) quality.eeg_total_s += part.recorded_s;
  }
  quality.heart_epochs_used = visit.heart.overall.epochs_used;
  quality.heart_epochs_total = visit.heart.overall.epochs_total;
  if (visit.heart.beats > 0)
    quality.edited_beats_percent = 100.0 * visit.heart.edited_beats / visit.heart.beats;
  return quality;
}

}  // namespace

Visit measure_visit(const RecordingFeatures& features, const VisitOptions& options,
                    const Settings& settings) {
  VisitMemory empty;
  empty.windows.expect_no_other();
  return measure_visit(features, options, settings, empty);
}

Visit measure_visit(const RecordingFeatures& features, const VisitOptions& entered, const Settings& given,
                    VisitMemory& memory) {
  VisitOptions options = entered;
  options.age_months = age_at(features, entered);
  const auto age = counted_age(given.check, options.age_months, options.weeks_early);
  const Settings settings = settings_at(given, age);
  const HeartSource heart = heart_source(features, options, settings);
  Visit visit;
  visit.label = options.label;
  set_ages(visit, options, given.check);
  visit.file = describe_file(features, heart.lead);
  const VisitCoding coding = read_visit_coding(options, features.annotations, settings);
  visit.phases = measured_phases(features, options, coding);
  const RecordingEdits by_hand = edits_for(features, options, settings);
  visit.eeg = recall(
      memory.brain,
      as_text(settings.eeg, visit.phases, age, by_hand.eeg_excluded, by_hand.eeg_excluded_channels), [&] {
        return eeg::analyze(features.eeg, visit.phases, by_hand.eeg_excluded, settings.eeg, memory.windows,
                            age, by_hand.eeg_excluded_channels);
      });
  const HeartBasis basis{heart, visit.phases, by_hand.beats, age};
  const std::string of_heart = heart_inputs(basis, options, settings);
  visit.heart = recall(memory.heart, of_heart,
                       [&] { return measure_heart(features, basis, settings, memory, of_heart); });
  const ecg::AgeGroup group = ecg::age_group(given.ecg, age);
  visit.heart.preset = std::string(name_of(group.preset));
  visit.heart.preset_reason = group.reason;
  visit.still_face = measure_still_face(visit, coding, options, settings);
  visit.quality = summarise_quality(visit);
  visit.diagnostics = features.diagnostics;
  if (auto told = tell_age(features, entered, settings.check)) visit.diagnostics.push_back(std::move(*told));
  if (auto told = tell_correction(visit, given.check)) visit.diagnostics.push_back(std::move(*told));
  visit.person = edf::read_person(features.header.identity);
  return visit;
}

Visit visit_without_recording(const VisitOptions& options, const Settings& settings) {
  const words::Said none = words::say<"reason.no_recording">();
  Visit visit;
  visit.label = options.label;
  set_ages(visit, options, settings.check);
  visit.recorded = false;
  visit.eeg.reason = none;
  visit.heart.reason = none;
  visit.still_face = measure_still_face(visit, read_visit_coding(options, {}, settings), options, settings);
  if (auto told = tell_correction(visit, settings.check)) visit.diagnostics.push_back(std::move(*told));
  return visit;
}

}  // namespace attune::visit
