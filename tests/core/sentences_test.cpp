// The report in words: every row of the tables in report/sentences.hpp and report/pattern.hpp, word for word.
#include "report/sentences.hpp"

#include "report/pattern.hpp"
#include "report/wording.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::report;

namespace {

const std::vector<Visit>& two_visits() {
  static const std::vector<Visit> visits = [] {
    std::vector<Visit> made(2);
    made[0].label = "baseline";
    made[1].label = "follow-up";
    return made;
  }();
  return visits;
}

Estimate value(double number) {
  Estimate estimate;
  estimate.value = number;
  return estimate;
}

/// RSA from 3.00 to 3.50, change .50 from .20 to .80, by the verdict.
Measure heart(Verdict verdict) {
  Measure measure;
  measure.domain = Domain::heart;
  measure.title = "RSA at rest";
  measure.unit = "ln ms²";
  measure.primary = true;
  measure.up_means = "more variability";
  const double sign = verdict == Verdict::decrease ? -1 : 1;
  measure.visits = {value(3), value(3 + 0.5 * sign)};
  measure.places.resize(2);
  Change change;
  change.to = 1;
  change.verdict = verdict;
  change.change.value = 0.5 * sign;
  change.change.ci_low = sign > 0 ? 0.2 : -0.8;
  change.change.ci_high = sign > 0 ? 0.8 : -0.2;
  if (verdict == Verdict::cannot_judge) change.change.reason = "follow-up: 1 usable epoch, 2 are needed";
  measure.changes.push_back(change);
  return measure;
}

/// A rated scale from 4.00 to 4.50.
Measure rated(ReliableFinding finding) {
  Measure measure = heart(Verdict::cannot_judge);
  measure.domain = Domain::temperament;
  measure.title = "ORC, mother";
  measure.unit = "points";
  measure.up_means = "more regulation";
  measure.visits = {value(4), value(4.5)};
  measure.changes[0].change.reason.clear();
  measure.changes[0].reliable.finding = finding;
  return measure;
}

void judge(Measure& measure, ReliableFinding finding, double index) {
  ReliableChange& reliable = measure.changes[0].reliable;
  reliable.finding = finding;
  reliable.index = index;
  reliable.method = "control-adjusted";
  reliable.n = 40;
  reliable.comparison_source = "simulated";
}

void place(Measure& measure, double t_before, double p_before, double t_after, double p_after) {
  for (int i = 0; i < 2; ++i) {
    Place& at = measure.places[static_cast<std::size_t>(i)];
    at.t = i == 0 ? t_before : t_after;
    at.p = i == 0 ? p_before : p_after;
    at.percentile = i == 0 ? 0.4 : 30;
    at.n = 40;
    at.source = "simulated";
  }
}

std::string said(const Measure& measure, const Certainty& certainty = {}) {
  return change_sentence(measure, measure.changes[0], two_visits(), certainty);
}

const std::string rose =
    "Respiratory sinus arrhythmia at rest rose from baseline to follow-up by 0.50 ln ms² (95 % CI +0.20 to "
    "+0.80), "
    "more than measurement error";
const std::string fell =
    "Respiratory sinus arrhythmia at rest fell from baseline to follow-up by 0.50 ln ms² (95 % CI −0.80 to "
    "−0.20), "
    "more than measurement error";
const std::string stayed =
    "Respiratory sinus arrhythmia at rest went from 3.00 at baseline to 3.50 at follow-up (change +0.50, 95 "
    "% CI +0.20 "
    "to +0.80): no evidence of a difference";
const std::string scored = "ORC, mother went from 4.00 at baseline to 4.50 at follow-up";

}  // namespace

TEST_CASE("layer 1 has a sentence for every verdict") {
  CHECK(said(heart(Verdict::increase)) == rose + ".");
  CHECK(said(heart(Verdict::decrease)) == fell + ".");
  CHECK(said(heart(Verdict::no_evidence)) == stayed + ".");
  CHECK(said(heart(Verdict::cannot_judge)) ==
        "Respiratory sinus arrhythmia at rest cannot be compared from baseline to follow-up: follow-up: 1 "
        "usable epoch, "
        "2 are needed.");
}

