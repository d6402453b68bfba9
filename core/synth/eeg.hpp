// Infant EEG as a Gaussian process of known spectrum: a 1/f background and a 6-9 Hz rhythm that waxes and
// wanes, each mixed from independent sources so that channels cohere more the nearer they are, plus mains.
// uV.
#pragma once

#include <array>
#include <complex>
#include <vector>

#include "base/result.hpp"
#include "synth/montage.hpp"
#include "synth/noise.hpp"
#include "synth/truth.hpp"

namespace attune::synth {

/// What the settings amount to, channel by channel.
struct EegPlan {
  std::vector<Position> positions;
  std::vector<double> background_scale;  ///< uV; the shape has density 1 at 1 Hz
  std::vector<double> rhythm_scale;      ///< uV; the shape has variance 1
  std::vector<TrueChannel> channels;
  std::vector<TruePair> pairs;
};

/// Errors: E_SYNTH_SETTINGS (a site nobody knows, or an asymmetry that the rhythm is too weak to carry).
Result<EegPlan> plan_eeg(const RecordingSettings& settings);

class EegGenerator {
 public:
  EegGenerator(const RecordingSettings& settings, const EegPlan& plan);

  /// The next `eeg_sample_rate_hz` samples of every channel, before artifacts.
  void next_second(std::vector<std::vector<double>>& eeg);

  /// Fills in what the pairs' asymmetry came to so far.
  void realise(std::vector<TruePair>& pairs) const;

 private:
  /// Power in 6-9 Hz of 1-s Hann windows with 50 % overlap, from the DFT of half seconds: bins 5 … 10 of the
  /// untapered window are sums of two halves, and tapering is a convolution of neighbouring bins.
  struct BandMeter {
    static constexpr int first_bin = 5, bins = 6;
    std::array<std::complex<double>, bins> half_before{};
    bool has_half = false;
    double power_sum = 0;
    void add_half(const std::array<std::complex<double>, bins>& half);
  };
  void measure(BandMeter& meter, const std::vector<double>& signal) const;
  /// Mains of the second to come.
  void make_mains();
  void mix(std::size_t channel, const std::vector<std::vector<double>>& sources,
           std::vector<double>& out) const;

  double sample_rate_hz_;
  std::vector<double> mixing_;
  std::vector<double> background_scale_, rhythm_scale_;
  std::vector<Cascade> background_, rhythm_;
  std::vector<Random> background_random_, rhythm_random_;
  SlowProcess waxing_;
  double waxing_depth_;
  double mains_hz_;
  std::vector<double> mains_uv_, mains_phase_;
  std::vector<std::vector<double>> mains_signal_;
  double mains_begun_ = -1;  ///< part of a turn that the mains had begun when mains_signal_ was made
  std::uint64_t seconds_ = 0;
  std::vector<double> cosine_, sine_;  ///< of the band meter, bin by bin within each sample
  std::vector<std::vector<double>> background_sources_, rhythm_sources_;
  std::vector<double> background_signal_, rhythm_signal_, envelope_;
  std::vector<std::string> sites_;
  std::vector<BandMeter> whole_meters_, rhythm_meters_;
};

}  // namespace attune::synth
