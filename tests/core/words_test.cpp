// What is said, put into words. Plural categories: CLDR 42, https://www.unicode.org/cldr/charts/42/supplemental/
// language_plural_rules.html; the samples of its table for English and French.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <random>
#include <set>

#include "base/json.hpp"
#include "base/result.hpp"
#include "support.hpp"
#include "words/digits.hpp"
#include "words/format.hpp"
#include "words/ids/brain.hpp"
#include "words/ids/edf.hpp"
#include "words/ids/heart.hpp"
#include "words/ids/reason.hpp"
#include "words/plural.hpp"
#include "words/sentence.hpp"

using namespace attune;
using words::Language;
using words::say;

namespace {

std::string english(const words::Said& said) {
  return words::text(said);
}
std::string french(const words::Said& said) {
  return words::text(said, {Language::french});
}
std::string pseudo(const words::Said& said) {
  return words::text(said, {Language::pseudo});
}

words::Said gaps(int count) {
  return say<"edf.gaps">({{"gaps", count}, {"total", words::duration(12.5)}});
}

words::Said length(double seconds) {
  return say<"edf.battery_low">({{"onset", words::duration(seconds)}});
}
std::string length_in_english(double seconds) {
  const std::string said = english(length(seconds)),
                    before = "The amplifier reports a low battery, first at ";
  return said.substr(before.size(), said.size() - before.size() - 1);
}

/// The text with the same number in all its holes.
words::Said filled(const words::Entry& entry, int number) {
  return {entry.id, std::vector<words::Value>(words::count_holes(entry.holes), words::Value(number))};
}

}  // namespace

TEST_CASE("plural categories of English and French are those of CLDR") {
  for (const char* one : {"1", "-1", "+1"}) CHECK(words::plural_category(one, Language::english) == "one");
  for (const char* other : {"0", "2", "16", "100", "1000000", "0.0", "1.0", "1.5", "10.1"})
    CHECK(words::plural_category(other, Language::english) == "other");
  for (const char* one : {"0", "1", "0.0", "1.5", "1.9", "-1"})
    CHECK(words::plural_category(one, Language::french) == "one");
  for (const char* many : {"1000000", "2000000", "50000000"})
    CHECK(words::plural_category(many, Language::french) == "many");
  for (const char* other : {"2", "17", "100", "100000", "2.0", "3.5", "1000000.0", "1000001"})
    CHECK(words::plural_category(other, Language::french) == "other");
}

TEST_CASE("a text chooses by the number, by yes or no, and puts numbers where # stands") {
  const std::string after =
      ", 12.5 s in all; nothing is computed across a gap. If nobody paused it, a part of the file is "
      "missing.";
  CHECK(english(gaps(0)) == "The recording has 0 gaps" + after);
  CHECK(english(gaps(1)) == "The recording has 1 gap" + after);
  CHECK(english(gaps(3)) == "The recording has 3 gaps" + after);
  CHECK(french(gaps(0)).starts_with("L’enregistrement a 0 interruption, 12,5 s au total\u202f; "));
  CHECK(french(gaps(2)).starts_with("L’enregistrement a 2 interruptions, "));
  const auto shifted = [](bool lost, int bytes) {
    return english(
        say<"edf.header_shifted">({{"place", say<"edf.where.patient">()}, {"lost", lost}, {"bytes", bytes}}));
  };
  CHECK(
      shifted(true, 1) ==
      "The header is damaged: one byte is missing in the patient field, so that every field after it stands "
      "one byte too early. Get the original again.");
  CHECK(shifted(false, 2) ==
        "The header is damaged: two bytes are too many in the patient field, so that every field after it "
        "stands two bytes too late. Get the original again.");
  CHECK(english(say<"edf.utf8_damage">({{"times", 0}})).find("question marks. Get") != std::string::npos);
  CHECK(english(say<"edf.utf8_damage">({{"times", 7}})).find("question marks (7 times or more). Get") !=
        std::string::npos);
}

