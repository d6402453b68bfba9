// Scores from tables: REDCap's flat CSV as its documentation describes it, long and wide ones, items with a
// key. Expected values by hand.
#include "behavior/score_import.hpp"

#include "behavior/score_names.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::behavior;
using doctest::Approx;

namespace {

/// A longitudinal project: two records, a screening without scores, two visits, a repeated instrument.
const std::string redcap =
    "\xEF\xBB\xBF"
    "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,redcap_data_access_group,"
    "infant_sex,"
    "consent_date,epds_total,ibqr_soothability_m,ibqr_cud_m,ibqr_lip_m,ibqr_do_m,ibq_r_orc_partner,notes,"
    "questionnaires_complete\r\n"
    "101,screening_arm_1,,,site_a,1,2024-01-02,,,,,,,\"said \"\"yes\"\", twice\",2\r\n"
    "101,baseline_arm_1,,,site_a,,,15,4.5,5.5,5,3.0,4.4,,2\r\n"
    "101,followup_arm_1,,,site_a,,,9,-99,5.6,5.1,3.1,,,2\r\n"
    "101,followup_arm_1,medication,1,site_a,,,,,,,,,\"line\r\nbreak\",2\r\n"
    "102,screening_arm_1,,,site_b,2,2024-01-05,,,,,,,,2\r\n"
    "102,baseline_arm_1,,,site_b,,,20,4.0,5.0,5,3.5,4.0,,2\r\n";

ScoreImport choose(const std::string& record) {
  ScoreImport choices;
  choices.record = record;
  choices.missing_codes = {"-99"};
  return choices;
}

Error refusal(const std::string& csv, const ScoreImport& choices = {}) {
  const auto imported = import_scores(csv, choices);
  return imported ? Error{} : imported.error();
}

std::optional<double> score(const ImportedScores& imported, std::size_t visit, const std::string& scale) {
  const auto& scores = imported.scores.visits.at(visit).scores;
  const auto found = scores.find(scale);
  return found == scores.end() ? std::nullopt : found->second;
}

std::string meant(const std::string& column) {
  const NamedScale named = scale_meant(column, known_scales());
  return named.scale + (named.visit.empty() ? "" : " @" + named.visit) + (named.rater_assumed ? " ?" : "");
}

}  // namespace

TEST_CASE("a REDCap export lists its records, events and columns, each with what it is taken for") {
  const auto contents = score_table_contents(redcap, choose("101"));
  REQUIRE(contents.ok());
  CHECK(contents->form == "REDCap");
  CHECK(contents->records == std::vector<std::string>{"101", "102"});
  REQUIRE(contents->events.size() == 3);
  CHECK(contents->events[0].event == "screening_arm_1");
  CHECK(contents->events[0].visit == 0);  // no scores there
  CHECK(contents->events[1].visit == 1);
  CHECK(contents->events[2].event == "followup_arm_1");
  CHECK(contents->events[2].visit == 2);
  CHECK(contents->events[2].lines == 2);
  std::map<std::string, FoundColumn> columns;
  for (const FoundColumn& column : contents->columns) columns[column.column] = column;
  CHECK(columns.size() == 9);
  CHECK(columns["epds_total"].scale == "epds");
  CHECK(columns["epds_total"].values == 2);
  CHECK(columns["ibqr_soothability_m"].values == 1);  // the other is the code for missing
  CHECK(columns["ibqr_do_m"].scale == "duration_of_orienting_mother");
  CHECK(columns["ibq_r_orc_partner"].scale == "orc_partner");
  CHECK(columns["consent_date"].scale.empty());
  CHECK(columns["notes"].scale.empty());
}

