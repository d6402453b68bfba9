// The shared recordings: every public file against its JSON, every constructed case against expect.json.
// Truth comes from an independent parser (see the data's README). Prints how many agree.
#include <algorithm>
#include <map>

#include "base/json.hpp"
#include "base/sha256.hpp"
#include "edf/statistics.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

/// What a reader tells of one file, with a digest of each signal's samples as little-endian 32-bit words.
struct Told {
  Reading reading;
  std::vector<std::string> digests;
  std::vector<edf::SignalStatistics> statistics;
};

Told tell(const std::filesystem::path& path) {
  const Bytes bytes = read_file(path);
  Told told;
  std::vector<Sha256> hashes;
  edf::Statistics statistics;
  std::vector<std::int32_t> samples;
  edf::Reader reader(bytes.size(), [&](const edf::Record& record) {
    hashes.resize(record.header.signals.size());
    for (std::size_t i = 0; i < hashes.size(); ++i) {
      samples.resize(static_cast<std::size_t>(record.header.signals[i].samples_per_record));
      record.digital(i, samples);
      hashes[i].update({reinterpret_cast<const std::uint8_t*>(samples.data()), samples.size() * 4});
    }
    statistics.add(record);
  });
  constexpr std::size_t slice = 100003;
  Status status = success();
  for (std::size_t at = 0; at < bytes.size() && status; at += slice)
    status = reader.push(std::span(bytes).subspan(at, std::min(slice, bytes.size() - at)));
  told.reading.status = status ? reader.finish() : status;
  if (reader.has_header()) told.reading.header = reader.header();
  told.reading.segments = reader.segments();
  told.reading.annotations = reader.annotations();
  told.reading.diagnostics = reader.diagnostics();
  told.reading.recorded_s = edf::seconds(reader.recorded());
  for (Sha256& hash : hashes) told.digests.push_back(hash.hex());
  told.statistics = statistics.results();
  return told;
}

/// Differences found in one file, as text; empty if it agrees.
struct Differences {
  std::string text;
  template <class A, class B>
  void compare(const std::string& what, const A& got, const B& expected) {
    if (got == expected) return;
    text += " " + what + ": " + dump(Json(got)) + " instead of " + dump(Json(expected)) + ";";
  }
  void near(const std::string& what, double got, double expected, double tolerance) {
    if (std::abs(got - expected) <= tolerance) return;
    text += " " + what + ": " + dump(Json(got)) + " instead of " + dump(Json(expected)) + ";";
  }
};

using Row =
    std::tuple<std::int64_t, std::int64_t, std::string>;  ///< onset and duration in us (-1: none), text

std::vector<Row> rows_of(const std::vector<edf::Annotation>& annotations) {
  std::vector<Row> rows;
  for (const edf::Annotation& item : annotations)
    rows.emplace_back((item.onset + 100000000000005) / 10 - 10000000000000,
                      item.duration ? (*item.duration + 5) / 10 : -1, item.text);
  std::sort(rows.begin(), rows.end());
  return rows;
}

std::int64_t micros(double seconds) {
  return std::llround(seconds * 1e6);
}

/// Gaps as [record before, seconds] pairs, from segments in the order of the file.
std::vector<std::pair<std::uint64_t, std::int64_t>> gaps_of(const Reading& reading) {
  std::vector<std::pair<std::uint64_t, std::int64_t>> gaps;
  for (std::size_t i = 1; i < reading.segments.size(); ++i) {
    const edf::Segment &before = reading.segments[i - 1], &after = reading.segments[i];
    const double end_s = edf::seconds(before.onset) +
                         static_cast<double>(before.records) * reading.header.record_duration.value();
    gaps.emplace_back(after.first_record - 1, micros(edf::seconds(after.onset) - end_s));
  }
  return gaps;
}

