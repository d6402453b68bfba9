// usage: fuzz_seeds FOLDER: writes a corpus for each target into FOLDER/<target>, by the project's own
// writer.
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/json.hpp"
#include "cohort/settings.hpp"
#include "edf_bytes.hpp"
#include "export/session_file.hpp"
#include "report/compare.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::test;

namespace {

std::filesystem::path folder;

void save(const std::string& target, const std::string& name, const Bytes& bytes, const Bytes& before = {}) {
  std::filesystem::create_directories(folder / target);
  std::ofstream file(folder / target / name, std::ios::binary);
  file.write(reinterpret_cast<const char*>(before.data()), static_cast<std::streamsize>(before.size()));
  file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
}

Bytes gzip(const Bytes& bytes) {
  z_stream stream{};
  Bytes out(compressBound(bytes.size()) + 64);
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  stream.next_in = const_cast<std::uint8_t*>(bytes.data());
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = out.data();
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(out.size() - stream.avail_out);
  deflateEnd(&stream);
  return out;
}

void save_recording(const std::string& name, const Bytes& bytes) {
  save("json", name, bytes);
  save("stream", name, bytes, {0, 99, 0});
  save("open", name, bytes, {0, 0, 0, 0, 0, 0});
  save("open", name + "_large", bytes, {1, 0, 0, 0, 0, 0});
  save("gzip", name, gzip(bytes), {0, 50});
}

Bytes bytes_of(const std::string& text) {
  return {text.begin(), text.end()};
}

/// The names of all members below a type: the words of its JSON.
void add_words(const TypeInfo& type, std::set<std::string>& words) {
  if (type.item) add_words(*type.item, words);
  for (const MemberInfo& member : type.members)
    if (words.insert(member.name).second || member.type->kind == TypeInfo::Kind::object)
      add_words(*member.type, words);
  for (const std::string_view name : type.names) words.emplace(name);
}

template <class T>
void save_words(const std::string& target) {
  std::set<std::string> words;
  add_words(type_info<T>, words);
  std::ofstream file(folder / (target + ".dict"));
  for (const std::string& word : words) file << "\"\\\"" << word << "\\\"\"\n";
}

/// Each group of settings alone, whole, and what can be entered for a visit.
void save_settings() {
  const Json settings = to_json(visit::Settings{});
  for (const auto& [name, group] : settings.items())
    if (name != "phases" && name != "coding") save("settings", name, bytes_of(dump(Json{{name, group}})));
  visit::Settings edited;
  edited.edits.recordings = {{"", {{ecg::EditAction::move, 10, 10.1}}, {{5, 8}}, {"F3"}}};
  save("settings", "edited", bytes_of(dump({{"edits", to_json(edited)["edits"]}})));
  visit::VisitOptions options;
  options.age_months = 6;
  options.phases =
      std::vector<Phase>{{"play", PhaseKind::play, 0, 20}, {"sf", PhaseKind::still_face, 20, 40}};
  options.heart_list = "400\n420\n410\n";
  save("settings", "options", bytes_of(dump(to_json(options))));
  save("settings", "cohort", bytes_of(dump(to_json(cohort::Settings{}))));
  save("settings", "import",
       bytes_of(R"({"record":"1","columns":[{"column":"a","scale":"epds","visit":1}]})"));
  save("settings", "channels", bytes_of(R"([{"signal":2,"kind":"ecg","site":""}])"));
  save_words<exports::SessionFile>("settings");
}

void save_saved() {
  exports::SessionFile session;
  session.attune = "session";
  session.settings.phases.rules.clear();
  session.settings.coding.states.clear();
  session.visits.resize(2);
  session.visits[0].options.age_months = 5;
  session.visits[0].channels = {{1, edf::ChannelKind::ecg, ""}};
  session.supplement.scores.visits = {{{{"epds", 12.0}}, {}}, {{{"epds", std::nullopt}}, {{"epds", "lost"}}}};
  save("saved", "session", bytes_of(dump(to_json(session))));
  visit::Settings settings;
  settings.phases.rules.clear();
  settings.coding.states.clear();
  std::vector<visit::Visit> visits;
  for (const auto& visit : session.visits)
    visits.push_back(visit::visit_without_recording(visit.options, settings));
  const auto supplement = report::read_supplement(session.supplement);
  const auto compared = report::compare(std::move(visits), settings, *supplement);
  save("saved", "report", bytes_of(dump(to_json(*compared))));
  save_words<report::Report>("saved");
}

/// Layouts of codings, groups, comparison infants and cohorts that other targets have no seeds of.
constexpr const char* more_tables[] = {
    "Time_Relative_sf,Observation,Subject,Behavior,Event_Type\n0.0,o,i,protest,State "
    "start\n9.0,o,i,protest,State "
    "stop\n",
    "DataSet\tTranscript\tOnset\tOffset\tDuration\tPhase\tInfant\n1\t\t00:00:00:00\t00:00:09:12\t00:00:09:"
    "12\tplay\t"
    "\n1\t\t00:00:00:00\t00:00:04:00\t00:00:04:00\t\tprotest\n",
    "StartTime,EndTime,Title,Annotation,MainCategory,Category2\n0.0,9.0,,,play,\n0.0,4.5,,,protest,\n",
    "infant_ordinal,infant_onset,infant_offset,infant_state\n1,1500,9000,protest\n",
    "file,column,ordinal,onset,offset,code\na,infant,1,1500,9000,protest\nb,infant,1,0,9000,sleep\n",
    "observation,coder,onset,offset,duration,code\nv1,A,0,6000,6,protest\nv1,B,0,5000,5,NA\nv2,A,0,9000,9,-"
    "99\n",
    "\"#v1.mp4 -- offset: 12000\"\nTier\tBegin Time - msec\tEnd Time - msec\tAnnotation\tFile "
    "Name\ninfant\t0\t9000\tprotest\tv1.eaf\n",
    "participant;group;visit;measure;value;reason;pair\nsub-1;cbt;9wk;epds;6,5;;1\nsub-01;CBT;baseline;EPDS;"
    "17;;1\nb;"
    "control;baseline;epds;-99;;1\nb;control;9wk;epds;#N/A;ill;1\n",
    "participant_id\tsession_id\tage_weeks\tsex\tmeasure\tvalue\tsource\na\tses-01\t26\tgirl\tEPDS "
    "total\t12\tsim\na\tses-02\t999\t2\trmssd_ms\t-1\tsim\n",
    "participant,visit,group,file,age_days,sex,epds,psi_sf,epds_t1,rsa\na,pre,x,a1.edf,180,f,12,99,3,3.1\na,"
    "post,x,a2.edf,"
    "270,f,refused,99,3,33\n",
    "participant_id\tgroup\tage\tsex\tepds\nsub-1\tppd\t0.5\t1\t17\nsub-01\tppd\tn/a\tF\t6\n",
    "participant_id\tsession_id\tage_months\tepds_total\tibq_orc\nsub-01\tses-1\t6\t17\t4.2\nsub-1\tses-"
    "02\t9\t999\t33\n",
    "ResponseId,RecordedDate,ID,EPDS\nResponse ID,Recorded Date,Your "
    "ID,EPDS\nR1,2025-03-01,S1,17\nR2,2025-05-01,S1,6\n"};

/// At the door that it is of, and at all others.
void save_table(const std::string& name, const char* table) {
  save("tables", name, bytes_of(table));
  save("doors", name, bytes_of(table));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return 2;
  folder = argv[1];
  for (const bool bdf : {false, true}) {
    for (const bool gaps : {false, true}) {
      Recipe wanted = recipe(4);
      wanted.header.bdf = bdf;
      wanted.header.discontinuous = gaps;
      wanted.header.signals.push_back(signal("Status", 4));
      wanted.annotations = {{5'000'000, 10'000'000, "still face@@ECG", ""},
                            {25'000'000, {}, "\u00FCber", ""}};
      if (gaps)
        for (const edf::Ticks onset : {0, 10'000'000, 90'000'000, 95'000'000}) wanted.onsets.push_back(onset);
      save_recording(std::string(bdf ? "bdf" : "edf") + (gaps ? "_d" : "_c"), write(wanted));
    }
  }
  RawFile file = raw_file();
  save_recording("plain", assemble(file));
  file.records = "-1";
  file.signals[0].physical_min = "-3276,8";
  file.signals[1].digital_min = "-3.27e4";
  file.duration = "0.333333";
  file.date = "01/02/03";
  file.signals[0].label = "EEG F\xF8z";
  save_recording("odd", assemble(file));
  Bytes shifted = assemble(raw_file());
  shifted.erase(shifted.begin() + 20);
  save_recording("shifted", shifted);
  save_recording("events", with_tals({{clock("+0") + tal("+1\x15"
                                                         "2",
                                                         "a\x14"
                                                         "b"),
                                       tal("-1", "c")},
                                      {clock("+1"), ""}}));

  int n = 0;
  for (const char* text : {"-32768", "3276.8", "-3276,8", "1e308", "0.333333", "+0.30000000000000004", "-1",
                           "9999", "9.59375", "0x8000", "inf", "+1e999", " 12 ", "1.e-6"})
    save("number", std::to_string(n++), bytes_of(text));
  for (const std::string& text :
       {clock("+0") + tal("+1.5\x15"
                          "2",
                          "one\x14two"),
        tal("0.5", "no sign"), std::string("+0.5\x14no end"), tal("+5e-1", "F\xFChrer")})
    save("tal", std::to_string(n++), bytes_of(text));
  save("text", "start",
       bytes_of("\x08"
                "04.05.20"
                "\x08"
                "10.20.30"
                "\x1B"
                "Startdate 04-MAY-2020 X X X"
                "....\x09"
                "EEG F3-Cz"
                "\x02uV\x17HP:0.1Hz LP:75Hz N:50Hz\x02mV"
                "aaa"
                "0"
                "\x08"
                "SF start"
                "aaa"
                "0"
                "\x06SF end"));
  for (const char* table :
       {"onset,offset,code,tier\n0,60,SF,phase\n0,45,protest,infant\n45,60,withdrawn,infant\n",
        "Observation "
        "id\to\t\t\n\nTime\tSubject\tBehavior\tStatus\n1.5\ti\tprotest\tSTART\n4\ti\tprotest\tSTOP\n",
        "Subject;Behavior;Behavior type;Start (s);Stop (s)\ni;protest;STATE;1,5;4,0\ni;smile;POINT;2,0;2,0\n",
        "infant.ordinal,infant.onset,infant.offset,infant.code01\n1,1500,4000,protest\n",
        "#4\ninfant (MATRIX,true,)-code01|NOMINAL\n00:00:01:500,00:00:04:000,(protest)\n",
        "infant\t\t00:00:01.500\t1.5\t00:00:04.000\t4.0\t00:00:02.500\t2.5\tprotest\n",
        "Begin Time - ss.msec\tEnd Time - ss.msec\tPhase\tInfant\n0.0\t9.0\tplay\t\n1.5\t4.0\t\tprotest\n",
        "record_id,redcap_event_name,redcap_repeat_instance,epds_total\n1,baseline_arm_1,,12\n1,fu_arm_1,1,"
        "\n",
        "visit;scale;rater;score\n1;soothability;mother;4,5\n2;epds;;NA\n",
        "visit,epds_t1,pbq_f1_t2\n1,12,3\n",
        "scale,item,reversed,rater,lowest,highest\nsoothability,a,0,mother,,\nepds,b,1,,0,3\n"})
    save_table(std::to_string(n++), table);
  for (const char* table : more_tables) save_table(std::to_string(n++), table);
  for (const char* list : {"time_s,kind,confidence,timing_noise_ms,likeness\n0.4,N,0.9,0.5,0.7\n0.8,detected,"
                           "1,0\n1.3,ectopic,0.2,3\n",
                           "# R-R\n\n420\n431.5\n398\n405\n", "rr\n0.42\n0.43\n0.41\n",
                           "0\n410\n830\n1240\n1650\n2070\n2490\n2900\n3330\n3750\n4160\n4570\n"})
    save("lists", std::to_string(n++), bytes_of(list));
  std::string minutes = "time_s\n";
  for (int i = 0; i < 300; ++i) minutes += std::to_string(0.42 * i + 0.013 * (i % 5)) + "\n";
  save("lists", "minutes", bytes_of(minutes));
  const std::string infants = "participant,visit,age_months,sex,measure,value,source\n";
  save(
      "reference", "infants",
      bytes_of(infants + "a,1,4,f,epds,12,simulated\na,2,7,f,epds,6,simulated\nb,1,4.5,boy,epds,9,simulated\n"
                         "b,2,7,m,epds,NA,simulated\n"));
  save("reference", "aggregates",
       bytes_of("measure,kind,visit,age_from,age_to,mean,sd,n,source\nepds,value,1,,,9.5,4,12,simulated\n"
                "epds,value,,3,6,9,4,12,simulated\nepds,change,2,,,-3,5,11,simulated\nepds,value,2,,,,,4,"
                "simulated\n"));
  std::string groups = "participant,group,visit,measure,value,reason,pair\n";
  for (int i = 0; i < 24; ++i)
    groups += "sub-" + std::to_string(i / 2) + (i % 4 < 2 ? ",treated," : ",control,") +
              (i % 2 ? "follow-up" : "baseline") + ",rsa," +
              (i == 7 ? "n/a" : std::to_string(3 + 0.37 * (i % 5) + 0.1 * i)) + "," +
              (i == 7 ? "too short" : "") + ",p" + std::to_string(i / 4) + "\n";
  save("group", "pairs", bytes_of(groups));
  save("bids", "sessions",
       bytes_of(
           "@sub-1/ses-1/eeg/sub-1_ses-1_task-rest_eeg.edf\n@sub-1/ses-2/eeg/"
           "sub-1_ses-2_task-rest_eeg.bdf.gz\n"
           "@sub-2/eeg/"
           "sub-2_eeg.edf\n@participants.tsv\nparticipant_id\tgroup\tsex\tage\tpair\nsub-1\tppd\tF\t6\t1\n"
           "sub-2\tcontrol\tM\tn/a\t1\n@participants.json\n{\"age\":{\"Units\":\"months\"}}\n"
           "@sub-1/sub-1_sessions.tsv\nsession_id\tage_months\nses-1\t4\nses-2\t7\n@phenotype/epds.tsv\n"
           "participant_id\tsession_id\tepds\nsub-1\tses-1\t17\nsub-9\tses-1\t31\n"));
  save("bids", "table",
       bytes_of("@cohort.csv\nparticipant,visit,group,file,age_months,epds\na,1,x,a1.edf,4,12\na,2,x,./"
                "a2.edf,7,6\nb,1,y,b\\1.edf,,99\n"
                "@a1.edf\n@a2.edf\n@b/1.edf\n"));
  for (std::uint8_t rate = 0; rate < 8; ++rate)
    save("features", std::to_string(rate), {rate, 1,  1, 1, 0x40, 240, 90,   0,  255, 30, 1,   255, 40,
                                            0x82, 60, 5, 3, 40,   20,  0x84, 20, 1,   1,  255, 60});
  const Bytes visit{1,  2, 88, 3,  'o', 'n', 'e', 1, 200, 50, 40, 7, 9,   1,  4,  60, 3,  1,
                    60, 2, 1,  60, 4,   1,   30,  0, 1,   0,  3,  4, 100, 12, 30, 13, 200};
  Bytes visits{1};
  for (int v = 0; v < 2; ++v) visits.insert(visits.end(), visit.begin(), visit.end());
  const Bytes comparison = bytes_of(infants + "a,1,7,f,rmssd_ms,12,s\nb,1,7,f,rmssd_ms,14,s\n");
  visits.insert(visits.end(), comparison.begin(), comparison.end());
  save("compare", "two", visits);
  save_settings();
  save_saved();
  for (int i = 0; i < 8; ++i) {
    Bytes recipe_bytes{static_cast<std::uint8_t>(i & 1), static_cast<std::uint8_t>(i >> 1 & 1), 5,
                       static_cast<std::uint8_t>(i), 2};
    const Bytes more = bytes_of(
        "\x03"
        "ECG"
        "\x10\x02mV"
        "\x04"
        "LP:5"
        "\x01\x02\x03\x04\x77\x02\x03\x04"
        "\x02"
        "F3"
        "\x08\x02uV"
        "\x01"
        "aaaabbbb");
    recipe_bytes.insert(recipe_bytes.end(), more.begin(), more.end());
    for (int k = 0; k < 60; ++k) recipe_bytes.push_back(static_cast<std::uint8_t>(k * 37 + i));
    save("write", std::to_string(i), recipe_bytes);
  }
  // Programs of fuzz_heart: group of ages, slice (2 bytes), rate, then what, how long, how high.
  const Bytes beats{8, 40, 70}, noisy{7, 45, 90}, held{1, 200, 0}, gap{0, 100, 0}, piece{5, 25, 70};
  for (std::uint8_t rate = 0; rate < 11; ++rate) {
    Bytes program{static_cast<std::uint8_t>(rate % 3), 1, 0, rate};
    for (const Bytes& part :
         {beats, held, noisy, gap, beats, Bytes{2, 0, 90}, noisy, Bytes{3, 200, 0}, noisy})
      program.insert(program.end(), part.begin(), part.end());
    save("heart", "drawn" + std::to_string(rate), program);
    Bytes pieces{0, 1, 0, rate};
    for (int k = 0; k < 40; ++k) {
      pieces.insert(pieces.end(), piece.begin(), piece.end());
      pieces.insert(pieces.end(), gap.begin(), gap.end());
    }
    save("heart", "pieces" + std::to_string(rate), pieces);
  }
  return 0;
}
