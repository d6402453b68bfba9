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
    return std::make_tuple(
        field(
            "control", &Settings::control,
            "Name of the comparison group; empty: recognised by its name (control, comparison, healthy …)."),
        field("treated", &Settings::treated,
              "Name of the group whose change is asked about; empty: the other one. With it, further groups "
              "are left out."),
        field(
            "primary", &Settings::primary, up_to(100),
            "Measures that Holm's adjustment runs over; empty: FAA, RSA and the mother's ORC by their names.",
            "The three outcomes of Krzeczkowski, Schmidt & Van Lieshout 2021"),
        field(
            "missing_codes", &Settings::missing_codes, up_to(1000),
            "Values of the tables that mean missing, beside empty cells, NA and the like, and codes such as "
            "-99 where they cannot be a value."),
        field("fewest_infants", &Settings::fewest_infants, between(2, 10000),
              "With fewer infants of a group at a visit, or fewer pairs, nothing is pooled.",
              "common practice: cells below 5 are withheld, and Crawford & Howell 1998 work with 5 and more"),
        field("significance", &Settings::significance, between(1e-6, 0.5),
              "p below this is told as a difference.", "Fisher 1925, by custom"),
        field("equivalence_margin_sd", &Settings::equivalence_margin_sd, between(0.01, 10),
              "Equivalence margin in SDs of the comparison infants at the first visit.",
              "Lakens 2017: a medium effect; to be chosen before looking at the data"),
        field("bayes_prior_scale", &Settings::bayes_prior_scale, between(0.01, 10),
              "Scale of the Cauchy prior on the standardised effect.", "Rouder et al. 2009, √2/2 by custom"),
        field("bootstrap_draws", &Settings::bootstrap_draws, between(100, 50000),
              "Resamplings of the infants.", "Efron & Tibshirani 1993: thousands for percentiles"),
        field("bootstrap_seed", &Settings::bootstrap_seed, between(0, 2147483647), "Seed of the resampling.",
              "any; the same data then give the same interval"));
  }
};

}  // namespace attune::group
