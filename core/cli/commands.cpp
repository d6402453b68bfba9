#include "cli/commands.hpp"

#include <array>
#include <cstdio>

namespace attune::cli {

namespace {

constexpr std::array table{
    Command{"inspect", inspect, "FILE [--identity] [--surplus] [--trigger N] [--language en|fr]",
            "what a recording holds, as JSON"},
    Command{"samples", samples, "FILE --signal N [--from I] [--count K] [--surplus]", "one signal as CSV"},
    Command{"beats", beats,
            "FILE [--signal LABEL] [--age MONTHS] [--preset infant|child|adult] [--raw] [--settings S.json]",
            "R peaks as CSV"},
    Command{
        "hrv", hrv,
        "BEATS.csv | --nn FILE [--age MONTHS] [--preset infant|child|adult] [--epoch S] [--language en|fr]",
        "heart-rate variability as JSON"},
    Command{"dyad", dyad,
            "RECORDING | --mother FILE --infant FILE [--trigger TEXT | --offset-s S [--drift-ppm P]] "
            "[--mother-signal LABEL] [--infant-signal LABEL] [--age MONTHS] [--preset infant|child|adult] "
            "[--mother-preset infant|child|adult] [--settings D.json] [--edits SESSION.json] [--baseline "
            "EARLIER.json] "
            "[--courses "
            "OUT.csv] "
            "[--lags OUT.csv] "
            "[--language en|fr] | --schema",
            "mother's and infant's heart together, who leads whom, as JSON; FILE: a recording, or a list of "
            "beats"},
    Command{"analyze", analyze,
            "FILE [FILE … | --part FILE [--part-start S]]… [--beats LIST] [--channels C.json] [--codes TABLE "
            "…] [--label VISIT] [--age MONTHS] [--weeks-early WEEKS] [--preset "
            "infant|child|adult] "
            "[--settings S.json] [--result OUT.json [--multiverse]] [--language en|fr]",
            "everything measured in one recording, or in several files of one visit, as JSON; --result: as "
            "the record that cohort --collect takes"},
    Command{
        "report", report,
        "--visit A.edf|none [--part FILE [--part-start S]]… [--age MONTHS] [--beats LIST] [--channels "
        "C.json] [--codes TABLE [--codes-second "
        "TABLE] "
        "[--subject NAME] [--tier NAME]… [--observation NAME] [--code-column NAME] [--subject-second NAME] "
        "[--tier-second NAME]… [--observation-second NAME] [--code-column-second NAME] [--phase-code "
        "CODE=PHASE]… "
        "[--offset S] [--coding C.json]] --visit B.edf … "
        "[--scores S.json|TABLE [--record ID] [--sex f|m] [--missing CODE]… [--items KEY.csv] "
        "[--not-applicable CODE]… "
        "[--mapping M.json]] [--reference R.csv] [--settings T.json] "
        "[--preset infant|child|adult] [--tsv OUT.tsv] [--csv OUT.csv] "
        "[--weeks-early WEEKS] [--participant CODE] [--intervals OUT.tsv] [--wide OUT.csv] "
        "[--methods OUT.txt] [--checklist OUT.md] [--curve OUT.csv] [--bids DIR] "
        "[--html OUT.html [--page ATTUNE.html]] "
        "[--phase-names] [--language en|fr]",
        "the Report, as JSON; what follows --visit is of that visit, \"none\" is one without a recording; "
        "--weeks-early: before the 40th of pregnancy, for the age corrected until 24 months"},
    Command{
        "scores", scores,
        "TABLE [--record ID] [--missing CODE]… [--items KEY.csv] [--not-applicable CODE]… [--mapping M.json] "
        "[--language en|fr]",
        "what a table of scores holds (REDCap; visit,scale,score; or visit and a column a scale), as JSON"},
    Command{"codes", codes,
            "TABLE [--codes-second TABLE] [--subject NAME] [--tier NAME]… [--observation NAME] "
            "[--code-column NAME] "
            "[--subject-second NAME] [--tier-second NAME]… [--observation-second NAME] [--code-column-second "
            "NAME] "
            "[--phase-code CODE=PHASE]… [--coding C.json] [--settings S.json] [--language en|fr]",
            "what a table of coded behaviour holds (BORIS, Datavyu, ELAN, Observer, INTERACT, ChronoViz, or "
            "onset,offset,code), as JSON"},
    Command{
        "cohort", cohort,
        "DIR|TABLE --out DIR [--jobs N] [--missing CODE]… [--settings S.json] [--cohort-settings C.json] "
        "[--collect | --measure RECORD] [--multiverse] [--pairs [--pair-settings D.json]] [--language en|fr] "
        "| "
        "DIR|TABLE --list [--missing CODE]…",
        "every recording of a folder measured, the groups compared: tables and JSON in --out; --multiverse: "
        "also under every other choice; --pairs: mothers and infants together"},
    Command{
        "group", group,
        "TABLE.csv [--control NAME] [--primary MEASURE]… [--missing CODE]… [--margin SD] [--settings G.json] "
        "[--language en|fr]",
        "groups of infants over visits, as JSON"},
    Command{
        "design", design,
        "[--infants N]… [--ratio R] [--visits N] [--correlation R] [--dropout SHARE] [--effect SD] [--end "
        "SD] "
        "[--margin SD] [--significance P] [--draws N] [--seed N] [--settings D.json] [--text] [--language "
        "en|fr] | --schema",
        "power of a planned study by simulation, as JSON; --infants: of the treated group, each a study; "
        "--end: "
        "true difference at the last visit; --text: in sentences"},
    Command{"synth", synth,
            "--out DIR [--seed N] [--dyads N] [--visits 2|3] [--scenario improved|unchanged|short|mixed] | "
            "--out DIR --hours H [--channels N] [--rate HZ] [--seed N] | --study --out DIR [--seed N] "
            "[--infants N] | --out DIR --pairs N [--hours H] [--strength R] [--lag-s S] [--seed N] [--apart "
            "[--offset-s "
            "S] [--drift-ppm P]]",
            "simulated recordings with their truth"},
    Command{"deidentify", deidentify, "IN OUT [--technical] [--annotations]",
            "a copy without identity, and what was not cleaned"},
    Command{"schema", schema, "", "JSON Schema of the Report"},
};

void print_call(std::FILE* to, const Command& command) {
  std::fprintf(to, "attune %s%s%s", std::string(command.name).c_str(), command.form.empty() ? "" : " ",
               std::string(command.form).c_str());
}

}  // namespace

std::span<const Command> commands() {
  return table;
}

int print_usage(std::FILE* to, int status) {
  std::fputs("usage: attune COMMAND …\n", to);
  for (const Command& command : table) {
    std::fputs("  ", to);
    print_call(to, command);
    std::fprintf(to, "\n      %s\n", std::string(command.about).c_str());
  }
  std::fputs(
      "tables: CSV in UTF-8, separated by commas, semicolons or tabs, the first line naming the columns\n"
      "  scores      record_id,redcap_event_name,… (REDCap) | visit,scale,score[,rater] | "
      "visit,SCALE,SCALE,…\n"
      "  items       scale,item,reversed[,rater,lowest,highest,method]\n"
      "  codes       BORIS, Datavyu, ELAN, Noldus Observer, Mangold INTERACT and ChronoViz as exported | "
      "onset,offset,code[,subject,tier]\n"
      "  reference   participant,visit,age_months,sex,measure,value[,source]\n"
      "  group       participant,group,visit,measure,value[,reason]\n"
      "--language: what is printed for people, in English (en, without it) or French (fr); files stay in "
      "English\n"
      "attune scores and attune codes print what a table holds and what its columns and codes are taken "
      "for.\n",
      to);
  return status;
}

int wrong_usage(std::string_view name) {
  for (const Command& command : table) {
    if (command.name != name) continue;
    std::fputs("usage: ", stderr);
    print_call(stderr, command);
    std::fputs("\n", stderr);
  }
  return 2;
}

}  // namespace attune::cli
