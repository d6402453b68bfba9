#!/usr/bin/env bash
# statsmodels 0.13.5 (Debian 12: python3-statsmodels): Fleiss' kappa of intervals of which some were not coded.
#
# Expected: an interval that nobody coded (nan: the face was hidden) tells nothing of the coders and is left out; or there is an error, as
# the help of aggregate_raters has it ("bincount will raise exception if data cannot be converted to integer").
# Seen (2026-11-30): nan is a category of its own, and three coders who gave no code agree in full. Six coded intervals have a kappa of
# .11; with three more that nobody coded it is .56, and with six .64. Nothing is said (the list of categories that is given back with
# the table has nan as its last). The more of a visit is out of sight, the better its coders look.
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
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

nan = numpy.nan
coded = [[0, 0, 1], [1, 1, 0], [0, 1, 0], [1, 1, 1], [0, 0, 0], [1, 0, 1]]
with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    for left_out in range(0, 7, 3):
        table, codes = aggregate_raters(numpy.array(coded + [[nan, nan, nan]] * left_out, float))
        print(f"{left_out} not coded: kappa {fleiss_kappa(table):.2f}, {len(codes)} codes")
print(len(said), "warnings")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "statsmodels 0.13.5, three coders of six intervals, and of some that none of them coded"
echo "$seen"
echo "expected: a kappa of .11 and 2 codes in each line"
[ "$seen" = "0 not coded: kappa 0.11, 2 codes
3 not coded: kappa 0.56, 3 codes
6 not coded: kappa 0.64, 3 codes
0 warnings" ] || { echo "This has changed." >&2; exit 1; }
