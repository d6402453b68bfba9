#!/usr/bin/env bash
# MNE-Python 1.3.0 (Debian 12): an EDF signal in nV.
#
# Expected: EDF+ allows the prefixes of the SI before V; MNE's own data are in volts, so that a peak of 90 000 nV is 90 uV, as it is
# where the same header says 90 uV or .09 mV.
# Seen (2026-11-29): uV and mV are turned into volts, and every other unit is taken for volts: 90 000 nV are read as 90 000 V, a thousand
# million times too much. The type of the channel is "eeg", the unit is kept as "nV", and nothing is said. Thresholds in volts then
# reject every epoch; a ratio of electrodes looks right, unless one of them came in uV.
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

SIGNALS = [("F3", "uV", 100), ("F4", "mV", 0.1), ("C3", "nV", 100000)]


def each(size, value):
    return "".join(str(value(signal)).ljust(size) for signal in SIGNALS)


header = (
    "0".ljust(8) + "X".ljust(80) + "X".ljust(80) + "15.03.2610.00.00" + "1024".ljust(8) + "".ljust(44) + "1".ljust(8) + "1".ljust(8)
    + "3".ljust(4) + each(16, lambda s: s[0]) + each(80, lambda s: "") + each(8, lambda s: s[1]) + each(8, lambda s: -s[2])
    + each(8, lambda s: s[2]) + each(8, lambda s: -1000) + each(8, lambda s: 1000) + each(80, lambda s: "") + each(8, lambda s: 100)
    + each(32, lambda s: "")
)
samples = numpy.zeros((3, 100), "<i2")
samples[:, 50] = 900
with open("try.edf", "wb") as file:
    file.write(header.encode("latin1") + samples.tobytes())

with warnings.catch_warnings(record=True) as said:
    warnings.simplefilter("always")
    raw = mne.io.read_raw_edf("try.edf", preload=True, verbose="warning")
peaks = [f"{unit} {peak:g} V" for (_, unit, _), peak in zip(SIGNALS, raw.get_data().max(1).round(9))]
print(", ".join(peaks) + f", {len(said)} warnings")
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "MNE-Python 1.3.0, one signal with a peak of 90 uV, stored in uV, in mV and in nV"
echo "expected: 9e-05 V three times"
echo "seen:     $seen"
[ "$seen" = "uV 9e-05 V, mV 9e-05 V, nV 90000 V, 0 warnings" ] || { echo "This has changed." >&2; exit 1; }
