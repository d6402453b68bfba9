// Tables whose numbers would be read well and be another's: two infants of one name, one visit of two names, a scale of
// somebody else, times of another clock. Each with what it is right to say of it. Values by hand.
#include <algorithm>
#include <array>
#include <cstdio>
#include <tuple>

#include "behavior/coding_reader.hpp"
#include "behavior/score_import.hpp"
#include "cohort/plan.hpp"
#include "group/table.hpp"
#include "report/reference.hpp"
#include "support.hpp"

using namespace attune;

namespace {

bool is_doubted(const std::vector<Diagnostic>& notes, const std::string& code) {
  return std::any_of(notes.begin(), notes.end(), [&](const Diagnostic& note) { return note.code == code; });
}

behavior::ScoreImport record_choice(const char* record) {
  behavior::ScoreImport choices;
  choices.record = record;
  return choices;
}

/// A scale by visit, -1: none; empty where the table is refused.
std::vector<double> scores_of(const std::string& text, const behavior::ScoreImport& choices = {},
                              const std::string& scale = "epds") {
  const auto imported = behavior::import_scores(text, choices);
  std::vector<double> scores;
  if (!imported) return scores;
  for (const auto& visit : imported->scores.visits) {
    const auto found = visit.scores.find(scale);
    scores.push_back(found == visit.scores.end() ? -1 : found->second.value_or(-1));
  }
  return scores;
}

std::string refusal_of_scores(const std::string& text) {
  const auto imported = behavior::import_scores(text, {});
  return imported ? "" : imported.error().code;
}

bool scores_doubted(const std::string& text, const std::string& code,
                    const behavior::ScoreImport& choices = {}) {
  const auto imported = behavior::import_scores(text, choices);
  return imported && is_doubted(imported->diagnostics, code);
}

const std::vector<double> from_17_to_6{17, 6};
const std::string group_header = "participant,group,visit,measure,value\n";

bool group_doubted(const std::string& text, const std::string& code) {
  const auto table = group::read_table(text, {});
  return table && is_doubted(table->diagnostics, code);
}

std::string refusal_of_group(const std::string& text) {
  const auto table = group::read_table(text, {});
  return table ? "" : table.error().code;
}

cohort::Plan plan_of_folder(const std::vector<std::string>& recordings,
                            const std::map<std::string, std::string>& tables) {
  cohort::Folder folder{recordings, tables};
  for (const auto& table : tables) folder.paths.push_back(table.first);
  auto plan = cohort::find_cohort(folder, {});
  REQUIRE(plan);
  return *plan;
}

std::vector<std::string> bids_recordings(const std::vector<std::string>& infants,
                                         const std::vector<std::string>& sessions) {
  std::vector<std::string> paths;
  for (const std::string& infant : infants)
    for (const std::string& session : sessions)
      paths.push_back(infant + "/" + session + "/eeg/" + infant + "_" + session + "_task-rest_eeg.edf");
  return paths;
}

Result<behavior::Coding> coding_in(const std::string& text, const behavior::CodingOptions& options = {}) {
  return behavior::read_coding(text, options, {}, {});
}

}  // namespace

TEST_CASE("one name beside two families, sites or twins is two infants, at every door") {
  for (const char* lines : {"site,id,visit,epds\nA,1,baseline,17\nB,1,9 weeks,6\n",
                            "family,child,visit,epds\nF1,1,baseline,17\nF2,1,9 weeks,6\n",
                            "id,twin,visit,epds\n1,A,baseline,17\n1,B,9 weeks,6\n",
                            "centre,id,visit,scale,score\nLyon,1,baseline,EPDS,17\nBonn,1,9 weeks,EPDS,6\n"})
    CHECK_MESSAGE(refusal_of_scores(lines) == "E_TABLE_INFANT", lines);
  CHECK(scores_of("site,id,visit,epds\nA,1,baseline,17\na,1,9 weeks,6\n") == from_17_to_6);
  CHECK(scores_of("family,child,visit,epds\nF1,c1,baseline,17\n,c1,9 weeks,6\n") == from_17_to_6);
  CHECK(refusal_of_group("site,participant,group,visit,measure,value\nA,1,cbt,1,epds,17\nB,1,cbt,2,epds,6\n"
                         "A,2,control,1,epds,9\nA,2,control,2,epds,8\n") == "E_TABLE_INFANT");
  CHECK(report::read_reference("site,participant,visit,measure,value\nA,1,1,epds,4\nB,1,2,epds,3\n")
            .error()
            .code == "E_TABLE_INFANT");
  const cohort::Folder folder{
      {"a.edf", "b.edf", "t.csv"},
      {{"t.csv", "site,participant,visit,group,file\nA,1,1,x,a.edf\nB,1,2,x,b.edf\n"}}};
  const auto plan = cohort::find_cohort(folder, {});
  REQUIRE_FALSE(plan);
  CHECK(plan.error().code == "E_TABLE_INFANT");
  CHECK(plan.error().where == "t.csv, line 3, column participant");
}

