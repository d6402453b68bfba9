// Questionnaire scores: ranges, half-answered rule, ORC, EPDS notes. Expected values by hand.
#include "base/json.hpp"
#include "behavior/items.hpp"
#include "behavior/scores.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::behavior;
using doctest::Approx;

namespace {

Result<Scores> scores_from(const std::string& json) {
  auto scores = parse_json<Scores>(json);
  REQUIRE(scores.ok());
  return complete_scores(std::move(*scores));
}

}  // namespace

TEST_CASE("a scale is the mean of its answered items, reversed ones turned round") {
  // 2, 8 - 3 = 5, 5; one does not apply: mean 4.
  const std::vector<ItemAnswer> answers{
      {"i1", 2}, {"i2", 3, false, true}, {"i3", std::nullopt, true}, {"i4", 5}, {"i5", std::nullopt}};
  const auto score = score_items(answers);
  REQUIRE(score.ok());
  CHECK(*score->value == Approx(4).epsilon(1e-12));
  CHECK(score->answered == 3);
  CHECK(score->applicable == 4);
}

TEST_CASE("with fewer than half of the items answered there is no score, and exactly half is enough") {
  const std::vector<ItemAnswer> too_few{{"i1", 2}, {"i2", {}}, {"i3", {}}};
  CHECK(score_items(too_few)->reason == "1 of 3 items answered, at least half are needed.");
  const std::vector<ItemAnswer> half{{"i1", 2}, {"i2", {}}};
  CHECK(*score_items(half)->value == 2);
  CHECK(score_items(std::vector<ItemAnswer>{{"i1", {}, true}})->reason == "No item applies.");
}

TEST_CASE("an answer outside the range is refused by item") {
  const auto refused = score_items(std::vector<ItemAnswer>{{"sooth_4", 8}});
  CHECK(refused.error().code == "E_SCORE_RANGE");
  CHECK(refused.error().message == "8 is not between 1 and 7.");
  CHECK(refused.error().where == "item sooth_4");
}

TEST_CASE("ORC is the mean of its four scales, of mother and partner apart, and missing if one is") {
  const auto scores =
      scores_from(R"({"visits": [{"scores": {"low_intensity_pleasure_mother": 4, "cuddliness_mother": 5,
      "duration_of_orienting_mother": 3, "soothability_mother": 6, "soothability_partner": 6}}]})");
  REQUIRE(scores.ok());
  CHECK(*scores->visits[0].scores.at("orc_mother") == Approx(4.5).epsilon(1e-12));
  CHECK_FALSE(scores->visits[0].scores.at("orc_partner").has_value());
}

TEST_CASE("scores outside their range or of an unknown scale are refused by visit and name") {
  const Error range = scores_from(R"({"visits": [{}, {"scores": {"epds": 31}}]})").error();
  CHECK(range.message == "31 is not between 0 and 30.");
  CHECK(range.where == "visit 2, epds");
  CHECK(scores_from(R"({"visits": [{"scores": {"edps": 3}}]})").error().code == "E_SCORE_SCALE");
  CHECK(scores_from(R"({"sex": "female"})").error().code == "E_SCORE_SEX");
}

TEST_CASE("a free scale has the range and direction that the user gives") {
  const std::string scale =
      R"("scales": [{"id": "sleep", "title": "Night sleep, h", "lowest": 0, "highest": 14,
      "up_means": "longer sleep", "decimals": 1, "source": "diary"}])";
  CHECK(scores_from("{" + scale + R"(, "visits": [{"scores": {"sleep": 9.5}}]})").ok());
  CHECK(scores_from("{" + scale + R"(, "visits": [{"scores": {"sleep": 15}}]})").error().code ==
        "E_SCORE_RANGE");
}

TEST_CASE(
    "item 10 of the EPDS above 0 raises a safety note whatever the total, and totals name their cut-off") {
  const auto notes = score_notes(*scores_from(R"({"visits": [{"scores": {"epds": 9, "epds_item_10": 1}},
      {"scores": {"epds": 10}}, {"scores": {"epds": 13, "epds_item_10": 0}}]})"));
  REQUIRE(notes.size() == 3);
  CHECK(notes[0].code == "W_EPDS_ITEM_10");
  CHECK(notes[0].where == "visit 1, epds_item_10");
  CHECK(notes[1].message.english().find("10, the cut-off for possible") != std::string::npos);
  CHECK(notes[2].message.english().find("13, the cut-off for probable") != std::string::npos);
}
