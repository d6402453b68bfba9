// Groups over visits from a tidy table. Expected values: change-score t test by hand and R 4.2.2
// (nlme 3.1-162, pbkrtest 0.5.2), as in stats_mixed_test.cpp.
#include <cmath>
#include <set>
#include <string>

#include "base/json.hpp"
#include "group/analysis.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::group;
using doctest::Approx;

namespace {

constexpr double infant_scores[16][2] = {{10, 14}, {9, 12},  {11, 13}, {8, 13},  {12, 15}, {10, 11},
                                         {9, 14},  {7, 12},  {14, 14}, {13, 14}, {15, 14}, {12, 13},
                                         {16, 15}, {14, 15}, {13, 12}, {15, 16}};

/// The table of 8 cases and 8 controls; `missing` are lines, counted from 0, whose value is left empty.
std::string table_text(const std::set<int>& missing = {}, const std::string& measure = "faa") {
  std::string text = "participant,group,visit,measure,value\n";
  for (int i = 0; i < 16; ++i)
    for (int visit = 0; visit < 2; ++visit) {
      const bool left_out = missing.contains(2 * i + visit);
      text += "p" + std::to_string(i) + (i < 8 ? ",ppd," : ",control,") +
              (visit == 0 ? "baseline," : "follow-up,") + measure + "," +
              (left_out ? "" : std::to_string(infant_scores[i][visit])) + "\n";
    }
  return text;
}

/// The same with the first case and the first control as pair m0, and so on.
std::string paired_text() {
  std::string text = "participant,group,pair,visit,measure,value\n";
  for (int i = 0; i < 16; ++i)
    for (int visit = 0; visit < 2; ++visit)
      text += "p" + std::to_string(i) + (i < 8 ? ",ppd," : ",control,") + "m" + std::to_string(i % 8) +
              (visit == 0 ? ",baseline,faa," : ",follow-up,faa,") + std::to_string(infant_scores[i][visit]) +
              "\n";
  return text;
}

GroupReport report_of(const std::string& text, const group::Settings& settings = {}) {
  const auto table = read_table(text, settings);
  REQUIRE(table.ok());
  return analyze(*table, settings);
}

/// What is said under a code; empty: nothing.
std::string said(const GroupReport& report, const std::string& code) {
  for (const Diagnostic& diagnostic : report.diagnostics)
    if (diagnostic.code == code) return diagnostic.message.english();
  return "";
}

}  // namespace

TEST_CASE("group by time of a complete table is the t test of change scores") {
  const auto report = report_of(table_text());
  CHECK(report.control_group == "control");
  const auto& found = report.measures.at(0).group_by_time;
  CHECK(*found.estimate == Approx(3.375).epsilon(1e-12));
  CHECK(*found.se == Approx(0.639126).epsilon(1e-6));
  CHECK(*found.f == Approx(27.885246).epsilon(1e-7));
  CHECK(*found.df_num == 1);
  CHECK(*found.df_den == Approx(14).epsilon(1e-9));
  CHECK(*found.p == Approx(0.000116183).epsilon(1e-5));
  const auto& later = report.measures.at(0).later_visits.at(0);
  CHECK(*later.change_t * *later.change_t == Approx(*found.f).epsilon(1e-10));
  CHECK(*later.change_df == 14);
  CHECK(*later.change_difference.value == Approx(3.375).epsilon(1e-12));
  CHECK(*later.change_difference.ci_low < 3.375);
  CHECK(*report.measures.at(0).p_holm == *found.p);
  CHECK(report.measures.at(0).primary);
}

TEST_CASE("a table with gaps uses every value and counts what is missing by reason") {
  const auto report = report_of(table_text({1, 4, 18, 23, 30}));
  const auto& found = report.measures.at(0).group_by_time;
  CHECK(found.observations == 27);
  CHECK(*found.estimate == Approx(3.6493173290555).epsilon(1e-6));
  CHECK(*found.se == Approx(0.817473153456).epsilon(1e-5));
  CHECK(*found.df_den == Approx(10.8850176952).epsilon(1e-6));
  CHECK(*found.f == Approx(19.9285757515).epsilon(1e-5));
  CHECK(*found.p == Approx(9.81004984e-04).epsilon(1e-4));
  const auto& first = report.measures.at(0).cells.at(0);
  CHECK(first.group == "ppd");
  CHECK(first.n == 7);
  CHECK(first.missing.at("empty cell") == 1);
}

