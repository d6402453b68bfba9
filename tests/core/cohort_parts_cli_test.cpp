// Visits in several files, in a cohort: what the program makes of them, as one job and as jobs of a cluster.
#ifdef ATTUNE_BINARY
#include <algorithm>

#include "base/json.hpp"
#include "cli_run.hpp"
#include "recording_parts.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

std::string study_file(const std::string& path, std::span<const std::uint8_t> bytes) {
  std::filesystem::create_directories(scratch(path).parent_path());
  return save(path, bytes);
}

std::string eeg_of(const std::string& infant, const std::string& rest) {
  return "parts/sub-" + infant + "/eeg/sub-" + infant + "_task-play_" + rest;
}

/// Of one infant two runs and its heart apart, the earlier run by the later name; of another two runs of two persons.
void write_study() {
  PartWanted first, second, heart;
  first.labels = second.labels = {"EEG F3", "EEG F4"};
  first.to_s = 90;
  second.from_s = 90;
  second.start = "2024-03-01T10:02:00";
  heart.labels = {"ECG"};
  study_file(eeg_of("01", "run-1_eeg.edf"), part_of(second));
  study_file(eeg_of("01", "run-2_eeg.edf"), part_of(first));
  study_file(eeg_of("01", "ecg.edf"), part_of(heart));
  const std::string events = "onset\tduration\ttrial_type\n5\t60\tstill-face\n";
  save(eeg_of("01", "run-1_events.tsv"), events);
  study_file(eeg_of("02", "run-1_eeg.edf"), part_of(first));
  second.patient = "P8 M 02-SEP-2023 Y";
  study_file(eeg_of("02", "run-2_eeg.edf"), part_of(second));
  save("parts/participants.tsv", std::string("participant_id\tgroup\nsub-01\ta\nsub-02\tb\n"));
}

std::string path_of(const std::string& name) {
  return scratch(name).string();
}

}  // namespace

TEST_CASE("a cohort measures a visit in several files as analyze does, alone and as a job of a cluster") {
  write_study();
  const Run whole = run("cohort " + path_of("parts") + " --out " + path_of("parts-out"));
  CHECK(whole.status == 3);
  // The two persons' visit is named by its file, and counted.
  CHECK(
      whole.err.find("sub-02_task-play_run-2_eeg.edf: The headers of the files name two different persons") !=
      std::string::npos);
  CHECK(whole.out.find("2 recordings, 2 of them measured now, 1 of no use") != std::string::npos);
  const std::string recordings = read_text(path_of("parts-out/recordings.tsv"));
  CHECK(recordings.find("sub-02_task-play_run-2_eeg.edf: The headers") != std::string::npos);
  CHECK(recordings.find("run-2_eeg.edf|sub-01/eeg/sub-01_task-play_ecg.edf") != std::string::npos);

  const std::string record = read_text(path_of("parts-out/recordings/sub-01_1.json"));
  const Json visit = Json::parse(record, nullptr, false)["visit"];
  REQUIRE(visit["file"]["parts"].size() == 3);
  const auto file = [](const char* rest) { return path_of(eeg_of("01", rest)); };
  const Run analyzed = run("analyze " + file("run-1_eeg.edf") + " " + file("run-2_eeg.edf") + " --part " +
                           file("ecg.edf") + " --label 1");
  REQUIRE(analyzed.status == 0);
  const Json alone = Json::parse(analyzed.out, nullptr, false);
  CHECK(visit["file"]["sha256"] == alone["file"]["sha256"]);
  CHECK(visit["heart"]["rmssd_ms"] == alone["heart"]["rmssd_ms"]);
  CHECK(visit["heart"]["rmssd_ms"].is_number());
  CHECK(visit["eeg"]["asymmetry"][0]["faa_ln"] == alone["eeg"]["asymmetry"][0]["faa_ln"]);
  CHECK(visit["eeg"]["asymmetry"][0]["faa_ln"].is_number());
  // run-1 began 120 s after run-2, and its table counts from its own first sample.
  REQUIRE(visit["phases"].size() == 1);
  CHECK(visit["phases"][0]["start_s"] == 125);

  const Run list = run("cohort " + path_of("parts") + " --list");
  CHECK(list.out.find("\tsub-01_1.json\tsub-01/eeg/sub-01_task-play_run-2_eeg.edf|sub-01/eeg/") !=
        std::string::npos);
  for (const char* name : {"sub-01_1.json", "sub-02_1.json"})
    run("cohort " + path_of("parts") + " --out " + path_of("parts-jobs") + " --measure " + name);
  CHECK(read_text(path_of("parts-jobs/recordings/sub-01_1.json")) == record);
  const Run collected = run("cohort " + path_of("parts") + " --out " + path_of("parts-jobs") + " --collect");
  CHECK(collected.out.find("2 recordings, 0 of them measured now") != std::string::npos);
  for (const char* name : {"/metrics.tsv", "/recordings.tsv", "/tables.json"})
    CHECK(read_text(path_of("parts-jobs") + name) == read_text(path_of("parts-out") + name));

  // A part that changed is measured anew; nothing else is.
  PartWanted heart;
  heart.labels = {"ECG"};
  heart.to_s = 170;
  study_file(eeg_of("01", "ecg.edf"), part_of(heart));
  const Run again = run("cohort " + path_of("parts") + " --out " + path_of("parts-out"));
  CHECK(again.out.find("2 recordings, 1 of them measured now") != std::string::npos);
}
#endif
