// ln P(right) - ln P(left) of a pair of channels in three forms, with 95 % intervals.
//
//   absolute      band power
//   relative      band power over 1-20 Hz power, each of its own channel
//   oscillatory   band power above the 1/f background, which is fitted on the quiet windows only; bins weighted
//                 by how far the rhythm stands out in them (eeg/rhythm.hpp)
//
// Beside them the background itself, from the same draws: exponent and offset, mean of both sides and right minus left.
//
// Measurement error (SME): standard deviation of a moving-block bootstrap over windows (Künsch 1989), times sqrt(n / (n
// - block)), since blocks that scatter about their own mean scatter too little. It holds what bursts of the rhythm do
// within a block, and takes blocks for independent.
//
// Standard error: an infant's asymmetry drifts over tens of seconds, and two recordings of one state are not two of one
// infant. The SME is multiplied by the root of how much more power the slowest waves of the asymmetry have than all its
// waves (stats/slow_waves.hpp), block by block. Interval: value ± t × SE; t has the degrees of freedom of the slow waves.
#pragma once

#include <span>
#include <vector>

#include "eeg/background.hpp"
#include "eeg/block_draws.hpp"
#include "eeg/metrics.hpp"
#include "eeg/settings.hpp"
#include "eeg/spectra.hpp"

namespace attune::eeg {

/// `windows`: indices into `pair`, in order of time. Fills the estimates, coherence, clean time, level and
/// reason of `result`; with less than Settings::min_clean_s there is no number.
void measure_asymmetry(const PairSpectra& pair, std::span<const std::size_t> windows,
                       const Settings& settings, BlockDraws& draws, Asymmetry& result);

/// The same; `fitted`: what the same windows left under the same background_rules, else empty, to be filled in.
void measure_asymmetry(const PairSpectra& pair, std::span<const std::size_t> windows,
                       const Settings& settings, BlockDraws& draws, FittedBackgrounds& fitted,
                       Asymmetry& result);

/// What the backgrounds under every draw rest on, all else as by default.
Settings background_rules(const Settings& settings);

/// No number in any form: each says why, as `result.reason` does.
void give_no_number(Asymmetry& result);

/// Only the absolute form, of all windows, in each of these bands: for tables of choices.
std::vector<Estimate> absolute_asymmetries(const PairSpectra& pair, std::span<const Band> bands,
                                           const Settings& settings, BlockDraws& draws);

/// Highest frequency that any form of the asymmetry looks at.
double highest_needed_hz(const Settings& settings);

/// Seconds of signal that windows starting at `start_s` (ascending) cover together.
double covered_s(std::span<const double> start_s, double window_s);

/// Windows a block of the bootstrap holds.
std::size_t block_windows(double hop_s, std::size_t windows, const Settings& settings);

/// 97.5 % point of Student's t (Abramowitz & Stegun 26.7.5), to 0.01 for df >= 3 and better above.
double t_quantile_975(double df);

}  // namespace attune::eeg
