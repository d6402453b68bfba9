#include "cli/dyad_input.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/file_kind.hpp"
#include "cli/files.hpp"
#include "ecg/beat_stream.hpp"
#include "ecg/edit.hpp"
#include "edf/channels.hpp"
#include "edf/marks.hpp"
#include "edf/recorded_phases.hpp"
#include "edf/start.hpp"
#include "hrv/lists.hpp"
#include "words/ids/dyad.hpp"
#include "words/ids/heart.hpp"
#include "words/named.hpp"

namespace attune::cli {
namespace {

using words::say;

enum class Who { mother, infant };

const char* name_of_who(Who who) {
  return who == Who::mother ? "mother" : "infant";
}

/// The mother is an adult unless it is said otherwise; the infant's age decides, as elsewhere.
ecg::AgeGroup group_of(Who who, const AgeOptions& age) {
  ecg::Settings settings;
  if (age.preset)
    settings.preset = *age.preset;
  else if (who == Who::mother)
    settings.preset = ecg::Preset::adult;
  return ecg::age_group(settings, age.age_months);
}

/// What one file holds: beats of one or both, and its own time.
struct HeartFile {
  std::optional<dyad::HeartInput> hearts[2];
  std::vector<edf::Annotation> annotations;
  std::vector<Phase> phases;
  std::optional<edf::CivilTime> start;
  double start_fraction_s = 0, end_s = 0;
  bool recording = false;
  std::vector<Diagnostic> diagnostics;

  std::optional<dyad::HeartInput>& of(Who who) { return hearts[static_cast<std::size_t>(who)]; }
};

/// One heart of a recording while it is read.
struct Search {
  Who who;
  const HeartWanted& wanted;
  ecg::AgeGroup group;
  ecg::Settings settings;
  std::vector<std::pair<std::size_t, ecg::BeatStream>> streams;  ///< by signal
};

/// Signals whose label says whose ECG they are.
bool is_own_ecg(Who who, std::string_view label) {
  return who == Who::mother ? edf::is_parents_ecg(label) : edf::is_infants_ecg(label);
}

/// The signals that this heart may be read from: the one named; else those that the labels say; else, in a recording of one
/// person or where the other's is told, every ECG that is not the other's.
std::vector<std::size_t> signals_of(const Search& search, const edf::Header& header, bool both) {
  const Who other = search.who == Who::mother ? Who::infant : Who::mother;
  std::vector<std::size_t> named, own, rest;
  bool other_told = false;
  for (std::size_t s = 0; s < header.signals.size(); ++s) {
    const edf::Signal& signal = header.signals[s];
    if (signal.kind == edf::ChannelKind::annotation || !(signal.sample_rate_hz > 0)) continue;
    if (signal.label == search.wanted.label) named.push_back(s);
    if (is_own_ecg(search.who, signal.label))
      own.push_back(s);
    else if (is_own_ecg(other, signal.label))
      other_told = true;
    else if (signal.kind == edf::ChannelKind::ecg)
      rest.push_back(s);
  }
  if (!search.wanted.label.empty()) return named;
  if (!own.empty()) return own;
  return !both || other_told ? rest : std::vector<std::size_t>{};
}

class Recording {
 public:
  Recording(const std::string& path, std::vector<Search> searches)
      : path_(path), searches_(std::move(searches)) {}

  Result<HeartFile> read() {
    std::unique_ptr<edf::Reader> reader;
    const Status status = read_recording(
        path_, [&](const edf::Record& record) { take(record); }, reader);
    if (!status) return status.error();
    HeartFile file;
    file.recording = true;
    file.annotations = reader->annotations();
    file.diagnostics = reader->diagnostics();
    if (reader->header().start) file.start = edf::parse_iso(*reader->header().start);
    file.start_fraction_s = reader->header().start_fraction_s;
    const edf::TimeMarks marks = find_timeline(*reader, file);
    for (Search& search : searches_) {
      if (const Error* error = not_found(search, reader->header())) return *error;
      file.of(search.who) = finish(search, reader->header(), marks);
    }
    return file;
  }

 private:
  void take(const edf::Record& record) {
    if (!chosen_) choose(record.header);
    for (Search& search : searches_)
      for (auto& [signal, stream] : search.streams) {
        samples_.resize(static_cast<std::size_t>(record.header.signals[signal].samples_per_record));
        record.physical(signal, samples_);
        if (record.starts_segment) stream.begin_segment(edf::seconds(record.onset));
        stream.push(samples_);
      }
  }

