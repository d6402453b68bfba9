#!/usr/bin/env bash
# SciPy 1.10.1 (Debian 12: python3-scipy): the exact Wilcoxon test of changes of which some are of the same size.
#
# Expected: the same p for the first visit against the second as for the second against the first; where changes share a size, and with
# it the mean of their ranks, the exact p over all signs of the changes, or a word that there is none.
# Seen (2026-11-30): up to 50 pairs without a change of 0 the test calls itself exact, also where sizes are shared, and takes the
# distribution without ties; a sum of ranks that ends in a half, 32.5, is cut to 32. The cut goes the other way when the visits are turned
# round, so that the eight infants below have p = .055 one way and .039 the other (.047 over all signs of their changes). The statistic is
# the same both ways, 3.5, and nothing is said. Scores of whole points make shared sizes the rule.
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
import itertools
import sys

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
import numpy
from scipy.stats import rankdata, wilcoxon

first = numpy.array([10, 12, 9, 14, 11, 10, 12, 9])
second = first + [6, 2, 6, 4, -1, -2, 8, 6]


def over_all_signs(change):
    ranks = rankdata(abs(change))
    middle = ranks.sum() / 2
    far = abs(ranks[change > 0].sum() - middle)
    sums = [numpy.dot(signs, ranks) for signs in itertools.product([0, 1], repeat=len(change))]
    return numpy.mean([abs(one - middle) >= far for one in sums])


for name, one, other in ("second, first", second, first), ("first, second", first, second):
    print(f"wilcoxon({name}): {over_all_signs(one - other):.3f} {wilcoxon(one, other).pvalue:.3f}")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "SciPy 1.10.1, p of the changes 6, 2, 6, 4, -1, -2, 8, 6: over all signs, and as wilcoxon gives it"
echo "$seen"
echo "expected: both alike in each line"
[ "$seen" = "wilcoxon(second, first): 0.047 0.055
wilcoxon(first, second): 0.047 0.039" ] || { echo "This has changed." >&2; exit 1; }
