// Layers 2 and 3 of a report: reliable change and place among comparison infants, in numbers and in words.
// Expected numbers: the example of Jacobson & Truax 1991, quantiles of R, and by hand.
#include "report/layers.hpp"

#include <map>

#include "report/compare.hpp"
#include "report/layer_wording.hpp"
#include "support.hpp"
#include "words/format.hpp"

using namespace attune;
using namespace attune::report;
using namespace attune::visit;
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
                 const visit::Settings& settings = {}) {
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

/// Withdrawn in .4 of still-face, then in .1.
Measure falling_share() {
  Measure measure;
  measure.id = "withdrawn_still_face";
  measure.domain = Domain::still_face;
  measure.visits.resize(2);
  measure.visits[0].value = 0.4;
  measure.visits[1].value = 0.1;
  Change change;
  change.to = 1;
  measure.changes = {change};
  return measure;
}

}  // namespace

TEST_CASE("with comparison infants of two visits the change is judged against theirs") {
  const auto report = report_of(2.9, 3.7, with_reference(table("simulated")));
  const Measure& rsa = find(report, "rsa_ln_ms2");
  const ReliableChange& found = rsa.changes.at(0).reliable;
  // Their changes .1 .2 .3 .2 .2: mean .2, SD sqrt(.02 / 4) = .0707107; (.8 - .2) / (.0707107 sqrt(6 / 5)) = 7.745967.
  CHECK(*found.index == Approx(7.745967).epsilon(1e-6));
  CHECK(*found.df == 4);
  CHECK(found.finding == ReliableFinding::reliable_increase);
  CHECK(found.n == 5);
  // .2 +- qt(.975, 4) x .0774597.
  CHECK(*found.band_high == Approx(0.2 + 2.776445 * 0.0774597).epsilon(1e-6));
  CHECK(rsa.changes.at(0).reliable_change ==
        "reliable increase (control-adjusted t +7.75 on 4 df: mean change +0.20 taken out, SD 0.07; changes "
        "of 5 "
        "comparison infants aged 4.0 to 6.0 months, seen again after 1.5 to 2.5 months (simulated))");
  REQUIRE(rsa.changes.at(0).other_forms.size() == 1);
  CHECK(rsa.changes.at(0).other_forms[0].method == "regression-based");
}

TEST_CASE("a step between later visits is judged against infants seen at just these") {
  // The same infants, but seen at visits 2 and 3, aged 7 and 9 months.
  std::string later = table();
  for (const auto& [from, to] : {std::pair{",2,7,", ",3,9,"}, {",1,5,", ",2,7,"}})
    for (std::size_t at = 0; (at = later.find(from, at)) != std::string::npos;)
      later.replace(at, std::string(from).size(), to);
  later += "x,1,5,m,rsa_ln_ms2,2.9,\n";  // and one at the first alone
  const auto report = compare({make_visit(2.5, 5, "a"), make_visit(2.9, 7, "b"), make_visit(3.7, 9, "c")}, {},
                              with_reference(later));
  REQUIRE(report.ok());
  const Measure& rsa = find(*report, "rsa_ln_ms2");
  REQUIRE(rsa.steps.size() == 1);
  const Change& step = rsa.steps[0];
  CHECK(step.from == 1);
  CHECK(step.to == 2);
  CHECK(*step.change.value == Approx(0.8));
  CHECK(*step.reliable.index == Approx(7.745967).epsilon(1e-6));  // as of the same changes above
  CHECK(*step.reliable.p_holm == *step.reliable.p);
  CHECK(step.ladder.strength == Strength::reliable);
  CHECK_FALSE(step.ladder.as_in_studies);  // the studies tell of a change from the first visit
  CHECK_FALSE(step.reliable.studies_effect);
  for (const Change& change : rsa.changes) CHECK(change.reliable.finding == ReliableFinding::cannot_judge);
  CHECK(report->statements.at(0).strength == rsa.changes.back().ladder.strength);
}

