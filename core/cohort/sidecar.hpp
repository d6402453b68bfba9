// What a BIDS sidecar (*_eeg.json) says of all EEG channels of a recording (BIDS 1.9, "Electroencephalography"): the reference
// and the filters, whose names and members the standard leaves to the writer. What is not understood is named, never guessed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/json_tree.hpp"

namespace attune::cohort {

struct Sidecar {
  std::string reference;  ///< as written; empty: not told
  std::optional<double> highpass_hz, lowpass_hz;
  std::vector<std::string> other_members;  ///< of which nothing is made
  std::vector<std::string> not_read;       ///< filters of which no cutoff was understood, by name

  bool says_anything() const { return !reference.empty() || highpass_hz || lowpass_hz; }
};

/// "0.5", "0,5 Hz", "DC" as a cutoff in Hz; none of what is no frequency.
std::optional<double> cutoff_of(std::string text);

/// `merged`: the members of all sidecars that hold for the recording, the nearest one's where several have one.
Sidecar read_sidecar(const Json& merged);

}  // namespace attune::cohort
