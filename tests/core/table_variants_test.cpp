// Tables of the kinds that people have, each with what was answered wrongly or in silence before. Values by hand.
#include <algorithm>

#include "behavior/coding_reader.hpp"
#include "behavior/score_import.hpp"
#include "cohort/plan.hpp"
#include "group/table.hpp"
#include "report/reference.hpp"
#include "support.hpp"
#include "tables/ages.hpp"
#include "tables/same_names.hpp"
#include "tables/sex.hpp"

using namespace attune;
using doctest::Approx;

namespace {

bool notes_have(const std::vector<Diagnostic>& notes, const std::string& code) {
  return std::any_of(notes.begin(), notes.end(), [&](const Diagnostic& note) { return note.code == code; });
}

/// EPDS by visit; -1: none.
std::vector<double> epds_in(const std::string& text) {
  const auto imported = behavior::import_scores(text, {});
  if (!imported) {
    MESSAGE(imported.error().message.english());
    return {};
  }
  std::vector<double> epds;
  for (const auto& visit : imported->scores.visits) {
    const auto found = visit.scores.find("epds");
    epds.push_back(found == visit.scores.end() ? -1 : found->second.value_or(-1));
  }
  return epds;
}

bool imports_with(const std::string& text, const std::string& code) {
  const auto imported = behavior::import_scores(text, {});
  return imported && notes_have(imported->diagnostics, code);
}

Result<behavior::Coding> coding_of(const std::string& text, const std::string& observation = "") {
  behavior::CodingOptions options;
  options.observation = observation;
  return behavior::read_coding(text, options, {}, {});
}

const std::vector<double> seventeen_to_six{17, 6};

cohort::Plan plan_with(const std::string& name, const std::string& table,
                       const std::string& json_name = "none", const std::string& json = "") {
  cohort::Folder folder{{"sub-01/ses-01/eeg/sub-01_ses-01_task-rest_eeg.edf",
                         "sub-01/ses-02/eeg/sub-01_ses-02_task-rest_eeg.edf", name, json_name},
                        {{name, table}, {json_name, json}}};
  auto plan = cohort::find_cohort(folder, {});
  REQUIRE(plan);
  return *plan;
}

}  // namespace

TEST_CASE("scores are read under German and French names") {
  CHECK(epds_in("Teilnehmer;Zeitpunkt;EPDS Summe\n1;Prä;17\n1;Post;6\n") == seventeen_to_six);
  CHECK(epds_in("Teilnehmer;Zeitpunkt;Skala;Wert\n1;Baseline;EPDS;17\n1;Follow-up;EPDS;6\n") ==
        seventeen_to_six);
  CHECK(epds_in("identifiant;visite;EPDS score\n1;suivi;6\n1;référence;17\n") == seventeen_to_six);
  CHECK(epds_in("sujet;visite;échelle;réponse\n1;avant;EPDS;17\n1;après;EPDS;6\n") == seventeen_to_six);
}

TEST_CASE("dates tell visits apart where no column names them") {
  const std::string text = "id,date,epds\n1,2025-05-10,6\n1,2025-03-01,17\n";
  CHECK(epds_in(text) == seventeen_to_six);
  CHECK(imports_with(text, "N_SCORE_DATES"));
  CHECK(epds_in("ResponseId,RecordedDate,ID,EPDS\nResponse ID,Recorded Date,Your ID,EPDS\n"
                "R1,2025-03-01 10:00:00,S1,17\nR2,2025-05-10 09:00:00,S1,6\n") == seventeen_to_six);
  CHECK_FALSE(imports_with("id,date,epds_t0,epds_t1\n1,2025-03-01,17,6\n", "N_SCORE_DATES"));
}

TEST_CASE("a mean is no sum, and a sum with a fraction is questioned") {
  CHECK_FALSE(behavior::import_scores("visit,pbq_mean\n1,1.2\n2,0.6\n", {}).ok());
  CHECK(imports_with("visit,pbq_mean,epds\n1,1.2,17\n2,0.6,6\n", "W_SCORE_MEAN"));
  CHECK(imports_with("visit,epds\n1,5.67\n2,2\n", "W_SCORE_FRACTION"));
  CHECK_FALSE(imports_with("visit,ibqr_orc_mean_m,epds\n1,4.25,17\n2,4.5,6\n", "W_SCORE_FRACTION"));
}

