#include "ecg/signal_faults.hpp"

#include <algorithm>
#include <cmath>

#include "base/sort_by.hpp"
#include "stats/quantile.hpp"

namespace attune::ecg {

namespace {

std::size_t samples_in(double ms, double sample_rate_hz) {
  return static_cast<std::size_t>(std::max(1.0, std::round(ms / 1000 * sample_rate_hz)));
}

/// What is usual in windows as long as the longest cycle, so that each holds a beat.
struct Usual {
  double range = 0;             ///< highest − lowest value
  double jump = 0;              ///< steepest change
  std::size_t longest_run = 0;  ///< without a change
};

/// Stretches in which the values stay within `tolerance`, each at least `least` samples long.
std::vector<FaultySamples> flat_runs(std::span<const double> x, double tolerance, std::size_t least) {
  std::vector<FaultySamples> runs;
  std::size_t first = 0;
  double low = 0, high = 0;
  for (std::size_t i = 0; i <= x.size(); ++i) {
    if (i > first && i < x.size() && std::max(high, x[i]) - std::min(low, x[i]) <= tolerance) {
      low = std::min(low, x[i]);
      high = std::max(high, x[i]);
      continue;
    }
    if (i >= first + least) runs.push_back({first, i - 1, FaultKind::held});
    first = i;
    if (i < x.size()) low = high = x[i];
  }
  return runs;
}

class FaultFinder {
 public:
  FaultFinder(std::span<const double> samples, double sample_rate_hz, const Settings& settings)
      : x_(samples),
        faults_(settings.faults),
        window_(samples_in(settings.rr_max_ms, sample_rate_hz)),
        lag_(samples_in(faults_.jump_ms, sample_rate_hz)),
        spike_(samples_in(faults_.spike_ms, sample_rate_hz)),
        shortest_run_(samples_in(faults_.held_ms, sample_rate_hz)) {
    const auto [low, high] = std::minmax_element(x_.begin(), x_.end());
    low_ = *low;
    high_ = *high;
    learn();
  }

  std::vector<FaultySamples> find() {
    add_flat();
    add_jumps();
    sort_by(found_, &FaultySamples::first);
    return joined();
  }

 private:
  double change_at(std::size_t i) const { return std::abs(x_[i] - x_[i - lag_]); }

  void learn() {
    std::vector<double> ranges, jumps, runs;
    for (std::size_t from = 0; from < x_.size(); from += window_) {
      const auto part = x_.subspan(from, std::min(window_, x_.size() - from));
      const auto [low, high] = std::minmax_element(part.begin(), part.end());
      ranges.push_back(*high - *low);
      double steepest = 0;
      for (std::size_t i = std::max(from, lag_); i < from + part.size(); ++i)
        steepest = std::max(steepest, change_at(i));
      jumps.push_back(steepest);
    }
    usual_.range = stats::median(ranges);
    usual_.jump = stats::median(jumps);
    for (std::size_t from = 0; from < x_.size(); from += window_) {
      const auto part = x_.subspan(from, std::min(window_, x_.size() - from));
      std::size_t longest = 0;
      for (const FaultySamples& run : flat_runs(part, tolerance(), 2))
        longest = std::max(longest, run.last - run.first + 1);
      runs.push_back(static_cast<double>(longest));
    }
    // Of the windows with the shorter runs: a lead that is off half of the time is not usual.
    usual_.longest_run = static_cast<std::size_t>(stats::quantile(runs, 0.25));
  }

  double tolerance() const { return faults_.flat_share * usual_.range; }

  /// No heart's diastole is as long as the longest cycle.
  void add_flat() {
    const auto usual = static_cast<std::size_t>(faults_.held_ratio * static_cast<double>(usual_.longest_run));
    const std::size_t least = std::min(std::max(shortest_run_, usual), window_);
    for (FaultySamples run : flat_runs(x_, tolerance(), least)) {
      const bool at_limit = x_[run.last] >= high_ - tolerance() || x_[run.last] <= low_ + tolerance();
      run.kind = at_limit ? FaultKind::clipped : FaultKind::held;
      found_.push_back(run);
    }
  }

  void add_jumps() {
    const double least = faults_.jump_ratio * usual_.jump;
    if (!(least > 0)) return;
    for (std::size_t i = lag_; i < x_.size(); ++i) {
      if (change_at(i) <= least) continue;
      std::size_t last = i;  // of the jumps that follow each other closely
      for (std::size_t k = i; k < std::min(x_.size(), last + spike_ + 1); ++k) {
        if (change_at(k) > least) last = k;
      }
      const std::size_t first = i - lag_;
      const std::size_t after = std::min(x_.size() - 1, last + 1);
      const double moved = std::abs(x_[after] - x_[first]);
      const bool back = moved <= least && after - first <= 2 * spike_;
      found_.push_back({first, last, back ? FaultKind::spike : FaultKind::step});
      i = last;
    }
  }

  /// Faults that touch are one. The first one's kind stands: a held value that is let go ends in a step.
  std::vector<FaultySamples> joined() const {
    std::vector<FaultySamples> result;
    for (const FaultySamples& fault : found_) {
      if (result.empty() || fault.first > result.back().last + spike_) {
        result.push_back(fault);
        continue;
      }
      FaultySamples& before = result.back();
      const bool flat = fault.kind == FaultKind::held || fault.kind == FaultKind::clipped;
      if (flat && before.kind != FaultKind::clipped) before.kind = fault.kind;
      before.last = std::max(before.last, fault.last);
    }
    return result;
  }

  std::span<const double> x_;
  const Faults& faults_;
  std::size_t window_, lag_, spike_, shortest_run_;
  double low_ = 0, high_ = 0;
  Usual usual_;
  std::vector<FaultySamples> found_;
};

}  // namespace

std::vector<FaultySamples> find_faults(std::span<const double> samples, double sample_rate_hz,
                                       const Settings& settings) {
  if (samples.empty()) return {};
  return FaultFinder(samples, sample_rate_hz, settings).find();
}

std::vector<double> without_faults(std::span<const double> samples, std::span<const FaultySamples> faults) {
  std::vector<double> result(samples.begin(), samples.end());
  double level = 0;  // taken off what follows a step
  std::size_t next = 0;
  for (const FaultySamples& fault : faults) {
    for (; next < fault.first; ++next) result[next] -= level;
    const bool begins = fault.first == 0, ends = fault.last + 1 >= samples.size();
    const double before = begins ? (ends ? 0 : samples[fault.last + 1]) : result[fault.first - 1];
    if (fault.kind == FaultKind::step && !begins && !ends) level = samples[fault.last + 1] - before;
    const double after = ends ? before : samples[fault.last + 1] - level;
    const auto steps = static_cast<double>(fault.last - fault.first + 2);
    for (; next <= fault.last && next < samples.size(); ++next)
      result[next] = before + (after - before) * static_cast<double>(next - fault.first + 1) / steps;
  }
  for (; next < samples.size(); ++next) result[next] -= level;
  return result;
}

}  // namespace attune::ecg