TEST_CASE("a number and the same number behind letters stay two infants, which is said") {
  const std::string scores = "id,visit,epds\nP01,baseline,17\n1,9 weeks,6\n";
  CHECK(scores_of(scores, record_choice("P01")) == std::vector<double>{17});
  CHECK(scores_doubted(scores, "W_TABLE_MAY_BE_ONE", record_choice("P01")));
  CHECK_FALSE(scores_doubted("id,visit,epds\nP1,baseline,17\nS1,9 weeks,6\n", "W_TABLE_MAY_BE_ONE",
                             record_choice("P1")));
  CHECK_FALSE(scores_doubted("id,visit,epds\nP01,baseline,17\n2,9 weeks,6\n", "W_TABLE_MAY_BE_ONE",
                             record_choice("P01")));
  CHECK(group_doubted(
      group_header + "P01,cbt,1,epds,17\n1,cbt,2,epds,6\nb,control,1,epds,9\nb,control,2,epds,8\n",
      "W_TABLE_MAY_BE_ONE"));
}

TEST_CASE("a measure with a unit behind its name and one without stay two, which is said") {
  const auto table = [](const std::string& other) {
    return group_header + "a,cbt,1,rmssd,17\na,cbt,2," + other +
           ",6\nb,control,1,rmssd,9\nb,control,2,rmssd,8\n";
  };
  for (const char* other : {"rmssd_ms", "RMSSD (ms)", "rmssd [ms]"})
    CHECK(group_doubted(table(other), "W_TABLE_MAY_BE_ONE"));
  for (const char* other : {"rmssd", "rmssd_ln", "rmssd_play", "sdnn_ms"})
    CHECK_FALSE(group_doubted(table(other), "W_TABLE_MAY_BE_ONE"));
}

TEST_CASE("a mother's scale said of the infant is not hers") {
  for (const char* word : {"infant", "baby", "child"}) {
    CHECK(refusal_of_scores("id,visit,epds_" + std::string(word) + "\n1,1,17\n1,2,6\n") == "E_SCORE_VISIT");
    CHECK(scores_of("id,visit,epds,epds_" + std::string(word) + "\n1,1,17,3\n1,2,6,4\n") == from_17_to_6);
    CHECK(scores_doubted("id,visit,epds,epds_" + std::string(word) + "\n1,1,17,3\n1,2,6,4\n",
                         "W_SCORE_NOT_TAKEN"));
  }
  CHECK(scores_of("id,visit,rater,epds\n1,1,mother,17\n1,1,infant,3\n1,2,mother,6\n") == from_17_to_6);
  CHECK(scores_of("visit,ibqr_infant_fear_mother\n1,3.5\n2,4\n", {}, "fear_mother") ==
        std::vector<double>{3.5, 4});
  const auto table = group::read_table(
      group_header +
          "a,cbt,1,epds,17\na,cbt,2,epds,6\na,cbt,1,epds_infant,3\nb,control,1,epds,9\nb,control,2,epds,8\n",
      {});
  REQUIRE(table);
  CHECK(table->measures.size() == 2);
  const auto plan =
      plan_of_folder(bids_recordings({"sub-01"}, {"ses-01"}),
                     {{"phenotype/q.tsv", "participant_id\tsession_id\tepds_infant\nsub-01\tses-01\t17\n"}});
  CHECK_FALSE(plan.sessions.at(0).scores.contains("epds"));
  CHECK(is_doubted(plan.diagnostics, "W_COHORT_OWN_NAME"));
}