TEST_CASE("a line without a visit is refused, and one without a participant left out and said") {
  const auto refused = behavior::import_scores("id,visit,epds\n1,,17\n1,follow-up,6\n", {});
  CHECK(refused.error().code == "E_SCORE_VISIT");
  CHECK(refused.error().where == "line 2");
  const std::string merged = "id,visit,epds\n1,baseline,17\n,follow-up,6\n";
  CHECK(epds_in(merged) == std::vector<double>{17});
  CHECK(imports_with(merged, "W_SCORE_NO_RECORD"));
}

TEST_CASE("blanks that do not break stand around no number") {
  CHECK(epds_in("id,visit,epds\n1,baseline,\u00A017\n1,follow-up,6\u202F\n") == seventeen_to_six);
}

TEST_CASE("an observation and a coder in columns of their own are chosen together") {
  const std::string text =
      "observation,coder,onset,offset,code\nv1,A,0,60,protest\nv1,B,0,50,protest\nv2,A,0,40,protest\n";
  CHECK(coding_of(text).error().code == "E_CODE_OBSERVATION");
  CHECK(coding_of(text, "v1 / B")->states.at(0).end_s == 50);
  CHECK(coding_of(text, "v2 / A")->states.at(0).end_s == 40);
  const std::string one_coder = "observation,coder,onset,offset,code\nv1,A,0,60,protest\nv2,A,0,40,protest\n";
  CHECK(coding_of(one_coder, "v2")->states.at(0).end_s == 40);
  const std::string coders = "coder,onset,offset,code\nA,0,60,protest\nB,0,50,protest\n";
  CHECK(coding_of(coders, "B")->states.at(0).end_s == 50);
  const std::string infants =
      "participant,subject,onset,offset,code\nsub-01,infant,0,60,protest\nsub-02,infant,0,50,protest\n";
  CHECK(coding_of(infants, "sub-02")->states.at(0).end_s == 50);
}

TEST_CASE("codes that say missing are no states") {
  const auto coding = coding_of("onset,offset,code\n0,60,protest\n60,70,NA\n70,80,-99\n80,120,withdrawn\n");
  REQUIRE(coding);
  CHECK(coding->states.size() == 2);
  CHECK(notes_have(coding->diagnostics, "W_CODE_MISSING"));
  const auto numbers = coding_of("onset,offset,code\n0,60,1\n60,70,2\n70,80,99\n");
  CHECK(numbers->states.size() == 2);
  CHECK(coding_of("onset,offset,code\n0,60,protest\n60,NULL,withdrawn\n").error().code ==
        "E_CODE_UNFINISHED");
  CHECK(coding_of("onset,offset,code\n0,60,protest\n60,-99,withdrawn\n").error().code == "E_CODE_UNFINISHED");
}

TEST_CASE("durations prove the unit of beginnings and ends") {
  const auto ms = coding_of("onset,offset,duration,code\n0,60000,60,protest\n60000,90000,30,withdrawn\n");
  CHECK(ms->states.at(1).end_s == 90);
  CHECK(notes_have(ms->diagnostics, "N_CODE_UNIT"));
  const auto s = coding_of("onset,offset,duration,code\n0,60,60000,protest\n60,90,30000,withdrawn\n");
  CHECK(s->states.at(1).end_s == 90);
  CHECK(s->diagnostics.empty());
  const auto neither = coding_of("onset,offset,duration,code\n0,60,60,protest\n60,90,45,withdrawn\n");
  CHECK(notes_have(neither->diagnostics, "W_CODE_DURATION"));
  const auto too_short = coding_of("infant.ordinal,infant.onset,infant.offset,infant.code\n1,0,60,protest\n");
  CHECK(notes_have(too_short->diagnostics, "W_CODE_SHORT"));
}

TEST_CASE("codings are read under German and French names, and as Praat writes them") {
  for (const char* names : {"Beginn;Ende;Verhalten", "début;fin;comportement", "tmin;tmax;text"})
    CHECK(coding_of(std::string(names) + "\n0,5;60,0;protest\n")->states.at(0).start_s == 0.5);
}

