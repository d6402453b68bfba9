#include "ecg/rr_classes.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>

#include "base/sort_by.hpp"
#include "ecg/edit.hpp"
#include "stats/moving_quantile.hpp"
#include "stats/quantile.hpp"
#include "stats/students_t.hpp"
#include "words/ids/heart.hpp"

namespace attune::ecg {

namespace {

constexpr std::size_t fewest_beats = 6;  // an interval on either side of a repair, and some to compare with

/// Quantiles of `count` values around each place, fewer at the ends. Places come in order.
class Around {
 public:
  Around(const std::vector<double>& x, int count)
      : quantile_(x), size_(x.size()), reach_(static_cast<std::size_t>(count) / 2) {}

  double quantile(std::size_t i, double q) {
    const std::size_t to = std::min(size_, i + reach_ + 1);
    return quantile_.at(std::min(to, i > reach_ ? i - reach_ : 0), to, q);
  }

 private:
  stats::MovingQuantile quantile_;
  std::size_t size_, reach_;
};

/// The intervals of a run, what their successive differences usually are, and how far each stands out.
/// Interval i runs from beat i to beat i + 1; difference i is at beat i, interval i less interval i − 1.
struct Scatter {
  std::vector<double> rr_ms;
  std::vector<double> change_ms;   ///< by beat; 0 at the first and the last
  std::vector<double> scatter_ms;  ///< by beat: standard deviation of the usual changes around it
  std::vector<char> other_shape;   ///< by beat: clearly not that of the beats around it
};

/// By beat, whether it is clearly less like the usual beat than those around it are.
std::vector<char> of_other_shape(const std::vector<Beat>& beats, const Editing& e) {
  std::vector<double> unlike;
  for (const Beat& beat : beats) unlike.push_back(1 - beat.likeness);
  std::vector<char> other;
  Around around(unlike, e.shape_beats);
  for (std::size_t i = 0; i < unlike.size(); ++i)
    other.push_back(unlike[i] > e.least_unlikeness &&
                    unlike[i] > e.unlikeness_ratio * around.quantile(i, 0.5));
  return other;
}

std::vector<double> intervals_of(const std::vector<Beat>& beats) {
  std::vector<double> rr_ms;
  for (std::size_t i = 0; i + 1 < beats.size(); ++i)
    rr_ms.push_back((beats[i + 1].time_s - beats[i].time_s) * 1000);
  return rr_ms;
}

Scatter scatter_of(const std::vector<Beat>& beats, const Editing& e) {
  Scatter s;
  const std::size_t n = beats.size();
  s.rr_ms = intervals_of(beats);
  s.change_ms.assign(n, 0.0);
  s.other_shape = of_other_shape(beats, e);
  std::vector<double> size_ms;      // of the changes between beats as found
  std::vector<std::size_t> so_far;  // by beat: how many of them come before it
  const auto found = [&](std::size_t i) { return beats[i].kind == BeatKind::detected; };
  for (std::size_t i = 0; i < n; ++i) {
    so_far.push_back(size_ms.size());
    if (i == 0 || i + 1 == n) continue;
    s.change_ms[i] = s.rr_ms[i] - s.rr_ms[i - 1];
    if (found(i - 1) && found(i) && found(i + 1)) size_ms.push_back(std::abs(s.change_ms[i]));
  }
  // The standard deviation of a normal sample from a quantile of its absolute values: what lies beyond it, as beats that
  // are to be edited do, does not count.
  const double quantile_of_normal = stats::normal_quantile((1 + e.scatter_quantile) / 2);
  Around widely(size_ms, e.scatter_beats), nearly(size_ms, e.near_beats), intervals(s.rr_ms, e.median_beats);
  for (std::size_t i = 0; i < n; ++i) {
    const auto spread = [&](Around& around) {
      return around.quantile(so_far[i], e.scatter_quantile) / quantile_of_normal;
    };
    const double interval_ms = intervals.quantile(i, 0.5);
    const double usual_ms =
        std::clamp(std::max(spread(widely), spread(nearly)), e.least_scatter_percent / 100 * interval_ms,
                   e.most_scatter_percent / 100 * interval_ms);
    const double before_ms = i > 0 ? beats[i - 1].timing_noise_ms : 0;
    const double own_ms = beats[i].timing_noise_ms;
    const double after_ms = i + 1 < n ? beats[i + 1].timing_noise_ms : 0;
    s.scatter_ms.push_back(
        std::sqrt(usual_ms * usual_ms + before_ms * before_ms + 4 * own_ms * own_ms + after_ms * after_ms));
  }
  return s;
}

/// A change at a beat that is smaller than this is not suspected.
double unsuspected_ms(const Scatter& s, std::size_t i, const Editing& e) {
  return e.suspect_scatters * s.scatter_ms[i];
}

/// How unlikely a change is, in log-likelihood units: Student's t, so that one large change may be real.
double surprise(double change_ms, double scatter_ms, const Editing& e) {
  const double z = change_ms / scatter_ms;
  return (e.tail_df + 1) / 2 * std::log1p(z * z / e.tail_df);
}

/// The beats between beat `first` and beat `last` give way to `put_in` evenly placed ones.
struct Repair {
  std::size_t first = 0, last = 0;
  int put_in = 0;
  double gain = 0;           ///< how much likelier the rhythm becomes, less the price of the change
  bool other_shape = false;  ///< the one beat that is moved shows itself ectopic by its shape too
  std::size_t taken_out() const { return last - first - 1; }
  bool moves_one() const { return taken_out() == 1 && put_in == 1; }
};

/// Usual interval on both sides of a stretch.
double usual_around(const Scatter& s, std::size_t first, std::size_t last, const Editing& e) {
  const auto reach = static_cast<std::size_t>(e.median_beats) / 2;
  std::vector<double> near;
  for (std::size_t i = first > reach ? first - reach : 0; i < first; ++i) near.push_back(s.rr_ms[i]);
  for (std::size_t i = last; i < std::min(s.rr_ms.size(), last + reach); ++i) near.push_back(s.rr_ms[i]);
  return stats::median(near);
}

/// Whether the one beat between two others of the usual shape has another, and comes early.
bool is_early_and_other(const Scatter& s, std::size_t first) {
  return s.other_shape[first + 1] && !s.other_shape[first] && !s.other_shape[first + 2] &&
         s.change_ms[first + 1] > 0;
}

/// The likeliest repair of what lies between two beats; none if there is none or it brings nothing.
std::optional<Repair> repair_between(const std::vector<Beat>& beats, const Scatter& s, std::size_t first,
                                     std::size_t last, const Editing& e) {
  if (first == 0 || last + 1 >= beats.size()) return {};
  for (std::size_t i = first; i <= last; ++i) {
    if (beats[i].kind != BeatKind::detected) return {};  // set by hand, or changed by another repair
  }
  const double span_ms = (beats[last].time_s - beats[first].time_s) * 1000;
  const double usual_ms = usual_around(s, first, last, e);
  const double parts = std::round(span_ms / usual_ms);
  if (parts < 1 || parts - 1 > e.most_missed) return {};
  Repair repair{first, last, static_cast<int>(parts) - 1};
  if (repair.taken_out() == 0 && repair.put_in == 0) return {};
  repair.other_shape = repair.moves_one() && is_early_and_other(s, first);
  const double each_ms = span_ms / parts;
  const double step_in = each_ms - s.rr_ms[first - 1], step_out = s.rr_ms[last] - each_ms;
  const double scatter = std::max(s.scatter_ms[first], s.scatter_ms[last]);
  const double fit_ms = repair.moves_one() ? e.move_fit_percent / 100 * usual_ms
                                           : std::max(e.fit_scatters * scatter * std::sqrt(parts),
                                                      e.fit_percent / 100 * usual_ms);
  if (std::max(std::abs(step_in), std::abs(step_out)) > fit_ms) return {};
  double price = e.change_cost + e.put_in_cost * repair.put_in;
  const auto other_from = s.other_shape.begin() + static_cast<std::ptrdiff_t>(first);
  const bool other_near = std::any_of(other_from, other_from + static_cast<std::ptrdiff_t>(last - first) + 1,
                                      [](char other) { return other != 0; });
  for (std::size_t i = first + 1; i < last; ++i) {
    price += e.take_out_cost * beats[i].confidence;
    if (other_near && !s.other_shape[i]) price += e.other_shape_gain;  // the other one is what is wrong
  }
  repair.gain =
      -price - surprise(step_in, s.scatter_ms[first], e) - surprise(step_out, s.scatter_ms[last], e);
  for (std::size_t i = first; i <= last; ++i) repair.gain += surprise(s.change_ms[i], s.scatter_ms[i], e);
  if (repair.other_shape) repair.gain += e.other_shape_gain;
  if (repair.gain <= 0) return {};
  return repair;
}

/// All repairs that make the rhythm likelier, the best first.
std::vector<Repair> repairs_of(const std::vector<Beat>& beats, const Scatter& s, const Editing& e) {
  std::vector<Repair> repairs;
  const auto most_out = static_cast<std::size_t>(e.most_taken_out);
  std::size_t next = 1;  // stretches that begin earlier were looked at
  for (std::size_t i = 1; i + 1 < beats.size(); ++i) {
    if (!s.other_shape[i] && std::abs(s.change_ms[i]) < unsuspected_ms(s, i, e)) continue;
    const std::size_t from = i > most_out + 1 ? i - most_out - 1 : 1;
    for (std::size_t first = std::max(next, from); first <= i; ++first) {
      for (std::size_t out = 0; out <= most_out; ++out) {
        if (const auto repair = repair_between(beats, s, first, first + out + 1, e))
          repairs.push_back(*repair);
      }
    }
    next = i + 1;
  }
  sort_by(repairs, [](const Repair& repair) { return -repair.gain; });
  return repairs;
}

void move_one(Beat& beat, const Repair& repair, const std::vector<Beat>& run, double criterion_ms) {
  beat.found_s = beat.time_s;
  beat.time_s = (run[repair.first].time_s + run[repair.last].time_s) / 2;
  const double moved_ms = (beat.time_s - *beat.found_s) * 1000;
  const bool premature = moved_ms > criterion_ms / 2;  // its intervals differ by twice that
  beat.kind = premature || repair.other_shape ? BeatKind::ectopic : BeatKind::long_short;
  beat.reason = premature            ? words::say<"heart.beat.premature">()
                : repair.other_shape ? words::say<"heart.beat.other_shape">()
                : moved_ms > 0       ? words::say<"heart.beat.early">()
                                     : words::say<"heart.beat.late">();
}

/// Makes the repairs that do not touch each other.
bool apply(std::vector<Beat>& run, const std::vector<Repair>& repairs, double criterion_ms) {
  std::vector<char> taken(run.size(), 0);
  std::vector<Beat> put_in;
  bool changed = false;
  for (const Repair& repair : repairs) {
    const auto from = taken.begin() + static_cast<std::ptrdiff_t>(repair.first) - 1;
    const auto to = taken.begin() + static_cast<std::ptrdiff_t>(repair.last) + 2;
    if (std::any_of(from, to, [](char c) { return c != 0; })) continue;
    std::fill(from, to, 1);
    changed = true;
    if (repair.moves_one()) {
      move_one(run[repair.first + 1], repair, run, criterion_ms);
      continue;
    }
    for (std::size_t i = repair.first + 1; i < repair.last; ++i) {
      run[i].kind = BeatKind::extra;
      run[i].reason =
          repair.put_in == 0 ? words::say<"heart.beat.splits">() : words::say<"heart.beat.between">();
    }
    const double from_s = run[repair.first].time_s, span_s = run[repair.last].time_s - from_s;
    for (int k = 1; k <= repair.put_in; ++k)
      put_in.push_back({from_s + k * span_s / (repair.put_in + 1), BeatKind::missed, 0, 0,
                        words::say<"heart.beat.missed">()});
  }
  run.insert(run.end(), put_in.begin(), put_in.end());
  sort_by_time(run);
  return changed;
}

}  // namespace

std::vector<Beat> edit_run(std::vector<Beat> run, const Settings& settings) {
  std::vector<Beat> taken_out;
  for (int round = 0; round < settings.editing.most_rounds && run.size() >= fewest_beats; ++round) {
    const Scatter scatter = scatter_of(run, settings.editing);
    const double criterion_ms = berntson_criterion_ms(scatter.rr_ms, CriterionBasis::differences);
    if (!apply(run, repairs_of(run, scatter, settings.editing), criterion_ms)) break;
    const auto out = std::stable_partition(run.begin(), run.end(),
                                           [](const Beat& beat) { return !is_taken_out(beat.kind); });
    taken_out.insert(taken_out.end(), out, run.end());
    run.erase(out, run.end());
  }
  run.insert(run.end(), taken_out.begin(), taken_out.end());
  sort_by_time(run);
  return run;
}

std::vector<IntervalLimits> limits_of_run(const std::vector<Beat>& run, const Settings& settings) {
  const Editing& e = settings.editing;
  const std::vector<double> rr_ms = intervals_of(run);
  std::vector<IntervalLimits> limits;
  for (std::size_t i = 0; i < rr_ms.size(); ++i) limits.push_back({run[i + 1].time_s, rr_ms[i], {}, {}});
  if (run.size() < fewest_beats || e.most_rounds == 0) return limits;
  const Scatter scatter = scatter_of(run, e);
  for (std::size_t i = 1; i < rr_ms.size(); ++i) {
    const double reach_ms = unsuspected_ms(scatter, i, e);
    limits[i].low_ms = rr_ms[i - 1] - reach_ms;
    limits[i].high_ms = rr_ms[i - 1] + reach_ms;
  }
  return limits;
}

}  // namespace attune::ecg
