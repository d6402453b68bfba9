#include "dyad/hearts.hpp"

#include <algorithm>
#include <utility>

#include "base/file_kind.hpp"
#include "base/sha256.hpp"
#include "ecg/beat_stream.hpp"
#include "edf/channels.hpp"
#include "edf/marks.hpp"
#include "edf/reader.hpp"
#include "edf/recorded_phases.hpp"
#include "hrv/lists.hpp"
#include "words/ids/dyad.hpp"
#include "words/ids/heart.hpp"
#include "words/named.hpp"

namespace attune::dyad {
namespace {

using words::say;

/// The mother is an adult unless it is said otherwise; the infant's age decides, as elsewhere.
ecg::AgeGroup group_of(Who who, const HeartWanted& wanted) {
  ecg::Settings settings;
  if (wanted.preset)
    settings.preset = *wanted.preset;
  else if (who == Who::mother)
    settings.preset = ecg::Preset::adult;
  return ecg::age_group(settings, wanted.age_months);
}

/// One heart of a recording while it is read.
struct Search {
  Who who;
  HeartWanted wanted;
  ecg::AgeGroup group;
  ecg::Settings settings;
  std::vector<std::pair<std::size_t, ecg::BeatStream>> streams;  ///< by signal
};

Search search_for(Who who, const PairWanted& wanted) {
  const HeartWanted& one = who == Who::mother ? wanted.mother : wanted.infant;
  Search search{who, one, group_of(who, one), {}, {}};
  search.settings = ecg::settings_for(search.group.preset);
  return search;
}

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

/// Marks and phases of a recording that was read; its own time goes into `file`.
edf::TimeMarks find_timeline(const edf::Reader& reader, HeartFile& file) {
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

ReadHeart finished(Search& search, const edf::Header& header, const edf::TimeMarks& marks) {
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
  return {words::named(header.signals[signal].label), search.group, search.settings, std::move(best)};
}

Result<HeartFile> read_list(std::string_view text, const Search& search) {
  auto beats = hrv::parse_heart_list(text, hrv::settings_for(search.group.preset));
  if (!beats) return beats.error();
  ReadHeart heart{say<"heart.source.list">(), search.group, search.settings, {}};
  heart.features.beats = std::move(*beats);
  HeartFile file;
  (search.who == Who::mother ? file.mother : file.infant) = std::move(heart);
  return file;
}

/// The edits by hand that are meant for this file.
std::vector<ecg::BeatEdit> edits_of(const HeartFile& file, const PairWanted& wanted) {
  std::vector<ecg::BeatEdit> edits;
  for (const HeartEdits& one : wanted.edits)
    if (one.sha256.empty() || one.sha256 == file.sha256)
      edits.insert(edits.end(), one.beats.begin(), one.beats.end());
  return edits;
}

HeartInput edited(const ReadHeart& read, const std::vector<ecg::BeatEdit>& edits) {
  HeartInput heart;
  heart.source = read.source;
  heart.group = read.group;
  heart.beats = ecg::edit_beats(read.features, edits, read.settings);
  heart.segments = read.features.segments;
  heart.unusable = ecg::unusable_stretches(read.features, edits);
  heart.settings = hrv::settings_for(read.group.preset);
  heart.edits = static_cast<int>(edits.size());
  return heart;
}

std::vector<double> times_of(const HeartFile& file, const std::string& mark) {
  std::vector<double> times_s;
  for (const edf::Annotation& annotation : file.annotations)
    if (annotation.text == mark) times_s.push_back(edf::seconds(annotation.onset));
  return times_s;
}

Result<Clock> clock_of(const PairWanted& wanted, const HeartFile& mother, const HeartFile& infant) {
  if (!wanted.trigger.empty())
    return clock_by_triggers(times_of(mother, wanted.trigger), times_of(infant, wanted.trigger),
                             wanted.trigger);
  if (wanted.offset_s || wanted.drift_ppm)
    return clock_by_hand(wanted.offset_s.value_or(0), wanted.drift_ppm.value_or(0));
  if (!mother.recording || !infant.recording) return clock_of_lists(!mother.recording && !infant.recording);
  if (!mother.start || !infant.start) return Error{"E_DYAD_CLOCK", say<"dyad.no_start">(), ""};
  const double offset_s =
      edf::seconds_between(*mother.start, *infant.start) + infant.start_fraction_s - mother.start_fraction_s;
  return clock_by_starts(offset_s, std::max(mother.end_s, infant.end_s));
}

}  // namespace

struct HeartStream::State {
  std::uint64_t file_bytes;
  bool may_be_list;
  std::vector<Search> searches;
  Sha256 sha256;
  std::string text;  ///< of a list; of a recording what came before it was known to be one
  std::optional<edf::Reader> reader;
  bool chosen = false;
  words::Text why_not;
  std::vector<double> samples;

  /// EDF begins with version 0, BDF with byte 255: no list of numbers in lines does.
  Status take_text(std::span<const std::uint8_t> bytes) {
    constexpr std::size_t told_by = 8;
    text.append(bytes.begin(), bytes.end());
    if (may_be_list && text.size() < told_by) return success();
    if (may_be_list && kind_of_file(std::string_view(text).substr(0, told_by)) != "recording")
      return success();
    return begin_recording();
  }

  Status begin_recording() {
    reader.emplace(file_bytes, [this](const edf::Record& record) { take(record); });
    const std::string before = std::exchange(text, {});
    return reader->push({reinterpret_cast<const std::uint8_t*>(before.data()), before.size()});
  }