TEST_CASE("a media offset that ELAN may have added is said") {
  const auto with_offset = [](const std::string& remarks, const std::string& lines) {
    return notes_have(
        coding_of(remarks + "Begin Time - msec\tEnd Time - msec\tinfant\n" + lines)->diagnostics,
        "W_CODE_TIME_OFFSET");
  };
  const std::string master = "\"#file:///x/v1.mp4 -- offset: 12000\"\n";
  CHECK(with_offset(master, "12000\t60000\tprotest\n"));
  // By its manual and source ELAN adds it when told, to every time: a time below it shows that it did not.
  CHECK_FALSE(with_offset(master, "0\t60000\tprotest\n"));
  CHECK_FALSE(with_offset("\"#file:///x/v1.mp4 -- offset: 0\"\n", "12000\t60000\tprotest\n"));
  // It never adds that of another medium than the first.
  CHECK_FALSE(with_offset("\"#file:///x/v1.mp4 -- offset: 0\"\n\"#file:///x/v2.mp4 -- offset: 12000\"\n",
                          "12000\t60000\tprotest\n"));
}

TEST_CASE("files that ELAN writes below each other are observations") {
  const std::string text =
      "Tier\tBegin Time - ss.msec\tEnd Time - ss.msec\tAnnotation\n\n\"#v1.eaf\"\n"
      "infant\t0.000\t60.000\tprotest\n\n\"#v2.eaf\"\ninfant\t100.000\t150.000\tprotest\n";
  CHECK(coding_of(text).error().code == "E_CODE_OBSERVATION");
  CHECK(coding_of(text, "v2.eaf")->states.at(0).end_s == 150);
}

TEST_CASE("videos and infants in a column of their own are observations, numbers of lines are none") {
  for (const char* name : {"video", "id", "dyad_id", "patient", "timepoint", "File name"}) {
    const std::string text =
        std::string(name) + ",onset,offset,code\n1,0,60,protest\n1,60,90,withdrawn\n" + "2,400,450,protest\n";
    CHECK_MESSAGE(coding_of(text).error().code == "E_CODE_OBSERVATION", name);
    CHECK(coding_of(text, "2")->states.at(0).end_s == 450);
  }
  CHECK(coding_of("id,onset,offset,code\n1,0,60,protest\n2,60,90,withdrawn\n3,90,95,protest\n")
            ->states.size() == 3);
  CHECK(coding_of("id,onset,offset,code\n1,0,60,protest\n4,60,90,withdrawn\n9,90,95,protest\n")
            ->states.size() == 3);
  CHECK(coding_of("id,onset,offset,code\nP01,0,60,protest\nP07,60,90,withdrawn\nP03,90,95,protest\n")
            .error()
            .code == "E_CODE_OBSERVATION");
  const auto person = coding_of(
      "person,onset,offset,code\ninfant,0,10,protest\nmother,20,60,protest\ninfant,70,80,withdrawn\n");
  CHECK(person->states.size() == 2);
}

TEST_CASE("a column of phases beside every code gives the phases, and what is not read is named") {
  const auto coding = coding_of(
      "phase,onset,offset,code,intensity\nplay,0,80,social positive,1\nplay,80,120,protest,2\n"
      "still-face,120,180,withdrawn,1\nstill-face,180,240,protest,1\nreunion,240,360,social positive,1\n");
  REQUIRE(coding);
  REQUIRE(coding->phases.size() == 3);
  CHECK(coding->phases.at(1).start_s == 120);
  CHECK(coding->phases.at(1).end_s == 240);
  CHECK(notes_have(coding->diagnostics, "N_CODE_PHASE_COLUMN"));
  CHECK(notes_have(coding->diagnostics, "N_CODE_COLUMNS"));
  const auto again =
      coding_of("phase,onset,offset,code\nplay,0,80,protest\nplay,80,120,withdrawn\nreunion,0,90,protest\n");
  CHECK_FALSE(again);
}

TEST_CASE("phases of seconds are questioned, and Datavyu's names may have capitals") {
  const auto minutes =
      coding_of("onset,offset,code\n0,2,play\n2,4,still-face\n0,1.5,protest\n1.5,4,withdrawn\n");
  REQUIRE(minutes);
  CHECK(notes_have(minutes->diagnostics, "W_CODE_SHORT"));
  CHECK(
      coding_of("File,Column,Ordinal,Onset,Offset,Code\nv1,infant,1,0,80000,protest\n")->states.at(0).end_s ==
      80);
}

