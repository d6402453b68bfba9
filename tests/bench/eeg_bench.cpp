// What the brain floor reaches on simulated recordings, and how fast.
//
//   bench_eeg [NAME=VALUE …]
//
// NAME is `recordings`, `first_seed`, `channels`, or a number among the simulator's settings, for example
// `faa_ln`, `duration_s`, `eeg_sample_rate_hz`, `coherence`, `background_exponent`.
//
// Natively: table over seeds, rejection on and off side by side; then speed on an hour of 32 channels at 512
// Hz. As WebAssembly only the speed, since the digits are the same.
//
// Recordings: 3 min unless told otherwise, F3 … Cz, blinks, movement bursts, muscle, electrode pops, mains
// and one bad channel, by core/synth. Truth: the simulator's expected asymmetry, and what the rhythm came to
// in each recording.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/random.hpp"
#include "eeg/analysis.hpp"
#include "synth/montage.hpp"
#include "synth/recording.hpp"
#include "visit/recording_stream.hpp"

using namespace attune;

namespace {

struct Score {
  int recordings = 0, without_number = 0, absolute = 0, relative = 0, oscillatory = 0;
  double oscillatory_squares = 0, oscillatory_sum = 0, absolute_squares = 0, clean_s = 0;
  int oscillatory_found = 0;
};

struct Choices {
  int recordings = 200;
  int first_seed = 1;
  synth::RecordingSettings simulated;
};

/// None if the arguments are not understood.
std::optional<Choices> choices(int argc, char** argv) {
  Choices result;
  synth::RecordingSettings& simulated = result.simulated;
  simulated.duration_s = 180;
  simulated.phases.clear();
  simulated.faa_ln = 0.15;
  simulated.ecg_sample_rate_hz = simulated.respiration_sample_rate_hz = 0;
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    const std::size_t equals = argument.find('=');
    if (equals == std::string_view::npos) return {};
    const std::string name(argument.substr(0, equals)), value(argument.substr(equals + 1));
    const auto number = parse_json<double>(value);
    if (!number) return {};
    if (name == "recordings") {
      result.recordings = static_cast<int>(*number);
    } else if (name == "first_seed") {
      result.first_seed = static_cast<int>(*number);
    } else if (name == "channels") {
      simulated.sites = synth::first_sites(static_cast<std::size_t>(*number));
    } else if (!from_json(Json{{name, *number}}, simulated)) {
      return {};
    }
  }
  return result;
}

synth::RecordingSettings recording_settings(const Choices& chosen, int seed) {
  const char* bad[] = {"F7", "C3", "P4", "Fz"};
  synth::RecordingSettings settings = chosen.simulated;
  settings.seed = static_cast<std::uint64_t>(seed);
  const auto& sites = settings.sites;
  if (std::find(sites.begin(), sites.end(), bad[seed % 4]) != sites.end())
    settings.bad_channel = bad[seed % 4];
  return settings;
}

synth::RecordingSettings without_artifacts(synth::RecordingSettings settings) {
  settings.blinks_per_min = settings.bursts_per_min = settings.muscle_per_min = settings.pops_per_min = 0;
  settings.mains_uv = 0;
  settings.bad_channel.clear();
  return settings;
}

eeg::Settings without_rejection() {
  eeg::Settings settings;
  settings.max_abs_uv = settings.max_step_uv = settings.muscle_factor = settings.quiet_factor = 1e9;
  settings.flat_uv = 0;
  settings.clipped_samples = 1 << 20;
  return settings;
}

std::vector<eeg::Features> features_of(const std::vector<std::uint8_t>& edf) {
  visit::RecordingStream stream(edf.size(), {});
  if (!stream.push(edf)) return {};
  auto features = stream.finish();
  return features ? std::move(features->eeg) : std::vector<eeg::Features>{};
}

