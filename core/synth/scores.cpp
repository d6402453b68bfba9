#include "synth/scores.hpp"

#include <array>
#include <cmath>

#include "base/random.hpp"
#include "synth/noise.hpp"
#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

struct Scale {
  const char* id;
  double start;
};
constexpr std::array orc_scales{Scale{"low_intensity_pleasure", 5.0}, Scale{"cuddliness", 5.6},
                                Scale{"duration_of_orienting", 3.6}, Scale{"soothability", 5.0}};

double rounded(double value, double step) {
  return std::round(value / step) * step;
}

}  // namespace

behavior::Scores example_scores(const Dyad& dyad, const ScoreSettings& settings) {
  Random random(seed_for(dyad.seed, purpose::scores, static_cast<std::uint64_t>(dyad.scenario)));
  const bool rises = dyad.scenario == Scenario::improved;
  const bool treated = rises || dyad.scenario == Scenario::mixed;
  const bool sparse = dyad.scenario == Scenario::too_little;
  std::array<double, 8> start{};
  for (double& s : start) s = 0.2 * random.uniform(-1, 1);
  behavior::Scores scores;
  scores.sex = "f";
  for (std::size_t v = 0; v < dyad.visits.size(); ++v) {
    auto& visit = scores.visits.emplace_back().scores;
    for (std::size_t rater = 0; rater < 2; ++rater) {
      const double d = rater == 0 ? settings.orc_d_mother : settings.orc_d_partner;
      const double change = rises && v > 0 ? d * settings.orc_sd : 0;
      for (std::size_t i = 0; i < orc_scales.size(); ++i) {
        if (sparse && v > 0 && i > 0) break;
        visit[std::string(orc_scales[i].id) + (rater == 0 ? "_mother" : "_partner")] =
            rounded(orc_scales[i].start + start[i + 4 * rater] + change, 0.01);
      }
    }
    const bool later = v > 0 && treated;
    visit["epds"] = later ? settings.epds_treated : settings.epds_start;
    visit["epds_item_10"] = 0;
    visit["pbq"] = later ? settings.pbq_treated : settings.pbq_start;
    visit["psi_sf"] = later ? settings.psi_treated : settings.psi_start;
  }
  return scores;
}

}  // namespace attune::synth
