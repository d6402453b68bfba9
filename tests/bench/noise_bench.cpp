// usage: bench_noise [SEEDS [FIRST]]: what movement and muscle do to RMSSD, on the infants of the shared recordings
// ($ATTUNE_DATA, else ../shared/data) with SEEDS (5) draws of noise each, from seed FIRST (1) on. Targets in brackets.
//
// Signal power is (QRS peak to peak)² / 8, as in ecg-noisy. Movement: a random walk that leaks within a second and
// bursts of 1 to 12 Hz, equal in power. Muscle: 20 to 100 Hz, its strength changing within seconds. Mixed: both,
// and mains hum at a quarter of their power. RMSSD is wrong if it is given and more than 10 % off the
// cardiologist-checked beats' own, of the whole recording; and, beside that, off the clean recording's without the epochs
// that noise makes be withheld, which is what it is said to be.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <numbers>

#include "base/json.hpp"
#include "base/random.hpp"
#include "dsp/filter.hpp"
#include "recordings.hpp"
#include "stats/quantile.hpp"

using namespace attune;
using namespace attune::bench;

namespace {

using Samples = std::vector<double>;

/// Mean 0, SD 1.
void standardise(Samples& x) {
  const auto n = static_cast<double>(x.size());
  double mean = 0, squares = 0;
  for (const double value : x) mean += value / n;
  for (const double value : x) squares += (value - mean) * (value - mean) / n;
  for (double& value : x) value = (value - mean) / std::sqrt(squares);
}

Samples white(std::size_t count, Random& random) {
  Samples x(count);
  for (double& value : x) value = random.normal();
  return x;
}

Samples leaky_walk(std::size_t count, double rate_hz, double leak_s, Random& random) {
  Samples x = white(count, random);
  double level = 0;
  for (double& value : x) value = level = std::exp(-1 / (rate_hz * leak_s)) * level + value;
  standardise(x);
  return x;
}

Samples in_band(std::size_t count, double rate_hz, double low_hz, double high_hz, Random& random) {
  const auto kernel = dsp::bandpass_kernel(rate_hz, low_hz, high_hz, low_hz / 2);
  Samples x = dsp::filter_same(white(count, random), kernel).value_or(Samples(count));
  standardise(x);
  return x;
}

/// Bursts of 0.3 to 3 s, about two seconds from one to the next, of unequal strength.
Samples bursts(std::size_t count, double rate_hz, Random& random) {
  Samples strength(count, 0.0), x = in_band(count, rate_hz, 1, 12, random);
  for (double start_s = 0; start_s * rate_hz < static_cast<double>(count);) {
    start_s -= 2 * std::log(1 - random.uniform());
    const double length_s = random.uniform(0.3, 3), height = std::exp(0.5 * random.normal());
    const auto first = static_cast<std::size_t>(start_s * rate_hz);
    for (std::size_t i = first; i < std::min(count, first + static_cast<std::size_t>(length_s * rate_hz));
         ++i) {
      const double phase = static_cast<double>(i - first) / (length_s * rate_hz);
      strength[i] += height * 0.5 * (1 - std::cos(2 * std::numbers::pi * phase));
    }
  }
  for (std::size_t i = 0; i < count; ++i) x[i] *= strength[i];
  standardise(x);
  return x;
}

Samples movement(std::size_t count, double rate_hz, Random& random) {
  Samples x = leaky_walk(count, rate_hz, 1, random);
  const Samples more = bursts(count, rate_hz, random);
  for (std::size_t i = 0; i < count; ++i) x[i] += more[i];
  standardise(x);
  return x;
}

Samples muscle(std::size_t count, double rate_hz, Random& random) {
  Samples x = in_band(count, rate_hz, 20, std::min(100.0, 0.45 * rate_hz), random);
  const Samples strength = leaky_walk(count, rate_hz, 1, random);
  for (std::size_t i = 0; i < count; ++i) x[i] *= std::exp(0.6 * strength[i]);
  standardise(x);
  return x;
}

Samples mixed(std::size_t count, double rate_hz, Random& random) {
  Samples x = movement(count, rate_hz, random);
  const Samples more = muscle(count, rate_hz, random);
  const double phase = random.uniform(0, 2 * std::numbers::pi);
  for (std::size_t i = 0; i < count; ++i)
    x[i] += more[i] +
            std::sqrt(0.5) * std::sin(2 * std::numbers::pi * 50 * static_cast<double>(i) / rate_hz + phase);
  standardise(x);
  return x;
}

/// Median height of the QRS complexes, peak to peak.
double qrs_height(const Ecg& ecg, const std::vector<double>& beats_s) {
  std::vector<double> heights;
  const auto reach = static_cast<std::ptrdiff_t>(0.05 * ecg.rate_hz);
  for (const double beat_s : beats_s) {
    const auto at = static_cast<std::ptrdiff_t>(beat_s * ecg.rate_hz);
    if (at < reach || at + reach >= std::ssize(ecg.samples)) continue;
    const auto [low, high] =
        std::minmax_element(ecg.samples.begin() + at - reach, ecg.samples.begin() + at + reach);
    heights.push_back(*high - *low);
  }
  return stats::median(heights);
}

struct Kind {
  const char* name;
  Samples (*draw)(std::size_t, double, Random&);
  double snr_db;
};
constexpr Kind kinds[] = {{"movement, +6 dB", movement, 6}, {"movement, 0 dB", movement, 0},
                          {"muscle, +6 dB", muscle, 6},     {"mixed, +6 dB", mixed, 6},
                          {"mixed, 0 dB", mixed, 0},        {"mixed, -3 dB", mixed, -3}};

struct Count {
  int right = 0, wrong = 0, withheld = 0;
  double worst_percent = 0;