eeg::Asymmetry primary(const std::vector<eeg::Features>& features, eeg::Settings settings) {
  settings.pairs.resize(1);
  settings.sensitivity_bands.clear();
  return eeg::analyze(features, {}, {}, settings).asymmetry[0];
}

void add(Score& score, const eeg::Asymmetry& found, const synth::TruePair& truth,
         double without_artifacts_ln) {
  ++score.recordings;
  if (!found.faa_ln) {
    ++score.without_number;
    return;
  }
  const auto covers = [](const Estimate& estimate, double value) {
    return estimate.ci_low && *estimate.ci_low <= value && value <= *estimate.ci_high;
  };
  score.clean_s += found.clean_s;
  score.absolute_squares += std::pow(*found.faa_ln - without_artifacts_ln, 2);
  score.absolute += covers(found.absolute, truth.faa_ln);
  score.relative += covers(found.relative, truth.faa_relative_ln);
  if (!found.faa_oscillatory_ln) return;
  ++score.oscillatory_found;
  const double error = *found.faa_oscillatory_ln - *truth.realised_faa_oscillatory_ln;
  score.oscillatory_squares += error * error;
  score.oscillatory_sum += error;
  score.oscillatory += covers(found.oscillatory, *truth.faa_oscillatory_ln);
}

void print(const char* name, const Score& score) {
  const int n = score.recordings - score.without_number;
  const auto percent = [](int part, int of) { return of > 0 ? 100.0 * part / of : 0.0; };
  const auto mean = [](double sum, int of) { return of > 0 ? sum / of : 0; };
  const int found = score.oscillatory_found;
  std::printf("%-14s %8.1f %9.4f %9.4f %9.4f %7.1f %7.1f %7.1f %10d %8d\n", name, mean(score.clean_s, n),
              std::sqrt(mean(score.oscillatory_squares, found)), mean(score.oscillatory_sum, found),
              std::sqrt(mean(score.absolute_squares, n)), percent(score.absolute, n),
              percent(score.relative, n), percent(score.oscillatory, found), score.without_number, n - found);
}

[[maybe_unused]] int accuracy(const Choices& chosen) {
  Score with, off, clean;
  synth::TruePair expected;
  for (int seed = chosen.first_seed; seed < chosen.first_seed + chosen.recordings; ++seed) {
    const auto settings = recording_settings(chosen, seed);
    const auto spoiled = synth::simulate(settings), pure = synth::simulate(without_artifacts(settings));
    if (!spoiled || !pure) {
      std::fprintf(stderr, "%s\n", (spoiled ? pure : spoiled).error().message.english().c_str());
      return 1;
    }
    const auto spoiled_features = features_of(spoiled->edf), pure_features = features_of(pure->edf);
    const auto reference = primary(pure_features, without_rejection());
    expected = spoiled->truth.pairs[0];
    add(with, primary(spoiled_features, {}), expected, reference.faa_ln.value_or(0));
    add(off, primary(spoiled_features, without_rejection()), expected, reference.faa_ln.value_or(0));
    add(clean, reference, expected, reference.faa_ln.value_or(0));
  }
  const synth::RecordingSettings& simulated = chosen.simulated;
  std::printf(
      "%d recordings of %g s, %zu channels at %g Hz, rhythm %g uV^2 in 6-9 Hz over a background of about 13 "
      "uV^2\n"
      "at the defaults, expected asymmetry %.3f, oscillatory %.3f\n",
      chosen.recordings, simulated.duration_s, simulated.sites.size(), simulated.eeg_sample_rate_hz,
      simulated.alpha_uv2, expected.faa_ln, expected.faa_oscillatory_ln.value_or(0));
  std::printf(
      "RMS error: oscillatory FAA against the rhythm as realised; absolute FAA against the same recording\n"
      "without artifacts. Coverage: share of 95 %% intervals that hold the expected value.\n");
  std::printf("%-14s %8s %9s %9s %9s %7s %7s %7s %10s %8s\n", "", "clean s", "RMS osc.", "bias osc.",
              "RMS abs.", "abs. %", "rel. %", "osc. %", "no number", "no osc.");
  print("rejection on", with);
  print("rejection off", off);
  print("no artifacts", clean);
  return 0;
}

