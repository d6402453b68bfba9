#!/usr/bin/env bash
# statsmodels 0.13.5 (Debian 12: python3-statsmodels): p values adjusted by Holm, Hochberg or Benjamini-Hochberg where one could not be had.
#
# Expected: a p that is NaN (a measure that nobody has at both visits) is no test, as for R's p.adjust: by Holm .01, .02 and .03
# become .03, .04 and .04, by Hochberg and by Benjamini and Hochberg all .03; or the function refuses it.
# Seen (2026-11-30): multipletests counts it as a test. By Holm they become .04, .06 and .06, one below .05 where there should be
# three. By Hochberg and by Benjamini and Hochberg each adjusted p is NaN, while "reject" is true for one and for all three. The help
# does not speak of NaN, and nothing is said. The more measures fail, the less the others can show.
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
import numpy
from statsmodels.stats.multitest import multipletests

with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for method in ("holm", "simes-hochberg", "fdr_bh"):
        for p in ([0.01, 0.02, 0.03], [0.01, 0.02, 0.03, numpy.nan]):
            reject, adjusted = multipletests(p, method=method)[:2]
            print(f"{method}, {len(p)}:", *(f"{value:.2f}" for value in adjusted), "reject", sum(reject))
print(len(said), "warnings")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "statsmodels 0.13.5, the adjusted p of .01, .02 and .03, and of these with a NaN"
echo "$seen"
echo "expected: the same with and without, but for the NaN itself"
[ "$seen" = "holm, 3: 0.03 0.04 0.04 reject 3
holm, 4: 0.04 0.06 0.06 nan reject 1
simes-hochberg, 3: 0.03 0.03 0.03 reject 3
simes-hochberg, 4: nan nan nan nan reject 1
fdr_bh, 3: 0.03 0.03 0.03 reject 3
fdr_bh, 4: nan nan nan nan reject 3
0 warnings" ] || { echo "This has changed." >&2; exit 1; }
