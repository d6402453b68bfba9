// Whole simulated recordings: what the files hold, that they are reproducible, what the scenarios are.
#include <algorithm>
#include <cmath>

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "edf/reader.hpp"
#include "support.hpp"
#include "synth/dyad.hpp"

using namespace attune;
using namespace attune::synth;

namespace {

RecordingSettings one_minute() {
  RecordingSettings settings;
  settings.duration_s = 60;
  settings.phases = {{"Rest", PhaseKind::rest, 30, 0, 0, 1},
                     {"Stranger with toy", PhaseKind::stranger, 30, -0.3, 5, 1.5}};
  return settings;
}

/// All samples of a file, by signal, in physical units.
std::vector<std::vector<double>> samples_of(const std::vector<std::uint8_t>& bytes, edf::Header& header,
                                            std::vector<edf::Annotation>& annotations,
                                            std::vector<Diagnostic>& diagnostics) {
  std::vector<std::vector<double>> samples;
  edf::Reader reader(bytes.size(), [&](const edf::Record& record) {
    samples.resize(record.header.signals.size());
    for (std::size_t s = 0; s < samples.size(); ++s) {
      std::vector<double> block(std::size_t(record.header.signals[s].samples_per_record));
      record.physical(s, block);
      samples[s].insert(samples[s].end(), block.begin(), block.end());
    }
  });
  REQUIRE(reader.push(bytes).ok());
  REQUIRE(reader.finish().ok());
  header = reader.header();
  annotations = reader.annotations();
  diagnostics = reader.diagnostics();
  return samples;
}

std::string where_refused(const RecordingSettings& settings) {
  const auto simulator = RecordingSimulator::create(settings);
  if (simulator.ok()) return "accepted";
  CHECK(simulator.error().code == "E_SYNTH_SETTINGS");
  return simulator.error().where.english();
}

}  // namespace

TEST_CASE("a simulated file reads back without a complaint, with its sites, rates and phases") {
  const auto recording = simulate(one_minute());
  REQUIRE(recording.ok());
  edf::Header header;
  std::vector<edf::Annotation> annotations;
  std::vector<Diagnostic> diagnostics;
  const auto samples = samples_of(recording->edf, header, annotations, diagnostics);
  for (const Diagnostic& d : diagnostics) MESSAGE(d.code << ": " << d.message);
  CHECK(diagnostics.empty());
  CHECK(header.variant == edf::Variant::edf_c);
  CHECK(header.start == "2024-03-04T09:30:00");
  CHECK(header.records == 60);
  REQUIRE(header.signals.size() == 13);  // ten sites, ECG, respiration, annotations
  CHECK(header.signals[0].kind == edf::ChannelKind::eeg);
  CHECK(header.signals[0].site == "F3");
  CHECK(header.signals[0].sample_rate_hz == 256);
  CHECK(header.signals[10].kind == edf::ChannelKind::ecg);
  CHECK(header.signals[11].kind == edf::ChannelKind::respiration);
  CHECK(samples[0].size() == 60 * 256);
  CHECK(samples[11].size() == 60 * 32);
  REQUIRE(annotations.size() == 2);
  CHECK(annotations[1].text == "Stranger with toy");
  CHECK(edf::seconds(annotations[1].onset) == 30);
  CHECK(edf::seconds(*annotations[1].duration) == 30);
}

