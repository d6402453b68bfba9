// Comparison infants: a table the user loads, one line a value, with columns participant, visit, age_months,
// sex, measure, value and, if there are such, measured_as (report/reference_method.hpp) and source (a few words that stand
// beside every use, such as "simulated"); or aggregates of such infants (report/reference_aggregates.hpp). No norms are bundled.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "report/reference_aggregates.hpp"
#include "stats/single_case.hpp"
#include "stats/t_test.hpp"
#include "visit/settings.hpp"
#include "words/said.hpp"

namespace attune::report {

struct ReferenceValue {
  std::string participant;
  int visit = 0;  ///< counted from 0, in the order of the visits' names
  std::optional<double> age_months;
  std::string sex;
  std::string measure;
  double value = 0;
  std::string method = {};  ///< report/reference_method.hpp; empty: not told
};

struct Reference {
  std::vector<ReferenceValue> values;  ///< in order of their measures, of one as they stand in the table
  std::vector<ReferenceAggregate> aggregates;  ///< in place of `values`
  std::string source;
  std::vector<Diagnostic> diagnostics = {};
};

/// Visits are whole numbers from 1, or names that tell their order (tables/visit_order.hpp); sex may be f or m, female or
/// male, girl or boy. Lines without a value (tables/missing.hpp) are left out, and those with a usual code for missing that
/// cannot be a value, which is said (W_REFERENCE_MISSING_CODE), as how many were left out is (N_REFERENCE_LEFT_OUT).
/// `missing_codes`: values that mean missing beside these. age_months may be of another unit by its name (age_weeks), and
/// missing as sex may be: then nobody is matched by it. Scales are known by their usual names too. Errors: those of base/csv.hpp; E_REFERENCE_VISIT, E_REFERENCE_SOURCE (more than
/// one), E_REFERENCE_TWICE; for aggregates those of report/reference_aggregates.hpp.
Result<Reference> read_reference(std::string_view csv, const std::vector<std::string>& missing_codes = {});

/// What a table calls itself as it is told: in the words of whoever made it, but for "simulated", which Attune's own
/// tables say.
words::Text name_of_source(const std::string& source);

/// Who the infant is, for matching.
struct MatchOn {
  std::optional<double> age_months;
  std::string sex;
};

/// The comparison infants of one measure at one visit, and how they were chosen.
struct Matched {
  std::vector<double> values;
  words::Text how;  ///< "aged 4.0 to 6.0 months", "at visit 1, not matched by age"
  std::optional<stats::Summary> aggregate = {};  ///< in place of `values`
  bool withheld = false;                         ///< there are such infants, too few to be told of

  stats::Summary summary() const { return aggregate ? *aggregate : stats::summarize(values); }
};

/// Comparison infants who were seen twice.
struct MatchedChanges {
  std::vector<stats::TwoVisits> infants;
  words::Text how;
  std::optional<stats::Summary> aggregate = {};  ///< of their changes, in place of `infants`
  bool interval_known = false;                   ///< whether their visits are known to lie as far apart
  int of_other_interval = 0;                     ///< left out: seen again after another time
  bool withheld = false;                         ///< there are such infants, too few to be told of
};

/// The value of each comparison infant by name: with a known age, that nearest to it within the band; else
/// that of the same visit.
std::map<std::string, double> matched_values(const Reference& reference, const std::string& measure,
                                             std::size_t visit, const MatchOn& on,
                                             const visit::ComparisonSettings& settings);

/// The same without names, and how they were chosen. Of aggregates, the cell whose ages hold the infant's, or
/// that of the same visit; sexes are together there.
Matched match_infants(const Reference& reference, const std::string& measure, std::size_t visit,
                      const MatchOn& on, const visit::ComparisonSettings& settings);

/// An infant's change from one visit to a later one, to be compared with others'.
struct OwnChange {
  std::string measure;
  std::size_t earlier = 0, later = 1;
  MatchOn on;                    ///< at the earlier visit
  std::optional<double> months;  ///< from one to the other, if known
};

/// Those matched at the earlier visit who have a value at the later visit too, after about as long. Where the time is not
/// known on one side, that is said in `how`. Aggregates tell changes from the first visit alone; where they tell ages and the
/// infant's is not known, only if there is one cell for all ages.
MatchedChanges match_changes(const Reference& reference, const OwnChange& own,
                             const visit::ComparisonSettings& settings);

/// Whether the table tells any age for this measure.
bool tells_ages(const Reference& reference, const std::string& measure);

/// Whether nobody can be matched since the table has infants with this measure and tells the age of none of them.
bool lacks_ages(const Reference& reference, const std::string& measure, const MatchOn& on);

}  // namespace attune::report
