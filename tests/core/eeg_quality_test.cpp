// Artifacts, bad channels, montages and references. Expected values follow from how the signals are made.
#include <algorithm>
#include <cmath>

#include "eeg/montage.hpp"
#include "eeg/quality.hpp"
#include "eeg/rejection.hpp"
#include "eeg_signals.hpp"
#include "support.hpp"

using namespace attune;
using namespace attune::test;

namespace {

constexpr double sample_rate_hz = 256;

/// Rejected windows of one channel by reason.
std::map<std::string, int> rejected(const std::vector<double>& x, const eeg::Settings& settings = {}) {
  return analyze(features_of({{"F3", x}}, sample_rate_hz), settings).channels[0].rejected;
}

std::vector<double> clean(std::uint64_t seed = 1, double duration_s = 60) {
  return brownish(15, samples_of(sample_rate_hz, duration_s), seed);
}

}  // namespace

TEST_CASE("clean noise loses no window") {
  CHECK(rejected(clean()).empty());
}

TEST_CASE("a single pop costs the windows it is in, and nothing else") {
  auto x = clean();
  add_box(x, 250, 20.1, 20.2, sample_rate_hz);  // in the windows that start at 19.5 and 20.0
  CHECK(rejected(x) == std::map<std::string, int>{{"amplitude", 2}});
}

TEST_CASE("amplitude, step, flat, clipping and muscle each reject their own windows by their own name") {
  auto step = clean();
  add_box(step, 110, 30.25, 31, sample_rate_hz);  // stays under 150 uV of the mean, jumps by 110
  CHECK(rejected(step).count("step") == 1);

  auto flat = clean();
  for (std::size_t t = 5120; t < 5120 + 512; ++t) flat[t] = 3;  // 2 s: three whole windows
  CHECK(rejected(flat)["flat"] == 3);

  auto muscle = clean();
  const auto burst = white(14, samples_of(sample_rate_hz, 60), 7);
  for (std::size_t t = 5120; t < 5120 + 512; ++t) muscle[t] += burst[t];
  CHECK(rejected(muscle)["muscle"] >= 3);
  CHECK(rejected(muscle)["muscle"] <= 5);

  auto clipped = clean();
  for (std::size_t t = 5120; t < 5124; ++t) clipped[t] = 60;
  eeg::FeatureStream stream({{"F3", "F3", "", 1, -60, 60}}, sample_rate_hz, {});
  for (double& value : clipped) value = std::clamp(value, -59.0, 60.0);
  stream.push(std::vector<std::span<const double>>{clipped});
  const auto features = stream.finish();
  CHECK(analyze(features).channels[0].rejected["clipping"] >= 2);
}

TEST_CASE("an amplifier's own limits inside those of the file are found, and said once for all channels") {
  // Noise of 15 uV that an amplifier cut at 20 uV: of most windows both ends.
  const auto cut = [](std::uint64_t seed, double limit) {
    auto x = brownish(15, samples_of(sample_rate_hz, 60), seed);
    for (double& value : x) value = std::clamp(value, -limit, limit);
    return x;
  };
  const auto made = analyze(features_of({{"F3", cut(3, 20)}, {"F4", cut(4, 20)}}, sample_rate_hz));
  CHECK(made.channels[0].rejected.at("clipping") > 12);
  const auto is_told = [](const Diagnostic& one) { return one.code == "W_EEG_CLIPPED"; };
  REQUIRE(std::count_if(made.diagnostics.begin(), made.diagnostics.end(), is_told) == 1);
  const auto told = std::find_if(made.diagnostics.begin(), made.diagnostics.end(), is_told);
  CHECK(told->message.english().starts_with("In 2 EEG channels the amplifier is at its limit, in up to "));
  const auto whole = analyze(features_of({{"F3", cut(3, 200)}, {"F4", cut(4, 200)}}, sample_rate_hz));
  CHECK(whole.channels[0].rejected.count("clipping") == 0);
  CHECK(std::none_of(whole.diagnostics.begin(), whole.diagnostics.end(), is_told));
}

