// Inputs that are large, cut or absurd: read, or refused by a limit that is named, without a file or a program.
#include <set>
#include <string>

#include "base/csv.hpp"
#include "base/json_tree.hpp"
#include "behavior/code_table.hpp"
#include "behavior/coding_reader.hpp"
#include "cohort/plan.hpp"
#include "edf/channels.hpp"
#include "edf/deidentify.hpp"
#include "edf/text.hpp"
#include "edf_bytes.hpp"
#include "group/table.hpp"
#include "hrv/lists.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text;
  return all;
}

}  // namespace

TEST_CASE("UTF-8 that a field cuts inside a letter keeps the letters before it") {
  // "l'étranger" cut to every length, as EDFlib cuts annotations at 40 bytes; é is C3 A9 (RFC 3629).
  const std::string whole = "jeu\xC3\xA9 l'\xC3\xA9tranger \xE2\x82\xAC\xF0\x9F\x98\x80";
  for (std::size_t length = 5; length <= whole.size(); ++length) {
    const auto decoded = edf::decode_text(std::string_view(whole).substr(0, length));
    CHECK(decoded.encoding == edf::Encoding::utf8);
    CHECK(whole.starts_with(decoded.text));
    CHECK(edf::is_utf8(decoded.text));
    CHECK(length - decoded.text.size() <= 3);
  }
  CHECK(edf::decode_text("l'\xC3\xA9tranger").text == "l'étranger");
  CHECK(edf::decode_text("d\xC3\xA9jeun\xC3").text == "déjeun");
  // Its only letter beyond ASCII is the one that was cut, and no word ends with a capital A tilde after a small letter.
  CHECK(edf::decode_text("prot\xC3").text == "prot");
  // Windows-1252 stays what it is: "café", "MAÇÃ", "Zürich".
  CHECK(edf::decode_text("caf\xE9").text == "café");
  CHECK(edf::decode_text("MA\xC7\xC3").text == "MAÇÃ");
  CHECK(edf::decode_text("Z\xFCrich").text == "Zürich");
  CHECK(edf::decode_text("\xC3").encoding == edf::Encoding::windows_1252);
}

