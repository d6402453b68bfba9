// How well one recording measures its own score, whatever the state it was made in.
#pragma once

#include <optional>

#include "base/describe.hpp"

namespace attune {

struct ScoreQuality {
  std::optional<double> sme;        ///< standardised measurement error
  std::optional<double> odd_half;   ///< the score of every other stretch, from the first on
  std::optional<double> even_half;  ///< and of those between
  static constexpr const char* type_name = "ScoreQuality";
  static constexpr auto fields() {
    return std::array{
        field<&ScoreQuality::sme>(
            "sme",
            "Standardised measurement error of the score, in its unit (Luck et al. 2021): what another "
            "recording of "
            "the same state would differ by. Slow changes of state are not in it; the standard error holds "
            "them."),
        field<&ScoreQuality::odd_half>(
            "odd_half",
            "The score of the first, third, … stretch alone; over infants, its correlation with the other "
            "half gives "
            "the split-half reliability (Spearman-Brown)."),
        field<&ScoreQuality::even_half>("even_half", "The score of the second, fourth, … stretch alone.")};
  }
};

}  // namespace attune
