// What the Signals screen asks the core for: marks, traces and R peaks of a simulated visit.
#include "visit/signal_marks.hpp"

#include <cmath>

#include "dsp/biquad.hpp"
#include "support.hpp"
#include "synth/dyad.hpp"
#include "visit/measure.hpp"
#include "visit/traces.hpp"

using namespace attune;

namespace {

struct Read {
  std::vector<std::uint8_t> bytes;
  visit::RecordingFeatures features;
};

const Read& simulated() {
  static const Read read = [] {
    synth::Dyad dyad = synth::make_dyad(synth::Scenario::improved, 3);
    const auto recording = synth::simulate_visit(dyad, 0);
    REQUIRE(recording.ok());
    visit::RecordingStream stream(recording->edf.size(), {}, {}, edf::Overview::usual_bytes);
    REQUIRE(stream.push(recording->edf).ok());
    auto features = stream.finish();
    REQUIRE(features.ok());
    return Read{recording->edf, std::move(*features)};
  }();
  return read;
}

visit::Settings with_edits(const visit::RecordingEdits& edits) {
  visit::Settings settings;
  settings.edits.recordings = {edits};
  return settings;
}

std::span<const std::uint8_t> bytes_of(const Read& read, const visit::TraceRequest& request) {
  const auto range = visit::bytes_for(read.features, request);
  REQUIRE(range.ok());
  return std::span(read.bytes).subspan(range->position, range->bytes);
}

int count_of(const visit::SignalMarks& marks, ecg::BeatKind kind) {
  return static_cast<int>(std::count(marks.beats.kind.begin(), marks.beats.kind.end(), kind));
}

}  // namespace

TEST_CASE("beats are marked as they are used, with the place where they were found") {
  const auto& features = simulated().features;
  const auto marks = visit::signal_marks(features, {}, {});
  const auto visit = visit::measure_visit(features, {}, {});
  int in_use = 0;
  for (const ecg::BeatKind kind : marks.beats.kind) in_use += ecg::is_taken_out(kind) ? 0 : 1;
  CHECK(in_use == visit.heart.beats);
  CHECK(marks.heart_source == visit.heart.source);
  const auto& found = features.leads[0].features.beats;
  for (std::size_t i = 0; i < marks.beats.time_s.size(); ++i) {
    if (marks.beats.kind[i] == ecg::BeatKind::missed) continue;
    const bool there = std::any_of(found.begin(), found.end(), [&](const ecg::Beat& beat) {
      return beat.time_s == marks.beats.found_s[i];
    });
    CHECK(there);
  }
}

TEST_CASE("intervals stand beside their beats as found and as the report uses them") {
  const auto& features = simulated().features;
  visit::RecordingEdits edits;
  const auto& found = features.leads[0].features.beats;
  edits.beats = {{ecg::EditAction::remove, found[40].time_s, 0}, {ecg::EditAction::exclude, 90, 100}};
  visit::Settings settings = with_edits(edits);
  settings.ecg.editing.most_rounds = 1;
  const auto beats = visit::signal_marks(features, {}, settings).beats;
  const auto used = visit::measure_visit(features, {}, settings).heart.tachogram;
  for (const auto* list : {&beats.interval_ms, &beats.low_ms, &beats.high_ms, &beats.nn_ms})
    REQUIRE(list->size() == beats.time_s.size());
  // In use are the report's own intervals, one after the other.
  std::size_t at = 0;
  for (std::size_t i = 0; i < beats.time_s.size(); ++i) {
    if (!beats.nn_ms[i]) continue;
    REQUIRE(at < used.nn_ms.size());
    CHECK(*beats.nn_ms[i] == used.nn_ms[at]);
    CHECK(beats.time_s[i] == used.time_s[at++]);
  }
  CHECK(at == used.nn_ms.size());
  // What editing changed lies within three beats of an interval that it suspects: it takes out two in a row at most.
  const auto is_suspected = [&](std::size_t i) {
    return beats.low_ms[i] &&
           (*beats.interval_ms[i] <= *beats.low_ms[i] || *beats.interval_ms[i] >= *beats.high_ms[i]);
  };
  int edited = 0, without = 0;
  for (std::size_t i = 0; i < beats.time_s.size(); ++i) {
    const bool has_none = beats.kind[i] == ecg::BeatKind::missed || beats.kind[i] == ecg::BeatKind::removed;
    if (has_none)
      CHECK(!beats.interval_ms[i]);
    else if (!beats.interval_ms[i])
      ++without;
    if (beats.kind[i] == ecg::BeatKind::detected || beats.kind[i] == ecg::BeatKind::removed) continue;
    ++edited;
    bool near = false;
    for (std::size_t j = i > 4 ? i - 4 : 0; j < std::min(i + 5, beats.time_s.size()); ++j)
      near |= is_suspected(j);
    CHECK(near);
  }
  CHECK(edited > 0);
  CHECK(without == 1);  // the first beat of the one run that the recording is
}

