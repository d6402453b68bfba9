// What is not brain: blinks, movement bursts, muscle and electrode pops, planned beforehand (so that the
// truth can list them) and added second by second.
#pragma once

#include <vector>

#include "synth/montage.hpp"
#include "synth/noise.hpp"
#include "synth/truth.hpp"

namespace attune::synth {

/// One planned event with its weight in each channel.
struct ArtifactEvent {
  TrueArtifact truth;
  std::vector<double> weights;  ///< one a channel; height or rms in uV
  std::uint64_t seed = 0;
};

/// All events of the recording in order of their start: Poisson in time, rates of the phase they fall into.
std::vector<ArtifactEvent> plan_artifacts(const RecordingSettings& settings, const std::vector<Phase>& phases,
                                          const std::vector<Position>& positions);

/// Adds the events to consecutive stretches of the EEG.
class ArtifactRenderer {
 public:
  ArtifactRenderer(std::vector<ArtifactEvent> events, double sample_rate_hz);

  /// `eeg[c]` holds the samples of channel c that follow those of the call before.
  void add_to(std::vector<std::vector<double>>& eeg);

 private:
  struct Active {
    std::size_t event;
    std::vector<Random> random;   ///< one a channel, and one that all share
    std::vector<Cascade> shapes;  ///< likewise
  };
  void start(std::size_t event, std::size_t channels);
  void render(Active& active, std::vector<std::vector<double>>& eeg) const;

  std::vector<ArtifactEvent> events_;
  double sample_rate_hz_;
  std::vector<Active> active_;
  std::size_t next_event_ = 0;
  std::uint64_t first_sample_ = 0;
};

}  // namespace attune::synth
