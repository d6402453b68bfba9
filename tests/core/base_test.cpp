#include <algorithm>
#include <cmath>
#include <limits>
#include <span>

#include "base/json.hpp"
#include "base/json_text.hpp"
#include "base/random.hpp"
#include "base/sha256.hpp"
#include "base/sort_by.hpp"
#include "report/report.hpp"
#include "support.hpp"

using namespace attune;

static std::string sha256_of(std::string_view text, Sha256Blocks blocks = sha256_blocks()) {
  Sha256 hash(blocks);
  hash.update({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  return hash.hex();
}

TEST_CASE("SHA-256 gives the digests of FIPS 180-4's examples, plain and by the processor's instructions") {
  for (const Sha256Blocks blocks : {sha256_blocks_plain, sha256_blocks()}) {
    CHECK(sha256_of("", blocks) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(sha256_of("abc", blocks) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", blocks) ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(sha256_of(std::string(1'000'000, 'a'), blocks) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
  }
}

TEST_CASE("SHA-256 does not depend on how the bytes are sliced") {
  const std::string text(1000, 'a');
  for (std::size_t slice : {1, 55, 56, 63, 64, 65, 999}) {
    Sha256 hash;
    for (std::size_t at = 0; at < text.size(); at += slice) {
      const std::string part = text.substr(at, slice);
      hash.update({reinterpret_cast<const std::uint8_t*>(part.data()), part.size()});
    }
    CHECK(hash.hex() == sha256_of(text));
  }
}

TEST_CASE("a described value survives the way through JSON unchanged") {
  visit::Settings settings;
  settings.eeg.alpha.low_hz = 0.1 + 0.2;  // needs 17 digits
  settings.eeg.pairs = {{"F3", "F4"}};
  const auto back = parse_json<visit::Settings>(dump(to_json(settings)));
  REQUIRE(back.ok());
  CHECK(back->eeg.alpha.low_hz == settings.eeg.alpha.low_hz);
  CHECK(back->eeg.pairs.size() == 1);
  CHECK(dump(to_json(*back)) == dump(to_json(settings)));
}

TEST_CASE("a described value straight to text is the text of its tree") {
  visit::Visit visit;
  CHECK(json_text(visit) == dump(to_json(visit)));
  visit.label = "a\"b\\c\n\x01 \x7f caf\xc3\xa9 \xff";  // bytes that JSON escapes, and one that is not UTF-8
  visit.phases = {{"One", PhaseKind::rest, 0.1 + 0.2, 1e300}, {"", PhaseKind::play, -0.0, 5e-324}};
  visit.heart.tachogram.nn_ms = {1, 1.0 / 3, std::nan(""), std::numeric_limits<double>::infinity(), 1e21};
  visit.heart.tachogram.edited = {true, false};
  visit.eeg.asymmetry.resize(1);
  visit.eeg.asymmetry[0].rejected = {{"step", 3}, {"\"", -1}};
  CHECK(json_text(visit) == dump(to_json(visit)));
}

TEST_CASE("settings that are not understood are refused with their path") {
  CHECK(parse_json<visit::Settings>("{").error().code == "E_JSON_SYNTAX");
  CHECK(parse_json<visit::Settings>(R"({"eeg":{"alpha":{"low_hz":"six"}}})").error().where ==
        "eeg.alpha.low_hz");
  CHECK(parse_json<visit::Settings>(R"({"eeg":{"alfa":{}}})").error().code == "E_JSON_UNKNOWN");
  // A setting of older files that no longer is one.
  CHECK(parse_json<visit::Settings>(R"({"ecg":{"editing":{"c1":0.13}}})").ok());
  CHECK(parse_json<visit::Settings>(R"({"ecg":{"preset":"cat"}})").error().message ==
        "Expected one of: infant, child, adult, by_age.");
  CHECK(parse_json<visit::Settings>(R"({"eeg":{"pairs":[{"left":"F3"},{"right":4}]}})").error().where ==
        "eeg.pairs[1].right");
  CHECK(parse_json<std::vector<visit::Settings>>(R"([{},{"eeg":0}])").error().where == "[1].eeg");
  // In whatever order they come.
  CHECK(parse_json<visit::Settings>(R"({"hrv":{},"eeg":{"total":{"high_hz":19},"alpha":{"low_hz":7}}})")
            ->eeg.alpha.low_hz == 7);
}

TEST_CASE("a missing member keeps its default") {
  const auto settings = parse_json<visit::Settings>(R"({"hrv":{"epoch_s":60}})");
  REQUIRE(settings.ok());
  CHECK(settings->hrv.epoch_s == 60);
  CHECK(settings->hrv.rsa_low_hz == 0.24);
}

TEST_CASE("the schema names every member of the report") {
  Json definitions = Json::object();
  schema_of<report::Report>(definitions);
  CHECK(definitions.contains("Report"));
  CHECK(definitions["Visit"]["properties"].contains("heart"));
  CHECK(definitions["Estimate"]["properties"]["value"]["anyOf"][1]["type"] == "null");
}

TEST_CASE("seeded random numbers have the moments of their distribution") {
  Random random(1);
  double sum = 0, squares = 0;
  const int n = 100000;
  for (int i = 0; i < n; ++i) {
    const double x = random.normal();
    sum += x;
    squares += x * x;
  }
  // Five standard errors of the mean and of the variance of n standard normals.
  CHECK(std::abs(sum / n) < 5 / std::sqrt(n));
  CHECK(std::abs(squares / n - 1) < 5 * std::sqrt(2.0 / n));
}

TEST_CASE("things sorted by a number stand as the standard's stable sort puts them") {
  Random random(2);
  struct Thing {
    std::string name;
    int number;
    bool operator==(const Thing&) const = default;
  };
  std::vector<Thing> things;
  for (int i = 0; i < 200; ++i)
    things.push_back({std::to_string(i), static_cast<int>(random.below(20)) - 10});
  std::vector<Thing> expected = things;
  std::stable_sort(expected.begin() + 50, expected.end(),
                   [](const Thing& a, const Thing& b) { return a.number < b.number; });
  sort_by(std::span(things).subspan(50), &Thing::number);
  CHECK((things == expected));
}
