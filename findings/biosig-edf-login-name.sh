#!/usr/bin/env bash
# BioSig 2.5.0 (Debian 12: biosig-tools): who stands in the header of a recording that save2gdf converts to EDF.
#
# Expected: the recording's field of the header is taken over, with the technician that it names, X if it is anonymous; a program adds at
# most its own name.
# Seen (2026-11-30): unless the file was EDF+ already, the field is written anew, and as technician it has the login name of the account
# that ran the conversion, which no argument and no USER sets. A BDF or EDF file from which all names were taken away has one again: that
# of whoever converted it, which at many places is made of a person's name. What the field said, of the room or the amplifier, is lost.
# Neither the manual page nor the program says so.
#
# It needs Node.js to write the files; apt-get must know its lists (apt-get update).
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
apt-get -qq -o APT::Sandbox::User=root download biosig-tools=2.5.0-1+b1 libbiosig3=2.5.0-1+b1 \
  libb64-0d libdcmtk17 libtinyxml2.6.2v5 libwrap0 libxml2 libicu72 liblzma5 zlib1g >/dev/null
for package in *.deb; do dpkg-deb -x "$package" root; done
cat >write.cjs <<'JS'
const pad = (text, size) => String(text).padEnd(size);
const bytes = Buffer.alloc(300);
for (let i = 0; i < 100; i++) bytes.writeInt16LE(100 * (i % 7), 2 * i);
function write(name, version, recording, kind, highest, size) {
  const header =
    version + pad("X X X X", 80) + pad(recording, 80) + "15.03.2610.00.00" + pad(512, 8) + pad(kind, 44) + pad(1, 8) + pad(1, 8) +
    pad(1, 4) + pad("F3", 16) + pad("", 80) + pad("uV", 8) + pad(-100, 8) + pad(100, 8) + pad(-highest, 8) + pad(highest, 8) +
    pad("", 80) + pad(100, 8) + pad("", 32);
  require("fs").writeFileSync(name, Buffer.concat([Buffer.from(header, "latin1"), bytes.subarray(0, size)]));
}
write("in.edf", pad("0", 8), "Room 2", "", 32767, 200);
write("in.bdf", "\xffBIOSEMI", "Startdate 15-MAR-2026 X X X", "24BIT", 8388607, 300);
JS
node write.cjs
export LD_LIBRARY_PATH=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
recording() { # FILE: the field, with the login name as LOGIN
  local login
  login=$(logname 2>/dev/null || true)
  USER=someone LOGNAME=someone root/usr/bin/save2gdf -f=EDF "$1" out.edf >/dev/null 2>&1
  head -c 168 out.edf | tail -c 80 | sed -E "s/ ($(id -un)|${login:-$(id -un)}) / LOGIN /; s/ *$//"
}
seen="$(recording in.edf); $(recording in.bdf)"
echo "BioSig 2.5.0, the recording's field \"Room 2\" of an EDF file, and \"Startdate 15-MAR-2026 X X X\" of a BDF file, both as EDF"
echo "expected: no word in which the account's login name stands"
echo "seen:     $seen"
[ "$seen" = "Startdate 15-Mar-2026 X LOGIN b4c_3.0; Startdate 15-Mar-2026 X LOGIN b4c_3.0" ] || { echo "This has changed." >&2; exit 1; }
