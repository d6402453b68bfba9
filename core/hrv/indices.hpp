// The heart's indices: what an epoch gives, and what a phase or the whole visit gives. A new index is computed here
// (CONTRIBUTING.md, "How to add a metric").
#pragma once

#include <span>

#include "hrv/metrics.hpp"
#include "hrv/nn_series.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// The intervals of an epoch and the stretch around it that the filters need: all that its values rest on.
std::span<const NnInterval> intervals_around(const Epoch& epoch, std::span<const NnInterval> series,
                                             const Settings& settings);

/// Fills in the values of an epoch whose beats are counted, and whether it may be used or why not.
void measure(Epoch& epoch, std::span<const NnInterval> series, const Settings& settings);

/// One phase; null: the whole visit. RSA is the mean over its epochs, the time domain that of all its intervals.
PhaseMetrics phase_metrics(const NnSeries& series, std::span<const Epoch> epochs, const Phase* phase,
                           const Settings& settings);

}  // namespace attune::hrv
