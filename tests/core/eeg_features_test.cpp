// Expected values of sines: the transform of the Hann window. Of a sine's power A^2 / 2 the bin d away from it holds
// 2/3 (sinc(d) / (1 - d^2))^2: two thirds in its own bin, a sixth in each beside it; bins 6 … 9 summed. Expected values of spectra: scipy 1.10.1, scipy.signal.welch(x, fs, nperseg=fs, noverlap=fs//2).
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>

#include "edf/reader.hpp"
#include "eeg/spectra.hpp"
#include "eeg/window_pass.hpp"
#include "eeg_signals.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

std::vector<double> mean_density(const eeg::Features& features, std::size_t channel) {
  std::vector<double> mean(features.bins, 0.0);
  for (std::size_t w = 0; w < features.start_s.size(); ++w)
    for (std::size_t k = 0; k < features.bins; ++k)
      mean[k] += features.channels[channel].bins(w)[k].power() / static_cast<double>(features.start_s.size());
  return mean;
}

}  // namespace

TEST_CASE("sines have the band power that the transform of the Hann window gives") {
  struct Case {
    double amplitude_uv, frequency_hz, power_uv2;
  };
  for (const Case& c : {Case{10, 7, 50.000}, Case{12, 7, 72.000}, Case{10, 6, 41.667}, Case{10, 9, 41.667},
                        Case{10, 8, 50.000}, Case{10, 6.5, 49.014}, Case{10, 7.5, 49.955}}) {
    CAPTURE(c.frequency_hz);
    const auto metrics = analyze(features_of({{"F3", sine(c.amplitude_uv, c.frequency_hz, 256, 120)}}, 256));
    REQUIRE(metrics.channels.size() == 1);
    REQUIRE(metrics.channels[0].alpha_uv2);
    CHECK(std::abs(*metrics.channels[0].alpha_uv2 - c.power_uv2) < 5e-4);  // the last digit above
  }
}

TEST_CASE("mean density over the windows is SciPy's Welch, at odd and even rates") {
  struct Case {
    int rate_hz;
    std::array<double, 6> expected;  // bins 1, 6, 7, 9, 20, 40
  };
  for (const Case& c : {Case{125,
                             {0.768050993141978, 0.00021396322590003358, 0.0007061448343110086,
                              0.037424773769913974, 0.06235287388528896, 7.118500762604826e-05}},
                        Case{128,
                             {0.8267306353083596, 0.00017354774384809786, 0.0004950357114251536,
                              0.017854641242106326, 1.1860013200704802, 3.0147932670471176e-05}},
                        Case{250,
                             {2.980106317019253, 0.00011920885965389682, 4.648065968130933e-05,
                              1.030366935369792e-05, 0.009852933076926022, 0.001354730902891939}}}) {
    CAPTURE(c.rate_hz);
    std::vector<double> x;
    for (int t = 0; t < 5 * c.rate_hz; ++t)
      x.push_back(20 * std::cos(0.9 * t) + 7 * static_cast<double>(t * t % 11) + 0.05 * t);
    const auto mean = mean_density(features_of({{"F3", x}}, c.rate_hz), 0);
    const std::size_t bins[] = {1, 6, 7, 9, 20, 40};
    for (std::size_t i = 0; i < 6; ++i)
      CHECK(mean[bins[i] - 1] == doctest::Approx(c.expected[i]).epsilon(1e-9));
  }
}

