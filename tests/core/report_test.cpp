#include <cmath>

#include "base/json.hpp"
#include "export/schema.hpp"
#include "report/calendar.hpp"
#include "report/compare.hpp"
#include "report/wording.hpp"
#include "stats/difference.hpp"
#include "support.hpp"
#include "words/format.hpp"
#include "words/ids/brain.hpp"

using namespace attune;
using namespace attune::exports;
using namespace attune::report;
using namespace attune::visit;
using doctest::Approx;

namespace {

/// A visit as measured: RSA over `epochs` epochs and F3/F4 asymmetry, both with their standard errors.
Visit make_visit(double rsa, double rsa_se, double faa, double faa_se, const std::string& sha256) {
  Visit visit;
  visit.file.sha256 = sha256;
  visit.file.start = "2024-03-01T09:30:00";
  visit.heart.beats = 500;
  visit.heart.overall.epochs_used = visit.heart.overall.epochs_total = 8;
  visit.heart.overall.rsa_ln_ms2 = stats::with_interval(rsa, rsa_se, 7, 8);
  eeg::Asymmetry asymmetry;
  asymmetry.left = "F3";
  asymmetry.right = "F4";
  asymmetry.level = eeg::DataLevel::good;
  asymmetry.absolute = stats::with_interval(faa, faa_se, std::nullopt, 200);
  visit.eeg.asymmetry.push_back(asymmetry);
  return visit;
}

const Measure& find_measure(const Report& report, const std::string& id) {
  for (const Measure& measure : report.measures)
    if (measure.id == id) return measure;
  FAIL("no measure " << id);
  return report.measures.front();
}

const Statement& statement_of(const Report& report, Domain domain) {
  for (const Statement& statement : report.statements)
    if (statement.domain == domain) return statement;
  FAIL("no statement");
  return report.statements.front();
}

}  // namespace

TEST_CASE("a change is the difference of the visits with an interval from both errors") {
  const auto report =
      compare({make_visit(2.61, 0.10, -0.12, 0.06, "a"), make_visit(3.32, 0.10, 0.04, 0.08, "b")}, {});
  REQUIRE(report.ok());
  const Change& faa = find_measure(*report, "faa_f4_f3").changes.at(0);
  // By hand: .04 + .12 = .16; sqrt(.06^2 + .08^2) = .1; normal quantile 1.959964.
  CHECK(*faa.change.value == Approx(0.16).epsilon(1e-12));
  CHECK(*faa.change.se == Approx(0.1).epsilon(1e-12));
  CHECK(*faa.change.ci_low == Approx(0.16 - 0.1959964).epsilon(1e-6));
  CHECK(faa.verdict == Verdict::no_evidence);
  const Change& rsa = find_measure(*report, "rsa_ln_ms2").changes.at(0);
  // Equal errors with 7 df each give 14 df; t(.975, 14) = 2.144787 (printed tables of Student's t).
  CHECK(*rsa.change.df == Approx(14).epsilon(1e-12));
  CHECK(*rsa.change.ci_high == Approx(0.71 + 2.144787 * std::sqrt(0.02)).epsilon(1e-6));
  CHECK(rsa.verdict == Verdict::increase);
}

TEST_CASE("the finding is said in words that claim no more than the numbers") {
  const auto report =
      compare({make_visit(2.61, 0.10, -0.12, 0.06, "a"), make_visit(3.32, 0.10, 0.04, 0.08, "b")}, {});
  REQUIRE(report.ok());
  CHECK(statement_of(*report, Domain::heart).headline == "Difference found; change not judged");
  CHECK(statement_of(*report, Domain::heart).sentence ==
        "Respiratory sinus arrhythmia over the whole recording: the recordings of baseline and follow-up "
        "differ by more than "
        "their own measurement error; whether the infant changed cannot be judged: there are no comparison "
        "infants and "
        "no known retest reliability. "
        "Change +0.71\u00a0ln ms² (95\u00a0% CI +0.41 to +1.01).");
  CHECK(statement_of(*report, Domain::brain).headline == "No difference found");
  CHECK(statement_of(*report, Domain::brain).sentence ==
        "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity): no "
        "difference found between the recordings of "
        "baseline and follow-up; a shift of up to 0.04 to more right or 0.36 to more left activity could "
        "have been missed. Change +0.16 (95\u00a0% CI −0.04 to "
        "+0.36).");
  const std::string all = dump(to_json(*report));
  CHECK(all.find("caused by") == std::string::npos);
  CHECK(all.find("they do not show what caused them") != std::string::npos);
  CHECK(all.find("It does not diagnose.") != std::string::npos);
}

TEST_CASE("without reliability and comparison infants the report says that it cannot judge those layers") {
  const auto report =
      compare({make_visit(2.61, 0.10, -0.12, 0.06, "a"), make_visit(3.32, 0.10, 0.04, 0.08, "b")}, {});
  const Change& change = find_measure(*report, "rsa_ln_ms2").changes.at(0);
  CHECK(change.reliable_change ==
        "cannot be judged: there are no comparison infants and no known retest reliability");
  CHECK(change.comparison == "cannot be judged: no comparison infants were given");
}