TEST_CASE("an extreme baseline is judged by those who start like it") {
  // Later on earlier value by least squares: 3.2 + 1.2 (x - 3), so 2.24 is expected of 2.2; standard error .2013289.
  const auto report = report_of(2.2, 3.0, with_reference(table("simulated")));
  const Change& change = find(report, "rsa_ln_ms2").changes.at(0);
  CHECK(change.reliable.method == "regression-based");
  CHECK(*change.reliable.control_change == Approx(0.04).epsilon(1e-6));
  CHECK(*change.reliable.index == Approx(3.774917).epsilon(1e-6));
  CHECK(*change.reliable.df == 3);
  REQUIRE(change.other_forms.size() == 1);
  CHECK(change.other_forms[0].method == "control-adjusted");
  visit::Settings settings;
  settings.comparison.regression_from_sd = 100;
  const auto plain = report_of(2.2, 3.0, with_reference(table()), settings);
  CHECK(find(plain, "rsa_ln_ms2").changes.at(0).reliable.method == "control-adjusted");
}

TEST_CASE("comparison infants who were seen again after another time do not count") {
  Visit early = make_visit(2.9, 5, "a"), late = make_visit(3.7, 9, "b");
  const auto report = *compare({early, late}, {}, with_reference(table()));
  const ReliableChange& found = find(report, "rsa_ln_ms2").changes.at(0).reliable;
  CHECK(found.finding == ReliableFinding::cannot_judge);
  CHECK(found.reason ==
        "5 comparison infants were seen again, but after another interval than this infant; after a similar "
        "one: 0");
}

TEST_CASE("the domains of the headline are four chances: Holm") {
  const auto with_p = [](double p) {
    Measure measure;
    measure.primary = true;
    measure.visits.resize(2);
    measure.visits[0].value = measure.visits[1].value = 1;
    Change change;
    change.to = 1;
    change.reliable.index = 2;
    change.reliable.control_change = 0;
    change.reliable.se = 1;
    change.reliable.p = p;
    measure.changes = {change};
    return measure;
  };
  // R: p.adjust(c(.01, .04, .03, .005), "holm") = .03 .06 .06 .02.
  std::vector<Measure> measures{with_p(.01), with_p(.04), with_p(.03), with_p(.005)};
  adjust_for_domains(measures, 0.05);
  const double adjusted[] = {.03, .06, .06, .02}, tested_at[] = {.05 / 3, .05 / 2, .05 / 2, .05 / 4};
  for (int i = 0; i < 4; ++i) {
    const ReliableChange& change = measures[i].changes[0].reliable;
    CHECK(*change.p_holm == Approx(adjusted[i]).epsilon(1e-12));
    CHECK(change.level == Approx(tested_at[i]).epsilon(1e-12));
    CHECK((change.finding == ReliableFinding::reliable_increase) == (adjusted[i] < .05));
    // qnorm(1 - level / 2) around 0.
    CHECK((*change.p < change.level) == (change.finding == ReliableFinding::reliable_increase));
  }
}

TEST_CASE("a share is judged as its arcsine, and both forms must agree") {
  Measure measure = falling_share();
  std::string text = "participant,visit,age_months,sex,measure,value\n";
  const double before[] = {.0, .1, .2, .3, .4, .5}, after[] = {.1, .0, .3, .2, .5, .3};
  for (int i = 0; i < 6; ++i)
    for (int visit = 0; visit < 2; ++visit)
      text += "c" + std::to_string(i) + "," + std::to_string(visit + 1) + "," + (visit ? "7" : "5") +
              ",f,withdrawn_still_face," + std::to_string(visit ? after[i] : before[i]) + "\n";
  const auto reference = *read_reference(text);
  add_layers(measure, {make_visit(0, 5, "a"), make_visit(0, 7, "b")}, {&reference, "", {}});
  const Change& judged = measure.changes[0];
  CHECK(judged.reliable.scale == "arcsine");
  REQUIRE(judged.other_forms.size() == 1);
  CHECK(*judged.reliable.p >= *judged.other_forms[0].p);
  // The band is in shares, and never beyond what a share can be.
  CHECK(0.4 + *judged.reliable.band_low >= 0);
  CHECK(0.4 + *judged.reliable.band_high <= 1);
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
        "Moved toward the comparison range and is now within it (baseline: percentile below the 1st "
        "(95\u00a0% CI 0 to 5) "
        "of 5 "
        "comparison infants aged 4.0 to 6.0 months (simulated); follow-up: percentile 21 (95\u00a0% CI 2 to "
        "55) of 5 "
        "comparison infants "
        "aged 6.0 to 8.0 months (simulated))");
}

