// An infant's code in whatever is saved, the tables for other programs, and what an opened file is. Values by hand.
#include <algorithm>

#include "base/csv.hpp"
#include "export/beat_table.hpp"
#include "export/exports.hpp"
#include "export/opened_kind.hpp"
#include "export/session_file.hpp"
#include "export/wide.hpp"
#include "report/compare.hpp"
#include "report/participant.hpp"
#include "support.hpp"
#include "synth/scores.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::exports;
using namespace attune::report;
using namespace attune::visit;

namespace {

/// A visit whose heart says this much, with two intervals.
Visit visit_with_heart(double rsa) {
  Visit visit;
  visit.heart.overall.rsa_ln_ms2.value = rsa;
  visit.heart.overall.rsa_ln_ms2.se = 0.1;
  visit.heart.tachogram = {{1.0, 1.5}, {450.0, 500.0}, {false, true}, {false, true}};
  return visit;
}

Report compared_report(std::vector<Visit> visits, const Supplement& supplement = {}) {
  auto compared = compare(std::move(visits), {}, supplement);
  REQUIRE(compared.ok());
  return std::move(*compared);
}

/// Two visits of infant K-017 with RSA 3 and 4 and EPDS 17 and 6.
Report coded_report() {
  Supplement supplement;
  supplement.participant = "K-017";
  supplement.scores.visits = {{{{"epds", 17}}, {}}, {{{"epds", 6}}, {}}};
  return compared_report({visit_with_heart(3), visit_with_heart(4)}, supplement);
}

CsvTable table_of(const std::string& text) {
  auto table = parse_csv(text);
  REQUIRE(table.ok());
  return std::move(*table);
}

std::string cell_of(const CsvTable& table, const std::string& column) {
  const auto place = table.find(column);
  REQUIRE_MESSAGE(place, column);
  return table.rows.at(0).text(*place);
}

ExportFile saved_as(const Report& report, ExportKind kind) {
  return exported(report, {kind, false}).files.front();
}

std::string kind_opened(const std::string& text) {
  const auto opened = kind_of_opened(text);
  return opened ? std::string(name_of(opened->kind)) : opened.error().code;
}

}  // namespace

TEST_CASE("an infant's code is what every file system leaves as it is") {
  for (const char* code : {"", "K-017", "007", "a", "A.b_c-9", "12345678901234567890123456789012"})
    CHECK_MESSAGE(check_participant(code).ok(), code);
  for (const char* code :
       {"é", "K 017", "-1", ".hidden", "a/b", "a\\b", "=A1", "a:b", "123456789012345678901234567890123"})
    CHECK_MESSAGE(check_participant(code).error().code == "E_PARTICIPANT", code);
  CHECK(file_name_for("K-017", "attune-report.json") == "K-017_attune-report.json");
  CHECK(file_name_for("", "attune-report.json") == "attune-report.json");
  CHECK(file_name_for("../x", "attune-report.json") == "attune-report.json");
  CHECK(bids_subject("K-017") == "sub-K017");
  CHECK(bids_subject("") == "sub-01");
  CHECK(bids_subject("../x") == "sub-01");
}

TEST_CASE("a code that cannot be one is refused before anything is compared") {
  SupplementInput input;
  input.participant = "Anna Müller";
  CHECK(read_supplement(input).error().code == "E_PARTICIPANT");
  input.participant = "K-017";
  CHECK(read_supplement(input)->participant == "K-017");
}

TEST_CASE("each save of another infant has another name, and its tables and methods say whose they are") {
  const Report report = coded_report();
  CHECK(report.participant == "K-017");
  for (std::size_t i = 0; i < enum_names(ExportKind{}).size(); ++i) {
    const auto kind = static_cast<ExportKind>(i);
    if (kind != ExportKind::bids) CHECK(saved_as(report, kind).path.starts_with("K-017_attune-"));
  }
  for (const ExportKind kind : {ExportKind::tsv, ExportKind::csv, ExportKind::beats, ExportKind::wide}) {
    const CsvTable table = table_of(saved_as(report, kind).text);
    CHECK(table.header.cells.front() == "participant");
    for (const CsvRow& row : table.rows) CHECK(row.cells.front() == "K-017");
  }
  CHECK(saved_as(report, ExportKind::methods)
            .text.starts_with("Recordings of infant K-017 were analysed with"));
  const auto files = exported(report, {ExportKind::bids, false}).files;
  const auto holds = [&](const std::string& path) {
    return std::any_of(files.begin(), files.end(), [&](const ExportFile& file) { return file.path == path; });
  };
  CHECK(holds("sub-K017/ses-01/sub-K017_ses-01_metrics.tsv"));
  CHECK(holds("sub-K017/ses-02/sub-K017_ses-02_beats.tsv"));
  CHECK(holds("sub-K017/sub-K017_comparison.tsv"));
  CHECK_FALSE(std::any_of(files.begin(), files.end(),
                          [](const auto& file) { return file.path.find("sub-01") != file.path.npos; }));
}

