// Tables of coded behaviour in the shapes that the programs document: BORIS 2.99 to 9 (its columns as its
// source names them), Datavyu 1.x, ELAN 5 to 6 (its export's own layout), plain ones. Every file codes the
// same: protest from 1.5 to 4 s, withdrawn from 4 to 10 s; expected values by hand.
#include "behavior/code_table.hpp"

#include "behavior/coding_reader.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::behavior;
using doctest::Approx;

namespace {

Result<Coding> read_table(const std::string& text, const CodingOptions& options = {}) {
  return read_coding(text, options, {}, {});
}

/// Why a text cannot be read; empty if it can.
Error refusal(const std::string& text, const CodingOptions& options = {}) {
  const auto coding = read_table(text, options);
  return coding ? Error{} : coding.error();
}

/// True where the text holds exactly the two states.
bool holds_both(const std::string& text, const CodingOptions& options = {}) {
  const auto coding = read_table(text, options);
  if (!coding) {
    MESSAGE(coding.error().message << " [" << coding.error().where << "]");
    return false;
  }
  const auto& states = coding->states;
  const auto is = [](const Code& code, const char* state, double start_s, double end_s) {
    return code.state == state && std::abs(code.start_s - start_s) < 1e-9 &&
           std::abs(code.end_s - end_s) < 1e-9;
  };
  return states.size() == 2 && is(states[0], "protest", 1.5, 4) && is(states[1], "withdrawn", 4, 10);
}

std::string replaced(std::string text, char from, const std::string& to) {
  std::string out;
  for (const char c : text) out += c == from ? to : std::string(1, c);
  return out;
}

/// BORIS up to 8.8: a block about the observation, padded to the table's width, then the table.
const std::string boris_block =
    "Observation id\tobs 1\t\t\t\t\t\t\t\n\t\t\t\t\t\t\t\t\nMedia file(s)\t\t\t\t\t\t\t\t\n\t\t\t\t\t\t\t\t\n"
    "Player #1\tvideo.mp4\t\t\t\t\t\t\t\n\t\t\t\t\t\t\t\t\nObservation date\t2016-11-27 "
    "01:57:26\t\t\t\t\t\t\t\n"
    "Description\t\t\t\t\t\t\t\t\nTime offset (s)\t0.0\t\t\t\t\t\t\t\nindependent variables\t\t\t\t\t\t\t\t\n"
    "variable\tvalue\t\t\t\t\t\t\t\nage\t12\t\t\t\t\t\t\t\n\t\t\t\t\t\t\t\t\n";
const std::string boris_7 =
    boris_block +
    "Time\tMedia file path\tTotal length\tFPS\tSubject\tBehavior\tBehavioral category\tComment\tStatus\n"
    "1.500\tvideo.mp4\t359.960\t25.0\tinfant\tprotest\t\t\tSTART\n"
    "2.000\tvideo.mp4\t359.960\t25.0\tinfant\tsmile\t\t\tPOINT\n"
    "4.000\tvideo.mp4\t359.960\t25.0\tinfant\tprotest\t\t\tSTOP\n"
    "4.000\tvideo.mp4\t359.960\t25.0\tinfant\twithdrawn\t\t\tSTART\n"
    "10.000\tvideo.mp4\t359.960\t25.0\tinfant\twithdrawn\t\t\tSTOP\n";

const std::string boris_9_head =
    "Observation id\tObservation date\tDescription\tObservation duration\tObservation type\tSource\tTime "
    "offset "
    "(s)\tMedia duration (s)\tFPS\tage\tSubject\tBehavior\tBehavioral category\tModifier #1\tBehavior "
    "type\tTime\tMedia "
    "file name\tImage index\tImage file path\tComment\n";
std::string boris_9_line(const std::string& subject, const std::string& behavior, const std::string& modifier,
                         const std::string& type, const std::string& time) {
  return "obs 1\t2024-03-01 10:00:00\tvisit; one\t300.000\tMedia file(s)\tplayer "
         "#1:a.mp4\t0.0\t300.000\t25.000\t5\t" +
         subject + "\t" + behavior + "\t\t" + modifier + "\t" + type + "\t" + time + "\ta.mp4\t12\tNA\t\n";
}
const std::string boris_9 = boris_9_head + boris_9_line("infant", "protest", "low|None", "START", "1.500") +
                            boris_9_line("mother", "talks", "", "START", "1.600") +
                            boris_9_line("infant", "smile", "", "POINT", "2.000") +
                            boris_9_line("infant", "protest", "low|None", "STOP", "4.000") +
                            boris_9_line("infant", "withdrawn", "", "START", "4.000") +
                            boris_9_line("infant", "withdrawn", "", "STOP", "10.000");

/// Version 9.12.3 of June 2026, where nobody in particular has no name (export_tabular_events).
const std::string boris_9_12 = replaced(
    "Observation id|Observation date|Description|Observation duration|Observation type|Source|Time offset "
    "(s)|"
    "Media duration (s)|FPS|Subject|Behavior|Behavioral category|Behavior type|Time|Media file name|Image "
    "index|"
    "Image file path|Comment\r\n"
    "o|2026-07-01 10:00:00||10.000|Media file(s)|player "
    "#1:a.mp4|0.0|10.000|25.000||still-face||START|1.000|a.mp4|25|NA|\r\n"
    "o|2026-07-01 10:00:00||10.000|Media file(s)|player "
    "#1:a.mp4|0.0|10.000|25.000|infant|protest||START|1.500|a.mp4|37|NA|"
    "\"says \"\"no\"\"\"\r\n"
    "o|2026-07-01 10:00:00||10.000|Media file(s)|player "
    "#1:a.mp4|0.0|10.000|25.000|infant|protest||STOP|4.000|a.mp4|100|NA|\r\n"
    "o|2026-07-01 10:00:00||10.000|Media file(s)|player "
    "#1:a.mp4|0.0|10.000|25.000|infant|withdrawn||START|4.000|a.mp4|100|NA|\r\n"
    "o|2026-07-01 10:00:00||10.000|Media file(s)|player "
    "#1:a.mp4|0.0|10.000|25.000|infant|withdrawn||STOP|10.000|a.mp4|250|NA|\r\n"
    "o|2026-07-01 10:00:00||10.000|Media file(s)|player "
    "#1:a.mp4|0.0|10.000|25.000||still-face||STOP|10.000|a.mp4|250|NA|\r\n",
    '|', "\t");

/// The same version (export_aggregated_events), with one variable and one modifier.
const std::string boris_9_12_aggregated = replaced(
    "Observation id|Observation date|Description|Observation type|Source|Time offset (s)|Coding duration|"
    "Media duration (s)|FPS (frame/s)|age|Subject|Observation duration by subject by observation|Behavior|"
    "Behavioral category|Modifier #1|Behavior type|Start (s)|Stop (s)|Duration (s)|Media file name|Image "
    "index start|"
    "Image index stop|Image file path start|Image file path stop|Comment start|Comment stop\r\n"
    "o|2026-07-01 10:00:00||Media file(s)|player "
    "#1:a.mp4|0.0|10.000|10.000|25.000|5|infant|10.000|protest|||STATE|1.500|"
    "4.000|2.500|a.mp4|37|100||||\r\n"
    "o|2026-07-01 10:00:00||Media file(s)|player "
    "#1:a.mp4|0.0|10.000|10.000|25.000|5|infant|10.000|withdrawn|||STATE|4.000|"
    "10.000|6.000|a.mp4|100|250||||\r\n",
    '|', "\t");

const std::string boris_aggregated =
    "Observation id\tObservation date\tDescription\tMedia file\tTotal "
    "length\tFPS\tSubject\tBehavior\tBehavioral "
    "category\tModifiers\tBehavior type\tStart (s)\tStop (s)\tDuration (s)\tComment start\tComment stop\n"
    "obs 1\t2016-12-01 "
    "23:01:31\t\tvideo.mp4\t539.920\t25.0\tinfant\twithdrawn\t\t\tSTATE\t4.000\t10.000\t6.000\t\t\n"
    "obs 1\t2016-12-01 "
    "23:01:31\t\tvideo.mp4\t539.920\t25.0\tinfant\tprotest\t\t\tSTATE\t1.500\t4.000\t2.500\t\t\n"
    "obs 1\t2016-12-01 "
    "23:01:31\t\tvideo.mp4\t539.920\t25.0\tinfant\tsmile\t\t\tPOINT\t2.000\t2.000\tNA\t\t\n";

}  // namespace

