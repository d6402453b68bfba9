// A table of comparison infants, looked at before it is used.
#include "report/reference_contents.hpp"

#include <doctest/doctest.h>

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
  CHECK(contents.measures[0].infants == 1);
  CHECK(contents.measures[1].infants == 2);
}
