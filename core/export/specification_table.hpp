// The specification curves of a report as one table, one line an analysis, for other programs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/describe.hpp"
#include "report/report.hpp"

namespace attune::exports {

struct SpecificationRow {
  std::string participant, domain, measure, visit, compared_with;
  std::string form, method, band, reference, amplitude_limit, pair, epoch;
  std::optional<double> before, after, change, se, df, ci_low, ci_high;
  std::string unit, beyond, own, reason;

  static constexpr const char* type_name = "SpecificationRow";
  static constexpr auto fields() {
    using S = SpecificationRow;
    return std::make_tuple(
        field("participant", &S::participant, "Code of the infant, as entered; none: none was."),
        field("domain", &S::domain, "brain or heart."),
        field("measure", &S::measure, "The report's primary measure, whose change is asked about."),
        field("visit", &S::visit, "The later visit."),
        field("compared_with", &S::compared_with, "The earlier visit."),
        field("form", &S::form, "Form of power (brain)."),
        field("method", &S::method, "Method of RSA (heart)."), field("band", &S::band, "Band."),
        field("reference", &S::reference, "Reference of the EEG (brain)."),
        field("amplitude_limit", &S::amplitude_limit, "Amplitude limit of windows (brain)."),
        field("pair", &S::pair, "Electrode pair, right minus left (brain)."),
        field("epoch", &S::epoch, "Length of an epoch (heart)."),
        field("before", &S::before, "Value at the earlier visit."),
        field("after", &S::after, "Value at the later visit."),
        field("change", &S::change, "Later minus earlier; none: see reason."),
        field("se", &S::se, "Standard error of the change."),
        field("df", &S::df, "Degrees of freedom of the standard error; none: normal theory."),
        field("ci_low", &S::ci_low, "Lower end of the 95 % confidence interval."),
        field("ci_high", &S::ci_high, "Upper end of the 95 % confidence interval."),
        field("unit", &S::unit, "Unit of values and change."),
        field("beyond", &S::beyond, "Whether the interval leaves out zero: up, down or no."),
        field("own", &S::own, "yes: the report's own analysis."),
        field("reason", &S::reason, "How many analyses could not be formed, and why."));
  }
};

/// In the order of the curves, lowest change first; after each curve what could not be formed.
std::vector<SpecificationRow> specification_rows(const report::Report& report);

}  // namespace attune::exports