TEST_CASE("the same settings give the same bytes, on every machine") {
  // Digests of this program's own output, the same natively and as WebAssembly: they prove that both agree
  // and that a seed keeps its meaning, not that the samples are right.
  const auto recording = simulate(one_minute());
  REQUIRE(recording.ok());
  Sha256 samples;
  edf::Reader reader(recording->edf.size(), [&](const edf::Record& record) {
    for (std::size_t s = 0; s < 12; ++s) {  // ten sites, ECG, respiration
      std::vector<std::int32_t> digital(std::size_t(record.header.signals[s].samples_per_record));
      record.digital(s, digital);
      for (const std::int32_t value : digital) {
        const auto bits = static_cast<std::uint32_t>(value);
        const std::uint8_t bytes[2] = {std::uint8_t(bits), std::uint8_t(bits >> 8)};
        samples.update(bytes);
      }
    }
  });
  REQUIRE(reader.push(recording->edf).ok());
  REQUIRE(reader.finish().ok());
  CHECK(samples.hex() == "b85b3c9cfe7c96430894c1bbdf0cba43d0dbbc551175c0f2d6a1f862d9fe96a2");
  const std::string truth = dump(to_json(recording->truth));
  CHECK(sha256_hex({reinterpret_cast<const std::uint8_t*>(truth.data()), truth.size()}) ==
        "bbf44199165d87a5bd09c418bc34d72f1faf1a25171a8c720bca2980235b266f");
}

TEST_CASE("a recording can be made again from its truth") {
  const auto recording = simulate(one_minute());
  REQUIRE(recording.ok());
  const auto truth = parse_json<Truth>(dump(to_json(recording->truth)));
  REQUIRE(truth.ok());
  const auto again = simulate(truth->settings);
  REQUIRE(again.ok());
  CHECK(again->edf == recording->edf);
}

TEST_CASE("another seed gives other samples, and one setting leaves the other parts alone") {
  const auto one = simulate(one_minute());
  RecordingSettings other_seed = one_minute();
  other_seed.seed = 2;
  CHECK(simulate(other_seed)->edf != one->edf);
  RecordingSettings more_blinks = one_minute();
  more_blinks.blinks_per_min = 20;
  const auto blinking = simulate(more_blinks);
  REQUIRE(blinking.ok());
  CHECK(blinking->truth.beats.size() == one->truth.beats.size());
  CHECK(blinking->truth.beats[7].time_s == one->truth.beats[7].time_s);
  CHECK(blinking->truth.pairs[0].realised_faa_ln == one->truth.pairs[0].realised_faa_ln);
}

TEST_CASE("a bad channel is bad throughout and its neighbours are not") {
  for (const BadChannelKind kind : {BadChannelKind::flat, BadChannelKind::noisy}) {
    RecordingSettings settings = one_minute();
    settings.bursts_per_min = settings.pops_per_min = settings.blinks_per_min = 0;
    settings.bad_channel = "F4";
    settings.bad_channel_kind = kind;
    const auto recording = simulate(settings);
    REQUIRE(recording.ok());
    edf::Header header;
    std::vector<edf::Annotation> annotations;
    std::vector<Diagnostic> diagnostics;
    const auto samples = samples_of(recording->edf, header, annotations, diagnostics);
    const auto range = [&](std::size_t signal, std::size_t second) {
      const auto from = samples[signal].begin() + long(256 * second);
      const auto [low, high] = std::minmax_element(from, from + 256);
      return *high - *low;
    };
    for (std::size_t second = 0; second < 60; ++second) {
      // Flat: below the 0.5 uV that calls a window flat. Noisy: beyond 300 uV peak to peak, the ±150 uV rule.
      if (kind == BadChannelKind::flat) CHECK(range(1, second) < 0.5);
      if (kind == BadChannelKind::noisy) CHECK(range(1, second) > 300);
      CHECK(range(0, second) > 20);
      CHECK(range(0, second) < 250);
    }
  }
}

TEST_CASE("settings that contradict themselves are refused by name") {
  RecordingSettings s = one_minute();
  s.sites = {"F3", "Q7"};
  CHECK(where_refused(s) == "sites");
  s = one_minute();
  s.faa_ln = 2;
  CHECK(where_refused(s) == "faa_ln");
  s = one_minute();
  s.breathing_hz = 0.2;
  CHECK(where_refused(s) == "breathing_hz");
  s = one_minute();
  s.heart_rate_bpm = 60;
  CHECK(where_refused(s) == "breathing_hz");
  s = one_minute();
  s.rsa_ln_ms2 = -1;
  CHECK(where_refused(s) == "rsa_ln_ms2");
  s = one_minute();
  s.eeg_sample_rate_hz = 255;
  CHECK(where_refused(s) == "eeg_sample_rate_hz");
  s = one_minute();
  s.bad_channel = "O1";
  CHECK(where_refused(s) == "bad_channel");
  s = one_minute();
  s.sites = {"T7", "T3"};  // two names of one place
  CHECK(where_refused(s) == "sites");
  s = one_minute();
  s.blinks_per_min = std::nan("");
  CHECK(where_refused(s) == "blinks_per_min");
  s = one_minute();
  s.phases[0].artifact_factor = -1;
  CHECK(where_refused(s) == "phases");
  s = one_minute();
  s.duration_s = std::nan("");
  CHECK(where_refused(s) == "duration_s");
}