TEST_CASE("a real recording's density is SciPy's Welch to 1e-9") {
  const std::string name = "eeg/adult_32ch_f3_f4.edf";
  if (!have_data(name)) return;
  const auto bytes = read_file(data_folder() / name);
  std::vector<std::size_t> signals;
  std::vector<std::vector<double>> values;
  std::optional<eeg::FeatureStream> stream;
  edf::Reader reader(bytes.size(), [&](const edf::Record& record) {
    if (!stream) {
      std::vector<eeg::ChannelInfo> infos;
      for (std::size_t s = 0; s < record.header.signals.size(); ++s) {
        const edf::Signal& signal = record.header.signals[s];
        if (signal.site != "F3" && signal.site != "F4" && signal.site != "O2") continue;
        signals.push_back(s);
        values.emplace_back(static_cast<std::size_t>(signal.samples_per_record));
        infos.push_back({signal.label, signal.site, "", 1, 0, 0});
      }
      stream.emplace(infos, 128, eeg::Settings{});
    }
    for (std::size_t i = 0; i < signals.size(); ++i) record.physical(signals[i], values[i]);
    const std::vector<std::span<const double>> block(values.begin(), values.end());
    stream->push(block);
  });
  REQUIRE(reader.push(bytes).ok());
  REQUIRE(reader.finish().ok());
  const auto features = stream->finish();
  REQUIRE(features.channels.size() == 3);
  CHECK(features.start_s.size() == 475);
  // The file's reading and the densities by MNE 1.3 and scipy 1.10.1: bins 1, 6, 10, 40.
  const double expected[3][4] = {
      {81.91069896321525, 14.831705079691071, 26.973088486714634, 0.32343527100179037},
      {83.36788147085282, 12.971260172196143, 22.676682847970458, 0.283971403781956},
      {28.826949600143557, 5.4528336673725795, 45.85373452598825, 0.27962677670510416}};
  for (std::size_t c = 0; c < 3; ++c) {
    const auto mean = mean_density(features, c);
    CHECK(mean[0] == doctest::Approx(expected[c][0]).epsilon(1e-9));
    CHECK(mean[5] == doctest::Approx(expected[c][1]).epsilon(1e-9));
    CHECK(mean[9] == doctest::Approx(expected[c][2]).epsilon(1e-9));
    CHECK(mean[39] == doctest::Approx(expected[c][3]).epsilon(1e-9));
  }
  eeg::Settings all_windows;
  all_windows.max_abs_uv = all_windows.max_step_uv = all_windows.muscle_factor = 1e9;
  all_windows.pairs = {{"F3", "F4"}};
  const auto metrics = analyze(features, all_windows);
  // ln of scipy's band sums 94.02853441723518 / 111.22217644074544; coherence: scipy.signal.coherence.
  CHECK(*metrics.asymmetry[0].faa_ln ==
        doctest::Approx(std::log(94.02853441723518 / 111.22217644074544)).epsilon(1e-9));
  CHECK(*metrics.asymmetry[0].coherence == doctest::Approx(0.764192635146793).epsilon(1e-4));
}

TEST_CASE("features do not depend on how the samples are sliced") {
  const std::vector<double> x = brownish(20, 5000, 1);
  const auto whole = features_of({{"F3", x}}, 250, 5000);
  for (const std::size_t block : {1, 7, 125, 250, 333}) {
    const auto sliced = features_of({{"F3", x}}, 250, block);
    REQUIRE(sliced.start_s == whole.start_s);
    bool same = true;
    for (std::size_t w = 0; w < whole.start_s.size(); ++w)
      for (std::size_t k = 0; k < whole.bins; ++k)
        same = same && sliced.channels[0].bins(w)[k] == whole.channels[0].bins(w)[k];
    CHECK(same);
  }
}

TEST_CASE("windows are 1 s at 50 % overlap, start where their segment starts, and never span a gap") {
  const std::vector<double> x = brownish(20, 128 * 5, 1);
  const std::vector<std::span<const double>> block{x};
  eeg::FeatureStream stream({{"F3", "F3", "", 1, 0, 0}}, 128, {});
  stream.push(block);
  stream.begin_segment(100.25);
  stream.push(std::vector<std::span<const double>>{std::span(x).first(128 * 3 / 2)});
  stream.begin_segment(200);
  stream.push(std::vector<std::span<const double>>{std::span(x).first(127)});
  const auto features = stream.finish();
  CHECK(features.start_s == std::vector<double>{0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 100.25, 100.75});

  const auto runs = eeg::timeline(features, std::vector<eeg::Rejection>(11, eeg::Rejection::none));
  REQUIRE(runs.size() == 3);
  CHECK(runs[1].reason == eeg::Rejection::gap);
  CHECK(runs[1].start_s == 5);
  CHECK(runs[1].end_s == 100.25);
  CHECK(runs[2].end_s == 101.75);
}