TEST_CASE("a file scaled to its own extremes, whose limit is touched once, is not called clipped") {
  const auto x = clean();
  const auto [low, high] = std::minmax_element(x.begin(), x.end());
  eeg::FeatureStream stream({{"F3", "F3", "", 1, *low, *high}}, sample_rate_hz, {});
  stream.push(std::vector<std::span<const double>>{x});
  const auto features = stream.finish();
  CHECK(analyze(features).channels[0].rejected.count("clipping") == 0);
}

TEST_CASE("the strict preset rejects at 100 uV what the infant preset keeps up to 150 uV") {
  auto x = 0.3 * clean();
  for (std::size_t t = 2560; t < 2560 + 256; ++t)
    x[t] += 125 * std::sin(2 * std::numbers::pi * static_cast<double>(t) / 256);
  CHECK(rejected(x, eeg::settings_for(eeg::Preset::infant)).count("amplitude") == 0);
  CHECK(rejected(x, eeg::settings_for(eeg::Preset::strict_infant)).count("amplitude") == 1);
}

TEST_CASE("a window is dropped for both channels of a pair if either rejects it") {
  auto left = clean(1, 90), right = clean(2, 90);
  add_box(left, 250, 20.1, 20.2, sample_rate_hz);
  add_box(right, 250, 40.1, 40.2, sample_rate_hz);
  const auto found = analyze(features_of({{"F3", left}, {"F4", right}}, sample_rate_hz)).asymmetry[0];
  CHECK(found.windows_total == 179);
  CHECK(found.windows_used == 175);
  CHECK(found.rejected == std::map<std::string, int>{{"amplitude", 4}});
  // Two neighbouring windows are dropped twice: 20 … 20.5 s and 40 … 40.5 s stay uncovered.
  CHECK(found.clean_s == doctest::Approx(89).epsilon(1e-9));
}

TEST_CASE("stretches and channels excluded by hand are not used, and are named so") {
  const auto features = features_of({{"F3", clean(1, 90)}, {"F4", clean(2, 90)}}, sample_rate_hz);
  const std::vector<Interval> excluded{{10, 20}};
  const auto metrics = eeg::analyze({&features, 1}, {}, excluded, {});
  CHECK(metrics.asymmetry[0].rejected.at("manual") == 21);
  CHECK(metrics.asymmetry[0].clean_s == doctest::Approx(80).epsilon(1e-9));

  const std::vector<std::string> channels{"F3"};
  const auto without = eeg::analyze({&features, 1}, {}, {}, {}, {}, channels);
  CHECK_FALSE(without.asymmetry[0].faa_ln);
  CHECK(without.asymmetry[0].reason == "F3 cannot be used. It was excluded by hand.");
}

TEST_CASE("an excluded channel that there is none of is a warning, not a silence") {
  const auto features = features_of({{"F3", clean(1, 90)}, {"F4", clean(2, 90)}}, sample_rate_hz);
  const std::vector<std::string> channels{"f8", ""};
  const auto metrics = eeg::analyze({&features, 1}, {}, {}, {}, {}, channels);
  CHECK(metrics.asymmetry[0].faa_ln);
  REQUIRE(metrics.diagnostics.size() == 2);
  CHECK(metrics.diagnostics[0].code == "W_EEG_EXCLUDED");
  CHECK(metrics.diagnostics[0].message == "No EEG channel is called f8: none was excluded for it.");
}

TEST_CASE("excluding a burst by hand and rejecting it give the same asymmetry") {
  auto left = clean(1, 90);
  const auto right = clean(2, 90);
  add_box(left, 400, 30.1, 32.9, sample_rate_hz);
  const auto features = features_of({{"F3", left}, {"F4", right}}, sample_rate_hz);
  const auto rejected_ln = *analyze(features).asymmetry[0].faa_ln;
  eeg::Settings no_limits;
  no_limits.max_abs_uv = no_limits.max_step_uv = 1e9;
  const std::vector<Interval> burst{{30.1, 32.9}};
  const auto by_hand = eeg::analyze({&features, 1}, {}, burst, no_limits).asymmetry[0];
  CHECK(by_hand.rejected == std::map<std::string, int>{{"manual", 7}});  // windows from 29.5 to 32.5 s
  // Windows inside the box hold a constant offset, which the mean takes away: only its two edges are
  // rejected.
  const std::vector<Interval> edges{{30.1, 30.2}, {32.85, 32.9}};
  CHECK(*eeg::analyze({&features, 1}, {}, edges, no_limits).asymmetry[0].faa_ln == rejected_ln);
}

