#!/usr/bin/env bash
# nitime 0.9 (Debian 12: python3-nitime): the normalised cross-correlation, and the time at which its lag 0 stands.
#
# Expected: xcorr_norm at time 0 is the correlation coefficient, as its documentation says, and no lag has more than 1; a series with
# itself has its 1 at time 0.
# Seen (2026-11-30): the sample after the middle is taken for lag 0. It is divided by that one, so that the lag 1 becomes the
# correlation coefficient: a series whose neighbours hardly go together has 7.09 in place of 1 with itself, and with neighbours that go
# against each other every sign is turned round. The axis of time is off by the same sample: the middle stands at -0.25 s where 4 samples
# a second are taken, and each lag that is read there is one sample too early. Nothing is said.
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

at = numpy.arange(400)
series = {
    "slow": numpy.sin(2 * numpy.pi * at / 40),
    "quick": numpy.sin(2 * numpy.pi * at / 4.4),
    "alternating": numpy.sin(2 * numpy.pi * at / 2.2),
}
for name, one in series.items():
    norm = CorrelationAnalyzer(TimeSeries(numpy.array([one, one]), sampling_rate=4.0)).xcorr_norm
    seconds = numpy.array(norm.time, "int64") * 1e-12
    farthest = abs(norm.data[0, 1]).argmax()
    print(f"{name}: {norm.data[0, 1, farthest]:.2f} at {seconds[farthest]:.2f} s, at 0 s {norm.data[0, 1, seconds == 0][0]:.2f}")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "nitime 0.9, xcorr_norm of three series, each with itself: its greatest amount, and what it has at time 0"
echo "expected: 1.00 at 0.00 s each time"
echo "seen:"
echo "$seen"
[ "$seen" = "slow: 1.01 at -0.25 s, at 0 s 1.00
quick: 7.09 at -0.25 s, at 0 s 1.00
alternating: -1.04 at -0.25 s, at 0 s 1.00" ] || { echo "This has changed." >&2; exit 1; }
