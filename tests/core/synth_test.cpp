// The simulation's processes against what their formulas say, computed here by plain sums.
#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>

#include "support.hpp"
#include "synth/artifacts.hpp"
#include "synth/eeg.hpp"
#include "synth/heart.hpp"

using namespace attune;
using namespace attune::synth;

namespace {

constexpr double pi = std::numbers::pi;

std::vector<double> hann(std::size_t n) {
  std::vector<double> w(n);
  for (std::size_t t = 0; t < n; ++t) w[t] = 0.5 - 0.5 * std::cos(2 * pi * double(t) / double(n));
  return w;
}

/// Band power of every 1-s window with 50 % overlap, by the plain DFT sum.
std::vector<double> window_powers(const std::vector<double>& x, std::size_t n, int low, int high) {
  const auto w = hann(n);
  const double norm = 2 / (0.375 * double(n) * double(n));  // mean square of Hann is 3/8
  std::vector<double> powers;
  for (std::size_t at = 0; at + n <= x.size(); at += n / 2) {
    double mean = 0, sum = 0;
    for (std::size_t t = 0; t < n; ++t) mean += x[at + t] / double(n);
    for (int k = low; k <= high; ++k) {
      std::complex<double> bin;
      for (std::size_t t = 0; t < n; ++t)
        bin += w[t] * (x[at + t] - mean) * std::polar(1.0, -2 * pi * k * double(t) / double(n));
      sum += norm * std::norm(bin);
    }
    powers.push_back(sum);
  }
  return powers;
}

double mean_of(const std::vector<double>& values) {
  double sum = 0;
  for (double v : values) sum += v;
  return sum / double(values.size());
}

/// Standard error of the mean of a correlated series, from the means of 20 blocks.
double block_error(const std::vector<double>& values) {
  const std::size_t blocks = 20, size = values.size() / blocks;
  std::vector<double> means;
  for (std::size_t b = 0; b < blocks; ++b)
    means.push_back(mean_of({values.begin() + long(b * size), values.begin() + long((b + 1) * size)}));
  const double mean = mean_of(means);
  double squares = 0;
  for (double m : means) squares += (m - mean) * (m - mean);
  return std::sqrt(squares / double(blocks - 1) / double(blocks));
}

/// `seconds` of clean EEG, channel by channel.
std::vector<std::vector<double>> generate(const RecordingSettings& settings, EegPlan& plan, int seconds) {
  EegGenerator generator(settings, plan);
  std::vector<std::vector<double>> second(settings.sites.size(),
                                          std::vector<double>(std::size_t(settings.eeg_sample_rate_hz)));
  std::vector<std::vector<double>> eeg(settings.sites.size());
  for (int s = 0; s < seconds; ++s) {
    generator.next_second(second);
    for (std::size_t c = 0; c < eeg.size(); ++c)
      eeg[c].insert(eeg[c].end(), second[c].begin(), second[c].end());
  }
  generator.realise(plan.pairs);
  return eeg;
}

RecordingSettings eeg_only(std::vector<std::string> sites) {
  RecordingSettings settings;
  settings.sites = std::move(sites);
  settings.mains_uv = 0;
  return settings;
}

std::vector<Phase> one_phase(RecordingSettings& settings, double duration_s) {
  settings.duration_s = duration_s;
  settings.phases = {{"Rest", PhaseKind::rest, duration_s, 0, 0, 1}};
  return {{"Rest", PhaseKind::rest, 0, duration_s}};
}

/// Power of the NN series in the RSA band of one 30-s stretch: periodogram on the beats' own times, Hann,
/// linear trend removed.
double rsa_power(const std::vector<double>& time_s, std::vector<double> nn_ms, double start_s) {
  const double n = double(nn_ms.size());
  double mt = 0, my = 0, stt = 0, sty = 0;
  for (std::size_t i = 0; i < nn_ms.size(); ++i) mt += time_s[i] / n, my += nn_ms[i] / n;
  for (std::size_t i = 0; i < nn_ms.size(); ++i)
    stt += (time_s[i] - mt) * (time_s[i] - mt), sty += (time_s[i] - mt) * (nn_ms[i] - my);
  double squares = 0;
  for (std::size_t i = 0; i < nn_ms.size(); ++i) {
    const double w = 0.5 - 0.5 * std::cos(2 * pi * (time_s[i] - start_s) / 30);
    nn_ms[i] = w * (nn_ms[i] - my - sty / stt * (time_s[i] - mt));
    squares += w * w;
  }
  double power = 0;
  const double step_hz = 0.01;
  for (int k = 24; k <= 104; ++k) {
    std::complex<double> bin;
    for (std::size_t i = 0; i < nn_ms.size(); ++i)
      bin += nn_ms[i] * std::polar(1.0, -2 * pi * k * step_hz * time_s[i]);
    power += 2 * std::norm(bin) / (n / 30 * squares) * step_hz * (k == 24 || k == 104 ? 0.5 : 1);
  }
  return power;
}

}  // namespace