TEST_CASE("the beats are a table of their own, one line an interval") {
  const CsvTable table = table_of(saved_as(coded_report(), ExportKind::beats).text);
  REQUIRE(table.rows.size() == 4);
  CHECK(cell_of(table, "visit") == "baseline");
  CHECK(cell_of(table, "time_s") == "1.0");
  CHECK(cell_of(table, "nn_ms") == "450.0");
  CHECK(table.rows[1].text(*table.find("edited")) == "yes");
  CHECK(table.rows[3].text(*table.find("visit")) == "follow-up");
}

TEST_CASE("the wide table is one line, with a column for each measure at each visit") {
  const CsvTable table = table_of(saved_as(coded_report(), ExportKind::wide).text);
  REQUIRE(table.rows.size() == 1);
  CHECK(cell_of(table, "rsa_ln_ms2_v1") == "3.0");
  CHECK(cell_of(table, "rsa_ln_ms2_v2") == "4.0");
  CHECK(cell_of(table, "rsa_ln_ms2_v3") == "");
  CHECK(cell_of(table, "rsa_ln_ms2_still_face_v1") == "");
  CHECK(cell_of(table, "epds_v1") == "17.0");
  CHECK(cell_of(table, "epds_v2") == "6.0");
  CHECK(cell_of(table, "soothability_mother_v1") == "");
  CHECK(cell_of(table, "faa_f4_f3_v2") == "");
  CHECK(cell_of(table, "protest_still_face_v1") == "");
}

TEST_CASE("every infant has the same columns in the same order, whatever its recordings hold") {
  const std::string with_heart = saved_as(coded_report(), ExportKind::wide).text;
  const std::string without =
      saved_as(compared_report({visit_without_recording({}, {}), visit_without_recording({}, {})}),
               ExportKind::wide)
          .text;
  const std::string names = with_heart.substr(0, with_heart.find('\n') + 1);
  CHECK(without.starts_with(names));
  // Put under one another they are one table.
  const CsvTable both = table_of(with_heart + without.substr(names.size()));
  REQUIRE(both.rows.size() == 2);
  CHECK(both.rows[1].text(*both.find("rsa_ln_ms2_v1")) == "");
  CHECK(both.rows[0].text(*both.find("settings")) == both.rows[1].text(*both.find("settings")));
  Report otherwise = coded_report();
  otherwise.provenance.settings.hrv.min_epochs += 1;
  const CsvTable marked = table_of(saved_as(otherwise, ExportKind::wide).text);
  CHECK(cell_of(marked, "settings") != both.rows[0].text(*both.find("settings")));
  otherwise = coded_report();
  otherwise.provenance.settings.edits.recordings = {RecordingEdits{}};
  CHECK(cell_of(table_of(saved_as(otherwise, ExportKind::wide).text), "settings") ==
        both.rows[0].text(*both.find("settings")));
}

TEST_CASE("a value that is compared with no other is not in the wide table") {
  Visit doubtful = visit_with_heart(9);
  doubtful.heart.rsa_not_comparable = "The band does not hold the infant's breathing.";
  const CsvTable table =
      table_of(saved_as(compared_report({visit_with_heart(3), doubtful}), ExportKind::wide).text);
  CHECK(cell_of(table, "rsa_ln_ms2_v1") == "3.0");
  CHECK(cell_of(table, "rsa_ln_ms2_v2") == "");
}

TEST_CASE("a fourth visit and scales of one's own stand last") {
  Supplement supplement;
  behavior::Scale scale;
  scale.id = "sleep_diary";
  scale.title = "Sleep diary";
  scale.highest = 10;
  supplement.scores.scales = {scale};
  supplement.scores.visits = {{{{"sleep_diary", 2}}, {}}, {}, {}, {}};
  const Report report = compared_report(
      {visit_with_heart(3), visit_with_heart(4), visit_with_heart(5), visit_with_heart(6)}, supplement);
  const CsvTable table = table_of(saved_as(report, ExportKind::wide).text);
  const std::string usual = saved_as(coded_report(), ExportKind::wide).text;
  const std::size_t columns = table_of(usual).header.cells.size();
  CHECK(*table.find("sleep_diary_v1") == columns);
  CHECK(*table.find("rsa_ln_ms2_v4") > columns);
  CHECK(cell_of(table, "rsa_ln_ms2_v4") == "6.0");
  CHECK(cell_of(table, "sleep_diary_v1") == "2.0");
}

