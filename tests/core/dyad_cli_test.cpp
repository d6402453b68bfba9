// `attune dyad` as it is called: one recording, two, and two lists of beats.
#ifdef ATTUNE_BINARY
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "cli_run.hpp"
#include "ecg_signals.hpp"
#include "edf/writer.hpp"
#include "synth/pair.hpp"

using namespace attune;

namespace {

constexpr double dyad_rate_hz = 256;

struct DyadSignal {
  std::string label;
  std::vector<double> samples;  ///< mV
};

std::vector<double> ecg_of_beats(const std::vector<ecg::Beat>& beats, double seconds,
                                 const std::vector<test::GaussianWave>& waves, std::uint64_t seed) {
  test::SimulatedEcg ecg{
      dyad_rate_hz, {}, std::vector<double>(static_cast<std::size_t>(seconds * dyad_rate_hz))};
  for (const ecg::Beat& beat : beats)
    if (beat.time_s > 0.4 && beat.time_s < seconds - 0.4) ecg.beats_s.push_back(beat.time_s);
  Random random(seed);
  for (double& sample : ecg.samples) sample = 0.005 * random.normal();
  test::draw_waves(ecg, waves);
  return ecg.samples;
}

/// The signals from `from_s` on, as a recording that began then.
std::string saved_recording(const std::string& name, const std::vector<DyadSignal>& signals, int from_s,
                            const std::string& start, std::vector<edf::Annotation> marks = {}) {
  edf::WriterHeader header;
  header.start = start;
  header.recording = "Startdate 04-MAR-2024 X X X";
  const auto rate = static_cast<std::size_t>(dyad_rate_hz);
  const auto begin = static_cast<std::size_t>(from_s) * rate;
  header.records = (signals[0].samples.size() - begin) / rate;
  for (const DyadSignal& signal : signals)
    header.signals.push_back(
        {signal.label, "mV", "", "", -3, 3, -32768, 32767, static_cast<std::int64_t>(rate)});
  auto writer = edf::Writer::create(header, std::move(marks));
  REQUIRE(writer);
  auto bytes = writer->header_bytes();
  for (std::size_t r = 0; r < header.records; ++r) {
    std::vector<std::vector<double>> samples;
    for (const DyadSignal& signal : signals) {
      const auto at = signal.samples.begin() + static_cast<std::ptrdiff_t>(begin + r * rate);
      samples.emplace_back(at, at + static_cast<std::ptrdiff_t>(rate));
    }
    const auto record = writer->record(samples);
    bytes.insert(bytes.end(), record.begin(), record.end());
  }
  return test::save(name, bytes);
}

struct DyadFiles {
  DyadSignal mother, infant;

  DyadFiles() {
    synth::PairSettings wanted;
    wanted.duration_s = 300;
    wanted.strength = 0.9;
    wanted.lag_s = 3;
    const auto pair = synth::simulate_pair(wanted);
    mother = {"ECG mother", ecg_of_beats(pair.mother, 300, test::adult_waves(0.3), 1)};
    infant = {"ECG infant", ecg_of_beats(pair.infant, 300, test::infant_waves(), 2)};
  }
};

const DyadFiles& dyad_files() {
  static const DyadFiles files;
  return files;
}

const std::string morning = "2024-03-04T09:30:00";

Json dyad_json(const std::string& arguments) {
  const test::Run run = test::run("dyad " + arguments);
  CAPTURE(run.err);
  REQUIRE(run.status == 0);
  return Json::parse(run.out);
}

double heart_lag_s(const Json& dyad) {
  return dyad["task"]["heart_period"]["peak_lag_s"];
}

}  // namespace

TEST_CASE("one file with both hearts, two files and two lists of beats give the same numbers") {
  const auto& [mother, infant] = dyad_files();
  const std::string both = saved_recording("both.edf", {infant, mother}, 0, morning);
  const std::string of_mother = saved_recording("mother.edf", {mother}, 0, morning);
  const std::string of_infant = saved_recording("infant.edf", {infant}, 0, morning);
  const std::string mother_list = test::save(
      "mother.csv", test::run("beats " + both + " --raw --preset adult --signal 'ECG mother'").out);
  const std::string infant_list =
      test::save("infant.csv", test::run("beats " + both + " --raw --signal 'ECG infant'").out);

  const Json one = dyad_json(both), two = dyad_json("--mother " + of_mother + " --infant " + of_infant),
             lists = dyad_json("--mother " + mother_list + " --infant " + infant_list);
  CHECK(one["task"] == two["task"]);
  CHECK(one["task"] == lists["task"]);
  CHECK(one["courses"] == lists["courses"]);
  CHECK(one["mother"]["source"] == "ECG mother");
  CHECK(one["mother"]["preset"] == "adult");
  CHECK(one["infant"]["preset"] == "infant");
  CHECK(one["clock"]["source"] == "one_recording");
  CHECK(two["clock"]["source"] == "start_times");
  CHECK(lists["clock"]["source"] == "lists");
  const Json& heart = one["task"]["heart_period"];
  CHECK(heart["verdict"] == "coupled");
  CHECK(heart["first"] == "mother");
  CHECK(std::abs(heart_lag_s(one) - 3) <= 1);
  CHECK(heart["said"]["sentence"]["id"] == "dyad.came_first");

  // The sentence is the same in French, and names no state of the two.
  const Json french = dyad_json(both + " --language fr");
  CHECK(french["task"]["heart_period"]["said"]["sentence"]["id"] == "dyad.came_first");
  CHECK(french["task"]["heart_period"]["sentence"].get<std::string>().starts_with("Période cardiaque"));
  CHECK(one.dump().find("attuned") == std::string::npos);
}

