// Scores while they are entered: totals from their parts by hand, the safety note, and what is refused.
#include "behavior/score_check.hpp"

#include "support.hpp"

using namespace attune;
using namespace attune::behavior;
using doctest::Approx;

TEST_CASE("ORC is said to follow from its four parts, beside an ORC that was entered") {
  Scores scores;
  scores.visits.resize(2);
  scores.visits[0].scores = {{"low_intensity_pleasure_mother", 5},
                             {"cuddliness_mother", 5.5},
                             {"duration_of_orienting_mother", 3},
                             {"soothability_mother", 4.5},
                             {"orc_mother", 4.4}};
  scores.visits[1].scores = {{"soothability_mother", 4.5}};
  const auto checked = checked_scores(scores);
  REQUIRE(checked.ok());
  REQUIRE(checked->visits.size() == 2);
  REQUIRE(checked->visits[0].from_parts.contains("orc_mother"));
  CHECK(checked->visits[0].from_parts.at("orc_mother") ==
        Approx(4.5).epsilon(1e-12));  // (5 + 5.5 + 3 + 4.5) / 4
  CHECK(checked->visits[0].from_parts.size() == 1);
  CHECK(checked->visits[1].from_parts.empty());
  REQUIRE(checked->notes.size() == 1);  // 4.4 was entered
  CHECK(checked->notes[0].code == "W_SCORE_PARTS");
}

TEST_CASE("item 10 of the EPDS above 0 brings the safety note with one visit alone") {
  Scores scores;
  scores.visits.resize(1);
  scores.visits[0].scores = {{"epds_item_10", 1}};
  const auto checked = checked_scores(scores);
  REQUIRE(checked.ok());
  REQUIRE(checked->notes.size() == 1);
  CHECK(checked->notes[0].code == "W_EPDS_ITEM_10");
  scores.visits[0].scores = {{"epds_item_10", 0}};
  CHECK(checked_scores(scores)->notes.empty());
}

TEST_CASE("a score outside its range is refused with visit and scale") {
  Scores scores;
  scores.visits.resize(1);
  scores.visits[0].scores = {{"epds", 31}};
  const auto checked = checked_scores(scores);
  REQUIRE_FALSE(checked.ok());
  CHECK(checked.error().code == "E_SCORE_RANGE");
  CHECK(checked.error().where == "visit 1, epds");
}
