// Annotations: time-stamped lists as EDF+ has them (Kemp & Olivan 2003), and what files make of them.
#include "edf/tal.hpp"
#include "edf/text.hpp"
#include "edf_bytes.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

Reading with_tal(const std::string& bytes) {
  return read(with_tals({{clock("+0")}, {clock("+1") + bytes}, {clock("+2")}, {clock("+3")}}));
}

}  // namespace

TEST_CASE("annotation signals are merged and sorted, and only the first keeps time") {
  const Reading got = read(with_tals({{clock("+0") + tal("+0.5", "on 1"), tal("+0.75", "on 2")},
                                      {clock("+1"), clock("+7") + tal("+0.25\x15"
                                                                      "0.5",
                                                                      "late on 2")}}));
  REQUIRE(got.annotations.size() == 3);
  CHECK(got.annotations[0].text == "late on 2");
  CHECK(got.annotations[0].duration == 5'000'000);
  CHECK(got.annotations[1].text == "on 1");
  CHECK(got.annotations[2].text == "on 2");
  CHECK(got.segments.size() == 1);
}

TEST_CASE("a malformed annotation costs itself and nothing else") {
  const std::string nul(1, '\0');
  const std::vector<std::pair<std::string, std::string>> clear{
      {tal("0.5", "no sign"), "no sign"},
      {tal("+5e-1", "exponent"), "exponent"},
      {tal("+0.5\x15", "empty duration"), "empty duration"},
      {tal("+0,5", "comma"), "comma"},
      {tal("+ 0.5", "blank"), ""},
      {tal(" +0.5", "blank before"), "blank before"},
      {tal("+0.5\x15"
           "1\x15"
           "2",
           "two durations"),
       "two durations"},
      {tal("+0.5\x15"
           "-1",
           "negative"),
       "negative"},
      {"+0.5\x14no end" + nul, "no end"},
  };
  for (const auto& entry : clear) {
    const auto& bytes = entry.first;
    const auto& text = entry.second;
    const Reading got = with_tal(bytes);
    REQUIRE(got.status.ok());
    CHECK(got.digital[0].size() == 32);
    if (text.empty()) continue;
    REQUIRE_MESSAGE(got.annotations.size() == 1, text);
    CHECK(got.annotations[0].text == text);
    CHECK(got.annotations[0].onset == 5'000'000);
    CHECK(got.message("N_ANNOTATION_FORM") ==
          "Annotations not written as EDF+ asks, but clear: 1, first in record 1.");
  }
  const std::vector<std::string> unclear{"\x14\x14" + nul,      tal("+", "sign only"),
                                         tal("+1e999", "far"),  tal("+999999999999999999999999999999", "far"),
                                         tal("+nan", "none"),   tal("abc", "text"),
                                         "+0.5 no marks" + nul, tal("+0.5.5", "two points")};
  for (const std::string& bytes : unclear) {
    const Reading got = with_tal(bytes);
    REQUIRE(got.status.ok());
    CHECK(got.annotations.empty());
    CHECK(got.segments.size() == 1);
    CHECK(got.message("W_BAD_ANNOTATIONS") ==
          "Annotations that cannot be read: 1, first in record 1; they are left out, the signals are not "
          "affected.");
  }
  CHECK(with_tal(tal("+", "sign only")).find("W_BAD_ANNOTATIONS")->raw == "+\\x14sign only\\x14");
  CHECK(with_tal(nul + nul + tal("+0.5", "after NULs")).annotations.size() == 1);
}

TEST_CASE("an annotation that is not UTF-8 is read as Windows-1252, and the others stay") {
  const Reading got = with_tal(tal("+0.5", "F\xFChrer") + tal("+0.75", "\u00FCber \u2714"));
  REQUIRE(got.annotations.size() == 2);
  CHECK(got.annotations[0].text == "F\u00FChrer");
  CHECK(got.annotations[1].text == "\u00FCber \u2714");
  CHECK(got.message("N_ANNOTATION_ENCODING") ==
        "Annotations that are not UTF-8: 1; they are read as Windows-1252.");
}

TEST_CASE("a text that was cut within a letter stays UTF-8 without it, and that is told") {
  const std::string cut40 =
      "Le nourrisson regarde sa m\xC3\xA8re et s'agi\xC3";  // 40 bytes, as some programs cut
  REQUIRE(cut40.size() == 40);
  const Reading reading = read(with_tals({{clock("+0"), tal("+0", cut40)},
                                          {clock("+1"), tal("+1",
                                                            "B\xC3\xA9"
                                                            "b\xC3\xA9 \xE2\x80")},
                                          {clock("+2"), tal("+2", "agit\xE9")}}));
  REQUIRE(reading.annotations.size() == 3);
  CHECK(reading.annotations[0].text == cut40.substr(0, 39));
  CHECK(reading.annotations[1].text ==
        "B\xC3\xA9"
        "b\xC3\xA9 ");
  CHECK(reading.annotations[2].text == "agit\xC3\xA9");  // Windows-1252, not a cut
  CHECK(reading.message("N_ANNOTATION_CUT").starts_with("2 annotations end within a letter"));
  CHECK(reading.message("N_ANNOTATION_ENCODING").find("not UTF-8: 1;") != std::string::npos);
  // Of plain letters alone, 40 bytes are a cut.
  CHECK(edf::without_cut_letter(std::string(39, 'a') + "\xC3") == std::string(39, 'a'));
  CHECK(edf::without_cut_letter(std::string(38, 'a') + "\xC3") == std::string(38, 'a') + "\xC3");
}

