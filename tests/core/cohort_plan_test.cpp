// Who is in a cohort: folders and tables that the tests write themselves, as text.
#include <algorithm>
#include <map>

#include "base/json.hpp"
#include "cohort/plan.hpp"
#include "support.hpp"
#include "tables/gestation.hpp"

using namespace attune;
using namespace attune::cohort;

namespace {

Folder bids_folder() {
  Folder folder;
  folder.paths = {"sub-02/ses-1/eeg/sub-02_ses-1_task-rest_eeg.edf",
                  "sub-01/ses-1/eeg/sub-01_ses-1_task-rest_eeg.edf",
                  "sub-01/ses-2/eeg/sub-01_ses-2_task-rest_eeg.BDF.gz",
                  "sub-01/ses-1/eeg/sub-01_ses-1_task-rest_events.tsv",
                  "sub-01/ses-1/anat/sub-01_ses-1_T1w.nii.gz",
                  "participants.tsv",
                  "sub-01/sub-01_sessions.tsv",
                  "phenotype/ibq_r.tsv",
                  "derivatives/clean/sub-01/ses-1/eeg/sub-01_ses-1_task-rest_eeg.edf"};
  folder.tables["participants.tsv"] =
      "participant_id\tgroup\tpair\tsex\tage\nsub-01\tppd\tp1\tF\t0.5\nsub-02\tcontrol\tp1\tmale\tn/a\n"
      "sub-03\tcontrol\tn/a\tn/a\t0.25\n";
  folder.tables["sub-01/sub-01_sessions.tsv"] = "session_id\tage_months\nses-2\t8.5\n";
  folder.tables["phenotype/ibq_r.tsv"] =
      "participant_id\tsession_id\torc_mother\trater_note\nsub-01\tses-1\t4.5\twell\nsub-01\tses-2\tn/a\t\n"
      "sub-02\tses-1\t7.5\t\nsub-09\tses-1\t4\t\n";
  return folder;
}

const Session& session_of(const Plan& plan, const std::string& participant, const std::string& visit) {
  const auto found = std::find_if(plan.sessions.begin(), plan.sessions.end(), [&](const Session& session) {
    return plan.infants[static_cast<std::size_t>(session.infant)].participant == participant &&
           session.visit == visit;
  });
  REQUIRE(found != plan.sessions.end());
  return *found;
}

bool has(const Plan& plan, const std::string& code, const std::string& where) {
  return std::any_of(plan.diagnostics.begin(), plan.diagnostics.end(), [&](const Diagnostic& diagnostic) {
    return diagnostic.code == code && diagnostic.where.english().find(where) != std::string::npos;
  });
}

Plan plan_of(const Folder& folder, const Settings& settings = {}) {
  auto plan = find_cohort(folder, settings);
  if (!plan) FAIL(plan.error().message << " " << plan.error().where);
  return std::move(*plan);
}

}  // namespace

TEST_CASE("a BIDS folder's recordings, infants and ages are found") {
  const Plan plan = plan_of(bids_folder());
  CHECK(plan.layout == "BIDS");
  CHECK(plan.visits == std::vector<std::string>{"ses-1", "ses-2"});
  REQUIRE(plan.infants.size() == 3);
  CHECK(plan.infants[0].group == "ppd");
  CHECK(plan.infants[0].pair == "p1");
  CHECK(plan.infants[0].sex == "f");
  CHECK(plan.infants[1].sex == "m");
  CHECK(plan.infants[2].pair == "");
  REQUIRE(plan.sessions.size() == 6);
  const Session& first = session_of(plan, "sub-01", "ses-1");
  CHECK(first.file == "sub-01/ses-1/eeg/sub-01_ses-1_task-rest_eeg.edf");
  CHECK(first.record == "sub-01_ses-1.json");
  CHECK(first.age_months == 6);  // half a year, at the first visit
  CHECK(session_of(plan, "sub-01", "ses-2").age_months == 8.5);
  CHECK(session_of(plan, "sub-01", "ses-2").file.ends_with(".BDF.gz"));
  CHECK(session_of(plan, "sub-02", "ses-2").file == "");
  CHECK(session_of(plan, "sub-02", "ses-2").missing == "no recording");
  CHECK_FALSE(session_of(plan, "sub-02", "ses-1").age_months.has_value());
  CHECK(session_of(plan, "sub-03", "ses-1").missing == "no recording");
}