TEST_CASE("a baseline and a T1 of one scale are two visits, of different scales one, which is said") {
  CHECK(scores_of("id,epds_baseline,epds_t1\n1,17,6\n") == from_17_to_6);
  CHECK(scores_of("id,epds_baseline,epds_t1\n1,9,9\n") == std::vector<double>{9, 9});
  CHECK(scores_of("id,epds_t2,epds_t1,epds_screening\n1,6,9,17\n") == std::vector<double>{17, 9, 6});
  CHECK(scores_of("id,epds_bl,epds_t2\n1,17,6\n") == from_17_to_6);
  CHECK(scores_of("id,epds_t1,epds_post\n1,17,6\n") == from_17_to_6);
  CHECK(scores_of("id,visit,epds\n1,T1,6\n1,baseline,17\n") == from_17_to_6);
  CHECK(scores_doubted("id,epds_pre,pbq_t1,pbq_t2\n1,17,20,10\n", "W_VISIT_SUFFIX"));
  CHECK_FALSE(scores_doubted("id,epds_pre,epds_t1,pbq_pre,pbq_t1\n1,17,6,20,10\n", "W_VISIT_SUFFIX"));
  CHECK(refusal_of_scores("id,epds_t0,epds_baseline,epds_t1\n1,9,9,6\n") == "E_SCORE_VISIT");
  CHECK(refusal_of_scores("id,epds_t1,epds_t2,epds_post\n1,17,6,6\n") == "E_SCORE_VISIT");
  CHECK(scores_of("id,visit,epds\n1,1 week pre,12\n1,2 weeks pre,17\n1,post,6\n") ==
        std::vector<double>{17, 12, 6});
}

TEST_CASE("visits that no infant has both of, under names of two kinds, may be one") {
  const std::string mixed = "baseline,17\n1,T2,6\n2,T1,9\n2,T2,8\n", scores = "id,visit,epds\n1," + mixed;
  CHECK(scores_doubted(scores, "W_VISIT_APART", record_choice("1")));
  CHECK_FALSE(scores_doubted("id,visit,epds\n1,baseline,17\n1,T1,6\n2,baseline,9\n", "W_VISIT_APART",
                             record_choice("1")));
  CHECK_FALSE(
      scores_doubted("id,visit,epds\n1,baseline,17\n2,9 weeks,6\n", "W_VISIT_APART", record_choice("1")));
  const auto group_of = [](const char* first, const char* other) {
    return group_header + "a,cbt," + first + ",epds,17\na,cbt,T2,epds,6\nb,control," + other +
           ",epds,9\nb,control,T2,epds,8\n";
  };
  CHECK(group_doubted(group_of("baseline", "T1"), "W_VISIT_APART"));
  CHECK_FALSE(group_doubted(group_of("baseline", "baseline"), "W_VISIT_APART"));
  CHECK_FALSE(group_doubted(
      group_header + "a,cbt,1,epds,17\na,cbt,9wk,epds,6\nb,control,1,epds,9\nb,control,6mo,epds,8\n",
      "W_VISIT_APART"));
  CHECK(group_doubted(group_header +
                          "a,cbt,2025-03-01,epds,17\na,cbt,2025-05-01,epds,6\nb,control,2025-03-02,epds,9\n"
                          "b,control,2025-05-02,epds,8\n",
                      "W_VISIT_DATES"));
  const auto plan = plan_of_folder(
      {"a.edf", "b.edf", "c.edf"},
      {{"t.csv", "participant,visit,group,file\n1,baseline,x,a.edf\n1,T2,x,b.edf\n2,T1,y,c.edf\n2,T2,y,\n"}});
  CHECK(is_doubted(plan.diagnostics, "W_VISIT_APART"));
}

