// usage: bench_finding [PAIRS]: what two recordings of an infant that did not change are said to show, where its state
// drifts about a long-run mean: 400 PAIRS a cell, their FAA (absolute) and RSA measured by the core. Beside each other
// the rule before (moving blocks of 5 s; epochs, with Bartlett's factor) and the core's (slow waves), and for FAA other
// ways to find the error of a mean that drifts.
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <numeric>
#include <string>

#include "../core/drifting_state.hpp"
#include "stats/slow_waves.hpp"

using namespace attune;

namespace {

/// How an unchanged pair, and one that changed by `true_change`, is read.
struct Tally {
  int pairs = 0, none = 0, beyond = 0, found = 0;
  int visits = 0, held = 0;
  void add(const Estimate& earlier, const Estimate& later, double truth, double true_change) {
    ++pairs;
    for (const Estimate* visit : {&earlier, &later}) {
      if (!visit->se) continue;
      ++visits;
      held += test::holds(*visit, truth);
    }
    const Estimate change = stats::difference(later, earlier);
    if (!change.value) {
      ++none;
      return;
    }
    beyond += !test::holds(change, 0);
    found += !test::holds(change, -true_change);  // the later visit raised by it
  }
  double percent(int count) const { return pairs > 0 ? 100.0 * count / pairs : 0; }
  double cover() const { return visits > 0 ? 100.0 * held / visits : 0; }
};

// -- FAA ------------------------------------------------------------------------------------------------------------

/// ln P(right) - ln P(left) of each block of 5 s.
std::vector<double> block_values(const eeg::PairSpectra& pair) {
  const eeg::Settings settings;
  const std::size_t block = eeg::block_windows(pair.hop_s, pair.start_s.size(), settings);
  std::vector<double> values;
  for (std::size_t first = 0; first + block <= pair.start_s.size(); first += block) {
    double left = 0, right = 0;
    for (std::size_t w = first; w < first + block; ++w) {
      left += eeg::band_power(pair.row(pair.left, w), settings.alpha, pair.bin_hz);
      right += eeg::band_power(pair.row(pair.right, w), settings.alpha, pair.bin_hz);
    }
    values.push_back(std::log(right / left));
  }
  return values;
}

double mean_of(const std::vector<double>& x) {
  return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

/// Overlapping batches of `length` values (Meketon & Schmeiser 1984), t on the number of batches.
Estimate batches(double value, const std::vector<double>& x, std::size_t length) {
  const auto n = static_cast<double>(x.size()), l = static_cast<double>(length);
  if (x.size() < 2 * length) return missing("too short");
  const double mean = mean_of(x);
  double squares = 0;
  for (std::size_t first = 0; first + length <= x.size(); ++first) {
    double sum = 0;
    for (std::size_t i = first; i < first + length; ++i) sum += x[i] - mean;
    squares += sum * sum / (l * l);
  }
  const double variance = squares / (n - l + 1) * l / n * n / (n - l);
  return stats::with_interval(value, std::sqrt(variance), std::max(1.0, n / l - 1), 0);
}

std::vector<double> autocovariances(const std::vector<double>& x, std::size_t lags) {
  const double mean = mean_of(x);
  std::vector<double> r;
  for (std::size_t lag = 0; lag <= lags && lag < x.size(); ++lag) {
    double sum = 0;
    for (std::size_t i = 0; i + lag < x.size(); ++i) sum += (x[i] - mean) * (x[i + lag] - mean);
    r.push_back(sum / static_cast<double>(x.size()));
  }
  return r;
}

/// Block length chosen from the data: Politis & White 2004, as corrected by Patton, Politis & White 2009.
Estimate automatic_blocks(double value, const std::vector<double>& x) {
  const auto n = static_cast<double>(x.size());
  const auto run = static_cast<std::size_t>(std::max(5.0, std::ceil(std::sqrt(std::log10(n)))));
  const auto r = autocovariances(x, static_cast<std::size_t>(std::ceil(std::sqrt(n))) + run);
  const double chance = 2 * std::sqrt(std::log10(n) / n) * r[0];
  std::size_t last = 0;  // the last lag whose correlation is no chance, with `run` below it behind
  for (std::size_t lag = 1, below = 0; lag < r.size() && below < run; ++lag) {
    below = std::abs(r[lag]) < chance ? below + 1 : 0;
    if (below == 0) last = lag;
  }
  const std::size_t most = std::min(2 * std::max<std::size_t>(1, last), r.size() - 1);
  double slope = 0, density = r[0];
  for (std::size_t lag = 1; lag <= most; ++lag) {
    const double part = static_cast<double>(lag) / static_cast<double>(most);
    const double weight = part <= 0.5 ? 1 : 2 * (1 - part);
    slope += 2 * weight * static_cast<double>(lag) * r[lag];
    density += 2 * weight * r[lag];
  }
  const double wanted = std::cbrt(2 * slope * slope / (4.0 / 3 * density * density) * n);
  const double longest = std::min(3 * std::sqrt(n), n / 3);
  return batches(value, x, static_cast<std::size_t>(std::lround(std::clamp(wanted, 1.0, longest))));
}

/// The widest of several batch lengths' intervals (after Flegal & Jones 2010).
Estimate widest_batches(double value, const std::vector<double>& x) {
  Estimate widest = batches(value, x, 1);
  for (const std::size_t length : {2, 3, 4, 6}) {
    const Estimate other = batches(value, x, length);
    if (other.se && *other.ci_high > *widest.ci_high) widest = other;
  }
  return widest;
}

/// Spectrum at frequency 0 of an autoregression of order 1 (prewhitening: Andrews & Monahan 1992).
Estimate autoregression(double value, const std::vector<double>& x) {
  const auto r = autocovariances(x, 1);
  const auto n = static_cast<double>(x.size());
  const double rho = r[1] / r[0];
  const double kept = std::clamp(rho + (1 + 3 * rho) / n, 0.0, 0.9);  // its bias taken off (Kendall 1954)
  const double factor = (1 + kept) / (1 - kept);
  return stats::with_interval(value, std::sqrt(r[0] / (n - 1) * factor), std::max(1.0, n / factor - 1), 0);
}

/// As many slow waves as given.
Estimate waves(double value, const std::vector<double>& x, int most) {
  std::vector<stats::TimedValue> timed;
  for (std::size_t i = 0; i < x.size(); ++i) timed.push_back({x[i], 5.0 * static_cast<double>(i) + 2.5, 0});
  const auto power = stats::slow_wave_power(timed, 5, most);
  return stats::with_interval(value, std::sqrt(power.mean_square / static_cast<double>(x.size())),
                              power.waves, 0);
}

/// The rule before: the bootstrap's error alone, t on the number of its blocks.
Estimate blocks_alone(const eeg::Asymmetry& found) {
  const double blocks = found.windows_used / 10.0;  // of 5 s, windows half a second apart
  return stats::with_interval(*found.absolute.value, *found.absolute_quality.sme, blocks - 1,
                              found.windows_used);
}

constexpr const char* ways[] = {"before: 5-s blocks", "the core",        "batches of 20 s",
                                "batches of 30 s",    "Politis & White", "widest of 5 to 30 s",
                                "autoregression",     "4 waves",         "8 waves"};

std::array<Estimate, std::size(ways)> in_each_way(const test::DriftingEeg& eeg) {
  const std::vector<double> x = block_values(eeg.spectra);
  const double value = *eeg.measured.absolute.value;
  return {blocks_alone(eeg.measured), eeg.measured.absolute,      batches(value, x, 4),
          batches(value, x, 6),       automatic_blocks(value, x), widest_batches(value, x),
          autoregression(value, x),   waves(value, x, 4),         waves(value, x, 8)};
}

constexpr double true_change = 0.3;

struct Halves {  // of stable infants with a spread of their own
  std::vector<double> odd, even;
};

/// Correlation of the halves, for the whole length by Spearman (1910) and Brown (1910).
double spearman_brown(const Halves& halves) {
  const double odd = mean_of(halves.odd), even = mean_of(halves.even);
  double both = 0, odds = 0, evens = 0;
  for (std::size_t i = 0; i < halves.odd.size(); ++i) {
    both += (halves.odd[i] - odd) * (halves.even[i] - even);
    odds += (halves.odd[i] - odd) * (halves.odd[i] - odd);
    evens += (halves.even[i] - even) * (halves.even[i] - even);
  }
  const double r = both / std::sqrt(odds * evens);
  return 2 * r / (1 + r);
}

struct Cell {
  const char* name;
  test::Drift drift;
};

void asymmetry_cells(int pairs, double burst_sd) {
  std::printf(
      "\nFAA, bursts of SD %.1f: before | now\n"
      "  drift            length   beyond error      cover of a visit  change of .3 found   no verdict   "
      "halves\n",
      burst_sd);
  const Cell cells[] = {
      {"none", {0, 30}}, {"SD .3, 30 s", {0.3, 30}}, {"SD .6, 30 s", {0.6, 30}}, {"SD .6, 60 s", {0.6, 60}}};
  std::string comparison;
  for (const double duration_s : {60.0, 120.0, 300.0}) {
    std::array<std::array<Tally, std::size(ways)>, std::size(cells)> tallies{};
    for (std::size_t c = 0; c < std::size(cells); ++c) {
      Random random(1000 * c + static_cast<std::uint64_t>(duration_s));
      eeg::BlockDraws draws(1);
      Halves halves;
      for (int i = 0; i < pairs; ++i) {
        const auto earlier = test::drifting_eeg(cells[c].drift, burst_sd, duration_s, random, draws);
        const auto later = test::drifting_eeg(cells[c].drift, burst_sd, duration_s, random, draws);
        const auto before = in_each_way(earlier), after = in_each_way(later);
        for (std::size_t w = 0; w < std::size(ways); ++w)
          tallies[c][w].add(before[w], after[w], 0, true_change);
        const double infant = 0.3 * random.normal();  // infants differ by about SD .3
        halves.odd.push_back(*earlier.measured.absolute_quality.odd_half + infant);
        halves.even.push_back(*earlier.measured.absolute_quality.even_half + infant);
      }
      const Tally &old = tallies[c][0], &now = tallies[c][1];
      std::printf(
          "  %-15s %5.0f s   %5.1f | %5.1f %%   %5.1f | %5.1f %%   %5.1f | %5.1f %%   %5.1f %%   %.2f\n",
          cells[c].name, duration_s, old.percent(old.beyond), now.percent(now.beyond), old.cover(),
          now.cover(), old.percent(old.found), now.percent(now.found), now.percent(now.none),
          spearman_brown(halves));
    }
    char line[200];
    std::snprintf(line, sizeof line, "\n  %.0f s\n", duration_s);
    comparison += line;
    for (std::size_t w = 0; w < std::size(ways); ++w) {
      std::snprintf(line, sizeof line, "  %-20s", ways[w]);
      comparison += line;
      for (const auto& cell : tallies) {
        std::snprintf(line, sizeof line, "   %5.1f (%4.1f)", cell[w].percent(cell[w].beyond),
                      cell[w].cover());
        comparison += line;
      }
      std::snprintf(line, sizeof line, "   %5.1f\n", tallies[0][w].percent(tallies[0][w].found));
      comparison += line;
    }
  }
  std::printf(
      "\nWays to find the error, bursts of SD %.1f: %% beyond error (cover), drift none, .3, .6, .6 of 60 s; "
      "change of "
      ".3 found\n%s",
      burst_sd, comparison.c_str());
}

// -- RSA ------------------------------------------------------------------------------------------------------------

/// The rule before: the scatter of epochs, raised by (1 + r) / (1 - r) where neighbours resemble each other by more
/// than chance does once in twenty (Bartlett 1946).
Estimate scatter_of_epochs(const hrv::Metrics& metrics) {
  std::vector<double> x;
  for (const hrv::Epoch& epoch : metrics.epochs)
    if (epoch.used && epoch.rsa_ln_ms2) x.push_back(*epoch.rsa_ln_ms2);
  if (x.size() < 2) return missing("too short");
  const auto n = static_cast<double>(x.size());
  const auto r = autocovariances(x, 1);
  const double rho = r[1] * n / (n - 1) / r[0];
  const double taken = rho > 1.644854 / std::sqrt(n - 1) ? std::min(rho, 0.8) : 0;
  const double variance = r[0] / (n - 1) * (1 + taken) / (1 - taken);
  return stats::with_interval(mean_of(x), std::sqrt(variance), n - 1, static_cast<int>(n));
}

void heart_cells(int pairs) {
  std::printf(
      "\nRSA: before | now\n"
      "  drift            length   beyond error      cover of a visit  change of .5 found   no verdict\n");
  for (const Cell& cell : {Cell{"none", {0, 40}}, Cell{"SD .5, 40 s", {0.5, 40}}}) {
    for (const double duration_s : {60.0, 120.0, 300.0}) {
      Random random(7 + static_cast<std::uint64_t>(duration_s));
      std::vector<hrv::Metrics> visits;
      double truth = 0;  // the mean of them all
      for (int i = 0; i < 2 * pairs; ++i) {
        visits.push_back(test::drifting_heart(cell.drift, duration_s, random));
        truth += visits.back().overall.rsa_ln_ms2.value.value_or(0) / (2 * pairs);
      }
      Tally old, now;
      for (std::size_t i = 0; i + 1 < visits.size(); i += 2) {
        old.add(scatter_of_epochs(visits[i]), scatter_of_epochs(visits[i + 1]), truth, 0.5);
        now.add(visits[i].overall.rsa_ln_ms2, visits[i + 1].overall.rsa_ln_ms2, truth, 0.5);
      }
      std::printf("  %-15s %5.0f s   %5.1f | %5.1f %%   %5.1f | %5.1f %%   %5.1f | %5.1f %%   %5.1f %%\n",
                  cell.name, duration_s, old.percent(old.beyond), now.percent(now.beyond), old.cover(),
                  now.cover(), old.percent(old.found), now.percent(now.found), now.percent(now.none));
    }
  }
}

}  // namespace

int main(int argc, char** argv) {
  const int pairs = argc > 1 ? std::max(2, std::atoi(argv[1])) : 400;
  std::printf("%d pairs a cell of recordings of infants that did not change\n", pairs);
  for (const double burst_sd : {1.0, 0.3}) asymmetry_cells(pairs, burst_sd);
  heart_cells(pairs);
  return 0;
}
