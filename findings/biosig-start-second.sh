#!/usr/bin/env bash
# BioSig 2.5.0 (Debian 12: biosig-tools): the start of a recording that save2gdf converts from BDF to EDF.
#
# Expected: both formats give the start as date and time in whole seconds, so that the EDF file has the time of the BDF file.
# Seen (2026-11-28): it is one second earlier, and with each further conversion one more. The time is kept in steps of 2^-32 day
# (about 20 us), rounded down, and cut to whole seconds when it is written: 10:00:00 becomes 09:59:59.999987 and 09.59.59. Only
# multiples of 11 min 15 s (12:00:00, 10:07:30) are whole steps, and stay. Video or markers that are laid beside the recording by
# the clock are then a second off, in most files and not in all. Nothing is said.
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
const header =
  "\xffBIOSEMI" + pad("X", 80) + pad("X", 80) + "15.03.26" + process.argv[2] + pad(512, 8) + pad("24BIT", 44) +
  pad(2, 8) + pad(1, 8) + pad(1, 4) + pad("ECG", 16) + pad("", 80) + pad("uV", 8) + pad(-2000, 8) + pad(2000, 8) +
  pad(-2000, 8) + pad(2000, 8) + pad("", 80) + pad(4, 8) + pad("", 32);
const samples = Buffer.alloc(24);
for (let i = 0; i < 8; i++) samples.writeIntLE(i * 100, 3 * i, 3);
require("fs").writeFileSync("in.bdf", Buffer.concat([Buffer.from(header, "latin1"), samples]));
JS
export LD_LIBRARY_PATH=$folder/root/usr/lib/x86_64-linux-gnu:$folder/root/lib/x86_64-linux-gnu
seen=
for start in 10.00.00 12.00.00 14.15.20 10.07.30; do
  (unset LD_LIBRARY_PATH; node write.cjs "$start")
  root/usr/bin/save2gdf -f=EDF in.bdf out.edf >/dev/null 2>&1
  seen+="${seen:+, }$start as $(head -c 184 out.edf | tail -c 8)"
  mv out.edf again.edf
  root/usr/bin/save2gdf -f=EDF again.edf out.edf >/dev/null 2>&1
  seen+=" and $(head -c 184 out.edf | tail -c 8)"
done
echo "BioSig 2.5.0, starts of a BDF file converted to EDF, and that file once more"
echo "expected: each as it is"
echo "seen:     $seen"
[ "$seen" = "10.00.00 as 09.59.59 and 09.59.58, 12.00.00 as 12.00.00 and 12.00.00, 14.15.20 as 14.15.19 and 14.15.18, \
10.07.30 as 10.07.30 and 10.07.30" ] || { echo "This has changed." >&2; exit 1; }
