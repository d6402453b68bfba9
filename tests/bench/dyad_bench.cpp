// usage: bench_dyad [UNCOUPLED [COUPLED [COHORTS [SIZE]]]]: how often two hearts are told to go together, and how well it is told who leads.
//
// First UNCOUPLED (2000) pairs of five minutes (synth/pair.hpp) that drift, each by itself, and have nothing in common: the
// share told coupled, that by each kind of surrogates alone, by the regression's own p, and by the naive correlation (r of
// both courses as they are, p of Student's t for independent steps). Then COUPLED (200) pairs for each strength and length,
// lags of 2, 3 and 4 s, mother and infant leading in turn: of all, how many are found; of those found, how many have the lag
// within 1 s, the direction right, the lag within its interval, and a leader told, and told right. Then as many pairs at two
// visits, with nothing changed, and with the lead gone over from the infant to the mother: how often the lead–lag index is
// told to differ. Then COHORTS (200) uncoupled pairs under a protocol that does the same to both hearts, against surrogates of
// their own; and COHORTS cohorts of 8, 20 and 40 pairs of five minutes against their pseudo-dyads, coupled, and (of the
// small ones more) uncoupled without such a protocol and with it; with SIZE nothing but COHORTS uncoupled ones of so many pairs. First of all the processor time for an hour of two hearts,
// and of one.
#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "base/random.hpp"
#include "dyad/dyad.hpp"
#include "dyad/pseudo.hpp"
#include "dyad/series.hpp"
#include "stats/holm.hpp"
#include "stats/students_t.hpp"
#include "synth/pair.hpp"

using namespace attune;

namespace {

dyad::HeartInput heart_of(std::vector<ecg::Beat> beats, ecg::Preset preset) {
  dyad::HeartInput heart;
  heart.group.preset = preset;
  heart.beats = std::move(beats);
  heart.settings = hrv::settings_for(preset);
  return heart;
}

dyad::Dyad measured(const synth::PairSettings& wanted) {
  auto pair = synth::simulate_pair(wanted);
  return dyad::analyze(heart_of(std::move(pair.mother), ecg::Preset::adult),
                       heart_of(std::move(pair.infant), ecg::Preset::infant), dyad::one_clock(), {}, {})
      .value();
}

/// p of the correlation of two courses as if their steps were independent.
double naive_p(const std::vector<double>& x, const std::vector<double>& y) {
  double n = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
  for (std::size_t t = 0; t < x.size(); ++t) {
    if (!std::isfinite(x[t]) || !std::isfinite(y[t])) continue;
    ++n;
    sx += x[t];
    sy += y[t];
    sxx += x[t] * x[t];
    syy += y[t] * y[t];
    sxy += x[t] * y[t];
  }
  const double r = (sxy - sx * sy / n) / std::sqrt((sxx - sx * sx / n) * (syy - sy * sy / n));
  return stats::students_t_two_sided_p(r * std::sqrt((n - 2) / (1 - r * r)), n - 2);
}

double share(int part, int of) {
  return of > 0 ? 100.0 * part / of : 0;
}

struct FalseAlarms {
  int all = 0, told = 0, shifts = 0, phases = 0, waves = 0, naive = 0, to_infant = 0, to_mother = 0;

