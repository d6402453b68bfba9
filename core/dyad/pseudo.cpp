#include "dyad/pseudo.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "base/random.hpp"
#include "dyad/lags.hpp"

namespace attune::dyad {

namespace {

constexpr double no_peak = std::numeric_limits<double>::quiet_NaN();

void append(Detrended& all, const Detrended& part, std::size_t steps, std::size_t gap) {
  const auto count = static_cast<std::ptrdiff_t>(steps);
  all.value.insert(all.value.end(), part.value.begin(), part.value.begin() + count);
  all.valid.insert(all.valid.end(), part.valid.begin(), part.valid.begin() + count);
  all.value.insert(all.value.end(), gap, 0.0);
  all.valid.insert(all.valid.end(), gap, 0.0);
}

/// The largest magnitude over the lags of one infant with a mother, phase beside the same phase; NaN: too little in common.
double peak_between(const PairParts& mothers, const PairParts& infants, int most, double least) {
  Detrended mother, infant;
  for (const PairPart& own : infants) {
    const auto same = std::find_if(mothers.begin(), mothers.end(),
                                   [&](const PairPart& part) { return part.phase == own.phase; });
    if (same == mothers.end()) continue;
    const std::size_t steps = std::min(own.infant.value.size(), same->mother.value.size());
    append(mother, same->mother, steps, static_cast<std::size_t>(most));
    append(infant, own.infant, steps, static_cast<std::size_t>(most));
  }
  const double common =
      std::inner_product(mother.valid.begin(), mother.valid.end(), infant.valid.begin(), 0.0);
  if (common < least || common <= 0) return no_peak;
  const double peak = std::abs(peak_of(cross_correlation(mother, infant, most)).r);
  return peak > 0 ? peak : no_peak;
}

/// Peaks of each infant (row) with each mother.
using Peaks = std::vector<std::vector<double>>;

/// Pairs of which every infant has a peak with every mother, in their order.
std::vector<std::size_t> whole(const Peaks& peaks) {
  std::vector<std::size_t> kept(peaks.size());
  std::iota(kept.begin(), kept.end(), std::size_t{0});
  while (true) {
    std::size_t worst = 0, most_gaps = 0;
    for (std::size_t k = 0; k < kept.size(); ++k) {
      std::size_t gaps = 0;
      for (const std::size_t other : kept)
        gaps +=
            std::size_t{std::isnan(peaks[kept[k]][other])} + std::size_t{std::isnan(peaks[other][kept[k]])};
      if (gaps >= most_gaps && gaps > 0) {
        worst = k;
        most_gaps = gaps;
      }
    }
    if (most_gaps == 0) return kept;
    kept.erase(kept.begin() + static_cast<std::ptrdiff_t>(worst));
  }
}

OwnPair own_pair(const Peaks& peaks, const std::vector<std::size_t>& kept, std::size_t i) {
  OwnPair own;
  own.peak = peaks[i][i];
  double sum = 0;
  int mothers = 0, infants = 0;
  for (const std::size_t j : kept) {
    if (j == i) continue;
    sum += peaks[i][j] + peaks[j][i];
    mothers += peaks[i][j] >= own.peak;
    infants += peaks[j][i] >= own.peak;
    ++own.others;
  }
  if (own.others == 0) return own;
  own.pseudo_mean = sum / (2 * own.others);
  own.p = (1.0 + std::max(mothers, infants)) / (1.0 + own.others);
  return own;
}

double p_of_assignments(const Peaks& peaks, const std::vector<std::size_t>& kept, double own_sum,
                        const PseudoSettings& settings) {
  constexpr double rounding = 1e-9;  // the same assignment summed in another order
  Random random(settings.seed);
  std::vector<std::size_t> mothers = kept;
  int reach = 0;
  for (int draw = 0; draw < settings.permutations; ++draw) {
    for (std::size_t k = mothers.size(); k > 1; --k)
      std::swap(mothers[k - 1], mothers[static_cast<std::size_t>(random.below(k))]);
    double sum = 0;
    for (std::size_t k = 0; k < kept.size(); ++k) sum += peaks[kept[k]][mothers[k]];
    reach += sum >= own_sum - rounding;
  }
  return (1.0 + reach) / (1.0 + settings.permutations);
}

}  // namespace

PseudoDyads pseudo_dyads(std::span<const PairParts> pairs, int most, double least,
                         const PseudoSettings& settings) {
  Peaks peaks(pairs.size(), std::vector<double>(pairs.size()));
  for (std::size_t i = 0; i < pairs.size(); ++i)
    for (std::size_t j = 0; j < pairs.size(); ++j)
      peaks[i][j] = peak_between(pairs[j], pairs[i], most, least);
  const std::vector<std::size_t> kept = whole(peaks);
  PseudoDyads found;
  found.of_pairs.resize(pairs.size());
  found.pairs = static_cast<int>(kept.size());
  if (found.pairs < settings.fewest_pairs) return found;
  double own = 0, pseudo = 0;
  for (const std::size_t i : kept) {
    found.of_pairs[i] = own_pair(peaks, kept, i);
    own += found.of_pairs[i]->peak;
    pseudo += found.of_pairs[i]->pseudo_mean;
  }
  found.own_mean = own / found.pairs;
  found.pseudo_mean = pseudo / found.pairs;
  found.p = p_of_assignments(peaks, kept, own, settings);
  return found;
}

}  // namespace attune::dyad
