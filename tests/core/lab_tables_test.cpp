// Tables as laboratories write them beyond what the manuals of the programs show: whose form it is stands in a visit's or a
// file's name, visits are named in the words of their country, notes stand under the numbers. Values by hand.
#include <algorithm>

#include "behavior/coding_reader.hpp"
#include "behavior/raters.hpp"
#include "behavior/score_import.hpp"
#include "cohort/plan.hpp"
#include "group/table.hpp"
#include "report/reference.hpp"
#include "report/reference_check.hpp"
#include "support.hpp"
#include "tables/visit_order.hpp"

using namespace attune;

namespace {

bool is_said(const std::vector<Diagnostic>& notes, const std::string& code) {
  return std::any_of(notes.begin(), notes.end(), [&](const Diagnostic& note) { return note.code == code; });
}

/// EPDS by visit, -1: none; empty where the table is refused.
std::vector<double> epds_of(const std::string& text) {
  const auto imported = behavior::import_scores(text, {});
  std::vector<double> scores;
  if (!imported) return scores;
  for (const auto& visit : imported->scores.visits) {
    const auto found = visit.scores.find("epds");
    scores.push_back(found == visit.scores.end() ? -1 : found->second.value_or(-1));
  }
  return scores;
}

bool scores_say(const std::string& text, const std::string& code) {
  const auto imported = behavior::import_scores(text, {});
  return imported && is_said(imported->diagnostics, code);
}

const std::vector<double> from_17_to_6{17, 6};

struct Names {
  const char *first, *second;
};

/// The same two lines under any names of visits, the later one above.
std::string two_visits(const std::string& first, const std::string& second) {
  return "participant,visit,epds\n1," + second + ",6\n1," + first + ",17\n";
}

bool in_order(const std::string& first, const std::string& second) {
  const auto order = tables::order_visits({second, first});
  return order.told && order.places == std::vector<std::size_t>{1, 0};
}

}  // namespace

TEST_CASE("visits named by weeks of pregnancy stand before those after birth") {
  CHECK(in_order("GA36", "PP6"));
  CHECK(in_order("36 GW", "6 weeks pp"));
  CHECK(in_order("third trimester", "6 weeks postpartum"));
  CHECK(in_order("trimester 2", "trimester 3"));
  CHECK(in_order("prenatal 1", "postnatal 1"));
  CHECK(epds_of("id,epds_trim3,epds_6wk\n1,17,6\n") == from_17_to_6);
}

TEST_CASE("visits are put in order in the words of more countries") {
  for (const Names& names :
       std::vector<Names>{{"voormeting", "nameting"},
                          {"nulmeting", "follow-up"},
                          {"prima", "dopo"},
                          {"före", "efter"},
                          {"før", "etter"},
                          {"Vorerhebung", "Nacherhebung"},
                          {"Eingangsmessung", "Abschlussmessung"},
                          {"prtraitement_arm_1", "suivi_3_mois_arm_1"},  // REDCap strips accents
                          {"linha de base", "seguimento"}})
    CHECK_MESSAGE(epds_of(two_visits(names.first, names.second)) == from_17_to_6, names.first);
}

TEST_CASE("visits are put in order by Roman, spelled and negative numbers, and by short months") {
  for (const Names& names : std::vector<Names>{{"V", "VI"},
                                               {"IX", "X"},
                                               {"Visit IX", "Visit X"},
                                               {"six months", "nine months"},
                                               {"week two", "week nine"},
                                               {"-1", "1"},
                                               {"Day -7", "Day 63"},
                                               {"Mar-25", "May-25"}})
    CHECK_MESSAGE(epds_of(two_visits(names.first, names.second)) == from_17_to_6, names.first);
  // March of 2030, or the 30th of March: before or behind May of 2025.
  CHECK(scores_say(two_visits("Mar-30", "May-25"), "W_VISIT_ORDER"));
}

TEST_CASE("a sign that parts two names is no minus") {
  CHECK(in_order("T-1", "T-2"));
  CHECK(in_order("1-1", "1-2"));
}

