#include "dsp/repeats.hpp"

#include "dsp/spline.hpp"

namespace attune::dsp {

namespace {

constexpr std::size_t fewest_runs = 200, enough_runs = 2000;
constexpr std::size_t chance_percent = 2;  // of runs: at edges of pieces, where a factor is no whole number

}  // namespace

void RepeatWatch::end_run() {
  if (run_ == 0 || run_ > longest) return;
  ++runs_[run_];
  ++all_runs_;
  const bool differ =
      runs_[1] > fewest_runs * chance_percent / 100 && 100 * runs_[1] > chance_percent * all_runs_;
  decided_ = all_runs_ >= enough_runs || (differ && all_runs_ >= fewest_runs);
}

void RepeatWatch::push(std::span<const double> samples) {
  if (decided_) return;
  for (const double sample : samples) {
    if (run_ > 0 && sample == value_) {
      ++run_;
      continue;
    }
    if (!first_) end_run();  // the first run may have begun before
    first_ = first_ && run_ == 0;
    if (decided_) return;
    value_ = sample;
    run_ = 1;
  }
}

double RepeatWatch::times() const {
  if (all_runs_ < fewest_runs || 100 * runs_[1] > chance_percent * all_runs_) return 1;
  std::size_t shortest = 2;
  while (shortest < longest && 100 * runs_[shortest] <= chance_percent * all_runs_) ++shortest;
  std::size_t values = 0,
              samples = 0;  // runs of one value, and of one more sample where the factor is no whole number
  for (std::size_t length = shortest; length <= shortest + 1 && length <= longest; ++length) {
    values += runs_[length];
    samples += length * runs_[length];
  }
  return values > 0 ? static_cast<double>(samples) / static_cast<double>(values) : 1;
}

std::vector<double> without_repeats(std::span<const double> samples) {
  std::vector<double> places, values, all;
  for (std::size_t i = 0; i < samples.size(); ++i) {
    all.push_back(static_cast<double>(i));
    if (i > 0 && samples[i] == samples[i - 1]) continue;
    places.push_back(static_cast<double>(i));
    values.push_back(samples[i]);
  }
  return cubic_spline(places, values, all);
}

}  // namespace attune::dsp
