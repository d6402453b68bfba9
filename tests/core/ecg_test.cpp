#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/random.hpp"
#include "ecg/beat_stream.hpp"
#include "ecg/edit.hpp"
#include "ecg/interval_limits.hpp"
#include "ecg/poor_stretches.hpp"
#include "support.hpp"

using namespace attune;

namespace {

/// An ECG of Gaussian waves (P, Q, R, S, T) at known beat times, in mV, with white noise.
std::vector<double> drawn_ecg(const std::vector<double>& beats_s, double seconds, double rate_hz,
                              double noise_mv) {
  struct Wave {
    double at_s, width_s, height_mv;
  };
  constexpr Wave waves[] = {
      {-0.09, 0.018, 0.1}, {-0.013, 0.006, -0.12}, {0, 0.007, 1}, {0.014, 0.007, -0.25}, {0.13, 0.03, 0.2}};
  Random random(7);
  std::vector<double> ecg(static_cast<std::size_t>(seconds * rate_hz));
  for (double& sample : ecg) sample = noise_mv * random.normal();
  for (const double beat_s : beats_s) {
    const auto from = static_cast<std::ptrdiff_t>((beat_s - 0.25) * rate_hz);
    const auto to = static_cast<std::ptrdiff_t>((beat_s + 0.35) * rate_hz);
    for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, from); i < to && i < std::ssize(ecg); ++i) {
      for (const Wave& wave : waves) {
        const double x = (static_cast<double>(i) / rate_hz - beat_s - wave.at_s) / wave.width_s;
        ecg[static_cast<std::size_t>(i)] += wave.height_mv * std::exp(-0.5 * x * x);
      }
    }
  }
  return ecg;
}

std::vector<double> irregular_beats(double seconds) {
  std::vector<double> beats;
  for (double t = 0.4; t < seconds - 0.4; t += 0.42 + 0.02 * std::sin(3.1 * t)) beats.push_back(t);
  return beats;
}

ecg::EcgFeatures detect(const std::vector<double>& samples, double rate_hz) {
  ecg::BeatStream stream(rate_hz, ecg::settings_for(ecg::Preset::infant));
  stream.begin_segment(0);
  stream.push(samples);
  return stream.finish();
}

}  // namespace

TEST_CASE("R times of a drawn ECG are found to a tenth of a millisecond at every rate") {
  const auto truth = irregular_beats(60);
  for (const double rate_hz : {200.0, 250.0, 360.0, 500.0, 512.0, 1000.0, 2000.0}) {
    CAPTURE(rate_hz);
    const auto features = detect(drawn_ecg(truth, 60, rate_hz, 0), rate_hz);
    REQUIRE(features.beats.size() == truth.size());
    double delay = 0, squares = 0;
    for (std::size_t i = 0; i < truth.size(); ++i)
      delay += (features.beats[i].time_s - truth[i]) / static_cast<double>(truth.size());
    for (std::size_t i = 0; i < truth.size(); ++i)
      squares += std::pow(features.beats[i].time_s - truth[i] - delay, 2);
    CHECK(1000 * std::sqrt(squares / static_cast<double>(truth.size())) < 0.1);
  }
}

TEST_CASE("an inverted lead gives the same beats and says that it is inverted") {
  const auto truth = irregular_beats(60);
  auto samples = drawn_ecg(truth, 60, 250, 0.02);
  const auto upright = detect(samples, 250);
  for (double& sample : samples) sample = -sample;
  const auto inverted = detect(samples, 250);
  CHECK_FALSE(upright.inverted);
  CHECK(inverted.inverted);
  REQUIRE(inverted.beats.size() == upright.beats.size());
  for (std::size_t i = 0; i < upright.beats.size(); ++i)
    CHECK(inverted.beats[i].time_s == doctest::Approx(upright.beats[i].time_s).epsilon(1e-12));
}

TEST_CASE("a long recording is searched in blocks and loses no beat where they meet") {
  const auto truth = irregular_beats(1300);
  const auto features = detect(drawn_ecg(truth, 1300, 250, 0.02), 250);
  CHECK(features.beats.size() == truth.size());
}