TEST_CASE("expected band power of sines is what the transform of the Hann window gives") {
  // Of A^2 / 2 the bin d away from the sine holds 2/3 (sinc(d) / (1 - d^2))^2: 49.014 at 6.5 Hz, 49.955 at 7.5 Hz.
  const auto power = [](double amplitude, double frequency_hz) {
    std::vector<double> r(256);
    for (std::size_t k = 0; k < r.size(); ++k)
      r[k] = amplitude * amplitude / 2 * std::cos(2 * pi * frequency_hz * double(k) / 256);
    return expected_band_power(r, 6, 9);
  };
  CHECK(power(10, 7) == doctest::Approx(50).epsilon(1e-12));
  CHECK(power(12, 7) == doctest::Approx(72).epsilon(1e-12));
  CHECK(power(10, 6) == doctest::Approx(125.0 / 3).epsilon(1e-12));
  CHECK(power(10, 8) == doctest::Approx(50).epsilon(1e-12));
  CHECK(std::abs(power(10, 6.5) - 49.014) < 0.0005);
  CHECK(std::abs(power(10, 7.5) - 49.955) < 0.0005);
}

TEST_CASE("white noise of density d has 4 d in the four bins from 6 to 9 Hz") {
  std::vector<double> r(256, 0);
  r[0] = 1;  // one-sided density 2 / 256 per Hz
  CHECK(expected_band_power(r, 6, 9) == doctest::Approx(4 * 2.0 / 256).epsilon(1e-12));
}

TEST_CASE("expected band power is the density convolved with the Hann kernel") {
  // The same in the frequency domain: density × |W(f - k)|², midpoint sums on a grid of 1/64 Hz; |W|² from
  // the Dirichlet kernel. The grid resolves the slowest pole (0.2 Hz), whence 1e-6.
  const double rate = 256;
  const auto kernel = [&](double f) {
    const auto dirichlet = [&](double g) {
      const double x = pi * g / rate;
      return std::abs(std::sin(x)) < 1e-12 ? rate : std::sin(rate * x) / std::sin(x);
    };
    // Phases of the three shifted kernels differ by pi (n - 1) / n a bin.
    const std::complex<double> shift = std::polar(1.0, pi * (rate - 1) / rate);
    return std::norm(0.5 * dirichlet(f) -
                     0.25 * (dirichlet(f - 1) * shift + dirichlet(f + 1) * std::conj(shift)));
  };
  for (const Cascade& shape : {background_shape(1.5, rate), rhythm_shape(7.2, 2, rate)}) {
    double sum = 0;
    const double step = 1.0 / 64;
    for (double f = -rate / 2 + step / 2; f < rate / 2; f += step)
      for (int k = 6; k <= 9; ++k) sum += shape.power_gain(f, rate) * kernel(f - k) * step / rate;
    sum *= 2 / (rate * 0.375 * rate);
    CHECK(expected_band_power(autocovariance(shape, 256), 6, 9) == doctest::Approx(sum).epsilon(1e-6));
  }
}

TEST_CASE("the background falls as 1/f to its exponent, with density 1 at 1 Hz") {
  for (double exponent : {0.8, 1.5, 2.0}) {
    const Cascade shape = background_shape(exponent, 256);
    const auto density = [&](double f) { return 2 * shape.power_gain(f, 256) / 256; };
    CHECK(density(1) == doctest::Approx(1).epsilon(1e-12));
    // A cascade ripples around the straight line; a tenth of the exponent over 2-32 Hz is what it may differ
    // by.
    CHECK(std::abs(std::log(density(2) / density(32)) / std::log(16.0) - exponent) < 0.1);
  }
}

TEST_CASE("the set asymmetry is that of whole band powers, and the rhythm's is larger") {
  RecordingSettings settings = eeg_only({"F3", "F4", "P3", "P4", "F7", "F8", "Cz"});
  settings.faa_ln = -0.12;
  settings.posterior_faa_ln = 0.05;
  const auto plan = plan_eeg(settings);
  REQUIRE(plan.ok());
  REQUIRE(plan->pairs.size() == 3);
  CHECK(plan->pairs[0].faa_ln == doctest::Approx(-0.12).epsilon(1e-12));
  CHECK(plan->pairs[1].faa_ln == doctest::Approx(0.05).epsilon(1e-12));
  CHECK(plan->pairs[2].faa_ln == doctest::Approx(-0.12).epsilon(1e-12));
  CHECK(*plan->pairs[0].faa_oscillatory_ln < -0.12);
  const double mean = (plan->channels[0].oscillatory_uv2 + plan->channels[1].oscillatory_uv2) / 2;
  CHECK(mean == doctest::Approx(settings.alpha_uv2).epsilon(1e-12));
}

