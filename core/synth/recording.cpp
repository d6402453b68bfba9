#include "synth/recording.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <utility>

#include "edf/writer.hpp"
#include "synth/artifacts.hpp"
#include "synth/eeg.hpp"
#include "synth/heart.hpp"
#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

constexpr double eeg_range_uv = 800, ecg_range_mv = 5, respiration_range = 4;

std::vector<Phase> phases_of(const RecordingSettings& settings) {
  std::vector<Phase> phases;
  double start_s = 0;
  for (const PhaseSettings& phase : settings.phases) {
    const double end_s = std::min(start_s + phase.duration_s, settings.duration_s);
    if (end_s <= start_s) break;
    phases.push_back({phase.name, phase.kind, start_s, end_s});
    start_s = end_s;
  }
  return phases;
}

std::vector<edf::Annotation> annotations_of(const std::vector<Phase>& phases) {
  std::vector<edf::Annotation> annotations;
  const auto ticks = [](double s) {
    return static_cast<edf::Ticks>(std::llround(s * edf::ticks_per_second));
  };
  for (const Phase& phase : phases)
    annotations.push_back({ticks(phase.start_s), ticks(phase.end_s - phase.start_s), phase.name, ""});
  return annotations;
}

edf::WriterHeader header_of(const RecordingSettings& settings) {
  edf::WriterHeader header;
  header.start = settings.start;
  header.recording = recording_field(settings.start);
  header.records = static_cast<std::uint64_t>(settings.duration_s);
  const auto add = [&](std::string label, const char* unit, const char* transducer, const char* prefilter,
                       double range, double rate_hz) {
    edf::WriterSignal signal;
    signal.label = std::move(label);
    signal.unit = unit;
    signal.transducer = transducer;
    signal.prefilter = prefilter;
    signal.physical_min = -range;
    signal.physical_max = range;
    signal.samples_per_record = static_cast<std::int64_t>(rate_hz);
    header.signals.push_back(std::move(signal));
  };
  for (const std::string& site : settings.sites)
    add("EEG " + site, "uV", "simulated", "", eeg_range_uv, settings.eeg_sample_rate_hz);
  if (settings.ecg_sample_rate_hz > 0)
    add("ECG", "mV", "simulated", "", ecg_range_mv, settings.ecg_sample_rate_hz);
  if (settings.respiration_sample_rate_hz > 0)
    add("Resp chest", "a.u.", "simulated", "", respiration_range, settings.respiration_sample_rate_hz);
  return header;
}

std::vector<Interval> movement_of(const std::vector<ArtifactEvent>& events) {
  std::vector<Interval> movement;
  for (const ArtifactEvent& event : events)
    if (event.truth.kind == ArtifactKind::burst) movement.push_back({event.truth.start_s, event.truth.end_s});
  return movement;
}

/// Nine decimals, so that the last digit of a logarithm, which is not the same on every machine, does not
/// show.
void round_off(double& value) {
  value = std::round(value * 1e9) / 1e9;
}
void round_off(std::optional<double>& value) {
  if (value) round_off(*value);
}

void round_off(Truth& truth) {
  for (TrueChannel& channel : truth.channels)
    for (double* value :
         {&channel.alpha_uv2, &channel.oscillatory_uv2, &channel.background_uv2, &channel.total_uv2})
      round_off(*value);
  for (TruePair& pair : truth.pairs) {
    for (double* value : {&pair.faa_ln, &pair.faa_relative_ln, &pair.coherence}) round_off(*value);
    for (auto* value : {&pair.faa_oscillatory_ln, &pair.realised_faa_ln, &pair.realised_faa_oscillatory_ln})
      round_off(*value);
  }
  const auto round_heart = [](TrueHeartPhase& heart) {
    for (double* value : {&heart.rsa_ln_ms2, &heart.realised_rsa_ln_ms2, &heart.heart_rate_bpm})
      round_off(*value);
  };
  round_heart(truth.heart);
  for (TrueHeartPhase& phase : truth.heart_phases) round_heart(phase);
  round_off(truth.beat_nyquist_hz);
  for (TrueArtifact& artifact : truth.artifacts) {
    round_off(artifact.start_s);
    round_off(artifact.end_s);
  }
}

}  // namespace

struct RecordingSimulator::State {
  RecordingSettings settings;
  edf::Writer writer;
  EegGenerator eeg;
  ArtifactRenderer artifacts;
  HeartRenderer heart;
  Random bad_random;
  Cascade bad_shape;
  Truth truth;
  std::vector<std::vector<double>> samples;  ///< one record, by signal
  std::vector<std::vector<double>> eeg_samples;
  std::uint64_t records = 0, written = 0;

  void spoil_bad_channel();
};

/// A loose contact: strong noise at all frequencies that comes and goes with slow drifts. A dead one:
/// nothing.
void RecordingSimulator::State::spoil_bad_channel() {
  constexpr double dead_uv = 0.02, loose_uv = 60, drift_uv = 90;
  for (std::size_t c = 0; c < settings.sites.size(); ++c) {
    if (settings.sites[c] != settings.bad_channel) continue;
    for (double& value : eeg_samples[c]) {
      const double slow = bad_shape.step(bad_random.normal());
      if (settings.bad_channel_kind == BadChannelKind::flat)
        value = dead_uv * bad_random.normal();
      else
        value += drift_uv * slow + loose_uv * bad_random.normal();
    }
  }
}