TEST_CASE("BORIS tabular events read alike from every version") {
  CHECK(holds_both(boris_7));
  CHECK(holds_both(replaced(boris_7, '\t', ",")));
  CHECK(holds_both("\xEF\xBB\xBF" + replaced(boris_7, '\n', "\r\n")));
  // The block as an editor leaves it that strips blanks at the ends of lines; version 2.99's own columns.
  CHECK(holds_both(
      "Observation id\tobs 1\n\nMedia file(s)\n\nPlayer #1\tvideo.mp4\n\n"
      "Time\tMedia file path\tMedia total length\tFPS\tSubject\tBehavior\tModifier 1\tComment\tStatus\n"
      "1.5\tvideo.mp4\t360\t25\t\tprotest\t\t\tSTART\n4.0\tvideo.mp4\t360\t25\t\tprotest\t\t\tSTOP\n"
      "4.0\tvideo.mp4\t360\t25\t\twithdrawn\t\t\tSTART\n10\tvideo.mp4\t360\t25\t\twithdrawn\t\t\tSTOP\n"));
  CHECK(
      holds_both("Time,Subject,Behavior,Comment,Status\n1.5,,protest,,START\n4,,protest,\"says \"\"no\"\", "
                 "twice\",STOP\n4,,withdrawn,,START\n10,,withdrawn,,STOP\n"));
  CHECK(holds_both(boris_9));
  CHECK(holds_both(boris_9_12));
  CHECK(read_code_table(boris_9)->format == "BORIS tabular events");
}