TEST_CASE(
    "a form whose visit names the father is the father's, at the visit that the rest of the name tells") {
  const std::string head = "record_id,redcap_event_name,epds_total\n";
  const std::string partner = head + "1,baseline_arm_1,17\n1,partner_baseline_arm_1,12\n1,followup_arm_1,6\n";
  CHECK(epds_of(partner) == from_17_to_6);
  CHECK(scores_say(partner, "N_SCORE_RATER_VISIT"));
  CHECK(epds_of(head + "1,baseline_mother_arm_1,17\n1,baseline_father_arm_1,12\n1,followup_mother_arm_1,6\n"
                       "1,followup_father_arm_1,5\n") == from_17_to_6);
  CHECK(epds_of("Record ID,Event Name,EPDS total\n1,Baseline (Arm 1: Treatment),17\n"
                "1,Partner Baseline (Arm 1: Treatment),12\n1,Follow-up (Arm 1: Treatment),6\n") ==
        from_17_to_6);
  CHECK(epds_of("id,visit,epds\n1,baseline mother,17\n1,baseline father,12\n1,follow-up mother,6\n") ==
        from_17_to_6);
  CHECK(epds_of("record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,epds_total\n"
                "1,baseline_arm_1,epds_mother,1,17\n1,baseline_arm_1,epds_partner,1,12\n"
                "1,followup_arm_1,epds_mother,1,6\n") == from_17_to_6);
  // The arm's own name is nobody's who answered.
  CHECK(behavior::rater_in("Baseline (Arm 2: Fathers)").empty());
  std::string event = "father_week_9_arm_1";
  CHECK(behavior::take_rater(event) == "partner");
  CHECK(event == "week_9_arm_1");
}

TEST_CASE("a column of parents tells who answered, whatever it is called") {
  for (const char* column : {"role", "relationship", "relation to child", "who"})
    CHECK_MESSAGE(epds_of(std::string("id,visit,") + column +
                          ",epds\n1,1,mother,17\n1,1,father,12\n1,2,mother,6\n") == from_17_to_6,
                  column);
  // A grandmother's is not the mother's either.
  CHECK(epds_of("id,visit,relationship,epds\n1,1,mother,17\n1,2,grandmother,6\n") == std::vector<double>{17});
  // What is not of parents alone tells nothing of who answered.
  CHECK(epds_of("id,visit,relationship,epds\n1,1,married,17\n1,2,single,6\n") == from_17_to_6);
}

TEST_CASE("several instances at one event are taken as visits, and said") {
  const std::string head =
      "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,epds_total\n";
  CHECK(
      scores_say(head + "1,baseline_arm_1,epds,1,17\n1,baseline_arm_1,epds,2,14\n1,followup_arm_1,epds,1,6\n",
                 "W_SCORE_INSTANCES"));
  CHECK_FALSE(
      scores_say(head + "1,baseline_arm_1,epds,1,17\n1,followup_arm_1,epds,1,6\n", "W_SCORE_INSTANCES"));
}

TEST_CASE("a follow-up alone is the second visit") {
  CHECK(epds_of("participant,visit,epds\n1,follow-up,6\n") == std::vector<double>{-1, 6});
  CHECK(epds_of("participant,visit,epds\n1,baseline,17\n") == std::vector<double>{17});
}

TEST_CASE("columns that differ in a number are visits where they hold more than an answer, else items") {
  CHECK(epds_of("id,epds.1,epds.2\n1,17,6\n") == from_17_to_6);
  CHECK(epds_of("id,EPDS 1,EPDS 2\n1,17,6\n") == from_17_to_6);
  CHECK(scores_say("id,epds_1,epds_2\n1,17,6\n", "N_SCORE_NUMBERED"));
  CHECK(epds_of("id,epds_1,epds_2\n1,2,3\n").empty());
  CHECK(epds_of("id,epds_1,epds_2,epds_3,epds_4,epds_5,epds_6,epds_7\n1,9,3,2,1,0,1,2\n").empty());
}

TEST_CASE("the total of the EPDS-10 is no item 10, and a range behind a name is none of it") {
  CHECK(epds_of("id,visit,epds10_total\n1,1,3\n1,2,2\n") == std::vector<double>{3, 2});
  CHECK(epds_of("id,visit,EPDS total score (0-30)\n1,1,17\n1,2,6\n") == from_17_to_6);
  CHECK(epds_of("id,visit,epds_10\n1,1,3\n1,2,2\n") == std::vector<double>{-1, -1});
}

TEST_CASE("a sum beside items without an answer is said") {
  const std::string head = "id,visit,epds_1,epds_2,epds_3,epds_total\n";
  CHECK(scores_say(head + "1,1,2,2,1,17\n1,2,1,,,6\n", "W_SCORE_PARTIAL"));
  CHECK_FALSE(scores_say(head + "1,1,2,2,1,17\n1,2,1,1,0,6\n", "W_SCORE_PARTIAL"));
  CHECK_FALSE(scores_say(head + "1,1,,,,17\n1,2,,,,6\n", "W_SCORE_PARTIAL"));
}

