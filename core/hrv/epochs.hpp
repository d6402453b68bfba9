// Division of a visit into epochs, and the beats of each. What it gives: hrv/indices.hpp.
#pragma once

#include <span>
#include <vector>

#include "base/interval.hpp"
#include "ecg/beats.hpp"
#include "hrv/metrics.hpp"
#include "hrv/nn_series.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// Epochs of settings.epoch_s over [start_s, end_s): each phase from its start on, and likewise the time
/// outside phases; each join (where time was cut, by time) begins anew, so that no epoch spans it. A rest shorter than
/// an epoch is left over. Values are not yet filled in.
std::vector<Epoch> divide(double start_s, double end_s, std::span<const Phase> phases,
                          std::span<const double> joins_s, const Settings& settings);

/// Counts the beats of an epoch, and those that were edited or are not sure.
void count_beats(Epoch& epoch, std::span<const ecg::Beat> beats, const Settings& settings);

/// Likewise where only their intervals are known.
void count_beats(Epoch& epoch, std::span<const NnInterval> series);

}  // namespace attune::hrv
