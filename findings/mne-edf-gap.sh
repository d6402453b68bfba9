#!/usr/bin/env bash
# MNE-Python 1.3.0 (Debian 12): an annotation in a recording that was interrupted (EDF+D).
#
# Expected: EDF+D gives each data record its own time, so that what is marked at 22 s stands at the sample of 22 s; or a reader
# that cannot do so says it.
# Seen (2026-11-29): the records are joined without their gap, and annotations keep the time of the clock. Below, ten seconds, a pause
# of ten, and twenty more; "cry" at 22 s, with a spike of 90 uV at that very moment. In what is read, the spike is at 12 s, "cry"
# at 22 s, ten seconds of recording too late. Nothing is said (only a mark past the shortened end is left out with a warning).
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-mne=1.3.0+dfsg-1 python3-numpy=1:1.24.2-1+deb12u1 \
  python3-scipy=1.10.1-2 python3-decorator python3-pkg-resources libblas3 liblapack3 libgfortran5 libquadmath0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys
import warnings

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
import mne
import numpy

RATE = 100
SIGNALS = [("F3", "uV", -100, 100, RATE), ("EDF Annotations", "", -1, 1, 30)]


def each(size, value):
    return "".join(str(value(signal)).ljust(size) for signal in SIGNALS)


header = (
    "0".ljust(8) + "X X X X".ljust(80) + "Startdate 15-MAR-2026 X X X".ljust(80) + "15.03.2610.00.00" + "768".ljust(8) + "EDF+D".ljust(44)
    + "30".ljust(8) + "1".ljust(8) + "2".ljust(4) + each(16, lambda s: s[0]) + each(80, lambda s: "") + each(8, lambda s: s[1])
    + each(8, lambda s: s[2]) + each(8, lambda s: s[3]) + each(8, lambda s: -32768) + each(8, lambda s: 32767) + each(80, lambda s: "")
    + each(8, lambda s: s[4]) + each(32, lambda s: "")
)
with open("try.edf", "wb") as file:
    file.write(header.encode("latin1"))
    for record in range(30):
        at = record if record < 10 else record + 10
        samples = numpy.zeros(RATE, "<i2")
        samples[0] = 29491 if at == 22 else 0
        text = f"+{at}\x14\x14\0" + ("+22\x14cry\x14\0" if at == 22 else "")
        file.write(samples.tobytes() + text.ljust(60, "\0").encode("latin1"))

with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    raw = mne.io.read_raw_edf("try.edf", preload=True, verbose="warning")
spike = raw.times[raw.get_data()[0].argmax()]
print(f"spike at {spike:.0f} s, {raw.annotations.description[0]} at {raw.annotations.onset[0]:.0f} s, {len(said)} warnings")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "MNE-Python 1.3.0, an EDF+D file with a spike and an annotation at the same moment, after a gap of 10 s"
echo "expected: both at one time, or a warning"
echo "seen:     $seen"
[ "$seen" = "spike at 12 s, cry at 22 s, 0 warnings" ] || { echo "This has changed." >&2; exit 1; }
