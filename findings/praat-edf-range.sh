#!/usr/bin/env bash
# Praat 6.3.07 (Debian 12): an EDF signal whose range does not lie evenly round zero.
#
# Expected: a value follows from both ends of the physical and of the digital range (Kemp 1992): 400 in -1000 to 1000 of an ECG of
# -1 to 3 mV is 1.8 mV, and 500 in 0 to 2000 of 0 to 200 uV is 50 uV.
# Seen (2026-11-30): it is the digital value times the physical over the digital minimum. Where both ranges are even that is the same
# (F3). The ECG has half of its amplitude and is shifted: .4 for 1.8. A signal whose digital range begins at 0 is undefined throughout, as
# it is divided by 0. Nothing is said. (Each unit is taken for uV, besides.)
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
const signals = [
  ["F3", "uV", -100, 100, -1000, 1000, 500], ["ECG", "mV", -1, 3, -1000, 1000, 400], ["F4", "uV", 0, 200, 0, 2000, 500],
  ["C3", "uV", -100, 100, 0, 2000, 1500], ["Status", "", 0, 255, 0, 255, 0],
];
const pad = (text, size) => String(text).padEnd(size);
const each = (size, value) => signals.map((signal) => pad(value(signal), size)).join("");
const header =
  pad("0", 8) + pad("X", 80) + pad("X", 80) + "15.03.2610.00.00" + pad(256 * (signals.length + 1), 8) + pad("", 44) + pad(2, 8) +
  pad(1, 8) + pad(signals.length, 4) + each(16, (s) => s[0]) + each(80, () => "") + each(8, (s) => s[1]) + each(8, (s) => s[2]) +
  each(8, (s) => s[3]) + each(8, (s) => s[4]) + each(8, (s) => s[5]) + each(80, () => "") + each(8, () => 100) + each(32, () => "");
const record = Buffer.concat(signals.map((s) => Buffer.from(new Int16Array(100).fill(s[6]).buffer)));
require("fs").writeFileSync("in.edf", Buffer.concat([Buffer.from(header, "latin1"), record, record]));
JS
node write.cjs
cat >try.praat <<'PRAAT'
Read from file: "in.edf"
name$# = { "F3", "ECG", "F4", "C3" }
Extract waveforms as Sound
seen$ = ""
for channel to 4
  value = Get value at time: channel, 0.505, "nearest"
  seen$ = seen$ + name$# [channel] + " " + fixed$ (value * 1e6, 1) + " "
endfor
writeInfoLine: seen$
PRAAT
libraries=$folder/root/usr/lib/x86_64-linux-gnu
seen=$(HOME=$folder LD_LIBRARY_PATH=$libraries:$folder/root/lib/x86_64-linux-gnu root/usr/bin/praat_nogui --run try.praat)
echo "Praat 6.3.07, a sample of 50 uV (F3), 1.8 mV (ECG), 50 uV (F4) and 50 uV (C3), in millionths of its own unit"
echo "expected: F3 50.0 ECG 1.8 F4 50.0 C3 50.0"
echo "seen:     $seen"
[ "$seen" = "F3 50.0 ECG 0.4 F4 --undefined-- C3 --undefined-- " ] || { echo "This has changed." >&2; exit 1; }