TEST_CASE("marks of programs that damage files are notes") {
  RawFile file = raw_file();
  file.recording = "Startdate X X X b4c_1.2";
  file.reserved = "EDF+C";
  file.signals[0].prefilter = "HP:nanHz LP:nanHz";
  const Reading reading = read(assemble(file));
  CHECK(reading.find("N_WRITER") != nullptr);
  CHECK(reading.find("N_FILTER_NAN") != nullptr);
  CHECK_FALSE(reading.header.signals[0].filters.highpass_hz.has_value());
  CHECK(read(assemble(raw_file())).find("N_WRITER") == nullptr);
}

TEST_CASE("annotations outside the data are kept and told") {
  const Reading got = with_tal(tal("-3", "before") + tal("+60", "after"));
  REQUIRE(got.annotations.size() == 2);
  CHECK(got.annotations[0].onset == -30'000'000);
  CHECK(got.message("W_ANNOTATION_OUTSIDE") ==
        "Annotations before the start or after the end of the data: 2, the first at −3 s.");
}

TEST_CASE("no duration and a duration of zero differ") {
  const Reading got = with_tal(tal("+0.5", "none") +
                               tal("+0.5\x15"
                                   "0",
                                   "zero") +
                               tal("+0.5\x15"
                                   "-2",
                                   "negative"));
  REQUIRE(got.annotations.size() == 3);
  CHECK(!got.annotations[0].duration);
  CHECK(got.annotations[1].duration == 0);
  CHECK(!got.annotations[2].duration);
}

TEST_CASE("several texts at one time are several annotations") {
  const Reading got =
      with_tal(tal("+0.5\x15"
                   "2",
                   "one\x14two\x14three"));
  REQUIRE(got.annotations.size() == 3);
  CHECK(got.annotations[1].text == "two");
  CHECK(got.annotations[2].duration == 20'000'000);
}

TEST_CASE("texts behind the time of a record are annotations at that time") {
  const Reading got =
      read(with_tals({{"+0\x14\x14Recording starts\x14" + std::string(1, '\0')}, {clock("+1")}}));
  REQUIRE(got.annotations.size() == 1);
  CHECK(got.annotations[0].text == "Recording starts");
  CHECK(got.segments.size() == 1);
}

TEST_CASE("text@@channel links to a channel that exists, and the text stays") {
  Reading got = with_tal(tal("+0.5", "spike@@EEG Cz"));
  CHECK(got.annotations.at(0).channel == "EEG Cz");
  CHECK(got.annotations.at(0).text == "spike@@EEG Cz");
  got = with_tal(tal("+0.5", "spike@@nowhere"));
  CHECK(got.annotations.at(0).channel.empty());
}

TEST_CASE("long and hostile texts pass unchanged") {
  Recipe wanted = recipe(2);
  const std::string hostile = "<img src=x onerror=alert(1)>,\"=1+1\"\t\u202E\x1B[31m";
  const std::string longest(600, 'x');
  wanted.annotations = {{0, {}, hostile, ""}, {5'000'000, {}, longest, ""}};
  for (const std::size_t slice : {1u, 13u, 4096u}) {
    const Reading got = read(write(wanted), slice);
    REQUIRE(got.annotations.size() == 2);
    CHECK(got.annotations[0].text == hostile);
    CHECK(got.annotations[1].text == longest);
  }
}

TEST_CASE("times of annotations are exact decimals, rounded to 100 ns") {
  const auto ticks_of = [](const char* text) { return edf::parse_ticks(text)->ticks; };
  CHECK(ticks_of("+0.30000000000000004") == 3'000'000);
  CHECK(ticks_of("+0.00000005") == 1);
  CHECK(ticks_of("-0.00000004") == 0);
  CHECK(ticks_of("+9999999999.9999999") == 99'999'999'999'999'999);
  CHECK(ticks_of(".5") == 5'000'000);
  CHECK(ticks_of("+5.") == 50'000'000);
  CHECK(!edf::parse_ticks("+10000000001"));
  CHECK(!edf::parse_ticks(""));
  CHECK(!edf::parse_ticks("."));
  CHECK(!edf::parse_ticks("+-5"));
  CHECK(!edf::parse_ticks("+ -144000000000202"));
}