int speed() {
  constexpr std::size_t channels = 32, rate_hz = 512;
  constexpr int seconds = 3600;
  const char* sites[] = {"F3", "F4", "F7", "F8", "P3", "P4", "Cz", "A1", "A2"};
  std::vector<eeg::ChannelInfo> infos;
  for (std::size_t c = 0; c < channels; ++c)
    infos.push_back({"E" + std::to_string(c), c < 9 ? sites[c] : "", "", 1, -3276.8, 3276.7});
  Random random(1);
  // Every channel's noise has a part in common, or all electrodes would count as disconnected.
  std::vector<std::vector<double>> noise(channels + 60, std::vector<double>(rate_hz));
  std::vector<double> shared(rate_hz);
  const auto fill = [&](std::vector<double>& second, const std::vector<double>& common) {
    double x = 0;
    for (std::size_t t = 0; t < rate_hz; ++t) {
      x = 0.97 * x + 3 * random.normal();
      second[t] = x + common[t];
    }
  };
  fill(shared, std::vector<double>(rate_hz));
  for (auto& second : noise) fill(second, shared);
  double best_s = 1e9, analysis_ms = 1e9, megabytes = 0;
  for (int run = 0; run < 2; ++run) {
    eeg::FeatureStream stream(infos, rate_hz, {});
    const std::clock_t start = std::clock();
    std::vector<std::span<const double>> block(channels);
    for (int second = 0; second < seconds; ++second) {
      for (std::size_t c = 0; c < channels; ++c) block[c] = noise[c + static_cast<std::size_t>(second) % 60];
      stream.push(block);
    }
    const eeg::Features features = stream.finish();
    best_s = std::min(best_s, static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    const double chunks = std::ceil(static_cast<double>(features.start_s.size()) /
                                    static_cast<double>(eeg::ChannelFeatures::chunk_windows));
    megabytes = chunks * static_cast<double>(features.channels.size()) *
                static_cast<double>(eeg::ChannelFeatures::chunk_bytes(features.bins)) / 1e6;
  }
  eeg::FeatureStream ten_minutes(infos, rate_hz, {});
  for (int second = 0; second < 600; ++second) {
    std::vector<std::span<const double>> block(channels);
    for (std::size_t c = 0; c < channels; ++c) block[c] = noise[c + static_cast<std::size_t>(second) % 60];
    ten_minutes.push(block);
  }
  const eeg::Features features = ten_minutes.finish();
  const std::vector<Phase> phases{{"Rest", PhaseKind::rest, 0, 200},
                                  {"Task", PhaseKind::stranger, 200, 400},
                                  {"Recovery", PhaseKind::recovery, 400, 600}};
  for (int run = 0; run < 5; ++run) {
    const std::clock_t start = std::clock();
    const auto metrics = eeg::analyze({&features, 1}, phases, {}, {});
    analysis_ms = std::min(analysis_ms, 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
    if (metrics.asymmetry.empty()) return 1;
  }
  std::printf("features of 1 h x 32 channels x 512 Hz: %.2f s, %.0f MB kept\n", best_s, megabytes);
  std::printf("analysis of 10 min x 32 channels, 3 pairs, 3 phases: %.0f ms\n", analysis_ms);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  [[maybe_unused]] const auto chosen = choices(argc, argv);
  if (!chosen) {
    std::fprintf(stderr, "usage: bench_eeg [NAME=VALUE …], as the head of eeg_bench.cpp says\n");
    return 2;
  }
#ifndef __EMSCRIPTEN__
  if (const int failed = accuracy(*chosen)) return failed;
#endif
  return speed();
}
