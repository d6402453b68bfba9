#include "behavior/scales.hpp"

#include <algorithm>
#include <array>

namespace attune::behavior {
namespace {

constexpr const char* ibq_source =
    "IBQ-R, items 1–7 (Gartstein & Rothbart 2003; short forms Putnam et al. 2014)";
constexpr const char* epds_source = "Cox, Holden & Sagovsky 1987";
constexpr const char* pbq_source = "Brockington et al. 2001: 25 items of 0–5";
constexpr const char* psi_source = "Abidin 1995: 36 items of 1–5";

struct Part {
  const char* id;
  const char* title;
  const char* up_means;
};

/// ORC and its four scales first, then the other ten.
constexpr std::array ibq_parts{
    Part{"low_intensity_pleasure", "Low-intensity pleasure", "more pleasure in quiet play"},
    Part{"cuddliness", "Cuddliness", "more cuddly"},
    Part{"duration_of_orienting", "Duration of orienting", "longer attention"},
    Part{"soothability", "Soothability", "easier to soothe"},
    Part{"orc", "Orienting/regulatory capacity (ORC)", "more regulation"},
    Part{"activity_level", "Activity level", "more movement"},
    Part{"distress_to_limitations", "Distress to limitations", "more distress"},
    Part{"approach", "Approach", "more approach"},
    Part{"fear", "Fear", "more fear"},
    Part{"smiling_and_laughter", "Smiling and laughter", "more smiling"},
    Part{"vocal_reactivity", "Vocal reactivity", "more vocal"},
    Part{"sadness", "Sadness", "more sadness"},
    Part{"perceptual_sensitivity", "Perceptual sensitivity", "more sensitive"},
    Part{"high_intensity_pleasure", "High-intensity pleasure", "more pleasure in lively play"},
    Part{"falling_reactivity", "Falling reactivity", "faster recovery from distress"},
};
constexpr std::size_t orc_parts = 4;

/// A scale of the mother's with the number of its items and the range of one.
struct Sum {
  const char* id;
  const char* title;
  int items;
  int lowest;
  int highest;
  const char* up_means;
};
constexpr std::array pbq_parts{
    Sum{"pbq_impaired_bonding", "PBQ 1, impaired bonding", 12, 0, 5, "more bonding difficulty"},
    Sum{"pbq_rejection_anger", "PBQ 2, rejection and anger", 7, 0, 5, "more rejection and anger"},
    Sum{"pbq_anxiety_care", "PBQ 3, anxiety about care", 4, 0, 5, "more anxiety about care"},
    Sum{"pbq_risk_abuse", "PBQ 4, risk of abuse", 2, 0, 5, "see the questionnaire's manual"},
};
constexpr Sum pbq_total{"pbq", "PBQ total", 25, 0, 5, "more bonding difficulty"};
constexpr std::array psi_parts{
    Sum{"psi_sf_distress", "PSI-SF parental distress", 12, 1, 5, "more distress"},
    Sum{"psi_sf_interaction", "PSI-SF parent–child dysfunctional interaction", 12, 1, 5, "more difficulty"},
    Sum{"psi_sf_difficult_child", "PSI-SF difficult child", 12, 1, 5, "more difficulty"},
};
constexpr Sum psi_total{"psi_sf", "PSI-SF total", 36, 1, 5, "more parenting stress"};

void add_sum(std::vector<Scale>& scales, const Sum& sum, const char* instrument, const char* source) {
  scales.push_back({sum.id, sum.title, static_cast<double>(sum.items * sum.lowest),
                    static_cast<double>(sum.items * sum.highest), sum.up_means, 0, source,
                    ScaleDomain::mother, instrument, ""});
}

std::vector<Scale> make_scales() {
  std::vector<Scale> scales;
  for (const char* rater : {"mother", "partner"})
    for (const Part& part : ibq_parts)
      scales.push_back({std::string(part.id) + "_" + rater, std::string(part.title) + ", " + rater, 1, 7,
                        part.up_means, 2, ibq_source, ScaleDomain::temperament, "IBQ-R", rater});
  scales.push_back({"epds", "EPDS total", 0, 30, "more depressive symptoms", 0, epds_source,
                    ScaleDomain::mother, "EPDS", ""});
  scales.push_back({"epds_item_10", "EPDS item 10", 0, 3, "see the safety note", 0, epds_source,
                    ScaleDomain::mother, "EPDS", ""});
  add_sum(scales, pbq_total, "PBQ", pbq_source);
  for (const Sum& sum : pbq_parts) add_sum(scales, sum, "PBQ", pbq_source);
  add_sum(scales, psi_total, "PSI-SF", psi_source);
  for (const Sum& sum : psi_parts) add_sum(scales, sum, "PSI-SF", psi_source);
  return scales;
}

std::vector<Composite> make_composites() {
  std::vector<Composite> all;
  for (const std::string rater : {"_mother", "_partner"}) {
    Composite orc{"orc" + rater, {}, true};
    for (std::size_t i = 0; i < orc_parts; ++i) orc.parts.push_back(ibq_parts[i].id + rater);
    all.push_back(std::move(orc));
  }
  Composite pbq{pbq_total.id, {}, false}, psi{psi_total.id, {}, false};
  for (const Sum& sum : pbq_parts) pbq.parts.emplace_back(sum.id);
  for (const Sum& sum : psi_parts) psi.parts.emplace_back(sum.id);
  all.push_back(std::move(pbq));
  all.push_back(std::move(psi));
  return all;
}

}  // namespace

const std::vector<Scale>& known_scales() {
  static const std::vector<Scale> scales = make_scales();
  return scales;
}

const Scale* scale_named(std::span<const Scale> scales, std::string_view id) {
  const auto found = std::find_if(scales.begin(), scales.end(), [&](const Scale& s) { return s.id == id; });
  return found == scales.end() ? nullptr : &*found;
}

std::optional<tables::ValueRange> range_of(const Scale* scale) {
  return scale ? std::optional(tables::ValueRange{scale->lowest, scale->highest}) : std::nullopt;
}

const std::vector<Composite>& composites() {
  static const std::vector<Composite> all = make_composites();
  return all;
}

}  // namespace attune::behavior
