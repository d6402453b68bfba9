// The error of a mean whose values drift: a state that lasts tens of seconds makes neighbours alike, and the scatter
// of the values then says too little about how far their mean lies from the long-run mean. The waves that matter are
// the slowest that fit into the series.
#pragma once

#include <span>
#include <vector>

namespace attune::stats {

/// One value of a series: a block, an epoch. Those of one stratum (a phase) share a level that is no error.
struct TimedValue {
  double value = 0;
  double time_s = 0;  ///< of its middle
  int stratum = 0;
};

struct WavePower {
  double mean_square = 0;  ///< weighted mean square of the series' projections on the waves
  double df = 0;           ///< that it has as a variance
  int waves = 0;           ///< how many there are; 0: none fits
};

/// The waves of series whose values stand at the same times.
class SlowWaves {
 public:
  /// Of the times and strata of `values`; what follows is as for slow_wave_power.
  SlowWaves(std::span<const TimedValue> values, double length_s, int most);

  /// Of values at those times.
  WavePower power_of(std::span<const double> values) const;

 private:
  std::vector<std::vector<double>> waves_;
};

/// Mean square of `values` (by time) projected on the `most` slowest cosines of half a turn, one turn, … over the
/// time they span, each orthonormal to the strata's levels and to those before (cosines: Lazarus, Lewis, Stock & Watson
/// 2018). The slowest weighs as much as there are waves, the next one less, the last 1: the slower a wave, the less it
/// misses of a drift. Values that scatter with variance s² and do not drift have the expectation s²; of values that drift
/// it is larger. With n values, mean ± t × √(mean square / n) is their mean's interval, t of `df` = (Σ weights)² / Σ weights²
/// (Satterthwaite 1946). `length_s`: what one value stands for. Fewer waves than `most` where there are not so many values.
WavePower slow_wave_power(std::span<const TimedValue> values, double length_s, int most);

/// How many waves a series of `duration_s` is judged by: as many as `in_two_minutes`, in other lengths by the cube root
/// of the length; at least `fewest`.
int slow_waves(double duration_s, double in_two_minutes, int fewest);

}  // namespace attune::stats