  void add(const dyad::Coupling& c, double p_naive) {
    constexpr double level = 0.05;
    ++all;
    told += c.verdict == dyad::CouplingVerdict::coupled;
    shifts += c.p_shifts && *c.p_shifts <= level;
    phases += c.p_phases && *c.p_phases <= level;
    waves += c.p_waves && *c.p_waves <= level;
    naive += p_naive <= level;
    to_infant += c.mother_to_infant && c.mother_to_infant->p <= level;
    to_mother += c.infant_to_mother && c.infant_to_mother->p <= level;
  }
  void print(const char* name) const {
    std::printf(
        "  %-13s told coupled %4.1f  (shifts alone %4.1f, phases %4.1f, waves %4.1f)  naive %4.1f  "
        "regression m>i %4.1f, i>m %4.1f\n",
        name, share(told, all), share(shifts, all), share(phases, all), share(waves, all), share(naive, all),
        share(to_infant, all), share(to_mother, all));
  }
};

void uncoupled(int pairs, double length_s, double fluctuation_s) {
  FalseAlarms rsa, period;
  int either = 0;
  for (int k = 0; k < pairs; ++k) {
    synth::PairSettings wanted;
    wanted.seed = static_cast<std::uint64_t>(50000 + k);
    wanted.duration_s = length_s;
    wanted.fluctuation_s = fluctuation_s;
    const dyad::Dyad found = measured(wanted);
    rsa.add(found.task.rsa, naive_p(found.courses.mother_rsa_ln_ms2, found.courses.infant_rsa_ln_ms2));
    period.add(found.task.heart_period,
               naive_p(found.courses.mother_heart_period_ms, found.courses.infant_heart_period_ms));
    either += found.task.rsa.verdict == dyad::CouplingVerdict::coupled ||
              found.task.heart_period.verdict == dyad::CouplingVerdict::coupled;
  }
  std::printf("Uncoupled pairs that drift, %.0f s, fluctuations of %.0f s, per cent of %d\n", length_s,
              fluctuation_s, pairs);
  rsa.print("RSA");
  period.print("heart period");
  std::printf("  either        told coupled %4.1f\n", share(either, pairs));
}

struct Found {
  int all = 0, found = 0, within = 0, right = 0, held = 0, told = 0, told_right = 0;

  void add(const dyad::Coupling& c, double lag_s) {
    ++all;
    if (c.verdict != dyad::CouplingVerdict::coupled) return;
    ++found;
    within += std::abs(*c.peak_lag_s - lag_s) <= 1;
    right += (*c.peak_lag_s > 0) == (lag_s > 0);
    held += *c.peak_lag_low_s <= lag_s && lag_s <= *c.peak_lag_high_s;
    if (c.first == dyad::First::cannot_tell) return;
    ++told;
    told_right += (c.first == dyad::First::mother) == (lag_s > 0);
  }
  void print(const char* name) const {
    std::printf(
        "  %-13s found %5.1f | of found: lag within 1 s %5.1f  direction %5.1f  interval holds %5.1f  leader "
        "told "
        "%5.1f, of these right %5.1f\n",
        name, share(found, all), share(within, found), share(right, found), share(held, found),
        share(told, found), share(told_right, told));
  }
};

void coupled(int pairs) {
  std::printf("Coupled pairs, %d each, per cent\n", pairs);
  for (const double length_s : {180.0, 300.0, 600.0})
    for (const double strength : {0.3, 0.5, 0.7, 0.9}) {
      Found rsa, period;
      for (int k = 0; k < pairs; ++k) {
        synth::PairSettings wanted;
        wanted.seed = static_cast<std::uint64_t>(90000 + k);
        wanted.duration_s = length_s;
        wanted.strength = strength;
        wanted.lag_s = (k % 2 == 0 ? 1 : -1) * (2 + k % 3);
        const dyad::Dyad found = measured(wanted);
        rsa.add(found.task.rsa, wanted.lag_s);
        period.add(found.task.heart_period, wanted.lag_s);
      }
      std::printf(" %.0f s, strength %.1f\n", length_s, strength);
      rsa.print("RSA");
      period.print("heart period");
    }
}

struct Moved {
  int all = 0, judged = 0, toward_mother = 0, toward_infant = 0;

