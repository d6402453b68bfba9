// What a study that is planned could find: many studies of its size drawn from a known truth (group/drawn_study.hpp) and
// each analysed as `attune group` analyses a real one (group/analysis.hpp). Shares are given with the error of having
// drawn only so many.
//
// The truth: the treated infants begin `effect` below the comparison infants, stay there until the visit before the last and
// end `end_difference` above; so the change of the treated differs by effect + end_difference from that of the others, and
// with an end_difference of 0 they end alike, which equivalence is asked about. Everything is in SDs of a group at a visit.
#pragma once

#include <string>
#include <vector>

#include "base/estimate.hpp"
#include "base/result.hpp"
#include "group/settings.hpp"

namespace attune::group {

struct DesignSettings {
  std::vector<int> infants = {20, 30, 40, 60, 80};
  double control_ratio = 1;
  int visits = 2;
  double correlation = 0.5;
  double dropout = 0;
  double effect = 0.5;
  double end_difference = 0;
  double equivalence_margin_sd = Settings{}.equivalence_margin_sd;
  double significance = Settings{}.significance;
  int fewest_infants = Settings{}.fewest_infants;
  int draws = 2000;
  int seed = 1;

  static constexpr const char* type_name = "DesignSettings";
  static constexpr auto fields() {
    using S = DesignSettings;
    return std::array{
        field<&S::infants>(
            "infants", up_to(20, between(2, 1000)),
            "Infants of the treated group at the first visit; one study is planned for each number."),
        field<&S::control_ratio>("control_ratio", between(0.1, 10),
                                 "Comparison infants for one treated infant."),
        field<&S::visits>("visits", between(2, 8), "Visits."),
        field<&S::correlation>(
            "correlation", between(-0.9, 0.99),
            "Correlation of two visits of an infant within a group, as the measure is: its retest over the "
            "interval. No "
            "measure's can be above its reliability."),
        field<&S::dropout>("dropout", between(0, 0.9),
                           "Share of the infants that leave for good after each visit, by chance."),
        field<&S::effect>("effect", between(-5, 5),
                          "How far below the comparison infants the treated begin, in SDs."),
        field<&S::end_difference>("end_difference", between(-5, 5),
                                  "How far above them they truly are at the last visit, in SDs; 0: alike."),
        field<&S::equivalence_margin_sd>(
            "equivalence_margin_sd", between(0.01, 10),
            "Margin of equivalence at the last visit, in SDs of the comparison infants at the first visit."),
        field<&S::significance>(
            "significance", between(1e-6, 0.5),
            "p below this is found; with several primary measures Holm's first step asks for this by their "
            "number."),
        field<&S::fewest_infants>(
            "fewest_infants", between(2, 10000),
            "With fewer infants of a group at a visit nothing is said, as in the analysis."),
        field<&S::draws>("draws", between(100, 100000), "Studies drawn for each number of infants."),
        field<&S::seed>("seed", between(0, 2147483647), "Seed of the draws.")};
  }
};

/// What studies of one size found. A share's `se` and interval (Wilson 1927) are the error of the simulation.
struct DesignPoint {
  int treated = 0, control = 0;
  Estimate judged, group_by_time, all_visits, gains, equivalence;
  Estimate d_ppc2, d_ppc2_width, difference_width, d_ppc2_holds;
  double treated_last = 0, control_last = 0;
  words::Text sentence;

  static constexpr const char* type_name = "DesignPoint";
  static constexpr auto fields() {
    using P = DesignPoint;
    return std::array{
        field<&P::treated>("treated", "Treated infants at the first visit."),
        field<&P::control>("control", "Comparison infants at the first visit."),
        field<&P::treated_last>("treated_last", "Treated infants at the last visit, on average."),
        field<&P::control_last>("control_last", "Comparison infants at the last visit, on average."),
        field<&P::judged>(
            "judged",
            "Share of studies with enough infants of both groups at the first and the last visit; in the "
            "others nothing is "
            "found, and the following shares count them so."),
        field<&P::group_by_time>(
            "group_by_time",
            "Power of group × time at the last visit, mixed model: share of studies with p below the "
            "significance."),
        field<&P::all_visits>(
            "all_visits",
            "The same of all group × visit terms at once; with two visits it is the one before."),
        field<&P::gains>("gains", "The same of the t test of the changes of completers."),
        field<&P::equivalence>(
            "equivalence",
            "Power of the two one-sided tests at the last visit: share of studies found equivalent within "
            "the margin."),
        field<&P::d_ppc2>("d_ppc2", "Mean d_ppc2 of the studies."),
        field<&P::d_ppc2_width>("d_ppc2_width", "Mean width of its 95 % interval."),
        field<&P::d_ppc2_holds>(
            "d_ppc2_holds",
            "Share of the studies with one whose interval holds the true difference in change."),
        field<&P::difference_width>("difference_width",
                                    "Mean width of the 95 % interval of the difference in change, in SDs."),
        field<&P::sentence>("sentence", "In words.")};
  }
};

struct Design {
  std::string version;
  DesignSettings settings;
  std::vector<DesignPoint> points;
  words::Text assumptions;

  static constexpr const char* type_name = "Design";
  static constexpr auto fields() {
    return std::array{
        field<&Design::version>("version", "Version of the core."),
        field<&Design::points>("points", "One for each number of infants, in the order asked for."),
        field<&Design::assumptions>("assumptions", "What is taken to be true, in words."),
        field<&Design::settings>("settings", "What was asked for.")};
  }
};

/// Errors: E_DESIGN_CORRELATION (so many visits cannot correlate so negatively), E_DESIGN_SIZE (more draws of infants than
/// are made in one call).
Result<Design> plan_study(const DesignSettings& settings);

}  // namespace attune::group
