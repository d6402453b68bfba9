// What a whole report says of recordings whose asymmetry cannot be formed, or not be trusted: the sentence of
// the statement, the reason beside the missing number, the code of the note.
#include <algorithm>

#include "eeg_signals.hpp"
#include "report/compare.hpp"
#include "support.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::test;

namespace {

constexpr double rate_hz = 256;

std::vector<double> brain(std::uint64_t seed, double duration_s = 90) {
  return brownish(15, samples_of(rate_hz, duration_s), seed);
}

visit::Visit visit_of(const std::vector<Channel>& channels, const std::string& sha256,
                      std::optional<double> age_months = {}) {
  visit::RecordingFeatures features;
  features.sha256 = sha256;
  features.segments = {{0, static_cast<double>(channels[0].uv.size()) / rate_hz}};
  features.eeg.push_back(features_of(channels, rate_hz));
  visit::VisitOptions options;
  options.age_months = age_months;
  return visit::measure_visit(features, options, {});
}

/// A report whose baseline is an ordinary recording and whose follow-up is the one in question.
report::Report report_of(const std::vector<Channel>& channels, std::optional<double> age_months = {}) {
  const auto ordinary = visit_of({{"F3", brain(1)}, {"F4", brain(2)}}, "a", age_months);
  const auto report = report::compare({ordinary, visit_of(channels, "b", age_months)}, {});
  REQUIRE(report.ok());
  return *report;
}

const report::Statement& finding(const report::Report& report) {
  const auto found = std::find_if(report.statements.begin(), report.statements.end(),
                                  [](const auto& s) { return s.domain == report::Domain::brain; });
  REQUIRE(found != report.statements.end());
  return *found;
}

bool notes(const report::Report& report, const std::string& code) {
  const auto& list = report.visits[1].eeg.diagnostics;
  return std::any_of(list.begin(), list.end(), [&](const Diagnostic& note) { return note.code == code; });
}

/// The follow-up has no number, and the report says this, wherever it is asked.
void check_says(const report::Report& report, const std::string& reason) {
  const auto& measures = report.measures;
  const auto faa = std::find_if(measures.begin(), measures.end(),
                                [](const report::Measure& measure) { return measure.id == "faa_f4_f3"; });
  REQUIRE(faa != measures.end());
  CHECK(faa->visits[0].value);
  CHECK_FALSE(faa->visits[1].value);
  CHECK(faa->visits[1].reason == reason);
  CHECK(faa->changes[0].verdict == report::Verdict::cannot_judge);
  CHECK(finding(report).headline == "Too little data");
  CHECK(finding(report).certainty == eeg::DataLevel::none);
  CAPTURE(finding(report).sentence);
  // Inside another sentence it begins small, unless with a site, and its stop stands behind the brackets.
  std::string in_brackets = reason.substr(0, reason.size() - 1) + ").";
  if (!reason.starts_with("F3")) in_brackets[0] = static_cast<char>(reason[0] - 'A' + 'a');
  CHECK(finding(report).sentence.english().find(in_brackets) != std::string::npos);
}

}  // namespace

TEST_CASE("the report says of a flat F3 that it is flat") {
  const auto report = report_of({{"F3", 0.0 * brain(1)}, {"F4", brain(2)}});
  check_says(report, "F3 cannot be used. It is flat, without any signal, in 100 % of the recording.");
  CHECK(notes(report, "W_EEG_CHANNEL"));
}

TEST_CASE("the report says of F3 and F4 joined by gel that they are bridged") {
  const auto shared = brain(1);
  const auto report = report_of({{"F3", shared + white(0.3, shared.size(), 5)}, {"F4", shared}});
  check_says(
      report,
      "F3 and F4 carry the same signal, as electrodes joined by gel do (bridged). Their asymmetry would "
      "say nothing about the brain.");
  CHECK(notes(report, "W_EEG_BRIDGED"));
}

TEST_CASE("the report says of 20 s of clean data how much there is and how much is needed") {
  // 90 s, of which 70 s are a box train that no window passes.
  auto left = brain(1);
  for (double s = 20.25; s < 90; s += 0.5) add_box(left, 400, s, s + 0.1, rate_hz);
  const auto report = report_of({{"F3", left}, {"F4", brain(2)}});
  check_says(report, "Not enough clean EEG to say: 20 s found, at least 30 s needed.");
  CHECK(report.visits[1].quality.eeg_clean_s == doctest::Approx(20));
}

TEST_CASE("the report says below five months that the alpha band is not settled, and shows lower bands") {
  const auto report = report_of({{"F3", brain(3)}, {"F4", brain(4)}}, 4);
  CHECK(notes(report, "W_EEG_AGE"));
  CHECK(finding(report).certainty == eeg::DataLevel::low);
  CHECK(finding(report).certainty_reason.english().find(
            "below 5 months of age the infant alpha rhythm is not settled") != std::string::npos);
  const auto& table = report.visits[1].eeg.sensitivity;
  for (const char* band : {"4-6 Hz", "5-8 Hz"})
    CHECK(std::any_of(table.begin(), table.end(),
                      [&](const auto& line) { return line.choice == band && line.faa_ln.value; }));
  CHECK_FALSE(notes(report_of({{"F3", brain(3)}, {"F4", brain(4)}}, 5), "W_EEG_AGE"));
}

TEST_CASE("the report says of bipolar frontal channels that no asymmetry can be formed, and why") {
  check_says(
      report_of({{"F3", brain(1), "C3"}, {"F4", brain(2), "C4"}}),
      "The asymmetry F3/F4 cannot be formed from these bipolar channels: F3 was recorded against C3 and "
      "F4 against C4, so their difference would mix the activity of four places. It needs both sites "
      "against one common reference.");
  check_says(
      report_of({{"Fp1", brain(1), "F3"}, {"Fp2", brain(2), "F4"}}),
      "The asymmetry F3/F4 cannot be formed: F3 and F4 are there only as the reference of Fp1 and Fp2. It "
      "needs both sites against one common reference, not bipolar channels.");
}
