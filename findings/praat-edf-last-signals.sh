#!/usr/bin/env bash
# Praat 6.3.07 (Debian 12): the size of the last two signals of an EDF recording.
#
# Expected: signals are told by their labels, and a channel of triggers is one that is named so ("Status"). F3, F4 and C3 of one file,
# with the same samples, ranges and units, are three equal traces, wherever they stand.
# Seen (2026-11-30): whichever signal stands last is taken for the triggers: C3, so named still, comes out as its digital value, 500 for
# 50 uV, and "Extract marks as TextGrid" makes sixteen tiers of marks from its bits. Where the number of signals is odd, the traces are
# turned into volts, but not the last before the triggers: F4 is 50 beside 0.00005 of F3 in F3, F4, C3. Where it is even, all stay in uV. A
# mean over channels, to which EEG is referred, is then that one trace. Nothing is said.
#
# It needs Node.js to write the file; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download praat=6.3.07-1 libpango-1.0-0 libpangocairo-1.0-0 libpangoft2-1.0-0 libcairo2 \
  libglib2.0-0 libharfbuzz0b libfontconfig1 libfribidi0 libthai0 libdatrie1 libfreetype6 libpcre2-8-0 libffi8 libgraphite2-3 \
  libexpat1 libpixman-1-0 libpng16-16 libxcb1 libxcb-shm0 libxcb-render0 libxrender1 libx11-6 libxext6 libmount1 libblkid1 \
  libselinux1 libbrotli1 libxau6 libxdmcp6 libbsd0 libmd0 zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >write.cjs <<'JS'
const signals = process.argv.slice(2);
const pad = (text, size) => String(text).padEnd(size);
const each = (size, value) => signals.map((signal) => pad(value(signal), size)).join("");
const header =
  pad("0", 8) + pad("X", 80) + pad("X", 80) + "15.03.2610.00.00" + pad(256 * (signals.length + 1), 8) + pad("", 44) + pad(2, 8) +
  pad(1, 8) + pad(signals.length, 4) + each(16, (label) => label) + each(80, () => "") + each(8, () => "uV") + each(8, () => -100) +
  each(8, () => 100) + each(8, () => -1000) + each(8, () => 1000) + each(80, () => "") + each(8, () => 100) + each(32, () => "");
const sine = Int16Array.from({ length: 100 }, (_, i) => Math.round(500 * Math.cos((2 * Math.PI * (i - 50)) / 10)));
const record = Buffer.concat(signals.map((label) => Buffer.from((label === "Status" ? new Int16Array(100) : sine).buffer)));
require("fs").writeFileSync("in.edf", Buffer.concat([Buffer.from(header, "latin1"), record, record]));
JS
cat >try.praat <<'PRAAT'
eeg = Read from file: "in.edf"
Extract waveforms as Sound
seen$ = ""
channels = Get number of channels
for channel to channels
  value = Get value at time: channel, 0.505, "nearest"
  seen$ = seen$ + string$ (value) + ", "
endfor
selectObject: eeg
Extract marks as TextGrid
tiers = Get number of tiers
parts = Get number of intervals: 1
writeInfoLine: seen$, tiers, " tiers, ", parts, " parts in the first"
PRAAT
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=
for order in "F3 F4 C3" "C3 F4 F3" "F3 F4 C3 Status" "F3 F4 C3 Cz Status"; do
  node write.cjs $order
  seen+="$order: $(HOME=$folder LD_LIBRARY_PATH=$libraries:$folder/root/lib/x86_64-linux-gnu root/usr/bin/praat_nogui --run try.praat)"
  seen+=$'\n'
done
echo "Praat 6.3.07, a sample of 50 uV in signals that are all equal, and the marks of the recording"
echo "expected: 5e-05 each time (Status 0), and no marks"
printf %s "$seen"
[ "$seen" = "F3 F4 C3: 5e-05, 50, 500, 16 tiers, 80 parts in the first
C3 F4 F3: 5e-05, 50, 500, 16 tiers, 80 parts in the first
F3 F4 C3 Status: 50, 50, 50, 0, 8 tiers, 1 parts in the first
F3 F4 C3 Cz Status: 5e-05, 5e-05, 5e-05, 50, 0, 8 tiers, 1 parts in the first
" ] || { echo "This has changed." >&2; exit 1; }
