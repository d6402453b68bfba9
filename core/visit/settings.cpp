#include "visit/settings.hpp"

namespace attune::visit {

Settings settings_at(const Settings& settings, std::optional<double> age_months) {
  Settings result = settings;
  result.ecg = ecg::settings_at(settings.ecg, age_months);
  result.hrv = hrv::settings_at(settings.hrv, result.ecg.preset);
  return result;
}

}  // namespace attune::visit