TEST_CASE(
    "items whose key does not make the score that stands beside them are said, and so is a key that lacks "
    "some") {
  const auto says = [](const std::string& text, const std::string& key, const char* code) {
    behavior::ScoreImport choices;
    choices.item_key = "scale,item,reversed,lowest,highest\n" + key;
    const auto imported = behavior::import_scores(text, choices);
    REQUIRE(imported);
    return is_said(imported->diagnostics, code);
  };
  // Two items of 0 to 15 are a sum of 0 to 30, as the EPDS is.
  const std::string both = "epds,epds_1,0,0,15\nepds,epds_2,0,0,15\n", one = "epds,epds_1,0,0,15\n";
  const std::string beside = "visit,epds_1,epds_2,epds_total\n1,8,9,17\n2,3,3,6\n";
  CHECK_FALSE(says(beside, both, "W_SCORE_ITEMS_DIFFER"));
  CHECK(says("visit,epds_1,epds_2,epds_total\n1,8,9,17\n2,3,3,24\n", both, "W_SCORE_ITEMS_DIFFER"));
  CHECK_FALSE(says(beside, both, "W_SCORE_KEY"));
  CHECK(says(beside, one, "W_SCORE_KEY"));
  // EPDS 01 is epds_1.
  CHECK_FALSE(says("visit,EPDS 01,EPDS 02\n1,8,9\n2,3,3\n", both, "N_SCORE_MISSING"));
}

TEST_CASE("an item of a visit is no total of that visit") {
  CHECK(epds_of("id,epds_3_t1,epds_3_t2\n1,2,1\n").empty());
  CHECK(epds_of("id,epds_9_wk,epds_12_wk\n1,17,6\n") == from_17_to_6);
}

TEST_CASE("REDCap's times of surveys are no scale, and are heard against the order of events") {
  const std::string head = "record_id,redcap_event_name,epds_timestamp,epds_total\n";
  const std::string right =
      head + "1,baseline_arm_1,2025-03-01 10:00,17\n1,followup_arm_1,2025-05-03 10:00,6\n";
  CHECK_FALSE(scores_say(right, "W_SCORE_NOT_TAKEN"));
  CHECK_FALSE(scores_say(right, "W_SCORE_TIME_ORDER"));
  CHECK(scores_say(head + "1,baseline_arm_1,2025-05-03 10:00,17\n1,followup_arm_1,2025-03-01 10:00,6\n",
                   "W_SCORE_TIME_ORDER"));
  CHECK_FALSE(scores_say("participant,visit,date_of_birth,epds\n1,1,2025-05-01,17\n1,2,2025-01-01,6\n",
                         "W_SCORE_TIME_ORDER"));
}

TEST_CASE("visits are told apart by a column of weeks or months where nothing else does") {
  CHECK(epds_of("participant,week,epds\n1,10,6\n1,9,17\n") == from_17_to_6);
  CHECK(epds_of("participant,month,epds\n1,3,6\n1,0,17\n") == from_17_to_6);
  CHECK(epds_of("participant,date,month,epds\n1,2024-12-01,12,17\n1,2025-01-30,1,6\n") == from_17_to_6);
  CHECK(epds_of("participant;Erhebung;epds\n1;2;6\n1;1;17\n") == from_17_to_6);
}

TEST_CASE("REDCap's flat export has a line a value") {
  CHECK(epds_of("record,redcap_event_name,field_name,value\n1,baseline_arm_1,epds_total,17\n"
                "1,followup_arm_1,epds_total,6\n") == from_17_to_6);
}

TEST_CASE("a code for missing that may be a score is said where it stands once, as a note") {
  const std::string once = "participant,visit,pbq\n1,1,99\n1,2,18\n";
  CHECK(scores_say(once, "N_MISSING_CODE_KEPT"));
  CHECK_FALSE(scores_say(once, "W_MISSING_CODE_KEPT"));
  CHECK_FALSE(scores_say("participant,visit,pbq\n1,1,31\n1,2,18\n", "N_MISSING_CODE_KEPT"));
}

TEST_CASE("notes under a table, a second line of names and a line of the separator are no data") {
  const std::string table = "participant,visit,epds\n1,1,17\n1,2,6\n";
  CHECK(epds_of(table + "Note: 13 and above is elevated,,\n") == from_17_to_6);
  CHECK(epds_of(table + "\n* filled in at home\n") == from_17_to_6);
  CHECK(epds_of("participant,visit,epds\n1,1,17\nparticipant,visit,epds\n1,2,6\n") == from_17_to_6);
  CHECK(epds_of("\"sep=;\"\nparticipant;visit;epds\n1;1;17\n1;2;6\n") == from_17_to_6);
  CHECK(epds_of("SEP=,\r\n" + table) == from_17_to_6);
  CHECK(epds_of(table + '\x1A') == from_17_to_6);
  // A line of one cell that is no note is not passed over.
  CHECK(epds_of(table + "abc\n").empty());
}

