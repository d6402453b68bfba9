// Made EEG for the tests of the brain floor: channels as sampled vectors, pushed through a FeatureStream.
#pragma once

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "base/random.hpp"
#include "eeg/analysis.hpp"

namespace attune::test {

struct Channel {
  std::string site;
  std::vector<double> uv;
  std::string reference = "";
};

inline std::size_t samples_of(double rate_hz, double duration_s) {
  return static_cast<std::size_t>(std::lround(rate_hz * duration_s));
}

inline std::vector<double> sine(double amplitude_uv, double frequency_hz, double rate_hz, double duration_s,
                                double phase = 0) {
  std::vector<double> x(samples_of(rate_hz, duration_s));
  for (std::size_t t = 0; t < x.size(); ++t)
    x[t] = amplitude_uv *
           std::sin(2 * std::numbers::pi * frequency_hz * static_cast<double>(t) / rate_hz + phase);
  return x;
}

/// White noise: its one-sided density is 2 sd^2 / rate.
inline std::vector<double> white(double sd_uv, std::size_t samples, std::uint64_t seed) {
  Random random(seed);
  std::vector<double> x(samples);
  for (double& value : x) value = sd_uv * random.normal();
  return x;
}

/// Noise that falls with frequency (first-order autoregression, pole 0.95).
inline std::vector<double> brownish(double sd_uv, std::size_t samples, std::uint64_t seed) {
  std::vector<double> x = white(sd_uv * std::sqrt(1 - 0.95 * 0.95), samples, seed);
  for (std::size_t t = 1; t < x.size(); ++t) x[t] += 0.95 * x[t - 1];
  return x;
}

inline std::vector<double> operator+(std::vector<double> a, const std::vector<double>& b) {
  for (std::size_t t = 0; t < a.size(); ++t) a[t] += b[t];
  return a;
}
inline std::vector<double> operator*(double factor, std::vector<double> a) {
  for (double& value : a) value *= factor;
  return a;
}

/// Adds `value` from `from_s` to `to_s`.
inline void add_box(std::vector<double>& x, double value, double from_s, double to_s, double rate_hz) {
  for (std::size_t t = samples_of(rate_hz, from_s); t < samples_of(rate_hz, to_s); ++t) x[t] += value;
}

inline eeg::Features features_of(const std::vector<Channel>& channels, double rate_hz,
                                 std::size_t block = 1000, const eeg::Settings& settings = {}) {
  std::vector<eeg::ChannelInfo> infos;
  for (const Channel& channel : channels)
    infos.push_back({channel.site, channel.site, channel.reference, 1, -1e6, 1e6});
  eeg::FeatureStream stream(infos, rate_hz, settings);
  const std::size_t samples = channels.empty() ? 0 : channels[0].uv.size();
  for (std::size_t from = 0; from < samples; from += block) {
    std::vector<std::span<const double>> spans;
    for (const Channel& channel : channels)
      spans.push_back(std::span(channel.uv).subspan(from, std::min(block, samples - from)));
    stream.push(spans);
  }
  return stream.finish();
}

inline eeg::Metrics analyze(const eeg::Features& features, const eeg::Settings& settings = {}) {
  return eeg::analyze({&features, 1}, {}, {}, settings);
}

/// Pure sines are as alike as bridged electrodes; tests that use them for powers switch that rule off.
inline eeg::Settings without_bridging() {
  eeg::Settings settings;
  settings.bridged_difference = 0;
  return settings;
}

}  // namespace attune::test