/// Edits by hand of a recording, as saved work has them.
std::string saved_edits(const std::string& name, const std::string& recording, const Json& beats) {
  std::ifstream file(recording, std::ios::binary);
  const std::vector<std::uint8_t> bytes{std::istreambuf_iterator<char>(file), {}};
  const Json edits = {{"recordings", {{{"sha256", sha256_hex(bytes)}, {"beats", beats}}}}};
  return test::save(name,
                    Json{{"attune", "session"}, {"format", 1}, {"settings", {{"edits", edits}}}}.dump());
}

TEST_CASE("beats that were put right by hand are those of the pair, and the report says so") {
  const auto& [mother, infant] = dyad_files();
  const std::string both = saved_recording("both-edited.edf", {infant, mother}, 0, morning);
  const std::string of_mother = saved_recording("mother-edited.edf", {mother}, 0, morning);
  const std::string of_infant = saved_recording("infant-edited.edf", {infant}, 0, morning);
  const Json left_out = {{{"action", "exclude"}, {"time_s", 100}, {"to_s", 140}}};
  const Json plain = dyad_json(both);
  const Json found = dyad_json(both + " --edits " + saved_edits("both.json", both, left_out));

  // Of a recording of both they are the infant's: nothing is valid in the stretch, and what lies further off than any
  // window (32 s) is as it was.
  const Json &time = plain["courses"]["time_s"], &before = plain["courses"], &after = found["courses"];
  int inside = 0;
  for (std::size_t t = 0; t < time.size(); ++t) {
    const double s = time[t];
    if (s > 105 && s < 135) {
      CHECK(after["infant_heart_period_ms"][t].is_null());
      ++inside;
    }
    if (s < 60 || s > 180) CHECK(after["infant_rsa_ln_ms2"][t] == before["infant_rsa_ln_ms2"][t]);
  }
  CHECK(inside > 20);
  CHECK(after["mother_heart_period_ms"] == before["mother_heart_period_ms"]);
  CHECK(found["infant"]["edits"] == 1);
  CHECK(found["mother"]["edits"] == 0);
  const auto codes = [](const Json& dyad) {
    std::vector<std::string> all;
    for (const Json& one : dyad["diagnostics"]) all.push_back(one["code"]);
    return all;
  };
  const auto told = [&](const Json& dyad) { return std::ranges::count(codes(dyad), "N_DYAD_EDITED"); };
  CHECK(told(found) == 1);
  CHECK(told(plain) == 0);

  // Of two files each has its own, by its digest.
  const std::string files = "--mother " + of_mother + " --infant " + of_infant;
  const Json two = dyad_json(files + " --edits " + saved_edits("infant.json", of_infant, left_out));
  CHECK(two["task"] == found["task"]);
  const Json hers = dyad_json(files + " --edits " + saved_edits("mother.json", of_mother, left_out));
  CHECK(hers["mother"]["edits"] == 1);
  CHECK(hers["courses"]["infant_heart_period_ms"] == before["infant_heart_period_ms"]);
  CHECK(hers["courses"]["mother_heart_period_ms"] != before["mother_heart_period_ms"]);
  const Json others = dyad_json(both + " --edits " + saved_edits("other.json", of_mother, left_out));
  CHECK(others["task"] == plain["task"]);
  CHECK(test::run("dyad " + both + " --edits " + both).status == 1);
}