TEST_CASE("sets of INTERACT are observations") {
  const std::string text =
      "DataSet\tTranscript\tOnset\tOffset\tDuration\tInfant\n1\t\t00:00:00.000\t00:01:00.000\t00:01:00."
      "000\tprotest\n"
      "2\t\t00:00:00.000\t00:00:50.000\t00:00:50.000\tprotest\n";
  CHECK(coding_of(text).error().code == "E_CODE_OBSERVATION");
  CHECK(coding_of(text, "2")->states.at(0).end_s == 50);
}

TEST_CASE("names in a group table differ by more than capitals and zeros in front") {
  const std::string names = "participant,group,visit,measure,value\n";
  const auto table =
      group::read_table(names +
                            "sub-01,cbt,baseline,epds,17\nsub-1,CBT,Baseline,rsa,3\n"
                            "SUB-01,cbt,9wk,EPDS,6\nb,control,baseline,epds,9\nb,control,9wk,epds,8\n",
                        {});
  REQUIRE(table);
  CHECK(table->participants.size() == 2);
  CHECK(table->measures.size() == 2);
  CHECK(table->measures.at(0).cells.at(0).at(1).value == 6);
  CHECK(notes_have(table->diagnostics, "N_TABLE_SAME_NAME"));
  tables::SameNames same;
  CHECK(same.of("S10") == "S10");
  CHECK(same.of("S1") == "S1");
  CHECK(same.of("s01") == "S1");
  CHECK(same.of("1.05") == "1.05");
  CHECK(same.of("1.5") == "1.5");
}

TEST_CASE("totals and means below a table are no one's") {
  const std::string scores = "id,visit,epds\n1,baseline,17\n1,follow-up,6\n";
  for (const char* line :
       {"Mean,,11.5\n", "1,Total,23\n", "Summe,,23\n", "Écart type,,7.8\n", "Mean (SD),,11\n"}) {
    CHECK_MESSAGE(epds_in(scores + line) == seventeen_to_six, line);
    CHECK_MESSAGE(imports_with(scores + line, "W_TABLE_SUMMARY"), line);
  }
  CHECK(epds_in("visit,epds\nbaseline,17\n9 weeks,6\nchange,-11\n") == seventeen_to_six);
  const std::string rows =
      "participant,group,visit,measure,value\na,cbt,1,epds,17\na,cbt,2,epds,6\n"
      "b,control,1,epds,9\nb,control,2,epds,8\n";
  const auto table = group::read_table(rows + "Mean,cbt,1,epds,17\n", {});
  REQUIRE(table);
  CHECK(table->participants.size() == 2);
  CHECK(notes_have(table->diagnostics, "W_TABLE_SUMMARY"));
  const auto infants = report::read_reference("participant,visit,measure,value\na,1,epds,4\nSD,1,epds,2\n");
  REQUIRE(infants);
  CHECK(infants->values.size() == 1);
}

TEST_CASE("who answered may stand in a column of its own") {
  CHECK(epds_in("id,visit,rater,epds\n1,1,mother,17\n1,1,father,3\n1,2,mother,6\n1,2,father,4\n") ==
        seventeen_to_six);
  CHECK(epds_in("id;visite;rempli par;epds\n1;1;mère;17\n1;2;père;6\n") == std::vector<double>{17});
  CHECK_FALSE(behavior::import_scores("id,visit,completed by,epds\n1,1,Father,17\n1,2,Father,6\n", {}).ok());
  // Whoever else answered is nobody's mother; no cell, and another word for her, are hers.
  CHECK(epds_in("id,visit,rater,epds\n1,1,mother,17\n1,2,grandmother,6\n") == std::vector<double>{17});
  CHECK(epds_in("id,visit,rater,epds\n1,1,mother,17\n1,2,,6\n") == seventeen_to_six);
  CHECK(epds_in("id,visit,rater,epds\n1,1,mother,17\n1,2,Mutter,6\n") == seventeen_to_six);
  const auto table = group::read_table(
      "participant,group,visit,measure,rater,value\na,cbt,1,epds,mother,17\na,cbt,2,epds,father,6\n"
      "b,control,1,EPDS total,mother,9\nb,control,2,epds,mother,8\n",
      {});
  REQUIRE(table);
  REQUIRE(table->measures.size() == 2);
  CHECK(table->measures.at(0).name == "epds");
  CHECK_FALSE(table->measures.at(0).cells.at(0).at(1).value);
  CHECK(table->measures.at(1).name == "epds_partner");
  const auto infants = report::read_reference(
      "participant,visit,measure,value,rater\na,1,epds,4,mother\nb,1,epds,20,father\n");
  REQUIRE(infants);
  CHECK(infants->values.at(1).measure == "epds_partner");
}

