// What each stream of random numbers is drawn for (see seed_for in synth/noise.hpp). Numbers may be added,
// never changed: they are part of what a seed means.
#pragma once

#include <cstdint>

namespace attune::synth::purpose {

enum : std::uint64_t {
  background = 1,
  rhythm = 2,
  waxing = 3,
  mains = 4,
  bad_channel = 5,
  breathing = 6,
  rsa_amplitude = 7,
  heart_drift = 8,
  beats = 9,
  ecg_noise = 10,
  respiration_noise = 11,
  channel = 12,
  dyad = 13,
  coding = 14,
  scores = 15,
  reference = 16,
  pair = 17,
  study = 20,
  artifacts = 32,  // and one for each kind after it
};

}  // namespace attune::synth::purpose
