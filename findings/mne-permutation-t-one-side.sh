#!/usr/bin/env bash
# MNE-Python 1.3.0 (Debian 12: python3-mne): the permutation t test of one side, whether infants' changes are above 0.
#
# Expected: mne.stats.permutation_t_test(changes, tail=1) has as its alternative that the mean is above 0, as its help says: for the ten
# changes below 41 of the 1024 ways of signs have a t as high, p .04, half of the .08 of both sides; and tail=-1 .96.
# Seen (2026-11-30): .08 with tail=1 as with tail=0, and 1 with tail=-1. The t is held against the sizes of the others' t, whichever their
# side, so that the test of one side has no more power than that of both. With several channels it is the same. MNE's own
# permutation_cluster_1samp_test has .04.
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-mne=1.3.0+dfsg-1 python3-numpy=1:1.24.2-1+deb12u1 \
  python3-scipy=1.10.1-2 python3-{decorator,pkg-resources,tqdm} libblas3 liblapack3 libgfortran5 libquadmath0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import itertools
import sys
import warnings

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
import mne
import numpy

warnings.simplefilter("ignore")
mne.set_log_level("error")
changes = numpy.array([1.4, -0.4, 0.8, 2.1, -0.2, 0.6, 1.9, 0.4, -1.1, 1.0])


def t(values):
    return values.mean() / (values.std(ddof=1) / numpy.sqrt(len(values)))


over_all_signs = numpy.array([t(changes * signs) for signs in itertools.product([1, -1], repeat=len(changes))])
seen, least = t(changes), 1e-9
by_hand = {
    0: numpy.mean(abs(over_all_signs) >= abs(seen) - least),
    1: numpy.mean(over_all_signs >= seen - least),
    -1: numpy.mean(over_all_signs <= seen + least),
}
for tail, p in by_hand.items():
    given = mne.stats.permutation_t_test(changes[:, None], n_permutations="all", tail=tail)[1][0]
    print(f"tail {tail}: over all signs {p:.2f}, permutation_t_test {given:.2f}")
cluster = mne.stats.permutation_cluster_1samp_test(changes[:, None], n_permutations="all", tail=1, threshold=1.0)
print(f"tail 1: permutation_cluster_1samp_test {cluster[2][0]:.2f}")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "MNE 1.3.0, p of ten changes"
echo "$seen"
echo "expected: both alike of each tail"
[ "$seen" = "tail 0: over all signs 0.08, permutation_t_test 0.08
tail 1: over all signs 0.04, permutation_t_test 0.08
tail -1: over all signs 0.96, permutation_t_test 1.00
tail 1: permutation_cluster_1samp_test 0.04" ] || { echo "This has changed." >&2; exit 1; }
