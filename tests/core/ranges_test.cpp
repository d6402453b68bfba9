// Every number that a person or a file can set has a range, and is refused in words outside it.
#include <cmath>
#include <limits>

#include "base/json.hpp"
#include "cohort/settings.hpp"
#include "export/session_file.hpp"
#include "leaves.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

/// Values that no leaf of this range may take.
std::vector<Json> values_outside(const Leaf& leaf) {
  const double step = leaf.whole ? 1 : 1e-6 * std::max(1.0, std::abs(leaf.range.highest));
  std::vector<Json> values{leaf_value(leaf, leaf.range.lowest - step),
                           leaf_value(leaf, leaf.range.highest + step)};
  if (leaf.whole) {
    values.push_back(std::numeric_limits<std::int64_t>::max());
    values.push_back(std::numeric_limits<std::int64_t>::min());
  } else {
    for (const double value : {1e300, -1e300}) values.push_back(value);
  }
  return values;
}

template <class T>
void check_refusals(const T& defaults) {
  for (const Leaf& leaf : leaves_of(defaults)) {
    CAPTURE(leaf.path);
    REQUIRE(leaf.range.is_given());
    for (const Json& value : values_outside(leaf)) {
      T settings = defaults;
      const Status status = set_leaf(settings, leaf, value);
      REQUIRE_FALSE(status.ok());
      CHECK(status.error().where == leaf.path);
      CHECK(status.error().message.english().starts_with(leaf.path + " is "));
      CHECK(status.error().message.english().find("; it must lie between ") != std::string::npos);
    }
    for (const char* text : {"NaN", "Infinity", "1e999"})
      CHECK_FALSE(parse_json<T>(R"({"ecg":{"block_s":)" + std::string(text) + "}}").ok());
  }
}

}  // namespace

TEST_CASE("the shipped settings and those of every preset lie in their ranges") {
  CHECK(check_ranges(cohort::Settings{}).ok());
  CHECK(check_ranges(exports::SessionFile{}).ok());
  for (const auto preset : {ecg::Preset::infant, ecg::Preset::child, ecg::Preset::adult}) {
    CHECK(check_ranges(ecg::settings_for(preset)).ok());
    CHECK(check_ranges(hrv::settings_for(preset)).ok());
  }
  CHECK(check_ranges(eeg::settings_for(eeg::Preset::strict_infant)).ok());
}

TEST_CASE("a number outside its range is refused with its name, its value and the range") {
  const auto refusal = parse_json<visit::Settings>(R"({"ecg":{"block_s":0}})");
  REQUIRE_FALSE(refusal.ok());
  CHECK(refusal.error().code == "E_JSON_RANGE");
  CHECK(refusal.error().message == "ecg.block_s is 0; it must lie between 30 and 600.");
  CHECK(parse_json<visit::Settings>(R"({"eeg":{"bootstrap_samples":99999999999}})").error().message ==
        "eeg.bootstrap_samples is 99999999999; it must lie between 100 and 10000.");
  CHECK(parse_json<visit::Settings>(R"({"eeg":{"sensitivity_bands":[{"low_hz":4,"high_hz":1e300}]}})")
            .error()
            .message == "eeg.sensitivity_bands[0].high_hz is 1e+300; it must lie between 0 and 1000.");
  CHECK(parse_json<visit::VisitOptions>(R"({"phases":[{"start_s":0,"end_s":1e9}]})").error().message ==
        "phases[0].end_s is 1000000000; it must lie between -100000000 and 100000000.");
}

TEST_CASE("numbers that contradict each other are refused with both") {
  const auto message = [](const std::string& json) {
    const auto read = parse_json<visit::Settings>(json);
    return read ? std::string("accepted") : read.error().message.english();
  };
  CHECK(message(R"({"ecg":{"rr_min_ms":800}})") ==
        "ecg.rr_min_ms is 800; it must be less than 0.5 × rr_max_ms, which is 750.");
  CHECK(message(R"({"eeg":{"alpha":{"low_hz":9,"high_hz":6}}})") ==
        "eeg.alpha.low_hz is 9; it must be at most high_hz, which is 6.");
  CHECK(message(R"({"hrv":{"rsa_low_hz":0.1,"epoch_s":8}})") ==
        "hrv.rsa_low_hz is 0.1; it must be at least 1 / epoch_s, which is 0.125.");
  CHECK(
      parse_json<cohort::Settings>(R"({"gates":{"youngest_months":9,"oldest_months":6}})").error().message ==
      "gates.youngest_months is 9; it must be at most oldest_months, which is 6.");
  CHECK(parse_json<cohort::Settings>(R"({"gates":{"youngest_months":9}})").ok());
}

TEST_CASE("a list longer than it may be is refused with both lengths") {
  Json json = to_json(visit::Settings{});
  for (int i = 0; i < 100; ++i) json["eeg"]["sensitivity_bands"].push_back({{"low_hz", 4}, {"high_hz", 6}});
  CHECK(parse_json<visit::Settings>(dump(json)).error().message ==
        "eeg.sensitivity_bands has 104 entries; it may have up to 32.");
}

TEST_CASE("every number of the settings is refused outside its range, whatever stands there") {
  check_refusals(visit::Settings{});
  check_refusals(cohort::Settings{});
}

TEST_CASE("the schema holds the ranges") {
  Json definitions = Json::object();
  schema_of<visit::Settings>(definitions);
  const Json& epoch = definitions["HrvSettings"]["properties"]["epoch_s"];
  CHECK(epoch["minimum"] == 5);
  CHECK(epoch["maximum"] == 600);
  CHECK(definitions["EegSettings"]["properties"]["sensitivity_bands"]["maxItems"] == 32);
}

TEST_CASE("a saved report opens with numbers outside their ranges, a session does not") {
  report::Report report;
  report.provenance.program = "attune";
  report.provenance.settings.ecg.block_s = 0;
  const auto opened = exports::read_report(dump(to_json(report)));
  REQUIRE(opened.ok());
  CHECK(opened->provenance.settings.ecg.block_s == 0);
  exports::SessionFile session;
  session.attune = "session";
  session.settings.ecg.block_s = 0;
  const auto refused = exports::read_session(dump(to_json(session)));
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().message == "settings.ecg.block_s is 0; it must lie between 30 and 600.");
}
