// A signal of a lower rate that was written at a higher one by repeating each value: exporters that bring all channels to
// one rate do so. Its steps are no part of what was recorded.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <vector>

namespace attune::dsp {

/// Watches a signal as it comes, in pieces of any length. In a recorded signal, also in a coarse one, many values differ
/// from both of their neighbours; in a repeated one none does.
class RepeatWatch {
 public:
  void push(std::span<const double> samples);
  /// How many times in a row each value stands, on average; 1: they are not repeated, or too few values were seen.
  double times() const;

 private:
  void end_run();

  static constexpr std::size_t longest =
      64;  ///< of a run that is counted; longer ones are a signal that is flat
  std::array<std::size_t, longest + 1> runs_{};  ///< by length
  std::size_t all_runs_ = 0, run_ = 0;
  double value_ = 0;
  bool first_ = true, decided_ = false;
};

/// The signal between its changes: a natural cubic spline through the first sample of each run.
std::vector<double> without_repeats(std::span<const double> samples);

}  // namespace attune::dsp