TEST_CASE("what the comparison infants' table says about itself stands under the findings") {
  const auto report = report_of(2.2, 3.0, with_reference(table("simulated")));
  bool said = false;
  for (const words::Text& caution : report.cautions)
    said = said || caution == "Comparison infants: simulated.";
  CHECK(said);
}

TEST_CASE("every situation of the third layer has its sentence") {
  using enum ReliableFinding;
  Measure measure;
  measure.places.resize(2);
  Change change;
  change.to = 1;
  std::vector<Visit> visits{make_visit(1, 5, "a"), make_visit(2, 7, "b")};
  struct Situation {
    double t_before, p_before, t_after, p_after;
    ReliableFinding finding;
    const char* words;
  };
  const Situation situations[] = {
      {-3, .01, -1, .3, reliable_increase, "Moved toward the comparison range and is now within it"},
      {-3, .01, -1, .3, no_reliable_change,
       "Outside at first and within later, but not known to have changed"},
      {-3, .01, -1, .3, cannot_judge, "Outside at first and within later, but not known to have changed"},
      {-4, .001, -3, .01, reliable_increase, "Moved toward the comparison range, still outside it"},
      {-4, .001, -3, .01, no_reliable_change, "Outside the comparison range at both visits"},
      {-3, .01, -4, .001, reliable_decrease, "Outside the comparison range at both visits"},
      {-1, .3, 1, .3, reliable_increase, "Within the comparison range at both visits"},
      {-1, .3, -3, .01, reliable_decrease, "Now outside the comparison range"},
      {-1, .3, -3, .01, no_reliable_change,
       "Within at first and outside later, but not known to have changed"},
  };
  for (const Situation& situation : situations) {
    for (int i = 0; i < 2; ++i) {
      measure.places[i].t = i == 0 ? situation.t_before : situation.t_after;
      measure.places[i].p = i == 0 ? situation.p_before : situation.p_after;
      measure.places[i].percentile = 50;
      measure.places[i].percentile_low = 32;
      measure.places[i].percentile_high = 68;
      measure.places[i].n = 20;
      measure.places[i].matched = "aged 4.0 to 6.0 months";
    }
    change.reliable.finding = situation.finding;
    CHECK(words::text(say_places(measure, change, visits)) ==
          std::string(situation.words) +
              " (baseline: percentile 50 (95\u00a0% CI 32 to 68) of 20 comparison infants aged 4.0 to 6.0 "
              "months; "
              "follow-up: percentile "
              "50 (95\u00a0% CI 32 to 68) of 20 comparison infants aged 4.0 to 6.0 months)");
  }
}

TEST_CASE("each layer says why it cannot speak") {
  const Supplement other_measure =
      with_reference("participant,visit,age_months,sex,measure,value\nc1,1,5,f,rmssd_ms,8\n");
  const auto report = report_of(2.2, 3.0, other_measure);
  const Change& change = find(report, "rsa_ln_ms2").changes.at(0);
  CHECK(
      change.reliable_change ==
      "cannot be judged: no comparison infant of this infant’s age has this measure at both visits; at least "
      "5 are needed");
  CHECK(
      change.comparison ==
      "cannot be judged: baseline: no comparison infant has rsa_ln_ms2 aged 4.0 to 6.0 months, follow-up: no "
      "comparison infant has rsa_ln_ms2 aged 6.0 to 8.0 months");
  visit::Settings settings;
  settings.comparison.fewest_infants = 6;
  const auto few = report_of(2.2, 3.0, with_reference(table()), settings);
  CHECK(find(few, "rsa_ln_ms2").places.at(0).reason ==
        "5 comparison infants aged 4.0 to 6.0 months, at least 6 are needed");
}