TEST_CASE("Berntson's criterion on a thousand intervals is 132.772 ms, or 153.363 ms on the intervals") {
  if (!test::have_data("rr/nn_1000.txt")) return;
  std::istringstream stream(test::read_text(test::data_folder() / "rr/nn_1000.txt"));
  std::vector<double> nn;
  for (double value; stream >> value;) nn.push_back(value);
  CHECK(std::abs(ecg::berntson_criterion_ms(nn, ecg::CriterionBasis::differences) - 132.772) < 5e-4);
  CHECK(std::abs(ecg::berntson_criterion_ms(nn, ecg::CriterionBasis::intervals) - 153.363) < 5e-4);
}

TEST_CASE("editing puts a missed beat in, takes an extra one out, and leaves the others") {
  ecg::EcgFeatures features;
  for (const double t : irregular_beats(60)) features.beats.push_back({t, ecg::BeatKind::detected, 1, 0, ""});
  const double missed_s = features.beats[40].time_s;
  features.beats.erase(features.beats.begin() + 40);
  features.beats.insert(features.beats.begin() + 90,
                        {features.beats[89].time_s + 0.15, ecg::BeatKind::detected, 1, 0, ""});
  const auto edited = ecg::edit_beats(features, {}, ecg::settings_for(ecg::Preset::infant));
  int changed = 0;
  for (const auto& beat : edited) changed += beat.kind != ecg::BeatKind::detected;
  CHECK(changed == 2);
  CHECK(edited[40].kind == ecg::BeatKind::missed);
  CHECK(edited[40].time_s == doctest::Approx(missed_s).epsilon(0.01));
  CHECK(edited[91].kind == ecg::BeatKind::extra);
}

TEST_CASE("two beats missed in a row are both put in") {
  ecg::EcgFeatures features;
  for (const double t : irregular_beats(60)) features.beats.push_back({t, ecg::BeatKind::detected, 1, 0, ""});
  const double first_s = features.beats[40].time_s, second_s = features.beats[41].time_s;
  features.beats.erase(features.beats.begin() + 40, features.beats.begin() + 42);
  const auto edited = ecg::edit_beats(features, {}, ecg::settings_for(ecg::Preset::infant));
  REQUIRE(edited.size() == irregular_beats(60).size());
  CHECK(edited[40].kind == ecg::BeatKind::missed);
  CHECK(edited[40].time_s == doctest::Approx(first_s).epsilon(0.01));
  CHECK(edited[41].kind == ecg::BeatKind::missed);
  CHECK(edited[41].time_s == doctest::Approx(second_s).epsilon(0.01));
}

TEST_CASE("an interval is suspected at three usual changes from the one before it") {
  // Intervals of 445 and 455 ms in turn: every change is 10 ms, a standard deviation of 10 / 0.67449 = 14.826 ms by the
  // median of a normal sample's absolute values; three of them are 44.48 ms.
  ecg::EcgFeatures features;
  for (int i = 0; i < 60; ++i) features.beats.push_back({0.45 * i + (i % 2 == 0 ? 0 : 0.005)});
  const std::vector<double> found_s = [&] {
    std::vector<double> times_s;
    for (const auto& beat : features.beats) times_s.push_back(beat.time_s);
    times_s[30] -= 0.12;
    return times_s;
  }();
  features.beats[30].time_s = found_s[30];
  const auto settings = ecg::settings_for(ecg::Preset::infant);
  const auto limits = ecg::interval_limits(features, {}, settings);
  REQUIRE(limits.size() == 59);
  CHECK(!limits[0].low_ms);
  CHECK(!limits[0].high_ms);
  std::vector<std::size_t> suspected;
  for (std::size_t i = 1; i < limits.size(); ++i) {
    CHECK(limits[i].end_s == found_s[i + 1]);
    CHECK(limits[i].interval_ms == doctest::Approx(1000 * (found_s[i + 1] - found_s[i])));
    CHECK(*limits[i].high_ms == doctest::Approx(limits[i - 1].interval_ms + 44.48).epsilon(1e-4));
    CHECK(*limits[i].low_ms == doctest::Approx(limits[i - 1].interval_ms - 44.48).epsilon(1e-4));
    if (limits[i].interval_ms <= *limits[i].low_ms || limits[i].interval_ms >= *limits[i].high_ms)
      suspected.push_back(i + 1);
  }
  // The early beat's interval, the one after it, and the next usual one; the early beat alone is edited.
  CHECK(suspected == std::vector<std::size_t>{30, 31, 32});
  const auto edited = ecg::edit_beats(features, {}, settings);
  for (std::size_t i = 0; i < edited.size(); ++i)
    CHECK((edited[i].kind == ecg::BeatKind::detected) == (i != 30));
  features.beats.resize(5);  // fewer than editing looks at
  for (const auto& limit : ecg::interval_limits(features, {}, settings)) CHECK(!limit.low_ms);
}

