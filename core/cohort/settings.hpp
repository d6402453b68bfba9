// What a cohort can be told beside how each recording is measured: which recordings enter, how the groups are
// compared, and what a reference pack holds. None of it needs a second look at a recording.
#pragma once

#include <optional>
#include <string>

#include "base/describe.hpp"
#include "group/settings.hpp"

namespace attune::cohort {

/// Which recordings enter the comparison of groups, by domain. What does not enter keeps its reason.
struct Gates {
  double fewest_clean_eeg_s = 30;
  int fewest_heart_epochs = 2;
  double most_edited_beats_percent = 10;
  std::optional<double> youngest_months;
  std::optional<double> oldest_months;

  static constexpr const char* type_name = "CohortGates";
  static constexpr auto fields() {
    return std::array{field<&Gates::fewest_clean_eeg_s>("fewest_clean_eeg_s", between(0, 86400),
                                                        from("common_practice_60_s_recommended")),
                      field<&Gates::fewest_heart_epochs>("fewest_heart_epochs", between(0, 10000),
                                                         from("common_practice_two_better_four")),
                      field<&Gates::most_edited_beats_percent>("most_edited_beats_percent", between(0, 100),
                                                               from("limit_of_one_epoch")),
                      field<&Gates::youngest_months>("youngest_months", between(0, 1440)),
                      field<&Gates::oldest_months>("oldest_months", between(0, 1440))};
  }
  static constexpr auto orders() { return std::array{at_most("youngest_months", "oldest_months")}; }
};

/// Comparison infants for others: the reference table of a single report, made of a cohort's controls.
struct PackSettings {
  double age_band_months = 1;
  int fewest_infants = 5;
  std::string source;

  static constexpr const char* type_name = "ReferencePackSettings";
  static constexpr auto fields() {
    return std::array{field<&PackSettings::age_band_months>("age_band_months", between(0.1, 60),
                                                            from("infants_change_within_weeks")),
                      field<&PackSettings::fewest_infants>("fewest_infants", between(2, 10000),
                                                           from("disclosure_control_five")),
                      field<&PackSettings::source>("source")};
  }
};

struct Settings {
  std::string task;
  Gates gates;
  group::Settings group;
  PackSettings reference;
  bool multiverse = false;
  bool pairs = false;

  static constexpr const char* type_name = "CohortSettings";
  static constexpr auto fields() {
    return std::array{field<&Settings::task>("task"),
                      field<&Settings::gates>("gates"),
                      field<&Settings::group>("group"),
                      field<&Settings::reference>("reference"),
                      field<&Settings::multiverse>("multiverse"),
                      field<&Settings::pairs>("pairs")};
  }
};

}  // namespace attune::cohort
