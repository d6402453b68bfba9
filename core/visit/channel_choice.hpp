// What the user says a channel is, where the reader took it for something else. It decides which samples are
// measured, and so must be known before the file is read.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "base/result.hpp"
#include "edf/recording.hpp"

namespace attune::visit {

/// As `signal` of a choice that only fills in reference and filters.
inline constexpr int every_eeg_channel = -1;

struct ChannelChoice {
  int signal = 0;
  std::optional<edf::ChannelKind> kind;
  std::string site;
  std::string unit;
  std::string blank_unit;
  std::string blank_reference;
  std::optional<double> blank_highpass_hz;
  std::optional<double> blank_lowpass_hz;
  std::string label;

  static constexpr const char* type_name = "ChannelChoice";
  static constexpr auto fields() {
    return std::array{
        field<&ChannelChoice::signal>(
            "signal", between(every_eeg_channel, 9999),
            "Which channel, counted from 0 in header order; -1: every EEG channel, whose reference and "
            "filters alone are filled in."),
        field<&ChannelChoice::blank_unit>("blank_unit", "The same where the file states none."),
        field<&ChannelChoice::blank_reference>("blank_reference",
                                               "Reference of an EEG channel where the file names none."),
        field<&ChannelChoice::blank_highpass_hz>(
            "blank_highpass_hz", between(0, 1e6),
            "High-pass that it was recorded with, Hz, where the file states none."),
        field<&ChannelChoice::blank_lowpass_hz>("blank_lowpass_hz", between(0, 1e6),
                                                "The same of the low-pass."),
        field<&ChannelChoice::label>(
            "label", "Every channel of this label in its place; empty: the channel of that number."),
        field<&ChannelChoice::kind>("kind", "What it is; null: what it was taken for."),
        field<&ChannelChoice::site>(
            "site",
            "10-20 site of an EEG channel; empty: none, or as taken where no kind, or a label, is given."),
        field<&ChannelChoice::unit>(
            "unit",
            "Unit that its numbers are in (uV, mV, V), whatever the file says; empty: as in the file.")};
  }
};

/// Writes the choices into the header, in their order. A choice for a channel that is not there, or that holds
/// annotations, changes nothing.
void apply_choices(std::span<const ChannelChoice> choices, edf::Header& header);

/// What a table beside the recording says of unit, reference and filters otherwise than the header, before the choices
/// are applied: one W_TABLE_DIFFERS for each of the four.
std::vector<Diagnostic> contradictions(std::span<const ChannelChoice> choices, const edf::Header& header);

}  // namespace attune::visit