RecordingSimulator::RecordingSimulator(std::unique_ptr<State> state) : state_(std::move(state)) {}
RecordingSimulator::~RecordingSimulator() = default;
RecordingSimulator::RecordingSimulator(RecordingSimulator&&) noexcept = default;
RecordingSimulator& RecordingSimulator::operator=(RecordingSimulator&&) noexcept = default;

Result<RecordingSimulator> RecordingSimulator::create(const RecordingSettings& given) {
  RecordingSettings settings = given;
  settings.duration_s = std::floor(settings.duration_s);
  if (const Status ok = check(settings); !ok) return ok.error();
  const std::vector<Phase> phases = phases_of(settings);
  settings.phases.resize(phases.size());

  auto eeg_plan = plan_eeg(settings);
  if (!eeg_plan) return eeg_plan.error();
  auto heart_plan = plan_heart(settings, phases);
  if (!heart_plan) return heart_plan.error();
  auto writer = edf::Writer::create(header_of(settings), annotations_of(phases));
  if (!writer) return writer.error();

  const auto events = plan_artifacts(settings, phases, eeg_plan->positions);
  Truth truth;
  truth.about =
      "Truth of a simulated EDF+ recording: no infant was recorded. Times count from the first sample, in "
      "seconds; asymmetries are ln(right) - ln(left) of 6-9 Hz power; RSA is ln(ms^2) in 0.24-1.04 Hz.";
  truth.settings = settings;
  truth.phases = phases;
  truth.channels = eeg_plan->channels;
  truth.pairs = eeg_plan->pairs;
  truth.heart = heart_plan->overall;
  truth.heart_phases = heart_plan->phases;
  truth.beat_nyquist_hz = heart_plan->beat_nyquist_hz;
  for (const TrueBeat& beat : heart_plan->beats)
    if (beat.time_s < settings.duration_s) truth.beats.push_back(beat);
  for (const ArtifactEvent& event : events) truth.artifacts.push_back(event.truth);
  round_off(truth);

  const double eeg_rate = settings.eeg_sample_rate_hz;
  std::unique_ptr<State> state(new State{settings,
                                         std::move(*writer),
                                         EegGenerator(settings, *eeg_plan),
                                         ArtifactRenderer(events, eeg_rate),
                                         HeartRenderer(settings, *heart_plan, movement_of(events)),
                                         Random(seed_for(settings.seed, purpose::bad_channel)),
                                         low_pass_shape(2, eeg_rate),
                                         std::move(truth),
                                         {},
                                         {},
                                         static_cast<std::uint64_t>(settings.duration_s),
                                         0});
  state->eeg_samples.assign(settings.sites.size(), std::vector<double>(static_cast<std::size_t>(eeg_rate)));
  return RecordingSimulator(std::move(state));
}

const std::vector<std::uint8_t>& RecordingSimulator::header_bytes() const {
  return state_->writer.header_bytes();
}
std::uint64_t RecordingSimulator::records() const {
  return state_->records;
}
const Truth& RecordingSimulator::truth() const {
  return state_->truth;
}
Truth& RecordingSimulator::truth() {
  return state_->truth;
}

std::vector<std::uint8_t> RecordingSimulator::next_record() {
  State& s = *state_;
  if (s.written == s.records) return {};
  s.eeg.next_second(s.eeg_samples);
  s.artifacts.add_to(s.eeg_samples);
  s.spoil_bad_channel();
  std::vector<double> ecg(static_cast<std::size_t>(s.settings.ecg_sample_rate_hz));
  std::vector<double> respiration(static_cast<std::size_t>(s.settings.respiration_sample_rate_hz));
  s.heart.next_second(ecg, respiration);

  s.samples = s.eeg_samples;
  if (!ecg.empty()) s.samples.push_back(std::move(ecg));
  if (!respiration.empty()) s.samples.push_back(std::move(respiration));
  if (++s.written == s.records) {
    s.eeg.realise(s.truth.pairs);
    round_off(s.truth);
  }
  return s.writer.record(s.samples);
}

std::string recording_field(const std::string& start) {
  constexpr const char* months[] = {"JAN", "FEB", "MAR", "APR", "MAY", "JUN",
                                    "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"};
  if (start.size() < 10) return "Startdate X X X " + std::string(edf::simulation_mark);
  const int month = (start[5] - '0') * 10 + (start[6] - '0');
  if (month < 1 || month > 12) return "Startdate X X X " + std::string(edf::simulation_mark);
  return "Startdate " + start.substr(8, 2) + "-" + months[month - 1] + "-" + start.substr(0, 4) + " X X " +
         std::string(edf::simulation_mark);
}

Result<SimulatedRecording> simulate(const RecordingSettings& settings) {
  auto simulator = RecordingSimulator::create(settings);
  if (!simulator) return simulator.error();
  SimulatedRecording recording;
  recording.edf = simulator->header_bytes();
  for (std::uint64_t i = 0; i < simulator->records(); ++i) {
    const auto record = simulator->next_record();
    recording.edf.insert(recording.edf.end(), record.begin(), record.end());
  }
  recording.truth = simulator->truth();
  return recording;
}

}  // namespace attune::synth
