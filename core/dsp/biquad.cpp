#include "dsp/biquad.hpp"

#include <cmath>
#include <cstddef>
#include <numbers>

namespace attune::dsp {

namespace {

struct Angle {
  double cosine, alpha;
};

Angle angle_of(double sample_rate_hz, double hz, double q) {
  const double omega = 2 * std::numbers::pi * hz / sample_rate_hz;
  return {std::cos(omega), std::sin(omega) / (2 * q)};
}

constexpr double butterworth_q = 1 / std::numbers::sqrt2;

template <class At>
void run(std::size_t count, At at, const Biquad& f) {
  if (count == 0) return;
  // The state that a constant signal of the first value would have left.
  const double first = at(0);
  const double settled = first * (f.b0 + f.b1 + f.b2) / (1 + f.a1 + f.a2);
  double z2 = f.b2 * first - f.a2 * settled;
  double z1 = f.b1 * first - f.a1 * settled + z2;
  for (std::size_t i = 0; i < count; ++i) {
    double& sample = at(i);
    const double x = sample;
    sample = f.b0 * x + z1;
    z1 = f.b1 * x - f.a1 * sample + z2;
    z2 = f.b2 * x - f.a2 * sample;
  }
}

}  // namespace

Biquad highpass(double sample_rate_hz, double corner_hz) {
  const auto [cosine, alpha] = angle_of(sample_rate_hz, corner_hz, butterworth_q);
  const double a0 = 1 + alpha, b = (1 + cosine) / 2 / a0;
  return {b, -2 * b, b, -2 * cosine / a0, (1 - alpha) / a0};
}

Biquad lowpass(double sample_rate_hz, double corner_hz) {
  const auto [cosine, alpha] = angle_of(sample_rate_hz, corner_hz, butterworth_q);
  const double a0 = 1 + alpha, b = (1 - cosine) / 2 / a0;
  return {b, 2 * b, b, -2 * cosine / a0, (1 - alpha) / a0};
}

Biquad notch(double sample_rate_hz, double hz, double q) {
  const auto [cosine, alpha] = angle_of(sample_rate_hz, hz, q);
  const double a0 = 1 + alpha;
  return {1 / a0, -2 * cosine / a0, 1 / a0, -2 * cosine / a0, (1 - alpha) / a0};
}

void filter_both_ways(std::span<double> samples, const Biquad& filter) {
  run(
      samples.size(), [&](std::size_t i) -> double& { return samples[i]; }, filter);
  run(
      samples.size(), [&](std::size_t i) -> double& { return samples[samples.size() - 1 - i]; }, filter);
}

}  // namespace attune::dsp