TEST_CASE(
    "ages of scans.tsv are those of the recordings that its lines name; what else stands there is listed") {
  Folder folder = bids_folder();
  folder.tables["sub-02/ses-1/sub-02_ses-1_scans.tsv"] =
      "filename\tacq_time\tage\neeg/sub-02_ses-1_task-rest_eeg.edf\t2026-03-01T10:00:00\t26\n";
  CHECK_FALSE(session_of(plan_of(folder), "sub-02", "ses-1").age_months.has_value());
  folder.tables["scans.json"] = R"({"age": {"Units": "weeks"}})";
  // 26 weeks of 7 days, and months of 30.4375 days: 5.98.
  CHECK(*session_of(plan_of(folder), "sub-02", "ses-1").age_months == doctest::Approx(182 / 30.4375));
  const Plan plan = plan_of(folder);
  CHECK(has(plan, "N_COHORT_SCANS", "scans.tsv"));
  CHECK_FALSE(has(plan, "W_COHORT_SCANS", ""));
  // Two ages at one visit: the first counts, and both are told.
  folder.tables["sub-01/ses-2/sub-01_ses-2_scans.tsv"] =
      "filename\tage_months\n" +
      session_of(plan, "sub-01", "ses-2").file.substr(std::string("sub-01/ses-2/").size()) + "\t7\n";
  const Plan two = plan_of(folder);
  CHECK(session_of(two, "sub-01", "ses-2").age_months == 8.5);
  CHECK(has(two, "W_COHORT_SCANS", "sub-01/ses-2/sub-01_ses-2_scans.tsv, line 2"));
  folder.tables["sub-01/ses-2/sub-01_ses-2_scans.tsv"] = "path_of\tage_months\nx\t7\n";
  CHECK(has(plan_of(folder), "W_COHORT_SCANS", "sub-01/ses-2/sub-01_ses-2_scans.tsv"));
}

TEST_CASE("the unit of a BIDS age is the one that participants.json names") {
  Folder folder = bids_folder();
  folder.tables["participants.json"] = R"({"age": {"Description": "age", "Units": "months"}})";
  CHECK(session_of(plan_of(folder), "sub-01", "ses-1").age_months == 0.5);
}

TEST_CASE("scores keep to their scale, and what is not used is named") {
  const Plan plan = plan_of(bids_folder());
  CHECK(session_of(plan, "sub-01", "ses-1").scores.at("orc_mother").value == 4.5);
  CHECK(session_of(plan, "sub-01", "ses-2").scores.at("orc_mother").reason == "no score");
  CHECK(session_of(plan, "sub-02", "ses-1").scores.at("orc_mother").reason == "score out of range");
  CHECK(has(plan, "W_COHORT_SCORE", "phenotype/ibq_r.tsv, line 4, column orc_mother"));
  CHECK(has(plan, "N_COHORT_COLUMN", "phenotype/ibq_r.tsv"));
  CHECK(has(plan, "W_COHORT_UNKNOWN", "phenotype/ibq_r.tsv, line 5"));
}

TEST_CASE("scores are known by their usual names, and codes for missing are no scores") {
  Folder folder = bids_folder();
  folder.tables["phenotype/ibq_r.tsv"] =
      "participant_id\tsession_id\tepds_total\tibq_orc\tepds_father\tsleep_h\n"
      "sub-01\tses-1\t15\t4.61\t3\t9\nsub-01\tses-2\t-99\t4.7\t2\t8.5\nsub-02\tses-1\t#N/A\tUNK\t1\t10\n";
  const Plan plan = plan_of(folder);
  const auto& first = session_of(plan, "sub-01", "ses-1").scores;
  CHECK(first.at("epds").value == 15);
  CHECK(first.at("orc_mother").value == 4.61);
  CHECK(first.at("epds_father").value == 3);
  CHECK(first.at("sleep_h").value == 9);
  CHECK(session_of(plan, "sub-01", "ses-2").scores.at("epds").reason == "code for missing -99");
  CHECK(has(plan, "W_MISSING_CODE", "phenotype/ibq_r.tsv"));
  CHECK(has(plan, "W_COHORT_OTHER_RATER", "phenotype/ibq_r.tsv"));
  CHECK(has(plan, "W_COHORT_RATER", "phenotype/ibq_r.tsv"));
  Settings settings;
  settings.group.missing_codes = {"15"};
  CHECK_FALSE(session_of(plan_of(folder, settings), "sub-01", "ses-1").scores.at("epds").value.has_value());
}