  void choose(const edf::Header& header) {
    chosen_ = true;
    for (Search& search : searches_)
      for (const std::size_t s : signals_of(search, header, searches_.size() > 1)) {
        edf::Signal as_ecg = header.signals[s];
        as_ecg.kind = edf::ChannelKind::ecg;
        if (why_not_ = edf::unusable_rate(as_ecg); why_not_.empty())
          search.streams.emplace_back(s, ecg::BeatStream(as_ecg.sample_rate_hz, search.settings));
      }
  }

  /// Why this heart cannot be read; null where it can.
  const Error* not_found(const Search& search, const edf::Header& header) {
    if (!search.streams.empty()) return nullptr;
    if (!why_not_.empty()) {
      error_ = {"E_RATE", why_not_, ""};
    } else if (!search.wanted.label.empty()) {
      error_ = {"E_DYAD_SIGNAL", say<"dyad.not_a_signal">({{"name", words::as_is(search.wanted.label)}}), ""};
    } else {
      words::Value::List labels;
      for (const edf::Signal& signal : header.signals)
        if (signal.kind != edf::ChannelKind::annotation) labels.push_back(words::as_is(signal.label));
      error_ = {"E_DYAD_SIGNAL",
                say<"dyad.not_two">(
                    {{"who", words::as_is(name_of_who(search.who))}, {"labels", std::move(labels)}}),
                ""};
    }
    return &error_;
  }

  static edf::TimeMarks find_timeline(const edf::Reader& reader, HeartFile& file) {
    std::vector<Interval> segments;
    for (const edf::Segment& segment : reader.segments()) {
      const double start_s = edf::seconds(segment.onset);
      segments.push_back(
          {start_s, start_s + static_cast<double>(segment.records) * reader.header().record_duration_s});
    }
    file.end_s = segments.empty() ? 0 : segments.back().end_s;
    edf::TimeMarks marks = edf::find_time_marks(file.annotations, {}, segments);
    edf::RecordedPhases found = edf::find_recorded_phases(file.annotations, {}, file.end_s, {}, {});
    file.phases = std::move(found.phases);
    for (const auto* more : {&marks.diagnostics, &found.diagnostics})
      file.diagnostics.insert(file.diagnostics.end(), more->begin(), more->end());
    return marks;
  }

  static dyad::HeartInput finish(Search& search, const edf::Header& header, const edf::TimeMarks& marks) {
    ecg::EcgFeatures best;
    std::size_t signal = search.streams.front().first;
    for (auto& [s, stream] : search.streams) {
      ecg::EcgFeatures features = stream.finish();
      if (s != search.streams.front().first && features.quality <= best.quality) continue;
      best = std::move(features);
      signal = s;
    }
    best.segments = cut_at(best.segments, marks.joins_s);
    best.marked = marks.stretches();
    dyad::HeartInput heart;
    heart.source = words::named(header.signals[signal].label);
    heart.group = search.group;
    heart.beats = ecg::edit_beats(best, {}, search.settings);
    heart.segments = best.segments;
    heart.unusable = ecg::unusable_stretches(best, {});
    heart.settings = attune::hrv::settings_for(search.group.preset);
    return heart;
  }

