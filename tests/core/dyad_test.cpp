// Two hearts beside each other. Values of other programs: tests/interop/dyad_check.py, SciPy 1.10.1, statsmodels 0.13.5.
#include "dyad/dyad.hpp"

#include <cmath>
#include <limits>
#include <numbers>

#include "dyad/lags.hpp"
#include "dyad/regression.hpp"
#include "dyad/series.hpp"
#include "dyad/surrogates.hpp"
#include "dyad/tables.hpp"
#include "stats/f_distribution.hpp"
#include "support.hpp"
#include "synth/pair.hpp"

using namespace attune;

namespace {

struct TwoSeries {
  std::vector<double> x, y;
};

/// As tests/interop/dyad_check.py makes them.
TwoSeries generated_pair(std::uint64_t seed, double strength, std::size_t n = 300) {
  std::uint64_t state = seed;
  const auto draw = [&] {
    state = (state * 1103515245 + 12345) % (std::uint64_t{1} << 31);
    return static_cast<double>(state) / static_cast<double>(std::uint64_t{1} << 31) - 0.5;
  };
  TwoSeries pair{std::vector<double>(n), std::vector<double>(n)};
  for (std::size_t t = 0; t < n; ++t) {
    pair.x[t] = (t > 0 ? 0.7 * pair.x[t - 1] : 0) + draw();
    pair.y[t] = (t > 0 ? 0.5 * pair.y[t - 1] : 0) + (t > 2 ? strength * pair.x[t - 3] : 0) + draw();
  }
  return pair;
}

dyad::Detrended all_valid(const std::vector<double>& x) {
  return {x, std::vector<double>(x.size(), 1.0)};
}

dyad::HeartInput heart_of_list(std::vector<ecg::Beat> beats, ecg::Preset preset) {
  dyad::HeartInput heart;
  heart.group.preset = preset;
  heart.beats = std::move(beats);
  heart.settings = hrv::settings_for(preset);
  return heart;
}

dyad::Dyad dyad_of(const synth::PairSettings& wanted, const dyad::Clock& clock = dyad::one_clock(),
                   std::span<const Phase> phases = {}) {
  auto pair = synth::simulate_pair(wanted);
  return dyad::analyze(heart_of_list(pair.mother, ecg::Preset::adult),
                       heart_of_list(pair.infant, ecg::Preset::infant), clock, phases, {})
      .value();
}

}  // namespace

TEST_CASE("three pairs have the cross-correlations and F that SciPy and statsmodels compute") {
  struct Expected {
    std::uint64_t seed;
    double strength;
    double r[3];  ///< at lags −10, 0, 3
    double f, f_back, coefficient;
    double f_more, p_more, f_more_back, p_more_back;
  };
  const Expected table[] = {
      {1,
       0.0,
       {-0.05212626820567823, 0.09469420473988828, -0.014724890081069711},
       0.7134447306105409,
       1.026700003688761,
       0.06782645837118427,
       0.76302158725857,
       0.515602993608721,
       0.9381114467098229,
       0.4225964290355657},
      {2,
       0.4,
       {0.06331863112491962, 0.061004581325428596, 0.5597213733624224},
       25.727225132899523,
       1.2649109064364341,
       0.3747259811642105,
       15.613032111843381,
       1.9631164004658804e-09,
       1.4619865222557646,
       0.2250904726772979},
      {3,
       0.8,
       {-0.22827887831043808, 0.14278316532996332, 0.7409511876103662},
       102.49331724337884,
       0.5174257051683692,
       0.9506205684891735,
       66.02918959642157,
       1.7004128238693817e-32,
       0.5005397008218472,
       0.6821990731027132},
  };
  for (const Expected& e : table) {
    CAPTURE(e.seed);
    const TwoSeries pair = generated_pair(e.seed, e.strength);
    const dyad::Part whole[] = {{0, pair.x.size()}};
    const auto r =
        dyad::cross_correlation(dyad::detrend(pair.x, whole, 60), dyad::detrend(pair.y, whole, 60), 10);
    const double found[] = {r[0], r[10], r[13]};
    for (int k = 0; k < 3; ++k) CHECK(found[k] == doctest::Approx(e.r[k]).epsilon(1e-9));
    const auto x = all_valid(pair.x), y = all_valid(pair.y);
    const auto plain = dyad::test_past(y, x, 3, 0), back = dyad::test_past(x, y, 3, 0);
    CHECK(plain->f == doctest::Approx(e.f).epsilon(1e-9));
    CHECK(back->f == doctest::Approx(e.f_back).epsilon(1e-9));
    CHECK(plain->other[2] == doctest::Approx(e.coefficient).epsilon(1e-9));
    const auto more = dyad::test_past(y, x, 3), more_back = dyad::test_past(x, y, 3);
    CHECK(more->f == doctest::Approx(e.f_more).epsilon(1e-9));
    CHECK(more->p == doctest::Approx(e.p_more).epsilon(1e-9));
    CHECK(more_back->f == doctest::Approx(e.f_more_back).epsilon(1e-9));
    CHECK(more_back->p == doctest::Approx(e.p_more_back).epsilon(1e-9));
  }
}