TEST_CASE("names that differ by zeros in front alone are matched and said, and capitals do not matter") {
  Folder folder = bids_folder();
  folder.tables["participants.tsv"] = "participant_id\tGroup\tAge\n1\tppd\t6\n2\tcontrol\t5\n";
  folder.tables["participants.json"] = R"({"age": {"Units": "mo"}})";
  folder.tables["phenotype/ibq_r.tsv"] = "Participant_ID\tSession_ID\tepds\n1\t01\t9\n";
  const Plan plan = plan_of(folder);
  CHECK(plan.infants.size() == 2);
  CHECK(plan.infants[0].group == "ppd");
  CHECK(session_of(plan, "sub-01", "ses-1").age_months == 6);
  CHECK(session_of(plan, "sub-01", "ses-1").scores.at("epds").value == 9);
  CHECK(has(plan, "N_COHORT_NAMES", ""));
  folder.tables["participants.json"] = R"({"age": {"Units": "moons"}})";
  const Plan unknown = plan_of(folder);
  CHECK(has(unknown, "W_COHORT_AGE_UNIT", "participants.json"));
  CHECK_FALSE(session_of(unknown, "sub-01", "ses-1").age_months);
  const std::pair<const char*, double> spelled[] = {
      {"months (corrected)", 6}, {"month(s)", 6}, {"meses", 6}, {"decimal years", 72}, {"yrs old", 72}};
  for (const auto& one : spelled) {
    CAPTURE(one.first);
    folder.tables["participants.json"] = std::string(R"({"age": {"Units": ")") + one.first + R"("}})";
    CHECK(session_of(plan_of(folder), "sub-01", "ses-1").age_months == one.second);
  }
  folder.tables["participants.json"] = R"({"age": {"Units": "gestational weeks"}})";
  CHECK_FALSE(session_of(plan_of(folder), "sub-01", "ses-1").age_months);
}

TEST_CASE("visits of a folder are in order of time, and a folder within is named") {
  const Plan plan = plan_of({{"sub-01/ses-9weeks/eeg/a_eeg.edf", "sub-01/ses-baseline/eeg/b_eeg.edf"}, {}});
  CHECK(plan.visits == std::vector<std::string>{"ses-baseline", "ses-9weeks"});
  const auto inner = find_cohort({{"rawdata/sub-01/ses-1/eeg/a_eeg.edf"}, {}}, {});
  REQUIRE_FALSE(inner.ok());
  CHECK(inner.error().message ==
        "No cohort was found here, but the folder “rawdata” in it looks like one: choose that folder.");
}

TEST_CASE("ORC is formed of its four parts where it is not given") {
  Folder folder = bids_folder();
  folder.tables["phenotype/ibq_r.tsv"] =
      "participant_id\tsession_id\tlow_intensity_pleasure_mother\tcuddliness_mother\t"
      "duration_of_orienting_mother\tsoothability_mother\nsub-01\tses-1\t4\t5\t3\t6\n";
  CHECK(session_of(plan_of(folder), "sub-01", "ses-1").scores.at("orc_mother").value == 4.5);
}

TEST_CASE("what is found does not depend on the order in which the files are listed") {
  Folder folder = bids_folder();
  const std::string one = dump(to_json(plan_of(folder)));
  std::reverse(folder.paths.begin(), folder.paths.end());
  CHECK(dump(to_json(plan_of(folder))) == one);
}

TEST_CASE("of two recordings at one visit the first by name is taken, unless a task is named") {
  Folder folder = bids_folder();
  folder.paths.push_back("sub-01/ses-1/eeg/sub-01_ses-1_task-face_eeg.edf");
  const Plan plan = plan_of(folder);
  CHECK(session_of(plan, "sub-01", "ses-1").file.find("task-face") != std::string::npos);
  CHECK(has(plan, "W_COHORT_SEVERAL", "task-rest"));
  Settings settings;
  settings.task = "rest";
  const Plan rest = plan_of(folder, settings);
  CHECK(session_of(rest, "sub-01", "ses-1").file.find("task-rest") != std::string::npos);
  CHECK_FALSE(has(rest, "W_COHORT_SEVERAL", ""));
}

TEST_CASE("a folder without sessions has one visit, and without participants.tsv no groups") {
  const Plan plan = plan_of({{"sub-01/eeg/sub-01_task-rest_eeg.edf"}, {}});
  CHECK(plan.visits == std::vector<std::string>{"1"});
  CHECK(has(plan, "W_COHORT_PARTICIPANTS", ""));
  CHECK(has(plan, "W_COHORT_GROUP", ""));
}

TEST_CASE("a participant given twice is refused with both lines") {
  Folder folder = bids_folder();
  folder.tables["participants.tsv"] = "participant_id\tgroup\nsub-01\tppd\nsub-01\tcontrol\n";
  const auto plan = find_cohort(folder, {});
  REQUIRE_FALSE(plan.ok());
  CHECK(plan.error().code == "E_COHORT_TWICE");
  CHECK(plan.error().message == "Participant sub-01 was already given in line 2.");
  CHECK(plan.error().where == "participants.tsv, line 3");
}

TEST_CASE("a phenotype table that cannot be used costs its scores and nothing else") {
  Folder folder = bids_folder();
  folder.tables["phenotype/epds.tsv"] = "participant_id\tepds\nsub-01\t12\n";
  folder.tables["phenotype/pbq.tsv"] = "participant_id\tsession_id\tpbq\nsub-01\tses-1\n";
  const Plan plan = plan_of(folder);
  CHECK(has(plan, "E_CSV_COLUMN", "phenotype/epds.tsv"));
  CHECK(has(plan, "E_CSV_WIDTH", "phenotype/pbq.tsv, line 2"));
  CHECK(session_of(plan, "sub-01", "ses-1").scores.at("orc_mother").value == 4.5);
}

namespace {

Folder table_folder(const std::string& table) {
  return {{"files/a1.edf", "files/a2.edf", "files/b1.bdf", "cohort.csv", "notes.csv"},
          {{"cohort.csv", table}, {"notes.csv", "what\nnothing\n"}}};
}

}  // namespace

TEST_CASE("a table lists recordings of any folder, with scores in its further columns") {
  const Plan plan =
      plan_of(table_folder("participant,visit,group,file,pair,age_months,sex,epds\n"
                           "a,pre,ppd,./files/a1.edf,1,5,f,14\na,post,ppd,files\\a2.edf,1,7,f,9\n"
                           "b,pre,control,files/b1.bdf,1,5.5,f,3\nb,post,control,files/b2.bdf,1,7.5,f,4\n"));
  CHECK(plan.layout == "table");
  CHECK(plan.visits == std::vector<std::string>{"pre", "post"});
  CHECK(session_of(plan, "a", "pre").file == "files/a1.edf");
  CHECK(session_of(plan, "a", "post").file == "files/a2.edf");
  CHECK(session_of(plan, "a", "post").age_months == 7);
  CHECK(session_of(plan, "b", "post").file == "");
  CHECK(session_of(plan, "b", "post").missing == "the file named in the table is not there");
  CHECK(session_of(plan, "b", "post").scores.at("epds").value == 4);
  CHECK(has(plan, "W_COHORT_FILE", "cohort.csv, line 5"));
  CHECK(session_of(plan, "a", "pre").scores.at("epds").value == 14);
}

TEST_CASE("names in Latin-1 are read as text, and their files are found under the bytes that the disk has") {
  Folder folder;
  folder.paths = {"caf\xE9.edf"};
  folder.tables["cohort.csv"] = "participant,visit,group,file\nZo\xE9,1,ppd,caf\xE9.edf\n";
  const auto plan = find_cohort(folder, {});
  REQUIRE(plan);
  CHECK(plan->infants.front().participant == "Zoé");
  CHECK(plan->sessions.front().file == "caf\xE9.edf");
}

TEST_CASE("a table that contradicts itself is refused with the line") {
  const auto error = [](const std::string& rows) {
    return find_cohort(table_folder("participant,visit,group,file\n" + rows), {}).error();
  };
  CHECK(error("a,1,ppd,files/a1.edf\na,2,control,files/a2.edf\n").where == "cohort.csv, line 3");
  CHECK(error("a,1,ppd,files/a1.edf\na,2,control,files/a2.edf\n").message ==
        "The infant’s group was “ppd” before and is “control” here.");
  CHECK(error("a,1,ppd,files/a1.edf\na,1,ppd,files/a1.edf\n").code == "E_COHORT_TWICE");
  CHECK(error("a,,ppd,files/a1.edf\n").code == "E_CSV_EMPTY");
  CHECK(error("a,1,ppd\n").where == "cohort.csv, line 2, field 4");
}

TEST_CASE("a folder without a cohort says what was looked for") {
  const auto plan = find_cohort({{"a.edf", "b.txt"}, {}}, {});
  REQUIRE_FALSE(plan.ok());
  CHECK(plan.error().code == "E_COHORT_EMPTY");
  CHECK(plan.error().message ==
        "No cohort was found among 2 files, 1 of them recordings. Needed are BIDS folders "
        "(sub-*/ses-*/eeg/*.edf) or a table at the top with the columns participant, visit, group and file.");
}

TEST_CASE("only tables are asked for, not every file") {
  const auto wanted = tables_wanted(bids_folder().paths);
  CHECK(wanted == std::vector<std::string>{"sub-01/ses-1/eeg/sub-01_ses-1_task-rest_events.tsv",
                                           "participants.tsv", "sub-01/sub-01_sessions.tsv",
                                           "phenotype/ibq_r.tsv"});
}

TEST_CASE("channels.tsv and events.tsv beside a recording, or above it, are read; what is not is listed") {
  Folder folder = bids_folder();
  const std::string at = "sub-01/ses-1/eeg/sub-01_ses-1_task-rest_";
  folder.tables[at + "channels.tsv"] =
      "name\ttype\tunits\tstatus\nEEG F3\tEEG\tuV\tbad\nEEG F4\tEEG\tuV\tgood\nAux1\tECG\tmV\tgood\n"
      "ECG\tEEG\tuV\tgood\nResp\tRESP\tn/a\tbad\n";
  folder.tables[at + "events.tsv"] =
      "onset\tduration\ttrial_type\tvalue\n0.0\t120\tplay\t1\n120\tn/a\tstill-face\t2\nn/a\t1\tlost\t3\n";
  folder.tables["task-rest_channels.tsv"] = "name\tstatus\nEEG C3\tbad\n";
  for (const auto& [path, text] : folder.tables) folder.paths.push_back(path);
  const Plan plan = plan_of(folder);
  const Session& own = session_of(plan, "sub-01", "ses-1");
  CHECK(own.left_out == std::vector<std::string>{"EEG F3"});
  std::map<std::string, std::optional<edf::ChannelKind>> kinds;
  for (const auto& choice : own.channels) kinds[choice.label] = choice.kind;
  CHECK(kinds["Aux1"] == edf::ChannelKind::ecg);
  CHECK_FALSE(kinds["ECG"].has_value());  // EEG is what programs write of what they do not know
  CHECK(kinds["Resp"] == edf::ChannelKind::other);
  REQUIRE(own.events.size() == 2);
  CHECK(own.events[0].text == "play");
  CHECK(own.events[0].duration_s == 120);
  CHECK_FALSE(own.events[1].duration_s.has_value());
  // Inherited by the recordings that have no table of their own.
  CHECK(session_of(plan, "sub-02", "ses-1").left_out == std::vector<std::string>{"EEG C3"});
  CHECK(has(plan, "N_COHORT_NOT_READ", ""));
  CHECK(has(plan, "N_COHORT_BAD_CHANNELS", ""));
}

TEST_CASE("channels.tsv tells filters and reference; what is exchanged or n/a is not taken") {
  Folder folder = bids_folder();
  folder.tables["task-rest_channels.tsv"] =
      "name\tunits\treference\tlow_cutoff\thigh_cutoff\n"
      "EEG F3\tuV\tCz\t0.1\t35\nEEG F4\tuV\tn/a\tn/a\tn/a\nEEG C3\tuV\tCz\tDC\t70 Hz\n"
      "EEG C4\tuV\tCz\t35\t0.1\n";
  for (const auto& [path, text] : folder.tables) folder.paths.push_back(path);
  const Plan plan = plan_of(folder);
  const Session& session = session_of(plan, "sub-02", "ses-1");
  std::map<std::string, visit::ChannelChoice> told;
  for (const auto& choice : session.channels) told[choice.label] = choice;
  CHECK(told["EEG F3"].blank_reference == "Cz");
  CHECK(told["EEG F3"].blank_highpass_hz == 0.1);
  CHECK(told["EEG F3"].blank_lowpass_hz == 35);
  CHECK(told["EEG F4"].blank_reference.empty());
  CHECK_FALSE(told["EEG F4"].blank_lowpass_hz.has_value());
  CHECK(told["EEG C3"].blank_highpass_hz == 0);
  CHECK(told["EEG C3"].blank_lowpass_hz == 70);
  CHECK_FALSE(told["EEG C4"].blank_highpass_hz.has_value());
  CHECK_FALSE(told["EEG C4"].blank_lowpass_hz.has_value());
  CHECK(has(plan, "W_COHORT_FILTERS", "task-rest_channels.tsv, line 5"));
}

TEST_CASE(
    "how early infants were born is read from gestational_age or weeks_early; what cannot be is counted") {
  const auto weeks = [](const char* cell) { return tables::gestational_weeks(cell); };
  CHECK(weeks("31") == 31.0);
  CHECK(weeks("31.5") == 31.5);
  CHECK(weeks("31+4") == 31 + 4.0 / 7);
  CHECK(weeks("31w4d") == 31 + 4.0 / 7);
  CHECK(weeks("31 4/7") == 31 + 4.0 / 7);
  for (const char* none : {"7", "220", "31+9", "early", "31-4"}) CHECK_FALSE(weeks(none));
  Folder folder = bids_folder();
  folder.tables["participants.tsv"] =
      "participant_id\tgroup\tgestational_age\nsub-01\tppd\t31+4\nsub-02\tcontrol\t41\nsub-03\tcontrol\t7\n";
  const Plan plan = plan_of(folder);
  CHECK(*session_of(plan, "sub-01", "ses-2").weeks_early == doctest::Approx(40 - 31 - 4.0 / 7));
  CHECK(session_of(plan, "sub-02", "ses-1").weeks_early == 0.0);
  CHECK_FALSE(session_of(plan, "sub-03", "ses-1").weeks_early);
  CHECK(has(plan, "W_GESTATION", "participants.tsv, line 4"));
  CHECK(has(plan, "N_COHORT_WEEKS_EARLY", ""));
  CHECK_FALSE(has(plan_of(bids_folder()), "N_COHORT_WEEKS_EARLY", ""));
  folder.tables["sub-01/sub-01_sessions.tsv"] = "session_id\tage_months\tweeks_early\nses-2\t8.5\t9\n";
  CHECK(has(plan_of(folder), "W_COHORT_SESSIONS", "sub-01_sessions.tsv, line 2"));
  folder.tables["participants.json"] = R"({"age": {"Units": "months", "Description": "Corrected age"}})";
  CHECK(has(plan_of(folder), "W_COHORT_AGES_CORRECTED", "participants.json"));
  CHECK_FALSE(session_of(plan_of(folder), "sub-01", "ses-2").weeks_early);
  const Plan table =
      plan_of({{"a.edf", "list.csv"},
               {{"list.csv", "participant,visit,group,file,weeks_early\np1,t1,ppd,a.edf,9\n"}}});
  CHECK(session_of(table, "p1", "t1").weeks_early == 9.0);
  CHECK(session_of(table, "p1", "t1").scores.empty());
}

TEST_CASE("runs of one task and an ECG of its own are one visit; what is no part of it is named") {
  const std::string session = "sub-01/ses-1/", at = session + "eeg/sub-01_ses-1_task-rest_";
  const Plan plan = plan_of({{at + "ecg.edf", at + "run-2_eeg.edf", at + "run-1_eeg.edf",
                              session + "beh/sub-01_ses-1_physio.edf.gz", at + "run-1_eeg.bdf",
                              session + "eeg/sub-01_ses-1_task-still_eeg.edf", session + "emg/x.edf",
                              session + "beh/sub-01_ses-1_task-still_ecg.edf", at + "acq-mother_ecg.edf"},
                             {}});
  const Session& visit = session_of(plan, "sub-01", "ses-1");
  CHECK(visit.file == at + "run-1_eeg.bdf");
  CHECK(visit.parts == std::vector<std::string>{at + "run-2_eeg.edf",
                                                session + "beh/sub-01_ses-1_physio.edf.gz", at + "ecg.edf"});
  int formats = 0, tasks = 0;
  for (const Diagnostic& one : plan.diagnostics) {
    if (one.code == "N_COHORT_PARTS")
      CHECK(one.message.english().find("1 visit is of several files, 4 in all") != std::string::npos);
    if (one.code == "W_COHORT_ELSEWHERE") CHECK(one.where == session + "emg/x.edf");
    if (one.code != "W_COHORT_SEVERAL") continue;
    formats += one.message.english().find("in another format") != std::string::npos ? 1 : 0;
    tasks += one.message.english().find("Name a task") != std::string::npos ? 1 : 0;
  }
  CHECK(has(plan, "N_COHORT_PARTS", ""));
  CHECK(has(plan, "W_COHORT_ELSEWHERE", ""));
  CHECK(formats == 1);
  CHECK(tasks == 2);
  CHECK(visit.mother == at + "acq-mother_ecg.edf");
}

TEST_CASE(
    "tables beside each file of a visit are heard, its events on its own clock, and what they contradict is "
    "said") {
  const std::string at = "sub-01/eeg/sub-01_task-rest_";
  Folder folder;
  folder.paths = {at + "run-1_eeg.edf", at + "run-2_eeg.edf", at + "ecg.edf"};
  folder.tables[at + "run-1_channels.tsv"] =
      "name\ttype\tunits\tstatus\treference\nF3\tEEG\tuV\tgood\tCz\nF4\tEEG\tuV\tgood\tCz\n";
  folder.tables[at + "run-2_channels.tsv"] =
      "name\ttype\tunits\tstatus\treference\nF3\tEEG\tuV\tbad\tCz\nF4\tEEG\tuV\tgood\tA1\n";
  folder.tables[at + "run-1_events.tsv"] = "onset\tduration\ttrial_type\n2\tn/a\tbaseline\n";
  folder.tables[at + "run-2_events.tsv"] = "onset\tduration\ttrial_type\n3\tn/a\treunion\n";
  for (const auto& [path, text] : folder.tables) folder.paths.push_back(path);
  const Plan plan = plan_of(folder);
  const Session& visit = session_of(plan, "sub-01", "1");
  REQUIRE(visit.events.size() == 2);
  CHECK(visit.events[0].file == 0);
  CHECK(visit.events[1].file == 1);
  CHECK(visit.events[1].onset_s == 3);
  CHECK(visit.left_out == std::vector<std::string>{"F3"});
  REQUIRE(visit.channels.size() == 2);
  CHECK(visit.channels[1].blank_reference == "Cz");  // the first file's
  CHECK(has(plan, "W_COHORT_PARTS_DIFFER", "run-2_channels.tsv"));
}

TEST_CASE(
    "lines of a table with one visit and files of their own are one visit, measured whole or not at all") {
  const auto listed = [](const std::string& lines) {
    return Folder{{"a.edf", "b.edf", "list.csv"},
                  {{"list.csv", "participant,visit,group,file,age_months\n" + lines}}};
  };
  const Plan plan = plan_of(listed("p1,t1,ppd,a.edf,6\np1,t1,ppd,b.edf,\n"));
  CHECK(session_of(plan, "p1", "t1").file == "a.edf");
  CHECK(session_of(plan, "p1", "t1").parts == std::vector<std::string>{"b.edf"});
  CHECK(session_of(plan, "p1", "t1").age_months == 6);
  CHECK_FALSE(has(plan, "W_COHORT_UNLISTED", ""));
  const Plan lacking = plan_of(listed("p1,t1,ppd,a.edf,6\np1,t1,ppd,c.edf,6\n"));
  CHECK(session_of(lacking, "p1", "t1").file == "");
  CHECK(session_of(lacking, "p1", "t1").missing == "the file named in the table is not there");
  CHECK(has(lacking, "W_COHORT_FILE", "list.csv, line 3"));
  for (const char* lines : {"p1,t1,ppd,a.edf,6\np1,t1,ppd,a.edf,6\n", "p1,t1,ppd,a.edf,6\np1,t1,ppd,,6\n",
                            "p1,t1,ppd,a.edf,6\np1,t1,ppd,b.edf,7\n"}) {
    const auto refused = find_cohort(listed(lines), {});
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().code == "E_COHORT_TWICE");
  }
}

