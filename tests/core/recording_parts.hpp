// Files of one visit, cut sample for sample from one recording of EEG and heart that a formula makes.
#pragma once

#include <doctest/doctest.h>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "ecg_signals.hpp"
#include "edf/writer.hpp"
#include "edf_bytes.hpp"

namespace attune::test {

inline constexpr int parts_rate_hz = 256;

/// What a file of a visit holds: stretches of one recording of EEG and heart, sample for sample.
struct PartWanted {
  std::vector<std::string> labels{"EEG F3", "EEG F4", "ECG"};
  int from_s = 0, to_s = 180;
  std::string start = "2024-03-01T10:00:00", patient = "P7 F 01-SEP-2023 X", unit = "uV";
  std::string prefilter = "";
  int rate_hz = parts_rate_hz;
  std::vector<edf::Annotation> annotations;
  bool bdf = false;
  int gap_at_s = 0, gap_s = 0;  ///< an EDF+D that goes on `gap_s` later from there
};

/// Two rhythms in the alpha band of unlike size on a slow drift, and a heart of 140 a minute that breathing moves.
inline double value_at(const std::string& label, double t) {
  const double tau = 2 * std::numbers::pi;
  if (label.starts_with("E") && label.find("CG") != std::string::npos) {
    double phase = std::fmod(140.0 / 60 * t + 0.08 * std::sin(tau * 0.5 * t), 1.0);
    const double from_r = (phase - 0.5) * 60 / 140;
    return 800 * std::exp(-std::pow(from_r / 0.008, 2)) -
           150 * std::exp(-std::pow((from_r - 0.025) / 0.01, 2));
  }
  if (label == "Status") {  // codes 1, 2 and 3 for a second each, a minute apart
    const double s = std::fmod(t, 60);
    return s >= 30 && s < 31 ? 1 + std::floor(t / 60) : 0;
  }
  const double size = label.find("F4") != std::string::npos ? 24 : 18;
  return size * (1 + 0.3 * std::sin(tau * 0.05 * t)) * std::sin(tau * 7 * t) + 10 * std::sin(tau * 2.3 * t);
}

inline Bytes part_of(const PartWanted& wanted) {
  edf::WriterHeader header;
  header.bdf = wanted.bdf;
  header.start = wanted.start;
  header.patient = wanted.patient;
  header.recording = "Startdate 01-MAR-2024 X X X";
  header.records = static_cast<std::uint64_t>(wanted.to_s - wanted.from_s);
  header.discontinuous = wanted.gap_s > 0;
  for (const std::string& label : wanted.labels) {
    edf::WriterSignal made = signal(label, wanted.rate_hz);
    made.unit = wanted.unit;
    made.prefilter = wanted.prefilter;
    if (label == "Status") {  // codes as they are
      made.physical_min = -32768;
      made.physical_max = 32767;
    }
    header.signals.push_back(made);
  }
  auto writer = edf::Writer::create(header, wanted.annotations);
  REQUIRE(writer.ok());
  Bytes bytes = writer->header_bytes();
  for (int second = wanted.from_s; second < wanted.to_s; ++second) {
    std::vector<std::vector<double>> samples;
    for (const std::string& label : wanted.labels) {
      auto& of_signal = samples.emplace_back();
      for (int k = 0; k < wanted.rate_hz; ++k)
        of_signal.push_back(value_at(label, second + static_cast<double>(k) / wanted.rate_hz));
    }
    const int later_s = wanted.gap_s > 0 && second >= wanted.gap_at_s ? wanted.gap_s : 0;
    const Bytes record = writer->record(samples, (second - wanted.from_s + later_s) * edf::ticks_per_second);
    bytes.insert(bytes.end(), record.begin(), record.end());
  }
  return bytes;
}

}  // namespace attune::test