TEST_CASE("BORIS aggregated events read alike from every version") {
  CHECK(holds_both(boris_aggregated));
  CHECK(holds_both(boris_9_12_aggregated));
  CHECK(holds_both(replaced(boris_aggregated, '\t', ",")));
  // Versions 2.99 to 4: Start and Stop without their unit.
  CHECK(holds_both(
      "Observation id\tObservation date\tMedia file\tTotal media length\tFPS\tSubject\tBehavior\tModifiers\t"
      "Behavior type\tStart\tStop\tComment start\tComment stop\n"
      "o\t2015-01-01\tv.avi\t100\t25\tNo focal subject\tprotest\t\tSTATE\t1.5\t4.0\t\t\n"
      "o\t2015-01-01\tv.avi\t100\t25\tNo focal subject\twithdrawn\t\tSTATE\t4.0\t10.0\t\t\n"));
  // Saved again by a spreadsheet where the comma is the decimal sign.
  CHECK(
      holds_both("Observation id;Subject;Behavior;Behavior type;Start (s);Stop (s);Duration (s)\n"
                 "o;infant;protest;STATE;1,500;4,000;2,500\no;infant;withdrawn;STATE;4,000;10,000;6,000\n"));
  // UTF-16 as spreadsheets save "Unicode text".
  std::string wide = "\xFF\xFE";
  for (const char c : boris_aggregated) wide += std::string{c, '\0'};
  CHECK(holds_both(wide));
}

TEST_CASE("a table that a spreadsheet saved in Windows-1252 has its accents") {
  const std::string text =
      "onset,offset,code,subject\n1.5,4,protest,b\xE9"
      "b\xE9\n4,10,withdrawn,b\xE9"
      "b\xE9\n0,9,parle,m\xE8re\n";
  CHECK(holds_both(text));  // of "bébé" and "mère" the infant is known
  CHECK(coding_contents(text, {}, {}, {})->subjects == std::vector<std::string>{"bébé", "mère"});
}