TEST_CASE("groups that count their visits differently are asked about") {
  const auto table = [](const std::array<const char*, 2>& treated,
                        const std::array<const char*, 2>& control) {
    std::string text = group_header;
    for (int i = 0; i < 4; ++i)
      for (std::size_t visit = 0; visit < 2; ++visit)
        text += "t" + std::to_string(i) + ",cbt," + treated[visit] + ",rsa,3." + std::to_string(i) + "\nc" +
                std::to_string(i) + ",control," + control[visit] + ",rsa,3." + std::to_string(i) + "\n";
    return text;
  };
  CHECK(group_doubted(table({"T0", "T1"}, {"T1", "T2"}), "W_GROUP_VISIT_OF_ONE"));
  CHECK(group_doubted(table({"baseline", "9 weeks"}, {"baseline", "12 weeks"}), "W_GROUP_VISIT_OF_ONE"));
  CHECK_FALSE(group_doubted(table({"T0", "T1"}, {"T0", "T1"}), "W_GROUP_VISIT_OF_ONE"));
  // Comparison infants who were seen once.
  std::string once = table({"T0", "T1"}, {"T0", "T1"});
  for (int i = 0; i < 4; ++i) {
    const std::string line = "c" + std::to_string(i) + ",control,T1,rsa,3." + std::to_string(i) + "\n";
    once.erase(once.find(line), line.size());
  }
  CHECK_FALSE(group_doubted(once, "W_GROUP_VISIT_OF_ONE"));
}

TEST_CASE("a subscale, an item or a kind of score in a column of its own is part of the scale's name") {
  CHECK(scores_of("id,visit,scale,subscale,score\n1,1,PBQ,factor 1,12\n1,2,PBQ,factor 1,7\n", {},
                  "pbq_impaired_bonding") == std::vector<double>{12, 7});
  CHECK(scores_of("id,visit,scale,type,score\n1,1,EPDS,raw,17\n1,2,EPDS,raw,6\n") == from_17_to_6);
  CHECK(
      refusal_of_scores("id,visit,scale,type,score\n1,1,PSI-SF,percentile,85\n1,2,PSI-SF,percentile,60\n") ==
      "E_SCORE_VISIT");
  const std::string items =
      "id,visit,scale,item,score\n1,1,EPDS,1,1\n1,1,EPDS,2,1\n1,2,EPDS,1,1\n1,2,EPDS,2,1\n";
  CHECK(refusal_of_scores(items) == "E_SCORE_VISIT");
  behavior::ScoreImport key;
  key.item_key = "scale,item,reversed,lowest,highest\nepds,epds_1,0,0,3\nepds,epds_2,0,0,3\n";
  CHECK(scores_of(items, key) == std::vector<double>{2, 2});
  CHECK(refusal_of_scores("id,visit,measure,value,score\n1,1,EPDS,17,2\n1,2,EPDS,6,1\n") ==
        "E_TABLE_COLUMNS");
  CHECK(scores_of("id,visit,measure,value,score\n1,1,EPDS,17,17\n1,2,EPDS,6,6\n") == from_17_to_6);
  const auto table = group::read_table(
      "participant,group,visit,measure,subscale,value\na,cbt,1,pbq,f1,7\n"
      "a,cbt,2,pbq,f1,6\nb,control,1,pbq,f1,8\nb,control,2,pbq,f1,8\n",
      {});
  REQUIRE(table);
  CHECK(table->measures.at(0).name == "pbq f1");  // the first name of the factor, whose range holds
}

TEST_CASE("a word that may mean anything takes no score away") {
  for (const char* text : {"id,visit,scale,type,score\n1,1,EPDS,self-report,17\n1,2,EPDS,self-report,6\n",
                           "id,visit,rater,epds\n1,1,mother,17\n1,2,NA,6\n",
                           "id,visit,rater,epds\n1,1,mother,17\n1,2,biological mother,6\n",
                           "startdate,id,visit,status,epds\n2025-01-01,1,1,1,17\n2025-03-01,1,2,1,6\n",
                           "id,visit,location,epds\n1,baseline,lab,17\n1,9 weeks,home,6\n"})
    CHECK_MESSAGE(scores_of(text) == from_17_to_6, text);
}

