// Variations of the tables in wild/ that were answered wrongly in silence on 2026-11-30, each on input made here. Values by
// hand.
#include <algorithm>
#include <functional>

#include "behavior/score_import.hpp"
#include "cohort/plan.hpp"
#include "group/table.hpp"
#include "report/reference.hpp"
#include "report/reference_check.hpp"
#include "support.hpp"

using namespace attune;

namespace {

bool is_said(const std::vector<Diagnostic>& notes, const std::string& code) {
  return std::any_of(notes.begin(), notes.end(), [&](const Diagnostic& note) { return note.code == code; });
}

Result<behavior::ImportedScores> scores_of(const std::string& text, const std::string& record = "",
                                           const std::string& key = "") {
  behavior::ScoreImport choices;
  choices.record = record;
  choices.item_key = key;
  return behavior::import_scores(text, choices);
}

/// A scale by visit, -1: none.
std::vector<double> by_visit(const Result<behavior::ImportedScores>& imported, const std::string& scale) {
  std::vector<double> scores;
  if (!imported) return scores;
  for (const auto& visit : imported->scores.visits) {
    const auto found = visit.scores.find(scale);
    scores.push_back(found == visit.scores.end() ? -1 : found->second.value_or(-1));
  }
  return scores;
}

const std::vector<double> from_17_to_6{17, 6};

cohort::Plan plan_of(const std::vector<std::string>& recordings,
                     const std::map<std::string, std::string>& tables) {
  cohort::Folder folder{recordings, tables};
  for (const auto& table : tables) folder.paths.push_back(table.first);
  auto plan = cohort::find_cohort(folder, {});
  REQUIRE(plan);
  return *plan;
}

const cohort::Session& session_of(const cohort::Plan& plan, const std::string& infant,
                                  const std::string& visit) {
  for (const cohort::Session& session : plan.sessions)
    if (session.visit == visit &&
        plan.infants[static_cast<std::size_t>(session.infant)].participant == infant)
      return session;
  FAIL("no session " << visit);
  return plan.sessions.front();
}

/// Six comparison infants at two visits, their ages by infant and visit.
template <class Age>
report::Reference reference_of(const Age& age) {
  std::string text = "participant,visit,age_months,measure,value\n";
  for (int i = 1; i < 7; ++i)
    for (int visit = 1; visit < 3; ++visit)
      text += "c" + std::to_string(i) + "," + std::to_string(visit) + "," + std::to_string(age(i, visit)) +
              ",rsa_ln_ms2,3." + std::to_string(i) + "\n";
  const auto reference = report::read_reference(text);
  REQUIRE(reference);
  return *reference;
}

std::vector<visit::Visit> visits_aged(double first, double second) {
  std::vector<visit::Visit> visits(2);
  visits[0].age_months = first;
  visits[1].age_months = second;
  return visits;
}

}  // namespace

TEST_CASE("months since birth in columns of scores are no visits after a treatment") {
  CHECK(by_visit(scores_of("id,epds_pp6,epds_pp12\n1,17,6\n"), "epds") == from_17_to_6);
  CHECK(by_visit(scores_of("id,epds_fu1,epds_fu2\n1,17,6\n"), "epds") == std::vector<double>{-1, 17, 6});
}

TEST_CASE("a percentile that a column of units tells is no raw score") {
  const std::string header = "id,visit,scale,score,unit\n";
  CHECK_FALSE(scores_of(header + "1,1,psi_sf,85,percentile\n1,2,psi_sf,60,percentile\n").ok());
  CHECK(by_visit(scores_of(header + "1,1,psi_sf,85,points\n1,2,psi_sf,60,points\n"), "psi_sf") ==
        std::vector<double>{85, 60});
}

