// EEG of any rate and any samples, in any pieces, to spectra and asymmetry.
#include "eeg/features.hpp"

#include <array>

#include "edf/channels.hpp"
#include "eeg/analysis.hpp"
#include "reports.hpp"

using namespace attune;
using fuzz::require;

namespace {

constexpr std::array<double, 8> rates_hz{0.001, 20, 63.7, 128, 250, 256, 1000, 1e9};
constexpr std::array<const char*, 6> sites{"F3", "F4", "Cz", "A1", "A2", "E3"};

/// One sample of a piece: rhythm, noise or a value held, and what no amplifier gives.
double sample(std::uint64_t kind, double height_uv, std::size_t k, double rate_hz) {
  switch (kind % 5) {
    case 0:
      return height_uv * std::sin(2 * 3.14159265358979 * 8 * static_cast<double>(k) / rate_hz);
    case 1:
      return height_uv * (static_cast<double>(k * 2654435761u % 65536u) / 32768 - 1);
    case 2:
      return height_uv;
    case 3:
      return k % 7 == 0 ? std::nan("") : height_uv;
    default:
      return height_uv * 1e300;
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  edf::Signal signal;
  signal.kind = edf::ChannelKind::eeg;
  signal.sample_rate_hz = rates_hz[input.number(1) % rates_hz.size()];
  if (!edf::unusable_rate(signal).empty()) return 0;  // as for every recording
  const double rate_hz = signal.sample_rate_hz;
  std::vector<eeg::ChannelInfo> channels(1 + input.number(1) % sites.size());
  for (std::size_t c = 0; c < channels.size(); ++c) {
    channels[c].label = channels[c].site = sites[c];
    channels[c].clip_low_uv = -300;
    channels[c].clip_high_uv = input.flag() ? 300 : -300;
  }
  eeg::FeatureStream stream(channels, rate_hz, {});
  std::vector<Phase> phases;
  double time_s = 0;
  std::size_t samples = 0;
  while (!input.rest().empty() && samples < 40'000) {
    const std::uint64_t kind = input.number(1);
    const auto count = static_cast<std::size_t>(input.number(1) * rate_hz / 16);
    const double height_uv = static_cast<double>(input.number(1));
    if (kind & 0x80) stream.begin_segment(time_s += static_cast<double>(kind & 0x7F));
    if (kind & 0x40) phases.push_back({"rest", PhaseKind::rest, time_s, time_s + height_uv});
    std::vector<std::vector<double>> block(channels.size(), std::vector<double>(count));
    std::vector<std::span<const double>> views;
    for (std::size_t c = 0; c < block.size(); ++c) {
      for (std::size_t k = 0; k < count; ++k)
        block[c][k] = sample(kind + c % 2, height_uv, samples + k, rate_hz);
      views.emplace_back(block[c]);
    }
    stream.push(views);
    samples += count;
    time_s += static_cast<double>(count) / rate_hz;
  }
  const eeg::Features features = stream.finish();
  require(features.start_s.size() <= 2 * samples / features.window_samples + 1, "windows are of the samples");
  for (const eeg::ChannelFeatures& channel : features.channels)
    for (std::size_t w = 0; w < channel.windows(); ++w)
      for (const eeg::WindowBin bin : channel.bins(w))
        require(
            (bin.power() >= 0 && std::isfinite(bin.power())) || std::isinf(channel.measures(w).max_abs_uv),
            "powers are finite, but in windows that every limit rejects");
  eeg::Settings settings;
  settings.bootstrap_samples = 50;
  fuzz::check_numbers(eeg::analyze(std::span(&features, 1), phases, {}, settings, 6.0));
  return 0;
}
