// What a group comparison can be told.
#pragma once

#include <string>
#include <vector>

#include "base/describe.hpp"

namespace attune::group {

struct Settings {
  std::string control;
  std::string treated;
  std::vector<std::string> primary;
  std::vector<std::string> missing_codes;
  int fewest_infants = 5;
  double significance = 0.05;
  double equivalence_margin_sd = 0.5;
  double bayes_prior_scale = 0.70710678118654752;
  int bootstrap_draws = 5000;
  int bootstrap_seed = 1;

  static constexpr const char* type_name = "GroupSettings";
  static constexpr auto fields() {
    return std::array{
        field<&Settings::control>("control"),
        field<&Settings::treated>("treated"),
        field<&Settings::primary>("primary", up_to(100), from("krzeczkowski_2021_outcomes")),
        field<&Settings::missing_codes>("missing_codes", up_to(1000)),
        field<&Settings::fewest_infants>("fewest_infants", between(2, 10000), from("cells_below_five")),
        field<&Settings::significance>("significance", between(1e-6, 0.5), from("fisher_1925")),
        field<&Settings::equivalence_margin_sd>("equivalence_margin_sd", between(0.01, 10),
                                                from("lakens_2017_medium_effect")),
        field<&Settings::bayes_prior_scale>("bayes_prior_scale", between(0.01, 10), from("rouder_2009")),
        field<&Settings::bootstrap_draws>("bootstrap_draws", between(100, 50000),
                                          from("efron_tibshirani_1993")),
        field<&Settings::bootstrap_seed>("bootstrap_seed", between(0, 2147483647),
                                         from("any_for_the_same_interval"))};
  }
};

}  // namespace attune::group
