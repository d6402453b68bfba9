// A group comparison in words, each situation word for word. The numbers are set, not computed: what is
// tested is the rule.
#include <cmath>

#include "base/json.hpp"
#include "group/wording.hpp"
#include "support.hpp"
#include "words/format.hpp"
#include "words/ids/measure.hpp"

using namespace attune;
using namespace attune::group;

namespace {

Tested tested(double value, double p) {
  Tested result;
  result.estimate.value = value;
  result.estimate.ci_low = value - 0.1;
  result.estimate.ci_high = value + 0.1;
  result.estimate.n = 80;
  result.p = p;
  return result;
}

struct Situation {
  double first = -0.2, first_p = 0.01, change = 0.2, change_p = 0.004, later = 0.0, later_p = 0.9;
  bool equivalent = false;
};

MeasureResult told(const Situation& situation, bool primary = true, const words::Text& unit = "ln ms²") {
  GroupReport report;
  report.treated_group = "ppd";
  report.control_group = "control";
  report.visits = {"baseline", "follow-up"};
  MeasureResult measure;
  measure.measure = "RSA";
  measure.title = "RSA";
  measure.unit = unit;
  measure.primary = primary;
  measure.group_by_time.p = situation.change_p;
  if (primary) measure.p_holm = std::min(1.0, 3 * situation.change_p);
  measure.first_difference = tested(situation.first, situation.first_p);
  LaterVisit later;
  later.visit = "follow-up";
  later.interaction = tested(situation.change, 0).estimate;
  later.interaction_p = situation.change_p;
  later.treated_change = tested(situation.change, 0.0001);
  later.control_change = tested(0, 0.8);
  later.difference = tested(situation.later, situation.later_p);
  later.equivalence.p = situation.equivalent ? 0.02 : 0.3;
  later.equivalence.power = 0.45;
  later.equivalence.finding =
      situation.equivalent ? "equivalent within ±0.4" : "not shown to be equivalent within ±0.4";
  measure.later_visits.push_back(std::move(later));
  add_words(measure, report);
  return measure;
}

std::string finding(const Situation& situation, bool primary = true) {
  return told(situation, primary).later_visits.front().finding.english();
}

}  // namespace

TEST_CASE("each situation of two groups has its words") {
  CHECK(finding({}) == "ppd moved toward control; no evidence of a difference at follow-up");
  CHECK(finding({.later = -0.1, .later_p = 0.03}) ==
        "ppd moved toward control, still different at follow-up");
  CHECK(finding({.later = -0.4, .later_p = 0.001}) == "ppd moved away from control");
  CHECK(finding({.first_p = 0.4}) == "changed differently; no evidence of a difference at follow-up");
  CHECK(finding({.first_p = 0.4, .later_p = 0.01}) == "changed differently; different at follow-up");
  CHECK(finding({.change_p = 0.6, .later = -0.2, .later_p = 0.01}) ==
        "different at both visits; no evidence of a different change");
  CHECK(finding({.change_p = 0.6}) ==
        "different at first, no evidence of a difference at follow-up; no evidence of a different change");
  CHECK(finding({.first_p = 0.4, .change_p = 0.6}) == "no evidence of a difference");
  CHECK(finding({.first_p = 0.4, .change_p = 0.6, .later_p = 0.02}) ==
        "different at follow-up; no evidence of a different change");
}

TEST_CASE("equivalence is a finding of its own, added to the other") {
  CHECK(finding({.first_p = 0.4, .change_p = 0.6, .equivalent = true}) ==
        "no evidence of a difference; equivalent within ±0.4 at follow-up");
}

TEST_CASE("a primary measure is judged by the p that Holm adjusted, another by its own") {
  const Situation doubtful{.first_p = 0.4, .change_p = 0.03};
  CHECK(finding(doubtful) == "no evidence of a difference");  // 3 x .03 = .09
  CHECK(finding(doubtful, false) == "changed differently; no evidence of a difference at follow-up");
}

TEST_CASE("the sentence gives every number that its words rest on") {
  CHECK(
      told({}).later_visits.front().sentence ==
      "RSA: from baseline to follow-up ppd changed by +0.20 ln ms² (95 % CI +0.10 to +0.30, p < .001), "
      "control "
      "changed by 0.00 ln ms² (95 % CI −0.10 to +0.10, p = .800); difference +0.20 ln ms² (95 % CI +0.10 to "
      "+0.30; p = .004, Holm p = .012): the groups changed differently. At follow-up ppd − control is 0.00 "
      "ln "
      "ms² (95 % CI −0.10 to +0.10, p = .900): no evidence of a difference; not shown to be equivalent "
      "within "
      "±0.4 (p = .300, power 45 %).");
  CHECK(
      told({}, false).later_visits.front().sentence.english().starts_with("Exploratory: RSA: from baseline"));
}