TEST_CASE("a sine and itself three steps later correlate by the cosine of the distance between them") {
  // Over whole turns Σ sin(wt) sin(w(t + 3 − k)) / √(…) = cos(w(3 − k)).
  constexpr double w = 2 * std::numbers::pi / 20;
  std::vector<double> m, i;
  for (int t = 0; t < 2000; ++t) {
    m.push_back(std::sin(w * t));
    i.push_back(std::sin(w * (t - 3)));
  }
  const auto r = dyad::cross_correlation(all_valid(m), all_valid(i), 5);
  for (int lag = -5; lag <= 5; ++lag)
    CHECK(r[static_cast<std::size_t>(lag + 5)] == doctest::Approx(std::cos(w * (3 - lag))).epsilon(0.005));
  const dyad::Peak peak = dyad::peak_of(r);
  CHECK(peak.lag_steps == doctest::Approx(3).epsilon(0.002));
  CHECK(dyad::lead_lag_index(r, 1) > 0);
  const auto back = dyad::cross_correlation(all_valid(i), all_valid(m), 5);
  CHECK(dyad::peak_of(back).lag_steps == doctest::Approx(-3).epsilon(0.002));
  CHECK(dyad::lead_lag_index(back, 1) == doctest::Approx(-dyad::lead_lag_index(r, 1)).epsilon(1e-9));
}

TEST_CASE(
    "a level, a line and the slow cosines leave nothing, phase by phase, and what is not valid stays out") {
  std::vector<double> x;
  for (int t = 0; t < 240; ++t) {
    const double place = ((t % 120) + 0.5) / 120;
    x.push_back((t < 120 ? 5 : -40) + 3 * place + 2 * std::cos(std::numbers::pi * 3 * place));
  }
  x[50] = std::numeric_limits<double>::quiet_NaN();
  const dyad::Part phases[] = {{0, 120}, {120, 230}};
  const auto rest = dyad::detrend(x, {phases, 1}, 60);
  for (std::size_t t = 0; t < 120; ++t) CHECK(std::abs(rest.value[t]) < 1e-10);
  CHECK(rest.valid[50] == 0);
  CHECK(rest.valid[51] == 1);
  CHECK(rest.valid[120] == 0);  // in no phase
  CHECK(dyad::detrend(x, phases, 60).valid[229] == 1);
  CHECK(dyad::detrend(x, phases, 60).valid[230] == 0);
}

TEST_CASE("the course of heart period is the mean of the intervals by the time they hold") {
  // 400 ms from 0 to 2 s, then 500 ms: the step around 2 s is half of either.
  std::vector<ecg::Beat> beats;
  for (int k = 0; k <= 5; ++k) beats.push_back({0.4 * k});
  for (int k = 1; k <= 8; ++k) beats.push_back({2 + 0.5 * k});
  const auto used = hrv::nn_series(beats, {}, {}, {});
  const auto course = dyad::heart_period_course(used, dyad::grid_over(1, 6, 1), {});
  REQUIRE(course.size() == 5);
  CHECK(course[0] == doctest::Approx(400).epsilon(1e-12));
  CHECK(course[1] == doctest::Approx(450).epsilon(1e-9));
  CHECK(course[2] == doctest::Approx(500).epsilon(1e-12));
  const Interval out[] = {{2.9, 3.2}};
  const auto with_hole =
      dyad::heart_period_course(hrv::nn_series(beats, {}, out, {}), dyad::grid_over(1, 6, 1), {});
  CHECK(std::isnan(with_hole[2]));
  CHECK(with_hole[0] == doctest::Approx(400).epsilon(1e-12));
}

TEST_CASE(
    "continuous RSA of a steady breath is ln of half its squared amplitude, wherever the window stands") {
  std::vector<ecg::Beat> beats;
  for (double t = 0; t < 120;) {
    beats.push_back({t});
    t += (430 + 10 * std::sin(2 * std::numbers::pi * 0.6 * t)) / 1000;
  }
  const auto used = hrv::nn_series(beats, {}, {}, {});
  dyad::Settings settings;
  const auto course = dyad::rsa_course(used, dyad::grid_over(0, 120, 1), settings, {});
  CHECK(std::isnan(course[3]));  // 2 of its 10 s lie before the first beat
  for (std::size_t t = 6; t < 113; ++t) CHECK(course[t] == doctest::Approx(std::log(50)).epsilon(0.03));
}