TEST_CASE("a visit without EEG costs the brain's sentence only") {
  Visit baseline = make_visit(2.61, 0.10, -0.12, 0.06, "a");
  baseline.eeg = {};
  baseline.eeg.reason = "No EEG channel was found in this recording.";
  const auto report = compare({baseline, make_visit(3.32, 0.10, 0.04, 0.08, "b")}, {});
  REQUIRE(report.ok());
  CHECK(statement_of(*report, Domain::heart).headline == "Difference found; change not judged");
  CHECK(statement_of(*report, Domain::brain).headline == "Cannot be judged");
  CHECK(statement_of(*report, Domain::brain).sentence ==
        "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) cannot be "
        "compared from "
        "baseline to follow-up (baseline: No EEG channel was found in this recording).");
  CHECK(statement_of(*report, Domain::brain).certainty == eeg::DataLevel::none);
  CHECK_FALSE(find_measure(*report, "faa_f4_f3").visits.at(0).value.has_value());
}

TEST_CASE("what no visit has is said once, however many visits there are") {
  std::vector<Visit> visits;
  for (const char* name : {"a", "b", "c"}) {
    visits.push_back(make_visit(2.61, 0.10, 0, 0.1, name));
    visits.back().eeg = {};
    visits.back().eeg.reason = "There is no EEG channel in this recording.";
  }
  const auto report = compare(visits, {});
  REQUIRE(report.ok());
  CHECK(statement_of(*report, Domain::brain).sentence ==
        "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) cannot be "
        "compared between visits (baseline and follow-up and visit 3: There is no EEG channel in this "
        "recording).");

  for (Visit& visit : visits) visit.eeg.reason = words::say<"brain.none">();
  const auto said = compare(visits, {});
  REQUIRE(said.ok());
  const words::Text& sentence = statement_of(*said, Domain::brain).sentence;
  CHECK(sentence ==
        "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) cannot be "
        "compared between visits (baseline and follow-up and visit 3: there is no EEG channel in this "
        "recording).");
  CHECK(words::text(sentence, {words::Language::french})
            .ends_with(
                "visite initiale, visite de suivi et visite\u00a03\u202f: il n’y a pas de canal EEG dans cet "
                "enregistrement)."));
}

TEST_CASE("unknown order, ages that do not fit and years between recordings are said") {
  const auto codes = [](std::optional<const char*> start, double first_age, double second_age) {
    std::vector<Visit> visits{make_visit(2.6, 0.1, 0, 0.1, "a"), make_visit(3.3, 0.1, 0, 0.1, "b")};
    visits[1].file.start.reset();
    if (start) visits[1].file.start = *start;
    visits[0].age_months = first_age;
    visits[1].age_months = second_age;
    std::string found;
    const auto report = compare(visits, {});
    REQUIRE(report.ok());
    for (const Diagnostic& diagnostic : report->diagnostics) found += diagnostic.code + " ";
    return found;
  };
  // 63 days are 2.1 months.
  CHECK(codes("2024-05-03T09:30:00", 5.5, 7.6) == "");
  CHECK(codes("2024-05-03T09:30:00", 9.0, 4.5) == "W_AGE_IMPLAUSIBLE ");
  CHECK(codes("2024-05-03T09:30:00", 5.5, 12.0) == "W_AGE_IMPLAUSIBLE ");
  CHECK(codes(std::nullopt, 5.5, 7.6) == "W_ORDER_UNKNOWN ");
  CHECK(codes(std::nullopt, 7.6, 5.5) == "W_ORDER_UNKNOWN W_AGE_IMPLAUSIBLE ");
  CHECK(codes("2046-03-01T09:30:00", 5.5, 269.5) == "W_LONG_INTERVAL ");
}

TEST_CASE("below five months the brain's finding is of low certainty, and says why") {
  std::vector<Visit> visits{make_visit(2.6, 0.1, 0, 0.1, "a"), make_visit(3.3, 0.1, 0.5, 0.1, "b")};
  visits[0].age_months = 4;
  visits[1].age_months = 6;
  const auto report = compare(visits, {});
  REQUIRE(report.ok());
  CHECK(statement_of(*report, Domain::brain).certainty == eeg::DataLevel::low);
  CHECK(statement_of(*report, Domain::brain).certainty_reason ==
        "baseline: below 5 months of age the infant alpha rhythm is not settled");
  CHECK(statement_of(*report, Domain::heart).certainty == eeg::DataLevel::good);
}

TEST_CASE("a simulated recording is called simulated wherever it is reported") {
  std::vector<Visit> visits{make_visit(2.6, 0.1, 0, 0.1, "a"), make_visit(3.3, 0.1, 0, 0.1, "b")};
  const auto said = [&] {
    const auto report = compare(visits, {});
    REQUIRE(report.ok());
    return dump(to_json(report->cautions)).find("simulated") != std::string::npos;
  };
  CHECK_FALSE(said());
  visits[1].file.simulated = true;
  CHECK(said());
}

