#include "synth/noise.hpp"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "dsp/window.hpp"

namespace attune::synth {
namespace {

using std::numbers::pi;

/// Two first-order factors (1 - a z^-1)(1 - b z^-1) as one numerator or denominator.
struct Pair {
  double linear, square;
};
Pair factors(double a, double b) {
  return {-(a + b), a * b};
}

/// Scales the cascade to variance 1.
Cascade unit_variance(Cascade cascade) {
  cascade.scale(1 / std::sqrt(cascade.variance()));
  return cascade;
}

/// Two Butterworth sections by the bilinear transform (low-pass numerator 1, 2, 1; high-pass 1, -2, 1).
Cascade butterworth4(double corner_hz, double sample_rate_hz, bool high) {
  const double w = 2 * pi * corner_hz / sample_rate_hz;
  const double cosine = std::cos(w);
  std::vector<Section> sections;
  for (double q : {0.5411961001461969, 1.3065629648763766}) {  // 1 / (2 cos(pi/8)), 1 / (2 cos(3 pi/8))
    const double alpha = std::sin(w) / (2 * q);
    const double a0 = 1 + alpha;
    const double b = (high ? 1 + cosine : 1 - cosine) / (2 * a0);
    sections.push_back({b, high ? -2 * b : 2 * b, b, -2 * cosine / a0, (1 - alpha) / a0});
  }
  return unit_variance(Cascade(std::move(sections)));
}

}  // namespace

std::uint64_t seed_for(std::uint64_t seed, std::uint64_t purpose, std::uint64_t index) {
  // SplitMix64 (Steele, Lea & Flood 2014) over the three numbers.
  std::uint64_t mixed = seed;
  for (std::uint64_t part : {purpose, index}) {
    mixed += 0x9e3779b97f4a7c15ULL * (part + 1);
    mixed = (mixed ^ (mixed >> 30)) * 0xbf58476d1ce4e5b9ULL;
    mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111ebULL;
    mixed ^= mixed >> 31;
  }
  return mixed;
}

double Cascade::power_gain(double frequency_hz, double sample_rate_hz) const {
  const double w = 2 * pi * frequency_hz / sample_rate_hz;
  const std::complex<double> z1(std::cos(w), -std::sin(w));
  const std::complex<double> z2(std::cos(2 * w), -std::sin(2 * w));
  double power = gain_ * gain_;
  for (const Section& f : sections_)
    power *= std::norm(f.b0 + f.b1 * z1 + f.b2 * z2) / std::norm(1.0 + f.a1 * z1 + f.a2 * z2);
  return power;
}

std::vector<double> Cascade::impulse_response(std::size_t longest) const {
  Cascade fresh(sections_, gain_);
  std::vector<double> response;
  double largest = 0;
  std::size_t quiet = 0;  // a response may cross zero, so a run of small values has to be seen
  for (std::size_t n = 0; n < longest && quiet < 256; ++n) {
    const double y = fresh.step(n == 0 ? 1 : 0);
    response.push_back(y);
    largest = std::max(largest, std::abs(y));
    quiet = std::abs(y) < 1e-9 * largest ? quiet + 1 : 0;
  }
  return response;
}

double Cascade::variance() const {
  double sum = 0;
  for (double h : impulse_response()) sum += h * h;
  return sum;
}

Cascade background_shape(double exponent, double sample_rate_hz) {
  constexpr double lowest_hz = 0.2, spacing = 4;
  const double zero_step = std::pow(spacing, exponent / 2);
  const auto place = [&](double f) { return std::exp(-2 * pi * f / sample_rate_hz); };
  std::vector<Section> sections;
  for (double f = lowest_hz; f < sample_rate_hz / 2; f *= spacing * spacing) {
    const Pair zeros = factors(place(f * zero_step), place(f * spacing * zero_step));
    const Pair poles = factors(place(f), place(f * spacing));
    sections.push_back({1, zeros.linear, zeros.square, poles.linear, poles.square});
  }
  Cascade shape(std::move(sections));
  shape.scale(1 / std::sqrt(2 * shape.power_gain(1, sample_rate_hz) / sample_rate_hz));
  return shape;
}

Cascade rhythm_shape(double peak_hz, double bandwidth_hz, double sample_rate_hz) {
  // Two equal resonators halve the power where each alone has fallen by sqrt 2.
  const double each_hz = bandwidth_hz / std::sqrt(std::sqrt(2.0) - 1);
  const double radius = std::exp(-pi * each_hz / sample_rate_hz);
  const double cosine = std::cos(2 * pi * peak_hz / sample_rate_hz);
  const Section resonator{1, 0, -1, -2 * radius * cosine, radius * radius};
  return unit_variance(Cascade({resonator, resonator}));
}

Cascade low_pass_shape(double corner_hz, double sample_rate_hz) {
  return butterworth4(corner_hz, sample_rate_hz, false);
}

Cascade high_pass_shape(double corner_hz, double sample_rate_hz) {
  return butterworth4(corner_hz, sample_rate_hz, true);
}

SlowProcess::SlowProcess(double correlation_s, double step_s, std::uint64_t seed)
    : random_(seed),
      keep_(std::exp(-step_s / correlation_s)),
      add_(std::sqrt(1 - keep_ * keep_)),
      value_(random_.normal()) {}

double SlowProcess::step() {
  const double now = value_;
  value_ = keep_ * value_ + add_ * random_.normal();
  return now;
}

std::vector<double> autocovariance(const Cascade& shape, std::size_t lags) {
  const std::vector<double> h = shape.impulse_response();
  std::vector<double> r(lags, 0);
  for (std::size_t k = 0; k < lags && k < h.size(); ++k)
    for (std::size_t n = 0; n + k < h.size(); ++n) r[k] += h[n] * h[n + k];
  return r;
}

double expected_band_power(std::span<const double> r, int first_bin, int last_bin) {
  const std::size_t n = r.size();
  const std::vector<double> w = dsp::hann(n);
  double window_power = 0;
  for (double v : w) window_power += v * v;

  // The power of bin k is the quadratic form of r with u(t) = w(t) exp(-2 pi i k t / n) less its mean, which
  // is what removing the samples' mean amounts to.
  double sum = 0;
  for (int k = first_bin; k <= last_bin; ++k) {
    std::vector<double> re(n), im(n);
    double mean_re = 0, mean_im = 0;
    for (std::size_t t = 0; t < n; ++t) {
      const double angle = 2 * pi * static_cast<double>(k * t % n) / static_cast<double>(n);
      re[t] = w[t] * std::cos(angle);
      im[t] = -w[t] * std::sin(angle);
      mean_re += re[t] / static_cast<double>(n);
      mean_im += im[t] / static_cast<double>(n);
    }
    for (std::size_t t = 0; t < n; ++t) {
      re[t] -= mean_re;
      im[t] -= mean_im;
    }
    for (std::size_t lag = 0; lag < n; ++lag) {
      double c = 0;
      for (std::size_t t = 0; t + lag < n; ++t) c += re[t] * re[t + lag] + im[t] * im[t + lag];
      sum += (lag == 0 ? 1 : 2) * c * r[lag];
    }
  }
  return 2 * sum / (static_cast<double>(n) * window_power);
}

}  // namespace attune::synth