TEST_CASE("what a grandmother or a father answered is not taken as the mother's in silence") {
  CHECK_FALSE(scores_of("id,visit,rater,ibq_orc\n1,1,grandmother,5.1\n1,2,grandmother,5.4\n").ok());
  CHECK(by_visit(scores_of("id,visit,relationship,epds\n1,1,Biological mother,17\n1,1,Biological father,4\n"
                           "1,2,Biological mother,6\n1,2,Biological father,3\n"),
                 "epds") == from_17_to_6);
  const std::string family = "id,visit,epds\n1-mother,1,17\n1-father,1,4\n1-mother,2,6\n1-father,2,3\n";
  CHECK(is_said(scores_of(family, "1-father")->diagnostics, "W_SCORE_RECORD_RATER"));
  CHECK_FALSE(is_said(scores_of(family, "1-mother")->diagnostics, "W_SCORE_RECORD_RATER"));
}

TEST_CASE("answers that count from 1 beside a key that counts from 0 are asked about") {
  std::string key = "scale,item,reversed,lowest,highest\n", header = "id,visit", from_1 = "1,1",
              from_0 = "1,1";
  for (int i = 1; i <= 10; ++i) {
    const std::string item = "epds_" + std::to_string(i);
    key += "epds," + item + ",0,0,3\n";
    header += "," + item;
    from_1 += "," + std::to_string(1 + i % 3);
    from_0 += "," + std::to_string(i % 3);
  }
  const auto counted = scores_of(header + "\n" + from_1 + "\n", "", key);
  CHECK(by_visit(counted, "epds") == std::vector<double>{20});  // three times 1 + 2 + 3, and 2
  CHECK(is_said(counted->diagnostics, "W_SCORE_FROM_ONE"));
  const auto right = scores_of(header + "\n" + from_0 + "\n", "", key);
  CHECK(by_visit(right, "epds") == std::vector<double>{10});
  CHECK_FALSE(is_said(right->diagnostics, "W_SCORE_FROM_ONE"));
}

TEST_CASE("a screening that takes the place of the baseline is told") {
  const auto screened = scores_of("id,visit,epds\n1,screening,15\n1,baseline,17\n1,9 weeks,6\n");
  CHECK(by_visit(screened, "epds") == std::vector<double>{15, 17, 6});
  CHECK(is_said(screened->diagnostics, "W_VISIT_SCREENING"));
  CHECK_FALSE(
      is_said(scores_of("id,visit,epds\n1,screening,17\n1,9 weeks,6\n")->diagnostics, "W_VISIT_SCREENING"));
}

TEST_CASE("lines that are marked as not to be used are told at every door") {
  const std::string scores = "id,visit,epds,exclude\n1,1,17,0\n1,2,6,1\n2,1,9,0\n";
  CHECK(is_said(scores_of(scores, "1")->diagnostics, "W_TABLE_MARKED"));
  CHECK_FALSE(is_said(scores_of(scores, "2")->diagnostics, "W_TABLE_MARKED"));
  const std::string header = "participant,group,visit,measure,value,";
  const auto group = [&](const std::string& column, const std::string& mark) {
    std::string text = header + column + "\n";
    for (const char* infant : {"a,cbt", "b,control"})
      for (const char* visit : {"1", "2"})
        text += std::string(infant) + "," + visit + ",rmssd_ms,7," + mark + "\n";
    const auto table = group::read_table(text, {});
    REQUIRE(table);
    return is_said(table->diagnostics, "W_TABLE_MARKED");
  };
  CHECK(group("valid", "no"));
  CHECK(group("quality", "bad"));
  CHECK(group("EEG quality", "Poor"));
  CHECK(group("qc_pass", "FALSE"));
  CHECK(group("qualité", "mauvaise"));
  CHECK(group("Qualität", "schlecht"));
  CHECK(group("gültig", "nein"));
  CHECK_FALSE(group("quality", "good"));
  CHECK_FALSE(group("quality", ""));
  CHECK_FALSE(group("valid", "yes"));
  CHECK_FALSE(group("rater", "0"));
  const auto plan = plan_of({"sub-01/eeg/sub-01_task-rest_eeg.edf"},
                            {{"participants.tsv", "participant_id\tgroup\texclude\nsub-01\tx\tyes\n"}});
  CHECK(is_said(plan.diagnostics, "W_TABLE_MARKED"));
}

