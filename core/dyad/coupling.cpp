#include "dyad/coupling.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "dyad/lags.hpp"
#include "dyad/regression.hpp"
#include "dyad/surrogates.hpp"
#include "stats/holm.hpp"
#include "words/ids/dyad.hpp"

namespace attune::dyad {

namespace {

using words::say;

/// In which both are valid.
double overlap_s(const Detrended& a, const Detrended& b, double step_s) {
  double steps = 0;
  for (std::size_t t = 0; t < a.valid.size(); ++t) steps += a.valid[t] * b.valid[t];
  return steps * step_s;
}

bool varies(const Detrended& x) {
  return std::any_of(x.value.begin(), x.value.end(), [](double value) { return std::abs(value) > 1e-9; });
}

words::Said sentence_of(const Coupling& c) {
  if (c.verdict == CouplingVerdict::no_coupling_found)
    return say<"dyad.none_found">(
        {{"measure", name_of_measure(c.measure)}, {"p", words::probability(*c.p_adjusted)}});
  const words::AsIs direction = words::as_is(*c.peak_r < 0 ? "opposite" : "same");
  if (c.first == First::cannot_tell)
    return say<"dyad.together">({{"measure", name_of_measure(c.measure)},
                                 {"direction", direction},
                                 {"low", words::change(*c.peak_lag_low_s, 1)},
                                 {"high", words::change(*c.peak_lag_high_s, 1)},
                                 {"r", words::number(*c.peak_r, 2)},
                                 {"p", words::probability(*c.p_adjusted)}});
  const bool mother = c.first == First::mother;
  const double low_s = mother ? *c.peak_lag_low_s : -*c.peak_lag_high_s;
  const double high_s = mother ? *c.peak_lag_high_s : -*c.peak_lag_low_s;
  return say<"dyad.came_first">({{"measure", name_of_measure(c.measure)},
                                 {"first", words::as_is(mother ? "mother" : "infant")},
                                 {"direction", direction},
                                 {"lag", words::number(std::abs(*c.peak_lag_s), 1)},
                                 {"low", words::number(low_s, 1)},
                                 {"high", words::number(high_s, 1)},
                                 {"r", words::number(*c.peak_r, 2)},
                                 {"p", words::probability(*c.p_adjusted)}});
}

void add_peak(Coupling& c, const Detrended& mother, const Detrended& infant, int most,
              const Settings& settings) {
  c.r = cross_correlation(mother, infant, most);
  for (int lag = -most; lag <= most; ++lag) c.lag_s.push_back(lag * settings.step_s);
  c.concurrent_r = c.r[static_cast<std::size_t>(most)];
  const Peak peak = peak_of(c.r);
  const int sign = peak.r < 0 ? -1 : 1;
  const auto block = static_cast<std::size_t>(std::max(1.0, settings.block_s / settings.step_s));
  const LagIntervals spans =
      block_intervals(mother, infant, most, peak, block, settings.draws, settings.seed);
  c.peak_r = peak.r;
  c.peak_r_low = spans.r.low;
  c.peak_r_high = spans.r.high;
  c.peak_lag_s = peak.lag_steps * settings.step_s;
  // A beat shows what moved it up to an interval late, and not alike in a slow and in a fast heart: no lag is known to
  // better than half a step, however well the draws agree.
  c.peak_lag_low_s = (spans.lag_steps.low - 0.5) * settings.step_s;
  c.peak_lag_high_s = (spans.lag_steps.high + 0.5) * settings.step_s;
  c.lead_lag_index = lead_lag_index(c.r, sign);
  c.lead_lag_index_low = spans.index.low;
  c.lead_lag_index_high = spans.index.high;
}

void add_chance(Coupling& c, const Detrended& mother, const Detrended& infant, int most,
                const Settings& settings) {
  const Chance chance = chance_of_peak(mother, infant, most, settings.surrogates, settings.seed);
  c.p = chance.p();
  c.p_shifts = chance.p_shifts;
  c.p_phases = chance.p_phases;
  c.p_waves = chance.p_waves;
  c.chance_peak_r = chance.peak_95;
}

void decide(Coupling& c, double p_adjusted, const Settings& settings) {
  c.p_adjusted = p_adjusted;
  c.verdict = p_adjusted <= settings.level ? CouplingVerdict::coupled : CouplingVerdict::no_coupling_found;
  c.first = First::cannot_tell;
  if (c.verdict == CouplingVerdict::coupled) {
    if (*c.peak_lag_low_s > 0) c.first = First::mother;
    if (*c.peak_lag_high_s < 0) c.first = First::infant;
  } else {
    c.peak_lag_s = c.peak_lag_low_s = c.peak_lag_high_s = std::nullopt;
  }
  c.sentence = sentence_of(c);
}

std::optional<PastEffect> effect_of(const std::optional<PastTest>& test) {
  if (!test) return {};
  return PastEffect{test->order, test->f, test->df_num, test->df_den, test->p, test->share};
}

/// On the courses without their line alone: the lag that is not tested answers for drift.
void add_pasts(Coupling& c, std::span<const double> mother, std::span<const double> infant,
               std::span<const Part> parts, const Settings& settings) {
  constexpr double no_waves = std::numeric_limits<double>::infinity();
  const Detrended m = detrend(mother, parts, no_waves), i = detrend(infant, parts, no_waves);
  const int order = order_of(m, i, settings.most_order);
  c.mother_to_infant = effect_of(test_past(i, m, order));
  c.infant_to_mother = effect_of(test_past(m, i, order));
}

}  // namespace

words::Said name_of_measure(CourseKind measure) {
  return measure == CourseKind::rsa ? say<"dyad.measure.rsa">() : say<"dyad.measure.heart_period">();
}

Coupling without_pair(CourseKind measure) {
  Coupling c;
  c.measure = measure;
  c.sentence = say<"dyad.one_heart">();
  return c;
}

Coupling couple(CourseKind measure, std::span<const double> mother, std::span<const double> infant,
                std::span<const Part> parts, const Settings& settings) {
  Coupling c;
  c.measure = measure;
  const double slowest = settings.slowest_s / settings.step_s;
  const Detrended m = detrend(mother, parts, slowest), i = detrend(infant, parts, slowest);
  const int most = static_cast<int>(std::floor(settings.max_lag_s / settings.step_s + 1e-9));
  c.overlap_s = overlap_s(m, i, settings.step_s);
  if (c.overlap_s < settings.least_overlap_s) {
    c.verdict = CouplingVerdict::too_short;
    c.sentence = say<"dyad.too_short">({{"measure", name_of_measure(measure)},
                                        {"found", words::duration(std::floor(c.overlap_s))},
                                        {"needed", words::duration(settings.least_overlap_s)}});
    return c;
  }
  if (!varies(m) || !varies(i)) {
    c.verdict = CouplingVerdict::too_short;
    c.sentence = say<"dyad.no_change">({{"measure", name_of_measure(measure)}});
    return c;
  }
  add_peak(c, m, i, most, settings);
  add_chance(c, m, i, most, settings);
  add_pasts(c, mother, infant, parts, settings);
  decide(c, *c.p, settings);
  return c;
}

void decide_together(Coupling& one, Coupling& other, const Settings& settings) {
  if (!one.p || !other.p) return;
  const double p[] = {*one.p, *other.p};
  const auto adjusted = stats::holm(p);
  decide(one, adjusted[0], settings);
  decide(other, adjusted[1], settings);
}

}  // namespace attune::dyad
