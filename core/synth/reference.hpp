// Simulated comparison infants, so that the examples have somebody to stand among: a table as a user would
// load it (report/reference.hpp), whose source says "simulated" in every line. No norms: its means and
// spreads are assumptions, set so that they lie near the simulated dyads, and stand below.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/describe.hpp"

namespace attune::synth {

/// One measure among the comparison infants.
struct ReferenceMeasure {
  std::string measure;
  double mean = 0;    ///< at the first visit
  double sd = 0;      ///< between infants, at either visit
  double change = 0;  ///< mean change to the second visit: growing up
  double retest = 0;  ///< correlation of the two visits
  std::string group;  ///< measures of one group have a part of the infant in common
  double loading = 0;
  double lowest = 0, highest = 0;  ///< values are kept within; both 0: no bounds

  static constexpr const char* type_name = "ReferenceMeasure";
  static constexpr auto fields() {
    using M = ReferenceMeasure;
    return std::array{field<&M::measure>("measure", "As the report names it."),
                      field<&M::mean>("mean", "At the first visit."),
                      field<&M::sd>("sd", "Between infants, at either visit."),
                      field<&M::change>("change", "Mean change to the second visit: growing up."),
                      field<&M::retest>("retest", "Correlation of the two visits."),
                      field<&M::group>("group", "Measures of one group have a part of the infant in common."),
                      field<&M::loading>("loading", "How much: correlation with that part."),
                      field<&M::lowest>("lowest", "Values are not below; with highest 0: no bounds."),
                      field<&M::highest>("highest", "Values are not above.")};
  }
};

/// RSA, RMSSD, SDNN, heart rate, FAA, ORC's scales of both raters, withdrawn and protest in each phase.
std::vector<ReferenceMeasure> default_reference_measures();

struct ReferenceSettings {
  std::uint64_t seed = 1;
  int infants = 40;
  double age_months = 5.2;
  double age_sd_months = 0.35;
  double weeks_apart = 9;
  std::vector<ReferenceMeasure> measures = default_reference_measures();

  static constexpr const char* type_name = "ReferenceSettings";
  static constexpr auto fields() {
    using R = ReferenceSettings;
    return std::array{
        field<&R::seed>("seed", "Same seed and settings: the same table."),
        field<&R::infants>("infants", "How many.", "Krzeczkowski, Schmidt & Van Lieshout 2021: 40 controls"),
        field<&R::age_months>("age_months", "Mean age at the first visit.", "as the simulated dyads"),
        field<&R::age_sd_months>("age_sd_months", "Its spread.", "assumed"),
        field<&R::weeks_apart>("weeks_apart", "To the second visit.",
                               "Krzeczkowski, Schmidt & Van Lieshout 2021"),
        field<&R::measures>(
            "measures", "Means, spreads and changes.",
            "assumed; ORC scales fall with age as in Gartstein & Rothbart 2003, retest of ORC .72 as in "
            "Putnam et "
            "al. 2014")};
  }
};

/// The table as CSV; empty for fewer than 8 infants. Means, spreads, changes and retest correlations are
/// exactly those of the settings (bounded measures: nearly). Girls and boys take turns. ORC is the mean of
/// its scales; still-face effect and recovery are the differences of the shares.
std::string example_reference(const ReferenceSettings& settings = {});

}  // namespace attune::synth
