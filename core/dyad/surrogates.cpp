#include "dyad/surrogates.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "base/random.hpp"
#include "dsp/fft.hpp"
#include "stats/quantile.hpp"

namespace attune::dyad {

namespace {

using Spectrum = std::vector<std::complex<double>>;

constexpr std::size_t phase_count = 1024;

/// The longest length up to n that is fast to transform: a product of 2, 3 and 5.
std::size_t fast_length(std::size_t n) {
  for (; n > 1; --n) {
    std::size_t rest = n;
    for (const std::size_t prime : {2, 3, 5})
      while (rest % prime == 0) rest /= prime;
    if (rest == 1) break;
  }
  return n;
}

Spectrum transform(dsp::RealFft& fft, std::span<const double> x) {
  Spectrum bins(fft.bins());
  fft.forward(x, bins);
  return bins;
}

/// The real series of a spectrum, by the transform forward of its real minus its imaginary part (Hartley).
std::vector<double> inverse(dsp::RealFft& fft, const Spectrum& spectrum) {
  const std::size_t n = fft.size();
  std::vector<double> series(n);
  for (std::size_t k = 0; k < fft.bins(); ++k) {
    series[k] = spectrum[k].real() - spectrum[k].imag();
    if (k > 0 && 2 * k < n) series[n - k] = spectrum[k].real() + spectrum[k].imag();
  }
  const Spectrum turned = transform(fft, series);
  for (std::size_t t = 0; t < n; ++t) {
    const std::complex<double> value = t < fft.bins() ? turned[t] : std::conj(turned[n - t]);
    series[t] = (value.real() - value.imag()) / static_cast<double>(n);
  }
  return series;
}

double energy(std::span<const double> x) {
  double sum = 0;
  for (const double value : x) sum += value * value;
  return sum;
}

std::vector<double> with_unit_energy(const std::vector<double>& x, std::size_t n) {
  std::vector<double> unit(x.begin(), x.begin() + static_cast<std::ptrdiff_t>(n));
  const double size = std::sqrt(energy(unit));
  for (double& value : unit) value = size > 0 ? value / size : 0;
  return unit;
}

/// Largest magnitude within `most` lags of `centre`, in a circle.
double peak_around(std::span<const double> r, std::size_t centre, int most) {
  const std::size_t n = r.size();
  double peak = 0;
  for (int k = -most; k <= most; ++k)
    peak = std::max(peak, std::abs(r[(centre + n + static_cast<std::size_t>(k)) % n]));
  return peak;
}

/// Largest magnitude of Σ a(t) b(t + lag) over the lags, as they lie. `b` has `most` zeros at each end. All lags go on side
/// by side: one sum after the other would wait for each of its own additions.
double peak_as_it_lies(std::span<const double> a, std::span<const double> b, int most) {
  std::vector<double> sums(static_cast<std::size_t>(2 * most + 1), 0.0);
  for (std::size_t t = 0; t < a.size(); ++t)
    for (std::size_t k = 0; k < sums.size(); ++k) sums[k] += a[t] * b[t + k];
  double peak = 0;
  for (const double sum : sums) peak = std::max(peak, std::abs(sum));
  return peak;
}

/// A series as cosine waves, each of which may be turned over.
class Waves {
 public:
  explicit Waves(std::span<const double> x) : n_(x.size()), fft_(2 * n_) {
    std::vector<double> mirrored(2 * n_);
    for (std::size_t t = 0; t < n_; ++t) mirrored[t] = mirrored[2 * n_ - 1 - t] = x[t];
    // The spectrum of a series and its mirror image is that of its cosine waves, each by half a step; the wave of n half
    // turns is 0.
    waves_ = transform(fft_, mirrored);
  }

  std::vector<double> with_random_signs(Random& random) {
    Spectrum turned = waves_;
    for (auto& wave : turned)
      if (random.uniform() < 0.5) wave = -wave;
    std::vector<double> series = inverse(fft_, turned);
    series.resize(n_);
    return series;
  }

 private:
  std::size_t n_;
  dsp::RealFft fft_;
  Spectrum waves_;
};

double share_reaching(std::span<const double> peaks, double found) {
  const auto reach = std::count_if(peaks.begin(), peaks.end(), [&](double p) { return p >= found; });
  return static_cast<double>(1 + reach) / static_cast<double>(1 + peaks.size());
}

void judge_in_circle(std::span<const double> mother, std::span<const double> infant, int most, int count,
                     Random& random, Chance& chance) {
  dsp::RealFft fft(mother.size());
  const Spectrum m = transform(fft, mother), i = transform(fft, infant);
  Spectrum cross(m.size());
  for (std::size_t k = 0; k < m.size(); ++k) cross[k] = std::conj(m[k]) * i[k];
  const auto pair = inverse(fft, cross);
  const double found = peak_around(pair, 0, most);
  std::vector<double> shifts, phases;
  const auto apart = static_cast<std::size_t>(2 * most + 1);
  for (std::size_t s = apart; s + apart <= pair.size(); ++s) shifts.push_back(peak_around(pair, s, most));
  Spectrum turns;  // a phase is one of these: finer than any spectrum can show, and quicker than a sine a bin
  for (std::size_t k = 0; k < phase_count; ++k)
    turns.push_back(
        std::polar(1.0, 2 * std::numbers::pi * static_cast<double>(k) / static_cast<double>(phase_count)));
  for (int d = 0; d < count; ++d) {
    Spectrum turned = cross;
    for (std::size_t k = 1; 2 * k < pair.size(); ++k) {
      const std::complex<double> by = turns[random.below(phase_count)], value = turned[k];
      turned[k] = {value.real() * by.real() - value.imag() * by.imag(),
                   value.real() * by.imag() + value.imag() * by.real()};
    }
    phases.push_back(peak_around(inverse(fft, turned), 0, most));
  }
  chance.p_shifts = share_reaching(shifts, found);
  chance.p_phases = share_reaching(phases, found);
  chance.peak_95 = std::max(stats::quantile(shifts, 0.95), stats::quantile(phases, 0.95));
}

void judge_by_waves(std::span<const double> mother, std::span<const double> infant, int most, int count,
                    Random& random, Chance& chance) {
  Waves waves(mother);
  std::vector<double> padded(infant.size() + 2 * static_cast<std::size_t>(most), 0.0), peaks;
  std::copy(infant.begin(), infant.end(), padded.begin() + most);
  for (int d = 0; d < count; ++d)
    peaks.push_back(peak_as_it_lies(waves.with_random_signs(random), padded, most));
  chance.p_waves = share_reaching(peaks, peak_as_it_lies(mother, padded, most));
  chance.peak_95 = std::max(chance.peak_95, stats::quantile(peaks, 0.95));
}

}  // namespace

double Chance::p() const {
  return std::max({p_shifts, p_phases, p_waves});
}

Chance chance_of_peak(const Detrended& mother, const Detrended& infant, int most, int count,
                      std::uint64_t seed) {
  const std::size_t n = fast_length(mother.value.size());
  const auto m = with_unit_energy(mother.value, n), i = with_unit_energy(infant.value, n);
  Random random(seed);
  Chance chance;
  judge_in_circle(m, i, most, count, random, chance);
  judge_by_waves(m, i, most, count, random, chance);
  return chance;
}

}  // namespace attune::dyad
