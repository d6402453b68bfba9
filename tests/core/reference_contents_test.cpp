// A table of comparison infants, looked at before it is used.
#include "report/reference_contents.hpp"

#include <doctest/doctest.h>

#include <utility>

#include "report/measures.hpp"

using namespace attune;

TEST_CASE("the contents of a table are counted: infants, visits, ages and measures") {
  const auto reference = report::read_reference(
      "participant,visit,age_months,sex,measure,value,source\n"
      "a,1,5.0,f,rmssd_ms,9,simulated\n"
      "a,2,7.1,f,rmssd_ms,10,simulated\n"
      "b,1,4.5,m,rmssd_ms,8,simulated\n"
      "b,1,4.5,m,faa_f4_f3,0.1,simulated\n"
      "c,1,,m,faa_f4_f3,NA,simulated\n");
  REQUIRE(reference.ok());
  const auto contents = report::contents_of(*reference);
  CHECK(contents.source == "simulated");
  CHECK(contents.infants == 2);
  CHECK(contents.visits == 2);
  CHECK(*contents.youngest_months == 4.5);
  CHECK(*contents.oldest_months == 7.1);
  REQUIRE(contents.measures.size() == 2);
  CHECK(contents.measures[0].measure == "faa_f4_f3");
  CHECK(contents.measures[0].title == "Alpha asymmetry F4 − F3");
  CHECK(contents.measures[0].infants == 1);
  CHECK(contents.measures[1].infants == 2);
}

TEST_CASE("a measure has the report's title by its id alone; what is the user's own keeps its name") {
  const std::pair<const char*, const char*> titles[] = {
      {"rsa_ln_ms2", "RSA, whole recording"},
      {"rsa_ln_ms2_still_face", "RSA in still-face"},
      {"rsa_ln_ms2_late", "rsa_ln_ms2_late"},
      {"faa_relative_fp2_fp1", "Alpha asymmetry Fp2 − Fp1, relative power"},
      {"aperiodic_exponent_f4_f3", "Aperiodic exponent, F4 and F3 (exploratory)"},
      {"protest_play", "Protest in play"},
      {"object_environment_still_face", "Object/environment in still-face"},
      {"withdrawn_still_face_effect", "Withdrawn, still-face effect (still-face − play)"},
      {"social_positive_recovery", "Social positive, recovery (reunion − still-face)"},
      {"orc_mother", "Orienting/regulatory capacity (ORC), mother"},
      {"fuss_play", "fuss_play"},
      {"faa_f4", "faa_f4"},
  };
  for (const auto& one : titles) {
    CAPTURE(one.first);
    CHECK(report::title_of_measure(one.first) == one.second);
  }
}
