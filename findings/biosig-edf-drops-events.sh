#!/usr/bin/env bash
# BioSig 2.5.0 (Debian 12: biosig-tools): the annotations of an EDF+ recording that save2gdf writes as EDF again.
#
# Expected: save2gdf reads the annotations (-JSON lists them) and writes EDF+C, as the file's own header says, so that they are in the new
# file's annotation signal; or it says that they are lost. The same copy to GDF has them.
# Seen (2026-11-30): they are gone, without a word. The header of the new file says EDF+C, but there is no signal "EDF Annotations" in
# it, which EDF+ asks for (2.2.1), not even one that keeps the records' time. To BDF it is the same (with a warning that this conversion
# is not tested). The phases of the session are then no longer known, and a file that says EDF+ seems to tell that nothing was marked.
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
  pad(4, 8) + pad(1, 8) + pad(2, 4) + each(16, (s) => s[0]) + each(80, () => "") + each(8, (s) => s[1]) + each(8, (s) => s[2]) +
  each(8, (s) => s[3]) + each(8, () => -32768) + each(8, () => 32767) + each(80, () => "") + each(8, (s) => s[4]) + each(32, () => "");
const marks = ["", "+1.2\x150.5\x14still-face\x14\0", "+2.6\x14reunion\x14\0", ""];
const records = marks.map((mark, record) => {
  const bytes = Buffer.alloc(260);
  for (let i = 0; i < 100; i++) bytes.writeInt16LE(100 * (i % 7), 2 * i);
  bytes.write(`+${record}\x14\x14\0${mark}`, 200, "latin1");
  return bytes;
});
require("fs").writeFileSync("in.edf", Buffer.concat([Buffer.from(header, "latin1"), ...records]));
JS
node write.cjs
export LD_LIBRARY_PATH=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
marks() { # FILE: what it says of itself, its signals, and how many marks are read from it
  local kind="" signals=""
  case $1 in
    *.edf | *.bdf)
      kind="$(head -c 197 "$1" | tail -c 5), "
      signals="$(tail -c +253 "$1" | head -c 4 | tr -d ' ') signals, " ;;
  esac
  root/usr/bin/save2gdf -JSON "$1" 2>/dev/null | grep -ac '"Description"' | sed "s/.*/$1: $kind$signals& marks/" || true
}
for copy in out.edf out.bdf out.gdf; do
  format=${copy#out.}
  root/usr/bin/save2gdf -f="${format^^}" in.edf "$copy" >/dev/null 2>&1
done
seen=$(for file in in.edf out.edf out.bdf out.gdf; do marks "$file"; done)
echo "BioSig 2.5.0, an EDF+ file with two annotations and its copies"
echo "$seen"
echo "expected: two marks in each"
[ "$seen" = "in.edf: EDF+C, 2 signals, 2 marks
out.edf: EDF+C, 1 signals, 0 marks
out.bdf: EDF+C, 1 signals, 0 marks
out.gdf: 2 marks" ] || { echo "This has changed." >&2; exit 1; }