TEST_CASE(
    "that comparison infants were seen twice is not denied where they do not fit, or are told of as means") {
  const auto reason_of = [](const std::string& table, const std::string& sex = "") {
    Supplement supplement = with_reference(table);
    supplement.scores.sex = sex;
    visit::Settings settings;
    settings.comparison.match_sex = true;
    const Report report = report_of(2.2, 3.0, supplement, settings);
    return find(report, "rsa_ln_ms2").changes.at(0).reliable.reason.english();
  };
  // All five were seen twice, at 5 and 7 months.
  std::string older = table();
  for (std::size_t at = older.find(",5,"); at != older.npos; at = older.find(",5,", at))
    older.replace(at, 3, ",15,");
  CHECK(reason_of(older) ==
        "no comparison infant of this infant’s age has this measure at both visits; at least 5 are needed");
  // Three of them are boys.
  CHECK(reason_of(table(), "m") ==
        "only 3 comparison infants of this infant’s age and sex have this measure at both visits; at least 5 "
        "are "
        "needed");
  std::string ageless = table();
  for (const char* age : {",5,", ",7,"})
    for (std::size_t at = ageless.find(age); at != ageless.npos; at = ageless.find(age, at))
      ageless.replace(at, 3, ",NA,");
  CHECK(reason_of(ageless) == "the comparison table gives no ages, so nobody can be matched");
  const std::string means = "kind,measure,visit,age_from_months,age_to_months,n,mean,sd\n";
  CHECK(reason_of(means + "value,rsa_ln_ms2,1,NA,NA,20,3,0.3\n") ==
        "the comparison table holds means, and none of changes that fits this infant");
  CHECK(reason_of(means + "change,rsa_ln_ms2,2,NA,NA,NA,NA,NA\n").find("are too few; they were withheld") !=
        std::string::npos);
}

TEST_CASE("with s and r the change is Jacobson and Truax's, both named with their source") {
  visit::Settings settings;
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
  visit::Settings settings;
  settings.comparison.reliabilities[0].decides = true;
  const auto report = report_of(2.2, 3.0, supplement, settings);
  const ReliableChange& found = find(report, "orc_mother").changes.at(0).reliable;
  // 4.0 … 4.8: SD .3162278; .5 / (.3162278 sqrt(2) sqrt(.28)) = 2.112886, on 4 df: the SD is of five infants.
  CHECK(*found.index == Approx(2.112886).epsilon(1e-6));
  CHECK(*found.df == 4);
  CHECK(*found.band_high == Approx(2.776445 * 0.2366432).epsilon(1e-6));  // qt(.975, 4)
  CHECK(found.finding == ReliableFinding::no_reliable_change);
  CHECK(found.n == 5);
  CHECK(find(report, "orc_mother").comparison_infants.size() == 5);
}

TEST_CASE("a published retest is shown, and decides only if its setting says so") {
  visit::Settings settings;
  settings.comparison.reliabilities[0].sd = 0.6;
  const auto scores = with_scores({{{"orc_mother", 3.0}}, {{"orc_mother", 6.0}}});
  const auto shown = report_of(2.2, 3.0, scores, settings);
  const Change& change = find(shown, "orc_mother").changes.at(0);
  CHECK(change.reliable.finding == ReliableFinding::cannot_judge);
  REQUIRE(change.other_forms.size() == 1);
  CHECK(*change.other_forms[0].index == Approx(3 / (0.6 * 1.414214 * 0.529150)).epsilon(1e-5));
  settings.comparison.reliabilities[0].decides = true;
  const auto decided = report_of(2.2, 3.0, scores, settings);
  CHECK(find(decided, "orc_mother").changes.at(0).ladder.strength == Strength::reliable);
}