TEST_CASE("decimals are those that the C library prints, ties and large numbers too") {
  std::mt19937_64 random(1);
  int others = 0;
  for (int i = 0; i < 20'000; ++i) {
    const int decimals = static_cast<int>(random() % 8);
    const double scale = std::pow(10, decimals), tie = (static_cast<double>(random() % 5000) + 0.5) / scale;
    const double any = std::ldexp(static_cast<double>(random() >> 11), -static_cast<int>(random() % 60));
    for (const double size : {tie, any, std::round(any * scale) / scale}) {
      std::array<char, 64> printed{};
      std::snprintf(printed.data(), printed.size(), "%.*f", decimals, size);
      others += size < 1e15 && words::digits_of(words::number(size, decimals)) != printed.data();
    }
  }
  CHECK(others == 0);
}

TEST_CASE("numbers have their digits, and the signs of the language") {
  const auto digits = [](const words::Number& number) { return words::digits_of(number); };
  CHECK(digits(words::number(0.125, 2)) == "0.12");
  CHECK(digits(words::change(0.451, 2)) == "+0.45");
  CHECK(digits(words::change(-0.001, 2)) == "0.00");
  CHECK(digits(words::at_most(0.125, 2)) == "0.13");
  CHECK(digits(words::at_most(12, 2)) == "12");
  CHECK(digits(words::at_most(100, 0)) == "100");
  CHECK(digits(words::at_most(1e300, 2)) == "1e+300");
  CHECK(digits(words::significant(0.40618, 3)) == "0.406");
  const auto percent = [](double share) {
    return say<"edf.truncated">({{"time", words::duration(-90)},
                                 {"percent", words::at_most(share, 1)},
                                 {"present", 1},
                                 {"promised", 2}});
  };
  CHECK(english(percent(50.25)) ==
        "The last −1 min 30 s of this recording is missing (50.3 %): 1 of 2 records are there. Copy it again "
        "from where it was made.");
  CHECK(french(percent(50.25)) ==
        "La dernière partie de cet enregistrement manque (−1 min 30 s, 50,3\u202f%)\u202f: 1 blocs sur 2 "
        "sont là. Copiez-le de nouveau depuis son origine.");
}

TEST_CASE("lengths of time are told as people say them") {
  CHECK(length_in_english(0.4564) == "0.46 s");
  CHECK(length_in_english(12.5) == "12.5 s");
  CHECK(length_in_english(0.00025) == "0.00025 s");
  CHECK(length_in_english(200) == "3 min 20 s");
  CHECK(length_in_english(120) == "2 min");
  CHECK(length_in_english(43194) == "11 h 59 min");
  CHECK(length_in_english(-90) == "−1 min 30 s");
}

TEST_CASE("what a user or a file calls something keeps every letter, in every language") {
  for (const char* own :
       {"Hamilton girls, at rest", "baseline at rest", "withdrawn in play", "1.5 % ; «a»: {x} #"}) {
    const auto said = say<"edf.duplicate_labels">({{"label", words::as_is(own)}, {"count", 2}});
    CHECK(english(said).find("“" + std::string(own) + "”") != std::string::npos);
    CHECK(french(said).find("«\u202f" + std::string(own) + "\u202f»") != std::string::npos);
    CHECK(pseudo(said).find("“" + std::string(own) + "”") != std::string::npos);
  }
}

TEST_CASE("a sentence inside another loses its full stop and first capital, and no other sign or letter") {
  const auto part = [](const words::Text& whole) { return words::without_stop(whole); };
  const words::Text none = say<"brain.none">();
  CHECK(words::text(part(none)) == "there is no EEG channel in this recording");
  CHECK(words::text(part(none), {Language::french}) == "il n’y a pas de canal EEG dans cet enregistrement");
  CHECK(!words::text(part(none), {Language::pseudo}).ends_with(".⟧⟧"));
  // What has none stays what it is; one of a name stays where the sentence has its own.
  const words::Text beats = say<"heart.no_beats">();
  CHECK(part(beats) == beats);
  const words::Text sites =
      say<"reason.no_sites">({{"left", words::as_is("F3.")}, {"right", words::as_is("F4.")}});
  CHECK(words::text(part(sites)) == "this recording has no F3. and F4.");
  const words::Text named =
      say<"brain.site_unusable">({{"site", words::as_is("Fz")}, {"why", words::as_is("It is flat.")}});
  CHECK(words::text(part(named)) == "Fz cannot be used. It is flat");
  const words::Text apostrophe = say<"reason.one_without_error">();
  CHECK(words::text(part(apostrophe), {Language::french}).starts_with("l’une des deux"));
  CHECK(part(words::Text("20 s of clean data.")) == "20 s of clean data");
}

