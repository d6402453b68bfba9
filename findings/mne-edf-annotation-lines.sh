#!/usr/bin/env bash
# MNE-Python 1.3.0 (Debian 12): an annotation of two lines in an EDF+ recording.
#
# Expected: EDF+ (2.2.3) allows TAB, LF and CR in annotations, "to enable multi-line texts and tables", and asks for no digit before the
# point of a duration (2.2.2), so that .5 is half a second. A reader has all five annotations below, or says that it has not.
# Seen (2026-11-30): those of two lines are left out, whether LF or CR and LF parts them, and so is the one whose duration is .5 (0.5 is
# read). Those of one line, also with a TAB, are there. Nothing is said, so that a coder's note, or a phase that was named on two lines, is
# as if it had never been, and the phase before it seems to go on.
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

SIGNALS = [("F3", "uV", -100, 100, 100), ("EDF Annotations", "", -1, 1, 60)]
MARKS = [
    "+0\x14\x14\0+0.2\x150.5\x14baseline", "+1\x14\x14\0+1.2\x150.5\x14still-face\nmother looks away",
    "+2\x14\x14\0+2.2\x150.5\x14cry\r\nstops soon", "+3\x14\x14\0+3.2\x15.5\x14reunion", "+4\x14\x14\0+4.2\x150.5\x14end\tdone",
]


def each(size, value):
    return "".join(str(value(signal)).ljust(size) for signal in SIGNALS)


header = (
    "0".ljust(8) + "X X X X".ljust(80) + "Startdate 15-MAR-2026 X X X".ljust(80) + "15.03.2610.00.00" + "768".ljust(8) + "EDF+C".ljust(44)
    + str(len(MARKS)).ljust(8) + "1".ljust(8) + "2".ljust(4) + each(16, lambda s: s[0]) + each(80, lambda s: "") + each(8, lambda s: s[1])
    + each(8, lambda s: s[2]) + each(8, lambda s: s[3]) + each(8, lambda s: -32768) + each(8, lambda s: 32767) + each(80, lambda s: "")
    + each(8, lambda s: s[4]) + each(32, lambda s: "")
)
with open("try.edf", "wb") as file:
    file.write(header.encode("latin1"))
    for mark in MARKS:
        file.write(numpy.arange(100, dtype="<i2").tobytes())
        file.write(f"{mark}\x14\0".encode("latin1").ljust(120, b"\0"))

with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    raw = mne.io.read_raw_edf("try.edf", preload=True, verbose="warning")
marks = [f"{mark['onset']:g} {mark['description'].split()[0]}" for mark in raw.annotations]
print(", ".join(marks) + f", {len(said)} warnings")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "MNE-Python 1.3.0, annotations of one line, of two with LF, of two with CR and LF, with the duration .5, and with a TAB"
echo "expected: 0.2 baseline, 1.2 still-face, 2.2 cry, 3.2 reunion, 4.2 end"
echo "seen:     $seen"
[ "$seen" = "0.2 baseline, 4.2 end, 0 warnings" ] || { echo "This has changed." >&2; exit 1; }