TEST_CASE("the scores of one record go to their visits, and what is missing says where") {
  ScoreImport girl = choose("101");
  girl.sex = "f";
  const auto imported = import_scores(redcap, girl);
  REQUIRE(imported.ok());
  CHECK(imported->scores.sex == "f");
  REQUIRE(imported->scores.visits.size() == 2);
  CHECK(score(*imported, 0, "epds") == 15);
  CHECK(score(*imported, 1, "epds") == 9);
  // ORC of the mother: (4.5 + 5.5 + 5 + 3) / 4.
  CHECK(*score(*imported, 0, "orc_mother") == Approx(4.5));
  CHECK_FALSE(score(*imported, 1, "orc_mother").has_value());
  const auto& missing = imported->scores.visits[1].missing;
  CHECK(missing.at("soothability_mother") ==
        "the code for missing, -99 (line 4, column ibqr_soothability_m)");
  CHECK(missing.at("orc_partner") == "the cell is empty (line 4, column ibq_r_orc_partner)");
  CHECK(missing.at("orc_mother") == "1 of its 4 scales missing.");
  CHECK(imported->diagnostics.at(0).code == "N_SCORE_MISSING");
}

TEST_CASE("a record has to be chosen, and a usual code for missing is missing where it is no score") {
  CHECK(refusal(redcap).code == "E_SCORE_RECORD");
  CHECK(refusal(redcap).message == "The table holds 2 records: 101, 102; choose the infant’s (--record).");
  CHECK(refusal(redcap, choose("103")).code == "E_SCORE_RECORD");
  ScoreImport unnamed;
  unnamed.record = "101";
  const auto imported = import_scores(redcap, unnamed);
  REQUIRE(imported.ok());
  CHECK(imported->scores.visits[1].missing.at("soothability_mother") ==
        "the code for missing, -99 (line 4, column ibqr_soothability_m)");
  CHECK(imported->diagnostics.at(0).code == "W_MISSING_CODE");
  CHECK(imported->diagnostics.at(0).where == "line 4, column ibqr_soothability_m");
  CHECK(refusal("visit,epds\n1,77\n").message ==
        "77 is not between 0 and 30; if it means missing, name it as a code for missing.");
}

TEST_CASE("the user overrules which event is which visit and which column which scale") {
  ScoreImport choices = choose("101");
  choices.visits = {{"baseline_arm_1", 2}, {"followup_arm_1", 3}};
  choices.columns = {{"epds_total", "", 0}, {"ibqr_cud_m", "cuddliness_partner", 0}};
  const auto imported = import_scores(redcap, choices);
  REQUIRE(imported.ok());
  REQUIRE(imported->scores.visits.size() == 3);
  CHECK(score(*imported, 1, "cuddliness_partner") == 5.5);
  CHECK_FALSE(score(*imported, 1, "epds").has_value());
  CHECK_FALSE(score(*imported, 1, "cuddliness_mother").has_value());
  choices.columns = {{"edps", "epds", 0}};
  CHECK(refusal(redcap, choices).message == "The table has no column “edps”.");
  choices.columns = {{"epds_total", "edps", 0}};
  CHECK(refusal(redcap, choices).message == "There is no scale “edps”.");
  choices.columns.clear();
  choices.visits = {{"baseline", 1}};
  CHECK(refusal(redcap, choices).code == "E_SCORE_VISIT");
}

TEST_CASE("label headers, arms, repeated instances and classic projects of REDCap are read") {
  const auto labels = import_scores(
      "\"Record ID\",\"Event Name\",\"Repeat Instrument\",\"Repeat Instance\",\"Complete?\",\"EPDS "
      "total\",\"Complete?\"\n"
      "\"101\",\"Baseline (Arm 1: Therapy)\",\"\",\"\",\"Complete\",\"15\",\"Complete\"\n\"101\",\"Follow-up "
      "(Arm 1: "
      "Therapy)\",\"\",\"\",\"Complete\",\"9\",\"Complete\"\n",
      {});
  REQUIRE(labels.ok());
  CHECK(score(*labels, 1, "epds") == 9);
  const auto arms = import_scores(
      "record_id,redcap_event_name,epds\n1,baseline_arm_2,3\n1,followup_arm_2,4\n2,baseline_arm_1,5\n2,"
      "followup_arm_1,6\n",
      choose("2"));
  REQUIRE(arms.ok());
  REQUIRE(arms->scores.visits.size() == 2);
  CHECK(score(*arms, 1, "epds") == 6);
  const auto instances = import_scores(
      "record_id,redcap_repeat_instrument,redcap_repeat_instance,sex,epds\n7,,,f,\n7,mood,1,,12\n7,mood,2,,"
      "8\n",
      {});
  REQUIRE(instances.ok());
  CHECK(score(*instances, 0, "epds") == 12);
  CHECK(score(*instances, 1, "epds") == 8);
  const auto classic =
      import_scores("record_id,epds_t1,epds_t2,pbq_total_post,mood_complete\n7,12,8,11,2\n", {});
  REQUIRE(classic.ok());
  CHECK(score(*classic, 0, "epds") == 12);
  CHECK(score(*classic, 1, "epds") == 8);
  CHECK(score(*classic, 1, "pbq") == 11);
}

