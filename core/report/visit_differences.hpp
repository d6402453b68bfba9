// How the recordings of an infant's visits differ beside what is measured: two persons in the headers, references,
// filters, sampling rates, nets. What makes a difference say nothing of the infant takes the measure out of comparison
// (report/strength.hpp); the rest is said.
#pragma once

#include <vector>

#include "report/report.hpp"

namespace attune::report {

/// Each visit against the first recorded one: W_PERSONS_DIFFER, W_LENGTHS_DIFFER (less than the settings' share), W_REFERENCES_DIFFER (with the references that both
/// recordings can be given), W_REFERENCE_UNKNOWN, W_AVERAGES_DIFFER, N_FILTERS_DIFFER, N_RATES_DIFFER, W_NETS_DIFFER,
/// W_EEG_SIZES_DIFFER.
std::vector<Diagnostic> recording_differences(const std::vector<visit::Visit>& visits,
                                              const visit::Settings& settings);

/// That the headers state filters inside the alpha band of which one recording has another than the other; else empty.
words::Text other_filters(const std::vector<visit::Visit>& visits, std::size_t from, std::size_t to);

}  // namespace attune::report