TEST_CASE(
    "a coupled pair is found, with its lag and direction, and an uncoupled one with the same drift is not") {
  synth::PairSettings wanted;
  wanted.duration_s = 600;
  wanted.strength = 0.9;
  for (const double lag_s : {3.0, -4.0}) {
    CAPTURE(lag_s);
    wanted.lag_s = lag_s;
    const dyad::Dyad found = dyad_of(wanted);
    for (const dyad::Coupling* c : {&found.task.rsa, &found.task.heart_period}) {
      CHECK(c->verdict == dyad::CouplingVerdict::coupled);
      CHECK(c->first == (lag_s > 0 ? dyad::First::mother : dyad::First::infant));
      CHECK(std::abs(*c->peak_lag_s - lag_s) <= 1);
      CHECK(*c->lead_lag_index * lag_s > 0);
      CHECK(*c->p == doctest::Approx(std::max({*c->p_shifts, *c->p_phases, *c->p_waves})));
    }
    const auto& h = found.task.heart_period;
    CHECK((lag_s > 0 ? h.mother_to_infant : h.infant_to_mother)->p < 0.001);
    CHECK(h.sentence.english().find(lag_s > 0
                                        ? "the mother’s changes came first, by about"
                                        : "the infant’s changes came first, by about") != std::string::npos);
  }
  wanted.strength = 0;
  const dyad::Dyad none = dyad_of(wanted);
  CHECK(none.task.rsa.verdict == dyad::CouplingVerdict::no_coupling_found);
  CHECK(!none.task.rsa.peak_lag_s);
  CHECK(none.task.rsa.first == dyad::First::cannot_tell);
}

TEST_CASE("of sixty uncoupled pairs that drift at most seven are told coupled") {
  // In scripts/bench dyad 3.5 % of 2,000 are: 2 of 60; more than 7 come once in a thousand.
  int told = 0;
  for (std::uint64_t seed = 1; seed <= 60; ++seed) {
    synth::PairSettings wanted;
    wanted.seed = seed;
    const dyad::Dyad found = dyad_of(wanted);
    told += found.task.rsa.verdict == dyad::CouplingVerdict::coupled ||
            found.task.heart_period.verdict == dyad::CouplingVerdict::coupled;
  }
  CHECK(told <= 7);
}

TEST_CASE("two minutes that both share are needed, and one heart alone says nothing of two") {
  synth::PairSettings wanted;
  wanted.duration_s = 110;
  wanted.strength = 0.9;
  const dyad::Dyad brief = dyad_of(wanted);
  CHECK(brief.task.heart_period.verdict == dyad::CouplingVerdict::too_short);
  CHECK(!brief.task.heart_period.peak_r);
  CHECK(brief.task.heart_period.sentence.english().find("too short to tell") != std::string::npos);

  wanted.duration_s = 200;
  const auto pair = synth::simulate_pair(wanted);
  const auto alone =
      dyad::analyze({}, heart_of_list(pair.infant, ecg::Preset::infant), dyad::one_clock(), {}, {});
  REQUIRE(alone);
  CHECK(!alone->mother);
  CHECK(alone->task.rsa.verdict == dyad::CouplingVerdict::missing);
  CHECK(*alone->task.infant_heart_period_ms == doctest::Approx(60000.0 / 140).epsilon(0.05));
  CHECK(!alone->task.mother_heart_period_ms);
}

TEST_CASE("phases are measured one by one, and the task pools them without their levels") {
  synth::PairSettings wanted;
  wanted.duration_s = 400;
  wanted.strength = 0.9;
  const Phase phases[] = {{"Play", PhaseKind::play, 0, 200}, {"Still-face", PhaseKind::still_face, 200, 390}};
  const dyad::Dyad found = dyad_of(wanted, dyad::one_clock(), phases);
  REQUIRE(found.phases.size() == 2);
  CHECK(found.phases[1].phase == "Still-face");
  CHECK(found.phases[0].heart_period.overlap_s == doctest::Approx(199).epsilon(0.01));
  CHECK(found.task.heart_period.overlap_s ==
        found.phases[0].heart_period.overlap_s + found.phases[1].heart_period.overlap_s);
}

