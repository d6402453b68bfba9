// The model y ~ group * visit with one correlation within infants. Expected values: R 4.2.2 with nlme 3.1-162 (gls,
// corCompSymm, REML); degrees of freedom pbkrtest 0.5.2 (Kenward–Roger) where the correlation is positive. Of tables
// with gaps, standard errors, F, and df of negative correlations are the formulas of mixed_model.hpp's sources on
// gls' variances, computed in R with whole matrices and numerical derivatives (five digits); with expected in place of
// observed information that R code gives pbkrtest's standard errors.
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <vector>

#include "stats/mixed_model.hpp"
#include "support.hpp"

using namespace attune;
using doctest::Approx;

namespace {

struct Row {
  int infant;
  bool treated;
  int visit;  ///< counted from 1
  double value;
};

/// Treatment coding as in R: intercept, case, visits 2 …, case × visits 2 ….
std::optional<stats::MixedModel> fit(const std::vector<Row>& rows, int visits) {
  std::map<int, std::vector<Row>> of_infant;
  for (const Row& row : rows) of_infant[row.infant].push_back(row);
  std::vector<stats::InfantRows> infants;
  for (const auto& entry : of_infant) {
    const auto n = static_cast<Eigen::Index>(entry.second.size());
    stats::InfantRows infant{Eigen::MatrixXd::Zero(n, 2 * visits), Eigen::VectorXd(n)};
    for (Eigen::Index i = 0; i < n; ++i) {
      const Row& row = entry.second[static_cast<std::size_t>(i)];
      infant.x(i, 0) = 1;
      if (row.treated) infant.x(i, 1) = 1;
      if (row.visit > 1) infant.x(i, row.visit) = 1;
      if (row.visit > 1 && row.treated) infant.x(i, visits - 1 + row.visit) = 1;
      infant.y[i] = row.value;
    }
    infants.push_back(std::move(infant));
  }
  return stats::MixedModel::fit(std::move(infants));
}

Eigen::VectorXd pick(Eigen::Index columns, Eigen::Index column) {
  return Eigen::VectorXd::Unit(columns, column);
}

const std::vector<std::array<double, 2>> complete{{10, 14}, {9, 12},  {11, 13}, {8, 13},  {12, 15}, {10, 11},
                                                  {9, 14},  {7, 12},  {14, 14}, {13, 14}, {15, 14}, {12, 13},
                                                  {16, 15}, {14, 15}, {13, 12}, {15, 16}};

std::vector<Row> complete_rows() {
  std::vector<Row> rows;
  for (int i = 0; i < 16; ++i)
    for (int visit = 1; visit <= 2; ++visit) rows.push_back({i + 1, i < 8, visit, complete[i][visit - 1]});
  return rows;
}

}  // namespace

TEST_CASE("in a balanced table group by time is the t test of change scores") {
  const auto model = fit(complete_rows(), 2);
  REQUIRE(model.has_value());
  const auto interaction = model->test(pick(4, 3));
  CHECK(interaction.estimate == Approx(3.375).epsilon(1e-12));
  CHECK(interaction.se == Approx(0.639126).epsilon(1e-6));
  CHECK(interaction.t == Approx(5.280648).epsilon(1e-6));
  CHECK(interaction.df == Approx(14).epsilon(1e-9));
  const auto jointly = model->test_jointly(pick(4, 3).transpose());
  CHECK(jointly.f == Approx(27.885246).epsilon(1e-7));
  CHECK(jointly.df_num == 1);
  CHECK(jointly.df_den == Approx(14).epsilon(1e-9));
  CHECK(jointly.p == Approx(0.000116183).epsilon(1e-5));
  // R's standard deviations 1.0350983473 and .9038607627; the ratio of the variances is 1.311475.
  CHECK(std::sqrt(model->infant_variance()) == Approx(1.0350983473).epsilon(1e-8));
  CHECK(model->infant_variance() / model->residual_variance() == Approx(1.311475).epsilon(1e-6));
  CHECK(model->test(pick(4, 1)).df == Approx(21.1813855).epsilon(1e-7));
}

