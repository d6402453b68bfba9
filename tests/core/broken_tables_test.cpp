// Twenty tables with what goes wrong most often, and what is said of each: whoever reads the message alone can mend it. Each
// mended table gives the numbers that it was written with.
#include <functional>

#include "behavior/coding_reader.hpp"
#include "behavior/score_import.hpp"
#include "cohort/plan.hpp"
#include "group/table.hpp"
#include "report/reference.hpp"
#include "support.hpp"

using namespace attune;

namespace {

/// A broken table, what is said of it, and whether it reads once that is done.
struct BrokenTable {
  const char* what;
  std::function<Error()> refusal;
  const char* code;
  const char* message;
  const char* where;
  std::function<bool()> mended;
};

template <class T>
Error refusal_of(const Result<T>& result) {
  return result ? Error{} : result.error();
}

// ---- scores -----------------------------------------------------------------------------------------------

Error scores_refused(const std::string& text) {
  return refusal_of(behavior::import_scores(text, {}));
}

/// Whether the EPDS falls from 17 to 6, as in every mended table of scores.
bool epds_falls(const std::string& text, const behavior::ScoreImport& choices = {}) {
  const auto imported = behavior::import_scores(text, choices);
  if (!imported || imported->scores.visits.size() != 2) return false;
  const auto epds = [&](std::size_t visit) {
    const auto& scores = imported->scores.visits[visit].scores;
    const auto found = scores.find("epds");
    return found == scores.end() ? std::nullopt : found->second;
  };
  return epds(0) == 17 && epds(1) == 6;
}

behavior::ScoreImport record_named(const char* record) {
  behavior::ScoreImport choices;
  choices.record = record;
  return choices;
}

behavior::ScoreImport with_key() {
  behavior::ScoreImport choices;
  choices.item_key =
      "scale,item,reversed,lowest,highest,method\nepds,epds_1,0,0,15,sum\nepds,epds_2,0,0,15,sum\n";
  return choices;
}

// ---- codings ----------------------------------------------------------------------------------------------

Error coding_refused(const std::string& text, const behavior::CodingOptions& options = {}) {
  return refusal_of(behavior::read_coding(text, options, {}, {}));
}

/// Whether the coding is protest from 0 to 60 s and withdrawn from 60 to 120 s.
bool holds_protest(const std::string& text, const behavior::CodingOptions& options = {}) {
  const auto coding = behavior::read_coding(text, options, {}, {});
  return coding && coding->states.size() == 2 && coding->states[0].state == "protest" &&
         coding->states[0].end_s == 60 && coding->states[1].state == "withdrawn" &&
         coding->states[1].end_s == 120;
}

behavior::CodingOptions observation_named(const char* observation) {
  behavior::CodingOptions options;
  options.observation = observation;
  return options;
}

behavior::CodingOptions phase_named(const char* code, const char* phase) {
  behavior::CodingOptions options;
  options.phase_codes = {{code, phase}};
  return options;
}

Error second_refused(const std::string& first_text, const std::string& second_text) {
  const auto first = behavior::read_coding(first_text, {}, {}, {});
  return refusal_of(behavior::read_second_coding(second_text, &*first, {}, {}, {}));
}

// ---- groups, comparison infants, cohorts ------------------------------------------------------------------

const std::string group_names = "participant,group,visit,measure,value\n";

Error group_refused(const std::string& text) {
  return refusal_of(group::read_table(text, {}));
}

bool compares_groups(const std::string& text, const group::Settings& settings = {}) {
  const auto table = group::read_table(text, settings);
  return table && table->participants.size() == 2 && table->measures.at(0).cells.at(0).at(1).value == 6;
}

group::Settings treated_and_control() {
  group::Settings settings;
  settings.treated = "cbt";
  settings.control = "control";
  return settings;
}

cohort::Folder study_folder(const std::string& inner) {
  return {{inner + "participants.tsv", inner + "sub-01/ses-01/eeg/sub-01_ses-01_task-rest_eeg.edf"},
          {{inner + "participants.tsv", "participant_id\tgroup\nsub-01\tcontrol\n"}}};
}

std::vector<BrokenTable> broken_tables() {
  return {
      {"a workbook", [] { return scores_refused("PK\x03\x04[Content_Types].xml"); }, "E_CSV_KIND",
       "This is a workbook; save its sheet as text (File, Save as, CSV UTF-8).", "",
       [] { return epds_falls("visit,epds\nbaseline,17\nfollow-up,6\n"); }},
      {"a title above the names",
       [] { return scores_refused("Our study\nvisit,epds\nbaseline,17\nfollow-up,6\n"); }, "E_CSV_WIDTH",
       "The line of column names has one name for 2 columns. If it is a title, take it out: the first line "
       "names "
       "the columns.",
       "line 1", [] { return epds_falls("visit,epds\nbaseline,17\nfollow-up,6\n"); }},
      {"several infants", [] { return scores_refused("id,visit,epds\nS1,1,17\nS1,2,6\nS2,1,9\n"); },
       "E_SCORE_RECORD", "The table holds 2 records: S1, S2; choose the infant’s (--record).", "record",
       [] { return epds_falls("id,visit,epds\nS1,1,17\nS1,2,6\nS2,1,9\n", record_named("S1")); }},
      {"no column of visits", [] { return scores_refused("id,epds\nS1,17\nS1,6\n"); }, "E_SCORE_TWICE",
       "Two lines of “S1” have a value of “EPDS total” (line 2, column epds), and no column tells their "
       "visits apart. Add a column visit (baseline, 9 weeks).",
       "line 3, column epds", [] { return epds_falls("id,visit,epds\nS1,baseline,17\nS1,9 weeks,6\n"); }},
      {"the father's answers", [] { return scores_refused("visit,epds_father\nbaseline,17\nfollow-up,6\n"); },
       "E_SCORE_VISIT",
       "This column was answered by someone else than the mother, whose scale it would be, and was not "
       "taken: "
       "epds_father. Another rater’s scale can be given as an own scale (--mapping).",
       "columns", [] { return epds_falls("visit,epds_mother\nbaseline,17\nfollow-up,6\n"); }},
      {"answers without a key", [] { return scores_refused("visit,epds_1,epds_2\n1,8,9\n2,3,3\n"); },
       "E_SCORE_VISIT",
       "These columns look like items of a questionnaire and were not taken: epds_1, epds_2. Items need a "
       "key of items "
       "(--items KEY.csv): a table with the columns scale,item,reversed,lowest,highest and a line an item, "
       "such as "
       "epds,epds_3,1,0,3.",
       "columns", [] { return epds_falls("visit,epds_1,epds_2\n1,8,9\n2,3,3\n", with_key()); }},
      {"two columns of one scale", [] { return scores_refused("visit,epds,epds_total\n1,17,15\n2,6,6\n"); },
       "E_SCORE_TWICE",
       "“EPDS total” has another value at visit 1 (line 2, column epds). Leave one of the two out, or say "
       "which "
       "column is which scale (--mapping).",
       "line 2, column epds_total", [] { return epds_falls("visit,epds\n1,17\n2,6\n"); }},
      {"a mistyped score", [] { return scores_refused("visit,epds\n1,177\n2,6\n"); }, "E_SCORE_RANGE",
       "177 is not between 0 and 30; if it means missing, name it as a code for missing.",
       "line 2, column epds", [] { return epds_falls("visit,epds\n1,17\n2,6\n"); }},
      {"a score that is no number", [] { return scores_refused("visit,epds\n1,17 points\n2,6\n"); },
       "E_CSV_NUMBER", "“17 points” is not a number.", "line 2, column epds",
       [] { return epds_falls("visit,epds\n1,17\n2,6\n"); }},
      {"a score that a spreadsheet made a date of",
       [] { return scores_refused("visit,epds\n1,17\n2,4.mai\n"); }, "E_CSV_NUMBER",
       "“4.mai” is not a number. It looks like a date that a spreadsheet made of a number (4.5 becomes 4 "
       "May): "
       "format the column as text there, enter the number again and export anew.",
       "line 3, column epds", [] { return epds_falls("visit,epds\n1,17\n2,6\n"); }},
      {"a table on its side", [] { return scores_refused("scale,baseline,follow-up\nepds,17,6\n"); },
       "E_SCORE_VISIT",
       "No column is known as a scale: scale, baseline, follow-up. Say which is which (--mapping), or name "
       "them "
       "epds, pbq, ibqr_orc_mother …; a plain table has visit, scale and score, or visit and a column a "
       "scale.",
       "columns", [] { return epds_falls("visit,scale,score\nbaseline,epds,17\nfollow-up,epds,6\n"); }},
      {"the mean of the answers", [] { return scores_refused("visit,epds_mean\n1,1.7\n2,0.6\n"); },
       "E_SCORE_VISIT",
       "This column names a mean of a scale that is a sum, and was not taken: epds_mean. Give the sum of the "
       "answers.",
       "columns", [] { return epds_falls("visit,epds\n1,17\n2,6\n"); }},
      {"a project in place of a table",
       [] { return coding_refused("{\"time_format\": \"s\", \"project_format_version\": \"7.0\"}"); },
       "E_CSV_KIND",
       "This is a project of BORIS; export its events as text (Observations, Export events, Tabular events, "
       "TSV).",
       "",
       [] {
         return holds_protest(
             "Subject\tBehavior\tBehavior type\tTime\ni\tprotest\tSTART\t0\ni\tprotest\tSTOP\t60\n"
             "i\twithdrawn\tSTART\t60\ni\twithdrawn\tSTOP\t120\n");
       }},
      {"columns of no program", [] { return coding_refused("time,state\n0,protest\n60,withdrawn\n"); },
       "E_CODE_TABLE",
       "These columns are none that BORIS, Datavyu, ELAN, Noldus Observer (with Time_Relative_sf), Mangold "
       "INTERACT "
       "or ChronoViz export (time, state); a plain table has onset, offset and code.",
       "line 1", [] { return holds_protest("onset,offset,code\n0,60,protest\n60,120,withdrawn\n"); }},
      {"several observations and coders",
       [] {
         return coding_refused(
             "observation,coder,onset,offset,code\nv1,A,0,60,protest\nv1,A,60,120,withdrawn\n"
             "v1,B,0,50,protest\nv1,B,50,120,withdrawn\nv2,A,0,9,sleep\n");
       },
       "E_CODE_OBSERVATION",
       "The table holds 3 observations: “v1 / A”, “v1 / B”, “v2 / A”; choose this visit’s "
       "(--observation, "
       "for the second coder --observation-second).",
       "",
       [] {
         return holds_protest(
             "observation,coder,onset,offset,code\nv1,A,0,60,protest\nv1,A,60,120,withdrawn\n"
             "v1,B,0,50,protest\nv1,B,50,120,withdrawn\nv2,A,0,9,sleep\n",
             observation_named("v1 / A"));
       }},
      {"a code that never ends",
       [] { return coding_refused("onset,offset,code\n0,60,protest\n60,,withdrawn\n"); }, "E_CODE_UNFINISHED",
       "“withdrawn”: This code starts and has no end.", "line 3, column offset, 60.000 s",
       [] { return holds_protest("onset,offset,code\n0,60,protest\n60,120,withdrawn\n"); }},
      {"phases under other names",
       [] { return coding_refused("onset,offset,code\n0,120,part two\n0,60,protest\n60,120,withdrawn\n"); },
       "E_CODE_PHASE_CODES",
       "“part two” last through other codes: are they phases of the procedure? Then say so of each code "
       "(--phase-code "
       "\"part two=play\", still-face, reunion …), or code them in a tier or for a subject “phase”.",
       "line 3, 0.000 s",
       [] {
         return holds_protest("onset,offset,code\n0,120,part two\n0,60,protest\n60,120,withdrawn\n",
                              phase_named("part two", "still-face"));
       }},
      {"a coder beside herself",
       [] {
         const std::string text = "onset,offset,code\n0,60,protest\n60,120,withdrawn\n";
         return second_refused(text, text);
       },
       "E_CODE_SAME",
       "The second coding is the first one again: all 2 codes have the same times. Its agreement with itself "
       "says "
       "nothing; choose the second coder’s part (--observation-second, --subject-second, "
       "--tier-second), or "
       "give their own table.",
       "",
       [] {
         return second_refused("onset,offset,code\n0,60,protest\n60,120,withdrawn\n",
                               "onset,offset,code\n0,58,protest\n58,120,withdrawn\n")
             .code.empty();
       }},
      {"visits side by side", [] { return group_refused("participant,group,epds_t0,epds_t1\na,cbt,17,6\n"); },
       "E_CSV_COLUMN",
       "There is no column “visit”; there are: participant, group, epds_t0, epds_t1. The table needs "
       "participant, "
       "group, visit, measure, value, one line a value.",
       "line 1",
       [] {
         return compares_groups(
             group_names + "a,cbt,t0,epds,17\na,cbt,t1,epds,6\nb,control,t0,epds,9\nb,control,t1,epds,8\n");
       }},
      {"three groups",
       [] {
         return group_refused(group_names +
                              "a,cbt,1,epds,17\na,cbt,2,epds,6\nb,control,1,epds,9\nb,control,2,epds,8\n"
                              "c,waiting,1,epds,9\n");
       },
       "E_GROUP_COUNT",
       "Two groups are compared; there are 3: cbt, control, waiting. Name two in the settings, control and "
       "treated.",
       "column group",
       [] {
         return compares_groups(
             group_names +
                 "a,cbt,1,epds,17\na,cbt,2,epds,6\nb,control,1,epds,9\nb,control,2,epds,8\n"
                 "c,waiting,1,epds,9\n",
             treated_and_control());
       }},
      {"the folder above the cohort's",
       [] { return refusal_of(cohort::find_cohort(study_folder("study/"), {})); }, "E_COHORT_EMPTY",
       "No cohort was found here, but the folder “study” in it looks like one: choose that folder.", "",
       [] {
         const auto plan = cohort::find_cohort(study_folder(""), {});
         return plan && plan->infants.at(0).group == "control" && !plan->sessions.at(0).file.empty();
       }},
  };
}

}  // namespace

TEST_CASE("what is said of a broken table tells how to mend it") {
  const auto tables = broken_tables();
  CHECK(tables.size() == 21);
  for (const BrokenTable& table : tables) {
    INFO(std::string(table.what));
    const Error error = table.refusal();
    CHECK(error.code == table.code);
    CHECK(error.message.english() == table.message);
    CHECK(error.where.english() == table.where);
    CHECK(table.mended());
  }
}
