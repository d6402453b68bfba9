// The one table of measures: what is compared between visits and between groups, how its id reads, its unit, the digits that
// are shown, what a higher value says, and what it belongs to. Reports, exports, cohorts, groups and simulators read it from
// here. What a measure is taken from stands where it is taken (report/measures.cpp, cohort/pairs.cpp); scales have a table of
// their own (behavior/scales.hpp), and shares of coded states are named by the states (report/still_face_measures.cpp).
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "base/unit_names.hpp"
#include "base/value_range.hpp"
#include "words/ids/measure.hpp"
#include "words/ids/pairs.hpp"

namespace attune {

/// What is said of, and done with, all measures of one kind.
enum class Family : std::uint8_t {
  rsa,         ///< in doubt where the band does not hold the infant's breathing
  beats,       ///< of the same heart periods, by no band
  asymmetry,   ///< of alpha power, right less left
  background,  ///< the 1/f background; the studies' change is none of it
  regulation,  ///< orienting/regulatory capacity, as a parent rated it
  pair         ///< mother and infant together: exploratory
};

/// What an id says of where the value is from.
enum class Scope : std::uint8_t {
  whole,    ///< the whole visit: the id as it stands
  part,     ///< a phase, or sites: the id goes on with their name
  changing  ///< from phase to phase
};

struct MeasureRow {
  std::string_view id;  ///< of a part: how it begins
  Family family = Family::beats;
  Scope scope = Scope::whole;
  std::string_view title;  ///< id of the text; empty: said where the part is known, or a scale's own
  std::string_view unit;
  int decimals = 2;                 ///< digits shown after the point
  std::string_view up_means;        ///< id of the text; empty as that of the title
  std::optional<double> studies_d;  ///< report/studies.hpp; none: the studies tell no direction
};

namespace measures {

inline constexpr std::string_view rsa = "rsa_ln_ms2", rsa_in = "rsa_ln_ms2_", rsa_at_rest = "rsa_ln_ms2_rest",
                                  rsa_reactivity = "rsa_reactivity_ln_ms2",
                                  rsa_recovery = "rsa_recovery_ln_ms2", rsa_porges = "rsa_porges_ln_ms2",
                                  rsa_ipfm = "rsa_ipfm_ln_ms2", rmssd = "rmssd_ms", sdnn = "sdnn_ms",
                                  heart_rate = "heart_rate_bpm", asymmetry = "faa_",
                                  relative_asymmetry = "faa_relative_",
                                  oscillatory_asymmetry = "faa_oscillatory_",
                                  exponent = "aperiodic_exponent_",
                                  exponent_asymmetry = "aperiodic_exponent_asymmetry_",
                                  offset = "aperiodic_offset_",
                                  offset_asymmetry = "aperiodic_offset_asymmetry_", mother_orc = "orc_mother",
                                  partner_orc = "orc_partner", pair = "dyad_";

}  // namespace measures

namespace measure_detail {

using words::name;
constexpr std::string_view variability = name<"measure.up.variability">, ln_ms2 = unit_in_name(measures::rsa),
                           left = name<"measure.up.left_activity">, slope = "ln/ln Hz", density = "ln µV²/Hz";

/// Of a visit's whole heart. The id is that of the member of hrv::PhaseMetrics, and ends in the unit.
constexpr MeasureRow whole(std::string_view id, Family family, std::string_view title, int decimals,
                           std::string_view up_means, std::optional<double> studies_d = {}) {
  return {id, family, Scope::whole, title, unit_in_name(id), decimals, up_means, studies_d};
}

constexpr MeasureRow changing(std::string_view id, std::string_view title, std::string_view up_means) {
  return {id, Family::rsa, Scope::changing, title, unit_in_name(id), 2, up_means, {}};
}

constexpr MeasureRow part(std::string_view id, Family family, std::string_view unit,
                          std::string_view up_means, std::optional<double> studies_d = {}) {
  return {id, family, Scope::part, {}, unit, 2, up_means, studies_d};
}

/// A scale's title, digits and meaning are its own.
constexpr MeasureRow rated(std::string_view id, double studies_d) {
  return {id, Family::regulation, Scope::whole, {}, {}, 2, {}, studies_d};
}

constexpr double studies_rsa = 0.56, studies_asymmetry = 0.60, studies_mother = 0.29, studies_partner = 0.35;

}  // namespace measure_detail

/// In the order of a report.
inline constexpr auto measure_table = [] {
  using namespace measure_detail;
  using enum Family;
  return std::array{
      whole(measures::rsa, rsa, name<"measure.rsa">, 2, variability, studies_rsa),
      part(measures::rsa_in, rsa, ln_ms2, variability, studies_rsa),
      changing(measures::rsa_reactivity, name<"measure.rsa_reactivity">, name<"measure.up.smaller_fall">),
      changing(measures::rsa_recovery, name<"measure.rsa_recovery">, name<"measure.up.recovery">),
      whole(measures::rsa_porges, rsa, name<"measure.rsa_porges">, 2, variability),
      whole(measures::rsa_ipfm, rsa, name<"measure.rsa_ipfm">, 2, variability),
      whole(measures::rmssd, beats, name<"measure.rmssd">, 1, variability),
      whole(measures::sdnn, beats, name<"measure.sdnn">, 1, variability),
      whole(measures::heart_rate, beats, name<"measure.heart_rate">, 1, name<"measure.up.faster">),
      part(measures::asymmetry, asymmetry, "ln", left, studies_asymmetry),
      part(measures::relative_asymmetry, asymmetry, "ln", left, studies_asymmetry),
      part(measures::oscillatory_asymmetry, asymmetry, "ln", left, studies_asymmetry),
      part(measures::exponent, background, slope, {}),
      part(measures::exponent_asymmetry, background, slope, {}),
      part(measures::offset, background, density, {}),
      part(measures::offset_asymmetry, background, density, {}),
      rated(measures::mother_orc, studies_mother),
      rated(measures::partner_orc, studies_partner),
      part(measures::pair, Family::pair, {}, {}),
  };
}();

/// What is told of mother and infant in a stretch: the lead–lag index, the peak, its lag.
struct PairMeasure {
  std::string_view id;    ///< behind "dyad_" and the course; the phase follows
  std::string_view what;  ///< for the title
  std::string_view unit;
  int decimals;
  std::string_view up_means;  ///< id of the text
};
inline constexpr std::array pair_measures{
    PairMeasure{"lead_lag_index", "lead", {}, 2, words::name<"pairs.up.leads">},
    PairMeasure{"peak", "peak", {}, 2, words::name<"pairs.up.together">},
    PairMeasure{"peak_lag_s", "lag", unit_in_name("peak_lag_s"), 1, words::name<"pairs.up.earlier">}};

/// The three outcomes of the studies, by the names that reports and tables give them. The first of each that is there is
/// primary in a comparison of groups.
inline constexpr std::array<std::array<std::string_view, 4>, 3> outcome_names{{
    {"faa_f4_f3", "faa", "FAA"},
    {measures::rsa_at_rest, measures::rsa, "rsa", "RSA"},
    {"ibq_orc_mother", measures::mother_orc, "orc", "ORC"},
}};

/// The row of an id; null: of no row, as a scale or the share of a state. Of two that begin it, the longer.
constexpr const MeasureRow* measure_info(std::string_view id) {
  const MeasureRow* found = nullptr;
  for (const MeasureRow& row : measure_table) {
    const bool fits =
        row.scope == Scope::part ? id.size() > row.id.size() && id.starts_with(row.id) : id == row.id;
    if (fits && (!found || row.id.size() > found->id.size())) found = &row;
  }
  return found;
}

constexpr bool belongs_to(Family family, std::string_view id) {
  const MeasureRow* row = measure_info(id);
  return row && row->family == family;
}

/// What a measure can be at most, generously: in another unit, or without decimal marks, it is beyond. None: any number.
constexpr std::optional<ValueRange> possible_range(std::string_view id) {
  constexpr ValueRange of_asymmetry{-6, 6}, of_rsa{-12, 12};
  const auto is_outcome = [&](std::size_t i) {
    return std::find(outcome_names[i].begin(), outcome_names[i].end(), id) != outcome_names[i].end();
  };
  if (!id.empty() && is_outcome(0)) return of_asymmetry;
  if (!id.empty() && is_outcome(1)) return of_rsa;
  const MeasureRow* row = measure_info(id);
  if (!row) return std::nullopt;
  if (row->family == Family::rsa) return of_rsa;
  if (row->family == Family::asymmetry) return of_asymmetry;
  if (row->id == measures::heart_rate) return ValueRange{20, 350};
  if (row->family == Family::beats) return ValueRange{0.1, 1000};  // ms
  return std::nullopt;
}

namespace measure_detail {
void the_table_has_no_such_measure();  // never defined: the compiler names it where an id is wrong
}

/// The row whose ids begin so; any other does not compile.
consteval const MeasureRow* measure_row(std::string_view id) {
  for (const MeasureRow& row : measure_table)
    if (row.id == id) return &row;
  measure_detail::the_table_has_no_such_measure();
  return nullptr;
}

/// The id itself; one of no row does not compile.
consteval const char* known_measure(const char* id) {
  if (!measure_info(id)) measure_detail::the_table_has_no_such_measure();
  return id;
}

}  // namespace attune
