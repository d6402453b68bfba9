#!/usr/bin/env bash
# statsmodels 0.13.5 (Debian 12: python3-statsmodels): the power of an F test, as for three groups of infants.
#
# Expected: FTestPower().power(effect_size=f, df_num, df_denom, alpha) takes the "numerator degrees of freedom" and the denominator's,
# as its help names them: for f .4 and three groups of twenty, 2 and 57, the power is .776 (R's pwr.f2.test, the class FTestAnovaPower, and
# the noncentral F below), and more with more infants.
# Seen (2026-11-30): .058. The two are exchanged: what is called df_num is the denominator's. Ten times as many infants have less power
# still. Given the other way round, 57 as df_num, it is right. The number of infants for a power of .8 is likewise given as df_num, of
# which a note says "sample size is given implicitly by df_num"; the list of arguments above that note says the opposite.
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
from scipy.stats import f, ncf
from statsmodels.stats.power import FTestAnovaPower, FTestPower

effect, groups = 0.4, 3
for infants in (60, 600):
    between, within = groups - 1, infants - groups
    by_definition = ncf.sf(f.isf(0.05, between, within), between, within, effect**2 * infants)
    print(
        f"{infants} infants: {by_definition:.3f}",
        f"FTestAnovaPower {FTestAnovaPower().power(effect, infants, 0.05, groups):.3f}",
        f"FTestPower {FTestPower().power(effect_size=effect, df_num=between, df_denom=within, alpha=0.05):.3f}",
        f"exchanged {FTestPower().power(effect_size=effect, df_num=within, df_denom=between, alpha=0.05):.3f}",
    )
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "statsmodels 0.13.5, the power to find f .4 among three groups: by the noncentral F, and as given"
echo "$seen"
echo "expected: all alike in each line but for the exchanged ones"
[ "$seen" = "60 infants: 0.776 FTestAnovaPower 0.776 FTestPower 0.058 exchanged 0.776
600 infants: 1.000 FTestAnovaPower 1.000 FTestPower 0.058 exchanged 1.000" ] || { echo "This has changed." >&2; exit 1; }
