// Simulated questionnaire scores of a simulated dyad over its visits.
#pragma once

#include "behavior/scores.hpp"
#include "report/studies.hpp"
#include "synth/dyad.hpp"

namespace attune::synth {

/// Sizes of the published changes of ORC in units of an SD that the abstract does not give; the mothers' totals and
/// their fall with treatment are assumed.
struct ScoreSettings {
  double orc_d_mother = report::published_d("orc_mother");
  double orc_d_partner = report::published_d("orc_partner");
  double orc_sd = 0.55;
  double epds_start = 15;
  double epds_treated = 8;
  double pbq_start = 22;
  double pbq_treated = 14;
  double psi_start = 92;
  double psi_treated = 80;
};

/// improved: ORC rises by the published sizes, the mother's totals fall. unchanged and mixed: ORC stays;
/// mixed: the mother's totals fall. too_little: at later visits only one scale of ORC was filled in.
behavior::Scores example_scores(const Dyad& dyad, const ScoreSettings& settings = {});

}  // namespace attune::synth
