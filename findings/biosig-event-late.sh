#!/usr/bin/env bash
# BioSig 2.5.0 (Debian 12: biosig-tools): an annotation in an EDF+ recording that begins between two seconds.
#
# Expected: the header's start is in whole seconds, and the first record's own time (+0.5) says where within that second the samples
# begin (EDF+ 2.2.4); annotations count from the header's second. What is marked at +22.5 is the sample 22 s after the first.
# Seen (2026-11-29): the start of the recording becomes 10:00:00.5, as it should, but the event stays 22.5 s behind that start: half a
# second late, 10:00:23 by the clock for 10:00:22.5. Everything that is cut out round events is off by that part of a second, another
# in each recording, in those alone whose recorder does not begin on the second. Nothing is said.
#
# It needs Node.js to write the file; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download biosig-tools=2.5.0-1+b1 libbiosig3=2.5.0-1+b1 \
  libb64-0d libdcmtk17 libtinyxml2.6.2v5 libwrap0 libxml2 libicu72 liblzma5 zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >write.cjs <<'JS'
const signals = [["F3", "uV", -100, 100, 100], ["EDF Annotations", "", -1, 1, 30]];
const pad = (text, size) => String(text).padEnd(size);
const each = (size, value) => signals.map((signal) => pad(value(signal), size)).join("");
const header =
  pad("0", 8) + pad("X X X X", 80) + pad("Startdate 15-MAR-2026 X X X", 80) + "15.03.2610.00.00" + pad(768, 8) + pad("EDF+C", 44) +
  pad(30, 8) + pad(1, 8) + pad(2, 4) + each(16, (s) => s[0]) + each(80, () => "") + each(8, (s) => s[1]) + each(8, (s) => s[2]) +
  each(8, (s) => s[3]) + each(8, () => -32768) + each(8, () => 32767) + each(80, () => "") + each(8, (s) => s[4]) + each(32, () => "");
const records = Array.from({ length: 30 }, (_, record) => {
  const bytes = Buffer.alloc(260);
  bytes.write(`+${record + 0.5}\x14\x14\0${record === 22 ? "+22.5\x14cry\x14" : ""}`, 200, "latin1");
  return bytes;
});
require("fs").writeFileSync("in.edf", Buffer.concat([Buffer.from(header, "latin1"), ...records]));
JS
node write.cjs
export LD_LIBRARY_PATH=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
root/usr/bin/save2gdf -JSON in.edf >out.json 2>/dev/null
clock() { grep -ao "\"$1\"[^\"]*\"[^\"]*\"" out.json | grep -o '[0-9:]*\.[0-9]*'; }
seen="start $(clock StartOfRecording), event $(clock TimeStamp)"
echo "BioSig 2.5.0, an EDF+ file whose samples begin at 10:00:00.5, with an annotation at 10:00:22.5"
echo "expected: start 10:00:00.5, event 10:00:22.5"
echo "seen:     $seen"
[ "$seen" = "start 10:00:00.499984, event 10:00:22.999983" ] || { echo "This has changed." >&2; exit 1; }
