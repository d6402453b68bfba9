// Two hearts beside each other: windows, lags, surrogates. "Model" marks what is taken from no paper but set by reasoning.
#pragma once

#include <cstdint>

#include "base/describe.hpp"

namespace attune::dyad {

struct Settings {
  double step_s = 1;
  double window_s = 10;
  double slowest_s = 60;
  double max_lag_s = 10;
  double least_overlap_s = 120;
  double most_missing_percent = 10;
  double most_edited_percent = 10;
  double level = 0.05;
  double change_level = 0.01;
  int surrogates = 199;
  double block_s = 20;
  int draws = 199;
  int most_order = 10;
  std::uint64_t seed = 1;

  static constexpr const char* type_name = "DyadSettings";
  static constexpr auto fields() {
    using S = Settings;
    return std::array{
        field<&S::step_s>("step_s", between(0.25, 10), "Step of both series.", "model: two infant beats"),
        field<&S::window_s>("window_s", between(8, 120),
                            "Window of the continuous RSA, the same for both hearts, centred on its time.",
                            "model: a cycle and a half at the lower edge of the adult band"),
        field<&S::slowest_s>(
            "slowest_s", between(20, 3600),
            "Waves slower than this are taken out of each phase of both series: two that drift correlate by "
            "themselves.",
            "model: six times the longest lag"),
        field<&S::max_lag_s>("max_lag_s", between(1, 60), "Longest lag, both ways."),
        field<&S::least_overlap_s>("least_overlap_s", between(60, 3600),
                                   "Time in which both are valid, below which nothing is told.",
                                   "model: two of the slowest waves"),
        field<&S::most_missing_percent>("most_missing_percent", between(0, 100),
                                        "Of a window without usable beats.", "common practice"),
        field<&S::most_edited_percent>("most_edited_percent", between(0, 100),
                                       "Of a window under beats that editing put in or moved.",
                                       "common practice"),
        field<&S::level>("level", between(0.001, 0.2),
                         "Coupling is told where the adjusted p is not above it."),
        field<&S::change_level>(
            "change_level", between(0.001, 0.2), "The same of a lead that differs between visits.",
            "model: the error of the index comes out too small; at .01 about 5 % of unchanged pairs are "
            "called "
            "(scripts/bench dyad)"),
        field<&S::surrogates>("surrogates", between(99, 9999), "Surrogates of each drawn kind.", "model"),
        field<&S::block_s>("block_s", between(5, 300), "Block of the bootstrap.",
                           "model: twice the longest lag"),
        field<&S::draws>("draws", between(99, 9999), "Draws of the bootstrap.", "model"),
        field<&S::most_order>(
            "most_order", between(1, 30),
            "Most steps of the past in the regression; their number is chosen by Schwarz's criterion."),
        field<&S::seed>("seed", between(0, 4294967295.0), "Of surrogates and draws.")};
  }
  static constexpr auto orders() {
    return std::array{less("step_s", "max_lag_s"),    less("max_lag_s", "least_overlap_s", 0.2),
                      less("max_lag_s", "slowest_s"), at_most("block_s", "least_overlap_s", 0.25),
                      less("step_s", "window_s"),     at_most("slowest_s", "least_overlap_s")};
  }
};

}  // namespace attune::dyad
