// Layers 2 and 3 of a report: reliable change and place among comparison infants, in numbers and in words.
// Expected numbers: science vectors (Jacobson & Truax 1991; Crawford & Howell 1998) and by hand.
#include <map>

#include "report/compare.hpp"
#include "report/layer_wording.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::report;
using doctest::Approx;

namespace {

Visit make_visit(double rsa, double age_months, const std::string& sha256) {
  Visit visit;
  visit.age_months = age_months;
  visit.file.sha256 = sha256;
  visit.heart.beats = 500;
  visit.heart.overall.epochs_used = visit.heart.overall.epochs_total = 8;
  Estimate estimate;
  estimate.value = rsa;
  estimate.se = 0.1;
  estimate.df = 7;
  estimate.ci_low = rsa - 0.24;
  estimate.ci_high = rsa + 0.24;
  estimate.n = 8;
  visit.heart.overall.rsa_ln_ms2 = estimate;
  return visit;
}

/// Infants whose RSA is 2.8, 2.9 … 3.2 at visit 1 (age 5) and .1, .2, .3, .2, .2 more at visit 2 (age 7).
std::string table(const std::string& source = "") {
  const double change[] = {0.1, 0.2, 0.3, 0.2, 0.2};
  std::string text = "participant,visit,age_months,sex,measure,value,source\n";
  for (int i = 0; i < 5; ++i)
    for (int visit = 1; visit <= 2; ++visit)
      text += "c" + std::to_string(i) + "," + std::to_string(visit) + "," + (visit == 1 ? "5" : "7") +
              (i % 2 ? ",f," : ",m,") + "rsa_ln_ms2," +
              std::to_string(2.8 + 0.1 * i + (visit == 2 ? change[i] : 0)) + "," + source + "\n";
  return text;
}

Supplement with_reference(const std::string& text) {
  Supplement supplement;
  auto reference = read_reference(text);
  REQUIRE(reference.ok());
  supplement.reference = std::move(*reference);
  return supplement;
}

Report report_of(double before, double after, const Supplement& supplement,
                 const report::Settings& settings = {}) {
  auto report = compare({make_visit(before, 5, "a"), make_visit(after, 7, "b")}, settings, supplement);
  REQUIRE(report.ok());
  return std::move(*report);
}

const Measure& find(const Report& report, const std::string& id) {
  for (const Measure& measure : report.measures)
    if (measure.id == id) return measure;
  FAIL("no measure " << id);
  return report.measures.front();
}

Supplement with_scores(const std::vector<std::map<std::string, std::optional<double>>>& visits) {
  Supplement supplement;
  for (const auto& scores : visits) supplement.scores.visits.push_back({scores});
  return supplement;
}

}  // namespace

TEST_CASE("with comparison infants of two visits the change is judged against theirs") {
  const auto report = report_of(2.2, 3.0, with_reference(table("simulated")));
  const Measure& rsa = find(report, "rsa_ln_ms2");
  const ReliableChange& found = rsa.changes.at(0).reliable;
  // Their changes .1 .2 .3 .2 .2: mean .2, SD sqrt(.02 / 4) = .0707107; (.8 - .2) / .0707107 = 8.485281.
  CHECK(*found.index == Approx(8.485281).epsilon(1e-6));
  CHECK(found.finding == ReliableFinding::reliable_increase);
  CHECK(found.n == 5);
  CHECK(rsa.changes.at(0).reliable_change ==
        "reliable increase (control-adjusted RC +8.49: mean change +0.20 taken out, SD 0.07; changes of 5 "
        "comparison "
        "infants aged 4.0 to 6.0 months (simulated))");
}

TEST_CASE("the place is Crawford and Howell's among infants of the same age, and n is shown") {
  const auto report = report_of(2.2, 3.0, with_reference(table("simulated")));
  const Measure& rsa = find(report, "rsa_ln_ms2");
  // 2.8 … 3.2: mean 3, SD .1581139; (2.2 - 3) / (.1581139 sqrt(6 / 5)) = -4.618802 on 4 df: R: pt(-4.618802,
  // 4).
  CHECK(*rsa.places.at(0).t == Approx(-4.618802).epsilon(1e-6));
  CHECK(*rsa.places.at(0).p == Approx(2 * 0.004945).epsilon(1e-3));
  // Follow-up 2.9 3.1 3.3 3.3 3.4: mean 3.2, SD .2; R: pt(-.2 / (.2 * sqrt(6 / 5)), 4) = .20647717.
  CHECK(*rsa.places.at(1).percentile == Approx(20.647717).epsilon(1e-6));
  CHECK(rsa.places.at(1).n == 5);
  CHECK(rsa.places.at(1).matched == "aged 6.0 to 8.0 months");
  CHECK(rsa.changes.at(0).comparison ==
        "moved toward the comparison range and is now within it (baseline: percentile below the 1st of 5 "
        "comparison "
        "infants aged 4.0 to 6.0 months (simulated); follow-up: percentile 21 of 5 comparison infants aged "
        "6.0 to 8.0 "
        "months (simulated))");
}

