// A bout of crying takes RSA with it, so it is named beside a change: stretches that the recording marks as crying, and
// epochs in which the heart beat well above the infant's own rate.
//
// The infant's own rate is the median of a visit's used epochs; where the two visits lie within half a year, the lower of
// theirs, so that an infant who cried through one of them is noticed. Over half a year the median heart rate of infants
// falls by less than 10 a minute (Fleming et al. 2011: 145 at one month, 113 at two years).
#pragma once

#include <string>
#include <vector>

#include "report/report.hpp"
#include "words/said.hpp"

namespace attune::report {

/// What of one visit may have been crying. `part`: PhaseKind name of the phases that are asked about; "whole": all.
struct Crying {
  double marked_s = 0;  ///< marked so by the recording
  double fast_s = 0;    ///< used epochs at least CheckSettings::fast_heart_bpm above the own rate
  double own_bpm = 0;
};
Crying crying_at(const visit::Visit& visit, const visit::Visit& compared_with, const std::string& part,
                 const visit::CheckSettings& settings);

}  // namespace attune::report