TEST_CASE("the comparison group is known by more of its names") {
  const auto control_of = [](const std::string& one, const std::string& other) {
    std::string text = "participant,group,visit,measure,value\n";
    for (const std::string& group : {one, other})
      for (const char* visit : {"1", "2"})
        text += "of " + group + "," + group + "," + visit + ",rmssd_ms,7\n";
    const auto table = group::read_table(text, {});
    REQUIRE(table);
    return is_said(table->diagnostics, "W_GROUP_CONTROL") ? "" : table->control_group;
  };
  for (const char* name : {"Control group", "Kontrollgruppe", "témoins", "usual care", "Healthy controls",
                           "placebo", "non-depressed"})
    CHECK_MESSAGE(control_of(name, "CBT") == name, name);
  CHECK(control_of("A", "B").empty());
}

TEST_CASE("comparison infants of whom some have their age in weeks are told") {
  const auto in_months = [](int infant, int visit) { return 4.5 + 0.3 * infant + 2 * (visit - 1); };
  CHECK_FALSE(is_said(reference_of(in_months).diagnostics, "W_AGE_SIZES"));
  constexpr double weeks = 30.4375 / 7;
  const auto half = reference_of(
      [&](int infant, int visit) { return in_months(infant, visit) * (infant % 2 == 0 ? weeks : 1); });
  CHECK(is_said(half.diagnostics, "W_AGE_SIZES"));
  // Two cohorts, of six and of twenty months, are in one unit.
  CHECK_FALSE(is_said(reference_of([&](int infant, int visit) {
                        return in_months(infant, visit) + (infant % 2 == 0 ? 7 : 0);
                      }).diagnostics,
                      "W_AGE_SIZES"));
  const auto second = reference_of(
      [&](int infant, int visit) { return in_months(infant, visit) * (visit == 2 ? weeks : 1); });
  const auto doubt = report::check_reference_ages(second, visits_aged(5.4, 7.4), {});
  REQUIRE(doubt);
  CHECK(doubt->message.english().find("age_weeks") != std::string::npos);
  CHECK_FALSE(report::check_reference_ages(reference_of(in_months), visits_aged(5.4, 7.4), {}));
}

TEST_CASE("an age of participants.tsv is that of the first recording, and sessions.tsv may hold scores") {
  const std::vector<std::string> recordings{"sub-01/ses-baseline/eeg/sub-01_ses-baseline_task-rest_eeg.edf",
                                            "sub-01/ses-followup/eeg/sub-01_ses-followup_task-rest_eeg.edf"};
  const auto plan = plan_of(
      recordings, {{"participants.tsv", "participant_id\tgroup\tage_months\nsub-01\tx\t6\n"},
                   {"phenotype/pbq.tsv", "participant_id\tsession_id\tpbq\nsub-01\tses-screening\t20\n"},
                   {"sub-01/sub-01_sessions.tsv",
                    "session_id\tepds_total\troom\nses-baseline\t17\t3\nses-followup\t6\t4\n"}});
  CHECK_FALSE(session_of(plan, "sub-01", "ses-screening").age_months);
  CHECK(session_of(plan, "sub-01", "ses-baseline").age_months == 6);
  CHECK_FALSE(session_of(plan, "sub-01", "ses-followup").age_months);
  CHECK(session_of(plan, "sub-01", "ses-baseline").scores.at("epds").value == 17);
  CHECK(session_of(plan, "sub-01", "ses-followup").scores.at("epds").value == 6);
  CHECK(session_of(plan, "sub-01", "ses-followup").scores.size() == 1);  // a room is no score
}

