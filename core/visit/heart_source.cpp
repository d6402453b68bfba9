#include "visit/heart_source.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "edf/channels.hpp"
#include "edf/text.hpp"
#include "hrv/heart_rate_range.hpp"
#include "hrv/lists.hpp"
#include "stats/quantile.hpp"
#include "visit/inputs.hpp"
#include "words/ids/heart.hpp"
#include "words/ids/imports.hpp"
#include "words/ids/recording.hpp"

namespace attune::visit {

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

/// Warns of a list that holds the beats of less than half of the recording: it may be another's, or break off.
std::optional<Diagnostic> doubt_list(const RecordingFeatures& features, const std::vector<ecg::Beat>& beats) {
  constexpr double least_share = 0.5,
                   longest_interval_s = 3;  // 20 beats a minute; longer is a hole in the list
  double recorded_s = 0, covered_s = 0;
  std::size_t later = 1;  // the later beat of the first interval that a segment may hold a part of
  for (const Interval& segment : features.segments) {
    recorded_s += segment.duration_s();
    while (later < beats.size() && beats[later].time_s <= segment.start_s) ++later;
    for (std::size_t i = later; i < beats.size() && beats[i - 1].time_s < segment.end_s; ++i) {
      const double from_s = std::max(beats[i - 1].time_s, segment.start_s),
                   to_s = std::min(beats[i].time_s, segment.end_s);
      if (beats[i].time_s - beats[i - 1].time_s <= longest_interval_s) covered_s += to_s - from_s;
    }
  }
  if (covered_s >= least_share * recorded_s) return std::nullopt;
  return Diagnostic{"W_LIST_SHORT", Severity::warning,
                    words::say<"imports.short_list">(
                        {{"covered", words::duration(covered_s)}, {"recorded", words::duration(recorded_s)}}),
                    "", ""};
}

/// Share of the recorded time in which the beats cannot be trusted.
double poor_share(const ecg::EcgFeatures& features) {
  double all_s = 0, poor_s = 0;
  for (const Interval& segment : features.segments) all_s += segment.duration_s();
  for (const Interval& stretch : features.poor) poor_s += stretch.duration_s();
  return all_s > 0 ? std::min(1.0, poor_s / all_s) : 1;
}

/// Beats a minute by the median interval; 0 where there are too few beats, or too few to be trusted.
double sure_rate(const ecg::EcgFeatures& features) {
  constexpr std::size_t fewest_beats = 60;  // half a minute of an infant's heart
  constexpr double most_poor = 0.3;         // the median interval bears more than half of the beats
  const auto& beats = features.beats;
  if (beats.size() < fewest_beats || poor_share(features) > most_poor) return 0;
  std::vector<double> intervals_s;
  for (std::size_t i = 1; i < beats.size(); ++i) intervals_s.push_back(beats[i].time_s - beats[i - 1].time_s);
  return 60 / stats::median(intervals_s);
}

/// What is known of one recording's ECG channels, and the choice among them.
class Leads {
 public:
  Leads(const RecordingFeatures& features, std::optional<double> age_months, const hrv::Settings& settings)
      : features_(features), age_months_(age_months), settings_(settings) {}

  const Lead* wanted(int signal, std::optional<int> minus) const {
    for (const Lead& lead : features_.leads) {
      const bool same = lead.minus ? minus && static_cast<std::int64_t>(*lead.minus) == *minus : !minus;
      if (same && static_cast<std::int64_t>(lead.signal) == signal) return &lead;
    }
    return nullptr;
  }

  /// Null if there is none.
  const Lead* best(std::vector<Diagnostic>& diagnostics) const {
    const Lead *single = nullptr, *difference = nullptr;
    for (const Lead& lead : features_.leads) {
      const Lead*& best = lead.minus ? difference : single;
      if (!best || rank(lead) > rank(*best)) best = &lead;
    }
    if (single) {
      const Lead* taken = of_two_hearts(*single, diagnostics);
      if (taken != single) return taken;
    }
    if (!single || !difference || names_infant(*single)) return single;
    // Taken as epochs are left out, of which a tenth is edited (hrv::Settings::max_edited_percent); else only offered, and
    // where it is better by a quarter, so that not every pair of channels is asked about.
    constexpr double poor = 0.1, surer = 1.25;
    const double quality = difference->features.quality, alone = single->features.quality;
    if (poor_share(single->features) > poor && quality > alone) {
      tell(diagnostics, "N_ECG_DIFFERENCE", Severity::note,
           words::say<"recording.ecg_difference_taken">(
               {{"first", label(difference->signal)},
                {"second", label(*difference->minus)},
                {"share", words::number(100 * poor_share(of_signal(difference->signal)), 0)}}),
           *difference);
      return difference;
    }
    if (quality > surer * alone)
      tell(diagnostics, "N_ECG_DIFFERENCE", Severity::note,
           words::say<"recording.ecg_difference_offered">({{"first", label(difference->signal)},
                                                           {"second", label(*difference->minus)},
                                                           {"taken", label(single->signal)}}),
           *single);
    return single;
  }

