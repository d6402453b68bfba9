// `attune report`, `scores` and `codes` on tables of scores and of coded behaviour: what is read, and what is
// refused.
#ifdef ATTUNE_BINARY
#include <cmath>

#include "base/json.hpp"
#include "cli_run.hpp"

using namespace attune;
using namespace attune::test;

namespace {

const std::string codes =
    "onset,offset,code,tier\n0,60,SF,phase\n0,45,protest,infant\n45,60,withdrawn,infant\n";

const Json& measure(const Json& report, const std::string& id) {
  for (const Json& one : report["measures"])
    if (one["id"] == id) return one;
  FAIL("no measure " << id);
  return report["measures"][0];
}

}  // namespace

TEST_CASE(
    "weeks born early correct the ages that comparison infants are matched by, and the report says so") {
  const std::string table = save("early_codes.csv", codes);
  const std::string comparison = "participant,visit,age_months,sex,measure,value\n";
  std::string rows;
  for (int i = 1; i <= 6; ++i) {
    const std::string infant = "c" + std::to_string(i);
    rows += infant + ",1,6,f,withdrawn_still_face,0." + std::to_string(i) + "\n";
    rows += infant + "x,1,8,f,withdrawn_still_face,0.0" + std::to_string(i) + "\n";
  }
  const std::string reference = save("early_reference.csv", comparison + rows),
                    methods = scratch("early.txt").string();
  const auto report_of = [&](const std::string& early) {
    const Run told = run("report --visit none --codes " + table + " --age 8 --visit none --codes " + table +
                         " --age 25 --reference " + reference + " --methods " + methods + early);
    REQUIRE(told.status == 0);
    return told.out;
  };
  const std::string born = report_of(" --weeks-early 9"), plain = report_of("");
  const Json report = Json::parse(born);
  CHECK(report["visits"][0]["age_months"] == 8.0);
  // 8 - 63 / 30.4375 by hand; at 25 months no more is corrected.
  CHECK(std::abs(report["visits"][0]["corrected_age_months"].get<double>() - 5.9302) < 1e-4);
  CHECK(report["visits"][1]["corrected_age_months"].is_null());
  CHECK(born.find("4.9") != std::string::npos);
  CHECK(Json::parse(plain)["visits"][0]["corrected_age_months"].is_null());
  CHECK(run("report --visit none --codes " + table + " --weeks-early 25").status == 2);
  report_of(" --weeks-early 9");
  CHECK(read_text(methods).find("born 9 weeks before the 40th of pregnancy. Ages were corrected "
                                "for these weeks (baseline 5.9 for 8 months)") != std::string::npos);
  CHECK(read_text(methods).find("Engle WA") != std::string::npos);
  report_of("");
  CHECK(read_text(methods).find("weeks before the 40th") == std::string::npos);
}

TEST_CASE("a report of two visits without recordings has their codings and their scores from REDCap") {
  const std::string first = save("first.csv", codes);
  const std::string second =
      save("second.csv", codes.substr(0, codes.find("0,45")) + "0,60,protest,infant\n");
  const std::string scores = save("redcap.csv",
                                  "record_id,redcap_event_name,epds,orc_mother\n1,baseline_arm_1,15,4.5\n"
                                  "1,followup_arm_1,-99,4.75\n2,baseline_arm_1,3,5\n");
  const std::string other = save(
      "other.csv", "onset,offset,code,tier\n0,60,SF,phase\n0,40,protest,infant\n40,60,withdrawn,infant\n");
  const Run told =
      run("report --visit none --codes " + first + " --codes-second " + other +
          " --age 5 --visit none --codes " + second + " --scores " + scores + " --record 1 --missing -99");
  REQUIRE(told.status == 0);
  const Json report = Json::parse(told.out);
  CHECK(measure(report, "withdrawn_still_face")["visits"][0]["value"] == 0.25);
  CHECK(measure(report, "withdrawn_still_face")["visits"][1]["value"] == 0.0);
  CHECK(measure(report, "epds")["visits"][0]["value"] == 15.0);
  CHECK(measure(report, "orc_mother")["changes"][0]["change"]["value"] == 0.25);
  CHECK(report["visits"][0]["recorded"] == false);
  // 55 of 60 s agree; chance (45 * 40 + 15 * 20) / 60^2 = 7/12; kappa (11/12 - 7/12) / (5/12) = .8.
  CHECK(std::abs(report["visits"][0]["still_face"]["agreement"]["kappa"].get<double>() - 0.8) < 1e-12);
  const Run itself = run("report --visit none --codes " + first + " --codes-second " + first);
  CHECK(itself.status == 1);
  CHECK(itself.err.find("(E_CODE_SAME)") != std::string::npos);
  const std::string many = save("many.csv",
                                "onset,offset,code\n0,10,protest\n10,20,withdrawn\n20,30,protest\n"
                                "30,40,withdrawn\n40,50,protest\n50,60,withdrawn\n");
  const Run twice = run("report --visit none --codes " + many + " --visit none --codes " + many);
  CHECK(twice.status == 3);
  CHECK(twice.err.find("(W_SAME_CODING)") != std::string::npos);
  CHECK(Json::parse(twice.out)["visits"].size() == 2);
  CHECK(report["visits"][0]["heart"]["reason"] == "No recording at this visit.");
  bool missing = false;
  for (const Json& note : report["diagnostics"]) missing = missing || note["where"] == "visit 2, epds";
  CHECK(missing);
}