TEST_CASE("a missing line and a reason given in the table are told apart") {
  const auto report = report_of(
      "participant;group;visit;measure;value;reason\n"
      "a;ppd;1;faa;0.1;\na;ppd;2;faa;NA;too little clean EEG\nb;ppd;1;faa;0.2;\n"
      "c;control;1;faa;0.1;\nc;control;2;faa;nan;\n");
  const auto& cells = report.measures.at(0).cells;
  CHECK(cells.at(1).missing.at("too little clean EEG") == 1);
  CHECK(cells.at(1).missing.at("no line in the table") == 1);
  CHECK(cells.at(3).missing.at("nan") == 1);
  CHECK_FALSE(report.measures.at(0).group_by_time.p.has_value());
  CHECK(report.measures.at(0).missing ==
        "ppd at 2: 2 without a value (no line in the table 1, too little clean EEG 1); control at 2: 1 "
        "without a "
        "value (nan 1)");
}

TEST_CASE("equivalence states its margin, its finding and its power") {
  const auto report = report_of(table_text());
  const auto& found = report.measures.at(0).later_visits.at(0).equivalence;
  // Controls at baseline: 14 13 15 12 16 14 13 15, SD 1.309307 (R: sd); the margin is half of it.
  CHECK(*found.epsilon == Approx(1.309307 / 2).epsilon(1e-6));
  CHECK(found.finding == "not shown to be equivalent within ±0.655");
  CHECK(*found.power < 0.2);
}

TEST_CASE("where all seen twice change alike there is no model, and it is said") {
  // By the formula: gains without scatter leave no variance of the residuals, so no error of a change.
  std::string text = "participant,group,visit,measure,value\n";
  int infant = 0;
  const auto add = [&](const char* group, double first, double gain) {
    const std::string name = "p" + std::to_string(infant++) + "," + group;
    if (first > 0) text += name + ",baseline,rsa," + std::to_string(first) + "\n";
    if (gain > 0) text += name + ",follow-up,rsa," + std::to_string(std::abs(first) + gain) + "\n";
  };
  for (const double both : {4.91, 4.97, 5.0}) add("treated", both, 0.47);
  for (const double once : {3.0, 4.88, 5.88}) add("treated", once, 0);
  for (const double later : {-3.0, -3.1}) add("treated", later, 0.47);
  for (const double both : {4.0, 5.94}) add("control", both, 0.47);
  for (const double once : {1.94, 3.97, 5.91}) add("control", once, 0);
  for (const double later : {-3.9, -4.0, -5.9}) add("control", later, 0.47);
  const GroupReport report = report_of(text);
  const GroupByTime& model = report.measures[0].group_by_time;
  CHECK(model.reason == "too few participants have two visits, or the values have no spread");
  CHECK_FALSE(model.df_den);
  CHECK(dump(to_json(report)).find("nan") == std::string::npos);
}

TEST_CASE("Holm runs over the primary measures only") {
  std::string text = table_text({}, "faa_f4_f3") + table_text({}, "rsa_ln_ms2").substr(38) +
                     table_text({}, "rmssd_ms").substr(38);
  const auto report = report_of(text);
  REQUIRE(report.measures.size() == 3);
  CHECK(*report.measures[0].p_holm == Approx(2 * *report.measures[0].group_by_time.p).epsilon(1e-12));
  CHECK_FALSE(report.measures[2].primary);
  CHECK_FALSE(report.measures[2].p_holm.has_value());
}

TEST_CASE("visits are put in the order their names say") {
  const std::string rows = ",1\nb,control,post,y,1\nb,control,pre,y,2\n";
  const auto table = read_table("participant,group,visit,measure,value\na,ppd,post,y" + rows, {});
  REQUIRE(table.ok());
  CHECK(table->visits == std::vector<std::string>{"pre", "post"});
  const auto sessions = read_table(
      "participant,group,visit,measure,value\na,ppd,ses-10,y,1\na,ppd,ses-9,y,1\nb,control,ses-9,y,1\n", {});
  CHECK(sessions->visits == std::vector<std::string>{"ses-9", "ses-10"});
  CHECK(sessions->diagnostics.empty());
  const auto unknown = read_table(
      "participant,group,visit,measure,value\na,ppd,spring,y,1\na,ppd,autumn,y,1\nb,control,autumn,y,1\n",
      {});
  CHECK(unknown->diagnostics.at(0).code == "W_VISIT_ORDER");
}

