#!/usr/bin/env bash
# Neo 0.11.1 (Debian 12: python3-neo): the time of a marker in a BrainVision recording.
#
# Expected: positions in a .vmrk file count from 1, so that the first sample, where "New Segment" stands, is position 1 and time 0.
# Seen (2026-11-29): the position is divided by the sampling rate as it is, and each event comes one sample after the signal that it
# marks: 2 ms at 500 Hz, 10 ms at 100 Hz. "New Segment" is not at the start. Times of the same file in MNE (which takes 1 away) differ
# by a sample, and a cut around an event leaves the marked sample just before it.
#
# Debian's own Python 3.11 runs it; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download python3-neo=0.11.1-1 python3-quantities python3-numpy=1:1.24.2-1+deb12u1 \
  python3-packaging python3-pkg-resources libblas3 liblapack3 libgfortran5 libquadmath0 >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >try.py <<'PY'
import sys
import warnings

sys.path.insert(0, "root/usr/lib/python3/dist-packages")
warnings.simplefilter("ignore")
import neo
import numpy

seen = []
for rate in 500, 100:
    with open("try.vhdr", "w") as file:
        file.write(
            "Brain Vision Data Exchange Header File Version 1.0\n[Common Infos]\nCodepage=UTF-8\nDataFile=try.eeg\nMarkerFile=try.vmrk\n"
            "DataFormat=BINARY\nDataOrientation=MULTIPLEXED\nNumberOfChannels=1\n"
            f"SamplingInterval={1000000 // rate}\n[Binary Infos]\nBinaryFormat=INT_16\n[Channel Infos]\nCh1=F4,,0.1,µV\n"
        )
    with open("try.vmrk", "w") as file:
        file.write(
            "Brain Vision Data Exchange Marker File, Version 1.0\n[Common Infos]\nCodepage=UTF-8\nDataFile=try.eeg\n[Marker Infos]\n"
            "Mk1=New Segment,,1,1,0,20260315100000000000\nMk2=Stimulus,S  1,11,1,0\n"
        )
    samples = numpy.zeros(rate, "<i2")
    samples[10] = 1000  # the eleventh
    samples.tofile("try.eeg")
    segment = neo.io.BrainVisionIO("try.vhdr").read_block().segments[0]
    signal = segment.analogsignals[0]
    spike = float(signal.times[signal.magnitude[:, 0].argmax()])
    start, stimulus = [float(event.times[0]) for event in segment.events]
    seen.append(f"{rate} Hz: start {start:.3f}, spike {spike:.3f}, marker {stimulus:.3f}")
print("; ".join(seen))
PY
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries/blas:$libraries/lapack:$libraries /usr/bin/python3 -S try.py)
echo "Neo 0.11.1, seconds of \"New Segment\", of a spike in the eleventh sample and of the marker at position 11"
echo "expected: 500 Hz: start 0.000, spike 0.020, marker 0.020; 100 Hz: start 0.000, spike 0.100, marker 0.100"
echo "seen:     $seen"
[ "$seen" = "500 Hz: start 0.002, spike 0.020, marker 0.022; 100 Hz: start 0.010, spike 0.100, marker 0.110" ] \
  || { echo "This has changed." >&2; exit 1; }