TEST_CASE("two infants are never one because the column of their names is not known") {
  for (const char* name : {"patient_id", "subj", "Familie", "VPN", "whose"}) {
    const auto imported =
        behavior::import_scores(std::string(name) + ",visit,epds\nA,baseline,17\nB,9 weeks,6\n", {});
    REQUIRE_FALSE(imported);
    CHECK(imported.error().code == "E_SCORE_RECORD");
  }
  CHECK(epds_in("nr,visit,epds\n1,baseline,17\n2,9 weeks,6\n") == seventeen_to_six);
  CHECK(epds_in("language,visit,epds\nfr,baseline,17\nfr,9 weeks,6\n") == seventeen_to_six);
  behavior::ScoreImport choices;
  choices.record = "P01";
  const auto imported =
      behavior::import_scores("id,visit,epds\nP01,1,17\np-1,2,6\nP02,1,9\nP02,2,9\n", choices);
  REQUIRE(imported);
  CHECK(imported->scores.visits.at(1).scores.at("epds") == 6);
}

TEST_CASE("numbers under no name are refused, and items are found whatever their capitals") {
  const auto unnamed = behavior::import_scores("id,EPDS,\n,who,when\n1,17,6\n", {});
  REQUIRE_FALSE(unnamed);
  CHECK(unnamed.error().code == "E_CSV_COLUMN");
  CHECK(epds_in(",id,visit,epds\n1,1,baseline,17\n2,1,9 weeks,6\n") == seventeen_to_six);
  behavior::ScoreImport choices;
  choices.item_key = "scale,item,reversed,lowest,highest\nepds,epds_1,0,0,30\n";
  CHECK(behavior::import_scores("visit,EPDS_1\n1,17\n", choices)->scores.visits.at(0).scores.at("epds") ==
        17);
}

TEST_CASE("a group that merged cells leave out, a unit that changes and a second group are not passed over") {
  const std::string names = "participant,group,visit,measure,value\n";
  const auto merged =
      group::read_table(names + "a,cbt,1,epds,17\nA,,2,epds,6\nb,control,1,epds,9\nb,,2,epds,8\n", {});
  REQUIRE(merged);
  CHECK(merged->participants.size() == 2);
  CHECK(merged->measures.at(0).cells.at(0).at(1).value == 6);
  CHECK(group::read_table(
            "participant,group,visit,measure,unit,value\na,cbt,1,rmssd,ms,7\nb,cbt,1,rmssd,s,0.007\n", {})
            .error()
            .code == "E_TABLE_UNIT");
  CHECK(report::read_reference("participant,group,visit,measure,value\na,control,1,epds,4\nb,PPD,1,epds,15\n")
            .error()
            .code == "E_REFERENCE_GROUP");
  CHECK(report::read_reference("participant,visit,measure,value\n,1,epds,4\n").error().code == "E_CSV_EMPTY");
  const std::string aggregates =
      "kind,measure,visit,age_from_months,age_to_months,n,mean,sd\n"
      "value,EPDS total,1,,,20,5,1\n";
  CHECK(report::read_reference(aggregates)->aggregates.at(0).measure == "epds");
  CHECK(report::read_reference(aggregates + "value,epds,1,,,30,9,1\n").error().code == "E_REFERENCE_TWICE");
}

TEST_CASE("participants are one whatever sign stands in their codes") {
  tables::SameNames same(tables::NamesOf::participants);
  for (const char* name : {"P01", "p-1", "P_01", "P 1", "sub-P01"}) CHECK(same.of(name) == "P01");
  CHECK(same.of("7") == "7");
  CHECK(same.of("7.0") == "7");
  CHECK(same.of("1-2") == "1-2");
  CHECK(same.of("12") == "12");
}

