#include "visit/signal_marks.hpp"

#include <algorithm>

#include "base/sort_by.hpp"
#include "ecg/edit.hpp"
#include "ecg/interval_limits.hpp"
#include "eeg/analysis.hpp"
#include "eeg/montage.hpp"
#include "eeg/quality.hpp"
#include "eeg/rejection.hpp"
#include "hrv/nn_series.hpp"
#include "visit/heart_source.hpp"
#include "visit/inputs.hpp"

namespace attune::visit {

namespace {

constexpr double one_place_s = 1;  // marks of one kind that are nearer than this are one place

bool is_unsure(const ecg::Beat& beat, const Settings& settings) {
  const bool found = beat.kind == ecg::BeatKind::detected || beat.kind == ecg::BeatKind::ectopic ||
                     beat.kind == ecg::BeatKind::long_short;
  return found && beat.confidence < settings.ecg.trust.sure;
}

/// What makes a beat worth a look; empty if nothing does. What was set by hand was looked at.
std::string flag_of(const ecg::Beat& beat, const Settings& settings) {
  switch (beat.kind) {
    case ecg::BeatKind::ectopic:
    case ecg::BeatKind::missed:
    case ecg::BeatKind::extra:
    case ecg::BeatKind::long_short:
      return std::string(name_of(beat.kind));
    default:
      return is_unsure(beat, settings) ? "unsure" : "";
  }
}

/// The interval that ends at this time; null if none does. Both kinds of interval stand in order of their ends.
template <typename OfInterval>
const OfInterval* ending_at(const std::vector<OfInterval>& intervals, double end_s) {
  const auto at =
      std::lower_bound(intervals.begin(), intervals.end(), end_s,
                       [](const OfInterval& interval, double time_s) { return interval.end_s < time_s; });
  return at != intervals.end() && at->end_s == end_s ? &*at : nullptr;
}

void mark_intervals(const HeartSource& heart, const std::vector<ecg::Beat>& beats,
                    const std::vector<ecg::BeatEdit>& by_hand, const Settings& settings, BeatMarks& marks) {
  const auto as_found = ecg::interval_limits(heart.features, by_hand, settings.ecg);
  const auto unusable = ecg::unusable_stretches(heart.features, by_hand);
  const auto in_use = hrv::nn_intervals(beats, heart.features.segments, unusable, settings.hrv);
  for (const ecg::Beat& beat : beats) {
    const bool was_found = beat.kind != ecg::BeatKind::missed && beat.kind != ecg::BeatKind::removed;
    const auto* const found = was_found ? ending_at(as_found, beat.found_s.value_or(beat.time_s)) : nullptr;
    marks.interval_ms.push_back(found != nullptr ? std::optional(found->interval_ms) : std::nullopt);
    marks.low_ms.push_back(found != nullptr ? found->low_ms : std::nullopt);
    marks.high_ms.push_back(found != nullptr ? found->high_ms : std::nullopt);
    const auto* const used = ecg::is_taken_out(beat.kind) ? nullptr : ending_at(in_use, beat.time_s);
    const bool is_used = used != nullptr && used->fault == hrv::NnFault::none;
    marks.nn_ms.push_back(is_used ? std::optional(used->nn_ms) : std::nullopt);
  }
}

void mark_beats(const HeartSource& heart, const std::vector<ecg::BeatEdit>& by_hand, const Settings& settings,
                SignalMarks& marks) {
  const std::vector<ecg::Beat> beats = ecg::edit_beats(heart.features, by_hand, settings.ecg);
  mark_intervals(heart, beats, by_hand, settings, marks.beats);
  for (const ecg::Beat& beat : beats) {
    const double found_s = beat.found_s.value_or(beat.time_s);
    marks.beats.time_s.push_back(beat.time_s);
    marks.beats.found_s.push_back(found_s);
    marks.beats.kind.push_back(beat.kind);
    marks.beats.unsure.push_back(is_unsure(beat, settings));
    marks.beats.reason.push_back(beat.reason);
    const std::string what = flag_of(beat, settings);
    if (what.empty()) continue;
    FlaggedPlace* const last = marks.flagged.empty() ? nullptr : &marks.flagged.back();
    if (last != nullptr && last->what == what && found_s - last->end_s < one_place_s) {
      last->end_s = std::max(last->end_s, found_s);
      ++last->count;
    } else {
      marks.flagged.push_back({found_s, found_s, FlagKind::beats, what, 1});
    }
  }
}

void mark_heart(const RecordingFeatures& features, const VisitOptions& options, const Settings& settings,
                const RecordingEdits& by_hand, SignalMarks& marks) {
  const HeartSource heart = heart_source(features, options, settings);
  marks.heart_source = heart.name;
  if (heart.lead != nullptr) marks.heart_signal = static_cast<int>(heart.lead->signal);
  mark_beats(heart, by_hand.beats, settings, marks);
  marks.ecg_poor = ecg::unusable_stretches(heart.features, {});
  for (const Interval& stretch : marks.ecg_poor)
    marks.flagged.push_back({stretch.start_s, stretch.end_s, FlagKind::ecg, "poor", 0});
  ecg::EcgFeatures none;
  marks.ecg_excluded = ecg::unusable_stretches(none, by_hand.beats);
}

std::vector<eeg::WindowRun> unused_runs(const eeg::Features& group,
                                        std::span<const eeg::Rejection> rejections) {
  std::vector<eeg::WindowRun> runs = eeg::timeline(group, rejections);
  std::erase_if(runs, [](const eeg::WindowRun& run) {
    return run.reason == eeg::Rejection::none || run.reason == eeg::Rejection::gap;
  });
  return runs;
}

void mark_eeg(const RecordingFeatures& features, const Settings& settings, const RecordingEdits& by_hand,
              SignalMarks& marks) {
  marks.eeg_excluded = by_hand.eeg_excluded;
  const auto rejections_of = [&](const eeg::Features& group, std::size_t channel) {
    auto rejections = eeg::classify(group, channel, settings.eeg);
    eeg::exclude(group, by_hand.eeg_excluded, rejections);
    return rejections;
  };
  for (const eeg::Features& group : features.eeg) {
    for (std::size_t c = 0; c < group.channels.size(); ++c) {
      const eeg::ChannelInfo& info = group.channels[c].info();
      const auto& names = by_hand.eeg_excluded_channels;
      const bool excluded = std::any_of(names.begin(), names.end(),
                                        [&](const std::string& name) { return eeg::is_called(info, name); });
      marks.channels.push_back(
          {static_cast<int>(info.signal), excluded, unused_runs(group, rejections_of(group, c))});
    }
  }
  if (settings.eeg.pairs.empty()) return;
  const eeg::PairChannels pair = eeg::find_pair(features.eeg, settings.eeg.pairs.front());
  if (!pair.reason.empty()) return;
  const eeg::Features& group = features.eeg[pair.features];
  const auto rejections = eeg::combine(rejections_of(group, pair.left), rejections_of(group, pair.right));
  for (const eeg::WindowRun& run : unused_runs(group, rejections))
    if (run.reason != eeg::Rejection::manual)
      marks.flagged.push_back({run.start_s, run.end_s, FlagKind::eeg, std::string(name_of(run.reason)), 0});
}

}  // namespace

DrawnRecording drawn_recording(const RecordingFeatures& features) {
  DrawnRecording drawn;
  drawn.segments = features.segments;
  for (const Interval& segment : features.segments) drawn.end_s = std::max(drawn.end_s, segment.end_s);
  for (std::size_t i = 0; i < features.header.signals.size(); ++i) {
    const edf::Signal& signal = features.header.signals[i];
    if (signal.kind == edf::ChannelKind::annotation || signal.sample_rate_hz <= 0) continue;
    drawn.signals.push_back(
        {static_cast<int>(i), signal.label, signal.kind, signal.site, signal.unit, signal.sample_rate_hz});
  }
  for (const edf::Annotation& annotation : features.annotations) {
    ShownAnnotation shown{edf::seconds(annotation.onset), {}, annotation.text};
    if (annotation.duration) shown.duration_s = edf::seconds(*annotation.duration);
    drawn.annotations.push_back(std::move(shown));
  }
  for (const FileLayout& file : features.files)
    drawn.overview_bin_s = std::max(drawn.overview_bin_s, file.overview.bin_s());
  return drawn;
}

SignalMarks signal_marks(const RecordingFeatures& features, const VisitOptions& options,
                         const Settings& given) {
  const Settings settings = settings_for(features, options, given);
  SignalMarks marks;
  const RecordingEdits by_hand = edits_for(features, options, settings);
  mark_heart(features, options, settings, by_hand, marks);
  mark_eeg(features, settings, by_hand, marks);
  for (std::size_t i = 1; i < features.segments.size(); ++i) {
    const double from_s = features.segments[i - 1].end_s, to_s = features.segments[i].start_s;
    if (to_s > from_s) marks.flagged.push_back({from_s, to_s, FlagKind::gap, "gap", 0});
  }
  sort_by(marks.flagged, &FlaggedPlace::start_s);
  return marks;
}

}  // namespace attune::visit
