// Calibration signals without a mark: found where all channels hold one constant signal, and nowhere else.
#include <doctest/doctest.h>

#include "edf_bytes.hpp"
#include "eeg/calibration.hpp"
#include "eeg_signals.hpp"
#include "support.hpp"
#include "synth/dyad.hpp"
#include "visit/measure.hpp"

using namespace attune;
using namespace attune::test;

namespace {

constexpr double cal_rate_hz = 128;

/// 50 uV at `hz` for 20 s, then 40 s of noise of its own in each of four channels, with gains 2 % apart.
std::vector<Channel> calibrated(double hz, bool square, double last_gain = 1) {
  std::vector<Channel> channels;
  for (const char* site : {"F3", "F4", "C3", "C4"}) {
    const std::size_t at = channels.size();
    auto x = brownish(20, samples_of(cal_rate_hz, 60), at + 1);
    const auto wave = sine((1 + 0.02 * static_cast<double>(at % 2)) * (at == 3 ? last_gain : 1) * 50, hz,
                           cal_rate_hz, 20, 0.1);
    for (std::size_t t = 0; t < wave.size(); ++t) x[t] = square ? std::copysign(50, wave[t]) : wave[t];
    channels.push_back({site, std::move(x)});
  }
  return channels;
}

std::vector<Interval> found_in(const std::vector<Channel>& channels) {
  return eeg::calibration_stretches(features_of(channels, cal_rate_hz), {});
}

}  // namespace

TEST_CASE(
    "a sine or a square wave of one size in all channels is a calibration, to a window beyond its end") {
  for (const auto& channels : {calibrated(10, false), calibrated(1, true), calibrated(0.5, true)}) {
    const auto found = found_in(channels);
    REQUIRE(found.size() == 1);
    CHECK(found[0].start_s == 0);
    // All of its 20 s, and no more than two windows.
    CHECK(found[0].end_s >= 20);
    CHECK(found[0].end_s <= 22);
  }
}

TEST_CASE("one channel of another size, a few seconds, or signals of their own are no calibration") {
  CHECK(found_in(calibrated(10, false, 1.5)).empty());
  auto brief = calibrated(10, false);
  for (Channel& channel : brief) channel.uv.erase(channel.uv.begin(), channel.uv.begin() + 128 * 17);
  CHECK(found_in(brief).empty());
  auto noise = calibrated(10, false);
  for (Channel& channel : noise) channel.uv.erase(channel.uv.begin(), channel.uv.begin() + 128 * 20);
  CHECK(found_in(noise).empty());
}

TEST_CASE("bridged electrodes, whose one signal changes as an EEG does, are no calibration") {
  const auto x = brownish(20, samples_of(cal_rate_hz, 120), 5);
  CHECK(found_in({{"F3", x}, {"F4", x}, {"C3", x}}).empty());
}

TEST_CASE("a minute of calibration in a recording is left out and told, and moves no asymmetry") {
  synth::Dyad dyad = synth::make_dyad(synth::Scenario::improved, 5);
  const auto recording = synth::simulate_visit(dyad, 0);
  REQUIRE(recording.ok());
  const auto read = [](const std::vector<std::uint8_t>& bytes, const visit::Settings& settings) {
    visit::RecordingStream stream(bytes.size(), settings);
    REQUIRE(stream.push(bytes).ok());
    auto features = stream.finish();
    REQUIRE(features.ok());
    return visit::measure_visit(*features, {}, settings);
  };
  // The ten EEG channels of 128 samples stand first in each record of a second; 12.5 uV of the range of 800 uV.
  auto bytes = recording->edf;
  const std::size_t signals = 13, header = 256 * (1 + signals), record = (bytes.size() - header) / 360;
  for (std::size_t second = 0; second < 60; ++second)
    for (std::size_t i = 0; i < 1280; ++i) {
      const double time_s = static_cast<double>(i % 128) / 128;
      const auto value =
          static_cast<std::uint16_t>(std::lround(512 * std::sin(2 * std::numbers::pi * 7 * time_s)));
      const std::size_t at = header + second * record + 2 * i;
      bytes[at] = static_cast<std::uint8_t>(value);
      bytes[at + 1] = static_cast<std::uint8_t>(value >> 8);
    }
  const visit::Visit visit = read(bytes, {});
  const auto told = std::find_if(visit.diagnostics.begin(), visit.diagnostics.end(),
                                 [](const Diagnostic& one) { return one.code == "W_CALIBRATION"; });
  REQUIRE(told != visit.diagnostics.end());
  CHECK(told->message.english().starts_with(
      "From 0 s on, for 1 min 1 s, all 10 EEG channels hold one and the same constant signal, as of a "));
  // As if that minute had been marked by hand: the same windows remain.
  visit::Settings by_hand;
  by_hand.marks.leave_out = false;
  const visit::Visit untouched = read(bytes, by_hand);
  CHECK(untouched.file.left_out.empty());
  REQUIRE(visit.file.left_out.size() == 1);
  CHECK(visit.file.left_out[0].kind == edf::MarkKind::calibration);
  CHECK(visit.eeg.asymmetry[0].clean_s < untouched.eeg.asymmetry[0].clean_s - 55);
}