TEST_CASE("a clock that is wrong by a second moves the lag by a second; marks put it right, drift too") {
  synth::PairSettings wanted;
  wanted.duration_s = 600;
  wanted.strength = 0.9;
  const double right_s = *dyad_of(wanted).task.heart_period.peak_lag_s;
  const double wrong_s = *dyad_of(wanted, dyad::clock_by_hand(1, 0)).task.heart_period.peak_lag_s;
  CHECK(wrong_s - right_s == doctest::Approx(1).epsilon(0.05));

  // The infant's clock began 12.5 s later and is 50 parts in a million slow.
  std::vector<double> mother, infant;
  for (const double at : {20.0, 300.0, 580.0}) {
    mother.push_back(at);
    infant.push_back((at - 12.5) / (1 + 50e-6));
  }
  const auto clock = dyad::clock_by_triggers(mother, infant, "sync");
  REQUIRE(clock);
  CHECK(clock->offset_s == doctest::Approx(12.5).epsilon(1e-9));
  CHECK(clock->drift_ppm == doctest::Approx(50).epsilon(1e-6));
  CHECK(dyad::clock_by_triggers(mother, {infant.data(), 2}, "sync").error().code == "E_DYAD_TRIGGERS");
  CHECK(dyad::clock_by_starts(5, 3600).sentence.english().find("by 0.18 s more at the end") !=
        std::string::npos);
}

TEST_CASE("two channels of one heart are no dyad") {
  synth::PairSettings wanted;
  const auto pair = synth::simulate_pair(wanted);
  const auto found =
      dyad::analyze(heart_of_list(pair.infant, ecg::Preset::adult),
                    heart_of_list(pair.infant, ecg::Preset::infant), dyad::one_clock(), {}, {});
  REQUIRE(found);
  REQUIRE(found->diagnostics.size() == 1);
  CHECK(found->diagnostics[0].code == "W_DYAD_ONE_HEART");
  CHECK(dyad_of(wanted).diagnostics.empty());
}

TEST_CASE("tables of a dyad have a line a step, and a line a lag of each stretch and measure") {
  synth::PairSettings wanted;
  wanted.duration_s = 200;
  const dyad::Dyad found = dyad_of(wanted);
  const auto lines = [](const std::string& text) { return std::count(text.begin(), text.end(), '\n'); };
  CHECK(lines(dyad::courses_table(found.courses, Separator::comma)) ==
        1 + static_cast<std::ptrdiff_t>(found.courses.time_s.size()));
  CHECK(lines(dyad::lags_table(found, Separator::tab)) == 1 + 2 * 21);
}

namespace {

/// A visit's coupling with this lead–lag index; the peak's sign is `direction`.
dyad::Coupling coupling_with(dyad::CouplingVerdict verdict, double index, double half_width, double overlap_s,
                             double direction = 1) {
  dyad::Coupling coupling;
  coupling.verdict = verdict;
  coupling.overlap_s = overlap_s;
  coupling.peak_r = 0.5 * direction;
  coupling.lead_lag_index = index;
  coupling.lead_lag_index_low = index - half_width;
  coupling.lead_lag_index_high = index + half_width;
  return coupling;
}

}  // namespace

TEST_CASE("the change of the lead between visits: values by R 4.2 (qnorm, pt, qt, p.adjust)") {
  using enum dyad::CouplingVerdict;
  dyad::Settings settings;  // blocks of 20 s: df 11 for 240 s, 5 for 120 s
  settings.change_level = 0.05;
  const auto before_rsa = coupling_with(coupled, 0.3, 0.2, 240),
             after_rsa = coupling_with(coupled, -0.05, 0.2, 240);
  const auto before_period = coupling_with(no_coupling_found, 0.1, 0.15, 240),
             after_period = coupling_with(coupled, 0.5, 0.2, 120);
  const dyad::Change change =
      dyad::change_between({before_rsa, before_period}, {after_rsa, after_period}, settings);
  CHECK(*change.rsa.before.se == doctest::Approx(0.1020426914).epsilon(1e-9));
  CHECK(*change.rsa.change.value == doctest::Approx(-0.35).epsilon(1e-12));
  CHECK(*change.rsa.change.ci_low == doctest::Approx(-0.6492809503).epsilon(1e-8));
  CHECK(*change.rsa.change.ci_high == doctest::Approx(-0.0507190497).epsilon(1e-8));
  CHECK(*change.rsa.p == doctest::Approx(0.0239523919).epsilon(1e-7));
  CHECK(*change.heart_period.change.df == doctest::Approx(10.6721515057).epsilon(1e-8));
  CHECK(*change.heart_period.p == doctest::Approx(0.0098108357).epsilon(1e-7));
  CHECK(*change.heart_period.p_adjusted == doctest::Approx(2 * 0.0098108357).epsilon(1e-7));
  CHECK(*change.rsa.p_adjusted == doctest::Approx(0.0239523919).epsilon(1e-7));
  CHECK(change.rsa.strength == dyad::LeadStrength::recordings_differ);
  const dyad::Change careful =
      dyad::change_between({before_rsa, before_period}, {after_rsa, after_period}, {});
  CHECK(careful.rsa.strength == dyad::LeadStrength::no_difference_found);
  CHECK(change.rsa.sentence.english().starts_with(
      "RSA: the lead–lag index moved toward the infant, by more than the two recordings’ own error"));
}

