// Noise of a known spectrum: white noise through a cascade of second-order sections, so that it can be made
// sample by sample without end, while its autocovariance, and with it the expected power that a windowed
// spectrum shows, is known by formula.
//
// Units: a shaped noise of `density` d has the one-sided density d at its reference frequency, in the square
// of the unit of the samples per Hz.
#pragma once

#include <span>
#include <vector>

#include "base/random.hpp"

namespace attune::synth {

/// Seed of one purpose, so that changing how one part is drawn leaves all others as they were.
std::uint64_t seed_for(std::uint64_t seed, std::uint64_t purpose, std::uint64_t index = 0);

/// One second-order section, transposed direct form II.
struct Section {
  double b0 = 1, b1 = 0, b2 = 0, a1 = 0, a2 = 0;
};

/// A cascade of sections with its state.
class Cascade {
 public:
  Cascade() = default;
  explicit Cascade(std::vector<Section> sections, double gain = 1)
      : sections_(std::move(sections)), state_(2 * sections_.size(), 0), gain_(gain) {}

  double step(double x) {
    x *= gain_;
    double* s = state_.data();
    for (const Section& f : sections_) {
      const double y = f.b0 * x + s[0];
      s[0] = f.b1 * x - f.a1 * y + s[1];
      s[1] = f.b2 * x - f.a2 * y;
      x = y;
      s += 2;
    }
    return x;
  }

  void scale(double factor) { gain_ *= factor; }
  /// |H(f)|², H the transfer function at `frequency_hz`.
  double power_gain(double frequency_hz, double sample_rate_hz) const;
  /// Sum of the squared impulse response: the variance that white noise of variance 1 comes out with.
  double variance() const;
  /// Impulse response until what is left is below 1e-9 of its largest value, at most `longest` samples.
  std::vector<double> impulse_response(std::size_t longest = 1 << 16) const;

 private:
  std::vector<Section> sections_;
  std::vector<double> state_;
  double gain_ = 1;
};

/// 1/f^exponent, flat below 0.2 Hz, density 1 at 1 Hz. Poles two octaves apart, the zeros between them where
/// they make the mean slope right (Keshner 1982). exponent in 0 … 2.
Cascade background_shape(double exponent, double sample_rate_hz);

/// A rhythm: two equal resonators, so that its tails fall with the fourth power of the distance from the
/// peak. `bandwidth_hz` is the full width at half power; variance 1.
Cascade rhythm_shape(double peak_hz, double bandwidth_hz, double sample_rate_hz);

/// Butterworth, order 4, variance 1.
Cascade low_pass_shape(double corner_hz, double sample_rate_hz);
Cascade high_pass_shape(double corner_hz, double sample_rate_hz);

/// First-order autoregressive process, stationary from its first value, SD 1 (Ornstein-Uhlenbeck, sampled).
class SlowProcess {
 public:
  SlowProcess(double correlation_s, double step_s, std::uint64_t seed);
  double step();

 private:
  Random random_;
  double keep_, add_, value_;
};

/// r[k] = E x(n) x(n + k), k = 0 … lags - 1, of the cascade's output for white noise of variance 1.
std::vector<double> autocovariance(const Cascade& shape, std::size_t lags);

/// Expected power of 1-Hz bins first … last (inclusive, bin width 1 Hz, so density × width) of 1-s periodic
/// Hann windows with their mean removed, one-sided, for a process of autocovariance r; r.size() samples a
/// window.
double expected_band_power(std::span<const double> r, int first_bin, int last_bin);

}  // namespace attune::synth
