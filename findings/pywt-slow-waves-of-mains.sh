#!/usr/bin/env bash
# PyWavelets 1.1.1 (Debian 12: python3-pywt): the slow waves of an EEG, by the continuous wavelet transform.
#
# Expected: cwt with a Morlet wavelet ("morl", "cmor1.5-1.0") answers to frequencies near the one asked for. What 20 uV of 40 or 50 Hz leave
# at .4 to 2 Hz is nothing: by the wavelet's formula, sampled at each moment and summed (below), 0.00 uV.
# Seen (2026-11-30): 20 uV of the mains are 19.8 uV of .77 Hz as well, with "cmor1.5-1.0", and 5.7 uV of .63 Hz with "morl"; 20 uV of 40 Hz
# are 4.8 uV of .5 Hz. The integral of the wavelet is kept as a table of 1024 values, and longer scales pick from it without interpolating,
# so that at .77 Hz and 500 Hz sampling it stands still for ten samples and then jumps: what is applied is a row of spikes, which answer to
# 50 Hz as they do to .77 Hz. Which fast frequency passes for which slow one depends on the wavelet only, not on the sampling rate. Muscle
# activity that comes and goes looks like delta that comes and goes. The help does not speak of it, and nothing warns.
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-pywt=1.1.1-3+b2 python3-numpy=1:1.24.2-1+deb12u1 python3-pkg-resources \
  libblas3 liblapack3 libgfortran5 libquadmath0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
import numpy
import pywt

SLOW = numpy.arange(0.4, 2, 0.01)


def morlet(signal, hertz, rate):
    """The wavelet exp(-t^2 / 2) cos(5 t) of PyWavelets' documentation, at its middle."""
    time = (numpy.arange(len(signal)) - len(signal) // 2) / rate * hertz / pywt.central_frequency("morl")
    return abs(numpy.sum(signal * numpy.exp(-(time**2) / 2 + 5j * time)))


for rate in 250, 500:
    time = numpy.arange(60 * rate) / rate
    middle = slice(25 * rate, 35 * rate)
    for hum in 40, 50:
        signal = 20 * numpy.cos(2 * numpy.pi * hum * time)
        told = []
        for wavelet in "morl", "cmor1.5-1.0":
            scales = pywt.central_frequency(wavelet) * rate / SLOW
            found = abs(pywt.cwt(signal, scales, wavelet, method="fft")[0][:, middle]).max(axis=1)
            for i, (hertz, scale) in enumerate(zip(SLOW, scales)):  # in uV: beside a sine of 1 uV of that frequency
                sine = numpy.cos(2 * numpy.pi * hertz * time)
                found[i] /= abs(pywt.cwt(sine, [scale], wavelet, method="fft")[0][:, middle]).max()
            told.append(f"{wavelet} {found.max():.1f} uV at {SLOW[found.argmax()]:.2f} Hz")
        formula = max(morlet(signal, f, rate) / morlet(numpy.cos(2 * numpy.pi * f * (time - 30)), f, rate) for f in SLOW)
        print(f"{rate} Hz, 20 uV of {hum} Hz: {', '.join(told)}; by the formula {formula:.2f} uV")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "PyWavelets 1.1.1, the largest slow wave (.4 to 2 Hz) that cwt finds in a fast one"
echo "$seen"
echo "expected: 0.0 uV throughout"
[ "$seen" = "250 Hz, 20 uV of 40 Hz: morl 4.6 uV at 0.50 Hz, cmor1.5-1.0 3.6 uV at 1.63 Hz; by the formula 0.00 uV
250 Hz, 20 uV of 50 Hz: morl 5.4 uV at 0.63 Hz, cmor1.5-1.0 18.8 uV at 0.77 Hz; by the formula 0.00 uV
500 Hz, 20 uV of 40 Hz: morl 4.8 uV at 0.50 Hz, cmor1.5-1.0 1.8 uV at 1.03 Hz; by the formula 0.00 uV
500 Hz, 20 uV of 50 Hz: morl 5.7 uV at 0.63 Hz, cmor1.5-1.0 19.8 uV at 0.77 Hz; by the formula 0.00 uV" ] \
  || { echo "This has changed." >&2; exit 1; }