TEST_CASE("what the comparison infants' table says about itself stands under the findings") {
  const auto report = report_of(2.2, 3.0, with_reference(table("simulated")));
  bool said = false;
  for (const std::string& caution : report.cautions)
    said = said || caution == "The comparison infants are: simulated.";
  CHECK(said);
}

TEST_CASE("every situation of the third layer has its sentence") {
  Measure measure;
  measure.places.resize(2);
  Change change;
  change.to = 1;
  const std::vector<Visit> visits{make_visit(1, 5, "a"), make_visit(2, 7, "b")};
  std::vector<Visit> labelled = visits;
  labelled[0].label = "baseline";
  labelled[1].label = "follow-up";
  struct Situation {
    double t_before, p_before, t_after, p_after;
    Verdict verdict;
    const char* words;
  };
  const Situation situations[] = {
      {-3, .01, -1, .3, Verdict::increase, "moved toward the comparison range and is now within it"},
      {-3, .01, -1, .3, Verdict::no_evidence,
       "outside at first and within later, but no evidence that it changed"},
      {-4, .001, -3, .01, Verdict::increase, "moved toward the comparison range, still outside it"},
      {-4, .001, -3, .01, Verdict::no_evidence, "outside the comparison range at both visits"},
      {-3, .01, -4, .001, Verdict::decrease, "outside the comparison range at both visits"},
      {-1, .3, 1, .3, Verdict::increase, "within the comparison range at both visits"},
      {-1, .3, -3, .01, Verdict::decrease, "moved away from the comparison range, now outside it"},
      {-1, .3, -3, .01, Verdict::no_evidence,
       "within at first and outside later, but no evidence that it changed"},
  };
  for (const Situation& situation : situations) {
    for (int i = 0; i < 2; ++i) {
      measure.places[i].t = i == 0 ? situation.t_before : situation.t_after;
      measure.places[i].p = i == 0 ? situation.p_before : situation.p_after;
      measure.places[i].percentile = 50;
      measure.places[i].n = 20;
      measure.places[i].matched = "aged 4.0 to 6.0 months";
    }
    change.verdict = situation.verdict;
    CHECK(say_places(measure, change, labelled) == std::string(situation.words) +
                                                       " (baseline: percentile 50 of 20 comparison infants "
                                                       "aged 4.0 to 6.0 months; follow-up: percentile 50 of "
                                                       "20 comparison infants aged 4.0 to 6.0 months)");
  }
}

TEST_CASE("each layer says why it cannot speak") {
  const Supplement other_measure =
      with_reference("participant,visit,age_months,sex,measure,value\nc1,1,5,f,rmssd_ms,8\n");
  const auto report = report_of(2.2, 3.0, other_measure);
  const Change& change = find(report, "rsa_ln_ms2").changes.at(0);
  CHECK(
      change.reliable_change ==
      "cannot be judged: too few fitting comparison infants have both visits, and no standard deviation and "
      "reliability "
      "were given");
  CHECK(
      change.comparison ==
      "cannot be judged: baseline: no comparison infant has rsa_ln_ms2 aged 4.0 to 6.0 months; follow-up: no "
      "comparison infant has rsa_ln_ms2 aged 6.0 to 8.0 months");
  report::Settings settings;
  settings.comparison.fewest_infants = 6;
  const auto few = report_of(2.2, 3.0, with_reference(table()), settings);
  CHECK(find(few, "rsa_ln_ms2").places.at(0).reason ==
        "5 comparison infants aged 4.0 to 6.0 months, at least 6 are needed");
}

TEST_CASE("with s and r the change is Jacobson and Truax's, both named with their source") {
  report::Settings settings;
  settings.comparison.reliabilities = {{"orc_mother", 7.5, 0.80, "Jacobson & Truax 1991"}};
  auto supplement = with_scores({{{"orc_mother", 32.5}}, {{"orc_mother", 47.5}}});
  const auto report = report_of(2.2, 3.0, supplement, settings);
  const Measure& orc = find(report, "orc_mother");
  CHECK(*orc.changes.at(0).reliable.index == Approx(3.162278).epsilon(1e-6));
  CHECK(orc.changes.at(0).reliable_change ==
        "reliable increase (Jacobson–Truax RC +3.16: s 7.50, r 0.80; r: Jacobson & Truax 1991)");
}

