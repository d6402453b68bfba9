#!/usr/bin/env bash
# SciPy 1.10.1 (Debian 12: python3-scipy): the paired t test of masked arrays where an infant has only one of two visits.
#
# Expected: scipy.stats.mstats.ttest_rel(second, first) tests the infants who have both, in whatever order the visits are named: seven of
# ten below, t(6) = 4.50, p .004, as by hand and as scipy.stats.ttest_rel with nan_policy="omit" has it.
# Seen (2026-11-30): t 4.50 with second named first, and 5.38, p .0004, with first named first. Mean and spread are those of the seven,
# the number of infants, in the standard error and in the degrees of freedom, is that of whom the argument named first has, with or without
# the other. Of ten infants of whom four came back the changes have p .078, and .002. The help refers to that of scipy.stats.ttest_rel
# and does not say what is counted.
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
from scipy.stats import mstats, t, ttest_rel

none = numpy.nan
first = numpy.array([12, 9, 14, 10, 13, 11, 15, 10, 12, 13], float)


def by_hand(changes):
    value = changes.mean() / (changes.std(ddof=1) / numpy.sqrt(len(changes)))
    return value, 2 * t.sf(abs(value), len(changes) - 1)


for second in (
    [14, 10, 15, 10, none, 13, none, 12, none, 14],
    [14, 10, none, none, none, none, 15, none, none, 14.5],
):
    second = numpy.array(second)
    both = ~numpy.isnan(second)
    masked = [numpy.ma.masked_invalid(visit) for visit in (second, first)]
    by_omission = ttest_rel(second, first, nan_policy="omit")
    tests = by_hand(second[both] - first[both]), by_omission, mstats.ttest_rel(*masked), mstats.ttest_rel(*masked[::-1])
    print(sum(both), "have both:", "; ".join(f"t {abs(test[0]):.2f}, p {test[1]:.4f}" for test in tests))
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "SciPy 1.10.1, ten infants' changes: by hand, by ttest_rel, by mstats.ttest_rel(second, first), and by mstats.ttest_rel(first, second)"
echo "$seen"
echo "expected: all alike in each line"
[ "$seen" = "7 have both: t 4.50, p 0.0041; t 4.50, p 0.0041; t 4.50, p 0.0041; t 5.38, p 0.0004
4 have both: t 2.63, p 0.0780; t 2.63, p 0.0780; t 2.63, p 0.0780; t 4.17, p 0.0024" ] || { echo "This has changed." >&2; exit 1; }