TEST_CASE("two lines without a visit are two visits even where they agree, and a PSI has two forms") {
  CHECK(refusal_of_scores("id,epds\n1,9\n1,9\n") == "E_SCORE_TWICE");
  CHECK(scores_of("id,epds,epds_total\n1,9,9\n") == std::vector<double>{9});
  CHECK(scores_doubted("id,visit,PSI total\n1,1,150\n1,2,140\n", "W_SCORE_FORM"));
  for (const char* name :
       {"PSI-SF total", "PSI-4-SF Total Stress", "psisf_total", "Parenting Stress Index Short Form"})
    CHECK_FALSE_MESSAGE(
        scores_doubted("id,visit," + std::string(name) + "\n1,1,150\n1,2,140\n", "W_SCORE_FORM"), name);
  CHECK(scores_doubted("record_id,redcap_event_name,epds\nS1,baseline_arm_1,17\nS1,baseline_arm_2,6\n",
                       "W_SCORE_ARMS"));
}

TEST_CASE("visits whose dates or ages go against their names are said") {
  const auto against = [](const std::string& text) { return scores_doubted(text, "W_SCORE_TIME_ORDER"); };
  CHECK(against("participant,visit,date,epds\n1,1,2026-05-01,6\n1,2,2026-01-01,17\n"));
  CHECK_FALSE(against("participant,visit,date,epds\n1,1,2026-01-01,17\n1,2,2026-05-01,6\n"));
  CHECK(against("participant,visit,visit_date,epds\n1,pre,13/05/2026,6\n1,post,14/01/2026,17\n"));
  // 3 April and 1 May, or 4 March and 5 January: which way is not known.
  CHECK_FALSE(against("participant,visit,date,epds\n1,2,03/04/2026,6\n1,1,01/05/2026,17\n"));
  CHECK(against("participant,visit,age_months,epds\n1,1,9,6\n1,2,4,17\n"));
  CHECK(against("participant,visit,age,epds\n1,1,9,6\n1,2,4,17\n"));
  CHECK_FALSE(against("participant,visit,age_months,epds\n1,1,4,17\n1,2,4,6\n"));
  CHECK(against("visit,date,scale,score\n1,2026-05-01,epds,6\n1,2026-05-01,pbq,9\n2,2026-01-01,epds,17\n"));
  CHECK(
      against("record_id,redcap_event_name,visit_date,epds_total\n1,baseline_arm_1,2026-05-01,6\n"
              "1,week_9_arm_1,2026-01-01,17\n"));
}

TEST_CASE("raters that are numbers of a code book are asked about") {
  const auto unknown = [](const std::string& text) { return scores_doubted(text, "W_SCORE_RATER_UNKNOWN"); };
  CHECK(unknown("participant,visit,respondent,epds\n1,1,2,17\n1,2,2,6\n"));
  CHECK_FALSE(unknown("participant,visit,respondent,epds\n1,1,1,17\n1,2,1,6\n"));
  CHECK_FALSE(unknown("participant,visit,respondent,epds\n1,1,mother,17\n1,2,mother,6\n"));
  CHECK_FALSE(unknown("participant,visit,rater,epds\n1,1,AB,17\n1,2,AB,6\n"));
}

TEST_CASE("who answered a repeated form of REDCap is read, and an instance is no arm") {
  const std::string head =
      "record_id,redcap_event_name,redcap_repeat_instrument,redcap_repeat_instance,respondent,epds_total\n";
  // The father's 4 is no second visit of hers.
  const std::string parents = head + "1,baseline_arm_1,epds,1,mother,17\n1,baseline_arm_1,epds,2,father,4\n";
  const auto scores = scores_of(parents);
  REQUIRE(!scores.empty());
  CHECK(scores[0] == 17);
  CHECK(std::count(scores.begin(), scores.end(), 4) == 0);
  CHECK(scores_doubted(parents, "W_SCORE_OTHER_RATER"));
  CHECK_FALSE(
      scores_doubted(head + "1,baseline_arm_1,epds,1,,17\n1,baseline_arm_1,epds,2,,4\n", "W_SCORE_ARMS"));
  CHECK(scores_doubted(head + "1,baseline_arm_1,epds,1,,17\n1,week_9_arm_2,epds,1,,4\n", "W_SCORE_ARMS"));
}

