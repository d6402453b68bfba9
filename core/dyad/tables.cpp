#include "dyad/tables.hpp"

#include <cmath>

namespace attune::dyad {

namespace {

struct CourseRow {
  double time_s = 0;
  std::optional<double> mother_rsa_ln_ms2, infant_rsa_ln_ms2, mother_heart_period_ms, infant_heart_period_ms;

  static constexpr const char* type_name = "DyadCourseRow";
  static constexpr auto fields() {
    using R = CourseRow;
    return std::array{
        field<&R::time_s>("time_s", "Seconds of the shared clock."),
        field<&R::mother_rsa_ln_ms2>("mother_rsa_ln_ms2", "Continuous RSA of the mother."),
        field<&R::infant_rsa_ln_ms2>("infant_rsa_ln_ms2", "Continuous RSA of the infant."),
        field<&R::mother_heart_period_ms>("mother_heart_period_ms", "Heart period of the mother."),
        field<&R::infant_heart_period_ms>("infant_heart_period_ms", "Heart period of the infant.")};
  }
};

struct LagRow {
  std::string phase, measure, verdict;
  double lag_s = 0, r = 0;
  std::optional<double> p, peak_lag_s, lead_lag_index;

  static constexpr const char* type_name = "DyadLagRow";
  static constexpr auto fields() {
    using R = LagRow;
    return std::array{
        field<&R::phase>("phase", "Name of the phase; empty: the task."),
        field<&R::measure>("measure", "rsa or heart_period."),
        field<&R::verdict>("verdict", "What may be said of the whole curve."),
        field<&R::lag_s>("lag_s", "Positive: the mother's changes come first."),
        field<&R::r>("r", "Cross-correlation without drift."),
        field<&R::p>("p", "Of the highest peak, against surrogates, by Holm over both measures."),
        field<&R::peak_lag_s>("peak_lag_s", "Lag of that peak, where a coupling is found."),
        field<&R::lead_lag_index>("lead_lag_index", "Mean r at the mother's leads minus at the infant's.")};
  }
};

std::optional<double> if_valid(double value) {
  if (!std::isfinite(value)) return {};
  return value;
}

void add_lags(std::vector<LagRow>& rows, const std::string& phase, const Coupling& c) {
  for (std::size_t k = 0; k < c.r.size(); ++k)
    rows.push_back({phase, std::string(name_of(c.measure)), std::string(name_of(c.verdict)), c.lag_s[k],
                    c.r[k], c.p_adjusted, c.peak_lag_s, c.lead_lag_index});
}

}  // namespace

std::string courses_table(const Courses& courses, Separator separator) {
  std::vector<CourseRow> rows;
  for (std::size_t t = 0; t < courses.time_s.size(); ++t)
    rows.push_back({courses.time_s[t], if_valid(courses.mother_rsa_ln_ms2[t]),
                    if_valid(courses.infant_rsa_ln_ms2[t]), if_valid(courses.mother_heart_period_ms[t]),
                    if_valid(courses.infant_heart_period_ms[t])});
  return table_text(rows, separator);
}

std::string lags_table(const Dyad& dyad, Separator separator) {
  std::vector<LagRow> rows;
  const auto add = [&](const Stretch& stretch) {
    add_lags(rows, stretch.phase, stretch.rsa);
    add_lags(rows, stretch.phase, stretch.heart_period);
  };
  add(dyad.task);
  for (const Stretch& phase : dyad.phases) add(phase);
  return table_text(rows, separator);
}

}  // namespace attune::dyad
