// A visit whose breathing RSA does not hold has its number, and no verdict.
#include <string>

#include "hrv_beats.hpp"
#include "report/compare.hpp"
#include "support.hpp"

using namespace attune;
using test::heart_of;

namespace {

bool has_code(const hrv::Metrics& metrics, const std::string& code) {
  for (const Diagnostic& diagnostic : metrics.diagnostics)
    if (diagnostic.code == code) return true;
  return false;
}

visit::Visit heart_visit(hrv::Metrics heart) {
  visit::Visit visit;
  visit.heart = std::move(heart);
  visit.heart.source = "ECG";
  visit.eeg.reason = "none";
  static int files = 0;
  visit.file.sha256 = std::to_string(++files);
  return visit;
}

const report::Measure& first_measure(const report::Report& report) {
  return report.measures.front();
}

}  // namespace

TEST_CASE("breathing that moves out of what RSA holds leaves no verdict: 0.9 to 1.15 Hz") {
  // At 130 beats a minute half the heart rate is 1.083 Hz: breathing at 1.15 Hz shows mirrored, at 1.017 Hz.
  int doubted = 0, judged = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto before = heart_of(130, 0.9, 8, seed), after = heart_of(130, 1.15, 8, seed + 100);
    if (has_code(after, "W_BREATHING_UNSURE") && !after.rsa_not_comparable.empty()) ++doubted;
    CHECK(after.rsa_ln_ms2);  // the number is still shown
    const auto report = report::compare({heart_visit(before), heart_visit(after)}, {}, {});
    REQUIRE(report.ok());
    const report::Change& change = first_measure(*report).changes.front();
    if (change.verdict != report::Verdict::cannot_judge) ++judged;
    CHECK(change.change.reason.english().find("breathing at") != std::string::npos);
    CHECK(first_measure(*report).visits[1].value);
    CHECK(change.reliable.finding == report::ReliableFinding::cannot_judge);
  }
  CHECK(doubted == 10);
  CHECK(judged == 0);
}

TEST_CASE("ordinary infant breathing keeps its verdict") {
  int judged = 0;
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    const auto before = heart_of(140, 0.6, 8, seed), after = heart_of(136, 0.7, 8, seed + 100);
    CHECK(before.rsa_not_comparable.empty());
    CHECK(after.rsa_not_comparable.empty());
    const auto report = report::compare({heart_visit(before), heart_visit(after)}, {}, {});
    REQUIRE(report.ok());
    if (first_measure(*report).changes.front().verdict != report::Verdict::cannot_judge) ++judged;
  }
  CHECK(judged == 10);
}
