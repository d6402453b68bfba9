#!/usr/bin/env bash
# BioSig 2.5.0 (Debian 12: biosig-tools): the sex of a patient of whom an EDF+ file does not tell it.
#
# Expected: EDF+ writes X for what is unknown or not to be told, "X X X X" for a person of whom nothing is. A header read from it
# says unknown, or nothing.
# Seen (2026-11-29): save2gdf -JSON says "Gender": "Female" for X as for F; only M is told apart. (The text header of the same
# tool gives 0, unknown.) A table of participants that is filled from these headers makes girls of all whose files are anonymous.
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
const pad = (text, size) => String(text).padEnd(size);
const each = (size, ecg, annotations) => pad(ecg, size) + pad(annotations, size);
const header =
  pad("0", 8) + pad(`X ${process.argv[2]} X X`, 80) + pad("Startdate 15-MAR-2026 X X X", 80) + "15.03.2612.00.00" + pad(768, 8) +
  pad("EDF+C", 44) + pad(1, 8) + pad(1, 8) + pad(2, 4) + each(16, "ECG", "EDF Annotations") + each(80, "", "") + each(8, "uV", "") +
  each(8, -100, -1) + each(8, 100, 1) + each(8, -32768, -32768) + each(8, 32767, 32767) + each(80, "", "") + each(8, 30, 30) +
  each(32, "", "");
const record = Buffer.alloc(120);
record.write("+0\x14\x14\0", 60, "latin1");
require("fs").writeFileSync("in.edf", Buffer.concat([Buffer.from(header, "latin1"), record]));
JS
export LD_LIBRARY_PATH=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
seen=
for sex in F M X; do
  (unset LD_LIBRARY_PATH; node write.cjs "$sex")
  root/usr/bin/save2gdf -JSON in.edf >out.json 2>/dev/null
  seen+="${seen:+, }$sex as $(sed -n 's/.*"Gender"[^"]*"\([^"]*\)".*/\1/p' out.json)"
done
echo "BioSig 2.5.0, the sex in an EDF+ header as JSON"
echo "expected: F as Female, M as Male, X as unknown"
echo "seen:     $seen"
[ "$seen" = "F as Female, M as Male, X as Female" ] || { echo "This has changed." >&2; exit 1; }
