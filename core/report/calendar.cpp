#include "report/calendar.hpp"

namespace attune::report {

std::optional<double> months_between(const visit::Visit& from, const visit::Visit& to) {
  if (from.days_from_first && to.days_from_first)
    return (*to.days_from_first - *from.days_from_first) / days_per_month;
  if (from.age_months && to.age_months) return *to.age_months - *from.age_months;
  return std::nullopt;
}

}  // namespace attune::report
