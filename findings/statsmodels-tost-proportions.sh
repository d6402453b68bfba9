#!/usr/bin/env bash
# statsmodels 0.13.5 (Debian 12: python3-statsmodels): whether as many infants of two groups are calm, by two one-sided tests.
#
# Expected: tost_proportions_2indep(count1, n1, count2, n2, low, upp) shows that the shares differ by no more than the bounds if both
# one-sided tests do, so that its p is the larger of theirs (Schuirmann 1987; its sister tost of means, ttost_ind, has it so): with bounds
# of .2, 19 of 20 infants against 9 of 20 are anything but equivalent, p .98.
# Seen (2026-11-30): p .00000005. It is the smaller of the two, which only says that the difference is above the lower bound; the result has
# both tests, and the p of the one that fails is .98. The further two groups are apart, the surer they are called equivalent, for
# differences, ratios and odds ratios alike, and for rates in tost_poisson_2indep. Its help has "p-value is the max of the pvalues of the
# two one-sided tests". Nothing is said.
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-statsmodels=0.13.5+dfsg-7 python3-statsmodels-lib=0.13.5+dfsg-7 \
  python3-pandas=1.5.3+dfsg-2 python3-pandas-lib=1.5.3+dfsg-2 python3-numpy=1:1.24.2-1+deb12u1 python3-scipy=1.10.1-2 \
  python3-{patsy,dateutil,tz,packaging,six,decorator,pkg-resources} libblas3 liblapack3 libgfortran5 libquadmath0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys
import warnings

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
warnings.simplefilter("ignore")
from statsmodels.stats.proportion import tost_proportions_2indep

for first, second in ((19, 9), (9, 19), (15, 9), (15, 14)):
    test = tost_proportions_2indep(first, 20, second, 20, -0.2, 0.2)
    print(
        f"{first} and {second} of 20: above -.2 p {test.results_larger.pvalue:.5f},",
        f"below .2 p {test.results_smaller.pvalue:.5f}; equivalent p {test.pvalue:.5f}",
    )
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "statsmodels 0.13.5, two one-sided tests of a difference of shares: each, and the result"
echo "$seen"
echo "expected: the larger p of the two as the result"
[ "$seen" = "19 and 9 of 20: above -.2 p 0.00000, below .2 p 0.98108; equivalent p 0.00000
9 and 19 of 20: above -.2 p 0.98108, below .2 p 0.00000; equivalent p 0.00000
15 and 9 of 20: above -.2 p 0.00045, below .2 p 0.69519; equivalent p 0.00045
15 and 14 of 20: above -.2 p 0.03701, below .2 p 0.13033; equivalent p 0.03701" ] || { echo "This has changed." >&2; exit 1; }
