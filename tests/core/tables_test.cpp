// What all doors for tables have in common: what means missing, and the order of visits.
#include <algorithm>

#include "behavior/score_import.hpp"
#include "group/table.hpp"
#include "report/reference.hpp"
#include "support.hpp"
#include "tables/columns.hpp"
#include "tables/missing.hpp"
#include "tables/visit_name.hpp"
#include "tables/visit_order.hpp"

using namespace attune;

namespace {

using Names = std::vector<std::string>;

Names ordered(const Names& visits) {
  Names names;
  for (const std::size_t place : tables::order_visits(visits).places) names.push_back(visits[place]);
  return names;
}

/// Orders the names from every rotation and from the end; all must come out as they stand here.
void check_order(const Names& visits) {
  Names given = visits;
  for (std::size_t i = 0; i <= visits.size(); ++i) {
    std::string text;
    for (const std::string& visit : given) text += visit + "; ";
    INFO(text);
    CHECK(ordered(given) == visits);
    CHECK(tables::order_visits(given).told);
    std::rotate(given.begin(), given.begin() + 1, given.end());
    if (i == 0) std::reverse(given.begin(), given.end());
  }
}

std::vector<int> numbers(const Names& visits) {
  std::vector<Diagnostic> notes;
  return tables::visit_numbers(visits, notes);
}

std::vector<int> suffixes(const Names& visits) {
  std::vector<Diagnostic> notes;
  return tables::suffix_numbers(
      visits, [](std::size_t, std::size_t) { return false; }, notes);
}

}  // namespace

TEST_CASE("visits are in the order of their names, wherever the time stands in them") {
  check_order({"baseline", "9 weeks"});
  check_order({"6 months", "12 months"});
  check_order({"baseline_arm_1", "9_weeks_arm_1"});
  check_order({"Baseline (Arm 1: Treatment)", "Follow-up (Arm 1: Treatment)"});
  check_order({"ses-baseline", "ses-9w"});
  check_order({"ses-pre", "ses-post"});
  check_order({"t0", "t1", "t2"});
  check_order({"v1", "v2", "v10"});
  check_order({"ses-9", "ses-10"});
  check_order({"0", "1"});
  check_order({"3", "6"});
  check_order({"T0", "9wk", "6mo", "1 year"});
  check_order({"screening", "intake", "baseline", "mid-treatment", "post", "follow up", "retest"});
  check_order({"W0", "W9", "W12"});
  check_order({"week 2", "month 2", "year 1"});
  check_order({"3mo_visit", "12mo_visit"});
  check_order({"visit 1 (9 weeks)", "visit 2 (8 months)"});
  check_order({"pre", "post", "3 months", "12-month follow-up"});
  check_order({"2025-03-01", "2025-05-03"});
  check_order({"28.02.2025", "01.03.2025"});
  check_order({"20241230", "20250101"});
  check_order({"avant", "après", "suivi"});
  check_order({"1.5 months", "6 months"});
  check_order({"baseline", "visit 2", "visit 3"});
  check_order({"first visit", "second visit"});
  check_order({"before treatment", "after treatment"});
  check_order({"baseline", "spring"});
  check_order({"fu1", "fu2"});
  check_order({"2024-12", "2025-02"});
  check_order({"12/2024", "02/2025"});
  check_order({"1 Mar 2025", "3 May 2025"});
  check_order({"Dezember 2024", "Februar 2025"});
  check_order({"28.02.25", "01.03.25"});
  check_order({"24 weeks gestation", "9 weeks postpartum"});
  check_order({"prenatal", "postpartum"});
  check_order({"Erstmessung", "Zweitmessung"});
  check_order({"test", "retest"});
  check_order({"antes", "después"});
  check_order({"début", "fin de traitement"});
  check_order({"randomisation", "week 9"});
  check_order({"I", "II", "III"});
  check_order({"1-1", "1-2", "2-2"});
  check_order({"1-1", "2-1"});
  check_order({"study 2 visit 1", "study 1 visit 2"});
  check_order({"Messung I", "Messung II"});
}

