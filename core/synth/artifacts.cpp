#include "synth/artifacts.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "base/sort_by.hpp"
#include "synth/purpose.hpp"

namespace attune::synth {
namespace {

double factor_at(const RecordingSettings& settings, const std::vector<Phase>& phases, double time_s) {
  for (std::size_t i = 0; i < phases.size(); ++i)
    if (time_s >= phases[i].start_s && time_s < phases[i].end_s) return settings.phases[i].artifact_factor;
  return 1;
}

double largest_factor(const RecordingSettings& settings) {
  double largest = 1;
  for (const PhaseSettings& phase : settings.phases) largest = std::max(largest, phase.artifact_factor);
  return largest;
}

/// Length of an event, by kind; seconds.
double draw_duration_s(ArtifactKind kind, Random& random) {
  switch (kind) {
    case ArtifactKind::blink:
      return random.uniform(0.3, 0.5);
    case ArtifactKind::burst:
      return random.uniform(1, 4);
    case ArtifactKind::muscle:
      return random.uniform(0.5, 4);
    case ArtifactKind::pop:
      return 2;
  }
  return 0;
}

/// Height or rms in each channel; uV.
std::vector<double> draw_weights(ArtifactKind kind, const RecordingSettings& settings,
                                 const std::vector<Position>& positions, Random& random) {
  std::vector<double> weights(positions.size(), 0);
  const double strength = random.uniform(0.7, 1.3);
  const std::size_t centre = random.below(positions.size());
  for (std::size_t c = 0; c < positions.size(); ++c) {
    switch (kind) {
      case ArtifactKind::blink:
        weights[c] = settings.blink_uv * strength * blink_reach(positions[c]);
        break;
      case ArtifactKind::burst:
        weights[c] = settings.burst_uv * strength * random.uniform(0.7, 1.3);
        break;
      case ArtifactKind::muscle: {
        const double near = std::exp(-2 * distance(positions[c], positions[centre]));
        weights[c] = near > 0.1 ? settings.muscle_uv * strength * near : 0;
        break;
      }
      case ArtifactKind::pop:
        weights[c] = c == centre ? settings.pop_uv * strength : 0;
        break;
    }
  }
  return weights;
}

void plan_kind(ArtifactKind kind, double per_min, const RecordingSettings& settings,
               const std::vector<Phase>& phases, const std::vector<Position>& positions,
               std::vector<ArtifactEvent>& events) {
  if (per_min <= 0) return;
  const std::uint64_t purpose = purpose::artifacts + static_cast<std::uint64_t>(kind);
  Random random(seed_for(settings.seed, purpose));
  const double largest = largest_factor(settings);
  double time_s = 0;
  for (std::uint64_t drawn = 0;; ++drawn) {
    time_s += -std::log(1 - random.uniform()) * 60 / (per_min * largest);
    if (time_s >= settings.duration_s) return;
    // Thinning: events are drawn at the highest rate and kept in proportion to the rate where they fall.
    const bool kept = random.uniform() * largest < factor_at(settings, phases, time_s);
    ArtifactEvent event;
    event.truth.kind = kind;
    event.truth.start_s = time_s;
    event.truth.end_s = std::min(time_s + draw_duration_s(kind, random), settings.duration_s);
    event.weights = draw_weights(kind, settings, positions, random);
    event.seed = seed_for(settings.seed, purpose, drawn + 1);
    const double heard = 0.1 * *std::max_element(event.weights.begin(), event.weights.end());
    for (std::size_t c = 0; c < positions.size(); ++c)
      if (event.weights[c] > heard) event.truth.sites.push_back(settings.sites[c]);
    if (event.truth.sites.size() == settings.sites.size()) event.truth.sites.clear();
    if (kept) events.push_back(std::move(event));
  }
}

/// Rises and falls over `edge_s` as half cosines; 1 between, 0 outside.
double envelope(double time_s, double duration_s, double edge_s) {
  const double inside = std::min(time_s, duration_s - time_s);
  if (inside <= 0) return 0;
  if (inside >= edge_s) return 1;
  return 0.5 - 0.5 * std::cos(std::numbers::pi * inside / edge_s);
}

}  // namespace

std::vector<ArtifactEvent> plan_artifacts(const RecordingSettings& settings, const std::vector<Phase>& phases,
                                          const std::vector<Position>& positions) {
  std::vector<ArtifactEvent> events;
  if (positions.empty()) return events;
  plan_kind(ArtifactKind::blink, settings.blinks_per_min, settings, phases, positions, events);
  plan_kind(ArtifactKind::burst, settings.bursts_per_min, settings, phases, positions, events);
  plan_kind(ArtifactKind::muscle, settings.muscle_per_min, settings, phases, positions, events);
  plan_kind(ArtifactKind::pop, settings.pops_per_min, settings, phases, positions, events);
  sort_by(events, [](const ArtifactEvent& event) { return event.truth.start_s; });
  return events;
}

ArtifactRenderer::ArtifactRenderer(std::vector<ArtifactEvent> events, double sample_rate_hz)
    : events_(std::move(events)), sample_rate_hz_(sample_rate_hz) {}

void ArtifactRenderer::start(std::size_t index, std::size_t channels) {
  // Movement shakes electrodes and leads below 4 Hz; muscle sounds above 25 Hz.
  constexpr double movement_hz = 4, muscle_hz = 25;
  const ArtifactEvent& event = events_[index];
  Active active{index, {}, {}};
  if (event.truth.kind == ArtifactKind::burst || event.truth.kind == ArtifactKind::muscle) {
    const Cascade shape = event.truth.kind == ArtifactKind::burst
                              ? low_pass_shape(movement_hz, sample_rate_hz_)
                              : high_pass_shape(muscle_hz, sample_rate_hz_);
    for (std::size_t c = 0; c <= channels; ++c) {
      active.random.emplace_back(seed_for(event.seed, purpose::channel, c));
      active.shapes.push_back(shape);
    }
  }
  active_.push_back(std::move(active));
}

void ArtifactRenderer::render(Active& active, std::vector<std::vector<double>>& eeg) const {
  // Share of a burst's variance that all channels have in common.
  constexpr double common = 0.6, edge_s = 0.25, pop_decay_s = 0.5;
  const ArtifactEvent& event = events_[active.event];
  const double duration_s = event.truth.end_s - event.truth.start_s;
  const std::size_t samples = eeg[0].size();
  std::vector<double> shared(samples, 0);
  if (event.truth.kind == ArtifactKind::burst)
    for (double& value : shared) value = active.shapes.back().step(active.random.back().normal());

  for (std::size_t c = 0; c < eeg.size(); ++c) {
    const double weight = event.weights[c];
    if (weight == 0) continue;
    for (std::size_t n = 0; n < samples; ++n) {
      const double t = static_cast<double>(first_sample_ + n) / sample_rate_hz_ - event.truth.start_s;
      if (event.truth.kind == ArtifactKind::burst) {
        const double own = active.shapes[c].step(active.random[c].normal());
        eeg[c][n] += weight * envelope(t, duration_s, edge_s) *
                     (std::sqrt(common) * shared[n] + std::sqrt(1 - common) * own);
      } else if (event.truth.kind == ArtifactKind::muscle) {
        eeg[c][n] +=
            weight * envelope(t, duration_s, edge_s) * active.shapes[c].step(active.random[c].normal());
      } else if (t <= 0 || t >= duration_s) {
        continue;
      } else if (event.truth.kind == ArtifactKind::blink) {
        // The lid closes faster than it opens: a squared sine over a warped time.
        const double s = std::sin(std::numbers::pi * std::pow(t / duration_s, 0.75));
        eeg[c][n] += weight * s * s;
      } else {
        eeg[c][n] += weight * std::exp(-t / pop_decay_s) * (1 - t / duration_s);
      }
    }
  }
}

void ArtifactRenderer::add_to(std::vector<std::vector<double>>& eeg) {
  if (eeg.empty()) return;
  const double start_s = static_cast<double>(first_sample_) / sample_rate_hz_;
  const double end_s = static_cast<double>(first_sample_ + eeg[0].size()) / sample_rate_hz_;
  while (next_event_ < events_.size() && events_[next_event_].truth.start_s < end_s)
    start(next_event_++, eeg.size());
  std::erase_if(active_, [&](const Active& a) { return events_[a.event].truth.end_s <= start_s; });
  for (Active& active : active_) render(active, eeg);
  first_sample_ += eeg[0].size();
}

}  // namespace attune::synth
