#include "visit/recording_stream.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "edf/channels.hpp"
#include "edf/nets.hpp"
#include "edf/person.hpp"
#include "edf/recorded_phases.hpp"
#include "edf/triggers.hpp"
#include "edf/units.hpp"
#include "eeg/calibration.hpp"
#include "words/ids/recording.hpp"

namespace attune::visit {
namespace {

eeg::ChannelInfo channel_info(const edf::Header& header, std::size_t index) {
  const edf::Signal& signal = header.signals[index];
  eeg::ChannelInfo info;
  info.signal = index;
  info.label = signal.label;
  info.site = signal.site;
  info.reference = signal.reference;
  const auto microvolts = edf::microvolts_per(signal.unit);
  info.to_uv = microvolts.value_or(1);
  if (!microvolts) info.unit = signal.unit;
  const auto [low, high] = std::minmax(signal.physical_min, signal.physical_max);
  info.clip_low_uv = low * info.to_uv;
  info.clip_high_uv = high * info.to_uv;
  return info;
}

/// Said once for all EEG channels of one limit: a filter of the amplifier, as the header or a table beside it states it,
/// takes power out of the band.
void tell_filtered_band(const edf::Header& header, const eeg::Band& band,
                        std::vector<Diagnostic>& diagnostics) {
  using Filtered = std::map<double, std::vector<const edf::Signal*>>;  // by the filter's limit, Hz
  Filtered low_passed, high_passed;
  for (const edf::Signal& signal : header.signals) {
    if (signal.kind != edf::ChannelKind::eeg || !edf::plausible(signal.filters)) continue;
    const double low_pass = signal.filters.lowpass_hz.value_or(0);  // 0: none
    const double high_pass = signal.filters.highpass_hz.value_or(0);
    if (low_pass > 0 && low_pass <= band.high_hz) low_passed[low_pass].push_back(&signal);
    if (high_pass > 0 && high_pass >= band.low_hz) high_passed[high_pass].push_back(&signal);
  }
  const auto tell = [&]<words::Id sentence>(const Filtered& filtered,
                                            std::optional<double> edf::Filters::*stated) {
    for (const auto& [limit, signals] : filtered)
      diagnostics.push_back(
          {"W_BAND_FILTERED", Severity::warning,
           words::say<sentence>({{"channels", signals.size()},
                                 {"table", !(edf::read_filters(signals.front()->prefilter).*stated)},
                                 {"limit", words::at_most(limit, 2)},
                                 {"low", words::at_most(band.low_hz, 1)},
                                 {"high", words::at_most(band.high_hz, 1)}}),
           signals.front()->label, signals.front()->prefilter});
  };
  tell.operator()<"recording.band_lowpassed">(low_passed, &edf::Filters::lowpass_hz);
  tell.operator()<"recording.band_highpassed">(high_passed, &edf::Filters::highpass_hz);
}

/// Which net the sites are taken from, or that no site is known.
void tell_sites(const edf::Header& header, std::vector<Diagnostic>& diagnostics) {
  const edf::Net net = edf::find_net(edf::labels_of(header));
  std::vector<const edf::Signal*> eeg;
  bool any_site = false, by_net = false;
  for (const edf::Signal& signal : header.signals) {
    if (signal.kind != edf::ChannelKind::eeg || !signal.calibrated) continue;
    eeg.push_back(&signal);
    any_site |= !signal.site.empty();
    by_net |= !signal.site.empty() && signal.certainty == edf::Certainty::likely &&
              edf::net_number(signal.label) + edf::channel_number(signal.label) > 0;
  }
  if (by_net && net.size > 0)
    diagnostics.push_back(
        {net.numbered > 0 ? "W_NET_ASSUMED" : "N_NET_ASSUMED",
         net.numbered > 0 ? Severity::warning : Severity::note,
         words::say<"recording.net_assumed">({{"size", net.size}, {"numbers", net.numbered > 0}}), "", ""});
  if (!any_site && eeg.size() > 1)
    diagnostics.push_back({"W_SITES_UNKNOWN", Severity::warning,
                           words::say<"recording.sites_unknown">({{"channels", eeg.size()},
                                                                  {"first", words::as_is(eeg.front()->label)},
                                                                  {"last", words::as_is(eeg.back()->label)}}),
                           eeg.front()->label, ""});
}

/// Said once for all EEG channels of one unit that is no voltage, or of none.
void tell_units(const edf::Header& header, std::vector<Diagnostic>& diagnostics) {
  std::map<std::string, std::vector<const edf::Signal*>> by_unit;
  for (const edf::Signal& signal : header.signals)
    if (signal.kind == edf::ChannelKind::eeg && signal.calibrated && edf::unusable_rate(signal).empty() &&
        !edf::microvolts_per(signal.unit))
      by_unit[signal.unit].push_back(&signal);
  for (const auto& [unit, signals] : by_unit)
    diagnostics.push_back({"W_EEG_UNIT", Severity::warning,
                           unit.empty()
                               ? words::say<"recording.eeg_unit_blank">({{"channels", signals.size()}})
                               : words::say<"recording.eeg_unit_other">(
                                     {{"channels", signals.size()}, {"unit", words::as_is(unit)}}),
                           signals.front()->label, unit});
}

}  // namespace

/// The streams that records are dealt out to. EEG channels of one rate share a stream.
struct RecordingStream::Channels {
  struct EegGroup {
    std::vector<std::size_t> signals;
    std::vector<std::vector<double>> samples;
    std::vector<std::span<const double>> views;
    std::unique_ptr<eeg::FeatureStream> stream;
  };
  struct LeadStream {
    std::size_t signal;
    std::optional<std::size_t> minus;
    std::vector<double> samples, subtracted;
    ecg::BeatStream stream;
  };
  struct BreathStream {
    std::size_t signal;
    std::vector<double> samples;
    hrv::RespirationStream stream;
  };

