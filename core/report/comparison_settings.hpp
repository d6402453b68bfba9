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
  bool decides = true;  ///< whether a change may be called reliable by it

  static constexpr const char* type_name = "Reliability";
  static constexpr auto fields() {
    return std::make_tuple(
        field("measure", &Reliability::measure, "Which measure."),
        field("sd", &Reliability::sd, between(1e-6, 1e6),
              "Standard deviation; null: that of the comparison infants at the first visit."),
        field("reliability", &Reliability::reliability, between(0, 0.999), "Retest correlation."),
        field("source", &Reliability::source, "Where both come from."),
        field(
            "decides", &Reliability::decides,
            "Whether a change may be called reliable by it; off: its index is shown and decides nothing, as "
            "it is of another sample and laboratory."));
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
    return std::make_tuple(
        field("age_band_months", &C::age_band_months, between(0.1, 60),
              "Comparison infants are at most this much older or younger.",
              "common practice; infants change within weeks"),
        field("match_sex", &C::match_sex, "Whether comparison infants are of the same sex.",
              "off: halves their number"),
        field("fewest_infants", &C::fewest_infants, between(2, 10000),
              "With fewer comparison infants nothing is said.",
              "Crawford & Howell 1998 work with 5 and more"),
        field("interval_tolerance", &C::interval_tolerance, between(0.01, 10),
              "Comparison infants count for a change if their two visits lie as far apart as this infant's, "
              "within this "
              "share of it.",
              "own choice: change grows with the time that it has"),
        field("regression_from_sd", &C::regression_from_sd, between(0, 100),
              "A baseline at least this many SDs from the comparison infants' mean is judged by regression "
              "on it.",
              "own choice; Crawford & Garthwaite 2007: extreme baselines return toward the mean"),
        field("reliable_level", &C::reliable_level, between(0.0001, 0.5),
              "Two-sided level of reliable change; Holm's correction divides it among the domains judged.",
              "Jacobson & Truax 1991; Holm 1979"),
        field("outlier_robust_sds", &C::outlier_robust_sds, between(2, 1000),
              "Comparison infants' values this many robust SDs from their median are named as outliers.",
              "own choice; robust SD: 1.4826 times the median absolute deviation"),
        field("unit_factor", &C::unit_factor, between(2, 1e6),
              "Where the infant's value and the comparison infants' median differ by this factor, their "
              "units may differ.",
              "own choice"),
        field("epds_usual_drift", &C::epds_usual_drift, between(0, 30),
              "Change of the EPDS total that is usual over about six weeks, said beside a reliable one.",
              "1.96 √2 SD √(1 − r): SD 4.5, r .80 (ICC over six weeks)"),
        field("epds_reliable_points", &C::epds_reliable_points, between(0.1, 30),
              "Change of the EPDS total that counts as reliable.", "Matthey 2004"),
        field("reliabilities", &C::reliabilities, up_to(1000),
              "Retest reliability of measures, for reliable change.",
              "Putnam et al. 2014 for ORC; FAA and RSA have none that could stand for all infants"));
  }
};

}  // namespace attune::report