TEST_CASE("what the names of visits do not tell keeps the order of the file, and is said") {
  for (const Names& visits :
       {Names{"autumn", "spring"}, Names{"2", "follow-up"}, Names{"v1", "9 weeks"},
        Names{"follow-up", "9 weeks"}, Names{"01/02/2025", "02/01/2025"}, Names{"3 months A", "3 months B"},
        Names{"1-2", "2-1"}, Names{"a2 b1", "a1 b2"}}) {
    std::vector<Diagnostic> notes;
    CHECK(tables::visit_order(visits, notes) == std::vector<std::size_t>{0, 1});
    REQUIRE(notes.size() == 1);
    CHECK(notes[0].code == "W_VISIT_ORDER");
  }
  CHECK(ordered({"follow-up", "9 weeks", "baseline"}) == Names{"baseline", "follow-up", "9 weeks"});
  CHECK(tables::order_visits({"spring"}).told);
  CHECK_FALSE(tables::order_visits({"30 weeks gestation", "baseline"}).told);  // either may have been first
}

TEST_CASE("numbers of visits are names: 0 and 1, 1 and 2, 3 and 6 are first and second") {
  CHECK(numbers({"0", "1"}) == std::vector<int>{1, 2});
  CHECK(numbers({"2", "1"}) == std::vector<int>{2, 1});
  CHECK(numbers({"6", "3"}) == std::vector<int>{2, 1});
  CHECK(numbers({"12", "1"}) == std::vector<int>{2, 1});
  CHECK(numbers({"3", "1"}) == std::vector<int>{3, 1});  // of three visits, one without a line
  CHECK(numbers({"2"}) == std::vector<int>{2});
  CHECK(numbers({"9 weeks", "baseline"}) == std::vector<int>{2, 1});
  CHECK(suffixes({"t0", "t1", "t2"}) == std::vector<int>{1, 2, 3});
  CHECK(suffixes({"t2", "t1", "post"}) == std::vector<int>{2, 1, 2});
  CHECK(suffixes({"t0", "t1", "post"}) == std::vector<int>{1, 2, 2});
  CHECK(suffixes({"post"}) == std::vector<int>{2});
  CHECK(suffixes({"post", "pre"}) == std::vector<int>{2, 1});
  CHECK(suffixes({"9wk", "bl"}) == std::vector<int>{2, 1});
  CHECK(suffixes({"t2"}) == std::vector<int>{2});
}

TEST_CASE("a word beside a scale is a visit's or not") {
  for (const char* word : {"t0", "v2", "post", "bl", "9wk", "6mo", "w9", "visit2", "followup"})
    CHECK_MESSAGE(tables::names_visit(word), word);
  for (const char* word : {"3", "10", "father", "m", "x2", "date", ""})
    CHECK_MESSAGE(!tables::names_visit(word), word);
}

TEST_CASE("one list says what means missing") {
  for (const char* cell :
       {"", "NA", "n/a", "N/A", "NaN", ".", "NULL", "#N/A", "#NULL!", "-", ".a", "#DIV/0!"})
    CHECK_MESSAGE(tables::says_missing(cell), cell);
  for (const char* cell : {"UNK", "ASKU", "NASK", "refused", "Missing", "not available"}) {
    CHECK_MESSAGE(tables::says_no_number(cell), cell);
    CHECK_MESSAGE(!tables::says_missing(cell), cell);
  }
  for (const char* cell : {"0", "-99", "x", "17", "many", "control"})
    CHECK_MESSAGE(!tables::says_no_number(cell), cell);
}

TEST_CASE("a usual code is missing only where it cannot be a value") {
  using tables::missing_codes;
  const std::vector<double> scores{17, 6, -99, 12, 99, 99, 8};
  const auto epds = missing_codes(scores, ValueRange{0, 30});
  CHECK(epds.missing == std::vector<double>{-99, 99});
  CHECK(epds.doubtful.empty());
  const auto psi = missing_codes(scores, ValueRange{36, 180});
  CHECK(psi.missing == std::vector<double>{-99});
  CHECK(psi.doubtful == std::vector<double>{99});
  // Of no known range: far from the others, or below zero where none of them is.
  CHECK(missing_codes(std::vector<double>{-0.2, 0.1, 0.3, -0.4, 0.05, -9}, {}).missing ==
        std::vector<double>{-9});
  CHECK(missing_codes(std::vector<double>{9, 12, 30, 0, 5, -9}, {}).missing == std::vector<double>{-9});
  const auto rates = missing_codes(std::vector<double>{130, 145, 150, 139, 160, 99}, {});
  CHECK(rates.missing.empty());
  CHECK(rates.doubtful == std::vector<double>{99});
  CHECK(missing_codes(std::vector<double>{130, 145, 150, 139, 160, 999}, {}).missing ==
        std::vector<double>{999});
  CHECK(missing_codes(std::vector<double>{1, 2, -99}, {}).missing.empty());  // too few to know
}

