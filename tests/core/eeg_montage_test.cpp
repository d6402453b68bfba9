// Which channels a pair finds among those that real files have, and what is said where it finds none that
// can be compared. Expected values follow from how the signals are made.
#include "eeg/montage.hpp"
#include "eeg_signals.hpp"
#include "support.hpp"
#include "words/format.hpp"

using namespace attune;
using namespace attune::test;

namespace {

constexpr double rate_hz = 256;

std::vector<double> brain(std::uint64_t seed) {
  return brownish(15, samples_of(rate_hz, 40), seed);
}

eeg::Features in_units(const std::string& left, const std::string& right) {
  const auto a = brain(1), b = brain(2);
  eeg::FeatureStream stream({{"F3", "F3", "", 1, 0, 0, 0, left}, {"F4", "F4", "", 1, 0, 0, 0, right}},
                            rate_hz, {});
  stream.push(std::vector<std::span<const double>>{a, b});
  return stream.finish();
}

eeg::Asymmetry of_pair(const eeg::Features& features, eeg::Pair pair,
                       eeg::Reference reference = eeg::Reference::as_recorded) {
  eeg::Settings settings = without_bridging();
  settings.pairs = {std::move(pair)};
  settings.reference = reference;
  return analyze(features, settings).asymmetry[0];
}

/// Every number of a pair, or none: a reason stands in place of each that is missing.
void check_none(const eeg::Asymmetry& found, const std::string& reason) {
  CHECK(found.level == eeg::DataLevel::none);
  CHECK(found.reason == reason);
  for (const Estimate* form : {&found.absolute, &found.relative, &found.oscillatory}) {
    CHECK_FALSE(form->value);
    CHECK(form->reason == reason);
  }
}

}  // namespace

TEST_CASE("of two channels called F3 the one that can be used is taken") {
  const auto flat = 0.0 * brain(1);
  const double alone =
      *analyze(features_of({{"F3", brain(1)}, {"F4", brain(2)}}, rate_hz)).asymmetry[0].faa_ln;
  const auto found =
      analyze(features_of({{"F3", flat}, {"F3", brain(1)}, {"F4", brain(2)}}, rate_hz)).asymmetry[0];
  CHECK(*found.faa_ln == alone);
  CHECK(found.reason.english().find("Several channels") == std::string::npos);
}

TEST_CASE("of two channels called F3 that can both be used the first is taken, and that is said") {
  const double alone =
      *analyze(features_of({{"F3", brain(1)}, {"F4", brain(2)}}, rate_hz)).asymmetry[0].faa_ln;
  const auto found =
      analyze(features_of({{"F3", brain(1)}, {"F4", brain(2)}, {"F3", brain(3)}}, rate_hz)).asymmetry[0];
  CHECK(*found.faa_ln == alone);
  CHECK(found.reason.english().ends_with(
      "Several channels stand for F3 or F4; the first that can be used were taken: F3 and F4."));
}

TEST_CASE("channels that share a reference are preferred to those that do not") {
  const auto found =
      analyze(features_of({{"F3", brain(3), "A1"}, {"F3", brain(1), "Cz"}, {"F4", brain(2), "Cz"}}, rate_hz))
          .asymmetry[0];
  CHECK(*found.faa_ln ==
        *analyze(features_of({{"F3", brain(1)}, {"F4", brain(2)}}, rate_hz)).asymmetry[0].faa_ln);
}

TEST_CASE("powers in different units are not compared; one unknown unit for both leaves the asymmetry") {
  check_none(of_pair(in_units("", "uV"), {"F3", "F4"}),
             "The asymmetry F3/F4 cannot be formed: F3 is recorded in no unit and F4 in uV, so their powers "
             "cannot be compared.");
  const auto in_uv = of_pair(in_units("uV", "uV"), {"F3", "F4"});
  CHECK(*of_pair(in_units("counts", "counts"), {"F3", "F4"}).faa_ln == *in_uv.faa_ln);
}

TEST_CASE("a pair of one site with itself, or without a name, is refused in words") {
  const auto features = features_of({{"F3", brain(1)}, {"F4", brain(2)}}, rate_hz);
  check_none(of_pair(features, {"F3", "f3"}), "An asymmetry needs the names of two different sites.");
  check_none(of_pair(features, {"", ""}), "An asymmetry needs the names of two different sites.");
  check_none(
      of_pair(features, {"AF3", "AF4"}),
      "The asymmetry AF3/AF4 cannot be formed: there is no channel for AF3 and AF4 in this recording.");
}

TEST_CASE("why a pair has no asymmetry is said in French, and its channels keep their names") {
  const auto of = [](const std::vector<Channel>& channels) {
    return words::text(analyze(features_of(channels, rate_hz)).asymmetry[0].reason,
                       {words::Language::french});
  };
  CHECK(of({{"C3", brain(1), "F3"}, {"Cz", brain(2)}}) ==
        "L’asymétrie F3/F4 ne peut pas être formée\u202f: F3 n’est là que comme référence de C3. Il faut les "
        "deux sites par rapport à une référence commune, non des canaux bipolaires.");
  CHECK(
      of({{"C3", brain(1), "F3"}, {"C4", brain(2), "F4"}}) ==
      "L’asymétrie F3/F4 ne peut pas être formée\u202f: F3 et F4 ne sont là que comme référence de C3 et C4. "
      "Il faut les deux sites par rapport à une référence commune, non des canaux bipolaires.");
}

