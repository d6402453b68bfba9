// What the model says of infants who were not seen at every visit. Expected values: R 4.2.2 (nlme 3.1-162), as in
// stats_mixed_test.cpp; counts by hand.
#include <array>
#include <string>

#include "group/analysis.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::group;
using doctest::Approx;

namespace {

/// 12 + 12 infants at three visits, ten values missing; the table of stats_mixed_test.cpp.
constexpr const char* missing_study =
    "participant,group,visit,measure,value\n"
    "1,ppd,1,y,5.27\n1,ppd,2,y,4.99\n2,ppd,1,y,4.15\n2,ppd,2,y,5.54\n"
    "2,ppd,3,y,6.84\n3,ppd,3,y,5.58\n4,ppd,1,y,7.26\n4,ppd,2,y,6.34\n"
    "4,ppd,3,y,7.7\n5,ppd,1,y,5.4\n5,ppd,2,y,6.14\n5,ppd,3,y,7.7\n"
    "6,ppd,1,y,5.18\n6,ppd,2,y,4.65\n6,ppd,3,y,4.96\n7,ppd,1,y,6.68\n"
    "7,ppd,3,y,6.1\n8,ppd,1,y,5.58\n8,ppd,2,y,7.05\n8,ppd,3,y,7.85\n"
    "9,ppd,1,y,5.98\n9,ppd,2,y,7.37\n9,ppd,3,y,7.29\n10,ppd,1,y,4.42\n"
    "10,ppd,2,y,5.77\n10,ppd,3,y,4.7\n11,ppd,1,y,8.65\n11,ppd,2,y,9.59\n"
    "12,ppd,1,y,4.82\n13,control,1,y,6.66\n13,control,2,y,4.22\n13,control,3,y,4.94\n"
    "14,control,1,y,2.37\n14,control,2,y,1.6\n14,control,3,y,2.53\n15,control,1,y,4.54\n"
    "15,control,2,y,7.82\n15,control,3,y,6.5\n16,control,1,y,7.12\n16,control,2,y,5.42\n"
    "16,control,3,y,4.24\n17,control,1,y,5.59\n18,control,1,y,6.42\n18,control,2,y,5.69\n"
    "18,control,3,y,6.13\n19,control,1,y,6.06\n19,control,2,y,5.4\n19,control,3,y,5.42\n"
    "20,control,1,y,5.58\n20,control,2,y,6.89\n20,control,3,y,4.19\n21,control,2,y,6.44\n"
    "21,control,3,y,7.17\n22,control,1,y,5.63\n22,control,2,y,6.31\n22,control,3,y,6.21\n"
    "23,control,1,y,4.55\n23,control,2,y,6.3\n23,control,3,y,6.25\n24,control,1,y,3.31\n"
    "24,control,2,y,4.2\n24,control,3,y,3.17\n";

const std::string table_head = "participant,group,visit,measure,value\n";

MeasureResult measure_of(const std::string& text) {
  const auto table = read_table(text, {});
  REQUIRE(table.ok());
  return analyze(*table, {}).measures.at(0);
}

/// 8 + 8 infants at two visits: `values` by infant and visit, treated first.
std::string two_visits(const std::array<double, 32>& values) {
  std::string text = table_head;
  for (std::size_t i = 0; i < values.size(); ++i)
    text += "p" + std::to_string(i / 2) + (i < 16 ? ",ppd," : ",control,") + std::to_string(1 + i % 2) +
            ",y," + std::to_string(values[i]) + "\n";
  return text;
}

constexpr std::array<double, 32> positive{10, 14, 9,  12, 11, 13, 8,  13, 12, 15, 10, 11, 9,  14, 7,  12,
                                          14, 14, 13, 14, 15, 14, 12, 13, 16, 15, 14, 15, 13, 12, 15, 16};
constexpr std::array<double, 32> negative{10, 1,  9,  2, 11, 3, 8, 3,  2,  15, 10, 1, 9,  4, 7, 12,
                                          4,  14, 13, 4, 15, 4, 2, 13, 16, 5,  14, 5, 13, 2, 5, 16};

}  // namespace

TEST_CASE("means, contrasts and d of a later visit are the model's, with completers beside them") {
  const MeasureResult measure = measure_of(missing_study);
  const LaterVisit& last = measure.later_visits.at(1);
  const CellSummary& cell = measure.cells.at(2);
  CHECK(cell.group == "ppd");
  CHECK(*cell.model_mean.value == Approx(6.65625782691).epsilon(1e-7));
  CHECK(*cell.model_mean.se == Approx(0.459886079689).epsilon(1e-5));
  CHECK(*last.interaction.value == Approx(1.13956859343).epsilon(1e-7));
  CHECK(*last.difference_model.estimate.value == Approx(1.48437403596).epsilon(1e-7));
  CHECK(*last.difference_model.p == Approx(0.0237925747723).epsilon(1e-4));
  CHECK(*last.treated_change_model.estimate.value == Approx(0.952994607918).epsilon(1e-7));
  CHECK(*last.d_ppc2.value == Approx(0.790734255235).epsilon(1e-7));
  CHECK(*last.d_ppc2.ci_low == Approx(-0.0390525303896).epsilon(1e-3));
  CHECK(*last.d_ppc2.ci_high == Approx(1.78338689744).epsilon(1e-5));
  // R: t.test(change ~ group, var.equal = TRUE) of the 8 + 10 with the first and the third visit.
  CHECK(*last.change_t == Approx(2.00612929676).epsilon(1e-9));
  CHECK(*last.change_df == 16);
  CHECK(last.incomplete_treated == 4);
  CHECK(last.incomplete_control == 2);
  CHECK(last.told_difference().p == last.difference_model.p);
  CHECK(*last.equivalence.difference == *last.difference_model.estimate.value);
}