TEST_CASE("the example pair moves as the published effect does: FAA d 0.60, HRV d 0.56") {
  const PublishedEffect effect;
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    const Dyad dyad = make_dyad(Scenario::improved, seed);
    REQUIRE(dyad.visits.size() == 2);
    const RecordingSettings& before = dyad.visits[0].settings;
    const RecordingSettings& after = dyad.visits[1].settings;
    CHECK(before.faa_ln < 0);  // relatively more right activity
    CHECK(after.faa_ln > 0);
    CHECK((after.faa_ln - before.faa_ln) / effect.faa_sd_ln == doctest::Approx(0.60));
    CHECK((after.rsa_ln_ms2 - before.rsa_ln_ms2) / effect.rsa_sd_ln == doctest::Approx(0.56));
    CHECK(dyad.visits[0].age_months == doctest::Approx(5.2).epsilon(0.06));
    // Nine weeks are 63 days of 365.25 / 12 a month.
    CHECK(dyad.visits[1].age_months - dyad.visits[0].age_months == doctest::Approx(63 / 30.4375));
    CHECK(before.seed != after.seed);
    CHECK(RecordingSimulator::create(before).ok());
    CHECK(RecordingSimulator::create(after).ok());
  }
}

TEST_CASE("unchanged stays, mixed moves apart, short is short, a third visit keeps the change") {
  const Dyad unchanged = make_dyad(Scenario::unchanged, 3);
  CHECK(unchanged.visits[0].settings.faa_ln == unchanged.visits[1].settings.faa_ln);
  CHECK(unchanged.visits[0].settings.rsa_ln_ms2 == unchanged.visits[1].settings.rsa_ln_ms2);
  const Dyad mixed = make_dyad(Scenario::mixed, 3);
  CHECK(mixed.visits[1].settings.faa_ln > mixed.visits[0].settings.faa_ln);
  CHECK(mixed.visits[1].settings.rsa_ln_ms2 < mixed.visits[0].settings.rsa_ln_ms2);
  const Dyad three = make_dyad(Scenario::improved, 3, 3);
  REQUIRE(three.visits.size() == 3);
  CHECK(three.visits[2].settings.faa_ln == three.visits[1].settings.faa_ln);
  const auto brief = simulate_visit(make_dyad(Scenario::too_little, 3), 0);
  REQUIRE(brief.ok());
  CHECK(brief->truth.settings.duration_s < 60);  // fewer than the two 30-s epochs that a mean needs
  CHECK(brief->truth.visit == "baseline");
}

TEST_CASE("a visit of the examples stays below 3 MB") {
  const auto recording = simulate_visit(make_dyad(Scenario::improved, 1), 0);
  REQUIRE(recording.ok());
  CHECK(recording->edf.size() < 3'000'000);
  CHECK(recording->truth.heart_phases.size() == 3);
  CHECK(recording->truth.heart.epochs == 12);
}

TEST_CASE("an hour of 32 channels at 512 Hz has 118 MB, made one second at a time") {
  auto simulator = RecordingSimulator::create(long_recording(1, 32, 512, 1));
  REQUIRE(simulator.ok());
  CHECK(simulator->records() == 3600);
  const auto record = simulator->next_record();
  // 32 × 512 samples of 2 bytes a second and its annotations: 117.96 MB of samples.
  CHECK(record.size() > 32 * 512 * 2);
  CHECK(record.size() * 3600 / 1'000'000 == 118);
}