TEST_CASE("the measures of a window are those of its samples, and the file's unit is turned into uV") {
  std::vector<double> x(256, 0.010);  // mV
  x[100] = 0.130;
  x[101] = 0.130;
  eeg::FeatureStream stream({{"F3", "F3", "", 1000, -130, 130}}, 256, {});
  stream.push(std::vector<std::span<const double>>{x});
  const auto features = stream.finish();
  const eeg::WindowMeasures& m = features.channels[0].measures(0);
  const double mean_uv = 10 + 240.0 / 256;
  CHECK(static_cast<double>(m.max_abs_uv) == doctest::Approx(130 - mean_uv).epsilon(1e-6));
  CHECK(static_cast<double>(m.peak_to_peak_uv) == doctest::Approx(120).epsilon(1e-6));
  CHECK(static_cast<double>(m.max_step_uv) == doctest::Approx(120).epsilon(1e-6));
  CHECK(m.clipped == 2);
}

/// The same by their definition, sample by sample.
static void check_measures(const eeg::WindowMeasures& m, std::span<const double> x) {
  const auto [low, high] = std::minmax_element(x.begin(), x.end());
  double step = 0;
  std::uint16_t run = 0, longest = 0;
  for (std::size_t t = 0; t < x.size(); ++t) {
    if (t > 0) step = std::max(step, std::abs(x[t] - x[t - 1]));
    const bool extreme = x[t] == *low || x[t] == *high;
    run = !extreme ? 0 : t > 0 && run > 0 && x[t] == x[t - 1] ? run + 1 : 1;
    longest = std::max(longest, run);
  }
  CHECK(m.peak_to_peak_uv == static_cast<float>(*high - *low));
  CHECK(m.max_step_uv == static_cast<float>(step));
  CHECK(m.held == longest);
}

TEST_CASE("every window's measures are those of its own samples, of windows before and after too") {
  for (const std::size_t rate : {128, 125}) {
    CAPTURE(rate);
    std::vector<double> x = brownish(20, rate * 30, 3), y = brownish(5, rate * 30, 4);
    for (double& value : x) value = std::round(value / 10);  // so coarse that extremes come again and stay
    for (double& value : y) value = std::round(value);
    x[rate / 2] = x[rate / 2 - 1] = 300;  // where a window's halves meet
    y[3 * rate / 2] = 500;
    const auto features = features_of({{"F3", x}, {"F4", y}}, static_cast<double>(rate));
    REQUIRE(features.start_s.size() > 50);
    for (std::size_t w = 0; w < features.start_s.size(); ++w) {
      CAPTURE(w);
      const std::size_t first = w * features.hop_samples;
      check_measures(features.channels[0].measures(w), std::span(x).subspan(first, rate));
      check_measures(features.channels[1].measures(w), std::span(y).subspan(first, rate));
    }
  }
}

TEST_CASE("samples that are not numbers spoil their windows only") {
  std::vector<double> x = brownish(10, 256 * 10, 1);
  x[256 * 4 + 10] = std::nan("");
  const auto features = features_of({{"F3", x}}, 256);
  const auto reasons = analyze(features).channels[0];
  CHECK(reasons.windows_total == 19);
  CHECK(reasons.rejected.at("amplitude") == 2);
  CHECK(std::isfinite(*reasons.alpha_uv2));
}

TEST_CASE("memory is bounded: channels of pairs are kept first, and what was let go is named") {
  eeg::Settings settings;
  settings.max_feature_mb = 1;  // one chunk of 256 windows takes 0.09 MB a channel
  std::vector<Channel> channels;
  for (int c = 0; c < 30; ++c) channels.push_back({"X" + std::to_string(c), brownish(10, 100 * 60, 1)});
  channels[20].site = "F3";
  channels[25].site = "F4";
  const auto features = features_of(channels, 100, 1000, settings);
  CHECK(features.channels.size() == 11);
  CHECK(features.left_out.size() == 19);
  int pair_sites = 0;
  for (const auto& channel : features.channels)
    pair_sites += channel.info().site == "F3" || channel.info().site == "F4";
  CHECK(pair_sites == 2);
  CHECK(features.start_s.size() == 119);

  settings.max_feature_mb = 0.25;
  std::vector<Channel> pair{{"F3", brownish(10, 100 * 300, 1)}, {"F4", brownish(10, 100 * 300, 2)}};
  const auto stopped = features_of(pair, 100, 1000, settings);
  REQUIRE(stopped.stopped_at_s);
  CHECK(stopped.start_s.size() == 256);
  CHECK(analyze(stopped).diagnostics[0].code == "W_EEG_STOPPED");
}