TEST_CASE("a sigh that lengthens one interval by a tenth is not edited, however regular the rhythm") {
  // Berntson's criterion of an even rhythm is a sixth of the interval.
  ecg::EcgFeatures features;
  double t = 0;
  for (int i = 0; i < 120; ++i) {
    features.beats.push_back({t, ecg::BeatKind::detected, 1, 0, ""});
    t += 0.4 + 0.001 * (i % 3) + (i == 60 ? 0.04 : 0);
  }
  for (const auto& beat : ecg::edit_beats(features, {}, ecg::settings_for(ecg::Preset::infant)))
    CHECK(beat.kind == ecg::BeatKind::detected);
}

TEST_CASE("the timing noise that detection states is the error that its R times have") {
  // White noise of a twentieth and a tenth of the R wave, 5 minutes: the stated error is right within 15 %.
  const auto truth = irregular_beats(300);
  for (const double noise_mv : {0.05, 0.1}) {
    CAPTURE(noise_mv);
    const auto features = detect(drawn_ecg(truth, 300, 250, noise_mv), 250);
    REQUIRE(features.beats.size() == truth.size());
    double delay = 0, squares = 0, stated = 0;
    const auto n = static_cast<double>(truth.size());
    for (std::size_t i = 0; i < truth.size(); ++i) delay += (features.beats[i].time_s - truth[i]) / n;
    for (std::size_t i = 0; i < truth.size(); ++i) {
      squares += std::pow(1000 * (features.beats[i].time_s - truth[i] - delay), 2) / n;
      stated += std::pow(features.beats[i].timing_noise_ms, 2) / n;
    }
    CHECK(std::sqrt(stated) == doctest::Approx(std::sqrt(squares)).epsilon(0.15));
  }
}

TEST_CASE("edits by hand are applied in order, mark their beats, and leaving out the last one undoes it") {
  using ecg::EditAction;
  ecg::EcgFeatures features;
  for (int i = 0; i < 60; ++i) features.beats.push_back({0.4 * i, ecg::BeatKind::detected, 1, 0, ""});
  const auto settings = ecg::settings_for(ecg::Preset::infant);
  std::vector<ecg::BeatEdit> edits{{EditAction::move, 4.0, 4.02},
                                   {EditAction::remove, 8.0, 0},
                                   {EditAction::add, 8.01, 0},
                                   {EditAction::remove, 12.0, 0},
                                   {EditAction::exclude, 15, 18}};
  const auto has = [&](double time_s, ecg::BeatKind kind) {
    const auto beats = ecg::edit_beats(features, edits, settings);
    return std::any_of(beats.begin(), beats.end(), [&](const ecg::Beat& beat) {
      return std::abs(beat.time_s - time_s) < 1e-9 && beat.kind == kind;
    });
  };
  CHECK(has(4.02, ecg::BeatKind::moved));
  CHECK(has(8.0, ecg::BeatKind::removed));
  CHECK(has(8.01, ecg::BeatKind::added));
  CHECK(has(12.0, ecg::BeatKind::removed));
  edits.push_back({EditAction::restore, 12.0, 0});
  CHECK(has(12.0, ecg::BeatKind::added));
  CHECK_FALSE(has(12.0, ecg::BeatKind::removed));
  edits.pop_back();
  CHECK(has(12.0, ecg::BeatKind::removed));
  const auto unusable = ecg::unusable_stretches(features, edits);
  REQUIRE(unusable.size() == 1);
  CHECK(unusable[0].start_s == 15);
  CHECK(unusable[0].end_s == 18);
}

TEST_CASE("automatic editing leaves the intervals of a beat set by hand as they are") {
  ecg::EcgFeatures features;
  for (int i = 0; i < 60; ++i) features.beats.push_back({0.4 * i, ecg::BeatKind::detected, 1, 0, ""});
  const std::vector<ecg::BeatEdit> edits{{ecg::EditAction::add, 8.1, 0}};
  int changed = 0;
  for (const auto& beat : ecg::edit_beats(features, edits, ecg::settings_for(ecg::Preset::infant)))
    changed += beat.kind != ecg::BeatKind::detected;
  CHECK(changed == 1);
}

