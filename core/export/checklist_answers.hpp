// What a report answers to the items of the reporting checklist (export/checklist.cpp holds the items), visit by
// visit, written to a line. Numbers are the report's own; where it does not know, nothing is written.
#pragma once

#include "export/paper_text.hpp"

namespace attune::exports::answers {

// Of every visit
void visit(Line& line, const report::Report& report, const visit::Visit& visit);
void duration(Line& line, const report::Report& report, const visit::Visit& visit);
void phases(Line& line, const report::Report& report, const visit::Visit& visit);
void without_result(Line& line, const report::Report& report, const visit::Visit& visit);
void digest(Line& line, const report::Report& report, const visit::Visit& visit);

// Of visits with EEG
void eeg_channels(Line& line, const report::Report& report, const visit::Visit& visit);
void eeg_rate(Line& line, const report::Report& report, const visit::Visit& visit);
void eeg_filters(Line& line, const report::Report& report, const visit::Visit& visit);
void recorded_reference(Line& line, const report::Report& report, const visit::Visit& visit);
void reference(Line& line, const report::Report& report, const visit::Visit& visit);
void steps(Line& line, const report::Report& report, const visit::Visit& visit);
void bad_channels(Line& line, const report::Report& report, const visit::Visit& visit);
void eeg_by_hand(Line& line, const report::Report& report, const visit::Visit& visit);
void clean(Line& line, const report::Report& report, const visit::Visit& visit);
void asymmetry(Line& line, const report::Report& report, const visit::Visit& visit);
void eeg_band(Line& line, const report::Report& report, const visit::Visit& visit);
void eeg_quality(Line& line, const report::Report& report, const visit::Visit& visit);

// Of visits with beats
void heart_signal(Line& line, const report::Report& report, const visit::Visit& visit);
void ecg_rate(Line& line, const report::Report& report, const visit::Visit& visit);
void ecg_filters(Line& line, const report::Report& report, const visit::Visit& visit);
void breathing(Line& line, const report::Report& report, const visit::Visit& visit);
void edited(Line& line, const report::Report& report, const visit::Visit& visit);
void epochs(Line& line, const report::Report& report, const visit::Visit& visit);
void heart_measures(Line& line, const report::Report& report, const visit::Visit& visit);
void rsa_band(Line& line, const report::Report& report, const visit::Visit& visit);
void beat_model(Line& line, const report::Report& report, const visit::Visit& visit);
void rsa_quality(Line& line, const report::Report& report, const visit::Visit& visit);

// Of the report
void epoch_rule(Line& line, const report::Report& report);
/// Of the primary measures of EEG and heart, each with its interval and what may be said of it.
void changes(Line& line, const report::Report& report);

}  // namespace attune::exports::answers
