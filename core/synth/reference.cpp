#include "synth/reference.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string>

#include "base/csv.hpp"
#include "base/measure_table.hpp"
#include "base/random.hpp"
#include "synth/calendar.hpp"
#include "synth/noise.hpp"
#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

constexpr int visits = 2;

using Draws = std::vector<double>;  // one an infant

double product(const Draws& a, const Draws& b) {
  double sum = 0;
  for (std::size_t i = 0; i < a.size(); ++i) sum += a[i] * b[i];
  return sum;
}

/// Normal draws with mean 0, SD 1 and no correlation with any of `others`, exactly: the table then has the
/// means and spreads that its settings say, whatever the seed.
Draws draw_exactly(std::size_t infants, const std::vector<const Draws*>& others, Random& random) {
  Draws draws(infants);
  for (double& draw : draws) draw = random.normal();
  const double n = static_cast<double>(infants);
  double mean = 0;
  for (const double draw : draws) mean += draw / n;
  for (double& draw : draws) draw -= mean;
  for (const Draws* other : others) {
    const double share = product(draws, *other) / product(*other, *other);
    for (std::size_t i = 0; i < infants; ++i) draws[i] -= share * (*other)[i];
  }
  const double sd = std::sqrt(product(draws, draws) / (n - 1));
  for (double& draw : draws) draw /= sd;
  return draws;
}

using TwoVisits = std::array<double, visits>;

/// The infants' values of one measure. `common` is what its group has in common; null without a group.
std::vector<TwoVisits> draw(const ReferenceMeasure& measure, const Draws* common, std::size_t infants,
                            Random& random) {
  std::vector<const Draws*> known;
  if (common) known.push_back(common);
  const Draws own = draw_exactly(infants, known, random);
  known.push_back(&own);
  std::array<Draws, visits> passing;
  for (Draws& draws : passing) {
    draws = draw_exactly(infants, known, random);
    known.push_back(&draws);
  }
  const double loading = common ? measure.loading : 0;
  std::vector<TwoVisits> values(infants);
  for (std::size_t i = 0; i < infants; ++i)
    for (int v = 0; v < visits; ++v) {
      const double lasting =
          (common ? loading * (*common)[i] : 0) + std::sqrt(1 - loading * loading) * own[i];
      double value = measure.mean + v * measure.change +
                     measure.sd * (std::sqrt(measure.retest) * lasting +
                                   std::sqrt(1 - measure.retest) * passing[static_cast<std::size_t>(v)][i]);
      if (measure.highest > measure.lowest) value = std::clamp(value, measure.lowest, measure.highest);
      values[i][static_cast<std::size_t>(v)] = value;
    }
  return values;
}

/// Every measure's values, by its name, in the order of the settings.
std::vector<std::vector<TwoVisits>> draw_all(const ReferenceSettings& settings, Random& random) {
  const auto infants = static_cast<std::size_t>(settings.infants);
  std::map<std::string, Draws> groups;
  std::vector<std::vector<TwoVisits>> all;
  for (const ReferenceMeasure& measure : settings.measures) {
    if (!measure.group.empty() && !groups.contains(measure.group))
      groups[measure.group] = draw_exactly(infants, {}, random);
    all.push_back(draw(measure, measure.group.empty() ? nullptr : &groups[measure.group], infants, random));
  }
  return all;
}

using Values = std::map<std::string, TwoVisits>;

/// Adds what follows from other measures, where those are there.
void add_derived(Values& values) {
  for (const std::string rater : {"_mother", "_partner"}) {
    const std::array scales{"low_intensity_pleasure" + rater, "cuddliness" + rater,
                            "duration_of_orienting" + rater, "soothability" + rater};
    if (!std::all_of(scales.begin(), scales.end(), [&](const auto& scale) { return values.contains(scale); }))
      continue;
    for (int v = 0; v < visits; ++v) {
      double sum = 0;
      for (const std::string& scale : scales) sum += values[scale][v];
      values["orc" + rater][v] = sum / scales.size();
    }
  }
  for (const std::string state : {"withdrawn", "protest"}) {
    const auto play = values.find(state + "_play"), still = values.find(state + "_still_face"),
               reunion = values.find(state + "_reunion");
    if (play == values.end() || still == values.end() || reunion == values.end()) continue;
    TwoVisits effect{}, recovery{};
    for (int v = 0; v < visits; ++v) {
      effect[v] = still->second[v] - play->second[v];
      recovery[v] = reunion->second[v] - still->second[v];
    }
    values[state + "_still_face_effect"] = effect;
    values[state + "_recovery"] = recovery;
  }
}

}  // namespace

