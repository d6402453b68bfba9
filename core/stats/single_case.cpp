#include "stats/single_case.hpp"

#include <cmath>
#include <numbers>

#include "stats/students_t.hpp"

namespace attune::stats {

std::optional<PlaceInSample> place_in_sample(double x, const Summary& comparison) {
  if (comparison.n < 2 || !(comparison.sd > 0)) return std::nullopt;
  PlaceInSample place;
  place.df = comparison.n - 1;
  place.t = (x - comparison.mean) / (comparison.sd * std::sqrt((comparison.n + 1.0) / comparison.n));
  place.p = students_t_two_sided_p(place.t, place.df);
  place.percentile = 100 * students_t_cdf(place.t, place.df);
  return place;
}

std::optional<double> reliable_change(double before, double after, double sd, double reliability) {
  if (!(sd > 0) || !(reliability >= 0 && reliability < 1)) return std::nullopt;
  return (after - before) / (sd * std::numbers::sqrt2 * std::sqrt(1 - reliability));
}

std::optional<double> control_adjusted_change(double before, double after,
                                              const Summary& comparison_changes) {
  if (comparison_changes.n < 2 || !(comparison_changes.sd > 0)) return std::nullopt;
  return (after - before - comparison_changes.mean) / comparison_changes.sd;
}

}  // namespace attune::stats