TEST_CASE("a JSON tree is what the text says, and depth and values are limited") {
  const auto tree = parse_json_tree(R"({"b":[1,-2,2.5,"x",null,true,{}],"a":{"c":[]}})");
  REQUIRE(tree.ok());
  CHECK(dump(*tree) == R"({"b":[1,-2,2.5,"x",null,true,{}],"a":{"c":[]}})");
  CHECK(parse_json_tree("7")->is_number_integer());
  for (const char* wrong : {"", "{", "[1,]", "{\"a\" 1}", "[1] 2", "nul"})
    CHECK(parse_json_tree(wrong).error().code == "E_JSON_SYNTAX");
  CHECK(parse_json_tree(repeated("[", 64) + repeated("]", 64)).ok());
  const auto deep = parse_json_tree(repeated("[", 65) + repeated("]", 65));
  CHECK(deep.error().code == "E_JSON_SIZE");
  CHECK(deep.error().message == "It is nested more than 64 levels deep, the most that are read.");
  CHECK(parse_json_tree("[" + repeated("0,", 700'000) + "0]").ok());
  CHECK(parse_json_tree("[" + repeated("0,", 900'000) + "0]").error().code == "E_JSON_SIZE");
}

TEST_CASE("an array's text is cut into its items' texts, or not at all") {
  using Items = std::vector<std::string_view>;
  CHECK(items_of_array(R"( [{"a":[1,2],"b":"],{\",["}, 3 ,[[],{}]] )") ==
        Items{R"({"a":[1,2],"b":"],{\",["})", " 3 ", "[[],{}]"});
  CHECK(items_of_array("[1]") == Items{"1"});
  for (const char* wrong :
       {"", " ", "7", "{}", "[", "[1", "[1,", "[1}", "[1] 2", "[1][2]", "[\"]", "[[1]", "1]"})
    CHECK(items_of_array(wrong).empty());
}

TEST_CASE("a table has as many columns as a spreadsheet, and cells with something in them") {
  CHECK(parse_csv("a" + repeated(",", 16'383) + "\n").ok());
  CHECK(parse_csv("a" + repeated(",", 16'384) + "\n").error().code == "E_CSV_SIZE");
  CHECK(csv_lines(repeated(repeated(",", 9'999) + "\n", 100), ',').ok());
  CHECK(csv_lines(repeated(repeated(",", 9'999) + "\n", 140), ',').error().code == "E_CSV_SIZE");
  CHECK(csv_lines(repeated("1\n", 600'000), ',').ok());
  CHECK(csv_lines(repeated("1\n", 700'000), ',').error().code == "E_CSV_SIZE");
}

TEST_CASE("a grid of a few values of very many names is refused, a full one is not") {
  std::string sparse = "participant,group,visit,measure,value\n", full = sparse;
  for (int i = 0; i < 1500; ++i) {
    const std::string group = i % 2 ? "control" : "treated", name = std::to_string(i);
    sparse += name + "," + group + "," + std::to_string(i % 2) + ",m" + name + ",1\n";
    for (const char* visit : {"1", "2"}) full += name + "," + group + "," + visit + ",m,1\n";
  }
  CHECK(group::read_table(full, {}).ok());
  CHECK(group::read_table(sparse, {}).error().code == "E_GROUP_SIZE");
}

TEST_CASE("a coding of hundreds of states is of something else") {
  const auto coding = [](int states) {
    std::string text = "onset,offset,code\n";
    for (int i = 0; i < states; ++i)
      text += std::to_string(i) + "," + std::to_string(i + 1) + ",word" + std::to_string(i) + "\n";
    return behavior::read_coding(text, {}, {}, {});
  };
  CHECK(coding(100).ok());
  CHECK(coding(101).error().code == "E_CODE_SIZE");
}

TEST_CASE("names of records stay different however many names come to the same") {
  // Letters of two bytes that a file's name does not keep: all are "--_1", as is one that another gets by its number.
  cohort::Folder folder;
  std::string table = "participant,visit,group,file\n";
  for (int i = 0; i < 60; ++i) {
    const std::string name = i < 59 ? std::string{'\xC3', static_cast<char>(0x80 + i)} : "--_1.2";
    const std::string file = std::to_string(i) + ".edf";
    folder.paths.push_back(file);
    table += name + ",1,a," + file + "\n";
  }
  folder.paths.push_back("cohort.csv");
  folder.tables["cohort.csv"] = table;
  const auto plan = cohort::find_cohort(folder, {});
  REQUIRE(plan.ok());
  std::set<std::string> records;
  for (const auto& session : plan->sessions) records.insert(session.record);
  CHECK(records.size() == 60);
  CHECK(records.contains("--_1.json"));
  CHECK(records.contains("--_1.2.json"));
}

TEST_CASE("more visits than are compared are refused before every infant gets each of them") {
  cohort::Folder folder;
  std::string table = "participant,visit,group,file\n";
  for (int i = 0; i < 33; ++i) {
    folder.paths.push_back(std::to_string(i) + ".edf");
    table += std::to_string(i) + "," + std::to_string(i) + ",a," + std::to_string(i) + ".edf\n";
  }
  folder.paths.push_back("cohort.csv");
  folder.tables["cohort.csv"] = table;
  CHECK(cohort::find_cohort(folder, {}).error().message ==
        "There are 33 different visits; at most 32 are compared.");
}

TEST_CASE("a rate is usable where what is measured fits below half of it") {
  const auto why = [](edf::ChannelKind kind, double rate_hz) {
    edf::Signal made;
    made.label = "X";
    made.kind = kind;
    made.sample_rate_hz = rate_hz;
    return edf::unusable_rate(made);
  };
  using enum edf::ChannelKind;
  for (const double rate_hz : {0.0001, 1.0, 39.0, 1e9}) CHECK(!why(ecg, rate_hz).empty());
  for (const double rate_hz : {0.001, 17.0, 1e9}) CHECK(!why(eeg, rate_hz).empty());
  for (const double rate_hz : {64.0, 250.0, 16384.0}) {
    CHECK(why(ecg, rate_hz).empty());
    CHECK(why(eeg, rate_hz).empty());
  }
  CHECK(why(respiration, 4).empty());
  CHECK(why(other, 0.001).empty());
}

TEST_CASE("what is left of the start in a copy without names is said") {
  const auto place_of = [](edf::Ticks first) {
    Recipe wanted = recipe(2);
    wanted.annotations = {{0, {}, "x", ""}};
    wanted.onsets = {first, first + edf::ticks_per_second};
    const Bytes bytes = write(wanted);
    edf::Reader reader(bytes.size(), {});
    REQUIRE(reader.push(bytes).ok());
    REQUIRE(reader.finish().ok());
    for (const edf::Place& place : edf::identity_places(reader, {}))
      if (place.place == "fraction of the start’s second") return place.treatment;
    return edf::Treatment::cleaned;
  };
  CHECK(place_of(0) == edf::Treatment::clean_already);
  CHECK(place_of(3'671'875) == edf::Treatment::kept);
}
