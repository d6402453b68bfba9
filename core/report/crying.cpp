#include "report/crying.hpp"

#include <algorithm>
#include <cmath>

#include "report/calendar.hpp"
#include "stats/quantile.hpp"

namespace attune::report {
namespace {

bool is_asked_about(const Phase& phase, const std::string& part) {
  return name_of(phase.kind) == part;
}

/// Seconds that the stretches share with the phases that are asked about.
double shared_s(const std::vector<Interval>& stretches, const visit::Visit& visit, const std::string& part) {
  double all_s = 0;
  for (const Interval& stretch : stretches) {
    if (part == "whole") {
      all_s += stretch.duration_s();
      continue;
    }
    for (const Phase& phase : visit.phases)
      if (is_asked_about(phase, part))
        all_s +=
            std::max(0.0, std::min(stretch.end_s, phase.end_s) - std::max(stretch.start_s, phase.start_s));
  }
  return all_s;
}

/// 0 where no epoch has one.
double median_rate(const visit::Visit& visit) {
  std::vector<double> rates;
  for (const hrv::Epoch& epoch : visit.heart.epochs)
    if (epoch.used && epoch.heart_rate_bpm) rates.push_back(*epoch.heart_rate_bpm);
  return stats::median(rates);
}

double own_rate(const visit::Visit& visit, const visit::Visit& compared_with,
                const visit::CheckSettings& settings) {
  const double here = median_rate(visit), there = median_rate(compared_with);
  const auto months = months_between(visit, compared_with);
  const bool near = there > 0 && months && std::abs(*months) <= settings.same_heart_rate_months;
  return near ? std::min(here, there) : here;
}

}  // namespace

Crying crying_at(const visit::Visit& visit, const visit::Visit& compared_with, const std::string& part,
                 const visit::CheckSettings& settings) {
  Crying found;
  edf::TimeMarks marks;
  for (const edf::MarkedStretch& stretch : visit.file.left_out)
    if (stretch.kind == edf::MarkKind::crying) marks.marked.push_back(stretch);
  found.marked_s = shared_s(marks.stretches(), visit, part);
  if (visit.heart.preset == name_of(ecg::Preset::adult)) return found;
  found.own_bpm = own_rate(visit, compared_with, settings);
  const auto is_in_part = [&](const hrv::Epoch& epoch) {
    return part == "whole" || std::any_of(visit.phases.begin(), visit.phases.end(), [&](const Phase& phase) {
             return phase.name == epoch.phase && is_asked_about(phase, part);
           });
  };
  for (const hrv::Epoch& epoch : visit.heart.epochs)
    if (epoch.used && epoch.heart_rate_bpm && is_in_part(epoch) &&
        *epoch.heart_rate_bpm >= found.own_bpm + settings.fast_heart_bpm)
      found.fast_s += epoch.end_s - epoch.start_s;
  return found;
}

}  // namespace attune::report