TEST_CASE("ages of a cohort that are of two sizes, or of no infant, are asked about") {
  std::vector<std::string> recordings;
  for (int i = 1; i < 7; ++i)
    recordings.push_back("sub-0" + std::to_string(i) + "/eeg/sub-0" + std::to_string(i) +
                         "_task-rest_eeg.edf");
  const auto said = [&](const std::function<double(int)>& age, const std::string& code) {
    std::string table = "participant_id\tgroup\tage_months\n";
    for (int i = 1; i < 7; ++i)
      table += "sub-0" + std::to_string(i) + "\tx\t" + std::to_string(age(i)) + "\n";
    return is_said(plan_of(recordings, {{"participants.tsv", table}}).diagnostics, code);
  };
  CHECK(said([](int i) { return i % 2 == 0 ? 24.0 + i : 5.0 + 0.2 * i; }, "W_AGE_SIZES"));
  CHECK(said([](int i) { return 12.0 * (28 + i); }, "W_COHORT_AGE_GROWN"));
  for (const char* code : {"W_AGE_SIZES", "W_COHORT_AGE_GROWN"})
    CHECK_FALSE(said([](int i) { return 4.0 + i; }, code));
}

TEST_CASE("77 and 88 are scores as others, unless two scales have them") {
  CHECK(
      is_said(scores_of("id,visit,psi_sf,pbq\n1,1,88,88\n1,2,90,18\n")->diagnostics, "W_MISSING_CODE_KEPT"));
  CHECK_FALSE(
      is_said(scores_of("id,visit,psi_sf,pbq\n1,1,88,31\n1,2,77,18\n")->diagnostics, "W_MISSING_CODE_KEPT"));
  const auto of_one = [](const std::string& second) {
    return scores_of("id,visit,psi_sf\n1,1,77\n1,2," + second + "\n");
  };
  CHECK(by_visit(of_one("77"), "psi_sf") == std::vector<double>{77, 77});
  CHECK(is_said(of_one("77")->diagnostics, "N_MISSING_CODE_KEPT"));
  CHECK_FALSE(is_said(of_one("88")->diagnostics, "N_MISSING_CODE_KEPT"));
}

TEST_CASE("77 that repeats in a group's table is missing where no score is, and told where it stands out") {
  const auto read = [](const std::string& measure, const std::vector<int>& scores) {
    std::string text = "participant,group,visit,measure,value\n";
    for (std::size_t i = 0; i < scores.size(); ++i) {
      const std::string infant = std::to_string(i) + (i % 2 == 0 ? ",cbt," : ",control,");
      text += "i" + infant + "2," + measure + ",\ni" + infant + "1," + measure + "," +
              std::to_string(scores[i]) + "\n";
    }
    const auto table = group::read_table(text, {});
    REQUIRE(table);
    return table->diagnostics;
  };
  CHECK(is_said(read("epds", {17, 6, 77, 12, 77, 9}), "W_MISSING_CODE"));
  CHECK(is_said(read("epds", {17, 6, 77, 12, 11, 9}), "W_GROUP_RANGE"));  // 7 mistyped as likely
  CHECK_FALSE(is_said(read("epds", {17, 6, 77, 12, 77, 9}), "W_GROUP_RANGE"));
  CHECK(is_said(read("psi_sf", {90, 77, 77, 81, 77, 102, 95}), "W_MISSING_CODE_KEPT"));
  CHECK_FALSE(is_said(read("psi_sf", {90, 77, 77, 81, 90, 102, 77}), "W_MISSING_CODE_KEPT"));
  CHECK(is_said(read("rmssd_ms", {7, 88, 8, 6, 88, 7, 9, 6}), "W_MISSING_CODE"));
}

TEST_CASE("a total that its scales do not come to is told") {
  const auto parts_told = [](const std::string& total) {
    const auto scores =
        scores_of("id,psi_sf_pd,psi_sf_pcdi,psi_sf_dc,psi_sf_total\n1,35,30,33," + total + "\n");
    REQUIRE(scores);
    return is_said(behavior::score_notes(scores->scores), "W_SCORE_PARTS");
  };
  CHECK(parts_told("80"));
  CHECK_FALSE(parts_told("98"));
}

TEST_CASE("two words for the beginning beside different scales are one visit, which is told") {
  const auto scores = scores_of("id,epds_pre,pbq_9w,pbq_bl\n1,17,18,31\n");
  CHECK(by_visit(scores, "epds") == std::vector<double>{17, -1});
  CHECK(by_visit(scores, "pbq") == std::vector<double>{31, 18});
  CHECK(is_said(scores->diagnostics, "W_VISIT_SUFFIX"));
  // Beside one scale they are two.
  CHECK(by_visit(scores_of("id,epds_bl,epds_pre,epds_post\n1,17,16,6\n"), "epds") ==
        std::vector<double>{17, 16, 6});
}

