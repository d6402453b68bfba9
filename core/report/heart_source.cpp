#include "report/heart_source.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "edf/text.hpp"
#include "hrv/lists.hpp"
#include "stats/quantile.hpp"
#include "words/ids/heart.hpp"

namespace attune::report {

namespace {

constexpr std::size_t fewest_annotations = 30;  // fewer are a protocol's marks, not a heart

/// The beat codes of the MIT-BIH format, and words.
bool marks_beat(std::string_view text) {
  constexpr std::array<std::string_view, 20> codes{"N", "L", "R", "B", "A", "a", "J", "S", "V", "r",
                                                   "F", "e", "j", "n", "E", "/", "f", "Q", "?", "RR"};
  constexpr std::array<std::string_view, 7> words{"beat",   "qrs",    "rpeak",    "r peak",
                                                  "r-peak", "r wave", "heartbeat"};
  if (std::find(codes.begin(), codes.end(), text) != codes.end()) return true;
  return std::find(words.begin(), words.end(), lower(text)) != words.end();
}

/// Beats that annotations mark; none if they are too few or too far apart to be a heart's.
std::vector<ecg::Beat> annotated_beats(const RecordingFeatures& features, const Settings& settings) {
  std::vector<ecg::Beat> beats;
  for (const edf::Annotation& annotation : features.annotations) {
    const double time_s = edf::seconds(annotation.onset);
    if (!marks_beat(annotation.text) || (!beats.empty() && time_s <= beats.back().time_s)) continue;
    beats.push_back({time_s, ecg::BeatKind::detected, 1, 0, ""});
  }
  std::vector<double> intervals_ms;
  for (std::size_t i = 1; i < beats.size(); ++i)
    intervals_ms.push_back(1000 * (beats[i].time_s - beats[i - 1].time_s));
  const double usual_ms = stats::median(intervals_ms);
  const bool heart = beats.size() >= fewest_annotations && usual_ms >= settings.ecg.rr_min_ms &&
                     usual_ms <= settings.ecg.rr_max_ms;
  return heart ? beats : std::vector<ecg::Beat>{};
}

HeartSource from_beats(const RecordingFeatures& features, std::vector<ecg::Beat> beats, words::Said name) {
  HeartSource source;
  source.name = std::move(name);
  source.features.beats = std::move(beats);
  source.features.segments = features.segments;
  source.features.marked = features.marks.stretches();
  return source;
}

}  // namespace

const Lead* best_lead(const std::vector<Lead>& leads, std::optional<int> wanted) {
  if (wanted) {
    const auto chosen = std::find_if(leads.begin(), leads.end(), [&](const Lead& lead) {
      return static_cast<std::int64_t>(lead.signal) == *wanted;
    });
    return chosen == leads.end() ? nullptr : &*chosen;
  }
  const auto best = std::max_element(leads.begin(), leads.end(), [](const Lead& a, const Lead& b) {
    return a.features.quality < b.features.quality;
  });
  return best == leads.end() ? nullptr : &*best;
}

HeartSource heart_source(const RecordingFeatures& features, const VisitOptions& options,
                         const Settings& settings) {
  if (!options.heart_list.empty()) {
    auto beats = hrv::parse_heart_list(options.heart_list, settings.hrv);
    if (beats) return from_beats(features, std::move(*beats), words::say<"heart.source.list">());
    HeartSource none;
    none.reason =
        words::say<"heart.list_unreadable">({{"why", beats.error().message}, {"where", beats.error().where}});
    return none;
  }
  HeartSource source;
  if (const Lead* lead = best_lead(features.leads, options.heart_signal)) {
    source.name = features.header.signals[lead->signal].label;
    source.features = lead->features;
    source.lead = lead;
    return source;
  }
  if (options.heart_signal) {
    source.reason = words::say<"heart.not_an_ecg">();
    return source;
  }
  auto beats = annotated_beats(features, settings);
  if (!beats.empty()) return from_beats(features, std::move(beats), words::say<"heart.source.annotations">());
  source.reason = words::say<"heart.no_ecg">();
  return source;
}

}  // namespace attune::report