TEST_CASE("a list of beats behind --visit is that visit's heart, and --intervals writes its NN intervals") {
  const std::string folder = scratch("listed").string(), recording = folder + "/long-001.edf";
  REQUIRE(run("synth --out " + folder + " --hours 0.03 --channels 2 --rate 128").status == 0);
  std::string beats = "time_s\n";
  for (int i = 0; i <= 200; ++i)
    beats += std::to_string(0.5 * i + 0.001 * std::round(20 * std::sin(i * 0.314159265))) + "\n";
  const std::string list = save("listed.csv", beats), table = scratch("intervals.tsv").string();
  const Run told = run("report --visit " + recording + " --beats " + list + " --visit " + recording +
                       " --intervals " + table);
  REQUIRE(told.status == 3);  // one recording for both visits
  CHECK(read_text(list) == beats);
  // Beats half a second apart on the whole.
  CHECK(std::abs(Json::parse(told.out)["visits"][0]["heart"]["mean_nn_ms"].get<double>() - 500) < 1e-9);
  CHECK(read_text(table).find("\tbaseline\t0.506\t506.0\t") != std::string::npos);
  const Run without = run("report --visit none --beats " + list);
  CHECK(without.status == 1);
  CHECK(without.err == "attune: none: No recording at this visit. [--beats] (E_NO_RECORDING)\n");
}

TEST_CASE("a table that cannot be used ends the report with file, line and column") {
  const std::string bad = save("bad.csv", "onset,offset,code\n0,10,protest\n9,12,withdrawn\n");
  const Run codes_told = run("report --visit none --codes " + bad);
  CHECK(codes_told.status == 1);
  CHECK(codes_told.err ==
        "attune: " + bad +
            ": “withdrawn” starts before “protest” has ended at 10.000 s; the states exclude each "
            "other. [line 3, 9.000 s] (E_CODE_OVERLAP)\n");
  const std::string scores = save("scores.csv", "visit,epds\n1,many\n");
  const Run scores_told = run("report --visit none --scores " + scores);
  CHECK(scores_told.status == 1);
  CHECK(scores_told.err ==
        "attune: " + scores + ": “many” is not a number. [line 2, column epds] (E_CSV_NUMBER)\n");
  const std::string reference =
      save("reference.csv", "participant,visit,age_months,sex,measure,value\na,1,5,f,x,many\n");
  const Run reference_told = run("report --visit none --reference " + reference);
  CHECK(reference_told.status == 1);
  CHECK(reference_told.err.find("[line 2, column value] (E_CSV_NUMBER)") != std::string::npos);
  CHECK(run("report --codes " + bad).status == 2);
  CHECK(run("report --visit none --offset soon").status == 2);
  CHECK(run("report --visit none --codes " + bad + ".missing").status == 1);
}

