// Where electrodes sit on a sphere, which are each other's mirror image, and what follows for a simulation:
// correlation that falls with distance, strength of rhythm, reach of blinks.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace attune::synth {

/// On the unit sphere, Cz at (0, 0, 1): x to the right, y to the front.
struct Position {
  double x = 0, y = 0, z = 0;
};
double distance(const Position& a, const Position& b);

/// Position of a 10-20 or 10-10 site; none if the name is unknown.
std::optional<Position> position_of(const std::string& site);

/// The homologous site ("F3" of "F4", "F4" of "F3"); empty on the midline.
std::string mirror_of(const std::string& site);
bool is_left(const std::string& site);
/// Fp, AF and F sites, not FC or FT.
bool is_frontal(const std::string& site);

/// Power of the infant's 6-9 Hz rhythm at a site, relative to F sites: strongest over central (mu) and
/// posterior areas.
double rhythm_strength(const std::string& site);
/// Height of a blink relative to Fp1 and Fp2.
double blink_reach(const Position& position);

/// Names of the first `count` sites of a montage that starts with the ten of the examples and is filled up
/// with the extended 10-20 system. At most as many as there are.
std::vector<std::string> first_sites(std::size_t count);

/// Lower-triangular L with L L^T = the sites' correlations exp(-distance / range), row by row, the range set
/// so that F3 and F4 have the magnitude-squared coherence `coherence`. Mixing independent sources of one
/// spectrum by L gives channels of that spectrum and those correlations.
std::vector<double> mixing_matrix(const std::vector<Position>& sites, double coherence);

}  // namespace attune::synth