  void add(const hrv::Metrics& heart, double truth_ms) {
    if (!heart.rmssd_ms) {
      ++withheld;
      return;
    }
    const double error_percent = 100 * (*heart.rmssd_ms / truth_ms - 1);
    ++(std::abs(error_percent) <= 10 ? right : wrong);
    if (std::abs(error_percent) > std::abs(worst_percent)) worst_percent = error_percent;
  }
};

/// RMSSD of the clean recording without the epochs that the noisy one withholds.
double same_epochs_rmssd_ms(const ecg::EcgFeatures& clean, const hrv::Metrics& noisy) {
  std::vector<Interval> withheld;
  for (const hrv::Epoch& epoch : noisy.epochs) {
    if (!epoch.used) withheld.push_back({epoch.start_s, epoch.end_s});
  }
  const auto beats = ecg::edit_beats(clean, {}, ecg::settings_for(ecg::Preset::infant));
  return hrv::analyze({beats, clean.segments, withheld}, {}).rmssd_ms.value_or(0);
}

}  // namespace

int main(int argc, char** argv) {
  const int seeds = argc > 1 ? std::atoi(argv[1]) : 5;
  const auto first_seed = static_cast<std::uint64_t>(argc > 2 ? std::atoi(argv[2]) : 1);
  const fs::path data = data_folder();
  const Json reference = Json::parse(read_text(data / "ecg/hrv_reference.json"));
  for (const Kind& kind : kinds) {
    Count count, same_epochs;
    std::uint64_t seed = first_seed;
    for (const std::string name : infants) {
      const Ecg clean = read_ecg(data / "ecg" / (name + ".edf"));
      const ecg::EcgFeatures undamaged = detect(clean, ecg::settings_for(ecg::Preset::infant));
      const auto beats_s = reference_s(data / "ecg" / (name + ".beats.csv"), clean.seconds());
      const double gain = qrs_height(clean, beats_s) / std::sqrt(8.0) * std::pow(10, -kind.snr_db / 20);
      for (int draw = 0; draw < seeds; ++draw) {
        Random random(seed++);
        const Samples noise = kind.draw(clean.samples.size(), clean.rate_hz, random);
        Ecg noisy = clean;
        for (std::size_t i = 0; i < noise.size(); ++i) noisy.samples[i] += gain * noise[i];
        const hrv::Metrics heart = variability(noisy);
        const double same_epochs_ms = same_epochs_rmssd_ms(undamaged, heart);
        count.add(heart, reference["recordings"][name]["rmssd_ms"]);
        same_epochs.add(heart, same_epochs_ms);
        if (std::getenv("ATTUNE_BENCH_CASES") != nullptr)
          std::printf("  %s, draw %d: %d of %zu epochs, RMSSD %.2f ms, clean %.2f over the same epochs; %s\n",
                      name.c_str(), draw, heart.overall.epochs_used, heart.epochs.size(),
                      heart.rmssd_ms.value_or(0), same_epochs_ms,
                      heart.overall.rmssd_ms.reason.english().c_str());
      }
    }
    std::printf(
        "%-16s RMSSD within 10 %%: %2d, withheld: %2d, wrong: %2d (none), worst %+.1f %%; against the "
        "clean ECG's same epochs wrong: %2d, worst %+.1f %%\n",
        kind.name, count.right, count.withheld, count.wrong, count.worst_percent, same_epochs.wrong,
        same_epochs.worst_percent);
  }
  return 0;
}
