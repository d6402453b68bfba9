#!/usr/bin/env bash
# BioSig 2.5.0 (Debian 12: biosig-tools): an EDF+ recording that was interrupted once (EDF+D).
#
# Expected: each record states its own time, so that one pause of ten seconds after ten of thirty records is one break, and records
# that follow each other are no break.
# Seen (2026-11-29): every record of an EDF+D file becomes an event "start of a new segment (after a break)", thirty of them, the first
# record too, and where the pause was, or how long, is not told. A program that takes segments from these events finds pieces of
# one second: no epoch of 30 s, no interval between beats across them.
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
  pad("0", 8) + pad("X X X X", 80) + pad("Startdate 15-MAR-2026 X X X", 80) + "15.03.2610.00.00" + pad(768, 8) + pad("EDF+D", 44) +
  pad(30, 8) + pad(1, 8) + pad(2, 4) + each(16, (s) => s[0]) + each(80, () => "") + each(8, (s) => s[1]) + each(8, (s) => s[2]) +
  each(8, (s) => s[3]) + each(8, () => -32768) + each(8, () => 32767) + each(80, () => "") + each(8, (s) => s[4]) + each(32, () => "");
const records = Array.from({ length: 30 }, (_, record) => {
  const bytes = Buffer.alloc(260);
  bytes.write(`+${record < 10 ? record : record + 10}\x14\x14`, 200, "latin1");
  return bytes;
});
require("fs").writeFileSync("in.edf", Buffer.concat([Buffer.from(header, "latin1"), ...records]));
JS
node write.cjs
export LD_LIBRARY_PATH=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
root/usr/bin/save2gdf -JSON in.edf >out.json 2>/dev/null
seen=$(grep -ac "after a break" out.json)
echo "BioSig 2.5.0, breaks in thirty records of an EDF+D file with one pause"
echo "expected: 1"
echo "seen:     $seen"
[ "$seen" = 30 ] || { echo "This has changed." >&2; exit 1; }
