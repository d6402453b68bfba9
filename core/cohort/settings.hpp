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
    return std::make_tuple(
        field("fewest_clean_eeg_s", &Gates::fewest_clean_eeg_s, between(0, 86400),
              "With less clean EEG of the primary pair the recording's asymmetries do not enter.",
              "common practice; 60 s are recommended"),
        field("fewest_heart_epochs", &Gates::fewest_heart_epochs, between(0, 10000),
              "With fewer 30-s epochs used the recording's heart measures do not enter.",
              "common practice: at least two, four recommended"),
        field("most_edited_beats_percent", &Gates::most_edited_beats_percent, between(0, 100),
              "With more beats changed by editing the recording's heart measures do not enter.",
              "common practice: the limit that holds for one epoch"),
        field("youngest_months", &Gates::youngest_months, between(0, 1440),
              "Recordings of younger infants do not enter; null: all ages."),
        field("oldest_months", &Gates::oldest_months, between(0, 1440),
              "Recordings of older infants do not enter; null: all ages."));
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
    return std::make_tuple(
        field("age_band_months", &PackSettings::age_band_months, between(0.1, 60),
              "Aggregates are formed in bands of this width, from a whole multiple of it.",
              "common practice; infants change within weeks"),
        field("fewest_infants", &PackSettings::fewest_infants, between(2, 10000),
              "Cells of fewer infants are withheld.",
              "common practice of disclosure control; Crawford & Howell 1998 work with 5 and more"),
        field("source", &PackSettings::source,
              "What the pack says about itself; empty: the group's name and size."));
  }
};

struct Settings {
  std::string task;
  Gates gates;
  group::Settings group;
  PackSettings reference;

  static constexpr const char* type_name = "CohortSettings";
  static constexpr auto fields() {
    return std::make_tuple(
        field(
            "task", &Settings::task,
            "Only recordings of this BIDS task; empty: all, and of several at one visit the first by name."),
        field("gates", &Settings::gates, "Which recordings enter."),
        field("group", &Settings::group, "How the groups are compared."),
        field("reference", &Settings::reference, "What the reference packs hold."));
  }
};

}  // namespace attune::cohort
