#include "behavior/scales.hpp"

#include <array>

namespace attune::behavior {
namespace {

constexpr const char* ibq_source =
    "IBQ-R, items 1–7 (Gartstein & Rothbart 2003; short forms Putnam et al. 2014)";

struct Part {
  std::string_view id;
  const char* title;
  const char* up_means;
};
constexpr std::array parts{
    Part{"low_intensity_pleasure", "Low-intensity pleasure", "more pleasure in quiet play"},
    Part{"cuddliness", "Cuddliness", "more cuddly"},
    Part{"duration_of_orienting", "Duration of orienting", "longer attention"},
    Part{"soothability", "Soothability", "easier to soothe"},
    Part{"orc", "Orienting/regulatory capacity (ORC)", "more regulation"},
};

std::vector<Scale> make_scales() {
  std::vector<Scale> scales;
  for (const char* rater : {"mother", "partner"})
    for (const Part& part : parts)
      scales.push_back({std::string(part.id) + "_" + rater, std::string(part.title) + ", " + rater, 1, 7,
                        part.up_means, 2, ibq_source});
  scales.push_back(
      {"epds", "EPDS total", 0, 30, "more depressive symptoms", 0, "Cox, Holden & Sagovsky 1987"});
  scales.push_back(
      {"epds_item_10", "EPDS item 10", 0, 3, "see the safety note", 0, "Cox, Holden & Sagovsky 1987"});
  scales.push_back({"pbq", "PBQ total", 0, 125, "more bonding difficulty", 0, "Brockington et al. 2001"});
  scales.push_back(
      {"psi_sf", "PSI-SF total", 36, 180, "more parenting stress", 0, "Abidin 1995: 36 items of 1–5"});
  return scales;
}

}  // namespace

const std::vector<Scale>& known_scales() {
  static const std::vector<Scale> scales = make_scales();
  return scales;
}

std::span<const std::string_view> orc_parts() {
  static constexpr std::array names{parts[0].id, parts[1].id, parts[2].id, parts[3].id};
  return names;
}

}  // namespace attune::behavior
