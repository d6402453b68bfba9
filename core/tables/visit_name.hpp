// What the name of a visit says of its time: "baseline", "9 weeks", "ses-02", "12mo_follow_up", "2025-03-01", "visit_2_arm_1".
// Words and units in English, French, German and Spanish, whatever their capitals and whatever stands between them.
#pragma once

#include <optional>
#include <string_view>

namespace attune::tables {

/// Where known words stand in time, from screening to retest; 0 and above lie behind the treatment's beginning.
struct VisitWord {
  static constexpr int screening = -40, intake = -35, baseline = -30, before = -25;
  static constexpr int during = 0, after = 10, follow_up = 20, later = 25, retest = 30;
};

struct VisitName {
  std::optional<int> word;  ///< a VisitWord, of several the latest
  std::optional<double>
      days;  ///< of a number with a unit of time, from the beginning or from birth; below 0 in pregnancy
  std::optional<double> number;              ///< without a unit: v10, t0, 2; of several the last
  std::optional<double> first_number;        ///< of several, none of which a word says to be the visit's: 1-2
  std::optional<int> date_days;              ///< of a date of the calendar, from 1970
  std::optional<int> date_days_month_first;  ///< the same date read as month/day/year, where it can be
  double instance = 0, arm = 0;              ///< of REDCap's events
  bool bare = false;                         ///< nothing but a number
  bool rest = false;                         ///< there are other words too
  bool since_birth = false;                  ///< its number counts from birth: pp6

  bool says_beginning() const { return word && *word < 0; }
};

VisitName read_visit_name(std::string_view name);

/// Whether a word beside a scale's name is a visit's (t0, v2, post, 9wk) and nothing else; a bare number is none.
bool names_visit(std::string_view word);

/// Whether a word says what a visit is before or after and nothing more: "treatment", "Behandlung", "de".
bool is_of_treatment(std::string_view word);

}  // namespace attune::tables
