// Which scale a column's name means: "ibqr_sooth_m", "EPDS total", "pbq_factor_1", "psi_sf_pd_t2".
#pragma once

#include <optional>
#include <span>
#include <string>

#include "behavior/scales.hpp"

namespace attune::behavior {

struct NamedScale {
  std::string scale;           ///< empty: none is meant
  int visit = 0;               ///< that the name ends with: "_t2", "_post"; 0: none
  bool rater_assumed = false;  ///< an IBQ-R scale without a rater: taken as the mother's
};

/// A name means a scale only if nothing is left over of it: every word must belong to the scale, its
/// questionnaire, a rater, a visit, or be one like "total" or "score".
NamedScale scale_meant(const std::string& column, std::span<const Scale> scales);

}  // namespace attune::behavior