  void add(const dyad::LeadChange& c) {
    ++all;
    judged += c.p.has_value();
    if (c.strength != dyad::LeadStrength::recordings_differ) return;
    (*c.change.value > 0 ? toward_mother : toward_infant)++;
  }
  void print(const char* name) const {
    std::printf("  %-13s judged %5.1f, of these told to differ: toward the mother %5.1f, the infant %5.1f\n",
                name, share(judged, all), share(toward_mother, judged), share(toward_infant, judged));
  }
};

void two_visits(int pairs) {
  std::printf("Pairs at two visits, %d each, per cent\n", pairs);
  for (const double length_s : {180.0, 300.0, 600.0})
    for (const double strength : {0.3, 0.5, 0.7, 0.9})
      for (const bool changes : {false, true}) {
        Moved rsa, period;
        for (int k = 0; k < pairs; ++k) {
          synth::PairSettings wanted;
          wanted.seed = static_cast<std::uint64_t>(130000 + 2 * k);
          wanted.duration_s = length_s;
          wanted.strength = strength;
          wanted.lag_s = changes ? -3 : 3;
          const dyad::Dyad earlier = measured(wanted);
          ++wanted.seed;
          wanted.lag_s = 3;
          dyad::Dyad later = measured(wanted);
          dyad::compare_with(
              {earlier.mother, earlier.infant, earlier.clock, earlier.task, earlier.phases, earlier.settings},
              later);
          rsa.add(later.change->rsa);
          period.add(later.change->heart_period);
        }
        std::printf(" %.0f s, strength %.1f, %s\n", length_s, strength,
                    changes ? "the lead goes over to the mother" : "nothing changed");
        rsa.print("RSA");
        period.print("heart period");
      }
}

/// What the protocol does to every heart alike: all intervals longer and shorter by the same slow noise, SD 4 %.
void add_protocol(std::vector<ecg::Beat>& beats, const std::vector<double>& course) {
  double from_s = 0, to_s = 0;
  for (ecg::Beat& beat : beats) {
    const auto second = std::min(static_cast<std::size_t>(std::max(beat.time_s, 0.0)), course.size() - 1);
    to_s += (beat.time_s - from_s) * (1 + course[second]);
    from_s = beat.time_s;
    beat.time_s = to_s;
  }
}

/// Both measures of one pair, without drift, as one phase.
std::array<dyad::PairParts, 2> parts_of_pair(const synth::PairSettings& wanted,
                                             const std::vector<double>& protocol) {
  auto pair = synth::simulate_pair(wanted);
  const dyad::Settings settings;
  const dyad::Grid grid = dyad::grid_over(5, wanted.duration_s - 5, settings.step_s);
  const dyad::Part whole[] = {{0, grid.count}};
  std::array<dyad::PairParts, 2> parts{dyad::PairParts{{"", {}, {}}}, dyad::PairParts{{"", {}, {}}}};
  for (const bool of_mother : {true, false}) {
    std::vector<ecg::Beat> beats = of_mother ? pair.mother : pair.infant;
    if (!protocol.empty()) add_protocol(beats, protocol);
    const auto heart = heart_of(std::move(beats), of_mother ? ecg::Preset::adult : ecg::Preset::infant);
    const auto used = hrv::nn_series(heart.beats, {}, {}, heart.settings);
    const double slowest = settings.slowest_s / settings.step_s;
    const auto rsa = dyad::detrend(dyad::rsa_course(used, grid, settings, heart.settings), whole, slowest);
    const auto period = dyad::detrend(dyad::heart_period_course(used, grid, settings), whole, slowest);
    (of_mother ? parts[0][0].mother : parts[0][0].infant) = rsa;
    (of_mother ? parts[1][0].mother : parts[1][0].infant) = period;
  }
  return parts;
}

/// An Ornstein-Uhlenbeck course a second, correlation time 6 s.
std::vector<double> protocol_of(std::uint64_t seed, double seconds) {
  constexpr double sd = 0.04, keeps = 0.846;  // e^(−1/6)
  Random random(seed);
  std::vector<double> course{sd * random.normal()};
  while (course.size() < static_cast<std::size_t>(seconds))
    course.push_back(keeps * course.back() + sd * std::sqrt(1 - keeps * keeps) * random.normal());
  return course;
}

/// What each pair's own surrogates make of that.
void one_protocol(int pairs) {
  int told = 0;
  for (int k = 0; k < pairs; ++k) {
    synth::PairSettings wanted;
    wanted.seed = static_cast<std::uint64_t>(500000 + k);
    const auto protocol = protocol_of(wanted.seed, wanted.duration_s);
    auto pair = synth::simulate_pair(wanted);
    add_protocol(pair.mother, protocol);
    add_protocol(pair.infant, protocol);
    const auto found =
        dyad::analyze(heart_of(std::move(pair.mother), ecg::Preset::adult),
                      heart_of(std::move(pair.infant), ecg::Preset::infant), dyad::one_clock(), {}, {});
    told += found->task.rsa.verdict == dyad::CouplingVerdict::coupled ||
            found->task.heart_period.verdict == dyad::CouplingVerdict::coupled;
  }
  std::printf(
      "Uncoupled pairs under one protocol, told coupled by surrogates of their own: %.1f per cent of %d\n",
      share(told, pairs), pairs);
}

struct Beyond {
  std::array<int, 2> told{}, places{};
  int either = 0;

