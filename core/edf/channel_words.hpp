// What the words of a channel's label say: which kind of signal it is, that it is a track derived from one, and whose it
// is. Words of the labels of devices and laboratories, in English, French, German and Spanish.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "edf/recording.hpp"

namespace attune::edf {

using LabelWords = std::vector<std::string>;

/// Runs of letters and digits, in lower case and without accents. "E.K.G." is one word; what is written in one with ECG or
/// EEG ("BabyECG", "ECGHR", "EEGF3") is two; a unit in brackets at the end is none.
LabelWords label_words(std::string_view label);

struct Keyword {
  std::string_view text;
  ChannelKind kind;
  bool whole_word;  ///< else the word may go on (ECG1, thorax)
  Certainty certainty;
};

/// The first keyword, in order of precedence, that a word matches; null if there is none.
const Keyword* keyword_of(const LabelWords& words);

/// "ECG HR", "EKG Frequenz", "ECG lead off": a track about the heart's signal, not the signal.
bool is_about_ecg(const LabelWords& words);

/// "Resp rate", "Atemfrequenz": a track about breathing.
bool is_about_breathing(const LabelWords& words);

/// "F3 impedance", "EEG quality": a track about an electrode.
bool is_about_electrode(const LabelWords& words);

/// "F3 alpha", "F4 envelope", "F3 HbO": a track computed of an EEG, or of the same place.
bool is_about_eeg(const LabelWords& words);

/// "raw", "filtered", "baby", "2": a word beside a site that names no reference.
bool is_eeg_filler(std::string_view word);

/// Whether a heart is recorded in this unit: a voltage, none, or the converter's own numbers.
bool is_waveform_unit(std::string_view unit);

/// "bpm", "1/min", "ms": the unit of a rate or an interval.
bool is_rate_unit(std::string_view unit);

/// A rate, an interval, a share, an impedance: what no electrode's signal is in.
bool is_derived_unit(std::string_view unit);

/// "ECG mother", "EKG-Mutter", "ECGmère": the label names a grown-up of the pair.
bool names_parent(const LabelWords& words);

/// "ECG infant", "EKG Säugling": the label names the child.
bool names_infant(const LabelWords& words);

}  // namespace attune::edf