TEST_CASE("of several subjects, observations and modifiers the infant's are taken") {
  const auto coding = read_table(boris_9);
  REQUIRE(coding.ok());  // the mother's unfinished state is not the infant's
  REQUIRE(coding->points.size() == 1);
  CHECK(coding->points[0].code == "smile");
  CHECK(coding->points[0].times_s == std::vector<double>{2});
  CodingOptions mother;
  mother.subject = "mother";
  CHECK(refusal(boris_9, mother).message == "“talks” starts and never stops.");
  CHECK(refusal(boris_9, mother).where == "line 3, 1.600 s");

  const std::string two = replaced(boris_9, '?', "") + boris_9_line("twin", "protest", "", "START", "20");
  CHECK(holds_both(two));
  std::string unclear = two;
  for (auto at = unclear.find("infant"); at != std::string::npos; at = unclear.find("infant"))
    unclear.replace(at, 6, "Anna");
  CHECK(refusal(unclear).code == "E_CODE_SUBJECT");
  CHECK(refusal(unclear).message ==
        "The table holds 3 subjects: “Anna”, “mother”, “twin”; choose the infant (--subject).");
  CodingOptions anna;
  anna.subject = "anna";
  CHECK(holds_both(unclear, anna));

  std::string grouped = boris_aggregated;
  grouped +=
      "obs 2\t2016-12-02 23:01:31\t\tvideo.mp4\t539.920\t25.0\tinfant\tprotest\t\t\tSTATE\t0\t9\t9\t\t\n";
  CHECK(refusal(grouped).code == "E_CODE_OBSERVATION");
  CodingOptions first;
  first.observation = "obs 1";
  CHECK(holds_both(grouped, first));
}

TEST_CASE("one state with two modifiers is paired by them, as BORIS pairs") {
  // Low from 0 to 6, high from 2 to 4: two states of one name that overlap.
  const std::string text = boris_9_head + boris_9_line("infant", "cries", "low", "START", "0.000") +
                           boris_9_line("infant", "cries", "high", "START", "2.000") +
                           boris_9_line("infant", "cries", "high", "STOP", "4.000") +
                           boris_9_line("infant", "cries", "low", "STOP", "6.000");
  const auto table = read_code_table(text);
  REQUIRE(table.ok());
  REQUIRE(table->events.size() == 2);
  CHECK(*table->events[0].end_s == 6);
  CHECK(*table->events[1].end_s == 4);
  CHECK(refusal(text).code == "E_CODE_OVERLAP");
}

TEST_CASE("Datavyu's spreadsheet is in milliseconds, with several columns and padding") {
  const std::string cells =
      "infant.ordinal,infant.onset,infant.offset,infant.code01,infant.code02,mother.ordinal,mother.onset,"
      "mother.offset,"
      "mother.code01,phase.ordinal,phase.onset,phase.offset,phase.code01,\n"
      "0,1500,4000,protest,x,0,0,3000,smile,0,0,8000,play,\n"
      "1,4000,10000,withdrawn,y,,,,,1,8000,12000,still face,\n";
  CHECK(holds_both(cells));
  const auto coding = read_table(cells);
  REQUIRE(coding->phases.size() == 2);
  CHECK(coding->phases[0].kind == PhaseKind::play);
  CHECK(coding->phases[1].kind == PhaseKind::still_face);
  CHECK(coding->phases[1].start_s == 8);
  CodingOptions second;
  second.code_column = "code02";
  CHECK(read_table(cells, second)->states[1].state == "y");
  second.code_column = "code09";
  CHECK(refusal(cells, second).code == "E_CODE_COLUMN");
  CHECK(read_code_table(cells)->code_columns == std::vector<std::string>{"code01", "code02"});
  // By frame: each cell stands in every frame that it lasts through.
  CHECK(
      holds_both("nFrame,time,infant.ordinal,infant.onset,infant.offset,infant.value,\n"
                 "1,1500,1,1500,4000,protest,\n2,1533,1,1500,4000,protest,\n3,3999,1,1500,4000,protest,\n"
                 "4,4010,2,4000,10000,withdrawn,\n5,10033,,,,,\n"));
  CHECK(
      holds_both("#4\nphase (TEXT,true,)\n00:00:00:000,00:00:10:000,play\ninfant "
                 "(MATRIX,true,)-code01|NOMINAL,code02|NOMINAL\n"
                 "00:00:01:500,00:00:04:000,(protest,x)\n00:00:04:000,00:00:10:000,(withdrawn,)\n"));
  CHECK(holds_both("ordinal,onset,offset,code01\n1,1500,4000,protest\n2,4000,10000,withdrawn\n"));
  const Error open = refusal("infant.ordinal,infant.onset,infant.offset,infant.code01\n1,1500,0,protest\n");
  CHECK(open.code == "E_CODE_UNFINISHED");
  CHECK(open.where == "line 2, column infant.offset, 1.500 s");
  const Error seconds = refusal("infant.ordinal,infant.onset,infant.offset,infant.code01\n1,1.5,4,protest\n");
  CHECK(seconds.code == "E_CODE_TIME");
  CHECK(seconds.where == "line 2, column infant.onset");
}