TEST_CASE("three visits are each compared with the first") {
  const auto report = compare({make_visit(2.6, 0.1, 0, 0.1, "a"), make_visit(3.3, 0.1, 0, 0.1, "b"),
                               make_visit(2.7, 0.1, 0, 0.1, "c")},
                              {});
  REQUIRE(report.ok());
  CHECK(report->visits.at(2).label == "visit 3");
  const auto& changes = find_measure(*report, "rsa_ln_ms2").changes;
  REQUIRE(changes.size() == 2);
  CHECK(*changes.at(1).change.value == Approx(0.1).epsilon(1e-12));
  CHECK(changes.at(1).verdict == Verdict::no_evidence);
}

TEST_CASE("the same file twice is said, and no change is claimed") {
  const auto report = compare({make_visit(2.6, 0.1, 0, 0.1, "a"), make_visit(2.6, 0.1, 0, 0.1, "a")}, {});
  REQUIRE(report.ok());
  REQUIRE(report->diagnostics.size() == 1);
  CHECK(report->diagnostics.at(0).message ==
        "The same file was given for baseline and follow-up; choose the recording of each visit.");
  CHECK(find_measure(*report, "rsa_ln_ms2").changes.at(0).verdict == Verdict::cannot_judge);
  CHECK(report->pattern ==
        "Whether this infant changed cannot be judged: the same file was given for each visit.");
}

TEST_CASE("a recording that ends early, and phases that are not the same, are said before the finding") {
  Visit first = make_visit(2.6, 0.1, 0, 0.1, "a"), second = make_visit(2.6, 0.1, 0, 0.1, "b");
  first.phases = {{"Rest", PhaseKind::rest, 0, 120}, {"Recovery", PhaseKind::recovery, 120, 240}};
  second.phases = first.phases;
  CHECK(compare({first, second}, {})->diagnostics.empty());
  second.phases.pop_back();
  second.diagnostics = {{"W_TRUNCATED", Severity::warning, "The last 2 min is missing.", "", ""}};
  const auto report = compare({first, second}, {});
  REQUIRE(report->diagnostics.size() == 2);
  CHECK(report->diagnostics[0].code == "W_VISIT_INCOMPLETE");
  CHECK(report->diagnostics[0].message ==
        "The end of the recording given for follow-up is missing; what is told of the whole recording covers "
        "less of it.");
  CHECK(report->diagnostics[1].code == "W_PHASES_DIFFER");
}

TEST_CASE("visits that look swapped are named, and no date stays in the report") {
  Visit first = make_visit(2.6, 0.1, 0, 0.1, "a"), second = make_visit(2.6, 0.1, 0, 0.1, "b");
  first.file.start = "2024-05-03T10:00:00";
  second.file.start = "2024-03-01T10:00:00";
  const auto report = compare({first, second}, {});
  REQUIRE(report.ok());
  CHECK(report->diagnostics.at(0).code == "W_VISITS_SWAPPED");
  CHECK(report->visits.at(1).days_from_first == -63);
  CHECK(dump(to_json(*report)).find("2024") == std::string::npos);
}

TEST_CASE("days between dates count the calendar's leap years") {
  CHECK(days_between("2024-02-28T23:00:00", "2024-03-01T01:00:00") == 2);  // 2024 has a 29 February
  CHECK(days_between("2023-02-28", "2023-03-01") == 1);
  CHECK_FALSE(days_between("2023-02-30", "2023-03-01").has_value());
  CHECK_FALSE(days_between("", "2023-03-01").has_value());
}

TEST_CASE("numbers are written with the report's minus sign, and zero has none") {
  CHECK(number(-0.123, 2) == "−0.12");
  CHECK(number(0.7, 2, true) == "+0.70");
  CHECK(number(-0.001, 2, true) == "0.00");
}

TEST_CASE("a visit and a report survive the way through JSON") {
  const auto report =
      compare({make_visit(2.61, 0.1, -0.12, 0.06, "a"), make_visit(3.3, 0.1, 0.04, 0.08, "b")}, {});
  const std::string text = dump(to_json(*report));
  const auto back = parse_json<Report>(text);
  REQUIRE(back.ok());
  CHECK(dump(to_json(*back)) == text);
}

TEST_CASE("there is no report of no visit") {
  CHECK(compare({}, {}).error().code == "E_NO_VISIT");
}

TEST_CASE("every type that the schema refers to is defined in it") {
  const Json schema = report_schema();
  const std::string text = dump(schema);
  const std::string key = "\"$ref\":\"#/$defs/";
  int references = 0;
  for (auto at = text.find(key); at != std::string::npos; at = text.find(key, at + 1), ++references) {
    const auto start = at + key.size();
    CHECK(schema["$defs"].contains(text.substr(start, text.find('"', start) - start)));
  }
  CHECK(references > 20);
}