TEST_CASE("a percent sign in a name is no score's") {
  CHECK_FALSE(scores_of("id,EPDS T1 %,EPDS T2 %\n1,17,6\n").ok());
}

TEST_CASE("an asymmetry without decimal marks is told by its size, under each name of the outcome") {
  const auto told = [](const std::string& measure, const std::string& first) {
    std::string text = "participant,group,visit,measure,value\n";
    for (const char* infant : {"a,cbt", "b,cbt", "c,control", "d,control"})
      for (const char* value : {first.c_str(), "2"})
        text += std::string(infant) + "," + (value == first ? "1" : "2") + "," + measure + "," + value + "\n";
    const auto table = group::read_table(text, {});
    REQUIRE(table);
    return is_said(table->diagnostics, "W_VALUE_IMPOSSIBLE");
  };
  CHECK(told("faa", "-123"));
  CHECK(told("FAA", "-123"));
  CHECK(told("rsa", "319"));
  CHECK_FALSE(told("faa", "-0.123"));
  CHECK_FALSE(told("rsa", "3.19"));
}

TEST_CASE("visits stand behind scales in the signs and the words of letters, papers and clinics") {
  for (const char* names :
       {"EPDS_6wpp,EPDS_24wpp", "epds_2mpp,epds_6mpp", "EPDS \u2013 baseline,EPDS \u2013 follow-up",
        "EPDS\u00A0total\u00A0baseline,EPDS\u202Ftotal\u202Ffollow-up", "EPDS I,EPDS II", "epds_i,epds_ii"})
    CHECK_MESSAGE(by_visit(scores_of(std::string("id,") + names + "\n1,17,6\n"), "epds") == from_17_to_6,
                  names);
  CHECK(by_visit(scores_of("id,visit,epds\n1,9 weeks \u2013 post,6\n1,0 weeks \u2013 pre,17\n"), "epds") ==
        from_17_to_6);
  // Answers may be called so too, and one alone tells nothing.
  CHECK_FALSE(scores_of("id,EPDS I,EPDS II\n1,2,1\n").ok());
  CHECK_FALSE(scores_of("id,EPDS II\n1,17\n").ok());
  CHECK_FALSE(scores_of("id,PBQ I,PBQ II\n1,17,6\n").ok());  // rather its factors
}

TEST_CASE("two lines of names under merged cells are one, which is told") {
  const std::vector<double> from_31_to_18{31, 18};
  for (const char* names : {"id,EPDS,,PBQ,\n,baseline,follow-up,baseline,follow-up\n1,17,6,31,18\n",
                            "id,EPDS,EPDS,PBQ,PBQ\nid,T0,T1,T0,T1\n1,17,6,31,18\n",
                            "id,T0,,T1,\n,EPDS,PBQ,EPDS,PBQ\n1,17,31,6,18\n"}) {
    const auto scores = scores_of(names);
    CHECK_MESSAGE(by_visit(scores, "epds") == from_17_to_6, names);
    CHECK(by_visit(scores, "pbq") == from_31_to_18);
    CHECK((scores && is_said(scores->diagnostics, "N_SCORE_TWO_LINES")));
  }
  // A second line of words that are no visits is none of names.
  CHECK_FALSE(scores_of("id,EPDS,,PBQ,\n,who,when,who,when\n1,17,6,31,18\n").ok());
}

TEST_CASE("more words for nothing are missing") {
  const std::vector<double> first_only{17, -1};
  for (const char* word : {"fehlt", "leer", "ohne Angabe", "vide", "/", "*"})
    CHECK(by_visit(scores_of(std::string("id,visit,epds\n1,1,17\n1,2,") + word + "\n"), "epds") ==
          first_only);
}