void compare_signals(const Told& told, const Json& truth, Differences& differences) {
  differences.compare("signals", told.reading.header.signals.size(), truth["signals"].size());
  for (std::size_t i = 0; i < truth["signals"].size() && i < told.reading.header.signals.size(); ++i) {
    const Json& expected = truth["signals"][i];
    const edf::Signal& got = told.reading.header.signals[i];
    const std::string name = "signal " + std::to_string(i);
    differences.compare(name + " label", got.label, expected["label"].get<std::string>());
    differences.compare(name + " unit", got.unit, expected["unit"].get<std::string>());
    differences.compare(name + " prefilter", got.prefilter, expected["prefilter"].get<std::string>());
    differences.compare(name + " samples",
                        static_cast<std::uint64_t>(got.samples_per_record) * told.reading.header.records,
                        expected["n"].get<std::uint64_t>());
    if (expected["fs"].is_number())
      differences.near(name + " rate", got.sample_rate_hz, expected["fs"], 1e-9);
    if (!expected.contains("phys")) continue;
    const double range = std::abs(expected["pmax"].get<double>() - expected["pmin"].get<double>());
    const edf::SignalStatistics& statistics = told.statistics[i];
    differences.near(name + " min", statistics.min(got), expected["phys"]["min"], 1e-9 * range);
    differences.near(name + " max", statistics.max(got), expected["phys"]["max"], 1e-9 * range);
    differences.near(name + " mean", statistics.mean(got), expected["phys"]["mean"], 1e-9 * range);
    differences.near(name + " sd", statistics.sd(got), expected["phys"]["std"], 1e-9 * range);
    differences.compare(name + " digest", told.digests[i], expected["sha256_dig_i32le"].get<std::string>());
  }
}

std::string differences_of_real(const Told& told, const Json& truth) {
  Differences differences;
  const Json& derived = truth["derived"];
  differences.compare("variant", std::string(name_of(told.reading.header.variant)),
                      truth["format"].get<std::string>());
  differences.compare("records", told.reading.header.records, derived["records_used"].get<std::uint64_t>());
  if (derived["duration_s"].is_number())
    differences.near("duration", told.reading.recorded_s, derived["duration_s"], 1e-6);
  if (told.reading.header.start)
    differences.compare("start", *told.reading.header.start, derived["start_iso"].get<std::string>());
  compare_signals(told, truth, differences);
  // The truth counts annotations from the header's start; ours count from the first sample.
  const double first_s = derived.contains("first_onset") ? derived["first_onset"].get<double>() : 0;
  std::vector<Row> expected;
  for (const Json& item : truth["annotations"])
    expected.emplace_back(micros(item["onset"].get<double>() - first_s),
                          item["duration"].is_null() ? -1 : micros(item["duration"]),
                          item["text"].get<std::string>());
  std::sort(expected.begin(), expected.end());
  differences.compare("annotations", rows_of(told.reading.annotations), expected);
  std::vector<std::pair<std::uint64_t, std::int64_t>> gaps;
  if (derived.contains("gaps"))
    for (const Json& gap : derived["gaps"]) gaps.emplace_back(gap["after_record"], micros(gap["gap_s"]));
  differences.compare("gaps", gaps_of(told.reading), gaps);
  return differences.text;
}

std::string differences_of_case(const Told& told, const Json& truth) {
  Differences differences;
  std::vector<std::size_t> ordinary;
  for (std::size_t i = 0; i < told.reading.header.signals.size(); ++i)
    if (told.reading.header.signals[i].kind != edf::ChannelKind::annotation) ordinary.push_back(i);
  if (truth.contains("signals")) {
    differences.compare("signals", ordinary.size(), truth["signals"].size());
    for (std::size_t k = 0; k < ordinary.size() && k < truth["signals"].size(); ++k) {
      const Json& expected = truth["signals"][k];
      differences.compare(
          "samples",
          static_cast<std::uint64_t>(told.reading.header.signals[ordinary[k]].samples_per_record) *
              told.reading.header.records,
          expected["n"].get<std::uint64_t>());
      differences.compare("digest", told.digests[ordinary[k]],
                          expected["sha256_dig_i32le"].get<std::string>());
    }
  }
  if (truth.contains("annotations")) {
    std::vector<Row> expected;
    for (const Json& item : truth["annotations"])
      expected.emplace_back(micros(item[0]), item[1].is_null() ? -1 : micros(item[1]),
                            item[2].get<std::string>());
    std::sort(expected.begin(), expected.end());
    differences.compare("annotations", rows_of(told.reading.annotations), expected);
  }
  if (truth.contains("gaps")) {
    std::vector<std::pair<std::uint64_t, std::int64_t>> gaps;
    for (const Json& gap : truth["gaps"]) gaps.emplace_back(gap[0], micros(gap[1]));
    differences.compare("gaps", gaps_of(told.reading), gaps);
  }
  return differences.text;
}

