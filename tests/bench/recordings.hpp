// The shared recordings as benches use them: $ATTUNE_DATA, else ../shared/data.
#pragma once

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "ecg/beat_stream.hpp"
#include "ecg/edit.hpp"
#include "edf/reader.hpp"
#include "hrv/hrv.hpp"
#include "hrv/lists.hpp"

namespace attune::bench {

namespace fs = std::filesystem;

inline constexpr const char* infants[] = {"infant1_seg0", "infant1_seg1", "infant1_seg2", "infant1_seg3",
                                          "infant1_seg4", "infant2_seg0", "infant2_seg1"};
inline constexpr const char* adults[] = {"mit100", "mit104", "mit106", "mit116", "mit119", "mit200"};

inline fs::path data_folder() {
  if (const char* folder = std::getenv("ATTUNE_DATA")) return folder;
  return "../shared/data";
}

struct Ecg {
  double rate_hz = 0;
  std::vector<double> samples;
  double seconds() const { return static_cast<double>(samples.size()) / rate_hz; }
};

inline std::string read_text(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The first ECG of a recording without gaps.
inline Ecg read_ecg(const fs::path& path) {
  const std::string text = read_text(path);
  Ecg ecg;
  edf::Reader reader(text.size(), [&](const edf::Record& record) {
    const auto& signals = record.header.signals;
    const auto found = std::find_if(signals.begin(), signals.end(), [](const edf::Signal& signal) {
      return signal.kind == edf::ChannelKind::ecg;
    });
    if (found == signals.end()) return;
    ecg.rate_hz = found->sample_rate_hz;
    std::vector<double> samples(static_cast<std::size_t>(found->samples_per_record));
    record.physical(static_cast<std::size_t>(found - signals.begin()), samples);
    ecg.samples.insert(ecg.samples.end(), samples.begin(), samples.end());
  });
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  if (!reader.push({bytes, text.size()}) || !reader.finish() || ecg.samples.empty()) {
    std::fprintf(stderr, "%s cannot be read\n", path.c_str());
    std::exit(1);
  }
  return ecg;
}

/// Beats of a list that lie before `end_s`.
inline std::vector<double> reference_s(const fs::path& path, double end_s) {
  std::vector<double> times;
  const auto beats = hrv::parse_beats(read_text(path));
  if (!beats) return times;
  for (const ecg::Beat& beat : *beats) {
    if (beat.time_s < end_s) times.push_back(beat.time_s);
  }
  return times;
}

inline ecg::EcgFeatures detect(const Ecg& ecg, const ecg::Settings& settings) {
  ecg::BeatStream stream(ecg.rate_hz, settings);
  stream.begin_segment(0);
  stream.push(ecg.samples);
  return stream.finish();
}

/// As `attune analyze` does it with the infant preset.
inline hrv::Metrics variability(const Ecg& ecg) {
  const auto settings = ecg::settings_for(ecg::Preset::infant);
  const auto features = detect(ecg, settings);
  return hrv::analyze(
      {ecg::edit_beats(features, {}, settings), features.segments, ecg::unusable_stretches(features, {})},
      {});
}

}  // namespace attune::bench