TEST_CASE("a column that a program numbered because its name was there twice is no visit") {
  CHECK(scores_of("participant,epds_t1,epds_t1.1\n1,17,6\n").empty());
  CHECK(refusal_of_scores("participant,epds_t1,epds_t1.1\n1,17,6\n") == "E_SCORE_TWICE");
  CHECK(scores_of("participant,epds_t1,epds_t1.1,epds_t2\n1,17,17,6\n") == from_17_to_6);
}

TEST_CASE("a visit that is not available is none") {
  CHECK(refusal_of_scores("id,visit,epds\n1,baseline,17\n1,NA,9\n1,9 weeks,6\n") == "E_SCORE_VISIT");
  CHECK(refusal_of_group(group_header + "a,cbt,1,epds,17\na,cbt,n/a,epds,6\nb,control,1,epds,9\n") ==
        "E_CSV_EMPTY");
  CHECK(report::read_reference("participant,visit,measure,value\na,.,epds,4\n").error().code ==
        "E_REFERENCE_VISIT");
}

TEST_CASE("Qualtrics' previews are left out, and responses that were not finished are said") {
  const std::string names = "ResponseId,Status,Finished,ID,visit,EPDS\n";
  const std::string preview = names +
                              "R1,Survey Preview,True,S1,baseline,3\nR2,IP Address,True,S1,baseline,17\n"
                              "R3,IP Address,True,S1,9 weeks,6\n";
  CHECK(scores_of(preview) == from_17_to_6);
  CHECK(scores_doubted(preview, "W_SCORE_PREVIEW"));
  CHECK_FALSE(scores_doubted(preview, "W_SCORE_UNFINISHED"));
  CHECK(scores_doubted(names + "R1,0,0,S1,baseline,17\nR2,0,1,S1,9 weeks,6\n", "W_SCORE_UNFINISHED"));
  // Such names are anyone's where the table is not Qualtrics'.
  CHECK(scores_of("status,ID,visit,EPDS\n1,S1,baseline,17\n1,S1,9 weeks,6\n") == from_17_to_6);
}

TEST_CASE("names of a BIDS folder are one whatever their capitals, signs and zeros") {
  const auto recordings = bids_recordings({"sub-P01"}, {"ses-BL", "ses-FU"});
  const auto plan = plan_of_folder(recordings, {{"participants.tsv", "participant_id\tgroup\nSub-p1\tPPD\n"},
                                                {"phenotype/q.tsv",
                                                 "participant_id\tsession_id\tepds\n"
                                                 "P-01\tbl\t17\nsub_P01\tSES-fu\t6\n"}});
  REQUIRE(plan.infants.size() == 1);
  CHECK(plan.infants.at(0).group == "PPD");
  CHECK(plan.sessions.at(0).scores.at("epds").value == 17);
  CHECK(plan.sessions.at(1).scores.at("epds").value == 6);
  CHECK(is_doubted(plan.diagnostics, "N_COHORT_NAMES"));
}

