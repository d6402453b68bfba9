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
    return std::array{
        field<&S::participant>("participant", "Code of the infant, as entered; none: none was."),
        field<&S::domain>("domain", "brain or heart."),
        field<&S::measure>("measure", "The report's primary measure, whose change is asked about."),
        field<&S::visit>("visit", "The later visit."),
        field<&S::compared_with>("compared_with", "The earlier visit."),
        field<&S::form>("form", "Form of power (brain)."),
        field<&S::method>("method", "Method of RSA (heart)."),
        field<&S::band>("band", "Band."),
        field<&S::reference>("reference", "Reference of the EEG (brain)."),
        field<&S::amplitude_limit>("amplitude_limit", "Amplitude limit of windows (brain)."),
        field<&S::pair>("pair", "Electrode pair, right minus left (brain)."),
        field<&S::epoch>("epoch", "Length of an epoch (heart)."),
        field<&S::before>("before", "Value at the earlier visit."),
        field<&S::after>("after", "Value at the later visit."),
        field<&S::change>("change", "Later minus earlier; none: see reason."),
        field<&S::se>("se", "Standard error of the change."),
        field<&S::df>("df", "Degrees of freedom of the standard error; none: normal theory."),
        field<&S::ci_low>("ci_low", "Lower end of the 95 % confidence interval."),
        field<&S::ci_high>("ci_high", "Upper end of the 95 % confidence interval."),
        field<&S::unit>("unit", "Unit of values and change."),
        field<&S::beyond>("beyond", "Whether the interval leaves out zero: up, down or no."),
        field<&S::own>("own", "yes: the report's own analysis."),
        field<&S::reason>("reason", "How many analyses could not be formed, and why.")};
  }
};

/// In the order of the curves, lowest change first; after each curve what could not be formed.
std::vector<SpecificationRow> specification_rows(const report::Report& report);

}  // namespace attune::exports