  const std::string& path_;
  std::vector<Search> searches_;
  bool chosen_ = false;
  words::Text why_not_;
  Error error_;
  std::vector<double> samples_;
};

Search search_for(Who who, const HeartWanted& wanted) {
  Search search{who, wanted, group_of(who, wanted.age), {}, {}};
  search.settings = ecg::settings_for(search.group.preset);
  return search;
}

/// EDF begins with version 0, BDF with byte 255: no list of numbers in lines does.
Result<bool> begins_as_recording(const std::string& path) {
  const auto file = InputFile::open(path);
  if (!file) return file.error();
  std::string first;
  const Error enough{"E_ENOUGH", "", ""};
  const Status status = file->read([&](std::span<const std::uint8_t> slice) -> Status {
    for (const std::uint8_t byte : slice) {
      if (first.size() == 8) return enough;
      first += static_cast<char>(byte);
    }
    return success();
  });
  if (!status && status.error().code != enough.code) return status.error();
  return kind_of_file(first) == "recording";
}

Result<HeartFile> read_heart_list(Who who, const HeartWanted& wanted) {
  const auto text = read_text_file(wanted.path);
  if (!text) return text.error();
  const ecg::AgeGroup group = group_of(who, wanted.age);
  const auto heart_settings = attune::hrv::settings_for(group.preset);
  auto beats = attune::hrv::parse_heart_list(*text, heart_settings);
  if (!beats) return beats.error();
  ecg::EcgFeatures features;
  features.beats = std::move(*beats);
  HeartFile file;
  dyad::HeartInput heart;
  heart.source = say<"heart.source.list">();
  heart.group = group;
  heart.beats = ecg::edit_beats(features, {}, ecg::settings_for(group.preset));
  heart.settings = heart_settings;
  file.of(who) = std::move(heart);
  return file;
}

Result<HeartFile> read_own(Who who, const HeartWanted& wanted) {
  const auto recording = begins_as_recording(wanted.path);
  if (!recording) return recording.error();
  if (!*recording) return read_heart_list(who, wanted);
  std::vector<Search> searches;
  searches.push_back(search_for(who, wanted));
  return Recording(wanted.path, std::move(searches)).read();
}

std::vector<double> times_of(const HeartFile& file, const std::string& mark) {
  std::vector<double> times_s;
  for (const edf::Annotation& annotation : file.annotations)
    if (annotation.text == mark) times_s.push_back(edf::seconds(annotation.onset));
  return times_s;
}

Result<dyad::Clock> clock_of(const DyadWanted& wanted, const HeartFile& mother, const HeartFile& infant) {
  if (!wanted.trigger.empty())
    return dyad::clock_by_triggers(times_of(mother, wanted.trigger), times_of(infant, wanted.trigger),
                                   wanted.trigger);
  if (wanted.offset_s || wanted.drift_ppm)
    return dyad::clock_by_hand(wanted.offset_s.value_or(0), wanted.drift_ppm.value_or(0));
  if (!mother.recording || !infant.recording) return dyad::clock_of_lists();
  if (!mother.start || !infant.start) return Error{"E_DYAD_CLOCK", say<"dyad.no_start">(), ""};
  const double offset_s =
      edf::seconds_between(*mother.start, *infant.start) + infant.start_fraction_s - mother.start_fraction_s;
  return dyad::clock_by_starts(offset_s, std::max(mother.end_s, infant.end_s));
}

Result<DyadInput> read_one(const DyadWanted& wanted) {
  std::vector<Search> searches;
  searches.push_back(search_for(Who::mother, wanted.mother));
  searches.push_back(search_for(Who::infant, wanted.infant));
  auto file = Recording(wanted.recording, std::move(searches)).read();
  if (!file) return file.error();
  return DyadInput{std::move(file->of(Who::mother)), std::move(file->of(Who::infant)), dyad::one_clock(),
                   std::move(file->phases), std::move(file->diagnostics)};
}

void take_file(Who who, HeartFile& file, const dyad::Clock& clock, DyadInput& input) {
  (who == Who::mother ? input.mother : input.infant) = std::move(file.of(who));
  input.diagnostics.insert(input.diagnostics.end(), file.diagnostics.begin(), file.diagnostics.end());
  if (!input.phases.empty()) return;
  input.phases = std::move(file.phases);
  if (who == Who::infant)
    for (Phase& phase : input.phases) {
      phase.start_s = clock.shared(phase.start_s);
      phase.end_s = clock.shared(phase.end_s);
    }
}

}  // namespace

Result<DyadInput> read_dyad(const DyadWanted& wanted, std::string& where) {
  if (!wanted.recording.empty()) {
    where = wanted.recording;
    return read_one(wanted);
  }
  HeartFile mother, infant;
  for (const Who who : {Who::mother, Who::infant}) {
    const HeartWanted& one = who == Who::mother ? wanted.mother : wanted.infant;
    if (one.path.empty()) continue;
    where = one.path;
    auto file = read_own(who, one);
    if (!file) return file.error();
    (who == Who::mother ? mother : infant) = std::move(*file);
  }
  DyadInput input;
  if (!wanted.mother.path.empty() && !wanted.infant.path.empty()) {
    auto clock = clock_of(wanted, mother, infant);
    if (!clock) return clock.error();
    input.clock = std::move(*clock);
  }
  take_file(Who::mother, mother, input.clock, input);
  take_file(Who::infant, infant, input.clock, input);
  return input;
}

}  // namespace attune::cli