TEST_CASE("Datavyu's tidy and long tables: file, column, ordinal and times are never codes") {
  // As its own script writes it: what surrounds a cell is repeated in every line; columns whose names begin alike.
  const std::string tidy =
      "id_session,id_coder,phase_ordinal,phase_onset,phase_offset,phase_name,infant_ordinal,infant_onset,"
      "infant_offset,"
      "infant_state,infant_gaze_ordinal,infant_gaze_onset,infant_gaze_offset,infant_gaze_at\n"
      "1,AB,1,0,8000,play,1,1500,4000,protest,1,1500,2000,toy\n"
      "1,AB,1,0,8000,play,1,1500,4000,protest,2,2000,2500,mother\n"
      "1,AB,1,0,8000,play,2,4000,10000,withdrawn,,,,\n";
  CodingOptions infant;
  infant.tiers = {"infant"};
  CHECK(holds_both(tidy, infant));
  REQUIRE(read_table(tidy, infant).ok());
  CHECK(read_table(tidy, infant)->phases.size() == 1);  // a gaze at a toy is none
  CHECK(read_code_table(tidy)->events.size() == 5);
  // Two coders in one table are two observations.
  const std::string two =
      "id_session,id_coder,infant_ordinal,infant_onset,infant_offset,infant_state\n"
      "1,AB,1,1500,4000,protest\n1,AB,2,4000,10000,withdrawn\n1,CD,1,0,10000,protest\n";
  CHECK(refusal(two).code == "E_CODE_OBSERVATION");
  CodingOptions first;
  first.observation = "AB";
  CHECK(holds_both(two, first));
  // Of the package for R: the column is the tier, each with codes of its own.
  const std::string long_table =
      "file,column,ordinal,onset,offset,state,gaze\nv1,infant,1,1500,4000,protest,\n"
      "v1,infant,2,4000,10000,withdrawn,\nv1,mother,1,0,9000,,toy\nv1,phase,1,0,10000,play,\n";
  CHECK(holds_both(long_table));
  CHECK(read_code_table(long_table)->code_columns == std::vector<std::string>{"state", "gaze"});
  CHECK(refusal(long_table + "v2,infant,1,0,500,protest,\n").code == "E_CODE_OBSERVATION");
}