  std::string name_of_lead(const Lead& lead) const {
    const auto& signals = features_.header.signals;
    return lead.minus ? signals[lead.signal].label + " \u2212 " + signals[*lead.minus].label
                      : signals[lead.signal].label;
  }

 private:
  words::AsIs label(std::size_t signal) const { return words::as_is(features_.header.signals[signal].label); }
  bool names_infant(const Lead& lead) const {
    return edf::is_infants_ecg(features_.header.signals[lead.signal].label);
  }
  std::pair<bool, double> rank(const Lead& lead) const {
    return {!lead.minus && names_infant(lead), lead.features.quality};
  }
  const ecg::EcgFeatures& of_signal(std::size_t signal) const {
    return wanted(static_cast<int>(signal), {})->features;
  }

  void tell(std::vector<Diagnostic>& diagnostics, const char* code, Severity severity, words::Said sentence,
            const Lead& lead) const {
    diagnostics.push_back({code, severity, std::move(sentence), name_of_lead(lead), ""});
  }

  bool suits_age(double rate_bpm) const {
    return age_months_ && !hrv::heart_rate_doubt(rate_bpm, age_months_, settings_);
  }

  /// Two channels that beat at rates of their own are two hearts, or one is no ECG: asked about. Where one alone beats as
  /// hearts of the infant's age do, it is taken.
  const Lead* of_two_hearts(const Lead& best, std::vector<Diagnostic>& diagnostics) const {
    constexpr double apart = 1.1;  // channels of one heart differ by the beats that one of them misses
    const double rate = sure_rate(best.features);
    if (rate == 0 || names_infant(best)) return &best;
    for (const Lead& other : features_.leads) {
      const double other_rate = other.minus ? 0 : sure_rate(other.features);
      if (other_rate == 0 || std::max(rate / other_rate, other_rate / rate) < apart) continue;
      const bool by_age = suits_age(rate) != suits_age(other_rate);
      const Lead& taken = by_age && suits_age(other_rate) ? other : best;
      tell(diagnostics, "W_TWO_HEARTS", Severity::warning,
           words::say<"recording.two_hearts">({{"first", label(best.signal)},
                                               {"second", label(other.signal)},
                                               {"first_rate", words::number(rate, 0)},
                                               {"second_rate", words::number(other_rate, 0)},
                                               {"taken", label(taken.signal)},
                                               {"age", by_age}}),
           taken);
      return &taken;
    }
    return &best;
  }

  const RecordingFeatures& features_;
  std::optional<double> age_months_;
  const hrv::Settings& settings_;
};

}  // namespace

HeartSource heart_source(const RecordingFeatures& features, const VisitOptions& options,
                         const Settings& settings) {
  if (!options.heart_list.empty()) {
    auto beats = hrv::parse_heart_list(options.heart_list, settings.hrv);
    if (beats) {
      auto short_list = doubt_list(features, *beats);
      HeartSource source = from_beats(features, std::move(*beats), words::say<"heart.source.list">());
      if (short_list) source.diagnostics.push_back(std::move(*short_list));
      return source;
    }
    HeartSource none;
    none.reason =
        words::say<"heart.list_unreadable">({{"why", beats.error().message}, {"where", beats.error().where}});
    return none;
  }
  HeartSource source;
  const Leads leads(features, counted_age_at(features, options, settings.check), settings.hrv);
  const Lead* lead = options.heart_signal ? leads.wanted(*options.heart_signal, options.heart_minus)
                                          : leads.best(source.diagnostics);
  if (lead) {
    source.name = leads.name_of_lead(*lead);
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

}  // namespace attune::visit
