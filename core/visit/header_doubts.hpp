// What a header, the choices applied, gives to ask about before a sample is read: whose heart and breathing, the net that
// sites are taken from, units, filters inside the band.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "edf/recording.hpp"
#include "eeg/settings.hpp"

namespace attune::visit {

/// N_PARENTS_ECG, N_PARENTS_BREATH, N_NET_ASSUMED, W_NET_ASSUMED, W_SITES_UNKNOWN, W_EEG_UNIT, W_BAND_FILTERED,
/// N_FILTER_UNREAD.
std::vector<Diagnostic> header_doubts(const edf::Header& header, const eeg::Band& band);

}  // namespace attune::visit