TEST_CASE(
    "eeg.json tells reference and filters of all EEG channels, a nearer one's members before those above") {
  Folder folder = bids_folder();
  folder.tables["task-rest_eeg.json"] = R"json({"EEGReference": "linked mastoids", "PowerLineFrequency": 50,
    "HardwareFilters": {"High-pass RC": {"Half-amplitude cutoff (Hz)": 0.1, "Roll-off": "6dB/Octave"},
                        "Anti-aliasing": {"cutoff (Hz)": 200}, "Notch": {"frequency": 50}},
    "SoftwareFilters": {"Highpass": 0.5, "Low pass": "70 Hz", "Bandpass": "0.1-100"}})json";
  folder.tables["sub-01/ses-1/eeg/sub-01_ses-1_task-rest_eeg.json"] =
      R"({"EEGReference": "Cz", "SoftwareFilters": "n/a"})";
  for (const auto& [path, text] : folder.tables) folder.paths.push_back(path);
  const Plan plan = plan_of(folder);
  const auto told = [&](const char* participant) {
    const Session& session = session_of(plan, participant, "ses-1");
    REQUIRE(session.channels.size() == 1);
    CHECK(session.channels[0].signal == visit::every_eeg_channel);
    return session.channels[0];
  };
  // Of the amplifier's filters and the program's the narrower.
  CHECK(told("sub-02").blank_reference == "linked mastoids");
  CHECK(told("sub-02").blank_highpass_hz == 0.5);
  CHECK(told("sub-02").blank_lowpass_hz == 70);
  CHECK(told("sub-01").blank_reference == "Cz");
  CHECK(told("sub-01").blank_highpass_hz == 0.1);
  CHECK(told("sub-01").blank_lowpass_hz == 200);
  CHECK(has(plan, "N_COHORT_SIDECAR", ""));
  const auto found = std::find_if(plan.diagnostics.begin(), plan.diagnostics.end(),
                                  [](const Diagnostic& one) { return one.code == "W_COHORT_SIDECAR"; });
  REQUIRE(found != plan.diagnostics.end());
  CHECK(found->message.english().find("Bandpass, Notch") != std::string::npos);
  const auto members =
      std::find_if(plan.diagnostics.begin(), plan.diagnostics.end(),
                   [](const Diagnostic& one) { return one.code == "N_COHORT_SIDECAR_MEMBERS"; });
  REQUIRE(members != plan.diagnostics.end());
  CHECK(members->message == "Of eeg.json not read, as nothing here is made of them: PowerLineFrequency.");
  const std::vector<std::string> sidecars{"eeg.json", "task-rest_eeg.json", "sub-01/eeg/sub-01_eeg.json"};
  CHECK(tables_wanted(sidecars) == sidecars);
  CHECK(tables_wanted({"code/task-rest_eeg.json", "dataset_description.json"}).empty());
}