  void take(const edf::Record& record) {
    if (!chosen) choose(record.header);
    for (Search& search : searches)
      for (auto& [signal, stream] : search.streams) {
        samples.resize(static_cast<std::size_t>(record.header.signals[signal].samples_per_record));
        record.physical(signal, samples);
        if (record.starts_segment) stream.begin_segment(edf::seconds(record.onset));
        stream.push(samples);
      }
  }

  void choose(const edf::Header& header) {
    chosen = true;
    for (Search& search : searches)
      for (const std::size_t s : signals_of(search, header, searches.size() > 1)) {
        edf::Signal as_ecg = header.signals[s];
        as_ecg.kind = edf::ChannelKind::ecg;
        if (why_not = edf::unusable_rate(as_ecg); why_not.empty())
          search.streams.emplace_back(s, ecg::BeatStream(as_ecg.sample_rate_hz, search.settings));
      }
  }

  /// Why a heart cannot be read.
  Error not_found(const Search& search) const {
    if (!why_not.empty()) return {"E_RATE", why_not, ""};
    if (!search.wanted.label.empty())
      return {"E_DYAD_SIGNAL", say<"dyad.not_a_signal">({{"name", words::as_is(search.wanted.label)}}), ""};
    words::Value::List labels;
    for (const edf::Signal& signal : reader->header().signals)
      if (signal.kind != edf::ChannelKind::annotation) labels.push_back(words::as_is(signal.label));
    return {"E_DYAD_SIGNAL",
            say<"dyad.not_two">({{"who", words::as_is(name_of(search.who))}, {"labels", std::move(labels)}}),
            ""};
  }

  Result<HeartFile> finish_recording() {
    if (const Status status = reader->finish(); !status) return status.error();
    HeartFile file;
    file.recording = true;
    file.annotations = reader->annotations();
    file.diagnostics = reader->diagnostics();
    if (reader->header().start) file.start = edf::parse_iso(*reader->header().start);
    file.start_fraction_s = reader->header().start_fraction_s;
    const edf::TimeMarks marks = find_timeline(*reader, file);
    for (Search& search : searches) {
      if (search.streams.empty()) return not_found(search);
      (search.who == Who::mother ? file.mother : file.infant) = finished(search, reader->header(), marks);
    }
    return file;
  }
};

HeartStream::HeartStream(std::uint64_t file_bytes, const PairWanted& wanted, std::optional<Who> who) {
  // A list of all the beats that are taken is shorter.
  constexpr std::uint64_t longest_list = 50'000'000;
  state_.reset(new State{file_bytes, who && file_bytes < longest_list, {}, Sha256{}, {}, {}, false, {}, {}});
  if (who != Who::infant) state_->searches.push_back(search_for(Who::mother, wanted));
  if (who != Who::mother) state_->searches.push_back(search_for(Who::infant, wanted));
}
HeartStream::~HeartStream() = default;

Status HeartStream::push(std::span<const std::uint8_t> bytes) {
  state_->sha256.update(bytes);
  return state_->reader ? state_->reader->push(bytes) : state_->take_text(bytes);
}

Result<HeartFile> HeartStream::finish() {
  State& s = *state_;
  const bool is_list = !s.reader && s.may_be_list;
  if (!s.reader && !is_list)
    if (const Status status = s.begin_recording(); !status) return status.error();
  auto file = is_list ? read_list(s.text, s.searches.front()) : s.finish_recording();
  if (file) file->sha256 = s.sha256.hex();
  return file;
}

Pair pair_of(const HeartFile& both, const PairWanted& wanted) {
  Pair pair{{}, {}, one_clock(), wanted.phases.value_or(both.phases), both.diagnostics};
  if (both.mother) pair.mother = edited(*both.mother, {});
  if (both.infant) pair.infant = edited(*both.infant, edits_of(both, wanted));
  return pair;
}

Result<Pair> pair_of(const HeartFile* mother, const HeartFile* infant, const PairWanted& wanted) {
  Pair pair;
  if (mother && infant) {
    auto clock = clock_of(wanted, *mother, *infant);
    if (!clock) return clock.error();
    pair.clock = std::move(*clock);
  }
  for (const HeartFile* file : {mother, infant})
    if (file)
      pair.diagnostics.insert(pair.diagnostics.end(), file->diagnostics.begin(), file->diagnostics.end());
  if (mother && mother->mother) pair.mother = edited(*mother->mother, edits_of(*mother, wanted));
  if (infant && infant->infant) pair.infant = edited(*infant->infant, edits_of(*infant, wanted));
  if (wanted.phases) {
    pair.phases = *wanted.phases;
  } else if (mother && !mother->phases.empty()) {
    pair.phases = mother->phases;
  } else if (infant) {
    pair.phases = infant->phases;
    for (Phase& phase : pair.phases) {
      phase.start_s = pair.clock.shared(phase.start_s);
      phase.end_s = pair.clock.shared(phase.end_s);
    }
  }
  return pair;
}

Result<Dyad> analyze(const Pair& pair, const Settings& settings) {
  auto dyad = analyze(pair.mother, pair.infant, pair.clock, pair.phases, settings);
  if (dyad)
    dyad->diagnostics.insert(dyad->diagnostics.begin(), pair.diagnostics.begin(), pair.diagnostics.end());
  return dyad;
}

}  // namespace attune::dyad
