#!/usr/bin/env bash
# nitime 0.9 (Debian 12: python3-nitime): who of two leads, from the matrix of cross-correlations.
#
# Expected: the cross-correlation of the second with the first is that of the first with the second, read from the other end of the
# lags, so that the two cells of the matrix, [0, 1] and [1, 0], have their peaks on different sides of 0.
# Seen (2026-11-30): only the cells with i <= j are computed, and each is copied to [j, i] as it is. Below the infant follows the mother
# by five samples: [0, 1] (mother, infant) and [1, 0] (infant, mother) peak at the same lag, before 0. Whoever takes the first index for
# the one in question, and asks for the infant's lag to the mother and for the mother's to the infant, gets one answer to both. The
# phases of the same package's CoherenceAnalyzer do change their sign.
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-nitime=0.9-5 python3-numpy=1:1.24.2-1+deb12u1 python3-scipy=1.10.1-2 \
  python3-decorator python3-pkg-resources libblas3 liblapack3 libgfortran5 libquadmath0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys
import warnings

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
warnings.simplefilter("ignore")
import numpy
from nitime.analysis import CorrelationAnalyzer
from nitime.timeseries import TimeSeries

LENGTH, LATER = 400, 5
noise = numpy.sin(numpy.arange(LENGTH + LATER) ** 2 * 0.61)
mother, infant = noise[LATER:], noise[:LENGTH]  # infant[t] = mother[t - 5]
both = CorrelationAnalyzer(TimeSeries(numpy.array([mother, infant]), sampling_rate=4.0)).xcorr.data
for first, second in (0, 1), (1, 0):
    names = ["mother", "infant"]
    true = numpy.correlate([mother, infant][first], [mother, infant][second], "full").argmax() - (LENGTH - 1)
    print(f"{names[first]}, {names[second]}: {true} {both[first, second].argmax() - (LENGTH - 1)}")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "nitime 0.9, samples from the middle of the lags to the peak of two series' cross-correlation: by numpy.correlate, and in xcorr"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "mother, infant: -5 -5
infant, mother: 5 -5" ] || { echo "This has changed." >&2; exit 1; }
