// Settings of layers 2 and 3: reliable change and comparison infants.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"

namespace attune::report {

/// How reliable a measure is, for reliable change.
struct Reliability {
  std::string measure;
  std::optional<double> sd;  ///< of the measure among infants; none: that of the comparison infants
  double reliability = 0;    ///< retest correlation
  std::string source;

  static constexpr const char* type_name = "Reliability";
  static constexpr auto fields() {
    return std::make_tuple(
        field("measure", &Reliability::measure, "Which measure."),
        field("sd", &Reliability::sd, between(1e-6, 1e6),
              "Standard deviation; null: that of the comparison infants at the first visit."),
        field("reliability", &Reliability::reliability, between(0, 0.999), "Retest correlation."),
        field("source", &Reliability::source, "Where both come from."));
  }
};

struct ComparisonSettings {
  double age_band_months = 1;
  bool match_sex = false;
  int fewest_infants = 5;
  double epds_reliable_points = 4;
  std::vector<Reliability> reliabilities{
      {"orc_mother", std::nullopt, 0.72, "Putnam et al. 2014, mean of the IBQ-R scales (.54–.93)"},
      {"orc_partner", std::nullopt, 0.72, "Putnam et al. 2014, mean of the IBQ-R scales (.54–.93)"},
  };

  static constexpr const char* type_name = "ComparisonSettings";
  static constexpr auto fields() {
    using C = ComparisonSettings;
    return std::make_tuple(
        field("age_band_months", &C::age_band_months, between(0.1, 60),
              "Comparison infants are at most this much older or younger.",
              "common practice; infants change within weeks"),
        field("match_sex", &C::match_sex, "Whether comparison infants are of the same sex.",
              "off: halves their number"),
        field("fewest_infants", &C::fewest_infants, between(2, 10000),
              "With fewer comparison infants nothing is said.",
              "Crawford & Howell 1998 work with 5 and more"),
        field("epds_reliable_points", &C::epds_reliable_points, between(0.1, 30),
              "Change of the EPDS total that counts as reliable.", "Matthey 2004"),
        field("reliabilities", &C::reliabilities, up_to(1000),
              "Retest reliability of measures, for reliable change.",
              "Putnam et al. 2014 for ORC; FAA and RSA have none that could stand for all infants"));
  }
};

}  // namespace attune::report