  void add(const dyad::PseudoDyads& rsa, const dyad::PseudoDyads& period) {
    const double p[] = {rsa.p.value_or(1), period.p.value_or(1)};
    const auto adjusted = stats::holm(p);
    for (std::size_t m = 0; m < 2; ++m) told[m] += adjusted[m] <= 0.05;
    either += adjusted[0] <= 0.05 || adjusted[1] <= 0.05;
    for (const auto& one : rsa.of_pairs) places[0] += one && one->p <= 0.05;
    for (const auto& one : period.of_pairs) places[1] += one && one->p <= 0.05;
  }
};

/// Cohorts of `size` pairs against their pseudo-dyads.
void pseudo(int cohorts, int size, double strength, bool shared) {
  Beyond beyond;
  for (int c = 0; c < cohorts; ++c) {
    synth::PairSettings wanted;
    wanted.strength = strength;
    std::vector<dyad::PairParts> rsa, period;
    const auto protocol =
        shared ? protocol_of(static_cast<std::uint64_t>(c + 1), wanted.duration_s) : std::vector<double>{};
    for (int k = 0; k < size; ++k) {
      wanted.seed = static_cast<std::uint64_t>(200000 + 1000 * c + k);
      auto parts = parts_of_pair(wanted, protocol);
      rsa.push_back(std::move(parts[0]));
      period.push_back(std::move(parts[1]));
    }
    beyond.add(dyad::pseudo_dyads(rsa, 10, 120, {}), dyad::pseudo_dyads(period, 10, 120, {}));
  }
  std::printf(
      " %2d pairs, strength %.1f%s, %d cohorts: either %5.1f, RSA %5.1f, heart period %5.1f | pairs alone at "
      "p "
      "<= .05: RSA %4.1f, heart period %4.1f\n",
      size, strength, shared ? ", one protocol for all" : "", cohorts, share(beyond.either, cohorts),
      share(beyond.told[0], cohorts), share(beyond.told[1], cohorts), share(beyond.places[0], cohorts * size),
      share(beyond.places[1], cohorts * size));
}

void pseudo(int cohorts) {
  std::printf("Cohorts against pseudo-dyads, 300 s, per cent told beyond (Holm over both measures)\n");
  for (const int size : {8, 20, 40}) {
    for (const bool shared : {false, true}) pseudo(cohorts * 40 / size, size, 0, shared);
    for (const double strength : {0.3, 0.5, 0.7}) pseudo(cohorts, size, strength, false);
  }
}

void an_hour() {
  synth::PairSettings wanted;
  wanted.duration_s = 3600;
  const auto pair = synth::simulate_pair(wanted);
  const auto mother = heart_of(pair.mother, ecg::Preset::adult);
  const auto infant = heart_of(pair.infant, ecg::Preset::infant);
  const auto seconds = [&](const std::optional<dyad::HeartInput>& m) {
    const std::clock_t begin = std::clock();
    const auto found = dyad::analyze(m, infant, dyad::one_clock(), {}, {});
    return found ? static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC : 0.0;
  };
  const double one = seconds(std::nullopt), two = seconds(mother);
  std::printf("An hour from edited beats: two hearts %.2f s, the infant's alone %.2f s\n", two, one);
}

}  // namespace

int main(int argc, char** argv) {
  const int without = argc > 1 ? std::atoi(argv[1]) : 2000;
  const int with = argc > 2 ? std::atoi(argv[2]) : 200;
  const int cohorts = argc > 3 ? std::atoi(argv[3]) : 200;
  if (argc > 4) {
    pseudo(cohorts, std::atoi(argv[4]), 0, false);
    return 0;
  }
  an_hour();
  if (without > 0) {
    uncoupled(without, 300, 6);
    uncoupled(without / 4, 180, 6);
    uncoupled(without / 4, 300, 15);
    uncoupled(without / 4, 600, 6);
  }
  if (with > 0) {
    coupled(with);
    two_visits(with);
  }
  one_protocol(cohorts);
  pseudo(cohorts);
}
