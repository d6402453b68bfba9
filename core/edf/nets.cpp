#include "edf/nets.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <span>

#include "edf/channel_words.hpp"
#include "edf/text.hpp"

namespace attune::edf {

namespace {

/// 10-10 equivalents of HydroCel Geodesic Sensor Net electrodes (Luu & Ferree 2005, EGI technical note).
struct NetSite {
  int electrode;
  std::string_view site;
};
constexpr std::array net_128{
    NetSite{22, "Fp1"}, NetSite{9, "Fp2"},  NetSite{24, "F3"}, NetSite{124, "F4"}, NetSite{11, "Fz"},
    NetSite{33, "F7"},  NetSite{122, "F8"}, NetSite{36, "C3"}, NetSite{104, "C4"}, NetSite{45, "T7"},
    NetSite{108, "T8"}, NetSite{52, "P3"},  NetSite{92, "P4"}, NetSite{62, "Pz"},  NetSite{58, "P7"},
    NetSite{96, "P8"},  NetSite{70, "O1"},  NetSite{83, "O2"}, NetSite{75, "Oz"},  NetSite{57, "M1"},
    NetSite{100, "M2"}, NetSite{129, "Cz"},
};
/// By the coordinates that EGI publishes for this net (GSN-HydroCel-32.sfp); E17 lies between AFz and Fz and is neither.
constexpr std::array net_32{
    NetSite{1, "Fp1"}, NetSite{2, "Fp2"}, NetSite{3, "F3"},  NetSite{4, "F4"},   NetSite{5, "C3"},
    NetSite{6, "C4"},  NetSite{7, "P3"},  NetSite{8, "P4"},  NetSite{9, "O1"},   NetSite{10, "O2"},
    NetSite{11, "F7"}, NetSite{12, "F8"}, NetSite{13, "T7"}, NetSite{14, "T8"},  NetSite{15, "P7"},
    NetSite{16, "P8"}, NetSite{19, "Pz"}, NetSite{20, "Oz"}, NetSite{27, "Fpz"}, NetSite{28, "FCz"},
    NetSite{33, "Cz"},
};
constexpr std::array net_64{
    NetSite{10, "Fp1"}, NetSite{5, "Fp2"}, NetSite{12, "F3"}, NetSite{60, "F4"}, NetSite{6, "Fz"},
    NetSite{18, "F7"},  NetSite{58, "F8"}, NetSite{20, "C3"}, NetSite{50, "C4"}, NetSite{24, "T7"},
    NetSite{52, "T8"},  NetSite{28, "P3"}, NetSite{42, "P4"}, NetSite{34, "Pz"}, NetSite{30, "P7"},
    NetSite{44, "P8"},  NetSite{35, "O1"}, NetSite{39, "O2"}, NetSite{37, "Oz"}, NetSite{65, "Cz"},
};
constexpr std::array net_256{
    NetSite{37, "Fp1"}, NetSite{18, "Fp2"}, NetSite{36, "F3"},  NetSite{224, "F4"}, NetSite{21, "Fz"},
    NetSite{47, "F7"},  NetSite{2, "F8"},   NetSite{59, "C3"},  NetSite{183, "C4"}, NetSite{69, "T7"},
    NetSite{202, "T8"}, NetSite{87, "P3"},  NetSite{153, "P4"}, NetSite{101, "Pz"}, NetSite{96, "P7"},
    NetSite{170, "P8"}, NetSite{116, "O1"}, NetSite{150, "O2"}, NetSite{126, "Oz"}, NetSite{257, "Cz"},
};

/// 0 of what is no whole number above 0, or one that no net reaches.
int whole(std::string_view digits) {
  constexpr std::size_t most_digits = 3;
  if (digits.empty() || digits.size() > most_digits) return 0;
  int number = 0;
  for (const char c : digits) {
    if (!is_digit(c)) return 0;
    number = 10 * number + (c - '0');
  }
  return number;
}

int size_of(int largest) {
  return largest > 129 ? 256 : largest > 65 ? 128 : largest > 33 ? 64 : 32;
}

bool is_vertex_label(const LabelWords& parts) {
  return (parts.size() == 1 && (parts[0] == "vref" || parts[0] == "cz")) ||
         (parts.size() == 2 && parts[0] == "vertex" && parts[1].starts_with("ref")) ||
         (parts.size() == 2 && (parts[0] == "eeg" || parts[0] == "e" || parts[0] == "ref") &&
          (parts[1] == "cz" || parts[1] == "vref"));
}

/// How many labels are electrodes of a net (E1, E2 …), and up to which number.
struct Electrodes {
  int count = 0, largest = 0;
};

Electrodes electrodes_among(const std::vector<std::string>& labels) {
  Electrodes found;
  for (const std::string& label : labels) {
    const int number = net_number(label);
    found.largest = std::max(found.largest, number);
    found.count += number > 0 ? 1 : 0;
  }
  return found;
}

/// The net that all numbers from 1 to `largest` are of; 0: it may be any cap.
int size_of_numbers(const std::set<int>& numbers, bool vertex) {
  const int largest = *numbers.rbegin();
  if (static_cast<int>(numbers.size()) != largest) return 0;
  for (const int size : {32, 64, 128, 256})
    if (largest == size + 1 || (largest == size && vertex)) return size;
  return 0;
}

}  // namespace

int net_number(std::string_view label) {
  LabelWords parts = label_words(label);
  if (!parts.empty() && parts.front() == "eeg") parts.erase(parts.begin());
  if (parts.size() > 1 && parts[0] == "e") return whole(parts[1]);  // "E 24", "E_24"
  if (parts.empty() || parts[0].size() < 2 || parts[0].size() > 4 || parts[0][0] != 'e') return 0;
  return whole(parts[0].substr(1));
}

int channel_number(std::string_view label) {
  LabelWords parts = label_words(label);
  if (parts.size() > 1 && parts.front() == "eeg") parts.erase(parts.begin());
  const auto is_name = [&](std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), parts.front()) != names.end();
  };
  if (parts.size() > 1 && is_name({"ch", "chan", "channel", "egi", "gsn", "hgsn", "hcgsn"}))
    parts.erase(parts.begin());
  if (parts.empty()) return 0;
  std::string_view word = parts.front();
  for (const std::string_view prefix : {"eeg", "egi", "chan", "ch"})
    if (word.size() > prefix.size() && word.starts_with(prefix)) word.remove_prefix(prefix.size());
  const bool alone = parts.size() == 1 || (parts.size() == 2 && parts[1] == "ref");
  return alone ? whole(word) : 0;
}

