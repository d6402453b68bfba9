// A simulated still-face coding that goes with each visit of a simulated dyad, in the shape of BORIS's
// aggregated events: phases as states of no subject, the infant's states, the mother's beside them. It comes
// from a video of its own, not from the recording, whose phases are others.
#pragma once

#include <string>
#include <vector>

#include "base/interval.hpp"
#include "synth/dyad.hpp"
#include "synth/truth.hpp"

namespace attune::synth {

/// What the infants of a scenario do. Shares of scorable time, assumed: the abstracts name no shares. In the
/// improved scenario withdrawn in still-face falls toward that of the comparison infants
/// (synth/reference.hpp).
struct CodingSettings {
  double phase_s = 120;
  double mean_bout_s = 8;
  double withdrawn_start = 0.36;      ///< in still-face at the first visit, improved and mixed
  double withdrawn_improved = 0.13;   ///< and at later visits, improved
  double withdrawn_unchanged = 0.18;  ///< at every visit, unchanged
  double unscorable_short = 0.95;     ///< of each phase, too_little
};

struct SimulatedCoding {
  std::string text;
  std::vector<TrueShare> truth;  ///< exactly what the text holds
};

SimulatedCoding simulate_coding(const Dyad& dyad, std::size_t visit, const CodingSettings& settings = {});

}  // namespace attune::synth