TEST_CASE("infants with one visit still count, as in R") {
  std::vector<Row> rows;
  const auto all = complete_rows();
  for (std::size_t i = 0; i < all.size(); ++i)
    if (i != 1 && i != 4 && i != 18 && i != 23 && i != 30) rows.push_back(all[i]);
  const auto model = fit(rows, 2);
  REQUIRE(model.has_value());
  CHECK(model->observations() == 27);
  CHECK(model->infants() == 16);
  const auto interaction = model->test(pick(4, 3));
  CHECK(interaction.estimate == Approx(3.6493173290555).epsilon(1e-6));
  CHECK(interaction.se == Approx(0.817473153456).epsilon(1e-5));
  CHECK(interaction.df == Approx(10.8850176952).epsilon(1e-6));
  CHECK(interaction.p == Approx(9.81004984e-04).epsilon(1e-4));
  CHECK(model->infant_variance() == Approx(1.051065573347).epsilon(1e-6));
  CHECK(model->residual_variance() == Approx(0.938748625719).epsilon(1e-6));
}

TEST_CASE("three visits with gaps have pbkrtest's joint F and degrees of freedom") {
  const std::vector<Row> rows{
      {1, true, 1, 5.27},   {1, true, 2, 4.99},   {2, true, 1, 4.15},   {2, true, 2, 5.54},
      {2, true, 3, 6.84},   {3, true, 3, 5.58},   {4, true, 1, 7.26},   {4, true, 2, 6.34},
      {4, true, 3, 7.7},    {5, true, 1, 5.4},    {5, true, 2, 6.14},   {5, true, 3, 7.7},
      {6, true, 1, 5.18},   {6, true, 2, 4.65},   {6, true, 3, 4.96},   {7, true, 1, 6.68},
      {7, true, 3, 6.1},    {8, true, 1, 5.58},   {8, true, 2, 7.05},   {8, true, 3, 7.85},
      {9, true, 1, 5.98},   {9, true, 2, 7.37},   {9, true, 3, 7.29},   {10, true, 1, 4.42},
      {10, true, 2, 5.77},  {10, true, 3, 4.7},   {11, true, 1, 8.65},  {11, true, 2, 9.59},
      {12, true, 1, 4.82},  {13, false, 1, 6.66}, {13, false, 2, 4.22}, {13, false, 3, 4.94},
      {14, false, 1, 2.37}, {14, false, 2, 1.6},  {14, false, 3, 2.53}, {15, false, 1, 4.54},
      {15, false, 2, 7.82}, {15, false, 3, 6.5},  {16, false, 1, 7.12}, {16, false, 2, 5.42},
      {16, false, 3, 4.24}, {17, false, 1, 5.59}, {18, false, 1, 6.42}, {18, false, 2, 5.69},
      {18, false, 3, 6.13}, {19, false, 1, 6.06}, {19, false, 2, 5.4},  {19, false, 3, 5.42},
      {20, false, 1, 5.58}, {20, false, 2, 6.89}, {20, false, 3, 4.19}, {21, false, 2, 6.44},
      {21, false, 3, 7.17}, {22, false, 1, 5.63}, {22, false, 2, 6.31}, {22, false, 3, 6.21},
      {23, false, 1, 4.55}, {23, false, 2, 6.3},  {23, false, 3, 6.25}, {24, false, 1, 3.31},
      {24, false, 2, 4.2},  {24, false, 3, 3.17},
  };
  const auto model = fit(rows, 3);
  REQUIRE(model.has_value());
  CHECK(model->correlation() == Approx(0.607758266414).epsilon(1e-6));
  const auto last = model->test(pick(6, 5));
  CHECK(last.estimate == Approx(1.139568593428).epsilon(1e-6));
  CHECK(last.se == Approx(0.589936173746).epsilon(1e-5));
  CHECK(last.df == Approx(36.6356920469).epsilon(1e-6));
  CHECK(last.p == Approx(0.0611620196984).epsilon(1e-4));
  Eigen::MatrixXd interaction = Eigen::MatrixXd::Zero(2, 6);
  interaction(0, 4) = interaction(1, 5) = 1;
  const auto jointly = model->test_jointly(interaction);
  CHECK(jointly.df_num == 2);
  CHECK(jointly.df_den == Approx(36.0170443439).epsilon(1e-6));
  CHECK(jointly.f == Approx(1.88596100627).epsilon(1e-5));
  CHECK(jointly.p == Approx(0.166359964445).epsilon(1e-5));
}