  std::vector<EegGroup> eeg;
  std::vector<LeadStream> leads;
  std::optional<BreathStream> breath;
  std::optional<edf::TriggerReader> status;
  edf::Overview overview;
  std::vector<Diagnostic> diagnostics;
};

RecordingStream::RecordingStream(std::uint64_t file_bytes, const Settings& settings,
                                 std::vector<ChannelChoice> choices, std::size_t overview_bytes)
    : settings_(settings),
      choices_(std::move(choices)),
      overview_bytes_(overview_bytes),
      reader_(file_bytes, [this](const edf::Record& record) { take(record); }) {}

RecordingStream::~RecordingStream() = default;

Status RecordingStream::push(std::span<const std::uint8_t> bytes) {
  bytes_ += bytes.size();
  hash_.update(bytes);
  return reader_.push(bytes);
}

void RecordingStream::open() {
  edf::Header header = reader_.header();
  std::vector<Diagnostic> contradicted = contradictions(choices_, header);
  apply_choices(choices_, header);
  if (settings_.ecg.preset == ecg::Preset::by_age)
    settings_ = settings_at(settings_, edf::age_months_at_start(header));
  channels_ = std::make_unique<Channels>();
  channels_->diagnostics = std::move(contradicted);
  if (overview_bytes_ > 0) channels_->overview = edf::Overview(header, overview_bytes_);
  if (const auto status = edf::find_status_signal(header)) channels_->status.emplace(*status, true);
  std::map<double, std::vector<std::size_t>> eeg_by_rate;
  for (std::size_t i = 0; i < header.signals.size(); ++i) {
    const edf::Signal& signal = header.signals[i];
    if (signal.sample_rate_hz <= 0 || signal.samples_per_record <= 0 || !signal.calibrated) continue;
    const auto samples = static_cast<std::size_t>(signal.samples_per_record);
    if (const words::Text reason = edf::unusable_rate(signal); !reason.empty()) {
      channels_->diagnostics.push_back({"W_RATE", Severity::warning, reason, signal.label, ""});
      continue;
    }
    if (signal.kind == edf::ChannelKind::other && edf::is_parents_ecg(signal.label))
      channels_->diagnostics.push_back(
          {"N_PARENTS_ECG", Severity::note,
           words::say<"recording.parents_ecg">({{"label", words::as_is(signal.label)}}), signal.label, ""});
    if (signal.kind == edf::ChannelKind::other && edf::is_parents_breath(signal.label))
      channels_->diagnostics.push_back(
          {"N_PARENTS_BREATH", Severity::note,
           words::say<"recording.parents_breath">({{"label", words::as_is(signal.label)}}), signal.label,
           ""});
    if (signal.kind == edf::ChannelKind::eeg) {
      eeg_by_rate[signal.sample_rate_hz].push_back(i);
    } else if (signal.kind == edf::ChannelKind::ecg) {
      channels_->leads.push_back(
          {i, {}, std::vector<double>(samples), {}, {signal.sample_rate_hz, settings_.ecg}});
    } else if (signal.kind == edf::ChannelKind::respiration && !channels_->breath) {
      channels_->breath.emplace(Channels::BreathStream{
          i, std::vector<double>(samples), hrv::RespirationStream(signal.sample_rate_hz, settings_.hrv)});
    }
  }
  for (const edf::EcgPair& pair : edf::find_ecg_pairs(header)) {
    const edf::Signal& signal = header.signals[pair.first];
    if (signal.sample_rate_hz <= 0 || !edf::unusable_rate(signal).empty()) continue;
    const std::vector<double> room(static_cast<std::size_t>(signal.samples_per_record));
    channels_->leads.push_back({pair.first, pair.second, room, room, {signal.sample_rate_hz, settings_.ecg}});
  }
  tell_sites(header, channels_->diagnostics);
  tell_units(header, channels_->diagnostics);
  tell_filtered_band(header, settings_.eeg.alpha, channels_->diagnostics);
  for (const auto& [rate, signals] : eeg_by_rate) {
    Channels::EegGroup group;
    group.signals = signals;
    std::vector<eeg::ChannelInfo> infos;
    for (const std::size_t i : signals) {
      infos.push_back(channel_info(header, i));
      group.samples.emplace_back(static_cast<std::size_t>(header.signals[i].samples_per_record));
    }
    for (const auto& samples : group.samples) group.views.emplace_back(samples);
    group.stream = std::make_unique<eeg::FeatureStream>(std::move(infos), rate, settings_.eeg);
    channels_->eeg.push_back(std::move(group));
  }
}

void RecordingStream::take(const edf::Record& record) {
  if (!channels_) open();
  const double onset_s = edf::seconds(record.onset);
  channels_->overview.add(record);
  if (channels_->status) channels_->status->add(record);
  for (auto& group : channels_->eeg) {
    if (record.starts_segment) group.stream->begin_segment(onset_s);
    for (std::size_t i = 0; i < group.signals.size(); ++i)
      record.physical(group.signals[i], group.samples[i]);
    group.stream->push(group.views);
  }
  for (auto& lead : channels_->leads) {
    if (record.starts_segment) lead.stream.begin_segment(onset_s);
    record.physical(lead.signal, lead.samples);
    if (lead.minus) {
      record.physical(*lead.minus, lead.subtracted);
      for (std::size_t i = 0; i < lead.samples.size(); ++i) lead.samples[i] -= lead.subtracted[i];
    }
    lead.stream.push(lead.samples);
  }
  if (auto& breath = channels_->breath) {
    if (record.starts_segment) breath->stream.begin_segment(onset_s);
    record.physical(breath->signal, breath->samples);
    breath->stream.push(breath->samples);
  }
}

void RecordingStream::add(std::span<const RecordedEvent> events) {
  const auto ticks = [](double s) {
    return static_cast<edf::Ticks>(std::llround(s * edf::ticks_per_second));
  };
  for (const RecordedEvent& event : events) {
    edf::Annotation& made = beside_.emplace_back();
    made.onset = ticks(event.onset_s);
    if (event.duration_s) made.duration = ticks(*event.duration_s);
    made.text = event.text;
  }
}

namespace {

/// The recording's own marks and those of a table, each once, by time.
std::vector<edf::Annotation> together(std::vector<edf::Annotation> own,
                                      const std::vector<edf::Annotation>& beside) {
  constexpr edf::Ticks same_instant = edf::ticks_per_second / 100;
  const std::size_t recorded = own.size();
  for (const edf::Annotation& mark : beside) {
    const bool known = std::any_of(
        own.begin(), own.begin() + static_cast<std::ptrdiff_t>(recorded), [&](const edf::Annotation& one) {
          return one.text == mark.text && std::abs(one.onset - mark.onset) <= same_instant;
        });
    if (!known) own.push_back(mark);
  }
  std::stable_sort(own.begin(), own.end(),
                   [](const edf::Annotation& a, const edf::Annotation& b) { return a.onset < b.onset; });
  return own;
}

}  // namespace

namespace {

/// Leaves out what holds a calibration signal without a mark that says so.
void mark_calibration(RecordingFeatures& features, const Settings& settings) {
  if (!settings.marks.leave_out || features.segments.empty()) return;
  const double end_s = features.segments.back().end_s;
  std::vector<edf::MarkedStretch>& marked = features.marks.marked;
  const std::vector<edf::MarkedStretch> known = marked;
  for (const eeg::Features& group : features.eeg)
    for (const Interval& found : eeg::calibration_stretches(group, settings.eeg)) {
      const Interval stretch{found.start_s, std::min(found.end_s, end_s)};
      const bool is_known = std::any_of(known.begin(), known.end(), [&](const edf::MarkedStretch& one) {
        return one.kind == edf::MarkKind::calibration && stretch.overlaps(one.start_s, one.end_s);
      });
      if (is_known) continue;
      marked.push_back({stretch.start_s, stretch.end_s, edf::MarkKind::calibration});
      features.diagnostics.push_back(
          {"W_CALIBRATION", Severity::warning,
           words::say<"recording.calibration">({{"channels", group.channels.size()},
                                                {"start", words::duration(stretch.start_s)},
                                                {"time", words::duration(stretch.duration_s())}}),
           group.channels.front().info().label, ""});
    }
  std::stable_sort(marked.begin(), marked.end(),
                   [](const auto& a, const auto& b) { return a.start_s < b.start_s; });
}

}  // namespace

/// What annotations and Status say of time: pauses, what is bad, parts of the protocol.
void RecordingStream::find_timeline(RecordingFeatures& features) {
  const auto tell = [&](const std::vector<Diagnostic>& diagnostics) {
    features.diagnostics.insert(features.diagnostics.end(), diagnostics.begin(), diagnostics.end());
  };
  edf::TriggerReader none(0, true);
  edf::TriggerReader& status = channels_->status ? *channels_->status : none;
  status.finish();
  features.marks = edf::find_time_marks(features.annotations, status.flags(), features.segments,
                                        settings_.marks, settings_.phases);
  tell(features.marks.diagnostics);
  const double end_s = features.segments.empty() ? 0 : features.segments.back().end_s;
  edf::RecordedPhases found = edf::find_recorded_phases(features.annotations, status.events(), end_s,
                                                        settings_.phases, settings_.marks);
  features.phases = std::move(found.phases);
  features.codes = std::move(found.codes);
  tell(found.diagnostics);
  features.segments = cut_at(features.segments, features.marks.joins_s);
}

Result<RecordingFeatures> RecordingStream::finish() {
  if (const Status status = reader_.finish(); !status) return status.error();
  if (!channels_) open();
  RecordingFeatures features;
  features.header = reader_.header();
  apply_choices(choices_, features.header);
  features.edf_segments = reader_.segments();
  features.annotations = beside_.empty() ? reader_.annotations() : together(reader_.annotations(), beside_);
  features.diagnostics = reader_.diagnostics();
  features.diagnostics.insert(features.diagnostics.end(), channels_->diagnostics.begin(),
                              channels_->diagnostics.end());
  for (const edf::Segment& segment : features.edf_segments) {
    const double start_s = edf::seconds(segment.onset);
    features.segments.push_back(
        {start_s, start_s + static_cast<double>(segment.records) * features.header.record_duration_s});
  }
  find_timeline(features);
  features.sha256 = hash_.hex();
  features.bytes = bytes_;
  for (auto& group : channels_->eeg) features.eeg.push_back(group.stream->finish());
  mark_calibration(features, settings_);
  for (eeg::Features& found : features.eeg) {
    found.joins_s = features.marks.joins_s;
    found.marked = features.marks.stretches();
  }
  for (auto& lead : channels_->leads) {
    ecg::EcgFeatures& found =
        features.leads.emplace_back(Lead{lead.signal, lead.minus, lead.stream.finish()}).features;
    found.segments = cut_at(found.segments, features.marks.joins_s);
    found.marked = features.marks.stretches();
  }
  if (channels_->breath) {
    features.respiration = channels_->breath->stream.finish();
    if (!features.marks.joins_s.empty() || !features.marks.marked.empty())
      features.respiration =
          hrv::only_within(*features.respiration, without(features.segments, features.marks.stretches()));
    features.respiration_signal = channels_->breath->signal;
  }
  channels_->overview.finish(features.header);
  features.overview = std::move(channels_->overview);
  return features;
}

}  // namespace attune::visit
