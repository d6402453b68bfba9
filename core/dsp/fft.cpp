#include "dsp/fft.hpp"

#include <algorithm>

namespace attune::dsp {

void RealFft::forward(std::span<const double> x, std::span<std::complex<double>> spectrum) {
  std::copy_n(x.begin(), n_, twice_.begin());
  fft_.forward(twice_, spectra_);
  for (std::size_t k = 0; k < bins() && n_ > 0; ++k)
    spectrum[k] = {spectra_[k].real()[0], spectra_[k].imag()[0]};
}

}  // namespace attune::dsp
