// What the user says a channel is, where the reader took it for something else. It decides which samples are
// measured, and so must be known before the file is read.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "base/describe.hpp"
#include "edf/recording.hpp"

namespace attune::visit {

struct ChannelChoice {
  int signal = 0;
  std::optional<edf::ChannelKind> kind;
  std::string site;
  std::string unit;
  std::string blank_unit;
  std::string label;

  static constexpr const char* type_name = "ChannelChoice";
  static constexpr auto fields() {
    return std::make_tuple(
        field("signal", &ChannelChoice::signal, between(0, 9999),
              "Which channel, counted from 0 in header order."),
        field("blank_unit", &ChannelChoice::blank_unit, "The same where the file states none."),
        field("label", &ChannelChoice::label,
              "Every channel of this label in its place; empty: the channel of that number."),
        field("kind", &ChannelChoice::kind, "What it is; null: what it was taken for."),
        field("site", &ChannelChoice::site,
              "10-20 site of an EEG channel; empty: none, or as taken where no kind, or a label, is given."),
        field("unit", &ChannelChoice::unit,
              "Unit that its numbers are in (uV, mV, V), whatever the file says; empty: as in the file."));
  }
};

/// Writes the choices into the header, in their order. A choice for a channel that is not there, or that holds
/// annotations, changes nothing.
void apply_choices(std::span<const ChannelChoice> choices, edf::Header& header);

}  // namespace attune::visit