TEST_CASE("a pair may be named by its labels") {
  const auto features = features_of({{"left frontal", brain(1)}, {"right frontal", brain(2)}}, rate_hz);
  CHECK(of_pair(features, {"Left Frontal", "right frontal"}).faa_ln);
}

TEST_CASE("a reference that is one of the pair, or the mean of the pair, leaves nothing to compare") {
  const auto features = features_of(
      {{"F3", brain(1)}, {"F4", brain(2)}, {"Cz", brain(3)}, {"A1", brain(4)}, {"A2", brain(5)}}, rate_hz);
  check_none(of_pair(features, {"F3", "Cz"}, eeg::Reference::cz),
             "The reference “Cz” is made of F3 or Cz itself: nothing is left to compare.");
  check_none(of_pair(features, {"A1", "A2"}, eeg::Reference::linked),
             "The reference “linked mastoids” is made of A1 or A2 itself: nothing is left to compare.");
  CHECK(of_pair(features, {"F3", "F4"}, eeg::Reference::cz).faa_ln);

  eeg::Settings two_are_enough = without_bridging();
  two_are_enough.reference = eeg::Reference::average;
  two_are_enough.average_min_channels = 0;
  const auto pair_alone = analyze(features_of({{"F3", brain(1)}, {"F4", brain(2)}}, rate_hz), two_are_enough);
  check_none(pair_alone.asymmetry[0],
             "The recording does not have the channels that the reference “average” needs.");
}

TEST_CASE("channels that have nothing in common are not all called disconnected") {
  std::vector<Channel> channels;
  for (const char* site : {"F3", "F4", "F7", "F8", "C3", "C4", "P3", "P4", "O1", "O2"})
    channels.push_back({site, brain(channels.size() + 1)});
  const auto metrics = analyze(features_of(channels, rate_hz));
  for (const auto& channel : metrics.channels) CHECK(channel.bad_reason == "");
  CHECK(metrics.asymmetry[0].faa_ln);
}

TEST_CASE("a band outside the spectrum, or between two bins, gives a reason and no number") {
  const auto features = features_of({{"F3", brain(1)}, {"F4", brain(2)}}, rate_hz);
  const auto with_band = [&](double low_hz, double high_hz) {
    eeg::Settings settings;
    settings.alpha = {low_hz, high_hz};
    return analyze(features, settings).asymmetry[0];
  };
  check_none(with_band(45, 50),
             "The band 45-50 Hz reaches beyond this recording’s spectra, which end at 40 Hz.");
  check_none(with_band(38, 41),
             "The band 38-41 Hz reaches beyond this recording’s spectra, which end at 40 Hz.");
  check_none(with_band(6.2, 6.8), "No bin of the spectrum lies in the band 6.2-6.8 Hz.");
  check_none(with_band(9, 6), "No bin of the spectrum lies in the band 9-6 Hz.");
  CHECK(with_band(38, 40).faa_ln);
}

TEST_CASE("at 16 Hz the 6-9 Hz band is not there, at 32 Hz it is but 1-20 Hz is not") {
  const auto at_rate = [](double hz) {
    const auto samples = samples_of(hz, 40);
    return analyze(features_of({{"F3", brownish(15, samples, 1)}, {"F4", brownish(15, samples, 2)}}, hz))
        .asymmetry[0];
  };
  check_none(at_rate(16), "The band 6-9 Hz reaches beyond this recording’s spectra, which end at 7 Hz.");
  const auto slow = at_rate(32);
  CHECK(slow.faa_ln);
  CHECK_FALSE(slow.faa_relative_ln);
  CHECK(slow.relative.reason ==
        "The band 1-20 Hz reaches beyond this recording’s spectra, which end at 15 Hz.");
}

TEST_CASE("without bootstrap draws there is no interval, and never one of no width") {
  const auto features = features_of({{"F3", brain(1)}, {"F4", brain(2)}}, rate_hz);
  for (const int draws : {-1, 0, 1}) {
    eeg::Settings settings;
    settings.bootstrap_samples = draws;
    const auto found = analyze(features, settings).asymmetry[0];
    CHECK(found.faa_ln);
    CHECK_FALSE(found.faa_se);
    CHECK_FALSE(found.absolute.ci_low);
    CHECK(found.absolute.reason == "An interval needs at least two bootstrap draws.");
  }
}

TEST_CASE("a recording without a single whole window gives reasons, also where no clean time is asked for") {
  const std::vector<double> short_of_a_window(100, 1.0);
  eeg::Settings settings;
  settings.min_clean_s = -1;
  const auto found =
      analyze(features_of({{"F3", short_of_a_window}, {"F4", short_of_a_window}}, rate_hz), settings);
  CHECK_FALSE(found.asymmetry[0].faa_ln);
  CHECK(found.asymmetry[0].reason.english().starts_with("Not enough clean EEG to say: 0 s found"));
}
