#include "export/specification_table.hpp"

#include <algorithm>

#include "report/curve_choices.hpp"

namespace attune::exports {
namespace {

const char* beyond_words(report::Verdict verdict) {
  if (!is_beyond_error(verdict)) return "no";
  return verdict == report::Verdict::increase ? "up" : "down";
}

SpecificationRow row_of(const report::CurveAnalysis& analysis, const report::SpecificationCurve& curve,
                        SpecificationRow row) {
  for (std::size_t c = 0; c < std::min(curve.choices.size(), analysis.options.size()); ++c) {
    const auto& options = curve.choices[c].options;
    const auto option = static_cast<std::size_t>(analysis.options[c]);
    if (std::string* cell = report::column_of(curve.choices[c].id, row); cell && option < options.size())
      *cell = options[option].english();
  }
  const Estimate& change = analysis.change;
  row.before = analysis.before;
  row.after = analysis.after;
  row.change = change.value;
  row.se = change.se;
  row.df = change.df;
  row.ci_low = change.ci_low;
  row.ci_high = change.ci_high;
  row.beyond = beyond_words(analysis.verdict);
  row.own = analysis.own ? "yes" : "no";
  return row;
}

SpecificationRow row_of(const report::CurveGap& gap, SpecificationRow row) {
  if (std::string* cell = report::column_of(gap.choice, row)) *cell = gap.what.english();
  row.reason = std::to_string(gap.analyses) + (gap.analyses == 1 ? " analysis: " : " analyses: ") +
               gap.reason.english();
  return row;
}

}  // namespace

std::vector<SpecificationRow> specification_rows(const report::Report& report) {
  std::vector<SpecificationRow> rows;
  for (const report::SpecificationCurve& curve : report.specification_curves) {
    SpecificationRow common;
    common.participant = report.participant;
    common.measure = curve.measure;
    const auto measure = std::find_if(report.measures.begin(), report.measures.end(),
                                      [&](const report::Measure& one) { return one.id == curve.measure; });
    if (measure != report.measures.end()) {
      common.domain = std::string(name_of(measure->domain));
      common.unit = measure->unit.english();
    }
    const auto label = [&](int visit) {
      const auto i = static_cast<std::size_t>(visit);
      return i < report.visits.size() ? report.visits[i].label : std::string();
    };
    common.visit = label(curve.to);
    common.compared_with = label(curve.from);
    for (const report::CurveAnalysis& analysis : curve.analyses)
      rows.push_back(row_of(analysis, curve, common));
    for (const report::CurveGap& gap : curve.not_formed) rows.push_back(row_of(gap, common));
  }
  return rows;
}

}  // namespace attune::exports
