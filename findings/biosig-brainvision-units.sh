#!/usr/bin/env bash
# BioSig 2.5.0 (Debian 12: biosig-tools): the units of a BrainVision recording that has more than EEG.
#
# Expected: a channel's line in the .vhdr file names the unit of its resolution (Ch2=ECG,,0.001,mV), so that a sample of 1000 is 1 mV in
# what save2gdf reads, shows and converts; or it says that it does not know a unit.
# Seen (2026-11-30): the unit is not read. Every channel is taken for one in uV: an ECG of 1 mV becomes 1 uV, 5 uS of skin conductance and
# 36.5 degrees become microvolts, and the EDF file that is made of it says so in its header. MNE reads the mV right. Nothing is said. Only
# recordings in uV throughout are right; an ECG from the auxiliary input is a thousand times too small, below any threshold for R peaks.
#
# It needs Node.js to write and read the files; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download biosig-tools=2.5.0-1+b1 libbiosig3=2.5.0-1+b1 \
  libb64-0d libdcmtk17 libtinyxml2.6.2v5 libwrap0 libxml2 libicu72 liblzma5 zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >write.cjs <<'JS'
const { writeFileSync } = require("fs");
const channels = ["F3,,0.1,µV", "ECG,,0.001,mV", "EDA,,0.01,µS", "Temperature,,0.01,°C"];
writeFileSync(
  "try.vhdr",
  "Brain Vision Data Exchange Header File Version 1.0\n[Common Infos]\nCodepage=UTF-8\nDataFile=try.eeg\nMarkerFile=try.vmrk\n" +
    "DataFormat=BINARY\nDataOrientation=MULTIPLEXED\nNumberOfChannels=4\nSamplingInterval=4000\n[Binary Infos]\nBinaryFormat=INT_16\n" +
    `[Channel Infos]\n${channels.map((channel, index) => `Ch${index + 1}=${channel}\n`).join("")}`,
);
writeFileSync(
  "try.vmrk",
  "Brain Vision Data Exchange Marker File, Version 1.0\n[Common Infos]\nCodepage=UTF-8\nDataFile=try.eeg\n[Marker Infos]\n" +
    "Mk1=New Segment,,1,1,0,20260315100000000000\n",
);
const samples = new Int16Array(4 * 1000);
samples.set([500, 1000, 500, 3650], 4 * 500);
writeFileSync("try.eeg", samples);
JS
cat >read.cjs <<'JS'
const file = require("fs").readFileSync("try.edf");
const signals = Number(file.toString("latin1", 252, 256));
let at = 256;
const fields = [16, 80, 8, 8, 8, 8, 8, 80, 8, 32].map((size) =>
  Array.from({ length: signals }, () => file.toString("latin1", at, (at += size)).trim()),
);
const [labels, , units] = fields;
const [low, high, least, greatest, , counts] = fields.slice(3, 9).map((field) => field.map(Number));
const maxima = labels.map(() => -Infinity);
while (at < file.length) {
  labels.forEach((_, signal) => {
    for (let sample = 0; sample < counts[signal]; sample++, at += 2) {
      const share = (file.readInt16LE(at) - least[signal]) / (greatest[signal] - least[signal]);
      maxima[signal] = Math.max(maxima[signal], low[signal] + share * (high[signal] - low[signal]));
    }
  });
}
console.log(labels.map((label, signal) => `${label} ${Number(maxima[signal].toPrecision(3))} ${units[signal]}`).join(", "));
JS
node write.cjs
libraries=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
LD_LIBRARY_PATH=$libraries root/usr/bin/save2gdf -f=EDF try.vhdr try.edf >/dev/null 2>&1
seen=$(node read.cjs)
echo "BioSig 2.5.0, the greatest value of each channel of a BrainVision recording, as the EDF file made of it has it"
echo "expected: F3 50 uV, ECG 1 mV, EDA 5 uS, Temperature 36.5 degC (or in other prefixes)"
echo "seen:     $seen"
[ "$seen" = "F3 50 uV, ECG 1 uV, EDA 5 uV, Temperature 36.5 uV" ] || { echo "This has changed." >&2; exit 1; }