TEST_CASE("edits by hand show in the marks, each as its own kind") {
  const auto& features = simulated().features;
  const auto& beats = features.leads[0].features.beats;
  visit::RecordingEdits edits;
  edits.beats = {{ecg::EditAction::remove, beats[40].time_s, 0},
                 {ecg::EditAction::move, beats[60].time_s, beats[60].time_s + 0.02},
                 {ecg::EditAction::add, beats[80].time_s + 0.2, 0},
                 {ecg::EditAction::exclude, 90, 100}};
  edits.eeg_excluded = {{20, 25}};
  edits.eeg_excluded_channels = {"F3"};
  const auto before = visit::signal_marks(features, {}, {});
  const auto marks = visit::signal_marks(features, {}, with_edits(edits));
  CHECK(count_of(marks, ecg::BeatKind::removed) == 1);
  CHECK(count_of(marks, ecg::BeatKind::moved) == 1);
  CHECK(count_of(marks, ecg::BeatKind::added) == count_of(before, ecg::BeatKind::added) + 1);
  REQUIRE(marks.ecg_excluded.size() == 1);
  CHECK(marks.ecg_excluded[0].start_s == 90);
  REQUIRE(marks.eeg_excluded.size() == 1);
  for (const visit::ChannelMarks& channel : marks.channels) {
    const bool f3 = features.header.signals[static_cast<std::size_t>(channel.signal)].site == "F3";
    CHECK(channel.excluded == f3);
    // Every window that touches 20-25 s is out: from 19 s at the latest to 25 s at the least.
    const bool covered = std::any_of(channel.runs.begin(), channel.runs.end(), [](const eeg::WindowRun& run) {
      return run.reason == eeg::Rejection::manual && run.start_s <= 20 && run.end_s >= 25;
    });
    CHECK(covered);
  }
}

TEST_CASE("runs of the primary pair are those of the report's timeline, and flagged") {
  const auto& features = simulated().features;
  const auto marks = visit::signal_marks(features, {}, {});
  const auto visit = visit::measure_visit(features, {}, {});
  std::vector<const eeg::WindowRun*> unused;
  for (const eeg::WindowRun& run : visit.eeg.timeline)
    if (run.reason != eeg::Rejection::none) unused.push_back(&run);
  std::size_t at = 0;
  for (const visit::FlaggedPlace& place : marks.flagged) {
    if (place.kind != visit::FlagKind::eeg) continue;
    REQUIRE(at < unused.size());
    CHECK(place.start_s == unused[at]->start_s);
    CHECK(place.end_s == unused[at]->end_s);
    CHECK(place.what == name_of(unused[at]->reason));
    ++at;
  }
  CHECK(at == unused.size());
  CHECK(at > 0);
}

TEST_CASE("a trace in detail holds the samples, and the overview agrees with it where both can") {
  const Read& read = simulated();
  const visit::TraceRequest request{30, 1, 40, {0, 1}, {}, {}, {}};
  const auto detail = visit::traces(read.features, request, bytes_of(read, request));
  const auto overview = visit::overview_traces(read.features, request);
  REQUIRE(detail.ok());
  REQUIRE(overview.ok());
  REQUIRE(detail->size() == 2 * 2 * 40);
  for (std::size_t i = 0; i < detail->size(); ++i) {
    // Detail also holds the line up to the next column's first sample.
    const float difference = (*detail)[i] - (*overview)[i];
    CHECK(std::abs(difference) < 60);
    CHECK((i % 2 == 0 ? -difference : difference) >= 0);
  }
}