TEST_CASE("a value far from all others of its measure is said, and 888 is none") {
  std::string text = "participant,group,visit,measure,value\n";
  for (int i = 0; i < 12; ++i)
    text += "s" + std::to_string(i) + (i % 2 ? ",cbt," : ",control,") + "1,rmssd_ms,3." + std::to_string(i) +
            "\n" + "s" + std::to_string(i) + (i % 2 ? ",cbt," : ",control,") + "2,rmssd_ms," +
            (i == 3   ? "33"
             : i == 4 ? "888"
                      : "3.3") +
            "\n";
  const auto table = group::read_table(text, {});
  REQUIRE(table);
  CHECK(notes_have(table->diagnostics, "W_VALUE_FAR"));
  CHECK(notes_have(table->diagnostics, "W_MISSING_CODE"));
}

namespace {

/// A group table of one measure: twelve infants at two visits, the values in turn.
std::string table_of_values(const std::string& measure, const std::vector<std::string>& values) {
  std::string text = "participant,group,visit,measure,value\n";
  for (int i = 0; i < 12; ++i)
    for (int visit = 1; visit < 3; ++visit)
      text += "s" + std::to_string(i) + (i % 2 ? ",cbt," : ",control,") + std::to_string(visit) + "," +
              measure + "," + values[static_cast<std::size_t>(2 * i + visit) % values.size()] + "\n";
  return text;
}

bool group_says(const std::string& measure, const std::vector<std::string>& values, const char* code) {
  const auto table = group::read_table(table_of_values(measure, values), {});
  REQUIRE(table);
  return notes_have(table->diagnostics, code);
}

}  // namespace

TEST_CASE("whole numbers of two sizes are decimals that lost their marks") {
  // 3.19, 2.97, 3.2, 4.05, 3.41, 2.78, 3.66 as a program writes them that takes 3,19 for three hundred and nineteen
  const std::vector<std::string> lost{"319", "297", "32", "405", "341", "278", "366"};
  CHECK(group_says("vagal tone", lost, "W_VALUE_MARKS"));
  CHECK(group_says("vagal tone", {"15", "17", "2", "31", "23", "19", "28"}, "W_VALUE_MARKS"));
  CHECK_FALSE(group_says("vagal tone", {"3.19", "2.97", "3.2", "4.05", "3.41"}, "W_VALUE_MARKS"));
  // Counts that fill what is between, that hold tens, or of which half are small
  CHECK_FALSE(group_says("bouts", {"2", "3", "5", "9", "14", "21", "17"}, "W_VALUE_MARKS"));
  CHECK_FALSE(group_says("bouts", {"2", "20", "25", "31", "17", "23", "28"}, "W_VALUE_MARKS"));
  CHECK_FALSE(group_says("bouts", {"2", "15", "3", "31", "2", "19"}, "W_VALUE_MARKS"));
}

TEST_CASE("sums of answers with fractions may be means, in groups too") {
  CHECK(group_says("EPDS", {"1.7", "2.1", "0.9", "1.2"}, "W_GROUP_FRACTION"));
  CHECK_FALSE(group_says("EPDS", {"17", "21", "9", "12"}, "W_GROUP_FRACTION"));
  CHECK_FALSE(group_says("ibqr_orc_mother", {"4.7", "5.1", "3.9"}, "W_GROUP_FRACTION"));
}

TEST_CASE("values that a measure of Attune cannot have are said") {
  CHECK(group_says("rsa_ln_ms2", {"319", "297", "321", "405"}, "W_VALUE_IMPOSSIBLE"));
  CHECK(group_says("heart_rate_bpm", {"420.1", "418.5", "431.2", "409.9"}, "W_VALUE_IMPOSSIBLE"));  // ms
  CHECK(group_says("heart_rate_bpm", {"0.42", "0.41", "0.43"}, "W_VALUE_IMPOSSIBLE"));              // s
  CHECK(group_says("rmssd_ms", {"0.0071", "0.0085", "0.0066"}, "W_VALUE_IMPOSSIBLE"));              // s
  CHECK(group_says("faa_f4_f3", {"-19", "8", "-21", "5"}, "W_VALUE_IMPOSSIBLE"));
  for (const char* measure : {"rsa_ln_ms2", "rmssd_ms", "faa_f4_f3", "own"})
    CHECK_FALSE(group_says(measure, {"3.19", "2.97", "3.2", "4.05"}, "W_VALUE_IMPOSSIBLE"));
  CHECK_FALSE(group_says("heart_rate_bpm", {"144.4", "61", "210"}, "W_VALUE_IMPOSSIBLE"));
  const auto reference =
      report::read_reference("participant,visit,measure,value\na,1,rsa_ln_ms2,319\nb,1,rsa_ln_ms2,297\n");
  REQUIRE(reference);
  CHECK(notes_have(reference->diagnostics, "W_VALUE_IMPOSSIBLE"));
}