TEST_CASE("a clock by start times, by marks and by hand; a second's error is a second of lag and is stated") {
  const auto& [mother, infant] = dyad_files();
  const auto ticks = [](double seconds) { return static_cast<edf::Ticks>(std::llround(seconds * 1e7)); };
  const std::string of_mother = saved_recording("mother-clock.edf", {mother}, 0, morning,
                                                {{ticks(30), {}, "sync", ""}, {ticks(250), {}, "sync", ""}});
  // The infant's recording began 7 s later, by its header 8 s: its clock is a second wrong.
  const std::string of_infant = saved_recording("infant-clock.edf", {infant}, 7, "2024-03-04T09:30:08",
                                                {{ticks(23), {}, "sync", ""}, {ticks(243), {}, "sync", ""}});
  const std::string files = "--mother " + of_mother + " --infant " + of_infant;
  const Json starts = dyad_json(files), marks = dyad_json(files + " --trigger sync"),
             hand = dyad_json(files + " --offset-s 7");
  CHECK(starts["clock"]["offset_s"] == 8);
  CHECK(marks["clock"]["offset_s"].get<double>() == doctest::Approx(7).epsilon(1e-6));
  CHECK(hand["clock"]["offset_s"] == 7);
  CHECK(heart_lag_s(marks) == doctest::Approx(heart_lag_s(hand)).epsilon(1e-6));
  CHECK(heart_lag_s(starts) - heart_lag_s(hand) == doctest::Approx(1).epsilon(0.1));
  CHECK(starts["clock"]["sentence"].get<std::string>().find("every lag may be off by up to 1 s") !=
        std::string::npos);
  // 50 parts in a million over five minutes is 15 ms.
  const Json drifting = dyad_json(files + " --offset-s 7 --drift-ppm 50");
  CHECK(std::abs(heart_lag_s(drifting) - heart_lag_s(hand)) < 0.05);
  CHECK(drifting["clock"]["sentence"].get<std::string>().find("50 parts in a million") != std::string::npos);
}

TEST_CASE("either heart may be missing, and labels that do not tell are asked about") {
  const auto& [mother, infant] = dyad_files();
  const std::string of_infant = saved_recording("alone.edf", {infant}, 0, morning);
  const Json alone = dyad_json("--infant " + of_infant);
  CHECK(alone["mother"].is_null());
  CHECK(alone["task"]["rsa"]["verdict"] == "missing");
  CHECK(alone["task"]["infant_heart_period_ms"].get<double>() ==
        doctest::Approx(60000.0 / 140).epsilon(0.05));

  const std::string unnamed =
      saved_recording("unnamed.edf", {{"ECG1", mother.samples}, {"ECG2", infant.samples}}, 0, morning);
  const test::Run asked = test::run("dyad " + unnamed);
  CHECK(asked.status == 1);
  CHECK(asked.err.find("say which it is (--mother-signal LABEL on the command line). Signals: ECG1, ECG2") !=
        std::string::npos);
  CHECK(asked.err.find("(E_DYAD_SIGNAL)") != std::string::npos);
  const Json named = dyad_json(unnamed + " --mother-signal ECG1 --infant-signal ECG2");
  CHECK(named["task"]["heart_period"]["first"] == "mother");

  CHECK(test::run("dyad").status == 2);
  CHECK(test::run("dyad " + of_infant + " --infant " + of_infant).status == 2);
  CHECK(test::run("dyad " + of_infant + " --offset-s 3").status == 2);
  CHECK(test::run("dyad --infant " + of_infant + " --trigger sync").status == 2);
}

TEST_CASE("a visit is held against an earlier one's result, and a clock by hand is doubted") {
  const auto& [mother, infant] = dyad_files();
  const std::string both = saved_recording("visit.edf", {infant, mother}, 0, morning);
  const std::string earlier = test::save("earlier.json", test::run("dyad " + both).out);
  const Json same = dyad_json(both + " --baseline " + earlier);
  CHECK(same["change"]["heart_period"]["strength"] == "no_difference_found");
  CHECK(same["change"]["heart_period"]["change"]["value"] == 0);
  CHECK(same["diagnostics"].empty());
  CHECK(dyad_json(both)["change"].is_null());

  const std::string of_mother = saved_recording("mother-hand.edf", {mother}, 0, morning),
                    of_infant = saved_recording("infant-hand.edf", {infant}, 0, morning);
  const Json by_hand =
      dyad_json("--mother " + of_mother + " --infant " + of_infant + " --offset-s 0 --baseline " + earlier);
  CHECK(by_hand["diagnostics"][0]["code"] == "W_DYAD_CHANGE_CLOCK");
  CHECK(test::run("dyad " + both + " --baseline " + test::save("other.json", std::string("{}")))
            .err.find("(E_DYAD_BASELINE)") != std::string::npos);
}

TEST_CASE("the tables and the schema of a dyad") {
  const auto& [mother, infant] = dyad_files();
  const std::string both =
      saved_recording("tables.edf", {infant, mother}, 0, morning,
                      {{0, {}, "Free play", ""}, {edf::Ticks(1500000000), {}, "Still-face", ""}});
  const std::string courses = test::scratch("courses.csv").string(),
                    lags = test::scratch("lags.csv").string();
  const Json found = dyad_json(both + " --courses " + courses + " --lags " + lags);
  REQUIRE(found["phases"].size() == 2);
  CHECK(found["phases"][1]["kind"] == "still_face");
  CHECK(test::read_text(courses).find("time_s,mother_rsa_ln_ms2,infant_rsa_ln_ms2") != std::string::npos);
  const std::string table = test::read_text(lags);
  CHECK(std::count(table.begin(), table.end(), '\n') == 1 + 3 * 2 * 21);
  const Json schema = Json::parse(test::run("dyad --schema").out);
  CHECK(schema["$defs"].contains("DyadCoupling"));
}

#endif
