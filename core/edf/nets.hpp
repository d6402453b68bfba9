// Nets of electrodes that number their channels (E1 …, EEG 001 …, 1 …) instead of naming sites: HydroCel Geodesic Sensor
// Nets of 32, 64, 128 and 256, whose places are published. Of numbers without a letter, which every amplifier may give, a
// net is taken only where its vertex reference is among them (65 for 64); else no site is known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace attune::edf {

/// What the labels number.
struct Net {
  int size = 0;        ///< 32, 64, 128, 256; 0: none that fits
  int electrodes = 0;  ///< labels "E24", where they are a net's
  int numbered = 0;    ///< labels "EEG 024", "24", where they are channels of an EEG
};
Net find_net(const std::vector<std::string>& labels);

/// "E24", "EEG E24" -> 24; 0 if the label is not that.
int net_number(std::string_view label);

/// "EEG 024", "24", "Ch24" -> 24; 0 if the label is not that.
int channel_number(std::string_view label);

/// "VREF", "Vertex Reference": the net's own reference, at Cz.
bool is_vertex(std::string_view label);

/// The 10-10 site that the electrode of this number stands for on the net; empty: none, or the net is not known.
std::string_view net_site(const Net& net, int electrode);

/// Electrodes of the net that labels E1 … number (32, 64, 128, 256); 0: they number none.
int net_size(const std::vector<std::string>& labels);

}  // namespace attune::edf
