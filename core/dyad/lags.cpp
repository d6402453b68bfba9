#include "dyad/lags.hpp"

#include <algorithm>
#include <cmath>

#include "base/random.hpp"
#include "stats/quantile.hpp"

namespace attune::dyad {

namespace {

/// Sums of which a correlation is made.
struct Products {
  double mi = 0, mm = 0, ii = 0;
  void add(const Products& o) {
    mi += o.mi;
    mm += o.mm;
    ii += o.ii;
  }
  double r() const { return mm > 0 && ii > 0 ? mi / std::sqrt(mm * ii) : 0; }
};

/// Of mother(t), t in [begin, end), with infant(t + lag).
Products products(const Detrended& mother, const Detrended& infant, int lag, std::size_t begin,
                  std::size_t end) {
  const auto n = static_cast<std::ptrdiff_t>(mother.value.size());
  const auto from = std::max<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(begin), -lag);
  const auto to = std::min<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(end), n - lag);
  Products sums;
  for (std::ptrdiff_t t = from; t < to; ++t) {
    const auto a = static_cast<std::size_t>(t), b = static_cast<std::size_t>(t + lag);
    const double m = mother.value[a], i = infant.value[b];
    sums.mi += m * i;
    sums.mm += m * m * infant.valid[b];
    sums.ii += i * i * mother.valid[a];
  }
  return sums;
}

Span95 percentiles(std::vector<double>& draws) {
  return {stats::quantile(draws, 0.025), stats::quantile(draws, 0.975)};
}

}  // namespace

std::vector<double> cross_correlation(const Detrended& mother, const Detrended& infant, int most) {
  std::vector<double> r;
  for (int lag = -most; lag <= most; ++lag)
    r.push_back(products(mother, infant, lag, 0, mother.value.size()).r());
  return r;
}

Peak peak_of(std::span<const double> r, int sign) {
  const auto height = [&](std::size_t k) { return sign == 0 ? std::abs(r[k]) : sign * r[k]; };
  std::size_t best = 0;
  for (std::size_t k = 1; k < r.size(); ++k)
    if (height(k) > height(best)) best = k;
  double within = 0;
  if (best > 0 && best + 1 < r.size()) {
    const double before = height(best - 1), after = height(best + 1), here = height(best);
    const double bend = before - 2 * here + after;
    if (bend < 0) within = std::clamp(0.5 * (before - after) / bend, -0.5, 0.5);
  }
  const std::size_t middle = r.size() / 2;
  return {static_cast<double>(best) - static_cast<double>(middle) + within, r[best]};
}

double lead_lag_index(std::span<const double> r, int sign) {
  const std::size_t most = r.size() / 2;
  double difference = 0;
  for (std::size_t k = 1; k <= most; ++k) difference += r[most + k] - r[most - k];
  return sign * difference / static_cast<double>(most);
}

LagIntervals block_intervals(const Detrended& mother, const Detrended& infant, int most, const Peak& found,
                             std::size_t block, int draws, std::uint64_t seed) {
  // Blocks begin at every quarter of a block: nearly as many as with every step, at a fraction of the work.
  const std::size_t n = mother.value.size(), quarter = std::max<std::size_t>(block / 4, 1);
  const auto lags = static_cast<std::size_t>(2 * most + 1);
  const std::size_t quarters = n / quarter;
  std::vector<Products> sums(quarters * lags);
  for (std::size_t q = 0; q < quarters; ++q)
    for (std::size_t k = 0; k < lags; ++k)
      sums[q * lags + k] =
          products(mother, infant, static_cast<int>(k) - most, q * quarter, (q + 1) * quarter);
  const int sign = found.r < 0 ? -1 : 1;
  Random random(seed);
  std::vector<double> r_draws, lag_draws, index_draws, r(lags);
  for (int d = 0; d < draws; ++d) {
    std::vector<Products> drawn(lags);
    for (std::size_t filled = 0; filled < quarters; filled += 4) {
      const auto start = static_cast<std::size_t>(random.below(quarters));
      for (std::size_t j = 0; j < 4; ++j)
        for (std::size_t k = 0; k < lags; ++k) drawn[k].add(sums[(start + j) % quarters * lags + k]);
    }
    for (std::size_t k = 0; k < lags; ++k) r[k] = drawn[k].r();
    const Peak peak = peak_of(r, sign);
    r_draws.push_back(peak.r);
    lag_draws.push_back(peak.lag_steps);
    index_draws.push_back(lead_lag_index(r, sign));
  }
  return {percentiles(r_draws), percentiles(lag_draws), percentiles(index_draws)};
}

}  // namespace attune::dyad