TEST_CASE(
    "where the visits of an infant correlate negatively the test of a change is still that of the gains") {
  const std::vector<double> values{10, 1,  9,  2, 11, 3, 8, 3,  2,  15, 10, 1, 9,  4, 7, 12,
                                   4,  14, 13, 4, 15, 4, 2, 13, 16, 5,  14, 5, 13, 2, 5, 16};
  std::vector<Row> rows = complete_rows();
  for (std::size_t i = 0; i < rows.size(); ++i) rows[i].value = values[i];
  const auto model = fit(rows, 2);
  REQUIRE(model.has_value());
  CHECK(model->correlation() == Approx(-0.844103686832).epsilon(1e-6));
  CHECK(model->infant_variance() + model->residual_variance() == Approx(24.4553570965).epsilon(1e-7));
  // R: gls. Student's t test of the gains (t.test, var.equal) has this t and its 14 degrees of freedom.
  const auto interaction = model->test(pick(4, 3));
  CHECK(interaction.estimate == Approx(-0.75).epsilon(1e-12));
  CHECK(interaction.se == Approx(4.74859001097).epsilon(1e-7));
  CHECK(interaction.df == Approx(14).epsilon(1e-9));
  CHECK(interaction.p == Approx(0.876758258568).epsilon(1e-7));
}

TEST_CASE(
    "three visits with gaps and a negative correlation have the numbers of gls, and Kenward and Roger's "
    "test") {
  const std::vector<double> values{10, 1, 8,  9, 2,  9, 11, 3,  6, 8,  3,  11, 2,  15, 5,  10,
                                   1,  9, 9,  4, 8,  7, 12, 3,  4, 14, 9,  13, 4,  8,  15, 4,
                                   6,  2, 13, 9, 16, 5, 4,  14, 5, 7,  13, 2,  10, 5,  16, 6};
  const std::set<std::size_t> gaps{5, 8, 19, 32, 41};
  std::vector<Row> rows;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (!gaps.contains(i))
      rows.push_back({static_cast<int>(i / 3), i < 24, static_cast<int>(i % 3) + 1, values[i]});
  const auto model = fit(rows, 3);
  REQUIRE(model.has_value());
  CHECK(model->correlation() == Approx(-0.484600595897).epsilon(1e-5));
  const auto last = model->test(pick(6, 5));
  CHECK(last.estimate == Approx(2.217518550662).epsilon(1e-6));
  CHECK(last.se == Approx(3.70113422695).epsilon(1e-5));
  CHECK(last.df == Approx(28.1393073203).epsilon(1e-5));
  const auto jointly = model->test_jointly(Eigen::MatrixXd::Identity(6, 6).bottomRows(2));
  CHECK(jointly.f == Approx(0.345304433561).epsilon(1e-5));
  CHECK(jointly.df_den == Approx(28.0114910631).epsilon(1e-5));
}

TEST_CASE("a mean far from 0 takes no digits") {
  std::vector<Row> rows = complete_rows();
  for (Row& row : rows) row.value += 1e6;
  CHECK(fit(rows, 2)->test(pick(4, 3)).t == Approx(5.280648).epsilon(1e-6));
}

TEST_CASE("a table that cannot carry the model has no fit") {
  std::vector<Row> rows = complete_rows();
  CHECK_FALSE(fit({rows[0], rows[1], rows[16], rows[17]}, 2).has_value());  // no residual is left
  std::vector<Row> without_cell;
  for (const Row& row : rows)
    if (!(row.treated && row.visit == 2)) without_cell.push_back(row);
  CHECK_FALSE(fit(without_cell, 2).has_value());
  std::vector<Row> once;
  for (const Row& row : rows)
    if (row.visit == 1 + row.infant % 2) once.push_back(row);
  CHECK_FALSE(fit(once, 2).has_value());
  for (Row& row : rows) row.value = 5;
  CHECK_FALSE(fit(rows, 2).has_value());
}
