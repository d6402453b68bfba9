#include "visit/recording_stream.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "dsp/repeats.hpp"
#include "edf/channels.hpp"
#include "edf/person.hpp"
#include "edf/recorded_phases.hpp"
#include "edf/triggers.hpp"
#include "edf/units.hpp"
#include "visit/calibration_marks.hpp"
#include "visit/header_doubts.hpp"
#include "words/ids/parts.hpp"
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

edf::Ticks ticks(double time_s) {
  return static_cast<edf::Ticks>(std::llround(time_s * edf::ticks_per_second));
}

}  // namespace

/// The streams that records are dealt out to. EEG channels of one rate share a stream.
struct RecordingStream::Channels {
  struct EegGroup {
    std::vector<std::size_t> signals;
    std::vector<std::vector<double>> samples;
    std::vector<std::span<const double>> views;
    std::vector<dsp::RepeatWatch> repeats;
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
  std::size_t status_signal = 0;
  /// Of all files so far.
  std::vector<FileLayout> files;
  std::vector<Diagnostic> diagnostics;
  std::vector<edf::Annotation> annotations;
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
  part_bytes_ += bytes.size();
  if (share_ != Share::rest) digest_.update(bytes);
  const Status status = reader_.push(bytes);
  return refused_ ? Status(*refused_) : status;
}

Status RecordingStream::next_part(std::uint64_t file_bytes, std::optional<double> start_s) {
  if (const Status status = finish_part(); !status) return status;
  reader_ = edf::Reader(file_bytes, [this](const edf::Record& record) { take(record); });
  part_ = {};
  part_start_s_ = start_s;
  part_bytes_ = 0;
  digest_.next_file();
  open_ = false;
  return success();
}

/// Choices name channels of the whole by number: here by those in the file that is read.
std::vector<ChannelChoice> RecordingStream::choices_of_part() const {
  std::vector<ChannelChoice> choices;
  for (const ChannelChoice& choice : choices_) {
    const bool by_number = choice.label.empty() && choice.signal >= 0;
    const auto signal = static_cast<std::size_t>(std::max(0, choice.signal));
    if (by_number && (signal >= part_.local.size() || !part_.local[signal])) continue;
    choices.push_back(choice);
    if (by_number) choices.back().signal = static_cast<int>(*part_.local[signal]);
  }
  return choices;
}

/// Takes the file into the whole, its channels as they were chosen.
Status RecordingStream::admit(edf::Header& header) {
  part_ = whole_.match(header);
  const std::vector<ChannelChoice> choices = choices_of_part();
  std::vector<Diagnostic> contradicted = contradictions(choices, header);
  apply_choices(choices, header);
  if (const Status status =
          whole_.admit(header, edf::seconds(reader_.first_onset()), part_start_s_, settings_.check, part_);
      !status)
    return status;
  auto& told = channels_->diagnostics;
  told.insert(told.end(), std::make_move_iterator(contradicted.begin()),
              std::make_move_iterator(contradicted.end()));
  return success();
}

void RecordingStream::open() {
  open_ = true;
  const bool first = !channels_;
  if (first) channels_ = std::make_unique<Channels>();
  edf::Header header = reader_.header();
  if (const Status status = admit(header); !status) {
    refused_ = status.error();
    return;
  }
  if (first && settings_.ecg.preset == ecg::Preset::by_age)
    settings_ =
        settings_at(settings_, counted_age(settings_.check, edf::age_months_at_start(header), weeks_early_));
  FileLayout& file = channels_->files.emplace_back();
  file.header = header;
  if (overview_bytes_ > 0 && share_ != Share::hearts) file.overview = edf::Overview(header, overview_bytes_);
  if (const auto status = edf::find_code_signal(header)) {
    const std::size_t signal = part_.whole[*status];
    if (!channels_->status) {
      channels_->status.emplace(*status, edf::find_status_signal(header) == status);
      channels_->status_signal = signal;
    } else if (channels_->status_signal == signal) {
      read_status(*status, header.signals[*status].label);
    }
  }
  tell_filters(header);
  open_channels(header);
  fit_buffers(header);
}

/// The same trigger lines go on in this file; where they run beside those before, as in EEG and ECG exported apart, their
/// triggers are known already.
void RecordingStream::read_status(std::size_t signal, const std::string& label) {
  constexpr edf::Ticks start_times_s = edf::ticks_per_second;  // start times stand in whole seconds, cut off
  if (ticks(part_.start_s) + start_times_s >= channels_->status->end()) {
    channels_->status->read_from(signal);
    return;
  }
  part_.local[channels_->status_signal].reset();
  channels_->diagnostics.push_back({"N_PARTS_STATUS", Severity::note,
                                    words::say<"parts.status">({{"label", words::as_is(label)}}), label, ""});
}

/// Filters that contradict those of the same channel in the files before, and what those that were not stated before take
/// out of the band.
void RecordingStream::tell_filters(const edf::Header& header) {
  edf::Header other = header;
  other.signals.clear();
  const edf::Signal *before = nullptr, *after = nullptr;
  std::size_t channels = 0;
  for (std::size_t i = 0; i < header.signals.size(); ++i) {
    if (part_.whole[i] >= part_.first_new || header.signals[i].kind != edf::ChannelKind::eeg) continue;
    const edf::Filters &own = header.signals[i].filters,
                       &known = whole_.header().signals[part_.whole[i]].filters;
    if (own.highpass_hz != known.highpass_hz || own.lowpass_hz != known.lowpass_hz)
      other.signals.push_back(header.signals[i]);
    if (!edf::highpass_differs(known.highpass_hz, own.highpass_hz) &&
        !edf::lowpass_differs(known.lowpass_hz, own.lowpass_hz))
      continue;
    if (channels++ > 0) continue;
    before = &whole_.header().signals[part_.whole[i]];
    after = &header.signals[i];
  }
  for (Diagnostic& doubt : header_doubts(other, settings_.eeg.alpha))
    if (doubt.code == "W_BAND_FILTERED") channels_->diagnostics.push_back(std::move(doubt));
  if (channels == 0) return;
  const bool low = edf::lowpass_differs(before->filters.lowpass_hz, after->filters.lowpass_hz);
  const auto limit = low ? &edf::Filters::lowpass_hz : &edf::Filters::highpass_hz;
  channels_->diagnostics.push_back(
      {"W_PARTS_FILTERS", Severity::warning,
       words::say<"parts.filters">({{"channels", channels},
                                    {"low", low},
                                    {"before", words::at_most((before->filters.*limit).value_or(0), 2)},
                                    {"after", words::at_most((after->filters.*limit).value_or(0), 2)}}),
       after->label, after->prefilter});
}

/// Streams for the channels that came with this file.
void RecordingStream::open_channels(const edf::Header& header) {
  std::map<double, std::vector<std::size_t>> eeg_by_rate;
  edf::Header fresh = header;
  fresh.signals.clear();
  for (std::size_t i = 0; i < header.signals.size(); ++i) {
    const edf::Signal& signal = header.signals[i];
    const std::size_t whole = part_.whole[i];
    if (whole < part_.first_new) continue;
    fresh.signals.push_back(signal);
    if (signal.sample_rate_hz <= 0 || signal.samples_per_record <= 0 || !signal.calibrated) continue;
    if (const words::Text reason = edf::unusable_rate(signal); !reason.empty()) {
      channels_->diagnostics.push_back({"W_RATE", Severity::warning, reason, signal.label, ""});
      continue;
    }
    if (signal.kind == edf::ChannelKind::eeg) {
      eeg_by_rate[signal.sample_rate_hz].push_back(whole);
    } else if (signal.kind == edf::ChannelKind::ecg) {
      channels_->leads.push_back({whole, {}, {}, {}, {signal.sample_rate_hz, settings_.ecg}});
    } else if (signal.kind == edf::ChannelKind::respiration && !channels_->breath) {
      channels_->breath.emplace(
          Channels::BreathStream{whole, {}, hrv::RespirationStream(signal.sample_rate_hz, settings_.hrv)});
    }
  }
  for (const edf::EcgPair& pair : edf::find_ecg_pairs(header)) {
    const edf::Signal& signal = header.signals[pair.first];
    if (signal.sample_rate_hz <= 0 || !edf::unusable_rate(signal).empty()) continue;
    if (part_.whole[pair.first] < part_.first_new || part_.whole[pair.second] < part_.first_new) continue;
    channels_->leads.push_back(
        {part_.whole[pair.first], part_.whole[pair.second], {}, {}, {signal.sample_rate_hz, settings_.ecg}});
  }
  for (Diagnostic& doubt : header_doubts(fresh, settings_.eeg.alpha))
    channels_->diagnostics.push_back(std::move(doubt));
  for (const auto& [rate, signals] : eeg_by_rate) {
    Channels::EegGroup group;
    group.signals = signals;
    std::vector<eeg::ChannelInfo> infos;
    for (const std::size_t whole : signals) infos.push_back(channel_info(whole_.header(), whole));
    group.samples.resize(signals.size());
    group.repeats.resize(signals.size());
    group.stream = std::make_unique<eeg::FeatureStream>(std::move(infos), rate, settings_.eeg);
    channels_->eeg.push_back(std::move(group));
  }
}

/// Room for one record of this file.
void RecordingStream::fit_buffers(const edf::Header& header) {
  const auto fit = [&](std::size_t whole, std::vector<double>& samples) {
    const auto local = part_.local[whole];
    if (local) samples.resize(static_cast<std::size_t>(header.signals[*local].samples_per_record));
  };
  part_.local.resize(whole_.header().signals.size());
  for (auto& group : channels_->eeg) {
    group.views.clear();
    for (std::size_t i = 0; i < group.signals.size(); ++i) {
      fit(group.signals[i], group.samples[i]);
      group.views.emplace_back(group.samples[i]);
    }
  }
  for (auto& lead : channels_->leads) {
    fit(lead.signal, lead.samples);
    if (lead.minus) fit(*lead.minus, lead.subtracted);
  }
  if (auto& breath = channels_->breath) fit(breath->signal, breath->samples);
}

void RecordingStream::take(const edf::Record& record) {
  if (!open_) open();
  if (refused_) return;
  if (share_ != Share::rest) take_hearts(record);
  if (share_ != Share::hearts) take_rest(record);
}

void RecordingStream::take_hearts(const edf::Record& record) {
  const auto local = [&](std::size_t whole) { return part_.local[whole]; };
  for (auto& lead : channels_->leads) {
    if (!local(lead.signal) || (lead.minus && !local(*lead.minus))) continue;
    if (record.starts_segment) lead.stream.begin_segment(part_.start_s + edf::seconds(record.onset));
    record.physical(*local(lead.signal), lead.samples);
    if (lead.minus) {
      record.physical(*local(*lead.minus), lead.subtracted);
      for (std::size_t i = 0; i < lead.samples.size(); ++i) lead.samples[i] -= lead.subtracted[i];
    }
    lead.stream.push(lead.samples);
  }
}

void RecordingStream::take_rest(const edf::Record& record) {
  const double onset_s = part_.start_s + edf::seconds(record.onset);
  const auto local = [&](std::size_t whole) { return part_.local[whole]; };
  channels_->files.back().overview.add(record);
  if (channels_->status && local(channels_->status_signal)) {
    edf::Record placed = record;
    placed.onset += ticks(part_.start_s);
    channels_->status->add(placed);
    constexpr std::size_t most_codes = 100'000;  // a channel that changes as often holds no codes
    if (channels_->status->events().size() > most_codes && !edf::find_status_signal(record.header))
      channels_->status.reset();
  }
  for (auto& group : channels_->eeg) {
    if (!local(group.signals.front())) continue;
    if (record.starts_segment) group.stream->begin_segment(onset_s);
    for (std::size_t i = 0; i < group.signals.size(); ++i)
      record.physical(*local(group.signals[i]), group.samples[i]);
    for (std::size_t i = 0; i < group.signals.size(); ++i) group.repeats[i].push(group.samples[i]);
    group.stream->push(group.views);
  }
  if (auto& breath = channels_->breath; breath && local(breath->signal)) {
    if (record.starts_segment) breath->stream.begin_segment(onset_s);
    record.physical(*local(breath->signal), breath->samples);
    breath->stream.push(breath->samples);
  }
}

void RecordingStream::add(std::span<const RecordedEvent> events) {
  beside_.insert(beside_.end(), events.begin(), events.end());
}

/// The marks of tables, each on the clock of its file.
std::vector<edf::Annotation> RecordingStream::marks_beside() const {
  std::vector<edf::Annotation> marks;
  for (const RecordedEvent& event : beside_) {
    const auto file = static_cast<std::size_t>(event.file);
    if (file >= channels_->files.size()) continue;  // none such was read
    edf::Annotation& made = marks.emplace_back();
    made.onset = ticks(event.onset_s) + ticks(channels_->files[file].start_s);
    if (event.duration_s) made.duration = ticks(*event.duration_s);
    made.text = event.text;
  }
  return marks;
}

/// EEG channels whose values are repeated, said once for all of one factor.
void RecordingStream::tell_repeats(std::vector<Diagnostic>& diagnostics) const {
  for (const auto& group : channels_->eeg) {
    std::map<double, std::vector<const edf::Signal*>> repeated;
    for (std::size_t i = 0; i < group.signals.size(); ++i)
      if (const double times = group.repeats[i].times(); times > 1)
        repeated[std::round(10 * times) / 10].push_back(&whole_.header().signals[group.signals[i]]);
    for (const auto& [times, signals] : repeated)
      diagnostics.push_back({"W_EEG_REPEATED", Severity::warning,
                             words::say<"recording.eeg_repeated">(
                                 {{"channels", signals.size()},
                                  {"all", group.signals.size()},
                                  {"times", words::at_most(times, 1)},
                                  {"stated", words::at_most(signals.front()->sample_rate_hz, 0)},
                                  {"rate", words::at_most(signals.front()->sample_rate_hz / times, 0)}}),
                             signals.front()->label, ""});
  }
}

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

/// The file's last byte was pushed: what it says goes to the whole.
Status RecordingStream::finish_part() {
  if (refused_) return *refused_;
  if (const Status status = reader_.finish(); !status) return status;
  if (!open_) open();
  if (refused_) return *refused_;
  std::vector<Interval> segments;
  for (const edf::Segment& segment : reader_.segments()) {
    const double start_s = part_.start_s + edf::seconds(segment.onset);
    segments.push_back(
        {start_s, start_s + static_cast<double>(segment.records) * reader_.header().record_duration_s});
  }
  std::vector<edf::Annotation> annotations = reader_.annotations();
  for (edf::Annotation& annotation : annotations) annotation.onset += ticks(part_.start_s);
  const bool first = whole_.parts().empty();
  channels_->annotations =
      first ? std::move(annotations) : together(std::move(channels_->annotations), annotations);
  const std::vector<Diagnostic>& told = reader_.diagnostics();
  auto& all = channels_->diagnostics;
  all.insert(first ? all.begin() : all.end(), told.begin(), told.end());
  whole_.close(reader_.header(), part_, segments, part_bytes_);
  lay_out(channels_->files.back());
  return success();
}

/// What is known of the file now that it was read to its end; its channels stay as they were chosen.
void RecordingStream::lay_out(FileLayout& file) const {
  std::vector<edf::Signal> signals = std::move(file.header.signals);
  file.header = reader_.header();
  file.header.signals = std::move(signals);
  file.segments = reader_.segments();
  file.start_s = part_.start_s;
  file.local = part_.local;
  file.overview.finish(file.header);
}

/// What the channels of hearts leave behind, and the digests.
HeartShare RecordingStream::found_hearts() {
  HeartShare found;
  for (auto& lead : channels_->leads) found.leads.push_back(lead.stream.finish());
  found.digests = digest_.finish();
  return found;
}

Result<HeartShare> RecordingStream::finish_hearts() {
  if (const Status status = finish_part(); !status) return status.error();
  return found_hearts();
}

Result<RecordingFeatures> RecordingStream::finish(HeartShare hearts) {
  if (const Status status = finish_part(); !status) return status.error();
  if (share_ == Share::everything) hearts = found_hearts();
  if (hearts.leads.size() != channels_->leads.size())
    return Error{"E_USE", "Hearts are of as many leads as were read.", ""};
  if (const Status status = whole_.name(hearts.digests); !status) return status.error();
  RecordingFeatures features;
  features.header = whole_.header();
  features.annotations = beside_.empty() ? std::move(channels_->annotations)
                                         : together(std::move(channels_->annotations), marks_beside());
  features.files = std::move(channels_->files);
  features.diagnostics = std::move(channels_->diagnostics);
  for (Diagnostic& note : whole_.tell()) features.diagnostics.push_back(std::move(note));
  tell_repeats(features.diagnostics);
  features.segments = whole_.segments();
  if (whole_.parts().size() > 1) features.parts = whole_.parts();
  find_timeline(features);
  features.sha256 = std::move(hearts.digests.all);
  features.bytes = bytes_;
  for (auto& group : channels_->eeg) features.eeg.push_back(group.stream->finish());
  mark_calibration(features, settings_);
  for (eeg::Features& found : features.eeg) {
    found.joins_s = features.marks.joins_s;
    found.marked = features.marks.stretches();
  }
  for (std::size_t i = 0; i < hearts.leads.size(); ++i) {
    const auto& lead = channels_->leads[i];
    ecg::EcgFeatures& found =
        features.leads.emplace_back(Lead{lead.signal, lead.minus, std::move(hearts.leads[i])}).features;
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
  return features;
}

}  // namespace attune::visit