TEST_CASE("long and wide tables are read, with decimal commas, and in the order of their visits") {
  const auto long_form = import_scores(
      "visit;scale;rater;score\nfollow-up;Soothability;mother;4,75\nbaseline;Soothability;mother;4,5\n"
      "baseline;EPDS total;;12\n",
      {});
  REQUIRE(long_form.ok());
  CHECK(score(*long_form, 0, "soothability_mother") == 4.5);
  CHECK(score(*long_form, 1, "soothability_mother") == 4.75);
  CHECK(score(*long_form, 0, "epds") == 12);
  const auto wide = import_scores("visit,epds,orc_mother\n3,10,4\n1,15,3.5\n", {});
  REQUIRE(wide.ok());
  REQUIRE(wide->scores.visits.size() == 3);  // the visit's own number counts
  CHECK(score(*wide, 0, "epds") == 15);
  CHECK(score(*wide, 2, "orc_mother") == 4);
  const auto dyads = import_scores("participant,visit,epds\na,1,3\nb,1,4\nb,2,NA\n", choose("b"));
  REQUIRE(dyads.ok());
  CHECK(score(*dyads, 0, "epds") == 4);
  CHECK(dyads->scores.visits.at(1).missing.at("epds") == "the cell is empty (line 4, column epds)");
}

TEST_CASE("malformed tables of scores are refused with line and column") {
  CHECK(refusal("visit,epds\n1,many\n").where == "line 2, column epds");
  CHECK(refusal("visit,epds\n1,31\n").where == "line 2, column epds");
  CHECK(refusal("visit,epds\n1,3,4\n").where == "line 2, field 3");
  CHECK(refusal("visit,epds\n1,\"3\n").code == "E_CSV_QUOTE");
  CHECK(refusal("visit,scale,score\n1,epds,3\n1,epds,4\n").code == "E_SCORE_TWICE");
  CHECK(refusal("visit,scale,score\n1,epds,3\n1,epds,4\n").where == "line 3, column score");
  CHECK(refusal("visit,height\n1,60\n").code == "E_SCORE_VISIT");
  CHECK(refusal("visit\n1\n").code == "E_SCORE_TABLE");
}

TEST_CASE("columns are known by the names that studies give them, and no other column is") {
  CHECK(meant("orc_mother") == "orc_mother");
  CHECK(meant("IBQ-R Cuddliness (mother)") == "cuddliness_mother");
  CHECK(meant("ibqr_vsf_reg_m") == "");
  CHECK(meant("ibq_hip_p_t2") == "high_intensity_pleasure_partner @t2");
  CHECK(meant("soothability") == "soothability_mother ?");
  CHECK(meant("mat_soothability") == "");
  CHECK(meant("Falling reactivity, father") == "falling_reactivity_partner");
  CHECK(meant("EPDS_score_pre") == "epds @pre");
  CHECK(meant("epds_item_10") == "epds_item_10");
  CHECK(meant("epds_3") == "");
  CHECK(meant("pbq_f2") == "pbq_rejection_anger");
  CHECK(meant("PBQ total") == "pbq");
  CHECK(meant("psi_sf_pd") == "psi_sf_distress");
  CHECK(meant("PSISF P-CDI") == "psi_sf_interaction");
  CHECK(meant("psi_total") == "psi_sf");
  CHECK(meant("duration") == "");
  CHECK(meant("fear") == "");
  CHECK(meant("age_months") == "");
}

