#include "dyad/clock.hpp"

#include <algorithm>
#include <cmath>

#include "words/ids/dyad.hpp"

namespace attune::dyad {

using words::say;

Clock one_clock() {
  return {ClockSource::one_recording, 0, 0, say<"dyad.clock_one">()};
}

Clock clock_of_lists(bool both) {
  return {ClockSource::lists, 0, 0, both ? say<"dyad.clock_lists">() : say<"dyad.clock_list">()};
}

Clock clock_by_hand(double offset_s, double drift_ppm) {
  return {ClockSource::by_hand, offset_s, drift_ppm,
          say<"dyad.clock_by_hand">(
              {{"offset", words::at_most(offset_s, 3)}, {"drift", words::at_most(drift_ppm, 2)}})};
}

Clock clock_by_starts(double offset_s, double length_s) {
  constexpr double usual_ppm = 50;  // of a quartz that is not compensated
  return {ClockSource::start_times, offset_s, 0,
          say<"dyad.clock_starts">({{"drift", words::number(usual_ppm * 1e-6 * length_s, 2)},
                                    {"ppm", words::at_most(usual_ppm, 0)}})};
}

Result<Clock> clock_by_triggers(std::span<const double> mother_s, std::span<const double> infant_s,
                                std::string_view mark) {
  const std::size_t n = mother_s.size();
  if (n < 2 || infant_s.size() != n)
    return Error{"E_DYAD_TRIGGERS",
                 say<"dyad.too_few_triggers">(
                     {{"mark", words::as_is(mark)}, {"mother", n}, {"infant", infant_s.size()}}),
                 "--trigger"};
  double mean_m = 0, mean_i = 0;
  for (std::size_t k = 0; k < n; ++k) {
    mean_m += mother_s[k] / static_cast<double>(n);
    mean_i += infant_s[k] / static_cast<double>(n);
  }
  double both = 0, square = 0;
  for (std::size_t k = 0; k < n; ++k) {
    both += (infant_s[k] - mean_i) * (mother_s[k] - mean_m);
    square += (infant_s[k] - mean_i) * (infant_s[k] - mean_i);
  }
  const double slope = square > 0 ? both / square : 1;
  Clock clock{ClockSource::triggers, mean_m - slope * mean_i, (slope - 1) * 1e6, {}};
  double left = 0;
  for (std::size_t k = 0; k < n; ++k)
    left = std::max(left, std::abs(clock.shared(infant_s[k]) - mother_s[k]));
  clock.sentence = say<"dyad.clock_triggers">({{"count", n},
                                               {"mark", words::as_is(mark)},
                                               {"offset", words::at_most(clock.offset_s, 3)},
                                               {"drift", words::at_most(clock.drift_ppm, 2)},
                                               {"left", words::number(left, 3)}});
  return clock;
}

}  // namespace attune::dyad
