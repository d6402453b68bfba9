// From samples to heart-rate variability: any rate, any samples, segments of any length, all in slices of any
// size. The input is a small program that draws an ECG: beats, flat lines, noise, steps, spikes, gaps.
#include <algorithm>

#include "ecg/beat_stream.hpp"
#include "ecg/edit.hpp"
#include "fuzz.hpp"
#include "hrv/hrv.hpp"

using namespace attune;
using fuzz::require;

namespace {

constexpr std::size_t most_samples = 1 << 14;  // a minute at 250 Hz, within the time an input has

struct Stretch {
  double start_s = 0;
  std::vector<double> samples;
};

double rate_of(fuzz::Input& input) {
  constexpr double rates_hz[] = {128, 250, 256, 360, 500, 512, 1000, 2048, 100, 50, 49.9, 1, 1e-4, 16000};
  const std::uint64_t chosen = input.number(1) % (std::size(rates_hz) + 1);
  return chosen < std::size(rates_hz) ? rates_hz[chosen] : static_cast<double>(input.number(3)) / 256;
}

double noise(std::uint32_t& state) {
  state = state * 1664525u + 1013904223u;
  return static_cast<double>(state >> 8) / (1 << 24) - 0.5;
}

/// One instruction: what is drawn, for how long, how high.
void draw(fuzz::Input& input, double rate_hz, std::vector<Stretch>& stretches, std::uint32_t& seed) {
  const std::uint64_t what = input.number(1) % 9;
  const double duration_s = static_cast<double>(input.number(1)) / 100;
  const double height = static_cast<double>(input.number(1)) / 64 - 1;
  const auto count = static_cast<std::size_t>(std::min(duration_s * rate_hz, what > 5 ? 600.0 : 20000.0));
  std::vector<double>& x = stretches.back().samples;
  const double last = x.empty() ? 0 : x.back();
  if (what == 0) {  // a gap, of any length; 0: none at all
    const double end_s = stretches.back().start_s + static_cast<double>(x.size()) / rate_hz;
    stretches.push_back({end_s + duration_s, {}});
  } else if (what == 1) {
    x.insert(x.end(), count, last);
  } else if (what == 2) {
    x.push_back(last + height * 1000);
  } else if (what == 3) {
    x.push_back(duration_s > 1.2 ? std::nan("") : height * 1e300);
  } else if (what == 4) {
    for (const std::uint8_t byte : input.rest().first(std::min(count, input.rest().size())))
      x.push_back(height * (byte - 128));
  } else {  // a beat, or several, in noise
    const std::size_t beats = what == 5 ? 1 : what == 6 ? 10 : 60;
    for (std::size_t b = 0; b < beats; ++b) {
      for (std::size_t i = 0; i < count; ++i) {
        const double z = (static_cast<double>(i) - static_cast<double>(count) / 3) / (0.012 * rate_hz);
        x.push_back(std::exp(-0.5 * z * z) + (what == 8 ? 0 : height * noise(seed)));
      }
    }
  }
}

void check_beats(const std::vector<ecg::Beat>& beats) {
  double before_s = -1e300;
  for (const ecg::Beat& beat : beats) {
    require(std::isfinite(beat.time_s) && beat.time_s >= before_s, "beats are in order of time");
    require(beat.confidence >= 0 && beat.confidence <= 1, "confidence is a share");
    require(std::isfinite(beat.timing_noise_ms) && beat.timing_noise_ms >= 0, "timing noise is finite");
    before_s = beat.time_s;
  }
}

void check_intervals(const std::vector<Interval>& intervals) {
  for (const Interval& interval : intervals)
    require(std::isfinite(interval.start_s) && interval.end_s >= interval.start_s, "a stretch has an end");
}

void check_finite(const std::optional<double>& value, const char* what) {
  require(!value || std::isfinite(*value), what);
}

ecg::EcgFeatures detect(const std::vector<Stretch>& stretches, double rate_hz, std::size_t slice,
                        const ecg::Settings& settings) {
  ecg::BeatStream stream(rate_hz, settings);
  for (const Stretch& stretch : stretches) {
    stream.begin_segment(stretch.start_s);
    for (std::span<const double> rest = stretch.samples; !rest.empty();) {
      const std::size_t now = std::min(slice, rest.size());
      stream.push(rest.first(now));
      rest = rest.subspan(now);
    }
  }
  return stream.finish();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  fuzz::Input input(data, size);
  const ecg::Settings settings = ecg::settings_for(static_cast<ecg::Preset>(input.number(1) % 3));
  const std::size_t slice = 1 + input.number(2) % 5000;
  const double rate_hz = rate_of(input);
  std::vector<Stretch> stretches(1);
  std::uint32_t seed = 1;
  std::size_t drawn = 0;
  while (!input.rest().empty() && drawn < most_samples) {
    draw(input, rate_hz, stretches, seed);
    drawn = 0;
    for (const Stretch& stretch : stretches) drawn += stretch.samples.size() + 1;
  }
  const ecg::EcgFeatures features = detect(stretches, rate_hz, slice, settings);
  check_beats(features.beats);
  check_intervals(features.segments);
  check_intervals(features.poor);
  require(features.quality >= 0 && features.quality <= 1, "quality is a share");
  for (const ecg::Beat& beat : features.beats)
    require(std::any_of(features.segments.begin(), features.segments.end(),
                        [&](const Interval& segment) {
                          return beat.time_s >= segment.start_s && beat.time_s <= segment.end_s;
                        }),
            "a beat lies where there are samples");

  const auto edited = ecg::edit_beats(features, {}, settings);
  check_beats(edited);
  const auto unusable = ecg::unusable_stretches(features, {});
  const hrv::Metrics metrics = hrv::analyze(edited, features.segments, unusable, {}, nullptr, {});
  check_finite(metrics.rmssd_ms, "RMSSD is finite");
  check_finite(metrics.sdnn_ms, "SDNN is finite");
  check_finite(metrics.rsa_ln_ms2, "RSA is finite");
  check_finite(metrics.rsa_porges_ln_ms2, "Porges-Bohrer RSA is finite");
  for (const hrv::Epoch& epoch : metrics.epochs) {
    require(epoch.used == epoch.reason.empty(), "an epoch is used, or has its reason");
    check_finite(epoch.rsa_ln_ms2, "RSA of an epoch is finite");
    check_finite(epoch.rmssd_ms, "RMSSD of an epoch is finite");
  }
  return 0;
}
