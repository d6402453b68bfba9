// Settings of layers 2 and 3: reliable change and comparison infants.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"

namespace attune::visit {

/// How reliable a measure is, for reliable change.
struct Reliability {
  std::string measure;
  std::optional<double> sd;  ///< of the measure among infants; none: that of the comparison infants
  double reliability = 0;    ///< retest correlation
  std::string source;
  bool decides = true;  ///< whether a change may be called reliable by it

  static constexpr const char* type_name = "Reliability";
  static constexpr auto fields() {
    return std::array{field<&Reliability::measure>("measure"),
                      field<&Reliability::sd>("sd", between(1e-6, 1e6)),
                      field<&Reliability::reliability>("reliability", between(0, 0.999)),
                      field<&Reliability::source>("source"), field<&Reliability::decides>("decides")};
  }
};

struct ComparisonSettings {
  double age_band_months = 1;
  bool match_sex = false;
  int fewest_infants = 5;
  double interval_tolerance = 0.25;
  double regression_from_sd = 1.5;
  double reliable_level = 0.05;
  double outlier_robust_sds = 6;
  double unit_factor = 20;
  double epds_reliable_points = 4;
  double epds_usual_drift = 5.6;
  std::vector<Reliability> reliabilities{
      {"orc_mother", std::nullopt, 0.72, "Putnam et al. 2014, mean of the IBQ-R scales (.54–.93)", false},
      {"orc_partner", std::nullopt, 0.72, "Putnam et al. 2014, mean of the IBQ-R scales (.54–.93)", false},
  };

  static constexpr const char* type_name = "ComparisonSettings";
  static constexpr auto fields() {
    using C = ComparisonSettings;
    return std::array{
        field<&C::age_band_months>("age_band_months", between(0.1, 60), from("infants_change_within_weeks")),
        field<&C::match_sex>("match_sex", from("off_as_it_halves_their_number")),
        field<&C::fewest_infants>("fewest_infants", between(2, 10000), from("crawford_howell_1998_five")),
        field<&C::interval_tolerance>("interval_tolerance", between(0.01, 10),
                                      from("own_choice_change_grows")),
        field<&C::regression_from_sd>("regression_from_sd", between(0, 100),
                                      from("own_choice_crawford_garthwaite_2007")),
        field<&C::reliable_level>("reliable_level", between(0.0001, 0.5),
                                  cited("Jacobson & Truax 1991; Holm 1979")),
        field<&C::outlier_robust_sds>("outlier_robust_sds", between(2, 1000), from("own_choice_robust_sd")),
        field<&C::unit_factor>("unit_factor", between(2, 1e6), from("own_choice")),
        field<&C::epds_usual_drift>("epds_usual_drift", between(0, 30),
                                    from("epds_sd_and_icc_over_six_weeks")),
        field<&C::epds_reliable_points>("epds_reliable_points", between(0.1, 30), cited("Matthey 2004")),
        field<&C::reliabilities>("reliabilities", up_to(1000), from("putnam_2014_for_orc"))};
  }
};

}  // namespace attune::visit
