#include "behavior/scales.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "words/ids/imports.hpp"
#include "words/ids/scale.hpp"

namespace attune::behavior {
namespace {

constexpr const char* ibq_source =
    "IBQ-R, items 1–7 (Gartstein & Rothbart 2003; short forms Putnam et al. 2014)";
constexpr const char* epds_source = "Cox, Holden & Sagovsky 1987";
constexpr const char* pbq_source = "Brockington et al. 2001: 25 items of 0–5";
constexpr const char* psi_source = "Abidin 1995: 36 items of 1–5";

struct Part {
  const char* id;
  std::string_view title;
  std::string_view up_means;
};

/// ORC and its four scales first, then the other ten.
constexpr std::array ibq_parts{
    Part{"low_intensity_pleasure", words::name<"scale.low_intensity_pleasure">,
         words::name<"scale.up.quiet_pleasure">},
    Part{"cuddliness", words::name<"scale.cuddliness">, words::name<"scale.up.cuddly">},
    Part{"duration_of_orienting", words::name<"scale.duration_of_orienting">,
         words::name<"scale.up.longer_attention">},
    Part{"soothability", words::name<"scale.soothability">, words::name<"scale.up.easier_to_soothe">},
    Part{"orc", words::name<"scale.orc">, words::name<"scale.up.regulation">},
    Part{"activity_level", words::name<"scale.activity_level">, words::name<"scale.up.movement">},
    Part{"distress_to_limitations", words::name<"scale.distress_to_limitations">,
         words::name<"scale.up.distress">},
    Part{"approach", words::name<"scale.approach">, words::name<"scale.up.approach">},
    Part{"fear", words::name<"scale.fear">, words::name<"scale.up.fear">},
    Part{"smiling_and_laughter", words::name<"scale.smiling_and_laughter">, words::name<"scale.up.smiling">},
    Part{"vocal_reactivity", words::name<"scale.vocal_reactivity">, words::name<"scale.up.vocal">},
    Part{"sadness", words::name<"scale.sadness">, words::name<"scale.up.sadness">},
    Part{"perceptual_sensitivity", words::name<"scale.perceptual_sensitivity">,
         words::name<"scale.up.sensitive">},
    Part{"high_intensity_pleasure", words::name<"scale.high_intensity_pleasure">,
         words::name<"scale.up.lively_pleasure">},
    Part{"falling_reactivity", words::name<"scale.falling_reactivity">,
         words::name<"scale.up.faster_recovery">},
};
constexpr std::size_t orc_parts = 4;

/// A scale of the mother's with the number of its items and the range of one.
struct Sum {
  const char* id;
  std::string_view title;
  int items;
  int lowest;
  int highest;
  std::string_view up_means;
};
constexpr std::array pbq_parts{
    Sum{"pbq_impaired_bonding", words::name<"scale.pbq_impaired_bonding">, 12, 0, 5,
        words::name<"scale.up.bonding_difficulty">},
    Sum{"pbq_rejection_anger", words::name<"scale.pbq_rejection_anger">, 7, 0, 5,
        words::name<"scale.up.rejection_anger">},
    Sum{"pbq_anxiety_care", words::name<"scale.pbq_anxiety_care">, 4, 0, 5,
        words::name<"scale.up.anxiety_care">},
    Sum{"pbq_risk_abuse", words::name<"scale.pbq_risk_abuse">, 2, 0, 5, words::name<"scale.up.manual">},
};
constexpr Sum pbq_total{
    "pbq", words::name<"scale.pbq">, 25, 0, 5, words::name<"scale.up.bonding_difficulty">};
constexpr std::array psi_parts{
    Sum{"psi_sf_distress", words::name<"scale.psi_sf_distress">, 12, 1, 5, words::name<"scale.up.distress">},
    Sum{"psi_sf_interaction", words::name<"scale.psi_sf_interaction">, 12, 1, 5,
        words::name<"scale.up.difficulty">},
    Sum{"psi_sf_difficult_child", words::name<"scale.psi_sf_difficult_child">, 12, 1, 5,
        words::name<"scale.up.difficulty">},
};
constexpr Sum psi_total{
    "psi_sf", words::name<"scale.psi_sf">, 36, 1, 5, words::name<"scale.up.parenting_stress">};

void add_sum(std::vector<Scale>& scales, const Sum& sum, const char* instrument, const char* source) {
  scales.push_back({sum.id, words::Said{sum.title, {}}, static_cast<double>(sum.items * sum.lowest),
                    static_cast<double>(sum.items * sum.highest), words::Said{sum.up_means, {}}, 0, source,
                    ScaleDomain::mother, instrument, ""});
}

std::vector<Scale> make_scales() {
  std::vector<Scale> scales;
  for (const char* rater : {"mother", "partner"})
    for (const Part& part : ibq_parts)
      scales.push_back(
          {std::string(part.id) + "_" + rater,
           words::say<"scale.by">({{"scale", words::Said{part.title, {}}}, {"rater", words::as_is(rater)}}),
           1, 7, words::Said{part.up_means, {}}, 2, ibq_source, ScaleDomain::temperament, "IBQ-R", rater});
  scales.push_back({"epds", words::say<"scale.epds">(), 0, 30, words::say<"scale.up.depressive_symptoms">(),
                    0, epds_source, ScaleDomain::mother, "EPDS", ""});
  scales.push_back({"epds_item_10", words::say<"scale.epds_item_10">(), 0, 3,
                    words::say<"scale.up.safety_note">(), 0, epds_source, ScaleDomain::mother, "EPDS", ""});
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

words::Value said_title(const Scale& scale) {
  const words::Text title(scale.title);
  if (scale_named(known_scales(), scale.id)) return title;
  return words::as_is(title.english());
}

std::optional<ValueRange> range_of(const Scale* scale) {
  return scale ? std::optional(ValueRange{scale->lowest, scale->highest}) : std::nullopt;
}

std::optional<Diagnostic> fraction_note(std::span<const double> values, const Scale& scale, const char* code,
                                        words::Text where) {
  if (scale.decimals > 0) return std::nullopt;
  const auto is_fraction = [](double value) { return value != std::floor(value); };
  const auto first = std::find_if(values.begin(), values.end(), is_fraction);
  if (first == values.end()) return std::nullopt;
  return Diagnostic{
      code, Severity::warning,
      words::say<"imports.fractions">({{"count", std::count_if(first, values.end(), is_fraction)},
                                       {"value", words::at_most(*first, 4)},
                                       {"scale", said_title(scale)}}),
      std::move(where), ""};
}

const std::vector<Composite>& composites() {
  static const std::vector<Composite> all = make_composites();
  return all;
}

}  // namespace attune::behavior