namespace {

/// Half a minute and more of an infant's beats: breathing of 3 ms, slow waves, 1.5 ms from beat to beat, seeded.
std::vector<ecg::Beat> quiet_infant(int count, std::uint64_t seed) {
  Random random(seed);
  std::vector<ecg::Beat> beats;
  double t = 0.3;
  for (int i = 0; i < count; ++i) {
    beats.push_back({t, ecg::BeatKind::detected, 1, 0, ""});
    t += 0.42 + 0.003 * std::sin(3.8 * t) + 0.01 * std::sin(0.5 * t) + 0.0015 * random.normal();
  }
  return beats;
}

std::vector<ecg::Beat> edited(const std::vector<ecg::Beat>& beats) {
  ecg::EcgFeatures features;
  features.beats = beats;
  return ecg::edit_beats(features, {}, ecg::settings_for(ecg::Preset::infant));
}

int changed_in(const std::vector<ecg::Beat>& beats) {
  return static_cast<int>(std::count_if(beats.begin(), beats.end(), [](const ecg::Beat& beat) {
    return beat.kind != ecg::BeatKind::detected;
  }));
}

}  // namespace

TEST_CASE("of a displaced beat that beat is edited, and its neighbours stay where they are") {
  for (const double by_s : {-0.12, -0.08, -0.05, -0.03, 0.03, 0.05, 0.08, 0.12}) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      CAPTURE(by_s);
      CAPTURE(seed);
      const auto truth = quiet_infant(120, seed);
      auto beats = truth;
      beats[60].time_s += by_s;
      const auto result = edited(beats);
      REQUIRE(result.size() == truth.size());
      CHECK(changed_in(result) == 1);
      CHECK(result[60].kind == (by_s < -0.04 ? ecg::BeatKind::ectopic : ecg::BeatKind::long_short));
      CHECK(std::abs(result[60].time_s - truth[60].time_s) < 0.01);
      CHECK(result[61].time_s == truth[61].time_s);
    }
  }
}

namespace {

/// Heart periods of a quiet infant that are longer by so much from beat 60 on.
std::vector<ecg::Beat> with_longer(const std::vector<double>& added_s, std::uint64_t seed) {
  auto beats = quiet_infant(140, seed);
  double late_s = 0;
  for (std::size_t i = 0; i < beats.size(); ++i) {
    if (i > 60) late_s += i - 61 < added_s.size() ? added_s[i - 61] : 0;
    beats[i].time_s += late_s;
  }
  return beats;
}

/// By a fifth in two beats and back over twenty; bradycardia of apnoea, long and short; a step of a tenth; two long
/// intervals.
std::vector<std::vector<double>> changes_of_real_hearts() {
  std::vector<double> fall{0.042, 0.084}, apnoea, short_apnoea;
  for (int i = 0; i < 20; ++i) fall.push_back(0.084 * (1 - i / 20.0));
  for (const double share : {0.15, 0.3, 0.5, 0.7, 0.85, 1.0, 1.0, 1.0, 0.9, 0.75, 0.6, 0.45, 0.3, 0.15})
    apnoea.push_back(0.3 * share);
  for (const double share : {0.3, 0.7, 1.0, 0.7, 0.3}) short_apnoea.push_back(0.3 * share);
  return {fall, apnoea, short_apnoea, std::vector<double>(30, -0.04), {0.03, 0.035}};
}

std::vector<Interval> poor_of(const std::vector<ecg::Beat>& beats) {
  std::vector<ecg::SeenBeat> seen;
  for (const ecg::Beat& beat : beats) seen.push_back({beat.time_s, 1, true});
  return ecg::poor_stretches(seen, {0, beats.back().time_s + 0.1}, ecg::settings_for(ecg::Preset::infant));
}

}  // namespace

TEST_CASE("decelerations, startles and sighs of an infant are left as they are") {
  for (const auto& added_s : changes_of_real_hearts()) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      CAPTURE(added_s.size());
      const auto beats = with_longer(added_s, seed);
      CHECK(changed_in(edited(beats)) == 0);
      CHECK(poor_of(beats).empty());
    }
  }
}

