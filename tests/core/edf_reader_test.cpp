#include "edf_bytes.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

TEST_CASE("what the writer wrote, the reader reads: EDF+C, EDF+D, BDF+C, BDF+D") {
  for (const bool bdf : {false, true}) {
    for (const bool discontinuous : {false, true}) {
      Recipe wanted = recipe();
      wanted.header.bdf = bdf;
      wanted.header.discontinuous = discontinuous;
      wanted.annotations = {{25'000'000, 5'000'000, "free play", ""}, {95'000'000, {}, "after all", ""}};
      const Reading got = read(write(wanted));
      REQUIRE(got.status.ok());
      CHECK(name_of(got.header.variant) == std::string(bdf ? "BDF" : "EDF") + (discontinuous ? "+D" : "+C"));
      CHECK(got.header.records == 10);
      CHECK(got.recorded_s == 10);
      CHECK(got.segments.size() == 1);
      REQUIRE(got.header.signals.size() == 3);
      CHECK(got.header.signals[0].label == "EEG Fpz-Cz");
      CHECK(got.header.signals[1].sample_rate_hz == 16);
      for (std::size_t i = 0; i < 2; ++i)
        for (std::size_t k = 0; k < got.digital[i].size(); ++k)
          REQUIRE(got.digital[i][k] == sample_value(i, k, bdf));
      REQUIRE(got.annotations.size() == 2);
      CHECK(got.annotations[0].onset == 25'000'000);
      CHECK(got.annotations[0].duration == 5'000'000);
      CHECK(got.annotations[0].text == "free play");
      CHECK(!got.annotations[1].duration);
      REQUIRE(got.diagnostics.size() == 1);
      CHECK(got.diagnostics[0].code == "N_ANONYMISED");
    }
  }
}

TEST_CASE("slices of any size give the same recording") {
  Recipe wanted = recipe(5);
  wanted.annotations = {{15'000'000, {}, "a text that spans slices", ""}};
  const Bytes bytes = write(wanted);
  const Reading whole = read(bytes);
  for (const std::size_t slice : {1u, 2u, 3u, 7u, 255u, 256u, 257u, 511u, 1024u, 1025u, 1100u}) {
    const Reading sliced = read(bytes, slice);
    REQUIRE(sliced.status.ok());
    CHECK(sliced.digital == whole.digital);
    CHECK(sliced.onsets == whole.onsets);
    REQUIRE(sliced.annotations.size() == 1);
    CHECK(sliced.annotations[0].text == "a text that spans slices");
    CHECK(sliced.diagnostics.size() == whole.diagnostics.size());
  }
}