TEST_CASE("what a table holds is listed, with what it is taken for") {
  const Run scores = run("scores " + save("wide.csv", "visit,epds_total,shoe_size\n1,12,20\n2,9,21\n"));
  REQUIRE(scores.status == 0);
  const Json told = Json::parse(scores.out);
  CHECK(told["table"]["form"] == "wide");
  CHECK(told["table"]["columns"][0]["scale"] == "epds");
  CHECK(told["table"]["columns"][1]["scale"] == "");
  CHECK(told["scores"]["visits"][1]["scores"]["epds"] == 9.0);
  const Run table = run("codes " + save("codes.csv", codes));
  REQUIRE(table.status == 0);
  CHECK(Json::parse(table.out)["table"]["tiers"].size() == 2);
  CHECK(Json::parse(table.out)["still_face"]["phases"][0]["states"].size() == 2);
  const Run open = run("scores " + save("two.csv", "participant,visit,epds\na,1,3\nb,1,4\n"));
  REQUIRE(open.status == 1);  // with what there is to choose from
  CHECK(open.err.find("(E_SCORE_RECORD)") != std::string::npos);
  CHECK(Json::parse(open.out)["scores"].is_null());
  CHECK(Json::parse(open.out)["diagnostics"][0]["code"] == "E_SCORE_RECORD");
}

TEST_CASE("both coders of one export are chosen by what their observations are called, else both are named") {
  const std::string both = save("both.csv",
                                "observation,onset,offset,code\nA,0,60,still face\nA,0,45,protest\n"
                                "A,45,60,withdrawn\nB,0,60,still face\nB,0,40,protest\nB,40,60,withdrawn\n");
  const Run open = run("codes " + both);
  CHECK(open.status == 1);
  CHECK(open.err ==
        "attune: " + both +
            ": The table holds 2 observations: “A”, “B”; choose this visit’s (--observation, for the "
            "second coder --observation-second). (E_CODE_OBSERVATION)\n");
  const Run told = run("codes " + both + " --observation A --observation-second B");
  REQUIRE(told.status == 0);
  const Json agreement = Json::parse(told.out)["still_face"]["agreement"];
  CHECK(std::abs(agreement["kappa"].get<double>() - 0.8) < 1e-12);
  CHECK(agreement["phases"][0]["name"] == "still face");
}

TEST_CASE("codes that are phases under a site's own name are said to be by --phase-code") {
  const std::string own = save("own.csv",
                               "onset,offset,code\n0,60,Episode 1\n60,120,Episode 2\n0,70,protest\n"
                               "70,80,social positive\n80,120,withdrawn\n0,10,unscorable\n");
  const Run open = run("codes " + own);
  CHECK(open.status == 1);
  const std::string clear = save("clear.csv",
                                 "onset,offset,code\n0,60,Episode 1\n60,120,Episode 2\n0,50,protest\n"
                                 "50,80,social positive\n80,120,withdrawn\n");
  const Run asked = run("codes " + clear);
  CHECK(asked.err.find("“Episode 1”, “Episode 2” last through other codes: are they phases of the procedure? "
                       "Then say so of each code (--phase-code \"Episode 1=play\"") != std::string::npos);
  const Run told =
      run("codes " + clear + " --phase-code 'Episode 1=play' --phase-code 'episode 2=still-face'");
  REQUIRE(told.status == 0);
  const Json part = Json::parse(told.out)["still_face"];
  REQUIRE(part["phases"].size() == 2);
  CHECK(part["phases"][1]["phase"]["kind"] == "still_face");
  // Withdrawn: none of 60 s in play, 40 of 60 in still-face.
  CHECK(part["effects"][1]["state"] == "withdrawn");
  CHECK(std::abs(part["effects"][1]["still_face_effect"].get<double>() - 2.0 / 3) < 1e-12);
}

TEST_CASE("a mapping and a key of items are files beside the scores") {
  const std::string scores = save("items.csv", "id,wave,a1,a2\n1,T1,6,X\n1,T2,2,3\n");
  const std::string key =
      save("key.csv", "scale,item,reversed,rater\nsoothability,a1,0,partner\nsoothability,a2,1,partner\n");
  const std::string mapping = save("mapping.json", R"({"visits": [{"event": "", "visit": 1}]})");
  const Run wrong =
      run("report --visit none --scores " + scores + " --items " + key + " --mapping " + mapping);
  CHECK(wrong.status == 1);
  const std::string timed = save("timed.csv", "id,visit,a1,a2\n1,T1,6,X\n1,T2,2,3\n");
  const Run told =
      run("report --visit none --visit none --scores " + timed + " --items " + key + " --not-applicable X");
  REQUIRE(told.status == 0);
  const Json report = Json::parse(told.out);
  // 6; (2 + 8 - 3) / 2.
  CHECK(measure(report, "soothability_partner")["visits"][0]["value"] == 6.0);
  CHECK(measure(report, "soothability_partner")["visits"][1]["value"] == 3.5);
}
#endif
