// Heart-rate variability of one visit from its beats.
//
// Numbers over the whole series (mean NN, SDNN, RMSSD …) are what other programs print. The measures that
// visits are compared by are means over 30-s epochs: each phase is divided into epochs from its start on, and
// so is the time outside phases. An epoch enters if it is whole, has few edited beats and little missing; its
// values are averaged, and its spread over epochs gives the interval.
#pragma once

#include <span>

#include "base/interval.hpp"
#include "ecg/beats.hpp"
#include "hrv/metrics.hpp"
#include "hrv/nn_series.hpp"
#include "hrv/respiration.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// `beats` by time, of any kind; `segments` where the signal is without gaps (empty: everywhere); `excluded`
/// stretches that must not be used; `phases` may be empty; `respiration` null if not recorded.
Metrics analyze(std::span<const ecg::Beat> beats, std::span<const Interval> segments,
                std::span<const Interval> excluded, std::span<const Phase> phases,
                const Respiration* respiration, const Settings& settings);

/// From a plain list of NN intervals in ms.
Metrics analyze_nn(std::span<const double> nn_ms, const Settings& settings);

}  // namespace attune::hrv