TEST_CASE("what a BIDS folder's tables say twice, of another or without a unit is not taken in silence") {
  const auto recordings = bids_recordings({"sub-01", "sub-02"}, {"ses-01", "ses-02"});
  const std::string people = "participant_id\tgroup\tage\n";
  const auto ages_of = [&](const std::string& lines) {
    return plan_of_folder(recordings, {{"participants.tsv", people + lines}});
  };
  CHECK(is_doubted(ages_of("sub-01\tx\t2\nsub-02\ty\t1\n").diagnostics, "W_AGE_UNIT"));
  CHECK_FALSE(ages_of("sub-01\tx\t2\nsub-02\ty\t1\n").sessions.at(0).age_months.has_value());
  CHECK(ages_of("sub-01\tx\t1.5\nsub-02\ty\t1\n").sessions.at(0).age_months == 18);
  const auto sessions = [&](const std::string& lines) {
    return plan_of_folder(recordings, {{"sub-01/sub-01_sessions.tsv", lines}});
  };
  const auto twice = sessions("session_id\tage_months\nses-01\t6\nses-01\t7\n");
  CHECK(twice.sessions.at(0).age_months == 6);
  CHECK(is_doubted(twice.diagnostics, "W_COHORT_SESSIONS"));
  const auto other = sessions("participant_id\tsession_id\tage_months\nsub-02\tses-01\t6\n");
  CHECK_FALSE(other.sessions.at(0).age_months.has_value());
  CHECK(is_doubted(other.diagnostics, "W_COHORT_SESSIONS"));
  const auto scores =
      plan_of_folder(recordings, {{"phenotype/q.tsv",
                                   "participant_id\tsession_id\tepds\tepds_complete\tsite\texaminer_id\n"
                                   "sub-01\tses-03\t6\t2\t1\t4\n"}});
  CHECK(is_doubted(scores.diagnostics, "W_COHORT_UNRECORDED"));
  for (const cohort::Session& session : scores.sessions)
    for (const auto& score : session.scores) CHECK(score.first == "epds");
  const auto parts = plan_of_folder(
      recordings,
      {{"phenotype/q.tsv", "participant_id\tsession_id\tsubscale\tscore\nsub-01\tses-01\tpbq f1\t6\n"}});
  CHECK(is_doubted(parts.diagnostics, "E_CSV_COLUMN"));
  const auto levels = plan_of_folder(
      recordings, {{"participants.tsv", "participant_id\tgroup\nsub-01\t1\nsub-02\t0\n"},
                   {"participants.json", R"({"group": {"Levels": {"0": "control", "1": "PPD"}}})"}});
  CHECK(levels.infants.at(0).group == "PPD");
  CHECK(is_doubted(levels.diagnostics, "N_COHORT_LEVELS"));
  const auto listed =
      plan_of_folder({"a.edf", "b.edf"}, {{"t.csv", "participant,visit,group,file\n1,1,x,a.edf\n"}});
  CHECK(is_doubted(listed.diagnostics, "W_COHORT_UNLISTED"));
}

TEST_CASE("times of day, and beginnings and lengths in two units, are questioned") {
  const auto says = [](const std::string& text, const char* code,
                       const behavior::CodingOptions& options = {}) {
    const auto coding = coding_in(text, options);
    return coding && is_doubted(coding->diagnostics, code);
  };
  const std::string of_day = "onset,offset,code\n14:03:00,14:04:00,protest\n14:04:00,14:04:30,withdrawn\n";
  CHECK(says(of_day, "W_CODE_CLOCK"));
  behavior::CodingOptions known;
  known.offset_s = -50580;  // 14:03:00
  CHECK_FALSE(says(of_day, "W_CODE_CLOCK", known));
  CHECK_FALSE(
      says("onset,offset,code\n0:20:00,0:21:00,protest\n0:21:00,0:22:00,withdrawn\n", "W_CODE_CLOCK"));
  CHECK(says(
      "Transcript\tOnset\tOffset\tDuration\tInfant\n\t14:03:00.000\t14:04:00.000\t00:01:00.000\tprotest\n",
      "W_CODE_CLOCK"));
  CHECK(says("onset,duration,code\n0,120,play\n120000,120,still-face\n0,60,protest\n120000,60,withdrawn\n",
             "W_CODE_SPARSE"));
  CHECK_FALSE(says("onset,duration,code\n0,60,protest\n60,30,withdrawn\n", "W_CODE_SPARSE"));
}

TEST_CASE("two digits behind the seconds that never reach 30 are frames") {
  const auto coding_with = [](int step, int of_second) {
    std::string text = "onset,offset,code\n";
    const auto time = [&](int i) {
      char cell[32];
      std::snprintf(cell, sizeof cell, "00:00:%02d.%02d", i, i * step % of_second);
      return std::string(cell);
    };
    for (int i = 0; i < 24; ++i)
      text += time(i) + "," + time(i + 1) + (i % 2 ? ",protest\n" : ",withdrawn\n");
    return text;
  };
  const auto doubted = [](const std::string& text) {
    const auto coding = behavior::read_coding(text, {}, {}, {});
    return coding && is_doubted(coding->diagnostics, "W_CODE_FRAMES");
  };
  CHECK(doubted(coding_with(7, 25)));
  CHECK_FALSE(doubted(coding_with(37, 100)));
  CHECK_FALSE(doubted(coding_with(25, 100)));  // quarters
  CHECK_FALSE(doubted(coding_with(4, 8)));     // .00 and .04
}