TEST_CASE("what eeg.json says otherwise than channels.tsv is told, as is what it cannot mean") {
  Folder folder = bids_folder();
  folder.tables["task-rest_channels.tsv"] =
      "name\tunits\treference\tlow_cutoff\thigh_cutoff\nEEG F3\tuV\tCz\t0.1\t35\n";
  folder.tables["task-rest_eeg.json"] =
      R"({"EEGReference": "average", "SoftwareFilters": {"HP": 1, "LP": 100}})";
  folder.tables["sub-01/ses-1/eeg/sub-01_ses-1_task-rest_eeg.json"] =
      R"({"SoftwareFilters": {"HP": {"cutoff": 70}, "LP": {"cutoff": 0.3}}})";
  folder.tables["sub-01/ses-2/eeg/sub-01_ses-2_task-rest_eeg.json"] = "{";
  for (const auto& [path, text] : folder.tables) folder.paths.push_back(path);
  const Plan plan = plan_of(folder);
  int told = 0;
  for (const Diagnostic& one : plan.diagnostics)
    told += one.code == "W_COHORT_SIDECAR_DIFFERS" && one.where.english() == "task-rest_eeg.json" ? 1 : 0;
  CHECK(told == 3);  // reference, high-pass, low-pass: each once
  CHECK(has(plan, "W_COHORT_FILTERS", "sub-01/ses-1/eeg/sub-01_ses-1_task-rest_eeg.json"));
  CHECK(has(plan, "W_COHORT_NEIGHBOUR", "sub-01/ses-2/eeg/sub-01_ses-2_task-rest_eeg.json"));
  const auto& own = session_of(plan, "sub-01", "ses-1").channels;
  REQUIRE(own.size() == 2);
  CHECK(own[1].blank_reference == "average");
  CHECK_FALSE(own[1].blank_highpass_hz.has_value());
}

