// From samples to heart-rate variability: any rate, any samples, segments of any length, all in slices of any
// size. The input is a small program that draws an ECG: beats, flat lines, noise, steps, spikes, gaps.
#include <algorithm>

#include "ecg/beat_stream.hpp"
#include "ecg/edit.hpp"
#include "edf/channels.hpp"
#include "hrv/hrv.hpp"
#include "reports.hpp"

using namespace attune;
using fuzz::require;

namespace {

// A quarter of a minute at 128 Hz; of what changes faster than any heart, where every sample may be a beat and is weighed against the
// others, a few seconds. So an execution takes some hundredths of a second.
constexpr std::size_t most_samples = 1 << 11;
constexpr double most_noisy_s = 4;

struct Stretch {
  double start_s = 0;
  std::vector<double> samples;
};

/// What has been drawn so far.
struct Drawing {
  double rate_hz = 0;
  std::vector<Stretch> stretches = std::vector<Stretch>(1);
  std::size_t samples = 0, noisy = 0;
  std::uint32_t seed = 1;

  double last() const { return stretches.back().samples.empty() ? 0 : stretches.back().samples.back(); }

  void add(double value) {
    if (samples++ < most_samples) stretches.back().samples.push_back(value);
  }

  double noise() {
    if (!may_be_noisy(1)) return 0;
    seed = seed * 1664525u + 1013904223u;
    return static_cast<double>(seed >> 8) / (1 << 24) - 0.5;
  }

  /// Whether there may be more that changes so fast.
  bool may_be_noisy(std::size_t samples_more) {
    noisy += samples_more;
    return static_cast<double>(noisy) <= most_noisy_s * rate_hz;
  }

  void begin_piece(double gap_s) {
    const Stretch& before = stretches.back();
    const double end_s = before.start_s + static_cast<double>(before.samples.size()) / rate_hz;
    stretches.push_back({end_s + gap_s, {}});
    ++samples;
  }
};

double rate_of(fuzz::Input& input) {
  constexpr double rates_hz[] = {128, 250, 256, 360, 500, 512, 1000, 2048, 100, 50, 64, 16000};
  const std::uint64_t chosen = input.number(1) % (std::size(rates_hz) + 1);
  return chosen < std::size(rates_hz) ? rates_hz[chosen] : static_cast<double>(input.number(3)) / 256;
}

/// One instruction: what is drawn, for how long, how high.
void draw(fuzz::Input& input, Drawing& drawing) {
  const std::uint64_t what = input.number(1) % 9;
  const double duration_s = static_cast<double>(input.number(1)) / 100;
  const double height = static_cast<double>(input.number(1)) / 64 - 1;
  const auto count = static_cast<std::size_t>(std::min(duration_s * drawing.rate_hz, 1e4));
  if (what == 0) {  // a gap, of any length; 0: none at all
    drawing.begin_piece(duration_s);
  } else if (what == 1) {
    for (std::size_t i = 0; i < count; ++i) drawing.add(drawing.last());
  } else if (what == 2) {
    if (drawing.may_be_noisy(1)) drawing.add(drawing.last() + height * 1000);
  } else if (what == 3) {
    if (drawing.may_be_noisy(1)) drawing.add(duration_s > 1.2 ? std::nan("") : height * 1e300);
  } else if (what == 4) {
    const std::size_t taken = std::min(count, input.rest().size());
    if (drawing.may_be_noisy(taken))
      for (const std::uint8_t byte : input.rest().first(taken)) drawing.add(height * (byte - 128));
  } else {  // a beat, or several, in noise
    const std::size_t beats = what == 5 ? 1 : what == 6 ? 10 : 60;
    if (duration_s < 0.25 && !drawing.may_be_noisy(beats * count)) return;
    for (std::size_t i = 0; i < beats * count && drawing.samples < most_samples; ++i) {
      const double z =
          (static_cast<double>(i % count) - static_cast<double>(count) / 3) / (0.012 * drawing.rate_hz);
      drawing.add(std::exp(-0.5 * z * z) + (what == 8 ? 0 : height * drawing.noise()));
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
  edf::Signal signal;
  signal.kind = edf::ChannelKind::ecg;
  signal.sample_rate_hz = rate_of(input);
  if (!edf::unusable_rate(signal).empty()) return 0;  // as for every recording
  Drawing drawing{signal.sample_rate_hz};
  while (!input.rest().empty() && drawing.samples < most_samples) draw(input, drawing);
  const ecg::EcgFeatures features = detect(drawing.stretches, drawing.rate_hz, slice, settings);
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
  const hrv::Metrics metrics = hrv::analyze({edited, features.segments, unusable}, {});
  fuzz::check_numbers(metrics);
  for (const hrv::Epoch& epoch : metrics.epochs)
    require(epoch.used == epoch.reason.empty(), "an epoch is used, or has its reason");
  return 0;
}
