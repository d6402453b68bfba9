// Second-order recursive filters, run forwards and backwards so that nothing is delayed. For what is drawn,
// never for what is measured.
//
// Source: bilinear transforms of the second-order Butterworth low- and high-pass and of a notch, as in
// R. Bristow-Johnson's "Cookbook formulae for audio EQ biquad filter coefficients". Run both ways, amplitude
// is halved at the corner frequency.
#pragma once

#include <span>

namespace attune::dsp {

struct Biquad {
  double b0 = 1, b1 = 0, b2 = 0;
  double a1 = 0, a2 = 0;
};

/// Corner frequencies lie between 0 and half the rate.
Biquad highpass(double sample_rate_hz, double corner_hz);
Biquad lowpass(double sample_rate_hz, double corner_hz);
/// Takes out one frequency; between the half-amplitude points of one run lie hz / q.
Biquad notch(double sample_rate_hz, double hz, double q);

/// Filters in place, forwards and backwards. Before its start and after its end the signal is taken to stay
/// as it is there.
void filter_both_ways(std::span<double> samples, const Biquad& filter);

}  // namespace attune::dsp
