#!/usr/bin/env bash
# statsmodels 0.13.5 (Debian 12: python3-statsmodels): whether infants change from one class to another more than back (Bowker's test).
#
# Expected: SquareTable(table).symmetry() sums (a - b)^2 / (a + b) over the pairs of cells across the diagonal, as SAS and R's mcnemar.test
# do, to which its help refers. A cell of 0 is nothing special: for the first three classes below, where nobody goes back, 11.00, p .012.
# Seen (2026-11-30): 7.30, p .063. By default each cell of 0 is taken as .5, and only those, though the help of shift_zeros says that .5 is
# added "to all values". The clearer it is that nobody goes back, the more is taken off: with four classes p is .13 for .009. With
# shift_zeros=False it is right.
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

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
import numpy
from scipy.stats import chi2
from statsmodels.stats.contingency_tables import SquareTable


def by_hand(table):
    pairs = [(table[i, j], table[j, i]) for i in range(len(table)) for j in range(i)]
    statistic = sum((a - b) ** 2 / (a + b) for a, b in pairs if a + b)
    return statistic, chi2.sf(statistic, len(pairs))


def shown(statistic, p):
    return f"{statistic:.2f}, p {p:.4f}"


for rows in (
    [[14, 0, 0], [5, 9, 0], [4, 2, 6]],
    [[9, 0, 0, 0], [3, 8, 0, 0], [3, 2, 7, 0], [3, 3, 3, 5]],
    [[10, 1], [7, 9]],
):
    table = numpy.array(rows)
    default, unshifted = SquareTable(table).symmetry(), SquareTable(table, shift_zeros=False).symmetry()
    print(f"{rows}: by hand {shown(*by_hand(table))};")
    print(f"  given {shown(default.statistic, default.pvalue)}; shift_zeros=False {shown(unshifted.statistic, unshifted.pvalue)}")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "statsmodels 0.13.5, the symmetry of infants' classes at two visits"
echo "$seen"
echo "expected: all alike of each table"
[ "$seen" = "[[14, 0, 0], [5, 9, 0], [4, 2, 6]]: by hand 11.00, p 0.0117;
  given 7.30, p 0.0628; shift_zeros=False 11.00, p 0.0117
[[9, 0, 0, 0], [3, 8, 0, 0], [3, 2, 7, 0], [3, 3, 3, 5]]: by hand 17.00, p 0.0093;
  given 9.83, p 0.1321; shift_zeros=False 17.00, p 0.0093
[[10, 1], [7, 9]]: by hand 4.50, p 0.0339;
  given 4.50, p 0.0339; shift_zeros=False 4.50, p 0.0339" ] || { echo "This has changed." >&2; exit 1; }
