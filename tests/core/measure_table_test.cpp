// The one table of measures: which row an id belongs to, and what is none of its rows.
#include "base/measure_table.hpp"

#include <string>

#include "support.hpp"

using namespace attune;

namespace {

std::string row_name(std::string_view id) {
  const MeasureRow* row = measure_info(id);
  return row ? std::string(row->id) : "none";
}

}  // namespace

TEST_CASE("an id belongs to the longest row that begins it") {
  CHECK(row_name("faa_f4_f3") == "faa_");
  CHECK(row_name("faa_relative_f4_f3") == "faa_relative_");
  CHECK(row_name("aperiodic_exponent_f4_f3") == "aperiodic_exponent_");
  CHECK(row_name("aperiodic_exponent_asymmetry_f4_f3") == "aperiodic_exponent_asymmetry_");
  CHECK(row_name("rsa_ln_ms2") == "rsa_ln_ms2");
  CHECK(row_name("rsa_ln_ms2_rest") == "rsa_ln_ms2_");
  CHECK(row_name("dyad_rsa_peak_rest") == "dyad_");
}

TEST_CASE("a scale of one's own is no RSA and no outcome, however its name begins") {
  CHECK(row_name("rsa_of_the_clinic") == "none");
  CHECK(row_name("orc_mother_short") == "none");
  CHECK_FALSE(belongs_to(Family::rsa, "rsa_of_the_clinic"));
}

TEST_CASE("units are those that the ids end in") {
  CHECK(measure_info("rmssd_ms")->unit == "ms");
  CHECK(measure_info("heart_rate_bpm")->unit == "min⁻¹");
  CHECK(measure_info("rsa_recovery_ln_ms2")->unit == "ln ms²");
  CHECK(measure_info("rsa_ln_ms2_still_face")->unit == "ln ms²");
}