bool is_vertex(std::string_view label) {
  return is_vertex_label(label_words(label));
}

Net find_net(const std::vector<std::string>& labels) {
  // Two electrodes E1 and E2 are the eye channels of sleep recordings; a net has many, or names beyond them.
  constexpr int fewest_of_a_net = 2, beyond_eyes = 4, most_without_32 = 24;
  constexpr std::size_t fewest_numbered = 8;
  const auto [electrodes, largest] = electrodes_among(labels);
  std::set<int> numbers;
  bool vertex = false;
  for (const std::string& label : labels) {
    if (const int channel = channel_number(label); channel > 0 && net_number(label) == 0)
      numbers.insert(channel);
    vertex |= is_vertex(label);
  }
  Net net;
  if (electrodes >= fewest_of_a_net && largest > beyond_eyes) {
    net.electrodes = electrodes;
    net.size = size_of(largest);
    if (net.size == 32 && electrodes < most_without_32) net.size = 0;
  } else if (numbers.size() >= fewest_numbered) {
    net.numbered = static_cast<int>(numbers.size());
    net.size = size_of_numbers(numbers, vertex);
  }
  return net;
}

std::string_view net_site(const Net& net, int electrode) {
  const auto look = [&](std::span<const NetSite> sites) -> std::string_view {
    for (const NetSite& entry : sites)
      if (entry.electrode == electrode) return entry.site;
    return {};
  };
  switch (net.size) {
    case 32:
      return look(net_32);
    case 64:
      return look(net_64);
    case 128:
      return look(net_128);
    case 256:
      return look(net_256);
    default:
      return {};
  }
}

int net_size(const std::vector<std::string>& labels) {
  const auto [electrodes, largest] = electrodes_among(labels);
  if (2 * electrodes < static_cast<int>(labels.size()) || electrodes == 0) return 0;
  return size_of(largest);
}

}  // namespace attune::edf