// 2^-42 is half of the last of 41 bits after the point.
TEST_CASE("a window's bin keeps its power to 2^-42 of it and its phase as it is") {
  double power = 1e-22;
  double worst = 0;
  for (std::uint32_t i = 0; i < 12'000; ++i, power *= 1.007) {  // to 2e14
    const auto phase = static_cast<std::uint16_t>(i * 7919);
    const attune::eeg::WindowBin bin(power, phase);
    worst = std::max(worst, std::abs(bin.power() / power - 1));
    CHECK(bin.phase() == phase);
  }
  CHECK(worst <= 0x1p-42 * (1 + 1e-3));
  CHECK(worst > 0x1p-43);
}

TEST_CASE(
    "a window's bin holds nothing, the faintest with fewer digits, and no more than there is room for") {
  using attune::eeg::WindowBin;
  CHECK(WindowBin().power() == 0);
  CHECK(WindowBin(0, 65535).power() == 0);
  CHECK(WindowBin(0, 65535).phase() == 65535);
  CHECK(WindowBin(1, 0).power() == 1);
  CHECK(WindowBin(0x1p-115, 0).power() == 0x1p-115);
  CHECK(WindowBin(1e-30, 0).power() == doctest::Approx(1e-30).epsilon(1e-4));
  constexpr double most = 0x1p53 - 0x1p11;
  CHECK(WindowBin(most, 3).power() == most);
  CHECK(WindowBin(1e300, 3).power() == most);
  CHECK(WindowBin(std::numeric_limits<double>::infinity(), 3).power() == most);
  CHECK(WindowBin(most, 3).phase() == 3);
}

TEST_CASE("windows come out to the same digits however many channels go side by side") {
  using namespace attune::eeg;
  for (const std::size_t channels : {1, 2, 3, 4, 5, 7}) {
    for (const double rate_hz : {128.0, 250.0, 251.0}) {
      CAPTURE(channels);
      CAPTURE(rate_hz);
      const WindowShape shape(rate_hz);
      const std::size_t n = shape.samples();
      std::vector<std::vector<double>> samples(channels);
      std::vector<WindowScale> scales;
      for (std::size_t c = 0; c < channels; ++c) {
        scales.push_back({1 + 0.1 * static_cast<double>(c), -60, 60});
        for (std::size_t t = 0; t < n; ++t)
          samples[c].push_back(70 * std::sin(0.37 * static_cast<double>((c + 1) * t)) +
                               static_cast<double>((t * t + c) % 11));
      }
      if (channels == 5) samples[2][7] = std::numeric_limits<double>::infinity();
      const std::vector<std::span<const double>> block(samples.begin(), samples.end());
      std::vector<std::vector<WindowBin>> bins[2];
      std::vector<WindowMeasures> measures[2];
      const std::unique_ptr<WindowPass> passes[] = {window_pass(shape, scales),
                                                    narrow_window_pass(shape, scales)};
      for (std::size_t p = 0; p < 2; ++p) {
        bins[p].assign(channels, std::vector<WindowBin>(40));
        measures[p].resize(channels);
        std::vector<WindowSlot> slots;
        for (std::size_t c = 0; c < channels; ++c) slots.push_back({bins[p][c], &measures[p][c]});
        if (channels > 2) slots[0] = {};  // a channel that was let go
        passes[p]->put(block, 0, n, 0);
        passes[p]->take(0, false, slots);
      }
      CHECK(bins[0] == bins[1]);
      for (std::size_t c = 0; c < channels; ++c) {
        const WindowMeasures &wide = measures[0][c], &narrow = measures[1][c];
        CHECK(wide.max_abs_uv == narrow.max_abs_uv);
        CHECK(wide.peak_to_peak_uv == narrow.peak_to_peak_uv);
        CHECK(wide.max_step_uv == narrow.max_step_uv);
        CHECK(wide.clipped == narrow.clipped);
        CHECK(wide.held == narrow.held);
        CHECK(wide.line_50 == narrow.line_50);
        CHECK(wide.beside_60 == narrow.beside_60);
      }
      CHECK(bins[0].back()[9].power() > 0);
    }
  }
}