TEST_CASE("2 to 256 channels: the pair is found among them and its asymmetry does not move") {
  const auto left = clean(1, 40), right = clean(2, 40);
  const double alone =
      *analyze(features_of({{"F3", left}, {"F4", right}}, sample_rate_hz)).asymmetry[0].faa_ln;
  for (const int count : {3, 64, 256}) {
    std::vector<Channel> channels{{"F3", left}};
    for (int i = 3; i <= count; ++i)
      channels.push_back({"E" + std::to_string(i), left + right + clean(static_cast<std::uint64_t>(i), 40)});
    channels.push_back({"F4", right});
    eeg::Settings settings;
    settings.max_feature_mb = 1e4;
    const auto features = features_of(channels, sample_rate_hz, 4096, settings);
    const auto metrics = analyze(features);
    REQUIRE(metrics.channels.size() == static_cast<std::size_t>(count));
    CHECK(*metrics.asymmetry[0].faa_ln == alone);
  }
}

TEST_CASE("a flat F3 is named and no asymmetry is given") {
  const std::vector<double> nothing(samples_of(sample_rate_hz, 90), 12.0);
  const auto metrics = analyze(features_of({{"F3", nothing}, {"F4", clean(2, 90)}}, sample_rate_hz));
  CHECK_FALSE(metrics.asymmetry[0].faa_ln);
  CHECK(metrics.asymmetry[0].reason ==
        "F3 cannot be used. It is flat, without any signal, in 100 % of the recording.");
  CHECK(metrics.diagnostics[0].code == "W_EEG_CHANNEL");
  CHECK(metrics.channels[0].bad_reason == "It is flat, without any signal, in 100 % of the recording.");
}

TEST_CASE("where every channel is noisy one sentence names the cause, and not one a channel") {
  // Twenty times an infant's EEG: below what no EEG has, over the limit of 150 uV in most windows.
  const auto noisy = [](std::uint64_t seed) { return 20.0 * clean(seed, 90); };
  const auto metrics = analyze(features_of({{"F3", noisy(1)}, {"F4", noisy(2)}}, sample_rate_hz));
  const auto told = [&](const char* code) {
    return std::count_if(metrics.diagnostics.begin(), metrics.diagnostics.end(),
                         [&](const Diagnostic& one) { return one.code == code; });
  };
  CHECK(told("W_EEG_NOISY") == 1);
  CHECK(told("W_EEG_CHANNEL") == 0);
  const auto one = analyze(features_of({{"F3", noisy(1)}, {"F4", clean(2, 90)}}, sample_rate_hz));
  CHECK(one.diagnostics[0].code == "W_EEG_CHANNEL");
}

TEST_CASE("F3 and F4 bridged by gel give no asymmetry, whatever little noise each has of its own") {
  const auto shared = clean(1, 90);
  const auto left = shared + white(0.3, shared.size(), 5), right = shared + white(0.3, shared.size(), 6);
  const auto metrics = analyze(features_of({{"F3", left}, {"F4", right}}, sample_rate_hz));
  CHECK_FALSE(metrics.asymmetry[0].faa_ln);
  CHECK(metrics.asymmetry[0].reason.english().find("bridged") != std::string::npos);
  CHECK(metrics.diagnostics[0].code == "W_EEG_BRIDGED");
}

TEST_CASE("electrodes of one bridge are told in one sentence, not pair by pair") {
  const auto shared = clean(1, 90), apart = clean(2, 90);
  std::vector<test::Channel> channels{{"Cz", apart}};
  for (const char* name : {"F3", "F4", "F7", "F8"})
    channels.push_back({name, shared + white(0.3, shared.size(), static_cast<unsigned>(channels.size()))});
  std::vector<std::string> told;
  for (const auto& diagnostic : analyze(features_of(channels, sample_rate_hz)).diagnostics)
    if (diagnostic.code == "W_EEG_BRIDGED") told.push_back(diagnostic.message.english());
  CHECK(told == std::vector<std::string>{
                    "Channels F3, F4, F7 and F8 carry the same signal, as bridged electrodes do."});
}