TEST_CASE("who left when is counted by group") {
  const auto rows = measure_of(missing_study).dropout;
  REQUIRE(rows.size() == 6);
  const auto counts = [&](int row) { return std::array{rows[row].seen, rows[row].missed, rows[row].left}; };
  CHECK(counts(0) == std::array{11, 1, 0});  // infant 3 came at the third visit only
  CHECK(counts(1) == std::array{9, 2, 1});   // 3 and 7 came again, 12 did not
  CHECK(counts(2) == std::array{9, 0, 2});   // 1 and 11
  CHECK(counts(3) == std::array{11, 1, 0});
  CHECK(counts(4) == std::array{11, 0, 1});
  CHECK(counts(5) == std::array{11, 0, 0});
  CHECK_FALSE(rows[2].left_first_mean);  // of two infants nothing is pooled
  CHECK(*rows[4].stayed_first_mean ==
        Approx((6.66 + 2.37 + 4.54 + 7.12 + 6.42 + 6.06 + 5.58 + 5.63 + 4.55 + 3.31) / 10));
}

TEST_CASE("how far the missing would have to lie from what is expected is told in the unit and in SDs") {
  const LaterVisit last = measure_of(missing_study).later_visits.at(1);
  REQUIRE(last.sensitivity);
  CHECK(last.sensitivity->missing_treated == 0.25);
  CHECK(*last.sensitivity->delta_treated == Approx(0.230320106904).epsilon(1e-3));
  CHECK(*last.sensitivity->delta_control == Approx(-0.746905013725).epsilon(1e-3));
  CHECK(*last.sensitivity->delta_treated_sd == Approx(0.230320106904 / 1.38630870234).epsilon(1e-3));
  const std::string told = last.sentence.english();
  CHECK(told.find("6 infants lack one of these two visits; what is missing is taken as missing at random.") !=
        std::string::npos);
  CHECK(told.find("In completers alone (ppd 8, control 10) the difference in change is +1.33 (p = .062).") !=
        std::string::npos);
  CHECK(told.find("if the missing of ppd (25 %) lay 0.23 (0.17 SD) above what the model expects.") !=
        std::string::npos);
  CHECK_FALSE(measure_of(two_visits(positive)).later_visits[0].sensitivity);
}

TEST_CASE("a visit that one group has not at all stays in the model, and its contrast alone is withheld") {
  std::string text = two_visits(positive);
  const double third[] = {13, 12, 15, 12, 16, 10};
  for (int i = 0; i < 6; ++i) text += "p" + std::to_string(i) + ",ppd,3,y," + std::to_string(third[i]) + "\n";
  const MeasureResult measure = measure_of(text);
  // R: gls with the one column less that qr finds; pbkrtest's degrees of freedom and p.
  CHECK(measure.group_by_time.observations == 38);
  CHECK(*measure.group_by_time.df_num == 1);
  CHECK(*measure.group_by_time.estimate == Approx(3.375).epsilon(1e-9));
  CHECK(*measure.group_by_time.se == Approx(0.655263988415).epsilon(1e-6));
  CHECK(*measure.group_by_time.df_den == Approx(19.0215020912).epsilon(1e-6));
  CHECK(*measure.group_by_time.p == Approx(5.66606076479e-05).epsilon(1e-5));
  CHECK(measure.later_visits[1].finding ==
        "cannot be judged: control: 0 infants have a value at visit “3”, at least 5 are needed");
  CHECK(measure.cells[2].model_mean.value.has_value());
}

TEST_CASE("a negative correlation within infants is said, and the model has the gains' test") {
  const MeasureResult measure = measure_of(two_visits(negative));
  CHECK(measure.group_by_time.singular);
  CHECK(*measure.group_by_time.correlation == Approx(-0.844103686832).epsilon(1e-6));
  const LaterVisit& later = measure.later_visits[0];
  CHECK(*later.interaction_p == Approx(*later.change_p).epsilon(1e-9));
  CHECK(later.sentence.english().find("do not correlate positively (r −0.84); the model allows for it.") !=
        std::string::npos);
  CHECK_FALSE(measure_of(two_visits(positive)).group_by_time.singular);
}
