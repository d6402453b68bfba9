#!/usr/bin/env bash
# NLTK 3.8 (Debian 12: python3-nltk): the weighted kappa of two coders whose ratings have steps.
#
# Expected: AnnotationTask(data, distance).weighted_kappa(max_distance) is 1 - observed / expected distance (Cohen 1968), both as shares of
# the largest one, so that the largest cancels out: kappa is the same with the argument and without. For the twelve ratings of 1 to 5
# below, by steps, .61 (by hand, and R's vcd).
# Seen (2026-11-30): .61 without it, and -.54 with max_distance=4, which is the largest distance of this scale: only the expected distance
# is divided by it (the observed one alone, Do_Kw(max_distance=4), is so too). Coders who agree well read as worse than chance. The help
# says nothing of the argument but its name.
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-nltk=3.8-1 python3-{click,colorama,joblib,regex,tqdm} >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
from nltk.metrics.agreement import AnnotationTask

one = [1, 2, 3, 4, 5, 3, 2, 4, 1, 5, 3, 4]
other = [1, 3, 3, 4, 4, 2, 2, 5, 1, 5, 4, 2]
ratings = [(coder, infant, rating) for coder, given in (("one", one), ("other", other)) for infant, rating in enumerate(given)]


def kappa(words, distance, by_hand=False, **largest):
    observed = sum(distance(a, b) for a, b in zip(one, other)) / len(one)
    expected = sum(distance(a, b) for a in one for b in other) / len(one) ** 2
    value = 1 - observed / expected if by_hand else AnnotationTask(ratings, distance).weighted_kappa(**largest)
    print(f"{words}: {value:.2f}")


def steps(a, b):
    return abs(a - b)


kappa("by hand", steps, by_hand=True)
kappa("weighted_kappa()", steps)
kappa("weighted_kappa(max_distance=4)", steps, max_distance=4)
kappa("weighted_kappa(), of distances in shares of 4", lambda a, b: steps(a, b) / 4)
PY
seen=$(HOME=$folder /usr/bin/python3 -S try.py)
echo "NLTK 3.8, the weighted kappa of two coders' ratings"
echo "$seen"
echo "expected: all alike"
[ "$seen" = "by hand: 0.61
weighted_kappa(): 0.61
weighted_kappa(max_distance=4): -0.54
weighted_kappa(), of distances in shares of 4: 0.61" ] || { echo "This has changed." >&2; exit 1; }