TEST_CASE("items are scored with the user's key: means for the IBQ-R, sums for the mother's scales") {
  ScoreImport choices;
  choices.item_key =
      "scale,item,reversed,rater,lowest,highest\nSoothability,q1,0,mother,,\nSoothability,q2,yes,mother,,\n"
      "Soothability,q3,,mother,,\nepds,e1,0,,0,3\nepds,e2,1,,0,3\n";
  choices.missing_codes = {"-9"};
  choices.not_applicable_codes = {"X"};
  // Visit 1: 5, 8 - 2, X left out: 5.5; EPDS 2 + (3 - 1) = 4. Visit 2: one of three: too few; EPDS
  // incomplete.
  const auto imported = import_scores("visit,q1,q2,q3,e1,e2\n1,5,2,X,2,1\n2,6,-9,,3,\n", choices);
  REQUIRE(imported.ok());
  CHECK(score(*imported, 0, "soothability_mother") == 5.5);
  CHECK(score(*imported, 0, "epds") == 4);
  CHECK_FALSE(score(*imported, 1, "soothability_mother").has_value());
  CHECK(imported->scores.visits[1].missing.at("soothability_mother") ==
        "1 of 3 items answered, at least half are needed.");
  CHECK(imported->scores.visits[1].missing.at("epds") == "1 of 2 items answered, a sum needs all of them.");
  const Error range = refusal("visit,q1,q2,q3,e1,e2\n1,5,8,1,2,1\n", choices);
  CHECK(range.code == "E_SCORE_RANGE");
  CHECK(range.where == "line 2, column q2");
  const auto contents = score_table_contents("visit,q1,q2,q3,e1,e2\n1,5,2,X,2,1\n", choices);
  CHECK(contents->columns.at(0).item);
}

TEST_CASE("a key that cannot be used is refused with line and column") {
  const auto refused = [](const std::string& key) {
    ScoreImport choices;
    choices.item_key = key;
    return refusal("visit,q1\n1,5\n", choices);
  };
  CHECK(refused("scale,item,reversed\nSoothing,q1,0\n").where == "line 2, column scale");
  CHECK(refused("scale,item,reversed\nsoothability_mother,q1,maybe\n").where == "line 2, column reversed");
  CHECK(refused("scale,item,reversed\norc_mother,q1,0\norc_mother,q1,0\n").code == "E_ITEM_KEY");
  CHECK(refused("scale,item,reversed\nepds,q1,0\n").message ==
        "In the key of items: Give the columns lowest and highest for “EPDS total”: the range of an item’s "
        "answers.");
  CHECK(refused("scale,item\nepds,q1\n").code == "E_CSV_COLUMN");
}

TEST_CASE("totals follow from their parts: PBQ and PSI-SF sums where all parts are there") {
  const auto imported =
      import_scores("visit,pbq_f1,pbq_f2,pbq_f3,pbq_f4,psi_sf_pd,psi_sf_pcdi\n1,10,4,3,0,30,20\n", {});
  REQUIRE(imported.ok());
  CHECK(score(*imported, 0, "pbq") == 17);
  CHECK_FALSE(score(*imported, 0, "psi_sf").has_value());
  CHECK(imported->scores.visits[0].missing.at("psi_sf") == "1 of its 3 scales missing.");
}

TEST_CASE("a free scale is found by its own name and kept within its range") {
  ScoreImport choices;
  choices.scales = {{"night_sleep", "Night sleep", 0, 14, "longer sleep", 1, "diary"}};
  CHECK(score(*import_scores("visit,Night sleep\n1,9.5\n", choices), 0, "night_sleep") == 9.5);
  CHECK(refusal("visit,night_sleep\n1,15\n", choices).code == "E_SCORE_RANGE");
}