TEST_CASE("what the JSON beside a table of a cohort says of its columns is heard") {
  const std::vector<std::string> recordings{"sub-01/ses-1/eeg/sub-01_ses-1_task-rest_eeg.edf",
                                            "sub-02/ses-1/eeg/sub-02_ses-1_task-rest_eeg.edf"};
  const auto plan_with = [&](const std::string& json) {
    return plan_of(recordings,
                   {{"participants.tsv", "participant_id\tgroup\tsex\nsub-01\tx\t1\nsub-02\tx\t2\n"},
                    {"participants.json", "{\"sex\": {\"Levels\": {\"1\": \"male\", \"2\": \"female\"}}}"},
                    {"phenotype/psi.tsv", "participant_id\tsession_id\tpsi_sf\nsub-01\tses-1\t85\n"},
                    {"phenotype/psi.json", json}});
  };
  for (const char* told :
       {"{\"psi_sf\": {\"Units\": \"percentile\"}}",
        "{\"psi_sf\": {\"Description\": \"PSI-SF total stress, percentile rank of the manual\"}}",
        "{\"psi_sf\": {\"units\": \"T-score\"}}"}) {
    const auto plan = plan_with(told);
    CHECK_MESSAGE(!session_of(plan, "sub-01", "ses-1").scores.contains("psi_sf"), told);
    CHECK(is_said(plan.diagnostics, "W_COHORT_OWN_NAME"));
  }
  const auto raw = plan_with("{\"psi_sf\": {\"Description\": \"sum of 36 answers\", \"Units\": \"points\"}}");
  CHECK(session_of(raw, "sub-01", "ses-1").scores.at("psi_sf").value == 85);
  const auto limit =
      plan_with("{\"psi_sf\": {\"Description\": \"PSI-SF total, high above the 85th percentile\"}}");
  CHECK(session_of(limit, "sub-01", "ses-1").scores.at("psi_sf").value == 85);
  CHECK(raw.infants[0].sex == "m");
  CHECK(raw.infants[1].sex == "f");
  CHECK_FALSE(is_said(raw.diagnostics, "W_SEX_UNKNOWN"));
}

TEST_CASE("what is said of a column of sessions.tsv is said once for all infants") {
  std::vector<std::string> recordings;
  std::map<std::string, std::string> tables{{"participants.tsv", "participant_id\tgroup\n"}};
  for (const std::string& infant : std::vector<std::string>{"sub-01", "sub-02", "sub-03"}) {
    recordings.push_back(infant + "/ses-1/eeg/" + infant + "_ses-1_task-rest_eeg.edf");
    tables["participants.tsv"] += infant + "\tx\n";
    tables[infant + "/" + infant + "_sessions.tsv"] = "session_id\tibq_orc\nses-1\t4.5\n";
  }
  const auto plan = plan_of(recordings, tables);
  CHECK(std::count_if(plan.diagnostics.begin(), plan.diagnostics.end(),
                      [](const Diagnostic& note) { return note.code == "W_COHORT_RATER"; }) == 1);
  CHECK(session_of(plan, "sub-03", "ses-1").scores.at("orc_mother").value == 4.5);
}

TEST_CASE("comparison infants whose outcome has a name that tells no method are not passed over in a note") {
  std::vector<report::Measure> measures(2);
  measures[0].id = "rsa_ln_ms2";
  measures[1].id = "faa_f4_f3";
  const auto notes = [&](const std::string& name) {
    const auto reference = report::read_reference("participant,visit,measure,value\na,1," + name +
                                                  ",3.1\nb,1," + name + ",2.9\n");
    REQUIRE(reference);
    return report::check_reference(*reference, measures, {});
  };
  CHECK(is_said(notes("RSA"), "W_REFERENCE_NAME"));
  CHECK(notes("RSA").front().message.english().find("rsa_ln_ms2") != std::string::npos);
  CHECK(notes("FAA").front().message.english().find("faa_f4_f3") != std::string::npos);
  CHECK(notes("rsa_ln_ms2_rest").front().code == "N_REFERENCE_MEASURE");
}
