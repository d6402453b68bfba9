// `attune design` as it is called.
#ifdef ATTUNE_BINARY
#include "base/json.hpp"
#include "cli_run.hpp"
#include "group/design.hpp"

using namespace attune;
using test::run;

TEST_CASE("attune design plans one study for each number of infants and says with what error") {
  const auto called =
      run("design --infants 8 --infants 12 --draws 100 --effect 1 --correlation 0.6 --seed 3");
  CHECK(called.status == 0);
  const auto design = parse_json<group::Design>(called.out);
  REQUIRE(design.ok());
  REQUIRE(design->points.size() == 2);
  CHECK(design->points[0].treated == 8);
  CHECK(design->points[1].control == 12);
  CHECK(design->points[1].group_by_time.n == 100);
  CHECK(design->points[1].group_by_time.se);
  CHECK(design->settings.effect == 1);
  CHECK(design->settings.seed == 3);
  CHECK(design->points[0].sentence.english().starts_with("8 treated and 8 comparison infants: "));
}

TEST_CASE("attune design takes settings from a file, and options over them") {
  const auto path =
      test::save("design.json", R"({"infants": [6], "visits": 3, "draws": 100, "control_ratio": 2})");
  const auto called = run("design --visits 2 --settings " + path);
  CHECK(called.status == 0);
  const auto design = parse_json<group::Design>(called.out);
  REQUIRE(design.ok());
  CHECK(design->settings.visits == 2);
  CHECK(design->points.at(0).treated == 6);
  CHECK(design->points.at(0).control == 12);
}

TEST_CASE("attune design --text says it in sentences, in either language") {
  const auto english = run("design --infants 6 --draws 100 --text");
  CHECK(english.status == 0);
  CHECK(english.out.starts_with("6 treated and 6 comparison infants: "));
  CHECK(english.out.find("Seen in 100 simulated studies") != std::string::npos);
  CHECK(run("design --infants 6 --draws 100 --text --language fr").out.starts_with("6 nourrissons traités"));
}

TEST_CASE("attune design refuses what cannot be planned, by name and range") {
  const auto outside = run("design --dropout 0.95");
  CHECK(outside.status == 1);
  CHECK(outside.err.find("dropout") != std::string::npos);
  CHECK(outside.err.find("0.9") != std::string::npos);
  CHECK(run("design --visits 3 --correlation=-0.6").status == 2);
  CHECK(run("design --visits 3 --correlation -0.6").err.find("(E_DESIGN_CORRELATION)") != std::string::npos);
  CHECK(run("design --infants 1").status == 2);
  CHECK(run("design --infants 2.5").status == 2);
  CHECK(run("design --infants").status == 2);
  CHECK(run("design table.csv").status == 2);
}

TEST_CASE("attune design --schema describes what it prints") {
  const auto called = run("design --schema");
  CHECK(called.status == 0);
  CHECK(called.out.find("\"DesignPoint\"") != std::string::npos);
}
#endif
