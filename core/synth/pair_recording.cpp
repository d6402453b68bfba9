#include "synth/pair_recording.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "edf/writer.hpp"
#include "synth/heart.hpp"
#include "synth/purpose.hpp"
#include "synth/recording.hpp"

namespace attune::synth {
namespace {

constexpr double pair_ecg_rate_hz = 256, pair_range_mv = 5;

/// What draws one heart's ECG from its beats.
struct PairLead {
  const char* label;
  HeartRenderer renderer;
};

PairLead lead_of(const char* label, const std::vector<double>& beats_s, const PairHeart& heart,
                 double duration_s, std::uint64_t seed) {
  RecordingSettings settings;
  settings.seed = seed;
  settings.duration_s = duration_s;
  settings.ecg_sample_rate_hz = pair_ecg_rate_hz;
  HeartPlan plan;
  plan.step_s = 1.0 / 32;  // the grid that HeartPlan::phase_at reads
  const auto steps = static_cast<std::size_t>((duration_s + 2) / plan.step_s);
  for (std::size_t i = 0; i < steps; ++i)
    plan.breath_phase.push_back(2 * std::numbers::pi * heart.breathing_hz * static_cast<double>(i) *
                                plan.step_s);
  const double mean_s = 60 / heart.heart_rate_bpm;
  for (std::size_t k = 0; k < beats_s.size(); ++k) {
    plan.beats.push_back({beats_s[k], TrueBeatKind::sinus});
    plan.rr_before_s.push_back(k > 0 ? beats_s[k] - beats_s[k - 1] : mean_s);
  }
  return {label, HeartRenderer(settings, plan, {})};
}

std::vector<double> beat_times(const std::vector<ecg::Beat>& beats) {
  std::vector<double> times_s;
  for (const ecg::Beat& beat : beats) times_s.push_back(std::round(beat.time_s * 1e7) / 1e7);
  return times_s;
}

std::vector<edf::Annotation> marks_of(const PairTruth& truth, const PairClock& clock) {
  const auto ticks = [&](double shared_s) {
    const double own_s = (shared_s - clock.offset_s) / (1 + clock.drift_ppm * 1e-6);
    return static_cast<edf::Ticks>(std::llround(std::max(own_s, 0.0) * edf::ticks_per_second));
  };
  std::vector<edf::Annotation> annotations;
  for (const TruePairPhase& phase : truth.phases)
    annotations.push_back({ticks(phase.start_s), ticks(phase.end_s) - ticks(phase.start_s), phase.name, ""});
  return annotations;
}

}  // namespace

PairPlan plan_pair(const PairSettings& given, const PairClock& clock) {
  PairPlan plan;
  PairTruth& truth = plan.truth;
  truth.settings = given;
  truth.settings.duration_s = std::floor(given.duration_s);
  const PairSettings& settings = truth.settings;
  truth.about =
      "Truth of a simulated recording of two hearts: nobody was recorded. Times are seconds of the mother's "
      "clock.";
  truth.clock = clock;
  if (settings.strength > 0) {
    truth.leads = settings.lag_s < 0 ? WhoLeads::infant : WhoLeads::mother;
    truth.lag_s = settings.lag_s;
  }
  double start_s = 0;
  for (const PairPhase& phase : settings.phases) {
    const double end_s = std::min(start_s + phase.duration_s, settings.duration_s);
    if (end_s <= start_s) break;
    truth.phases.push_back({phase.name, phase.kind, start_s, end_s, settings.strength * phase.coupling});
    start_s = end_s;
  }
  const SimulatedPair pair = simulate_pair(settings);
  truth.mother_beats_s = beat_times(pair.mother);
  truth.infant_beats_s = beat_times(pair.infant);
  return plan;
}

Result<std::vector<std::uint8_t>> pair_edf(const PairPlan& plan, PairHearts hearts) {
  const PairTruth& truth = plan.truth;
  const PairSettings& settings = truth.settings;
  const PairClock clock = hearts == PairHearts::infant ? truth.clock : PairClock{};
  std::vector<double> infant_s = truth.infant_beats_s;
  for (double& time_s : infant_s) time_s = (time_s - clock.offset_s) / (1 + clock.drift_ppm * 1e-6);
  std::erase_if(infant_s, [](double time_s) { return time_s < 0; });
  std::vector<PairLead> leads;
  if (hearts != PairHearts::mother)
    leads.push_back(lead_of("ECG infant", infant_s, settings.infant, settings.duration_s,
                            seed_for(settings.seed, purpose::pair, 1000)));
  if (hearts != PairHearts::infant)
    leads.push_back(lead_of("ECG mother", truth.mother_beats_s, settings.mother, settings.duration_s,
                            seed_for(settings.seed, purpose::pair, 1001)));
  edf::WriterHeader header;
  header.start = plan.start;
  header.recording = recording_field(plan.start);
  header.records = static_cast<std::uint64_t>(settings.duration_s);
  for (const PairLead& lead : leads)
    header.signals.push_back({lead.label, "mV", "simulated", "", -pair_range_mv, pair_range_mv, -32768, 32767,
                              static_cast<std::int64_t>(pair_ecg_rate_hz)});
  auto writer = edf::Writer::create(std::move(header), marks_of(truth, clock));
  if (!writer) return writer.error();
  std::vector<std::uint8_t> bytes = writer->header_bytes();
  std::vector<std::vector<double>> samples(leads.size(),
                                           std::vector<double>(static_cast<std::size_t>(pair_ecg_rate_hz)));
  std::vector<double> no_respiration;
  for (std::uint64_t r = 0; r < writer->header().records; ++r) {
    for (std::size_t i = 0; i < leads.size(); ++i) leads[i].renderer.next_second(samples[i], no_respiration);
    const auto record = writer->record(samples);
    bytes.insert(bytes.end(), record.begin(), record.end());
  }
  return bytes;
}

PairPlan example_pair(std::size_t visit) {
  PairSettings settings;
  settings.strength = 0.85;
  settings.lag_s = visit == 0 ? -2 : 3;
  settings.phases = {{"Free play", PhaseKind::play, 240, 1},
                     {"Still-face", PhaseKind::still_face, 180, 0},
                     {"Reunion", PhaseKind::reunion, 240, 1}};
  settings.duration_s = 660;
  PairPlan plan = plan_pair(settings);
  plan.start = visit == 0 ? "2024-03-04T10:00:00" : "2024-05-06T10:00:00";
  plan.truth.visit = visit == 0 ? "baseline" : "follow-up";
  return plan;
}

}  // namespace attune::synth