TEST_CASE("records of different infants never share a name") {
  const Plan plan = plan_of({{"x.edf", "y.edf", "t.csv"},
                             {{"t.csv", "participant,visit,group,file\na b,1,g,x.edf\na/b,1,g,y.edf\n"}}});
  CHECK(session_of(plan, "a b", "1").record == "a-b_1.json");
  CHECK(session_of(plan, "a/b", "1").record == "a-b_1.2.json");
}

TEST_CASE("a mother's own recording is hers, by its name in BIDS and by its column in a table") {
  Folder folder = bids_folder();
  const std::string mother = "sub-01/ses-1/eeg/sub-01_ses-1_task-rest_acq-mother_ecg.edf";
  folder.paths.push_back(mother);
  const Plan plan = plan_of(folder);
  CHECK(session_of(plan, "sub-01", "ses-1").mother == mother);
  CHECK(session_of(plan, "sub-01", "ses-1").file == "sub-01/ses-1/eeg/sub-01_ses-1_task-rest_eeg.edf");
  CHECK(session_of(plan, "sub-01", "ses-2").mother.empty());
  CHECK_FALSE(has(plan, "W_COHORT_SEVERAL", ""));
  CHECK(has(plan, "N_COHORT_MOTHERS", ""));
  CHECK_FALSE(has(plan_of(bids_folder()), "N_COHORT_MOTHERS", ""));

  Folder listed;
  listed.paths = {"list.csv", "a.edf", "a-mother.edf"};
  listed.tables["list.csv"] =
      "participant,visit,group,file,mother_file\na,1,ppd,a.edf,a-mother.edf\nb,1,control,,gone.edf\n";
  const Plan of_table = plan_of(listed);
  CHECK(session_of(of_table, "a", "1").mother == "a-mother.edf");
  CHECK(session_of(of_table, "a", "1").scores.empty());
  CHECK_FALSE(has(of_table, "W_COHORT_UNLISTED", ""));
  CHECK(has(of_table, "W_COHORT_FILE", "line 3"));
}