TEST_CASE("without an SD that of the comparison infants at the first visit is taken, and said") {
  std::string text = "participant,visit,age_months,sex,measure,value,source\n";
  for (int i = 0; i < 5; ++i)
    text += "c" + std::to_string(i) + ",1,5,girl,orc_mother," + std::to_string(4.0 + 0.2 * i) + ",clinic\n";
  Supplement supplement = with_scores({{{"orc_mother", 4.0}}, {{"orc_mother", 4.5}}});
  supplement.reference = *read_reference(text);
  const auto report = report_of(2.2, 3.0, supplement);
  const ReliableChange& found = find(report, "orc_mother").changes.at(0).reliable;
  // 4.0 … 4.8: SD .3162278; .5 / (.3162278 sqrt(2) sqrt(.28)) = 2.112886; the band is 1.959964 of that unit.
  CHECK(*found.index == Approx(2.112886).epsilon(1e-6));
  CHECK(*found.band_high == Approx(1.959964 * 0.2366432).epsilon(1e-6));
  CHECK(found.n == 5);
  CHECK(report.statements.back().sentence.find(
            "a reliable increase (Jacobson–Truax RC +2.11, limit ±1.96, s 0.32, r "
            "0.72, s of 5 comparison infants (clinic))") != std::string::npos);
  CHECK(find(report, "orc_mother").comparison_infants.size() == 5);
}

TEST_CASE("scores are a domain of the report with a sentence of their own") {
  report::Settings settings;
  settings.comparison.reliabilities = {{"orc_mother", 0.60, 0.72, "Putnam et al. 2014"}};
  const auto report =
      report_of(2.2, 3.0, with_scores({{{"orc_mother", 4.1}}, {{"orc_mother", 4.7}}}), settings);
  REQUIRE(report.statements.size() == 3);
  const Statement& behaviour = report.statements.back();
  CHECK(behaviour.domain == Domain::temperament);
  CHECK(behaviour.headline == "No reliable change");
  // By hand: .6 / (.6 sqrt(2) sqrt(.28)) = 1.336306.
  CHECK(behaviour.sentence ==
        "Orienting/regulatory capacity (ORC), mother went from 4.10 at baseline to 4.70 at follow-up: no "
        "reliable "
        "change (Jacobson–Truax RC +1.34, limit ±1.96, s 0.60, r 0.72).");
  CHECK(behaviour.certainty == eeg::DataLevel::good);
}

TEST_CASE("a score without an SD to judge it by says so, and a missing one is missing") {
  const auto report = report_of(2.2, 3.0, with_scores({{{"orc_mother", 4.1}}, {{"orc_mother", 4.7}}}));
  CHECK(report.statements.back().headline == "Whether it changed reliably cannot be judged");
  CHECK(report.statements.back().certainty == eeg::DataLevel::low);
  const auto one = report_of(2.2, 3.0, with_scores({{{"orc_mother", 4.1}}}));
  CHECK(one.statements.back().headline == "Not enough to say");
  CHECK(one.statements.back().sentence ==
        "Orienting/regulatory capacity (ORC), mother cannot be compared from baseline to follow-up: "
        "follow-up: no "
        "score was entered.");
}

TEST_CASE("the EPDS changes reliably by four points") {
  const auto changed = report_of(2.2, 3.0, with_scores({{{"epds", 15.0}}, {{"epds", 11.0}}}));
  CHECK(find(changed, "epds").changes.at(0).reliable_change ==
        "reliable decrease (change of −4 points, 4 or more count; Matthey 2004)");
  CHECK(changed.statements.size() == 2);  // the mother's scale is no finding about the infant
  const auto unchanged = report_of(2.2, 3.0, with_scores({{{"epds", 15.0}}, {{"epds", 12.0}}}));
  CHECK(find(unchanged, "epds").changes.at(0).reliable.finding == ReliableFinding::no_reliable_change);
}

TEST_CASE("comparison infants are matched by age and, if asked, by sex") {
  const auto reference = *read_reference(table());
  ComparisonSettings settings;
  CHECK(match_infants(reference, "rsa_ln_ms2", 0, {5.5, ""}, settings).values.size() == 5);
  CHECK(match_infants(reference, "rsa_ln_ms2", 0, {9.0, ""}, settings).values.empty());
  const auto unmatched = match_infants(reference, "rsa_ln_ms2", 1, {std::nullopt, ""}, settings);
  CHECK(unmatched.values.size() == 5);
  CHECK(unmatched.how == "at visit 2, not matched by age");
  settings.match_sex = true;
  const auto girls = match_infants(reference, "rsa_ln_ms2", 0, {5.0, "f"}, settings);
  CHECK(girls.values.size() == 2);
  CHECK(girls.how == "aged 4.0 to 6.0 months, girls");
}

TEST_CASE("a table of comparison infants with an error names line and column") {
  const std::string head = "participant,visit,age_months,sex,measure,value\n";
  CHECK(read_reference(head + "c1,1,5,f,rsa,x\n").error().where == "line 2, column value");
  CHECK(read_reference(head + "c1,first,5,f,rsa,1\n").error().code == "E_REFERENCE_VISIT");
  CHECK(read_reference(head + "c1,1,5,f,rsa,1\nc1,1,5,f,rsa,1\n").error().code == "E_REFERENCE_TWICE");
  CHECK(read_reference(head + "c1,1,5,f,rsa,NA\n")->values.empty());
  CHECK(compare({make_visit(1, 5, "a")}, {}, with_scores({{}, {}})).error().code == "E_SCORE_VISITS");
}