TEST_CASE("requests that make no sense are errors, not traces") {
  const Read& read = simulated();
  for (const visit::TraceRequest& request :
       {visit::TraceRequest{0, 0, 10, {0}}, visit::TraceRequest{0, 1e-300, 10, {0}},
        visit::TraceRequest{NAN, 1, 10, {0}}, visit::TraceRequest{0, 1, 0, {0}},
        visit::TraceRequest{0, 1, 10, {99}}, visit::TraceRequest{0, 1, 10, {-1}},
        visit::TraceRequest{0, 1, 100'000'000, {0}}}) {
    CHECK(visit::bytes_for(read.features, request).error().code == "E_TRACE");
    CHECK(visit::traces(read.features, request, {}).error().code == "E_TRACE");
    CHECK(visit::overview_traces(read.features, request).error().code == "E_TRACE");
  }
  const auto nowhere = visit::bytes_for(read.features, {1e9, 1, 10, {0}});
  REQUIRE(nowhere.ok());
  CHECK(nowhere->bytes == 0);
}

TEST_CASE("pointing near a beat finds the R peak that detection found") {
  const Read& read = simulated();
  const ecg::EcgFeatures& ecg = read.features.leads[0].features;
  const auto signal = static_cast<int>(read.features.leads[0].signal);
  double worst_ms = 0;
  for (std::size_t i = 20; i < 60; ++i) {
    const double beat_s = ecg.beats[i].time_s;
    const visit::TraceRequest around{beat_s - 1.5, 3, 1, {signal}, {}, {}, {}};
    for (const double off_s : {-0.04, 0.0, 0.03}) {
      const auto found = visit::r_peak(read.features, {}, {}, beat_s + off_s, around, bytes_of(read, around));
      REQUIRE(found.ok());
      REQUIRE(found->has_value());
      worst_ms = std::max(worst_ms, 1000 * std::abs(**found - beat_s));
    }
  }
  // A single beat's apex wanders by the noise that detection takes out by its matched filter.
  CHECK(worst_ms < 2);
  const visit::TraceRequest around{ecg.beats[30].time_s - 1.5, 3, 1, {signal}, {}, {}, {}};
  visit::VisitOptions list;
  list.heart_list = "time_s\n1\n2\n";
  const auto none =
      visit::r_peak(read.features, list, {}, ecg.beats[30].time_s, around, bytes_of(read, around));
  REQUIRE(none.ok());
  CHECK_FALSE(none->has_value());
}

TEST_CASE("filters for the eye halve a sine at their corner, spare the band and do not move it") {
  // Butterworth of second order: amplitude 1/sqrt(2) at the corner in one run, a half in two; 10 octaves away
  // next to nothing. A notch takes out its frequency.
  const double rate_hz = 512;
  const auto through = [&](const dsp::Biquad& filter, double hz) {
    std::vector<double> samples(8192);
    for (std::size_t i = 0; i < samples.size(); ++i)
      samples[i] = std::sin(2 * M_PI * hz * static_cast<double>(i) / rate_hz);
    dsp::filter_both_ways(samples, filter);
    double in_phase = 0, quadrature = 0;
    for (std::size_t i = 2048; i < 6144; ++i) {
      in_phase += samples[i] * std::sin(2 * M_PI * hz * static_cast<double>(i) / rate_hz) / 2048;
      quadrature += samples[i] * std::cos(2 * M_PI * hz * static_cast<double>(i) / rate_hz) / 2048;
    }
    return std::pair{in_phase, quadrature};
  };
  CHECK(through(dsp::highpass(rate_hz, 1), 1).first == doctest::Approx(0.5).epsilon(0.01));
  CHECK(through(dsp::lowpass(rate_hz, 40), 40).first == doctest::Approx(0.5).epsilon(0.01));
  CHECK(through(dsp::highpass(rate_hz, 1), 8).first == doctest::Approx(1).epsilon(0.01));
  CHECK(through(dsp::lowpass(rate_hz, 40), 8).first == doctest::Approx(1).epsilon(0.01));
  CHECK(std::abs(through(dsp::lowpass(rate_hz, 40), 160).first) < 0.01);
  CHECK(std::abs(through(dsp::notch(rate_hz, 50, 15), 50).first) < 0.01);
  CHECK(through(dsp::notch(rate_hz, 50, 15), 8).first == doctest::Approx(1).epsilon(0.01));
  CHECK(std::abs(through(dsp::highpass(rate_hz, 1), 2).second) < 0.01);
  std::vector<double> constant(100, 250.0);
  dsp::filter_both_ways(constant, dsp::highpass(rate_hz, 1));
  CHECK(std::abs(constant[50]) < 1e-9);
}