TEST_CASE("three visits have one F and an estimate for each later visit") {
  std::string text = table_text();
  for (int i = 0; i < 16; ++i)
    text += "p" + std::to_string(i) + (i < 8 ? ",ppd," : ",control,") + "3 months later,faa," +
            std::to_string(infant_scores[i][1] + i % 3) + "\n";
  const auto report = report_of(text);
  const auto& measure = report.measures.at(0);
  CHECK(*measure.group_by_time.df_num == 2);
  CHECK_FALSE(measure.group_by_time.estimate.has_value());
  REQUIRE(measure.later_visits.size() == 2);
  CHECK(*measure.later_visits[0].interaction.value == Approx(3.375).epsilon(1e-9));
}

TEST_CASE("nothing is pooled from fewer infants than the settings say, and it is said") {
  // Four of the eight cases have no follow-up.
  const auto report = report_of(table_text({1, 3, 5, 7}));
  const auto& measure = report.measures.at(0);
  CHECK(measure.cells.at(0).mean.has_value());
  CHECK(measure.cells.at(1).n == 4);
  CHECK_FALSE(measure.cells.at(1).mean.has_value());
  const std::string reason = "ppd: 4 infants have a value at visit “follow-up”, at least 5 are needed";
  CHECK(measure.cells.at(1).reason == reason);
  CHECK_FALSE(measure.group_by_time.p.has_value());
  const auto& later = measure.later_visits.at(0);
  CHECK(later.interaction.reason == reason);
  CHECK(later.finding == "cannot be judged: " + reason);
  CHECK(later.equivalence.finding == "cannot be judged: " + reason);
  CHECK_FALSE(later.d_ppc2.value.has_value());
  CHECK_FALSE(later.treated_change.p.has_value());
  CHECK(later.control_change.p.has_value());
  group::Settings settings;
  settings.fewest_infants = 4;
  CHECK(report_of(table_text({1, 3, 5, 7}), settings).measures.at(0).group_by_time.p.has_value());
}

TEST_CASE("a later visit with too few infants leaves the other one judged") {
  std::string text = table_text();
  for (int i = 0; i < 16; i += 4)
    text += "p" + std::to_string(i) + (i < 8 ? ",ppd," : ",control,") + "3 months later,faa,12\n";
  const auto report = report_of(text);
  const auto& measure = report.measures.at(0);
  CHECK(*measure.group_by_time.df_num == 1);
  CHECK(*measure.later_visits.at(0).interaction.value == Approx(3.375).epsilon(1e-12));
  CHECK(measure.later_visits.at(1).interaction.reason ==
        "ppd: 2 infants have a value at visit “3 months later”, at least 5 are needed; control: 2 infants "
        "have a value at visit “3 months later”, at least 5 are needed");
}

TEST_CASE("a cell's mean has Student's interval, and every infant's values are there for the slope plot") {
  const auto report = report_of(table_text());
  const auto& cell = report.measures.at(0).cells.at(0);
  // 10 9 11 8 12 10 9 7: mean 9.5, SD sqrt(18 / 7), t(.975, 7) = 2.364624 (R: qt).
  CHECK(*cell.mean == 9.5);
  CHECK(*cell.ci_low == Approx(9.5 - 2.3646243 * std::sqrt(18.0 / 7 / 8)).epsilon(1e-7));
  CHECK(*cell.ci_high == Approx(9.5 + 2.3646243 * std::sqrt(18.0 / 7 / 8)).epsilon(1e-7));
  REQUIRE(report.infants.size() == 16);
  CHECK(report.infants[9].participant == "p9");
  CHECK(report.infants[9].group == "control");
  CHECK(report.measures[0].values.at(9) == std::vector<std::optional<double>>{13, 14});
}