TEST_CASE("pairs that hang together are one bridge, though a later pair joins two") {
  using Sets = std::vector<std::vector<std::size_t>>;
  const std::vector<eeg::ChannelPair> pairs{{0, 1}, {2, 3}, {5, 6}, {1, 3}};
  CHECK(eeg::bridged_sets(pairs) == Sets{{0, 1, 2, 3}, {5, 6}});  // connected components, by hand
  CHECK(eeg::bridged_sets({}).empty());
}

TEST_CASE("strongly coherent sites, r = .95, are not called bridged") {
  const auto shared = clean(1, 90), left = clean(2, 90), right = clean(3, 90);
  const double own = std::sqrt(0.05 / 0.95);
  const auto metrics =
      analyze(features_of({{"F3", shared + own * left}, {"F4", shared + own * right}}, sample_rate_hz));
  CHECK(metrics.asymmetry[0].faa_ln);
  CHECK(metrics.diagnostics.empty());
}

TEST_CASE("an electrode that shares nothing with ten others counts as disconnected") {
  const auto shared = clean(50, 90);
  std::vector<Channel> channels;
  const char* sites[] = {"F3", "F4", "C3", "C4", "P3", "P4", "O1", "O2", "T7", "T8"};
  std::uint64_t seed = 1;
  for (const char* site : sites) channels.push_back({site, shared + clean(seed++, 90)});
  channels[3].uv = clean(70, 90);
  const auto metrics = analyze(features_of(channels, sample_rate_hz));
  CHECK(metrics.channels[3].bad_reason ==
        "It has nothing in common with any other channel, as a disconnected electrode has not.");
  for (const std::size_t good : {0, 1, 2, 4, 5, 6, 7, 8, 9}) CHECK(metrics.channels[good].bad_reason.empty());
}

TEST_CASE("an electrode full of mains counts as disconnected; mains ratio is that of the bins") {
  const auto hum = sine(70, 50, sample_rate_hz, 90);
  const auto metrics =
      analyze(features_of({{"F3", 0.1 * clean(1, 90) + hum}, {"F4", clean(2, 90)}}, sample_rate_hz));
  CHECK(metrics.channels[0].bad_reason ==
        "It carries little but mains interference, as a disconnected electrode does.");
  CHECK(*metrics.channels[0].line_noise_ratio > 1000);
  CHECK(*metrics.channels[1].line_noise_ratio == doctest::Approx(1).epsilon(0.3));
}

TEST_CASE("a channel most of whose windows are rejected is noisy and not used") {
  auto x = clean(1, 90);
  for (double s = 0; s < 90; s += 0.9) add_box(x, 300, s, s + 0.1, sample_rate_hz);
  const auto metrics = analyze(features_of({{"F3", x}, {"F4", clean(2, 90)}}, sample_rate_hz));
  CHECK(metrics.channels[0].bad_reason == "It is noisy: 100 % of its windows are rejected.");
}

TEST_CASE("no EEG, a missing site, bipolar channels and two ears are each given their reason") {
  CHECK(eeg::analyze({}, {}, {}, {}).reason == "There is no EEG channel in this recording.");

  const auto lone = analyze(features_of({{"F3", clean()}}, sample_rate_hz));
  CHECK(lone.asymmetry[0].reason ==
        "The asymmetry F3/F4 cannot be formed: there is no channel for F4 in this recording.");

  const auto bipolar = analyze(features_of({{"F3", clean(1), "C3"}, {"F4", clean(2), "C4"}}, sample_rate_hz));
  CHECK_FALSE(bipolar.asymmetry[0].faa_ln);
  CHECK(bipolar.asymmetry[0].reason ==
        "The asymmetry F3/F4 cannot be formed from these bipolar channels: F3 was recorded against C3 and F4 "
        "against C4, so their difference would mix the activity of four places. It needs both sites against "
        "one "
        "common reference.");

  const auto across = analyze(features_of({{"F3", clean(1), "F4"}}, sample_rate_hz));
  CHECK(across.asymmetry[0].reason.english().find("only as the reference") != std::string::npos);

  const auto ears =
      analyze(features_of({{"F3", clean(1, 90), "A1"}, {"F4", clean(2, 90), "A2"}}, sample_rate_hz))
          .asymmetry[0];
  CHECK(ears.faa_ln);
  CHECK(ears.reason.english().find("difference between the two ears") != std::string::npos);

  const auto common =
      analyze(features_of({{"F3", clean(1, 90), "Cz"}, {"F4", clean(2, 90), "Cz"}}, sample_rate_hz));
  CHECK(common.asymmetry[0].faa_ln);
  CHECK(common.asymmetry[0].reason.empty());
  CHECK(common.reference == "as recorded, against Cz");
}

