// usage: fuzz_seeds FOLDER: writes a corpus for each target into FOLDER/<target>, by the project's own
// writer.
#include <zlib.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "base/json.hpp"
#include "cohort/settings.hpp"
#include "edf_bytes.hpp"
#include "report/compare.hpp"
#include "report/session_file.hpp"
#include "report/visit.hpp"

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
  const Json settings = to_json(report::Settings{});
  for (const auto& [name, group] : settings.items())
    if (name != "phases" && name != "coding") save("settings", name, bytes_of(dump(Json{{name, group}})));
  report::Settings edited;
  edited.edits.recordings = {{"", {{ecg::EditAction::move, 10, 10.1}}, {{5, 8}}, {"F3"}}};
  save("settings", "edited", bytes_of(dump({{"edits", to_json(edited)["edits"]}})));
  report::VisitOptions options;
  options.age_months = 6;
  options.phases =
      std::vector<Phase>{{"play", PhaseKind::play, 0, 20}, {"sf", PhaseKind::still_face, 20, 40}};
  options.heart_list = "400\n420\n410\n";
  save("settings", "options", bytes_of(dump(to_json(options))));
  save("settings", "cohort", bytes_of(dump(to_json(cohort::Settings{}))));
  save("settings", "import",
       bytes_of(R"({"record":"1","columns":[{"column":"a","scale":"epds","visit":1}]})"));
  save("settings", "channels", bytes_of(R"([{"signal":2,"kind":"ecg","site":""}])"));
  save_words<report::SessionFile>("settings");
}

void save_saved() {
  report::SessionFile session;
  session.attune = "session";
  session.settings.phases.rules.clear();
  session.settings.coding.states.clear();
  session.visits.resize(2);
  session.visits[0].options.age_months = 5;
  session.visits[0].channels = {{1, edf::ChannelKind::ecg, ""}};
  session.supplement.scores.visits = {{{{"epds", 12.0}}, {}}, {{{"epds", std::nullopt}}, {{"epds", "lost"}}}};
  save("saved", "session", bytes_of(dump(to_json(session))));
  report::Settings settings;
  settings.phases.rules.clear();
  settings.coding.states.clear();
  std::vector<report::Visit> visits;
  for (const auto& visit : session.visits)
    visits.push_back(report::visit_without_recording(visit.options, settings));
  const auto supplement = report::read_supplement(session.supplement);
  const auto compared = report::compare(std::move(visits), settings, *supplement);
  save("saved", "report", bytes_of(dump(to_json(*compared))));
  save_words<report::Report>("saved");
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
    save("tables", std::to_string(n++), bytes_of(table));
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
  return 0;
}
