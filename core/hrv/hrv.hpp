// Heart-rate variability of one visit from its beats.
//
// Everything rests on one list of intervals (hrv/nn_series.hpp). Each phase is divided into 30-s epochs from its
// start on, and so is the time outside phases. An epoch is used if it is whole, has few edited beats and little
// missing, most of its intervals have a neighbour, and RSA and RMSSD do not contradict each other. RSA is the mean
// over the used epochs. The time domain (RMSSD, SDNN, mean) is that of all intervals that lie in no epoch withheld,
// as Task Force 1996 defines it and other programs print it; what the epochs show of its error is the jackknife's
// (hrv/pooled.hpp). So a visit has one RMSSD: the whole series' and `overall`'s are the same number. SDNN grows with
// the length of the recording: compare visits of like length by it.
#pragma once

#include <span>

#include "base/interval.hpp"
#include "ecg/beats.hpp"
#include "hrv/memory.hpp"
#include "hrv/metrics.hpp"
#include "hrv/nn_series.hpp"
#include "hrv/respiration.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

/// What the heart of one visit is measured in.
struct Recorded {
  std::span<const ecg::Beat> beats;          ///< by time, of any kind
  std::span<const Interval> segments = {};   ///< where the signal is without gaps; empty: everywhere
  std::span<const Interval> excluded = {};   ///< stretches that must not be used
  std::span<const Phase> phases = {};        ///< may be empty
  const Respiration* respiration = nullptr;  ///< null: not recorded
  bool for_figures = true;                   ///< with what is only drawn, tachogram and spectrum
};

Metrics analyze(const Recorded& recorded, const Settings& settings);

/// The same of a recording that is analyzed again and again; `memory` is of this recording alone.
Metrics analyze(const Recorded& recorded, const Settings& settings, Memory& memory);

/// From a plain list of NN intervals in ms.
Metrics analyze_nn(std::span<const double> nn_ms, const Settings& settings);

}  // namespace attune::hrv