TEST_CASE("UTF-16 is read without its mark too") {
  const std::string table = "participant,visit,epds\n1,1,17\n1,2,6\n";
  std::string little, big;
  for (const char c : table) {
    little += {c, '\0'};
    big += {'\0', c};
  }
  CHECK(epds_of(little) == from_17_to_6);
  CHECK(epds_of(big) == from_17_to_6);
}

TEST_CASE("dates and ages of a group's table are heard against the order of its visits") {
  const auto says = [](const std::string& column, const std::string& first, const std::string& second) {
    std::string text = "participant,group,visit,measure,value," + column + "\n";
    for (const char* infant : {"t1,treated", "t2,treated", "c1,control", "c2,control"})
      text += std::string(infant) + ",1,faa,0.1," + first + "\n" + infant + ",2,faa,0.2," + second + "\n";
    const auto table = group::read_table(text, {});
    REQUIRE(table);
    return is_said(table->diagnostics, "W_GROUP_TIME_ORDER");
  };
  CHECK(says("date", "2025-05-01", "2025-03-01"));
  CHECK_FALSE(says("date", "2025-03-01", "2025-05-01"));
  CHECK(says("age_weeks", "35", "26"));
  CHECK_FALSE(says("age_weeks", "26", "35"));
  CHECK_FALSE(says("date", "03/04/2025", "05/03/2025"));  // 3 April and 5 March, or 4 March and 3 May
}

TEST_CASE("a measure whose groups lie apart as units do is doubted") {
  const auto says = [](double treated, double control) {
    std::string text = "participant,group,visit,measure,value\n";
    for (int i = 1; i < 5; ++i)
      for (const char* visit : {"1", "2"}) {
        text +=
            "t" + std::to_string(i) + ",treated," + visit + ",rmssd," + std::to_string(treated * i) + "\n";
        text +=
            "c" + std::to_string(i) + ",control," + visit + ",rmssd," + std::to_string(control * i) + "\n";
      }
    const auto table = group::read_table(text, {});
    REQUIRE(table);
    return is_said(table->diagnostics, "W_VALUE_UNITS");
  };
  CHECK(says(0.007, 7));  // s and ms
  CHECK_FALSE(says(4, 7));
}

TEST_CASE("comparison infants whose ages run against their visits, or are in another unit, are said") {
  const auto table = [](double first, double second) {
    std::string text = "participant,visit,age_months,measure,value\n";
    for (int i = 1; i < 7; ++i)
      text += "c" + std::to_string(i) + ",1," + std::to_string(first) + ",rsa_ln_ms2,3\nc" +
              std::to_string(i) + ",2," + std::to_string(second) + ",rsa_ln_ms2,3.2\n";
    const auto reference = report::read_reference(text);
    REQUIRE(reference);
    return *reference;
  };
  CHECK(is_said(table(8, 6).diagnostics, "W_REFERENCE_TIME_ORDER"));
  CHECK_FALSE(is_said(table(6, 8).diagnostics, "W_REFERENCE_TIME_ORDER"));
  std::vector<visit::Visit> visits(2);
  visits[0].age_months = 6;
  visits[1].age_months = 8;
  const auto doubt = report::check_reference_ages(table(26, 35), visits, {});
  REQUIRE(doubt);
  CHECK(doubt->code == "W_REFERENCE_AGE");
  CHECK(doubt->message.english().find("age_weeks") != std::string::npos);  // 26 weeks are 5.98 months
  CHECK_FALSE(report::check_reference_ages(table(6, 8), visits, {}));
}

namespace {

cohort::Plan plan_with(const std::map<std::string, std::string>& tables, const std::string& session = "1") {
  cohort::Folder folder{{}, tables};
  folder.tables["participants.tsv"] = "participant_id\tgroup\nsub-01\ttreated\nsub-02\tcontrol\n";
  for (const auto& table : folder.tables) folder.paths.push_back(table.first);
  for (const std::string infant : {"01", "02"})
    for (const std::string visit : {"1", "2"}) {
      const std::string label = infant == "02" && session != "1" ? session + visit : visit;
      folder.paths.push_back("sub-" + infant + "/ses-" + label + "/eeg/sub-" + infant + "_ses-" + label +
                             "_task-rest_eeg.edf");
    }
  auto plan = cohort::find_cohort(folder, {});
  REQUIRE(plan);
  return *plan;
}

}  // namespace

