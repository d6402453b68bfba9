#include "synth/montage.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string_view>

namespace attune::synth {
namespace {

/// Left and midline sites: inclination from Cz and azimuth from the left ear towards the nose, degrees (the
/// spherical coordinates commonly used for the 10-10 system).
struct Site {
  std::string_view name;
  double inclination, azimuth;
};
constexpr std::array<Site, 44> left_and_midline{{
    {"Fp1", 92, 72},  {"AF7", 92, 54},  {"AF3", 74, 65},   {"F1", 50, 68},   {"F3", 60, 51},
    {"F5", 75, 41},   {"F7", 92, 36},   {"F9", 113, 36},   {"FC1", 32, 45},  {"FC3", 50, 28},
    {"FC5", 72, 21},  {"FT7", 92, 18},  {"FT9", 113, 18},  {"C1", 23, 0},    {"C3", 46, 0},
    {"C5", 69, 0},    {"T7", 92, 0},    {"T9", 113, 0},    {"CP1", 32, -45}, {"CP3", 50, -28},
    {"CP5", 72, -21}, {"TP7", 92, -18}, {"TP9", 113, -18}, {"P1", 50, -68},  {"P3", 60, -51},
    {"P5", 75, -41},  {"P7", 92, -36},  {"P9", 113, -36},  {"PO3", 74, -65}, {"PO7", 92, -54},
    {"O1", 92, -72},  {"M1", 118, -12}, {"A1", 120, -4},   {"Fpz", 92, 90},  {"AFz", 69, 90},
    {"Fz", 46, 90},   {"FCz", 23, 90},  {"Cz", 0, 90},     {"CPz", 23, -90}, {"Pz", 46, -90},
    {"POz", 69, -90}, {"Oz", 92, -90},  {"Iz", 115, -90},  {"Nz", 115, 90},
}};

/// Older names of the same places.
constexpr std::array<std::array<std::string_view, 2>, 4> aliases{
    {{"T3", "T7"}, {"T4", "T8"}, {"T5", "P7"}, {"T6", "P8"}}};

constexpr std::array<std::string_view, 64> montage{
    "F3",  "F4",  "F7",  "F8",  "C3",  "C4",  "P3",  "P4",  "Fz",  "Cz",  "Fp1", "Fp2", "T7",
    "T8",  "P7",  "P8",  "O1",  "O2",  "Pz",  "Oz",  "FC1", "FC2", "FC5", "FC6", "CP1", "CP2",
    "CP5", "CP6", "AF3", "AF4", "PO3", "PO4", "F1",  "F2",  "F5",  "F6",  "FC3", "FC4", "C1",
    "C2",  "C5",  "C6",  "CP3", "CP4", "P1",  "P2",  "P5",  "P6",  "AF7", "AF8", "FT7", "FT8",
    "TP7", "TP8", "PO7", "PO8", "FCz", "CPz", "POz", "AFz", "Fpz", "F9",  "F10", "Iz"};

/// Number at the end of the name, 0 if there is none.
int number_of(std::string_view site) {
  int number = 0, place = 1;
  for (auto c = site.rbegin(); c != site.rend() && *c >= '0' && *c <= '9'; ++c, place *= 10)
    number += (*c - '0') * place;
  return number;
}

std::string_view letters_of(std::string_view site) {
  while (!site.empty() && site.back() >= '0' && site.back() <= '9') site.remove_suffix(1);
  return site;
}

}  // namespace

double distance(const Position& a, const Position& b) {
  const double x = a.x - b.x, y = a.y - b.y, z = a.z - b.z;
  return std::sqrt(x * x + y * y + z * z);
}

std::optional<Position> position_of(const std::string& site) {
  std::string name = site;
  for (const auto& alias : aliases)
    if (name == alias[0]) name = alias[1];
  const bool right = number_of(name) > 0 && number_of(name) % 2 == 0;
  const std::string looked_for = right ? mirror_of(name) : name;
  for (const Site& known : left_and_midline) {
    if (known.name != looked_for) continue;
    const double inclination = known.inclination * std::numbers::pi / 180;
    const double azimuth = known.azimuth * std::numbers::pi / 180;
    const bool midline = number_of(known.name) == 0;
    const double x = midline ? 0 : std::sin(inclination) * std::cos(azimuth);
    return Position{right ? x : -x, std::sin(inclination) * std::sin(azimuth), std::cos(inclination)};
  }
  return std::nullopt;
}

std::string mirror_of(const std::string& site) {
  const int number = number_of(site);
  if (number == 0) return "";
  return std::string(letters_of(site)) + std::to_string(number % 2 == 1 ? number + 1 : number - 1);
}

bool is_left(const std::string& site) {
  return number_of(site) % 2 == 1;
}

bool is_frontal(const std::string& site) {
  std::string_view letters = letters_of(site);
  if (!letters.empty() && letters.back() == 'z') letters.remove_suffix(1);
  return letters == "F" || letters == "Fp" || letters == "AF";
}

double rhythm_strength(const std::string& site) {
  struct Strength {
    std::string_view letters;
    double power;
  };
  constexpr std::array<Strength, 9> strengths{{{"Fp", 0.8},
                                               {"AF", 0.9},
                                               {"FC", 1.1},
                                               {"C", 1.3},
                                               {"CP", 1.25},
                                               {"P", 1.2},
                                               {"PO", 1.3},
                                               {"O", 1.4},
                                               {"T", 0.9}}};
  std::string_view letters = letters_of(site);
  if (!letters.empty() && letters.back() == 'z') letters.remove_suffix(1);
  for (const Strength& strength : strengths)
    if (letters == strength.letters) return strength.power;
  return 1;
}

double blink_reach(const Position& position) {
  // Half of it is left at F3 and F4, a fourteenth at C3 and C4.
  constexpr double fall = 2.8, y_of_fp = 0.95;
  return std::min(1.0, std::exp(fall * (position.y - y_of_fp)));
}

std::vector<std::string> first_sites(std::size_t count) {
  std::vector<std::string> names(
      montage.begin(), montage.begin() + static_cast<std::ptrdiff_t>(std::min(count, montage.size())));
  return names;
}

std::vector<double> mixing_matrix(const std::vector<Position>& sites, double coherence) {
  const std::size_t n = sites.size();
  const double reference = distance(*position_of("F3"), *position_of("F4"));
  const auto correlation = [&](std::size_t i, std::size_t j) {
    if (i == j) return 1.0;
    return coherence > 0 ? std::pow(coherence, 0.5 * distance(sites[i], sites[j]) / reference) : 0.0;
  };
  std::vector<double> lower(n * n, 0);  // Cholesky
  for (std::size_t i = 0; i < n; ++i) {
    for (std::size_t j = 0; j <= i; ++j) {
      double sum = correlation(i, j);
      for (std::size_t k = 0; k < j; ++k) sum -= lower[i * n + k] * lower[j * n + k];
      lower[i * n + j] = i == j ? std::sqrt(std::max(sum, 0.0)) : sum / lower[j * n + j];
    }
  }
  return lower;
}

}  // namespace attune::synth