TEST_CASE("where the model and completers lie on different sides of .05, finding and sentence say so") {
  MeasureResult measure = told({.first_p = 0.4, .change_p = 0.037, .later_p = 0.6}, false);
  LaterVisit& later = measure.later_visits.front();
  later.difference_model = later.difference;
  later.treated_change_model = later.treated_change;
  later.control_change_model = later.control_change;
  measure.later_visits.front().change_p = 0.125;
  later.change_difference.value = 0.15;
  later.completers_disagree = true;
  GroupReport report;
  report.treated_group = "ppd";
  report.control_group = "control";
  report.visits = {"baseline", "follow-up"};
  add_words(measure, report);
  CHECK(
      later.finding ==
      "changed differently; no evidence of a difference at follow-up; by the t test of the changes p = .125");
  CHECK(
      later.sentence.english().ends_with("By the t test of the changes the difference has p = .125, on the "
                                         "other side of p = .050: the answer is in "
                                         "doubt."));
  later.incomplete_treated = 3;
  add_words(measure, report);
  CHECK(later.finding ==
        "changed differently; no evidence of a difference at follow-up; in completers alone p = .125");
  CHECK(
      later.sentence.english().ends_with("3 infants lack one of these two visits; what is missing is taken "
                                         "as missing at random. In completers alone (ppd "
                                         "80, control 80) the difference in change is +0.15 ln ms² (p = "
                                         ".125), on the other side of p = .050: the answer "
                                         "is in doubt."));
  CHECK(cautions_for(report).size() == 4);
  report.measures.push_back(measure);
  CHECK(
      cautions_for(report).back() ==
      "Who was not seen is taken as like those of the group with the same values at other visits (missing at "
      "random); no data can show that.");
}

TEST_CASE("the same sentence in French keeps the names of groups and visits") {
  const LaterVisit later = told({}, false).later_visits.front();
  const words::Manner french{words::Language::french};
  CHECK(words::text(later.finding, french) ==
        "le groupe ppd s’est rapproché du groupe control\u202f; aucune différence mise en évidence à "
        "follow-up");
  CHECK(words::text(later.sentence, french) ==
        "Exploratoire\u202f: RSA\u202f: de baseline à follow-up, ppd a changé de +0,20 ln ms² (IC à "
        "95\u202f% de +0,10 à +0,30, p\u00a0<\u00a00,001), control a changé de 0,00 ln ms² (IC à "
        "95\u202f% de \u22120,10 à +0,10, p\u00a0=\u00a00,800)\u202f; différence +0,20 ln ms² (IC à "
        "95\u202f% de +0,10 à +0,30\u202f; p\u00a0=\u00a00,004)\u202f: les groupes ont changé "
        "différemment. À follow-up, ppd − control = 0,00 ln ms² (IC à 95\u202f% de \u22120,10 à +0,10, "
        "p\u00a0=\u00a00,900)\u202f: aucune différence mise en évidence\u202f; not shown to be "
        "equivalent within ±0.4 (p\u00a0=\u00a00,300, puissance 45\u202f%).");
}

TEST_CASE("what is missing at many visits is read back from JSON as it was said") {
  GroupReport report;
  MeasureResult measure;
  std::string expected;
  for (int i = 0; i < 32; ++i)
    for (const char* group : {"ppd", "control"}) {
      CellSummary cell;
      cell.group = group;
      cell.visit = "v" + std::to_string(i);
      cell.missing = {{"no recording", i + 1}};
      measure.cells.push_back(cell);
      expected += (expected.empty() ? "" : "; ") + std::string(group) + " at v" + std::to_string(i) + ": " +
                  std::to_string(i + 1) + " without a value (no recording " + std::to_string(i + 1) + ")";
    }
  add_words(measure, report);
  CHECK(measure.missing == expected);
  MeasureResult again;
  REQUIRE(from_json(to_json(measure), again).ok());
  CHECK(again.missing == measure.missing);
  CHECK(again.missing.said() != nullptr);
}

TEST_CASE("what is missing is said by group, visit and reason") {
  GroupReport report;
  MeasureResult measure;
  measure.cells.push_back(
      {"ppd", "ses-2", 37, {}, {}, {}, {}, {{"no recording", 2}, {"too little clean EEG", 1}}, ""});
  measure.cells.push_back({"control", "ses-1", 40, {}, {}, {}, {}, {}, ""});
  measure.cells.push_back({"control", "ses-2", 39, {}, {}, {}, {}, {{"no recording", 1}}, ""});
  add_words(measure, report);
  CHECK(measure.missing ==
        "ppd at ses-2: 3 without a value (no recording 2, too little clean EEG 1); control at ses-2: 1 "
        "without a "
        "value (no recording 1)");
}

TEST_CASE("no sentence about groups speaks of a cause") {
  for (const double p : {0.001, 0.6})
    for (const double later_p : {0.01, 0.6}) {
      const auto measure = told({.change_p = p, .later_p = later_p});
      for (const char* word : {"cause", "because", "due to", "improve", "worse"})
        CHECK(measure.later_visits.front().sentence.english().find(word) == std::string::npos);
    }
}

TEST_CASE("points are one below two in French, and several in English") {
  const MeasureResult scores = told({}, true, words::say<"measure.unit.points">());
  const words::Text& sentence = scores.later_visits.front().sentence;
  CHECK(sentence.english().find("+0.20 points (") != std::string::npos);
  CHECK(words::text(sentence, {words::Language::french}).find("+0,20 point (") != std::string::npos);
}
