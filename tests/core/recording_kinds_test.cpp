// Kinds of files that gave a number that looked right and was not: a parent's EEG, tracks computed of an EEG, values written
// several times in a row, marks about a part of the protocol, files cut off. What is right is what the undamaged signal
// gives, or what the words say.
#include <doctest/doctest.h>

#include <cmath>
#include <cstdio>
#include <functional>
#include <numbers>
#include <string>
#include <vector>

#include "dsp/repeats.hpp"
#include "ecg/beat_stream.hpp"
#include "ecg_signals.hpp"
#include "edf/channels.hpp"
#include "edf/marks.hpp"
#include "edf/phases.hpp"
#include "edf/recorded_phases.hpp"
#include "edf/units.hpp"
#include "edf_bytes.hpp"
#include "hrv/interval_steps.hpp"
#include "hrv/lists.hpp"
#include "support.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::test;

namespace {

edf::Annotation kinds_mark(double onset_s, std::optional<double> duration_s, const char* text) {
  edf::Annotation made;
  made.onset = static_cast<edf::Ticks>(onset_s * edf::ticks_per_second);
  if (duration_s) made.duration = static_cast<edf::Ticks>(*duration_s * edf::ticks_per_second);
  made.text = text;
  return made;
}

edf::RecordedPhases kinds_phases(const std::vector<edf::Annotation>& annotations) {
  return edf::find_recorded_phases(annotations, {}, 360, {}, {});
}

std::vector<std::string> kinds_codes(std::span<const Diagnostic> diagnostics) {
  std::vector<std::string> codes;
  for (const Diagnostic& one : diagnostics) codes.push_back(one.code);
  return codes;
}

bool kinds_has(std::span<const Diagnostic> diagnostics, std::string_view code) {
  const auto codes = kinds_codes(diagnostics);
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Codes of a trigger channel, each from its time on.
edf::RecordedPhases kinds_codes_of(const std::vector<std::pair<double, std::uint32_t>>& codes) {
  std::vector<edf::TriggerEvent> events;
  for (const auto& code : codes)
    events.push_back({static_cast<edf::Ticks>(code.first * edf::ticks_per_second), code.second});
  return edf::find_recorded_phases({}, events, 360, {}, {});
}

visit::RecordingFeatures kinds_read(const Bytes& bytes) {
  visit::RecordingStream stream(bytes.size(), {});
  REQUIRE(stream.push(bytes).ok());
  auto features = stream.finish();
  REQUIRE(features.ok());
  return std::move(*features);
}

/// A recording of one-second records in 0.1 uV a step; `value(signal, sample)` gives microvolts.
Bytes kinds_file(const std::vector<std::string>& labels, int seconds, int rate_hz,
                 const std::function<double(std::size_t, std::size_t)>& value) {
  RawFile file = raw_file();
  file.records = std::to_string(seconds);
  file.signals.clear();
  for (const std::string& label : labels) {
    file.signals.push_back(RawSignal{label});
    file.signals.back().samples = std::to_string(rate_hz);
  }
  file.data.clear();
  const auto rate = static_cast<std::size_t>(rate_hz);
  for (std::size_t second = 0; second < static_cast<std::size_t>(seconds); ++second)
    for (std::size_t i = 0; i < labels.size(); ++i)
      for (std::size_t k = 0; k < rate; ++k) {
        const auto digital = static_cast<std::int16_t>(std::lround(10 * value(i, second * rate + k)));
        file.data.push_back(static_cast<std::uint8_t>(digital));
        file.data.push_back(static_cast<std::uint8_t>(digital >> 8));
      }
  return assemble(file);
}

double kinds_alpha(std::size_t signal, double t_s) {
  const double swell = 1 + 0.3 * std::sin(2 * std::numbers::pi * 0.05 * t_s + static_cast<double>(signal));
  return 30 * swell * std::sin(2 * std::numbers::pi * 7 * t_s + 0.4 * static_cast<double>(signal));
}

/// RMSSD of beats, ms.
double kinds_rmssd_ms(const std::vector<ecg::Beat>& beats) {
  double sum = 0;
  for (std::size_t i = 2; i < beats.size(); ++i) {
    const double change_s = beats[i].time_s - 2 * beats[i - 1].time_s + beats[i - 2].time_s;
    sum += change_s * change_s;
  }
  return 1000 * std::sqrt(sum / static_cast<double>(beats.size() - 2));
}

ecg::EcgFeatures kinds_heart(std::span<const double> samples, double rate_hz) {
  ecg::BeatStream stream(rate_hz, ecg::settings_for(ecg::Preset::infant));
  stream.begin_segment(0);
  stream.push(samples);
  return stream.finish();
}

}  // namespace

TEST_CASE("an EEG that names a parent is not the infant’s, and is told") {
  for (const char* parent :
       {"F3 mother", "EEG F3 Mutter", "mother F3", "F4 m\u00E8re", "EEG F3-Ref mum", "F3 papa"}) {
    CHECK_MESSAGE(edf::is_parents_eeg(parent), parent);
    CHECK_MESSAGE(edf::guess_channel(parent, "uV").kind == edf::ChannelKind::other, parent);
  }
  for (const char* infant : {"F3", "EEG F3-A2", "F3 baby", "infant F3", "ECG mother", "Resp mother"})
    CHECK_MESSAGE(!edf::is_parents_eeg(infant), infant);
  for (const char* infant : {"F3 baby", "infant F3", "EEG F3 Kind", "b\u00E9b\u00E9 F3"}) {
    const edf::ChannelGuess guess = edf::guess_channel(infant, "uV");
    CHECK_MESSAGE(guess.site == "F3", infant);
    CHECK_MESSAGE(guess.reference.empty(), infant);
  }
  // Whichever comes first in the file.
  const auto features =
      kinds_read(kinds_file({"F3 mother", "F4 mother", "F3", "F4"}, 4, 64,
                            [](auto i, auto k) { return kinds_alpha(i, static_cast<double>(k) / 64); }));
  REQUIRE(features.eeg.size() == 1);
  REQUIRE(features.eeg[0].channels.size() == 2);
  CHECK(features.eeg[0].channels[0].info().label == "F3");
  REQUIRE(kinds_has(features.diagnostics, "N_PARENTS_EEG"));
}

TEST_CASE("a track that is computed of an EEG is none; what was done to an EEG is no reference") {
  for (const char* track :
       {"F3 alpha", "F4 theta", "F3 power", "F3_env", "F3 HbO", "EEG F4 HbR", "F3 RMS", "F3 trend"})
    CHECK_MESSAGE(edf::guess_channel(track, "uV").kind == edf::ChannelKind::other, track);
  for (const char* plain :
       {"F3 raw", "Raw-F3", "F3_filt", "F3 (filtered)", "F3-1", "F3 clean", "EEG F3 (E24)", "ch F3"}) {
    const edf::ChannelGuess guess = edf::guess_channel(plain, "uV");
    CHECK_MESSAGE(guess.kind == edf::ChannelKind::eeg, plain);
    CHECK_MESSAGE(guess.site == "F3", plain);
    CHECK_MESSAGE(guess.reference.empty(), plain);
  }
  CHECK(edf::guess_channel("F3-E129", "uV").reference == "E129");  // a net's vertex, which is its reference
  CHECK(edf::guess_channel("F3-A2", "uV").reference == "A2");
  CHECK(edf::guess_channel("1 F3", "uV").site == "F3");
}

TEST_CASE(
    "values that stand several times in a row are known, coarse ones and flat lines are not taken for them") {
  const auto times = [](const std::vector<double>& samples) {
    dsp::RepeatWatch watch;
    for (std::size_t from = 0; from < samples.size(); from += 97)  // in pieces
      watch.push(std::span(samples).subspan(from, std::min<std::size_t>(97, samples.size() - from)));
    return watch.times();
  };
  const auto ecg = breathing_ecg(140, 60, 256, 0.01, infant_waves());
  std::vector<double> repeated, uneven, coarse, flat(4000, 0.5);
  for (std::size_t i = 0; i < ecg.samples.size(); ++i) {
    repeated.push_back(ecg.samples[i / 4 * 4]);
    uneven.push_back(ecg.samples[static_cast<std::size_t>(std::floor(static_cast<double>(i) / 2.56) * 2.56)]);
    coarse.push_back(std::round(ecg.samples[i] / 0.1) * 0.1);
  }
  CHECK(times(ecg.samples) == 1);
  CHECK(times(coarse) == 1);
  CHECK(times(flat) == 1);
  CHECK(times(repeated) == 4);
  CHECK(times(uneven) == doctest::Approx(2.56).epsilon(0.05));
  CHECK(dsp::without_repeats(repeated)[400] == repeated[400]);
}

TEST_CASE("beats of an ECG whose values are repeated are timed between the values") {
  // Of the same heart at 64 Hz; the truth are the beats that were simulated.
  const auto ecg = breathing_ecg(140, 120, 256, 0.005, {{0, 0.012, 1}, {0.13, 0.03, 0.2}});
  std::vector<double> repeated;
  for (std::size_t i = 0; i < ecg.samples.size(); ++i) repeated.push_back(ecg.samples[i / 4 * 4]);
  std::vector<ecg::Beat> simulated;
  for (const double at_s : ecg.beats_s) simulated.push_back({at_s, ecg::BeatKind::detected, 1, 0, ""});
  const auto plain = kinds_heart(ecg.samples, 256), held = kinds_heart(repeated, 256);
  CHECK(plain.value_samples == 1);
  CHECK(held.value_samples == 4);
  CHECK(held.value_rate_hz() == 64);
  const double truth = kinds_rmssd_ms(simulated);
  CHECK(kinds_rmssd_ms(plain.beats) == doctest::Approx(truth).epsilon(0.05));
  CHECK(kinds_rmssd_ms(held.beats) == doctest::Approx(truth).epsilon(0.1));
}

TEST_CASE("an EEG channel whose values are repeated is told by its name") {
  const auto told = [](int times) {
    const auto bytes = kinds_file({"F3", "F4"}, 40, 128, [&](std::size_t i, std::size_t k) {
      const std::size_t own =
          i == 1 ? k / static_cast<std::size_t>(times) * static_cast<std::size_t>(times) : k;
      return kinds_alpha(i, static_cast<double>(own) / 128);
    });
    std::vector<std::string> where;
    for (const Diagnostic& one : kinds_read(bytes).diagnostics)
      if (one.code == "W_EEG_REPEATED") where.push_back(one.where.english() + ": " + one.message.english());
    return where;
  };
  CHECK(told(1).empty());
  const auto repeated = told(4);
  REQUIRE(repeated.size() == 1);
  CHECK(repeated[0].starts_with(
      "F4: Of the 2 EEG channels of 128 Hz, one holds each value 4 times in a row, as where 32 Hz"));
}

TEST_CASE("what is done about a part of the protocol is not the part, and ends the one before") {
  for (const char* text : {"explaining still face to mother", "SF instructions", "prepare still face",
                           "no still face", "Still face instructions given to the mother", "transition to SF",
                           "Erkl\u00E4rung Still-Face", "consignes visage fig\u00E9", "kein Still Face"}) {
    const edf::PhaseMark mark = edf::read_phase_mark(text);
    CHECK_MESSAGE(!mark.recognised, text);
    CHECK_MESSAGE(mark.unknown, text);
  }
  for (const char* text :
       {"SF no 2", "Still", "still\u2013face", "Still\u00A0face", "Re-Union", "resumed interaction"})
    CHECK_MESSAGE(edf::read_phase_mark(text).recognised, text);
  CHECK(!edf::read_phase_mark("baby still awake").recognised);
  const auto found =
      kinds_phases({kinds_mark(0, {}, "play"), kinds_mark(100, {}, "explaining still face to mother"),
                    kinds_mark(130, {}, "still face"), kinds_mark(200, {}, "SF terminated early"),
                    kinds_mark(240, {}, "reunion")});
  REQUIRE(found.phases.size() == 3);
  CHECK(found.phases[0].end_s == 100);
  CHECK(found.phases[1].start_s == 130);
  CHECK(found.phases[1].end_s == 200);
  CHECK(kinds_codes(found.diagnostics) == std::vector<std::string>{"W_PHASE_MARK"});
}

TEST_CASE("the initial of a part alone may begin it, another letter or a number does not") {
  const auto with = [](const char* text) {
    return kinds_phases({kinds_mark(0, {}, "BL"), kinds_mark(120, {}, "SF"), kinds_mark(240, {}, text)});
  };
  REQUIRE(with("R").phases.size() == 2);
  CHECK(with("R").phases[1].end_s == 240);
  CHECK(kinds_has(with("R").diagnostics, "W_PHASE_MARK"));
  for (const char* text : {"3", "N", "r"}) CHECK_MESSAGE(with(text).phases[1].end_s == 360, text);
}

TEST_CASE("what lasts and says nothing that is known is told, and nothing left out for it") {
  const auto told = [](const char* text, std::optional<double> duration_s) {
    return kinds_has(kinds_phases({kinds_mark(10, duration_s, text)}).diagnostics, "N_MARKS_LASTING");
  };
  for (const char* text : {"noise", "X", "sucking", "mother touches the cap of the infant", "bruit de fond",
                           "\u0448\u0443\u043C"})
    CHECK_MESSAGE(told(text, 90), text);
  for (const char* text : {"BAD_crying", "still face", "still face paradigm", "artifact free", "no crying",
                           "boundary", "Sleep stage W"})
    CHECK_MESSAGE(!told(text, 90), text);
  CHECK(!told("noise", {}));
  CHECK(!told("noise", 0.1));
}

TEST_CASE("the procedure’s own name ends a part and is asked about; what is off for long is told") {
  const auto named = kinds_phases({kinds_mark(0, {}, "rest"), kinds_mark(60, {}, "play"),
                                   kinds_mark(120, {}, "SFP"), kinds_mark(180, {}, "reunion")});
  REQUIRE(named.phases.size() == 3);
  CHECK(named.phases[1].end_s == 120);
  CHECK(kinds_has(named.diagnostics, "W_PHASE_MARK"));
  CHECK(kinds_has(kinds_phases({kinds_mark(10, 90, "F4 off")}).diagnostics, "N_MARKS_LASTING"));
}

TEST_CASE("more spellings of what is bad are left out") {
  using edf::MarkKind;
  for (const auto& pair :
       std::vector<std::pair<const char*, MarkKind>>{{"BADcrying", MarkKind::crying},
                                                     {"badepoch", MarkKind::bad},
                                                     {"Userdefined,bad", MarkKind::bad},
                                                     {"invalid", MarkKind::bad},
                                                     {"ung\u00FCltig", MarkKind::bad},
                                                     {"non valide", MarkKind::bad},
                                                     {"not clean", MarkKind::bad},
                                                     {"dropout", MarkKind::artifact},
                                                     {"cap slipped", MarkKind::artifact},
                                                     {"CMS out of range", MarkKind::reference},
                                                     {"mvmt", MarkKind::movement},
                                                     {"BAD\u2013artifact", MarkKind::artifact}})
    CHECK_MESSAGE(edf::read_time_mark(pair.first) == pair.second, pair.first);
  for (const char* usable : {"CMS in range", "badge", "Baden", "valid", "resumed interaction"})
    CHECK_MESSAGE(edf::read_time_mark(usable) == MarkKind::usable, usable);
}

TEST_CASE(
    "limits of filters are read where units and names stand without a blank, and by the names of more "
    "amplifiers") {
  for (const char* text : {"HP:0.1HzLP:8Hz", "HP:0.1HzLP:8HzN:50Hz", "LCF 0.1 HCF 8",
                           "low freq filter: 0.1 Hz high freq filter: 8 Hz"}) {
    CHECK_MESSAGE(edf::read_filters(text).highpass_hz == 0.1, text);
    CHECK_MESSAGE(edf::read_filters(text).lowpass_hz == 8.0, text);
  }
}

TEST_CASE("codes that begin parts are offered beside those of trials, and where one button marks all") {
  std::vector<std::pair<double, std::uint32_t>> mixed{{0.5, 10}, {120, 20}, {240, 30}};
  for (int trial = 0; trial < 170; ++trial) mixed.push_back({2 * trial + 1.0, 1});
  std::sort(mixed.begin(), mixed.end());
  const auto parts = kinds_codes_of(mixed);
  REQUIRE(parts.codes.size() == 3);
  CHECK(parts.codes[1].code == 20);
  CHECK(kinds_codes_of({{1, 1}, {120, 1}, {240, 1}}).codes.size() == 3);
  CHECK(kinds_codes_of({{1, 1}, {3, 1}, {5, 1}}).codes.empty());  // of a trial, or of a button that bounces
}

TEST_CASE(
    "a code of one sample on the way to the next is none; upper lines that are up throughout are no part of "
    "a code") {
  const auto codes = [](const std::function<int(std::size_t)>& value) {
    const auto features =
        kinds_read(kinds_file({"F3", "F4", "Trigger"}, 360, 64, [&](std::size_t i, std::size_t k) {
          return i < 2 ? kinds_alpha(i, static_cast<double>(k) / 64) : 0.1 * value(k);
        }));
    std::vector<std::uint32_t> found;
    for (const edf::StatusCode& one : features.codes) found.push_back(one.code);
    return found;
  };
  const auto held = [](std::size_t k) { return k < 120 * 64 ? 1 : k < 240 * 64 ? 2 : 4; };
  CHECK(codes(held) == std::vector<std::uint32_t>{1, 2, 4});
  CHECK(codes([&](std::size_t k) { return k == 120 * 64 ? 3 : held(k); }) ==
        std::vector<std::uint32_t>{1, 2, 4});
  CHECK(codes([&](std::size_t k) { return -256 | held(k); }) == std::vector<std::uint32_t>{1, 2, 4});
  CHECK(codes([&](std::size_t k) { return k % 7680 < 64 ? 256 * held(k) : 0; }) ==
        std::vector<std::uint32_t>{256, 512, 1024});
}

TEST_CASE(
    "samples of 24 bits are known by their ranges where the file is cut off or its records were never "
    "counted") {
  Recipe wanted = recipe(20);
  wanted.header.bdf = true;
  for (edf::WriterSignal& one : wanted.header.signals) {
    one.digital_min = -8388608;
    one.digital_max = 8388607;
  }
  const Bytes whole = write(wanted);
  REQUIRE(!whole.empty());
  const Reading right = read(whole);
  const auto as_edf = [&](Bytes bytes) {
    bytes[0] = '0';
    for (std::size_t i = 1; i < 8; ++i) bytes[i] = ' ';
    return bytes;
  };
  Bytes cut = as_edf(whole);
  cut.resize(cut.size() - 100);
  const Reading got = read(cut);
  CHECK(got.find("W_SAMPLE_WIDTH") != nullptr);
  REQUIRE(!got.digital.empty());
  REQUIRE(!got.digital[0].empty());
  for (std::size_t k = 0; k < got.digital[0].size(); ++k) REQUIRE(got.digital[0][k] == right.digital[0][k]);
  Bytes uncounted = as_edf(whole);
  const std::string records = "-1      ";
  std::copy(records.begin(), records.end(), uncounted.begin() + 236);
  CHECK(read(uncounted).digital[0] == right.digital[0]);
}

TEST_CASE(
    "a step of the records that differs from the header's by more than any clock is told, by less it is a "
    "gap") {
  const auto with_step = [](double step_s) {
    std::vector<std::vector<std::string>> tals;
    for (int record = 0; record < 20; ++record)
      tals.push_back({clock("+" + std::to_string(step_s * record))});
    return read(with_tals(tals, "EDF+C"));  // of records of one second
  };
  CHECK(with_step(1 / 1.1).find("W_RECORD_TIMES") != nullptr);
  CHECK(with_step(1.024).find("W_RECORD_TIMES") != nullptr);
  CHECK(with_step(1.002).find("W_RECORD_TIMES") == nullptr);
  CHECK(with_step(1.002).find("W_GAPS_UNMARKED") != nullptr);
}

TEST_CASE(
    "a channel of twice the others’ range and size is told; an asymmetry that no infant has is doubted") {
  const auto measured = [](double scale) {
    std::vector<std::string> labels{"EEG F3", "EEG F4", "EEG C3", "EEG C4", "EEG P3", "EEG P4"};
    const auto features = kinds_read(kinds_file(labels, 90, 64, [&](std::size_t i, std::size_t k) {
      return (i == 1 ? scale : 1) * kinds_alpha(i, static_cast<double>(k) / 64);
    }));
    return visit::measure_visit(features, {}, {});
  };
  const auto none = measured(1), twice = measured(2), little = measured(1.2);
  CHECK(!kinds_has(none.eeg.diagnostics, "W_FAA_LARGE"));
  CHECK(!kinds_has(little.eeg.diagnostics, "W_FAA_LARGE"));
  REQUIRE(kinds_has(twice.eeg.diagnostics, "W_FAA_LARGE"));
  // ln of four times the power.
  CHECK(*twice.eeg.asymmetry[0].faa_ln - *none.eeg.asymmetry[0].faa_ln ==
        doctest::Approx(std::log(4)).epsilon(0.01));
}

TEST_CASE("a heart read at twice its speed is not told at half of its rate") {
  const auto ecg = breathing_ecg(144, 120, 250, 0.02, infant_waves());
  const auto right = kinds_heart(ecg.samples, 250), fast = kinds_heart(ecg.samples, 500);
  CHECK(!right.skips_beats);
  CHECK(fast.skips_beats);
  for (const ecg::Beat& beat : fast.beats) REQUIRE(beat.confidence == 0);
  CHECK(!kinds_heart(breathing_ecg(60, 120, 250, 0.02, adult_waves(0.8)).samples, 250).skips_beats);
}

TEST_CASE("of a list’s columns the one of the intervals is read; rates and times are no intervals") {
  std::string both = "time_s,rr_ms\n", bare, rates = "HR\n", plain, times;
  double at_s = 0;
  for (int i = 0; i < 40; ++i) {
    const double rr_ms = 420 + 10 * std::sin(i);
    at_s += rr_ms / 1000;
    char text[64];
    std::snprintf(text, sizeof text, "%.4f,%.2f\n", at_s, rr_ms);
    both += text;
    bare += text;
    std::snprintf(text, sizeof text, "%.2f\n", 60000 / rr_ms);
    rates += text;
    plain += text;
    std::snprintf(text, sizeof text, "%.4f\n", at_s);
    times += text;
  }
  for (const std::string& list : {both, bare}) {
    const auto read = hrv::parse_intervals_ms(list, {});
    REQUIRE(read.ok());
    REQUIRE(read->size() == 40);
    CHECK((*read)[1] == doctest::Approx(420 + 10 * std::sin(1)).epsilon(1e-4));
  }
  CHECK(hrv::parse_intervals_ms("RR-Interval [ms];HR\n420;143\n421;142\n", {}).ok());
  CHECK(hrv::parse_intervals_ms(rates, {}).error().code == "E_LIST_COLUMN");
  CHECK(hrv::parse_intervals_ms(plain, {}).error().code == "E_LIST_UNIT");
  CHECK(hrv::parse_intervals_ms(times, {}).error().code == "E_LIST_UNIT");
  std::string line = "420.5";
  for (int i = 0; i < 20; ++i) line += ",421.5";
  CHECK(hrv::parse_intervals_ms(line, {}).error().code == "E_LIST_COLUMN");
}

TEST_CASE(
    "beats on a clock of 10 ms have its rounding as their noise, and intervals in such steps are told") {
  // Of an even spread over a step the standard deviation is step / sqrt(12).
  std::string fine = "time_s\n", coarse = "time_s\n";
  std::vector<double> intervals, steps;
  Random random(3);
  double at_s = 0.3;
  for (int i = 0; i < 700; ++i) {
    const double rr_ms = 420 + 6 * random.normal() + 20 * std::sin(0.9 * i);
    at_s += rr_ms / 1000;
    char text[32];
    std::snprintf(text, sizeof text, "%.5f\n", at_s);
    fine += text;
    std::snprintf(text, sizeof text, "%.2f\n", at_s);
    coarse += text;
    intervals.push_back(rr_ms);
    steps.push_back(std::round(rr_ms / 15.625) * 15.625);
  }
  const auto beats = hrv::parse_beats(coarse), precise = hrv::parse_beats(fine);
  REQUIRE(beats.ok());
  REQUIRE(precise.ok());
  CHECK((*beats)[5].timing_noise_ms == doctest::Approx(10 / std::sqrt(12.0)).epsilon(0.01));
  CHECK((*precise)[5].timing_noise_ms == 0);
  CHECK(hrv::interval_step_ms(steps) == 15.625);
  CHECK(hrv::interval_step_ms(intervals) < 0.5);
}