TEST_CASE("ELAN's text without names is read by its times, whichever formats were exported") {
  // hh:mm:ss.ms and ss.msec of begin, end and duration: the default.
  CHECK(
      holds_both("infant\tAnna\t00:00:01.500\t1.5\t00:00:04.000\t4.0\t00:00:02.500\t2.5\tprotest\n"
                 "infant\tAnna\t00:00:04.000\t4.0\t00:00:10.000\t10.0\t00:00:06.000\t6.0\twithdrawn\n"));
  CHECK(holds_both("infant\t\t1.5\t4.0\t2.5\tprotest\ninfant\t\t4.0\t10.0\t6.0\twithdrawn\n"));
  CHECK(holds_both("infant\t1500\t4000\t2500\tprotest\ninfant\t4000\t10000\t6000\twithdrawn\n"));
  CHECK(holds_both("infant\t1500\t4000\tprotest\ninfant\t4000\t10000\twithdrawn\n"));
  CHECK(
      holds_both("infant\t00:00:01.500\t00:00:04.000\tprotest\tcrying, fussing\n"
                 "infant\t00:00:04.000\t00:00:10.000\twithdrawn\t\n"));
  // All four formats, a quote in a text, media files as remarks, and no tier.
  CHECK(holds_both(
      "\"#file:///video.mp4 -- offset: 0\"\n"
      "00:00:01.500\t1.5\t1500\t00:00:01:12\t00:00:04.000\t4.0\t4000\t00:00:04:00\t00:00:02.500\t2.5\t2500\t"
      "00:00:02:12\tprotest\n"
      "00:00:04.000\t4.0\t4000\t00:00:04:00\t00:00:10.000\t10.0\t10000\t00:00:10:00\t00:00:06.000\t6."
      "0\t6000\t"
      "00:00:06:00\twithdrawn\n"));
  // As CSV every text is quoted.
  CHECK(
      holds_both("\"infant\",\"\",00:00:01.500,1.5,00:00:04.000,4.0,00:00:02.500,2.5,\"protest\"\n"
                 "\"infant\",\"\",00:00:04.000,4.0,00:00:10.000,10.0,00:00:06.000,6.0,\"withdrawn\"\n"));
  // The phases are a tier of their own, the mother has one too.
  const std::string tiers =
      "Episode\t\t00:00:00.000\t00:00:03.000\t00:00:03.000\tFree play\n"
      "Episode\t\t00:00:03.000\t00:00:10.000\t00:00:07.000\tStill-Face\n"
      "Mother_Affect\t\t00:00:00.000\t00:00:03.000\t00:00:03.000\tsmile\n"
      "Infant_Affect\t\t00:00:01.500\t00:00:04.000\t00:00:02.500\tProtest\n"
      "Infant_Affect\t\t00:00:04.000\t00:00:10.000\t00:00:06.000\tWithdrawn\n";
  CHECK(holds_both(tiers));
  CHECK(read_table(tiers)->phases.size() == 2);
  // Without a tier, in milliseconds: begin and duration make the end in every line.
  CHECK(holds_both("1500\t4000\t2500\tprotest\n4000\t10000\t6000\twithdrawn\n"));
  CHECK(refusal("1500\t4000\tprotest\n4000\t10000\twithdrawn\n").code == "E_CODE_TABLE");
  CodingOptions none;
  none.tiers = {"Father"};
  CHECK(refusal(tiers, none).code == "E_CODE_TIER");
}

TEST_CASE(
    "ELAN's text with a column a tier is read by the formats that its names end with, in any language") {
  CHECK(holds_both(
      "Begin Time - hh:mm:ss.ms\tEnd Time - hh:mm:ss.ms\tDuration - hh:mm:ss.ms\tPhase\tInfant\tMother\n"
      "00:00:00.000\t00:00:03.000\t00:00:03.000\tplay\t\tsmile\n"
      "00:00:01.500\t00:00:04.000\t00:00:02.500\t\tprotest\t\n"
      "00:00:04.000\t00:00:10.000\t00:00:06.000\t\twithdrawn\t\n\n"));
  CHECK(holds_both(
      "\"#video.mp4 -- offset: 0\"\nAnfangszeit - ss.msec\tEndzeit - ss.msec\tInfant\n1.5\t4.0\tprotest\n"
      "4.0\t10.0\twithdrawn\n"));
  CHECK(
      holds_both("Tier,Begin Time - msec,End Time - msec,Annotation\ninfant,1500,4000,protest\n"
                 "infant,4000,10000,withdrawn\n"));
  CHECK(refusal("Begin Time - ss.msec\tInfant\n1.5\tprotest\n").code == "E_CODE_TABLE");
  CHECK(refusal("Begin Time - hh:mm:ss:ff (PAL)\tEnd Time - hh:mm:ss:ff "
                "(PAL)\tInfant\n00:00:01:12\t00:00:04:00\tprotest\n")
            .message.english()
            .find("export hh:mm:ss.ms") != std::string::npos);
}

TEST_CASE("of several ELAN files one is taken, by its name, or by its path where two have one name") {
  const auto line = [](const char* path, const char* code) {
    return std::string("infant\t1.5\t4.0\t") + code + "\tv.eaf\t" + path + "\n";
  };
  const std::string head =
      "Tier\tBegin Time - ss.msec\tEnd Time - ss.msec\tAnnotation\tFile Name\tFile Path\n";
  const std::string two = head + line("/a/v.eaf", "protest") + line("/b/v.eaf", "withdrawn");
  CHECK(refusal(two).message.english().find("“/a/v.eaf”, “/b/v.eaf”") != std::string::npos);
  CodingOptions second;
  second.observation = "/b/v.eaf";
  REQUIRE(read_table(two, second).ok());
  CHECK(read_table(two, second)->states.at(0).state == "withdrawn");
  CHECK(read_table(head + line("/a/v.eaf", "protest")).ok());
  // Without names of columns the file stands behind the annotation.
  CHECK(refusal("infant\t\t1.5\t4.0\tprotest\tv1.eaf\ninfant\t\t1.5\t4.0\tprotest\tv2.eaf\n").code ==
        "E_CODE_OBSERVATION");
}