TEST_CASE("twenty simulated minutes measure as their truth says") {
  RecordingSettings settings = eeg_only({"F3", "F4"});
  settings.faa_ln = 0.3;
  auto plan = plan_eeg(settings);
  REQUIRE(plan.ok());
  const auto eeg = generate(settings, *plan, 1200);
  std::vector<std::vector<double>> powers;
  for (std::size_t c = 0; c < 2; ++c) {
    powers.push_back(window_powers(eeg[c], 256, 6, 9));
    // Three standard errors of the recording's own mean: seeds are fixed, so this holds or it does not.
    CHECK(std::abs(mean_of(powers[c]) - plan->channels[c].alpha_uv2) < 3 * block_error(powers[c]));
  }
  const double faa = std::log(mean_of(powers[1])) - std::log(mean_of(powers[0]));
  // ln of the mean of 4 T exponential powers has the variance 1 / (4 T), the difference of two that cohere
  // 2 (1 - coherence) times as much; widened by 1.25 because the rhythm fills less than the whole band (ratio seen over
  // 150 seeds: 1.2).
  const double se = 1.25 * std::sqrt(2 * (1 - plan->pairs[0].coherence) / (4 * 1200));
  CHECK(std::abs(faa - 0.3) < 3 * se);
  CHECK(*plan->pairs[0].realised_faa_ln == doctest::Approx(faa).epsilon(1e-9));
}

TEST_CASE("homologous sites cohere as set, and neighbours more than distant sites") {
  RecordingSettings settings = eeg_only({"F3", "F4", "Fz"});
  settings.coherence = 0.4;
  auto plan = plan_eeg(settings);
  REQUIRE(plan.ok());
  const auto eeg = generate(settings, *plan, 300);
  const auto w = hann(256);
  const auto coherence = [&](std::size_t a, std::size_t b) {
    std::complex<double> cross;
    double power_a = 0, power_b = 0;
    for (std::size_t at = 0; at + 256 <= eeg[a].size(); at += 256) {
      for (int k = 6; k <= 9; ++k) {
        std::complex<double> x, y;
        for (std::size_t t = 0; t < 256; ++t) {
          const auto turn = w[t] * std::polar(1.0, -2 * pi * k * double(t) / 256);
          x += eeg[a][at + t] * turn;
          y += eeg[b][at + t] * turn;
        }
        cross += x * std::conj(y);
        power_a += std::norm(x);
        power_b += std::norm(y);
      }
    }
    return std::norm(cross) / (power_a * power_b);
  };
  // SE of a coherence estimate, (1 - g) sqrt(2 g / n), n = 300 s × 4 bins: 0.016; three of them.
  CHECK(std::abs(coherence(0, 1) - 0.4) < 0.048);
  CHECK(coherence(0, 2) > coherence(0, 1));
}

TEST_CASE("artifacts add to the EEG only where the truth lists them") {
  RecordingSettings settings = eeg_only({"F3", "F4", "C3", "C4"});
  settings.duration_s = 120;
  settings.phases.clear();
  auto plan = plan_eeg(settings);
  REQUIRE(plan.ok());
  const auto events = plan_artifacts(settings, {}, plan->positions);
  REQUIRE(events.size() > 5);
  ArtifactRenderer renderer(events, 256);
  double largest_burst = 0;
  for (int second = 0; second < 120; ++second) {
    std::vector<std::vector<double>> added(4, std::vector<double>(256, 0.0));
    renderer.add_to(added);
    for (std::size_t c = 0; c < 4; ++c) {
      for (std::size_t n = 0; n < 256; ++n) {
        const double t = second + double(n) / 256;
        bool listed = false;
        for (const auto& event : events) {
          const bool here = t >= event.truth.start_s && t <= event.truth.end_s;
          listed |= here && event.weights[c] != 0;
          if (here && event.truth.kind == ArtifactKind::burst)
            largest_burst = std::max(largest_burst, std::abs(added[c][n]));
        }
        if (!listed) REQUIRE(added[c][n] == 0);
      }
    }
  }
  CHECK(largest_burst > 150);
}