TEST_CASE("comparison infants may lack ages and sexes, and have them in other words") {
  const auto bare = report::read_reference("participant,visit,measure,value\na,1,EPDS total,12\n");
  REQUIRE(bare);
  CHECK(bare->values.at(0).measure == "epds");
  CHECK_FALSE(bare->values.at(0).age_months.has_value());
  const auto german = report::read_reference(
      "Teilnehmer;Visite;Alter (Wochen);Geschlecht;Mass;Wert;Quelle\na;1;26;w;RMSSD_ms;12,5;x\n");
  REQUIRE(german);
  CHECK(german->values.at(0).sex == "f");
  CHECK(german->values.at(0).measure == "rmssd_ms");
  CHECK(*german->values.at(0).age_months == Approx(26 * 7 / 365.25 * 12));
  const auto coded = report::read_reference(
      "participant,visit,age_months,sex,measure,value\na,1,-99,1,rsa,3\nb,1,999,2,rsa,-1\n", {"-1"});
  REQUIRE(coded);
  CHECK(coded->values.size() == 1);
  CHECK_FALSE(coded->values.at(0).age_months.has_value());
  for (const char* code : {"W_AGE_NONE", "W_SEX_UNKNOWN", "N_REFERENCE_LEFT_OUT"})
    CHECK(notes_have(coded->diagnostics, code));
  CHECK(notes_have(report::read_reference("participant,visit,measure,value\na,1,epds,45\n")->diagnostics,
                   "W_REFERENCE_RANGE"));
  CHECK(report::read_reference(
            "measure,kind,visit,age_from_months,age_to_months,n,mean,sd\nepds,value,1,,,12,-99,4\n")
            .error()
            .code == "E_REFERENCE_RANGE");
}

TEST_CASE("a cohort's ages are in the unit that is named") {
  const auto of_visit = [](const cohort::Plan& plan, std::size_t visit) {
    return plan.sessions.at(visit).age_months;
  };
  const std::string session = "session_id\tage\nses-01\t4\nses-02\t7\n";
  const auto unknown = plan_with("sub-01/sub-01_sessions.tsv", session);
  CHECK_FALSE(of_visit(unknown, 0).has_value());
  CHECK(notes_have(unknown.diagnostics, "W_AGE_UNIT"));
  const auto known =
      plan_with("sub-01/sub-01_sessions.tsv", session, "sessions.json", R"({"age": {"Units": "months"}})");
  CHECK(of_visit(known, 1) == 7);
  const auto weeks =
      plan_with("participants.tsv", "participant_id\tgroup\tage_weeks\tsex\nsub-01\tx\t26\tfille\n");
  CHECK(*of_visit(weeks, 0) == Approx(26 * 7 / 365.25 * 12));
  CHECK(weeks.infants.at(0).sex == "f");
  const auto code =
      plan_with("participants.tsv", "participant_id\tgroup\tage_months\tsex\nsub-01\tx\t-99\t1\n");
  CHECK_FALSE(of_visit(code, 0).has_value());
  CHECK(notes_have(code.diagnostics, "W_AGE_NONE"));
  CHECK(notes_have(code.diagnostics, "W_SEX_UNKNOWN"));
}

TEST_CASE("a cohort's scores in columns that name a visit, or in other tables, are said") {
  const auto plan = plan_with("participants.tsv", "participant_id\tgroup\tepds_t0\nsub-01\tx\t17\n");
  CHECK(notes_have(plan.diagnostics, "W_COHORT_SCORES_ELSEWHERE"));
  const auto by_visit =
      plan_with("phenotype/epds.tsv", "participant_id\tsession_id\tepds_t1\nsub-01\tses-01\t17\n");
  CHECK(notes_have(by_visit.diagnostics, "W_COHORT_COLUMN_VISIT"));
  CHECK(by_visit.sessions.at(0).scores.empty());
}

