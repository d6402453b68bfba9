// Respiratory sinus arrhythmia of one epoch, two ways, as ln(ms²).
//
// Spectral (primary): the Fourier transform is taken on the beats themselves, not on an interpolated series.
// Interpolation acts as a low-pass: off breathing at 0.8 of the beats' Nyquist frequency a cubic spline takes 0.4
// ln units, straight lines 1.1. Here each NN interval stands at its middle, weighted by its length (quadrature for
// unequal spacing) and by a Hamming taper, after a weighted linear detrend. Power density is the squared
// transform over the weights' energy, so a sinusoid of amplitude A gives A²/2 whatever its frequency. It is
// summed over the band, which ends at the epoch's own Nyquist frequency, 1 / (2 mean NN), where that is
// lower: above it the spectrum is a mirror image. The power that the noise of the R times brings is taken
// off. A break in the series is bridged by its slow course (hrv/nn_series.hpp), without which the break itself
// would show as power of the band; the bridge counts neither as power nor as time. A sinusoid of the heart
// period is found whole where beats are recursive, each interval the period at its first beat. Under integral
// pulse frequency modulation an interval is the period's mean over itself, and power at f is lost by sinc²(f ·
// mean NN), as by any mean over a stretch; settings.rsa_beat_model says which holds, and `ipfm` divides by it,
// frequency by frequency.
//
// Porges–Bohrer (second): cubic spline at 4 Hz, minus a moving cubic polynomial over 21 points (Savitzky &
// Golay 1964; half-amplitude at 0.244 Hz), FIR band-pass, ln of the variance (Porges & Bohrer 1990). The
// noise's share is that of the spectral method. Breaks are bridged alike, and the variance is taken beside them.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "hrv/nn_series.hpp"
#include "hrv/settings.hpp"

namespace attune::hrv {

struct BandPower {
  double power_ms2 = 0;       ///< as found
  double noise_ms2 = 0;       ///< of it what the noise of the R times brings, which is known beat by beat
  double difference_ms2 = 0;  ///< what the band, as found, adds to the mean squared successive difference
  double noise_share() const { return noise_ms2 / power_ms2; }
};

/// Spectral RSA before the logarithm, by both models of the beats.
struct RsaPower {
  BandPower recursive, ipfm;
  const BandPower& of(BeatModel model) const { return model == BeatModel::ipfm ? ipfm : recursive; }
};

/// None if the epoch has too few intervals or no variance.
std::optional<RsaPower> rsa_power(std::span<const NnInterval> series, double start_s, double end_s,
                                  const Settings& settings);

/// ln variance of the filtered series within [start_s, end_s). `series` may and should reach beyond the epoch
/// on both sides: the filters are long.
std::optional<double> rsa_porges(std::span<const NnInterval> series, double start_s, double end_s,
                                 const Settings& settings);

/// What the Porges–Bohrer filters do to a sinusoid, as it enters RSA: ln of the squared gain, 0 where it is
/// left whole. Spline and epochs are not in it.
struct PorgesGain {
  std::vector<double> frequency_hz;
  std::vector<double> polynomial_ln;  ///< of the moving polynomial alone
  std::vector<double> filtered_ln;    ///< with the band-pass behind it

  static constexpr const char* type_name = "PorgesGain";
  static constexpr auto fields() {
    return std::array{
        field<&PorgesGain::frequency_hz>("frequency_hz", "Frequency of breathing, through the RSA band."),
        field<&PorgesGain::polynomial_ln>(
            "polynomial_ln", "What the moving polynomial adds to the RSA of such breathing, ln units."),
        field<&PorgesGain::filtered_ln>("filtered_ln", "The same with the band-pass filter behind it.")};
  }
};

/// At the band's edges and every multiple of `step_hz` between them.
PorgesGain porges_gain(const Settings& settings, double step_hz);

}  // namespace attune::hrv