TEST_CASE("a bound beyond zero never reads as zero") {
  Measure measure = heart(Verdict::increase);
  measure.changes[0].change.ci_low = 0.004;
  const std::string words = said(measure);
  CHECK(words.find("by 0.500 ln ms² (95 % CI +0.004 to +0.800), more than measurement error") !=
        std::string::npos);
}

TEST_CASE("the brain's sentence names its sites and its sign") {
  Measure brain = heart(Verdict::increase);
  brain.domain = Domain::brain;
  brain.title = "F4 − F3";
  brain.unit = "ln";
  CHECK(said(brain) ==
        "Frontal alpha asymmetry (ln F4 − ln F3; positive means relatively more left activity) moved toward "
        "the left "
        "from baseline to follow-up by 0.50 (95 % CI +0.20 to +0.80), more than measurement error.");
  CHECK(change_headline(brain, brain.changes[0]) == "Toward the left, beyond measurement error");
}

TEST_CASE("layer 2 joins layer 1 as the two agree or not") {
  struct Situation {
    Verdict verdict;
    ReliableFinding finding;
    double index;
    std::string words;
    std::string headline;
  };
  using enum ReliableFinding;
  const std::string method = " (control-adjusted RC ";
  const std::string infants = ", limit ±1.96, changes of 40 comparison infants (simulated)).";
  const Situation situations[] = {
      {Verdict::increase, reliable_increase, 2.5, rose + ", a reliable increase" + method + "+2.50" + infants,
       "Rose beyond measurement error and reliably"},
      {Verdict::decrease, reliable_decrease, -2.5,
       fell + ", a reliable decrease" + method + "−2.50" + infants,
       "Fell beyond measurement error and reliably"},
      {Verdict::increase, reliable_decrease, -2.5,
       rose + ", yet a reliable decrease" + method + "−2.50" + infants, "Rose beyond measurement error"},
      {Verdict::increase, no_reliable_change, 0.5,
       rose + ", but no reliable change" + method + "+0.50" + infants, "Rose beyond measurement error"},
      {Verdict::no_evidence, no_reliable_change, 0.5,
       stayed + ", and no reliable change" + method + "+0.50" + infants, "No evidence of a difference"},
      {Verdict::no_evidence, reliable_decrease, -2,
       stayed + ", but a reliable decrease" + method + "−2.00" + infants, "No evidence of a difference"},
      {Verdict::increase, cannot_judge, 0, rose + ".", "Rose beyond measurement error"},
  };
  for (const Situation& situation : situations) {
    Measure measure = heart(situation.verdict);
    if (situation.finding != cannot_judge) judge(measure, situation.finding, situation.index);
    CHECK(said(measure) == situation.words);
    CHECK(change_headline(measure, measure.changes[0]) == situation.headline);
  }
}

TEST_CASE("a score is told and judged by layer 2, with the method and the reliability named") {
  using enum ReliableFinding;
  Measure measure = rated(no_reliable_change);
  measure.changes[0].change.value = 0.5;
  ReliableChange& reliable = measure.changes[0].reliable;
  reliable.index = 0.84;
  reliable.method = "Jacobson–Truax";
  reliable.sd = 0.6;
  reliable.reliability = 0.72;
  CHECK(said(measure) ==
        scored + ": no reliable change (Jacobson–Truax RC +0.84, limit ±1.96, s 0.60, r 0.72).");
  CHECK(change_headline(measure, measure.changes[0]) == "No reliable change");
  reliable.finding = reliable_increase;
  reliable.n = 40;
  CHECK(said(measure) == scored +
                             ": a reliable increase (Jacobson–Truax RC +0.84, limit ±1.96, s 0.60, r 0.72, s "
                             "of 40 comparison infants).");
  CHECK(change_headline(measure, measure.changes[0]) == "Rose reliably");
  reliable = {};
  reliable.finding = reliable_decrease;
  reliable.index = -4;
  reliable.points = 4;
  CHECK(said(measure) == scored + ": a reliable decrease (−4 points, 4 or more count).");
  reliable = {};
  reliable.reason = "no standard deviation and reliability were given";
  CHECK(said(measure) ==
        scored +
            "; whether that is reliable cannot be judged: no standard deviation and reliability were given.");
  CHECK(change_headline(measure, measure.changes[0]) == "Whether it changed reliably cannot be judged");
}