/// Files that are refused, with the reason; by the truth's own list of faults, not by what the reader does.
const std::map<std::string, std::string> refused{
    {"bids_cofitage_COF008_BL_eeg.edf", "E_HEADER_SHORT"},
    {"bids_emg_CustomBipolar_1024hist.edf", "E_NOT_EDF"},
    {"bids_emg_Multimodal_sub-01_task-pullstand_eeg.edf", "E_HEADER_SHIFTED"},
    {"bids_emg_Multimodal_sub-01_task-pullstand_emg.edf", "E_HEADER_SHIFTED"},
    {"eegmmi_S001R01.edf", "E_DAMAGED_UTF8"},
    {"prerau_deid_test.edf", "E_HEADER_FIELD"},
    {"d09_header_only.edf", "E_NO_RECORDS"},
    {"d50_crlf_damage.edf", "E_DAMAGED_CRLF"},
    {"d51_utf8_damage.edf", "E_DAMAGED_UTF8"},
    {"d53_shifted_header_minus1.edf", "E_HEADER_SHIFTED"},
    {"d54_gzip_bomb.edf.gz", "E_COMPRESSED"},
    {"h02_ns_minus1.edf", "E_SIGNAL_COUNT"},
    {"h03_ns_zero.edf", "E_SIGNAL_COUNT"},
    {"h05_spr_99999999.edf", "E_NO_RECORDS"},
    {"h06_spr_minus.edf", "E_SAMPLES_PER_RECORD"},
    {"h08_spr_float.edf", "E_SAMPLES_PER_RECORD"},
    {"h20_empty.edf", "E_EMPTY"},
    {"h21_255_bytes.edf", "E_HEADER_SHORT"},
    {"h23_half_signal_header.edf", "E_HEADER_SHORT"},
    {"h24_random.edf", "E_NOT_EDF"},
    {"h26_html_404.edf", "E_WEB_PAGE"},
    {"h27_lfs_pointer.edf", "E_GIT_POINTER"},
    {"h29_esrf.edf", "E_OTHER_FORMAT"},
    {"h30_gdf.edf", "E_OTHER_FORMAT"},
};

template <class Compare>
void compare_file(const std::filesystem::path& path, Compare compare, int& agree, int& files) {
  const std::string name = path.filename().string();
  const Told told = tell(path);
  const auto reason = refused.find(name);
  const std::string expected = reason == refused.end() ? "" : reason->second;
  ++files;
  const std::string wrong = told.reading.error() != expected ? " error " + told.reading.error()
                            : expected.empty()               ? compare(told)
                                                             : "";
  CHECK_MESSAGE(wrong.empty(), name, ":", wrong);
  agree += wrong.empty() ? 1 : 0;
}

}  // namespace

TEST_CASE("public recordings are read as an independent parser reads them") {
  if (!have_data("edf/real")) return;
  int agree = 0, files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(data_folder() / "edf/real")) {
    if (entry.path().extension() == ".json") continue;
    const Json truth = Json::parse(read_text(entry.path().string() + ".json"), nullptr, false);
    compare_file(
        entry.path(), [&](const Told& told) { return differences_of_real(told, truth); }, agree, files);
  }
  MESSAGE("public recordings: " << agree << " of " << files);
}

TEST_CASE("constructed cases behave as their truth says") {
  if (!have_data("edf/cases/expect.json")) return;
  const Json truth = Json::parse(read_text(data_folder() / "edf/cases/expect.json"), nullptr, false);
  int agree = 0, files = 0;
  for (const auto& [name, expected] : truth.items()) {
    const Json& of_case = expected;
    compare_file(
        data_folder() / "edf/cases" / name,
        [&](const Told& told) { return differences_of_case(told, of_case); }, agree, files);
  }
  MESSAGE("constructed cases: " << agree << " of " << files);
}