TEST_CASE("RSA over two hours of beats is what was set, and follows its own realised course") {
  for (double breathing_hz : {0.45, 0.75}) {
    RecordingSettings settings;
    settings.ectopic_per_min = 0;
    settings.breathing_hz = breathing_hz;
    settings.rsa_ln_ms2 = 3.0;
    const auto phases = one_phase(settings, 7200);
    const auto plan = plan_heart(settings, phases);
    REQUIRE(plan.ok());
    std::vector<double> ln_power;
    std::size_t k = 1;
    for (int epoch = 0; epoch < 240; ++epoch) {
      std::vector<double> time_s, nn_ms;
      for (; plan->beats[k].time_s < 30 * (epoch + 1); ++k) {
        time_s.push_back(plan->beats[k].time_s);
        nn_ms.push_back(1000 * (plan->beats[k].time_s - plan->beats[k - 1].time_s));
      }
      ln_power.push_back(std::log(rsa_power(time_s, nn_ms, 30 * epoch)));
    }
    // Three standard errors of the mean of 240 epochs, and 0.02 for what a 30-s Hann window takes off the
    // mean of logarithms (it weighs the epoch's middle, so the slow change averages out less).
    CHECK(std::abs(mean_of(ln_power) - 3.0) < 0.02 + 3 * block_error(ln_power));
    CHECK(plan->phases[0].rsa_ln_ms2 == 3.0);
    CHECK(plan->phases[0].epochs == 240);
    CHECK(std::abs(plan->phases[0].realised_rsa_ln_ms2 - 3.0) <
          0.03);  // SD of an epoch 0.1, 240 of them: 0.0065
    CHECK(std::abs(plan->overall.heart_rate_bpm - 140) < 0.5);
  }
}

TEST_CASE("a premature beat is followed by a full compensatory pause") {
  RecordingSettings settings;
  settings.ectopic_per_min = 4;
  settings.drift_ms = settings.beat_jitter_ms = 0;
  settings.rsa_ln_ms2 = -4;  // as good as none
  const auto phases = one_phase(settings, 600);
  const auto plan = plan_heart(settings, phases);
  REQUIRE(plan.ok());
  const double rr_s = 60.0 / 140;
  int ectopics = 0;
  for (std::size_t k = 1; k + 1 < plan->beats.size(); ++k) {
    if (plan->beats[k].kind == TrueBeatKind::sinus) continue;
    ++ectopics;
    const double before = plan->beats[k].time_s - plan->beats[k - 1].time_s;
    CHECK(before < 0.76 * rr_s);
    CHECK(plan->beats[k + 1].time_s - plan->beats[k - 1].time_s == doctest::Approx(2 * rr_s).epsilon(0.005));
  }
  // 40 are expected of a Poisson process thinned by the 8 beats between: 36 ± 6.
  CHECK(ectopics > 18);
  CHECK(ectopics < 54);
}

TEST_CASE("the ECG's R apexes stand at the true times") {
  RecordingSettings settings;
  settings.ecg_sample_rate_hz = 2000;
  settings.ecg_noise_mv = settings.ecg_wander_mv = settings.mains_uv = settings.ectopic_per_min = 0;
  const auto phases = one_phase(settings, 30);
  const auto plan = plan_heart(settings, phases);
  REQUIRE(plan.ok());
  HeartRenderer renderer(settings, *plan, {});
  std::vector<double> ecg, second(2000), respiration(32);
  for (int s = 0; s < 30; ++s) {
    renderer.next_second(second, respiration);
    ecg.insert(ecg.end(), second.begin(), second.end());
  }
  for (const TrueBeat& beat : plan->beats) {
    if (beat.time_s > 29.9) break;
    const auto near = static_cast<std::size_t>(beat.time_s * 2000);
    std::size_t top = near - 10;
    for (std::size_t n = near - 10; n <= near + 10; ++n)
      if (ecg[n] > ecg[top]) top = n;
    const double l = ecg[top - 1], m = ecg[top], r = ecg[top + 1];
    const double apex_s = (double(top) + 0.5 * (l - r) / (l - 2 * m + r)) / 2000;
    // A parabola through samples 0.5 ms apart around a peak 7.5 ms wide errs by well under 0.01 ms.
    CHECK(std::abs(apex_s - beat.time_s) < 1e-5);
  }
}

TEST_CASE("respiration runs against the heart period at the breathing frequency") {
  RecordingSettings settings;
  const auto phases = one_phase(settings, 120);
  const auto plan = plan_heart(settings, phases);
  REQUIRE(plan.ok());
  HeartRenderer renderer(settings, *plan, {});
  std::vector<double> ecg(256), respiration(32), breath;
  for (int s = 0; s < 120; ++s) {
    renderer.next_second(ecg, respiration);
    breath.insert(breath.end(), respiration.begin(), respiration.end());
  }
  double sum = 0, self = 0, other = 0;
  for (std::size_t n = 0; n < breath.size(); ++n) {
    const double arrhythmia = std::sin(plan->phase_at(double(n) / 32));
    sum += breath[n] * arrhythmia;
    self += arrhythmia * arrhythmia;
    other += breath[n] * breath[n];
  }
  // Half a radian ahead: correlation -cos(0.5) = -0.88, a little less with the noise.
  CHECK(sum / std::sqrt(self * other) < -0.8);
}