TEST_CASE("a run of another rhythm that begins and ends in one beat is a poor stretch") {
  for (const double ratio : {0.55, 0.65, 0.75, 0.85, 1.15, 1.3, 1.5}) {
    for (std::uint64_t seed = 1; seed <= 5; ++seed) {
      CAPTURE(ratio);
      CAPTURE(seed);
      const auto truth = quiet_infant(140, seed);
      std::vector<ecg::Beat> beats(truth.begin(), truth.begin() + 60);
      const double interval_s = ratio * (truth[60].time_s - truth[59].time_s);
      const Interval run{truth[60].time_s, truth[60].time_s + 4 * interval_s};
      for (int k = 0; k < 5; ++k) beats.push_back({run.start_s + k * interval_s, ecg::BeatKind::detected});
      for (const ecg::Beat& beat : truth) {
        if (beat.time_s > run.end_s + 0.22) beats.push_back(beat);
      }
      const auto poor = poor_of(beats);
      REQUIRE(poor.size() == 1);
      CHECK(poor[0].start_s <= run.start_s);
      CHECK(poor[0].end_s >= run.end_s);
      CHECK(poor[0].duration_s() < run.duration_s() + 2.5);
    }
  }
}

TEST_CASE("a spike where beats were lost is taken out and the beats are put in") {
  const auto truth = quiet_infant(120, 3);
  auto beats = truth;
  beats.erase(beats.begin() + 60, beats.begin() + 62);
  beats.insert(beats.begin() + 60, {truth[59].time_s + 0.55, ecg::BeatKind::detected, 1, 0, ""});
  const auto result = edited(beats);
  std::vector<ecg::Beat> in_use;
  for (const auto& beat : result) {
    if (!ecg::is_taken_out(beat.kind)) in_use.push_back(beat);
  }
  REQUIRE(in_use.size() == truth.size());
  for (const std::size_t i : {60u, 61u}) {
    CHECK(in_use[i].kind == ecg::BeatKind::missed);
    CHECK(std::abs(in_use[i].time_s - truth[i].time_s) < 0.015);
  }
}

TEST_CASE("no beat of the clean shared recordings' reference lists is edited by more than one in a hundred") {
  for (const std::string name : {"infant1_seg0", "infant1_seg1", "infant1_seg2", "infant1_seg3",
                                 "infant1_seg4", "infant2_seg0", "infant2_seg1"}) {
    if (!test::have_data("ecg/" + name + ".beats.csv")) return;
    std::istringstream text(test::read_text(test::data_folder() / ("ecg/" + name + ".beats.csv")));
    std::vector<ecg::Beat> beats;
    std::string line;
    std::getline(text, line);
    while (std::getline(text, line)) beats.push_back({std::stod(line), ecg::BeatKind::detected, 1, 0, ""});
    CAPTURE(name);
    CHECK(changed_in(edited(beats)) <= static_cast<int>(beats.size() / 100));
    CHECK(poor_of(beats).empty());
  }
}

TEST_CASE("an early beat of clearly other shape is edited, however little early it is") {
  const auto shaped = [](double usual) {
    auto beats = quiet_infant(120, 4);
    for (ecg::Beat& beat : beats) beat.likeness = usual;
    return beats;
  };
  const auto changed = [](std::vector<ecg::Beat> beats, double by_s, double likeness) {
    beats[60].time_s += by_s;
    beats[60].likeness = likeness;
    return edited(beats);
  };
  const auto result = changed(shaped(0.98), -0.012, 0.7);
  CHECK(changed_in(result) == 1);
  CHECK(result[60].kind == ecg::BeatKind::ectopic);
  CHECK(result[60].reason == "has another shape than the beats around it, and comes early");
  CHECK(changed_in(changed(shaped(0.98), -0.012, 0.98)) == 0);
  CHECK(changed_in(changed(shaped(0.98), -0.012, 0.93)) == 0);  // a little other
  CHECK(changed_in(changed(shaped(0.75), -0.012, 0.7)) == 0);   // noise makes them all so
  CHECK(changed_in(changed(shaped(0.98), 0.012, 0.7)) == 0);    // late: no ectopic beat
  auto two = shaped(0.98);
  two[61].likeness = 0.7;
  CHECK(changed_in(changed(two, -0.012, 0.7)) == 0);  // nothing to hold it against
}