TEST_CASE("modifiers that make two states of one code are said") {
  const std::string head = "Observation id\tSubject\tBehavior\tModifier #1\tBehavior type\tTime\n";
  const auto log = [&](const char* first, const char* other) {
    std::string text = head;
    for (const auto& [modifier, start, stop] : {std::tuple(first, "0", "60"), std::tuple(other, "60", "120")})
      text += std::string("o\tinfant\tgaze\t") + modifier + "\tSTART\t" + start + "\no\tinfant\tgaze\t" +
              modifier + "\tSTOP\t" + stop + "\n";
    return text;
  };
  const auto said = [](const std::string& text) {
    const auto coding = behavior::read_coding(text, {}, {}, {});
    REQUIRE(coding);
    return is_doubted(coding->diagnostics, "N_CODE_MODIFIERS");
  };
  CHECK(said(log("mother", "away")));
  CHECK_FALSE(said(log("high", "high")));
  CHECK_FALSE(said(log("None", "high")));
}

TEST_CASE("a coding of the mother alone is not the infant's, and a group is no phase") {
  for (const char* column : {"subject", "tier"}) {
    const std::string mother = "onset,offset,code," + std::string(column) + "\n0,60,protest,mother\n";
    const auto refused = coding_in(mother);
    REQUIRE_FALSE(refused);
    CHECK(behavior::asks_for_choice(refused.error()));
    behavior::CodingOptions chosen;
    if (std::string(column) == "subject")
      chosen.subject = "mother";
    else
      chosen.tiers = {"mother"};
    CHECK(coding_in(mother, chosen).ok());
  }
  // Where the mother alone is named, the infant's codes are those without a name.
  const auto unnamed =
      coding_in("onset,offset,code,subject\n0,60,protest,\n60,90,withdrawn,\n0,90,talks,mother\n");
  REQUIRE(unnamed);
  CHECK(unnamed->states.size() == 2);
  const auto grouped =
      coding_in("condition,onset,offset,code\ncontrol,0,60,protest\ncontrol,60,90,withdrawn\n");
  REQUIRE(grouped);
  CHECK(grouped->phases.empty());
  const auto played = coding_in("condition,onset,offset,code\nplay,0,60,protest\nplay,60,90,withdrawn\n");
  REQUIRE(played);
  CHECK(played->phases.size() == 1);
  for (const char* column : {"date", "day", "month", "age", "site", "tape"})
    CHECK_MESSAGE(coding_in(std::string(column) + ",onset,offset,code\n6,0,60,protest\n9,60,90,withdrawn\n")
                          .error()
                          .code == "E_CODE_OBSERVATION",
                  column);
}

TEST_CASE("SF1, SF2 and SF3 are asked about, one still-face among others is not") {
  const auto asked = [](const std::vector<std::string>& names) {
    std::string text = "onset,offset,code\n";
    for (std::size_t i = 0; i < names.size(); ++i)
      text += std::to_string(120 * i) + "," + std::to_string(120 * (i + 1)) + "," + names[i] + "\n" +
              std::to_string(120 * i) + "," + std::to_string(120 * (i + 1)) + ",protest\n";
    const auto coding = behavior::read_coding(text, {}, {}, {});
    REQUIRE(coding);
    return std::any_of(coding->diagnostics.begin(), coding->diagnostics.end(),
                       [](const Diagnostic& note) { return note.code == "W_CODE_ONE_PHASE"; });
  };
  CHECK(asked({"SF1", "SF2", "SF3"}));
  CHECK_FALSE(asked({"FF1", "SF1", "RE1"}));
  CHECK_FALSE(asked({"FF1", "SF1", "RE1", "SF2", "RE2"}));
  CHECK_FALSE(asked({"SF"}));
}