TEST_CASE("Observer, INTERACT and ChronoViz are told by their columns") {
  CHECK(
      holds_both("Time_Relative_sf;Duration_sf;Observation;Subject;Behavior;Modifier_1;Event_Type\n"
                 "1,5;2,5;O;Infant;protest;m;State start\n4;0;O;Infant;protest;;State stop\n"
                 "4;6;O;Infant;withdrawn;;State "
                 "start\n5;0;O;Infant;smile;;Point\n10;0;O;Infant;withdrawn;;State stop\n"));
  CHECK(read_code_table("Time_Relative_sf,Behavior,Event_Type\n1,protest,Point\n")->format ==
        "Noldus Observer");
  CHECK(holds_both(
      "StartTime,EndTime,Title,Annotation,MainCategory,Category2\n1.5,4,a,b,protest,x\n4,10,,,withdrawn,\n"));
  const std::string head = "Transcript\tOnset\tOffset\tDuration\tInfant\tMother\n";
  CHECK(holds_both(head + "\t00:00:01.500\t00:00:04.000\t00:00:02.500\tprotest\t\n"
                          "\t00:00:04.000\t00:00:10.000\t00:00:06.000\twithdrawn\ttalks\n"));
  // 12 of 24 or 15 of 30 frames are half a second. From 00:00:01:12 to 00:00:04:00 lasts 2 s and what is left of a second:
  // 12 frames if it has 24, 13 if it has 25.
  CHECK(holds_both(head + "\t00:00:01:12\t00:00:04:00\t00:00:02:12\tprotest\t\n"
                          "\t00:00:04:00\t00:00:10:00\t00:00:06:00\twithdrawn\t\n"));
  CHECK(holds_both(head + "\t00:00:01:15\t00:00:04:00\t00:00:02:15\tprotest\t\n"
                          "\t00:00:04:00\t00:00:10:00\t00:00:06:00\twithdrawn\t\n"));
  const Error unknown = refusal(head + "\t00:00:01:12\t00:00:04:20\t00:00:03:08\tprotest\t\n");
  CHECK(unknown.code == "E_CODE_FRAMES");
  CHECK(unknown.where == "line 2, column Onset");
  // Two digits behind the seconds are frames, and no milliseconds.
  CHECK(refusal("onset,offset,code\n00:00:01:12,00:00:04:20,protest\n").code == "E_CSV_NUMBER");
}

TEST_CASE("plain tables take offset or duration, seconds, milliseconds or a clock") {
  CHECK(holds_both("onset,offset,code\n1.5,4,protest\n4,10,withdrawn\n"));
  CHECK(holds_both("Code;Start;End\nProtest;1,5;4\nWithdrawn;4;10\n"));
  CHECK(holds_both("onset_ms,offset_ms,code\n1500,4000,protest\n4000,10000,withdrawn\n"));
  CHECK(holds_both(
      "onset\tduration\ttrial_type\n1.5\t2.5\tprotest\n4\t6\twithdrawn\n5\tn/a\tsmile\n"));  // BIDS
  CHECK(holds_both("onset,offset,code\n0:01.5,00:00:04,protest\n00:00:04.0,0:10,withdrawn\n"));
  CHECK(holds_both(
      "subject,onset,offset,code\ninfant,1.5,4,protest\nmother,0,9,talks\ninfant,4,10,withdrawn\n"));
}

