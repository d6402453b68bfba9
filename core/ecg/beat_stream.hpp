// Finds R peaks in one ECG channel while it is being read.
//
//   BeatStream stream(sample_rate_hz, settings);
//   stream.begin_segment(0);                  // and after every gap, with the time of its first sample
//   while (…) stream.push(samples);           // any number at a time, any unit (the detector is scale-free)
//   EcgFeatures features = stream.finish();
//
// Detection works on blocks of some minutes, so memory does not grow with the recording; no block and no
// interval crosses a gap. How a block is searched: ecg/block_detector.hpp. Samples that are not finite, or
// beyond any unit (1e100), count as 0.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "base/interval.hpp"
#include "ecg/beats.hpp"
#include "ecg/settings.hpp"
#include "ecg/signal_faults.hpp"

namespace attune::ecg {

/// A stretch that is no ECG, with half a QRS template on either side: what is there may be bent by it.
struct Fault {
  double start_s = 0;
  double end_s = 0;
  FaultKind kind = FaultKind::held;

  static constexpr const char* type_name = "EcgFault";
  static constexpr auto fields() {
    return std::array{field<&Fault::start_s>("start_s", "Start, seconds from the first sample."),
                      field<&Fault::end_s>("end_s", "End (exclusive), seconds from the first sample."),
                      field<&Fault::kind>("kind", "What was found.")};
  }
};

/// What one ECG channel leaves behind: small, and all that later floors need.
struct EcgFeatures {
  double sample_rate_hz = 0;
  std::vector<Beat> beats;         ///< as detected, before any editing, by time
  std::vector<Interval> segments;  ///< stretches of samples without a gap
  std::vector<Interval> poor;      ///< stretches where the beats cannot be trusted
  std::vector<Fault> faults;       ///< stretches that are no ECG, by start
  std::vector<Interval> marked;    ///< stretches that the recording marks as bad
  double quality = 0;              ///< 0 … 1, to choose the best of several channels
  bool inverted = false;           ///< the QRS points down in this lead
  double timing_noise_ms = 0;      ///< typical standard error of one R time (median over beats)
  double value_samples = 1;        ///< samples that each value stands for, where values are repeated
  bool skips_beats = false;        ///< somewhere the heart beats twice as fast as is told

  /// What the values were recorded at; below sample_rate_hz where they are repeated.
  double value_rate_hz() const { return sample_rate_hz / value_samples; }

  static constexpr const char* type_name = "EcgFeatures";
  static constexpr auto fields() {
    return std::array{
        field<&EcgFeatures::sample_rate_hz>("sample_rate_hz", "Sampling rate of the channel."),
        field<&EcgFeatures::beats>("beats", "Beats as detected."),
        field<&EcgFeatures::segments>("segments", "Stretches of samples without a gap."),
        field<&EcgFeatures::poor>("poor", "Stretches where the beats cannot be trusted."),
        field<&EcgFeatures::faults>("faults", "Stretches that are no ECG: held values, steps, spikes."),
        field<&EcgFeatures::marked>("marked", "Stretches that the recording marks as bad."),
        field<&EcgFeatures::quality>("quality", "0 to 1, to choose the best of several channels."),
        field<&EcgFeatures::inverted>("inverted", "Whether the QRS points down in this lead."),
        field<&EcgFeatures::timing_noise_ms>("timing_noise_ms", "Typical standard error of one R time."),
        field<&EcgFeatures::value_samples>("value_samples",
                                           "Samples that each value stands for, where values are repeated."),
        field<&EcgFeatures::skips_beats>("skips_beats",
                                         "Whether, somewhere, the heart beats twice as fast as is told.")};
  }
};

class BeatStream {
 public:
  BeatStream(double sample_rate_hz, const Settings& settings);
  ~BeatStream();
  BeatStream(BeatStream&&) noexcept;
  BeatStream& operator=(BeatStream&&) noexcept;

  /// Tells that the next sample is at `start_s`, after a gap (or at the start of the recording).
  void begin_segment(double start_s);
  void push(std::span<const double> samples);
  /// Searches what is left and hands over the result. The stream is empty afterwards.
  EcgFeatures finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace attune::ecg