TEST_CASE("an average reference does not lean to the side whose electrode still works") {
  CHECK(eeg::mirror_site("F3") == "F4");
  CHECK(eeg::mirror_site("O2") == "O1");
  CHECK(eeg::mirror_site("TP10") == "TP9");
  CHECK(eeg::mirror_site("Cz") == "");
  CHECK(eeg::mirror_site("E124") == "");

  // With C4 out of order, the average is the one without C3 and C4 both.
  const auto faa_with = [&](std::vector<const char*> sites, bool c4_is_broken) {
    std::vector<Channel> channels;
    const auto shared = clean(50, 90);
    for (const std::string site : sites) {
      const bool broken = c4_is_broken && site == "C4";
      const auto seed = static_cast<std::uint64_t>(site[0] * 100 + site[1]);
      channels.push_back({site, broken ? 0.0 * shared : shared + clean(seed, 90)});
    }
    eeg::Settings settings;
    settings.reference = eeg::Reference::average;
    const std::vector<eeg::Features> features{features_of(channels, sample_rate_hz)};
    return *eeg::analyze(features, {}, {}, settings).asymmetry[0].faa_ln;
  };
  const double leaning_avoided =
      faa_with({"F3", "F4", "C3", "C4", "P3", "P4", "O1", "O2", "Cz", "Pz", "Fz"}, true);
  CHECK(leaning_avoided == faa_with({"F3", "F4", "P3", "P4", "O1", "O2", "Cz", "Pz", "Fz"}, false));
  CHECK(leaning_avoided != faa_with({"F3", "F4", "C3", "P3", "P4", "O1", "O2", "Cz", "Pz", "Fz"}, false));
}

TEST_CASE("references computed on spectra are those computed on samples") {
  std::vector<Channel> channels;
  const char* sites[] = {"F3", "F4", "C3", "C4", "P3", "P4", "Cz", "O2", "M1", "M2"};
  const auto shared = clean(50, 90);
  std::uint64_t seed = 1;
  for (const char* site : sites) channels.push_back({site, shared + clean(seed++, 90)});
  const auto features = features_of(channels, sample_rate_hz);

  const auto subtract = [&](std::initializer_list<std::size_t> members) {
    std::vector<double> reference(channels[0].uv.size(), 0.0);
    for (const std::size_t m : members)
      reference = reference + 1.0 / static_cast<double>(members.size()) * channels[m].uv;
    auto changed = channels;
    for (Channel& channel : changed) channel.uv = channel.uv + -1.0 * reference;
    eeg::Settings settings = without_bridging();
    settings.disconnected_correlation = 0;
    settings.bad_flat_share = 1;
    return *analyze(features_of(changed, sample_rate_hz), settings).asymmetry[0].faa_ln;
  };
  const auto by_features = [&](eeg::Reference reference) {
    eeg::Settings settings;
    settings.reference = reference;
    return *analyze(features, settings).asymmetry[0].faa_ln;
  };
  // 1e-4: phases are kept to 1 / 65536 of a turn.
  CHECK(std::abs(by_features(eeg::Reference::average) - subtract({0, 1, 2, 3, 4, 5, 6, 7})) < 1e-4);
  CHECK(std::abs(by_features(eeg::Reference::cz) - subtract({6})) < 1e-4);
  CHECK(std::abs(by_features(eeg::Reference::linked) - subtract({8, 9})) < 1e-4);
}

