// Every number of a Report as one long table, one line a number, for other programs. The specification curves
// (export/specification_table.hpp) and the beats (export/beat_table.hpp) have tables of their own.
//
// The report's own description (base/describe.hpp) is walked, so a number that is added to the report is in
// the table without another word: its name and sentence are those of its member, and the texts beside it
// (phase, channel, reason …) say where it belongs. Settings and provenance are no results; they stand in the
// sidecar. Times and places are columns, so that a series (beats, spectra) is as many lines as it has values.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/table.hpp"
#include "report/report.hpp"

namespace attune::exports {

struct TidyRow {
  std::string participant, visit, compared_with, part, domain, measure, statistic, phase, phase_kind, item;
  std::optional<double> start_s, end_s, frequency_hz, value;
  std::string unit;
  std::optional<double> se, df, ci_low, ci_high;
  std::optional<int> n;
  std::optional<bool> used;
  std::string finding, how, source, reason;

  static constexpr const char* type_name = "TidyRow";
  static constexpr auto fields() {
    using T = TidyRow;
    return std::array{
        field<&T::participant>("participant", "Code of the infant, as entered; none: none was."),
        field<&T::visit>("visit", "Which visit; with compared_with: the later one of a comparison."),
        field<&T::compared_with>("compared_with", "The earlier visit of a comparison."),
        field<&T::part>(
            "part",
            "Where in the report the number stands. \"measures.visits\" and \"measures.changes\" hold what "
            "the visits are compared by; the other parts hold what it was formed from."),
        field<&T::domain>("domain", "heart, brain, temperament, behaviour …; recording and quality."),
        field<&T::measure>("measure", "Which measure."),
        field<&T::statistic>("statistic", "What of the measure: its value, or a number about it."),
        field<&T::phase>("phase", "Phase of the protocol; none: the whole visit."),
        field<&T::phase_kind>("phase_kind", "What part of the protocol the phase is."),
        field<&T::item>(
            "item",
            "Channel, pair of sites (right-left), state, code or comparison infant that it belongs to."),
        field<&T::start_s>("start_s", "Time, or start of the stretch: seconds from the first sample."),
        field<&T::end_s>("end_s", "End of the stretch, likewise."),
        field<&T::frequency_hz>("frequency_hz", "Frequency, in a spectrum."),
        field<&T::value>("value", "The number, in full; none: see reason."),
        field<&T::unit>("unit", "Unit of value, se, ci_low and ci_high; 1: none."),
        field<&T::se>("se", "Standard error."),
        field<&T::df>("df", "Degrees of freedom of the standard error; none: normal theory."),
        field<&T::ci_low>("ci_low", "Lower end of the 95 % confidence interval."),
        field<&T::ci_high>("ci_high", "Upper end of the 95 % confidence interval."),
        field<&T::n>("n", "How many units (epochs, windows, infants) it rests on."),
        field<&T::used>("used", "Whether it enters the means of the visit."),
        field<&T::finding>("finding", "The verdict or level that goes with it."),
        field<&T::how>("how", "Band, method or matching, where there are several."),
        field<&T::source>("source", "What it rests on: channel or list of beats, publication, table."),
        field<&T::reason>(
            "reason", "Why there is no value, no interval or no use of it, or what is to be known of it.")};
  }
};

/// What a measure is called and means.
struct MeasureNote {
  std::string title;
  std::string unit;
};

struct TidyTable {
  std::vector<TidyRow> rows;
  std::map<std::string, MeasureNote> measures;  ///< by TidyRow::measure
};

TidyTable tidy(const report::Report& report);

/// The table's description: each column, each measure with unit and meaning, how the numbers were formed,
/// settings, version and digests (a BIDS sidecar).
Json tidy_sidecar(const TidyTable& table, const report::Report& report);

}  // namespace attune::exports