TEST_CASE(
    "what cannot be held against each other is not: neither coupled, opposite directions, too short, other "
    "settings") {
  using enum dyad::CouplingVerdict;
  using dyad::LeadStrength;
  const auto strength = [](const dyad::Coupling& before, const dyad::Coupling& after) {
    const dyad::Change change = dyad::change_between({before, before}, {after, after}, {});
    CHECK(!change.rsa.sentence.english().empty());
    return change.rsa.strength;
  };
  const auto leads = coupling_with(coupled, 0.3, 0.1, 240);
  CHECK(strength(leads, coupling_with(coupled, 0.25, 0.1, 240)) == LeadStrength::no_difference_found);
  CHECK(strength(coupling_with(no_coupling_found, 0.3, 0.1, 240),
                 coupling_with(no_coupling_found, -0.3, 0.1, 240)) == LeadStrength::cannot_judge);
  CHECK(strength(leads, coupling_with(coupled, 0.3, 0.1, 240, -1)) == LeadStrength::not_comparable);
  CHECK(strength(leads, coupling_with(too_short, 0, 0, 60)) == LeadStrength::too_little);
  CHECK(strength(leads, dyad::without_pair(dyad::CourseKind::rsa)) == LeadStrength::cannot_judge);
  // Without coupling the peak's sign is chance: the index is read in the direction of the visit with coupling, so that
  // −0.28 of the other direction is +0.28 of this one.
  CHECK(strength(leads, coupling_with(no_coupling_found, -0.28, 0.1, 240, -1)) ==
        LeadStrength::no_difference_found);
  CHECK(strength(leads, coupling_with(no_coupling_found, 0.28, 0.1, 240, -1)) ==
        LeadStrength::recordings_differ);

  dyad::EarlierVisit earlier;
  dyad::Dyad later;
  earlier.settings.window_s = 20;
  dyad::compare_with(earlier, later);
  CHECK(later.change->rsa.strength == LeadStrength::not_comparable);
  earlier.settings = {};
  earlier.phases = {{"Still-face", "still_face"}};
  dyad::compare_with(earlier, later);
  CHECK(later.change->rsa.strength == LeadStrength::not_comparable);
  earlier.phases.clear();
  earlier.infant = dyad::Heart{};
  later.infant = dyad::Heart{};
  later.infant->rsa_low_hz = 0.24;
  dyad::compare_with(earlier, later);
  CHECK(later.change->rsa.strength == LeadStrength::not_comparable);
  // Draws that all agree tell no error, and so nothing.
  CHECK(strength(coupling_with(coupled, 0.3, 0, 240), coupling_with(coupled, -0.3, 0, 240)) ==
        LeadStrength::too_little);
  CHECK(later.change->heart_period.measure == dyad::CourseKind::heart_period);
}

TEST_CASE(
    "who came first is told of a coupling that stands with the other measure beside it, and not otherwise") {
  // Alone p = .03 is below .05; beside a second measure Holm makes it .06.
  const auto found = [](dyad::CourseKind measure, double p) {
    dyad::Coupling c;
    c.measure = measure;
    c.verdict = dyad::CouplingVerdict::coupled;
    c.first = dyad::First::infant;
    c.p = p;
    c.peak_r = 0.4;
    c.peak_lag_s = -2;
    c.peak_lag_low_s = -3;
    c.peak_lag_high_s = -1;
    return c;
  };
  auto one = found(dyad::CourseKind::rsa, 0.03), other = found(dyad::CourseKind::heart_period, 0.5);
  decide_together(one, other, {});
  CHECK(*one.p_adjusted == doctest::Approx(0.06));
  CHECK(one.verdict == dyad::CouplingVerdict::no_coupling_found);
  CHECK(one.first == dyad::First::cannot_tell);
  auto strong = found(dyad::CourseKind::rsa, 0.01);
  decide_together(strong, other, {});
  CHECK(strong.first == dyad::First::infant);
}