std::vector<ReferenceMeasure> default_reference_measures() {
  std::vector<ReferenceMeasure> measures{
      {known_measure("rsa_ln_ms2"), 3.40, 0.80, 0.15, 0.60, "vagal", 0.95, 0, 0},
      {known_measure("rsa_ln_ms2_rest"), 3.45, 0.80, 0.15, 0.60, "vagal", 0.95, 0, 0},
      {known_measure("rmssd_ms"), 8.9, 3.0, 0.6, 0.60, "vagal", 0.85, 2, 40},
      {known_measure("sdnn_ms"), 13.5, 3.0, 0.3, 0.50, "vagal", 0.60, 4, 60},
      {known_measure("heart_rate_bpm"), 140, 9, -3, 0.60, "vagal", -0.50, 100, 190},
      {known_measure("faa_f4_f3"), 0.06, 0.25, 0.01, 0.45, "asymmetry", 0.90, 0, 0},
      {known_measure("faa_relative_f4_f3"), 0.04, 0.18, 0.01, 0.55, "asymmetry", 0.85, 0, 0},
      {"withdrawn_play", 0.03, 0.03, 0, 0.30, "withdrawn", 0.40, 0, 1},
      {"withdrawn_still_face", 0.14, 0.09, -0.01, 0.35, "withdrawn", 0.70, 0, 1},
      {"withdrawn_reunion", 0.07, 0.06, 0, 0.30, "withdrawn", 0.60, 0, 1},
      {"protest_play", 0.03, 0.03, 0, 0.30, "protest", 0.40, 0, 1},
      {"protest_still_face", 0.20, 0.14, 0.01, 0.35, "protest", 0.70, 0, 1},
      {"protest_reunion", 0.15, 0.12, 0, 0.30, "protest", 0.60, 0, 1},
  };
  struct Scale {
    const char* name;
    double mean, sd, change;
  };
  for (const Scale& scale :
       {Scale{"low_intensity_pleasure", 5.2, 0.75, -0.05}, Scale{"cuddliness", 5.8, 0.60, -0.12},
        Scale{"duration_of_orienting", 3.8, 1.00, -0.10}, Scale{"soothability", 5.2, 0.65, -0.05}})
    for (const char* rater : {"_mother", "_partner"})
      measures.push_back({scale.name + std::string(rater), scale.mean, scale.sd, scale.change, 0.72,
                          "regulation" + std::string(rater), 0.60, 1, 7});
  return measures;
}

std::string example_reference(const ReferenceSettings& settings) {
  constexpr int fewest = 8;  // as many draws are kept apart
  if (settings.infants < fewest) return "";
  Random random(seed_for(settings.seed, purpose::reference));
  std::string text = "participant,visit,age_months,sex,measure,value,source\n";
  const auto drawn = draw_all(settings, random);
  for (int i = 0; i < settings.infants; ++i) {
    const double age = settings.age_months + settings.age_sd_months * std::clamp(random.normal(), -2.0, 2.0);
    Values values;
    for (std::size_t m = 0; m < settings.measures.size(); ++m)
      values[settings.measures[m].measure] = drawn[m][static_cast<std::size_t>(i)];
    add_derived(values);
    for (int v = 0; v < visits; ++v) {
      const std::string infant = (i < 9 ? "c0" : "c") + std::to_string(i + 1) + "," + std::to_string(v + 1) +
                                 "," + decimal_text(age + v * settings.weeks_apart * 7 / days_per_month, 2) +
                                 "," + (i % 2 == 0 ? "f," : "m,");
      for (const auto& [measure, value] : values)
        text += infant + measure + "," + decimal_text(value[static_cast<std::size_t>(v)], 4) + ",simulated\n";
    }
  }
  return text;
}

}  // namespace attune::synth
