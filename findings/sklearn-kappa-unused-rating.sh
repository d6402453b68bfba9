#!/usr/bin/env bash
# scikit-learn 1.2.1 (Debian 12: python3-sklearn): the weighted kappa of ratings from 1 to 5 of which some are used by nobody.
#
# Expected: a disagreement weighs by how far the two ratings are apart (Cohen 1968): 2 and 5 by 3, or by 9 with quadratic weights, so that
# kappa is .50 and .55 for the twelve infants below (by the formula, from the ratings themselves).
# Seen (2026-11-30): .60 and .72. The weights go by the places of the ratings among those that occur, and as neither coder gave 3 or 4, 2
# and 5 are neighbours. The same twelve with one infant more on whom both agree at 3 weigh otherwise. labels=[1, 2, 3, 4, 5] mends
# it; the help describes labels as a choice of ratings and does not speak of weights. (R's psych and vcd do the same, psy does not.)
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-sklearn=1.2.1+dfsg-1 python3-sklearn-lib=1.2.1+dfsg-1 \
  python3-numpy=1:1.24.2-1+deb12u1 python3-scipy=1.10.1-2 python3-{joblib,threadpoolctl,decorator,pkg-resources} \
  libblas3 liblapack3 libgfortran5 libquadmath0 libgomp1 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
from sklearn.metrics import cohen_kappa_score

first = [1, 1, 1, 1, 2, 2, 2, 2, 2, 5, 5, 5]
second = [1, 1, 1, 2, 2, 2, 2, 5, 5, 5, 5, 2]
for weights, power in (("linear", 1), ("quadratic", 2)):
    seen = sum(abs(a - b) ** power for a, b in zip(first, second)) / len(first)
    chance = sum(abs(a - b) ** power for a in first for b in second) / len(first) ** 2
    given = cohen_kappa_score(first, second, weights=weights)
    named = cohen_kappa_score(first, second, weights=weights, labels=[1, 2, 3, 4, 5])
    print(f"{weights}: {given:.3f}, with all labels {named:.3f}, by the formula {1 - seen / chance:.3f}")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "scikit-learn 1.2.1, cohen_kappa_score of two coders who rate 1, 2 or 5"
echo "$seen"
echo "expected: all alike in each line"
[ "$seen" = "linear: 0.600, with all labels 0.500, by the formula 0.500
quadratic: 0.718, with all labels 0.552, by the formula 0.552" ] || { echo "This has changed." >&2; exit 1; }
