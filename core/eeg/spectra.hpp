// From window features back to spectra: band sums, other references, and the spectra of a pair of channels in
// the windows that it can use. Densities are uV^2 / Hz; element 0 is bin 1 throughout.
#pragma once

#include <array>
#include <complex>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "eeg/features.hpp"
#include "eeg/memory.hpp"
#include "eeg/metrics.hpp"
#include "words/said.hpp"

namespace attune::eeg {

/// First and last bin of a band, counted from 1, within `bins`; first > last if the band holds none.
struct BinRange {
  std::size_t first = 1, last = 0;
  std::size_t size() const { return last + 1 - first; }
};
BinRange bins_of(const Band& band, std::size_t bins);

/// "6.5", "9": at most one decimal.
words::Number hertz(double frequency_hz);
/// "6-9 Hz".
words::Said band_name(const Band& band);

/// Sum of the density over the bins of a band, both edges included, times the bin width: uV^2.
inline double band_power(std::span<const double> density, BinRange range, double bin_hz) {
  double sum = 0;
  for (std::size_t bin = range.first; bin <= range.last; ++bin) sum += density[bin - 1];
  return sum * bin_hz;
}
inline double band_power(std::span<const WindowBin> bins, BinRange range, double bin_hz) {
  double sum = 0;
  for (std::size_t bin = range.first; bin <= range.last; ++bin) sum += bins[bin - 1].power();
  return sum * bin_hz;
}
inline double band_power(std::span<const double> density, const Band& band, double bin_hz) {
  return band_power(density, bins_of(band, density.size()), bin_hz);
}
/// Of every window of a channel.
std::vector<double> band_powers(const ChannelFeatures& channel, const Band& band, const Features& features);

/// Unit vector of a stored phase, from two small tables and one complex product.
class PhaseTable {
 public:
  PhaseTable();
  std::complex<double> operator()(std::uint16_t phase) const {
    const std::complex<double>&a = coarse_[phase >> 8], &b = fine_[phase & 0xff];
    return {a.real() * b.real() - a.imag() * b.imag(), a.real() * b.imag() + a.imag() * b.real()};
  }

 private:
  std::array<std::complex<double>, 256> coarse_, fine_;
};

/// A reference to be subtracted: its complex spectrum in every window, and where it cannot be used. The spectra stay in the
/// memory that they were asked of.
struct ReferenceSpectra {
  static constexpr std::size_t chunk_windows = 32;  ///< a limit that moves a little changes few windows

  std::size_t bins = 0;
  std::vector<std::size_t> members;  ///< channels that it is the mean of
  std::vector<const ReferenceChunk*> chunks;
  std::vector<Rejection> rejections;  ///< one a window

  const std::complex<double>* spectrum(std::size_t window) const {
    return chunks[window / chunk_windows]->spectrum.data() + window % chunk_windows * bins;
  }

  /// Whether a pair with one of these channels would be compared with itself: one member leaves nothing of
  /// itself, two leave the same of each.
  bool leaves_nothing_of(std::size_t left, std::size_t right) const;
};

/// Of the `group`th sampling rate, in `bins` bins or more. None if `reference` is as_recorded or the recording lacks the channels for it. `usable`:
/// channels that are not bad. The average takes the usable channels that are not rejected in the window, earlobes and mastoids
/// left out, those of one unit; Cz and the linked pair must be usable, and their rejected windows count as
/// rejected.
std::optional<ReferenceSpectra> reference_spectra(const Features& features, std::size_t group,
                                                  Reference reference,
                                                  std::span<const std::vector<Rejection>> rejections,
                                                  const std::vector<bool>& usable, std::size_t bins,
                                                  const Settings& settings, const PhaseTable& phases,
                                                  Memory& memory);

/// Both channels of a pair in the windows it can use. The cross-spectrum is there in some bins alone.
struct PairSpectra {
  double bin_hz = 1;
  double window_s = 1;
  double hop_s = 0.5;
  std::size_t bins = 0;
  BinRange crossed;
  std::vector<double> start_s;                      ///< of each window
  std::vector<double> left, right;                  ///< window-major
  std::vector<double> cross_real, cross_imaginary;  ///< window-major

  std::span<const double> row(const std::vector<double>& values, std::size_t window) const {
    return std::span(values).subspan(window * bins, bins);
  }
};

/// Takes the windows whose rejection is none. `reference` is subtracted from both channels if given. `coherent`: the band
/// whose cross-spectrum is wanted.
PairSpectra pair_spectra(const Features& features, std::size_t left, std::size_t right,
                         std::span<const Rejection> rejections, const ReferenceSpectra* reference,
                         std::size_t bins, const Band& coherent, const PhaseTable& phases);

/// Windows whose slow power stands out from the median by Settings::quiet_factor hold a blink or a movement
/// too small to be rejected: false. `slow_power_uv2` is one value a window.
std::vector<bool> quiet_windows(std::span<const double> slow_power_uv2, const Settings& settings);

double median(std::vector<double> values);

}  // namespace attune::eeg