TEST_CASE(
    "the dictionary says of each column what it holds, its unit, what up means and where it comes from") {
  const Report report = coded_report();
  const CsvTable wide = table_of(saved_as(report, ExportKind::wide).text);
  const CsvTable dictionary = table_of(saved_as(report, ExportKind::dictionary).text);
  REQUIRE(dictionary.rows.size() == wide.header.cells.size());
  for (std::size_t i = 0; i < dictionary.rows.size(); ++i)
    CHECK(dictionary.rows[i].cells[0] == wide.header.cells[i]);
  const auto row = std::find_if(dictionary.rows.begin(), dictionary.rows.end(),
                                [](const CsvRow& one) { return one.cells[0] == "epds_v2"; });
  REQUIRE(row != dictionary.rows.end());
  const auto told = [&](const char* column) { return row->text(*dictionary.find(column)); };
  CHECK(told("visit") == "2");
  CHECK(told("unit") == "points");
  CHECK(told("source").find("Cox, Holden & Sagovsky 1987") != std::string::npos);
  for (const CsvRow& one : dictionary.rows) CHECK_FALSE(one.text(*dictionary.find("title")).empty());
}

TEST_CASE("sessions and reports from before infants had codes open without one") {
  const Json session =
      Json::parse(R"({"attune": "session", "format": 1, "visits": [{"sha256": "ab", "bytes": 9}]})");
  const auto read = read_session(dump(session));
  REQUIRE(read.ok());
  CHECK(read->supplement.participant == "");
  CHECK_FALSE(read->visits.at(0).duration_s);
  Json report = to_json(coded_report());
  report.erase("participant");
  const auto opened = read_report(dump(report));
  REQUIRE(opened.ok());
  CHECK(opened->participant == "");
}

TEST_CASE("what a file is, is told by what is in it") {
  CHECK(kind_opened(dump(to_json(coded_report()))) == "saved");
  CHECK(kind_opened("\n <!DOCTYPE html><html></html>") == "E_OPENED");
  CHECK(kind_opened("<!DOCTYPE html><html></html>") == "saved");
  CHECK(kind_opened("{\"attune\": \"session\"}") == "saved");
  CHECK(kind_opened("onset,offset,code\n0,12,protest\n12,30,withdrawn\n") == "coding");
  CHECK(kind_opened("visit,epds\n1,17\n2,6\n") == "scores");
  CHECK(kind_opened(dump(to_json(synth::example_scores(synth::make_dyad(synth::Scenario::improved, 1))))) ==
        "scores");
  CHECK(kind_opened("id,visit,epds_1,epds_2\n1,1,2,2\n1,2,1,0\n") == "scores");
  CHECK(kind_opened("visit,scale,score\n1,epds,17\n2,epds,6\n") == "scores");
  CHECK(kind_opened("participant,visit,measure,value\nA,1,epds,17\nA,2,epds,6\n") == "scores");
  CHECK(kind_opened("participant,visit,measure,value\nA,1,rsa_ln_ms2,3\nB,1,rsa_ln_ms2,4\n") == "comparison");
  CHECK(kind_opened(
            "participant,group,visit,measure,value\nA,treated,1,rsa_ln_ms2,3\nB,control,1,rsa_ln_ms2,4\n") ==
        "study");
  CHECK(kind_opened("participant,visit,group,file\nA,1,treated,a.edf\n") == "study");
}

TEST_CASE("Attune's own tables of one infant, other tables and no tables are not taken for anything") {
  const Report report = coded_report();
  CHECK(kind_opened(saved_as(report, ExportKind::beats).text) == "E_OPENED");
  const auto father = kind_of_opened("id,visit,epds_father\n1,1,17\n1,2,6\n");
  CHECK(father.error().code == "E_SCORE_VISIT");
  CHECK(kind_opened("name,colour\nA,red\n") == "E_OPENED");
  CHECK(kind_opened("Dear colleague, please find attached") == "E_OPENED");
  CHECK(kind_opened("") == "E_OPENED");
  CHECK(kind_opened("{\"project_format_version\": \"7.0\"}") == "E_CSV_KIND");
  CHECK(kind_opened("PK\x03\x04 [Content_Types].xml") == "E_CSV_KIND");
}