TEST_CASE("a group table's codes for missing are counted, and what can be a value is kept and named") {
  const auto table_with = [](const std::string& measure, const std::string& odd) {
    std::string text = "participant,group,visit,measure,value\n";
    for (int i = 0; i < 12; ++i)
      for (const char* visit : {"post", "pre"})
        text += "p" + std::to_string(i) + (i < 6 ? ",ppd," : ",control,") + visit + "," + measure + "," +
                (i == 3 && visit[1] == 'o' ? odd : std::to_string(8 + i % 5)) + "\n";
    return group::read_table(text, {});
  };
  for (const char* measure : {"epds", "epds_total", "sleep_h"}) {
    const auto table = table_with(measure, "-99");
    REQUIRE(table.ok());
    CHECK(table->visits == Names{"pre", "post"});
    CHECK(table->measures[0].cells[3][1].missing == "code for missing -99");
    REQUIRE(table->diagnostics.size() == 1);
    CHECK(table->diagnostics[0].code == "W_MISSING_CODE");
    CHECK(table->diagnostics[0].where == "line 8, column value");
  }
  CHECK(table_with("faa", "#N/A")->measures[0].cells[3][1].missing == "#N/A");
  const auto outside = table_with("epds", "33");
  CHECK(outside->diagnostics.at(0).code == "W_GROUP_RANGE");
  CHECK(outside->measures[0].cells[3][1].value == 33);
}

TEST_CASE("scores go to the visits that their tables name, in whatever order the lines stand") {
  const auto epds = [](const std::string& csv) {
    const auto imported = behavior::import_scores(csv, {});
    std::vector<double> found;
    if (!imported) FAIL(imported.error().message);
    for (const auto& visit : imported->scores.visits) found.push_back(visit.scores.at("epds").value_or(-1));
    return found;
  };
  const std::vector<double> fell{17, 6};
  CHECK(epds("record_id,redcap_event_name,epds_total\n1,9_weeks_arm_1,6\n1,baseline_arm_1,17\n") == fell);
  CHECK(epds("id,visit,epds\n1,0,17\n1,1,6\n") == fell);
  CHECK(epds("id,visit,epds\n1,6,6\n1,3,17\n") == fell);
  CHECK(epds("id,epds_t0,epds_t1\n1,17,6\n") == fell);
  CHECK(epds("id,epds_t0,epds_t1,epds_t2\n1,17,6,5\n") == std::vector<double>{17, 6, 5});
  CHECK(epds("id,epds_9_weeks,epds_baseline\n1,6,17\n") == fell);
  CHECK(epds("record_id,visit,scale,score\n1,9 weeks,epds,6\n1,baseline,epds,17\n") == fell);
  CHECK(epds("id,visit,epds,pbq\n1,1,17,#N/A\n1,2,6,18\n") == fell);
}

TEST_CASE("columns are found by their usual names, whatever their capitals") {
  const auto csv = parse_csv("Q1_ID,Session_ID,Group,Age (months),Measure,Value\n1,ses-01,a,6,faa,0\n");
  using tables::Column;
  CHECK(tables::find_column(*csv, Column::participant) == 0);
  CHECK(tables::find_column(*csv, Column::visit) == 1);
  CHECK(tables::find_column(*csv, Column::group) == 2);
  CHECK(tables::find_column(*csv, Column::age_months) == 3);
  CHECK_FALSE(tables::find_column(*csv, Column::pair).has_value());
  CHECK(tables::require_column(*csv, Column::pair, "pair").error().code == "E_CSV_COLUMN");
}

TEST_CASE("a column that names a scale and is not taken is said, with why") {
  const auto said = [](const std::string& csv) {
    std::vector<std::string> codes;
    const auto imported = behavior::import_scores(csv, {});
    if (!imported) return std::vector<std::string>{imported.error().code};
    for (const Diagnostic& note : imported->diagnostics) codes.push_back(note.code);
    return codes;
  };
  using Codes = std::vector<std::string>;
  CHECK(said("id,visit,epds\n1,1,17\n").empty());
  CHECK(said("id,visit,epds,epds_father\n1,1,17,4\n") == Codes{"W_SCORE_OTHER_RATER"});
  CHECK(said("id,visit,epds,pbq_partner,psi_total_dad\n1,1,17,4,99\n") == Codes{"W_SCORE_OTHER_RATER"});
  CHECK(said("id,visit,epds,epds_3,pbq7,ibq_q12\n1,1,17,1,2,3\n") == Codes{"W_SCORE_ITEMS"});
  CHECK(said("id,visit,epds,epds_language\n1,1,17,en\n") == Codes{"W_SCORE_NOT_TAKEN"});
  CHECK(said("visit,scale,rater,score\n1,epds,father,17\n1,epds,mother,6\n") == Codes{"W_SCORE_OTHER_RATER"});
  CHECK(said("id,visit,epds_father\n1,1,17\n") == Codes{"E_SCORE_VISIT"});
  CHECK(said("id,visit,epds,epds\n1,1,17,4\n") == Codes{"E_SCORE_TWICE"});
  CHECK(said("id,visit,epds_total,EPDS sum\n1,1,17,4\n") == Codes{"E_SCORE_TWICE"});
  CHECK(said("id,visit,epds,epds\n1,1,17,17\n").empty());
}

