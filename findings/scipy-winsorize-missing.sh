#!/usr/bin/env bash
# SciPy 1.10.1 (Debian 12: python3-scipy): the winsorized mean of masked arrays, where infants lack a value.
#
# Expected: scipy.stats.mstats.winsorize(scores, limits) sets the lowest and the highest shares, "with respect to the number of unmasked
# data", to the values beside them; "masked values are skipped". What is missing stays missing, and eight infants who have a score and one
# who has none are eight afterwards, with the mean that the eight have alone.
# Seen (2026-11-30): missing values stand at the end when all is sorted, are set to the upper bound with the highest ones, and are not
# masked any more. The mean is 7.0 for 6.75 with one infant missing and 7.5 with four, whose scores are among the highest ones; the count is
# all of them. With an upper limit of 0, which is to change nothing above, they get the highest score of all (with None they stay missing).
# The more infants do not come back, the larger the mean. Nothing is said.
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-numpy=1:1.24.2-1+deb12u1 python3-scipy=1.10.1-2 \
  python3-decorator python3-pkg-resources libblas3 liblapack3 libgfortran5 libquadmath0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
import numpy
from scipy.stats.mstats import winsorize

scores = [3, 5, 6, 8, 7, 5, 9, 30]
for limits in ((0.2, 0.2), (0.2, 0), (0.2, None)):
    for lacking in (0, 1, 4):
        masked = numpy.ma.masked_invalid(scores + lacking * [numpy.nan])
        after = winsorize(masked, limits)
        print(f"limits {limits}, {lacking} without: {after.count()} scores, mean {after.mean():.2f}")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "SciPy 1.10.1, eight scores and some infants without one, winsorized"
echo "$seen"
echo "expected: 8 scores in each line, and the same mean for the same limits"
[ "$seen" = "limits (0.2, 0.2), 0 without: 8 scores, mean 6.75
limits (0.2, 0.2), 1 without: 9 scores, mean 7.00
limits (0.2, 0.2), 4 without: 12 scores, mean 7.50
limits (0.2, 0), 0 without: 8 scores, mean 9.38
limits (0.2, 0), 1 without: 9 scores, mean 11.67
limits (0.2, 0), 4 without: 12 scores, mean 16.25
limits (0.2, None), 0 without: 8 scores, mean 9.38
limits (0.2, None), 1 without: 8 scores, mean 9.38
limits (0.2, None), 4 without: 8 scores, mean 9.38" ] || { echo "This has changed." >&2; exit 1; }
