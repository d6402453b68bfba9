#!/usr/bin/env bash
# MNE-Python 1.3.0 (Debian 12): compute_psd of a recording and of the epochs that are cut from it.
#
# Expected: both are in V^2/Hz, as their units() say, so that the area under the peak of a sine of 10 uV is 50 uV^2.
# Seen (2026-11-29): without settings, raw.compute_psd uses Welch's method and gives 50. epochs.compute_psd uses multitaper with
# normalization="length", which does not divide by the sampling rate: the same signal has 12 462 uV^2 at 250 Hz and 24 927 at
# 500 Hz, so that power differs between two amplifiers by the ratio of their rates. units() is the same for both, and nothing
# is said. (The asymmetry of two electrodes of one file is not touched; normalization="full" gives 50.)
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-mne=1.3.0+dfsg-1 python3-numpy=1:1.24.2-1+deb12u1 \
  python3-scipy=1.10.1-2 python3-decorator python3-pkg-resources libblas3 liblapack3 libgfortran5 libquadmath0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
import mne
import numpy

mne.set_log_level("error")


def power(spectrum):
    """of 6 to 10 Hz, in uV^2"""
    inside = (spectrum.freqs >= 6) & (spectrum.freqs <= 10)
    density = spectrum.get_data().reshape(-1, spectrum.freqs.size).mean(0)
    return density[inside].sum() * (spectrum.freqs[1] - spectrum.freqs[0]) * 1e12


for rate in 250, 500:
    eeg = 1e-5 * numpy.sin(2 * numpy.pi * 8 * numpy.arange(60 * rate) / rate)
    raw = mne.io.RawArray(eeg[None], mne.create_info(["F4"], rate, ["eeg"]))
    epochs = mne.make_fixed_length_epochs(raw, 2.0, preload=True)
    whole, cut = raw.compute_psd(n_fft=2 * rate), epochs.compute_psd()
    full = epochs.compute_psd(normalization="full")
    units = {*whole.units().values(), *cut.units().values()}
    print(f"{rate} Hz: {whole.method} {power(whole):.0f}, {cut.method} {power(cut):.0f}, full {power(full):.0f}; units {units}")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "MNE-Python 1.3.0, 6 to 10 Hz of a sine of 10 uV: the recording, its epochs, and those with normalization=\"full\""
echo "expected: 50, 50, 50"
echo "$seen"
[ "$seen" = "250 Hz: welch 50, multitaper 12462, full 50; units {'V²/Hz'}
500 Hz: welch 50, multitaper 24927, full 50; units {'V²/Hz'}" ] || { echo "This has changed." >&2; exit 1; }
