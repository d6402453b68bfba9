#include "visit/settings.hpp"

#include "edf/start.hpp"

namespace attune::visit {

Settings::Settings() = default;

Settings settings_at(const Settings& settings, std::optional<double> age_months) {
  Settings result = settings;
  result.ecg = ecg::settings_at(settings.ecg, age_months);
  result.hrv = hrv::settings_at(settings.hrv, result.ecg.preset);
  return result;
}

std::optional<double> counted_age(const CheckSettings& settings, std::optional<double> age_months,
                                  std::optional<double> weeks_early) {
  constexpr double days_per_week = 7;
  const bool counts = age_months && weeks_early && *weeks_early > settings.preterm_weeks_early &&
                      *age_months < settings.corrected_until_months;
  return counts ? std::optional(*age_months - *weeks_early * days_per_week / edf::days_per_month)
                : age_months;
}

Settings reading_settings(const Settings& settings, std::optional<double> age_months,
                          std::optional<double> weeks_early) {
  return age_months ? settings_at(settings, counted_age(settings.check, age_months, weeks_early)) : settings;
}

}  // namespace attune::visit