TEST_CASE("a phenotype file that its name says is the father's holds no score of the mother's") {
  const std::string scores =
      "participant_id\tsession_id\tepds_total\nsub-01\tses-1\t17\nsub-01\tses-2\t6\nsub-02\tses-1\t5\n"
      "sub-02\tses-2\t4\n";
  const auto has_epds = [](const cohort::Plan& plan) {
    return std::any_of(plan.sessions.begin(), plan.sessions.end(),
                       [](const auto& session) { return session.scores.contains("epds"); });
  };
  CHECK(has_epds(plan_with({{"phenotype/epds.tsv", scores}})));
  const auto father = plan_with({{"phenotype/epds_father.tsv", scores}});
  CHECK_FALSE(has_epds(father));
  CHECK(is_said(father.diagnostics, "W_COHORT_OTHER_RATER"));
}

TEST_CASE("dates of sessions and scans are heard against the order of visits") {
  const auto said = [](const std::string& first, const std::string& second) {
    return is_said(
        plan_with({{"sub-01/sub-01_sessions.tsv",
                    "session_id\tacq_time\nses-1\t" + first + "T10:00:00\nses-2\t" + second + "T10:00:00\n"}})
            .diagnostics,
        "W_COHORT_TIME_ORDER");
  };
  CHECK(said("2025-05-01", "2025-03-01"));
  CHECK_FALSE(said("2025-03-01", "2025-05-01"));
  const std::string name = "eeg/sub-01_ses-1_task-rest_eeg.edf";
  CHECK(is_said(plan_with({{"sub-01/ses-1/sub-01_ses-1_scans.tsv",
                            "filename\tacq_time\n" + name + "\t2025-05-01T10:00:00\n"},
                           {"sub-01/ses-2/sub-01_ses-2_scans.tsv",
                            "filename\tacq_time\neeg/sub-01_ses-2_task-rest_eeg.edf\t2025-03-01T10:00:00\n"}})
                    .diagnostics,
                "W_COHORT_TIME_ORDER"));
}

TEST_CASE(
    "sessions that differ in zeros between infants are asked about, and so is a unit that a name "
    "contradicts") {
  CHECK(is_said(plan_with({}, "0").diagnostics, "W_VISIT_APART"));
  CHECK_FALSE(is_said(plan_with({}).diagnostics, "W_VISIT_APART"));
  const auto units = [](const char* unit) {
    return is_said(
        plan_with({{"participants.json", std::string(R"({"age_months": {"Units": ")") + unit + "\"}}"}})
            .diagnostics,
        "W_COHORT_AGE_UNITS");
  };
  CHECK(units("weeks"));
  CHECK_FALSE(units("months"));
}

TEST_CASE("ELAN's columns are told by their places in any language") {
  const std::string head =
      "Ebene\tTeilnehmer\tAnfang - hh:mm:ss.ms\tEnde - hh:mm:ss.ms\tDauer - hh:mm:ss.ms\tWert\n";
  const std::string lines =
      "phase\t\t00:00:00.000\t00:02:00.000\t00:02:00.000\tplay\n"
      "infant\t\t00:00:00.000\t00:02:00.000\t00:02:00.000\tprotest\n"
      "mother\t\t00:00:00.000\t00:02:00.000\t00:02:00.000\tneutral\n";
  const auto coding = behavior::read_coding(head + lines, {}, {}, {});
  REQUIRE(coding);
  REQUIRE(coding->states.size() == 1);
  CHECK(coding->states[0].state == "protest");
  CHECK(coding->phases.size() == 1);
}

TEST_CASE("999 among codes that are words is no state") {
  const auto coding =
      behavior::read_coding("onset,offset,code\n0,60,protest\n60,90,999\n90,120,withdrawn\n", {}, {}, {});
  REQUIRE(coding);
  CHECK(std::none_of(coding->states.begin(), coding->states.end(),
                     [](const auto& code) { return code.state == "999"; }));
}

TEST_CASE("Observer's lines of comments alone hold no code") {
  const auto coding = behavior::read_coding(
      "Time_Relative_sf,Duration_sf,Observation,Subject,Behavior,Event_Type,Comment\n"
      "0,60,o,Infant,protest,State start,\n30,0,o,,,Comment,a door slams\n60,0,o,Infant,protest,State "
      "stop,\n",
      {}, {}, {});
  REQUIRE(coding);
  REQUIRE(coding->states.size() == 1);
  CHECK(coding->states[0].end_s == 60);
}