TEST_CASE("the pseudo-language leaves no plain letter of a text") {
  for (const words::Entry& entry : words::all_entries()) {
    const std::string text = pseudo(filled(entry, 7));
    CHECK(text.starts_with("⟦"));
    CHECK_MESSAGE(std::none_of(text.begin(), text.end(),
                               [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }),
                  text);
  }
}

/// The page's module has no texts that the program alone says (CMakeLists.txt).
bool is_said_here(const words::Entry& entry) {
#ifdef __EMSCRIPTEN__
  if (entry.id.starts_with("cli.")) return false;
#endif
  return !entry.id.empty();
}

TEST_CASE("every text of every catalogue is filled: no brace, and French set as French") {
  for (const words::Entry& entry : words::all_entries()) {
    if (!is_said_here(entry)) continue;
    for (const int number : {0, 1, 7}) {
      CAPTURE(entry.id);
      for (const std::string& text : {english(filled(entry, number)), french(filled(entry, number))}) {
        CHECK_FALSE(text.empty());
        CHECK(text.find_first_of("{}#") == std::string::npos);
        CHECK(text.find("  ") == std::string::npos);
      }
      for (const char* sign : {" ;", " :", " !", " ?", " %", " »", "« "})
        CHECK(french(filled(entry, number)).find(sign) == std::string::npos);
    }
  }
}

TEST_CASE("every text of the catalogues is said somewhere in the core") {
  std::set<std::string, std::less<>> said;
  const std::filesystem::path core = std::filesystem::path(ATTUNE_SOURCE_DIR) / "core";
  for (const auto& file : std::filesystem::recursive_directory_iterator(core)) {
    if (file.path().extension() != ".cpp" && file.path().extension() != ".hpp") continue;
    const std::string source = test::read_text(file.path());
    for (std::size_t open = source.find('"'); open != std::string::npos;) {
      const std::size_t close = source.find('"', open + 1);
      if (close == std::string::npos) break;
      if (close - open < 80) said.insert(source.substr(open + 1, close - open - 1));
      open = close;  // the end of one text may be the beginning of another: nothing is missed by taking both
    }
  }
  for (const words::Entry& entry : words::all_entries())
    if (!entry.id.starts_with("settings."))  // named by the struct and its member: setting_words_test.cpp
      CHECK_MESSAGE(said.contains(entry.id), entry.id);
}

TEST_CASE("JSON holds the text, and beside it what is said; both are read back") {
  const Diagnostic diagnostic{"W_GAPS", Severity::warning, gaps(2), "somewhere of an older version", ""};
  const Json json = to_json(diagnostic);
  CHECK(json["message"] == english(gaps(2)));
  CHECK(dump(json["said"]) == R"({"message":{"id":"edf.gaps","with":{"gaps":2,"total":{"number":12.5,)"
                              R"("as":"duration","digits":0,"sign":false}}}})");
  Diagnostic back;
  REQUIRE(from_json(json, back).ok());
  CHECK(back.message == diagnostic.message);
  CHECK(back.message.said());
  CHECK(back.where == diagnostic.where);

  const Json in_french = to_json(diagnostic, {{Language::french}, {}});
  CHECK(in_french["message"] == french(gaps(2)));
  CHECK(in_french["said"] == json["said"]);
  CHECK(in_french["where"] == "somewhere of an older version");

  const std::array<words::Manner, 1> also{{{Language::french}}};
  CHECK(to_json(diagnostic, {{}, also})["said"]["message"]["fr"] == french(gaps(2)));
}

TEST_CASE("a report of an older or a later version shows its own text") {
  Diagnostic read;
  REQUIRE(from_json(Json::parse(R"({"code":"W_GAPS","message":"as it was said then"})"), read).ok());
  CHECK(read.message == "as it was said then");
  for (const char* said :
       {R"({"id":"of.a.later.version","with":{}})", R"({"id":"edf.gaps","with":{"gaps":2}})",
        R"({"id":"edf.gaps","with":{"gaps":2,"other":3}})", R"({"id":7})", "null", "[]"}) {
    const std::string text = std::string(R"({"message":"its own words","said":{"message":)") + said + "}}";
    REQUIRE(from_json(Json::parse(text), read).ok());
    CHECK(read.message == "its own words");
  }
}