TEST_CASE("a code that can be a score is kept, and said where there are several; a user may name more") {
  const std::string csv = "id,visit,psi_sf_total,pbq_total\n1,1,99,99\n1,2,80,18\n";
  const auto kept = behavior::import_scores(csv, {});
  CHECK(kept->scores.visits[0].scores.at("psi_sf") == 99);
  CHECK(kept->diagnostics.at(0).code == "W_MISSING_CODE_KEPT");
  behavior::ScoreImport choices;
  choices.missing_codes = {"99"};
  const auto named = behavior::import_scores(csv, choices);
  CHECK_FALSE(named->scores.visits[0].scores.at("psi_sf").has_value());
  CHECK(named->diagnostics.at(0).code == "N_SCORE_MISSING");
}

TEST_CASE("a visit that has a line and no score is one all the same") {
  const auto visits = [](const std::string& csv) { return behavior::import_scores(csv, {})->scores.visits; };
  CHECK(visits("id,visit,epds\n1,baseline,NA\n1,9 weeks,6\n").at(1).scores.at("epds") == 6);
  CHECK(visits("id,visit,epds\n1,screening,\n1,baseline,17\n1,9 weeks,6\n").at(0).scores.at("epds") == 17);
  CHECK(visits("record_id,redcap_event_name,epds\n1,consent_arm_1,\n1,baseline_arm_1,\n1,phone_arm_1,\n"
               "1,9_weeks_arm_1,6\n")
            .at(1)
            .scores.at("epds") == 6);
}

TEST_CASE("Qualtrics' second and third line are passed over and named") {
  const auto imported = behavior::import_scores(
      "StartDate,Q1_ID,Q2_visit,EPDS_total\nStart Date,Number,Which visit?,EPDS total\n"
      "\"{\"\"ImportId\"\":\"\"startDate\"\"}\",\"{\"\"ImportId\"\":\"\"QID1\"\"}\",\"{\"\"ImportId\"\":"
      "\"\"QID2\"\"}\",\"{\"\"ImportId\"\":\"\"EPDS\"\"}\"\n"
      "2025-03-01,1001,1,17\n2025-05-03,1001,2,6\n",
      {});
  REQUIRE(imported.ok());
  CHECK(imported->scores.visits.at(1).scores.at("epds") == 6);
  CHECK(imported->diagnostics.at(0).code == "N_SCORE_QUALTRICS");
}

TEST_CASE("comparison infants: visits by name, capitals, and no code for missing among the values") {
  std::string csv = "Participant,Visit,Age_months,Sex,Measure,Value\n";
  for (int i = 0; i < 8; ++i)
    for (const char* visit : {"9 weeks", "baseline"})
      csv += "c" + std::to_string(i) + "," + visit + ",UNK,f,rsa_ln_ms2," +
             (i == 3   ? "-99"
              : i == 4 ? "#N/A"
                       : std::to_string(2.5 + 0.1 * i)) +
             "\n";
  const auto reference = report::read_reference(csv);
  REQUIRE(reference.ok());
  CHECK(reference->values.size() == 12);
  CHECK(reference->values.front().visit == 1);
  REQUIRE(reference->diagnostics.size() == 2);
  CHECK(reference->diagnostics[0].code == "W_REFERENCE_MISSING_CODE");
  CHECK(reference->diagnostics[1].code == "N_REFERENCE_LEFT_OUT");
  const std::string head = "participant,visit,age_months,sex,measure,value\n";
  CHECK(report::read_reference(head + "a,spring,5,f,rsa,1\na,autumn,7,f,rsa,1\n").error().code ==
        "E_REFERENCE_VISIT");
  CHECK(report::read_reference(head + "a,0,5,f,rsa,1\na,1,7,f,rsa,1\n")->values.at(1).visit == 1);
}