TEST_CASE("what cannot be read is refused with line, column and time, and nothing is guessed") {
  CHECK(refusal("onset,offset,code\n1.5,4,protest\n3.9,10,withdrawn\n").where == "line 3, 3.900 s");
  CHECK(refusal("onset,offset,code\n1.5,4,protest\n3.9,10,withdrawn\n").code == "E_CODE_OVERLAP");
  CHECK(refusal("onset,offset,code\n1.5,x,protest\n").where == "line 2, column offset");
  CHECK(refusal("onset,offset,code\n1:75,90,protest\n").message ==
        "“1:75” is not a time; hours, minutes and seconds are h:mm:ss.ms.");
  CHECK(refusal("onset,offset,code\n1.5,4,protest,no\n").code == "E_CSV_WIDTH");
  CHECK(refusal("onset,offset,code\n1.5,4,\"protest\n").where == "line 2, field 3");
  CHECK(refusal("onset,offset,code\n1.5,4e9,protest\n").code == "E_CODE_TIME");
  CHECK(refusal("onset,offset,code\n4,1.5,protest\n").code == "E_CODE_ORDER");
  CHECK(refusal("onset,offset,code\n4,1.5,protest\n").where == "line 2, column offset");
  CHECK(refusal("onset,offset,code\n4,,protest\n").code == "E_CODE_UNFINISHED");
  CHECK(refusal("onset,offset,code\n4,4,protest\n").code == "E_CODE_EMPTY");
  CHECK(refusal("0,60,protest\n60,80,withdrawn\n").code == "E_CODE_TABLE");  // seconds or ms? it does not say
  CHECK(refusal("").code == "E_CSV_EMPTY");
  CHECK(refusal("infant\t1.5\t4.0\t2.5\tprotest\ninfant\t4.0\t10.0\t5.0\twithdrawn\n").where ==
        "line 2, field 2");
  CHECK(refusal("Time,Behavior,Status\n1,protest,BEGIN\n").message ==
        "“BEGIN” is none of START, STOP and POINT.");
  CHECK(refusal("onset,offset,code\n0,10,Free play\n5,20,Still face\n1,2,protest\n").code == "E_CODE_PHASES");
}

TEST_CASE("a code without a rule is a state of its own name, which is said; ignored codes are not there") {
  CodingSettings settings;
  settings.states.push_back({"gazes", "ignore"});
  settings.states.push_back({"fuss", "protest"});
  const auto coding =
      read_coding("onset,offset,code\n0,2,fuss\n2,4,Protest\n1,3,Gazes\n4,6,happy\n", {}, settings, {});
  REQUIRE(coding.ok());
  REQUIRE(coding->states.size() == 2);
  CHECK(coding->states[0].end_s == 4);  // fuss and protest are one bout of one state
  CHECK(coding->states[1].state == "happy");
  CHECK(coding->diagnostics.at(0).message == "Codes without a rule are states of their own names: happy.");
}

TEST_CASE("only the infant's codes are listed, once it is known who the infant is") {
  const std::string two = "onset,offset,code,subject\n0,5,protest,%\n5,9,withdrawn,%\n0,9,talks,mother\n";
  const auto listed = [&](const std::string& infant, const CodingOptions& options) {
    std::string text = two;
    for (std::size_t at; (at = text.find('%')) != std::string::npos;) text.replace(at, 1, infant);
    std::vector<std::string> codes;
    const auto contents = coding_contents(text, options, {}, {});
    REQUIRE(contents.ok());
    for (const FoundCode& code : contents->codes) codes.push_back(code.code);
    return codes;
  };
  using Names = std::vector<std::string>;
  CHECK(listed("infant", {}) == Names{"protest", "withdrawn"});
  CHECK(listed("Anna", {}) == Names{"protest", "withdrawn", "talks"});
  CodingOptions anna;
  anna.subject = "Anna";
  CHECK(listed("Anna", anna) == Names{"protest", "withdrawn"});
}

TEST_CASE("what a table holds can be listed before it is used") {
  const auto contents = coding_contents(boris_9, {}, {}, {});
  REQUIRE(contents.ok());
  CHECK(contents->subjects == std::vector<std::string>{"infant", "mother"});
  CHECK(contents->observations == std::vector<std::string>{"obs 1"});
  REQUIRE(contents->codes.size() == 3);
  CHECK(contents->codes[0].code == "protest");
  CHECK(contents->codes[0].taken_as == "protest");
  CHECK(contents->codes[0].seconds == Approx(2.5));
  CHECK(contents->codes[1].code == "smile");
  CHECK(contents->codes[1].seconds == 0);
}