TEST_CASE("matched pairs are compared by a paired t test of their changes") {
  const auto report = report_of(paired_text());
  CHECK(report.pairs == 8);
  const auto& pairs = report.measures.at(0).later_visits.at(0).pairs;
  REQUIRE(pairs.has_value());
  // By hand: differences of changes 4 2 3 4 4 0 6 4, mean 27/8, SD sqrt(21.875 / 7), so t = 3.375 / .625.
  CHECK(*pairs->change.estimate.value == 3.375);
  CHECK(*pairs->change.t == Approx(5.4).epsilon(1e-12));
  CHECK(*pairs->change.df == 7);
  // 2 ∫ Γ(4) / (√(7π) Γ(3.5)) (1 + x² / 7)⁻⁴ dx from 5.4, by the midpoint rule with 400000 steps.
  CHECK(1000 * *pairs->change.p == Approx(1.0084836).epsilon(1e-6));
  CHECK(*pairs->change.estimate.ci_low == Approx(3.375 - 2.3646243 * 0.625).epsilon(1e-7));
  CHECK(pairs->change.estimate.n == 8);
  CHECK(*pairs->bayes_factor_10 > 10);
  // At follow-up: 0 -2 -1 0 0 -4 2 -4, mean -9/8.
  CHECK(*pairs->equivalence.difference == -1.125);
  CHECK(*pairs->equivalence.df == 7);
}

TEST_CASE("a pair with two infants of one group, or with one infant, is left out and named") {
  std::string text = paired_text();
  const auto rename = [&](const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from))
      text.replace(at, from.size(), to);
  };
  rename("p1,ppd,m1,", "p1,ppd,m0,");
  rename("p10,control,m2,", "p10,control,,");
  const auto report = report_of(text);
  CHECK(report.pairs == 5);
  CHECK(said(report, "W_GROUP_PAIR") ==
        "A pair has one infant in each group; these have not and are left out of the analysis by pairs: m0, "
        "m1, "
        "m2.");
}

TEST_CASE("of more than two groups the settings name two, and who has no group is counted") {
  const std::string text = table_text() + "x,other,baseline,faa,1\ny,n/a,baseline,faa,1\n";
  CHECK(read_table(text, {}).error().message ==
        "Two groups are compared; there are 3: ppd, control, other. Name two in the settings, control and "
        "treated.");
  group::Settings settings;
  settings.treated = "ppd";
  const auto report = report_of(text, settings);
  CHECK(report.infants.size() == 16);
  CHECK(*report.measures.at(0).group_by_time.p == Approx(0.000116183).epsilon(1e-5));
  CHECK(said(report, "W_GROUP_NONE") == "1 participant without a group left out, y first.");
}

TEST_CASE("what cannot be compared is refused with the place") {
  const std::string columns = "participant,group,visit,measure,value\n";
  const auto error = [&](const std::string& rows) { return read_table(columns + rows, {}).error(); };
  CHECK(error("a,ppd,1,y,1\na,ppd,2,y,1\n").code == "E_GROUP_COUNT");
  CHECK(error("a,ppd,1,y,1\nb,control,1,y,1\n").code == "E_GROUP_VISITS");
  CHECK(error("a,ppd,1,y,1\na,ppd,1,y,2\nb,control,2,y,1\n").where == "line 3, column value");
  CHECK(error("a,ppd,1,y,1\na,ppd,1,y,2\nb,control,2,y,1\n").message ==
        "This value was already given in line 2.");
  CHECK(error("a,ppd,1,y,1\na,control,2,y,2\n").message ==
        "Participant a was in group “ppd” before and is in “control” here.");
  CHECK(error("a,ppd,1,y,x\n").where == "line 2, column value");
  CHECK(read_table("participant,visit\n", {}).error().code == "E_CSV_COLUMN");
}

TEST_CASE("without a known name the comparison group is the second, and that is said") {
  std::string text = table_text();
  for (auto at = text.find("control"); at != std::string::npos; at = text.find("control"))
    text.replace(at, 7, "B");
  const auto report = report_of(text);
  CHECK(report.control_group == "B");
  CHECK(!said(report, "W_GROUP_CONTROL").empty());
  group::Settings settings;
  settings.control = "ppd";
  CHECK(*report_of(text, settings).measures.at(0).group_by_time.estimate == Approx(-3.375).epsilon(1e-12));
  settings.control = "C";
  CHECK(read_table(text, settings).error().code == "E_GROUP_NAME");
}