TEST_CASE("the EPDS changes reliably by four points, and what is usual over weeks stands beside it") {
  const auto changed = report_of(2.2, 3.0, with_scores({{{"epds", 15.0}}, {{"epds", 11.0}}}));
  CHECK(find(changed, "epds").changes.at(0).reliable_change ==
        "reliable decrease (change of −4 points, 4 or more count, about 5.6 are usual over some weeks; "
        "Matthey 2004)");
  CHECK(changed.statements.size() == 2);  // the mother's scale is no finding about the infant
  const auto unchanged = report_of(2.2, 3.0, with_scores({{{"epds", 15.0}}, {{"epds", 12.0}}}));
  CHECK(find(unchanged, "epds").changes.at(0).reliable.finding == ReliableFinding::no_reliable_change);
}

TEST_CASE("without an age at a visit there is no matched percentile, and it says so") {
  std::vector<Visit> visits{make_visit(2.9, 5, "a"), make_visit(3.7, 7, "b")};
  visits[1].age_months.reset();
  const auto report = *compare(visits, {}, with_reference(table()));
  const Place& place = find(report, "rsa_ln_ms2").places.at(1);
  CHECK_FALSE(place.percentile.has_value());
  CHECK(place.reason == "no age was entered for follow-up, and comparison infants are matched by age");
}

TEST_CASE("of aggregates a share is judged as it is, for their mean and SD are of shares") {
  Measure measure = falling_share();
  const auto reference = read_reference(
      "kind,measure,visit,age_from_months,age_to_months,n,mean,sd\n"
      "change,withdrawn_still_face,2,NA,NA,20,0.02,0.1\n");
  REQUIRE(reference.ok());
  add_layers(measure, {make_visit(0, 5, "a"), make_visit(0, 7, "b")}, {&*reference, "", {}});
  // By hand: (-.3 - .02) / (.1 sqrt(21 / 20)) = -3.122880.
  CHECK(*measure.changes[0].reliable.index == Approx(-3.122880).epsilon(1e-6));
  CHECK(measure.changes[0].reliable.scale.empty());
}

TEST_CASE("a code for missing in aggregates is a cell that was withheld") {
  const std::string table =
      "kind,measure,visit,age_from_months,age_to_months,n,mean,sd\n"
      "value,rsa_ln_ms2,1,-5,-5,20,3.1,-5\n"
      "value,rsa_ln_ms2,2,-5,-5,20,3.2,0.6\n";
  CHECK(read_reference(table).error().code == "E_REFERENCE_COUNT");
  const auto named = read_reference(table, {"-5"});
  REQUIRE(named.ok());
  CHECK_FALSE(named->aggregates.at(0).comparison.has_value());
  CHECK(named->aggregates.at(1).comparison->n == 20);
  CHECK_FALSE(named->aggregates.at(1).age_from.has_value());
}

TEST_CASE("of means, the cell of the infant’s age goes before one of all ages, in any order of lines") {
  const std::string head = "kind,measure,visit,age_from_months,age_to_months,n,mean,sd\n",
                    aged = "change,RSA_ln_ms2,2,3,6,20,0.5,0.3\n",
                    all = "change,rsa_ln_ms2,2,NA,NA,30,0.1,0.3\n";
  for (const std::string& lines : {aged + all, all + aged}) {
    const auto reference = *read_reference(head + lines);
    const auto mean_at = [&](std::optional<double> age_months) {
      return match_changes(reference, {"rsa_ln_ms2", 0, 1, {age_months, ""}, {}}, {}).aggregate.value().mean;
    };
    CHECK(mean_at(4) == 0.5);
    CHECK(mean_at(8) == 0.1);
    CHECK(mean_at(std::nullopt) == 0.1);
  }
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
