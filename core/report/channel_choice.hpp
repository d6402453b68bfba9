// What the user says a channel is, where the reader took it for something else. It decides which samples are
// measured, and so must be known before the file is read.
#pragma once

#include <span>
#include <string>

#include "base/describe.hpp"
#include "edf/recording.hpp"

namespace attune::report {

struct ChannelChoice {
  int signal = 0;
  edf::ChannelKind kind = edf::ChannelKind::other;
  std::string site;

  static constexpr const char* type_name = "ChannelChoice";
  static constexpr auto fields() {
    return std::make_tuple(
        field("signal", &ChannelChoice::signal, between(0, 9999),
              "Which channel, counted from 0 in header order."),
        field("kind", &ChannelChoice::kind, "What it is."),
        field("site", &ChannelChoice::site, "10-20 site of an EEG channel; empty if none."));
  }
};

/// Writes the choices into the header. A choice for a channel that is not there, or that holds annotations,
/// changes nothing.
void apply_choices(std::span<const ChannelChoice> choices, edf::Header& header);

}  // namespace attune::report