TEST_CASE("layer 3 adds the place at both visits, where both have one") {
  Measure measure = heart(Verdict::increase);
  place(measure, -3, .01, -1, .3);
  CHECK(said(measure) ==
        rose +
            "; moved toward the comparison range and is now within it (percentile below the 1st at "
            "baseline, 30 at follow-up, of 40 comparison infants (simulated)).");
  measure.places[0].n = 35;
  CHECK(said(measure).ends_with(", of 35 comparison infants and 40 comparison infants (simulated))."));
  measure.places[1].p.reset();
  CHECK(said(measure) == rose + ".");
}

TEST_CASE("certainty weighs in where it is low") {
  CHECK(said(heart(Verdict::increase),
             {eeg::DataLevel::low, "baseline: 3 epochs of 30 s; 4 are recommended."}) ==
        rose + "; certainty is low (baseline: 3 epochs of 30 s; 4 are recommended).");
}

TEST_CASE("the domains together: every situation has its sentence") {
  using enum ReliableFinding;
  const auto pattern = [](std::vector<Measure> measures) { return overall_pattern(measures, two_visits()); };
  Measure brain = heart(Verdict::increase);
  brain.domain = Domain::brain;
  brain.up_means = "relatively more left activity";
  Measure withdrawn = rated(reliable_decrease);
  withdrawn.domain = Domain::still_face;
  withdrawn.up_means = "more withdrawn";

  CHECK(pattern({heart(Verdict::cannot_judge), rated(cannot_judge)}) ==
        "Nothing can be said of change in any of two domains: too little data.");
  CHECK(pattern({heart(Verdict::no_evidence), rated(no_reliable_change)}) ==
        "None of two domains changed beyond measurement error or reliably.");
  CHECK(pattern({heart(Verdict::no_evidence), rated(cannot_judge)}) ==
        "No domain is known to have changed: heart shows no change; rated temperament cannot be judged.");
  CHECK(
      pattern({heart(Verdict::increase), brain, rated(no_reliable_change), rated(cannot_judge)}) ==
      "Two of four domains changed beyond measurement error or reliably: heart (more variability) and brain "
      "(relatively more left activity), in the direction reported for infants after their mothers' "
      "treatment; rated "
      "temperament shows no such change; rated temperament cannot be judged.");
  CHECK(pattern({heart(Verdict::decrease), rated(no_reliable_change)}) ==
        "One of two domains changed beyond measurement error or reliably: heart (less variability), against "
        "the "
        "direction reported for infants after their mothers' treatment; rated temperament shows no such "
        "change.");
  CHECK(
      pattern({heart(Verdict::decrease), brain}) ==
      "Two of two domains changed beyond measurement error or reliably: heart (less variability) and brain "
      "(relatively more left activity), not all in one direction: brain as reported for infants after their "
      "mothers' treatment, heart against it.");
  CHECK(pattern({heart(Verdict::increase), withdrawn}) ==
        "Two of two domains changed beyond measurement error or reliably: heart (more variability) and "
        "still-face "
        "(less withdrawn); heart in the direction reported for infants after their mothers' treatment.");
  CHECK(pattern({withdrawn}) ==
        "One of one domain changed beyond measurement error or reliably: still-face (less withdrawn).");
}

TEST_CASE("three visits have a pattern each, under their names; one visit has none") {
  std::vector<Visit> three = two_visits();
  three.emplace_back().label = "visit 3";
  Measure measure = heart(Verdict::increase);
  measure.changes.push_back(heart(Verdict::no_evidence).changes[0]);
  CHECK(overall_pattern({measure}, three) ==
        "Follow-up: One of one domain changed beyond measurement error or reliably: heart (more "
        "variability), in the "
        "direction reported for infants after their mothers' treatment. Visit 3: None of one domain changed "
        "beyond "
        "measurement error or reliably.");
  CHECK(overall_pattern({measure}, {two_visits()[0]}).empty());
}
