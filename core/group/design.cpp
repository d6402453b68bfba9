#include "group/design.hpp"

#include <algorithm>
#include <cmath>

#include "group/analysis.hpp"
#include "group/drawn_study.hpp"
#include "stats/difference.hpp"
#include "stats/share.hpp"
#include "words/ids/design.hpp"

namespace attune::group {
namespace {

/// Infants analysed in one call: a minute of one core or so.
constexpr double most_infants_drawn = 2e7;

int comparison_infants(int treated, const DesignSettings& settings) {
  return std::max(2, static_cast<int>(std::lround(treated * settings.control_ratio)));
}

DrawnStudy study_of(int treated, const DesignSettings& settings) {
  DrawnStudy study;
  study.treated = treated;
  study.control = comparison_infants(treated, settings);
  study.visits = settings.visits;
  study.correlation = settings.correlation;
  study.first = -settings.effect;
  study.last = settings.end_difference;
  if (settings.dropout > 0)
    study.dropout = DrawnStudy::Dropout{std::log(settings.dropout / (1 - settings.dropout)), 0};
  return study;
}

Settings analysis_settings(const DesignSettings& design) {
  Settings settings;
  settings.equivalence_margin_sd = design.equivalence_margin_sd;
  settings.significance = design.significance;
  settings.fewest_infants = design.fewest_infants;
  settings.bootstrap_draws = 100;  // the fewest: no answer here hangs on the bootstrap
  return settings;
}

/// A mean over studies and its standard error.
class Mean {
 public:
  void add(double value) {
    sum_ += value;
    squares_ += value * value;
    ++n_;
  }
  Estimate estimate() const {
    if (n_ < 2) return missing(words::say<"design.none_judged">());
    const double mean = sum_ / n_, variance = std::max(0.0, (squares_ - n_ * mean * mean) / (n_ - 1));
    return stats::with_interval(mean, std::sqrt(variance / n_), std::nullopt, n_);
  }

 private:
  double sum_ = 0, squares_ = 0;
  int n_ = 0;
};

/// What the studies drawn so far found.
struct Findings {
  int judged = 0, group_by_time = 0, all_visits = 0, gains = 0, equivalent = 0, held = 0;
  double treated_last = 0, control_last = 0;
  Mean d, d_width, difference_width;
};

void add(Findings& found, const MeasureResult& result, double truth, const DesignSettings& settings) {
  const auto low = [&](const std::optional<double>& p) { return p && *p < settings.significance; };
  const LaterVisit& last = result.later_visits.back();
  const auto visits = static_cast<std::size_t>(settings.visits);
  found.treated_last += result.cells[visits - 1].n;
  found.control_last += result.cells[2 * visits - 1].n;
  found.gains += low(last.change_p);
  found.all_visits += low(result.group_by_time.p);
  found.equivalent += low(last.equivalence.p);
  if (!last.interaction_p) return;
  ++found.judged;
  found.group_by_time += low(last.interaction_p);
  found.difference_width.add(*last.interaction.ci_high - *last.interaction.ci_low);
  if (!last.d_ppc2.ci_low) return;
  found.d.add(*last.d_ppc2.value);
  found.d_width.add(*last.d_ppc2.ci_high - *last.d_ppc2.ci_low);
  found.held += *last.d_ppc2.ci_low <= truth && truth <= *last.d_ppc2.ci_high;
}

/// A share in percent, and where it may lie by the error of the simulation.
struct Percent {
  words::Number value, low, high;
};
Percent percent(const Estimate& share) {
  return {words::number(100 * *share.value, 1), words::number(100 * *share.ci_low, 1),
          words::number(100 * *share.ci_high, 1)};
}

words::Said sentence_of(const DesignPoint& point, const DesignSettings& settings) {
  const Percent change = percent(point.group_by_time), same = percent(point.equivalence);
  const bool width = point.d_ppc2_width.value.has_value();
  return words::say<"design.sentence">(
      {{"treated", point.treated},
       {"control", point.control},
       {"lost", settings.dropout > 0},
       {"treated_last", words::number(point.treated_last, 1)},
       {"control_last", words::number(point.control_last, 1)},
       {"effect", words::change(settings.effect + settings.end_difference, 2)},
       {"change", change.value},
       {"change_low", change.low},
       {"change_high", change.high},
       {"margin", words::number(settings.equivalence_margin_sd, 2)},
       {"same", same.value},
       {"same_low", same.low},
       {"same_high", same.high},
       {"known", width},
       {"width", width ? words::Value(words::number(*point.d_ppc2_width.value, 2)) : words::Value()},
       {"all", point.judged.value == 1.0},
       {"judged", words::number(100 * *point.judged.value, 1)}});
}

DesignPoint simulate(int treated, const DesignSettings& settings) {
  const DrawnStudy study = study_of(treated, settings);
  const Settings analysis = analysis_settings(settings);
  Random random(static_cast<std::uint64_t>(settings.seed));
  Findings found;
  for (int i = 0; i < settings.draws; ++i)
    add(found, analyze(draw_study(random, study), analysis).measures.front(), study.last - study.first,
        settings);
  const auto share = [&](int count) { return stats::share(count, settings.draws); };
  DesignPoint point;
  point.treated = study.treated;
  point.control = study.control;
  point.treated_last = found.treated_last / settings.draws;
  point.control_last = found.control_last / settings.draws;
  point.judged = share(found.judged);
  point.group_by_time = share(found.group_by_time);
  point.all_visits = share(found.all_visits);
  point.gains = share(found.gains);
  point.equivalence = share(found.equivalent);
  point.d_ppc2 = found.d.estimate();
  point.d_ppc2_width = found.d_width.estimate();
  point.difference_width = found.difference_width.estimate();
  point.d_ppc2_holds = point.d_ppc2.n > 0 ? stats::share(found.held, point.d_ppc2.n)
                                          : missing(words::say<"design.none_judged">());
  point.sentence = sentence_of(point, settings);
  return point;
}

words::Said assumptions_of(const DesignSettings& settings) {
  return words::say<"design.assumptions">({{"draws", settings.draws},
                                           {"seed", settings.seed},
                                           {"visits", settings.visits},
                                           {"correlation", words::change(settings.correlation, 2)},
                                           {"lost", settings.dropout > 0},
                                           {"dropout", words::number(100 * settings.dropout, 1)},
                                           {"first", words::change(-settings.effect, 2)},
                                           {"alike", settings.end_difference == 0},
                                           {"last", words::change(settings.end_difference, 2)},
                                           {"alpha", words::significant(settings.significance, 3)}});
}

}  // namespace

Result<Design> plan_study(const DesignSettings& settings) {
  if (settings.correlation * (settings.visits - 1) <= -1)
    return Error{
        "E_DESIGN_CORRELATION",
        words::say<"design.correlation">(
            {{"visits", settings.visits}, {"lowest", words::change(-1.0 / (settings.visits - 1), 2)}}),
        ""};
  double drawn = 0;
  for (const int treated : settings.infants)
    drawn += static_cast<double>(settings.draws) * (treated + comparison_infants(treated, settings));
  if (drawn > most_infants_drawn)
    return Error{"E_DESIGN_SIZE",
                 words::say<"design.size">(
                     {{"drawn", words::number(drawn, 0)}, {"most", words::number(most_infants_drawn, 0)}}),
                 ""};
  Design design;
  design.version = ATTUNE_VERSION;
  design.settings = settings;
  design.assumptions = assumptions_of(settings);
  for (const int treated : settings.infants) design.points.push_back(simulate(treated, settings));
  return design;
}

}  // namespace attune::group
