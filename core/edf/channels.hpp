// What a channel is, from its label: kind (EEG, ECG, …), 10-20 site, reference, and how sure that is.
// Labels come in many spellings: "EEG F3-Cz", "F3..", "F3-REF", "EEG F3-A2", "EKG", "ECG II", "Resp thorax",
// "Status", HydroCel "E24". Names of sites: American Clinical Neurophysiology Society 2016 (10-10 system).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edf/recording.hpp"
#include "words/said.hpp"

namespace attune::edf {

struct ChannelGuess {
  ChannelKind kind = ChannelKind::other;
  std::string site;
  std::string reference;
  Certainty certainty = Certainty::unknown;
};

/// From one label alone; `unit` is canonical and may be empty. A track that a device derives ("ECG HR" in bpm, "Resp rate",
/// "F3" in kOhm, "F3 alpha") and an ECG, EEG or breathing whose label names a parent are `other`: neither is the infant's.
ChannelGuess guess_channel(std::string_view label, std::string_view unit = {});

/// 10-10 name in its usual spelling ("FP1" -> "Fp1"), empty if `text` is none. T3-T6 keep their old names.
std::string site_name(std::string_view text);

/// A reference as people write it beside a label ("average", "CZ", "A1,A2", "linked mastoids", "electrode at FCz"), by the
/// name that it has in labels; empty of an empty text.
std::string read_reference(std::string_view text);

/// "ECG mother", "EKG Mutter": an ECG whose label says that it is a parent's.
bool is_parents_ecg(std::string_view label);

/// "ECG infant", "EKG Baby": an ECG whose label says that it is the child's.
bool is_infants_ecg(std::string_view label);

/// "F3 mother", "EEG Mutter F4": an EEG whose label says that it is a parent's.
bool is_parents_eeg(std::string_view label);

/// "Resp mother": breathing whose label says that it is a parent's.
bool is_parents_breath(std::string_view label);

/// Two ECG channels whose labels differ by L and R, 1 and 2, + and − alone, or the only two, each named by an electrode
/// ("ECG chest", "ECG back"): in one reference, so that their difference (first − second) leaves out what both pick up.
/// Each channel is in one pair at most.
struct EcgPair {
  std::size_t first = 0, second = 0;
};
std::vector<EcgPair> find_ecg_pairs(const Header& header);

/// Why a signal's rate cannot carry what its kind is measured for: heartbeats, an EEG's rhythms, breathing; empty if it
/// can. Rates that no amplifier has come from a record duration that does not fit the samples.
words::Text unusable_rate(const Signal& signal);

/// Sets kind, site, reference and certainty of every signal. Sees all labels together: in a recording
/// labelled by amplifier bank (A1-A32, B1 …) "C3" is no site, and "E24" is F3 only on a net of electrodes E1
/// …
void classify_channels(Header& header);

}  // namespace attune::edf