TEST_CASE("a score of a cohort that is no number costs itself, and groups are one whatever their capitals") {
  const auto plan = plan_with(
      "phenotype/epds.tsv", "participant_id\tsession_id\tepds\nsub-01\tses-01\t12 pts\nsub-01\tses-02\t6\n");
  CHECK(plan.sessions.at(1).scores.at("epds").value == 6);
  CHECK(plan.sessions.at(0).scores.at("epds").reason == "no number");
  CHECK(notes_have(plan.diagnostics, "W_COHORT_SCORE"));
  const auto groups = plan_with("participants.tsv", "participant_id\tgroup\nsub-01\tPPD\nsub-02\tppd\n");
  CHECK(groups.infants.at(1).group == "PPD");
  CHECK(notes_have(groups.diagnostics, "N_TABLE_SAME_NAME"));
}

TEST_CASE("what a cohort's table leaves out or contradicts is said") {
  const std::string people = "participant_id\tgroup\tage\n";
  // Whole ages without a unit: BIDS counts years, clinics of infants months.
  CHECK(notes_have(plan_with("participants.tsv", people + "sub-01\tPPD\t6\n").diagnostics, "W_AGE_UNIT"));
  CHECK(plan_with("participants.tsv", people + "sub-01\tPPD\t0.5\n").sessions.at(0).age_months == 6);
  CHECK(plan_with("participants.tsv", people + "sub-01\tPPD\t6\n", "participants.json",
                  R"({"Age": {"units": "months"}})")
            .sessions.at(0)
            .age_months == 6);
  const cohort::Plan means =
      plan_with("participants.tsv", people + "sub-01\tPPD\t0.5\nMean\tPPD\t0.5\nn/a\tn/a\tn/a\n");
  CHECK(means.infants.size() == 1);
  CHECK(notes_have(means.diagnostics, "W_TABLE_SUMMARY"));
  const auto scores = [](const std::string& table) { return plan_with("Phenotype/EPDS.TSV", table); };
  CHECK(notes_have(scores("participant_id\tsession_id\tepds\nsub-01\tses-01\t17\nsub-01\t\t6\n").diagnostics,
                   "W_COHORT_NO_VISIT"));
  CHECK(notes_have(scores("participant_id\tsession_id\tscale\tscore\nsub-01\tses-01\tepds\t17\n").diagnostics,
                   "E_CSV_COLUMN"));
  const cohort::Plan raters = scores(
      "participant_id\tsession_id\trater\tepds\nsub-01\tses-01\tmother\t17\nsub-01\tses-02\tfather\t6\n");
  CHECK(raters.sessions.at(0).scores.at("epds").value == 17);
  CHECK_FALSE(raters.sessions.at(1).scores.contains("epds"));
  CHECK(raters.sessions.at(1).scores.at("epds_partner").value == 6);
  CHECK(notes_have(
      plan_with("sub-01/sub-01_sessions.tsv", "session_id\tage_months\nses-01\t8\nses-02\t6\n").diagnostics,
      "W_COHORT_AGE_ORDER"));
  CHECK(notes_have(plan_with("phenotype/epds.xlsx", "").diagnostics, "W_COHORT_PHENOTYPE"));
}

TEST_CASE("a table of recordings writes one infant and one visit in one way or another") {
  const cohort::Folder folder{{"a.edf", "b.edf", "c.edf", "cohort.csv"},
                              {{"cohort.csv",
                                "participant,visit,group,file,epds\nP01,v1,PPD,a.edf,17\np-1,V2,,b.edf,6\n"
                                "P02,v1,control,c.edf,9\nMean,v1,PPD,,13\n"}}};
  const auto plan = cohort::find_cohort(folder, {});
  REQUIRE(plan);
  REQUIRE(plan->infants.size() == 2);
  REQUIRE(plan->visits.size() == 2);
  CHECK(plan->sessions.at(1).file == "b.edf");
  CHECK(plan->sessions.at(1).scores.at("epds").value == 6);
}

TEST_CASE("codes for missing that a cohort's user names are missing") {
  cohort::Folder folder{{"t.csv", "a.edf"},
                        {{"t.csv", "participant,visit,group,file,epds\na,1,x,a.edf,30\nb,1,y,,12\n"}}};
  cohort::Settings settings;
  settings.group.missing_codes = {"30"};
  CHECK(cohort::find_cohort(folder, {})->sessions.at(0).scores.at("epds").value == 30);
  CHECK_FALSE(cohort::find_cohort(folder, settings)->sessions.at(0).scores.at("epds").value.has_value());
}
