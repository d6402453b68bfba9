// A number with its uncertainty, or the reason why there is none.
#pragma once

#include <optional>
#include <utility>

#include "base/describe.hpp"
#include "words/said.hpp"

namespace attune {

struct Estimate {
  std::optional<double> value;
  std::optional<double> se;      ///< standard error
  std::optional<double> df;      ///< degrees of freedom of `se`; none: normal theory
  std::optional<double> ci_low;  ///< 95 % confidence interval
  std::optional<double> ci_high;
  int n = 0;           ///< units averaged: epochs, windows
  words::Text reason;  ///< why there is no value or no interval; empty when both are there

  static constexpr const char* type_name = "Estimate";
  static constexpr auto fields() {
    return std::array{
        field<&Estimate::value>("value",
                                "The estimate, in the unit of the measure's name; null: see reason."),
        field<&Estimate::se>("se", "Standard error, same unit."),
        field<&Estimate::df>("df", "Degrees of freedom of the standard error; null: normal theory."),
        field<&Estimate::ci_low>("ci_low", "Lower end of the 95 % confidence interval."),
        field<&Estimate::ci_high>("ci_high", "Upper end of the 95 % confidence interval."),
        field<&Estimate::n>("n", "How many units (epochs, windows) it rests on."),
        field<&Estimate::reason>("reason",
                                 "Why there is no value or no interval; empty when both are there.")};
  }
};

/// An estimate that there is none of, and why.
inline Estimate missing(words::Text reason) {
  Estimate estimate;
  estimate.reason = std::move(reason);
  return estimate;
}

}  // namespace attune