TEST_CASE("a reference whose channels are missing gives no number and says what is missing") {
  eeg::Settings settings;
  settings.reference = eeg::Reference::average;
  const auto metrics =
      analyze(features_of({{"F3", clean(1, 90)}, {"F4", clean(2, 90)}}, sample_rate_hz), settings);
  CHECK_FALSE(metrics.asymmetry[0].faa_ln);
  CHECK(metrics.asymmetry[0].reason.english().find("average") != std::string::npos);
}

TEST_CASE("two channels of different rates cannot form a pair") {
  const std::vector<eeg::Features> groups{features_of({{"F3", clean()}}, 256),
                                          features_of({{"F4", brownish(15, 500 * 60, 2)}}, 500)};
  const auto metrics = eeg::analyze(groups, {}, {}, {});
  CHECK(metrics.asymmetry[0].reason ==
        "The asymmetry F3/F4 cannot be formed: the two channels have different sampling rates.");
  CHECK(metrics.channels.size() == 2);
}

TEST_CASE("seconds in which an input held its own noise, or was filled in, are flat; quiet seconds are not") {
  auto x = clean();
  const auto noise = white(0.5, x.size(), 11);
  for (std::size_t t = 5120; t < 5120 + 1024; ++t) x[t] = noise[t];  // 4 s: seven whole windows
  for (std::size_t t = 10240; t < 10240 + 512; ++t)
    x[t] = 0.002 * static_cast<double>(t - 10240);  // 2 s: three
  CHECK(rejected(x)["flat"] == 10);
  auto quiet = clean();
  for (std::size_t t = 5120; t < 5120 + 1024; ++t) quiet[t] *= 0.25;
  CHECK(rejected(quiet).empty());
}

TEST_CASE(
    "a site that goes along with the other side of the head is told; an EEG read at half its speed too") {
  // Each side of the head has a source of its own beside the common one; mains at 50 Hz.
  constexpr double seconds = 180;
  const std::size_t samples = samples_of(sample_rate_hz, seconds);
  const auto common = brownish(12, samples, 1), left = brownish(8, samples, 2),
             right = brownish(8, samples, 3);
  const auto mains = sine(3, 50, sample_rate_hz, seconds);
  const auto at = [&](const char* site, const std::vector<double>& side, std::uint64_t seed) {
    return Channel{site, common + side + brownish(5, samples, seed) + mains};
  };
  std::vector<Channel> head{at("F3", left, 4),  at("F4", right, 5), at("C3", left, 6),
                            at("C4", right, 7), at("P3", left, 8),  at("P4", right, 9)};
  const auto told = [](const std::vector<Channel>& channels, double rate_hz, std::string_view code) {
    std::vector<std::string> where;
    for (const Diagnostic& one : analyze(features_of(channels, rate_hz)).diagnostics)
      if (one.code == code) where.push_back(one.where.english());
    return where;
  };
  CHECK(told(head, sample_rate_hz, "W_EEG_SIDES").empty());
  CHECK(told(head, sample_rate_hz, "W_EEG_SPEED").empty());
  CHECK(told(head, sample_rate_hz / 2, "W_EEG_SPEED").size() == 1);
  std::swap(head[0].site, head[1].site);
  CHECK(told(head, sample_rate_hz, "W_EEG_SIDES") == std::vector<std::string>{"F3"});
  head.resize(4);  // held against one pair alone there is no telling which was exchanged
  CHECK(told(head, sample_rate_hz, "W_EEG_SIDES").empty());
  // Without sides there is nothing to tell: of 100 heads none is told.
  int alarms = 0;
  for (std::uint64_t seed = 0; seed < 100; ++seed) {
    constexpr double short_s = 30;
    const std::size_t few = samples_of(64, short_s);
    std::vector<Channel> alike;
    for (const char* site : {"F3", "F4", "C3", "C4", "P3", "P4"})
      alike.push_back(
          {site, brownish(12, few, 1000 + seed) + brownish(9, few, 10 * seed + alike.size() + 2000)});
    alarms += told(alike, 64, "W_EEG_SIDES").empty() ? 0 : 1;
  }
  CHECK(alarms == 0);
}
