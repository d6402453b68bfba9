// What the specification curve of two recordings costs: processor time of forming it from features, as when a report
// is looked at.
//
//   bench_curve [MINUTES [CHANNELS]]     10 and 32 unless told otherwise, the last channel the ECG
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <vector>

#include "report/compare.hpp"
#include "synth/dyad.hpp"
#include "synth/recording.hpp"
#include "visit/measure.hpp"
#include "visit/specifications.hpp"

using namespace attune;

namespace {

visit::RecordingFeatures features_of(double hours, std::size_t channels, std::uint64_t seed) {
  auto settings = synth::long_recording(hours, channels, 256, seed);
  settings.faa_ln = 0.1 * static_cast<double>(seed);
  const auto recording = synth::simulate(settings);
  if (!recording) std::exit(1);
  visit::RecordingStream stream(recording->edf.size(), {});
  if (!stream.push(recording->edf)) std::exit(1);
  auto features = stream.finish();
  if (!features) std::exit(1);
  return std::move(*features);
}

double ms_since(std::clock_t start) {
  return 1e3 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

}  // namespace

int main(int argc, char** argv) {
  const double minutes = argc > 1 ? std::atof(argv[1]) : 10;
  const auto channels = static_cast<std::size_t>(argc > 2 ? std::atoi(argv[2]) : 32);
  const visit::RecordingFeatures recordings[] = {features_of(minutes / 60, channels, 1),
                                                 features_of(minutes / 60, channels, 2)};
  const visit::Settings settings;
  visit::Settings heart_only = settings;
  heart_only.eeg.pairs.clear();
  std::vector<visit::Visit> visits;
  std::vector<visit::VisitSpecifications> specifications;
  std::clock_t start = std::clock();
  for (const auto& recording : recordings) visits.push_back(visit::measure_visit(recording, {}, settings));
  const double visit_ms = ms_since(start);
  double heart_ms = 1e9, all_ms = 1e9;
  for (int run = 0; run < 5; ++run) {
    start = std::clock();
    for (std::size_t i = 0; i < 2; ++i) visit::specify_visit(recordings[i], visits[i].phases, {}, heart_only);
    heart_ms = std::min(heart_ms, ms_since(start));
    specifications.clear();
    start = std::clock();
    for (std::size_t i = 0; i < 2; ++i)
      specifications.push_back(visit::specify_visit(recordings[i], visits[i].phases, {}, settings));
    all_ms = std::min(all_ms, ms_since(start));
  }
  const auto report = report::compare(visits, settings);
  if (!report) return 1;
  start = std::clock();
  const auto curves = report::specification_curves(*report, specifications);
  const double curve_ms = ms_since(start);
  std::printf("two recordings of %g min, %zu channels at 256 Hz; processor time\n", minutes, channels);
  std::printf("measuring both visits %.0f ms; every choice: brain %.0f ms, heart %.0f ms; curves %.1f ms\n",
              visit_ms, all_ms - heart_ms, heart_ms, curve_ms);
  for (const report::SpecificationCurve& curve : curves)
    std::printf("%s: %s %s\n", curve.measure.c_str(), curve.headline.english().c_str(),
                curve.sentence.english().c_str());
  return 0;
}
